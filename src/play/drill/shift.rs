//! A shift being worked: the desk with its trail, which is all that is needed to work it again.

use std::sync::Arc;

use crate::content::drill::card::DrillCard;
use crate::content::drill::speech::Standing;
use crate::play::drill::act::{Act, Refused, take};
use crate::play::drill::offer::{Offer, offers, recommended, typed};
use crate::play::drill::plan::Plan;
use crate::play::drill::state::{Context, State};
use crate::play::drill::time::{advance, next_ms, settle};

/// What comes after a shift's own time at most, in milliseconds: the last call, and calls back until they are due.
pub const LONGEST_AFTERMATH_MS: u32 = 1_200_000;

/// One thing the trainee did, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Milliseconds since the shift began.
    pub at_ms: u32,
    /// What.
    pub act: Act,
}

/// A shift being worked, or worked out.
#[derive(Clone, Debug)]
pub struct Shift {
    card: Arc<DrillCard>,
    seed: u64,
    plan: Arc<Plan>,
    state: State,
    inputs: Vec<Input>,
}

impl Shift {
    /// A shift about to begin.
    pub fn new(card: Arc<DrillCard>, seed: u64) -> Self {
        let plan = Arc::new(Plan::new(&card, seed));
        let mut state = State::default();
        settle(&mut state, Context { card: &card, plan: &plan });
        Self { card, seed, plan, state, inputs: Vec::new() }
    }

    /// The same shift worked again from its inputs, until the last of them.
    ///
    /// # Errors
    /// With the place of the first input that cannot be done when it should be, or comes before the one before it.
    pub fn replay(card: Arc<DrillCard>, seed: u64, inputs: &[Input]) -> Result<Self, (usize, Refused)> {
        let mut shift = Self::new(card, seed);
        for (place, input) in inputs.iter().enumerate() {
            if input.at_ms < shift.state.now_ms && !shift.state.is_over {
                return Err((place, Refused::TooLate));
            }
            shift.take(input.clone()).map_err(|refused| (place, refused))?;
        }
        Ok(shift)
    }

    /// The same shift as it stood at a moment, to be worked on from there.
    #[must_use]
    pub fn back_to(&self, at_ms: u32) -> Self {
        let before: Vec<Input> = self.inputs.iter().filter(|input| input.at_ms < at_ms).cloned().collect();
        let mut shift = Self::new(self.card.clone(), self.seed);
        for input in before {
            // What was done once can be done again; a refusal would only mean that it changed nothing.
            let _ = shift.take(input);
        }
        shift.advance(at_ms);
        shift
    }

    /// Lets time pass until a moment, in milliseconds since the shift began; time never goes back.
    pub fn advance(&mut self, to_ms: u32) {
        advance(&mut self.state, to_ms, Context { card: &self.card, plan: &self.plan });
    }

    /// Does something at a moment, or now where the moment has passed.
    ///
    /// # Errors
    /// When it cannot be done then; nothing but time has changed.
    pub fn take(&mut self, input: Input) -> Result<(), Refused> {
        self.advance(input.at_ms);
        let at_ms = self.state.now_ms;
        take(&mut self.state, &input.act, Context { card: &self.card, plan: &self.plan })?;
        self.inputs.push(Input { at_ms, act: input.act });
        Ok(())
    }

    /// Lets the shift come to its end by itself, at most so many milliseconds after its own time.
    pub fn run_out(&mut self, at_most_ms: u32) {
        let until_ms = self.card.shift_ms.saturating_add(at_most_ms);
        while let Some(next_ms) = self.next_ms().filter(|&next_ms| next_ms <= until_ms) {
            self.advance(next_ms);
        }
    }

    /// The shift's card.
    pub fn card(&self) -> &Arc<DrillCard> {
        &self.card
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The desk.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was done so far: with card and seed, the whole shift.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// What the desk is seen against.
    pub fn context(&self) -> Context<'_> {
        Context { card: &self.card, plan: &self.plan }
    }

    /// When something happens next by itself, in milliseconds since the shift began.
    pub fn next_ms(&self) -> Option<u32> {
        next_ms(&self.state, self.context())
    }

    /// What can be said now.
    pub fn offers(&self) -> Vec<Offer<'_>> {
        offers(&self.state, self.context())
    }

    /// Which of it is recommended.
    pub fn recommended(&self) -> Option<usize> {
        recommended(&self.state, self.context())
    }

    /// What may be typed instead.
    pub fn typed(&self) -> Option<Standing> {
        typed(&self.state, self.context())
    }
}
