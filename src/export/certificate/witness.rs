//! What a trainee's records say about a certificate: whether they have the exam, and whether it is what stands there.

use super::Certificate;
use super::code::Code;
use crate::content::language::Language;
use crate::record::attempt::Kept;
use crate::record::chain::{Broken, Link};
use crate::record::file::ProfileFile;
use crate::record::ledger::PROGRAM;
use crate::record::replay::{Check, RELEASED, Shelves};

/// What records say that know the exam.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    /// What the trainee is called now.
    pub name: String,
    /// What came of sitting the exam again with the answers that are kept.
    pub replayed: Check,
    /// What speaks against the certificate, or against the records; empty where nothing does.
    pub contradictions: Vec<Contradiction>,
}

/// What speaks against a certificate.
#[derive(Clone, Debug, PartialEq)]
pub enum Contradiction {
    /// The chain is broken.
    Chain(Broken),
    /// Sat again, the exam is not worth what is kept, or cannot be sat again.
    Replay(Check),
    /// The records do not say that it was passed.
    NotPassed,
    /// They say something else.
    Differs(Differs),
}

impl Contradiction {
    /// The word for it: `chain`, `replay`, `not-passed`, or the field. A promise to scripts.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Chain(_) => "chain",
            Self::Replay(_) => "replay",
            Self::NotPassed => "not-passed",
            Self::Differs(differs) => differs.field,
        }
    }
}

/// Something of which the certificate and the records say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// The field of the certificate.
    pub field: &'static str,
    /// What the certificate says.
    pub certificate: String,
    /// What the records say.
    pub records: String,
}

/// What one trainee's records say; none where they do not have the exam.
pub fn ask(certificate: &Certificate, file: &ProfileFile, shelves: &mut Shelves) -> Option<Witness> {
    let kept = kept(file);
    let is_meant = |kept: &&Kept| kept.attempt.setup.id == certificate.attempt;
    let is_linked = |kept: &&Kept| kept.hash == certificate.hash;
    let known = kept.iter().find(is_meant).or_else(|| kept.iter().find(is_linked))?;
    let finding = file.verify(shelves, PROGRAM);
    let replayed = finding.unlike.iter().find(|(place, _)| *place == known.place).map_or(Check::Same, |(_, it)| *it);
    let mut contradictions: Vec<Contradiction> = finding.broken.clone().map(Contradiction::Chain).into_iter().collect();
    if finding.speaks_against(replayed) {
        contradictions.push(Contradiction::Replay(replayed));
    }
    contradictions.extend(compare(certificate, file, known));
    Some(Witness { name: file.profile.name.clone(), replayed, contradictions })
}

/// The certificate that has a code, of the passed exams of a trainee under their name of today.
pub fn with_code(code: Code, file: &ProfileFile) -> Option<Certificate> {
    let versions = |kept: &Kept| {
        let judged = kept.attempt.setup.program.clone();
        [PROGRAM].iter().chain(&RELEASED).map(|it| (*it).to_owned()).chain([judged]).collect::<Vec<_>>()
    };
    kept(file).iter().find_map(|kept| {
        let written = |program: &str| {
            let by = |language: &Language| Certificate::by(program, &file.profile, kept, *language);
            Language::ALL.iter().filter_map(by).find(|certificate| certificate.code() == code)
        };
        versions(kept).iter().find_map(|program| written(program))
    })
}

fn kept(file: &ProfileFile) -> Vec<Kept> {
    let kept = |link: &Link| Some(Kept { place: link.place, hash: link.hash.clone(), attempt: link.attempt()? });
    file.links.iter().filter_map(kept).collect()
}

/// Every field of which the records say something else; the name is the trainee's to change.
fn compare(certificate: &Certificate, file: &ProfileFile, kept: &Kept) -> Vec<Contradiction> {
    let language = certificate.spoken().unwrap_or_default();
    let Some(recorded) = Certificate::of(&file.profile, kept, language) else {
        return vec![Contradiction::NotPassed];
    };
    let differs = |((field, certificate), (_, records)): (Field, Field)| {
        (certificate != records).then_some(Contradiction::Differs(Differs { field, certificate, records }))
    };
    fields(certificate).into_iter().zip(fields(&recorded)).filter_map(differs).collect()
}

/// The name of a field, and what stands in it.
type Field = (&'static str, String);

/// What the records know of a certificate.
fn fields(certificate: &Certificate) -> [Field; 9] {
    let Certificate { exam, title, score, pass_mark, questions, taken, attempt, place, hash, .. } = certificate;
    [
        ("exam", exam.clone()),
        ("title", title.clone()),
        ("score", score.to_string()),
        ("pass-mark", pass_mark.to_string()),
        ("questions", questions.to_string()),
        ("taken", taken.rfc3339()),
        ("attempt", attempt.to_string()),
        ("place", place.to_string()),
        ("hash", hash.clone()),
    ]
}
