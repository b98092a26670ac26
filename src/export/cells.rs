//! One cell of a table, and how text is kept from being taken for a formula.
//!
//! A spreadsheet runs a text of a CSV file that begins like a formula: a trainee who calls themselves `=HYPERLINK(…)`
//! would write the trainer's sheet. Such a text gets an apostrophe in front, which spreadsheets take for "this is text".
//! Source: OWASP, "CSV Injection" (the community page), which names `=`, `+`, `-`, `@`, tab, carriage return and line
//! feed, and the full-width likes of the first four, which some versions take for them. Numbers that the program itself
//! counted stay numbers: a minus of ours is no formula. Workbooks need nothing of this: there a text is stored as text.

use std::borrow::Cow;

use crate::record::moment::Moment;

/// What begins a formula, somewhere.
const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// What says that a cell is text.
const APOSTROPHE: char = '\'';

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing: not known, or it does not apply.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any number.
    Decimal(f64),
    /// A share, 0-1.
    Share(f64),
    /// A moment, shown by the trainee's own clock.
    Time(Moment),
}

impl Cell {
    /// Words; nothing where there are none.
    pub fn text(words: impl Into<String>) -> Self {
        Some(words.into()).filter(|words| !words.is_empty()).map_or(Self::Empty, Self::Text)
    }

    /// A count; the largest number where it is larger than any.
    pub fn whole(count: impl TryInto<i64>) -> Self {
        Self::Whole(count.try_into().unwrap_or(i64::MAX))
    }

    /// Something that may not be known.
    pub fn known<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }
}

/// A text that no spreadsheet takes for a formula.
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.starts_with(DANGEROUS) { Cow::Owned(format!("{APOSTROPHE}{text}")) } else { Cow::Borrowed(text) }
}

/// A moment as it stands in a table: `2026-11-23 09:30:00`.
pub fn local_time(moment: Moment) -> String {
    moment.local().strftime("%Y-%m-%d %H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::{Cell, neutral};

    #[test]
    fn whatever_begins_like_a_formula_becomes_text() {
        for text in ["=1+1", "+1", "-2+3", "@SUM", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a"] {
            assert_eq!(neutral(text), format!("'{text}"));
        }
        for text in ["", "王老师", "1+1=2", "a@b", "'=1", "·"] {
            assert_eq!(neutral(text), text);
        }
    }

    #[test]
    fn no_words_are_an_empty_cell_and_no_count_overflows() {
        assert_eq!(Cell::text(""), Cell::Empty);
        assert_eq!(Cell::whole(u64::MAX), Cell::Whole(i64::MAX));
    }
}
