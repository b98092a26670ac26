//! What practice has come to: pure figures over the attempts of one trainee, for the progress screen and the report.
//!
//! Nothing in here reads a clock or speaks a language: the day is an argument, names come out of the summaries, and the
//! faces find the words. Everything goes by the place in the chain and not by the date where order matters, because a
//! clock can be set back and a chain cannot.
//!
//! What counts where:
//!
//! | figure | retries | given up |
//! |---|---|---|
//! | medians, means, radar | no: a call taken again from its worst turn is known by heart | no: it is worth what was left out |
//! | items, rings | no: what came before the turn taken again would count twice | yes: leaving must not hide a mistake |
//! | streak, time | yes: it was practised | yes |

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::record::attempt::{Attempt, Kept, Status};
use crate::record::progress::advice::{Advice, Practisable, advise};
use crate::record::progress::items::{Item, items};
use crate::record::progress::radar::{Radar, radar};
use crate::record::progress::rings::{Rings, rings};
use crate::record::progress::scores::{Scores, scores};
use crate::record::progress::streak::{Streak, streak};
use crate::record::progress::time::{Time, time};

pub mod advice;
pub mod items;
pub mod radar;
pub mod rings;
pub mod scores;
pub mod streak;
pub mod time;

/// Everything a progress screen shows.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Scores over time.
    pub scores: Scores,
    /// Where the calls are strong and weak, now and a month ago.
    pub radar: Radar,
    /// Days of practice.
    pub streak: Streak,
    /// The 47 teachable items, in their order.
    pub items: Vec<Item>,
    /// How soon phones are answered.
    pub rings: Rings,
    /// Time practised.
    pub time: Time,
    /// What to practise next, best first.
    pub advice: Vec<Advice>,
}

impl Progress {
    /// Everything of one trainee's attempts in the order of their chain, as seen on a day.
    pub fn of(kept: &[Kept], today: Date, on_offer: &[Practisable]) -> Self {
        Self {
            scores: scores(kept, scores::Filter::default()),
            radar: radar(kept, today),
            streak: streak(kept, today),
            items: items(kept),
            rings: rings(kept),
            time: time(kept, today),
            advice: advise(kept, today, on_offer),
        }
    }
}

/// Whether an attempt's score says what its trainee can do: it came to its end, and nothing of it was known beforehand.
pub fn counts(attempt: &Attempt) -> bool {
    attempt.status == Status::Finished && attempt.setup.retry.is_none()
}

/// The middle value; of two in the middle their mean, halves up. None of nothing.
pub fn median(values: &[u32]) -> Option<u32> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(lower + (upper - lower).div_ceil(2))
}

/// Whole days from one to another; negative where the other comes first.
fn days_between(from: Date, to: Date) -> i64 {
    const HOURS_PER_DAY: i64 = 24;
    from.duration_until(to).as_hours() / HOURS_PER_DAY
}

/// The Monday of a day's ISO week.
fn monday_of(day: Date) -> Date {
    before(day, i64::from(day.weekday().to_monday_zero_offset()))
}

/// So many days earlier; the first day of the calendar where there is none.
fn before(day: Date, days: i64) -> Date {
    const HOURS_PER_DAY: i64 = 24;
    day.saturating_sub(jiff::SignedDuration::from_hours(days.saturating_mul(HOURS_PER_DAY)))
}

/// The milliseconds practised on each day on which there was practice. A day is the local one on which an attempt began.
fn practised_by_day(kept: &[Kept]) -> BTreeMap<Date, u64> {
    let mut by_day = BTreeMap::new();
    for attempt in kept.iter().map(|kept| &kept.attempt).filter(|attempt| attempt.lasted_ms > 0) {
        *by_day.entry(attempt.setup.began.day()).or_default() += u64::from(attempt.lasted_ms);
    }
    by_day
}

/// Minutes as they are shown: a minute begun is one, so that no day of practice shows none.
pub fn minutes(practised_ms: u64) -> u64 {
    const MS_PER_MINUTE: u64 = 60_000;
    practised_ms.div_ceil(MS_PER_MINUTE)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_middle_of_an_even_number_is_between_the_two() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[70]), Some(70));
        assert_eq!(median(&[90, 10]), Some(50));
        assert_eq!(median(&[61, 60, 0, 100]), Some(61), "halves up");
        assert_eq!(median(&[5, 100, 80]), Some(80));
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(monday_of(date(2026, 11, 23)), date(2026, 11, 23));
        assert_eq!(monday_of(date(2026, 11, 29)), date(2026, 11, 23));
        assert_eq!(days_between(date(2026, 11, 23), date(2026, 11, 1)), -22);
        assert_eq!(before(Date::MIN, 7), Date::MIN);
    }
}
