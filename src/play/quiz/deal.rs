//! In which order the parts of a question stand: drawn from a seed and the question's name, so that the same question in
//! the same paper always stands the same, whatever else is in it.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::content::quiz::card::{QuestionCard, Task};

/// What a seed dealt for a question: for each list that is shuffled, the author's places in the order they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deal {
    orders: Vec<Vec<usize>>,
}

impl Deal {
    /// Shuffles a question.
    pub fn new(card: &QuestionCard, seed: u64) -> Self {
        let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed ^ number_of(&card.id));
        let mut order = |len: usize| {
            let mut order: Vec<usize> = (0..len).collect();
            order.shuffle(&mut dice);
            order
        };
        let orders = match &card.task {
            Task::Single(choices) | Task::Multiple(choices) | Task::FindFault { faults: choices, .. } => {
                vec![order(choices.len())]
            }
            Task::Order(steps) => {
                let mut shuffled = order(steps.len());
                // What already stands in its right order asks nothing.
                if shuffled.is_sorted() {
                    shuffled.rotate_left(1);
                }
                vec![shuffled]
            }
            Task::Baskets { cards, .. } => vec![order(cards.len())],
            Task::Match { columns, .. } => columns.iter().map(|column| order(column.len())).collect(),
            Task::Call { exchanges, .. } => exchanges.iter().map(|it| order(it.replies.len())).collect(),
            Task::TrueFalse(_) | Task::Number { .. } | Task::Short(_) | Task::Note { .. } => Vec::new(),
        };
        Self { orders }
    }

    /// The places of a list in the order they stand; the first list unless a question has several.
    pub fn order(&self, list: usize) -> &[usize] {
        self.orders.get(list).map_or(&[], Vec::as_slice)
    }
}

/// A number for a name, the same on every platform (FNV-1a).
pub fn number_of(name: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    name.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
