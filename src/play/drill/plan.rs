//! The dice of a shift, thrown once before it: who rings when, on which phone, and in which order answers stand.
//!
//! A plan is a list of occasions. The next one begins a drawn pause after the desk has come to rest, so that whoever
//! answers at once can answer everybody in time; that a second phone rings during a call is drawn, and within limits.

use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::content::drill::card::{CallerCard, DrillCard};
use crate::content::drill::{LineKind, Matter};

/// More occasions than the longest shift has room for: ten minutes, two seconds apart.
const MOST_OCCASIONS: usize = 300;
/// How long before a call something of the desk's life begins, in milliseconds: at least, at most.
const LIFE_LEAD_MS: (u32, u32) = (1_500, 3_500);
/// How much later the second of two phones begins that ring together, in milliseconds.
const MOST_STAGGER_MS: u32 = 2_000;
/// In which ring a colleague who sits nearer answers the far phone.
const COLLEAGUE_RINGS: u32 = 2;

/// What a seed dealt for a shift.
#[derive(Clone, Debug)]
pub struct Plan {
    /// One after the other.
    pub occasions: Vec<Occasion>,
}

/// A phone rings, or two.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// The pause before it, in milliseconds.
    pub gap_ms: u32,
    /// Something of the desk's life, and how long before the ring it begins, in milliseconds.
    pub life: Option<(u8, u32)>,
    /// Who rings first.
    pub first: Ring,
    /// Who rings besides.
    pub second: Option<(Ring, Second)>,
    /// After how many milliseconds a colleague answers.
    pub colleague_ms: Option<u32>,
}

/// Somebody rings on a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ring {
    /// Who, by place in the shift's list.
    pub caller: u16,
    /// Where, by place in the shift's list.
    pub phone: u8,
    /// For the order of this call's answers.
    pub dice: u64,
}

/// When the second phone rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// So many milliseconds after the first.
    After(u32),
    /// When the first caller begins the words of this place.
    AtExchange(u8),
}

impl Plan {
    /// Throws the dice of a whole shift.
    pub fn new(card: &DrillCard, seed: u64) -> Self {
        let mut dealer = Dealer { card, dice: Xoshiro256PlusPlus::seed_from_u64(seed), deck: Vec::new() };
        let count = if card.callers.is_empty() || card.phones.is_empty() { 0 } else { MOST_OCCASIONS };
        Self { occasions: (0..count).map(|_| dealer.occasion()).collect() }
    }
}

struct Dealer<'a> {
    card: &'a DrillCard,
    dice: Xoshiro256PlusPlus,
    /// Callers not yet dealt; everybody rings before anybody rings again.
    deck: Vec<u16>,
}

impl Dealer<'_> {
    fn occasion(&mut self) -> Occasion {
        let pace = self.card.pace;
        let gap_ms = self.dice.random_range(pace.least_gap_ms..=pace.most_gap_ms.max(pace.least_gap_ms));
        let life = self.happens(pace.life).then(|| self.life()).flatten();
        // Drawn whether used or not, so that one share of the pace does not shift the dice of the others.
        let (is_far, is_together, is_meanwhile) =
            (self.happens(pace.far), self.happens(pace.together), self.happens(pace.meanwhile));
        let is_colleague_near = self.happens(pace.colleague);
        let alone = |first| Occasion { gap_ms, life, first, second: None, colleague_ms: None };
        if let Some(far) = self.card.far().filter(|_| is_far) {
            let first = self.ring(far, |_| true);
            let colleague_ms = is_colleague_near.then_some(COLLEAGUE_RINGS * self.card.rings.ring_ms);
            return Occasion { colleague_ms, ..alone(first) };
        }
        let (one, other) = self.two_phones();
        let pair = |first, second| Occasion { second: Some(second), ..alone(first) };
        if is_together && let Some(other) = other {
            let first = self.ring(one, |it| can_wait(it.matter) && it.line == LineKind::LongDistance);
            let second = self.ring(other, |it| can_be_rung_back(it.matter) && it.line != LineKind::LongDistance);
            let after = self.dice.random_range(0..=MOST_STAGGER_MS);
            return pair(first, (second, Second::After(after)));
        }
        if is_meanwhile && let Some(other) = other {
            let first = self.ring(one, |it| can_wait(it.matter));
            let second = self.ring(other, |it| can_be_rung_back(it.matter));
            let talk = self.card.callers[usize::from(first.caller)].talk.len().max(1);
            let exchange = self.dice.random_range(0..talk);
            return pair(first, (second, Second::AtExchange(u8::try_from(exchange).unwrap_or(0))));
        }
        let first = self.ring(one, |_| true);
        alone(first)
    }

    fn happens(&mut self, percent: u32) -> bool {
        self.dice.random_range(0..100) < percent
    }

    fn life(&mut self) -> Option<(u8, u32)> {
        let count = self.card.manners.life.len();
        let lead_ms = self.dice.random_range(LIFE_LEAD_MS.0..=LIFE_LEAD_MS.1);
        let which = (count > 0).then(|| self.dice.random_range(0..count))?;
        Some((u8::try_from(which).ok()?, lead_ms))
    }

    /// Two different phones on the desk, if there are two.
    fn two_phones(&mut self) -> (usize, Option<usize>) {
        let mut near: Vec<usize> = self.card.near().collect();
        near.shuffle(&mut self.dice);
        (near.first().copied().unwrap_or(0), near.get(1).copied())
    }

    /// The next caller of the deck who fits, or the next one at all.
    fn ring(&mut self, phone: usize, fits: impl Fn(&CallerCard) -> bool) -> Ring {
        let fitting = |deck: &[u16]| deck.iter().rposition(|&it| fits(&self.card.callers[usize::from(it)]));
        let mut place = fitting(&self.deck);
        if place.is_none() {
            // Everybody once more, below those who have not rung yet.
            let mut fresh: Vec<u16> = (0..self.card.callers.len()).filter_map(|it| u16::try_from(it).ok()).collect();
            fresh.shuffle(&mut self.dice);
            fresh.append(&mut self.deck);
            self.deck = fresh;
            place = self.deck.iter().rposition(|&it| fits(&self.card.callers[usize::from(it)]));
        }
        let caller = self.deck.remove(place.unwrap_or(self.deck.len() - 1));
        Ring { caller, phone: u8::try_from(phone).unwrap_or(0), dice: self.dice.random() }
    }
}

/// Whether a matter can wait a moment: nobody is put on hold while water runs.
fn can_wait(matter: Matter) -> bool {
    !matches!(matter, Matter::Repair | Matter::WrongNumber)
}

/// Whether it makes sense to take a number and ring back.
fn can_be_rung_back(matter: Matter) -> bool {
    matches!(matter, Matter::FeeQuery | Matter::Document | Matter::Enquiry | Matter::LongLookUp)
}

/// The order in which `len` answers stand, for one question of one call.
pub fn order(dice: u64, question: u64, len: usize) -> Vec<u8> {
    /// Spreads neighbouring questions over all seeds (the golden ratio, as in splitmix64).
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(dice ^ question.wrapping_add(1).wrapping_mul(SPREAD));
    let mut order: Vec<u8> = (0..len).filter_map(|place| u8::try_from(place).ok()).collect();
    order.shuffle(&mut dice);
    order
}
