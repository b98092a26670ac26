//! The front desk until the receiver is lifted: rings, patience, which phone first, the far phone, what lies on the desk.
//!
//! At the small desk of `tests/data/desk`; see `support/desk.rs` for how it is worked. The first phone rings at 10 s.

mod support;

use support::desk::{Desk, FIRST_RING, GENTLY, LATE_OPENING, OPENING, card, only_life, under};
use three_rings::content::drill::card::DrillCard;
use three_rings::content::drill::{Check, LineKind, RingRule};
use three_rings::play::drill::act::{Act, Refused};
use three_rings::play::drill::state::{Event, How, Stage};

mod rings {
    use super::*;

    /// Whether whoever answers so many milliseconds after the first ring began is in time.
    fn is_in_time(ms: u32) -> bool {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer_after(ms);
        desk.finish();
        assert_eq!(desk.verdict().reactions_ms, [ms]);
        assert_eq!(desk.met(Check::Rings).0, desk.verdict().answered_within);
        desk.met(Check::Rings) == (1, 1)
    }

    #[test]
    fn nine_seconds_are_three_rings_and_a_millisecond_more_are_four() {
        for ms in [0, 1, 3_000, 8_999, 9_000] {
            assert!(is_in_time(ms), "{ms} ms");
        }
        for ms in [9_001, 12_000, 29_999] {
            assert!(!is_in_time(ms), "{ms} ms");
        }
    }

    #[test]
    fn they_are_counted_from_when_the_phone_rang_and_not_from_when_somebody_looked() {
        let mut desk = Desk::of(&["lamp"]);
        desk.until(FIRST_RING + 9_000);
        assert_eq!(desk.call(0).began_ms, FIRST_RING, "nobody looked at the desk for 19 seconds");
        desk.pick_up(0);
        desk.finish();
        assert_eq!(desk.met(Check::Rings), (1, 1));
    }

    #[test]
    fn a_shift_can_have_longer_rings_and_fewer_of_them() {
        let answered_at = |ms: u32| {
            let mut desk = Desk::with(&["lamp"], |card| (card.rings.ring_ms, card.rings.answer_within) = (5_000, 2));
            desk.answer_after(ms);
            desk.finish();
            desk.met(Check::Rings)
        };
        assert_eq!([answered_at(10_000), answered_at(10_001)], [(1, 1), (0, 1)]);
    }

    #[test]
    fn an_apology_is_due_from_the_fifth_ring_and_by_the_trades_rule_from_the_fourth() {
        let is_due = |rule: RingRule, ms: u32| {
            let rings = under(rule).rings;
            let mut desk = Desk::with(&["lamp"], |card| card.rings = rings);
            desk.answer_after(ms);
            desk.finish();
            desk.verdict().apologies_due == 1
        };
        for (ms, standing, trade) in [(9_000, false, false), (9_001, false, true), (12_000, false, true)] {
            assert_eq!((is_due(RingRule::Standing, ms), is_due(RingRule::Trade, ms)), (standing, trade), "{ms} ms");
        }
        assert!(is_due(RingRule::Standing, 12_001) && is_due(RingRule::Trade, 12_001));
    }

    #[test]
    fn the_caller_gives_up_after_ten_rings_and_a_hand_that_comes_then_finds_nobody() {
        let mut last_moment = Desk::of(&["lamp"]);
        last_moment.answer_after(29_999);
        assert_eq!(last_moment.call(0).stage, Stage::Opening);

        let mut too_late = Desk::of(&["lamp"]);
        too_late.until(FIRST_RING + 30_000);
        assert_eq!(too_late.how(0), Some(How::GaveUp));
        assert_eq!(too_late.when(Event::GaveUp(0)), Some(FIRST_RING + 30_000));
        assert_eq!(too_late.act(Act::PickUp(too_late.call(0).phone)), Err(Refused::NothingThere));
    }

    #[test]
    fn even_the_most_impatient_waits_until_an_apology_is_due() {
        let gives_up = |patience_percent: u32| {
            let mut desk = Desk::with(&["lamp"], |card| card.callers[0].patience_percent = patience_percent);
            desk.until(90_000);
            desk.when(Event::GaveUp(0)).map(|at_ms| at_ms - FIRST_RING)
        };
        assert_eq!(gives_up(200), Some(60_000));
        assert_eq!(gives_up(80), Some(24_000));
        assert_eq!(gives_up(1), Some(18_000), "three rings beyond the third");
    }

    #[test]
    fn the_next_phone_rings_when_the_desk_has_been_at_rest_for_the_pause() {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer();
        desk.finish();
        let at_rest = desk.state().now_ms;
        desk.rings();
        assert_eq!(desk.call(1).began_ms, at_rest + 10_000);
    }
}

mod two_at_once {
    use super::*;

    /// A long-distance call and one of this town, ringing together, at least for a moment: (long, local).
    fn together() -> (Desk, usize, usize) {
        let mut desk = Desk::with(&["tree", "lamp"], |card| card.pace.together = 100);
        let (one, other) = (desk.rings(), desk.rings());
        let is_long = |call: usize| {
            let caller = usize::from(desk.call(call).caller);
            desk.shift.card().callers[caller].line == LineKind::LongDistance
        };
        assert_ne!(is_long(one), is_long(other), "one of each");
        assert_ne!(desk.call(one).phone, desk.call(other).phone);
        if is_long(one) { (desk, one, other) } else { (desk, other, one) }
    }

    #[test]
    fn long_distance_first_is_right() {
        let (mut desk, long, _) = together();
        desk.pick_up(long);
        assert_eq!((desk.met(Check::Priority), desk.verdict().priority_errors), ((1, 1), 0));
    }

    #[test]
    fn the_other_first_is_an_error() {
        let (mut desk, _, local) = together();
        desk.pick_up(local);
        assert_eq!((desk.met(Check::Priority), desk.verdict().priority_errors), ((0, 1), 1));
    }

    #[test]
    fn whoever_was_faster_than_the_second_phone_had_no_choice() {
        let mut desk = Desk::with(&["tree", "lamp"], |card| card.pace.together = 100);
        let first = desk.rings();
        desk.pick_up(first);
        desk.rings();
        assert_eq!(desk.met(Check::Priority), (0, 0));
    }

    #[test]
    fn between_two_of_this_town_there_is_no_wrong_choice() {
        let mut desk = Desk::with(&["noise", "lamp"], |card| card.pace.together = 100);
        let (_, other) = (desk.rings(), desk.rings());
        desk.pick_up(other);
        assert_eq!(desk.met(Check::Priority), (0, 0));
    }

    #[test]
    fn each_has_rings_of_its_own() {
        let (mut desk, long, local) = together();
        let (first, second) = (long.min(local), long.max(local));
        desk.until(desk.call(second).began_ms + 30_000);
        let given_up = [first, second].map(|call| desk.when(Event::GaveUp(call)).expect("given up"));
        let began = [first, second].map(|call| desk.call(call).began_ms);
        assert_eq!(given_up, began.map(|at_ms| at_ms + 30_000));
    }
}

mod the_far_phone {
    use super::*;

    fn far(card: &mut DrillCard) {
        card.pace.far = 100;
    }

    fn colleague_nearer(card: &mut DrillCard) {
        (card.pace.far, card.pace.colleague) = (100, 100);
    }

    #[test]
    fn one_walks_three_seconds_and_lifts_the_receiver_there() {
        let mut desk = Desk::with(&["lamp"], far);
        let call = desk.answer_after(6_000);
        assert_eq!(desk.state().walking, Some((call, FIRST_RING + 9_000)));
        assert!(desk.offered().is_empty(), "nobody is on the line yet");
        desk.wait(3_000);
        assert_eq!((desk.state().walking, desk.state().in_hand), (None, Some(call)));
        desk.finish();
        assert_eq!((desk.met(Check::Rings), desk.met(Check::Priority)), ((1, 1), (1, 1)), "reacted in 9,000 ms");
    }

    #[test]
    fn one_millisecond_later_the_way_was_too_long() {
        let mut desk = Desk::with(&["lamp"], far);
        desk.answer_after(6_001);
        desk.wait(3_000);
        desk.finish();
        assert_eq!(desk.met(Check::Rings), (0, 1));
    }

    #[test]
    fn on_the_way_the_hands_are_full() {
        let mut desk = Desk::with(&["lamp"], far);
        let call = desk.answer_after(0);
        assert_eq!(desk.act(Act::PickUp(desk.call(call).phone)), Err(Refused::HandsFull));
        assert_eq!(desk.act(Act::RingBack(0)), Err(Refused::HandsFull));
        assert_eq!(desk.act(Act::PutDown(GENTLY)), Err(Refused::NothingThere));
    }

    #[test]
    fn whoever_gives_up_while_one_walks_is_lost() {
        let mut desk = Desk::with(&["lamp"], far);
        let call = desk.answer_after(28_000);
        desk.wait(3_000);
        assert_eq!((desk.how(call), desk.state().in_hand, desk.state().walking), (Some(How::GaveUp), None, None));
        assert_eq!((desk.met(Check::Rings), desk.met(Check::Priority)), ((0, 1), (0, 1)));
    }

    #[test]
    fn letting_it_ring_out_is_an_error_of_priority() {
        let mut desk = Desk::with(&["lamp"], far);
        desk.until(FIRST_RING + 30_000);
        assert_eq!((desk.met(Check::Priority), desk.verdict().priority_errors), ((0, 1), 1));
    }

    #[test]
    fn a_colleague_who_sits_nearer_answers_after_two_rings_and_the_call_is_nobodys_fault() {
        let mut desk = Desk::with(&["lamp"], colleague_nearer);
        desk.until(FIRST_RING + 6_000);
        assert_eq!((desk.how(0), desk.when(Event::Colleague(0))), (Some(How::Colleague), Some(FIRST_RING + 6_000)));
        let verdict = desk.verdict();
        assert_eq!((verdict.calls, verdict.occasions, verdict.wilson), (0, vec![], None));
    }

    #[test]
    fn one_may_still_walk_and_be_too_late_or_in_time() {
        let mut too_late = Desk::with(&["lamp"], colleague_nearer);
        too_late.answer_after(4_000);
        too_late.wait(3_000);
        assert_eq!((too_late.how(0), too_late.state().in_hand), (Some(How::Colleague), None));

        let mut in_time = Desk::with(&["lamp"], colleague_nearer);
        let call = in_time.answer_after(1_000);
        in_time.wait(3_000);
        assert_eq!(in_time.state().in_hand, Some(call));
        in_time.finish();
        assert_eq!(in_time.met(Check::Priority), (0, 0), "neither right nor wrong");
    }
}

mod what_lies_on_the_desk {
    use super::*;

    fn cup() -> Desk {
        Desk::with(&["lamp"], |card| only_life(card, "cup"))
    }

    fn form() -> Desk {
        let mut desk = Desk::with(&["lamp"], |card| only_life(card, "form"));
        desk.until(FIRST_RING - 1);
        assert!(desk.state().life.is_some(), "it comes at least a second and a half before the ring");
        desk
    }

    #[test]
    fn the_cup_is_put_down_before_the_receiver_is_lifted() {
        let mut desk = cup();
        desk.rings();
        desk.do_it(Act::PutAside);
        desk.pick_up(0);
        desk.finish();
        assert_eq!(desk.met(Check::Posture), (1, 1));
    }

    #[test]
    fn with_the_cup_in_the_hand_is_no_way_to_answer_and_afterwards_it_is_too_late() {
        let mut desk = cup();
        desk.answer_after(0);
        assert_eq!(desk.act(Act::PutAside), Err(Refused::NothingThere));
        desk.finish();
        assert_eq!(desk.met(Check::Posture), (0, 1));
    }

    #[test]
    fn it_is_put_down_once() {
        let mut desk = cup();
        desk.rings();
        desk.do_it(Act::PutAside);
        assert_eq!(desk.act(Act::PutAside), Err(Refused::NothingThere));
    }

    #[test]
    fn a_form_may_lie_where_it_lies() {
        let mut desk = form();
        desk.answer();
        desk.finish();
        assert_eq!(desk.met(Check::Posture), (0, 0));
    }

    #[test]
    fn a_form_is_filled_by_copying_it_however_the_marks_are_typed() {
        let mut desk = form();
        assert_eq!(desk.act(Act::Fill("3栋1单元".into())), Err(Refused::NothingThere), "half of it");
        desk.do_it(Act::Fill("３栋 1单元，电梯正常".into()));
        assert_eq!((desk.state().forms_filled, desk.state().life), (1, None));
        assert_eq!(desk.act(Act::Fill("3栋1单元电梯正常。".into())), Err(Refused::NothingThere), "it is gone");
    }
}

#[test]
fn the_far_phone_stands_last_however_it_was_written() {
    let far: Vec<bool> = card().phones.iter().map(|phone| phone.is_far).collect();
    assert_eq!(far, [false, false, true]);
}

#[test]
fn an_apology_that_is_due_and_made_is_counted_once() {
    for (line, made) in [(OPENING, 0), (LATE_OPENING, 1)] {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer_after(12_001);
        desk.say(line);
        desk.finish();
        assert_eq!((desk.verdict().apologies_due, desk.verdict().apologies_made), (1, made), "{line}");
    }
}
