//! A question as a row of cells, or why it cannot be one.

use super::columns::{Column, KINDS, LETTERS, OPTIONS};
use super::lines::joined;
use crate::content::quiz::{Choice, Kind, Match, Question};
use crate::content::scenario::{Difficulty, Text};
use crate::export::cells::Cell;
use crate::export::terms;
use crate::export::unsaid::Reason;

/// The longest text of a cell, in UTF-16 units: Excel's own limit.
const LONGEST_TEXT: usize = 32_767;

/// What stands in each column.
pub type Row = Vec<(Column, Cell)>;

/// A question as a row.
pub fn row(question: &Question) -> Result<Row, Reason> {
    let kind = &question.answer.value;
    let mut row = Vec::new();
    let mut put = |column: Column, text: String| row.push((column, Cell::text(text)));
    let words = |text: &Option<Text>| text.as_ref().map_or_else(String::new, |text| text.value.clone());
    put(Column::Id, question.id.value.clone());
    put(Column::Kind, kind_in_chinese(kind)?.to_owned());
    put(Column::Ask, question.ask.value.clone());
    put(Column::Why, question.why.value.clone());
    put(Column::Topic, terms::topic(question.topic.value).to_owned());
    put(Column::Items, listed(question.items.iter().map(|item| item.value.to_string())));
    if question.difficulty != Difficulty::default() {
        put(Column::Difficulty, terms::difficulty(question.difficulty).to_owned());
    }
    put(Column::Point, question.point.as_ref().map_or_else(String::new, |point| point.value.0.clone()));
    put(Column::Laws, listed(question.laws.iter().map(|law| law.value.0.clone())));
    put(Column::Changed, words(&question.changed));
    put(Column::Varies, words(&question.varies));
    put(Column::Reconstructed, if question.reconstructed { "是".to_owned() } else { String::new() });
    put(Column::Trains, listed(question.trains.iter().map(|check| check.value.word().to_owned())));
    put(Column::Secs, question.secs.as_ref().map_or_else(String::new, |secs| secs.value.to_string()));
    answer(kind, &mut put)?;
    match row.iter().any(|(_, cell)| is_too_long(cell)) {
        true => Err(Reason::TooLong),
        false => Ok(row),
    }
}

fn is_too_long(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.encode_utf16().count() > LONGEST_TEXT)
}

fn kind_in_chinese(kind: &Kind) -> Result<&'static str, Reason> {
    let word = terms::kind(kind);
    let known = KINDS.iter().find(|(_, it)| *it == word).map(|(name, _)| *name);
    known.ok_or_else(|| Reason::of(kind).unwrap_or(Reason::Broken))
}

fn listed(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

fn answer(kind: &Kind, put: &mut impl FnMut(Column, String)) -> Result<(), Reason> {
    match kind {
        Kind::Single(all) | Kind::Multiple(all) => choices(all, put)?,
        Kind::TrueFalse(holds) => put(Column::Answer, if *holds { "对" } else { "错" }.to_owned()),
        Kind::Short(words) => put(Column::Answer, lines(words)),
        Kind::Number(it) => {
            put(Column::Answer, it.is.value.0.to_string());
            if it.within.value.0 != 0.0 {
                put(Column::Within, it.within.value.0.to_string());
            }
            put(Column::Unit, it.unit.as_ref().map_or_else(String::new, |unit| unit.value.clone()));
        }
        Kind::Order(steps) => options(steps.iter().map(|step| step.value.clone()), put)?,
        Kind::Baskets(baskets) => options(
            baskets.iter().map(|it| joined([&it.name].into_iter().chain(&it.cards).map(|text| text.value.as_str()))),
            put,
        )?,
        Kind::Match(it) => options(columns(it)?.into_iter(), put)?,
        _ => return Err(Reason::of(kind).unwrap_or(Reason::Broken)),
    }
    Ok(())
}

fn lines(texts: &[Text]) -> String {
    joined(texts.iter().map(|text| text.value.as_str()))
}

/// One cell after the other.
fn options(texts: impl ExactSizeIterator<Item = String>, put: &mut impl FnMut(Column, String)) -> Result<(), Reason> {
    if texts.len() > OPTIONS {
        return Err(Reason::TooMany);
    }
    texts.enumerate().for_each(|(at, text)| put(Column::Option(at), text));
    Ok(())
}

fn choices(choices: &[Choice], put: &mut impl FnMut(Column, String)) -> Result<(), Reason> {
    options(choices.iter().map(|choice| choice.say.value.clone()), put)?;
    let right = choices.iter().zip(LETTERS).filter(|(choice, _)| choice.right);
    put(Column::Answer, right.map(|(_, letter)| letter.to_string()).collect::<Vec<_>>().join(" "));
    for (at, why) in choices.iter().enumerate().filter_map(|(at, choice)| Some((at, choice.why.as_ref()?))) {
        put(Column::OptionWhy(at), why.value.clone());
    }
    Ok(())
}

/// The columns of a table, each with its head on top; what belongs nowhere stands below the rows.
fn columns(it: &Match) -> Result<Vec<String>, Reason> {
    if it.rows.iter().any(|row| row.len() != it.heads.len()) {
        return Err(Reason::Broken);
    }
    let column = |(at, head): (usize, &Text)| {
        let extra = at.checked_sub(1).and_then(|at| it.extra.get(at)).into_iter().flatten();
        let cells = it.rows.iter().map(|row| &row[at]).chain(extra);
        joined([head].into_iter().chain(cells).map(|text| text.value.as_str()))
    };
    Ok(it.heads.iter().enumerate().map(column).collect())
}
