//! The result of a call as one JSON object, for scripts.

use serde::Serialize;

use crate::content::law::Level;
use crate::content::script::Script;
use crate::locale::Locale;
use crate::play::call::Call;
use crate::play::debrief::{Debrief, Review, TurnVerdict, debrief};
use crate::play::offer::Reply;
use crate::play::score::Compliance;
use crate::play::state::Stage;

/// The whole report. Field names and meanings are a promise to scripts.
#[derive(Serialize, Debug)]
pub struct Report {
    /// The scenario's id.
    pub scenario: String,
    /// The seed it was played with.
    pub seed: u64,
    /// 0-100.
    pub process: u32,
    /// `clean`, `yellow` or `red`.
    pub compliance: &'static str,
    /// What the ending reached, such as `Appointment`; null if the talk did not end.
    pub outcome: Option<&'static str>,
    /// The ending's id; null if the talk did not end.
    pub ending: Option<String>,
    /// The verdict's name, such as `EffectiveButNotCompliant`.
    pub verdict: String,
    /// Whether the call counts as passed.
    pub passed: bool,
    /// Each dimension assessed.
    pub dimensions: Vec<Dimension>,
    /// Every line crossed.
    pub breaches: Vec<Breach>,
    /// The note.
    pub note: Note,
    /// Every answer in order.
    pub turns: Vec<Turn>,
}

/// One dimension.
#[derive(Serialize, Debug)]
pub struct Dimension {
    id: String,
    name: String,
    score: u32,
    weight: u32,
}

/// One line crossed.
#[derive(Serialize, Debug)]
pub struct Breach {
    rule: String,
    level: &'static str,
    name: String,
    turn: String,
    laws: Vec<String>,
}

/// How the note compares with what was told.
#[derive(Serialize, Debug)]
pub struct Note {
    told: usize,
    kept: usize,
    noted: usize,
    invented: usize,
}

/// One answer.
#[derive(Serialize, Debug)]
pub struct Turn {
    id: String,
    phase: &'static str,
    choice: Option<u8>,
    text: String,
    why: String,
}

impl Report {
    /// The report of a call.
    pub fn of(call: &Call, locale: &Locale) -> Self {
        let script = call.script();
        let debrief = debrief(call);
        let score = &debrief.score;
        let ending = score.ending.map(|ending| &script.endings[ending.index()]);
        Self {
            scenario: script.id.to_string(),
            seed: call.seed(),
            process: score.process,
            compliance: match score.compliance {
                Compliance::Clean => "clean",
                Compliance::Yellow => "yellow",
                Compliance::Red => "red",
            },
            outcome: ending.map(|ending| ending.outcome.word()),
            ending: ending.map(|ending| ending.id.to_string()),
            verdict: format!("{:?}", score.verdict),
            passed: score.verdict.is_pass(score, script.standards.pass_mark),
            dimensions: dimensions(&debrief, script),
            breaches: debrief.reviews.iter().flat_map(|review| breaches(review, script)).collect(),
            note: Note {
                told: score.note.told,
                kept: score.note.kept,
                noted: score.note.noted,
                invented: score.note.invented,
            },
            turns: debrief.reviews.iter().map(|review| turn(review, locale)).collect(),
        }
    }
}

fn dimensions(debrief: &Debrief<'_>, script: &Script) -> Vec<Dimension> {
    let row = |it: &crate::play::score::DimensionScore| {
        let card = &script.standards.dimensions[it.dimension];
        Dimension { id: card.id.to_string(), name: card.name.to_string(), score: it.percent(), weight: it.weight }
    };
    debrief.score.dimensions.iter().map(row).collect()
}

fn breaches(review: &Review<'_>, script: &Script) -> Vec<Breach> {
    let row = |id: &crate::id::BreachId| {
        let rule = &script.standards.rules[script.breaches[id.index()].index()];
        Breach {
            rule: rule.id.to_string(),
            level: if rule.level == Level::Red { "red" } else { "yellow" },
            name: rule.name.to_string(),
            turn: review.question.id(),
            laws: rule.laws.iter().map(|law| format!("{}{}", law.statute, law.article)).collect(),
        }
    };
    review.breaches.iter().map(row).collect()
}

fn turn(review: &Review<'_>, locale: &Locale) -> Turn {
    Turn {
        id: review.question.id(),
        phase: match review.stage {
            Stage::Prepare => "prepare",
            Stage::Talk => "talk",
            Stage::Log | Stage::Over => "log",
        },
        choice: review.number,
        text: review.said.map_or_else(|| wordless(review, locale), str::to_owned),
        why: why(review, locale),
    }
}

/// What to call a reply that has no words of its own.
pub fn wordless(review: &Review<'_>, locale: &Locale) -> String {
    locale.text(match (review.reply, review.stage) {
        (None, _) => "stayed-silent",
        (Some(_), Stage::Log) => "enough-for-slot",
        (Some(_), _) => "enough",
    })
}

/// Why a reply was good or not: of a note first whether anybody said it, then what else there is to learn.
pub fn why(review: &Review<'_>, locale: &Locale) -> String {
    match review.reply {
        None => locale.text("why-silent"),
        Some(Reply::Note(_)) => {
            let was_said = if review.verdict == TurnVerdict::Best { "note-true" } else { "note-false" };
            format!("{}{}", locale.text(was_said), review.why)
        }
        Some(_) => review.why.to_owned(),
    }
}
