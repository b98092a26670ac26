//! What the exchange lets one hear in the receiver: 450 Hz, in the cadences of GB/T 3380.

use crate::app::sound::synth::{Samples, Sine, gate, samples_in};

/// The pitch of every tone of a Chinese exchange.
const TONE_HZ: f64 = 450.0;
/// Quieter than a ring: it is in the ear already.
const TONE_LEVEL: f64 = 0.16;
/// The ends of a tone: long enough not to click, short enough to leave its length alone.
const RAMP_MS: u32 = 4;

/// A tone in the receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The line is free: without end.
    Dial,
    /// The other side is talking or has hung up: 350 ms on, 350 ms off.
    Busy,
    /// The other telephone rings: 1 s on, 4 s off.
    RingBack,
}

impl Tone {
    /// On and off, in milliseconds; nothing for a tone without end.
    pub const fn cadence(self) -> Option<(u32, u32)> {
        match self {
            Self::Dial => None,
            Self::Busy => Some((350, 350)),
            Self::RingBack => Some((1_000, 4_000)),
        }
    }

    /// The tone, for ever.
    pub fn samples(self) -> Samples {
        let cadence = self.cadence().map(|(on, off)| (samples_in(on), samples_in(on + off)));
        Box::new(Line { at: 0, cadence, sine: Sine::default() })
    }
}

struct Line {
    at: u64,
    cadence: Option<(u64, u64)>,
    sine: Sine,
}

impl Line {
    /// How open the line is now; steps on.
    fn open(&mut self) -> f64 {
        let ramp = samples_in(RAMP_MS);
        let at = self.at;
        self.at += 1;
        match self.cadence {
            None => gate(at, u64::MAX, ramp, ramp),
            Some((on, cycle)) => gate(at % cycle, on, ramp, ramp),
        }
    }
}

impl Iterator for Line {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        Some((TONE_LEVEL * self.open() * self.sine.next(TONE_HZ)) as f32)
    }
}
