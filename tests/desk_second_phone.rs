//! The front desk with more than one call: the second phone, the one who waits, and calls back.
//!
//! At the small desk of `tests/data/desk`; see `support/desk.rs` for how it is worked.

mod support;

use support::desk::{Desk, GENTLY, OPENING};
use three_rings::content::drill::Check;
use three_rings::content::scenario::Slot;
use three_rings::play::drill::act::{Act, Refused};
use three_rings::play::drill::state::{Event, How, Stage, TicketKind, Way};

const LEAVE: &str = "请您稍等";
const TAKE_NUMBER: &str = "请留个号码";
const BACK: &str = "让您久等了";

mod second_phone {
    use super::*;

    /// A desk with somebody on the line who has just said something, while the second phone begins to ring.
    fn two_phones() -> Desk {
        let mut desk = Desk::with(&["lamp", "tree"], |card| card.pace.meanwhile = 100);
        desk.answer();
        desk.hear();
        while desk.state().calls.len() < 2 {
            let place = desk.shift.recommended().expect("something to say");
            desk.do_it(Act::Say(u8::try_from(place).expect("few lines")));
            desk.hear();
        }
        assert_eq!(desk.call(1).stage, Stage::Ringing);
        desk
    }

    /// Asks the first for leave, answers the second and takes a number, says goodbye: back with the first in the hand.
    fn by_the_book(leave: &str, take_number: &str, back: &str) -> Desk {
        let mut desk = two_phones();
        desk.say(leave);
        desk.pick_up(1);
        desk.say(OPENING);
        desk.say(take_number);
        desk.finish();
        desk.pick_up(0);
        desk.say(back);
        desk.finish();
        desk
    }

    #[test]
    fn leave_is_asked_a_number_taken_and_one_comes_back_with_a_word() {
        let desk = by_the_book(LEAVE, TAKE_NUMBER, BACK);
        assert_eq!((desk.met(Check::SecondPhone), desk.how(1)), ((1, 1), Some(How::Deferred)));
        assert_eq!(desk.heard(1).iter().filter(|words| words.len() == 10).count(), 1, "the number on the display");
        assert_eq!(desk.met(Check::Rings), (2, 2), "who asks leave has time for both");
    }

    #[test]
    fn each_of_the_three_is_asked_for() {
        for (leave, take_number, back) in
            [("等着", TAKE_NUMBER, BACK), (LEAVE, "过会儿再打", BACK), (LEAVE, TAKE_NUMBER, "说到哪儿了")]
        {
            let desk = by_the_book(leave, take_number, back);
            assert_eq!(desk.met(Check::SecondPhone), (0, 1), "{leave} {take_number} {back}");
        }
    }

    #[test]
    fn call_again_later_is_a_brush_off_and_leaves_nothing_to_ring_back() {
        let desk = by_the_book(LEAVE, "过会儿再打", BACK);
        assert!(desk.state().tickets.is_empty());
        assert_ne!(desk.how(1), Some(How::Deferred));
        let brushed_off = desk.verdict().occasions.into_iter().any(|it| it.check == Check::NoBrushOff && !it.is_met);
        assert!(brushed_off);
    }

    #[test]
    fn leave_is_offered_while_the_second_phone_rings_and_a_number_is_taken_while_the_first_one_waits() {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer();
        let standing = |desk: &Desk| desk.offered().iter().filter(|it| it.starts_with("请您稍等")).count();
        assert_eq!(standing(&desk), 0, "one phone");
        let number = |desk: &Desk| desk.offered().iter().filter(|it| it.starts_with(TAKE_NUMBER)).count();
        let mut desk = two_phones();
        assert_eq!((standing(&desk), number(&desk)), (1, 0));
        desk.say(LEAVE);
        desk.pick_up(1);
        desk.say(OPENING);
        desk.hear();
        assert_eq!((standing(&desk), number(&desk)), (0, 1));
    }

    #[test]
    fn letting_the_second_phone_ring_out_loses_it() {
        let mut desk = two_phones();
        desk.finish();
        desk.until(desk.call(1).began_ms + 30_000);
        assert_eq!((desk.how(1), desk.met(Check::SecondPhone)), (Some(How::GaveUp), (0, 1)));
    }

    #[test]
    fn whoever_ends_the_first_call_in_time_for_the_second_had_nobody_to_ask() {
        let mut desk = Desk::with(&["lamp", "tree"], |card| {
            card.pace.meanwhile = 100;
            card.callers.iter_mut().for_each(|caller| caller.talk.truncate(1));
        });
        desk.answer();
        desk.finish();
        desk.pick_up(1);
        desk.finish();
        assert_eq!((desk.met(Check::Rings), desk.met(Check::SecondPhone)), ((2, 2), (0, 0)));
    }

    #[test]
    fn whoever_waits_hangs_up_after_forty_five_seconds() {
        let mut desk = two_phones();
        desk.say(LEAVE);
        let held = desk.state().now_ms;
        desk.until(held + 44_999);
        assert_eq!(desk.call(0).stage, Stage::Held);
        desk.wait(1);
        assert_eq!(
            (desk.how(0), desk.call(0).holds.as_slice()),
            (Some(How::HungUp), &[(held, Some(held + 45_000))][..])
        );
        assert_eq!(desk.act(Act::PickUp(desk.call(0).phone)), Err(Refused::NothingThere));
    }

    #[test]
    fn with_a_receiver_in_the_hand_no_other_is_lifted() {
        let mut desk = two_phones();
        assert_eq!(desk.act(Act::PickUp(desk.call(1).phone)), Err(Refused::HandsFull));
    }

    #[test]
    fn whoever_waited_goes_on_where_they_stopped() {
        let mut desk = two_phones();
        let exchange = desk.call(0).exchange;
        desk.say(LEAVE);
        desk.wait(20_000);
        desk.pick_up(0);
        desk.say(BACK);
        assert_eq!((desk.call(0).exchange, desk.heard(0).last()), (exchange, Some(&"没事。那我接着往下说")));
        assert_eq!(desk.when(Event::Back(0)), Some(desk.state().now_ms));
    }

    #[test]
    fn what_is_written_belongs_to_the_call_whose_receiver_was_in_the_hand_last() {
        let mut desk = two_phones();
        let what = |desk: &Desk| [0, 1].map(|call| desk.call(call).note[Slot::What as usize].clone());
        desk.say(LEAVE);
        desk.note(Slot::What, "路灯");
        assert_eq!(what(&desk), ["路灯", ""], "the second only rings");
        desk.pick_up(1);
        desk.say(OPENING);
        desk.say(TAKE_NUMBER);
        desk.finish();
        desk.note(Slot::What, "回电");
        assert_eq!(what(&desk), ["路灯", "回电"]);
        desk.pick_up(0);
        desk.say(BACK);
        desk.finish();
        desk.note(Slot::What, "路灯不亮");
        assert_eq!(what(&desk), ["路灯不亮", "回电"], "one came back to the first");
    }

    #[test]
    fn a_number_that_was_taken_is_rung_and_the_matter_is_judged_there() {
        let mut desk = by_the_book(LEAVE, TAKE_NUMBER, BACK);
        assert_eq!(desk.state().tickets[0].kind, TicketKind::Deferred);
        desk.do_it(Act::RingBack(0));
        desk.wait(2_500);
        assert_eq!(desk.heard(2), ["喂，哪里"]);
        desk.finish();
        assert_eq!((desk.call(2).way, desk.how(2)), (Way::Outgoing(0), Some(How::Finished)));
        assert_eq!(
            (desk.met(Check::CallBack), desk.met(Check::Identity), desk.met(Check::ReadBack)),
            ((1, 1), (2, 2), (2, 2))
        );
        assert_eq!(desk.verdict().calls, 2, "calls back are not calls to answer");
    }

    #[test]
    fn a_number_that_is_not_rung_within_two_minutes_is_a_broken_promise_and_a_lost_matter() {
        let mut desk = by_the_book(LEAVE, TAKE_NUMBER, BACK);
        let due = desk.state().tickets[0].due_ms;
        desk.until(due);
        assert_eq!(desk.when(Event::Broken(0)), Some(due));
        let of_second = |check| desk.verdict().occasions.into_iter().find(|it| it.call == 1 && it.check == check);
        for check in [Check::CallBack, Check::Identity, Check::ReadBack] {
            assert_eq!(of_second(check).map(|it| it.is_met), Some(false), "{check:?}");
        }
    }
}

mod call_back {
    use super::*;

    /// A desk at which a call back was promised, and when.
    fn promised() -> (Desk, u32) {
        let mut desk = Desk::of(&["fee"]);
        desk.answer();
        desk.say("您贵姓？");
        let promised = desk.state().now_ms;
        desk.finish();
        (desk, promised)
    }

    /// The next calls are answered as well, until so many milliseconds after the promise.
    fn work_until(desk: &mut Desk, at_ms: u32) {
        while desk.state().now_ms < at_ms {
            let next_ms = desk.shift.next_ms().unwrap_or(at_ms).min(at_ms);
            desk.shift.advance(next_ms);
        }
    }

    /// The promise of the first call only: its occasion.
    fn kept(desk: &Desk) -> Option<bool> {
        let occasions = desk.verdict().occasions;
        occasions.into_iter().find(|it| it.call == 0 && it.check == Check::CallBack).map(|it| it.is_met)
    }

    #[test]
    fn it_can_be_made_when_there_is_something_to_tell_and_is_kept_by_making_it() {
        let (mut desk, promised) = promised();
        desk.until(promised + 29_999);
        assert_eq!(desk.act(Act::RingBack(0)), Err(Refused::NothingThere), "nothing to tell yet");
        desk.wait(1);
        desk.do_it(Act::RingBack(0));
        let dialled = desk.state().in_hand.expect("the receiver in the hand");
        desk.wait(2_500);
        assert_eq!(desk.heard(dialled), ["喂，我的费用查到了吗"]);
        desk.finish();
        assert_eq!(kept(&desk), Some(true));
        assert_eq!(desk.act(Act::RingBack(0)), Err(Refused::NothingThere), "it was made");
    }

    #[test]
    fn at_the_last_moment_it_is_kept_and_after_it_broken() {
        let dialled_at = |after_ms: u32| {
            let (mut desk, promised) = promised();
            work_until(&mut desk, promised + after_ms);
            desk.do_it(Act::RingBack(0));
            desk.wait(2_500);
            desk.finish();
            kept(&desk)
        };
        assert_eq!(dialled_at(119_999), Some(true));
        assert_eq!(dialled_at(120_001), Some(false));
    }

    #[test]
    fn late_is_told_when_it_is_due() {
        let (mut desk, promised) = promised();
        work_until(&mut desk, promised + 120_000);
        assert_eq!(desk.when(Event::Broken(0)), Some(promised + 120_000));
        assert_eq!(kept(&desk), Some(false));
    }

    #[test]
    fn broken_off_it_is_not_kept_and_cannot_be_made_again() {
        let (mut desk, promised) = promised();
        desk.until(promised + 30_000);
        desk.do_it(Act::RingBack(0));
        desk.wait(2_500);
        desk.do_it(Act::PutDown(GENTLY));
        assert_eq!(kept(&desk), Some(false));
        assert_eq!(desk.act(Act::RingBack(0)), Err(Refused::NothingThere));
    }

    #[test]
    fn dialled_and_put_down_before_anybody_answers_it_can_be_dialled_again() {
        let (mut desk, promised) = promised();
        desk.until(promised + 30_000);
        desk.do_it(Act::RingBack(0));
        desk.wait(2_499);
        desk.do_it(Act::PutDown(GENTLY));
        desk.do_it(Act::RingBack(0));
        desk.wait(2_500);
        desk.finish();
        assert_eq!(kept(&desk), Some(true));
    }

    #[test]
    fn dialled_and_put_down_before_anybody_answers_it_costs_nothing() {
        let judged = |dials: usize| {
            // Nobody else rings meanwhile.
            let gap_ms = 100_000;
            let mut desk =
                Desk::with(&["fee"], |card| (card.pace.least_gap_ms, card.pace.most_gap_ms) = (gap_ms, gap_ms));
            desk.answer();
            desk.say("您贵姓？");
            desk.finish();
            desk.until(desk.state().tickets[0].ready_ms);
            for _ in 0..dials {
                desk.do_it(Act::RingBack(0));
                desk.wait(2_499);
                desk.do_it(Act::PutDown(0));
            }
            desk.do_it(Act::RingBack(0));
            desk.wait(2_500);
            desk.finish();
            let verdict = desk.verdict();
            assert_eq!((kept(&desk), verdict.calls), (Some(true), 1));
            let judged: Vec<_> = verdict.occasions.iter().map(|it| (it.check, it.is_met)).collect();
            (verdict.score, verdict.worst_call, judged)
        };
        assert_eq!([judged(1), judged(3)], [judged(0), judged(0)]);
    }

    #[test]
    fn it_goes_over_a_phone_that_nobody_uses() {
        let (mut desk, promised) = promised();
        desk.until(promised + 30_000);
        let ringing = desk.state().ringing().next().expect("the next call");
        desk.do_it(Act::RingBack(0));
        let dialled = desk.state().in_hand.expect("the receiver in the hand");
        assert_ne!(desk.call(dialled).phone, desk.call(ringing).phone);
    }

    #[test]
    fn nothing_is_dialled_on_a_phone_that_is_about_to_ring() {
        let mut desk = Desk::with(&["fee", "tree"], |card| {
            card.pace.together = 100;
            card.callers.iter_mut().filter_map(|caller| caller.later.as_mut()).for_each(|later| later.ready_ms = 0);
        });
        let (tree, fee) = (desk.rings(), desk.rings());
        desk.pick_up(tree);
        desk.finish();
        desk.pick_up(fee);
        desk.say(OPENING);
        desk.say("您贵姓？");
        desk.finish();
        let first = desk.rings();
        assert!(desk.state().second.is_some(), "one rings, the other is about to");
        assert_eq!(desk.act(Act::RingBack(0)), Err(Refused::HandsFull));
        let second = desk.rings();
        assert_ne!(desk.call(first).phone, desk.call(second).phone);
        assert_eq!(desk.act(Act::RingBack(0)), Err(Refused::HandsFull), "both are in use now");
        desk.until(desk.call(first).began_ms + 30_000);
        desk.do_it(Act::RingBack(0));
        let dialled = desk.state().in_hand.expect("the receiver in the hand");
        assert_eq!(desk.call(dialled).phone, desk.call(first).phone, "who gave up leaves a phone free");
    }

    #[test]
    fn not_promised_it_is_missing() {
        let mut desk = Desk::of(&["fee"]);
        desk.answer();
        desk.say("我记下了。");
        desk.finish();
        assert_eq!((desk.state().tickets.len(), kept(&desk)), (0, Some(false)));
    }

    #[test]
    fn whoever_asks_for_none_is_owed_none() {
        let mut desk = Desk::of(&["noise"]);
        desk.answer();
        desk.finish();
        assert_eq!(desk.met(Check::CallBack), (0, 0));
    }

    #[test]
    fn handing_over_ends_the_shift_and_breaks_the_promise() {
        let mut desk = Desk::with(&["fee"], |card| card.callers[0].later.as_mut().expect("later").due_ms = 240_000);
        desk.answer();
        desk.say("您贵姓？");
        desk.finish();
        assert_eq!(desk.act(Act::HandOver), Err(Refused::HandsFull), "the shift is not over yet");
        work_until(&mut desk, 180_000);
        while !desk.state().is_at_rest() {
            desk.wait(1_000);
        }
        desk.wait(20_000);
        assert!(!desk.state().is_over, "the promise keeps it open");
        assert!(desk.state().calls.iter().all(|call| call.began_ms < 180_000), "but nobody rings any more");
        desk.do_it(Act::HandOver);
        assert!(desk.state().is_over);
        assert_eq!(kept(&desk), Some(false));
    }
}
