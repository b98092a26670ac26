//! Every question is asked in words, and teaches something whatever was answered.

use super::Asked;
use crate::content::scenario::Text;
use crate::diagnostic::{Diagnostic, Span};

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    // What was left out is told where it is read.
    let is_blank = |text: &Text| text.at != Span::default() && text.trim().is_empty();
    if is_blank(&it.question.ask) {
        let problem = Diagnostic::error("nothing-asked", it.question.ask.at, "这道题没有问什么");
        problems.push(problem.help("在 `ask` 里写题目"));
    }
    if is_blank(&it.question.why) {
        let problem = Diagnostic::error("missing-why", it.question.why.at, "这道题没有讲解");
        problems.push(problem.help("在 `why` 里写清道理：答对答错都看得到"));
    }
}
