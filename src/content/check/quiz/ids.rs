//! A question's id is kept with every answer to it: unique, and plain.

use std::collections::BTreeSet;

use super::Asked;
use crate::content::check::identity::plain;
use crate::content::quiz::Quiz;
use crate::diagnostic::Diagnostic;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    plain(&it.question.id, "题", problems);
}

/// No two questions of one file have one id.
pub fn of_file(quiz: &Quiz, problems: &mut Vec<Diagnostic>) {
    plain(&quiz.id, "题库", problems);
    let mut seen = BTreeSet::new();
    for id in quiz.questions.iter().map(|question| &question.id) {
        if !id.is_empty() && !seen.insert(id.value.as_str()) {
            let problem = Diagnostic::error("duplicate-id", id.at, format!("题 `{}` 写了两次", id.value));
            problems.push(problem.help("换一个没用过的名字"));
        }
    }
}
