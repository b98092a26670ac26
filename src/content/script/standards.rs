//! What every call is judged by: rubric and rules, ready to be shown, in one language and for one city.

use super::Str;
use crate::content::law::Level;
use crate::content::rubric::{Judge, MissedBy};
use crate::id::{Bits, CriterionId};

/// What every call is judged by: rubric and rules, in one language and for one city.
#[derive(Clone, Debug, Default)]
pub struct Standards {
    /// The process score a call needs to pass, 0-100.
    pub pass_mark: u32,
    /// Points each yellow line costs.
    pub yellow_costs: u32,
    /// The highest process score with a red line.
    pub red_caps_at: u32,
    /// The highest process score after chasing over an open service defect.
    pub open_defect_caps_at: u32,
    /// The dimensions; weights add to 100.
    pub dimensions: Vec<DimensionCard>,
    /// All criteria.
    pub criteria: Vec<CriterionCard>,
    /// All rules.
    pub rules: Vec<RuleCard>,
}

impl Standards {
    /// The criteria that something besides a choice spoils.
    pub fn missed_by(&self, cause: MissedBy) -> Bits {
        let is_missed = |(_, card): &(usize, &CriterionCard)| card.missed_by == Some(cause);
        self.criteria.iter().enumerate().filter(is_missed).map(|(index, _)| index).collect()
    }
}

/// A weighted group of criteria.
#[derive(Clone, Debug)]
pub struct DimensionCard {
    /// Its name.
    pub id: Str,
    /// What trainees see.
    pub name: Str,
    /// Its share of 100.
    pub weight: u32,
    /// Its criteria.
    pub criteria: Vec<CriterionId>,
}

/// One check.
#[derive(Clone, Debug)]
pub struct CriterionCard {
    /// Its name.
    pub id: Str,
    /// What trainees see.
    pub name: Str,
    /// Why it matters.
    pub why: Str,
    /// How it is judged.
    pub judge: Judge,
    /// What else spoils it.
    pub missed_by: Option<MissedBy>,
}

/// One compliance rule.
#[derive(Clone, Debug)]
pub struct RuleCard {
    /// Its name.
    pub id: Str,
    /// Red or yellow, here.
    pub level: Level,
    /// What trainees see.
    pub name: Str,
    /// Articles it rests on.
    pub laws: Vec<LawCard>,
    /// The stated norm besides.
    pub norm: Str,
    /// What crossing it does.
    pub why: Str,
    /// What one can say instead.
    pub instead: Str,
    /// Where it varies by city or date.
    pub varies: Str,
    /// Since when it applies.
    pub since: Str,
}

/// One article in its own words.
#[derive(Clone, Debug)]
pub struct LawCard {
    /// The statute.
    pub statute: Str,
    /// Its number.
    pub article: Str,
    /// The version quoted.
    pub version: Str,
    /// The words.
    pub text: Str,
}
