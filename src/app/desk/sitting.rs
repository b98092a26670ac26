//! A call being held in the window: the engine's call, and what only a window needs beside it.

use uuid::Uuid;

use crate::app::desk::{Action, Thinking};
use crate::app::face::portrait::Portrait;
use crate::play::call::Call;
use crate::play::offer::Reply;
use crate::play::state::{Phase, Stage};
use crate::play::step::{Act, Event, Events, Input};
use crate::record::attempt::Setup;
use crate::record::edition::Digest;
use crate::record::ledger::Page;

/// A call being held.
pub struct Sitting {
    /// The call.
    pub call: Call,
    /// Whether comments wait until afterwards.
    pub is_exam: bool,
    /// What is between the questions.
    pub moment: Moment,
    /// When the latest words began, in seconds since the window opened.
    pub asked_at_secs: f64,
    /// How much of the latest words was skipped, in milliseconds.
    pub skipped_ms: u32,
    /// Whoever is on the line, as they look.
    pub portrait: Option<Portrait>,
    /// The note pad.
    pub notepad: String,
    /// What is ticked of a question with several answers.
    pub ticked: Vec<Reply>,
    /// Which review of the debrief is open.
    pub opened: Option<usize>,
    /// Which side panel is shown where there is no room for both.
    pub side: Side,
    /// Where it is written down, while it is.
    pub page: Option<Page>,
    /// What it was kept as, once it was; and what a turn taken again takes up.
    pub attempt: Option<Uuid>,
    /// The content it is played with, where that is not today's.
    pub edition: Option<Digest>,
}

/// What is between the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A question is open.
    Asking,
    /// All is prepared; the number is not dialled yet.
    ReadyToDial,
    /// The line is dead; the note is not begun yet.
    HungUp,
}

/// The panels beside the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Neither.
    None,
    /// The case file.
    CaseFile,
    /// The note pad.
    Notepad,
}

impl Sitting {
    /// A call about to begin.
    pub fn new(call: Call, is_exam: bool, now_secs: f64) -> Self {
        let mut sitting = Self {
            call,
            is_exam,
            moment: Moment::Asking,
            asked_at_secs: now_secs,
            skipped_ms: 0,
            portrait: None,
            notepad: String::new(),
            ticked: Vec::new(),
            opened: None,
            side: Side::None,
            page: None,
            attempt: None,
            edition: None,
        };
        if sitting.stage() == Stage::Talk {
            sitting.moment = Moment::ReadyToDial;
        }
        sitting
    }

    /// A call that is had again as far as it went.
    pub fn resumed(call: Call, setup: &Setup, now_secs: f64) -> Self {
        let moment = moment_after(call.latest());
        let edition = Some(setup.edition.clone());
        Self { moment, edition, ..Self::new(call, setup.is_exam, now_secs) }
    }

    /// The stage of the call.
    pub fn stage(&self) -> Stage {
        self.call.state().phase.stage()
    }

    /// Milliseconds since the latest words began.
    pub fn after_ms(&self, now_secs: f64) -> u32 {
        let passed_ms = ((now_secs - self.asked_at_secs).max(0.0) * 1000.0).min(f64::from(u32::MAX / 2));
        passed_ms as u32 + self.skipped_ms
    }

    /// Whether the latest words are still being spoken.
    pub fn is_speaking(&self, now_secs: f64) -> bool {
        let is_on_the_phone = self.stage() == Stage::Talk && self.moment == Moment::Asking;
        (is_on_the_phone || self.moment == Moment::HungUp) && self.after_ms(now_secs) < self.call.speaking_ms()
    }

    /// When silence is heard, in milliseconds since the latest words began; none where no timer runs.
    pub fn deadline_ms(&self, thinking: Thinking) -> Option<u32> {
        let Phase::Talk { turn } = self.call.state().phase else { return None };
        let factor = match thinking {
            Thinking::Normal => 1,
            Thinking::Double => 2,
            Thinking::Unlimited => return None,
        };
        let think_ms = self.call.script().turns[turn.index()].think_secs * 1000 * factor;
        (self.moment == Moment::Asking).then(|| self.call.speaking_ms() + think_ms)
    }

    /// Carries out what was done in the call.
    pub fn carry_out(&mut self, action: Action, now_secs: f64) {
        match action {
            Action::Dial => self.begin(Moment::Asking, now_secs),
            Action::WriteNote => self.begin(Moment::Asking, now_secs),
            Action::Reply(place) => self.take(Act::Reply(place), now_secs),
            Action::StaySilent => self.take(Act::StaySilent, now_secs),
            Action::Skip => self.skipped_ms = self.call.speaking_ms(),
            Action::Tick(reply) => match self.ticked.iter().position(|&ticked| ticked == reply) {
                Some(place) => drop(self.ticked.remove(place)),
                None => self.ticked.push(reply),
            },
            Action::GiveTicked => self.give_ticked(now_secs),
            Action::Scribble(text) => self.notepad = text,
            Action::Open(opened) => self.opened = opened,
            Action::RetryFrom(beat) => {
                self.call = self.call.back_to(beat);
                self.ticked.clear();
                self.opened = None;
                self.begin(Moment::Asking, now_secs);
            }
            Action::Show(side) => self.side = if self.side == side { Side::None } else { side },
            _ => {}
        }
    }

    fn begin(&mut self, moment: Moment, now_secs: f64) {
        self.moment = moment;
        self.asked_at_secs = now_secs;
        self.skipped_ms = 0;
    }

    fn take(&mut self, act: Act, now_secs: f64) {
        let input = Input { after_ms: self.after_ms(now_secs), act };
        // A key pressed for an answer that is no longer there is simply too late.
        if self.call.take(input).is_err() {
            return;
        }
        self.begin(moment_after(self.call.latest()), now_secs);
    }

    /// Ticks are given one by one, in the order shown, and then "that is all": the same inputs as in a terminal.
    fn give_ticked(&mut self, now_secs: f64) {
        let ticked = std::mem::take(&mut self.ticked);
        for reply in ticked.into_iter().chain([Reply::Enough]) {
            let place = self.call.replies().iter().position(|&offered| offered == reply);
            if let Some(place) = place.and_then(|place| u8::try_from(place).ok()) {
                self.take(Act::Reply(place), now_secs);
            }
        }
    }
}

/// What is between the questions after some events.
fn moment_after(events: &Events) -> Moment {
    if events.iter().any(|event| matches!(event, Event::Ended(_))) {
        Moment::HungUp
    } else if events.contains(&Event::StageBegan(Stage::Talk)) {
        Moment::ReadyToDial
    } else {
        Moment::Asking
    }
}
