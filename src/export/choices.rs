//! What was said in an attempt, one thing after the other: where it stood, what was offered, what was taken, what it was
//! worth, how long it took.
//!
//! All of it is had from the attempt played again; what an attempt does not know is left out.

mod call;
mod exam;
mod shift;

use uuid::Uuid;

use crate::content::script::Mood;
use crate::locale::Locale;
use crate::record::attempt::Setup;
use crate::record::replay::Replayed;

/// One thing said, or not said.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// In which attempt.
    pub attempt: Uuid,
    /// Its place among the attempt's choices, from 1.
    pub place: u32,
    /// The stage: `prepare`, `talk` or `log` of a call; `opening`, `talk`, `leave`, `take-number`, `back` or `goodbye` of a
    /// shift; `exam` of an exam.
    pub stage: &'static str,
    /// The question in this attempt: as in a call's debrief, or `call-3/exchange-2` for the third call of a shift.
    pub question: String,
    /// The question whoever plays: the same for a call; for a shift by caller, not by turn: `flood/exchange-2`.
    pub lesson: String,
    /// What was said or asked before it: the other side's words since the last answer, or the question on paper.
    pub before: Option<String>,
    /// What was offered, in the order shown.
    pub offered: Vec<Offered>,
    /// What was taken.
    pub taken: Taken,
    /// Its words, as far as they were heard; none for silence.
    pub words: Option<String>,
    /// What it was worth.
    pub worth: Worth,
    /// The number of what would have been better, where something was.
    pub better: Option<u8>,
    /// What there is to learn from it; empty where nothing was written.
    pub why: String,
    /// From the moment the other side had finished, or the question was shown, in milliseconds; 0 when talking over them.
    pub took_ms: u32,
    /// From the moment the other side began, in milliseconds.
    pub after_ms: u32,
    /// Running time of practice at which it was said, in milliseconds since the attempt began.
    pub at_ms: u64,
    /// The mood it found and the mood it left; none at the front desk, where none is kept.
    pub mood: Option<(Mood, Mood)>,
    /// Lines it crossed.
    pub crossed: Vec<Crossed>,
    /// What it did right: criteria of a call, criteria of the scorecard, or parts of a standing sentence.
    pub shown: Vec<String>,
    /// What it spoiled or lacked, likewise.
    pub missed: Vec<String>,
    /// Whether the owner cut it short.
    pub is_cut_short: bool,
    /// Whether it talked over the other side.
    pub is_over: bool,
    /// Whether it was taken over from the attempt that this one takes up again, and not said anew.
    pub is_carried: bool,
}

/// Something offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// As shown, from 1.
    pub number: u8,
    /// Its name, the same whatever the order: by its place in the file.
    pub id: String,
    /// The words.
    pub words: String,
    /// What there is to learn from it; empty where nothing was written.
    pub why: String,
    /// Whether it is recommended here.
    pub is_best: bool,
}

/// What was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// What stood at this number, from 1.
    Number(u8),
    /// Words of one's own.
    Own,
    /// Nothing.
    Silence,
}

/// A line crossed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossed {
    /// The rule's id.
    pub rule: String,
    /// `red` or `yellow`.
    pub level: &'static str,
    /// What trainees see.
    pub name: String,
}

/// What one answer was worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// The recommended one; a standing sentence in which nothing is missing.
    Best,
    /// Something was achieved and nothing spoiled; a standing sentence with something of what it asks for.
    Fair,
    /// Nothing was achieved, or something spoiled.
    Poor,
    /// Nothing was said.
    Silent,
    /// A yellow line was crossed.
    Yellow,
    /// A red line was crossed.
    Red,
}

/// The credit of a recommended answer, in thousandths.
pub const WHOLE_CREDIT: u16 = 1_000;
/// The credit of a fair one.
const HALF_CREDIT: u16 = 500;

impl Worth {
    /// The word for it: `best`, `fair`, `poor`, `silent`, `yellow`, `red`. A promise to scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Fair => "fair",
            Self::Poor => "poor",
            Self::Silent => "silent",
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }

    /// How much of a right answer it is, in thousandths: 1000, 500 or 0.
    pub fn credit(self) -> u16 {
        match self {
            Self::Best => WHOLE_CREDIT,
            Self::Fair => HALF_CREDIT,
            Self::Poor | Self::Silent | Self::Yellow | Self::Red => 0,
        }
    }
}

impl Choice {
    /// What stood at a number.
    pub fn offer(&self, number: u8) -> Option<&Offered> {
        self.offered.iter().find(|offered| offered.number == number)
    }

    /// The offer that was taken; none for silence and for words of one's own.
    pub fn taken(&self) -> Option<&Offered> {
        if let Taken::Number(number) = self.taken { self.offer(number) } else { None }
    }

    /// What would have been better, where something was.
    pub fn better(&self) -> Option<&Offered> {
        self.offer(self.better?)
    }
}

/// Every choice of an attempt, in order; `locale` has the words of the language it was played in.
pub fn of(replayed: &Replayed, setup: &Setup, locale: &Locale) -> Vec<Choice> {
    match replayed {
        Replayed::Call(call) => call::choices(call, setup, locale),
        Replayed::Shift(shift) => shift::choices(shift, setup),
        Replayed::Exam(sitting) => exam::choices(sitting, setup, locale),
    }
}

/// Where a choice stands in its attempt.
struct At {
    attempt: Uuid,
    place: u32,
    at_ms: u64,
    is_carried: bool,
}

/// How many inputs were taken over from an earlier attempt.
fn carried(setup: &Setup) -> usize {
    setup.retry.map_or(0, |retry| retry.from as usize)
}

/// A place, from 0, as its number on the screen.
fn number(place: usize) -> u8 {
    u8::try_from(place + 1).unwrap_or(u8::MAX)
}

/// A place among choices, as it is counted.
fn counted(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}

/// Lines one below the other; none when there is none.
fn joined<'t>(lines: impl IntoIterator<Item = &'t str>) -> Option<String> {
    let lines: Vec<&str> = lines.into_iter().collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
