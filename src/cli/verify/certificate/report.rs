//! What is said about a certificate, for scripts.

use serde::Serialize;

use crate::export::certificate::Certificate;
use crate::export::certificate::check::{Checked, Page};
use crate::export::certificate::witness::{Contradiction, Witness};

/// What it all comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Records have the exam, and nothing speaks against it.
    Confirmed,
    /// The file is as it was written; no records here know the exam.
    Unchanged,
    /// The records say something else, or are not whole themselves.
    Contradicted,
    /// The file is not as it was written.
    Changed,
}

impl Outcome {
    /// What records that know the exam make of it.
    pub fn of(witness: &Witness) -> Self {
        if witness.contradictions.is_empty() { Self::Confirmed } else { Self::Contradicted }
    }
}

/// What is printed as JSON. Field names and meanings are a promise to scripts.
#[derive(Serialize)]
pub struct Said<'a> {
    /// What was found out.
    #[serde(flatten)]
    pub report: &'a Report<'a>,
    /// The same, in words.
    pub said: &'a [String],
}

/// What was found out. Field names and meanings are a promise to scripts.
#[derive(Serialize)]
pub struct Report<'a> {
    /// `confirmed`, `unchanged`, `contradicted` or `changed`.
    pub result: Outcome,
    /// Whether nothing speaks against it: confirmed or unchanged. Only the former proves that somebody sat the exam.
    pub sound: bool,
    /// What it says; null where that makes no sense.
    pub certificate: Option<&'a Certificate>,
    /// Its code, worked out anew.
    pub code: Option<String>,
    /// Whether the seal holds; null where only a code was given.
    pub seal_holds: Option<bool>,
    /// Whether the code is that of what it says; null where only a code was given.
    pub code_fits: Option<bool>,
    /// Whether the page is the same, drawn again; null where it was not drawn again.
    pub page_same: Option<bool>,
    /// What the trainee is called in the records, where that is another name.
    pub name_now: Option<&'a str>,
    /// The fields of which the records say something else, `chain`, `replay` and `not-passed` among them.
    pub contradicted: Vec<&'static str>,
}

impl<'a> Report<'a> {
    /// Of a file.
    pub fn of(checked: &'a Checked, witness: Option<&'a Witness>, result: Outcome) -> Self {
        let page_same = match checked.page {
            Page::Same => Some(true),
            Page::Differs => Some(false),
            Page::NotCompared => None,
        };
        let (seal_holds, code_fits) = (Some(checked.seal_holds), Some(checked.code_fits));
        let about = Self::about(checked.certificate.as_ref(), witness, result);
        Self { seal_holds, code_fits, page_same, ..about }
    }

    /// Of a code that the records have.
    pub fn found(certificate: &'a Certificate, witness: &'a Witness) -> Self {
        Self::about(Some(certificate), Some(witness), Outcome::of(witness))
    }

    fn about(certificate: Option<&'a Certificate>, witness: Option<&'a Witness>, result: Outcome) -> Self {
        let is_other = |name: &&str| certificate.is_some_and(|it| it.name != **name);
        let contradictions = witness.map(|witness| witness.contradictions.as_slice()).unwrap_or_default();
        Self {
            result,
            sound: matches!(result, Outcome::Confirmed | Outcome::Unchanged),
            certificate,
            code: certificate.map(|certificate| certificate.code().to_string()),
            seal_holds: None,
            code_fits: None,
            page_same: None,
            name_now: witness.map(|witness| witness.name.as_str()).filter(is_other),
            contradicted: contradictions.iter().map(Contradiction::word).collect(),
        }
    }
}
