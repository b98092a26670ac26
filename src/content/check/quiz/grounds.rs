//! The articles a question rests on are on file.

use super::Asked;
use crate::diagnostic::Diagnostic;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let known = || it.shelf.laws.iter().map(|law| law.id.value.as_str());
    for law in it.question.laws.iter().filter(|law| !known().any(|id| id == law.value.0)) {
        let problem = Diagnostic::error("unknown-law", law.at, format!("法条表里没有 `{}`", law.value.0));
        problems.push(problem.suggest(&law.value.0, known()));
    }
}
