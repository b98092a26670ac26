//! `three-rings export`: practice as tables, statements or a report to be printed.

mod who;

use std::path::Path;

use jiff::civil::Date;

use crate::cli::args::ExportFormat;
use crate::cli::keeping::{status_in_words, store, trouble_in_words};
use crate::cli::{Args, DONE, args, now, out, refuse, shelf};
use crate::content::shelf::Setting;
use crate::disk::records::{FILE_NAME, Store, fits_pin};
use crate::disk::write_bytes;

use crate::export::days::Days;
use crate::export::paper::{Faces, Paper, html, pdf};
use crate::export::report::catalogue::Catalogue;
use crate::export::report::{self, Seen};
use crate::export::xapi::{self, Names};
use crate::export::{Material, Trainee, csv, xlsx};
use crate::faces::{BOLD, REGULAR};
use crate::locale::Locale;
use crate::record::attempt::Kept;
use crate::record::chain::Head;
use crate::record::profile::Profile;
use crate::record::replay::Shelves;

pub fn run(export: &args::Export, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    let office = Office { export, args, locale: &locale };
    match office.carry_out() {
        Ok(()) => DONE,
        Err(message) => refuse(&message),
    }
}

/// One trainee's practice, as far as it is wanted.
struct Practised {
    profile: Profile,
    head: Head,
    /// All of it.
    kept: Vec<Kept>,
    /// What is wanted of it.
    wanted: Vec<Kept>,
}

/// What the tables and statements are made of.
fn material<'p>(practised: &'p [Practised], shelves: &mut Shelves) -> Material<'p> {
    let trainee = |it: &'p Practised| Trainee { profile: &it.profile, kept: &it.wanted, head: &it.head };
    Material::gather(practised.iter().map(trainee), shelves)
}

/// What is to be exported, and in which words.
struct Office<'a> {
    export: &'a args::Export,
    args: &'a Args,
    locale: &'a Locale,
}

impl Office<'_> {
    fn carry_out(&self) -> Result<(), String> {
        let days = self.days()?;
        if self.export.out.is_none() && self.export.format.is_binary() {
            return Err(self.locale.with("cli-export-needs-out", &[("format", self.export.format.word().into())]));
        }
        let keeper = store(self.args, self.locale)?;
        let store = keeper.store().ok_or_else(|| status_in_words(&keeper.status(), self.args, self.locale))?;
        let chosen = self.chosen(store)?;
        let practised = self.practised(store, chosen, days)?;
        let mut shelves = Shelves::new(store.editions().map_err(|trouble| self.trouble(&trouble))?);
        let bytes = self.written(&practised, days, &mut shelves)?;
        self.deliver(&bytes, practised.iter().map(|it| it.wanted.len()).sum())
    }

    /// The days asked for.
    fn days(&self) -> Result<Days, String> {
        let day = |written: &Option<String>| written.as_deref().map(|written| self.day(written)).transpose();
        let days = Days { from: day(&self.export.from)?, to: day(&self.export.to)? };
        if days.is_empty() {
            let written = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
            let values = [("from", written(days.from).into()), ("to", written(days.to).into())];
            return Err(self.locale.with("cli-export-backwards", &values));
        }
        Ok(days)
    }

    fn day(&self, written: &str) -> Result<Date, String> {
        written.parse().map_err(|_| self.locale.with("cli-export-bad-day", &[("day", written.into())]))
    }

    /// The trainees asked for; those left out for want of a PIN are named.
    fn chosen(&self, store: &Store) -> Result<Vec<Profile>, String> {
        let profiles = store.profiles().map_err(|trouble| self.trouble(&trouble))?;
        let wanted = who::Wanted { names: &self.export.profile, is_all: self.export.all, pins: &self.export.pin };
        let chosen = who::choose(profiles, wanted, fits_pin).map_err(|refusal| refusal.in_words(self.locale))?;
        if !chosen.shut.is_empty() {
            let names = chosen.shut.join(&self.locale.text("enumeration-comma"));
            eprintln!("{}", self.locale.with("cli-export-left-out", &[("names", names.into())]));
        }
        Ok(chosen.open)
    }

    /// What each of them practised, as far as it is wanted; those of whom nothing is are left out.
    fn practised(&self, store: &Store, chosen: Vec<Profile>, days: Days) -> Result<Vec<Practised>, String> {
        if self.export.attempt.is_some() && chosen.len() != 1 {
            return Err(self.locale.text("cli-export-attempt-of-whom"));
        }
        let mut found = Vec::new();
        for profile in chosen {
            let kept = store.kept(profile.id).map_err(|trouble| self.trouble(&trouble))?;
            let head = store.head(profile.id).map_err(|trouble| self.trouble(&trouble))?;
            let wanted = match self.export.attempt {
                Some(place) => vec![self.attempt(&profile, &kept, place)?],
                None => days.of(&kept),
            };
            found.push(Practised { profile, head, kept, wanted });
        }
        found.retain(|it| !it.wanted.is_empty());
        if found.is_empty() {
            let key = if days.is_open() { "cli-export-nothing" } else { "cli-export-nothing-then" };
            return Err(self.locale.text(key));
        }
        Ok(found)
    }

    /// The attempt at a place of a chain.
    fn attempt(&self, profile: &Profile, kept: &[Kept], place: u32) -> Result<Kept, String> {
        let found = kept.iter().find(|kept| kept.place == place).cloned();
        found.ok_or_else(|| {
            let values =
                [("name", profile.name.as_str().into()), ("place", place.into()), ("count", kept.len().into())];
            self.locale.with(if kept.is_empty() { "cli-export-no-attempts" } else { "cli-export-no-attempt" }, &values)
        })
    }

    /// The bytes of the format asked for.
    fn written(&self, practised: &[Practised], days: Days, shelves: &mut Shelves) -> Result<Vec<u8>, String> {
        let failed = |error: &dyn std::error::Error| self.failed(error);
        match self.export.format {
            ExportFormat::Html | ExportFormat::Pdf => self.report(practised, days, shelves),
            ExportFormat::Csv => csv::attempts(&material(practised, shelves), self.locale).map_err(|it| failed(&it)),
            ExportFormat::Choices => csv::choices(&material(practised, shelves), self.locale).map_err(|it| failed(&it)),
            ExportFormat::Xlsx => {
                // Not now, but when the last attempt ended: the same records are the same bytes.
                let made = report::made(practised.iter().flat_map(|it| &it.wanted));
                xlsx::workbook(&material(practised, shelves), self.locale, made).map_err(|it| failed(&it))
            }
            ExportFormat::Xapi => {
                let names = if self.export.names { Names::Given } else { Names::Withheld };
                xapi::json(&material(practised, shelves), names).map(String::into_bytes).map_err(|it| failed(&it))
            }
        }
    }

    /// A report is about one trainee.
    fn report(&self, practised: &[Practised], days: Days, shelves: &mut Shelves) -> Result<Vec<u8>, String> {
        let [one] = practised else { return Err(self.locale.text("cli-export-one-report")) };
        let paper = self.paper(one, days, shelves);
        if self.export.format == ExportFormat::Html {
            return Ok(html(&paper).into_bytes());
        }
        pdf(&paper, Faces { regular: REGULAR, bold: BOLD }).map_err(|error| self.failed(&error))
    }

    fn paper(&self, one: &Practised, days: Days, shelves: &mut Shelves) -> Paper {
        let setting = Setting { language: self.args.lang(), city: &self.args.city };
        let catalogue = Catalogue::of(&shelf(self.args), setting);
        match (self.export.attempt, one.wanted.first()) {
            (Some(_), Some(kept)) => report::attempt(&one.profile, kept, shelves, &catalogue, self.locale),
            _ => {
                let Practised { profile, head, kept, .. } = one;
                report::trainee(Seen { profile, kept, head, days, today: now().day() }, &catalogue, self.locale)
            }
        }
    }

    /// To the file asked for, whole or not at all; without one to standard output.
    fn deliver(&self, bytes: &[u8], attempts: usize) -> Result<(), String> {
        let Some(path) = &self.export.out else {
            out(&String::from_utf8_lossy(bytes));
            return Ok(());
        };
        write_bytes(path, bytes).map_err(|error| cannot_write(path, &error, self.locale))?;
        let values = [("file", path.display().to_string().into()), ("count", attempts.into())];
        out(&format!("{}\n", self.locale.with("cli-export-done", &values)));
        Ok(())
    }

    fn trouble(&self, trouble: &crate::disk::records::Trouble) -> String {
        trouble_in_words(trouble, FILE_NAME, self.locale)
    }

    fn failed(&self, error: &dyn std::error::Error) -> String {
        self.locale.with("cli-export-failed", &[("reason", error.to_string().into())])
    }
}

/// Why a file was not written, with what to do.
pub fn cannot_write(path: &Path, error: &std::io::Error, locale: &Locale) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let file = path.display().to_string();
    match folder.filter(|folder| !folder.is_dir()) {
        Some(folder) => locale.with("cli-export-no-folder", &[("folder", folder.display().to_string().into())]),
        None => locale.with("cli-cannot-write", &[("file", file.into()), ("reason", error.to_string().into())]),
    }
}
