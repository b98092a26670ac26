//! Questions as Moodle GIFT, and back.
//!
//! Source: "GIFT format" of the Moodle documentation, and what Moodle's own importer makes of it: blank lines part
//! questions, lines that begin with `//` are comments, `\` stands before `~ = # { } :` and `\n` is a new line.
//!
//! | module | what |
//! |---|---|
//! | `write` | a question as a block of lines, or why it cannot be |
//! | `read` | a file as questions and problems, whoever wrote it |
//! | `note` | what GIFT has no place for, as a comment before the question |
//! | `words` | one text: escapes, formats, and marks of HTML |
//! | `blocks`, `answers` | where one question ends, and one answer |
//! | `kinds`, `numbers`, `pairs` | what kind of question it is |
//!
//! What we wrote comes back as it was: what GIFT has no place for stands in the comment, and so does every text that
//! would not come back to the letter. What others wrote is read as far as it goes, and whatever is lost is said.

mod answers;
mod blocks;
mod html;
mod kinds;
mod note;
mod numbers;
mod pairs;
mod read;
mod words;
mod write;

pub use read::read;
pub use write::write;
