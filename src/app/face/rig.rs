//! A face in time: it follows an expression, blinks, glances, breathes, talks and starts.
//!
//! What follows is solved, not stepped: however often the picture is drawn, the same moment shows the same face. When
//! nothing moves it says when it next will, so that the window can sleep.

mod blink;
mod reaction;
mod spring;

use super::expression::{CHANNELS, Expression, talking};
use blink::Blinks;
use reaction::Reaction;
use spring::Spring;

/// How quickly a face follows a mood, in radians a second.
const MOOD_SPEED: f64 = 7.0;
/// How quickly speaking begins and ends.
const TALK_SPEED: f64 = 18.0;
/// How quickly breathing comes to be seen and ceases to be.
const BREATH_SPEED: f64 = 2.2;
/// How often somebody breathes, in a second.
const BREATHS_PER_SEC: f64 = 0.3;
/// How often the eyes and the head move a little while somebody speaks, in a second.
const SWAY_PER_SEC: f64 = 0.37;

/// A face in time.
pub struct Rig {
    follows: [Spring; CHANNELS],
    talk: Spring,
    breath: Spring,
    talks_since: Option<f64>,
    reactions: Vec<Reaction>,
    blinks: Blinks,
    is_calm: bool,
    before: Option<f64>,
    present: Expression,
}

impl Rig {
    /// A face at rest. The seed decides when it blinks.
    pub fn new(seed: u64) -> Self {
        Self {
            follows: Expression::NEUTRAL.to_array().map(|at| Spring::resting(f64::from(at))),
            talk: Spring::resting(0.0),
            breath: Spring::resting(0.0),
            talks_since: None,
            reactions: Vec::new(),
            blinks: Blinks::new(seed),
            is_calm: false,
            before: None,
            present: Expression::NEUTRAL,
        }
    }

    /// What the face shows.
    pub fn expression(&self) -> &Expression {
        &self.present
    }

    /// Brings the face to a moment. `target` is what it tends to; `is_calm` is for those who asked for less motion:
    /// the expression changes at once, and nothing else moves. The first time, the face is there already.
    pub fn tick(&mut self, now_secs: f64, target: &Expression, is_talking: bool, is_calm: bool) {
        let since = self.before.map_or(0.0, |before| (now_secs - before).max(0.0));
        let is_first = self.before.replace(now_secs).is_none();
        self.is_calm = is_calm;
        if is_calm || is_first {
            self.follows = target.to_array().map(|at| Spring::resting(f64::from(at)));
        }
        if is_calm {
            (self.talk, self.breath) = (Spring::resting(0.0), Spring::resting(0.0));
            self.talks_since = None;
            self.reactions.clear();
            self.blinks.skip_to(now_secs);
            self.present = *target;
            return;
        }
        for (spring, to) in self.follows.iter_mut().zip(target.to_array()) {
            // What is new is new from now on: the window may have slept until this moment.
            spring.pass(MOOD_SPEED, since);
            spring.aim(f64::from(to));
        }
        let wanted = if is_talking { 1.0 } else { 0.0 };
        self.talk.pass(TALK_SPEED, since);
        self.talk.aim(wanted);
        self.breath.pass(BREATH_SPEED, since);
        self.breath.aim(wanted);
        if is_talking && self.talks_since.is_none() {
            self.talks_since = Some(now_secs);
        } else if !is_talking && self.talk.is_still() {
            self.talks_since = None;
        }
        self.reactions.retain(|reaction| !reaction.is_over(now_secs));
        self.blinks.pass(now_secs);
        self.present = self.composed(now_secs);
    }

    /// Starts at what was just said: seen at once, and gone again soon.
    pub fn react(&mut self, trust_change: f32, patience_change: f32, now_secs: f64) {
        if !self.is_calm && (trust_change != 0.0 || patience_change != 0.0) {
            self.reactions.push(Reaction::to(trust_change, patience_change, now_secs));
        }
    }

    /// In how many seconds the picture must be drawn again: 0 while anything moves, the time to the next blink while
    /// nothing does, never for the calm.
    pub fn next_move_secs(&self, now_secs: f64) -> Option<f64> {
        if self.is_calm {
            return None;
        }
        let is_moving = self.follows.iter().any(|spring| !spring.is_still())
            || self.talks_since.is_some()
            || !self.talk.is_still()
            || !self.breath.is_still()
            || self.reactions.iter().any(|reaction| !reaction.is_over(now_secs));
        if is_moving { Some(0.0) } else { Some(self.blinks.in_secs(now_secs)) }
    }

    /// The face it tends to, with everything that is laid over it.
    fn composed(&self, now: f64) -> Expression {
        let mut face = Expression::from_array(std::array::from_fn(|i| self.follows[i].at as f32));
        for reaction in &self.reactions {
            face = face.plus(&reaction.at(now));
        }
        let breath = self.breath.at.max(0.0);
        face.breath += (breath * 0.5 * (1.0 - (std::f64::consts::TAU * BREATHS_PER_SEC * now).cos())) as f32;
        let talk = self.talk.at.clamp(0.0, 1.0) as f32;
        if let Some(since) = self.talks_since {
            let spoken = now - since;
            let (open, width) = talking(spoken);
            // Talking teeth and a smile share one mouth: the smile gives way a little.
            face.mouth_open += (open * 0.75 - face.mouth_open * 0.5) * talk;
            face.mouth_width += width * 0.6 * talk;
            face.press *= 1.0 - talk;
            face.mouth_curve *= 1.0 - 0.3 * talk;
            let sway = std::f64::consts::TAU * SWAY_PER_SEC * spoken;
            face.tilt += 0.14 * (sway.sin() as f32) * talk;
            face.turn += 0.12 * ((1.7 * sway).sin() as f32) * talk;
            face.brow_raise += 0.12 * ((2.3 * sway).sin() as f32) * talk;
        }
        let (gaze_x, gaze_y) = self.blinks.gaze();
        face.gaze_x += gaze_x;
        face.gaze_y += gaze_y;
        face.lid *= 1.0 - self.blinks.closed(now);
        face.kept_in_range()
    }
}

#[cfg(test)]
mod tests;
