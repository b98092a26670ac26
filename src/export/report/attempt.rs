//! The report of one attempt: what it was worth, why, and every word that can still be had.
//!
//! `call`, `shift` and `exam` tell what it was worth, `talk` and `desk` what was said, `answer` one answer in either.

mod answer;
mod call;
mod desk;
mod exam;
mod shift;
mod talk;

use super::catalogue::{Catalogue, Sort};
use super::{Cover, made, pair, paper, short_hash, when, who};
use crate::export::paper::{Block, Paper, Tone};
use crate::export::tongues::Tongues;
use crate::export::words::kind_key;
use crate::export::{Record, Told};
use crate::locale::Locale;
use crate::record::attempt::{Attempt, Kept, Status};
use crate::record::profile::Profile;
use crate::record::progress::minutes;
use crate::record::replay::{Lost, Replayed, Shelves};
use crate::record::summary::Summary;

/// The report of one attempt; what was said is had again with the editions on `shelves`.
pub fn attempt(profile: &Profile, kept: &Kept, shelves: &mut Shelves, catalogue: &Catalogue, locale: &Locale) -> Paper {
    let told = Told::of(kept, shelves, &mut Tongues::default());
    let replayed = shelves.replay(&kept.attempt).ok();
    let case = Case { profile, told, replayed, catalogue, locale };
    let mut blocks = match &kept.attempt.summary {
        Summary::Call(summary) => call::blocks(summary, &case),
        Summary::Shift(summary) => shift::blocks(summary, &case),
        Summary::Exam(summary) => exam::blocks(summary, &case),
    };
    blocks.extend(case.words());
    let title = locale.with("report-attempt-title", &[("title", case.title().into())]);
    let subtitle = format!("{} · {}", who(profile, locale), when(case.attempt().setup.began));
    paper(Cover { title, subtitle, place: kept.place, hash: &kept.hash, made: made([kept]) }, blocks, locale)
}

/// An attempt, and what there is to tell of it with.
struct Case<'a> {
    profile: &'a Profile,
    told: Told<'a>,
    replayed: Option<Replayed>,
    catalogue: &'a Catalogue,
    locale: &'a Locale,
}

impl Case<'_> {
    fn attempt(&self) -> &Attempt {
        &self.told.kept.attempt
    }

    fn is_given_up(&self) -> bool {
        self.attempt().status == Status::GivenUp
    }

    fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A name of the records: as it was kept where the report speaks that language, else as the shelf has it.
    fn called(&self, sort: Sort, id: &str, kept: &str) -> String {
        if self.attempt().setup.language == self.locale.language.tag() {
            return kept.to_owned();
        }
        self.catalogue.called(sort, id, kept)
    }

    fn title(&self) -> String {
        let setup = &self.attempt().setup;
        self.called(Sort::of(setup.kind), &setup.subject, self.attempt().summary.title())
    }

    /// Who, when, what, how; `besides` goes between.
    fn facts(&self, besides: Vec<(String, String)>) -> Block {
        let setup = &self.attempt().setup;
        let fact = |key: &str, value: String| (self.text(key), value);
        let mode = if setup.is_exam { "report-exam" } else { "report-practice" };
        let minutes = minutes(self.attempt().lasted_ms.into());
        let mut facts = vec![fact("export-trainee", who(self.profile, self.locale))];
        facts.push(fact("export-began", when(setup.began)));
        facts.push(fact("export-kind", self.text(kind_key(setup.kind))));
        facts.push(fact("export-title", self.title()));
        facts.extend(besides);
        facts.push(fact("report-mode", self.text(mode)));
        facts.push(fact("report-lasted", self.locale.with("drill-minutes", &[("minutes", minutes.into())])));
        facts.push(fact("export-seed", setup.seed.to_string()));
        let place = self.told.kept.place.to_string();
        facts.push(fact("report-place", place));
        facts.push(fact("export-hash", short_hash(&self.told.kept.hash).to_owned()));
        if let Some(retry) = setup.retry {
            facts.push(fact("report-retry", self.locale.with("report-retry-from", &[("step", retry.from.into())])));
        }
        Block::Facts(facts)
    }

    /// A verdict in words, with what is to be said about it. What was given up has none.
    fn verdict(&self, tone: Tone, title: String, remarks: &[String]) -> Block {
        if self.is_given_up() {
            let (title, text) = (self.text("report-given-up"), self.text("report-given-up-why"));
            return Block::Note { tone: Tone::Warn, title, text };
        }
        Block::Note { tone, title, text: remarks.join("\n") }
    }

    /// Everything that was said; where it is lost, that it is.
    fn words(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(self.text("report-words"))];
        if !matches!(self.told.record, Record::Whole(_)) {
            blocks.push(self.what_is_missing());
        }
        match &self.replayed {
            Some(Replayed::Call(call)) => blocks.extend(talk::blocks(call, self)),
            Some(Replayed::Shift(shift)) => blocks.extend(desk::blocks(shift, self)),
            Some(Replayed::Exam(sitting)) => blocks.extend(exam::questions(sitting, self)),
            None => {}
        }
        blocks
    }

    fn what_is_missing(&self) -> Block {
        let (title, text) = match self.told.record {
            Record::Lost(Lost::Inputs) => (self.text("report-anonymised"), self.text("report-anonymised-why")),
            Record::Whole(_) | Record::Differs(_) => (self.text("report-differs"), self.text("report-differs-why")),
            Record::Lost(_) => {
                let word = format!("export-record-{}", self.told.record.word());
                (self.text("report-no-words"), self.text(&word))
            }
        };
        Block::Note { tone: Tone::Warn, title, text }
    }

    fn pair(&self, key: &str, value: &str) -> String {
        pair(&self.text(key), value, self.locale)
    }
}
