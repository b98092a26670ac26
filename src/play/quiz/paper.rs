//! Which questions are asked: drawn by a seed, never two of one point.

use std::collections::HashSet;
use std::sync::Arc;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::content::quiz::Topic;
use crate::content::quiz::bank::{Bank, Entry};
use crate::content::quiz::card::{DrawCard, ExamCard, QuestionCard};
use crate::content::shelf::{Setting, Shelf};

/// The questions of an exam, in the order they are asked; what cannot be asked is passed over. Fewer than the blueprint says
/// when the bank has too few.
pub fn of_exam<'b>(
    exam: &ExamCard,
    bank: &'b Bank,
    seed: u64,
    can_be_asked: impl Fn(&Entry) -> bool,
) -> Vec<&'b Entry> {
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut asked = HashSet::new();
    let mut paper = Vec::new();
    // What asks for much of little is drawn first, or what asks for anything might take it away.
    let mut draws = exam.draws.clone();
    draws.sort_by_key(|draw| (draw.topic.is_none(), draw.difficulty.is_none()));
    for draw in &draws {
        let mut candidates: Vec<&Entry> = bank.entries().iter().filter(|entry| draw.fits(entry)).collect();
        candidates.shuffle(&mut dice);
        let mut is_new =
            |entry: &&Entry| !asked.contains(&entry.point) && can_be_asked(entry) && asked.insert(entry.point);
        let drawn = candidates.into_iter().filter(|entry| is_new(entry)).take(draw.count);
        paper.extend(drawn);
    }
    paper.shuffle(&mut dice);
    paper
}

/// The questions of a self-test on a topic, or on everything: each point once, at most `count`.
pub fn of_topic(topic: Option<Topic>, count: usize, bank: &Bank, seed: u64) -> Vec<&Entry> {
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut candidates: Vec<&Entry> =
        bank.entries().iter().filter(|entry| topic.is_none_or(|topic| topic == entry.topic)).collect();
    candidates.shuffle(&mut dice);
    let mut asked = HashSet::new();
    candidates.into_iter().filter(|entry| asked.insert(entry.point)).take(count).collect()
}

/// Questions ready to be asked; those that cannot be are left out.
pub fn ready(entries: &[&Entry], shelf: &Shelf, setting: Setting<'_>) -> Vec<Arc<QuestionCard>> {
    let card = |entry: &&Entry| shelf.asked(shelf.question(entry.place)?, setting).ok();
    entries.iter().filter_map(card).collect()
}

impl DrawCard {
    /// Whether a question is of the sort that is drawn.
    pub fn fits(&self, entry: &Entry) -> bool {
        self.topic.is_none_or(|topic| topic == entry.topic)
            && self.difficulty.is_none_or(|difficulty| difficulty == entry.difficulty)
    }
}
