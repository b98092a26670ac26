//! What tests of the question bank need: the questions that ship, and whether two are the same.
#![allow(dead_code, reason = "each driver is a crate of its own and uses its own part")]

pub mod nasty;

use three_rings::content::quiz::{Kind, Question, Quiz};
use three_rings::content::scenario::Text;
use three_rings::content::shelf::{Content, read};
use three_rings::diagnostic::{Diagnostic, Span, Spanned};

use crate::support::shipped;

/// Every question that ships.
pub fn questions() -> Vec<&'static Question> {
    shipped().quizzes.iter().filter_map(|stack| stack.quiz()).flat_map(|quiz| &quiz.questions).collect()
}

/// A question that ships.
pub fn shipped_question(id: &str) -> &'static Question {
    questions().into_iter().find(|it| it.id.value == id).unwrap_or_else(|| panic!("no question `{id}`"))
}

/// What a question says, without where it says it.
pub fn said(question: &Question) -> String {
    without_places(&format!("{question:#?}"))
}

/// A file's questions, without where they stand.
pub fn all_said(quiz: &Quiz) -> String {
    without_places(&format!("{quiz:#?}"))
}

fn without_places(debug: &str) -> String {
    let is_place = |line: &&str| {
        let line = line.trim_start();
        !["at: Span", "start: ", "end: ", "}"].iter().any(|start| line.starts_with(start))
    };
    debug.lines().filter(is_place).collect::<Vec<_>>().join("\n")
}

/// The first line in which two texts differ.
pub fn difference(one: &str, other: &str) -> Option<String> {
    let differs = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    differs
        .map(|(one, other)| format!("{one}\n{other}"))
        .or_else(|| (one.lines().count() != other.lines().count()).then(|| "one is longer than the other".to_owned()))
}

/// Reads a file of questions, which must be in order.
pub fn reread(text: &str) -> Quiz {
    let (content, problems) = read(text);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    match content {
        Some(Content::Quiz(quiz)) => quiz,
        _ => panic!("no questions in:\n{text}"),
    }
}

/// A text that stands somewhere.
pub fn text(words: &str) -> Text {
    Spanned { value: words.to_owned(), at: Span::new(1..2) }
}

/// A question of which everything is in order.
pub fn question(id: &str, ask: &str, kind: Kind, why: &str) -> Question {
    Question {
        id: text(id),
        items: vec![Spanned { value: 5, at: Span::new(1..2) }],
        ask: text(ask),
        answer: Spanned { value: kind, at: Span::new(1..2) },
        why: text(why),
        ..Question::default()
    }
}

/// The codes of problems, in their order.
pub fn codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

/// A kind in a line: `Single: -甲 +乙`.
pub fn said_kind(kind: &Kind) -> String {
    let sign = |right: bool| if right { '+' } else { '-' };
    let joined = |parts: Vec<String>, by: &str| parts.join(by);
    let values = |texts: &[Text], by: &str| joined(texts.iter().map(|it| it.value.clone()).collect(), by);
    let choices = |choices: &[three_rings::content::quiz::Choice]| {
        joined(choices.iter().map(|it| format!("{}{}", sign(it.right), it.say.value)).collect(), " ")
    };
    match kind {
        Kind::Single(it) => format!("Single: {}", choices(it)),
        Kind::Multiple(it) => format!("Multiple: {}", choices(it)),
        Kind::TrueFalse(holds) => format!("TrueFalse: {holds}"),
        Kind::Short(words) => format!("Short: {}", values(words, "/")),
        Kind::Order(steps) => format!("Order: {}", values(steps, "/")),
        Kind::Number(it) => format!("Number: {}±{}", it.is.value.0, it.within.value.0),
        Kind::Baskets(baskets) => {
            let basket =
                |it: &three_rings::content::quiz::Basket| format!("{}({})", it.name.value, values(&it.cards, ","));
            format!("Baskets: {}", joined(baskets.iter().map(basket).collect(), " "))
        }
        Kind::Match(it) => {
            let rows = it.rows.iter().chain(&it.extra).map(|row| values(row, "-")).collect();
            format!("Match: {}", joined(rows, "/"))
        }
        other => format!("{other:?}"),
    }
}
