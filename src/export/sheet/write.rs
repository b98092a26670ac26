//! The workbook: the questions, and how to fill in more of them.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::columns::{Column, KINDS};
use super::row::{Row, row};
use super::{GUIDE, QUESTIONS, guide};
use crate::content::quiz::{Question, Topic};
use crate::content::scenario::Difficulty;
use crate::export::cells::Cell;
use crate::export::terms;
use crate::export::unsaid::Unsaid;

/// The last row of a sheet, counted from 0.
const LAST_ROW: u32 = 1_048_575;

/// Questions as a workbook, and those a row cannot say. The same questions are the same bytes.
///
/// # Errors
/// When the writer refuses something; nothing of questions leads there, for what is too long is said not to fit.
pub fn workbook<'q>(questions: impl IntoIterator<Item = &'q Question>) -> Result<(Vec<u8>, Vec<Unsaid>), XlsxError> {
    let (mut rows, mut unsaid) = (Vec::new(), Vec::new());
    for question in questions {
        match row(question) {
            Ok(row) => rows.push(row),
            Err(reason) => unsaid.push(Unsaid { id: question.id.value.clone(), reason }),
        }
    }
    let mut workbook = Workbook::new();
    // Not now: the same questions are the same bytes.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(1970, 1, 1)?));
    let looks = Looks::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(QUESTIONS)?;
    table(sheet, 0, &rows, &looks)?;
    choices_to_pick(sheet)?;
    sheet.set_freeze_panes(1, 0)?;
    guide::fill(workbook.add_worksheet().set_name(GUIDE)?, &looks)?;
    Ok((workbook.save_to_buffer()?, unsaid))
}

/// How cells look.
pub struct Looks {
    /// A heading.
    pub head: Format,
    /// Text, whatever it looks like: a `5-6` that is typed is no day in May.
    pub text: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top).set_text_wrap().set_num_format("@");
        Self { head: plain().set_bold().set_border_bottom(FormatBorder::Thin), text: plain() }
    }
}

/// Headings, and rows below them.
pub fn table(sheet: &mut Worksheet, top: u32, rows: &[Row], looks: &Looks) -> Result<(), XlsxError> {
    let columns = Column::all();
    for (place, column) in (0..).zip(&columns) {
        sheet.set_column_width(place, column.width())?;
        sheet.set_column_format(place, &looks.text)?;
        sheet.write_string_with_format(top, place, column.head(), &looks.head)?;
    }
    for (line, row) in (top + 1..).zip(rows) {
        for (column, cell) in row {
            if let (Cell::Text(text), Some(place)) = (cell, columns.iter().position(|it| it == column)) {
                let place = u16::try_from(place).unwrap_or(u16::MAX);
                sheet.write_string_with_format(line, place, text, &looks.text)?;
            }
        }
    }
    Ok(())
}

/// Where a cell has one of few words, they are there to be picked; another is let in, and told of on import.
fn choices_to_pick(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let topics: Vec<&str> = Topic::ALL.iter().map(|&topic| terms::topic(topic)).collect();
    let difficulties: Vec<&str> = Difficulty::ALL.iter().map(|&it| terms::difficulty(it)).collect();
    let kinds: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
    for (column, words) in [(Column::Topic, topics), (Column::Difficulty, difficulties), (Column::Kind, kinds)] {
        let place = Column::all().iter().position(|it| *it == column).unwrap_or_default();
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        let pick = DataValidation::new().allow_list_strings(&words)?.show_error_message(false);
        sheet.add_data_validation(1, place, LAST_ROW, place, &pick)?;
    }
    Ok(())
}
