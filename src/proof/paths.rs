//! A way to every ending: breadth first through everything that can happen on the phone.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use crate::content::script::{Mood, Script};
use crate::id::{Bits, EndingId};
use crate::play::call::Call;
use crate::play::offer::replies;
use crate::play::state::{Phase, Stage, State};
use crate::play::step::{Act, Context, Input, step};

/// A way to an ending.
#[derive(Clone, Debug)]
pub struct Path {
    /// Which ending.
    pub ending: EndingId,
    /// The inputs from before dialling to the end of the talk; none where there is no way.
    pub inputs: Option<Vec<Input>>,
}

/// Late enough never to talk over the owner, however long the words: the search looks at what is said, not when.
const AFTER_EVERYTHING: u32 = u32::MAX;
/// How many situations are looked at before giving up; a shipped scenario has some thousands.
const MOST_SITUATIONS: usize = 2_000_000;

/// The shortest way to each ending, after the recommended preparation; where that leads nowhere, after the other ones.
pub fn paths_to_endings(script: &Arc<Script>, seed: u64) -> Vec<Path> {
    let mut found: Vec<Option<Vec<Input>>> = vec![None; script.endings.len()];
    for preparation in preparations(script, seed) {
        if found.iter().all(Option::is_some) {
            break;
        }
        for (ending, inputs) in search(&preparation) {
            found[ending.index()].get_or_insert(inputs);
        }
    }
    let ending = |(index, inputs)| Path { ending: EndingId::from(index), inputs };
    found.into_iter().enumerate().map(ending).collect()
}

/// Calls about to begin: first prepared as recommended, then by always taking the first, second, third answer.
fn preparations(script: &Arc<Script>, seed: u64) -> Vec<Call> {
    const OTHERS: u8 = 4;
    let prepared = |choose: &dyn Fn(&Call) -> u8| {
        let mut call = Call::new(script.clone(), seed);
        while call.state().phase.stage() == Stage::Prepare {
            let offered = u8::try_from(call.replies().len()).unwrap_or(u8::MAX);
            if call.reply(choose(&call).min(offered.saturating_sub(1))).is_err() {
                break;
            }
        }
        call
    };
    let recommended = |call: &Call| {
        let place = call.replies().iter().position(|&reply| Some(reply) == call.recommended());
        place.and_then(|place| u8::try_from(place).ok()).unwrap_or(0)
    };
    let mut calls = vec![prepared(&recommended)];
    calls.extend((0..OTHERS).map(|place| prepared(&move |_| place)));
    calls
}

/// What decides where a talk can still go: what was scored so far does not.
#[derive(PartialEq, Eq, Hash)]
struct Situation {
    phase: Phase,
    mood: Mood,
    flags: Bits,
    heard: Bits,
    addressed: Bits,
}

impl Situation {
    fn of(state: &State) -> Self {
        Self {
            phase: state.phase,
            mood: state.mood,
            flags: state.flags,
            heard: state.heard,
            addressed: state.addressed,
        }
    }
}

/// A situation reached, and how.
struct Reached {
    state: State,
    from: Option<(usize, Input)>,
}

fn search(prepared: &Call) -> Vec<(EndingId, Vec<Input>)> {
    let script = prepared.script();
    let context = Context { script, deal: prepared.deal(), speaking_ms: 0 };
    let mut endings: HashMap<usize, Vec<Input>> = HashMap::new();
    let mut seen: HashMap<Situation, ()> = HashMap::new();
    let mut reached = vec![Reached { state: prepared.state().clone(), from: None }];
    let mut open = VecDeque::from([0]);
    while let Some(at) = open.pop_front() {
        if reached.len() > MOST_SITUATIONS || endings.len() == script.endings.len() {
            break;
        }
        let state = reached[at].state.clone();
        if let Some(ending) = state.ending {
            endings.entry(ending.index()).or_insert_with(|| inputs_to(&reached, at, prepared));
            continue;
        }
        let offered = u8::try_from(replies(&state, script, prepared.deal()).len()).unwrap_or(u8::MAX);
        for act in (0..offered).map(Act::Reply).chain([Act::StaySilent]) {
            let input = Input { after_ms: AFTER_EVERYTHING, act };
            let Ok((next, _)) = step(&state, input, context) else { continue };
            if seen.insert(Situation::of(&next), ()).is_none() || next.ending.is_some() {
                reached.push(Reached { state: next, from: Some((at, input)) });
                open.push_back(reached.len() - 1);
            }
        }
    }
    endings.into_iter().map(|(ending, inputs)| (EndingId::from(ending), inputs)).collect()
}

fn inputs_to(reached: &[Reached], mut at: usize, prepared: &Call) -> Vec<Input> {
    let mut talk = Vec::new();
    while let Some((from, input)) = reached[at].from {
        talk.push(input);
        at = from;
    }
    prepared.inputs().into_iter().chain(talk.into_iter().rev()).collect()
}
