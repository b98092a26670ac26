//! The mouth while a line is spoken: syllables, and the pauses between phrases. No sound is followed; the pattern is
//! the same for the same moment, and irregular enough to be believed.

/// How many syllables are spoken in a second.
const SYLLABLES_PER_SEC: f64 = 5.0;
/// How many syllables are spoken in one breath, with the rest that follows.
const PHRASE: u64 = 11;
/// How many of these are the rest.
const REST: u64 = 2;
/// How much of a syllable is the mouth opening; the rest is it closing, slower.
const ATTACK: f64 = 0.38;

/// How far the mouth stays open between two syllables, as a share of the smaller.
const SLUR: f64 = 0.3;

/// How far the mouth is open (0 to 1) and how wide (-1 to 1) `at_secs` after a line began.
pub fn talking(at_secs: f64) -> (f32, f32) {
    if at_secs <= 0.0 {
        return (0.0, 0.0);
    }
    let at = at_secs * SYLLABLES_PER_SEC;
    let index = at.floor();
    let (now, next) = (Syllable::at(index as u64), Syllable::at(index as u64 + 1));
    let along = at - index;
    let open = if along < ATTACK { ease(along / ATTACK) } else { 1.0 - ease((along - ATTACK) / (1.0 - ATTACK)) };
    // Syllables run into each other: the mouth closes fully only at a rest.
    let held = |other: &Syllable| SLUR * now.open.min(other.open);
    let before = (index as u64).checked_sub(1).map_or(Syllable::REST, Syllable::at);
    let floor = held(if along < ATTACK { &before } else { &next });
    let width = before.width + (now.width - before.width) * ease(along);
    ((floor + (now.open - floor) * open) as f32, width as f32)
}

/// What the mouth does at the height of one syllable.
struct Syllable {
    open: f64,
    width: f64,
}

impl Syllable {
    /// Lips closed.
    const REST: Self = Self { open: 0.0, width: 0.0 };

    /// The syllable at a place of the endless line.
    fn at(index: u64) -> Self {
        let (phrase, place) = (index / PHRASE, index % PHRASE);
        let spoken = PHRASE - REST - scattered(phrase.wrapping_mul(7)) % 3;
        if place >= spoken {
            return Self::REST;
        }
        /// Open, half open, rounded, spread, nearly closed: a, e, u, i, m.
        const SHAPES: [(f64, f64); 6] = [(0.85, 0.1), (0.55, 0.2), (0.45, -0.7), (0.35, 0.6), (0.2, -0.1), (0.7, -0.3)];
        let (open, width) = SHAPES[(scattered(index) % SHAPES.len() as u64) as usize];
        Self { open, width }
    }
}

/// A number that looks drawn at random, the same for the same index.
fn scattered(index: u64) -> u64 {
    let mixed = index.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33
}

/// Slow, fast, slow: from 0 to 1.
fn ease(at: f64) -> f64 {
    at * at * (3.0 - 2.0 * at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mouth_opens_about_five_times_a_second_and_rests() {
        let open: Vec<f32> = (0..2000).map(|step| talking(f64::from(step) / 100.0).0).collect();
        let peaks = open.windows(3).filter(|it| it[0] < it[1] && it[1] >= it[2] && it[1] > 0.15).count();
        assert!((60..=100).contains(&peaks), "{peaks} in 20 s");
        assert!(open.iter().filter(|it| **it < 0.02).count() > 150, "no pauses");
    }

    #[test]
    fn a_mouth_does_not_jump() {
        let at = |step: i32| talking(f64::from(step) / 500.0);
        for step in 0..5000 {
            let ((open, width), (then, later)) = (at(step), at(step + 1));
            assert!((open - then).abs() < 0.06 && (width - later).abs() < 0.06, "at {step}");
            assert!((0.0..=1.0).contains(&open) && (-1.0..=1.0).contains(&width));
        }
    }
}
