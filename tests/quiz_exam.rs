//! An exam while it is sat: its clock, and its answers until they are handed in. How it is had again stands in
//! `quiz_exam_again.rs`.

mod support;

use std::collections::HashMap;
use std::sync::Arc;

use proptest::prelude::*;
use support::exam::{ALL, LIMIT, Sat as _, exam};
use support::quiz::{any_reply, blueprints, cards, cards_of, drawn, small_exam, small_quiz, wrong};
use support::shipped;
use three_rings::content::language::Language;
use three_rings::content::shelf::Setting;
use three_rings::play::quiz::exam::{Act, Ended, Input, Refused, Sitting};
use three_rings::play::quiz::reply::Reply;
use three_rings::record::summary::ExamSummary;

mod the_clock {
    use super::*;

    #[test]
    fn never_runs_back() {
        let mut sitting = exam();
        sitting.right(5_000, "one");
        assert_eq!(sitting.answer(4_999, "holds", Reply::Says(Some(true))), Err(Refused::InThePast));
        assert_eq!((sitting.now_ms(), sitting.inputs().len(), sitting.reply(sitting.place("holds"))), (5_000, 1, None));
        sitting.run_to(3_000);
        assert_eq!((sitting.now_ms(), sitting.left_ms()), (5_000, LIMIT - 5_000));
        sitting.run_to(60_000);
        assert_eq!(sitting.hand_in(59_999), Err(Refused::InThePast), "not before what the clock showed");
        sitting.right(60_000, "holds");
    }

    #[test]
    fn ends_the_exam_by_itself() {
        let mut sitting = exam();
        sitting.right(0, "one");
        sitting.run_to(LIMIT - 1);
        assert_eq!((sitting.ended(), sitting.left_ms()), (None, 1));
        sitting.right(LIMIT - 1, "holds");
        sitting.run_to(LIMIT);
        assert_eq!((sitting.ended(), sitting.left_ms(), sitting.answered()), (Some(Ended::TimeUp), 0, 2));
        assert_eq!(sitting.score(), 16, "what was answered by then counts");
        sitting.run_to(u32::MAX);
        assert_eq!(sitting.now_ms(), LIMIT);
    }

    #[test]
    fn what_comes_too_late_is_not_taken() {
        for at_ms in [LIMIT, LIMIT + 1, u32::MAX] {
            let mut sitting = exam();
            assert_eq!(sitting.answer(at_ms, "one", Reply::Pick(Some(1))), Err(Refused::Over), "{at_ms}");
            assert_eq!((sitting.ended(), sitting.now_ms(), sitting.score()), (Some(Ended::TimeUp), LIMIT, 0));
            assert_eq!(sitting.hand_in(at_ms), Err(Refused::Over));
            assert!(sitting.inputs().is_empty());
        }
    }

    #[test]
    fn stops_when_the_exam_is_handed_in() {
        let mut sitting = exam();
        sitting.right(1_000, "one");
        sitting.hand_in(9_000).expect("in time");
        assert_eq!((sitting.ended(), sitting.now_ms()), (Some(Ended::HandedIn), 9_000));
        sitting.run_to(LIMIT);
        assert_eq!((sitting.ended(), sitting.now_ms()), (Some(Ended::HandedIn), 9_000));
        assert_eq!(sitting.answer(9_001, "one", Reply::Pick(Some(0))), Err(Refused::Over));
        assert_eq!(sitting.hand_in(9_001), Err(Refused::Over));
        assert_eq!(sitting.score(), 8);
    }
}

mod answers {
    use super::*;

    #[test]
    fn can_be_changed_until_they_are_handed_in() {
        let mut sitting = exam();
        sitting.wrong(1_000, "one");
        assert_eq!(sitting.score(), 0);
        sitting.right(2_000, "one");
        assert_eq!(sitting.score(), 8);
        sitting.answer(3_000, "one", Reply::Pick(None)).expect("taken back");
        assert_eq!((sitting.score(), sitting.answered()), (0, 0));
        sitting.right(4_000, "one");
        sitting.hand_in(5_000).expect("in time");
        assert_eq!((sitting.score(), sitting.inputs().len()), (8, 5), "every change is kept, the last one counts");
    }

    #[test]
    fn that_do_not_fit_change_nothing_not_even_the_time() {
        let mut sitting = exam();
        for (id, reply) in [
            ("one", Reply::Pick(Some(3))),
            ("one", Reply::Says(Some(true))),
            ("some", Reply::Picks(vec![0, 0, 0])),
            ("steps", Reply::Puts(vec![0, 1, 2])),
            ("steps", Reply::Puts(vec![0, 1, 2, 2])),
            ("sorted", Reply::Sorts(vec![Some(0); 3])),
            ("noted", Reply::Notes(vec!["漏".repeat(501); 6])),
            ("spoken", Reply::Replies(vec![Some(0), Some(2)])),
        ] {
            assert_eq!(sitting.answer(9_000, id, reply.clone()), Err(Refused::DoesNotFit), "{id} {reply:?}");
        }
        for act in [Act::Flag { place: 12, is_on: true }, Act::Answer { place: 12, reply: Reply::Pick(None) }] {
            assert_eq!(sitting.take(Input { at_ms: 9_000, act }), Err(Refused::NoSuchQuestion));
        }
        assert_eq!((sitting.now_ms(), sitting.inputs().len(), sitting.answered()), (0, 0, 0));
    }

    #[test]
    fn are_marked_to_be_looked_at_again_and_unmarked() {
        let mut sitting = exam();
        let flag = |place: usize, is_on: bool| Input { at_ms: 1, act: Act::Flag { place, is_on } };
        sitting.take(flag(3, true)).expect("a question");
        sitting.take(flag(5, true)).expect("a question");
        sitting.take(flag(3, false)).expect("a question");
        let flagged: Vec<usize> = (0..13).filter(|&place| sitting.is_flagged(place)).collect();
        assert_eq!((flagged, sitting.score(), sitting.answered()), (vec![5], 0, 0));
    }

    #[test]
    fn count_the_same_each_and_for_their_part() {
        let mut sitting = exam();
        ALL[..7].iter().for_each(|id| sitting.right(1_000, id));
        assert_eq!((sitting.score(), sitting.is_passed()), (58, false));
        sitting.answer(2_000, "at-fault", Reply::Finds { line: Some(1), fault: Some(2) }).expect("it fits");
        assert_eq!((sitting.score(), sitting.is_passed()), (62, true), "seven and a half of twelve");
        ALL.iter().for_each(|id| sitting.right(3_000, id));
        assert_eq!((sitting.score(), sitting.answered()), (100, 12));
        ALL.iter().for_each(|id| sitting.wrong(4_000, id));
        assert_eq!((sitting.score(), sitting.answered()), (0, 12));
    }

    #[test]
    fn that_nobody_gave_are_worth_nothing_and_steps_left_as_dealt_are_none() {
        for seed in 0..50 {
            let sitting = small_exam(&small_quiz(), seed, Setting::default());
            assert!((0..12).all(|place| sitting.mark(place).credit == 0), "{seed}");
            assert_eq!((sitting.score(), sitting.answered()), (0, 0));
        }
    }
}

#[test]
fn in_both_scripts_the_same_inputs_give_the_same_score() {
    let setting = Setting { language: Language::ZhHant, ..Setting::default() };
    let there: HashMap<Box<str>, _> =
        cards_of(shipped(), setting).into_iter().map(|card| (card.id.clone(), card)).collect();
    for blueprint in blueprints() {
        for seed in 0..20 {
            let mut here = drawn(&blueprint, seed);
            let paper = here.paper().iter().map(|card| there[&card.id].clone()).collect();
            let mut traditional = Sitting::new(Arc::clone(&blueprint), paper, seed);
            for place in 0..here.paper().len() {
                let (one, other) = (&here.paper()[place].task, &traditional.paper()[place].task);
                let reply = match (place + seed as usize) % 3 {
                    0 => Reply::right(one),
                    1 => Reply::right(other),
                    _ => wrong(one),
                };
                let input = Input { at_ms: 1_000, act: Act::Answer { place, reply } };
                assert_eq!((here.take(input.clone()), traditional.take(input)), (Ok(()), Ok(())));
                let marks = (here.mark(place), traditional.mark(place));
                assert_eq!(marks.0, marks.1, "{}", here.paper()[place].id);
            }
            assert_eq!(here.score(), traditional.score(), "{} {seed}", blueprint.id);
        }
    }
    assert_eq!(there.len(), cards().len());
}

fn any_input() -> impl Strategy<Value = Input> {
    let act = prop_oneof![
        8 => (0..14_usize, any_reply()).prop_map(|(place, reply)| Act::Answer { place, reply }),
        2 => (0..14_usize, any::<bool>()).prop_map(|(place, is_on)| Act::Flag { place, is_on }),
        1 => Just(Act::Tick),
        1 => Just(Act::HandIn),
    ];
    (prop_oneof![0..LIMIT, 0..2 * LIMIT], act).prop_map(|(at_ms, act)| Input { at_ms, act })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn whatever_is_done_only_what_fits_is_taken_and_it_is_had_again(inputs in prop::collection::vec(any_input(), 0..60)) {
        let blank = exam();
        let mut sitting = blank.clone();
        for input in inputs {
            let before = (sitting.now_ms(), sitting.inputs().len());
            let taken = sitting.take(input.clone());
            if let (Ok(()), Act::Answer { place, reply }) = (taken, &input.act) {
                prop_assert!(reply.fits(&sitting.paper()[*place].task));
                prop_assert_eq!(sitting.reply(*place), Some(reply));
            }
            prop_assert!(sitting.now_ms() >= before.0 && sitting.now_ms() <= LIMIT);
            prop_assert_eq!(sitting.inputs().len(), before.1 + usize::from(taken.is_ok()));
            prop_assert!(sitting.score() <= 100 && sitting.answered() <= 12);
        }
        let mut again = blank.replayed(sitting.inputs()).expect("what was taken once is taken again");
        again.run_to(sitting.now_ms());
        prop_assert_eq!(ExamSummary::of(&again), ExamSummary::of(&sitting));
    }
}
