//! A translation has every text of what it is of, none that this lacks, and fills in no fact that is not there.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::fill::{Facts, placeholders};
use crate::content::language::{Language, Translation, Wanted};
use crate::content::scenario::Text;
use crate::content::shelf::{Setting, Shelf};
use crate::diagnostic::Diagnostic;

/// How many missing texts are named before the rest is only counted.
const NAMED: usize = 8;

/// Checks a translation against what it is of.
pub fn translation(it: &Translation, shelf: &Shelf) -> Vec<Diagnostic> {
    let Some(wanted) = shelf.texts_of(&it.of.value.0) else {
        let problem = Diagnostic::error("unknown-scenario", it.of.at, format!("没有 `{}` 可译", it.of.value.0));
        return vec![problem.suggest(&it.of.value.0, shelf.translatable())];
    };
    let wanted: BTreeMap<&str, &Wanted> = wanted.iter().map(|it| (it.key.as_str(), it)).collect();
    let mut problems = Vec::new();
    problems.extend(missing(it, shelf, &wanted));
    for (key, _) in it.texts.0.iter().filter(|(key, _)| !wanted.contains_key(key.value.as_str())) {
        let problem = Diagnostic::error("unknown-key", key.at, format!("原文里没有 `{}` 这条", key.value));
        problems.push(problem.suggest(&key.value, wanted.keys().copied()));
    }
    let facts = facts(it, shelf);
    for (key, text) in &it.texts.0 {
        match &facts {
            Some(facts) => drop(facts.fill(text, &mut problems)),
            None => problems.extend(wanted.get(key.value.as_str()).and_then(|wanted| strange(text, wanted))),
        }
    }
    problems
}

/// Texts that neither this file nor another of the same has. Traditional Chinese is converted: a file of it has only what
/// reads differently there.
fn missing(it: &Translation, shelf: &Shelf, wanted: &BTreeMap<&str, &Wanted>) -> Option<Diagnostic> {
    if it.language.value == Language::ZhHant {
        return None;
    }
    let is_of_same = |other: &&Translation| other.of.value == it.of.value && other.language.value == it.language.value;
    let others = shelf.translations.iter().map(|(_, other)| other).filter(is_of_same);
    let written: BTreeSet<&str> =
        others.chain([it]).flat_map(|it| &it.texts.0).map(|(key, _)| key.value.as_str()).collect();
    let missing: Vec<&&str> = wanted.keys().filter(|key| !written.contains(**key)).collect();
    if missing.is_empty() {
        return None;
    }
    let named = missing.iter().take(NAMED).map(|key| format!("`{key}`")).collect::<Vec<_>>().join("、");
    let more = if missing.len() > NAMED { "……" } else { "" };
    let message = format!("还有 {} 条没有译：{named}{more}", missing.len());
    Some(Diagnostic::error("missing-translation", it.language.at, message).help("在 `texts` 里补上这些键"))
}

/// The facts that can be filled in, where it is of a scenario.
fn facts(it: &Translation, shelf: &Shelf) -> Option<Facts> {
    let (_, scenario) = shelf.scenario(&it.of.value.0)?;
    let book = shelf.wordbook(Language::ZhHans);
    let city = shelf.city(Setting::default().city);
    Some(Facts::of(&scenario.case_file, &scenario.persona, city, &book.of(&it.of.value.0)))
}

/// A blank that the author's words do not have.
fn strange(text: &Text, wanted: &Wanted) -> Option<Diagnostic> {
    let known: Vec<&str> = placeholders(&wanted.text).collect();
    let name = placeholders(&text.value).find(|name| !known.contains(name))?;
    let problem = Diagnostic::error("unknown-placeholder", text.at, format!("没有 `{{{name}}}` 这个空可填"));
    Some(problem.suggest(name, known))
}
