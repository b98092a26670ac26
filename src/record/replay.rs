//! An attempt had again from its edition, seed and inputs, and whether it is still worth what was kept.

use std::collections::HashMap;
use std::sync::Arc;

use crate::content::drill::RingRule;
use crate::content::drill::card::DrillCard;
use crate::content::quiz::bank::Bank;
use crate::content::script::Script;
use crate::content::shelf::Shelf;
use crate::play::call::Call;
use crate::play::drill::shift::{LONGEST_AFTERMATH_MS, Shift};
use crate::play::quiz::exam::Sitting;
use crate::record::attempt::{Attempt, Kind, Setup, Status, call_inputs, exam_inputs, shift_inputs};
use crate::record::edition::{Digest, Edition};
use crate::record::summary::{CallSummary, ExamSummary, ShiftSummary, Summary};

/// An attempt as it was.
pub enum Replayed {
    /// A call.
    Call(Call),
    /// A shift.
    Shift(Shift),
    /// An exam.
    Exam(Sitting),
}

impl Replayed {
    /// What it is worth.
    pub fn summary(&self) -> Summary {
        match self {
            Self::Call(call) => Summary::Call(CallSummary::of(call)),
            Self::Shift(shift) => Summary::Shift(ShiftSummary::of(shift)),
            Self::Exam(sitting) => Summary::Exam(ExamSummary::of(sitting)),
        }
    }
}

/// Why an attempt cannot be had again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// What was typed was taken out when the person was made anonymous.
    Inputs,
    /// The content is not there, or not what it was.
    Edition,
    /// The content cannot be played by this version of the program.
    Content,
    /// An input is none, or fits no question.
    Input(usize),
}

/// How an attempt stands beside its replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It is worth what was kept.
    Same,
    /// It is not.
    Different,
    /// It is not, but another version of the program judged it.
    JudgedByAnother,
    /// It cannot be had again.
    Lost(Lost),
}

/// Editions made ready once, for many attempts.
#[derive(Default)]
pub struct Shelves {
    editions: HashMap<Digest, Edition>,
    scripts: HashMap<Key, Option<Arc<Script>>>,
    cards: HashMap<Key, Option<Arc<DrillCard>>>,
    banks: HashMap<Digest, (Shelf, Bank)>,
}

type Key = (Digest, String, String, String, RingRule);

impl Shelves {
    /// With some editions.
    pub fn new(editions: impl IntoIterator<Item = Edition>) -> Self {
        let by_digest = |edition: Edition| (edition.digest.clone(), edition);
        Self { editions: editions.into_iter().map(by_digest).collect(), ..Self::default() }
    }

    /// Puts another edition beside them.
    pub fn add(&mut self, edition: Edition) {
        self.editions.insert(edition.digest.clone(), edition);
    }

    /// Whether an edition is among them.
    pub fn has(&self, digest: &str) -> bool {
        self.editions.contains_key(digest)
    }

    /// Has a kept attempt again.
    ///
    /// # Errors
    /// When its content or its inputs are lost.
    pub fn replay(&mut self, attempt: &Attempt) -> Result<Replayed, Lost> {
        let inputs = attempt.inputs.as_deref().ok_or(Lost::Inputs)?;
        let mut replayed = self.resume(&attempt.setup, inputs)?;
        match (&mut replayed, attempt.status) {
            (Replayed::Shift(shift), Status::Finished) => shift.run_out(LONGEST_AFTERMATH_MS),
            // What was not handed in ended with its time.
            (Replayed::Exam(sitting), Status::Finished) => sitting.run_to(u32::MAX),
            // What was thrown away had its clock run on since the last input.
            (Replayed::Exam(sitting), Status::GivenUp) => sitting.run_to(attempt.lasted_ms),
            _ => {}
        }
        Ok(replayed)
    }

    /// Has as much of an attempt as was done.
    ///
    /// # Errors
    /// When its content or its inputs are lost.
    pub fn resume(&mut self, setup: &Setup, inputs: &[String]) -> Result<Replayed, Lost> {
        match setup.kind {
            Kind::Call => {
                let script = self.script(setup)?;
                let inputs = call_inputs(inputs).ok_or(Lost::Input(0))?;
                Call::replay(script, setup.seed, &inputs).map(Replayed::Call).map_err(|(place, _)| Lost::Input(place))
            }
            Kind::Shift => {
                let card = self.card(setup)?;
                let inputs = shift_inputs(inputs).ok_or(Lost::Input(0))?;
                Shift::replay(card, setup.seed, &inputs).map(Replayed::Shift).map_err(|(place, _)| Lost::Input(place))
            }
            Kind::Exam => {
                let blank = self.blank(setup)?;
                let inputs = exam_inputs(inputs).ok_or(Lost::Input(0))?;
                blank.replayed(&inputs).map(Replayed::Exam).map_err(|(place, _)| Lost::Input(place))
            }
        }
    }

    /// Whether an attempt is still worth what was kept.
    pub fn check(&mut self, attempt: &Attempt, program: &str) -> Check {
        let replayed = match self.replay(attempt) {
            Ok(replayed) => replayed,
            Err(lost) => return Check::Lost(lost),
        };
        match replayed.summary() == attempt.summary {
            true => Check::Same,
            false if was_released(&attempt.setup.program, program) => Check::JudgedByAnother,
            false => Check::Different,
        }
    }

    fn script(&mut self, setup: &Setup) -> Result<Arc<Script>, Lost> {
        let edition = whole(&self.editions, &setup.edition)?;
        let make = || edition.script(&setup.subject, setup.setting());
        self.scripts.entry(key(setup)).or_insert_with(make).clone().ok_or(Lost::Content)
    }

    /// An exam as its seed draws it, nothing answered yet.
    fn blank(&mut self, setup: &Setup) -> Result<Sitting, Lost> {
        let edition = whole(&self.editions, &setup.edition)?;
        let (shelf, bank) = self.banks.entry(setup.edition.clone()).or_insert_with(|| edition.bank());
        let (_, exam) = shelf.exam(&setup.subject).ok_or(Lost::Content)?;
        Ok(Sitting::drawn(exam, bank, shelf, setup.seed, setup.setting()))
    }

    fn card(&mut self, setup: &Setup) -> Result<Arc<DrillCard>, Lost> {
        let edition = whole(&self.editions, &setup.edition)?;
        let make = || edition.shift(&setup.subject, setup.rule(), setup.setting());
        self.cards.entry(key(setup)).or_insert_with(make).clone().ok_or(Lost::Content)
    }
}

/// The versions that were given out. One is added here when it is.
pub const RELEASED: [&str; 1] = ["0.1.0"];

/// Whether another version of the program than this one may have judged an attempt: an earlier one that was given out, or
/// a later one.
fn was_released(judged_by: &str, program: &str) -> bool {
    let numbers = |version: &str| version.split('.').map(|it| it.parse().ok()).collect::<Option<Vec<u32>>>();
    let is_later = matches!((numbers(judged_by), numbers(program)), (Some(theirs), Some(ours)) if theirs > ours);
    judged_by != program && (RELEASED.contains(&judged_by) || is_later)
}

fn whole<'e>(editions: &'e HashMap<Digest, Edition>, digest: &str) -> Result<&'e Edition, Lost> {
    editions.get(digest).filter(|edition| edition.is_whole()).ok_or(Lost::Edition)
}

fn key(setup: &Setup) -> Key {
    let Setup { edition, subject, language, city, .. } = setup;
    (edition.clone(), subject.clone(), language.clone(), city.clone(), setup.rule())
}
