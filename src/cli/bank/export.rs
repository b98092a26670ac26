//! `three-rings bank export`: questions for Moodle, for a spreadsheet, or as a file of our own.

use crate::cli::args::{BankExport, BankFormat};
use crate::cli::bank::{deliver, free, topic};
use crate::cli::{Args, DONE, out, shelf};
use crate::content::quiz::Stack;
use crate::content::quiz::{Question, Quiz, write};
use crate::content::shelf::Shelf;
use crate::diagnostic::{Span, Spanned, nearest};
use crate::export::unsaid::{Reason, Unsaid};
use crate::export::{gift, sheet};
use crate::locale::Locale;

/// What a file is called that has questions of several.
const MIXED: &str = "bank-export";

pub fn run(export: &BankExport, args: &Args, locale: &Locale) -> Result<u8, String> {
    free(&export.out, export.force, locale)?;
    let shelf = shelf(args);
    let quizzes = chosen(export, &shelf, locale)?;
    let topic = export.topic.as_deref().map(|written| topic(written, locale)).transpose()?;
    let is_wanted = |question: &&Question| topic.is_none_or(|topic| topic == question.topic.value);
    let questions: Vec<&Question> = quizzes.iter().flat_map(|quiz| &quiz.questions).filter(is_wanted).collect();
    if questions.is_empty() {
        return Err(locale.text("cli-bank-nothing"));
    }
    let (bytes, unsaid) = match export.format {
        BankFormat::Gift => {
            let (text, unsaid) = gift::write(questions.iter().copied());
            (text.into_bytes(), unsaid)
        }
        BankFormat::Xlsx => sheet::workbook(questions.iter().copied())
            .map_err(|error| locale.with("cli-export-failed", &[("reason", error.to_string().into())]))?,
        BankFormat::Ron => (write::quiz(&gathered(&quizzes, &questions, locale)).into_bytes(), Vec::new()),
    };
    tell(&unsaid, export.format, locale);
    let count = questions.len() - unsaid.len();
    if count == 0 {
        return Err(locale.with("cli-bank-none-sayable", &[("format", export.format.name().into())]));
    }
    deliver(&export.out, &bytes, export.force, locale)?;
    let values = [("file", export.out.display().to_string().into()), ("count", count.into())];
    out(&format!("{}\n", locale.with("cli-bank-exported", &values)));
    Ok(DONE)
}

/// The files asked for; all where none is named.
fn chosen<'s>(export: &BankExport, shelf: &'s Shelf, locale: &Locale) -> Result<Vec<&'s Quiz>, String> {
    let all = || shelf.quizzes.iter().filter_map(Stack::quiz);
    if export.quiz.is_empty() {
        return Ok(all().collect());
    }
    let ids: Vec<&str> = all().map(|quiz| quiz.id.value.as_str()).collect();
    if let Some(unknown) = export.quiz.iter().find(|id| !ids.contains(&id.as_str())) {
        let near = nearest(unknown, &ids).map(|near| locale.with("cli-did-you-mean", &[("near", near.into())]));
        let values = [("id", unknown.as_str().into()), ("near", near.unwrap_or_default().into())];
        return Err(locale.with("cli-bank-no-quiz", &values));
    }
    Ok(all().filter(|quiz| export.quiz.contains(&quiz.id.value)).collect())
}

/// Questions as one file: under its own name if they are all of one.
fn gathered(quizzes: &[&Quiz], questions: &[&Question], locale: &Locale) -> Quiz {
    let questions: Vec<Question> = questions.iter().map(|&question| question.clone()).collect();
    match quizzes {
        [one] if one.questions.len() == questions.len() => Quiz { questions, ..(*one).clone() },
        _ => {
            let text = |value: String| Spanned { value, at: Span::default() };
            Quiz {
                id: text(MIXED.to_owned()),
                title: text(locale.text("cli-bank-mixed")),
                questions,
                ..Quiz::default()
            }
        }
    }
}

/// Says what a format cannot say, reason by reason.
fn tell(unsaid: &[Unsaid], format: BankFormat, locale: &Locale) {
    if unsaid.is_empty() {
        return;
    }
    let values = [("count", unsaid.len().into()), ("format", format.name().into())];
    eprintln!("{}", locale.with("cli-bank-unsaid", &values));
    for reason in Reason::ALL {
        let ids: Vec<&str> = unsaid.iter().filter(|it| it.reason == reason).map(|it| it.id.as_str()).collect();
        if !ids.is_empty() {
            let count = locale.with("cli-bank-count", &[("count", ids.len().into())]);
            eprintln!("  {}  {count}\n      {}", locale.text(reason.key()), ids.join(" "));
        }
    }
}
