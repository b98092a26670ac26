//! A caller's id is written in shifts and in reports: unique, and plain.

use std::collections::BTreeSet;

use crate::content::check::identity::plain;
use crate::content::drill::Callers;
use crate::diagnostic::Diagnostic;

pub fn check(callers: &Callers, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for caller in &callers.callers {
        plain(&caller.id, "来电人", problems);
        let id = caller.id.value.as_str();
        if !id.is_empty() && !seen.insert(id) {
            let problem = Diagnostic::error("duplicate-id", caller.id.at, format!("来电人 `{id}` 写了两次"));
            problems.push(problem.help("换一个没用过的名字"));
        }
    }
}
