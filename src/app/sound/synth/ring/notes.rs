//! Electronic telephones: notes taking turns.

use crate::app::sound::synth::ring::Burst;
use crate::app::sound::synth::{SAMPLE_RATE, Sine, gate, samples_in};

/// The two notes of the warble.
const WARBLE_HZ: [f64; 2] = [800.0, 1_000.0];
/// Notes in a second.
const WARBLE_TURNS: u64 = 12;
/// A little of the octave above, so that it is not a test tone.
const WARBLE_OCTAVE: f64 = 0.2;
const WARBLE_LEVEL: f64 = 0.22;

/// Two notes taking turns.
#[derive(Default)]
pub(super) struct Warble {
    note: Sine,
    octave: Sine,
}

impl Burst for Warble {
    const ENDS: (u32, u32) = (8, 20);

    fn next(&mut self, at: u64) -> f64 {
        let hertz = WARBLE_HZ[(at * WARBLE_TURNS / u64::from(SAMPLE_RATE)) as usize % 2];
        WARBLE_LEVEL * (self.note.next(hertz) + WARBLE_OCTAVE * self.octave.next(hertz * 2.0))
    }
}

/// The two notes of a trill.
const CHIRP_HZ: [f64; 2] = [1_500.0, 1_900.0];
/// Notes in a second within a trill.
const CHIRP_TURNS: u64 = 40;
/// A trill, and a trill with the gap after it: a burst of one second ends with a whole trill.
const TRILL_MS: u32 = 120;
const TRILL_AND_GAP_MS: u32 = 176;
/// The ends of a trill.
const TRILL_RAMP_MS: u32 = 8;
const CHIRP_LEVEL: f64 = 0.2;

/// Trills of two high notes.
#[derive(Default)]
pub(super) struct Chirp {
    note: Sine,
}

impl Burst for Chirp {
    const ENDS: (u32, u32) = (5, 10);

    fn next(&mut self, at: u64) -> f64 {
        let hertz = CHIRP_HZ[(at * CHIRP_TURNS / u64::from(SAMPLE_RATE)) as usize % 2];
        let ramp = samples_in(TRILL_RAMP_MS);
        let open = gate(at % samples_in(TRILL_AND_GAP_MS), samples_in(TRILL_MS), ramp, ramp);
        CHIRP_LEVEL * open * self.note.next(hertz)
    }
}
