//! Questions from elsewhere, looked at as if they stood in a file of ours: what would not pass there is left out.

use std::collections::HashSet;

use crate::content::quiz::{Question, Quiz, Topic, write};
use crate::content::shelf::{Content, Shelf, read};
use crate::diagnostic::{Diagnostic, Severity};

/// What a question is that does not say it.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// What it belongs to.
    pub topic: Topic,
    /// The teachable items it tests.
    pub items: Vec<u32>,
}

/// What stands where nobody wrote what there is to learn: a question without it would not pass.
pub const NO_WHY: &str = "这道题还没有写讲解。";

/// Those that pass, and what is wrong with the others. A warning leaves nothing out.
pub fn sift(questions: Vec<Question>, shelf: &Shelf) -> (Vec<Question>, Vec<Diagnostic>) {
    let (mut seen, mut problems) = (HashSet::new(), Vec::new());
    let mut passes = |question: &Question| {
        let found = problems_of(question, shelf, !seen.insert(question.id.value.clone()));
        let is_sound = found.iter().all(|problem| problem.severity != Severity::Error);
        problems.extend(found);
        is_sound
    };
    let mut questions = questions;
    questions.retain(|question| passes(question));
    (questions, problems)
}

fn problems_of(question: &Question, shelf: &Shelf, is_twin: bool) -> Vec<Diagnostic> {
    let alone = Content::Quiz(Quiz { questions: vec![question.clone()], ..Quiz::default() });
    let mut problems = shelf.check(&alone);
    if is_twin {
        let message = format!("题 `{}` 写了两次", question.id.value);
        problems.push(Diagnostic::error("duplicate-id", question.id.at, message).help("换一个没用过的名字"));
    }
    if let Content::Quiz(alone) = &alone
        && !read(&write::quiz(alone)).1.is_empty()
    {
        // Nothing else is known to keep a question from being written: a text longer than a line may be.
        let problem = Diagnostic::error("text-too-long", question.at, "这道题有一段文字太长，写不进题库文件");
        problems.push(problem.help("一段文字最多三千来字，分成几句"));
    }
    problems
}
