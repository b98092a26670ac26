//! Three verdicts, never blended: process, compliance, outcome (product.md, "Score").

use crate::content::law::Level;
use crate::content::rubric::Judge;
use crate::content::scenario::Outcome;
use crate::content::script::{Script, Standards};
use crate::id::{Bits, BreachId, CriterionId, EndingId};
use crate::play::state::State;

/// What a call is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Process, 0-100, after breaches and caps.
    pub process: u32,
    /// Process before breaches and caps, 0-100.
    pub process_before_breaches: u32,
    /// Each dimension this scenario assesses.
    pub dimensions: Vec<DimensionScore>,
    /// Compliance.
    pub compliance: Compliance,
    /// Every line crossed.
    pub breaches: Vec<BreachId>,
    /// Whether the iron rule capped the process score: service first, then the fee.
    pub chased_over_defect: bool,
    /// The ending reached, once there is one.
    pub ending: Option<EndingId>,
    /// The note.
    pub note: NoteScore,
    /// Criteria met and not spoiled.
    pub met: Bits,
    /// The verdict of verdicts.
    pub verdict: Verdict,
}

/// How well one dimension went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DimensionScore {
    /// Index into [`Standards::dimensions`].
    pub dimension: usize,
    /// Criteria met.
    pub met: usize,
    /// Criteria assessed.
    pub assessed: usize,
    /// Its share of 100.
    pub weight: u32,
}

impl DimensionScore {
    /// 0-100.
    pub fn percent(&self) -> u32 {
        percent(self.met, self.assessed)
    }
}

/// Clean, yellow or red.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compliance {
    /// No line crossed.
    Clean,
    /// Yellow lines only.
    Yellow,
    /// A red line.
    Red,
}

/// How the note compares with what the owner told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoteScore {
    /// Facts told.
    pub told: usize,
    /// Facts told and noted.
    pub kept: usize,
    /// Things noted.
    pub noted: usize,
    /// Things noted that nobody told.
    pub invented: usize,
}

impl NoteScore {
    /// Percent of what was told that was noted; none when nothing was told.
    pub fn recall(&self) -> Option<u32> {
        (self.told > 0).then(|| percent(self.kept, self.told))
    }

    /// Percent of what was noted that was told; none when nothing was noted.
    pub fn precision(&self) -> Option<u32> {
        (self.noted > 0).then(|| percent(self.kept, self.noted))
    }
}

/// What to call the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Enough process, no red line, and the call got what it was made for.
    Passed,
    /// Enough process and no red line, but the call did not get what it was made for.
    PassedWithoutResult,
    /// The call got what it was made for, over a line: effective but not compliant.
    EffectiveButNotCompliant,
    /// A red line.
    FailedOnRedLine,
    /// Too little process.
    FailedOnProcess,
}

impl Verdict {
    /// Whether the call counts as passed.
    pub fn is_pass(self, score: &Score, pass_mark: u32) -> bool {
        score.compliance != Compliance::Red && score.process >= pass_mark && self != Self::FailedOnProcess
    }
}

/// Judges where a call arrived.
pub fn score(state: &State, script: &Script) -> Score {
    let standards = &script.standards;
    let note = note_score(state, script);
    let met = state.shown.without(state.missed).without(judged(standards));
    let met = with_judged(met, state, &note, standards).and(script.assessed);
    let dimensions = dimensions(met, script);
    let process_before_breaches = process(&dimensions);
    let breaches: Vec<BreachId> = state.broken.iter().map(BreachId::from).collect();
    let level = |breach: &BreachId| standards.rules[script.breaches[breach.index()].index()].level;
    let compliance = match breaches.iter().map(level).max() {
        None => Compliance::Clean,
        Some(Level::Yellow) => Compliance::Yellow,
        Some(Level::Red) => Compliance::Red,
    };
    let yellows = breaches.iter().filter(|breach| level(breach) == Level::Yellow).count();
    let process = capped(process_before_breaches, yellows, compliance, state.chased_over_defect, standards);
    let outcome = state.ending.map(|ending| script.endings[ending.index()].outcome);
    Score {
        process,
        process_before_breaches,
        dimensions,
        compliance,
        breaches,
        chased_over_defect: state.chased_over_defect,
        ending: state.ending,
        note,
        met,
        verdict: verdict(process, compliance, outcome, standards.pass_mark),
    }
}

fn capped(base: u32, yellows: usize, compliance: Compliance, over_defect: bool, standards: &Standards) -> u32 {
    let cost = u32::try_from(yellows).unwrap_or(u32::MAX).saturating_mul(standards.yellow_costs);
    let mut process = base.saturating_sub(cost);
    if compliance == Compliance::Red {
        process = process.min(standards.red_caps_at);
    }
    if over_defect {
        process = process.min(standards.open_defect_caps_at);
    }
    process
}

fn verdict(process: u32, compliance: Compliance, outcome: Option<Outcome>, pass_mark: u32) -> Verdict {
    let is_effective = outcome.is_some_and(Outcome::is_effective);
    match (compliance, is_effective) {
        (Compliance::Red | Compliance::Yellow, true) => Verdict::EffectiveButNotCompliant,
        (Compliance::Red, false) => Verdict::FailedOnRedLine,
        _ if process < pass_mark => Verdict::FailedOnProcess,
        (_, true) => Verdict::Passed,
        (_, false) => Verdict::PassedWithoutResult,
    }
}

fn judged(standards: &Standards) -> Bits {
    let cards = standards.criteria.iter().enumerate();
    cards.filter(|(_, card)| card.judge != Judge::Shown).map(|(index, _)| index).collect()
}

/// Adds the criteria that the note and the follow-up decide.
fn with_judged(mut met: Bits, state: &State, note: &NoteScore, standards: &Standards) -> Bits {
    for (index, card) in standards.criteria.iter().enumerate() {
        let is_met = match card.judge {
            Judge::Shown => false,
            Judge::NoteRecall(least) => note.recall().is_some_and(|recall| recall >= least),
            Judge::NotePrecision(least) => note.precision().is_some_and(|precision| precision >= least),
            Judge::FollowUp => state.follow_up_fits,
        };
        if is_met {
            met.insert(index);
        }
    }
    met
}

fn note_score(state: &State, script: &Script) -> NoteScore {
    let facts: Bits = script.notes.iter().flatten().enumerate().filter(|(_, it)| it.is_fact).map(|(n, _)| n).collect();
    let told = state.heard.and(facts);
    let kept = state.noted.and(told).len();
    let noted = state.noted.len();
    NoteScore { told: told.len(), kept, noted, invented: noted - kept }
}

fn dimensions(met: Bits, script: &Script) -> Vec<DimensionScore> {
    let scored = script.standards.dimensions.iter().enumerate().map(|(dimension, card)| {
        let among = |bits: Bits| card.criteria.iter().filter(|id: &&CriterionId| bits.has(id.index())).count();
        DimensionScore { dimension, met: among(met), assessed: among(script.assessed), weight: card.weight }
    });
    scored.filter(|score| score.assessed > 0).collect()
}

/// Weighted share of what was assessed. A dimension that a scenario does not assess leaves its weight to the others.
fn process(dimensions: &[DimensionScore]) -> u32 {
    let weights: u32 = dimensions.iter().map(|it| it.weight).sum();
    if weights == 0 {
        return 0;
    }
    let share = |it: &DimensionScore| f64::from(it.weight) * it.met as f64 / it.assessed as f64;
    let earned: f64 = dimensions.iter().map(share).sum();
    // Whole points, halves up; sums of a few fractions are the same on every platform.
    (earned * 100.0 / f64::from(weights) + 0.5 + f64::EPSILON).floor() as u32
}

fn percent(part: usize, whole: usize) -> u32 {
    u32::try_from((part * 200 + whole) / (whole * 2).max(1)).unwrap_or(0)
}
