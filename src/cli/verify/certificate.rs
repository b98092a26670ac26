//! A certificate, or the code on one: whether it was changed, and whether the records know the exam. What is printed for
//! scripts stands in `report`.

mod report;

use std::path::Path;

use self::report::{Outcome, Report, Said};
use super::{broken_in_words, error_in_words};
use crate::cli::keeping::data_folder;
use crate::cli::{Args, DONE, HAS_ERRORS, args, out, refuse};
use crate::disk::read_small;
use crate::disk::records::{FILE_NAME, VerifyError, for_each_trainee};
use crate::export::certificate::Certificate;
use crate::export::certificate::check::{self, Checked, NoCertificate, Page};
use crate::export::certificate::code::Code;
use crate::export::certificate::witness::{self, Contradiction, Witness};
use crate::export::paper::Faces;
use crate::faces::{BOLD, REGULAR};
use crate::locale::Locale;
use crate::record::file::ProfileFile;
use crate::record::ledger::PROGRAM;
use crate::record::replay::{Check, Lost, Shelves};

/// Verifies a certificate or a code; none where it is neither, and so records.
pub fn run(verify: &args::Verify, args: &Args, locale: &Locale) -> Option<u8> {
    let office = Office { verify, args, locale };
    let written = verify.file.display().to_string();
    if let Some(code) = Code::read(&written).filter(|_| !verify.file.exists()) {
        return Some(office.code(code));
    }
    let bytes = read_small(&verify.file).ok().flatten().filter(|bytes| check::is_pdf(bytes))?;
    Some(office.file(&bytes))
}

struct Office<'a> {
    verify: &'a args::Verify,
    args: &'a Args,
    locale: &'a Locale,
}

/// What came of asking the records.
enum Asked<T> {
    /// There are none here.
    NoRecords,
    /// Those here cannot be read, and why.
    Unreadable(String),
    /// They do not know it.
    Unknown,
    /// They know it.
    Known(T),
}

impl Office<'_> {
    fn file(&self, bytes: &[u8]) -> u8 {
        let values = [("file", self.verify.file.display().to_string().into())];
        let checked = match check::check(bytes, Faces { regular: REGULAR, bold: BOLD }) {
            Ok(checked) => checked,
            Err(NoCertificate::Unsealed) => return refuse(&self.locale.with("verify-certificate-none", &values)),
            Err(NoCertificate::Newer(format)) => {
                let values = [&values[..], &[("format", format.into())]].concat();
                return refuse(&self.locale.with("verify-certificate-newer", &values));
            }
        };
        match &checked.certificate {
            Some(certificate) if checked.is_unchanged() => {
                match self.ask(|file, shelves| witness::ask(certificate, file, shelves)) {
                    Ok(asked) => self.tell(&checked, certificate, asked),
                    Err(error) => refuse(&error),
                }
            }
            // What was changed proves nothing, whatever the records say.
            _ => self.conclude(self.file_in_words(&checked), &Report::of(&checked, None, Outcome::Changed)),
        }
    }

    fn code(&self, code: Code) -> u8 {
        let found = self.ask(|file, shelves| {
            let certificate = witness::with_code(code, file)?;
            let witness = witness::ask(&certificate, file, shelves)?;
            Some((certificate, witness))
        });
        let values = [("code", code.to_string().into())];
        match found {
            Ok(Asked::Known((certificate, witness))) => self.tell_found(&certificate, &witness),
            Ok(Asked::Unknown) => {
                eprintln!("{}", self.locale.with("verify-certificate-code-unknown", &values));
                HAS_ERRORS
            }
            Ok(Asked::NoRecords) => refuse(&self.locale.with("verify-certificate-code-nowhere", &values)),
            Ok(Asked::Unreadable(reason)) | Err(reason) => refuse(&reason),
        }
    }

    /// Asks the records that were named, or those here, trainee by trainee.
    fn ask<T>(&self, mut ask: impl FnMut(&ProfileFile, &mut Shelves) -> Option<T>) -> Result<Asked<T>, String> {
        let mut shelves = Shelves::default();
        let mut ask_all = |path: &Path| for_each_trainee(path, |file| ask(&file, &mut shelves));
        let found = |answers: Vec<Option<T>>| answers.into_iter().flatten().next().map_or(Asked::Unknown, Asked::Known);
        if let Some(path) = &self.verify.records {
            return ask_all(path).map(found).map_err(|error| self.error(&error, path));
        }
        let here = data_folder(self.args, self.locale).map(|folder| folder.join(FILE_NAME));
        let Some(path) = here.ok().filter(|path| path.is_file()) else { return Ok(Asked::NoRecords) };
        Ok(ask_all(&path).map_or_else(|error| Asked::Unreadable(self.error(&error, &path)), found))
    }

    fn error(&self, error: &VerifyError, path: &Path) -> String {
        error_in_words(error, &path.display().to_string(), self.locale)
    }

    /// A file that was not changed, and what the records say.
    fn tell(&self, checked: &Checked, certificate: &Certificate, asked: Asked<Witness>) -> u8 {
        let mut lines = self.file_in_words(checked);
        let (outcome, witness) = match asked {
            Asked::Known(witness) => (Outcome::of(&witness), Some(witness)),
            Asked::Unreadable(reason) => {
                lines.push(self.locale.with("verify-certificate-here-unreadable", &[("reason", reason.into())]));
                (Outcome::Unchanged, None)
            }
            Asked::NoRecords | Asked::Unknown => (Outcome::Unchanged, None),
        };
        lines.extend(witness.iter().flat_map(|witness| self.witness_in_words(certificate, witness)));
        self.conclude(lines, &Report::of(checked, witness.as_ref(), outcome))
    }

    /// A code that the records have.
    fn tell_found(&self, certificate: &Certificate, witness: &Witness) -> u8 {
        let mut lines = vec![self.says(Some(certificate))];
        lines.extend(self.witness_in_words(certificate, witness));
        self.conclude(lines, &Report::found(certificate, witness))
    }

    fn conclude(&self, mut lines: Vec<String>, report: &Report<'_>) -> u8 {
        let named = self.verify.records.as_ref().map_or_else(String::new, |path| path.display().to_string());
        let is_page_open = report.seal_holds.is_some() && report.page_same.is_none();
        let key = match report.result {
            Outcome::Confirmed if report.name_now.is_some() => "verify-certificate-confirmed-but-name",
            Outcome::Confirmed if is_page_open => "verify-certificate-confirmed-page-open",
            Outcome::Confirmed => "verify-certificate-confirmed",
            Outcome::Unchanged if is_page_open => "verify-certificate-unchanged-page-open",
            Outcome::Unchanged if !named.is_empty() => "verify-certificate-unchanged-not-there",
            Outcome::Unchanged => "verify-certificate-unchanged",
            Outcome::Contradicted => "verify-certificate-contradicted",
            Outcome::Changed => "verify-certificate-changed",
        };
        let file = self.verify.file.display().to_string();
        lines.push(self.locale.with(key, &[("file", file.into()), ("records", named.into())]));
        if self.verify.json {
            match serde_json::to_string_pretty(&Said { report, said: &lines }) {
                Ok(json) => out(&format!("{json}\n")),
                Err(error) => return refuse(&error.to_string()),
            }
        } else {
            out(&(lines.join("\n") + "\n"));
        }
        if report.sound { DONE } else { HAS_ERRORS }
    }

    fn says(&self, certificate: Option<&Certificate>) -> String {
        let Some(certificate) = certificate else { return self.locale.text("verify-certificate-says-nothing") };
        let Certificate { name, title, score, pass_mark, taken, .. } = certificate;
        let values = [
            ("name", shown(name).into()),
            ("title", shown(title).into()),
            ("score", (*score).into()),
            ("mark", (*pass_mark).into()),
            ("taken", taken.local().strftime("%Y-%m-%d %H:%M").to_string().into()),
            ("code", certificate.code().to_string().into()),
        ];
        self.locale.with("verify-certificate-says", &values)
    }

    /// What it says, and what was found out about the file, as far as that is known.
    fn file_in_words(&self, checked: &Checked) -> Vec<String> {
        let text = |holds: bool, yes: &str, no: &str| self.locale.text(if holds { yes } else { no });
        let mut lines = vec![self.says(checked.certificate.as_ref())];
        lines.push(text(checked.seal_holds, "verify-certificate-seal-holds", "verify-certificate-seal-broken"));
        let Some(certificate) = &checked.certificate else { return lines };
        lines.push(text(checked.code_fits, "verify-certificate-code-fits", "verify-certificate-code-differs"));
        let versions = [("theirs", shown(&certificate.program).into()), ("ours", PROGRAM.into())];
        lines.extend(match checked.page {
            Page::Same => Some(self.locale.text("verify-certificate-page-same")),
            Page::Differs => Some(self.locale.text("verify-certificate-page-differs")),
            Page::NotCompared if certificate.program == PROGRAM => None,
            Page::NotCompared => Some(self.locale.with("verify-certificate-page-other", &versions)),
        });
        lines
    }

    fn witness_in_words(&self, certificate: &Certificate, witness: &Witness) -> Vec<String> {
        let mut lines: Vec<String> = witness.contradictions.iter().map(|it| self.contradiction(it)).collect();
        if lines.is_empty() {
            lines.push(self.locale.with("verify-certificate-chain", &[("place", certificate.place.into())]));
            let key = match witness.replayed {
                Check::Same | Check::Different => "verify-certificate-replay-same",
                Check::JudgedByAnother => "verify-certificate-replay-other",
                Check::Lost(Lost::Inputs) => "verify-certificate-replay-anonymous",
                Check::Lost(_) => "verify-certificate-replay-not",
            };
            lines.push(self.locale.text(key));
        }
        if witness.name != certificate.name {
            let values = [("name", shown(&certificate.name).into()), ("now", shown(&witness.name).into())];
            lines.push(self.locale.with("verify-certificate-renamed", &values));
        }
        lines
    }

    fn contradiction(&self, contradiction: &Contradiction) -> String {
        match contradiction {
            Contradiction::Chain(broken) => {
                let how = broken_in_words(broken, self.locale);
                self.locale.with("verify-certificate-broken-chain", &[("how", how.into())])
            }
            Contradiction::Replay(Check::Lost(_)) => self.locale.text("verify-certificate-replay-gone"),
            Contradiction::Replay(_) => self.locale.text("verify-certificate-replay-differs"),
            Contradiction::NotPassed => self.locale.text("verify-certificate-not-passed"),
            Contradiction::Differs(differs) => {
                let field = self.locale.text(&format!("verify-certificate-field-{}", differs.field));
                let values = [
                    ("field", field.into()),
                    ("certificate", shown(&differs.certificate).into()),
                    ("records", shown(&differs.records).into()),
                ];
                self.locale.with("verify-certificate-differs", &values)
            }
        }
    }
}

/// A text out of somebody else's file as it may be printed: no line of its own, no orders to the terminal.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
