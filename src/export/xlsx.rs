//! The tables as an Excel workbook: a sheet each for trainees, attempts, criteria and choices.
//!
//! Text is stored as text and never as a formula or a link; dates are dates; the bytes depend on nothing but the records,
//! the language and the moment given. Limits are Excel's own ("Excel specifications and limits"): longer texts are cut
//! with `…`, more rows than a sheet holds go on in a second sheet of the same name.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::Material;
use super::cells::{Cell, local_time};
use super::tables::{self, Table};
use crate::locale::Locale;
use crate::record::moment::Moment;

/// The longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// The rows of a sheet below its head.
const MOST_ROWS: usize = 1_048_575;
/// The longest name of a sheet, in UTF-16 units.
const LONGEST_NAME: usize = 31;
/// What the name of a sheet may not have.
const NOT_IN_NAMES: &[char] = &['[', ']', ':', '*', '?', '/', '\\', '\''];
/// The width from which text is broken into lines, in characters.
const BREAKS_FROM: f64 = 36.0;

/// The workbook, as bytes. `made` is when: it stands in the file's properties.
///
/// # Errors
/// When the writer refuses something; nothing of the records leads there.
pub fn workbook(material: &Material<'_>, locale: &Locale, made: Moment) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(locale, made)?);
    let formats = Formats::new();
    for table in tables::all(material, locale) {
        for (place, rows) in sheets(&table.rows, MOST_ROWS).into_iter().enumerate() {
            let sheet = workbook.add_worksheet();
            sheet.set_name(sheet_name(&table.name, place))?;
            fill(sheet, &table, rows, &formats)?;
        }
    }
    workbook.save_to_buffer()
}

fn properties(locale: &Locale, made: Moment) -> Result<DocProperties, XlsxError> {
    let utc =
        excel_time(Moment { offset_minutes: 0, ..made }).map_or_else(|| ExcelDateTime::from_ymd(1970, 1, 1), Ok)?;
    let title = locale.text("app-title");
    Ok(DocProperties::new().set_title(&title).set_author(title).set_creation_datetime(&utc))
}

/// How cells look.
struct Formats {
    head: Format,
    line: Format,
    lines: Format,
    time: Format,
    decimal: Format,
    share: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: plain().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap(),
            line: plain(),
            lines: plain().set_text_wrap(),
            time: plain().set_num_format("yyyy-mm-dd hh:mm"),
            decimal: plain().set_num_format("0.0"),
            share: plain().set_num_format("0%"),
        }
    }
}

/// Rows as they fit into sheets; one sheet at least.
fn sheets(rows: &[Vec<Cell>], most: usize) -> Vec<&[Vec<Cell>]> {
    if rows.is_empty() { vec![rows] } else { rows.chunks(most).collect() }
}

/// A sheet's name as Excel takes it; with a number from the second on.
fn sheet_name(name: &str, place: usize) -> String {
    let number = if place == 0 { String::new() } else { format!(" {}", place + 1) };
    let fair: String = name.chars().filter(|c| !NOT_IN_NAMES.contains(c)).collect();
    let fair = if fair.trim().is_empty() { "-".to_owned() } else { fair };
    format!("{}{number}", first_units(&fair, LONGEST_NAME - number.len()))
}

fn fill(sheet: &mut Worksheet, table: &Table, rows: &[Vec<Cell>], formats: &Formats) -> Result<(), XlsxError> {
    for (column, head) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, cut(&head.title), &formats.head)?;
        sheet.set_column_width(column, head.width)?;
    }
    for (place, row) in (1..).zip(rows) {
        for ((column, head), cell) in (0..).zip(&table.columns).zip(row) {
            write(sheet, (place, column), cell, head.width >= BREAKS_FROM, formats)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    breaks: bool,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let text = if breaks { &formats.lines } else { &formats.line };
    match cell {
        Cell::Empty => {}
        Cell::Text(words) => {
            sheet.write_string_with_format(row, column, cut(words), text)?;
        }
        Cell::Whole(number) => {
            // Counts here are far below the 2^53 from which such a number would be rounded.
            sheet.write_number_with_format(row, column, *number as f64, &formats.line)?;
        }
        Cell::Decimal(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.decimal)?;
        }
        Cell::Share(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.share)?;
        }
        Cell::Time(moment) => match excel_time(*moment) {
            Some(time) => {
                sheet.write_datetime_with_format(row, column, &time, &formats.time)?;
            }
            None => {
                sheet.write_string_with_format(row, column, local_time(*moment), &formats.line)?;
            }
        },
    }
    Ok(())
}

/// A moment as Excel counts time, by the trainee's own clock; none before 1900.
fn excel_time(moment: Moment) -> Option<ExcelDateTime> {
    let local = moment.local();
    let small = |number: i8| u8::try_from(number).unwrap_or_default();
    let day = ExcelDateTime::from_ymd(u16::try_from(local.year()).ok()?, small(local.month()), small(local.day()));
    day.ok()?.and_hms(small(local.hour()).into(), small(local.minute()), f64::from(local.second())).ok()
}

/// A text that fits into a cell.
fn cut(text: &str) -> String {
    const CUT: &str = "…";
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    format!("{}{CUT}", first_units(text, LONGEST_TEXT - CUT.encode_utf16().count()))
}

/// The beginning of a text, at most so many UTF-16 units long.
fn first_units(text: &str, most: usize) -> &str {
    let mut units = 0;
    let past = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most
    });
    past.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_too_long_for_a_cell_is_cut_and_says_so() {
        let longest = "说".repeat(LONGEST_TEXT);
        assert_eq!(cut(&longest), longest);
        let cut = cut(&"𠮷".repeat(LONGEST_TEXT));
        assert!(cut.ends_with("𠮷…") && cut.encode_utf16().count() == LONGEST_TEXT);
    }

    #[test]
    fn a_sheet_s_name_is_one_excel_takes() {
        assert_eq!(sheet_name("逐句记录", 0), "逐句记录");
        assert_eq!(sheet_name("a/b[c]:*?", 1), "abc 2");
        assert_eq!(sheet_name("", 0), "-");
        assert_eq!(sheet_name(&"长".repeat(40), 2).encode_utf16().count(), LONGEST_NAME);
    }

    #[test]
    fn more_rows_than_a_sheet_holds_go_on_in_another() {
        let rows = vec![vec![Cell::Empty]; 5];
        assert_eq!(sheets(&rows, 2).iter().map(|rows| rows.len()).collect::<Vec<_>>(), [2, 2, 1]);
        assert_eq!(sheets(&[], 2).len(), 1, "an empty sheet is a sheet");
    }
}
