//! The front desk on the line: the first sentence, talking over, silence, the second phone, and how a call is closed.
//!
//! At the small desk of `tests/data/desk`, where every line of a caller lasts a second; see `support/desk.rs`.

mod support;

use support::desk::{Desk, GENTLY, LATE_OPENING, OPENING};
use three_rings::content::drill::Check;
use three_rings::play::drill::act::{Act, Refused};
use three_rings::play::drill::state::{Event, How, Stage};

/// A desk on whose phone somebody is about to say what it is about, and the call.
fn on_the_line(caller: &str) -> (Desk, usize) {
    let mut desk = Desk::of(&[caller]);
    let call = desk.answer();
    (desk, call)
}

mod the_first_sentence {
    use super::*;

    /// Whether a first sentence is whole, said after so many milliseconds of ringing; and whether it apologised.
    fn said(ms: u32, say: impl FnOnce(&mut Desk)) -> ((usize, usize), (usize, usize)) {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer_after(ms);
        say(&mut desk);
        desk.finish();
        (desk.met(Check::FirstSentence), desk.met(Check::Apology))
    }

    const EARLY: u32 = 1_000;
    const LATE: u32 = 12_001;
    const NOT_DUE: (usize, usize) = (0, 0);

    #[test]
    fn chosen_it_has_greeting_unit_and_name() {
        assert_eq!(said(EARLY, |desk| desk.say(OPENING)), ((1, 1), NOT_DUE));
        assert_eq!(said(EARLY, |desk| desk.say("您好，请讲。")), ((0, 1), NOT_DUE));
    }

    #[test]
    fn typed_it_is_heard_with_the_same_ear() {
        for whole in ["你好，这里是云景物业，小陈为您服务", "小陈，云景服务中心，您好", "喂，您好，云景物业小陈"]
        {
            assert_eq!(said(EARLY, |desk| desk.speak(whole)).0, (1, 1), "{whole}");
        }
        for lacking in ["您好，云景物业", "云景物业小陈", "您好，我是小陈", "您好，物业小陈"]
        {
            assert_eq!(said(EARLY, |desk| desk.speak(lacking)).0, (0, 1), "{lacking}");
        }
    }

    #[test]
    fn a_bare_wei_is_no_greeting() {
        assert_eq!(said(EARLY, |desk| desk.say("喂")).0, (0, 1));
        assert_eq!(said(EARLY, |desk| desk.speak("喂？云景物业小陈")).0, (0, 1));
    }

    #[test]
    fn an_apology_is_asked_for_only_where_it_is_due_and_never_held_against_anybody() {
        assert_eq!(said(EARLY, |desk| desk.say(LATE_OPENING)), ((1, 1), NOT_DUE));
        assert_eq!(said(LATE, |desk| desk.say(LATE_OPENING)), ((1, 1), (1, 1)));
        assert_eq!(said(LATE, |desk| desk.speak("抱歉，您好，云景物业小陈")), ((1, 1), (1, 1)));
    }

    #[test]
    fn one_that_lacks_the_apology_has_everything_else() {
        assert_eq!(said(LATE, |desk| desk.say(OPENING)), ((1, 1), (0, 1)));
    }

    #[test]
    fn nothing_typed_is_nothing_said() {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer_after(EARLY);
        for nothing in ["", "  ", "\n"] {
            assert_eq!(desk.act(Act::Speak(nothing.into())), Err(Refused::NothingThere));
        }
        assert_eq!(desk.call(0).stage, Stage::Opening);
    }

    #[test]
    fn the_matter_is_answered_by_choosing() {
        let (mut desk, _) = on_the_line("lamp");
        assert_eq!(desk.shift.typed(), None);
        assert_eq!(desk.act(Act::Speak("请问您贵姓？".into())), Err(Refused::NothingThere));
    }
}

mod talking_over {
    use super::*;

    #[test]
    fn the_caller_complains_and_it_counts_once_for_the_call() {
        let (mut desk, call) = on_the_line("lamp");
        desk.wait(999);
        desk.say_over("请问您贵姓");
        desk.say_over("李女士");
        assert_eq!(desk.heard(call).iter().filter(|words| words.starts_with("你先让我")).count(), 2);
        desk.finish();
        assert_eq!(desk.met(Check::NoInterrupting), (0, 1));
    }

    #[test]
    fn at_the_moment_they_finish_it_is_no_longer_talking_over() {
        let (mut desk, call) = on_the_line("lamp");
        desk.wait(1_000);
        desk.say_over("请问您贵姓");
        desk.finish();
        assert_eq!(desk.met(Check::NoInterrupting), (1, 1));
        assert!(!desk.heard(call).iter().any(|words| words.starts_with("你先让我")));
    }

    #[test]
    fn the_complaint_comes_before_what_they_have_to_say() {
        let (mut desk, call) = on_the_line("lamp");
        desk.say_over("请问您贵姓");
        assert_eq!(desk.heard(call)[1..], ["你先让我把话说完好吗", "姓李，住5栋1203"]);
        assert_eq!(desk.call(call).speech.1, 2_000, "a second for each");
    }
}

mod silence {
    use super::*;

    #[test]
    fn the_caller_asks_once_after_eight_seconds_and_hangs_up_after_eight_more() {
        let (mut desk, call) = on_the_line("lamp");
        let spoken = desk.call(call).speaks_until_ms();
        desk.until(spoken + 7_999);
        assert_eq!(desk.heard(call), ["我家楼下的路灯不亮了"]);
        desk.wait(1);
        assert_eq!(desk.heard(call)[1..], ["喂，有人在听吗，喂喂"]);
        desk.until(spoken + 8_000 + 1_000 + 7_999);
        assert_eq!(desk.call(call).stage, Stage::Talking);
        desk.wait(1);
        assert_eq!((desk.call(call).stage, desk.how(call)), (Stage::Dead, Some(How::HungUp)));
        desk.do_it(Act::PutDown(GENTLY));
        assert_eq!((desk.met(Check::Close), desk.met(Check::Identity)), ((0, 1), (0, 1)));
    }

    #[test]
    fn whoever_lifts_the_receiver_and_says_nothing_is_asked_as_well() {
        let mut desk = Desk::of(&["lamp"]);
        let call = desk.answer_after(1_000);
        desk.wait(8_000);
        assert_eq!(desk.heard(call), ["喂，有人在听吗，喂喂"]);
        desk.wait(9_000);
        assert_eq!(desk.how(call), Some(How::HungUp));
        desk.do_it(Act::PutDown(GENTLY));
        assert_eq!((desk.met(Check::Rings), desk.met(Check::FirstSentence)), ((1, 1), (0, 1)));
    }

    #[test]
    fn answering_while_they_ask_is_no_talking_over() {
        let (mut desk, call) = on_the_line("lamp");
        desk.wait(1_000 + 8_000);
        assert!(desk.state().now_ms < desk.call(call).speaks_until_ms(), "they are asking");
        desk.say_over("请问您贵姓");
        assert!(!desk.heard(call).iter().any(|words| words.starts_with("你先让我")));
        desk.finish();
        assert_eq!(desk.met(Check::NoInterrupting), (1, 1));
    }

    #[test]
    fn what_comes_after_the_question_is_to_be_heard_out_again() {
        let (mut desk, call) = on_the_line("lamp");
        desk.wait(1_000 + 8_000);
        desk.say_over("请问您贵姓");
        desk.say_over("李女士");
        assert_eq!(desk.heard(call).iter().filter(|words| words.starts_with("你先让我")).count(), 1);
        desk.finish();
        assert_eq!(desk.met(Check::NoInterrupting), (0, 1));
    }

    #[test]
    fn an_answer_after_the_question_is_in_time_and_costs_nothing() {
        let (mut desk, _) = on_the_line("lamp");
        desk.wait(1_000 + 8_000 + 1_000);
        desk.finish();
        let occasions = desk.verdict().occasions;
        let missed: Vec<Check> = occasions.iter().filter(|it| !it.is_met).map(|it| it.check).collect();
        assert_eq!(missed, [Check::NoteRecall, Check::NotePrecision], "nothing was written down, that is all");
    }

    #[test]
    fn somebody_patient_bears_more_of_it() {
        let mut desk = Desk::with(&["lamp"], |card| card.callers[0].patience_percent = 200);
        let call = desk.answer();
        desk.wait(1_000 + 15_999);
        assert_eq!(desk.heard(call).len(), 1);
        desk.wait(1);
        assert_eq!(desk.heard(call).len(), 2);
    }
}

mod an_answer_that_is_too_much {
    use super::*;

    #[test]
    fn they_say_so_and_hang_up() {
        let (mut desk, call) = on_the_line("lamp");
        desk.say("路灯不归我们管。");
        assert_eq!((desk.call(call).stage, desk.how(call)), (Stage::Dead, Some(How::HungUp)));
        assert_eq!(desk.heard(call).last(), Some(&"那我就去找你们经理说"));
        assert!(desk.offered().is_empty());
        desk.do_it(Act::PutDown(GENTLY));
        let missed = [Check::NoBrushOff, Check::Identity, Check::ReadBack, Check::Close].map(|it| desk.met(it));
        assert_eq!(missed, [(0, 1); 4], "nothing could be shown any more, and all of it was to be shown");
    }
}

mod closing {
    use super::*;

    /// A desk whose caller has come to an end.
    fn at_the_end() -> Desk {
        let (mut desk, _) = on_the_line("noise");
        desk.say("对不起，让您受累了");
        desk.hear();
        assert_eq!(desk.call(0).stage, Stage::Closing);
        desk
    }

    /// Whether it was closed well by a goodbye and a hand that lowers the receiver for so many milliseconds.
    fn closed(goodbye: &str, lowering_ms: u32) -> (usize, usize) {
        let mut desk = at_the_end();
        desk.say(goodbye);
        desk.wait(200 + 500);
        assert_eq!(desk.call(0).stage, Stage::Dead, "the last word, and half a second");
        desk.do_it(Act::PutDown(lowering_ms));
        assert_eq!(desk.how(0), Some(How::Finished));
        assert_eq!(desk.when(Event::PutDown(0, lowering_ms >= 400)), Some(desk.state().now_ms));
        desk.met(Check::Close)
    }

    #[test]
    fn thanks_goodbye_the_caller_hangs_up_first_and_the_receiver_is_put_down_gently() {
        assert_eq!(closed("谢谢您，再见。", GENTLY), (1, 1));
        assert_eq!(closed("谢谢您，再见。", GENTLY - 1), (0, 1), "a hard hand");
        assert_eq!(closed("拜拜。", GENTLY), (0, 1));
    }

    #[test]
    fn it_can_be_typed() {
        let mut desk = at_the_end();
        desk.speak("谢谢，再见啊");
        desk.wait(700);
        desk.do_it(Act::PutDown(GENTLY));
        assert_eq!(desk.met(Check::Close), (1, 1));
    }

    #[test]
    fn whoever_hangs_up_first_has_not_closed_it_well() {
        let mut with_a_word = at_the_end();
        with_a_word.say("谢谢您，再见。");
        with_a_word.wait(699);
        with_a_word.do_it(Act::PutDown(GENTLY));
        assert_eq!((with_a_word.how(0), with_a_word.met(Check::Close)), (Some(How::Finished), (0, 1)));

        let mut without = at_the_end();
        without.do_it(Act::PutDown(GENTLY));
        assert_eq!((without.how(0), without.met(Check::Close)), (Some(How::Finished), (0, 1)));
        assert_eq!(without.met(Check::NoBrushOff), (0, 0), "the matter itself was settled");
    }

    #[test]
    fn putting_the_receiver_down_on_the_matter_is_a_brush_off_and_misses_what_was_to_come() {
        let (mut desk, call) = on_the_line("noise");
        desk.do_it(Act::PutDown(GENTLY));
        assert_eq!(desk.how(call), Some(How::CutOff));
        let missed = [Check::NoBrushOff, Check::NoArguing, Check::Identity, Check::Close].map(|it| desk.met(it));
        assert_eq!(missed, [(0, 1); 4]);
    }

    #[test]
    fn a_caller_who_waits_for_a_goodbye_hangs_up_in_the_end_without_one() {
        let mut desk = at_the_end();
        desk.wait(8_000 + 1_000 + 8_000);
        assert_eq!((desk.call(0).stage, desk.how(0)), (Stage::Dead, Some(How::Finished)));
        desk.do_it(Act::PutDown(GENTLY));
        assert_eq!((desk.met(Check::Close), desk.met(Check::Identity)), ((0, 1), (1, 1)));
    }

    #[test]
    fn a_receiver_that_is_forgotten_lies_on_the_cradle_after_fifteen_seconds() {
        let mut desk = at_the_end();
        desk.say("谢谢您，再见。");
        desk.wait(700 + 14_999);
        assert_eq!(desk.state().in_hand, Some(0));
        desk.wait(1);
        assert_eq!((desk.state().in_hand, desk.call(0).stage), (None, Stage::Over));
        assert_eq!(desk.when(Event::PutDown(0, false)), Some(desk.state().now_ms));
        assert_eq!((desk.how(0), desk.met(Check::Close)), (Some(How::Finished), (0, 1)));
    }
}
