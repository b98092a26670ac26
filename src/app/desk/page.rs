//! Pages that lie over whatever else there is: settings, help, what this program is, and the first visit.
//!
//! While one lies there, clocks that belong to the trainee rest: nobody loses a turn to the settings.

use crate::app::desk::{Action, Desk, Duty, DutyAction};

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The first visit, step by step.
    Welcome(Step),
    /// How one likes it.
    Settings,
    /// How it works, and the keys.
    Help,
    /// What this program is, and what it is made of.
    About,
}

/// A step of the first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Language, text size, colours.
    Looks,
    /// What there is to practise.
    Work,
    /// How a call goes.
    Call,
}

impl Step {
    /// Every one, in order.
    pub const ALL: [Self; 3] = [Self::Looks, Self::Work, Self::Call];

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The one before it.
    pub fn previous(self) -> Option<Self> {
        (self as usize).checked_sub(1).map(|at| Self::ALL[at])
    }
}

/// A page that lies open.
#[derive(Clone, Copy, Debug)]
pub struct Opened {
    /// Which.
    pub page: Page,
    /// Since when, in seconds since the window opened.
    since_secs: f64,
}

impl Desk {
    /// The page that lies over everything, if one does.
    pub fn page(&self) -> Option<Page> {
        self.opened.map(|opened| opened.page)
    }

    /// Opens a page, turns to another, or closes it.
    pub fn turn_to(&mut self, page: Option<Page>) {
        let now_secs = self.now_secs;
        match (page, self.opened) {
            (Some(page), Some(opened)) => self.opened = Some(Opened { page, ..opened }),
            (Some(page), None) => {
                if self.duty.as_ref().is_some_and(Duty::is_running) {
                    self.carry_out(Action::Duty(DutyAction::Pause(true)));
                }
                self.opened = Some(Opened { page, since_secs: now_secs });
            }
            (None, Some(opened)) => {
                if let Some(sitting) = &mut self.sitting {
                    sitting.asked_at_secs += now_secs - opened.since_secs;
                }
                self.opened = None;
            }
            (None, None) => {}
        }
    }
}
