//! A number that follows another without overshooting.

/// Nearer than this, and slower than this a second, it is there.
const STILL: f64 = 0.002;

/// A critically damped spring, solved in closed form: two short steps are one long one.
#[derive(Clone, Copy)]
pub struct Spring {
    /// Where it is.
    pub at: f64,
    speed: f64,
    to: f64,
}

impl Spring {
    /// A spring at rest.
    pub fn resting(at: f64) -> Self {
        Self { at, speed: 0.0, to: at }
    }

    /// Goes on for `secs` to where it was going. `pull` is how quickly, in radians a second.
    pub fn pass(&mut self, pull: f64, secs: f64) {
        let to = self.to;
        let away = self.at - to;
        let drift = self.speed + pull * away;
        let fade = (-pull * secs).exp();
        self.at = to + (away + drift * secs) * fade;
        self.speed = (self.speed - pull * drift * secs) * fade;
        if self.is_still() {
            *self = Self::resting(to);
        }
    }

    /// Goes somewhere else from now on.
    pub fn aim(&mut self, to: f64) {
        self.to = to;
    }

    /// Whether it is where it goes to.
    pub fn is_still(&self) -> bool {
        (self.at - self.to).abs() < STILL && self.speed.abs() < STILL
    }
}
