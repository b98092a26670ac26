//! A blueprint can be drawn from the questions there are, in a time and with a mark that make sense.

use std::collections::BTreeSet;

use crate::content::check::identity::plain;
use crate::content::quiz::bank::{Bank, Entry};
use crate::content::quiz::{Draw, Exam};
use crate::content::shelf::Shelf;
use crate::diagnostic::{Diagnostic, Spanned};

/// How long an exam may take, in minutes.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=240;
/// The scores there are.
const SCORES: std::ops::RangeInclusive<u32> = 1..=100;
/// How many questions one draw may take.
const COUNT: std::ops::RangeInclusive<u32> = 1..=200;

/// Checks a blueprint against the questions on the shelf.
pub fn exam(it: &Exam, shelf: &Shelf) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    plain(&it.id, "考试", &mut problems);
    bounded("minutes", &it.minutes, &MINUTES, &mut problems);
    bounded("pass_mark", &it.pass_mark, &SCORES, &mut problems);
    it.draws.iter().for_each(|draw| bounded("count", &draw.count, &COUNT, &mut problems));
    if it.draws.is_empty() {
        let problem = Diagnostic::error("nothing-asked", it.id.at, "这份蓝图一道题也不抽");
        problems.push(problem.help("在 `draws` 里写 `(topic: Law, count: 10)`"));
    }
    enough(it, &Bank::of(shelf), &mut problems);
    problems
}

fn bounded(name: &str, written: &Spanned<u32>, range: &std::ops::RangeInclusive<u32>, problems: &mut Vec<Diagnostic>) {
    if !range.contains(&written.value) {
        let message = format!("`{name}` 是 {}，应在 {} 到 {} 之间", written.value, range.start(), range.end());
        problems.push(Diagnostic::error("mark-out-of-range", written.at, message));
    }
}

/// No point is asked twice in one exam, so each draw needs as many points as it takes questions, beside what narrower ones
/// take of the same.
fn enough(it: &Exam, bank: &Bank, problems: &mut Vec<Diagnostic>) {
    let points: Vec<usize> = it.draws.iter().map(|draw| points_of(draw, bank)).collect();
    let count = |place: usize| it.draws[place].count.value as usize;
    for (place, draw) in it.draws.iter().enumerate() {
        // Of two alike the later takes what the first leaves.
        let is_first = |other: usize| other < place || !is_within(draw, &it.draws[other]);
        let others = (0..it.draws.len()).filter(|&other| other != place && is_within(&it.draws[other], draw));
        let taken: usize = others.filter(|&other| is_first(other)).map(|other| count(other).min(points[other])).sum();
        let left = points[place].saturating_sub(taken);
        if left < count(place) {
            let beside =
                if taken == 0 { String::new() } else { format!("，别的抽题用去 {taken} 个，剩 {left} 个") };
            let message = format!("这里要抽 {} 道，题库里只有 {} 个考点合适{beside}", count(place), points[place]);
            let problem = Diagnostic::error("too-few-questions", draw.count.at, message);
            problems.push(problem.help("少抽几道，或先补题；同一个考点一场只考一次"));
        }
    }
}

/// How many points a draw can take from.
fn points_of(draw: &Draw, bank: &Bank) -> usize {
    let points: BTreeSet<u32> = bank.entries().iter().filter(|it| fits(draw, it)).map(|it| it.point).collect();
    points.len()
}

/// Whether whatever one draw takes another could take too.
fn is_within(narrow: &Draw, wide: &Draw) -> bool {
    let topic = |draw: &Draw| draw.topic.as_ref().map(|it| it.value);
    let difficulty = |draw: &Draw| draw.difficulty.as_ref().map(|it| it.value);
    (topic(wide).is_none() || topic(wide) == topic(narrow))
        && (difficulty(wide).is_none() || difficulty(wide) == difficulty(narrow))
}

fn fits(draw: &Draw, entry: &Entry) -> bool {
    draw.topic.as_ref().is_none_or(|topic| topic.value == entry.topic)
        && draw.difficulty.as_ref().is_none_or(|difficulty| difficulty.value == entry.difficulty)
}
