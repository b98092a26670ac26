//! What is wrong with a file an author wrote: where, what, and how to mend it.
//!
//! A diagnostic is data. Nothing stops at the first one, nothing prints here but [`render`], and every message is in
//! the language of those who write scenarios (Chinese), with a stable code to search for.

use std::ops::Range;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::SimpleFile;
use codespan_reporting::term;

/// A stretch of a source file, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. Files are at most 4 MiB, so 32 bits are ample.
    pub fn new(range: Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: clamp(range.start), end: clamp(range.end) }
    }

    /// The characters it covers. A bad escape before a Chinese character ends within it: the whole of it is meant.
    fn range(self, text: &str) -> Range<usize> {
        text.floor_char_boundary(self.start as usize)..text.ceil_char_boundary(self.end as usize)
    }
}

/// A value together with where it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub at: Span,
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// Whether a file can be played in spite of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Playable, but probably not what the author meant.
    Warning,
    /// Not playable.
    Error,
}

/// One problem in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name such as `dangling-goto`.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// Where in the file, unless it is about the file as a whole.
    pub at: Option<Span>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, at: Span, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, at: Some(at), message: message.into(), help: None }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, at: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, at, message) }
    }

    /// An error about the file as a whole.
    pub fn about_file(code: &'static str, message: impl Into<String>) -> Self {
        Self { at: None, ..Self::error(code, Span::default(), message) }
    }

    /// The same, with the line that says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, guessing which of the names that exist was meant.
    #[must_use]
    pub fn suggest<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        match nearest(written, &known) {
            Some(near) => self.help(format!("是不是想写 `{near}`？")),
            None if known.is_empty() => self.help("还没有写过这样的名字，先写一个"),
            None => self.help(format!("可以写：{}", listed(&known))),
        }
    }
}

/// How like a known name a typo must be (Jaro-Winkler, 0-1) before it is worth guessing.
const LIKENESS_WORTH_GUESSING: f64 = 0.75;
/// How many names a help line lists before it says that there are more.
const NAMES_LISTED: usize = 12;

/// The known name most like what was written, if any is like enough.
pub fn nearest<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let lower = written.to_lowercase();
    known
        .iter()
        .map(|name| (strsim::jaro_winkler(&lower, &name.to_lowercase()), *name))
        .filter(|(likeness, _)| *likeness >= LIKENESS_WORTH_GUESSING)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

fn listed(known: &[&str]) -> String {
    let shown = known.iter().take(NAMES_LISTED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join("、");
    if known.len() > NAMES_LISTED { format!("{shown} 等 {} 个", known.len()) } else { shown }
}

/// A file as it was read, for showing lines of it beside its problems.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name to show: a path, or a name for text that came with the program.
    pub name: String,
    /// The text; empty where it could not be read as text.
    pub text: String,
}

/// How many problems of one file are written out before the rest is only counted: a file with more is no scenario.
const MOST_WRITTEN: usize = 1_000;

/// Writes diagnostics the way a compiler does: `file:line:column`, the line, a caret, the help.
pub fn render(source: &Source, diagnostics: &[Diagnostic]) -> String {
    let file = SimpleFile::new(&source.name, &source.text);
    let config = term::Config::default();
    let mut out = String::new();
    for diagnostic in diagnostics.iter().take(MOST_WRITTEN) {
        if diagnostic.at.is_none() {
            out.push_str(&render_about_file(source, diagnostic));
        } else if term::emit_to_string(&mut out, &config, &file, &for_codespan(diagnostic, &source.text)).is_err() {
            out.push_str(&format!("{}: {}\n", source.name, diagnostic.message));
        }
    }
    if let Some(left) = diagnostics.len().checked_sub(MOST_WRITTEN).filter(|&left| left > 0) {
        out.push_str(&format!("{}: 还有 {left} 个问题没有列出，先改上面这些\n\n", source.name));
    }
    out
}

fn render_about_file(source: &Source, diagnostic: &Diagnostic) -> String {
    let help = diagnostic.help.as_ref().map(|help| format!("  = {help}\n")).unwrap_or_default();
    format!("error[{}]: {}\n  ┌─ {}\n{help}\n", diagnostic.code, diagnostic.message, source.name)
}

fn for_codespan(diagnostic: &Diagnostic, text: &str) -> codespan::Diagnostic<()> {
    let severity = match diagnostic.severity {
        Severity::Error => codespan::Severity::Error,
        Severity::Warning => codespan::Severity::Warning,
    };
    codespan::Diagnostic::new(severity)
        .with_code(diagnostic.code)
        .with_message(&diagnostic.message)
        .with_labels(diagnostic.at.iter().map(|at| codespan::Label::primary((), at.range(text))).collect())
        .with_notes(diagnostic.help.iter().cloned().collect())
}
