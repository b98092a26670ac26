//! The front desk, whatever anybody does and whatever the dice: time cut into any frames, shifts worked again from their
//! inputs, shifts taken back, ends, and records that read back.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use support::desk::card;
use support::shipped_shifts;
use three_rings::content::drill::card::DrillCard;
use three_rings::content::drill::inputs::Inputs;
use three_rings::content::drill::{Check, RingRule};
use three_rings::content::scenario::Slot;
use three_rings::play::drill::act::Act;
use three_rings::play::drill::judge::{Verdict, judge};
use three_rings::play::drill::shift::{Input, Shift};
use three_rings::play::drill::state::{State, Way};
use three_rings::play::drill::trail;

/// What somebody does who may do anything; places are counted round.
#[derive(Clone, Debug)]
enum Whim {
    /// What is recommended, if anything is.
    ByTheBook,
    /// The receiver of a phone that rings or on which somebody waits, if there is one.
    PickUpWhatRings,
    Do(Act),
}

/// Texts that are hard to write down and read back.
fn text() -> impl Strategy<Value = String> {
    const ODD: &[&str] = &[
        "",
        "5栋1203",
        "\"",
        "\\",
        "\\\"",
        "\n\r\t",
        "‖",
        "\"#",
        "r#\"",
        "//",
        "/*",
        "{me}",
        "\u{0}",
        "\u{7f}",
        "\u{200d}",
        "\u{feff}",
        "\u{2028}",
        "\u{202e}",
        "e\u{301}",
        "👩‍👩‍👧‍👦",
        "🏠",
        "'",
        "\\u{41}",
        "您好，云景服务中心，小陈，让您久等了",
        "谢谢，再见",
    ];
    let odd = prop::sample::select(ODD).prop_map(str::to_owned);
    prop_oneof![2 => odd.clone(), 1 => any::<String>(), 1 => (odd, any::<String>()).prop_map(|(a, b)| a + &b)]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => (0..4u8).prop_map(Act::PickUp),
        1 => Just(Act::PutAside),
        1 => text().prop_map(Act::Fill),
        1 => Just(Act::Fill("3栋1单元电梯正常".into())),
        4 => (0..8u8).prop_map(Act::Say),
        2 => text().prop_map(Act::Speak),
        4 => (prop::sample::select(Slot::ALL), text()).prop_map(|(slot, text)| Act::Write(slot, text)),
        2 => (0..1_000u32).prop_map(Act::PutDown),
        2 => (0..4u8).prop_map(Act::RingBack),
        1 => Just(Act::HandOver),
        1 => any::<u8>().prop_map(Act::Say),
        1 => any::<u32>().prop_map(Act::PutDown),
    ]
}

/// What is done, and how many milliseconds after what was done before.
fn whims() -> impl Strategy<Value = Vec<(u32, Whim)>> {
    let whim = prop_oneof![
        6 => Just(Whim::ByTheBook),
        4 => Just(Whim::PickUpWhatRings),
        5 => act().prop_map(Whim::Do),
        3 => text().prop_map(|text| Whim::Do(Act::Write(Slot::What, text))),
        2 => Just(Whim::Do(Act::RingBack(0))),
    ];
    let pause = prop_oneof![3 => 1..2_000u32, 2 => 500..6_000u32, 1 => 1..60_000u32];
    prop::collection::vec((pause, whim), 0..120)
}

/// A shift: the small one with any pace, or one that ships.
fn any_card() -> impl Strategy<Value = Arc<DrillCard>> {
    let share = || prop_oneof![Just(0u32), Just(100), 0..100u32];
    let pace = (share(), share(), share(), share(), share());
    let times = (2_000..20_000u32, 0..10_000u32, 1_000..6_000u32, 1_000..5_000u32, 30_000..180_000u32);
    let small = (pace, times, 10..300u32).prop_map(|(pace, times, patience)| {
        let mut card = card();
        (card.pace.together, card.pace.meanwhile, card.pace.far, card.pace.colleague, card.pace.life) = pace;
        let (least, more, ring, walk, shift) = times;
        (card.pace.least_gap_ms, card.pace.most_gap_ms) = (least, least + more);
        (card.rings.ring_ms, card.walk_ms, card.shift_ms) = (ring, walk, shift);
        card.callers.iter_mut().for_each(|caller| caller.patience_percent = patience);
        Arc::new(card)
    });
    let shipped: Vec<Arc<DrillCard>> = shipped_shifts().collect();
    prop_oneof![3 => small, 1 => prop::sample::select(shipped)]
}

/// What a whim means at a desk.
fn act_of(whim: &Whim, shift: &Shift) -> Option<Act> {
    let state = shift.state();
    match whim {
        Whim::Do(act) => Some(act.clone()),
        Whim::ByTheBook => shift.recommended().and_then(|place| u8::try_from(place).ok()).map(Act::Say),
        Whim::PickUpWhatRings => {
            let call = state.ringing().next().or(state.held())?;
            Some(Act::PickUp(state.calls[call].phone))
        }
    }
}

/// Everything anybody tried to do in a shift, and the shift before each of it.
struct Worked {
    shift: Shift,
    tried: Vec<Input>,
    before: Vec<(u32, State)>,
}

fn work(card: Arc<DrillCard>, seed: u64, whims: &[(u32, Whim)]) -> Worked {
    let mut worked = Worked { shift: Shift::new(card, seed), tried: Vec::new(), before: Vec::new() };
    let mut at_ms = 0;
    for (pause, whim) in whims {
        at_ms += pause;
        worked.shift.advance(at_ms);
        worked.before.push((at_ms, worked.shift.state().clone()));
        if let Some(act) = act_of(whim, &worked.shift) {
            let state = worked.shift.state().clone();
            worked.tried.push(Input { at_ms, act: act.clone() });
            if worked.shift.take(Input { at_ms, act }).is_err() {
                assert_eq!(worked.shift.state(), &state, "what is refused changes nothing");
            }
        }
        holds_anywhere(&worked.shift);
    }
    worked
}

/// What is true of a desk wherever it stands.
fn holds_anywhere(shift: &Shift) {
    let state = shift.state();
    let verdict = judge(shift);
    assert!(verdict.score <= 100 && verdict.answered_within <= verdict.calls);
    assert!(verdict.apologies_made <= verdict.apologies_due);
    assert!(verdict.tallies.iter().all(|tally| tally.met <= tally.due));
    assert!(verdict.wilson.is_none_or(|(low, high)| 0.0 <= low && low <= high && high <= 1.0));
    assert!(state.log.is_sorted_by_key(|(at_ms, _)| *at_ms), "things happen one after the other");
    assert!(state.in_hand.is_none() || state.walking.is_none(), "nobody walks with a receiver in the hand");
    let held_or_in_hand = |call: usize| state.calls[call].is_alive();
    assert!(state.in_hand.is_none_or(held_or_in_hand));
    assert!(!state.is_over || state.is_at_rest() && !state.tickets.iter().any(|ticket| ticket.is_open()));
    for (place, call) in state.calls.iter().enumerate().filter(|(_, call)| call.is_alive()) {
        assert_eq!(state.on_phone(call.phone), Some(place), "one phone, one call");
    }
    let rung = state.calls.iter().filter(|call| call.way == Way::Incoming);
    let after_its_time = rung.clone().filter(|call| call.began_ms >= shift.card().shift_ms).count();
    assert_eq!(after_its_time, 0, "nothing rings anew once the time is up");
    assert!(rung.clone().all(|call| call.picked_ms.is_none_or(|at_ms| at_ms >= call.began_ms)));
}

/// The same inputs again, with time cut into steps.
fn in_steps(worked: &Worked, step_ms: Option<u32>, until_ms: u32) -> Shift {
    let mut shift = Shift::new(worked.shift.card().clone(), worked.shift.seed());
    let mut at_ms = 0;
    let mut go = |shift: &mut Shift, to_ms: u32| {
        while let Some(next_ms) = step_ms.map(|step| at_ms + step).filter(|&next_ms| next_ms < to_ms) {
            at_ms = next_ms;
            shift.advance(at_ms);
        }
    };
    for input in &worked.tried {
        go(&mut shift, input.at_ms);
        let _ = shift.take(input.clone());
    }
    go(&mut shift, until_ms);
    shift.advance(until_ms);
    shift
}

fn settings() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn however_finely_time_is_cut_into_frames_the_shift_is_the_same(card in any_card(), seed: u64, whims in whims()) {
        let worked = work(card, seed, &whims);
        let until_ms = worked.shift.state().now_ms + 60_000;
        let whole = in_steps(&worked, None, until_ms);
        let verdict: Verdict = judge(&whole);
        for step_ms in [50, 7] {
            let cut = in_steps(&worked, Some(step_ms), until_ms);
            prop_assert_eq!(cut.state(), whole.state(), "in steps of {} ms", step_ms);
            prop_assert_eq!(cut.inputs(), whole.inputs());
            prop_assert_eq!(judge(&cut), verdict.clone());
        }
    }

    #[test]
    fn every_shift_comes_to_its_end_and_is_worked_again_from_its_inputs(card in any_card(), seed: u64, whims in whims()) {
        let mut shift = work(card.clone(), seed, &whims).shift;
        shift.run_out(u32::MAX);
        prop_assert!(shift.state().is_over, "not over at {} ms", shift.state().now_ms);
        prop_assert!(shift.next_ms().is_none());
        holds_anywhere(&shift);
        let again = Shift::replay(card, seed, shift.inputs());
        let mut again = again.map_err(|refused| TestCaseError::fail(format!("its own inputs: {refused:?}")))?;
        again.run_out(u32::MAX);
        prop_assert_eq!(again.state(), shift.state());
        prop_assert_eq!(again.inputs(), shift.inputs());
        prop_assert_eq!(judge(&again), judge(&shift));
    }

    #[test]
    fn a_shift_taken_back_stands_as_it_stood_down_to_its_notes(card in any_card(), seed: u64, whims in whims()) {
        let worked = work(card, seed, &whims);
        // After the shift time stands still: what is noted then is all noted at its last moment.
        for (at_ms, then) in worked.before.iter().filter(|(_, then)| !then.is_over) {
            let taken_back = worked.shift.back_to(*at_ms);
            prop_assert_eq!(taken_back.state(), then);
        }
        let (untouched, begun) = (worked.shift.back_to(0), Shift::new(worked.shift.card().clone(), seed));
        prop_assert_eq!(untouched.state(), begun.state());
    }

    #[test]
    fn what_is_written_down_reads_back(card in any_card(), seed: u64, whims in whims()) {
        let shift = work(card, seed, &whims).shift;
        let text = trail::written(&shift).write();
        let read = Inputs::read(&text).map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{text}")))?;
        prop_assert_eq!(trail::read(&read), shift.inputs());
        prop_assert_eq!((read.drill.value.as_str(), read.seed.value.0), (shift.card().id.as_ref(), seed));
        prop_assert_eq!(read.rule, Some(shift.card().rule));
        prop_assert_eq!(read.write(), text, "and is written down the same again");
    }

    #[test]
    fn any_text_at_all_reads_back(text in text(), slot in prop::sample::select(Slot::ALL), ms: u32, seed: u64) {
        use three_rings::content::drill::inputs::WrittenAct;
        let mut inputs = Inputs::default();
        inputs.drill.value = text.clone();
        inputs.seed.value.0 = seed;
        inputs.rule = Some(RingRule::Trade);
        for act in [WrittenAct::Fill(text.clone()), WrittenAct::Speak(text.clone()), WrittenAct::Write(slot, text.clone())] {
            let mut timed = three_rings::content::drill::inputs::TimedAct { act, ..Default::default() };
            timed.at_ms.value = ms;
            inputs.inputs.push(timed);
        }
        let read = Inputs::read(&inputs.write()).map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
        let acts = |inputs: &Inputs| inputs.inputs.iter().map(|it| (it.at_ms.value, it.act.clone())).collect::<Vec<_>>();
        prop_assert_eq!(acts(&read), acts(&inputs));
        prop_assert_eq!((read.drill.value, read.seed.value, read.rule), (text, inputs.seed.value, Some(RingRule::Trade)));
    }

    #[test]
    fn any_soup_of_words_is_read_as_inputs_or_refused(words in prop::collection::vec(prop::sample::select(&SOUP[..]), 0..40)) {
        for text in [words.concat(), format!("Inputs(drill: \"a\", seed: 1, inputs: [{}])", words.concat())] {
            if let Err(problems) = Inputs::read(&text) {
                prop_assert!(!problems.is_empty());
            }
        }
    }
}

/// What stands in a record of inputs, in no order.
const SOUP: [&str; 20] = [
    "Inputs(",
    "(",
    ")",
    "[",
    "]",
    ",",
    "at_ms: ",
    "act: ",
    "PickUp(1)",
    "PickUp(0)",
    "Say(",
    "-1",
    "99999999999",
    "\"",
    "\\",
    "What(\"a\")",
    "Nothing",
    "HandOver",
    "seed: ",
    "\u{feff}",
];

/// Every criterion has a name in the scorecard of the small desk, so that nothing here is judged by accident.
#[test]
fn the_small_scorecard_has_every_criterion() {
    let known: BTreeSet<Check> = card().scorecard.criteria.iter().map(|it| it.check).collect();
    assert_eq!(known, Check::ALL.iter().copied().collect());
}
