//! A turn or an ending nobody can ever get to is a mistake in a `goto`.

use super::{Subject, graph};
use crate::content::script::Target;
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let reached = graph::reached(subject.script);
    let turns = &subject.scenario.talk.turns;
    for (turn, _) in turns.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        let message = format!("没有路通到回合 `{}`", turn.id.value);
        let problem = Diagnostic::error("unreachable-turn", turn.id.at, message);
        problems.push(problem.help("从某个回答写 `goto` 过来，或删掉这个回合"));
    }
    let script = subject.script;
    let ways =
        script.turns.iter().zip(&reached).filter(|(_, reached)| **reached).flat_map(|(turn, _)| graph::ways_out(turn));
    let ended: Vec<usize> =
        ways.filter_map(|to| if let Target::Ending(ending) = to { Some(ending.index()) } else { None }).collect();
    for (index, ending) in subject.scenario.endings.iter().enumerate() {
        if index != script.hangs_up.index() && !ended.contains(&index) {
            let message = format!("没有路通到结局 `{}`", ending.id.value);
            let problem = Diagnostic::warning("unreachable-ending", ending.id.at, message);
            problems.push(problem.help("从某个回答写 `goto` 过来，或删掉这个结局"));
        }
    }
}
