//! A device made of memory, for tests: takes what it is allowed to take and keeps it.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::app::sound::sink::{Fault, Sink};

/// What the device has been told and may take.
#[derive(Debug, Default)]
struct Kept {
    allowed: usize,
    taken: Vec<f32>,
    asleep: bool,
    broken: bool,
}

/// A handle to the device; clones are the same device.
#[derive(Debug, Clone, Default)]
pub struct NullSink {
    kept: Arc<(Mutex<Kept>, Condvar)>,
}

impl NullSink {
    fn change<T>(&self, change: impl FnOnce(&mut Kept) -> T) -> T {
        let changed = change(&mut self.kept.0.lock().unwrap_or_else(PoisonError::into_inner));
        self.kept.1.notify_all();
        changed
    }

    fn wait(&self, longest: Duration, until: impl Fn(&Kept) -> bool) -> bool {
        let kept = self.kept.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.kept.1.wait_timeout_while(kept, longest, |kept| !until(kept));
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// Time goes on for this many samples.
    pub fn play(&self, samples: usize) {
        self.change(|kept| kept.allowed += samples);
    }

    /// The device is pulled out, or is back.
    pub fn set_broken(&self, broken: bool) {
        self.change(|kept| kept.broken = broken);
    }

    /// Waits until this many samples were taken in all.
    pub fn wait_taken(&self, samples: usize, longest: Duration) -> bool {
        self.wait(longest, |kept| kept.taken.len() >= samples)
    }

    /// Waits until the device rests (or does not).
    pub fn wait_asleep(&self, asleep: bool, longest: Duration) -> bool {
        self.wait(longest, |kept| kept.asleep == asleep)
    }

    /// What was taken.
    pub fn taken(&self) -> Vec<f32> {
        self.change(|kept| kept.taken.clone())
    }
}

impl Sink for NullSink {
    fn name(&self) -> &str {
        "memory"
    }

    fn room(&mut self, wait: Duration) -> Result<usize, Fault> {
        self.wait(wait, |kept| kept.allowed > 0 || kept.broken);
        self.change(|kept| if kept.broken { Err(Fault::new("memory", "broken")) } else { Ok(kept.allowed) })
    }

    fn write(&mut self, samples: &[f32]) -> Result<(), Fault> {
        self.change(|kept| {
            kept.allowed = kept.allowed.saturating_sub(samples.len());
            kept.taken.extend_from_slice(samples);
        });
        Ok(())
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.change(|kept| kept.asleep = true);
        Ok(())
    }

    fn wake(&mut self) -> Result<(), Fault> {
        self.change(|kept| kept.asleep = false);
        Ok(())
    }
}
