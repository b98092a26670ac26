//! An answer in words, for terminals and papers.

use super::reply::Reply;
use crate::content::quiz::card::{ChoiceCard, Task};
use crate::content::script::Str;

/// The words for what holds and what does not, in the language wanted.
#[derive(Clone, Copy, Debug)]
pub struct YesNo<'a> {
    /// It holds.
    pub yes: &'a str,
    /// It does not.
    pub no: &'a str,
}

/// Stands where nothing was answered.
const NOTHING: &str = "—";

/// What was answered, in words; parts stand one below the other.
pub fn said(task: &Task, reply: &Reply, words: YesNo<'_>) -> String {
    let lines = match (task, reply) {
        (Task::Single(choices), Reply::Pick(place)) => vec![choice(choices, *place)],
        (Task::Multiple(choices), Reply::Picks(places)) => places.iter().map(|&at| choice(choices, Some(at))).collect(),
        (Task::TrueFalse(_), Reply::Says(says)) => {
            vec![says.map_or(NOTHING, |says| if says { words.yes } else { words.no }).to_owned()]
        }
        (Task::Order(steps), Reply::Puts(order)) => {
            order.iter().enumerate().map(|(at, &step)| format!("{}. {}", at + 1, cell(steps, Some(step)))).collect()
        }
        (Task::Baskets { baskets, cards }, Reply::Sorts(sorted)) => {
            let card =
                |((card, _), basket): (&(Str, usize), &Option<usize>)| format!("{card} → {}", cell(baskets, *basket));
            cards.iter().zip(sorted).map(card).collect()
        }
        (Task::Match { rows, columns, .. }, Reply::Matches(matched)) => {
            let beside = |cells: &Vec<Option<usize>>| -> String {
                cells.iter().zip(columns).map(|(at, column)| format!(" → {}", cell(column, *at))).collect()
            };
            rows.iter().zip(matched).map(|(row, cells)| format!("{row}{}", beside(cells))).collect()
        }
        (Task::Number { unit, .. }, Reply::Typed(text)) => vec![format!("{text}{unit}")],
        (Task::Short(_), Reply::Typed(text)) => vec![text.clone()],
        (Task::FindFault { talk, faults, .. }, Reply::Finds { line, fault }) => {
            let line = line.and_then(|line| talk.get(line)).map_or(NOTHING, |line| &line.say);
            vec![format!("“{line}”"), choice(faults, *fault)]
        }
        (Task::Note { .. }, Reply::Notes(boxes)) => {
            boxes.iter().filter(|text| !text.trim().is_empty()).cloned().collect()
        }
        (Task::Call { exchanges, .. }, Reply::Replies(places)) => {
            exchanges.iter().zip(places).map(|(it, place)| choice(&it.replies, *place)).collect()
        }
        _ => Vec::new(),
    };
    if lines.iter().all(|line| line.is_empty()) { NOTHING.to_owned() } else { lines.join("\n") }
}

fn choice(choices: &[ChoiceCard], place: Option<usize>) -> String {
    place.and_then(|place| choices.get(place)).map_or(NOTHING, |choice| &choice.say).to_owned()
}

fn cell(cells: &[Str], place: Option<usize>) -> &str {
    place.and_then(|place| cells.get(place)).map_or(NOTHING, AsRef::as_ref)
}
