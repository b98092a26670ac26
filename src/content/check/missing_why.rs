//! Every answer has a why: without one there is nothing to learn from it.

use super::Subject;
use crate::content::scenario::Text;
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for choice in subject.scenario.choices() {
        need(&choice.say, choice.why.as_ref(), problems);
    }
    for pick in subject.scenario.prepare.iter().filter_map(|it| it.materials.as_ref()).flat_map(|it| &it.picks) {
        need(&pick.say, pick.why.as_ref(), problems);
    }
}

/// Complains of an answer that has none.
pub fn need(say: &Text, why: Option<&Text>, problems: &mut Vec<Diagnostic>) {
    if why.is_none_or(|why| why.trim().is_empty()) {
        let problem = Diagnostic::error("missing-why", say.at, "这个回答没有写 `why`");
        problems.push(problem.help("加上 `why: \"…\"`：为什么好，或者不好在哪"));
    }
}
