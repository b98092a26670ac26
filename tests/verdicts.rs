//! The three verdicts exactly as product.md states them, and the note: on the small shelf of `tests/data`.

mod support;

use support::{Spoken, score_of, script, small};
use three_rings::play::call::Call;
use three_rings::play::debrief::{TurnVerdict, debrief};
use three_rings::play::score::{Compliance, NoteScore, Verdict};

const GREETING: &str = "您好，我是服务中心的小陈，请问是5栋1单元702的王先生吗？";
const LISTENING: &str = "是我们没跟上";
const CLOSED_QUESTION: &str = "9月至11月一共900元";

fn dialled() -> Call {
    let mut call = Call::new(script(small(), "small"), 3);
    say(&mut call, &["业主通讯录", "回访记录表", "就这些"]);
    call
}

fn bare() -> Call {
    Call::new(script(small(), "bare"), 3)
}

fn say(call: &mut Call, lines: &[&str]) {
    lines.iter().for_each(|&line| {
        call.say(line);
    });
}

mod process {
    use super::*;

    #[test]
    fn the_recommended_line_has_full_marks_and_says_so() {
        let mut call = dialled();
        call.as_recommended();
        let score = score_of(&call);
        assert_eq!((score.process, score.compliance, score.verdict), (100, Compliance::Clean, Verdict::Passed));
        assert!(score.dimensions.iter().all(|dimension| dimension.percent() == 100));
    }

    #[test]
    fn each_dimension_is_criteria_shown_of_criteria_assessed_times_its_weight() {
        let mut call = dialled();
        say(&mut call, &["喂，我是服务中心的。", LISTENING, CLOSED_QUESTION]);
        call.as_recommended();
        let score = score_of(&call);
        assert_eq!(score.process, 80, "one of two criteria in a dimension that weighs 40");
        let rows: Vec<_> = score.dimensions.iter().map(|it| (it.met, it.assessed, it.weight)).collect();
        assert_eq!(rows, [(1, 1, 10), (1, 2, 40), (2, 2, 20), (1, 1, 10), (2, 2, 10), (1, 1, 10)]);
    }

    #[test]
    fn hanging_up_early_cannot_score_well_by_skipping() {
        let mut call = dialled();
        (0..4).for_each(|_| {
            call.stay_silent();
        });
        let rows: Vec<_> = score_of(&call).dimensions.iter().map(|it| (it.assessed, it.weight)).collect();
        assert_eq!(rows, [(1, 10), (2, 40), (2, 20), (1, 10), (2, 10), (1, 10)], "the scenario fixes what is assessed");
        call.as_recommended();
        let score = score_of(&call);
        assert_eq!(score.process, 20, "materials and a right follow-up; nothing was told, so no note is complete");
        assert_eq!(score.verdict, Verdict::FailedOnProcess);
    }

    #[test]
    fn a_dimension_that_the_scenario_does_not_assess_leaves_its_weight_to_the_others() {
        let mut call = bare();
        say(&mut call, &["您好，服务中心。", "没事了"]);
        let score = score_of(&call);
        assert_eq!(score.process, 40, "one of two criteria of 40, none of one of 10: 20 of 50");
        assert_eq!(score.dimensions.len(), 2);
    }

    #[test]
    fn what_is_spoiled_stays_spoiled() {
        let mut call = dialled();
        say(&mut call, &[GREETING, "漏水归漏水，费归费"]);
        call.as_recommended();
        let score = score_of(&call);
        let listening = score.dimensions.iter().find(|it| it.weight == 20).expect("the listening dimension");
        assert_eq!(listening.met, 0);
    }

    #[test]
    fn a_call_that_is_not_played_out_has_no_outcome() {
        let call = dialled();
        assert_eq!(score_of(&call).ending, None);
        assert_eq!(score_of(&call).process, 10);
    }
}

mod compliance {
    use super::*;

    #[test]
    fn each_yellow_line_takes_ten_off_the_process_score() {
        let mut once = dialled();
        say(&mut once, &[GREETING, "法院会管的", LISTENING]);
        once.as_recommended();
        let score = score_of(&once);
        assert_eq!((score.compliance, score.process_before_breaches, score.process), (Compliance::Yellow, 100, 90));

        let mut twice = dialled();
        say(&mut twice, &[GREETING, "法院会管的", LISTENING, "您先交了900元"]);
        twice.as_recommended();
        let score = score_of(&twice);
        assert_eq!((score.compliance, score.process_before_breaches, score.process), (Compliance::Yellow, 90, 70));
    }

    #[test]
    fn the_same_words_twice_are_one_line_crossed() {
        let mut call = dialled();
        say(&mut call, &[GREETING, "法院会管的", "法院会管的"]);
        assert_eq!(score_of(&call).breaches.len(), 1);
    }

    #[test]
    fn a_red_line_caps_the_process_at_forty_and_fails_the_call() {
        let mut call = dialled();
        say(&mut call, &[GREETING, LISTENING, "不交就停您家的水"]);
        call.as_recommended();
        let score = score_of(&call);
        assert_eq!(score.compliance, Compliance::Red);
        assert_eq!((score.process_before_breaches, score.process), (90, 40));
        assert!(!score.verdict.is_pass(&score, 0), "whatever the pass mark");
    }

    #[test]
    fn a_red_line_lifts_nobody_up_to_forty() {
        let mut call = dialled();
        say(&mut call, &["您欠了900元", LISTENING, "那您慢慢想", "就这些", "就这些", "就这些", "周五下午回访"]);
        let score = score_of(&call);
        assert_eq!((score.compliance, score.verdict), (Compliance::Red, Verdict::FailedOnRedLine));
        assert_eq!(score.process, 30, "materials 10, listening 20");
    }

    #[test]
    fn chasing_over_an_open_service_defect_caps_the_process_at_sixty() {
        let mut call = dialled();
        say(&mut call, &[GREETING, "漏水归漏水，费归费"]);
        assert!(score_of(&call).chased_over_defect);
        call.as_recommended();
        let mut score = score_of(&call);
        assert_eq!((score.process_before_breaches, score.process), (80, 60));
        assert_eq!(score.compliance, Compliance::Clean, "a cap of its own, no line crossed");

        let mut followed_up = dialled();
        say(&mut followed_up, &[GREETING, LISTENING]);
        followed_up.as_recommended();
        score = score_of(&followed_up);
        assert!(!score.chased_over_defect, "asking for the fee once the leak is followed up is no chasing over it");
    }

    #[test]
    fn yellow_and_the_defect_cap_add_up_one_after_the_other() {
        let mut call = dialled();
        say(&mut call, &[GREETING, "漏水归漏水，费归费", "您先交了900元"]);
        call.as_recommended();
        let score = score_of(&call);
        assert_eq!((score.process_before_breaches, score.process), (80, 60), "80 - 10 = 70, capped at 60");
    }

    #[test]
    fn got_what_it_wanted_over_a_line_is_effective_but_not_compliant() {
        for over in ["您先交了900元", "不交就停您家的水"] {
            let mut call = dialled();
            say(&mut call, &[GREETING, LISTENING, over]);
            call.as_recommended();
            assert_eq!(score_of(&call).verdict, Verdict::EffectiveButNotCompliant, "{over}");
            let crossed = debrief(&call).reviews.iter().any(|it| matches!(it.verdict, TurnVerdict::Crossed(_)));
            assert!(crossed, "the turn says so too");
        }
    }
}

mod outcome {
    use super::*;

    #[test]
    fn a_good_call_that_got_nothing_passes_without_a_result() {
        let mut call = dialled();
        say(&mut call, &[GREETING, LISTENING, "那您慢慢想"]);
        call.as_recommended();
        let score = score_of(&call);
        assert_eq!((score.process, score.verdict), (90, Verdict::PassedWithoutResult));
    }

    #[test]
    fn an_appointment_won_with_too_little_process_does_not_pass() {
        let mut enough = bare();
        say(&mut enough, &["您好，服务中心。", "周六来还是周日来"]);
        let score = score_of(&enough);
        assert_eq!((score.process, score.verdict), (60, Verdict::Passed), "20 of 40 and 10 of 10, of 50: just enough");

        let mut too_little = Call::new(script(small(), "small"), 3);
        say(&mut too_little, &["就这些", "喂，我是服务中心的。", LISTENING, CLOSED_QUESTION]);
        say(&mut too_little, &["就这些", "就这些", "就这些", "修好以后再打"]);
        let score = score_of(&too_little);
        assert_eq!((score.process, score.verdict), (50, Verdict::FailedOnProcess), "opening 20, listening 20, day 10");
        let ending = &too_little.script().endings[score.ending.expect("an ending").index()];
        assert_eq!(ending.outcome.word(), "Appointment", "and still the outcome is what it is");
    }
}

mod note {
    use super::*;

    /// The call at the note, three facts told: leak, since, saturday-am.
    fn at_the_note() -> Call {
        let mut call = dialled();
        say(&mut call, &[GREETING, LISTENING, CLOSED_QUESTION]);
        call
    }

    fn note(call: &Call) -> NoteScore {
        score_of(call).note
    }

    #[test]
    fn all_of_it_and_nothing_else() {
        let mut call = at_the_note();
        say(&mut call, &["漏了一个月", "周六上午来交", "就这些", "厨房顶漏水", "就这些", "就这些"]);
        assert_eq!(note(&call), NoteScore { told: 3, kept: 3, noted: 3, invented: 0 });
        assert_eq!((note(&call).recall(), note(&call).precision()), (Some(100), Some(100)));
    }

    #[test]
    fn two_of_three_is_too_little_to_be_complete_and_still_true() {
        let mut call = at_the_note();
        say(&mut call, &["漏了一个月", "就这些", "厨房顶漏水", "就这些", "就这些"]);
        assert_eq!(note(&call).recall(), Some(67));
        call.as_recommended();
        assert_eq!(score_of(&call).process, 95, "NoteComplete asks for 80");
    }

    #[test]
    fn what_nobody_said_is_invented() {
        let mut call = at_the_note();
        say(&mut call, &["漏了一个月", "周六上午来交", "就这些", "厨房顶漏水", "就这些", "他说肯定交", "就这些"]);
        assert_eq!(note(&call), NoteScore { told: 3, kept: 3, noted: 4, invented: 1 });
        assert_eq!(note(&call).precision(), Some(75));
        call.as_recommended();
        assert_eq!(score_of(&call).process, 95, "NoteTrue asks for 100");
    }

    #[test]
    fn a_fact_this_call_did_not_bring_up_is_invented_too() {
        let mut call = dialled();
        say(&mut call, &[GREETING, LISTENING, "那您慢慢想"]);
        say(&mut call, &["周六上午来交", "就这些", "就这些", "就这些"]);
        assert_eq!(note(&call), NoteScore { told: 2, kept: 0, noted: 1, invented: 1 });
        let named =
            debrief(&call).reviews.iter().find(|review| review.said == Some("周六上午来交")).map(|it| it.verdict);
        assert_eq!(named, Some(TurnVerdict::Poor), "and named");
    }

    #[test]
    fn an_empty_note_is_neither_complete_nor_true() {
        let mut call = at_the_note();
        say(&mut call, &["就这些", "就这些", "就这些"]);
        assert_eq!((note(&call).recall(), note(&call).precision()), (Some(0), None));
        call.as_recommended();
        assert_eq!(score_of(&call).process, 90);
    }

    #[test]
    fn what_is_in_the_note_is_not_offered_again() {
        let mut call = at_the_note();
        call.say("漏了一个月");
        assert!(support::place_of(&call, "漏了一个月").is_err());
    }
}

mod follow_up {
    use super::*;

    fn planned(last: &str, day: &str) -> u32 {
        let mut call = dialled();
        say(&mut call, &[GREETING, LISTENING, last]);
        while support::place_of(&call, day).is_err() {
            let wanted = call.recommended();
            let place = call.replies().iter().position(|&reply| Some(reply) == wanted).expect("a recommended reply");
            call.reply(u8::try_from(place).expect("few replies")).expect("a reply that is offered");
        }
        call.say(day);
        score_of(&call).process
    }

    #[test]
    fn the_day_before_the_promised_one_is_right_after_a_promise_and_wrong_after_a_refusal() {
        assert_eq!(planned(CLOSED_QUESTION, "周五下午回访"), 100);
        assert_eq!(planned(CLOSED_QUESTION, "修好以后再打"), 90);
        assert_eq!(planned("那您慢慢想", "修好以后再打"), 90);
        assert_eq!(planned("那您慢慢想", "周五下午回访"), 80);
    }
}

mod materials {
    use super::*;

    #[test]
    fn exactly_what_is_needed_and_in_any_order() {
        let ready = |picks: &[&str]| {
            let mut call = Call::new(script(small(), "small"), 3);
            say(&mut call, picks);
            score_of(&call).process == 10
        };
        assert!(ready(&["业主通讯录", "回访记录表", "就这些"]));
        assert!(ready(&["回访记录表", "业主通讯录", "就这些"]));
        assert!(!ready(&["回访记录表", "就这些"]), "one is missing");
        assert!(!ready(&["回访记录表", "业主通讯录", "一包瓜子", "就这些"]), "one too many");
    }
}
