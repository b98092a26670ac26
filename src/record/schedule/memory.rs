//! How a memory grows and fades: the formulas of FSRS-6 with its default parameters.
//!
//! They are those of the reference implementation, PyPI `fsrs` 6.3.2, without fuzz and without learning steps, in the same
//! 64 bits. The `fsrs` crate has the same formulas in 32 bits: over the 1,000 histories in `tests/schedule/` its stability
//! strays by some millionths, which beyond a thousand days is enough to fall on the other side of half a day, and 19 of
//! 15,785 intervals were a day longer or shorter. Besides, it holds stability at 36,500 days, where the reference holds only
//! the interval. So the formulas stand here, equal to the reference in every interval, and the tests ask the crate for a
//! second opinion of every single answer.
//!
//! Source: the algorithm, <https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm>.

use crate::record::schedule::grade::Grade;

/// The default parameters w0 to w20.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, // stability after the first answer, by grade
    6.4133, 0.8334, 3.0194, 0.001, // difficulty: the first, how it spreads, how it moves, how it is drawn back
    1.8722, 0.1666, 0.796, // stability after recall: scale, by stability, by what was forgotten
    1.4835, 0.0614, 0.2629,
    1.6483, // stability after forgetting: scale, by difficulty, by stability, by what was forgotten
    0.6014, 1.8729, // what hard takes away, what easy adds
    0.5425, 0.0912, 0.0658, // within a day: by grade, shift, by stability
    0.1542, // how fast forgetting slows down
];
/// The forgetting curve is a power law of this exponent.
const DECAY: f64 = -W[20];
/// Scales the forgetting curve so that stability is the time until recall is 0.9: `0.9^(1 / DECAY) - 1`.
const FACTOR: f64 = 0.980_346_494_413_479_7;
/// The weakest and the strongest memory, in days. The reference knows no strongest, and nobody lives to have it: it keeps
/// the number finite, because JSON has no infinity.
pub const STABILITY_DAYS: (f64, f64) = (0.001, 1e12);
/// The easiest and the hardest card.
pub const DIFFICULTY: (f64, f64) = (1.0, 10.0);
/// The shortest and the longest interval, in days.
pub const INTERVAL_DAYS: (u32, u32) = (1, 36_500);

/// What somebody has in mind of one card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until recall falls to 0.9, within [`STABILITY_DAYS`].
    pub stability_days: f64,
    /// 1-10.
    pub difficulty: f64,
}

impl Memory {
    /// A memory from numbers that were kept: what makes no sense is taken for the nearest that does.
    pub fn of(stability_days: f64, difficulty: f64) -> Self {
        Self { stability_days: held(stability_days, STABILITY_DAYS), difficulty: held(difficulty, DIFFICULTY) }
    }

    /// After the first answer.
    pub fn first(grade: Grade) -> Self {
        Self::of(W[usize::from(grade.number()) - 1], first_difficulty(grade))
    }

    /// After another answer, so many whole days later.
    #[must_use]
    pub fn after(self, elapsed_days: u32, grade: Grade) -> Self {
        let stability_days = match (elapsed_days, grade) {
            (0, _) => self.within_a_day(grade),
            (_, Grade::Again) => self.forgotten(self.recall(f64::from(elapsed_days))),
            _ => self.recalled(self.recall(f64::from(elapsed_days)), grade),
        };
        Self::of(stability_days, self.next_difficulty(grade))
    }

    /// How likely it is still there after so many days, 0-1; parts of days count.
    pub fn recall(self, elapsed_days: f64) -> f64 {
        (1.0 + FACTOR * elapsed_days / self.stability_days).powf(DECAY)
    }

    /// After how many whole days recall falls to what is desired, within [`INTERVAL_DAYS`].
    pub fn interval_days(self, desired_retention: f64) -> u32 {
        let days = self.stability_days / FACTOR * (desired_retention.powf(1.0 / DECAY) - 1.0);
        // Halves to even, as Python rounds. It is within 36,500 when it becomes a whole number.
        days.round_ties_even().clamp(f64::from(INTERVAL_DAYS.0), f64::from(INTERVAL_DAYS.1)) as u32
    }

    fn within_a_day(self, grade: Grade) -> f64 {
        let growth = (W[17] * (rating(grade) - rating(Grade::Good) + W[18])).exp() * self.stability_days.powf(-W[19]);
        self.stability_days * if grade == Grade::Again { growth } else { growth.max(1.0) }
    }

    fn recalled(self, recall: f64, grade: Grade) -> f64 {
        let by_grade = match grade {
            Grade::Hard => W[15],
            Grade::Easy => W[16],
            Grade::Again | Grade::Good => 1.0,
        };
        let by_memory = W[8].exp() * (11.0 - self.difficulty) * self.stability_days.powf(-W[9]);
        self.stability_days * (1.0 + by_memory * (((1.0 - recall) * W[10]).exp() - 1.0) * by_grade)
    }

    /// Forgetting never makes a memory stronger.
    fn forgotten(self, recall: f64) -> f64 {
        let by_memory = self.difficulty.powf(-W[12]) * ((self.stability_days + 1.0).powf(W[13]) - 1.0);
        let long = W[11] * by_memory * ((1.0 - recall) * W[14]).exp();
        long.min(self.stability_days / (W[17] * W[18]).exp())
    }

    /// The harder a card is, the less harder it gets; and a little of what an easy one begins with comes in each time.
    fn next_difficulty(self, grade: Grade) -> f64 {
        let moved = -W[6] * (rating(grade) - rating(Grade::Good));
        let damped = self.difficulty + (DIFFICULTY.1 - self.difficulty) * moved / 9.0;
        W[7] * first_difficulty(Grade::Easy) + (1.0 - W[7]) * damped
    }
}

/// Not yet held within 1-10.
fn first_difficulty(grade: Grade) -> f64 {
    W[4] - (W[5] * (rating(grade) - 1.0)).exp() + 1.0
}

/// A number held within two bounds; what is not a number becomes the least.
pub(super) fn held(number: f64, (least, most): (f64, f64)) -> f64 {
    if number.is_nan() { least } else { number.clamp(least, most) }
}

fn rating(grade: Grade) -> f64 {
    f64::from(grade.number())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stability_is_the_time_until_nine_in_ten_are_recalled() {
        assert!((FACTOR - (0.9_f64.powf(1.0 / DECAY) - 1.0)).abs() < 1e-14);
        let memory = Memory::of(12.0, 5.0);
        assert!((memory.recall(12.0) - 0.9).abs() < 1e-12);
        assert_eq!(memory.recall(0.0), 1.0);
        assert_eq!(memory.interval_days(0.9), 12);
    }

    #[test]
    fn who_wants_to_know_more_is_asked_sooner() {
        let days = [0.7, 0.8, 0.9, 0.95, 0.97].map(|desired| Memory::of(50.0, 5.0).interval_days(desired));
        assert!(days.is_sorted_by(|sooner, later| sooner > later), "{days:?}");
    }

    #[test]
    fn an_interval_is_a_day_at_least_and_a_century_at_most() {
        assert_eq!(Memory::of(0.0, 5.0).interval_days(0.9), 1);
        assert_eq!(Memory::of(f64::INFINITY, 5.0).interval_days(0.9), 36_500);
    }

    #[test]
    fn numbers_that_make_no_sense_become_some_that_do() {
        let broken = Memory::of(f64::NAN, f64::NAN);
        assert_eq!((broken.stability_days, broken.difficulty), (STABILITY_DAYS.0, DIFFICULTY.0));
        for grade in Grade::ALL {
            let next = Memory::of(f64::INFINITY, -7.0).after(u32::MAX, grade);
            assert!(next.stability_days.is_finite() && (1.0..=10.0).contains(&next.difficulty), "{next:?}");
        }
    }
}
