//! The result of a call as one JSON object, for scripts.

use serde::Serialize;

use crate::locale::Locale;
use crate::play::call::Call;
use crate::play::debrief::{Review, TurnVerdict, debrief};
use crate::play::offer::Reply;
use crate::play::state::Stage;
use crate::record::summary::CallSummary;

/// The whole report. Field names and meanings are a promise to scripts.
#[derive(Serialize, Debug)]
pub struct Report {
    /// The scenario's id.
    pub scenario: String,
    /// The seed it was played with.
    pub seed: u64,
    /// What it was worth.
    #[serde(flatten)]
    pub summary: CallSummary,
    /// Every answer in order.
    pub turns: Vec<Turn>,
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
        let debrief = debrief(call);
        Self {
            scenario: call.script().id.to_string(),
            seed: call.seed(),
            summary: CallSummary::of_debrief(call, &debrief),
            turns: debrief.reviews.iter().map(|review| turn(review, locale)).collect(),
        }
    }
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
