//! A mood, trust by patience, as a face: nine faces drawn by hand and everything between them.

use super::Expression;

/// The most trust or patience there is.
const MOST: f32 = 100.0;

/// Does not trust us, but has time: guarded, looking aside, drawn back.
const GUARDED: Expression = Expression {
    brow_raise: 0.1,
    brow_slant: -0.3,
    lid: 0.56,
    squint: 0.3,
    gaze_x: -0.62,
    gaze_y: 0.1,
    mouth_curve: -0.35,
    mouth_width: -0.2,
    press: 0.55,
    tilt: -0.4,
    turn: 0.55,
    lean: -0.75,
    ..Expression::NEUTRAL
};

/// Does not trust us, not in a hurry yet: wary.
const WARY: Expression = Expression {
    brow_raise: -0.15,
    brow_slant: -0.5,
    lid: 0.62,
    squint: 0.3,
    gaze_x: -0.35,
    mouth_curve: -0.45,
    mouth_width: -0.1,
    press: 0.6,
    flush: 0.15,
    tilt: -0.2,
    turn: 0.4,
    lean: -0.3,
    ..Expression::NEUTRAL
};

/// Neither trust nor patience left: furious.
const FURIOUS: Expression = Expression {
    brow_raise: -0.75,
    brow_slant: -1.0,
    lid: 0.88,
    squint: 0.35,
    gaze_x: 0.0,
    gaze_y: 0.0,
    mouth_curve: -0.85,
    mouth_open: 0.38,
    mouth_width: 0.35,
    press: 0.0,
    flush: 1.0,
    tilt: 0.0,
    turn: 0.0,
    lean: 1.0,
    ..Expression::NEUTRAL
};

/// Half trusts us and has time: listening, friendly enough.
const LISTENING: Expression = Expression {
    brow_raise: 0.18,
    brow_slant: 0.15,
    lid: 0.76,
    squint: 0.15,
    mouth_curve: 0.3,
    press: 0.0,
    tilt: 0.3,
    lean: 0.05,
    ..Expression::NEUTRAL
};

/// Half trusts us, and is losing patience: a tight mouth, the brows down.
const IMPATIENT: Expression = Expression {
    brow_raise: -0.4,
    brow_slant: -0.65,
    lid: 0.7,
    squint: 0.25,
    mouth_curve: -0.55,
    mouth_width: 0.1,
    press: 0.7,
    flush: 0.5,
    tilt: 0.0,
    turn: 0.05,
    lean: 0.6,
    ..Expression::NEUTRAL
};

/// Trusts us and has time: warm and open.
const WARM: Expression = Expression {
    brow_raise: 0.3,
    brow_slant: 0.25,
    lid: 0.74,
    squint: 0.5,
    mouth_curve: 0.85,
    mouth_open: 0.24,
    mouth_width: 0.5,
    press: 0.0,
    flush: 0.06,
    tilt: 0.45,
    lean: 0.2,
    ..Expression::NEUTRAL
};

/// Trusts us: at ease.
const AT_EASE: Expression = Expression {
    brow_raise: 0.12,
    brow_slant: 0.2,
    squint: 0.25,
    mouth_curve: 0.45,
    mouth_width: 0.15,
    press: 0.0,
    tilt: 0.25,
    lean: 0.1,
    ..Expression::NEUTRAL
};

/// Trusts us, but must have it over with: pressed, worried rather than angry.
const PRESSED: Expression = Expression {
    brow_raise: 0.1,
    brow_slant: 0.55,
    lid: 0.82,
    squint: 0.1,
    mouth_curve: -0.3,
    mouth_width: -0.1,
    press: 0.35,
    flush: 0.25,
    tilt: 0.1,
    lean: 0.6,
    ..Expression::NEUTRAL
};

/// The nine faces: by patience from none to full, within that by trust from none to full.
const FACES: [[Expression; 3]; 3] =
    [[FURIOUS, IMPATIENT, PRESSED], [WARY, Expression::NEUTRAL, AT_EASE], [GUARDED, LISTENING, WARM]];

impl Expression {
    /// The face of somebody who trusts us so far and has so much patience left, each 0 to 100. Small changes of mood
    /// are small changes of the face.
    pub fn of_mood(trust: f32, patience: f32) -> Self {
        let ((column, across), (row, along)) = (cell(trust), cell(patience));
        let lower = FACES[row][column].lerp(&FACES[row][column + 1], across);
        let upper = FACES[row + 1][column].lerp(&FACES[row + 1][column + 1], across);
        lower.lerp(&upper, along)
    }
}

/// Between which two of three faces a number is, and how far on the way.
fn cell(amount: f32) -> (usize, f32) {
    let at = (amount / MOST).clamp(0.0, 1.0) * 2.0;
    if at < 1.0 { (0, at) } else { (1, at - 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_change_of_mood_is_a_small_change_of_the_face() {
        for step in 0..100 {
            for other in [0.0, 25.0, 50.0, 77.0, 100.0] {
                let at = step as f32;
                let pairs = [
                    (Expression::of_mood(at, other), Expression::of_mood(at + 1.0, other)),
                    (Expression::of_mood(other, at), Expression::of_mood(other, at + 1.0)),
                ];
                for (before, after) in pairs {
                    let moved = before.to_array().into_iter().zip(after.to_array());
                    assert!(moved.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max) < 0.06);
                }
            }
        }
    }

    #[test]
    fn every_mood_is_in_range() {
        for trust in 0..=10 {
            for patience in 0..=10 {
                let face = Expression::of_mood(trust as f32 * 10.0, patience as f32 * 10.0);
                assert_eq!(face, face.kept_in_range());
            }
        }
    }

    #[test]
    fn the_corners_are_what_they_should_be() {
        let (warm, furious) = (Expression::of_mood(100.0, 100.0), Expression::of_mood(0.0, 0.0));
        let (guarded, pressed) = (Expression::of_mood(0.0, 100.0), Expression::of_mood(100.0, 0.0));
        assert!(warm.mouth_curve > 0.5 && furious.mouth_curve < -0.5);
        assert!(furious.flush > 0.8 && furious.lean > 0.8 && furious.brow_slant < -0.8);
        assert!(guarded.gaze_x.abs() > 0.4 && guarded.lean < -0.4);
        assert!(pressed.brow_slant > 0.0 && pressed.lean > 0.4);
    }
}
