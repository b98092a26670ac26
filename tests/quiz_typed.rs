//! Questions as they are dealt, and answered on one line by the numbers things stand under.

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use support::quiz::{any_card, any_reply, cards, cards_of, line_of, small_card};
use three_rings::content::language::Language;
use three_rings::content::quiz::card::{QuestionCard, Task};
use three_rings::content::scenario::Slot;
use three_rings::content::shelf::Setting;
use three_rings::play::quiz::deal::Deal;
use three_rings::play::quiz::mark::{WHOLE, mark};
use three_rings::play::quiz::reply::Reply;
use three_rings::play::quiz::typed::typed;

fn some(places: &[usize]) -> Vec<Option<usize>> {
    places.iter().copied().map(Some).collect()
}

mod as_dealt {
    use super::*;

    fn lists(task: &Task) -> Vec<usize> {
        match task {
            Task::Single(choices) | Task::Multiple(choices) | Task::FindFault { faults: choices, .. } => {
                vec![choices.len()]
            }
            Task::Order(steps) => vec![steps.len()],
            Task::Baskets { cards, .. } => vec![cards.len()],
            Task::Match { columns, .. } => columns.iter().map(Vec::len).collect(),
            Task::Call { exchanges, .. } => exchanges.iter().map(|it| it.replies.len()).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn everything_stands_there_once_and_the_same_for_the_same_seed() {
        for card in cards() {
            for seed in 0..20 {
                let deal = Deal::new(card, seed);
                assert_eq!(deal, Deal::new(card, seed));
                for (list, len) in lists(&card.task).into_iter().enumerate() {
                    let mut order = deal.order(list).to_vec();
                    order.sort_unstable();
                    assert!(order.into_iter().eq(0..len), "{} {seed}: {deal:?}", card.id);
                }
            }
        }
    }

    #[test]
    fn steps_never_stand_in_their_right_order_already() {
        for card in cards().iter().filter(|card| matches!(card.task, Task::Order(_))).chain([&small_card("steps")]) {
            for seed in 0..2_000 {
                assert!(!Deal::new(card, seed).order(0).is_sorted(), "{} {seed}", card.id);
            }
        }
    }

    #[test]
    fn another_seed_and_another_question_are_dealt_otherwise() {
        let order = |id: &str, seed: u64| Deal::new(&small_card(id), seed).order(0).to_vec();
        let orders = |id: &str| (0..50).map(|seed| order(id, seed)).collect::<Vec<_>>();
        let different: BTreeSet<_> = orders("one").into_iter().collect();
        assert_eq!(different.len(), 6, "three choices stand in six orders");
        let five = |id: &str| Deal::new(&QuestionCard { id: id.into(), ..(*small_card("some")).clone() }, 3);
        assert!((0..9).any(|other| five("some") != five(&format!("other-{other}"))));
    }

    #[test]
    fn a_question_stands_alike_in_every_language() {
        let there = cards_of(support::shipped(), Setting { language: Language::ZhHant, ..Setting::default() });
        for (here, there) in cards().iter().zip(&there) {
            assert_eq!(Deal::new(here, 5), Deal::new(there, 5), "{}", here.id);
        }
    }
}

fn slots() -> Vec<String> {
    ["何人", "何时", "何地", "何事", "为何", "如何"].map(str::to_owned).to_vec()
}

mod typed_on_one_line {
    use super::*;

    #[test]
    fn every_question_can_be_answered_right() {
        for card in cards() {
            for seed in 0..5 {
                let (deal, right) = (Deal::new(card, seed), Reply::right(&card.task));
                let line = line_of(&deal, &right);
                let read = typed(&card.task, &deal, &line, &slots());
                let read = read.unwrap_or_else(|| panic!("{}: “{line}” is no answer", card.id));
                assert!(mark(card, &read).is_right(), "{}: {line}", card.id);
                if !matches!(card.task, Task::Note { .. }) {
                    assert_eq!(read, right, "{}: {line}", card.id);
                }
            }
        }
    }

    /// What a line says to a question of the small bank, dealt as its author wrote it.
    fn read(id: &str, line: &str) -> Option<Reply> {
        let card = small_card(id);
        typed(&card.task, &in_the_authors_order(&card), line, &slots())
    }

    /// Some seed deals it so.
    fn in_the_authors_order(card: &QuestionCard) -> Deal {
        let is_so = |deal: &Deal| (0..3).all(|list| deal.order(list).is_sorted());
        let deal = (0..200_000).map(|seed| Deal::new(card, seed)).find(is_so);
        deal.unwrap_or_else(|| Deal::new(card, 0))
    }

    #[test]
    fn numbers_stand_for_what_is_shown_under_them() {
        assert_eq!(read("one", "2"), Some(Reply::Pick(Some(1))));
        for line in ["1 3", "3 1", "１　３", "１，３", "1,3", "1，3", "1、3", " 1  3 1 "] {
            assert_eq!(read("some", line), Some(Reply::Picks(vec![0, 2])), "{line}");
        }
        assert_eq!(read("sorted", "1 1 2 -"), Some(Reply::Sorts(vec![Some(0), Some(0), Some(1), None])));
        assert_eq!(read("spoken", "2 1"), Some(Reply::Replies(some(&[1, 0]))));
        assert_eq!(read("at-fault", "4 2"), Some(Reply::Finds { line: Some(3), fault: Some(1) }));
    }

    #[test]
    fn whether_it_holds_is_said_in_many_words() {
        for (says, words) in [(true, ["对", "是", "T", "yes", "1"]), (false, ["不对", "错", "F", "no", "2"])] {
            words.iter().for_each(|word| assert_eq!(read("holds", word), Some(Reply::Says(Some(says))), "{word}"));
        }
    }

    #[test]
    fn a_note_is_written_by_the_names_of_its_boxes() {
        let note = read("noted", "何人=王先生；何地：5栋1203; WHAT = 漏水 | 急").expect("a note");
        let Reply::Notes(boxes) = &note else { panic!("{note:?}") };
        assert_eq!(boxes[Slot::What as usize], "漏水；急", "what has no name is what it is about");
        assert_eq!(mark(&small_card("noted"), &note).credit, 750);
    }

    #[test]
    fn a_dash_is_no_answer_and_is_taken_as_one_left_out() {
        for (id, nothing) in
            [("one", Reply::Pick(None)), ("some", Reply::Picks(Vec::new())), ("holds", Reply::Says(None))]
        {
            assert_eq!(read(id, "-"), Some(nothing), "{id}");
        }
        assert_eq!(read("at-fault", "- -"), Some(Reply::Finds { line: None, fault: None }));
        assert_eq!(read("spoken", "- 1"), Some(Reply::Replies(vec![None, Some(0)])));
    }

    #[test]
    fn what_is_none_is_not_guessed_at() {
        for (id, lines) in [
            ("one", &["", "0", "4", "1 2", "一", "第一", "1.0", "99999999999999999999"][..]),
            ("some", &["6", "1 x", "0"]),
            ("holds", &["", "3", "也许"]),
            ("steps", &["1 2 3", "1 1 2 3", "1 2 3 5", "1 2 3 4 4", "-"]),
            ("sorted", &["1 2", "1 1 2 3", "1 1 1 1 1"]),
            ("beside", &["1/1 2/2", "1 2 3", "1/1/1 2/2/2 3/3/3", "5/1 1/1 1/1"]),
            ("at-fault", &["2", "5 1", "2 4", "2 1 1"]),
            ("spoken", &["4 1", "1 3", "1 1 1"]),
        ] {
            lines.iter().for_each(|line| assert_eq!(read(id, line), None, "{id}: “{line}”"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn no_line_makes_it_panic_and_what_is_read_fits(card in any_card(), seed in 0..9_u64, line in ".{0,60}") {
        let deal = Deal::new(&card, seed);
        if let Some(reply) = typed(&card.task, &deal, &line, &slots()) {
            prop_assert!(reply.fits(&card.task), "{line}: {reply:?}");
        }
    }

    #[test]
    fn numbers_and_marks_never_make_it_panic(card in any_card(), line in "[-0-9 /,，=：；|一三十万]{0,30}") {
        let deal = Deal::new(&card, 1);
        if let Some(reply) = typed(&card.task, &deal, &line, &slots()) {
            prop_assert!(mark(&card, &reply).credit <= WHOLE && reply.fits(&card.task));
        }
    }

    #[test]
    fn what_is_said_on_a_line_is_what_was_meant(card in any_card(), reply in any_reply(), seed in 0..9_u64) {
        let is_by_number = !matches!(reply, Reply::Typed(_) | Reply::Notes(_));
        if reply.fits(&card.task) && is_by_number {
            let deal = Deal::new(&card, seed);
            let line = line_of(&deal, &reply);
            prop_assert_eq!(typed(&card.task, &deal, &line, &slots()), Some(reply), "{}", line);
        }
    }
}
