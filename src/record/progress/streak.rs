//! Days of practice: how many in a row, and how much on each.
//!
//! A day is the local day on which an attempt began, with the clock as it then was. A day that has not come yet, which is
//! there when a clock was ahead, is not counted: nobody has practised tomorrow.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::record::attempt::Kept;
use crate::record::progress::{before, days_between, monday_of, practised_by_day};

/// How many weeks are shown day by day, this one included.
pub const WEEKS: i64 = 15;

/// Days of practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Streak {
    /// Days in a row up to today, or up to yesterday while today can still be kept; 0 where it is broken.
    pub current_days: u32,
    /// The most days in a row there ever were.
    pub longest_days: u32,
    /// How many days there was practice.
    pub practised_days: u32,
    /// The last of them.
    pub last_day: Option<Date>,
    /// Every day from the Monday [`WEEKS`] weeks back until today, 99 to 105 of them.
    pub days: Vec<Day>,
}

/// How much was practised on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub day: Date,
    /// Milliseconds; see [`minutes`](super::minutes).
    pub practised_ms: u64,
}

/// Days of practice, as seen on a day.
pub fn streak(kept: &[Kept], today: Date) -> Streak {
    let mut by_day = practised_by_day(kept);
    by_day.retain(|day, _| *day <= today);
    let runs = runs(&by_day);
    let last_day = by_day.keys().next_back().copied();
    let is_unbroken = last_day.is_some_and(|last| days_between(last, today) <= 1);
    Streak {
        current_days: runs.last().copied().filter(|_| is_unbroken).unwrap_or(0),
        longest_days: runs.iter().copied().max().unwrap_or(0),
        practised_days: u32::try_from(by_day.len()).unwrap_or(u32::MAX),
        last_day,
        days: shown(&by_day, today),
    }
}

/// The lengths of all stretches of days without a gap, in days, in the order of the calendar.
fn runs(by_day: &BTreeMap<Date, u64>) -> Vec<u32> {
    let mut runs: Vec<u32> = Vec::new();
    let mut previous: Option<Date> = None;
    for &day in by_day.keys() {
        let follows = previous.is_some_and(|previous| days_between(previous, day) == 1);
        match runs.last_mut().filter(|_| follows) {
            Some(run) => *run += 1,
            None => runs.push(1),
        }
        previous = Some(day);
    }
    runs
}

fn shown(by_day: &BTreeMap<Date, u64>, today: Date) -> Vec<Day> {
    const DAYS_PER_WEEK: i64 = 7;
    let first = before(monday_of(today), (WEEKS - 1) * DAYS_PER_WEEK);
    let days = first.series(jiff::Span::new().days(1)).take_while(|day| *day <= today);
    days.map(|day| Day { day, practised_ms: by_day.get(&day).copied().unwrap_or(0) }).collect()
}
