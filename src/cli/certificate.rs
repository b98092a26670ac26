//! `three-rings certificate`: the certificate of an exam that was passed.

use uuid::Uuid;

use crate::cli::export::cannot_write;
use crate::cli::keeping::{named, status_in_words, store, trouble_in_words};
use crate::cli::{Args, DONE, args, out, refuse};
use crate::disk::records::FILE_NAME;
use crate::disk::write_bytes;
use crate::export::certificate::{Certificate, latest, passed, pdf};
use crate::export::paper::Faces;
use crate::faces::{BOLD, REGULAR};
use crate::locale::Locale;
use crate::record::attempt::{Kept, Status};
use crate::record::profile::Profile;
use crate::record::summary::Summary;

pub fn run(certificate: &args::Certificate, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    let office = Office { wanted: certificate, args, locale: &locale };
    match office.carry_out() {
        Ok(said) => {
            out(&said);
            DONE
        }
        Err(message) => refuse(&message),
    }
}

/// What is wanted, and in which words.
struct Office<'a> {
    wanted: &'a args::Certificate,
    args: &'a Args,
    locale: &'a Locale,
}

impl Office<'_> {
    fn carry_out(&self) -> Result<String, String> {
        let keeper = store(self.args, self.locale)?;
        let store = keeper.store().ok_or_else(|| status_in_words(&keeper.status(), self.args, self.locale))?;
        let profile = named(store, &self.wanted.profile, self.wanted.pin.as_deref(), self.locale)?;
        let kept = store.kept(profile.id).map_err(|trouble| trouble_in_words(&trouble, FILE_NAME, self.locale))?;
        let exam = self.chosen(&kept)?;
        let certificate = self.certificate(&profile, exam)?;
        self.write(&certificate)
    }

    /// The attempt that is meant.
    fn chosen<'k>(&self, kept: &'k [Kept]) -> Result<&'k Kept, String> {
        match (&self.wanted.attempt, &self.wanted.exam) {
            (Some(attempt), _) => self.attempt(kept, attempt),
            (None, Some(exam)) => self.exam(kept, exam),
            (None, None) => latest(kept).ok_or_else(|| self.none_passed(kept)),
        }
    }

    /// The attempt of a place or an id, whatever it was.
    fn attempt<'k>(&self, kept: &'k [Kept], written: &str) -> Result<&'k Kept, String> {
        let (place, id) = (written.parse::<u32>().ok(), Uuid::parse_str(written).ok());
        let found = kept.iter().find(|it| Some(it.place) == place || Some(it.attempt.setup.id) == id);
        found.ok_or_else(|| self.says("certificate-no-attempt", &[("attempt", written.into())]))
    }

    /// The latest of an exam that was passed.
    fn exam<'k>(&self, kept: &'k [Kept], exam: &str) -> Result<&'k Kept, String> {
        let passed: Vec<&Kept> = kept.iter().filter(|it| passed(&it.attempt).is_some()).collect();
        if passed.is_empty() {
            return Err(self.none_passed(kept));
        }
        let mut exams: Vec<&str> = passed.iter().map(|it| it.attempt.setup.subject.as_str()).collect();
        exams.sort_unstable();
        exams.dedup();
        let exams = exams.join(&self.locale.text("enumeration-comma"));
        let found = passed.iter().rev().find(|it| it.attempt.setup.subject == exam);
        found.copied().ok_or_else(|| {
            self.says("certificate-no-such-exam", &[("exam", exam.into()), ("exams", exams.as_str().into())])
        })
    }

    fn none_passed(&self, kept: &[Kept]) -> String {
        let mut exams = kept.iter().rev().filter_map(|kept| match &kept.attempt.summary {
            Summary::Exam(exam) => Some(exam),
            Summary::Call(_) | Summary::Shift(_) => None,
        });
        let Some(exam) = exams.next() else { return self.says("certificate-no-exam", &[]) };
        let values =
            [("title", exam.title.as_str().into()), ("score", exam.score.into()), ("mark", exam.pass_mark.into())];
        self.says("certificate-none-passed", &values)
    }

    /// In the language asked for, or the one the exam was sat in.
    fn certificate(&self, profile: &Profile, kept: &Kept) -> Result<Certificate, String> {
        let language = self.args.wanted_lang().unwrap_or(kept.attempt.setup.setting().language);
        Certificate::of(profile, kept, language).ok_or_else(|| {
            let key = match &kept.attempt.summary {
                Summary::Call(_) | Summary::Shift(_) => "certificate-not-an-exam",
                Summary::Exam(_) if kept.attempt.status == Status::GivenUp => "certificate-not-finished",
                Summary::Exam(_) => "certificate-not-passed",
            };
            let summary = &kept.attempt.summary;
            let (score, mark) = (summary.score().into(), summary.pass_mark().into());
            self.says(key, &[("place", kept.place.into()), ("score", score), ("mark", mark)])
        })
    }

    /// To the file asked for, whole or not at all.
    fn write(&self, certificate: &Certificate) -> Result<String, String> {
        let words = Locale::new(certificate.spoken().unwrap_or_default());
        let bytes = pdf(certificate, Faces { regular: REGULAR, bold: BOLD }, &words)
            .map_err(|error| self.locale.with("cli-export-failed", &[("reason", error.to_string().into())]))?;
        let path = &self.wanted.out;
        write_bytes(path, &bytes).map_err(|error| cannot_write(path, &error, self.locale))?;
        let values = [
            ("file", path.display().to_string().into()),
            ("title", certificate.title.as_str().into()),
            ("score", certificate.score.into()),
            ("code", certificate.code().to_string().into()),
        ];
        Ok(self.says("certificate-done", &values) + "\n")
    }

    /// A message about the trainee.
    fn says(&self, key: &str, values: &[(&'static str, fluent_bundle::FluentValue<'_>)]) -> String {
        let name = ("name", self.wanted.profile.as_str().into());
        self.locale.with(key, &[&[name], values].concat())
    }
}
