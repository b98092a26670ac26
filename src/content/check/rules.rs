//! The compliance rules: each rests on an article that is on file or on a stated norm, and its cities exist.

use std::collections::BTreeSet;

use crate::content::law::{Rule, Rules};
use crate::content::shelf::Shelf;
use crate::diagnostic::Diagnostic;

/// Checks the rules against the articles and cities on the shelf.
pub fn rules(rules: &Rules, shelf: &Shelf) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    for rule in &rules.rules {
        if !seen.insert(&rule.id.value.0) {
            let message = format!("规则 `{}` 写了两次", rule.id.value.0);
            problems.push(Diagnostic::error("duplicate-id", rule.id.at, message).help("换一个没用过的名字"));
        }
        grounds(rule, shelf, &mut problems);
    }
    problems
}

fn grounds(rule: &Rule, shelf: &Shelf, problems: &mut Vec<Diagnostic>) {
    if rule.laws.is_empty() && rule.norm.is_empty() {
        let message = format!("规则 `{}` 没有依据", rule.id.value.0);
        let problem = Diagnostic::error("rule-without-grounds", rule.id.at, message);
        problems.push(problem.help("写 `laws: [\"…\"]`，没有条文就写 `norm: \"…\"`"));
    }
    let known = || shelf.laws.iter().map(|law| law.id.value.as_str());
    for law in rule.laws.iter().filter(|law| !known().any(|id| id == law.value.0)) {
        let problem = Diagnostic::error("unknown-law", law.at, format!("法条表里没有 `{}`", law.value.0));
        problems.push(problem.suggest(&law.value.0, known()));
    }
    for city in rule.cities.iter().map(|it| &it.city).filter(|city| shelf.city(&city.value.0).is_none()) {
        let problem = Diagnostic::error("unknown-city", city.at, format!("城市表里没有 `{}`", city.value.0));
        problems.push(problem.suggest(&city.value.0, shelf.cities.iter().map(|it| it.id.value.as_str())));
    }
}
