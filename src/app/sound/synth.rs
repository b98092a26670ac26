//! The sounds of a phone desk, as samples: no device, no clock, the same numbers every time.
//!
//! Every sound is an iterator of mono samples at [`SAMPLE_RATE`], each within -1.0..=1.0. Sounds that go on until they
//! are stopped never end; a [`Click`] does.

mod click;
mod line;
mod ring;

use std::f64::consts::TAU;

pub use click::Click;
pub use line::Tone;
pub use ring::RingTone;

/// Samples in a second.
pub const SAMPLE_RATE: u32 = 48_000;

/// What a ring may be asked to take from one burst to the next, in milliseconds.
pub const RING_MS: std::ops::RangeInclusive<u32> = 300..=60_000;

/// One ring after the other, in milliseconds, where nobody asks for another pace.
pub const DEFAULT_RING_MS: u32 = 3_000;

/// A sound on its way: boxed, as a telephone rings for a long time and its voice is moved about.
pub type Samples = Box<dyn Iterator<Item = f32> + Send>;

/// As many samples as fit into this many milliseconds.
pub const fn samples_in(ms: u32) -> u64 {
    ms as u64 * SAMPLE_RATE as u64 / 1_000
}

/// A sine that can change its pitch without a jump: the phase is kept, only the speed changes.
#[derive(Debug, Clone, Default)]
struct Sine {
    phase: f64,
}

impl Sine {
    /// The next sample of a sine of this frequency in hertz.
    fn next(&mut self, hertz: f64) -> f64 {
        let sample = (self.phase * TAU).sin();
        self.phase = (self.phase + hertz / f64::from(SAMPLE_RATE)).fract();
        sample
    }
}

/// A sine of one pitch, by turning a pointer a little at every sample: a bell has many of them.
#[derive(Debug, Clone)]
struct Partial {
    now: (f64, f64),
    turn: (f64, f64),
}

impl Partial {
    fn new(hertz: f64) -> Self {
        let (sin, cos) = (TAU * hertz / f64::from(SAMPLE_RATE)).sin_cos();
        Self { now: (1.0, 0.0), turn: (cos, sin) }
    }

    fn next(&mut self) -> f64 {
        let ((x, y), (cos, sin)) = (self.now, self.turn);
        self.now = (x * cos - y * sin, x * sin + y * cos);
        y
    }
}

/// How open a gate is that opens at sample 0 and is shut again at `len`: 0.0..=1.0, slow enough at both ends not to
/// click. All ramps lie inside, so that nothing sounds after `len`.
fn gate(at: u64, len: u64, attack: u64, release: u64) -> f64 {
    let left = len.saturating_sub(at);
    swell(at, attack).min(swell(left, release))
}

/// Half a cosine from 0 to 1.
fn swell(done: u64, whole: u64) -> f64 {
    if done >= whole {
        return 1.0;
    }
    let share = done as f64 / whole as f64;
    0.5 - 0.5 * (share * TAU / 2.0).cos()
}
