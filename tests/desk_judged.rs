//! The front desk judged: the note, what a lost call costs, the score, the end of a shift, refusals, and the clock.
//!
//! At the small desk of `tests/data/desk`, where answering in time weighs 25 and everything else 5; see
//! `support/desk.rs` for how it is worked.

mod support;

use std::sync::Arc;

use support::desk::{Desk, FIRST_RING, GENTLY, OPENING, card, only_life};
use three_rings::content::drill::Check;
use three_rings::content::drill::card::Words;
use three_rings::content::scenario::Slot;
use three_rings::play::drill::act::{Act, Refused};
use three_rings::play::drill::clock::Clock;
use three_rings::play::drill::judge::{judge, note_of};
use three_rings::play::drill::state::{Event, How};
use three_rings::proof::desk::{Bot, work};

/// Everything the caller about the lamp tells.
const NOTE: [(Slot, &str); 3] = [(Slot::What, "路灯不亮"), (Slot::Who, "李女士"), (Slot::Where, "5栋1203")];

/// A desk at which the call about the lamp was answered by the book, and what was written about it.
fn noted(note: &[(Slot, &str)]) -> Desk {
    let mut desk = Desk::of(&["lamp"]);
    desk.answer();
    note.iter().for_each(|(slot, text)| desk.note(*slot, text));
    desk.finish();
    desk
}

/// Whether a note has what was told, and only that.
fn recall_and_precision(note: &[(Slot, &str)]) -> (bool, bool) {
    let desk = noted(note);
    let is_met = |check| desk.met(check) == (1, 1);
    (is_met(Check::NoteRecall), is_met(Check::NotePrecision))
}

mod the_note {
    use super::*;

    /// The numbers of a note that nobody said, where somebody tells this and nothing else.
    fn made_up(told: &str, noted: &str) -> Vec<String> {
        let mut desk = Desk::with(&["lamp"], |card| {
            let caller = &mut card.callers[0];
            caller.facts.clear();
            caller.talk.truncate(1);
            caller.talk[0].caller = Words { text: told.into(), lasts_ms: 1_000 };
        });
        desk.answer();
        desk.note(Slot::How, noted);
        note_of(desk.call(0), desk.shift.context()).made_up_numbers
    }

    #[test]
    fn it_has_what_was_told_in_whatever_box_and_however_typed() {
        assert_eq!(recall_and_precision(&NOTE), (true, true));
        assert_eq!(recall_and_precision(&[(Slot::How, "姓李，五栋一二〇三室，路灯不亮")]), (true, true));
        assert_eq!(recall_and_precision(&[(Slot::Where, "５－１２０３"), (Slot::What, "路灯 李")]), (true, true));
    }

    #[test]
    fn two_of_three_are_less_than_eighty_percent() {
        assert_eq!(recall_and_precision(&NOTE[..2]), (false, true));
    }

    #[test]
    fn an_empty_one_has_neither() {
        assert_eq!(recall_and_precision(&[]), (false, false));
        assert_eq!(recall_and_precision(&[(Slot::What, "  ")]), (false, false));
    }

    #[test]
    fn a_number_nobody_said_is_invented_and_the_one_on_the_display_is_not() {
        let with = |extra: &'static str| recall_and_precision(&[&NOTE[..], &[(Slot::How, extra)]].concat());
        assert_eq!(with("电话1380000001"), (true, true));
        assert_eq!(with("3点来"), (true, true), "an hour is not a number to be checked");
        assert_eq!(with("打8006"), (true, false));
        let desk = noted(&[(Slot::Where, "5栋1204")]);
        assert_eq!(note_of(desk.call(0), desk.shift.context()).made_up_numbers, ["1204"]);
    }

    #[test]
    fn numbers_that_stand_side_by_side_are_not_one_number() {
        let note = [&NOTE[..2], &[(Slot::Where, "5栋1203，138 000 0001"), (Slot::When, "13:30")]].concat();
        assert_eq!(recall_and_precision(&note), (true, true));
    }

    #[test]
    fn a_number_is_the_one_that_was_told_however_it_was_said_and_however_it_is_written() {
        assert!(made_up("一共九百元", "900元").is_empty());
        assert!(made_up("一共900元", "九百").is_empty());
        assert!(made_up("一共一千二百八十一块", "1281").is_empty());
        assert_eq!(made_up("一共九百元", "901元"), ["901"]);
    }

    #[test]
    fn a_number_put_together_from_the_ends_of_two_is_invented() {
        let told = "5栋1203，电话13800";
        for (noted, is_invented) in
            [("1203", false), ("5-1203", false), ("13800", false), ("203138", true), ("0313", true)]
        {
            assert_eq!(made_up(told, noted).is_empty(), !is_invented, "{noted}");
        }
    }

    #[test]
    fn what_the_caller_never_said_is_false() {
        assert_eq!(recall_and_precision(&[&NOTE[..], &[(Slot::Why, "电线短路")]].concat()), (true, false));
    }

    #[test]
    fn thirty_characters_are_a_note_and_thirty_one_a_letter() {
        let why = |count: usize| "长".repeat(count);
        let used: usize = NOTE.iter().map(|(_, text)| text.chars().count()).sum();
        let with = |text: &str| recall_and_precision(&[&NOTE[..], &[(Slot::Why, text)]].concat());
        assert_eq!(with(&why(30 - used)), (true, true));
        assert_eq!(with(&format!("{} \n", why(30 - used))), (true, true), "spaces are no characters");
        assert_eq!(with(&why(31 - used)), (true, false));
    }

    #[test]
    fn it_can_be_written_after_the_call_and_after_the_shift_and_the_last_word_counts() {
        let mut desk = noted(&[(Slot::Where, "1栋101")]);
        NOTE.iter().for_each(|(slot, text)| desk.note(*slot, text));
        assert_eq!((desk.met(Check::NoteRecall), desk.met(Check::NotePrecision)), ((1, 1), (1, 1)));

        let mut nobody_else = Desk::with(&["lamp"], |card| card.shift_ms = FIRST_RING + 1);
        nobody_else.answer_after(0);
        nobody_else.finish();
        assert!(nobody_else.state().is_over);
        NOTE.iter().for_each(|(slot, text)| nobody_else.note(*slot, text));
        assert_eq!(nobody_else.met(Check::NoteRecall), (1, 1));
    }

    #[test]
    fn what_is_typed_on_the_way_to_the_far_phone_belongs_to_the_call_before() {
        let mut walking = Desk::with(&["lamp"], |card| card.pace.far = 100);
        for call in 0..2 {
            assert_eq!(walking.answer_after(0), call);
            if call == 1 {
                walking.note(Slot::What, "路灯");
            }
            walking.wait(3_000);
            walking.note(Slot::What, if call == 0 { "灯" } else { "树枝" });
            if call == 0 {
                walking.finish();
            }
        }
        let what = |call: usize| walking.call(call).note[Slot::What as usize].as_str();
        assert_eq!([what(0), what(1)], ["路灯", "树枝"]);
        let again = walking.shift.back_to(walking.state().now_ms + 1);
        assert_eq!(again.state().calls[0].note, walking.call(0).note);
    }

    #[test]
    fn before_the_first_call_there_is_nothing_to_write_on() {
        let mut desk = Desk::of(&["lamp"]);
        let early = Act::Write(Slot::What, "路灯".into());
        assert_eq!(desk.act(early.clone()), Err(Refused::NothingThere));
        desk.rings();
        assert_eq!(desk.act(early), Err(Refused::NothingThere), "nobody has answered yet");
    }
}

mod lost {
    use super::*;

    #[test]
    fn a_call_nobody_answers_misses_everything_it_would_have_asked_for() {
        let mut desk = Desk::of(&["lamp"]);
        desk.until(FIRST_RING + 30_000);
        let verdict = desk.verdict();
        assert!(verdict.occasions.iter().all(|it| !it.is_met));
        let checks: Vec<Check> = verdict.occasions.iter().map(|it| it.check).collect();
        let wanted = [
            Check::Rings,
            Check::FirstSentence,
            Check::Identity,
            Check::NoBrushOff,
            Check::ReadBack,
            Check::NoteRecall,
            Check::NotePrecision,
            Check::Close,
        ];
        assert_eq!(checks, wanted, "but no apology, and nobody was talked over");
        assert_eq!((verdict.score, verdict.calls, verdict.answered_within), (0, 1, 0));
        assert_eq!((verdict.median_ms(), verdict.worst_call), (None, Some(0)));
    }

    #[test]
    fn answering_less_is_never_worth_more() {
        let mut one_of_two = noted(&NOTE);
        assert_eq!(one_of_two.verdict().score, 100);
        one_of_two.rings();
        one_of_two.wait(30_000);
        assert_eq!(one_of_two.how(1), Some(How::GaveUp));
        // Of 65: NoInterrupting 5 of 5, everything else half of 60.
        assert_eq!(one_of_two.verdict().score, 53);
    }
}

mod score {
    use super::*;

    #[test]
    fn each_criterion_is_its_share_met_times_its_weight_over_what_was_assessed() {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer_after(1_000);
        desk.say("您好，请讲。");
        NOTE.iter().for_each(|(slot, text)| desk.note(*slot, text));
        desk.finish();
        // 25 for the rings and eight times 5 were assessed; the first sentence is missing: 60 of 65, rounded down.
        assert_eq!((desk.verdict().score, desk.verdict().is_passed), (92, true));
    }

    #[test]
    fn late_it_is_worth_less_than_the_mark() {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer_after(9_001);
        desk.say(OPENING);
        NOTE.iter().for_each(|(slot, text)| desk.note(*slot, text));
        desk.finish();
        assert_eq!((desk.verdict().score, desk.verdict().is_passed), (61, false), "40 of 65");
    }

    #[test]
    fn what_falls_below_its_own_mark_fails_the_shift_whatever_the_score() {
        let judged = |least: Option<u32>| {
            let mut desk = Desk::with(&["lamp"], |card| {
                let close = card.scorecard.criteria.iter_mut().find(|it| it.check == Check::Close);
                close.expect("a criterion").fails_below = least;
            });
            for lowering_ms in [GENTLY, 0] {
                let call = desk.answer();
                NOTE.iter().for_each(|(slot, text)| desk.note(*slot, text));
                desk.finish_with(call, lowering_ms);
            }
            assert_eq!((desk.met(Check::Close), desk.verdict().score), ((1, 2), 96));
            desk.verdict().is_passed
        };
        assert_eq!([None, Some(50), Some(51)].map(judged), [true, true, false]);
    }

    #[test]
    fn a_shift_without_calls_is_not_passed() {
        let desk = Desk::with(&["lamp"], |card| card.scorecard.pass_mark = 0);
        assert_eq!((desk.verdict().score, desk.verdict().is_passed, desk.verdict().calls), (0, false, 0));
    }

    #[test]
    fn the_call_that_cost_most_is_named() {
        let mut desk = noted(&NOTE);
        desk.answer();
        desk.say("知道了。");
        desk.finish();
        desk.answer();
        NOTE.iter().for_each(|(slot, text)| desk.note(*slot, text));
        desk.finish();
        assert_eq!(desk.verdict().worst_call, Some(1));
    }
}

mod the_end {
    use super::*;

    #[test]
    fn nothing_rings_once_the_time_is_up_and_the_shift_ends_with_the_last_call() {
        let mut desk = Desk::of(&["lamp"]);
        while desk.shift.next_ms().is_some() {
            desk.wait(1_000);
        }
        assert!(desk.state().is_over);
        assert!(desk.state().calls.iter().all(|call| call.began_ms <= 180_000), "three minutes");
        let last = desk.state().calls.iter().filter_map(|call| call.ended_ms).max();
        assert_eq!(desk.state().now_ms, last.expect("calls").max(180_000));
        assert_eq!(desk.act(Act::PutAside), Err(Refused::ShiftIsOver));
    }

    /// A desk at rest where a call back is still to be made, whose time is up at the moment that is picked out of it.
    fn closes_when(life: &str, picked: impl Fn(&Desk) -> u32) -> Desk {
        let worked = |shift_ms: u32| {
            let mut desk = Desk::with(&["fee"], |card| {
                card.shift_ms = shift_ms;
                only_life(card, life);
            });
            desk.answer();
            desk.say("您贵姓？");
            desk.finish();
            desk
        };
        worked(picked(&worked(180_000)))
    }

    #[test]
    fn nothing_begins_in_the_millisecond_in_which_the_time_is_up() {
        let rings = |desk: &Desk| desk.state().next_ms.expect("a phone that will ring");
        let life = |desk: &Desk| desk.state().life_at.expect("something that will go on at the desk").0;
        let too_late: [&dyn Fn(&Desk) -> u32; 2] = [&rings, &life];
        for picked in too_late {
            let mut desk = closes_when("cup", picked);
            let (closes_ms, due_ms) = (desk.shift.card().shift_ms, desk.state().tickets[0].due_ms);
            desk.until(closes_ms);
            assert!(desk.state().has_closed && !desk.state().is_over, "the promise keeps it open");
            desk.until(due_ms);
            assert!(desk.state().is_over);
            let began = desk.state().log.iter().filter(|(at_ms, _)| *at_ms >= closes_ms);
            let began: Vec<Event> = began.map(|(_, event)| *event).collect();
            assert_eq!(began, [Event::Broken(0)], "nothing else happens after {closes_ms} ms");
        }
        let mut in_time = closes_when("cup", |desk| rings(desk) + 1);
        in_time.until(in_time.shift.card().shift_ms);
        assert_eq!(in_time.state().calls.len(), 2, "a millisecond earlier it still rings");
    }

    #[test]
    fn a_call_that_goes_on_is_finished_first() {
        let mut desk = Desk::with(&["lamp"], |card| card.shift_ms = FIRST_RING + 2_000);
        desk.answer();
        desk.until(FIRST_RING + 5_000);
        assert!(!desk.state().is_over);
        desk.finish();
        assert!(desk.state().is_over);
    }

    #[test]
    fn time_stands_still_after_it() {
        let mut desk = Desk::with(&["lamp"], |card| card.shift_ms = 5_000);
        desk.until(60_000);
        assert_eq!((desk.state().is_over, desk.state().now_ms, desk.state().calls.len()), (true, 5_000, 0));
    }

    #[test]
    fn the_bots_are_what_they_are_called_at_the_small_desk_too() {
        let mut busy = card();
        (busy.pace.together, busy.pace.meanwhile, busy.pace.far, busy.pace.colleague) = (20, 30, 20, 50);
        busy.pace.life = 60;
        let busy = Arc::new(busy);
        for seed in 0..50 {
            let perfect = judge(&work(busy.clone(), seed, Bot::Perfect));
            assert_eq!((perfect.score, perfect.is_passed), (100, true), "{seed}");
            let slow = judge(&work(busy.clone(), seed, Bot::Slow));
            assert!(!slow.is_passed && slow.answered_within == 0 && slow.apologies_made == 0, "{seed}");
        }
    }
}

mod refusals {
    use super::*;

    /// Whatever is refused leaves the desk and its inputs as they were.
    fn refuses(desk: &mut Desk, acts: &[Act]) {
        let (state, inputs) = (desk.state().clone(), desk.shift.inputs().to_vec());
        for act in acts {
            assert!(desk.act(act.clone()).is_err(), "{act:?}");
            assert_eq!((desk.state(), desk.shift.inputs()), (&state, inputs.as_slice()), "{act:?}");
        }
    }

    #[test]
    fn they_change_nothing() {
        let nothing_there = [
            Act::PickUp(9),
            Act::Fill("3栋1单元电梯正常".into()),
            Act::Say(9),
            Act::RingBack(0),
            Act::RingBack(255),
            Act::HandOver,
        ];
        let mut desk = Desk::with(&["lamp"], |card| only_life(card, "cup"));
        refuses(&mut desk, &nothing_there);
        refuses(
            &mut desk,
            &[Act::PutAside, Act::PutDown(GENTLY), Act::Speak("您好".into()), Act::PickUp(0), Act::PickUp(2)],
        );
        desk.rings();
        refuses(&mut desk, &nothing_there);
        desk.pick_up(0);
        refuses(&mut desk, &nothing_there);
        refuses(&mut desk, &[Act::PutAside, Act::PickUp(0), Act::PickUp(1), Act::Speak(" ".into())]);
        desk.say(OPENING);
        refuses(&mut desk, &nothing_there);
        refuses(&mut desk, &[Act::Say(3), Act::Speak("请问您贵姓".into())]);
        desk.finish();
        refuses(&mut desk, &nothing_there);
        refuses(&mut desk, &[Act::PutDown(GENTLY), Act::PickUp(0), Act::PickUp(1)]);
    }
}

mod the_clock {
    use super::*;

    #[test]
    fn a_machine_that_slept_through_an_hour_lost_no_caller() {
        let mut desk = Desk::of(&["lamp"]);
        let mut clock = Clock::at(0, 100.0);
        for frame in 1..=660_u32 {
            desk.until(clock.look(100.0 + f64::from(frame) / 60.0));
        }
        assert_eq!((desk.state().now_ms, desk.call(0).began_ms), (11_000, FIRST_RING));
        desk.until(clock.look(3_711.0));
        assert!(clock.is_paused);
        assert_eq!(desk.state().now_ms, 11_000);
        clock.go_on(4_000.0);
        desk.until(clock.look(4_001.0));
        desk.pick_up(0);
        desk.finish();
        assert_eq!(desk.verdict().reactions_ms, [2_000]);
    }
}
