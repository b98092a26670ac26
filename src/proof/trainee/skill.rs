//! How well a generated trainee does, and where they do worse.

use crate::content::script::Script;
use crate::play::call::Call;
use crate::play::offer::{Reply, answers};
use crate::play::state::Stage;
use crate::proof::trainee::dice::Dice;

/// How often the recommended answer is chosen on the first day, in permille.
const FIRST_DAY: u32 = 450;
/// The same on the last.
const LAST_DAY: u32 = 920;
/// How much less often with the kind of person the trainee is weak with, in permille.
const WEAK_WITH: u32 = 120;
/// How much less often in the dimension the trainee is weak in, in permille.
const WEAK_IN: u32 = 250;
/// How much more often when a call is taken up again at a turn that went wrong, in permille.
const SECOND_TIME: u32 = 200;
/// Whatever is taken off or put on, it stays between these, in permille.
const BOUNDS: (u32, u32) = (150, 980);
/// On paper one slips so many times less often than on the phone.
const PAPER: u32 = 5;
/// The middle of the time until a ringing phone is noticed and reached, on the first day and on the last, in milliseconds.
const REACH_MS: (u32, u32) = (7_600, 4_400);

/// What a trainee can do on one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Skill {
    /// How often the recommended answer is chosen, in permille.
    pub permille: u32,
    /// The middle of the time until a ringing phone is noticed and reached, in milliseconds.
    pub reach_ms: u32,
}

/// Where a trainee stays behind, whatever the day.
#[derive(Clone, Debug, Default)]
pub(super) struct Weakness {
    /// In what a dimension asks for, by place in the rubric.
    pub dimension: usize,
    /// With one kind of person, by id.
    pub temperament: String,
}

impl Skill {
    /// The skill after a share of all days, in permille: fast at first, slowly later.
    pub fn after(permille_of_days: u32) -> Self {
        const WHOLE: u32 = 1_000;
        let left = WHOLE - permille_of_days.min(WHOLE);
        let learned = WHOLE - left * left / WHOLE;
        let on_the_way = |first: u32, last: u32| (first * (WHOLE - learned) + last * learned) / WHOLE;
        Self { permille: on_the_way(FIRST_DAY, LAST_DAY), reach_ms: on_the_way(REACH_MS.0, REACH_MS.1) }
    }

    /// The skill of somebody who knows what went wrong here.
    pub fn second_time(self) -> Self {
        Self { permille: self.permille + SECOND_TIME, ..self }
    }

    /// The same skill on somebody's good or bad day.
    pub fn of_the_day(self, dice: &mut Dice) -> Self {
        const SWING: u32 = 60;
        Self { permille: (self.permille + dice.between(0, 2 * SWING)).saturating_sub(SWING), ..self }
    }

    /// How often the recommended answer is chosen where a call stands, in permille.
    pub fn here(self, call: &Call, weakness: &Weakness) -> u32 {
        let script = call.script();
        let is_weak_with = script.persona.temperament.id.value.0 == weakness.temperament;
        let is_weak_in = asks_for(call, weakness.dimension, script);
        let off = if is_weak_with { WEAK_WITH } else { 0 } + if is_weak_in { WEAK_IN } else { 0 };
        let permille = self.permille.saturating_sub(off).clamp(BOUNDS.0, BOUNDS.1);
        let is_on_paper = call.state().phase.stage() != Stage::Talk;
        if is_on_paper && !is_weak_in { 1_000 - (1_000 - permille) / PAPER } else { permille }
    }
}

/// Whether the recommended answer would show something of a dimension.
fn asks_for(call: &Call, dimension: usize, script: &Script) -> bool {
    let Some(Reply::Answer(answer)) = call.recommended() else { return false };
    let Some(card) = script.standards.dimensions.get(dimension) else { return false };
    let recommended = answers(call.state().phase, script).get(usize::from(answer));
    recommended.is_some_and(|answer| card.criteria.iter().any(|criterion| answer.shows.has(criterion.index())))
}
