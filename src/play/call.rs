//! A call being played: the engine with its trail, which is all that is needed to play it again.

use std::sync::Arc;

use crate::content::script::{Script, Spoken};
use crate::play::deal::Deal;
use crate::play::offer::{Replies, Reply, recommended, replies};
use crate::play::state::{Phase, State};
use crate::play::step::{Act, Context, Event, Events, Input, Refused, start, step};

/// A call being played, or played out.
#[derive(Clone, Debug)]
pub struct Call {
    script: Arc<Script>,
    seed: u64,
    deal: Arc<Deal>,
    opening: Events,
    state: State,
    beats: Vec<Beat>,
}

/// One input and what came of it.
#[derive(Clone, Debug)]
pub struct Beat {
    /// Where the call stood.
    pub before: State,
    /// What the trainee did.
    pub input: Input,
    /// What came of it.
    pub events: Events,
}

impl Call {
    /// A call about to begin.
    pub fn new(script: Arc<Script>, seed: u64) -> Self {
        let deal = Arc::new(Deal::new(&script, seed));
        let (state, opening) = start(Context { script: &script, deal: &deal, speaking_ms: 0 });
        Self { script, seed, deal, opening, state, beats: Vec::new() }
    }

    /// The same call played again from its inputs.
    ///
    /// # Errors
    /// With the place of the first input that fits no question.
    pub fn replay(script: Arc<Script>, seed: u64, inputs: &[Input]) -> Result<Self, (usize, Refused)> {
        let mut call = Self::new(script, seed);
        for (place, input) in inputs.iter().enumerate() {
            call.take(*input).map_err(|refused| (place, refused))?;
        }
        Ok(call)
    }

    /// The same call as it stood before its `beat`-th input, to be taken from there once more.
    #[must_use]
    pub fn back_to(&self, beat: usize) -> Self {
        let mut call = self.clone();
        if let Some(turned) = call.beats.get(beat) {
            call.state = turned.before.clone();
            call.beats.truncate(beat);
        }
        call
    }

    /// Takes one input.
    ///
    /// # Errors
    /// When it fits no question; nothing has changed then.
    pub fn take(&mut self, input: Input) -> Result<&Beat, Refused> {
        let (after, events) = step(&self.state, input, self.context())?;
        let before = std::mem::replace(&mut self.state, after);
        self.beats.push(Beat { before, input, events });
        Ok(&self.beats[self.beats.len() - 1])
    }

    /// Takes the reply at a place, from 0, once the owner has finished speaking.
    ///
    /// # Errors
    /// When there is no such reply.
    pub fn reply(&mut self, place: u8) -> Result<&Beat, Refused> {
        self.take(Input { after_ms: self.speaking_ms(), act: Act::Reply(place) })
    }

    /// The script.
    pub fn script(&self) -> &Arc<Script> {
        &self.script
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The dice.
    pub fn deal(&self) -> &Deal {
        &self.deal
    }

    /// Where the call stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was said before the first input.
    pub fn opening(&self) -> &Events {
        &self.opening
    }

    /// Everything since.
    pub fn beats(&self) -> &[Beat] {
        &self.beats
    }

    /// The inputs so far: with script and seed, the whole call.
    pub fn inputs(&self) -> Vec<Input> {
        self.beats.iter().map(|beat| beat.input).collect()
    }

    /// Whether it is played out.
    pub fn is_over(&self) -> bool {
        self.state.phase == Phase::Over
    }

    /// What can be answered now.
    pub fn replies(&self) -> Replies {
        replies(&self.state, &self.script, &self.deal)
    }

    /// What is recommended now.
    pub fn recommended(&self) -> Option<Reply> {
        recommended(&self.state, &self.script, &self.deal)
    }

    /// What was said last: since the latest input, or before the first.
    pub fn latest(&self) -> &Events {
        self.beats.last().map_or(&self.opening, |beat| &beat.events)
    }

    /// How long the owner's latest words last, in milliseconds.
    pub fn speaking_ms(&self) -> u32 {
        spoken(&self.script, self.beats.last(), self.latest()).map(|words| words.lasts_ms).sum()
    }

    fn context(&self) -> Context<'_> {
        Context { script: &self.script, deal: &self.deal, speaking_ms: self.speaking_ms() }
    }
}

/// The owner's words among some events.
fn spoken<'a>(script: &'a Script, beat: Option<&'a Beat>, events: &'a Events) -> impl Iterator<Item = &'a Spoken> {
    events.iter().filter_map(move |event| match *event {
        Event::OwnerSays { turn, line, variant } => owner_line(script, turn, line, variant),
        Event::CutShort => beat.and_then(|beat| cut_in_words(script, beat)),
        _ => None,
    })
}

/// The words of an [`Event::OwnerSays`].
pub fn owner_line(script: &Script, turn: crate::id::TurnId, line: u8, variant: u8) -> Option<&Spoken> {
    script.turns[turn.index()].lines.get(usize::from(line))?.variants.get(usize::from(variant))
}

/// The words with which the owner cut in, in a beat with an [`Event::CutShort`].
pub fn cut_in_words<'s>(script: &'s Script, beat: &Beat) -> Option<&'s Spoken> {
    answered(script, beat)?.cut_in.as_ref().map(|cut_in| &cut_in.owner)
}

/// The answer given in a beat, if it was one of the script's.
pub fn answered<'s>(script: &'s Script, beat: &Beat) -> Option<&'s crate::content::script::Answer> {
    let given = beat.events.iter().find_map(|event| match event {
        Event::Answered(Reply::Answer(answer)) => Some(usize::from(*answer)),
        _ => None,
    })?;
    crate::play::offer::answers(beat.before.phase, script).get(given)
}
