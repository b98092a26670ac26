//! Things that belong together, `=this -> that`: a table, or, where our comment says so, steps or baskets.

use std::ops::Range;

use super::answers::{Answer, RIGHT, split};
use super::read::Asking;
use crate::content::quiz::{Basket, Kind, Match};
use crate::content::scenario::Text;
use crate::diagnostic::{Span, Spanned};

/// What stands above the columns where nobody says.
const HEADS: [&str; 2] = ["项目", "对应"];
const ARROW: &str = "->";

/// Pairs at a place.
pub fn pairs(asking: &mut Asking<'_, '_>, at: &Range<usize>) -> Option<Kind> {
    let answers = split(asking.file, at.clone(), RIGHT);
    let mut pairs = Vec::new();
    for answer in &answers {
        pairs.push(pair(asking, answer)?);
    }
    match asking.note.kind.as_deref() {
        Some("Order") => order(asking, pairs, at),
        Some("Baskets") => Some(Kind::Baskets(baskets(pairs))),
        None if has_twins(&pairs) => Some(Kind::Baskets(baskets(pairs))),
        _ => Some(Kind::Match(table(pairs, &asking.note.heads, at))),
    }
}

/// What stands left and right; of `#` nothing is known here.
fn pair(asking: &mut Asking<'_, '_>, answer: &Answer) -> Option<(Text, Text)> {
    let (file, at) = (asking.file, answer.at.clone());
    let start = if file.begins("=", &at) { at.start + 1 } else { at.start };
    let Some(arrow) = file.find(ARROW, start..at.end) else {
        return asking.refuse("gift-pair", &at, "这一对少了 `->`", "写成 `=左边 -> 右边`");
    };
    let left = asking.text(file.trimmed(start..arrow));
    let right = asking.bare(file.trimmed(arrow + ARROW.len()..at.end));
    Some((left, right))
}

/// Whether something on the right belongs to more than one on the left: then it is a basket.
fn has_twins(pairs: &[(Text, Text)]) -> bool {
    let paired = || pairs.iter().filter(|(left, _)| !left.is_empty());
    let is_twin = |right: &Text| paired().filter(|(_, other)| other.value == right.value).count() > 1;
    paired().any(|(_, right)| is_twin(right))
}

fn baskets(pairs: Vec<(Text, Text)>) -> Vec<Basket> {
    let mut baskets: Vec<Basket> = Vec::new();
    for (card, name) in pairs {
        let known = baskets.iter().position(|basket| basket.name.value == name.value);
        let place = known.unwrap_or_else(|| {
            baskets.push(Basket { at: name.at, name, cards: Vec::new() });
            baskets.len() - 1
        });
        baskets[place].cards.extend(Some(card).filter(|card| !card.is_empty()));
    }
    baskets
}

/// Steps by their numbers.
fn order(asking: &mut Asking<'_, '_>, pairs: Vec<(Text, Text)>, at: &Range<usize>) -> Option<Kind> {
    let mut steps: Vec<(usize, Text)> = Vec::new();
    for (step, number) in pairs {
        let Ok(place) = number.value.parse() else {
            let at = number.at.start as usize..number.at.end as usize;
            return asking.refuse("gift-order", &at, "排序题的右边应是第几步", "写成 `=第一步 -> 1`");
        };
        steps.push((place, step));
    }
    steps.sort_by_key(|(place, _)| *place);
    if steps.iter().zip(1..).any(|((place, _), expected)| *place != expected) {
        return asking.refuse("gift-order", at, "排序题的步数接不上", "从 1 数起，一个不少，一个不重");
    }
    Some(Kind::Order(steps.into_iter().map(|(_, step)| step).collect()))
}

/// Two columns; what stands right of nothing belongs nowhere.
fn table(pairs: Vec<(Text, Text)>, heads: &[String], at: &Range<usize>) -> Match {
    let at = Span::new(at.clone());
    let (extra, rows): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(left, _)| left.is_empty());
    let extra: Vec<Text> = extra.into_iter().map(|(_, right)| right).collect();
    let head =
        |place: usize| Spanned { value: heads.get(place).cloned().unwrap_or_else(|| HEADS[place].to_owned()), at };
    Match {
        heads: (0..HEADS.len()).map(head).collect(),
        rows: rows.into_iter().map(|(left, right)| vec![left, right]).collect(),
        extra: if extra.is_empty() { Vec::new() } else { vec![extra] },
        at,
    }
}
