//! Questions: what is due, a self-test, an exam, and what became of them.

mod calibration;
mod exam;
mod home;
mod map;
pub mod question;
mod result;
mod study;

use bevy_egui::egui::Ui;

use crate::app::desk::{Action, Desk, Quizzing};

pub use home::view as home;

/// What is being asked, or what became of it.
pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let done = match desk.quiz.as_ref()? {
        Quizzing::Study(study) if study.is_over => map::view(ui, desk, study),
        Quizzing::Study(study) => study::view(ui, desk, study),
        Quizzing::Exam(room) if room.sitting.ended().is_some() => result::view(ui, desk, room),
        Quizzing::Exam(room) => exam::view(ui, room, &desk.locale),
    };
    done.map(Action::Quiz)
}
