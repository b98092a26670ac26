//! How somebody sounds: from who they are and how they feel.

/// Milliseconds a character takes somebody at ease.
const ORDINARY_MS: i64 = 210;
/// Half of the way from the deepest to the highest voice of one sex, in percent of pitch.
const PERSONS: u64 = 12;
/// Mood below which somebody gets angry, of 100.
const CALM: i64 = 50;
/// How loud somebody at ease is, in percent.
const ORDINARY_VOLUME: i64 = 80;

/// How a line is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// How fast, in percent of the voice's own speed: 50 to 200.
    pub speed_percent: u16,
    /// How much higher than the voice's own pitch, in percent: -50 to 50.
    pub pitch_percent: i8,
    /// How loud, in percent: 0 to 100.
    pub volume_percent: u8,
    /// Whether a woman's voice is wanted, or a man's, or either.
    pub is_woman: Option<bool>,
}

impl Manner {
    /// How a person sounds; the same arguments always sound the same. `seed` is of the person, and so is the pitch;
    /// `speech_ms_per_char` is how long they take over a character, 150 (hot-tempered) to 260 (worn down) milliseconds,
    /// as a rule 210; `trust` and `patience` are their mood now, 0 to 100.
    ///
    /// Who loses patience is faster, higher and louder; who is worn down is slow, low and quiet, even when angry.
    pub fn of(seed: u64, is_woman: Option<bool>, speech_ms_per_char: u32, trust: u8, patience: u8) -> Self {
        let ms = i64::from(speech_ms_per_char.clamp(1, 1_000));
        let weary = (ms - ORDINARY_MS).clamp(0, 50);
        let mood = (2 * i64::from(patience.min(100)) + i64::from(trust.min(100))) / 3;
        let anger = (CALM - mood).max(0) * (100 - weary) / 100;
        Self::bounded(
            100 * ORDINARY_MS / ms + anger * 2 / 5,
            pitch_of(seed) + anger / 5 - weary / 5,
            ORDINARY_VOLUME + anger * 2 / 5 - weary / 3,
            is_woman,
        )
    }

    /// What is beyond the bounds is taken for the nearer end.
    pub(super) fn within_bounds(self) -> Self {
        let Self { speed_percent, pitch_percent, volume_percent, is_woman } = self;
        Self::bounded(speed_percent.into(), pitch_percent.into(), volume_percent.into(), is_woman)
    }

    fn bounded(speed: i64, pitch: i64, volume: i64, is_woman: Option<bool>) -> Self {
        Self {
            speed_percent: speed.clamp(50, 200) as u16,
            pitch_percent: pitch.clamp(-50, 50) as i8,
            volume_percent: volume.clamp(0, 100) as u8,
            is_woman,
        }
    }
}

/// A person's own pitch, in percent. Neighbouring seeds are as different as any.
fn pitch_of(seed: u64) -> i64 {
    let mixed = (seed ^ (seed >> 31)).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    ((mixed >> 33) % (2 * PERSONS + 1)) as i64 - PERSONS as i64
}
