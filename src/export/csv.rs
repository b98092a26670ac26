//! The tables as CSV: UTF-8 with a byte-order mark, because Excel reads Chinese as something else without one; lines end
//! in CR LF (RFC 4180); text that begins like a formula is kept from being one ([`cells`](super::cells)).

use csv::{Error, Terminator, WriterBuilder};

use super::Material;
use super::cells::{Cell, local_time, neutral};
use super::tables::{self, Table};
use crate::locale::Locale;

/// Says that what follows is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One row an attempt.
///
/// # Errors
/// None that can be met: writing to memory does not fail.
pub fn attempts(material: &Material<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    written(&tables::attempts(material, locale))
}

/// One row for each thing said.
///
/// # Errors
/// None that can be met: writing to memory does not fail.
pub fn choices(material: &Material<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    written(&tables::choices(material, locale))
}

fn written(table: &Table) -> Result<Vec<u8>, Error> {
    let mut out = BYTE_ORDER_MARK.to_vec();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut out);
    writer.write_record(table.columns.iter().map(|column| neutral(&column.title).into_owned()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(field))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(out)
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => neutral(text).into_owned(),
        Cell::Whole(number) => number.to_string(),
        Cell::Decimal(number) | Cell::Share(number) => number.to_string(),
        Cell::Time(moment) => local_time(*moment),
    }
}
