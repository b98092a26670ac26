//! A call taken from a scenario begins at a turn that asks something, whatever went before it.

use std::collections::BTreeMap;

use super::Asked;
use crate::content::names::sorted;
use crate::content::quiz::{Kind, Quiz};
use crate::content::scenario::Turn;
use crate::content::shelf::{Setting, Shelf};
use crate::diagnostic::Diagnostic;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let Kind::CallFrom(from) = &it.question.answer.value else { return };
    let (name, turn) = (from.scenario.value.0.as_str(), from.turn.value.0.as_str());
    let Some((_, scenario)) = it.shelf.scenario(name) else {
        let known = it.shelf.scenarios.iter().map(|(_, it)| it.id.value.as_str());
        let problem = Diagnostic::error("unknown-scenario", from.scenario.at, format!("没有剧本 `{name}`"));
        problems.push(problem.suggest(name, known));
        return;
    };
    let askable = || scenario.talk.turns.iter().filter(|turn| is_askable(turn)).map(|turn| turn.id.value.as_str());
    if !askable().any(|id| id == turn) {
        let message = format!("剧本 `{name}` 里没有能取来问的回合 `{turn}`");
        let problem = Diagnostic::error("unknown-turn", from.turn.at, message);
        problems.push(problem.suggest(turn, sorted(askable())));
    }
}

/// A scenario that cannot be played lends no turns; said once for each question of a file.
pub fn of_file(quiz: &Quiz, shelf: &Shelf, problems: &mut Vec<Diagnostic>) {
    let mut playable = BTreeMap::new();
    for question in &quiz.questions {
        let Kind::CallFrom(from) = &question.answer.value else { continue };
        let name = from.scenario.value.0.as_str();
        let Some((_, scenario)) = shelf.scenario(name) else { continue };
        if !*playable.entry(name).or_insert_with(|| shelf.script(scenario, Setting::default()).is_ok()) {
            let message = format!("剧本 `{name}` 还有错，取不出话来");
            let problem = Diagnostic::error("unknown-scenario", from.scenario.at, message);
            problems.push(problem.help("先用 `three-rings check` 把剧本改好"));
        }
    }
}

/// Whether there is something to choose in it, and one of it recommended, under no condition.
fn is_askable(turn: &Turn) -> bool {
    let offered = || turn.choices.iter().filter(|choice| choice.when.is_empty());
    offered().count() > 1 && offered().any(|choice| choice.best)
}
