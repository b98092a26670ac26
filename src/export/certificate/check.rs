//! Whether the file of a certificate is as the program wrote it: its seal, its code, its page.

use super::seal::{self, Said};
use super::{Certificate, pdf};
use crate::export::paper::Faces;
use crate::locale::Locale;
use crate::record::ledger::PROGRAM;

/// The first bytes of every PDF file.
const PDF: &[u8] = b"%PDF-";

/// What was found out about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it says; none where that makes no sense.
    pub certificate: Option<Certificate>,
    /// Whether every byte before the seal is as it was when it was sealed.
    pub seal_holds: bool,
    /// Whether its code is the code of what it says.
    pub code_fits: bool,
    /// How its page stands beside the page drawn again.
    pub page: Page,
}

/// How a page stands beside the page drawn again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// They are the same bytes.
    Same,
    /// They are not.
    Differs,
    /// Another version of the program drew it, or the file was changed anyway.
    NotCompared,
}

/// Why a file is no certificate that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCertificate {
    /// A PDF in which nothing is sealed: a report, somebody else's, or one that was cut off.
    Unsealed,
    /// A certificate of a format that only a later version of the program knows, and its number.
    Newer(u32),
}

impl Checked {
    /// Whether nothing speaks against the file; whether somebody sat the exam, it cannot say.
    pub fn is_unchanged(&self) -> bool {
        self.certificate.is_some() && self.seal_holds && self.code_fits && self.page != Page::Differs
    }
}

/// Whether bytes are a PDF or what was a certificate; others are somebody else's to judge.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(PDF) || seal::open(bytes).is_some()
}

/// Checks a file; its page is drawn again with `faces`.
///
/// # Errors
/// When there is nothing in it to be checked.
pub fn check(bytes: &[u8], faces: Faces<'_>) -> Result<Checked, NoCertificate> {
    let opened = seal::open(bytes).ok_or(NoCertificate::Unsealed)?;
    let seal_holds = opened.seal_holds;
    match opened.said {
        Said::Newer(format) if seal_holds => Err(NoCertificate::Newer(format)),
        Said::Newer(_) | Said::Nothing => {
            Ok(Checked { certificate: None, seal_holds, code_fits: false, page: Page::NotCompared })
        }
        Said::Certificate(certificate, code_fits) => {
            // What was changed need not be drawn again.
            let is_whole = seal_holds && code_fits;
            let page = if is_whole { compare(&certificate, bytes, faces) } else { Page::NotCompared };
            Ok(Checked { certificate: Some(*certificate), seal_holds, code_fits, page })
        }
    }
}

fn compare(certificate: &Certificate, bytes: &[u8], faces: Faces<'_>) -> Page {
    if certificate.program != PROGRAM {
        return Page::NotCompared;
    }
    // A language this version does not know, it has not written in.
    let Some(language) = certificate.spoken() else { return Page::Differs };
    let again = pdf(certificate, faces, &Locale::new(language));
    if again.is_ok_and(|again| again == bytes) { Page::Same } else { Page::Differs }
}
