//! Somebody on the line: who they look like, and the face they make just now.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::app::face::expression::Expression;
use crate::app::face::rig::Rig;
use crate::app::face::seeded;
use crate::content::look::Look;
use crate::content::script::Mood;

/// Somebody on the line.
pub struct Portrait {
    /// Who it is, among those who can be on this line.
    pub who: String,
    /// What they look like.
    pub look: Look,
    rig: Rig,
    mood: Option<Mood>,
}

impl Portrait {
    /// Somebody; who is not described looks like somebody all the same, and always the same.
    pub fn of(who: &str, look: Option<Look>) -> Self {
        Self { who: who.to_owned(), look: look_of(who, look), rig: Rig::new(seed_of(who)), mood: None }
    }

    /// Brings the face to a moment. A mood that has changed is started at, before it is settled into.
    pub fn tick(&mut self, mood: Mood, is_talking: bool, is_calm: bool, now_secs: f64) {
        if let Some(before) = self.mood.replace(mood) {
            let change = |now: u8, then: u8| f32::from(now) - f32::from(then);
            let (trust, patience) = (change(mood.trust, before.trust), change(mood.patience, before.patience));
            self.rig.react(trust, patience, now_secs);
        }
        let target = Expression::of_mood(f32::from(mood.trust), f32::from(mood.patience));
        self.rig.tick(now_secs, &target, is_talking, is_calm);
    }

    /// What the face shows.
    pub fn expression(&self) -> &Expression {
        self.rig.expression()
    }

    /// In how many seconds it must be drawn again; never, where nothing moves.
    pub fn next_move_secs(&self, now_secs: f64) -> Option<f64> {
        self.rig.next_move_secs(now_secs)
    }
}

/// How somebody looks: as they are described, or as chance has it, always the same.
pub fn look_of(who: &str, look: Option<Look>) -> Look {
    look.unwrap_or_else(|| seeded::look(seed_of(who)))
}

fn seed_of(who: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    who.hash(&mut hasher);
    hasher.finish()
}
