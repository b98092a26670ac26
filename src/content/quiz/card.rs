//! A question ready to be asked, in one language.
//!
//! Nothing here changes while it is answered. [`resolve`](super::resolve) makes it; `play::quiz` deals and marks it.

use super::{Speaker, Topic};
use crate::content::drill::Check;
use crate::content::drill::card::FactCard;
use crate::content::scenario::Difficulty;
use crate::content::script::{LawCard, Str};

/// One question, ready to be asked.
#[derive(Clone, Debug)]
pub struct QuestionCard {
    /// Its name, unique on the shelf.
    pub id: Str,
    /// What it is about; questions of one point are wordings of the same.
    pub point: Str,
    /// What it belongs to.
    pub topic: Topic,
    /// The teachable items (1-47) it tests.
    pub items: Vec<u32>,
    /// How hard.
    pub difficulty: Difficulty,
    /// The question.
    pub ask: Str,
    /// How it is answered, and what is right.
    pub task: Task,
    /// What there is to learn, whatever was answered.
    pub why: Str,
    /// Articles it rests on.
    pub laws: Vec<LawCard>,
    /// What today's law changed.
    pub changed: Option<Str>,
    /// Where it varies by city or date.
    pub varies: Option<Str>,
    /// Whether the source text is lost and this was put together anew.
    pub is_reconstructed: bool,
    /// What of the front desk's scorecard it trains.
    pub trains: Vec<Check>,
    /// How long an answer usually takes, in milliseconds.
    pub usual_ms: u32,
}

/// How a question is answered, and what is right. Places count from 0, as the author wrote them.
#[derive(Clone, Debug)]
pub enum Task {
    /// One of several is right.
    Single(Vec<ChoiceCard>),
    /// Some of several are right.
    Multiple(Vec<ChoiceCard>),
    /// It holds, or it does not.
    TrueFalse(bool),
    /// Steps, in their right order.
    Order(Vec<Str>),
    /// Cards to be sorted into baskets.
    Baskets {
        /// What stands on each basket.
        baskets: Vec<Str>,
        /// The cards, each with the place of its basket.
        cards: Vec<(Str, usize)>,
    },
    /// Things that belong together.
    Match {
        /// What stands above the columns: two or three.
        heads: Vec<Str>,
        /// The first column.
        rows: Vec<Str>,
        /// What may stand in each further column: the cell of each row first, then those that belong nowhere.
        columns: Vec<Vec<Str>>,
    },
    /// A number.
    Number {
        /// What is right.
        is: f64,
        /// How far off still counts.
        within: f64,
        /// What stands behind the box.
        unit: Str,
    },
    /// A few words: any of these.
    Short(Vec<Str>),
    /// One line of a talk is at fault.
    FindFault {
        /// The talk.
        talk: Vec<SpokenCard>,
        /// The line at fault.
        line: usize,
        /// What may be wrong with it.
        faults: Vec<ChoiceCard>,
    },
    /// A note of a short call.
    Note {
        /// The call.
        talk: Vec<SpokenCard>,
        /// What the note should keep.
        facts: Vec<FactCard>,
        /// Things nobody said.
        decoys: Vec<FactCard>,
    },
    /// A call of two turns.
    Call {
        /// Who is on the line and what it is about, where it is taken from a scenario.
        about: Option<Str>,
        /// What is said.
        exchanges: Vec<ExchangeCard>,
    },
}

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct ChoiceCard {
    /// The words.
    pub say: Str,
    /// Whether it is right.
    pub is_right: bool,
    /// What there is to learn from choosing it; empty where nothing was written.
    pub why: Str,
}

/// A line of a talk.
#[derive(Clone, Debug)]
pub struct SpokenCard {
    /// Who says it.
    pub who: Speaker,
    /// The words.
    pub say: Str,
}

/// They say something, the trainee answers.
#[derive(Clone, Debug)]
pub struct ExchangeCard {
    /// What they say.
    pub caller: Str,
    /// The answers.
    pub replies: Vec<ChoiceCard>,
}

/// What becomes of a blueprint.
#[derive(Clone, Debug)]
pub struct ExamCard {
    /// Its name.
    pub id: Str,
    /// What the list and the certificate show.
    pub title: Str,
    /// What it is for.
    pub summary: Str,
    /// How long one has, in milliseconds.
    pub limit_ms: u32,
    /// The score that passes, 0-100.
    pub pass_mark: u32,
    /// So many of each sort.
    pub draws: Vec<DrawCard>,
}

/// So many questions of one sort.
#[derive(Clone, Copy, Debug)]
pub struct DrawCard {
    /// Of which topic; any if none.
    pub topic: Option<Topic>,
    /// How hard; any if none.
    pub difficulty: Option<Difficulty>,
    /// How many.
    pub count: usize,
}

impl ExamCard {
    /// How many questions it has.
    pub fn count(&self) -> usize {
        self.draws.iter().map(|draw| draw.count).sum()
    }
}

impl Task {
    /// The word authors write for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Single(_) => "Single",
            Self::Multiple(_) => "Multiple",
            Self::TrueFalse(_) => "TrueFalse",
            Self::Order(_) => "Order",
            Self::Baskets { .. } => "Baskets",
            Self::Match { .. } => "Match",
            Self::Number { .. } => "Number",
            Self::Short(_) => "Short",
            Self::FindFault { .. } => "FindFault",
            Self::Note { .. } => "Note",
            Self::Call { .. } => "Call",
        }
    }
}
