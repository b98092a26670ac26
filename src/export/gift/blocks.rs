//! Where one question ends and the next begins, and where in it its parts stand.
//!
//! Everything is a place in the file. To find a `{` that is none in a text, a copy of the file is searched in which
//! comments are blanks and escaped characters are nothing, byte for byte.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span};

/// What stands where a character was escaped.
const ESCAPED: u8 = 1;
/// What begins a comment of ours.
pub const OURS: &str = "three-rings:";

/// A file, and its copy to be searched.
pub struct Searched<'t> {
    /// As it is.
    pub text: &'t str,
    /// Byte for byte the same, without comments and escapes.
    scan: Vec<u8>,
}

/// Lines between blank lines.
pub struct Block {
    /// Where they stand.
    pub at: Range<usize>,
    /// A comment of ours among them: what stands behind its name.
    pub note: Option<Range<usize>>,
}

impl<'t> Searched<'t> {
    /// A file to be searched.
    pub fn new(text: &'t str) -> Self {
        let mut scan = text.as_bytes().to_vec();
        if text.starts_with('\u{feff}') {
            scan[..'\u{feff}'.len_utf8()].fill(b' ');
        }
        for line in lines(text).filter(|line| is_comment(&text[line.clone()])) {
            scan[line].fill(b' ');
        }
        for at in 0..scan.len().saturating_sub(1) {
            if scan[at] == b'\\' && b"\\~=#{}:n".contains(&scan[at + 1]) {
                scan[at..at + 2].fill(ESCAPED);
            }
        }
        Self { text, scan }
    }

    /// The blocks, in their order; those of nothing but comments are none.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut open: Option<Block> = None;
        for line in lines(self.text) {
            let written = &self.text[line.clone()];
            if is_blank(written) {
                blocks.extend(open.take());
                continue;
            }
            let block = open.get_or_insert(Block { at: line.clone(), note: None });
            block.at.end = line.end;
            if let Some(note) = note_of(written) {
                block.note = Some(line.end - note.len()..line.end);
            }
        }
        blocks.extend(open);
        for block in &mut blocks {
            block.at = self.trimmed(block.at.clone());
        }
        blocks.retain(|block| !block.at.is_empty());
        blocks
    }

    /// The same place without blanks and comments at its ends.
    pub fn trimmed(&self, mut at: Range<usize>) -> Range<usize> {
        while at.start < at.end && self.scan[at.start].is_ascii_whitespace() {
            at.start += 1;
        }
        while at.start < at.end && self.scan[at.end - 1].is_ascii_whitespace() {
            at.end -= 1;
        }
        at
    }

    /// The first place of some characters.
    pub fn find(&self, what: &str, within: Range<usize>) -> Option<usize> {
        let what = what.as_bytes();
        let bytes = self.scan.get(within.clone())?;
        Some(within.start + bytes.windows(what.len()).position(|window| window == what)?)
    }

    /// The first place of any of these.
    pub fn find_any(&self, these: &[u8], within: Range<usize>) -> Option<usize> {
        let bytes = self.scan.get(within.clone())?;
        Some(within.start + bytes.iter().position(|byte| these.contains(byte))?)
    }

    /// The last place of some characters.
    pub fn find_last(&self, what: &str, within: Range<usize>) -> Option<usize> {
        let what = what.as_bytes();
        let bytes = self.scan.get(within.clone())?;
        Some(within.start + bytes.windows(what.len()).rposition(|window| window == what)?)
    }

    /// Whether a place begins so.
    pub fn begins(&self, what: &str, at: &Range<usize>) -> bool {
        self.scan.get(at.clone()).is_some_and(|bytes| bytes.starts_with(what.as_bytes()))
    }

    /// What stands at a place, comments within it taken out.
    pub fn words(&self, at: Range<usize>) -> String {
        let written = &self.text[at.clone()];
        let has_comments = written.contains("//") && lines(written).skip(1).any(|line| is_comment(&written[line]));
        if !has_comments {
            return written.to_owned();
        }
        let (mut out, mut start) = (String::new(), 0);
        for line in lines(written) {
            if start == 0 || !is_comment(&written[line.clone()]) {
                out.push_str(&written[start..line.end]);
            }
            start = line.end;
        }
        out
    }
}

/// The lines of a text without their ends; `\r` stays with its line and counts as a blank.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let at = start..start + line.len();
        start = at.end + 1;
        at
    })
}

fn is_blank(line: &str) -> bool {
    line.trim_start_matches('\u{feff}').trim().is_empty()
}

fn is_comment(line: &str) -> bool {
    line.trim_start_matches('\u{feff}').trim_start().starts_with("//")
}

/// What stands behind our name in a comment.
fn note_of(line: &str) -> Option<&str> {
    let said = line.trim_start_matches('\u{feff}').trim_start().strip_prefix("//")?.trim_start();
    said.strip_prefix(OURS)
}

/// Where the parts of a question stand.
pub struct Parts {
    /// Between `::` and `::`.
    pub title: Option<Range<usize>>,
    /// What is asked, before the answers.
    pub before: Range<usize>,
    /// What is asked, behind them.
    pub after: Range<usize>,
    /// What stands between the braces, without what is said to all.
    pub answers: Range<usize>,
    /// What is said whatever was answered.
    pub general: Option<Range<usize>>,
}

/// What a block is.
pub enum Shape {
    /// `$CATEGORY:`, and what it is called.
    Category(Range<usize>),
    /// A question.
    Question(Parts),
}

const CATEGORY: &str = "$CATEGORY:";
const GENERAL: &str = "####";

/// Takes a block apart, or says why it cannot be.
pub fn parts(file: &Searched<'_>, block: &Block) -> Result<Shape, Diagnostic> {
    let at = block.at.clone();
    if file.begins(CATEGORY, &at) {
        return Ok(Shape::Category(at.start + CATEGORY.len()..at.end));
    }
    let (title, body) = title(file, at.clone());
    let (open, close) = match (file.find("{", body.clone()), file.find("}", body.clone())) {
        (Some(open), Some(close)) if open < close => (open, close),
        (None, None) => return Err(no_answer(at)),
        (open, close) => return Err(lone_brace(open.or(close).unwrap_or(at.start), open.is_some())),
    };
    let after = file.trimmed(close + 1..body.end);
    if let Some(second) = file.find("{", after.clone()) {
        return Err(two_in_one(second));
    }
    let inside = file.trimmed(open + 1..close);
    let general = file.find_last(GENERAL, inside.clone());
    let answers = file.trimmed(inside.start..general.unwrap_or(inside.end));
    let general = general.map(|at| file.trimmed(at + GENERAL.len()..inside.end));
    Ok(Shape::Question(Parts { title, before: file.trimmed(body.start..open), after, answers, general }))
}

fn title(file: &Searched<'_>, at: Range<usize>) -> (Option<Range<usize>>, Range<usize>) {
    const COLONS: &str = "::";
    if !file.begins(COLONS, &at) {
        return (None, at);
    }
    let start = at.start + COLONS.len();
    match file.find(COLONS, start..at.end) {
        Some(end) => (Some(file.trimmed(start..end)), file.trimmed(end + COLONS.len()..at.end)),
        None => (None, at),
    }
}

fn no_answer(at: Range<usize>) -> Diagnostic {
    Diagnostic::error("gift-no-answer", Span::new(at), "这里没有 `{ … }`，是一段说明，不是题")
        .help("说明导不进来；要成为题，在后面写上 `{ … }`")
}

fn lone_brace(at: usize, is_open: bool) -> Diagnostic {
    let (brace, missing) = if is_open { ("{", "}") } else { ("}", "{") };
    let message = format!("这里有 `{brace}`，却没有配对的 `{missing}`");
    Diagnostic::error("gift-brace", Span::new(at..at + 1), message)
        .help("一道题中间不能有空行；文字里的花括号写成 `\\{` 和 `\\}`")
}

fn two_in_one(at: usize) -> Diagnostic {
    Diagnostic::error("gift-two-in-one", Span::new(at..at + 1), "一道题里有两处 `{ … }`")
        .help("两道题之间要空一行；文字里的花括号写成 `\\{` 和 `\\}`")
}
