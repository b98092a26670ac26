//! In every turn somebody says something, in every circumstance.

use super::Subject;
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for turn in &subject.scenario.talk.turns {
        if turn.owner.is_empty() && turn.lines.is_empty() {
            let problem =
                Diagnostic::error("nothing-said", turn.id.at, format!("回合 `{}` 里业主没有话", turn.id.value));
            problems.push(problem.help("写 `owner: \"…\"`"));
        } else if turn.owner.is_empty() && turn.lines.last().is_some_and(|line| !line.when.is_empty()) {
            let message = format!("回合 `{}` 的每句台词都有条件，可能一句也说不出", turn.id.value);
            problems.push(Diagnostic::error("nothing-said", turn.id.at, message).help("`lines` 最后一条不写 `when`"));
        }
        let empty = turn.lines.iter().filter(|line| line.say.is_empty());
        problems.extend(empty.map(|line| Diagnostic::error("nothing-said", line.at, "这条台词里没有话")));
    }
}
