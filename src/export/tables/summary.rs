//! One row a trainee.

use super::{Column, Table, column, minutes, table, yes_or_no};
use crate::export::cells::Cell;
use crate::export::{Material, Practice};
use crate::locale::Locale;
use crate::play::drill::statistics::percentile;
use crate::record::attempt::{Attempt, Kind, Status};

/// A trainee, and the words to tell of them in.
type Line<'a> = (&'a Practice<'a>, &'a Locale);

/// Every trainee: how often, how well, when last.
///
/// Attempts that were given up are counted and not judged. A median is a score that occurred: the middle one, or the
/// lower of two.
pub fn summary(material: &Material<'_>, locale: &Locale) -> Table {
    let each = material.trainees.iter().map(|practice| (practice, locale));
    table("export-sheet-summary", &columns(), each, locale)
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        column("export-trainee", 14.0, |(it, _)| Cell::text(&it.profile.name)),
        column("export-anonymous", 10.0, |(it, locale)| yes_or_no(it.profile.is_anonymous, locale)),
        column("export-since", 18.0, |(it, _)| Cell::Time(it.profile.since)),
        column("export-last", 18.0, |(it, _)| {
            Cell::known(attempts(it).map(|it| it.setup.began).max_by_key(|began| began.unix_ms), Cell::Time)
        }),
        column("export-attempts", 10.0, |(it, _)| count(it, |_| true)),
        column("export-finished", 10.0, |(it, _)| count(it, is_finished)),
        column("export-given-up", 10.0, |(it, _)| count(it, |attempt| !is_finished(attempt))),
        column("export-calls", 10.0, |(it, _)| count(it, |attempt| attempt.setup.kind == Kind::Call)),
        column("export-shifts", 10.0, |(it, _)| count(it, |attempt| attempt.setup.kind == Kind::Shift)),
        column("export-exams", 10.0, |(it, _)| count(it, |attempt| attempt.setup.is_exam)),
        column("export-retries", 10.0, |(it, _)| count(it, |attempt| attempt.setup.retry.is_some())),
        column("export-passed-count", 10.0, |(it, _)| count(it, is_passed)),
        column("export-pass-rate", 10.0, |(it, _)| pass_rate(it)),
        column("export-median", 12.0, |(it, _)| median(it, is_finished)),
        column("export-median-calls", 12.0, |(it, _)| {
            median(it, |attempt| is_finished(attempt) && attempt.setup.kind == Kind::Call)
        }),
        column("export-median-shifts", 12.0, |(it, _)| {
            median(it, |attempt| is_finished(attempt) && attempt.setup.kind == Kind::Shift)
        }),
        column("export-minutes", 10.0, |(it, _)| minutes(attempts(it).map(|it| u64::from(it.lasted_ms)).sum())),
        column("export-chain", 10.0, |(it, _)| Cell::whole(it.head.links)),
        column("export-profile", 38.0, |(it, _)| Cell::text(it.profile.id.to_string())),
        column("export-chain-hash", 66.0, |(it, _)| Cell::text(&it.head.hash)),
    ]
}

fn attempts<'a>(practice: &'a Practice<'_>) -> impl Iterator<Item = &'a Attempt> {
    practice.attempts.iter().map(|told| &told.kept.attempt)
}

fn is_finished(attempt: &Attempt) -> bool {
    attempt.status == Status::Finished
}

fn is_passed(attempt: &Attempt) -> bool {
    is_finished(attempt) && attempt.summary.is_passed()
}

fn how_many(practice: &Practice<'_>, is_meant: fn(&Attempt) -> bool) -> usize {
    attempts(practice).filter(|attempt| is_meant(attempt)).count()
}

fn count(practice: &Practice<'_>, is_meant: fn(&Attempt) -> bool) -> Cell {
    Cell::whole(how_many(practice, is_meant) as u64)
}

/// Passed of finished; nothing where nothing was finished.
fn pass_rate(practice: &Practice<'_>) -> Cell {
    match how_many(practice, is_finished) {
        0 => Cell::Empty,
        finished => Cell::Share(how_many(practice, is_passed) as f64 / finished as f64),
    }
}

fn median(practice: &Practice<'_>, is_meant: fn(&Attempt) -> bool) -> Cell {
    let meant = attempts(practice).filter(|attempt| is_meant(attempt));
    let mut scores: Vec<u32> = meant.map(|attempt| attempt.summary.score()).collect();
    scores.sort_unstable();
    Cell::known(percentile(&scores, 50), Cell::whole)
}
