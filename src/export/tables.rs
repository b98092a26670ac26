//! Practice as rows: what stands in which column, in the language of the interface.
//!
//! Each table is a list of columns one can read: a key of the locale, a width, and how its cell is had from a line. What
//! an attempt itself says (titles, names, words) stays in the language it was played in.

mod attempts;
mod choices;
mod criteria;
mod summary;

use super::cells::Cell;
use super::{Material, Practice, Told};
use crate::locale::Locale;
use crate::record::summary::ShiftSummary;

pub use attempts::attempts;
pub use choices::choices;
pub use criteria::criteria;
pub use summary::summary;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is called.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Head>,
    /// Its rows: a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// What stands there.
    pub title: String,
    /// How wide, in characters of a Latin text; a Chinese one takes two.
    pub width: f64,
}

/// All tables, in the order of a workbook's sheets.
pub fn all(material: &Material<'_>, locale: &Locale) -> [Table; 4] {
    [summary(material, locale), attempts(material, locale), criteria(material, locale), choices(material, locale)]
}

/// A column of a table: how its cell is had from a line.
struct Column<L> {
    key: &'static str,
    width: f64,
    cell: fn(&L) -> Cell,
}

fn column<L>(key: &'static str, width: f64, cell: fn(&L) -> Cell) -> Column<L> {
    Column { key, width, cell }
}

/// A table of lines.
fn table<L>(name: &str, columns: &[Column<L>], lines: impl Iterator<Item = L>, locale: &Locale) -> Table {
    let head = |column: &Column<L>| Head { title: locale.text(column.key), width: column.width };
    let row = |line: L| columns.iter().map(|column| (column.cell)(&line)).collect();
    Table { name: locale.text(name), columns: columns.iter().map(head).collect(), rows: lines.map(row).collect() }
}

/// One attempt of one trainee, and the words to tell it in.
#[derive(Clone, Copy)]
struct Line<'a> {
    practice: &'a Practice<'a>,
    told: &'a Told<'a>,
    locale: &'a Locale,
}

/// Every attempt of every trainee.
fn lines<'a>(material: &'a Material<'a>, locale: &'a Locale) -> impl Iterator<Item = Line<'a>> {
    let of_one =
        move |practice: &'a Practice<'a>| practice.attempts.iter().map(move |told| Line { practice, told, locale });
    material.trainees.iter().flat_map(of_one)
}

impl Line<'_> {
    fn text(&self, key: &str) -> Cell {
        Cell::text(self.locale.text(key))
    }
}

fn yes_or_no(is_so: bool, locale: &Locale) -> Cell {
    Cell::text(locale.text(if is_so { "export-yes" } else { "export-no" }))
}

/// Milliseconds as minutes with one decimal.
fn minutes(ms: u64) -> Cell {
    const MS_PER_TENTH: f64 = 6_000.0;
    Cell::Decimal((ms as f64 / MS_PER_TENTH).round() / 10.0)
}

/// Milliseconds as seconds with one decimal.
fn seconds(ms: u32) -> Cell {
    const MS_PER_TENTH: f64 = 100.0;
    Cell::Decimal((f64::from(ms) / MS_PER_TENTH).round() / 10.0)
}

/// Calls answered in time.
pub fn in_time(shift: &ShiftSummary) -> usize {
    shift.rings.iter().flatten().filter(|rings| **rings <= shift.within).count()
}
