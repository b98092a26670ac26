//! A translation has every text of its scenario, none that the scenario lacks, and fills in no fact that is not there.

use std::collections::BTreeSet;

use crate::content::fill::Facts;
use crate::content::language::Translation;
use crate::content::shelf::{Setting, Shelf};
use crate::diagnostic::Diagnostic;

/// How many missing texts are named before the rest is only counted.
const NAMED: usize = 8;

/// Checks a translation against the scenario it is of.
pub fn translation(it: &Translation, shelf: &Shelf) -> Vec<Diagnostic> {
    let Some((_, scenario)) = shelf.scenario(&it.of.value.0) else {
        let problem = Diagnostic::error("unknown-scenario", it.of.at, format!("没有剧本 `{}`", it.of.value.0));
        let known = shelf.scenarios.iter().map(|(_, scenario)| scenario.id.value.as_str());
        return vec![problem.suggest(&it.of.value.0, known)];
    };
    let wanted = shelf.text_keys(scenario);
    let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
    let written: BTreeSet<&str> = it.texts.0.iter().map(|(key, _)| key.value.as_str()).collect();
    let mut problems = Vec::new();
    let missing: Vec<&&str> = wanted.difference(&written).collect();
    if !missing.is_empty() {
        let named = missing.iter().take(NAMED).map(|key| format!("`{key}`")).collect::<Vec<_>>().join("、");
        let message =
            format!("还有 {} 条没有译：{named}{}", missing.len(), if missing.len() > NAMED { "……" } else { "" });
        let problem = Diagnostic::error("missing-translation", it.language.at, message);
        problems.push(problem.help("在 `texts` 里补上这些键"));
    }
    for (key, _) in it.texts.0.iter().filter(|(key, _)| !wanted.contains(key.value.as_str())) {
        let problem = Diagnostic::error("unknown-key", key.at, format!("剧本里没有 `{}` 这条", key.value));
        problems.push(problem.suggest(&key.value, wanted.iter().copied()));
    }
    let facts = Facts::of(&scenario.case_file, &scenario.persona, shelf.city(Setting::default().city));
    for (_, text) in &it.texts.0 {
        facts.fill(text, &mut problems);
    }
    problems
}
