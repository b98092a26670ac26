//! After every ending one day for the next call is right.

use super::Subject;
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(question) = subject.scenario.log.as_ref().and_then(|log| log.follow_up.as_ref()) else { return };
    for ending in &subject.scenario.endings {
        let suits = |name: &crate::content::scenario::Ref| name.value.0 == ending.id.value;
        if !question.choices.iter().any(|choice| choice.right_after.iter().any(suits)) {
            let message = format!("结局 `{}` 之后，没有哪个回访日是对的", ending.id.value);
            let problem = Diagnostic::error("no-follow-up", question.at, message);
            problems.push(problem.help(format!("给合适的那个加上 `right_after: [\"{}\"]`", ending.id.value)));
        }
    }
}
