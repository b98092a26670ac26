//! One row an attempt.

use super::{Column, Head, Line, Table, column, in_time, lines, minutes, table, yes_or_no};
use crate::export::Material;
use crate::export::cells::Cell;
use crate::export::words::kind_key;
use crate::locale::Locale;
use crate::record::attempt::{Attempt, Status};
use crate::record::summary::{CallSummary, Dimension, ShiftSummary, Summary};

/// How wide a dimension's column is, in characters.
const DIMENSION_WIDTH: f64 = 14.0;

/// Every attempt: who, when, what, how it went; then a column for each dimension anybody was judged by.
pub fn attempts(material: &Material<'_>, locale: &Locale) -> Table {
    let mut table = table("export-sheet-attempts", &columns(), lines(material, locale), locale);
    for dimension in dimensions(material, locale) {
        let title = locale.with("export-dimension", &[("name", dimension.name.as_str().into())]);
        table.columns.push(Head { title, width: DIMENSION_WIDTH });
        for (row, line) in table.rows.iter_mut().zip(lines(material, locale)) {
            row.push(Cell::known(score_in(&line.told.kept.attempt.summary, &dimension.id), Cell::whole));
        }
    }
    table
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        column("export-trainee", 14.0, |it| Cell::text(&it.practice.profile.name)),
        column("export-place", 8.0, |it| Cell::whole(it.told.kept.place)),
        column("export-began", 18.0, |it| Cell::Time(attempt(it).setup.began)),
        column("export-kind", 10.0, kind),
        column("export-subject", 20.0, |it| Cell::text(&attempt(it).setup.subject)),
        column("export-title", 30.0, |it| Cell::text(attempt(it).summary.title())),
        column("export-owner", 12.0, |it| Cell::known(call(it), |call| Cell::text(&call.owner))),
        column("export-temperament", 14.0, |it| Cell::known(call(it), |call| Cell::text(&call.temperament_name))),
        column("export-exam", 8.0, |it| yes_or_no(attempt(it).setup.is_exam, it.locale)),
        column("export-status", 12.0, status),
        column("export-score", 8.0, |it| Cell::whole(attempt(it).summary.score())),
        column("export-pass-mark", 8.0, |it| Cell::whole(attempt(it).summary.pass_mark())),
        column("export-passed", 8.0, passed),
        column("export-compliance", 10.0, |it| worded(it, "compliance", |call| Some(&call.compliance))),
        column("export-outcome", 12.0, |it| worded(it, "outcome", |call| call.outcome.as_deref())),
        column("export-verdict", 24.0, verdict),
        column("export-breaches", 30.0, breaches),
        column("export-minutes", 10.0, |it| minutes(attempt(it).lasted_ms.into())),
        column("export-rings-within", 12.0, |it| Cell::known(shift(it), |shift| Cell::whole(in_time(shift) as u64))),
        column("export-rings-total", 12.0, |it| Cell::known(shift(it), |shift| Cell::whole(shift.rings.len() as u64))),
        column("export-note-told", 10.0, |it| Cell::known(call(it), |call| Cell::whole(call.note.told as u64))),
        column("export-note-kept", 10.0, |it| Cell::known(call(it), |call| Cell::whole(call.note.kept as u64))),
        column("export-note-invented", 10.0, |it| Cell::known(call(it), |call| Cell::whole(call.note.invented as u64))),
        column("export-language", 10.0, |it| Cell::text(&attempt(it).setup.language)),
        column("export-city", 12.0, |it| Cell::text(&attempt(it).setup.city)),
        column("export-record", 30.0, |it| it.text(&format!("export-record-{}", it.told.record.word()))),
        column("export-attempt", 38.0, |it| Cell::text(attempt(it).setup.id.to_string())),
        column("export-retry-of", 38.0, |it| Cell::known(attempt(it).setup.retry, |it| Cell::text(it.of.to_string()))),
        column("export-profile", 38.0, |it| Cell::text(it.practice.profile.id.to_string())),
        // As text: a spreadsheet rounds numbers of 64 bits.
        column("export-seed", 22.0, |it| Cell::text(attempt(it).setup.seed.to_string())),
        column("export-program", 10.0, |it| Cell::text(&attempt(it).setup.program)),
        column("export-edition", 20.0, |it| Cell::text(&attempt(it).setup.edition)),
        column("export-hash", 20.0, |it| Cell::text(&it.told.kept.hash)),
    ]
}

fn attempt<'a>(line: &Line<'a>) -> &'a Attempt {
    &line.told.kept.attempt
}

fn call<'a>(line: &Line<'a>) -> Option<&'a CallSummary> {
    if let Summary::Call(call) = &attempt(line).summary { Some(call) } else { None }
}

fn shift<'a>(line: &Line<'a>) -> Option<&'a ShiftSummary> {
    if let Summary::Shift(shift) = &attempt(line).summary { Some(shift) } else { None }
}

fn kind(line: &Line<'_>) -> Cell {
    line.text(kind_key(attempt(line).setup.kind))
}

fn status(line: &Line<'_>) -> Cell {
    line.text(match attempt(line).status {
        Status::Finished => "export-status-finished",
        Status::GivenUp => "export-status-given-up",
    })
}

/// What was thrown away is neither passed nor failed.
fn passed(line: &Line<'_>) -> Cell {
    match attempt(line).status {
        Status::Finished => yes_or_no(attempt(line).summary.is_passed(), line.locale),
        Status::GivenUp => Cell::Empty,
    }
}

/// A word of a call's summary, such as `HungUp`, as trainees see it.
fn worded(line: &Line<'_>, family: &str, word: for<'s> fn(&'s CallSummary) -> Option<&'s str>) -> Cell {
    Cell::known(call(line).and_then(word), |word| line.text(&format!("{family}-{word}")))
}

fn verdict(line: &Line<'_>) -> Cell {
    match (attempt(line).status, &attempt(line).summary) {
        (Status::GivenUp, _) => Cell::Empty,
        (Status::Finished, Summary::Call(call)) => line.text(&format!("verdict-{}", call.verdict)),
        (Status::Finished, Summary::Shift(shift)) => {
            line.text(if shift.passed { "drill-passed" } else { "drill-failed" })
        }
        (Status::Finished, Summary::Exam(exam)) => line.text(if exam.passed { "drill-passed" } else { "drill-failed" }),
    }
}

fn breaches(line: &Line<'_>) -> Cell {
    let name = |breach: &crate::record::summary::Breach| {
        format!("{}（{}）", breach.name, line.locale.text(&format!("compliance-{}", breach.level)))
    };
    let names: Vec<String> = call(line).iter().flat_map(|call| &call.breaches).map(name).collect();
    Cell::text(names.join("\n"))
}

/// Every dimension anybody was judged by, in the order they are met; named in the language wanted where one attempt
/// knows it.
fn dimensions<'a>(material: &'a Material<'a>, locale: &'a Locale) -> Vec<&'a Dimension> {
    let mut found: Vec<&Dimension> = Vec::new();
    for line in lines(material, locale) {
        let is_wanted = attempt(&line).setup.language == locale.language.tag();
        for dimension in call(&line).iter().flat_map(|call| &call.dimensions) {
            match found.iter().position(|known| known.id == dimension.id) {
                Some(place) if is_wanted => found[place] = dimension,
                Some(_) => {}
                None => found.push(dimension),
            }
        }
    }
    found
}

fn score_in(summary: &Summary, dimension: &str) -> Option<u32> {
    let Summary::Call(call) = summary else { return None };
    call.dimensions.iter().find(|it| it.id == dimension).map(|it| it.score)
}
