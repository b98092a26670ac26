//! How likely a card is still known.

use crate::record::moment::Moment;
use crate::record::review::Review;
use crate::record::schedule::day::DAY_MS;
use crate::record::schedule::memory::{Memory, held};

/// The predicted probability that a card is recalled at a moment, 0-1.
///
/// The forgetting curve of FSRS-6 over days and parts of days; at whole days it is what the reference says. Where the clock
/// says the card was seen later than now it is 1.
pub fn recall(review: &Review, now: Moment) -> f64 {
    review.memory().recall(review.elapsed_ms(now) as f64 / DAY_MS as f64)
}

/// A probability, 0-1, in thousandths, as [`Answered::predicted`](crate::record::review::Answered::predicted) keeps it.
pub fn thousandths(probability: f64) -> u16 {
    const WHOLE: f64 = 1_000.0;
    // Within 0-1000 once it becomes a whole number.
    (held(probability, (0.0, 1.0)) * WHOLE).round() as u16
}

impl Review {
    /// What is in mind of it; numbers that make no sense are put right.
    pub(super) fn memory(&self) -> Memory {
        Memory::of(self.stability_days, self.difficulty)
    }

    /// Milliseconds since it was last seen, never negative.
    pub(super) fn elapsed_ms(&self, now: Moment) -> i64 {
        now.unix_ms.saturating_sub(self.seen_ms).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_is_kept_in_thousandths() {
        assert_eq!([0.0, 0.8304, 0.8306, 1.0].map(thousandths), [0, 830, 831, 1_000]);
        assert_eq!([-1.0, 2.0, f64::NAN].map(thousandths), [0, 1_000, 0]);
    }
}
