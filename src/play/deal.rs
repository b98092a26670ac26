//! The dice, thrown once before the call: in which order answers stand, and which wording a line takes.
//!
//! The same seed deals the same on every platform: xoshiro256++ is specified bit for bit, and numbers are drawn in the
//! order of the script.

use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::content::scenario::Slot;
use crate::content::script::Script;

/// The most answers one turn can offer: the keys 1 to 9.
pub const MOST_ANSWERS: usize = 9;

/// What a seed dealt for a script.
#[derive(Clone, Debug)]
pub struct Deal {
    turns: Vec<TurnDeal>,
    prepare: Vec<Vec<u8>>,
    slots: Vec<Vec<u8>>,
    follow_up: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
struct TurnDeal {
    order: [u8; MOST_ANSWERS],
    answers: u8,
    wording: u8,
}

impl Deal {
    /// Throws the dice of a whole call.
    pub fn new(script: &Script, seed: u64) -> Self {
        let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
        let turns = script.turns.iter().map(|turn| TurnDeal::new(turn.answers.len(), &mut dice)).collect();
        let prepare = script.prepare.iter().map(|step| shuffled(step.question.answers.len(), &mut dice)).collect();
        let notes = script.notes.as_deref().unwrap_or_default();
        let slots = Slot::ALL.iter().map(|slot| {
            let mut in_slot: Vec<u8> = (0..notes.len()).filter(|&n| notes[n].slot == *slot).map(small).collect();
            in_slot.shuffle(&mut dice);
            in_slot
        });
        let slots = slots.collect();
        let follow_up = shuffled(script.follow_up.as_ref().map_or(0, |question| question.answers.len()), &mut dice);
        Self { turns, prepare, slots, follow_up }
    }

    /// The answers of a turn in the order they stand.
    pub fn turn(&self, turn: usize) -> &[u8] {
        let deal = &self.turns[turn];
        &deal.order[..usize::from(deal.answers)]
    }

    /// Which of `variants` wordings a turn's line takes.
    pub fn wording(&self, turn: usize, variants: usize) -> usize {
        usize::from(self.turns[turn].wording) % variants.max(1)
    }

    /// The answers of a step before dialling, in the order they stand.
    pub fn prepare(&self, step: usize) -> &[u8] {
        &self.prepare[step]
    }

    /// The notes of one of the six boxes, in the order they stand.
    pub fn slot(&self, slot: usize) -> &[u8] {
        &self.slots[slot]
    }

    /// The days for the next call, in the order they stand.
    pub fn follow_up(&self) -> &[u8] {
        &self.follow_up
    }
}

impl TurnDeal {
    fn new(answers: usize, dice: &mut Xoshiro256PlusPlus) -> Self {
        let answers = answers.min(MOST_ANSWERS);
        let mut order = std::array::from_fn(small);
        order[..answers].shuffle(dice);
        Self { order, answers: small(answers), wording: dice.random() }
    }
}

fn shuffled(len: usize, dice: &mut Xoshiro256PlusPlus) -> Vec<u8> {
    let mut order: Vec<u8> = (0..len).map(small).collect();
    order.shuffle(dice);
    order
}

/// Answers and notes number at most 128, which loading sees to.
fn small(index: usize) -> u8 {
    u8::try_from(index).unwrap_or(u8::MAX)
}
