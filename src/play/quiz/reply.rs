//! What was answered, as far as it was: places are the author's, whatever order things stood in.

use serde::{Deserialize, Serialize};

use super::deal::Deal;
use crate::content::quiz::card::Task;
use crate::content::scenario::Slot;

/// What was answered to a question, whole or in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// One of several.
    Pick(Option<usize>),
    /// Some of several, rising.
    Picks(Vec<usize>),
    /// It holds, or it does not.
    Says(Option<bool>),
    /// Steps in this order.
    Puts(Vec<usize>),
    /// The basket of each card.
    Sorts(Vec<Option<usize>>),
    /// For each row, what stands beside it in each further column.
    Matches(Vec<Vec<Option<usize>>>),
    /// Something typed: a number, a few words.
    Typed(String),
    /// A line, and what is wrong with it.
    Finds {
        /// Which line.
        line: Option<usize>,
        /// Which fault.
        fault: Option<usize>,
    },
    /// The six boxes of a note, in the order of [`Slot::ALL`].
    Notes(Vec<String>),
    /// What was said in each turn of a call.
    Replies(Vec<Option<usize>>),
}

/// The longest text that is kept of what is typed, in characters.
const LONGEST_TYPED: usize = 500;

impl Reply {
    /// Nothing answered yet; steps to be put in order stand as they were dealt.
    pub fn blank(task: &Task, deal: &Deal) -> Self {
        match task {
            Task::Single(_) => Self::Pick(None),
            Task::Multiple(_) => Self::Picks(Vec::new()),
            Task::TrueFalse(_) => Self::Says(None),
            Task::Order(_) => Self::Puts(deal.order(0).to_vec()),
            Task::Baskets { cards, .. } => Self::Sorts(vec![None; cards.len()]),
            Task::Match { rows, columns, .. } => Self::Matches(vec![vec![None; columns.len()]; rows.len()]),
            Task::Number { .. } | Task::Short(_) => Self::Typed(String::new()),
            Task::FindFault { .. } => Self::Finds { line: None, fault: None },
            Task::Note { .. } => Self::Notes(vec![String::new(); Slot::ALL.len()]),
            Task::Call { exchanges, .. } => Self::Replies(vec![None; exchanges.len()]),
        }
    }

    /// Whether nothing is left to answer.
    pub fn is_complete(&self) -> bool {
        match self {
            Self::Pick(place) => place.is_some(),
            Self::Picks(places) => !places.is_empty(),
            Self::Says(says) => says.is_some(),
            Self::Puts(_) => true,
            Self::Sorts(baskets) => baskets.iter().all(Option::is_some),
            Self::Matches(rows) => rows.iter().flatten().all(Option::is_some),
            Self::Typed(text) => !text.trim().is_empty(),
            Self::Finds { line, fault } => line.is_some() && fault.is_some(),
            Self::Notes(boxes) => boxes.iter().any(|text| !text.trim().is_empty()),
            Self::Replies(places) => places.iter().all(Option::is_some),
        }
    }

    /// Whether it is of the kind a question asks for, and names only what is there.
    pub fn fits(&self, task: &Task) -> bool {
        let one = |place: &Option<usize>, len: usize| place.is_none_or(|place| place < len);
        match (self, task) {
            (Self::Pick(place), Task::Single(choices)) => one(place, choices.len()),
            (Self::Picks(places), Task::Multiple(choices)) => {
                places.is_sorted_by(|a, b| a < b) && places.last().is_none_or(|&last| last < choices.len())
            }
            (Self::Says(_), Task::TrueFalse(_)) => true,
            (Self::Puts(order), Task::Order(steps)) => {
                let mut sorted = order.clone();
                sorted.sort_unstable();
                sorted.into_iter().eq(0..steps.len())
            }
            (Self::Sorts(sorted), Task::Baskets { baskets, cards }) => {
                sorted.len() == cards.len() && sorted.iter().all(|basket| one(basket, baskets.len()))
            }
            (Self::Matches(matched), Task::Match { rows, columns, .. }) => {
                let fits = |row: &Vec<Option<usize>>| {
                    row.len() == columns.len() && row.iter().zip(columns).all(|(place, cells)| one(place, cells.len()))
                };
                matched.len() == rows.len() && matched.iter().all(fits)
            }
            (Self::Typed(text), Task::Number { .. } | Task::Short(_)) => is_short(text),
            (Self::Finds { line, fault }, Task::FindFault { talk, faults, .. }) => {
                one(line, talk.len()) && one(fault, faults.len())
            }
            (Self::Notes(boxes), Task::Note { .. }) => {
                boxes.len() == Slot::ALL.len() && boxes.iter().all(|text| is_short(text))
            }
            (Self::Replies(places), Task::Call { exchanges, .. }) => {
                places.len() == exchanges.len()
                    && places.iter().zip(exchanges).all(|(place, exchange)| one(place, exchange.replies.len()))
            }
            _ => false,
        }
    }

    /// The same with what was typed cut to a length that is kept.
    #[must_use]
    pub fn cut(mut self) -> Self {
        let cut = |text: &mut String| {
            if let Some((end, _)) = text.char_indices().nth(LONGEST_TYPED) {
                text.truncate(end);
            }
        };
        match &mut self {
            Self::Typed(text) => cut(text),
            Self::Notes(boxes) => boxes.iter_mut().for_each(cut),
            _ => {}
        }
        self
    }

    /// As it is kept: one line of JSON.
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was kept; none when it is no answer.
    pub fn read(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }

    /// What is right.
    pub fn right(task: &Task) -> Self {
        let right = |choices: &[crate::content::quiz::card::ChoiceCard]| choices.iter().position(|it| it.is_right);
        match task {
            Task::Single(choices) => Self::Pick(right(choices)),
            Task::Multiple(choices) => {
                Self::Picks((0..choices.len()).filter(|&place| choices[place].is_right).collect())
            }
            Task::TrueFalse(holds) => Self::Says(Some(*holds)),
            Task::Order(steps) => Self::Puts((0..steps.len()).collect()),
            Task::Baskets { cards, .. } => Self::Sorts(cards.iter().map(|(_, basket)| Some(*basket)).collect()),
            Task::Match { rows, columns, .. } => {
                Self::Matches((0..rows.len()).map(|row| vec![Some(row); columns.len()]).collect())
            }
            Task::Number { is, .. } => Self::Typed(is.to_string()),
            Task::Short(words) => Self::Typed(words.first().map(ToString::to_string).unwrap_or_default()),
            Task::FindFault { line, faults, .. } => Self::Finds { line: Some(*line), fault: right(faults) },
            Task::Note { facts, .. } => {
                let of = |slot: Slot| facts.iter().filter(move |it| it.slot == slot).map(|it| it.note.as_ref());
                Self::Notes(Slot::ALL.iter().map(|&slot| of(slot).collect::<Vec<_>>().join("；")).collect())
            }
            Task::Call { exchanges, .. } => Self::Replies(exchanges.iter().map(|it| right(&it.replies)).collect()),
        }
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST_TYPED
}
