//! A paper: a report to be printed, as blocks; and its two renderers, one HTML file and one PDF file.
//!
//! A paper says what stands in it, never where: both renderers take the same value, and neither knows what a call, a
//! trainee or a score is. The same paper always gives the same bytes: no clock, no dice, no file is read.
//!
//! Code map, downward: `look` (colours, signs, numbers from outside made safe), `mark` (what can be drawn), `lines`
//! (breaking text), `chart` (bars and curves as marks, for both renderers), `html`, `pdf`.

mod chart;
mod html;
mod lines;
mod look;
mod mark;
mod pdf;

pub use html::html;
pub use pdf::{Faces, PdfError, pdf};

// For what is no report and is drawn with the same pen.
pub(super) use lines::{Line, break_lines, settable};
pub(super) use look::{ACCENT, Color, MUTED, RULE, SHEET, TEXT};
pub(super) use mark::{Anchor, Mark, Measure, Spot, Style};
pub(super) use pdf::{Level, Part, Plate, Role, Type, plate};

/// A report, ready to be rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The title on the first page and in the file's metadata.
    pub title: String,
    /// One line under the title: whose report, when. Left out when empty.
    pub subtitle: String,
    /// The language of the text, a BCP 47 tag: `zh-Hans`, `zh-Hant`, `en`.
    pub language: &'static str,
    /// Stands left of the page number on every page.
    pub footer: String,
    /// The page number's wording, where `{page}` and `{pages}` are replaced: `第 {page} 页，共 {pages} 页`.
    pub page_word: String,
    /// When it was made, for the PDF's metadata. None leaves the date out.
    pub created: Option<Moment>,
    /// What stands in it, top to bottom.
    pub blocks: Vec<Block>,
}

/// A moment in UTC, to the minute. Values out of range are clamped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year, 0-9999.
    pub year: u16,
    /// The month, 1-12.
    pub month: u8,
    /// The day of the month, 1-31.
    pub day: u8,
    /// The hour, 0-23.
    pub hour: u8,
    /// The minute, 0-59.
    pub minute: u8,
}

/// How something is meant. Where a tone colours a text, ✓, △ or × stands before it as well, unless the text already
/// begins with a sign of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Neither praise nor blame; no sign.
    #[default]
    Plain,
    /// Well done, passed: ✓.
    Good,
    /// To be watched: △.
    Warn,
    /// Wrong, failed: ×.
    Bad,
}

/// One piece of a paper. Line feeds in running text are kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Opens a section; stands in the PDF's outline. Never the last line of a page.
    Heading(String),
    /// Opens a part of a section; stands in the PDF's outline. Never the last line of a page.
    Subheading(String),
    /// Running text.
    Paragraph(String),
    /// Running text, small and muted.
    Remark(String),
    /// A tinted box with a coloured left edge.
    Note {
        /// The colour of box and title.
        tone: Tone,
        /// The first line, bold. Left out when empty.
        title: String,
        /// Running text. Left out when empty.
        text: String,
    },
    /// Names and values, two side by side where both are short.
    Facts(Vec<(String, String)>),
    /// Big figures, up to four in a row.
    Figures(Vec<Figure>),
    /// A table, whose head is repeated on every page it runs over. A row breaks across pages only when no page could
    /// hold it. Without columns it is left out; without rows a dash stands under the head.
    Table {
        /// The columns, left to right.
        columns: Vec<Column>,
        /// The rows, a text a column. Missing cells stay empty; cells past the last column are left out.
        rows: Vec<Vec<String>>,
    },
    /// Horizontal bars. Left out when there are none.
    Bars {
        /// A line across all bars, at a share (0-1), and its label.
        mark: Option<(f32, String)>,
        /// The bars, top to bottom.
        bars: Vec<Bar>,
    },
    /// Scores over time. Left out when there are none.
    Curve {
        /// What is measured, above the axis.
        y_label: String,
        /// A line across, at a score (0-100), and its label.
        mark: Option<(f32, String)>,
        /// A label (a date) and a score (0-100) each, oldest first. A score that is no number is left out.
        points: Vec<(String, f32)>,
    },
    /// One turn of a conversation.
    Said {
        /// Who spoke.
        who: String,
        /// What was said.
        words: String,
        /// What is to be said about it, in a box below.
        verdict: Option<(Tone, String)>,
        /// Remarks below the verdict, each on lines of its own.
        notes: Vec<String>,
    },
}

/// A big figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The figure itself: `86`.
    pub value: String,
    /// Stands small after the value: `分`. May be empty.
    pub unit: String,
    /// Stands below: `总分`. May be empty.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The text in the head.
    pub head: String,
    /// The share of the width, in proportion to the other columns' shares. What is no number or not above 0 counts
    /// as 0; no column gets narrower than one character.
    pub share: f32,
    /// Where head and cells are set.
    pub align: Align,
}

/// Where a text stands in its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right edge: for numbers.
    Right,
}

/// A horizontal bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Stands left of it.
    pub name: String,
    /// How long it is, 0-1; clamped, and 0 when it is no number.
    pub share: f32,
    /// Stands right of it: `18 / 20`.
    pub value: String,
    /// Its colour.
    pub tone: Tone,
}
