//! A telephone with a real bell, near and far: two gongs and a clapper between them.

use crate::app::sound::synth::ring::Burst;
use crate::app::sound::synth::{Partial, SAMPLE_RATE, samples_in};

/// Strikes of the clapper in a second; the gongs take turns.
const CLAPPER_HZ: u64 = 20;
/// The lower note of each gong.
const GONGS_HZ: [f64; 2] = [1_050.0, 1_320.0];
/// What else sounds in a struck gong: how many times higher, how loud.
const GONG_PARTIALS: [(f64, f64); 3] = [(1.0, 1.0), (1.52, 0.45), (2.44, 0.2)];
/// How long the hammer takes to bring a gong up to full sound.
const STRIKE_MS: u32 = 3;
/// In this time a gong falls to 1/e.
const GONG_FADES_S: f64 = 0.075;
/// As loud as the other ring tones.
const BELL_LEVEL: f64 = 0.17;

/// One gong: its partials share one loudness, pushed up by each strike.
struct Gong {
    partials: Vec<(Partial, f64)>,
    loudness: f64,
}

impl Gong {
    fn new(hertz: f64) -> Self {
        let partials = GONG_PARTIALS.map(|(times, level)| (Partial::new(hertz * times), level));
        Self { partials: partials.into(), loudness: 0.0 }
    }

    fn next(&mut self, struck: bool, fade: f64) -> f64 {
        if struck {
            self.loudness += (1.0 - self.loudness) * 4.0 / samples_in(STRIKE_MS) as f64;
        } else {
            self.loudness *= fade;
        }
        self.partials.iter_mut().map(|(partial, level)| partial.next() * *level).sum::<f64>() * self.loudness
    }
}

/// Two gongs, struck in turn.
pub(super) struct Bell {
    gongs: [Gong; 2],
    fade: f64,
}

impl Bell {
    pub(super) fn new() -> Self {
        Self { gongs: GONGS_HZ.map(Gong::new), fade: (-1.0 / (GONG_FADES_S * f64::from(SAMPLE_RATE))).exp() }
    }
}

impl Burst for Bell {
    const ENDS: (u32, u32) = (2, 60);

    fn next(&mut self, at: u64) -> f64 {
        let stroke = u64::from(SAMPLE_RATE) / CLAPPER_HZ;
        let hit = at % stroke < samples_in(STRIKE_MS);
        let turn = (at / stroke) % 2;
        let [low, high] = &mut self.gongs;
        BELL_LEVEL * (low.next(hit && turn == 0, self.fade) + high.next(hit && turn == 1, self.fade))
    }
}

/// Above this the walls of the room swallow the sound.
const ROOM_HZ: f64 = 700.0;
/// What is left of a bell's loudness across the room, before the walls.
const DISTANT_LEVEL: f64 = 0.9;

/// A bell behind two low-passes.
pub(super) struct Distant {
    bell: Bell,
    walls: [f64; 2],
    passes: f64,
}

impl Distant {
    pub(super) fn new() -> Self {
        let passes = 1.0 - (-std::f64::consts::TAU * ROOM_HZ / f64::from(SAMPLE_RATE)).exp();
        Self { bell: Bell::new(), walls: [0.0; 2], passes }
    }
}

impl Burst for Distant {
    const ENDS: (u32, u32) = (20, 120);

    fn next(&mut self, at: u64) -> f64 {
        let mut sound = self.bell.next(at) * DISTANT_LEVEL;
        for wall in &mut self.walls {
            *wall += (sound - *wall) * self.passes;
            sound = *wall;
        }
        sound
    }
}
