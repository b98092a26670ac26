//! A small front desk to work at: the shift in `tests/data/desk`, changed as a test needs it, and worked by its words.
//!
//! There every sum can be done in one's head. Nothing happens for ten seconds, then a phone rings; a ring lasts three
//! seconds, every line one. Answering in time weighs 25, everything else 5.

use std::sync::Arc;

use super::small;
use three_rings::content::drill::card::{DrillCard, LifeCard};
use three_rings::content::drill::{Check, RingRule};
use three_rings::content::scenario::Slot;
use three_rings::content::shelf::Setting;
use three_rings::play::drill::act::{Act, Refused};
use three_rings::play::drill::judge::{Verdict, judge};
use three_rings::play::drill::offer::{Saying, open_exchange};
use three_rings::play::drill::shift::{Input, Shift};
use three_rings::play::drill::state::{Call, Event, How, Stage, State, Who};

/// When the first phone rings, in milliseconds.
pub const FIRST_RING: u32 = 10_000;
/// How long a careful hand lowers a receiver, in milliseconds.
pub const GENTLY: u32 = 400;

/// The whole first sentence.
pub const OPENING: &str = "您好，云景";
/// The same with an apology.
pub const LATE_OPENING: &str = "您好，让您久等了";

/// The small shift as it is written.
pub fn card() -> DrillCard {
    under(RingRule::Standing)
}

/// The small shift under a rule about apologising.
pub fn under(rule: RingRule) -> DrillCard {
    let (_, drill) = small().drill("small-desk").expect("the small shift");
    let shift = small().shift(&drill.under(rule), Setting::default());
    (*shift.unwrap_or_else(|problems| panic!("{problems:?}"))).clone()
}

/// A desk being worked.
pub struct Desk {
    /// The shift.
    pub shift: Shift,
}

impl Desk {
    /// A shift in which only these ring, one at a time.
    pub fn of(callers: &[&str]) -> Self {
        Self::with(callers, |_| {})
    }

    /// A shift in which only these ring, changed somehow.
    pub fn with(callers: &[&str], change: impl FnOnce(&mut DrillCard)) -> Self {
        let mut card = card();
        card.callers.retain(|caller| callers.contains(&caller.id.as_ref()));
        change(&mut card);
        Self { shift: Shift::new(Arc::new(card), 7) }
    }

    pub fn state(&self) -> &State {
        self.shift.state()
    }

    pub fn call(&self, call: usize) -> &Call {
        &self.state().calls[call]
    }

    pub fn how(&self, call: usize) -> Option<How> {
        self.call(call).how
    }

    /// Lets time pass until a moment, in milliseconds since the shift began.
    pub fn until(&mut self, at_ms: u32) {
        assert!(at_ms >= self.state().now_ms, "time never goes back");
        self.shift.advance(at_ms);
    }

    /// Lets so many milliseconds pass.
    pub fn wait(&mut self, ms: u32) {
        self.until(self.state().now_ms + ms);
    }

    /// Lets time pass until another phone rings: the call.
    pub fn rings(&mut self) -> usize {
        let before = self.state().calls.len();
        while self.state().calls.len() == before {
            let next_ms = self.shift.next_ms().expect("a phone that rings");
            self.shift.advance(next_ms);
        }
        before
    }

    /// Does something now.
    ///
    /// # Errors
    /// When it cannot be done now.
    pub fn act(&mut self, act: Act) -> Result<(), Refused> {
        self.shift.take(Input { at_ms: self.state().now_ms, act })
    }

    /// Does something that can be done now.
    pub fn do_it(&mut self, act: Act) {
        let text = format!("{act:?}");
        self.act(act).unwrap_or_else(|refused| panic!("{text} at {} ms: {refused:?}", self.state().now_ms));
    }

    /// Lifts the receiver of a call's phone.
    pub fn pick_up(&mut self, call: usize) {
        self.do_it(Act::PickUp(self.call(call).phone));
    }

    /// Waits for the next ring, and lifts the receiver so many milliseconds after it began: the call.
    pub fn answer_after(&mut self, ms: u32) -> usize {
        let call = self.rings();
        self.wait(ms);
        self.pick_up(call);
        call
    }

    /// Answers the next call within its first ring, with a whole first sentence: the call.
    pub fn answer(&mut self) -> usize {
        let call = self.answer_after(1_000);
        self.say(OPENING);
        call
    }

    /// What can be said now.
    pub fn offered(&self) -> Vec<String> {
        self.shift.offers().iter().map(|offer| offer.text.to_owned()).collect()
    }

    /// Says the one line that begins so, once the caller has finished.
    pub fn say(&mut self, start: &str) {
        self.hear();
        self.say_over(start);
    }

    /// Says it into the caller's words.
    pub fn say_over(&mut self, start: &str) {
        let offered = self.offered();
        let begins: Vec<usize> = (0..offered.len()).filter(|&place| offered[place].starts_with(start)).collect();
        let [place] = begins[..] else { panic!("“{start}” is not one of\n  {}", offered.join("\n  ")) };
        self.do_it(Act::Say(u8::try_from(place).expect("few lines")));
    }

    /// Says something of one's own, once the caller has finished.
    pub fn speak(&mut self, text: &str) {
        self.hear();
        self.do_it(Act::Speak(text.to_owned()));
    }

    /// Lets the caller finish.
    pub fn hear(&mut self) {
        let call = self.state().in_hand.expect("a receiver in the hand");
        let until_ms = self.call(call).speaks_until_ms();
        self.shift.advance(until_ms);
    }

    /// Writes into a box of the note.
    pub fn note(&mut self, slot: Slot, text: &str) {
        self.do_it(Act::Write(slot, text.to_owned()));
    }

    /// Answers as recommended, deaf to every other phone, until the caller has hung up; the receiver down gently.
    pub fn finish(&mut self) {
        let call = self.state().in_hand.expect("a receiver in the hand");
        self.finish_with(call, GENTLY);
    }

    /// The same with a hand that lowers the receiver for so many milliseconds.
    pub fn finish_with(&mut self, call: usize, lowering_ms: u32) {
        while self.call(call).stage != Stage::Dead {
            self.hear();
            match self.best_answer().or_else(|| self.shift.recommended()) {
                Some(place) => self.do_it(Act::Say(u8::try_from(place).expect("few lines"))),
                None => self.until(self.shift.next_ms().expect("a caller who hangs up")),
            }
        }
        self.do_it(Act::PutDown(lowering_ms));
    }

    /// The place of the recommended answer to what the caller just said.
    fn best_answer(&self) -> Option<usize> {
        let (state, context) = (self.state(), self.shift.context());
        let exchange = open_exchange(self.call(state.in_hand?), state, context)?;
        let best = exchange.replies.iter().position(|reply| reply.is_best)?;
        self.shift.offers().iter().position(|offer| offer.what == Saying::Reply(u8::try_from(best).unwrap_or(u8::MAX)))
    }

    /// What the callers said in a call, line by line.
    pub fn heard(&self, call: usize) -> Vec<&str> {
        let said = self.call(call).said.iter();
        said.filter(|said| matches!(said.who, Who::Caller(_))).map(|said| said.text.as_ref()).collect()
    }

    /// When something last happened, in milliseconds since the shift began.
    pub fn when(&self, event: Event) -> Option<u32> {
        self.state().log.iter().rev().find(|(_, told)| *told == event).map(|(at_ms, _)| *at_ms)
    }

    pub fn verdict(&self) -> Verdict {
        judge(&self.shift)
    }

    /// How often a criterion was met, of how many occasions.
    pub fn met(&self, check: Check) -> (usize, usize) {
        let verdict = self.verdict();
        let criteria = &self.shift.card().scorecard.criteria;
        let of_check = verdict.tallies.iter().find(|tally| criteria[tally.criterion].check == check);
        of_check.map(|tally| (tally.met, tally.due)).expect("a criterion of the scorecard")
    }
}

/// What is going on at the desk, by its name.
pub fn only_life(card: &mut DrillCard, id: &str) {
    card.pace.life = 100;
    card.manners.life.retain(|life: &LifeCard| life.id.as_ref() == id);
}
