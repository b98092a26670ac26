//! Questions at the window: a self-test to its map, what is due and why, an exam that is cut off, its certificate.

use std::path::Path;

use bevy_egui::egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use super::records::{come_in, hear, window_on};
use super::{USUAL, desk, press, text, window};
use crate::app::desk::{Action, Desk, Half, QuizAction, Quizzing, Room, Study};
use crate::disk::records::{FILE_NAME, verify_file};
use crate::play::quiz::exam::Ended;
use crate::play::quiz::reply::Reply;
use crate::record::ledger::PROGRAM;
use crate::record::schedule::grade::Grade;
use crate::record::schedule::reason::Reason;

/// The place of the shorter exam that ships.
fn first_week(desk: &Desk) -> usize {
    desk.shelf().exams.iter().position(|(_, exam)| exam.id.value == "first-week").expect("it ships")
}

fn study<'w>(window: &'w Harness<'_, Desk>) -> &'w Study {
    match &window.state().quiz {
        Some(Quizzing::Study(study)) => study,
        _ => panic!("no questions are asked"),
    }
}

fn room<'w>(window: &'w Harness<'_, Desk>) -> &'w Room {
    match &window.state().quiz {
        Some(Quizzing::Exam(room)) => room,
        _ => panic!("no exam is sat"),
    }
}

fn carry_out(window: &mut Harness<'_, Desk>, action: QuizAction) {
    window.state_mut().carry_out(Action::Quiz(action));
    window.run_steps(3);
}

fn right(window: &Harness<'_, Desk>) -> Reply {
    Reply::right(&study(window).asked.as_ref().expect("a question").question.task)
}

/// Sits an exam: so many questions answered rightly.
fn sit(window: &mut Harness<'_, Desk>, answered: usize) {
    let place = first_week(window.state());
    carry_out(window, QuizAction::Exam(place));
    for place in 0..answered {
        let question = room(window).question().expect("a question").clone();
        carry_out(window, QuizAction::Draft(Reply::right(&question.task)));
        carry_out(window, QuizAction::Goto(place + 1));
    }
}

fn questions(window: &mut Harness<'_, Desk>) {
    window.state_mut().carry_out(Action::Turn(Half::Quiz));
    window.run_steps(3);
}

#[test]
fn a_guest_tests_herself_and_sees_the_map_of_what_she_knows() {
    let mut window = window(desk(), USUAL);
    press(&mut window, "half-quiz");
    press(&mut window, "quiz-self-test-start");
    for _ in 0..10 {
        let reply = right(&window);
        carry_out(&mut window, QuizAction::Answer(reply));
        let is_shown = window.query_by_label(&text(&window, "quiz-next")).is_some();
        assert!(is_shown, "each answer is commented on before the next question");
        window.key_press(Key::Enter);
        window.run_steps(3);
    }
    assert!(study(&window).is_over && study(&window).done.iter().all(|done| done.mark.is_right()));
    window.get_by_label(&text(&window, "quiz-done"));
    press(&mut window, "quiz-back");
    assert!(window.state().quiz.is_none());
}

#[test]
fn what_a_trainee_answers_is_kept_and_graded_by_the_key_she_presses() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    questions(&mut window);
    press(&mut window, "quiz-review-start");
    let first = study(&window).asked.as_ref().expect("a question").card.name();
    assert!(matches!(
        study(&window).asked.as_ref().and_then(|it| it.due.as_ref()).map(|it| it.reason),
        Some(Reason::New)
    ));
    let reply = right(&window);
    carry_out(&mut window, QuizAction::Answer(reply));
    window.key_press(Key::Num4);
    window.run_steps(3);
    let known = |window: &Harness<'_, Desk>| {
        let trainee = window.state().trainee().expect("somebody");
        trainee.reviews.iter().find(|review| review.card == first).cloned().expect("it is scheduled")
    };
    assert_eq!(known(&window).grade, Some(Grade::Easy), "she decides");
    let kept = known(&window);
    drop(window);
    let mut again = window_on(folder.path());
    hear(&mut again);
    assert_eq!(known(&again), kept, "and it is there the next time");
    assert_eq!(again.state().trainee().expect("somebody").answered.len(), 1);
}

#[test]
fn a_turn_failed_in_a_call_is_asked_first_and_says_why() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    press(&mut window, "home-start");
    // Nothing but silence until the line is dead.
    for _ in 0..200 {
        for action in [Action::Dial, Action::Skip, Action::WriteNote] {
            window.state_mut().carry_out(action);
        }
        if window.state().sitting.as_ref().is_some_and(|sitting| sitting.call.is_over()) {
            break;
        }
        window.state_mut().carry_out(Action::StaySilent);
        window.state_mut().carry_out(Action::Reply(0));
    }
    hear(&mut window);
    window.state_mut().carry_out(Action::Home);
    questions(&mut window);
    let due = window.state().stock().due.first().cloned().expect("something is due");
    assert_eq!(due.reason, Reason::FailedInCall);
    window.get_by_label_contains(&text(&window, "review-failed-in-call"));
    press(&mut window, "quiz-review-start");
    let asked = study(&window).asked.as_ref().expect("a question");
    assert_eq!(asked.question.task.word(), "Call", "it comes back as a small call");
}

#[test]
fn a_shift_whose_criteria_were_missed_puts_small_calls_into_the_queue() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    window.state_mut().carry_out(Action::Turn(Half::FrontDesk));
    window.state_mut().carry_out(Action::StartShift);
    // She lets every phone ring until the shift is over.
    for secs in 1..900 {
        window.state_mut().tick(f64::from(secs));
    }
    hear(&mut window);
    window.state_mut().carry_out(Action::Home);
    let stock = window.state().stock();
    assert!(stock.due.iter().any(|due| due.reason == Reason::MissedAtDesk), "{:?}", stock.due.first());
}

#[test]
fn an_exam_that_is_cut_off_goes_on_with_its_answers_and_without_gaining_time() {
    let folder = TempDir::new().expect("a folder");
    let mut before = window_on(folder.path());
    come_in(&mut before, "小满");
    sit(&mut before, 5);
    before.state_mut().tick(100.0);
    before.state_mut().tick(116.0);
    let left_ms = room(&before).sitting.left_ms();
    drop(before);
    let mut after = window_on(folder.path());
    hear(&mut after);
    press(&mut after, "home-resume");
    hear(&mut after);
    let sitting = &room(&after).sitting;
    assert_eq!(sitting.answered(), 5);
    assert!(sitting.left_ms() <= left_ms, "{} of {left_ms} ms", sitting.left_ms());
}

#[test]
fn what_is_being_typed_in_an_exam_counts_when_the_time_runs_out() {
    let mut window = window(desk(), USUAL);
    sit(&mut window, 0);
    let paper = room(&window).sitting.paper();
    let typed = paper.iter().position(|question| matches!(question.task.word(), "Number" | "Short"));
    let Some(place) = typed else { return sit_until_something_is_typed(&mut window) };
    let reply = Reply::right(&paper[place].task);
    carry_out(&mut window, QuizAction::Goto(place));
    carry_out(&mut window, QuizAction::Draft(reply));
    window.state_mut().tick(1_000_000.0);
    assert_eq!(room(&window).sitting.ended(), Some(Ended::TimeUp));
    assert!(room(&window).sitting.mark(place).is_right());
}

/// Papers are drawn by chance; one of a few has something to type.
fn sit_until_something_is_typed(window: &mut Harness<'_, Desk>) {
    for _ in 0..50 {
        sit(window, 0);
        let paper = room(window).sitting.paper();
        if let Some(place) = paper.iter().position(|it| matches!(it.task.word(), "Number" | "Short")) {
            let reply = Reply::right(&paper[place].task);
            carry_out(window, QuizAction::Goto(place));
            carry_out(window, QuizAction::Draft(reply));
            window.state_mut().tick(1_000_000.0);
            assert!(room(window).sitting.mark(place).is_right());
            return;
        }
    }
    panic!("fifty papers without anything to type");
}

#[test]
fn a_passed_exam_is_kept_can_be_looked_back_at_and_gives_a_certificate() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    sit(&mut window, 20);
    window.key_press(Key::F3);
    window.run_steps(3);
    press(&mut window, "exam-hand-in");
    press(&mut window, "exam-hand-in-now");
    hear(&mut window);
    assert_eq!(room(&window).sitting.ended(), Some(Ended::HandedIn));
    press(&mut window, "exam-certificate");
    hear(&mut window);
    assert_eq!(pdfs_in(&folder.path().join("exports")), 1, "{:?}", window.state().toasts().collect::<Vec<_>>());
    press(&mut window, "quiz-back");
    let attempt = window.state().trainee().expect("somebody").kept[0].attempt.setup.id;
    window.state_mut().carry_out(Action::LookBack(attempt));
    hear(&mut window);
    assert_eq!(room(&window).sitting.score(), 100);
    let findings = verify_file(&folder.path().join(FILE_NAME), PROGRAM).expect("readable");
    assert!(findings.iter().all(|finding| finding.is_sound()));
}

fn pdfs_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).map(|entries| entries.flatten().collect::<Vec<_>>()).unwrap_or_default();
    entries.iter().filter(|entry| entry.path().extension().is_some_and(|it| it == "pdf")).count()
}

#[test]
fn an_exam_is_not_left_for_another_language_and_counts_the_same_in_it() {
    let mut window = window(desk(), USUAL);
    sit(&mut window, 7);
    let before = room(&window).sitting.score();
    window.state_mut().carry_out(Action::Speak(crate::content::language::Language::ZhHant));
    window.run_steps(3);
    assert_eq!((room(&window).sitting.score(), room(&window).sitting.answered()), (before, 7));
}
