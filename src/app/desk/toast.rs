//! Toasts: what has just happened, in words, for a moment; the practice underneath goes on.

use crate::app::desk::Desk;

/// How long one is shown, in seconds: long enough to read forty characters twice.
const SHOWN_SECS: f64 = 6.0;
/// How many are shown at once; the oldest makes room.
const MOST: usize = 3;

/// Something that has just happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What, in words.
    pub words: String,
    /// Since when it is shown, in seconds since the window opened.
    pub since_secs: f64,
}

impl Desk {
    /// Says what has just happened, for a moment.
    pub fn say(&mut self, words: String) {
        let now_secs = self.now_secs;
        self.toasts.retain(|toast| toast.words != words && is_shown(toast, now_secs));
        self.toasts.push(Toast { words, since_secs: now_secs });
        let too_many = self.toasts.len().saturating_sub(MOST);
        self.toasts.drain(..too_many);
    }

    /// What has just happened, the oldest first, each with its place for [`dismiss`](Self::dismiss).
    pub fn toasts(&self) -> impl Iterator<Item = (usize, &Toast)> {
        self.toasts.iter().enumerate().filter(|(_, toast)| is_shown(toast, self.now_secs))
    }

    /// Takes one away.
    pub fn dismiss(&mut self, place: usize) {
        if place < self.toasts.len() {
            self.toasts.remove(place);
        }
    }

    /// Seconds until the next one leaves by itself.
    pub fn toast_leaves_secs(&self) -> Option<f64> {
        let leaves = self.toasts().map(|(_, toast)| toast.since_secs + SHOWN_SECS - self.now_secs);
        leaves.min_by(f64::total_cmp)
    }
}

fn is_shown(toast: &Toast, now_secs: f64) -> bool {
    now_secs < toast.since_secs + SHOWN_SECS
}
