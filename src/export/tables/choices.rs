//! One row for each thing said.

use super::{Column, Line, Table, column, lines, seconds, table, yes_or_no};
use crate::content::script::Mood;
use crate::export::Material;
use crate::export::cells::Cell;
use crate::export::choices::{Choice, Offered, Taken, Worth};
use crate::locale::Locale;

/// A choice in its attempt.
type Said<'a> = (Line<'a>, &'a Choice);

/// Every choice of every attempt that can be had again.
pub fn choices(material: &Material<'_>, locale: &Locale) -> Table {
    let said =
        lines(material, locale).flat_map(|line| line.told.record.choices().iter().map(move |choice| (line, choice)));
    table("export-sheet-choices", &columns(), said, locale)
}

fn columns<'a>() -> Vec<Column<Said<'a>>> {
    vec![
        column("export-trainee", 14.0, |(line, _)| Cell::text(&line.practice.profile.name)),
        column("export-place", 8.0, |(line, _)| Cell::whole(line.told.kept.place)),
        column("export-began", 18.0, |(line, _)| Cell::Time(line.told.kept.attempt.setup.began)),
        column("export-title", 30.0, |(line, _)| Cell::text(line.told.kept.attempt.summary.title())),
        column("export-choice", 8.0, |(_, it)| Cell::whole(it.place)),
        column("export-stage", 12.0, |(line, it)| line.text(&format!("export-stage-{}", it.stage))),
        column("export-question", 22.0, |(_, it)| Cell::text(&it.question)),
        column("export-before", 40.0, |(_, it)| Cell::known(it.before.as_deref(), Cell::text)),
        column("export-offered", 60.0, |(_, it)| Cell::text(listed(&it.offered))),
        column("export-taken", 10.0, |(line, it)| taken(it, line)),
        column("export-words", 40.0, |(_, it)| Cell::known(it.words.as_deref(), Cell::text)),
        column("export-worth", 10.0, |(line, it)| line.text(worth_key(it.worth))),
        column("export-credit", 10.0, |(_, it)| Cell::whole(it.worth.credit())),
        column("export-better", 10.0, |(_, it)| Cell::known(it.better, Cell::whole)),
        column("export-better-words", 40.0, |(_, it)| Cell::known(it.better(), |better| Cell::text(&better.words))),
        column("export-why", 40.0, |(_, it)| Cell::text(&it.why)),
        column("export-better-why", 40.0, |(_, it)| Cell::known(it.better(), |better| Cell::text(&better.why))),
        column("export-took", 10.0, |(_, it)| seconds(it.took_ms)),
        column("export-after-ms", 10.0, |(_, it)| Cell::whole(it.after_ms)),
        column("export-over", 8.0, |(line, it)| yes_or_no(it.is_over, line.locale)),
        column("export-cut-short", 8.0, |(line, it)| yes_or_no(it.is_cut_short, line.locale)),
        column("export-trust-before", 10.0, |(_, it)| mood(it, |(before, _)| before.trust)),
        column("export-trust-after", 10.0, |(_, it)| mood(it, |(_, after)| after.trust)),
        column("export-patience-before", 10.0, |(_, it)| mood(it, |(before, _)| before.patience)),
        column("export-patience-after", 10.0, |(_, it)| mood(it, |(_, after)| after.patience)),
        column("export-breaches", 30.0, |(line, it)| crossed(it, line.locale)),
        column("export-shown", 24.0, |(_, it)| Cell::text(it.shown.join("\n"))),
        column("export-missed", 24.0, |(_, it)| Cell::text(it.missed.join("\n"))),
        column("export-carried", 10.0, |(line, it)| yes_or_no(it.is_carried, line.locale)),
        column("export-attempt", 38.0, |(line, _)| Cell::text(line.told.kept.attempt.setup.id.to_string())),
        column("export-profile", 38.0, |(line, _)| Cell::text(line.practice.profile.id.to_string())),
    ]
}

fn listed(offered: &[Offered]) -> String {
    let line = |offer: &Offered| format!("{}. {}", offer.number, offer.words);
    offered.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn taken(choice: &Choice, line: &Line<'_>) -> Cell {
    match choice.taken {
        Taken::Number(number) => Cell::whole(number),
        Taken::Own => line.text("export-taken-own"),
        Taken::Silence => line.text("export-taken-silence"),
    }
}

fn worth_key(worth: Worth) -> &'static str {
    match worth {
        Worth::Best => "turn-Best",
        Worth::Fair => "turn-Fair",
        Worth::Poor => "turn-Poor",
        Worth::Silent => "turn-Silent",
        Worth::Yellow => "turn-Yellow",
        Worth::Red => "turn-Red",
    }
}

fn mood(choice: &Choice, level: fn((Mood, Mood)) -> u8) -> Cell {
    Cell::known(choice.mood.map(level), Cell::whole)
}

fn crossed(choice: &Choice, locale: &Locale) -> Cell {
    let one = |it: &crate::export::choices::Crossed| {
        format!("{} {}（{}）", it.rule, it.name, locale.text(&format!("compliance-{}", it.level)))
    };
    Cell::text(choice.crossed.iter().map(one).collect::<Vec<_>>().join("\n"))
}
