//! What an attempt was worth, as it is kept: enough for charts and reports, without playing it again.

mod exam;

use serde::{Deserialize, Serialize};

use crate::content::drill::Check;
use crate::content::law::Level;
use crate::content::script::Script;
use crate::play::call::Call;
use crate::play::debrief::{Debrief, Review, TurnVerdict, debrief};
use crate::play::drill::judge::{Verdict, is_ours, judge, reaction_ms};
use crate::play::drill::shift::Shift;
use crate::play::offer::{Reply, question};
use crate::play::score::Compliance;
use crate::play::state::Phase;

pub use exam::{ExamQuestion, ExamSummary};

/// What an attempt was worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Summary {
    /// A call.
    Call(CallSummary),
    /// A shift.
    Shift(ShiftSummary),
    /// An exam.
    Exam(ExamSummary),
}

/// What a call was worth. Field names and meanings are a promise to scripts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallSummary {
    /// The scenario's title.
    pub title: String,
    /// The owner's name.
    pub owner: String,
    /// What kind of person the owner is: the id of a temperament.
    pub temperament: String,
    /// The same, as trainees see it.
    pub temperament_name: String,
    /// 0-100.
    pub process: u32,
    /// The process score a call needs to pass, 0-100.
    pub pass_mark: u32,
    /// `clean`, `yellow` or `red`.
    pub compliance: String,
    /// What the ending reached, such as `Appointment`; null if the talk did not end.
    pub outcome: Option<String>,
    /// The ending's id; null if the talk did not end.
    pub ending: Option<String>,
    /// The verdict's name, such as `EffectiveButNotCompliant`.
    pub verdict: String,
    /// Whether the call counts as passed.
    pub passed: bool,
    /// Each dimension assessed.
    pub dimensions: Vec<Dimension>,
    /// Each criterion assessed.
    pub criteria: Vec<Criterion>,
    /// Every line crossed.
    pub breaches: Vec<Breach>,
    /// The note.
    pub note: Note,
    /// The teachable items asked about.
    pub items: Vec<ItemTally>,
}

/// One dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its id.
    pub id: String,
    /// What trainees see.
    pub name: String,
    /// 0-100.
    pub score: u32,
    /// Its share of 100.
    pub weight: u32,
}

/// One criterion: how often it was met of how often it could be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// What trainees see.
    pub name: String,
    /// Its share of 100; 0 where only its dimension has one.
    pub weight: u32,
    /// Occasions met.
    pub met: u32,
    /// Occasions.
    pub due: u32,
}

/// One line crossed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    /// The rule's id.
    pub rule: String,
    /// `red` or `yellow`.
    pub level: String,
    /// What trainees see.
    pub name: String,
    /// The question at which it was crossed.
    pub turn: String,
    /// The articles it rests on.
    pub laws: Vec<String>,
}

/// How the note compares with what was told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Facts told.
    pub told: usize,
    /// Facts told and noted.
    pub kept: usize,
    /// Things noted.
    pub noted: usize,
    /// Things noted that nobody told.
    pub invented: usize,
}

/// How one of the 47 teachable items went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemTally {
    /// 1-47.
    pub item: u32,
    /// How often it was answered as recommended.
    pub right: u32,
    /// How often it was asked.
    pub asked: u32,
}

/// What a shift was worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftSummary {
    /// The shift's title.
    pub title: String,
    /// 0-100.
    pub score: u32,
    /// The score a shift needs to pass, 0-100.
    pub pass_mark: u32,
    /// Whether it counts as passed.
    pub passed: bool,
    /// The last ring in which answering is in time.
    pub within: u32,
    /// How many rings each call that was ours had heard when it was answered; null where it was lost.
    pub rings: Vec<Option<u32>>,
    /// From the first ring to the lifted receiver, in milliseconds, rising.
    pub reactions_ms: Vec<u32>,
    /// Pick-ups that called for an apology.
    pub apologies_due: usize,
    /// Of these, with one.
    pub apologies_made: usize,
    /// Wrong choices between phones.
    pub priority_errors: usize,
    /// The criteria that alone failed it, by id.
    pub fell_short: Vec<String>,
    /// Every criterion that had an occasion.
    pub criteria: Vec<Criterion>,
    /// The teachable items practised.
    pub items: Vec<ItemTally>,
}

impl Summary {
    /// 0-100.
    pub fn score(&self) -> u32 {
        match self {
            Self::Call(call) => call.process,
            Self::Shift(shift) => shift.score,
            Self::Exam(exam) => exam.score,
        }
    }

    /// The score that passes, 0-100.
    pub fn pass_mark(&self) -> u32 {
        match self {
            Self::Call(call) => call.pass_mark,
            Self::Shift(shift) => shift.pass_mark,
            Self::Exam(exam) => exam.pass_mark,
        }
    }

    /// Whether it counts as passed.
    pub fn is_passed(&self) -> bool {
        match self {
            Self::Call(call) => call.passed,
            Self::Shift(shift) => shift.passed,
            Self::Exam(exam) => exam.passed,
        }
    }

    /// What was practised, as trainees see it.
    pub fn title(&self) -> &str {
        match self {
            Self::Call(call) => &call.title,
            Self::Shift(shift) => &shift.title,
            Self::Exam(exam) => &exam.title,
        }
    }

    /// The teachable items.
    pub fn items(&self) -> &[ItemTally] {
        match self {
            Self::Call(call) => &call.items,
            Self::Shift(shift) => &shift.items,
            Self::Exam(exam) => &exam.items,
        }
    }

    /// The criteria.
    pub fn criteria(&self) -> &[Criterion] {
        match self {
            Self::Call(call) => &call.criteria,
            Self::Shift(shift) => &shift.criteria,
            Self::Exam(_) => &[],
        }
    }
}

impl CallSummary {
    /// The summary of a call as it stands.
    pub fn of(call: &Call) -> Self {
        Self::of_debrief(call, &debrief(call))
    }

    /// The same, of a call that is reviewed already.
    pub fn of_debrief(call: &Call, debrief: &Debrief<'_>) -> Self {
        let script = call.script();
        let score = &debrief.score;
        let ending = score.ending.map(|ending| &script.endings[ending.index()]);
        Self {
            title: script.title.to_string(),
            owner: script.persona.name.to_string(),
            temperament: script.persona.temperament.id.value.0.clone(),
            temperament_name: script.persona.temperament.name.value.clone(),
            process: score.process,
            pass_mark: script.standards.pass_mark,
            compliance: compliance_word(score.compliance).to_owned(),
            outcome: ending.map(|ending| ending.outcome.word().to_owned()),
            ending: ending.map(|ending| ending.id.to_string()),
            verdict: format!("{:?}", score.verdict),
            passed: score.verdict.is_pass(score, script.standards.pass_mark),
            dimensions: dimensions(debrief, script),
            criteria: criteria(debrief, script),
            breaches: debrief.reviews.iter().flat_map(|review| breaches(review, script)).collect(),
            note: Note {
                told: score.note.told,
                kept: score.note.kept,
                noted: score.note.noted,
                invented: score.note.invented,
            },
            items: call_items(call, debrief),
        }
    }
}

/// The word for a compliance.
pub fn compliance_word(compliance: Compliance) -> &'static str {
    match compliance {
        Compliance::Clean => "clean",
        Compliance::Yellow => "yellow",
        Compliance::Red => "red",
    }
}

fn dimensions(debrief: &Debrief<'_>, script: &Script) -> Vec<Dimension> {
    let row = |it: &crate::play::score::DimensionScore| {
        let card = &script.standards.dimensions[it.dimension];
        Dimension { id: card.id.to_string(), name: card.name.to_string(), score: it.percent(), weight: it.weight }
    };
    debrief.score.dimensions.iter().map(row).collect()
}

fn criteria(debrief: &Debrief<'_>, script: &Script) -> Vec<Criterion> {
    let row = |index: usize| {
        let card = &script.standards.criteria[index];
        let met = u32::from(debrief.score.met.has(index));
        Criterion { id: card.id.to_string(), name: card.name.to_string(), weight: 0, met, due: 1 }
    };
    script.assessed.iter().map(row).collect()
}

fn breaches(review: &Review<'_>, script: &Script) -> Vec<Breach> {
    let row = |id: &crate::id::BreachId| {
        let rule = &script.standards.rules[script.breaches[id.index()].index()];
        Breach {
            rule: rule.id.to_string(),
            level: if rule.level == Level::Red { "red" } else { "yellow" }.to_owned(),
            name: rule.name.to_string(),
            turn: review.question.id(),
            laws: rule.laws.iter().map(|law| format!("{}{}", law.statute, law.article)).collect(),
        }
    };
    review.breaches.iter().map(row).collect()
}

/// The item under which a 5W1H note is taught (facts.md item 46).
const NOTE_ITEM: u32 = 46;

/// The items each question teaches, and whether it was answered as recommended.
fn call_items(call: &Call, debrief: &Debrief<'_>) -> Vec<ItemTally> {
    let script = call.script();
    let mut tallies = Vec::new();
    for review in debrief.reviews.iter().filter(|review| review.reply != Some(Reply::Enough)) {
        let phase = call.beats()[review.beat].before.phase;
        let items: &[u32] = match phase {
            Phase::Talk { turn } => &script.turns[turn.index()].items,
            Phase::Note { .. } => &[NOTE_ITEM],
            _ => question(phase, script).map(|question| question.items.as_slice()).unwrap_or_default(),
        };
        for &item in items {
            tally(&mut tallies, item, u32::from(review.verdict == TurnVerdict::Best), 1);
        }
    }
    tallies
}

fn tally(tallies: &mut Vec<ItemTally>, item: u32, right: u32, asked: u32) {
    match tallies.binary_search_by_key(&item, |it| it.item) {
        Ok(place) => {
            tallies[place].right += right;
            tallies[place].asked += asked;
        }
        Err(place) => tallies.insert(place, ItemTally { item, right, asked }),
    }
}

impl ShiftSummary {
    /// The summary of a shift as it stands.
    pub fn of(shift: &Shift) -> Self {
        Self::of_verdict(shift, &judge(shift))
    }

    /// The same, of a shift that is judged already.
    pub fn of_verdict(shift: &Shift, verdict: &Verdict) -> Self {
        let card = shift.card();
        let heard = |call| reaction_ms(call).map(|ms| card.rings.heard(ms));
        let name = |criterion: &usize| card.scorecard.criteria[*criterion].check.word().to_owned();
        Self {
            title: card.title.to_string(),
            score: verdict.score,
            pass_mark: card.scorecard.pass_mark,
            passed: verdict.is_passed,
            within: card.rings.answer_within,
            rings: shift.state().calls.iter().filter(|call| is_ours(call)).map(heard).collect(),
            reactions_ms: verdict.reactions_ms.clone(),
            apologies_due: verdict.apologies_due,
            apologies_made: verdict.apologies_made,
            priority_errors: verdict.priority_errors,
            fell_short: verdict.fell_short.iter().map(name).collect(),
            criteria: shift_criteria(shift, verdict),
            items: shift_items(verdict),
        }
    }
}

fn shift_criteria(shift: &Shift, verdict: &Verdict) -> Vec<Criterion> {
    let row = |tally: &crate::play::drill::judge::Tally| {
        let judged = &shift.card().scorecard.criteria[tally.criterion];
        Criterion {
            id: judged.check.word().to_owned(),
            name: judged.name.to_string(),
            weight: judged.weight,
            met: u32::try_from(tally.met).unwrap_or(u32::MAX),
            due: u32::try_from(tally.due).unwrap_or(u32::MAX),
        }
    };
    verdict.tallies.iter().filter(|tally| tally.due > 0).map(row).collect()
}

fn shift_items(verdict: &Verdict) -> Vec<ItemTally> {
    let mut tallies = Vec::new();
    for occasion in &verdict.occasions {
        tally(&mut tallies, item_of(occasion.check), u32::from(occasion.is_met), 1);
    }
    tallies
}

/// The teachable item a criterion of the front desk belongs to (facts.md, section 1, part E).
pub fn item_of(check: Check) -> u32 {
    match check {
        Check::FirstSentence => 43,
        Check::Posture => 44,
        Check::Rings | Check::Priority | Check::Apology => 45,
        Check::NoteRecall | Check::NotePrecision => 46,
        Check::NoArguing => 42,
        Check::Identity
        | Check::NoInterrupting
        | Check::NoBrushOff
        | Check::SecondPhone
        | Check::Safeguard
        | Check::ReadBack
        | Check::CallBack
        | Check::Close => 47,
    }
}
