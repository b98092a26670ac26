//! What comes out, and who is told when that changes.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::app::sound::sink::Closing;

/// What comes out, for the settings page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// The device is being opened.
    Starting,
    /// Sound can be heard, by this name.
    Playing(String),
    /// Nothing can be heard.
    Silent(Reason),
}

/// Why nothing can be heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Sound is not wanted: [`Speaker::silent`](crate::app::sound::Speaker::silent).
    Off,
    /// No device plays; what each of them said. It is tried again every few seconds.
    NoDevice(String),
}

/// What speaker and thread both know.
#[derive(Debug)]
pub(super) struct Shared {
    status: Mutex<Status>,
    changed: Condvar,
    /// Set when the speaker is dropped.
    pub(super) closing: Closing,
}

/// What comes out, and whether anybody is at work.
#[derive(Debug)]
pub(super) struct Status {
    /// What the settings page shows.
    pub(super) output: Output,
    /// The thread has ended.
    pub(super) ended: bool,
}

impl Shared {
    /// What is known before the thread has begun.
    pub(super) fn new(output: Output) -> Self {
        Self {
            status: Mutex::new(Status { output, ended: false }),
            changed: Condvar::new(),
            closing: Closing::default(),
        }
    }

    /// What is known now. A thread that panicked has left nothing half done here.
    pub(super) fn status(&self) -> MutexGuard<'_, Status> {
        self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes it and tells whoever waits.
    pub(super) fn change(&self, change: impl FnOnce(&mut Status)) {
        change(&mut self.status());
        self.changed.notify_all();
    }

    /// Waits, at most so long; whether it came true.
    pub(super) fn wait(&self, longest: Duration, until: impl Fn(&Status) -> bool) -> bool {
        let waited = self.changed.wait_timeout_while(self.status(), longest, |status| !until(status));
        until(&waited.unwrap_or_else(PoisonError::into_inner).0)
    }
}
