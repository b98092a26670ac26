//! How a generated trainee works a shift: by the book as far as they know it, with hands that take their time.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::drill::card::DrillCard;
use crate::play::drill::act::Act;
use crate::play::drill::shift::{Input, LONGEST_AFTERMATH_MS, Shift};
use crate::play::drill::state::Stage;
use crate::proof::desk::{Bot, by_the_book};
use crate::proof::trainee::dice::Dice;
use crate::proof::trainee::skill::Skill;

/// Between two looks at the desk, at least and at most, in milliseconds.
const LOOK_MS: (u32, u32) = (180, 420);
/// Between two things done, at least and at most, in milliseconds: shorter than anybody bears silence.
const REST_MS: (u32, u32) = (600, 2_600);
/// How long a receiver is lowered, at least and at most, in milliseconds; some of it is too fast to be gentle.
const LOWERS_MS: (u32, u32) = (450, 900);
const SLAMS_MS: (u32, u32) = (80, 350);
/// How much longer it takes when a phone is not heard or something else is in hand, at least and at most, in milliseconds.
const AWAY_MS: (u32, u32) = (5_000, 22_000);
/// How often that happens to somebody who knows nothing, in permille; somebody who knows all never.
const AWAY: u32 = 160;
/// Of the slips a novice could make at the desk so many in a thousand are made: a standing sentence is soon learned.
const SLIPS: u32 = 450;

/// Works a whole shift.
pub(super) fn work(card: Arc<DrillCard>, seed: u64, skill: Skill, dice: &mut Dice) -> Shift {
    let mut worker = Worker { shift: Shift::new(card, seed), skill, dice, habits: BTreeMap::new(), aside: None };
    let until_ms = worker.shift.card().shift_ms.saturating_add(LONGEST_AFTERMATH_MS);
    let (mut at_ms, mut rests_until_ms) = (0_u32, 0);
    while !worker.shift.state().is_over && at_ms < until_ms {
        at_ms = at_ms.saturating_add(worker.dice.between(LOOK_MS.0, LOOK_MS.1));
        worker.shift.advance(at_ms);
        let is_free = at_ms >= rests_until_ms && !worker.shift.state().is_over;
        let Some(act) = is_free.then(|| worker.next_act()).flatten() else { continue };
        // What was wanted a moment ago may be gone; then the next look finds something else.
        if worker.shift.take(Input { at_ms, act }).is_ok() {
            rests_until_ms = at_ms.saturating_add(worker.dice.between(REST_MS.0, REST_MS.1));
        }
    }
    worker.shift.run_out(LONGEST_AFTERMATH_MS);
    worker.shift
}

/// Somebody at a desk.
struct Worker<'d> {
    shift: Shift,
    skill: Skill,
    dice: &'d mut Dice,
    /// What was decided about each call when it was first seen.
    habits: BTreeMap<usize, Habit>,
    /// Since when something of the desk's life goes on about which it was decided, and whether it is put aside.
    aside: Option<(u32, bool)>,
}

/// What was decided about a call.
#[derive(Clone, Copy)]
struct Habit {
    /// How long it may ring, in milliseconds.
    reach_ms: u32,
    /// Whether a note is written.
    notes: bool,
}

impl Worker<'_> {
    fn slips(&mut self) -> bool {
        let permille = (1_000 - self.skill.permille.min(1_000)) * SLIPS / 1_000;
        self.dice.happens(permille)
    }

    fn next_act(&mut self) -> Option<Act> {
        if self.leaves_things_about() {
            let state = self.shift.state();
            let next = state.ringing().next().or_else(|| state.held())?;
            return self.reach_for(next);
        }
        match by_the_book(&self.shift, Bot::Perfect)? {
            Act::PickUp(phone) => {
                let call = self.shift.state().on_phone(phone)?;
                self.reach_for(call)
            }
            Act::Say(place) => Some(self.say(place)),
            Act::Write(slot, text) => self.note(Act::Write(slot, text)),
            Act::PutDown(_) => Some(self.put_down()),
            act => Some(act),
        }
    }

    /// Whether something should be put aside before the receiver is lifted, and is not: decided once.
    fn leaves_things_about(&mut self) -> bool {
        let (state, lives) = (self.shift.state(), &self.shift.card().manners.life);
        let are_hands_free = state.in_hand.is_none() && state.walking.is_none() && !state.has_closed;
        let life = state.life.filter(|now| are_hands_free && !now.is_done && lives[usize::from(now.life)].must);
        let Some(since_ms) = life.map(|now| now.since_ms) else { return false };
        match self.aside {
            Some((known_ms, is_put)) if known_ms == since_ms => !is_put,
            _ => {
                let is_put = !self.slips();
                self.aside = Some((since_ms, is_put));
                !is_put
            }
        }
    }

    /// Lifts the receiver, once it is reached; now and then that of another phone.
    fn reach_for(&mut self, wanted: usize) -> Option<Act> {
        let is_held = self.shift.state().calls[wanted].stage == Stage::Held;
        if !is_held {
            let waited_ms = self.shift.state().now_ms.saturating_sub(self.shift.state().calls[wanted].began_ms);
            if waited_ms < self.habit(wanted).reach_ms {
                return None;
            }
        }
        let ringing: Vec<usize> = self.shift.state().ringing().collect();
        let call = if !is_held && ringing.len() > 1 && self.slips() { self.dice.one_of(&ringing)? } else { wanted };
        Some(Act::PickUp(self.shift.state().calls[call].phone))
    }

    fn habit(&mut self, call: usize) -> Habit {
        if let Some(habit) = self.habits.get(&call) {
            return *habit;
        }
        // Two dice: most often near the middle.
        let half_ms = self.skill.reach_ms / 2;
        let mut reach_ms = half_ms / 4 + self.dice.between(0, 2 * half_ms) + self.dice.between(0, 7 * half_ms / 4);
        if self.dice.happens((1_000 - self.skill.permille.min(1_000)) * AWAY / 1_000) {
            reach_ms += self.dice.between(AWAY_MS.0, AWAY_MS.1);
        }
        let habit = Habit { reach_ms, notes: !self.slips() };
        self.habits.insert(call, habit);
        habit
    }

    /// What is recommended, or anything else that is offered.
    fn say(&mut self, recommended: u8) -> Act {
        let offered = u8::try_from(self.shift.offers().len()).unwrap_or(u8::MAX);
        let others: Vec<u8> = (0..offered).filter(|&place| place != recommended).collect();
        let other = if self.slips() { self.dice.one_of(&others) } else { None };
        Act::Say(other.unwrap_or(recommended))
    }

    /// The note, or the receiver down without one.
    fn note(&mut self, write: Act) -> Option<Act> {
        let call = self.shift.state().in_hand?;
        if self.habit(call).notes {
            return Some(write);
        }
        (self.shift.state().calls[call].stage == Stage::Dead).then(|| self.put_down())
    }

    fn put_down(&mut self) -> Act {
        let (least_ms, most_ms) = if self.slips() { SLAMS_MS } else { LOWERS_MS };
        Act::PutDown(self.dice.between(least_ms, most_ms))
    }
}
