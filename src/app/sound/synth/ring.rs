//! Telephones ringing: a burst for a third of the cycle, then a pause.

mod bell;
mod notes;

use self::bell::{Bell, Distant};
use self::notes::{Chirp, Warble};
use crate::app::sound::synth::{RING_MS, Samples, gate, samples_in};

/// What a telephone sounds like; four on one desk can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RingTone {
    /// Two gongs and a clapper.
    Bell,
    /// Two notes taking turns.
    Warble,
    /// Short high trills.
    Chirp,
    /// The bell of a telephone across the room: quieter and duller.
    Distant,
}

impl RingTone {
    /// The telephone ringing, burst after burst, for ever. `ring_ms` is from one burst to the next, within
    /// [`RING_MS`]; the burst takes a third of it.
    pub fn samples(self, ring_ms: u32) -> Samples {
        let cycle = samples_in(ring_ms.clamp(*RING_MS.start(), *RING_MS.end()));
        match self {
            Self::Bell => Box::new(Ring::new(cycle, Bell::new())),
            Self::Warble => Box::new(Ring::new(cycle, Warble::default())),
            Self::Chirp => Box::new(Ring::new(cycle, Chirp::default())),
            Self::Distant => Box::new(Ring::new(cycle, Distant::new())),
        }
    }
}

/// What sounds during a burst.
trait Burst {
    /// Quick ends sound electric, slow ones mechanical: attack and release in milliseconds.
    const ENDS: (u32, u32);

    /// The sample at this place of the burst.
    fn next(&mut self, at: u64) -> f64;
}

/// Bursts and pauses.
struct Ring<B> {
    at: u64,
    burst: u64,
    cycle: u64,
    sound: B,
}

impl<B: Burst> Ring<B> {
    fn new(cycle: u64, sound: B) -> Self {
        Self { at: 0, burst: cycle / 3, cycle, sound }
    }
}

impl<B: Burst> Iterator for Ring<B> {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let at = self.at;
        self.at = (at + 1) % self.cycle;
        if at >= self.burst {
            return Some(0.0);
        }
        let open = gate(at, self.burst, samples_in(B::ENDS.0), samples_in(B::ENDS.1));
        Some((self.sound.next(at) * open) as f32)
    }
}
