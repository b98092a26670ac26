//! A fact that no line tells can never be noted rightly.

use super::OneCaller;
use crate::diagnostic::Diagnostic;
use crate::id::Bits;

pub fn check(it: &OneCaller<'_>, problems: &mut Vec<Diagnostic>) {
    let told = it.card.talk.iter().map(|exchange| exchange.tells).fold(Bits::default(), Bits::or);
    for (_, fact) in it.caller.facts.iter().enumerate().filter(|(index, _)| !told.has(*index)) {
        let message = format!("`{}` 没有哪句话说到", fact.id.value);
        let problem = Diagnostic::error("fact-never-told", fact.id.at, message);
        problems.push(problem.help(format!("在说到它的那句写 `tells: [\"{}\"]`，或改成 `decoys`", fact.id.value)));
    }
}
