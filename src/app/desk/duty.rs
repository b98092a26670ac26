//! A shift being worked in the window: the engine's shift, its clock, and what only a window needs beside it.

use std::sync::{Arc, OnceLock};

use uuid::Uuid;

use crate::app::face::portrait::Portrait;
use crate::content::drill::card::DrillCard;
use crate::content::script::Str;
use crate::play::drill::act::Act;
use crate::play::drill::clock::Clock;
use crate::play::drill::judge::{Verdict, judge};
use crate::play::drill::offer::caller_of;
use crate::play::drill::shift::{Input, Shift};
use crate::play::drill::state::{Call, Event};
use crate::record::attempt::Setup;
use crate::record::edition::Digest;
use crate::record::ledger::Page;

/// How long the lamp of a phone that rings is on, and off again, in milliseconds.
pub const BLINK_MS: u32 = 500;
/// How long before the worst call a shift is taken up again, in milliseconds: time to sit up.
const RUN_UP_MS: u32 = 3_000;

/// A shift being worked.
pub struct Duty {
    /// The shift.
    pub shift: Shift,
    /// Its clock.
    pub clock: Clock,
    /// Since when the receiver is being lowered, in shift milliseconds.
    pub lowering_since_ms: Option<u32>,
    /// Whoever is on the line, as they look.
    pub portrait: Option<Portrait>,
    /// A sentence being typed.
    pub sentence: String,
    /// A form being filled in.
    pub form: String,
    /// What the finished shift is worth: judged once, shown in every frame.
    verdict: OnceLock<Verdict>,
    /// How many events the loudspeaker has heard.
    pub heard: usize,
    /// Which call of the debrief is open.
    pub opened: Option<usize>,
    /// What is shown beside the phones where there is no room for all.
    pub aside: Aside,
    /// Whether the shift was taken up again at a moment.
    pub is_again: bool,
    /// What went wrong when the shift's inputs were to be kept.
    pub trouble: Option<String>,
    /// Where it is written down, while it is.
    pub page: Option<Page>,
    /// What it was kept as, once it was; and what a moment taken again takes up.
    pub attempt: Option<Uuid>,
    /// The content it is worked with, where that is not today's.
    pub edition: Option<Digest>,
    /// What the desk has to say for a moment: the words' key, and until when, in shift milliseconds.
    pub notice: Option<(&'static str, u32)>,
}

/// The panel beside the phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// None.
    Closed,
    /// The note, the calls to make, the telephone list.
    Paper,
}

/// What a trainee can do during a shift besides the engine's own acts.
#[derive(Clone, Debug, PartialEq)]
pub enum DutyAction {
    /// Something the engine knows.
    Do(Act),
    /// Begin to lower the receiver.
    Lower,
    /// Let go of it.
    LetGo,
    /// Pause, or go on.
    Pause(bool),
    /// Type at a sentence.
    Type(String),
    /// Say the typed sentence.
    SayTyped,
    /// Type at a form.
    FillIn(String),
    /// Open or close a call of the debrief.
    Open(Option<usize>),
    /// Show or hide the panel beside the phones.
    Show(Aside),
    /// Take the shift up again where it went worst.
    WorstAgain,
    /// Take the shift up again just before a call.
    AgainFrom(usize),
    /// The whole shift again.
    Again,
    /// Leave it as it is.
    Leave,
}

impl Duty {
    /// A shift about to begin.
    pub fn new(card: Arc<DrillCard>, seed: u64, now_secs: f64) -> Self {
        Self::of(Shift::new(card, seed), now_secs)
    }

    fn of(shift: Shift, now_secs: f64) -> Self {
        Self {
            clock: Clock::at(shift.state().now_ms, now_secs),
            heard: shift.state().log.len(),
            shift,
            verdict: OnceLock::new(),
            lowering_since_ms: None,
            portrait: None,
            sentence: String::new(),
            form: String::new(),
            opened: None,
            aside: Aside::Closed,
            is_again: false,
            trouble: None,
            page: None,
            attempt: None,
            edition: None,
            notice: None,
        }
    }

    /// A shift that is had again as far as it went: it stands still until one is ready.
    pub fn resumed(shift: Shift, setup: &Setup, now_secs: f64) -> Self {
        let mut duty = Self { edition: Some(setup.edition.clone()), ..Self::of(shift, now_secs) };
        duty.clock.is_paused = !duty.shift.state().is_over;
        duty
    }

    /// Lets the wall clock's time pass in the shift.
    pub fn tick(&mut self, now_secs: f64) {
        if self.shift.state().is_over {
            return;
        }
        let now_ms = self.clock.look(now_secs);
        self.shift.advance(now_ms);
    }

    /// Seconds until the shift must be looked at again; none where nothing will happen.
    pub fn rest_secs(&self) -> Option<f64> {
        const SECOND_MS: u32 = 1_000;
        if !self.is_running() {
            return None;
        }
        let state = self.shift.state();
        // The clocks on the desk show whole seconds: until the next one there is nothing new.
        let second_ms = SECOND_MS - state.now_ms % SECOND_MS;
        let to_blink_ms = |call: usize| BLINK_MS - (state.now_ms - state.calls[call].began_ms) % BLINK_MS;
        let blink_ms = state.ringing().map(to_blink_ms).min().unwrap_or(SECOND_MS);
        let until_ms = self.shift.next_ms()?.saturating_sub(state.now_ms);
        Some(f64::from(until_ms.min(second_ms).min(blink_ms)) / 1000.0)
    }

    /// Whether something moves: a phone shakes, somebody speaks, the receiver is lowered.
    pub fn is_moving(&self) -> bool {
        let state = self.shift.state();
        let is_speaking = |call: &Call| call.is_alive() && state.now_ms < call.speaks_until_ms();
        let rings = self.shift.card().rings;
        let moves = state.ringing().any(|call| rings.is_sounding(state.now_ms - state.calls[call].began_ms))
            || state.in_hand.is_some_and(|call| is_speaking(&state.calls[call]))
            || state.walking.is_some()
            || self.lowering_since_ms.is_some();
        self.is_running() && moves
    }

    /// What the finished shift is worth.
    pub fn verdict(&self) -> &Verdict {
        self.verdict.get_or_init(|| judge(&self.shift))
    }

    /// Whether its clock runs.
    pub fn is_running(&self) -> bool {
        !self.clock.is_paused && !self.shift.state().is_over
    }

    /// Carries out what was done.
    pub fn carry_out(&mut self, action: DutyAction, now_secs: f64) {
        let now_ms = self.shift.state().now_ms;
        match action {
            DutyAction::Do(act) => self.act(act),
            DutyAction::Lower => {
                self.lowering_since_ms.get_or_insert(now_ms);
            }
            DutyAction::LetGo => {
                if let Some(since_ms) = self.lowering_since_ms.take() {
                    self.act(Act::PutDown(now_ms - since_ms));
                }
            }
            DutyAction::Pause(true) => self.clock.is_paused = true,
            DutyAction::Pause(false) => self.clock.go_on(now_secs),
            DutyAction::Type(sentence) => self.sentence = sentence,
            DutyAction::SayTyped => {
                let sentence = std::mem::take(&mut self.sentence);
                self.act(Act::Speak(sentence));
            }
            DutyAction::FillIn(form) => {
                self.act_quietly(Act::Fill(form.clone()));
                self.form = if self.shift.state().life.is_some() { form } else { String::new() };
            }
            DutyAction::Open(opened) => self.opened = opened,
            DutyAction::Show(aside) => self.aside = aside,
            DutyAction::WorstAgain => {
                if let Some(call) = self.verdict().worst_call {
                    self.again_from(call, now_secs);
                }
            }
            DutyAction::AgainFrom(call) => self.again_from(call, now_secs),
            DutyAction::Again => {
                *self = Self::new(self.shift.card().clone(), self.shift.seed(), now_secs);
            }
            // The desk takes the shift away.
            DutyAction::Leave => {}
        }
    }

    fn act(&mut self, act: Act) {
        /// How long the desk says why something could not be done, in milliseconds.
        const NOTICE_MS: u32 = 3_000;
        if !self.act_quietly(act) && !self.shift.state().is_over {
            let is_busy = self.shift.state().in_hand.is_some();
            let why = if is_busy { "drill-hands-full" } else { "drill-not-now" };
            self.notice = Some((why, self.shift.state().now_ms + NOTICE_MS));
        }
    }

    fn act_quietly(&mut self, act: Act) -> bool {
        let at_ms = self.shift.state().now_ms;
        let is_pick_up = matches!(act, Act::PickUp(_) | Act::RingBack(_));
        let is_done = self.shift.take(Input { at_ms, act }).is_ok();
        if is_done && is_pick_up {
            self.sentence.clear();
        }
        is_done
    }

    fn again_from(&mut self, call: usize, now_secs: f64) {
        let began_ms = self.shift.state().calls[call].began_ms;
        let shift = self.shift.back_to(began_ms.saturating_sub(RUN_UP_MS));
        let (attempt, edition) = (self.attempt.take(), self.edition.take());
        *self = Self { is_again: true, attempt, edition, ..Self::of(shift, now_secs) };
    }

    /// The same shift in other words, when the language has changed.
    pub fn in_other_words(&mut self, card: Arc<DrillCard>) {
        let now_ms = self.shift.state().now_ms;
        if let Ok(mut shift) = Shift::replay(card, self.shift.seed(), self.shift.inputs()) {
            shift.advance(now_ms);
            self.shift = shift;
        }
    }

    /// What is to be said about the desk right now.
    pub fn notice(&self) -> Option<&'static str> {
        self.notice.filter(|(_, until_ms)| self.shift.state().now_ms < *until_ms).map(|(key, _)| key)
    }

    /// The name of a call's caller: for whoever has finished with it.
    pub fn name_of(&self, call: usize) -> &Str {
        &caller_of(&self.shift.state().calls[call], self.shift.context()).name
    }

    /// What happened since the loudspeaker last heard.
    pub fn unheard(&self) -> impl Iterator<Item = Event> {
        self.shift.state().log.iter().skip(self.heard).map(|(_, event)| *event)
    }
}
