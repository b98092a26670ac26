//! Pictures of questions: every kind open and answered, the schedule, an exam and what became of it.

use jiff::ToSpan as _;

use super::kept::seat;
use super::{SEED, Shot, shot};
use crate::app::desk::{Action, Desk, Half, QuizAction, Quizzing, Room, Study, Who};
use crate::cli::now;
use crate::content::quiz::card::QuestionCard;
use crate::play::quiz::exam::Sitting;
use crate::play::quiz::reply::Reply;
use crate::proof::trainee::{Studied, studied};

/// Every kind, by the word authors write for it.
const KINDS: [&str; 11] =
    ["Single", "Multiple", "TrueFalse", "Order", "Baskets", "Match", "Number", "Short", "FindFault", "Note", "Call"];
/// How many days the trainee who never was has reviewed.
const REVIEWED_DAYS: u32 = 45;

/// Every screen with questions.
pub fn screens() -> Vec<Shot> {
    let mut shots = vec![
        shot("quiz-home-guest", |desk| desk.carry_out(Action::Turn(Half::Quiz))),
        shot("quiz-home", student),
        shot("quiz-review", |desk| {
            student(desk);
            desk.carry_out(Action::Quiz(QuizAction::Review));
        }),
        shot("quiz-review-graded", |desk| {
            student(desk);
            desk.carry_out(Action::Quiz(QuizAction::Review));
            answer(desk, true);
        }),
        shot("quiz-map", |desk| {
            desk.carry_out(Action::Quiz(QuizAction::SelfTest));
            for place in 0..10 {
                answer(desk, place % 3 != 0);
                desk.carry_out(Action::Quiz(QuizAction::Grade(crate::record::schedule::grade::Grade::Good)));
            }
        }),
        shot("exam", |desk| exam(desk, 12)),
        shot("exam-hand-in", |desk| {
            exam(desk, 17);
            desk.carry_out(Action::Quiz(QuizAction::AskHandIn(true)));
        }),
        shot("exam-passed", |desk| {
            student(desk);
            exam(desk, 18);
            desk.carry_out(Action::Quiz(QuizAction::HandIn));
        }),
        shot("exam-failed", |desk| {
            exam(desk, 9);
            desk.carry_out(Action::Quiz(QuizAction::HandIn));
            desk.carry_out(Action::Quiz(QuizAction::Goto(12)));
        }),
    ];
    for kind in KINDS {
        let name = kind.to_lowercase();
        shots.push(shot(format!("quiz-{name}"), move |desk| ask(desk, kind)));
        shots.push(shot(format!("quiz-{name}-right"), move |desk| {
            ask(desk, kind);
            answer(desk, true);
        }));
        shots.push(shot(format!("quiz-{name}-wrong"), move |desk| {
            ask(desk, kind);
            answer(desk, false);
        }));
    }
    shots
}

/// Lets the trainee who never was sit down, with some weeks of reviews behind them.
fn student(desk: &mut Desk) {
    seat(desk, true);
    let days = i64::from(REVIEWED_DAYS).days();
    let today = now().day();
    let start = today.checked_sub(days).unwrap_or(today);
    let Studied { answered, reviews } = studied(&desk.bank, desk.shelf(), desk.setting(), start, REVIEWED_DAYS, SEED);
    if let Who::Trainee(trainee) = &mut desk.who {
        (trainee.answered, trainee.reviews) = (answered, reviews);
        trainee.unfinished.clear();
    }
    desk.carry_out(Action::Visit(crate::app::desk::View::Home));
    desk.carry_out(Action::Turn(Half::Quiz));
}

/// The first question of a kind.
fn ask(desk: &mut Desk, kind: &str) {
    let entries = desk.bank.entries();
    let cards =
        entries.iter().filter_map(|entry| desk.shelf().asked(desk.shelf().question(entry.place)?, desk.setting()).ok());
    let cards: Vec<_> = cards.filter(|card| card.task.word() == kind).take(1).collect();
    let mut study = Study::self_test(cards, SEED, desk.now_secs);
    study.next(desk);
    desk.quiz = Some(Quizzing::Study(Box::new(study)));
}

/// Answers the question of the moment.
fn answer(desk: &mut Desk, is_right: bool) {
    let Some(Quizzing::Study(study)) = &desk.quiz else { return };
    let Some(asked) = &study.asked else { return };
    let right = Reply::right(&asked.question.task);
    let reply = if is_right { right } else { wrong(&asked.question, right) };
    desk.carry_out(Action::Quiz(QuizAction::Answer(reply)));
}

/// What is right, with something wrong in it.
fn wrong(card: &QuestionCard, right: Reply) -> Reply {
    use crate::content::quiz::card::Task;
    let other = |place: usize, len: usize| (place + 1) % len.max(1);
    match (&card.task, right) {
        (Task::Single(choices), Reply::Pick(Some(place))) => Reply::Pick(Some(other(place, choices.len()))),
        (Task::Multiple(choices), Reply::Picks(mut places)) => {
            places.pop();
            places.extend((0..choices.len()).find(|&place| !choices[place].is_right));
            places.sort_unstable();
            Reply::Picks(places)
        }
        (_, Reply::Says(says)) => Reply::Says(says.map(|says| !says)),
        (_, Reply::Puts(mut steps)) => {
            steps.swap(0, 1);
            Reply::Puts(steps)
        }
        (Task::Baskets { baskets, .. }, Reply::Sorts(mut sorted)) => {
            sorted[0] = sorted[0].map(|basket| other(basket, baskets.len()));
            Reply::Sorts(sorted)
        }
        (Task::Match { .. }, Reply::Matches(mut rows)) => {
            rows.swap(0, 1);
            Reply::Matches(rows)
        }
        (_, Reply::Typed(_)) => Reply::Typed("7".to_owned()),
        (Task::FindFault { faults, .. }, Reply::Finds { line, fault: Some(fault) }) => {
            Reply::Finds { line, fault: Some(other(fault, faults.len())) }
        }
        (_, Reply::Notes(mut boxes)) => {
            boxes[0].clear();
            boxes[3].push_str("，8栋2406");
            Reply::Notes(boxes)
        }
        (Task::Call { exchanges, .. }, Reply::Replies(mut places)) => {
            places[0] = places[0].map(|place| other(place, exchanges[0].replies.len()));
            Reply::Replies(places)
        }
        (_, right) => right,
    }
}

/// The first exam, with so many questions answered rightly.
fn exam(desk: &mut Desk, answered: usize) {
    let Some((_, exam)) = desk.shelf().exams.last() else { return };
    let sitting = Sitting::drawn(exam, &desk.bank, desk.shelf(), SEED, desk.setting());
    let count = sitting.paper().len();
    desk.quiz = Some(Quizzing::Exam(Box::new(Room::new(sitting, now(), desk.now_secs))));
    for place in 0..answered.min(count) {
        let Some(Quizzing::Exam(room)) = &desk.quiz else { return };
        let reply = room.question().map(|question| Reply::right(&question.task));
        let Some(reply) = reply else { return };
        desk.carry_out(Action::Quiz(QuizAction::Draft(reply)));
        if place == 4 {
            desk.carry_out(Action::Quiz(QuizAction::Flag(true)));
        }
        desk.carry_out(Action::Quiz(QuizAction::Goto(place + 1)));
    }
}
