//! The cells of a workbook, whatever program wrote it: read one by one, so that a lone cell far away costs nothing.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Reader as _, Xlsx, open_workbook_from_rs};

use super::QUESTIONS;
use crate::diagnostic::{Diagnostic, Span};

/// The most columns that are looked at.
const MOST_COLUMNS: u32 = 256;
/// The most rows below the headings.
const MOST_ROWS: u32 = 50_000;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words, or a number or a truth as words.
    Text(String),
    /// A day or a time: what was typed is not known any more.
    Date,
    /// What a formula could not work out.
    Fault,
}

/// The cells of the sheet with the questions: by row and column, from 0.
#[derive(Debug, Default)]
pub struct Grid {
    rows: BTreeMap<u32, BTreeMap<u32, Value>>,
}

/// The cells, or why they cannot be read; and what was left unread.
pub fn grid(bytes: &[u8]) -> Result<(Grid, Option<Diagnostic>), Diagnostic> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| no_workbook(&error))?;
    let names = workbook.sheet_names();
    if !names.iter().any(|name| name == QUESTIONS) {
        return Err(no_sheet(&names));
    }
    let mut cells = workbook.worksheet_cells_reader(QUESTIONS).map_err(|error| no_workbook(&error))?;
    let (mut grid, mut is_cut) = (Grid::default(), false);
    while let Some(cell) = cells.next_cell().map_err(|error| no_workbook(&error))? {
        let (row, column) = cell.get_position();
        let Some(value) = value(cell.get_value()).filter(|_| column < MOST_COLUMNS) else { continue };
        is_cut |= row > MOST_ROWS;
        if row <= MOST_ROWS {
            grid.rows.entry(row).or_default().insert(column, value);
        }
    }
    Ok((grid, is_cut.then(too_many)))
}

impl Grid {
    /// The rows that have something in them, each with its number from 0.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &BTreeMap<u32, Value>)> {
        self.rows.iter().map(|(number, cells)| (*number, cells))
    }
}

fn value(cell: &DataRef<'_>) -> Option<Value> {
    let text = match Data::from(cell.clone()) {
        Data::Empty => return None,
        Data::String(text) => text,
        Data::Int(number) => number.to_string(),
        // Spreadsheets know no whole numbers: 45 is 45.0 to them, and is written 45.
        Data::Float(number) => number.to_string(),
        Data::Bool(holds) => if holds { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => return Some(Value::Date),
        Data::Error(_) => return Some(Value::Fault),
    };
    Some(Value::Text(text))
}

/// A cell as a place: diagnostics know nothing but stretches of bytes.
pub fn span(row: u32, column: u32) -> Span {
    // From 1, for what stands nowhere is 0.
    let start = row.saturating_mul(MOST_COLUMNS).saturating_add(column).saturating_add(1);
    Span { start, end: start.saturating_add(1) }
}

/// The row and the column of a place, from 0.
pub fn cell_of(at: Span) -> (u32, u32) {
    let place = at.start.saturating_sub(1);
    (place / MOST_COLUMNS, place % MOST_COLUMNS)
}

/// A column's letters: `A`, `Z`, `AA`.
pub fn letters(column: u32) -> String {
    const LETTERS: u32 = 26;
    let letter = char::from(b'A' + u8::try_from(column % LETTERS).unwrap_or_default());
    match (column / LETTERS).checked_sub(1) {
        Some(before) => format!("{}{letter}", letters(before)),
        None => letter.to_string(),
    }
}

fn no_workbook(error: &calamine::XlsxError) -> Diagnostic {
    Diagnostic::about_file("not-a-workbook", format!("这不是能读的 Excel 工作簿({error})"))
        .help("用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”；加了密码的要先去掉密码")
}

fn no_sheet(names: &[String]) -> Diagnostic {
    let known = names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join("、");
    Diagnostic::about_file("sheet-missing", format!("工作簿里没有“{QUESTIONS}”这张表，有的是：{known}"))
        .help(format!("把放题的那张表改名为“{QUESTIONS}”"))
}

fn too_many() -> Diagnostic {
    Diagnostic::about_file("too-many", format!("“{QUESTIONS}”超过 {MOST_ROWS} 行，后面的没有读"))
        .help("分成几个文件导入；也可能是很远的地方误填了一格")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 51, 52, 255].map(letters), ["A", "Z", "AA", "AZ", "BA", "IV"]);
    }

    #[test]
    fn a_place_is_a_cell_and_never_nowhere() {
        for cell in [(0, 0), (0, 255), (1, 0), (MOST_ROWS, 17)] {
            assert_ne!(span(cell.0, cell.1), Span::default());
            assert_eq!(cell_of(span(cell.0, cell.1)), cell);
        }
    }
}
