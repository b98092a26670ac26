//! The certificate of a passed exam: one page, sealed, and found out when it is changed.
//!
//! There is no secret in it: whoever has the program's source can seal anything. So a certificate that is whole says only
//! that nobody changed the file; that somebody really sat the exam, only the records say, chained and played again.
//! The layers, from the file to the records: the seal over every byte, the code over what it says, the page drawn again
//! ([`check`]), and the attempt in its trainee's chain ([`witness`]).
//!
//! Code map: [`code`] (what is printed to be typed), `seal` (the lines after the page), `page` with `fit` and `ornament`
//! (what it looks like), [`check`], [`witness`].

pub mod check;
pub mod code;
mod fit;
mod ornament;
mod page;
mod seal;
pub mod witness;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::paper::{Faces, PdfError};
use crate::content::language::Language;
use crate::locale::Locale;
use crate::record::attempt::{Attempt, Kept, Status};
use crate::record::edition::Digest;
use crate::record::ledger::PROGRAM;
use crate::record::moment::Moment;
use crate::record::profile::Profile;
use crate::record::summary::{ExamSummary, Summary};

/// What a certificate says. Field names and meanings are a promise to scripts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Who passed, as they were called when it was written.
    pub name: String,
    /// The id of the exam.
    pub exam: String,
    /// Its title, in the language it was sat in.
    pub title: String,
    /// 0-100.
    pub score: u32,
    /// The score that passes, 0-100.
    pub pass_mark: u32,
    /// How many questions were asked.
    pub questions: u32,
    /// When it was begun.
    pub taken: Moment,
    /// Which attempt.
    pub attempt: Uuid,
    /// Its place in its trainee's chain, from 1.
    pub place: u32,
    /// Its hash in that chain.
    pub hash: Digest,
    /// The version of the program that wrote the certificate.
    pub program: String,
    /// The language it is written in, a BCP 47 tag.
    pub language: String,
}

impl Certificate {
    /// The certificate of an attempt, in a language; none where it is no exam, or not finished, or not passed.
    pub fn of(profile: &Profile, kept: &Kept, language: Language) -> Option<Self> {
        Self::by(PROGRAM, profile, kept, language)
    }

    /// As some version of the program writes it.
    fn by(program: &str, profile: &Profile, kept: &Kept, language: Language) -> Option<Self> {
        let setup = &kept.attempt.setup;
        let exam = passed(&kept.attempt)?;
        Some(Self {
            name: profile.name.clone(),
            exam: setup.subject.clone(),
            title: exam.title.clone(),
            score: exam.score,
            pass_mark: exam.pass_mark,
            questions: u32::try_from(exam.questions.len()).unwrap_or(u32::MAX),
            taken: setup.began,
            attempt: setup.id,
            place: kept.place,
            hash: kept.hash.clone(),
            program: program.to_owned(),
            language: language.tag().to_owned(),
        })
    }

    /// The code that stands on it.
    pub fn code(&self) -> code::Code {
        code::Code::of(self)
    }

    /// The language it is written in; none where this version does not know it.
    pub fn spoken(&self) -> Option<Language> {
        Language::ALL.iter().copied().find(|language| language.tag() == self.language)
    }
}

/// The exam an attempt was, where it was finished and passed.
pub fn passed(attempt: &Attempt) -> Option<&ExamSummary> {
    match &attempt.summary {
        Summary::Exam(exam) if exam.passed && attempt.status == Status::Finished => Some(exam),
        _ => None,
    }
}

/// The latest passed exam of a chain.
pub fn latest(kept: &[Kept]) -> Option<&Kept> {
    kept.iter().rev().find(|kept| passed(&kept.attempt).is_some())
}

/// The certificate as the bytes of a PDF file, sealed. The locale should be that of its language; the same certificate
/// and faces give the same bytes.
///
/// # Errors
/// When a face cannot be read, or its glyphs cannot be embedded.
pub fn pdf(certificate: &Certificate, faces: Faces<'_>, locale: &Locale) -> Result<Vec<u8>, PdfError> {
    Ok(seal::sealed(&page::draw(certificate, faces, locale)?, certificate))
}
