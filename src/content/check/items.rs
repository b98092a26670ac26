//! A scenario teaches what it claims: every item of its list stands on a turn or a question, and the other way round.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostic::{Diagnostic, Spanned};

/// The teachable items of the field (facts.md, section 1).
pub const TEACHABLE: std::ops::RangeInclusive<u32> = 1..=47;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let scenario = subject.scenario;
    let materials = scenario.prepare.iter().filter_map(|it| it.materials.as_ref()).flat_map(|it| &it.items);
    let taught: Vec<&Spanned<u32>> = (scenario.talk.turns.iter().flat_map(|turn| &turn.items))
        .chain(scenario.questions().flat_map(|question| &question.items))
        .chain(materials)
        .collect();
    for item in scenario.items.iter().chain(taught.iter().copied()).filter(|item| !TEACHABLE.contains(&item.value)) {
        let problem = Diagnostic::error("unknown-item", item.at, format!("没有第 {} 条", item.value));
        problems.push(problem.help("条目从 1 到 47"));
    }
    let numbers: BTreeSet<u32> = taught.iter().map(|item| item.value).collect();
    for item in scenario.items.iter().filter(|item| !numbers.contains(&item.value)) {
        let message = format!("说要教第 {} 条，却没有哪个回合在教", item.value);
        let problem = Diagnostic::error("item-not-taught", item.at, message);
        problems.push(problem.help(format!("在教它的回合写 `items: [{}]`", item.value)));
    }
}
