//! A start at what was said.

use crate::app::face::expression::Expression;

/// How long it takes to show in full.
const RISE_SECS: f64 = 0.14;
/// How long it is seen.
const WHOLE_SECS: f64 = 0.9;
/// The change of trust or patience that is answered in full.
const FULL_CHANGE: f32 = 12.0;
/// The least that is answered, so that the smallest change is seen.
const LEAST: f32 = 0.35;

/// Patience lost: the brows shoot down, the lids narrow, the head comes forward.
const STUNG: Expression = Expression {
    brow_raise: -0.55,
    brow_slant: -0.6,
    lid: -0.12,
    squint: 0.25,
    mouth_curve: -0.3,
    press: 0.4,
    flush: 0.2,
    lean: 0.4,
    ..NOTHING
};

/// Trust lost: the head goes back, one looks twice.
const TAKEN_ABACK: Expression = Expression {
    brow_raise: 0.4,
    brow_slant: -0.35,
    lid: -0.2,
    gaze_x: -0.35,
    mouth_curve: -0.3,
    press: 0.3,
    tilt: -0.3,
    turn: 0.3,
    lean: -0.5,
    ..NOTHING
};

/// Trust or patience gained: the brows go up, the eyes open, a nod.
const PLEASED: Expression = Expression {
    brow_raise: 0.5,
    brow_slant: 0.25,
    lid: 0.14,
    mouth_curve: 0.4,
    mouth_width: 0.15,
    press: -0.3,
    tilt: 0.3,
    lean: 0.3,
    ..NOTHING
};

/// No difference at all.
const NOTHING: Expression = Expression {
    brow_raise: 0.0,
    brow_slant: 0.0,
    lid: 0.0,
    squint: 0.0,
    gaze_x: 0.0,
    gaze_y: 0.0,
    mouth_curve: 0.0,
    mouth_open: 0.0,
    mouth_width: 0.0,
    press: 0.0,
    flush: 0.0,
    tilt: 0.0,
    turn: 0.0,
    lean: 0.0,
    breath: 0.0,
};

/// One start.
pub struct Reaction {
    difference: Expression,
    from_secs: f64,
}

impl Reaction {
    /// The start at a change of trust and patience.
    pub fn to(trust: f32, patience: f32, now_secs: f64) -> Self {
        let part = |change: f32, face: &Expression| {
            let share = (change.abs() / FULL_CHANGE).clamp(LEAST, 1.0);
            if change == 0.0 { NOTHING } else { face.times(share) }
        };
        let of_trust = part(trust, if trust < 0.0 { &TAKEN_ABACK } else { &PLEASED });
        let of_patience = part(patience, if patience < 0.0 { &STUNG } else { &PLEASED });
        Self { difference: of_trust.plus(&of_patience), from_secs: now_secs }
    }

    /// What it adds to the face at a moment.
    pub fn at(&self, now_secs: f64) -> Expression {
        let since = now_secs - self.from_secs;
        let ease = |at: f64| {
            let at = at.clamp(0.0, 1.0);
            at * at * (3.0 - 2.0 * at)
        };
        let strength = ease(since / RISE_SECS) * (1.0 - ease((since - RISE_SECS) / (WHOLE_SECS - RISE_SECS)));
        self.difference.times(strength as f32)
    }

    /// Whether it has passed.
    pub fn is_over(&self, now_secs: f64) -> bool {
        now_secs - self.from_secs > WHOLE_SECS
    }
}
