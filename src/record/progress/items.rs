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

use crate::content::quiz::bank::Bank;
use crate::record::attempt::Kept;
use crate::record::moment::Moment;
use crate::record::review::Answered;
use crate::record::schedule::grade::FULL_CREDIT;
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

/// A question that was answered, as far as the items go.
#[derive(Clone, Copy, Debug)]
pub struct Quizzed<'a> {
    /// When.
    pub at: Moment,
    /// The items it tests.
    pub items: &'a [u32],
    /// Whether it was wholly right.
    pub is_right: bool,
}

impl<'a> Quizzed<'a> {
    /// An answer to a question of a bank; none where the question is there no more.
    pub fn of(answered: &Answered, bank: &'a Bank) -> Option<Self> {
        let items = bank.entry(&answered.question)?.items.as_slice();
        Some(Self { at: answered.at, items, is_right: answered.credit >= FULL_CREDIT })
    }
}

/// All items, 1 to 47.
pub fn items(kept: &[Kept]) -> Vec<Item> {
    items_with(kept, &[])
}

/// All items, 1 to 47, by attempts and by questions answered, each oldest first.
pub fn items_with(kept: &[Kept], quizzed: &[Quizzed<'_>]) -> Vec<Item> {
    (1..=ITEMS).map(|item| of(item, kept, quizzed)).collect()
}

/// One item; newest first is by place in the chain, and for answers by their place among answers. Between the two the
/// clock decides, because nothing else can.
fn of(item: u32, kept: &[Kept], quizzed: &[Quizzed<'_>]) -> Item {
    let first_hand = kept.iter().rev().filter(|kept| kept.attempt.setup.retry.is_none());
    let mut tallies: Vec<(Moment, ItemTally)> = first_hand
        .filter_map(|kept| {
            let tally = kept.attempt.summary.items().iter().find(|tally| tally.item == item && tally.asked > 0)?;
            Some((kept.attempt.setup.began, *tally))
        })
        .collect();
    let answers: Vec<&Quizzed<'_>> = quizzed.iter().rev().filter(|it| it.items.contains(&item)).collect();
    if !answers.is_empty() {
        let tally = |it: &&Quizzed<'_>| (it.at, ItemTally { item, right: u32::from(it.is_right), asked: 1 });
        tallies.extend(answers.iter().map(tally));
        tallies.sort_by_key(|(at, _)| std::cmp::Reverse(at.unix_ms));
    }
    let tallies: Vec<(Date, ItemTally)> = tallies.into_iter().map(|(at, tally)| (at.day(), tally)).collect();
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
