//! The receiver's noises: plastic on plastic, and the line going dead.

use crate::app::sound::synth::{SAMPLE_RATE, Samples, Sine, gate, samples_in};

/// A noise that is over by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Click {
    /// The receiver is lifted off.
    PickedUp,
    /// The receiver is laid down with care.
    PutDownGently,
    /// The receiver is slammed down: a thump.
    PutDownHard,
    /// The other side has hung up: a small knock in the ear.
    LineDead,
}

/// A blow: when, how long until it has faded to 1/e, how loud; its body's pitch and how much of it is clatter.
struct Blow {
    at_ms: u32,
    fades_ms: f64,
    level: f64,
    body_hz: f64,
    clatter: f64,
}

/// The attack of a blow.
const ATTACK_MS: u32 = 1;
/// The end of every noise.
const RELEASE_MS: u32 = 10;

impl Click {
    /// How long the noise takes, in milliseconds.
    pub const fn length_ms(self) -> u32 {
        match self {
            Self::PickedUp => 90,
            Self::PutDownGently => 110,
            Self::PutDownHard => 260,
            Self::LineDead => 70,
        }
    }

    /// The noise, from beginning to end.
    pub fn samples(self) -> Samples {
        let blows = self.blows().iter().map(|blow| (blow, Sine::default())).collect();
        Box::new(Knock { at: 0, len: samples_in(self.length_ms()), blows, noise: FIRST_NOISE })
    }

    const fn blows(self) -> &'static [Blow] {
        match self {
            Self::PickedUp => &[
                Blow { at_ms: 0, fades_ms: 5.0, level: 0.16, body_hz: 900.0, clatter: 0.5 },
                Blow { at_ms: 35, fades_ms: 8.0, level: 0.12, body_hz: 520.0, clatter: 0.4 },
            ],
            Self::PutDownGently => &[
                Blow { at_ms: 0, fades_ms: 9.0, level: 0.14, body_hz: 260.0, clatter: 0.25 },
                Blow { at_ms: 40, fades_ms: 7.0, level: 0.08, body_hz: 700.0, clatter: 0.4 },
            ],
            Self::PutDownHard => &[
                Blow { at_ms: 0, fades_ms: 45.0, level: 0.55, body_hz: 110.0, clatter: 0.1 },
                Blow { at_ms: 0, fades_ms: 10.0, level: 0.30, body_hz: 640.0, clatter: 0.6 },
                Blow { at_ms: 70, fades_ms: 14.0, level: 0.20, body_hz: 480.0, clatter: 0.5 },
            ],
            Self::LineDead => &[Blow { at_ms: 0, fades_ms: 6.0, level: 0.18, body_hz: 420.0, clatter: 0.3 }],
        }
    }
}

struct Knock {
    at: u64,
    len: u64,
    blows: Vec<(&'static Blow, Sine)>,
    noise: u32,
}

/// Where the noise begins: the same clatter at every blow.
const FIRST_NOISE: u32 = 0x2545_F491;

/// The next of a row of numbers without a pattern one could hear (xorshift).
const fn stir(mut noise: u32) -> u32 {
    noise ^= noise << 13;
    noise ^= noise >> 17;
    noise ^ (noise << 5)
}

impl Blow {
    fn next(&self, since: u64, sine: &mut Sine, noise: f64) -> f64 {
        let fade = (-(since as f64) * 1_000.0 / (self.fades_ms * f64::from(SAMPLE_RATE))).exp();
        let attack = gate(since, u64::MAX, samples_in(ATTACK_MS), 0);
        let body = sine.next(self.body_hz);
        self.level * fade * attack * (body * (1.0 - self.clatter) + noise * self.clatter)
    }
}

impl Iterator for Knock {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let at = self.at;
        if at >= self.len {
            return None;
        }
        self.at += 1;
        let before = self.noise;
        self.noise = stir(before);
        // The mean of two neighbours: plastic clatters, it does not hiss.
        let noise = (centred(before) + centred(self.noise)) / 2.0;
        let begun = |blow: &Blow| at.checked_sub(samples_in(blow.at_ms));
        let blows = self.blows.iter_mut();
        let sum: f64 = blows.filter_map(|(blow, sine)| Some(blow.next(begun(blow)?, sine, noise))).sum();
        Some((sum * gate(at, self.len, 0, samples_in(RELEASE_MS))) as f32)
    }
}

/// -1.0..=1.0.
fn centred(noise: u32) -> f64 {
    f64::from(noise) / f64::from(u32::MAX) * 2.0 - 1.0
}
