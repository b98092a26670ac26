//! What can be wrong with the front desk's files: one rule, one file.

mod caller_ids;
mod drill_numbers;
mod lines;
mod manners;
mod phones;
mod pool;
mod promises;
mod replies;
mod scorecard;
mod sizes;
mod told;

use crate::content::drill::card::{CallerCard, DrillCard};
use crate::content::drill::resolve::{ME, UNIT, resolve_caller};
use crate::content::drill::{Caller, Callers, Drill};
use crate::content::fill::Facts;
use crate::content::language::Language;
use crate::content::shelf::Shelf;
use crate::diagnostic::Diagnostic;

pub use manners::manners;
pub use scorecard::scorecard;

/// A shift as written and as resolved.
pub struct Shift<'a> {
    /// As written, with places.
    pub drill: &'a Drill,
    /// As resolved.
    pub card: &'a DrillCard,
}

/// A caller as written and as resolved; exchanges and replies stand at the same places in both.
pub struct OneCaller<'a> {
    /// As written, with places.
    pub caller: &'a Caller,
    /// As resolved.
    pub card: &'a CallerCard,
}

type ShiftRule = fn(&Shift<'_>, &mut Vec<Diagnostic>);
type CallerRule = fn(&OneCaller<'_>, &mut Vec<Diagnostic>);

/// Every rule about shifts.
const SHIFT_RULES: &[ShiftRule] = &[drill_numbers::check, phones::check, pool::check];

/// Every rule about callers.
const CALLER_RULES: &[CallerRule] =
    &[sizes::check, replies::check, told::check, lines::check, promises::check, super::looks::of_caller];

/// Applies every rule to a shift.
pub fn drill(drill: &Drill, card: &DrillCard, problems: &mut Vec<Diagnostic>) {
    for rule in SHIFT_RULES {
        rule(&Shift { drill, card }, problems);
    }
    in_order(problems);
}

/// Applies every rule to a file of callers.
pub fn callers(callers: &Callers, shelf: &Shelf) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    caller_ids::check(callers, &mut problems);
    let context = shelf.front_desk(shelf.wordbook(Language::ZhHans));
    for caller in &callers.callers {
        let (card, found) = resolve_caller(caller, &context);
        problems.extend(found);
        one_caller(&OneCaller { caller, card: &card }, &mut problems);
    }
    in_order(&mut problems);
    problems
}

/// Applies every rule to one caller.
pub fn one_caller(it: &OneCaller<'_>, problems: &mut Vec<Diagnostic>) {
    for rule in CALLER_RULES {
        rule(it, problems);
    }
}

/// What every text of the front desk can have filled in; the words themselves are a shift's own.
fn words_at_hand() -> Facts {
    Facts::from_words([UNIT, ME].map(|name| (name.to_owned(), String::new())).into())
}

fn in_order(problems: &mut [Diagnostic]) {
    problems.sort_by_key(|problem| problem.at.map_or(0, |at| at.start));
}
