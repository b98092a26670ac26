//! A note has something to keep, and a talk to keep it of.

use std::collections::BTreeSet;

use super::Asked;
use crate::content::quiz::Kind;
use crate::diagnostic::Diagnostic;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let Kind::Note(task) = &it.question.answer.value else { return };
    let at = it.question.answer.at;
    if task.talk.is_empty() {
        problems.push(Diagnostic::error("nothing-said", at, "没有话可记").help("在 `talk` 里写这通电话"));
    }
    if task.facts.is_empty() {
        let problem = Diagnostic::error("nothing-to-keep", at, "没有要记的事，写什么都是满分");
        problems.push(problem.help("在 `facts` 里写要记下的事"));
    }
    let mut seen = BTreeSet::new();
    for id in task.facts.iter().map(|fact| &fact.id) {
        if !seen.insert(id.value.as_str()) {
            let problem = Diagnostic::error("duplicate-id", id.at, format!("`{}` 写了两次", id.value));
            problems.push(problem.help("换一个没用过的名字"));
        }
    }
}
