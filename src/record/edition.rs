//! The content an attempt was played with: the very files, known by what stands in them.
//!
//! A scenario is mended and its trainer's folder moves on; an attempt is still had again with the words it was played in.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::content::drill::RingRule;
use crate::content::drill::card::DrillCard;
use crate::content::quiz::bank::Bank;
use crate::content::script::Script;
use crate::content::shelf::{Setting, Shelf, read};
use crate::diagnostic::Source;

/// A SHA-256, as 64 hexadecimal digits.
pub type Digest = String;

/// The SHA-256 of some bytes.
pub fn digest(bytes: &[u8]) -> Digest {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Everything one scenario, shift or exam was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// What stands in all of it.
    pub digest: Digest,
    /// The files, in the order they are read.
    pub files: Vec<Part>,
}

/// One file of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What stands in it.
    pub digest: Digest,
    /// Its name, without the folders it lay in: those are nobody's business.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Edition {
    /// The edition of some files.
    pub fn new<'s>(sources: impl IntoIterator<Item = &'s Source>) -> Self {
        let files: Vec<Part> = sources.into_iter().map(Part::of).collect();
        Self { digest: digest_of(&files), files }
    }

    /// The files a scenario is made of today.
    pub fn of_call(shelf: &Shelf, scenario: &str) -> Self {
        Self::new(shelf.sources_of_call(scenario))
    }

    /// The files a shift is made of today.
    pub fn of_shift(shelf: &Shelf, drill: &str) -> Self {
        Self::new(shelf.sources_of_shift(drill))
    }

    /// The files an exam is drawn from today.
    pub fn of_exam(shelf: &Shelf, exam: &str) -> Self {
        Self::new(shelf.sources_of_exam(exam))
    }

    /// Whether its digest tells the truth about its files.
    pub fn is_whole(&self) -> bool {
        self.files.iter().all(|file| digest(file.text.as_bytes()) == file.digest)
            && digest_of(&self.files) == self.digest
    }

    /// Its scenario, ready to be played again; none when it has no such scenario or that cannot be played any more.
    pub fn script(&self, scenario: &str, setting: Setting<'_>) -> Option<Arc<Script>> {
        let shelf = self.shelf();
        let (_, scenario) = shelf.scenario(scenario)?;
        shelf.script(scenario, setting).ok()
    }

    /// Its shift, ready to be worked again; none when it has no such shift or that cannot be worked any more.
    pub fn shift(&self, drill: &str, rule: RingRule, setting: Setting<'_>) -> Option<Arc<DrillCard>> {
        let shelf = self.shelf();
        let (_, drill) = shelf.drill(drill)?;
        shelf.shift_under(drill, Some(rule), setting).ok()
    }

    /// Everything in it, with its questions ready to be drawn from.
    pub fn bank(&self) -> (Shelf, Bank) {
        let shelf = self.shelf();
        let bank = Bank::of(&shelf);
        (shelf, bank)
    }

    fn shelf(&self) -> Shelf {
        let mut shelf = Shelf::default();
        for file in &self.files {
            if let (Some(content), _) = read(&file.text) {
                shelf.add(Source { name: file.name.clone(), text: file.text.clone() }, content);
            }
        }
        shelf
    }
}

impl Part {
    fn of(source: &Source) -> Self {
        let name = source.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        Self { digest: digest(source.text.as_bytes()), name, text: source.text.clone() }
    }
}

fn digest_of(files: &[Part]) -> Digest {
    let all: String = files.iter().flat_map(|file| [file.digest.as_str(), "\n"]).collect();
    digest(all.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;

    #[test]
    fn an_edition_plays_as_the_shelf_it_was_taken_from() {
        let shelf = shipped::shelf();
        let edition = Edition::of_call(&shelf, "busy-owner");
        assert!(edition.is_whole());
        let again = edition.script("busy-owner", Setting::default()).expect("it plays");
        let (_, scenario) = shelf.scenario("busy-owner").expect("it ships");
        let script = shelf.script(scenario, Setting::default()).expect("it plays");
        assert_eq!(format!("{again:?}"), format!("{script:?}"));
    }

    #[test]
    fn another_word_makes_another_edition() {
        let shelf = shipped::shelf();
        let mut edition = Edition::of_shift(&shelf, "front-desk");
        assert_ne!(edition.digest, Edition::of_shift(&shelf, "first-day").digest);
        edition.files[0].text.push(' ');
        assert!(!edition.is_whole());
    }
}
