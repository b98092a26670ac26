//! A fact that no line tells can never be noted rightly.

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::id::Bits;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let script = subject.script;
    let lines = script.turns.iter().flat_map(|turn| &turn.lines).map(|line| line.tells);
    let told = lines.chain(script.endings.iter().map(|ending| ending.tells)).fold(Bits::default(), Bits::or);
    for (_, fact) in subject.scenario.facts.iter().enumerate().filter(|(index, _)| !told.has(*index)) {
        let message = format!("`{}` 没有哪句话说到", fact.id.value);
        let problem = Diagnostic::warning("fact-never-told", fact.id.at, message);
        problems.push(problem.help(format!("在说到它的回合写 `tells: [\"{}\"]`，或改成 `decoys`", fact.id.value)));
    }
}
