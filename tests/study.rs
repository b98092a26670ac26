//! What is asked again: questions answered, turns failed in a call, criteria missed at the front desk, and exams, from
//! answer to answer and day to day.

mod support;

use support::desk::Desk;
use support::quiz::{bank, blueprints, drawn, wrong};
use support::records::{DAY_MS, TODAY, day};
use support::trainee::{MINUTE_MS, Trainee, point, reason_of};
use support::{Spoken as _, script, shipped};
use three_rings::content::drill::Check;
use three_rings::content::quiz::card::{ChoiceCard, Task};
use three_rings::content::script::Answer;
use three_rings::content::shelf::{Content, Setting, Shelf};
use three_rings::content::shipped as files;
use three_rings::play::call::Call;
use three_rings::play::quiz::exam::{Act, Input};
use three_rings::play::quiz::mark::mark;
use three_rings::play::quiz::reply::Reply;
use three_rings::record::moment::Moment;
use three_rings::record::schedule::calibration::predictions;
use three_rings::record::schedule::grade::Grade;
use three_rings::record::schedule::reason::Reason;
use three_rings::record::study::{self, Card};

/// A call in which the first question on the phone was answered worst, and everything else as recommended.
fn a_call_that_went_wrong() -> Call {
    let mut call = Call::new(script(shipped(), "busy-owner"), 3);
    while call.replies().is_empty() || !has_turn(&call) {
        let wanted = call.recommended();
        let place = call.replies().iter().position(|&reply| Some(reply) == wanted).expect("a recommended reply");
        call.reply(u8::try_from(place).expect("few")).expect("offered");
    }
    call.stay_silent();
    call.as_recommended();
    call
}

/// Whether the talk has begun.
fn has_turn(call: &Call) -> bool {
    call.state().phase.stage() == three_rings::play::state::Stage::Talk
}

fn a_turn() -> Card {
    let failed = study::failed_in(&a_call_that_went_wrong());
    assert_eq!(failed.len(), 1, "one turn was failed: {failed:?}");
    failed[0].clone()
}

mod a_failed_turn {
    use super::*;

    #[test]
    fn comes_before_everything_new() {
        let mut trainee = Trainee::default();
        trainee.learns(study::failed(&[a_turn()], &[], TODAY));
        let queue = trainee.queue(TODAY);
        assert_eq!((queue[0].card.as_str(), queue[0].reason), (a_turn().name().as_str(), Reason::FailedInCall));
        assert!(queue[1..].iter().all(|due| due.reason == Reason::New) && queue.len() == 11);
    }

    #[test]
    fn comes_back_as_that_turns_own_two_turns() {
        let card = a_turn();
        let question = Trainee::default().question(&card);
        let Card::Turn { scenario, turn } = &card else { panic!("{card:?}") };
        let script = script(shipped(), scenario);
        let original = script.turns.iter().find(|it| it.id.as_ref() == turn).expect("its turn");
        let Task::Call { about, exchanges } = &question.task else { panic!("{:?}", question.task) };
        assert_eq!(exchanges.len(), 2);
        assert!(about.as_ref().is_some_and(|about| about.contains(script.title.as_ref())), "{about:?}");
        let right = Reply::right(&question.task);
        assert!(right.is_complete() && mark(&question, &right).is_right());
        let said = |say: &str| original.answers.iter().any(|answer| answer.say.as_ref() == say);
        assert!(exchanges[0].replies.iter().all(|reply| said(&reply.say)), "{:?}", exchanges[0]);
        let best = |replies: &[ChoiceCard]| replies.iter().find(|it| it.is_right).expect("a right one").say.clone();
        let recommended = |answer: &&Answer| answer.is_best && best(&exchanges[0].replies) == answer.say;
        assert_eq!(original.answers.iter().filter(recommended).count(), 1);
        let next =
            script.turns.iter().filter(|turn| turn.answers.iter().any(|it| it.say == best(&exchanges[1].replies)));
        assert!(next.count() == 1 && exchanges[0].caller != exchanges[1].caller);
        assert_eq!(question.items, original.items);
        assert_eq!(Card::read(&card.name()), Some(card.clone()));
    }

    #[test]
    fn once_answered_right_is_due_on_another_day() {
        let (card, mut trainee) = (a_turn(), Trainee::default());
        trainee.learns(study::failed(std::slice::from_ref(&card), &[], TODAY));
        trainee.answers(&card, true, TODAY.later(MINUTE_MS));
        assert_eq!(reason_of(&trainee.queue(TODAY.later(2 * MINUTE_MS)), &card), None);
        let due_ms = trainee.review(&card).expect("known").due_ms;
        let then = Moment { unix_ms: due_ms, ..TODAY };
        assert!(matches!(reason_of(&trainee.queue(then), &card), Some(Reason::Due { .. })));
    }

    #[test]
    fn that_was_learnt_and_fails_again_has_lapsed() {
        let (card, mut trainee) = (a_turn(), Trainee::default());
        trainee.answers(&card, true, TODAY);
        assert!(!trainee.review(&card).expect("known").is_lapsed());
        let news = study::failed(std::slice::from_ref(&card), &trainee.reviews, day(1));
        trainee.learns(news);
        let review = trainee.review(&card).expect("known");
        assert_eq!((review.is_lapsed(), review.lapses, review.times), (true, 1, 2));
        let soon = day(1).later(11 * MINUTE_MS);
        assert!(matches!(reason_of(&trainee.queue(soon), &card), Some(Reason::Lapsed { early_ms: 0, .. })));
    }

    #[test]
    fn that_waits_already_is_put_in_once() {
        let (card, mut trainee) = (a_turn(), Trainee::default());
        for days in 0..3 {
            let news = study::failed(&[card.clone(), card.clone()], &trainee.reviews, day(days));
            trainee.learns(news);
        }
        let due = trainee.queue(day(3)).into_iter().filter(|due| due.card == card.name()).count();
        assert_eq!((due, trainee.reviews.len()), (1, 1));
        assert!(study::asked(&trainee.reviews).is_empty(), "it was never asked");
    }

    #[test]
    fn whose_turn_is_no_more_is_asked_no_more() {
        let gone = |scenario: &str, turn: &str| Card::Turn { scenario: scenario.into(), turn: turn.into() };
        let cards = [gone("busy-owner", "written-out-since"), gone("no-such-call", "hello")];
        let mut trainee = Trainee::default();
        trainee.learns(study::failed(&cards, &[], TODAY));
        assert_eq!(trainee.reviews.len(), 2);
        for card in &cards {
            assert_eq!(reason_of(&trainee.queue(TODAY), card), None, "{card:?}");
            assert!(study::question(card, &[], bank(), shipped(), Setting::default()).is_none());
        }
    }

    #[test]
    fn disappears_with_its_turn_and_is_there_again_with_it() {
        let (card, mut trainee) = (a_turn(), Trainee::default());
        trainee.learns(study::failed(std::slice::from_ref(&card), &[], TODAY));
        let Card::Turn { turn, .. } = &card else { panic!("{card:?}") };
        let without = shipped_but(|text| text.replace(&format!("\"{turn}\""), "\"another-name\""));
        assert_eq!(reason_of(&trainee.queue_on(&without, TODAY), &card), None);
        assert!(study::question(&card, &[], bank(), &without, Setting::default()).is_none());
        assert_eq!(reason_of(&trainee.queue(TODAY), &card), Some(Reason::FailedInCall));
    }

    /// What ships, with the busy owner's call changed.
    fn shipped_but(change: impl Fn(&str) -> String) -> Shelf {
        let mut shelf = Shelf::default();
        for mut source in files::files() {
            if source.name.contains("busy-owner") {
                source.text = change(&source.text);
            }
            if let (Some(content), _) = three_rings::content::shelf::read(&source.text) {
                let is_scenario = matches!(content, Content::Scenario(_));
                shelf.add(source, content);
                assert!(!is_scenario || !shelf.scenarios.is_empty());
            }
        }
        shelf
    }

    #[test]
    fn a_call_that_went_well_leaves_nothing() {
        let mut call = Call::new(script(shipped(), "busy-owner"), 3);
        call.as_recommended();
        assert_eq!(study::failed_in(&call), []);
    }
}

mod a_missed_criterion {
    use super::*;

    fn a_late_shift() -> Vec<Card> {
        let mut desk = Desk::of(&["lamp"]);
        desk.answer_after(13_000);
        desk.say(support::desk::OPENING);
        desk.finish();
        study::missed_in(&desk.shift)
    }

    #[test]
    fn comes_back_as_a_small_call_that_trains_it() {
        let missed = a_late_shift();
        assert!(missed.contains(&Card::Criterion(Check::Rings)), "{missed:?}");
        assert!(!missed.contains(&Card::Criterion(Check::Close)), "what was met stays away: {missed:?}");
        let mut trainee = Trainee::default();
        trainee.learns(study::failed(&missed, &[], TODAY));
        for card in &missed {
            assert_eq!(reason_of(&trainee.queue(TODAY), card), Some(Reason::MissedAtDesk), "{card:?}");
            let Card::Criterion(check) = card else { panic!("{card:?}") };
            assert!(trainee.question(card).trains.contains(check));
        }
    }

    #[test]
    fn is_asked_by_another_small_call_each_time() {
        let card = Card::Criterion(Check::Rings);
        let mut trainee = Trainee::default();
        let asked: Vec<String> = (0..2).map(|days| trainee.answers(&card, false, day(days))).collect();
        assert_ne!(asked[0], asked[1]);
    }

    #[test]
    fn of_every_sort_can_be_asked() {
        for &check in Check::ALL {
            let card = Card::Criterion(check);
            assert_eq!(Card::read(&card.name()), Some(card.clone()));
            assert!(Trainee::default().question(&card).trains.contains(&check));
        }
    }
}

mod an_exam {
    use super::*;

    #[test]
    fn a_wrong_answer_is_due_again_and_a_right_one_later() {
        let blueprint = blueprints().next().expect("one ships");
        let mut sitting = drawn(&blueprint, 5);
        for place in 0..sitting.paper().len() {
            let task = &sitting.paper()[place].task;
            let reply = if place % 2 == 0 { Reply::right(task) } else { wrong(task) };
            if place != 1 {
                sitting.take(Input { at_ms: 1_000, act: Act::Answer { place, reply } }).expect("it fits");
            }
        }
        let mut trainee = Trainee::default();
        trainee.learns(study::after_exam(&sitting, &[], TODAY));
        assert_eq!(trainee.reviews.len(), blueprint.count());
        let soon = TODAY.later(11 * MINUTE_MS);
        for (place, question) in sitting.paper().iter().enumerate() {
            let card = Card::of_question(question);
            let reason = reason_of(&trainee.queue(soon), &card);
            if place % 2 == 0 {
                assert_eq!(reason, None, "{} was right", question.id);
            } else {
                assert!(matches!(reason, Some(Reason::Lapsed { early_ms: 0, .. })), "{}: {reason:?}", question.id);
            }
        }
    }

    #[test]
    fn one_more_right_answer_is_due_later_still() {
        let blueprint = blueprints().next().expect("one ships");
        let mut sitting = drawn(&blueprint, 5);
        let reply = Reply::right(&sitting.paper()[0].task);
        sitting.take(Input { at_ms: 1_000, act: Act::Answer { place: 0, reply } }).expect("it fits");
        let card = Card::of_question(&sitting.paper()[0]);
        let mut trainee = Trainee::default();
        trainee.answers(&card, true, TODAY);
        let first = trainee.review(&card).expect("known").clone();
        trainee.learns(study::after_exam(
            &sitting,
            &trainee.reviews.clone(),
            Moment { unix_ms: first.due_ms, ..TODAY },
        ));
        let second = trainee.review(&card).expect("known");
        assert_eq!(second.times, 2);
        assert!(second.due_ms - second.seen_ms > first.due_ms - first.seen_ms);
    }
}

mod a_review {
    use super::*;

    #[test]
    fn asks_each_wording_before_any_comes_again() {
        for wordings in [2, 3] {
            let card = point(wordings);
            let mut trainee = Trainee::default();
            let asked: Vec<String> =
                (0..wordings as i64 * 2).map(|days| trainee.answers(&card, true, day(days))).collect();
            let first: std::collections::BTreeSet<_> = asked[..wordings].iter().collect();
            assert_eq!(first.len(), wordings, "{asked:?}");
            assert_eq!(asked[..wordings], asked[wordings..], "then the one not asked for longest: {asked:?}");
        }
    }

    #[test]
    fn begins_no_more_a_day_than_was_planned() {
        let mut trainee = Trainee::default();
        assert_eq!(trainee.queue(TODAY).len(), 10);
        for begun in 1..=10 {
            let due = trainee.queue(TODAY);
            trainee.answers(&Card::read(&due[0].card).expect("a card"), true, TODAY.later(begun * MINUTE_MS));
            let now = TODAY.later((begun + 1) * MINUTE_MS);
            assert_eq!(i64::from(study::begun_today(&trainee.answered, now)), begun);
            assert_eq!(trainee.queue(now).len() as i64, 10 - begun);
        }
        assert_eq!(study::begun_today(&trainee.answered, day(1)), 0, "tomorrow is another day");
        assert!(trainee.queue(day(1)).iter().filter(|due| due.reason == Reason::New).count() == 10);
    }

    #[test]
    fn counts_as_begun_only_what_is_of_the_bank_and_new_today() {
        let mut trainee = Trainee::default();
        trainee.answers(&point(2), true, day(-1));
        trainee.answers(&point(2), true, TODAY);
        trainee.answers(&a_turn(), true, TODAY);
        trainee.answers(&Card::Criterion(Check::Close), true, TODAY);
        assert_eq!(study::begun_today(&trainee.answered, TODAY), 0);
        trainee.answers(&point(1), false, TODAY);
        trainee.answers(&point(1), true, TODAY.later(MINUTE_MS));
        assert_eq!(study::begun_today(&trainee.answered, TODAY.later(2 * MINUTE_MS)), 1);
    }

    #[test]
    fn goes_by_the_day_as_the_trainee_sees_it() {
        // 23:50 in China is another day than ten minutes past midnight.
        let late = Moment { unix_ms: TODAY.unix_ms + (14 * 60 + 20) * MINUTE_MS, ..TODAY };
        let mut trainee = Trainee::default();
        trainee.answers(&point(1), true, late);
        assert_eq!(study::begun_today(&trainee.answered, late), 1);
        assert_eq!(study::begun_today(&trainee.answered, late.later(20 * MINUTE_MS)), 0);
    }
}

mod predictions_made {
    use super::*;

    fn predicted(trainee: &Trainee) -> Vec<Option<u16>> {
        trainee.answered.iter().map(|it| it.predicted).collect()
    }

    #[test]
    fn are_only_those_of_another_day() {
        let card = point(1);
        let mut trainee = Trainee::default();
        trainee.answers(&card, true, TODAY);
        trainee.answers(&card, true, TODAY.later(MINUTE_MS));
        trainee.answers(&card, true, TODAY.later(8 * 60 * MINUTE_MS));
        assert_eq!(predicted(&trainee), [None; 3], "what was read today is known today");
        assert!(predictions(&trainee.answered).is_empty());
        trainee.answers(&card, true, day(3));
        trainee.answers(&card, false, Moment { unix_ms: day(3).unix_ms + 20 * DAY_MS, ..TODAY });
        let made = predictions(&trainee.answered);
        assert_eq!(made.iter().map(|(_, recalled)| *recalled).collect::<Vec<_>>(), [true, false]);
        assert!(made.iter().all(|(predicted, _)| *predicted > 0.0 && *predicted < 1.0), "{made:?}");
    }

    #[test]
    fn are_none_of_what_was_not_known_minutes_ago() {
        let card = point(1);
        let mut trainee = Trainee::default();
        trainee.answers(&card, false, TODAY);
        trainee.answers(&card, true, TODAY.later(11 * MINUTE_MS));
        assert_eq!(predicted(&trainee), [None, None]);
        assert_eq!(trainee.answered[0].grade, Some(Grade::Again));
    }
}

#[test]
fn names_in_the_records_are_read_back_and_nothing_else_is_a_card() {
    for card in [point(1), a_turn(), Card::Criterion(Check::Priority)] {
        assert_eq!(Card::read(&card.name()), Some(card));
    }
    for name in ["", "law-1", "turn:busy-owner", "check:Nothing", "points:x"] {
        assert_eq!(Card::read(name), None, "{name}");
    }
}
