//! `three-rings verify`: whether records were changed, shortened or put in another order; `certificate`: whether a
//! certificate was, and whether the records know its exam.

mod certificate;

use serde::Serialize;

use crate::cli::keeping::trouble_in_words;
use crate::cli::{Args, DONE, HAS_ERRORS, args, out, refuse};
use crate::disk::records::{VerifyError, verify_file};
use crate::locale::Locale;
use crate::record::chain::{Broken, How};
use crate::record::file::Finding;
use crate::record::ledger::PROGRAM;
use crate::record::replay::{Check, Lost};

pub fn run(verify: &args::Verify, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    if let Some(code) = certificate::run(verify, args, &locale) {
        return code;
    }
    if verify.records.is_some() {
        return refuse(&locale.text("verify-certificate-records-only"));
    }
    let findings = match verify_file(&verify.file, PROGRAM) {
        Ok(findings) => findings,
        Err(error) => return refuse(&error_in_words(&error, &verify.file.display().to_string(), &locale)),
    };
    if verify.json {
        let report: Vec<Report> = findings.iter().map(|finding| Report::of(finding, &locale)).collect();
        match serde_json::to_string_pretty(&report) {
            Ok(json) => out(&format!("{json}\n")),
            Err(error) => return refuse(&error.to_string()),
        }
    } else {
        findings.iter().for_each(|finding| out(&in_words(finding, &locale)));
        if findings.is_empty() {
            out(&format!("{}\n", locale.text("verify-nobody")));
        }
    }
    let has_head = verify.head.as_deref().is_none_or(|head| is_among(&findings, head));
    if let (Some(head), false) = (&verify.head, has_head) {
        eprintln!("{}", locale.with("verify-no-such-head", &[("head", head.as_str().into())]));
    }
    if has_head && findings.iter().all(Finding::is_sound) { DONE } else { HAS_ERRORS }
}

fn error_in_words(error: &VerifyError, file: &str, locale: &Locale) -> String {
    match error {
        VerifyError::Io(error) => {
            locale.with("verify-cannot-read", &[("file", file.into()), ("reason", error.to_string().into())])
        }
        VerifyError::NotOurs => locale.with("verify-not-ours", &[("file", file.into())]),
        VerifyError::Records(trouble) => trouble_in_words(trouble, file, locale),
    }
}

/// Whether a hash off a report, or the beginning of it that was printed, stands in one of the chains.
fn is_among(findings: &[Finding], head: &str) -> bool {
    !head.is_empty() && findings.iter().flat_map(|finding| &finding.hashes).any(|hash| hash.starts_with(head))
}

/// One trainee's records. Field names and meanings are a promise to scripts.
#[derive(Serialize)]
struct Report {
    /// Their id.
    profile: String,
    /// Their name.
    name: String,
    /// How many attempts there are.
    attempts: usize,
    /// The hash at the end of the chain.
    head: String,
    /// Whether nothing speaks against the records.
    sound: bool,
    /// The first attempt at which the chain is broken, from 1; null where it is whole.
    broken_at: Option<u32>,
    /// How, in words.
    broken: Option<String>,
    /// Attempts whose score is not what their inputs give.
    different: Vec<u32>,
}

impl Report {
    fn of(finding: &Finding, locale: &Locale) -> Self {
        let different = finding.unlike.iter().filter(|(_, check)| finding.speaks_against(*check));
        Self {
            profile: finding.profile.id.to_string(),
            name: finding.profile.name.clone(),
            attempts: finding.links,
            head: finding.head.clone(),
            sound: finding.is_sound(),
            broken_at: finding.broken.as_ref().map(|broken| broken.place),
            broken: finding.broken.as_ref().map(|broken| broken_in_words(broken, locale)),
            different: different.map(|(place, _)| *place).collect(),
        }
    }
}

fn in_words(finding: &Finding, locale: &Locale) -> String {
    let values = [
        ("name", finding.profile.name.as_str().into()),
        ("count", finding.links.into()),
        ("head", finding.head.as_str().into()),
    ];
    let key = if finding.is_sound() { "verify-sound" } else { "verify-unsound" };
    let mut lines = vec![locale.with(key, &values)];
    lines.extend(finding.broken.as_ref().map(|broken| format!("  × {}", broken_in_words(broken, locale))));
    lines.extend(finding.unlike.iter().map(|(place, check)| {
        let (sign, key) = match check {
            Check::Same | Check::Different => ("×", "verify-different"),
            Check::JudgedByAnother => ("△", "verify-judged-by-another"),
            Check::Lost(Lost::Inputs) if finding.profile.is_anonymous => ("○", "verify-no-inputs"),
            Check::Lost(Lost::Inputs) => ("×", "verify-inputs-gone"),
            Check::Lost(Lost::Edition) => ("×", "verify-edition-gone"),
            Check::Lost(Lost::Input(_)) => ("×", "verify-inputs-wrong"),
            Check::Lost(Lost::Content) => ("△", "verify-cannot-replay"),
        };
        format!("  {sign} {}", locale.with(key, &[("place", (*place).into())]))
    }));
    lines.join("\n") + "\n"
}

fn broken_in_words(broken: &Broken, locale: &Locale) -> String {
    let key = match broken.how {
        How::Changed => "verify-changed",
        How::Removed => "verify-removed",
        How::Moved { .. } => "verify-moved",
        How::Grafted => "verify-grafted",
        How::Added => "verify-added",
    };
    let from = if let How::Moved { from } = broken.how { from } else { 0 };
    locale.with(key, &[("place", broken.place.into()), ("from", from.into())])
}
