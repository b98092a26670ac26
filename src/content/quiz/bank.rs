//! Every question there is, found by name, by point, and by what it trains.

use std::collections::{HashMap, HashSet};

use super::Topic;
use super::sketch::Slip;
use crate::content::drill::Check;
use crate::content::scenario::Difficulty;
use crate::content::shelf::Shelf;

/// Where a question stands on the shelf: which file, which of its questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub(super) quiz: u32,
    pub(super) question: u32,
}

/// What is known of a question without making it ready.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it stands.
    pub place: Place,
    /// Its name.
    pub id: Box<str>,
    /// The number of its point.
    pub point: u32,
    /// What it belongs to.
    pub topic: Topic,
    /// How hard.
    pub difficulty: Difficulty,
    /// The teachable items it tests.
    pub items: Vec<u32>,
    /// What of the front desk's scorecard it trains.
    pub trains: Vec<Check>,
}

/// Every question that can be asked.
#[derive(Clone, Debug, Default)]
pub struct Bank {
    entries: Vec<Entry>,
    by_id: HashMap<Box<str>, u32>,
    points: Vec<(Box<str>, Vec<u32>)>,
    by_point: HashMap<Box<str>, u32>,
}

impl Bank {
    /// The questions of a shelf; of two with one id the later takes the place of the first, as everywhere on the shelf.
    /// Whether one can be asked shows when it is.
    pub fn of(shelf: &Shelf) -> Self {
        let mut bank = Self::default();
        for (quiz, stack) in shelf.quizzes.iter().enumerate() {
            for (at, slip) in stack.sketch().slips.iter().enumerate() {
                bank.add(Place { quiz: number(quiz), question: number(at) }, slip);
            }
        }
        bank
    }

    fn add(&mut self, place: Place, slip: &Slip) {
        let point = self.point_number(slip.point());
        let entry = Entry {
            place,
            id: slip.id.clone(),
            point,
            topic: slip.topic,
            difficulty: slip.difficulty,
            items: slip.items.clone(),
            trains: slip.trains.clone(),
        };
        let at = match self.by_id.get(&slip.id) {
            Some(&known) => {
                let before = std::mem::replace(&mut self.entries[known as usize], entry);
                self.points[before.point as usize].1.retain(|&wording| wording != known);
                known
            }
            None => {
                let next = number(self.entries.len());
                self.by_id.insert(slip.id.clone(), next);
                self.entries.push(entry);
                next
            }
        };
        self.points[point as usize].1.push(at);
    }

    fn point_number(&mut self, name: &str) -> u32 {
        if let Some(&known) = self.by_point.get(name) {
            return known;
        }
        let new = number(self.points.len());
        self.points.push((name.into(), Vec::new()));
        self.by_point.insert(name.into(), new);
        new
    }

    /// Every question, in the order of the files.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The question of a name.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.by_id.get(id).map(|&at| &self.entries[at as usize])
    }

    /// Every point, in the order of the files.
    pub fn points(&self) -> impl Iterator<Item = &str> {
        self.points.iter().filter(|(_, wordings)| !wordings.is_empty()).map(|(name, _)| name.as_ref())
    }

    /// The name of a question's point.
    pub fn point_of(&self, entry: &Entry) -> &str {
        &self.points[entry.point as usize].0
    }

    /// The questions of a point: wordings of the same.
    pub fn wordings(&self, point: &str) -> impl Iterator<Item = &Entry> {
        let of = self.by_point.get(point).map(|&at| self.points[at as usize].1.as_slice());
        of.unwrap_or_default().iter().map(|&at| &self.entries[at as usize])
    }

    /// The questions that train something of the front desk's scorecard.
    pub fn training(&self, check: Check) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.trains.contains(&check))
    }

    /// The teachable items that some question tests.
    pub fn items(&self) -> HashSet<u32> {
        self.entries.iter().flat_map(|entry| entry.items.iter().copied()).collect()
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
