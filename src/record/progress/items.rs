//! The 47 teachable items: which are known, which are shaky, which were never asked about.
//!
//! The rule: an item is known when at least [`KNOWN_RIGHT`] of the last [`KNOWN_OF`] times it was asked were right, and
//! these were on at least [`KNOWN_DAYS`] different days. Four of five, because one slip among five is a bad day and two are
//! a gap; five, because fewer can be luck (whoever guesses among three answers has four of five right once in twenty-two).
//! Two days, because what was right twice within the hour, with the debrief still in the ear, says little about next week.
//!
//! A summary keeps only how often an item was asked and how often it was right, not in which order. So the last five are
//! taken as whole attempts, newest first, until there are five and two days among them, and four fifths of all these must
//! be right.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::record::attempt::Kept;
use crate::record::summary::ItemTally;

/// How many items there are (facts.md, section 1).
pub const ITEMS: u32 = 47;
/// How many of the last [`KNOWN_OF`] times must have been right.
pub const KNOWN_RIGHT: u32 = 4;
/// How many times are looked at.
pub const KNOWN_OF: u32 = 5;
/// On how many different days these must have been.
pub const KNOWN_DAYS: usize = 2;

/// One item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// 1-47.
    pub item: u32,
    /// How well it is known.
    pub knowledge: Knowledge,
    /// How often it was answered as recommended.
    pub right: u32,
    /// How often it was asked.
    pub asked: u32,
    /// The local day on which it was asked last.
    pub last_day: Option<Date>,
}

/// How well an item is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Knowledge {
    /// Never asked.
    Unseen,
    /// Asked, and not yet known, or known no more.
    Shaky,
    /// Known.
    Known,
}

/// All items, 1 to 47.
pub fn items(kept: &[Kept]) -> Vec<Item> {
    (1..=ITEMS).map(|item| of(item, kept)).collect()
}

/// One item; newest first is by place in the chain.
fn of(item: u32, kept: &[Kept]) -> Item {
    let first_hand = kept.iter().rev().filter(|kept| kept.attempt.setup.retry.is_none());
    let tallies = first_hand.filter_map(|kept| {
        let tally = kept.attempt.summary.items().iter().find(|tally| tally.item == item && tally.asked > 0)?;
        Some((kept.attempt.setup.began.day(), *tally))
    });
    let tallies: Vec<(Date, ItemTally)> = tallies.collect();
    let sum = |number: fn(&ItemTally) -> u32| tallies.iter().fold(0, |sum: u32, it| sum.saturating_add(number(&it.1)));
    Item {
        item,
        knowledge: knowledge(&tallies),
        right: sum(|tally| tally.right),
        asked: sum(|tally| tally.asked),
        last_day: tallies.first().map(|(day, _)| *day),
    }
}

/// How well an item is known, by when it was asked and how that went, newest first.
fn knowledge(tallies: &[(Date, ItemTally)]) -> Knowledge {
    let (mut right, mut asked) = (0_u64, 0_u64);
    let mut days = BTreeSet::new();
    for (day, tally) in tallies {
        right += u64::from(tally.right);
        asked += u64::from(tally.asked);
        days.insert(*day);
        if asked >= u64::from(KNOWN_OF) && days.len() >= KNOWN_DAYS {
            let is_known = right * u64::from(KNOWN_OF) >= asked * u64::from(KNOWN_RIGHT);
            return if is_known { Knowledge::Known } else { Knowledge::Shaky };
        }
    }
    if tallies.is_empty() { Knowledge::Unseen } else { Knowledge::Shaky }
}
