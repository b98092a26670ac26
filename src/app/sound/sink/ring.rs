//! Samples on their way to a thread that must not wait: one thread pushes, another pops, neither locks.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

use crate::app::sound::synth::{SAMPLE_RATE, samples_in};

/// Slots; a power of two, far above what is ever kept.
const SLOTS: usize = 1 << 15;
/// Samples kept ready, as long as the device takes little at a time.
const READY: usize = samples_in(40) as usize;

/// The samples.
#[derive(Debug)]
pub struct Ring {
    slots: Box<[AtomicU32]>,
    pushed: AtomicUsize,
    popped: AtomicUsize,
    /// The most the device has taken at once.
    bite: AtomicUsize,
}

impl Default for Ring {
    fn default() -> Self {
        let slots = (0..SLOTS).map(|_| AtomicU32::new(0)).collect();
        Self { slots, pushed: AtomicUsize::new(0), popped: AtomicUsize::new(0), bite: AtomicUsize::new(0) }
    }
}

impl Ring {
    fn len(&self) -> usize {
        self.pushed.load(Ordering::Acquire).wrapping_sub(self.popped.load(Ordering::Acquire))
    }

    /// How many samples should be pushed now: two bites are kept ready.
    pub fn room(&self) -> usize {
        let ready = READY.max(2 * self.bite.load(Ordering::Relaxed)).min(SLOTS);
        ready.saturating_sub(self.len())
    }

    /// The device is about to take so many.
    pub fn will_take(&self, bite: usize) {
        self.bite.fetch_max(bite, Ordering::Relaxed);
    }

    /// Pushes what fits; the rest is lost.
    pub fn push(&self, samples: &[f32]) {
        let pushed = self.pushed.load(Ordering::Relaxed);
        let fits = samples.len().min(SLOTS - self.len());
        for (at, sample) in samples[..fits].iter().enumerate() {
            self.slots[pushed.wrapping_add(at) % SLOTS].store(sample.to_bits(), Ordering::Relaxed);
        }
        self.pushed.store(pushed.wrapping_add(fits), Ordering::Release);
    }

    /// The next sample, if there is one.
    pub fn pop(&self) -> Option<f32> {
        let popped = self.popped.load(Ordering::Relaxed);
        if self.pushed.load(Ordering::Acquire) == popped {
            return None;
        }
        let sample = f32::from_bits(self.slots[popped % SLOTS].load(Ordering::Relaxed));
        self.popped.store(popped.wrapping_add(1), Ordering::Release);
        Some(sample)
    }
}

/// From [`SAMPLE_RATE`] to the device's rate, along straight lines: what rings is far below half of either.
#[derive(Debug)]
pub struct Resampler {
    step: f64,
    at: f64,
    ends: (f32, f32),
}

impl Resampler {
    /// To this many samples a second.
    pub fn to(rate: u32) -> Self {
        Self { step: f64::from(SAMPLE_RATE) / f64::from(rate.max(1)), at: 0.0, ends: (0.0, 0.0) }
    }

    /// About how many samples go into so many of the device's.
    pub fn needed(&self, frames: usize) -> usize {
        (frames as f64 * self.step).ceil() as usize
    }

    /// The device's next sample; silence when the ring is empty.
    pub fn next(&mut self, ring: &Ring) -> f32 {
        self.at += self.step;
        while self.at >= 1.0 {
            self.at -= 1.0;
            self.ends = (self.ends.1, ring.pop().unwrap_or(0.0));
        }
        self.ends.0 + (self.ends.1 - self.ends.0) * self.at as f32
    }
}
