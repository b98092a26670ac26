//! A shift's trail as a file of inputs, and back.

use crate::content::drill::inputs::{Inputs, Seed, TimedAct, WrittenAct};
use crate::diagnostic::Spanned;
use crate::play::drill::act::Act;
use crate::play::drill::shift::{Input, Shift};

/// The inputs of a shift, as they are written down.
pub fn written(shift: &Shift) -> Inputs {
    Inputs {
        drill: Spanned { value: shift.card().id.to_string(), ..Spanned::default() },
        seed: Spanned { value: Seed(shift.seed()), ..Spanned::default() },
        rule: Some(shift.card().rule),
        inputs: shift.inputs().iter().map(timed).collect(),
        ..Inputs::default()
    }
}

/// One input, as it is written down.
pub fn timed(input: &Input) -> TimedAct {
    let at_ms = Spanned { value: input.at_ms, ..Spanned::default() };
    TimedAct { at_ms, act: to_written(&input.act), ..TimedAct::default() }
}

/// Written inputs as they are done.
pub fn read(inputs: &Inputs) -> Vec<Input> {
    let input = |timed: &TimedAct| Some(Input { at_ms: timed.at_ms.value, act: from_written(&timed.act)? });
    inputs.inputs.iter().filter_map(input).collect()
}

fn to_written(act: &Act) -> WrittenAct {
    let place = |place: u8| u32::from(place) + 1;
    match act {
        Act::PickUp(phone) => WrittenAct::PickUp(place(*phone)),
        Act::PutAside => WrittenAct::PutAside,
        Act::Fill(text) => WrittenAct::Fill(text.clone()),
        Act::Say(offer) => WrittenAct::Say(place(*offer)),
        Act::Speak(text) => WrittenAct::Speak(text.clone()),
        Act::Write(slot, text) => WrittenAct::Write(*slot, text.clone()),
        Act::PutDown(lowering_ms) => WrittenAct::PutDown(*lowering_ms),
        Act::RingBack(ticket) => WrittenAct::RingBack(place(*ticket)),
        Act::HandOver => WrittenAct::HandOver,
    }
}

fn from_written(act: &WrittenAct) -> Option<Act> {
    // Whatever is too large for a place is a place where nothing stands.
    let place = |place: u32| u8::try_from(place.saturating_sub(1)).unwrap_or(u8::MAX);
    Some(match act {
        WrittenAct::Nothing => return None,
        WrittenAct::PickUp(phone) => Act::PickUp(place(*phone)),
        WrittenAct::PutAside => Act::PutAside,
        WrittenAct::Fill(text) => Act::Fill(text.clone()),
        WrittenAct::Say(offer) => Act::Say(place(*offer)),
        WrittenAct::Speak(text) => Act::Speak(text.clone()),
        WrittenAct::Write(slot, text) => Act::Write(*slot, text.clone()),
        WrittenAct::PutDown(lowering_ms) => Act::PutDown(*lowering_ms),
        WrittenAct::RingBack(ticket) => Act::RingBack(place(*ticket)),
        WrittenAct::HandOver => Act::HandOver,
    })
}
