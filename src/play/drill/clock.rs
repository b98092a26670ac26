//! The clock of a shift, kept apart from the clock on the wall: it stands still while the machine sleeps or one pauses.

/// The longest stretch between two looks at the wall clock that counts, in seconds. A slow frame is shorter; a machine
/// that slept, a window that was dragged or a debugger is longer.
const LONGEST_LOOK_SECS: f64 = 2.0;

/// Shift time, driven by the wall clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    shift_ms: f64,
    looked_secs: f64,
    /// Whether it stands still.
    pub is_paused: bool,
    /// Whether that is because the machine slept.
    pub has_slept: bool,
}

impl Clock {
    /// A clock at `shift_ms`, started at `now_secs` of the wall clock.
    pub fn at(shift_ms: u32, now_secs: f64) -> Self {
        Self { shift_ms: f64::from(shift_ms), looked_secs: now_secs, is_paused: false, has_slept: false }
    }

    /// Looks at the wall clock: shift time in milliseconds. A gap too long to have been worked through pauses the
    /// shift, and a wall clock set back stops it for no longer than that look.
    pub fn look(&mut self, now_secs: f64) -> u32 {
        let passed_secs = now_secs - self.looked_secs;
        self.looked_secs = now_secs;
        if passed_secs > LONGEST_LOOK_SECS && !self.is_paused {
            (self.is_paused, self.has_slept) = (true, true);
        }
        if !self.is_paused {
            self.shift_ms += passed_secs.max(0.0) * 1000.0;
        }
        self.shift_ms as u32
    }

    /// Goes on after a pause.
    pub fn go_on(&mut self, now_secs: f64) {
        self.looked_secs = now_secs;
        (self.is_paused, self.has_slept) = (false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn a_machine_that_sleeps_pauses_the_shift() {
        let mut clock = Clock::at(0, 10.0);
        assert_eq!(clock.look(10.5), 500);
        assert_eq!(clock.look(3_600.0), 500);
        assert!(clock.is_paused);
        assert_eq!(clock.look(3_601.0), 500);
        clock.go_on(3_700.0);
        assert_eq!(clock.look(3_700.25), 750);
    }

    #[test]
    fn a_clock_set_back_loses_nothing() {
        let mut clock = Clock::at(1_000, 50.0);
        assert_eq!(clock.look(40.0), 1_000);
        assert_eq!(clock.look(40.5), 1_500);
    }
}
