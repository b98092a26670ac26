//! The engine: one input, one step, one new state and what there is to say about it.

use smallvec::SmallVec;

use crate::content::rubric::MissedBy;
use crate::content::scenario::{Change, Slot};
use crate::content::script::{Answer, CutIn, Mood, Needed, Route, Script, Target, Turn};
use crate::id::{Bits, BreachId, CriterionId, EndingId, NoteId, TurnId};
use crate::play::deal::Deal;
use crate::play::offer::{Reply, answers, replies};
use crate::play::state::{Phase, Stage, State};

/// What stands around a call: its script, the dice, and how long the owner is speaking.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The call.
    pub script: &'a Script,
    /// The dice.
    pub deal: &'a Deal,
    /// How long the words before the input last, in milliseconds.
    pub speaking_ms: u32,
}

/// What a trainee does, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// Milliseconds since the owner began to speak, or since the question was shown.
    pub after_ms: u32,
    /// What.
    pub act: Act,
}

/// What a trainee can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Answer with the reply at this place, from 0, in the order shown.
    Reply(u8),
    /// Say nothing until the think-timer runs out.
    StaySilent,
}

/// Why an input was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no reply at that place.
    NoSuchReply {
        /// How many there are.
        offered: u8,
    },
    /// Nobody is waiting on the line.
    NothingToBeSilentAbout,
}

/// All that the engine says to any face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A stage of the call begins.
    StageBegan(Stage),
    /// The owner speaks.
    OwnerSays {
        /// At which turn.
        turn: TurnId,
        /// Which of its lines.
        line: u8,
        /// Which wording of it.
        variant: u8,
    },
    /// The trainee answered the question that was open.
    Answered(Reply),
    /// The owner cut the answer short.
    CutShort,
    /// The trainee spoke before the owner had finished.
    TalkedOver,
    /// The trainee said nothing.
    FellSilent,
    /// The mood moved, in points.
    MoodMoved {
        /// Trust.
        trust: i8,
        /// Patience.
        patience: i8,
    },
    /// The owner told a fact.
    Heard(NoteId),
    /// A criterion was met for the first time.
    Shown(CriterionId),
    /// A criterion was spoiled.
    Missed(CriterionId),
    /// A rule was broken.
    Broke(BreachId),
    /// Money was asked for over an open service defect.
    ChasedOverDefect,
    /// The talk ended.
    Ended(EndingId),
}

/// What one step has to say.
pub type Events = SmallVec<[Event; 8]>;

/// The first state and what there is to say about it.
pub fn start(context: Context<'_>) -> (State, Events) {
    let mut stepper = Stepper::at(State::new(context.script), context);
    if context.script.prepare.is_empty() {
        stepper.dial();
    } else {
        stepper.say(Event::StageBegan(Stage::Prepare));
    }
    (stepper.state, stepper.events)
}

/// One step.
///
/// # Errors
/// When there is no such reply, or silence where nobody waits; the state is then unchanged.
pub fn step(state: &State, input: Input, context: Context<'_>) -> Result<(State, Events), Refused> {
    let mut stepper = Stepper::at(state.clone(), context);
    match input.act {
        Act::Reply(place) => {
            let offered = replies(state, context.script, context.deal);
            let refused = Refused::NoSuchReply { offered: u8::try_from(offered.len()).unwrap_or(u8::MAX) };
            let reply = *offered.get(usize::from(place)).ok_or(refused)?;
            stepper.reply(reply, input.after_ms);
        }
        Act::StaySilent => stepper.stay_silent()?,
    }
    Ok((stepper.state, stepper.events))
}

struct Stepper<'a> {
    state: State,
    events: Events,
    context: Context<'a>,
}

impl<'a> Stepper<'a> {
    fn at(state: State, context: Context<'a>) -> Self {
        Self { state, events: Events::new(), context }
    }

    fn script(&self) -> &'a Script {
        self.context.script
    }

    fn say(&mut self, event: Event) {
        self.events.push(event);
    }

    fn reply(&mut self, reply: Reply, after_ms: u32) {
        match (self.state.phase, reply) {
            (Phase::Prepare { step, picked }, Reply::Answer(answer)) => self.prepare(step, picked, answer),
            (Phase::Prepare { step, picked }, _) => self.have_enough(step, picked),
            (Phase::Talk { turn }, Reply::Answer(answer)) => self.talk(turn, answer, after_ms),
            (Phase::Note { .. }, Reply::Note(note)) => {
                self.state.noted.insert(note.index());
                self.say(Event::Answered(reply));
            }
            (Phase::Note { slot }, _) => {
                self.say(Event::Answered(reply));
                self.next_slot(slot + 1);
            }
            (Phase::FollowUp, Reply::Answer(answer)) => self.plan(answer),
            (Phase::Talk { .. } | Phase::FollowUp | Phase::Over, _) => {}
        }
    }

    fn prepare(&mut self, step: u8, mut picked: Bits, answer: u8) {
        self.say(Event::Answered(Reply::Answer(answer)));
        if self.script().prepare[usize::from(step)].question.needed.is_some() {
            picked.insert(usize::from(answer));
            self.state.phase = Phase::Prepare { step, picked };
            return;
        }
        self.take_effect(&answers(self.state.phase, self.script())[usize::from(answer)]);
        self.next_step(step + 1);
    }

    fn have_enough(&mut self, step: u8, picked: Bits) {
        self.say(Event::Answered(Reply::Enough));
        if let Some(Needed { answers, shows }) = self.script().prepare[usize::from(step)].question.needed
            && answers == picked
        {
            self.show(shows);
        }
        self.next_step(step + 1);
    }

    fn next_step(&mut self, step: u8) {
        if usize::from(step) < self.script().prepare.len() {
            self.state.phase = Phase::Prepare { step, picked: Bits::default() };
        } else {
            self.dial();
        }
    }

    fn dial(&mut self) {
        self.say(Event::StageBegan(Stage::Talk));
        self.follow(Target::Turn(self.script().first_turn));
    }

    fn talk(&mut self, turn: TurnId, answer: u8, after_ms: u32) {
        self.say(Event::Answered(Reply::Answer(answer)));
        let answer = &self.script().turns[turn.index()].answers[usize::from(answer)];
        if after_ms < self.context.speaking_ms {
            self.say(Event::TalkedOver);
            self.miss(self.script().standards.missed_by(MissedBy::TalkingOver));
            self.move_mood(0, Change::Dips.points());
        }
        let cut_in = answer.cut_in.as_ref().filter(|cut_in| self.state.holds(&cut_in.when, self.script()));
        let routes = match cut_in {
            Some(cut_in) => self.cut_short(answer, cut_in),
            None => {
                self.take_effect(answer);
                &answer.routes
            }
        };
        self.go(routes);
    }

    /// A point the owner did not let one make is not made; a line crossed before is crossed.
    fn cut_short(&mut self, answer: &'a Answer, cut_in: &'a CutIn) -> &'a [Route] {
        self.say(Event::CutShort);
        self.miss(answer.misses);
        self.break_rules(answer);
        self.move_mood(0, cut_in.patience);
        if cut_in.routes.is_empty() { &answer.routes } else { &cut_in.routes }
    }

    fn take_effect(&mut self, answer: &Answer) {
        if answer.chases && self.state.has_open_defect(self.script()) && !self.state.chased_over_defect {
            self.state.chased_over_defect = true;
            self.say(Event::ChasedOverDefect);
        }
        self.state.addressed = self.state.addressed.or(answer.addresses);
        self.state.flags = self.state.flags.without(answer.clears).or(answer.sets);
        self.show(answer.shows);
        self.miss(answer.misses);
        self.break_rules(answer);
        self.move_mood(answer.trust, answer.patience);
    }

    fn stay_silent(&mut self) -> Result<(), Refused> {
        let Phase::Talk { turn } = self.state.phase else { return Err(Refused::NothingToBeSilentAbout) };
        let silence = &self.script().turns[turn.index()].silence;
        self.say(Event::FellSilent);
        self.miss(self.script().standards.missed_by(MissedBy::Silence));
        // Whatever an author writes, silence costs something: nobody holds the line for ever.
        self.move_mood(0, silence.patience.min(-1));
        if silence.routes.is_empty() && self.state.mood.patience > 0 {
            return Ok(());
        }
        self.go(&silence.routes);
        Ok(())
    }

    /// Takes the first way on that holds; an owner out of patience takes none of them and hangs up.
    fn go(&mut self, routes: &[Route]) {
        let open = routes.iter().find(|route| self.state.holds(&route.when, self.script()));
        let to = open.map_or(Target::Nowhere, |route| route.to);
        self.follow(if self.state.mood.patience == 0 { Target::Nowhere } else { to });
    }

    /// Follows the talk to the next question or to its end, the owner speaking on the way.
    fn follow(&mut self, mut target: Target) {
        // A chain of turns without answers is at most as long as the talk; checking refuses a ring of them.
        for _ in 0..=self.script().turns.len() {
            let Target::Turn(id) = target else { break };
            let turn = &self.script().turns[id.index()];
            self.owner_says(id, turn);
            if !turn.answers.is_empty() {
                self.state.phase = Phase::Talk { turn: id };
                return;
            }
            let open = turn.routes.iter().find(|route| self.state.holds(&route.when, self.script()));
            target = open.map_or(Target::Nowhere, |route| route.to);
        }
        match target {
            Target::Ending(ending) => self.end(ending),
            Target::Turn(_) | Target::Nowhere => self.end(self.script().hangs_up),
        }
    }

    fn owner_says(&mut self, id: TurnId, turn: &Turn) {
        let said = turn.lines.iter().position(|line| self.state.holds(&line.when, self.script()));
        let Some(line) = said else { return };
        let variant = self.context.deal.wording(id.index(), turn.lines[line].variants.len());
        let small = |index: usize| u8::try_from(index).unwrap_or(u8::MAX);
        self.say(Event::OwnerSays { turn: id, line: small(line), variant: small(variant) });
        self.hear(turn.lines[line].tells);
    }

    fn end(&mut self, ending: EndingId) {
        self.state.ending = Some(ending);
        self.say(Event::Ended(ending));
        self.hear(self.script().endings[ending.index()].tells);
        if self.script().notes.is_some() || self.script().follow_up.is_some() {
            self.say(Event::StageBegan(Stage::Log));
        }
        self.next_slot(0);
    }

    /// Boxes that nothing could go into are not asked about.
    fn next_slot(&mut self, from: u8) {
        let notes = self.script().notes.as_deref().unwrap_or_default();
        let has_notes = |slot: u8| notes.iter().any(|note| note.slot == Slot::ALL[usize::from(slot)]);
        let slots = u8::try_from(Slot::ALL.len()).unwrap_or(u8::MAX);
        match (from..slots).find(|&slot| has_notes(slot)) {
            Some(slot) => self.state.phase = Phase::Note { slot },
            None if self.script().follow_up.is_some() => self.state.phase = Phase::FollowUp,
            None => self.finish(),
        }
    }

    fn plan(&mut self, answer: u8) {
        self.say(Event::Answered(Reply::Answer(answer)));
        let answer = &answers(self.state.phase, self.script())[usize::from(answer)];
        self.state.follow_up_fits = self.state.ending.is_some_and(|ending| answer.right_after.has(ending.index()));
        self.take_effect(answer);
        self.finish();
    }

    fn finish(&mut self) {
        self.state.phase = Phase::Over;
        self.say(Event::StageBegan(Stage::Over));
    }

    fn hear(&mut self, told: Bits) {
        for fact in told.without(self.state.heard).iter() {
            self.state.heard.insert(fact);
            self.say(Event::Heard(NoteId::from(fact)));
        }
    }

    fn show(&mut self, criteria: Bits) {
        for criterion in criteria.without(self.state.shown).iter() {
            self.state.shown.insert(criterion);
            self.say(Event::Shown(CriterionId::from(criterion)));
        }
    }

    fn miss(&mut self, criteria: Bits) {
        for criterion in criteria.without(self.state.missed).iter() {
            self.state.missed.insert(criterion);
            self.say(Event::Missed(CriterionId::from(criterion)));
        }
    }

    fn break_rules(&mut self, answer: &Answer) {
        for breach in &answer.breaches {
            if self.state.broken.insert(breach.index()) {
                self.say(Event::Broke(*breach));
            }
        }
    }

    fn move_mood(&mut self, trust: i32, patience: i32) {
        let temperament = &self.script().persona.temperament;
        let before = self.state.mood;
        let after = Mood {
            trust: moved(before.trust, temperament.trust(trust)),
            patience: moved(before.patience, temperament.patience(patience)),
        };
        if after != before {
            self.state.mood = after;
            let by = |before: u8, after: u8| after.wrapping_sub(before).cast_signed();
            let trust = by(before.trust, after.trust);
            self.say(Event::MoodMoved { trust, patience: by(before.patience, after.patience) });
        }
    }
}

fn moved(level: u8, by: i32) -> u8 {
    u8::try_from((i32::from(level) + by).clamp(0, 100)).unwrap_or(0)
}
