//! `three-rings bank import`: questions of GIFT or a spreadsheet as a file of our own, and what did not come along.

use std::collections::HashSet;
use std::path::Path;

use crate::cli::args::BankImport;
use crate::cli::bank::{deliver, free, topic};
use crate::cli::{Args, DONE, HAS_ERRORS, out, shelf};
use crate::content::quiz::Stack;
use crate::content::quiz::{Question, Quiz, write};
use crate::content::shelf::Shelf;
use crate::diagnostic::{Diagnostic, Severity, Span, Spanned, render};
use crate::disk::{LARGEST_FILE, Unreadable, read_bytes, read_text};
use crate::export::intake::{Defaults, sift};
use crate::export::{gift, sheet};
use crate::locale::Locale;

/// What a file is called whose name cannot be an id.
const UNNAMED: &str = "imported";

pub fn run(import: &BankImport, args: &Args, locale: &Locale) -> Result<u8, String> {
    let form = form(&import.file, locale)?;
    if import.out.extension().is_none_or(|extension| extension != "ron") {
        return Err(locale.with("cli-bank-out-is-ron", &[("file", import.out.display().to_string().into())]));
    }
    let id = id(import, locale)?;
    free(&import.out, import.force, locale)?;
    let topic = import.topic.as_deref().map(|written| topic(written, locale)).transpose()?;
    let defaults = Defaults { topic: topic.unwrap_or_default(), items: import.items.clone() };
    let shelf = shelf(args);
    let Brought { questions, problems } = match form {
        Form::Gift => from_gift(&import.file, &defaults, &shelf)?,
        Form::Sheet => from_sheet(&import.file, &defaults, &shelf)?,
    };
    if questions.is_empty() {
        out(&format!("{}\n", locale.text("cli-bank-none-imported")));
        return Ok(HAS_ERRORS);
    }
    tell_of_known(&questions, &shelf, &id, locale);
    let count = questions.len();
    let text = write::quiz(&Quiz { title: text(title(import)), id: text(id), questions, ..Quiz::default() });
    if text.len() as u64 > LARGEST_FILE {
        return Err(locale.with("cli-bank-too-large", &[("count", count.into())]));
    }
    deliver(&import.out, text.as_bytes(), import.force, locale)?;
    Ok(summary(import, count, &problems, locale))
}

/// What is imported from.
enum Form {
    Gift,
    Sheet,
}

fn form(file: &Path, locale: &Locale) -> Result<Form, String> {
    let extension = file.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    match extension.as_deref() {
        Some("gift" | "txt") => Ok(Form::Gift),
        Some("xlsx") => Ok(Form::Sheet),
        _ => Err(locale.with("cli-bank-unknown-form", &[("file", file.display().to_string().into())])),
    }
}

/// What came along, and what is wrong with it, already said.
struct Brought {
    questions: Vec<Question>,
    problems: Vec<Diagnostic>,
}

fn from_gift(file: &Path, defaults: &Defaults, shelf: &Shelf) -> Result<Brought, String> {
    let source = read_text(file).map_err(|unreadable| in_words(&unreadable))?;
    let (questions, problems) = gift::read(&source.text, defaults);
    let brought = sifted(questions, problems, shelf);
    out(&render(&source, &brought.problems));
    Ok(brought)
}

fn from_sheet(file: &Path, defaults: &Defaults, shelf: &Shelf) -> Result<Brought, String> {
    let bytes = read_bytes(file).map_err(|unreadable| in_words(&unreadable))?;
    let mut rows = sheet::read(&bytes, defaults);
    let brought = sifted(std::mem::take(&mut rows.questions), std::mem::take(&mut rows.problems), shelf);
    out(&rows.in_words(&file.display().to_string(), &brought.problems));
    Ok(brought)
}

/// Those that pass as questions of ours, and all problems by their places.
fn sifted(questions: Vec<Question>, mut problems: Vec<Diagnostic>, shelf: &Shelf) -> Brought {
    let (questions, more) = sift(questions, shelf);
    problems.extend(more);
    problems.sort_by_key(|problem| problem.at.map_or(0, |at| at.start));
    Brought { questions, problems }
}

fn in_words(unreadable: &Unreadable) -> String {
    render(&unreadable.source, std::slice::from_ref(&unreadable.problem))
}

fn text(value: String) -> Spanned<String> {
    Spanned { value, at: Span::default() }
}

/// The id asked for, or the file's name if it can be one.
fn id(import: &BankImport, locale: &Locale) -> Result<String, String> {
    let is_plain =
        |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    match &import.id {
        Some(id) if is_plain(id) => Ok(id.clone()),
        Some(id) => Err(locale.with("cli-bank-bad-id", &[("id", id.as_str().into())])),
        None => Ok(Some(stem(&import.out).to_ascii_lowercase()).filter(|id| is_plain(id)).unwrap_or(UNNAMED.into())),
    }
}

fn title(import: &BankImport) -> String {
    import.title.clone().unwrap_or_else(|| stem(&import.file))
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Of two questions with one id the later takes the place of the first: says so.
fn tell_of_known(questions: &[Question], shelf: &Shelf, id: &str, locale: &Locale) {
    let others = shelf.quizzes.iter().filter_map(Stack::quiz).filter(|quiz| quiz.id.value != id);
    let known: HashSet<&str> = others.flat_map(|quiz| &quiz.questions).map(|it| it.id.value.as_str()).collect();
    let twins: Vec<&str> = questions.iter().map(|it| it.id.value.as_str()).filter(|id| known.contains(id)).collect();
    if let Some(first) = twins.first() {
        let values = [("count", twins.len().into()), ("id", (*first).into())];
        eprintln!("{}", locale.with("cli-bank-known-ids", &values));
    }
}

/// Says what became of it.
fn summary(import: &BankImport, count: usize, problems: &[Diagnostic], locale: &Locale) -> u8 {
    let of = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let values = [("file", import.out.display().to_string().into()), ("count", count.into())];
    out(&format!("{}\n", locale.with("cli-bank-imported", &values)));
    if warnings > 0 {
        out(&format!("{}\n", locale.with("cli-bank-warned", &[("count", warnings.into())])));
    }
    if errors == 0 {
        return DONE;
    }
    out(&format!("{}\n", locale.with("cli-bank-left-out", &[("count", errors.into())])));
    HAS_ERRORS
}
