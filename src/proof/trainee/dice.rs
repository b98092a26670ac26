//! The dice of a generated trainee: whole numbers only, so that they fall alike on every platform.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use uuid::Uuid;

/// Dice from a seed.
pub(super) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    /// The dice of a seed.
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// Whether something happens that happens in so many of a thousand cases.
    pub fn happens(&mut self, permille: u32) -> bool {
        self.0.random_range(0..1_000) < permille
    }

    /// A number between two, both included; the lower one where they are the wrong way round.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        self.0.random_range(least..=most.max(least))
    }

    /// One of some things.
    pub fn one_of<T: Copy>(&mut self, things: &[T]) -> Option<T> {
        let most = u32::try_from(things.len()).unwrap_or(u32::MAX).saturating_sub(1);
        things.get(self.between(0, most) as usize).copied()
    }

    /// A seed.
    pub fn seed(&mut self) -> u64 {
        self.0.random()
    }

    /// The id of an attempt.
    pub fn id(&mut self) -> Uuid {
        uuid::Builder::from_random_bytes(self.0.random()).into_uuid()
    }
}
