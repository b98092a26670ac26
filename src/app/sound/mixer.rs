//! Everything that sounds at once, added up: whatever plays, no sample leaves -1.0..=1.0 and nothing clicks.
//!
//! Each voice counts its own samples, so that blocks of any size give the same sound.

use crate::app::sound::synth::{Click, RingTone, Samples, Tone, samples_in};

/// How long a stopped voice, or a change of volume, takes to be carried out.
pub const FADE_MS: u32 = 5;
/// Noises at once; more would be a heap of clicks nobody asked for.
const MOST_CLICKS: usize = 8;
/// Up to here the sum is left as it is; above, it bends towards 1.
const KNEE: f32 = 0.7;

/// What goes on until it is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looping {
    /// A telephone rings; `ring_ms` from burst to burst.
    Ring {
        /// Which bell.
        tone: RingTone,
        /// Milliseconds, see [`RING_MS`](crate::app::sound::synth::RING_MS).
        ring_ms: u32,
    },
    /// A tone in the receiver.
    Line(Tone),
}

impl Looping {
    fn samples(self) -> Samples {
        match self {
            Self::Ring { tone, ring_ms } => tone.samples(ring_ms),
            Self::Line(tone) => tone.samples(),
        }
    }
}

/// A number that moves to where it should be in [`FADE_MS`], sample by sample.
#[derive(Debug, Clone, Copy)]
struct Fader {
    now: f32,
    goal: f32,
}

impl Fader {
    fn at(now: f32) -> Self {
        Self { now, goal: now }
    }

    fn next(&mut self) -> f32 {
        let step = 1.0 / samples_in(FADE_MS) as f32;
        self.now += (self.goal - self.now).clamp(-step, step);
        self.now
    }

    fn is_silent(&self) -> bool {
        self.now == 0.0 && self.goal == 0.0
    }
}

struct Voice {
    /// Whose voice it is; nobody's once it is stopped.
    id: Option<u8>,
    what: Looping,
    samples: Samples,
    fader: Fader,
    heard: bool,
}

/// The voices and the volume.
pub struct Mixer {
    voices: Vec<Voice>,
    clicks: Vec<Samples>,
    volume: f32,
    muted: bool,
    gain: Fader,
}

impl Default for Mixer {
    fn default() -> Self {
        Self { voices: Vec::new(), clicks: Vec::new(), volume: 1.0, muted: false, gain: Fader::at(1.0) }
    }
}

impl Mixer {
    /// Starts a voice. What it played before is stopped; if it plays just this already, it goes on.
    pub fn start(&mut self, id: u8, what: Looping) {
        if self.voices.iter().any(|voice| voice.id == Some(id) && voice.what == what) {
            return;
        }
        self.stop(id);
        self.voices.push(Voice { id: Some(id), what, samples: what.samples(), fader: Fader::at(1.0), heard: false });
    }

    /// Stops a voice: silent after [`FADE_MS`]; one that has not been heard yet is gone.
    pub fn stop(&mut self, id: u8) {
        self.voices.retain(|voice| voice.id != Some(id) || voice.heard);
        for voice in self.voices.iter_mut().filter(|voice| voice.id == Some(id)) {
            voice.id = None;
            voice.fader.goal = 0.0;
        }
    }

    /// Plays a noise once.
    pub fn click(&mut self, click: Click) {
        if self.clicks.len() >= MOST_CLICKS {
            drop(self.clicks.remove(0));
        }
        self.clicks.push(click.samples());
    }

    /// How loud everything is: 0.0 (nothing) to 1.0 (as made). What is no number changes nothing.
    pub fn set_volume(&mut self, volume: f32) {
        if !volume.is_nan() {
            self.volume = volume.clamp(0.0, 1.0);
        }
        self.aim();
    }

    /// Exact silence, and back; what rings is still ringing then.
    pub fn mute(&mut self, muted: bool) {
        self.muted = muted;
        self.aim();
    }

    fn aim(&mut self) {
        self.gain.goal = if self.muted { 0.0 } else { self.volume };
    }

    /// Whether the next block can be anything but silence, now or later, if nothing else is asked for.
    pub fn is_sounding(&self) -> bool {
        let nothing = self.voices.is_empty() && self.clicks.is_empty();
        !nothing && !self.gain.is_silent()
    }

    /// Nobody listens: what would be over by the time somebody does is over now.
    pub fn settle(&mut self) {
        self.voices.retain(|voice| voice.id.is_some());
        self.clicks.clear();
        self.gain = Fader::at(self.gain.goal);
    }

    /// The next samples, `out.len()` of them.
    pub fn render(&mut self, out: &mut [f32]) {
        for sample in out {
            *sample = self.next();
        }
    }

    fn next(&mut self) -> f32 {
        let mut sum = 0.0;
        self.voices.retain_mut(|voice| {
            voice.heard = true;
            sum += voice.samples.next().unwrap_or(0.0) * voice.fader.next();
            !voice.fader.is_silent()
        });
        self.clicks.retain_mut(|click| click.next().map(|sample| sum += sample).is_some());
        bend(sum) * self.gain.next()
    }
}

/// Keeps a sum within -1.0..=1.0 without a corner in the curve.
fn bend(sum: f32) -> f32 {
    let over = sum.abs() - KNEE;
    if over <= 0.0 {
        return sum;
    }
    (KNEE + (1.0 - KNEE) * (over / (1.0 - KNEE)).tanh()).copysign(sum)
}
