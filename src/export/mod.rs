//! What leaves the program in open formats: tables for a spreadsheet, statements for a learning record store.
//!
//! Nothing here opens a file, reads a clock or throws dice: records come in, bytes and text go out, and the same records
//! are the same bytes every time.
//!
//! | module | what |
//! |---|---|
//! | [`choices`] | one thing said after the other, from an attempt had again |
//! | [`tables`] | trainees, attempts, criteria and choices as rows, in the language of the interface |
//! | [`cells`] | one cell, and how text is kept from being taken for a formula |
//! | [`csv`], [`xlsx`] | the tables as files |
//! | [`xapi`] | the same practice as xAPI 1.0.3 statements |
//! | [`paper`] | reports to be printed, as HTML and as PDF |
//! | [`report`] | what stands in them: of one attempt, of one trainee |
//! | [`days`] | which days are wanted |
//! | [`gift`], [`sheet`] | questions as Moodle GIFT and as a workbook, and back |
//! | [`intake`] | questions from elsewhere, and which of them pass |
//! | [`terms`] | what trainers call things, in files of other formats |
//! | [`unsaid`] | what a format has no way to say |
//! | [`certificate`] | the certificate of a passed exam, and whether one still says what was written |
//!
//! An attempt whose inputs or content are gone is exported with what was kept of it, and says that its choices are
//! missing: nothing is made up for them.

pub mod cells;
pub mod certificate;
pub mod choices;
pub mod csv;
pub mod days;
pub mod gift;
pub mod intake;
pub mod paper;
pub mod parcel;
pub mod report;
pub mod sheet;
pub mod tables;
pub mod terms;
mod tongues;
pub mod unsaid;
pub mod words;
pub mod xapi;
pub mod xlsx;

use crate::export::choices::Choice;
use crate::export::tongues::Tongues;
use crate::record::attempt::Kept;
use crate::record::chain::Head;
use crate::record::profile::Profile;
use crate::record::replay::{Lost, Shelves};

/// A trainee whose practice is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Trainee<'a> {
    /// Who.
    pub profile: &'a Profile,
    /// Finished attempts, in the order of their chain.
    pub kept: &'a [Kept],
    /// The end of the chain.
    pub head: &'a Head,
}

/// What is exported: trainees, and every attempt of theirs had again as far as it can be.
#[derive(Clone, Debug, Default)]
pub struct Material<'a> {
    /// In the order they came.
    pub trainees: Vec<Practice<'a>>,
}

/// One trainee's practice.
#[derive(Clone, Debug)]
pub struct Practice<'a> {
    /// Who.
    pub profile: &'a Profile,
    /// The end of the chain.
    pub head: &'a Head,
    /// Every attempt, in the order of the chain.
    pub attempts: Vec<Told<'a>>,
}

/// One attempt, and what can be told of it beyond its summary.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// As it was kept.
    pub kept: &'a Kept,
    /// What was said in it.
    pub record: Record,
}

/// Whether the choices of an attempt can still be told.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// Had again, it is worth what was kept.
    Whole(Vec<Choice>),
    /// Had again, it is worth something else: changed records, or another version of the program judged it.
    Differs(Vec<Choice>),
    /// It cannot be had again.
    Lost(Lost),
}

impl<'a> Material<'a> {
    /// Has every attempt again, with the editions on `shelves`.
    pub fn gather(trainees: impl IntoIterator<Item = Trainee<'a>>, shelves: &mut Shelves) -> Self {
        let mut tongues = Tongues::default();
        let practice = |trainee: Trainee<'a>| Practice {
            profile: trainee.profile,
            head: trainee.head,
            attempts: trainee.kept.iter().map(|kept| Told::of(kept, shelves, &mut tongues)).collect(),
        };
        Self { trainees: trainees.into_iter().map(practice).collect() }
    }
}

impl<'a> Told<'a> {
    fn of(kept: &'a Kept, shelves: &mut Shelves, tongues: &mut Tongues) -> Self {
        let attempt = &kept.attempt;
        let record = match shelves.replay(attempt) {
            Ok(replayed) => {
                let locale = tongues.of(attempt.setup.setting().language);
                let told = choices::of(&replayed, &attempt.setup, locale);
                if replayed.summary() == attempt.summary { Record::Whole(told) } else { Record::Differs(told) }
            }
            Err(lost) => Record::Lost(lost),
        };
        Self { kept, record }
    }
}

impl Record {
    /// The word for it: `whole`, `differs`, `anonymised`, `no-edition`, `unplayable`. A promise to scripts.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Whole(_) => "whole",
            Self::Differs(_) => "differs",
            Self::Lost(Lost::Inputs) => "anonymised",
            Self::Lost(Lost::Edition) => "no-edition",
            Self::Lost(Lost::Content | Lost::Input(_)) => "unplayable",
        }
    }

    /// What was said, as far as it can be told.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Whole(choices) | Self::Differs(choices) => choices,
            Self::Lost(_) => &[],
        }
    }
}
