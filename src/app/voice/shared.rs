//! What voice and thread both know.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::app::voice::line::Tongue;

/// What speaks, for the settings page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is being looked for, or will be when it is needed.
    Starting,
    /// This does: the program and its voice.
    Speaks(String),
    /// Nothing does.
    None,
}

/// What voice and thread both know.
#[derive(Debug)]
pub(super) struct Shared {
    status: Mutex<Status>,
    changed: Condvar,
    /// Set when the voice is dropped.
    closing: AtomicBool,
}

/// What speaks, and whether anybody is at work.
#[derive(Debug)]
pub(super) struct Status {
    /// As in [`Tongue::ALL`].
    states: [State; 2],
    /// The thread has ended.
    pub(super) ended: bool,
}

impl Status {
    /// What speaks this tongue.
    pub(super) fn of(&self, tongue: Tongue) -> &State {
        match tongue {
            Tongue::Mandarin => &self.states[0],
            Tongue::English => &self.states[1],
        }
    }
}

impl Shared {
    /// What is known before the thread has begun.
    pub(super) fn new(state: State) -> Self {
        Self {
            status: Mutex::new(Status { states: [state.clone(), state], ended: false }),
            changed: Condvar::new(),
            closing: AtomicBool::new(false),
        }
    }

    /// What is known now. A thread that panicked has left nothing half done here.
    pub(super) fn status(&self) -> MutexGuard<'_, Status> {
        self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What speaks each tongue from now on.
    pub(super) fn tell(&self, state_of: impl Fn(Tongue) -> State) {
        self.status().states = Tongue::ALL.map(state_of);
        self.changed.notify_all();
    }

    /// The thread has nothing left to do.
    pub(super) fn end(&self) {
        self.status().ended = true;
        self.changed.notify_all();
    }

    /// Waits, at most so long; whether it came true.
    pub(super) fn wait(&self, longest: Duration, until: impl Fn(&Status) -> bool) -> bool {
        let waited = self.changed.wait_timeout_while(self.status(), longest, |status| !until(status));
        until(&waited.unwrap_or_else(PoisonError::into_inner).0)
    }

    /// Nobody listens any more.
    pub(super) fn close(&self) {
        self.closing.store(true, Ordering::Relaxed);
    }

    /// Whether nobody listens any more.
    pub(super) fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Relaxed)
    }
}
