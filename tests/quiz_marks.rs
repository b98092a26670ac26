//! What an answer is worth: every kind as the table in `scenarios/README.md` says, on a small bank with round numbers, and
//! what holds for every question that ships.

mod support;

use proptest::prelude::*;
use support::quiz::{any_card, any_reply, cards, small_card, wrong};
use three_rings::content::quiz::card::Task;
use three_rings::content::scenario::Slot;
use three_rings::play::quiz::deal::Deal;
use three_rings::play::quiz::mark::{Mark, WHOLE, mark};
use three_rings::play::quiz::reply::Reply;

fn marked(id: &str, reply: &Reply) -> Mark {
    let card = small_card(id);
    assert!(reply.fits(&card.task), "{id}: {reply:?}");
    mark(&card, reply)
}

fn credit(id: &str, reply: &Reply) -> u16 {
    marked(id, reply).credit
}

fn some(places: &[usize]) -> Vec<Option<usize>> {
    places.iter().copied().map(Some).collect()
}

mod each_kind {
    use super::*;

    #[test]
    fn one_of_several_is_right_or_not() {
        assert_eq!([0, 1, 2].map(|place| credit("one", &Reply::Pick(Some(place)))), [0, 1000, 0]);
        assert_eq!(credit("one", &Reply::Pick(None)), 0);
    }

    #[test]
    fn of_some_of_several_wrong_picks_take_off() {
        // Three are right: 0, 1, 2; two are not.
        let worth = |places: &[usize]| credit("some", &Reply::Picks(places.to_vec()));
        assert_eq!([worth(&[]), worth(&[0]), worth(&[0, 1]), worth(&[0, 1, 2])], [0, 333, 666, 1000]);
        assert_eq!([worth(&[0, 1, 2, 3]), worth(&[0, 1, 3]), worth(&[0, 3])], [666, 333, 0]);
        assert_eq!(worth(&[0, 1, 2, 3, 4]), 333, "whoever ticks all has ticked two wrong ones");
        assert_eq!([worth(&[3]), worth(&[0, 3, 4]), worth(&[3, 4])], [0, 0, 0], "never below nothing");
        let mark = marked("some", &Reply::Picks(vec![0, 1, 3]));
        assert_eq!((mark.right, mark.wrong, mark.parts), (2, 1, 3));
    }

    #[test]
    fn that_it_holds_is_right_or_not() {
        let worth = [Some(true), Some(false), None].map(|says| credit("holds", &Reply::Says(says)));
        assert_eq!(worth, [1000, 0, 0]);
    }

    #[test]
    fn of_steps_every_pair_counts_and_an_inverted_one_takes_off() {
        let worth = |order: [usize; 4]| credit("steps", &Reply::Puts(order.to_vec()));
        assert_eq!([worth([0, 1, 2, 3]), worth([1, 0, 2, 3]), worth([3, 0, 1, 2])], [1000, 666, 0]);
        assert_eq!([worth([3, 2, 1, 0]), worth([1, 0, 3, 2])], [0, 333], "upside down is nothing");
    }

    #[test]
    fn of_cards_each_in_its_basket_counts() {
        let worth = |sorted: Vec<Option<usize>>| credit("sorted", &Reply::Sorts(sorted));
        assert_eq!(
            [worth(some(&[0, 0, 0, 1])), worth(some(&[0, 0, 0, 0])), worth(some(&[1, 1, 1, 0]))],
            [1000, 750, 0]
        );
        assert_eq!(worth(vec![Some(0), None, None, None]), 250, "one put away wrongly costs what one left lying does");
    }

    #[test]
    fn of_things_that_belong_together_each_cell_counts() {
        let worth = |rows: [[usize; 2]; 3]| credit("beside", &Reply::Matches(rows.map(|row| some(&row)).to_vec()));
        assert_eq!(worth([[0, 0], [1, 1], [2, 2]]), 1000);
        assert_eq!(worth([[0, 0], [1, 2], [2, 1]]), 666, "four cells of six");
        assert_eq!(worth([[0, 3], [3, 3], [3, 3]]), 166, "what belongs nowhere is right nowhere");
        assert_eq!(worth([[1, 1], [2, 2], [0, 0]]), 0);
    }

    #[test]
    fn a_number_counts_within_its_tolerance_however_it_is_typed() {
        let worth = |id: &str, text: &str| credit(id, &Reply::Typed(text.into()));
        for right in ["9", "９", "九", "九秒", "9 秒", "约9秒", "8.5", "9.5", "９．５", "9.50"] {
            assert_eq!(worth("how-many", right), 1000, "{right}");
        }
        for off in ["8.49", "9.51", "-9", "90", "", "三声", "8到10", "9-10", "NaN", "inf", "1e1"] {
            assert_eq!(worth("how-many", off), 0, "{off}");
        }
        assert_eq!([worth("exactly", "0.3"), worth("exactly", "0.30 元"), worth("exactly", ".3")], [1000; 3]);
        assert_eq!([worth("exactly", "0.31"), worth("exactly", "0.2999")], [0; 2], "no tolerance is none");
    }

    #[test]
    fn a_few_words_count_however_they_are_typed() {
        let worth = |text: &str| credit("in-words", &Reply::Typed(text.into()));
        for right in ["三声之内", "3声之内", "３声之内", " 三声 之内。", "三声内", "“三声内”", "3 声 内", "三聲之內"]
        {
            assert_eq!(worth(right), 1000, "{right}");
        }
        for other in ["", "  ", "。", "三声", "四声之内", "三声之内接", "三"] {
            assert_eq!(worth(other), 0, "{other}");
        }
    }

    #[test]
    fn the_line_at_fault_is_half_and_what_is_wrong_with_it_the_other() {
        let worth = |line: Option<usize>, fault: Option<usize>| credit("at-fault", &Reply::Finds { line, fault });
        assert_eq!([worth(Some(1), Some(0)), worth(Some(1), Some(2)), worth(Some(1), None)], [1000, 500, 500]);
        let astray = [worth(Some(3), Some(0)), worth(None, Some(0)), worth(None, None)];
        assert_eq!(astray, [0, 0, 0], "the right name for a fault that is elsewhere is worth nothing");
    }

    #[test]
    fn of_a_call_each_turn_is_half() {
        let worth = |places: [Option<usize>; 2]| credit("spoken", &Reply::Replies(places.to_vec()));
        assert_eq!([worth([Some(0), Some(0)]), worth([Some(1), Some(0)]), worth([Some(0), None])], [1000, 500, 500]);
        assert_eq!([worth([Some(2), Some(1)]), worth([None, None])], [0, 0]);
    }
}

mod a_note {
    use super::*;

    /// A note with these words in the box for what it is about.
    fn worth(text: &str) -> u16 {
        let mut boxes = vec![String::new(); Slot::ALL.len()];
        boxes[Slot::What as usize] = text.into();
        credit("noted", &Reply::Notes(boxes))
    }

    #[test]
    fn is_worth_the_share_of_what_it_keeps() {
        assert_eq!([worth("5栋1203"), worth("5栋1203，王"), worth("5栋1203，王，漏水")], [250, 500, 750]);
        assert_eq!(worth("五栋一二〇三，王先生，厨房漏水，今晚7点"), 1000);
        assert_eq!([worth(""), worth("有人来电"), worth("喂")], [0, 0, 0]);
    }

    #[test]
    fn is_worth_the_same_in_whichever_box_it_stands() {
        let mut boxes = vec![String::new(); Slot::ALL.len()];
        for (slot, text) in [(Slot::Where, "5-1203"), (Slot::Who, "王先生"), (Slot::What, "漏水"), (Slot::When, "七点")]
        {
            boxes[slot as usize] = text.into();
        }
        assert_eq!(credit("noted", &Reply::Notes(boxes.clone())), 1000);
        boxes.rotate_left(1);
        assert_eq!(credit("noted", &Reply::Notes(boxes)), 1000);
    }

    #[test]
    fn loses_as_much_for_a_room_nobody_said() {
        assert_eq!(worth("5栋1203，王，漏水，7点，6栋802"), 750);
        assert_eq!(worth("5栋1203，王，6栋802"), 250);
        assert_eq!(worth("6栋802"), 0, "never below nothing");
        assert_eq!(worth("5栋1203，王，漏水，7点，2小时内"), 1000, "short numbers are hours and counts");
    }

    #[test]
    fn loses_as_much_for_something_he_never_said() {
        assert_eq!(worth("5栋1203，王，漏水，7点，发火"), 750);
        let mark = marked("noted", &Reply::Notes(vec!["生气，138800".into(); 6]));
        assert_eq!(
            (mark.credit, mark.right, mark.wrong),
            (0, 0, 7),
            "an invented number counts in every box it stands in"
        );
    }

    #[test]
    fn is_understood_in_either_script() {
        assert_eq!(worth("5棟1203，王先生，廚房漏水，今晚七點"), 1000);
    }
}

mod every_question_that_ships {
    use super::*;

    #[test]
    fn what_is_right_is_worth_all_and_fits() {
        for card in cards() {
            let right = Reply::right(&card.task);
            assert!(right.fits(&card.task) && right.is_complete(), "{}: {right:?}", card.id);
            assert!(mark(card, &right).is_right(), "{}: {:?}", card.id, mark(card, &right));
        }
    }

    #[test]
    fn no_answer_is_worth_nothing_and_steps_as_dealt_never_all() {
        for card in cards() {
            for seed in 0..10 {
                let blank = Reply::blank(&card.task, &Deal::new(card, seed));
                let credit = mark(card, &blank).credit;
                let is_dealt = matches!(card.task, Task::Order(_));
                assert!(if is_dealt { credit < WHOLE } else { credit == 0 }, "{} {seed}: {credit}", card.id);
                assert!(blank.fits(&card.task), "{}", card.id);
            }
        }
    }

    #[test]
    fn what_is_wrong_is_worth_nothing() {
        for card in cards() {
            let wrong = wrong(&card.task);
            assert!(wrong.fits(&card.task), "{}", card.id);
            assert_eq!(mark(card, &wrong).credit, 0, "{}: {wrong:?}", card.id);
        }
    }

    #[test]
    fn every_other_choice_is_wrong() {
        for card in cards() {
            let Task::Single(choices) = &card.task else { continue };
            let right = (0..choices.len()).filter(|&place| mark(card, &Reply::Pick(Some(place))).is_right()).count();
            assert_eq!(right, 1, "{}", card.id);
        }
    }

    #[test]
    fn an_answer_is_kept_as_a_line_and_read_back() {
        for card in cards() {
            for reply in [Reply::right(&card.task), wrong(&card.task)] {
                assert_eq!(Reply::read(&reply.written()), Some(reply), "{}", card.id);
            }
        }
        assert_eq!(Reply::read("{\"Pick\":").or(Reply::read("")).or(Reply::read("{\"Kick\":1}")), None);
    }

    #[test]
    fn of_another_kind_no_answer_fits_or_is_worth_anything() {
        let (mut crossed, all) = (0, cards());
        for card in all {
            for other in all.iter().step_by(17).filter(|other| other.task.word() != card.task.word()) {
                let reply = Reply::right(&other.task);
                // Numbers and words are typed alike.
                if matches!((&reply, &card.task), (Reply::Typed(_), Task::Number { .. } | Task::Short(_))) {
                    continue;
                }
                assert!(!reply.fits(&card.task) && mark(card, &reply).credit == 0, "{} {reply:?}", card.id);
                crossed += 1;
            }
        }
        assert!(crossed > 1_000);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn no_answer_is_worth_more_than_all(card in any_card(), reply in any_reply()) {
        let mark = mark(&card, &reply);
        prop_assert!(mark.credit <= WHOLE && mark.right <= mark.parts, "{mark:?}");
        prop_assert!(reply.fits(&card.task) || mark.credit == 0, "{reply:?} does not fit and is worth {mark:?}");
    }
}
