//! What can be spoiled must also be possible to show: otherwise it is never assessed, and spoiling it means nothing.

use super::Subject;
use crate::content::rubric::Judge;
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let script = subject.script;
    let position = |name: &str| script.standards.criteria.iter().position(|card| card.id.as_ref() == name);
    for name in subject.scenario.choices().flat_map(|choice| &choice.misses) {
        let Some(index) = position(&name.value.0) else { continue };
        if !script.assessed.has(index) && script.standards.criteria[index].judge == Judge::Shown {
            let message = format!("`{}` 会被砸掉，却没有一个回答能做到它：它从不计分", name.value.0);
            let problem = Diagnostic::error("criterion-never-assessed", name.at, message);
            problems.push(problem.help(format!("让某个回答 `shows: [{}]`，或删掉这个 `misses`", name.value.0)));
        }
    }
}
