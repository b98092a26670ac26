//! Questions with parts: enough of them to be a question, and each in its place.

use super::Asked;
use super::choices::apart;
use crate::content::quiz::{Basket, Kind, Match};
use crate::content::scenario::Text;
use crate::diagnostic::{Diagnostic, Span};

/// The fewest and the most steps to put in order. Two can be guessed; nine have keys.
const STEPS: std::ops::RangeInclusive<usize> = 3..=9;
/// How many baskets fit beside one another.
const BASKETS: std::ops::RangeInclusive<usize> = 2..=4;
/// The most cards to sort.
const MOST_CARDS: usize = 16;
/// How many ways of typing the same may be right.
const WORDINGS: std::ops::RangeInclusive<usize> = 1..=16;
/// How many columns a table has.
const COLUMNS: std::ops::RangeInclusive<usize> = 2..=3;
/// How many rows.
const ROWS: std::ops::RangeInclusive<usize> = 2..=7;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let at = it.question.answer.at;
    match &it.question.answer.value {
        Kind::Order(steps) => {
            within(steps.len(), &STEPS, "步", at, problems);
            apart(steps.iter(), problems);
        }
        Kind::Baskets(baskets) => sorting(baskets, at, problems),
        Kind::Match(table) => matching(table, at, problems),
        Kind::Short(words) => {
            if !WORDINGS.contains(&words.len()) {
                let (least, most) = (WORDINGS.start(), WORDINGS.end());
                let message = format!("这里有 {} 种算对的写法，应在 {least} 到 {most} 之间", words.len());
                problems.push(Diagnostic::error("wrong-count", at, message).help("列出人真会打的那几种写法"));
            }
            apart(words.iter(), problems);
        }
        _ => {}
    }
}

fn sorting(baskets: &[Basket], at: Span, problems: &mut Vec<Diagnostic>) {
    within(baskets.len(), &BASKETS, "个筐", at, problems);
    let cards: Vec<&Text> = baskets.iter().flat_map(|basket| &basket.cards).collect();
    within(cards.len(), &(2..=MOST_CARDS), "张卡", at, problems);
    apart(baskets.iter().map(|basket| &basket.name), problems);
    apart(cards.into_iter(), problems);
}

fn matching(table: &Match, at: Span, problems: &mut Vec<Diagnostic>) {
    let columns = table.heads.len();
    within(columns, &COLUMNS, "栏", at, problems);
    within(table.rows.len(), &ROWS, "行", at, problems);
    // Without heads no row can be of the right length: that they are missing is said.
    for row in table.rows.iter().filter(|row| columns > 0 && row.len() != columns) {
        let at = row.first().map_or(at, |cell| cell.at);
        let message = format!("这一行有 {} 格，表头有 {columns} 栏", row.len());
        problems.push(Diagnostic::error("ragged-row", at, message).help("每行的格数和 `heads` 一样多"));
    }
    if table.extra.len() >= columns.max(1) {
        let message = format!("多余的格子有 {} 组，最多 {} 组", table.extra.len(), columns.saturating_sub(1));
        problems.push(Diagnostic::error("ragged-row", at, message).help("第一栏不用写；从第二栏起，每栏一组"));
    }
    for column in 0..columns {
        let extra = column.checked_sub(1).and_then(|column| table.extra.get(column)).into_iter().flatten();
        apart(table.rows.iter().filter_map(|row| row.get(column)).chain(extra), problems);
    }
}

fn within(count: usize, range: &std::ops::RangeInclusive<usize>, what: &str, at: Span, problems: &mut Vec<Diagnostic>) {
    if !range.contains(&count) {
        let message = format!("这里有 {count} {what}，应在 {} 到 {} 之间", range.start(), range.end());
        problems.push(Diagnostic::error("wrong-count", at, message).help("增减到这个范围，或拆成两道题"));
    }
}
