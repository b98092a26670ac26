//! What can be wrong with questions and exams: one rule, one file.

mod calls;
mod calls_from;
mod choices;
mod exam;
mod faults;
mod grounds;
mod ids;
mod items;
mod notes;
mod numbers;
mod parts;
mod whys;

use crate::content::quiz::{Question, Quiz};
use crate::content::shelf::Shelf;
use crate::diagnostic::Diagnostic;

pub use exam::exam;

/// A question as written, and the shelf it stands on.
pub struct Asked<'a> {
    /// As written, with places.
    pub question: &'a Question,
    /// What it may name.
    pub shelf: &'a Shelf,
}

type Rule = fn(&Asked<'_>, &mut Vec<Diagnostic>);

/// Every rule about one question.
const RULES: &[Rule] = &[
    ids::check,
    items::check,
    grounds::check,
    whys::check,
    choices::check,
    parts::check,
    numbers::check,
    faults::check,
    notes::check,
    calls::check,
    calls_from::check,
];

/// Applies every rule to one question.
pub fn question(question: &Question, shelf: &Shelf, problems: &mut Vec<Diagnostic>) {
    for rule in RULES {
        rule(&Asked { question, shelf }, problems);
    }
}

/// Applies every rule to a file of questions.
pub fn quiz(quiz: &Quiz, shelf: &Shelf) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    ids::of_file(quiz, &mut problems);
    calls_from::of_file(quiz, shelf, &mut problems);
    for it in &quiz.questions {
        question(it, shelf, &mut problems);
    }
    problems.sort_by_key(|problem| problem.at.map_or(0, |at| at.start));
    problems
}
