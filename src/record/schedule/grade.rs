//! How well a card was known: four grades, found from how right an answer was and how long it took.
//!
//! What is found here is a proposal: the trainee sees it on four buttons and may press another, because only they know
//! whether they guessed, or were called away while the clock ran.

use serde::{Deserialize, Serialize};

/// Below this credit, in thousandths, an answer is as good as wrong: less than three fifths of it was there, and whoever
/// says that much to an owner has to ring again.
pub const PASS_CREDIT: u16 = 600;
/// From this credit, in thousandths, an answer is right.
pub const FULL_CREDIT: u16 = 1_000;
/// Right, but in more than so many times the usual time, was found and not known: on the phone the owner hears the pause.
pub const SLOW_TIMES: u64 = 2;
/// Right in less than the usual time divided by this is known by heart.
pub const FAST_DIVISOR: u64 = 2;

/// How well a card was known, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Not: it comes again within minutes.
    Again,
    /// With effort, or in part.
    Hard,
    /// As it should be.
    Good,
    /// By heart.
    Easy,
}

impl Grade {
    /// All, worst first: the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// The number FSRS and the keyboard know it by, 1-4.
    pub fn number(self) -> u8 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
            Self::Easy => 4,
        }
    }

    /// Whether it was remembered at all.
    pub fn is_recall(self) -> bool {
        self != Self::Again
    }
}

/// An answer as far as it can be graded without its trainee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Performance {
    /// How much of it was right, in thousandths, 0-1000.
    pub credit: u16,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// How long such a question usually takes, in milliseconds; 0 where nobody knows, and then time says nothing.
    pub usual_ms: u32,
    /// How often the card was seen before. Fast the first time was known beforehand, perhaps by luck: that it stays is seen
    /// the second time, so it is good and not yet easy.
    pub times_before: u32,
}

/// The grade proposed for an answer.
pub fn grade(it: Performance) -> Grade {
    let (took_ms, usual_ms) = (u64::from(it.took_ms), u64::from(it.usual_ms));
    let is_slow = usual_ms > 0 && took_ms > usual_ms * SLOW_TIMES;
    let is_fast = took_ms * FAST_DIVISOR < usual_ms;
    match it.credit {
        ..PASS_CREDIT => Grade::Again,
        PASS_CREDIT..FULL_CREDIT => Grade::Hard,
        _ if is_slow => Grade::Hard,
        _ if is_fast && it.times_before > 0 => Grade::Easy,
        _ => Grade::Good,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Performance = Performance { credit: 1_000, took_ms: 8_000, usual_ms: 8_000, times_before: 3 };

    fn with_credit(credit: u16) -> Grade {
        grade(Performance { credit, ..USUAL })
    }

    fn within(took_ms: u32) -> Grade {
        grade(Performance { took_ms, ..USUAL })
    }

    #[test]
    fn how_right_it_was_comes_first() {
        assert_eq!([0, 599].map(with_credit), [Grade::Again; 2]);
        assert_eq!([600, 999].map(with_credit), [Grade::Hard; 2]);
        assert_eq!([1_000, u16::MAX].map(with_credit), [Grade::Good; 2]);
        assert_eq!(grade(Performance { credit: 0, took_ms: 1, ..USUAL }), Grade::Again, "fast and wrong is wrong");
        assert_eq!(grade(Performance { credit: 700, took_ms: 1, ..USUAL }), Grade::Hard, "fast and half is half");
    }

    #[test]
    fn of_right_answers_a_slow_one_was_hard_and_a_fast_one_easy() {
        assert_eq!([0, 3_999].map(within), [Grade::Easy; 2]);
        assert_eq!([4_000, 16_000].map(within), [Grade::Good; 2]);
        assert_eq!([16_001, u32::MAX].map(within), [Grade::Hard; 2]);
    }

    #[test]
    fn nothing_is_easy_the_first_time() {
        assert_eq!(grade(Performance { took_ms: 1, times_before: 0, ..USUAL }), Grade::Good);
    }

    #[test]
    fn where_nobody_knows_the_usual_time_it_says_nothing() {
        for took_ms in [0, 1, u32::MAX] {
            assert_eq!(grade(Performance { took_ms, usual_ms: 0, ..USUAL }), Grade::Good);
        }
    }
}
