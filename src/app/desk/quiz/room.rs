//! An exam in the window: the sitting, its page in the records, and which question is looked at.

use std::sync::Arc;

use crate::app::desk::quiz::QuizAction;
use crate::cli::now;
use crate::content::quiz::card::QuestionCard;
use crate::play::quiz::exam::{Act, Input, Sitting};
use crate::play::quiz::reply::Reply;
use crate::record::edition::Digest;
use crate::record::ledger::Page;
use crate::record::moment::Moment;

/// An exam being sat, or looked back at.
pub struct Room {
    /// The exam.
    pub sitting: Sitting,
    /// Its page in the records, while it is kept.
    pub page: Option<Page>,
    /// The attempt it became.
    pub attempt: Option<uuid::Uuid>,
    /// The content it is drawn from, where that is not the shelf's of today.
    pub edition: Option<Digest>,
    /// Which question is looked at.
    pub place: usize,
    /// Whether it is being asked if it is to be handed in.
    pub is_asking: bool,
    /// Whether its questions are in the schedule.
    pub is_scheduled: bool,
    /// What is being typed and was not yet taken, and since when, in seconds since the window opened.
    typing: Option<(Reply, f64)>,
    /// When it began.
    began: Moment,
    /// How far its clock was when it was entered, in milliseconds, and when that was, in seconds since the window opened.
    entered: (u32, f64),
}

/// The time goes on even where nothing is done: so often that is written down, in milliseconds.
const TICK_MS: u32 = 15_000;
/// What is typed is taken once nothing was typed for so long, in seconds: not every letter is an answer of its own.
const TYPING_SECS: f64 = 1.5;

impl Room {
    /// An exam that begins.
    pub fn new(sitting: Sitting, began: Moment, now_secs: f64) -> Self {
        Self {
            sitting,
            page: None,
            attempt: None,
            edition: None,
            place: 0,
            is_asking: false,
            is_scheduled: false,
            typing: None,
            began,
            entered: (0, now_secs),
        }
    }

    /// An exam that goes on, or is looked back at: its clock went on while nobody sat there.
    pub fn resumed(sitting: Sitting, began: Moment, edition: Digest, now_secs: f64) -> Self {
        let (at_ms, is_over) = (sitting.now_ms(), sitting.ended().is_some());
        let place = (0..sitting.paper().len()).find(|&place| !is_over && sitting.reply(place).is_none()).unwrap_or(0);
        let mut room = Self { place, edition: Some(edition), ..Self::new(sitting, began, now_secs) };
        (room.entered, room.is_scheduled) = ((at_ms, now_secs), is_over);
        room.tick(now_secs);
        room
    }

    /// How far the exam's clock is, in milliseconds: by the window's own clock, and by the one on the wall, whichever is
    /// further. So neither a pause of the machine nor a clock set back gains time.
    fn at_ms(&self, now_secs: f64) -> u32 {
        let here = f64::from(self.entered.0) + (now_secs - self.entered.1).max(0.0) * 1000.0;
        // Whoever comes back after months is late, and not back at the beginning.
        let since_ms = now().unix_ms.saturating_sub(self.began.unix_ms).max(0);
        let on_the_wall = u32::try_from(since_ms).unwrap_or(u32::MAX);
        (here as u32).max(on_the_wall).max(self.sitting.now_ms())
    }

    /// Lets the time go on; whether there is something new to write down.
    pub fn tick(&mut self, now_secs: f64) -> bool {
        if self.sitting.ended().is_some() {
            return false;
        }
        let (at_ms, inputs) = (self.at_ms(now_secs), self.sitting.inputs().len());
        let is_rest = self.typing.as_ref().is_some_and(|(_, since)| now_secs - since >= TYPING_SECS);
        // What was typed in the last moment still counts.
        let last_moment_ms = self.sitting.card().limit_ms.saturating_sub(1);
        if is_rest || at_ms > last_moment_ms {
            self.settle(at_ms.min(last_moment_ms));
        }
        let last_ms = self.sitting.inputs().last().map_or(0, |input| input.at_ms);
        if at_ms.saturating_sub(last_ms) >= TICK_MS && at_ms < self.sitting.card().limit_ms {
            return self.sitting.take(Input { at_ms, act: Act::Tick }).is_ok();
        }
        self.sitting.run_to(at_ms);
        self.sitting.ended().is_some() || self.sitting.inputs().len() > inputs
    }

    /// What was typed is taken.
    fn settle(&mut self, at_ms: u32) {
        if let Some((reply, _)) = self.typing.take() {
            self.take(Act::Answer { place: self.place, reply }, at_ms);
        }
    }

    /// What was typed is taken, because the room is left.
    pub fn leave(&mut self, now_secs: f64) {
        self.settle(self.at_ms(now_secs));
    }

    /// When it began.
    pub fn began(&self) -> Moment {
        self.began
    }

    /// Seconds until its clock shows another second; none once it is over.
    pub fn rest_secs(&self) -> Option<f64> {
        const MS_PER_SEC: u32 = 1000;
        let left_ms = self.sitting.left_ms() % MS_PER_SEC;
        let wait_ms = if left_ms == 0 { MS_PER_SEC } else { left_ms };
        let secs = f64::from(wait_ms) / f64::from(MS_PER_SEC);
        self.sitting.ended().is_none().then_some(secs)
    }

    /// The question looked at.
    pub fn question(&self) -> Option<&Arc<QuestionCard>> {
        self.sitting.paper().get(self.place)
    }

    /// What was answered to it so far.
    pub fn draft(&self) -> Option<Reply> {
        let question = self.question()?;
        if let Some((reply, _)) = &self.typing {
            return Some(reply.clone());
        }
        let blank = || Reply::blank(&question.task, self.sitting.deal(self.place));
        Some(self.sitting.reply(self.place).cloned().unwrap_or_else(blank))
    }

    /// Carries out something done in the exam.
    pub fn carry_out(&mut self, action: QuizAction, now_secs: f64) {
        let at_ms = self.at_ms(now_secs);
        let place = self.place;
        if let QuizAction::Draft(reply @ (Reply::Typed(_) | Reply::Notes(_))) = action {
            self.typing = self.sitting.ended().is_none().then(|| (reply.cut(), now_secs));
            return;
        }
        self.settle(at_ms);
        let act = match action {
            QuizAction::Draft(reply) => Act::Answer { place, reply: reply.cut() },
            QuizAction::Answer(reply) => {
                self.take(Act::Answer { place, reply: reply.cut() }, at_ms);
                return self.go_to(place + 1);
            }
            QuizAction::Flag(is_on) => Act::Flag { place, is_on },
            QuizAction::Goto(place) => return self.go_to(place),
            QuizAction::AskHandIn(is_asking) => return self.is_asking = is_asking,
            QuizAction::HandIn => {
                (self.is_asking, self.place) = (false, 0);
                Act::HandIn
            }
            _ => return,
        };
        self.take(act, at_ms);
    }

    /// Whatever comes too late is not taken; the clock has said so already.
    fn take(&mut self, act: Act, at_ms: u32) {
        let _ = self.sitting.take(Input { at_ms, act });
    }

    fn go_to(&mut self, place: usize) {
        self.place = place.min(self.sitting.paper().len().saturating_sub(1));
    }

    /// The same exam in other words: its inputs mean the same in all.
    pub fn in_other_words(&mut self, blank: Sitting) {
        if let Ok(mut sitting) = blank.replayed(self.sitting.inputs()) {
            sitting.run_to(self.sitting.now_ms());
            self.sitting = sitting;
        }
    }
}
