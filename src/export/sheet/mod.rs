//! Questions as a workbook that a trainer can fill in by hand, and back: a row a question.
//!
//! | module | what |
//! |---|---|
//! | `columns` | what stands in which column, and what it is called |
//! | `row` | a question as a row, or why it cannot be |
//! | `write`, `guide` | the workbook, and the sheet in it that says how to fill in the other |
//! | `grid` | the cells of a workbook, whatever program wrote it |
//! | `read`, `kinds` | rows as questions and problems |
//! | `lines` | several texts in one cell |
//!
//! Text is stored as text and never as a formula or a link. A row is found by its heading and not by its place: columns
//! may be moved, left out, or stand beside others that we do not know.

mod columns;
mod grid;
mod guide;
mod kinds;
mod lines;
mod read;
mod row;
mod write;

pub use read::{Rows, read};
pub use write::workbook;

/// The sheet with the questions.
pub const QUESTIONS: &str = "题库";
/// The sheet that says how to fill it in.
pub const GUIDE: &str = "说明";
