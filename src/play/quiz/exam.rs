//! An exam being sat: a paper, a clock that never runs back, answers that can be changed until they are handed in.
//!
//! Time is milliseconds since the exam began and comes in with every input. It belongs to the exam and not to the program:
//! whoever is cut off and comes back finds the clock where it would have been.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::deal::Deal;
use super::mark::{Mark, mark};
use super::paper::{of_exam, ready};
use super::reply::Reply;
use crate::content::quiz::Exam;
use crate::content::quiz::bank::{Bank, Entry};
use crate::content::quiz::card::{ExamCard, QuestionCard};
use crate::content::shelf::{Setting, Shelf};

/// An exam being sat, or over.
#[derive(Clone, Debug)]
pub struct Sitting {
    card: Arc<ExamCard>,
    seed: u64,
    paper: Vec<Arc<QuestionCard>>,
    deals: Vec<Deal>,
    replies: Vec<Option<Reply>>,
    flagged: Vec<bool>,
    inputs: Vec<Input>,
    now_ms: u32,
    ended: Option<Ended>,
}

/// How an exam ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was handed in.
    HandedIn,
    /// The time was up.
    TimeUp,
}

/// One thing done, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Milliseconds since the exam began.
    pub at_ms: u32,
    /// What.
    pub act: Act,
}

/// One thing done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// The question of this place, from 0, is answered so.
    Answer {
        /// Which.
        place: usize,
        /// How.
        reply: Reply,
    },
    /// The question of this place is marked to be looked at again, or is not any more.
    Flag {
        /// Which.
        place: usize,
        /// Whether.
        is_on: bool,
    },
    /// Nothing was done, but the time went on: so that a clock set back between two runs of the program gains nothing.
    Tick,
    /// It is handed in.
    HandIn,
}

/// Why an input is not taken; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The exam is over.
    Over,
    /// It lies before what was done already.
    InThePast,
    /// There is no such question.
    NoSuchQuestion,
    /// The answer does not fit the question.
    DoesNotFit,
}

impl Sitting {
    /// An exam about to begin.
    pub fn new(card: Arc<ExamCard>, paper: Vec<Arc<QuestionCard>>, seed: u64) -> Self {
        let deals = paper.iter().map(|question| Deal::new(question, seed)).collect();
        let (replies, flagged) = (vec![None; paper.len()], vec![false; paper.len()]);
        Self { card, seed, paper, deals, replies, flagged, inputs: Vec::new(), now_ms: 0, ended: None }
    }

    /// An exam drawn by a seed, about to begin.
    pub fn drawn(exam: &Exam, bank: &Bank, shelf: &Shelf, seed: u64, setting: Setting<'_>) -> Self {
        let card = shelf.exam_card(exam, setting.language);
        let can_be_asked =
            |entry: &Entry| shelf.question(entry.place).is_some_and(|it| shelf.asked(it, setting).is_ok());
        let paper = ready(&of_exam(&card, bank, seed, can_be_asked), shelf, setting);
        Self::new(Arc::new(card), paper, seed)
    }

    /// The same exam with what was done in it.
    ///
    /// # Errors
    /// With the place of the first input that is not taken.
    pub fn replayed(mut self, inputs: &[Input]) -> Result<Self, (usize, Refused)> {
        for (place, input) in inputs.iter().enumerate() {
            self.take(input.clone()).map_err(|refused| (place, refused))?;
        }
        Ok(self)
    }

    /// Takes one input.
    ///
    /// # Errors
    /// When it comes too late, too early, or fits no question; then nothing has changed but the time.
    pub fn take(&mut self, input: Input) -> Result<(), Refused> {
        if self.ended.is_some() {
            return Err(Refused::Over);
        }
        if input.at_ms < self.now_ms {
            return Err(Refused::InThePast);
        }
        if input.at_ms >= self.card.limit_ms {
            self.run_to(input.at_ms);
            return Err(Refused::Over);
        }
        match &input.act {
            Act::Answer { place, reply } => {
                let question = self.paper.get(*place).ok_or(Refused::NoSuchQuestion)?;
                if !reply.fits(&question.task) {
                    return Err(Refused::DoesNotFit);
                }
                self.replies[*place] = Some(reply.clone());
            }
            Act::Flag { place, is_on } => *self.flagged.get_mut(*place).ok_or(Refused::NoSuchQuestion)? = *is_on,
            Act::Tick => {}
            Act::HandIn => self.ended = Some(Ended::HandedIn),
        }
        self.now_ms = input.at_ms;
        self.inputs.push(input);
        Ok(())
    }

    /// Lets the time go on, never back; at its limit the exam ends by itself.
    pub fn run_to(&mut self, at_ms: u32) {
        if self.ended.is_none() {
            self.now_ms = self.now_ms.max(at_ms).min(self.card.limit_ms);
            if self.now_ms >= self.card.limit_ms {
                self.ended = Some(Ended::TimeUp);
            }
        }
    }

    /// What it is drawn from.
    pub fn card(&self) -> &Arc<ExamCard> {
        &self.card
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The questions, in the order asked.
    pub fn paper(&self) -> &[Arc<QuestionCard>] {
        &self.paper
    }

    /// How the parts of a question stand.
    pub fn deal(&self, place: usize) -> &Deal {
        &self.deals[place]
    }

    /// What was answered to a question.
    pub fn reply(&self, place: usize) -> Option<&Reply> {
        self.replies.get(place)?.as_ref()
    }

    /// Whether a question is marked to be looked at again.
    pub fn is_flagged(&self, place: usize) -> bool {
        self.flagged.get(place).copied().unwrap_or_default()
    }

    /// How many questions are answered whole.
    pub fn answered(&self) -> usize {
        self.replies.iter().flatten().filter(|reply| reply.is_complete()).count()
    }

    /// Everything done so far.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// Milliseconds since it began.
    pub fn now_ms(&self) -> u32 {
        self.now_ms
    }

    /// Milliseconds that are left.
    pub fn left_ms(&self) -> u32 {
        self.card.limit_ms.saturating_sub(self.now_ms)
    }

    /// How it ended; none while it is sat.
    pub fn ended(&self) -> Option<Ended> {
        self.ended
    }

    /// What the answer to a question is worth; nothing where none was given.
    pub fn mark(&self, place: usize) -> Mark {
        let blank = || Reply::blank(&self.paper[place].task, &self.deals[place]);
        match self.reply(place) {
            Some(reply) => mark(&self.paper[place], reply),
            // Steps left as they were dealt were not put in order by anybody.
            None => Mark { credit: 0, right: 0, ..mark(&self.paper[place], &blank()) },
        }
    }

    /// What all of it is worth, 0-100: each question counts the same, and parts of them for their part.
    pub fn score(&self) -> u32 {
        const WHOLE: u64 = super::mark::WHOLE as u64;
        let credits: u64 = (0..self.paper.len()).map(|place| u64::from(self.mark(place).credit)).sum();
        let whole = (self.paper.len() as u64).max(1) * WHOLE;
        u32::try_from(credits * 100 / whole).unwrap_or(100)
    }

    /// Whether that is enough.
    pub fn is_passed(&self) -> bool {
        !self.paper.is_empty() && self.score() >= self.card.pass_mark
    }
}
