//! What an answer is worth, and how much each part of it is: defined for every kind, and shown to trainees in these words.

use super::reply::Reply;
use crate::content::drill::card::FactCard;
use crate::content::quiz::card::{ChoiceCard, QuestionCard, SpokenCard, Task};
use crate::play::drill::note::{NoteReview, beside, narrow, plain};

/// A full credit, in thousandths.
pub const WHOLE: u16 = 1_000;

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// In thousandths, 0-1000.
    pub credit: u16,
    /// Parts that were right.
    pub right: usize,
    /// Parts there are; 1 where a question has no parts.
    pub parts: usize,
    /// Parts that were answered wrongly and take off: wrong picks, inverted pairs, invented facts.
    pub wrong: usize,
}

impl Mark {
    /// Whether it is wholly right.
    pub fn is_right(&self) -> bool {
        self.credit == WHOLE
    }

    /// Right parts less those that take off, of all there are.
    fn of(right: usize, wrong: usize, parts: usize) -> Self {
        let credit = right.saturating_sub(wrong) * usize::from(WHOLE) / parts.max(1);
        Self { credit: u16::try_from(credit).unwrap_or(WHOLE).min(WHOLE), right, parts, wrong }
    }

    fn all_or_nothing(is_right: bool) -> Self {
        Self::of(usize::from(is_right), 0, 1)
    }
}

/// What an answer is worth; one that does not fit the question is worth nothing.
pub fn mark(card: &QuestionCard, reply: &Reply) -> Mark {
    if !reply.fits(&card.task) {
        return Mark::of(0, 0, 1);
    }
    match (&card.task, reply) {
        (Task::Single(choices), Reply::Pick(place)) => Mark::all_or_nothing(is_right(choices, *place)),
        (Task::Multiple(choices), Reply::Picks(places)) => {
            let right = places.iter().filter(|&&place| is_right(choices, Some(place))).count();
            Mark::of(right, places.len() - right, choices.iter().filter(|choice| choice.is_right).count())
        }
        (Task::TrueFalse(holds), Reply::Says(says)) => Mark::all_or_nothing(*says == Some(*holds)),
        (Task::Order(_), Reply::Puts(order)) => pairs(order),
        (Task::Baskets { cards, .. }, Reply::Sorts(sorted)) => {
            let right = cards.iter().zip(sorted).filter(|((_, basket), sorted)| **sorted == Some(*basket)).count();
            Mark::of(right, 0, cards.len())
        }
        (Task::Match { rows, columns, .. }, Reply::Matches(matched)) => {
            let right =
                |(row, cells): (usize, &Vec<Option<usize>>)| cells.iter().filter(|it| **it == Some(row)).count();
            Mark::of(matched.iter().enumerate().map(right).sum(), 0, rows.len() * columns.len())
        }
        (Task::Number { is, within, .. }, Reply::Typed(text)) => {
            Mark::all_or_nothing(number(text).is_some_and(|typed| (typed - is).abs() <= within + ROUNDING))
        }
        (Task::Short(words), Reply::Typed(text)) => {
            let typed = plain(text);
            Mark::all_or_nothing(!typed.is_empty() && words.iter().any(|word| plain(word) == typed))
        }
        (Task::FindFault { line, faults, .. }, Reply::Finds { line: found, fault }) => {
            let is_found = *found == Some(*line);
            // Naming a fault of a line that has none is worth nothing.
            Mark::of(usize::from(is_found) + usize::from(is_found && is_right(faults, *fault)), 0, 2)
        }
        (Task::Note { talk, facts, decoys }, Reply::Notes(boxes)) => {
            let review = note(talk, facts, decoys, boxes);
            Mark::of(review.kept.iter().filter(|kept| **kept).count(), review.invented(), facts.len())
        }
        (Task::Call { exchanges, .. }, Reply::Replies(places)) => {
            let right = exchanges.iter().zip(places).filter(|(it, place)| is_right(&it.replies, **place)).count();
            Mark::of(right, 0, exchanges.len())
        }
        _ => Mark::of(0, 0, 1),
    }
}

/// What a typed number may be off by beyond its tolerance: what binary fractions lose of decimal ones.
const ROUNDING: f64 = 1e-9;

fn is_right(choices: &[ChoiceCard], place: Option<usize>) -> bool {
    place.and_then(|place| choices.get(place)).is_some_and(|choice| choice.is_right)
}

/// Every pair of steps: in its right order, or inverted. What is half inverted is worth nothing, as guessing is.
fn pairs(order: &[usize]) -> Mark {
    let pairs =
        || order.iter().enumerate().flat_map(|(at, first)| order[at + 1..].iter().map(move |then| (first, then)));
    let right = pairs().filter(|(first, then)| first < then).count();
    let all = pairs().count();
    Mark::of(right, all - right, all)
}

/// A note beside the call it was made of.
pub fn note(talk: &[SpokenCard], facts: &[FactCard], decoys: &[FactCard], boxes: &[String]) -> NoteReview {
    beside(boxes, facts, decoys, talk.iter().map(|line| line.say.as_ref()))
}

/// The number somebody typed: `9`, `９秒`, `九`, `3.5 元`, `1,200`; none when there is not exactly one.
pub fn number(text: &str) -> Option<f64> {
    let narrow: String = text.chars().map(narrow).filter(|c| !matches!(c, ',' | '，' | ' ')).collect();
    let is_of_number = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let written = narrow.trim_matches(|c: char| !is_of_number(c));
    if !written.is_empty() {
        return written.parse().ok().filter(|number: &f64| number.is_finite());
    }
    let spoken = plain(&narrow);
    let digits = spoken.trim_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_understood_however_it_is_typed() {
        for (text, number_of) in [
            ("9", 9.0),
            ("９秒", 9.0),
            ("九", 9.0),
            ("九秒", 9.0),
            ("3.5 元", 3.5),
            ("1,200", 1200.0),
            ("约12声", 12.0),
            ("二十", 20.0),
        ] {
            assert_eq!(number(text), Some(number_of), "{text}");
        }
        for none in ["", "不知道", "3到5", "NaN", "inf"] {
            assert_eq!(number(none), None, "{none}");
        }
    }

    #[test]
    fn an_order_upside_down_and_one_half_right_are_worth_what_they_say() {
        assert_eq!(pairs(&[0, 1, 2, 3]).credit, 1000);
        assert_eq!(pairs(&[3, 2, 1, 0]).credit, 0);
        assert_eq!(pairs(&[1, 0, 2, 3]).credit, 666, "five pairs right, one inverted, of six");
        assert_eq!(pairs(&[2, 3, 0, 1]).credit, 0);
    }
}
