//! What is known of a card after it was answered.

use crate::record::moment::Moment;
use crate::record::review::Review;
use crate::record::schedule::day::{DAY_MS, to_u32};
use crate::record::schedule::grade::Grade;
use crate::record::schedule::memory::Memory;
use crate::record::schedule::plan::Aim;

/// What was not known comes again after so many milliseconds: ten minutes, long enough for the answer just read to be gone
/// from the ear, short enough to be in the same sitting.
pub const AGAIN_AFTER_MS: i64 = 10 * 60 * 1_000;

/// A card's review, and the interval it is due by.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// What to keep.
    pub review: Review,
    /// Days until recall falls to what is desired, 1-36,500. After [`Grade::Again`] the card is due in
    /// [`AGAIN_AFTER_MS`] all the same.
    pub interval_days: u32,
}

/// What is known of a card after an answer; `before` is what was known until then, none of a card never seen.
///
/// Days are whole days of 24 hours since it was last seen, as the reference counts them. Where the clock says it was seen
/// later than now, no time has passed, and it counts as seen when it was.
pub fn next(card: &str, before: Option<&Review>, grade: Grade, now: Moment, aim: Aim) -> Next {
    let memory = match before {
        None => Memory::first(grade),
        Some(before) => before.memory().after(whole_days(before.elapsed_ms(now)), grade),
    };
    let interval_days = memory.interval_days(aim.desired());
    let wait_ms = if grade == Grade::Again { AGAIN_AFTER_MS } else { i64::from(interval_days) * DAY_MS };
    let seen_ms = before.map_or(now.unix_ms, |before| before.seen_ms.max(now.unix_ms));
    let review = Review {
        card: card.to_owned(),
        stability_days: memory.stability_days,
        difficulty: memory.difficulty,
        seen_ms,
        due_ms: seen_ms.saturating_add(wait_ms),
        times: before.map_or(0, |before| before.times).saturating_add(1),
        lapses: before.map_or(0, |before| before.lapses.saturating_add(u32::from(is_lapse(before, grade)))),
        grade: Some(grade),
    };
    Next { review, interval_days }
}

/// The intervals of all four grades in days, as [`Next::interval_days`]: for the buttons.
pub fn previews(card: &str, before: Option<&Review>, now: Moment, aim: Aim) -> [Next; 4] {
    Grade::ALL.map(|grade| next(card, before, grade, now, aim))
}

/// Not known again ten minutes later is the same forgetting, not another.
fn is_lapse(before: &Review, grade: Grade) -> bool {
    grade == Grade::Again && before.grade != Some(Grade::Again)
}

fn whole_days(elapsed_ms: i64) -> u32 {
    to_u32(elapsed_ms / DAY_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment { unix_ms: 1_795_400_000_000, offset_minutes: 480 };

    fn step(before: Option<&Review>, grade: Grade, now: Moment) -> Review {
        next("law-1", before, grade, now, Aim::default()).review
    }

    #[test]
    fn what_was_not_known_comes_again_the_same_day_and_its_interval_is_told_all_the_same() {
        let Next { review, interval_days } = next("law-1", None, Grade::Again, NOW, Aim::default());
        assert_eq!((review.due_ms - review.seen_ms, interval_days), (AGAIN_AFTER_MS, 1));
        assert!(review.is_lapsed());
    }

    #[test]
    fn forgetting_counts_once_until_it_is_known_again() {
        let first = step(None, Grade::Again, NOW);
        assert_eq!((first.times, first.lapses), (1, 0), "nobody forgets what they never knew");
        let known = step(Some(&first), Grade::Good, NOW.later(AGAIN_AFTER_MS));
        let forgotten = step(Some(&known), Grade::Again, NOW.later(5 * DAY_MS));
        let still = step(Some(&forgotten), Grade::Again, NOW.later(5 * DAY_MS + AGAIN_AFTER_MS));
        assert_eq!((still.times, still.lapses), (4, 1));
    }

    #[test]
    fn four_buttons_say_when_it_comes_again() {
        let days = previews("law-1", None, NOW, Aim::default()).map(|next| next.interval_days);
        assert_eq!(days, [1, 1, 2, 8]);
    }
}
