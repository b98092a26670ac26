//! From every turn the call must be able to end.

use super::{Subject, graph};
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let can_end = graph::can_end(subject.script);
    for (turn, _) in subject.scenario.talk.turns.iter().zip(can_end).filter(|(_, can_end)| !can_end) {
        let message = format!("从回合 `{}` 怎么走也到不了结局", turn.id.value);
        let problem = Diagnostic::error("dead-end", turn.id.at, message);
        problems.push(problem.help("让其中一条路 `goto` 到一个结局"));
    }
}
