//! How the question of a row is answered, and what is right.

use super::columns::{ALSO, Column, KINDS, LETTERS, OPTIONS};
use super::lines::parted;
use super::read::Row;
use crate::content::quiz::{Basket, Choice, Kind, Match, Number, Quantity};
use crate::content::scenario::Text;
use crate::diagnostic::{Diagnostic, Spanned};

/// The kind of a row's question; none where that cannot be said.
pub fn kind(row: &mut Row<'_>) -> Option<Kind> {
    let written = row.need(Column::Kind)?;
    let word = written.value.trim();
    let known = KINDS.iter().chain(&ALSO).find(|(name, english)| *name == word || english.eq_ignore_ascii_case(word));
    let Some((_, english)) = known else {
        let problem = Diagnostic::error("unknown-word", written.at, format!("没有 `{word}` 这样的题型"));
        row.problems.push(problem.suggest(word, KINDS.iter().map(|(name, _)| *name)));
        return None;
    };
    match *english {
        "Single" => choices(row).map(Kind::Single),
        "Multiple" => choices(row).map(Kind::Multiple),
        "TrueFalse" => holds(row).map(Kind::TrueFalse),
        "Short" => Some(Kind::Short(lines(&row.need(Column::Answer)?, true))),
        "Number" => number(row),
        "Order" => Some(Kind::Order(options(row).into_iter().map(|(_, step)| step).collect())),
        "Baskets" => Some(Kind::Baskets(options(row).iter().map(|(_, cell)| basket(cell)).collect())),
        _ => Some(Kind::Match(table(row))),
    }
}

/// Whether a word says yes or no.
pub fn truth(word: &str) -> Option<bool> {
    match word.trim().to_ascii_uppercase().as_str() {
        "对" | "正确" | "是" | "√" | "TRUE" | "T" | "Y" | "YES" | "1" => Some(true),
        "错" | "错误" | "不对" | "否" | "×" | "FALSE" | "F" | "N" | "NO" | "0" => Some(false),
        _ => None,
    }
}

/// What is filled in below the letters, each with its place.
fn options(row: &Row<'_>) -> Vec<(usize, Text)> {
    (0..OPTIONS).filter_map(|at| Some((at, row.text(Column::Option(at))?))).collect()
}

/// What there is to choose; letters say what is right.
fn choices(row: &mut Row<'_>) -> Option<Vec<Choice>> {
    let answer = row.need(Column::Answer)?;
    let options = options(row);
    let mut rights = Vec::new();
    for letter in answer.value.chars().filter(|c| c.is_alphanumeric()) {
        let upper = letter.to_ascii_uppercase();
        let place = LETTERS.iter().position(|it| *it == upper).filter(|at| options.iter().any(|(it, _)| it == at));
        match place {
            Some(at) => rights.push(at),
            None => {
                let message = format!("答案里的 `{letter}` 不是填了的选项");
                row.refuse("sheet-answer", Column::Answer, message, "写选项的字母，如 B；几个都对的写 A C");
                return None;
            }
        }
    }
    let choice = |(at, say): (usize, Text)| Choice {
        at: say.at,
        say,
        right: rights.contains(&at),
        why: row.text(Column::OptionWhy(at)),
    };
    Some(options.into_iter().map(choice).collect())
}

fn holds(row: &mut Row<'_>) -> Option<bool> {
    let answer = row.need(Column::Answer)?;
    let holds = truth(&answer.value);
    if holds.is_none() {
        let message = format!("判断题的答案是对或错，写的是 `{}`", answer.value.trim());
        row.refuse("sheet-answer", Column::Answer, message, "写 对 或 错");
    }
    holds
}

fn number(row: &mut Row<'_>) -> Option<Kind> {
    row.need(Column::Answer)?;
    let is = row.number(Column::Answer)?;
    let within = row.number(Column::Within);
    let unit = row.text(Column::Unit);
    let quantity = |it: Spanned<f64>| Spanned { value: Quantity(it.value), at: it.at };
    let at = is.at;
    let within = within.map_or(Spanned { value: Quantity(0.0), at }, quantity);
    Some(Kind::Number(Number { is: quantity(is), within, unit, at }))
}

/// The texts of a cell, a line each.
fn lines(cell: &Text, skips_blank: bool) -> Vec<Text> {
    let lines = parted(&cell.value).into_iter().filter(|line| !skips_blank || !line.trim().is_empty());
    lines.map(|value| Spanned { value, at: cell.at }).collect()
}

/// A cell whose first line is what stands on the basket.
fn basket(cell: &Text) -> Basket {
    let mut lines = lines(cell, true).into_iter();
    Basket { name: lines.next().unwrap_or_default(), cards: lines.collect(), at: cell.at }
}

/// A cell a column, its head on the first line; rows are as many as stand in the first column.
fn table(row: &Row<'_>) -> Match {
    let columns: Vec<Vec<Text>> = options(row).iter().map(|(_, cell)| lines(cell, false)).collect();
    let heads = columns.iter().filter_map(|column| column.first().cloned()).collect();
    let count = columns.first().map_or(0, |first| first.len().saturating_sub(1));
    let line = |at: usize| columns.iter().filter_map(|column| column.get(at + 1).cloned()).collect();
    let below = |column: &Vec<Text>| column.iter().skip(count + 1).cloned().collect();
    let mut extra: Vec<Vec<Text>> = columns.iter().skip(1).map(below).collect();
    while extra.last().is_some_and(Vec::is_empty) {
        extra.pop();
    }
    Match { heads, rows: (0..count).map(line).collect(), extra, at: row.at(Column::Option(0)) }
}
