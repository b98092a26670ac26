//! Blinks, at irregular moments; behind each the eyes may go somewhere else a little, which nobody sees them do.

use rand::{RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;

/// How long a blink is.
pub const BLINK_SECS: f64 = 0.14;
/// How long it is from one to the next, at least and at most.
pub const BETWEEN_SECS: (f64, f64) = (2.5, 6.0);
/// How much of a blink is the lids going down; up they go slower.
const DOWN: f64 = 0.4;
/// How far the eyes stray from where they look.
const STRAY: (f32, f32) = (0.22, 0.12);
/// After a gap this long the past is not made up for.
const LONG_GAP_SECS: f64 = 30.0;

/// The blinks of one face, one after the other.
pub struct Blinks {
    dice: Xoshiro256PlusPlus,
    /// When the present or next one begins. Not known before the first moment is.
    next: Option<f64>,
    gaze: (f32, f32),
    has_looked: bool,
}

impl Blinks {
    /// The blinks of a seed.
    pub fn new(seed: u64) -> Self {
        Self { dice: Xoshiro256PlusPlus::seed_from_u64(seed), next: None, gaze: (0.0, 0.0), has_looked: false }
    }

    /// Comes to a moment.
    pub fn pass(&mut self, now: f64) {
        let mut next = match self.next {
            Some(next) if now - next < LONG_GAP_SECS => next,
            _ => now + self.pause(),
        };
        loop {
            if now >= next + BLINK_SECS * DOWN && !self.has_looked {
                self.gaze = (self.stray(STRAY.0), self.stray(STRAY.1));
                self.has_looked = true;
            }
            if now < next + BLINK_SECS {
                break;
            }
            next += BLINK_SECS + self.pause();
            self.has_looked = false;
        }
        self.next = Some(next);
    }

    /// Comes to a moment without having blinked.
    pub fn skip_to(&mut self, now: f64) {
        self.next = Some(now + BETWEEN_SECS.0);
        self.gaze = (0.0, 0.0);
        self.has_looked = false;
    }

    /// How far the lids are down, 0 to 1.
    pub fn closed(&self, now: f64) -> f32 {
        let along = self.next.map_or(-1.0, |next| (now - next) / BLINK_SECS);
        if !(0.0..1.0).contains(&along) {
            return 0.0;
        }
        let down = if along < DOWN { along / DOWN } else { 1.0 - (along - DOWN) / (1.0 - DOWN) };
        (down * down * (3.0 - 2.0 * down)) as f32
    }

    /// In how many seconds the next one begins; 0 during one.
    pub fn in_secs(&self, now: f64) -> f64 {
        self.next.map_or(0.0, |next| (next - now).max(0.0))
    }

    /// Where the eyes have strayed to.
    pub fn gaze(&self) -> (f32, f32) {
        self.gaze
    }

    fn pause(&mut self) -> f64 {
        self.dice.random_range(BETWEEN_SECS.0..BETWEEN_SECS.1)
    }

    fn stray(&mut self, most: f32) -> f32 {
        self.dice.random_range(-most..most)
    }
}
