//! What can be wrong with content that is well formed: one rule, one file.

mod best;
mod choices;
mod dead_end;
mod facts;
mod flags;
mod follow_up;
mod front_desk;
mod graph;
mod identity;
mod items;
mod looks;
mod missing_why;
mod no_way_on;
mod quiz;
mod rubric;
mod rules;
mod silent_owner;
mod sums;
mod temperaments;
mod translation;
mod unassessed;
mod unreachable;

use crate::content::scenario::Scenario;
use crate::content::script::Script;
use crate::diagnostic::Diagnostic;

pub use front_desk::{OneCaller, callers, drill, manners, one_caller, scorecard};
pub use quiz::{exam, question, quiz};
pub use rubric::{rubric, unassessed_by_any};
pub use rules::rules;
pub use temperaments::temperaments;
pub use translation::translation;

/// A scenario as written and as resolved; turns, endings and choices stand at the same places in both.
pub struct Subject<'a> {
    /// As written, with places.
    pub scenario: &'a Scenario,
    /// As resolved.
    pub script: &'a Script,
}

type Rule = fn(&Subject<'_>, &mut Vec<Diagnostic>);

/// Every rule about scenarios.
const RULES: &[Rule] = &[
    identity::check,
    no_way_on::check,
    silent_owner::check,
    unreachable::check,
    dead_end::check,
    choices::check,
    missing_why::check,
    best::check,
    unassessed::check,
    items::check,
    facts::check,
    flags::check,
    follow_up::check,
    sums::check,
    looks::check,
];

/// Applies every rule to a scenario; findings come in the order of the file.
pub fn scenario(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for rule in RULES {
        rule(subject, problems);
    }
    problems.sort_by_key(|problem| problem.at.map_or(0, |at| at.start));
}
