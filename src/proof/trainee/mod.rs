//! A trainee who never was: half a year of attempts, really played, from a seed.
//!
//! For looking at charts, for measuring, for filling a record to try things on. Somebody who gets better, fast at first,
//! who stays behind in one dimension and with one kind of person, practises about four days a week, takes some calls up
//! again where they went wrong, and throws a few away. Every attempt was played by the engine, input by input, so each has
//! the very summary its replay has. The same seed gives the same attempts, byte for byte.

mod calendar;
mod caller;
mod dice;
mod skill;
mod student;
mod worker;

use std::sync::Arc;

use jiff::civil::Date;

use crate::content::drill::card::DrillCard;
use crate::content::rubric::Judge;
use crate::content::scenario::Difficulty;
use crate::content::script::Script;
use crate::content::shelf::{Setting, Shelf};
use crate::id::CriterionId;
use crate::play::call::Call;
use crate::play::drill::shift::{Input, Shift};
use crate::proof::trainee::calendar::{Session, sessions};
use crate::proof::trainee::caller::{play_on, went_wrong};
use crate::proof::trainee::dice::Dice;
use crate::proof::trainee::skill::{Skill, Weakness};
use crate::record::attempt::{Attempt, Kind, Retry, Setup, Status, call_lasted_ms, call_line, shift_line};
use crate::record::edition::{Digest, Edition};
use crate::record::moment::Moment;
use crate::record::summary::{CallSummary, ShiftSummary, Summary};

pub use student::{Studied, studied};

/// Half a year, in days.
pub const HALF_A_YEAR: u32 = 182;

/// How many attempts a day of practice has, at least and at most.
const ATTEMPTS_PER_DAY: (u32, u32) = (1, 3);
/// Between two attempts, at least and at most, in milliseconds: the debrief, and a breath.
const PAUSE_MS: (u32, u32) = (90_000, 420_000);
/// How many of a thousand attempts are shifts.
const SHIFTS: u32 = 330;
/// How many are exams, once the first tenth of the days has passed.
const EXAMS: u32 = 90;
/// How many are thrown away.
const GIVEN_UP: u32 = 35;
/// How many of the calls that went wrong somewhere are taken up again there.
const RETRIES: u32 = 260;
/// After so many permille of the days everything has been put before the trainee; until then the easier first.
const ALL_KNOWN: u32 = 200;

/// What a trainee can practise, with the editions it is of.
#[derive(Clone, Debug)]
pub struct Material {
    /// Calls, the easiest first.
    pub calls: Vec<(Arc<Script>, Digest)>,
    /// Shifts, in the order of the shelf.
    pub shifts: Vec<(Arc<DrillCard>, Digest)>,
    /// Every edition named by them: a record must keep these for the attempts to be had again.
    pub editions: Vec<Edition>,
    language: String,
    city: String,
}

impl Material {
    /// Everything on a shelf that can be played; what cannot is left out.
    pub fn of(shelf: &Shelf, setting: Setting<'_>) -> Self {
        let (mut calls, mut shifts, mut editions) = (Vec::new(), Vec::new(), Vec::new());
        for (_, scenario) in &shelf.scenarios {
            if let Ok(script) = shelf.script(scenario, setting) {
                let edition = Edition::of_call(shelf, &script.id);
                calls.push((script, edition.digest.clone()));
                editions.push(edition);
            }
        }
        for (_, drill) in &shelf.drills {
            if let Ok(card) = shelf.shift(drill, setting) {
                let edition = Edition::of_shift(shelf, &card.id);
                shifts.push((card, edition.digest.clone()));
                editions.push(edition);
            }
        }
        calls.sort_by_key(|(script, _)| match script.difficulty {
            Difficulty::Easy => 0,
            Difficulty::Normal => 1,
            Difficulty::Hard => 2,
        });
        Self { calls, shifts, editions, language: setting.language.tag().to_owned(), city: setting.city.to_owned() }
    }
}

/// A trainee who never was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trainee {
    /// Who: another seed is another person.
    pub seed: u64,
    /// The first day.
    pub start: Date,
    /// How many days later the last one is, at least 1; half a year is [`HALF_A_YEAR`].
    pub days: u32,
}

impl Trainee {
    /// Everything they practised, in order; nothing of an empty shelf.
    pub fn attempts(self, material: &Material) -> Vec<Attempt> {
        let mut dice = Dice::new(self.seed);
        let weakness = weakness(material, &mut dice);
        let sessions = sessions(self.start, self.days, &mut dice);
        let mut life = Life { material, weakness, days: self.days, dice, now: Moment::default(), attempts: Vec::new() };
        sessions.into_iter().for_each(|session| life.practise(session));
        life.attempts
    }
}

fn weakness(material: &Material, dice: &mut Dice) -> Weakness {
    let Some((script, _)) = material.calls.first() else { return Weakness::default() };
    let standards = &script.standards;
    let is_by_answers = |criterion: &CriterionId| standards.criteria[criterion.index()].judge == Judge::Shown;
    let by_answers = |dimension: &usize| standards.dimensions[*dimension].criteria.iter().any(is_by_answers);
    let dimensions: Vec<usize> = (0..standards.dimensions.len()).filter(by_answers).collect();
    let calls: Vec<usize> = (0..material.calls.len()).collect();
    let temperament = |call: usize| material.calls[call].0.persona.temperament.id.value.0.clone();
    Weakness {
        dimension: dice.one_of(&dimensions).unwrap_or_default(),
        temperament: dice.one_of(&calls).map(temperament).unwrap_or_default(),
    }
}

/// A trainee, day by day.
struct Life<'m> {
    material: &'m Material,
    weakness: Weakness,
    days: u32,
    dice: Dice,
    now: Moment,
    attempts: Vec<Attempt>,
}

impl Life<'_> {
    fn practise(&mut self, session: Session) {
        self.now = session.begins;
        let permille_of_days = session.day * 1_000 / self.days.saturating_sub(1).max(1);
        let skill = Skill::after(permille_of_days).of_the_day(&mut self.dice);
        for _ in 0..self.dice.between(ATTEMPTS_PER_DAY.0, ATTEMPTS_PER_DAY.1) {
            if self.dice.happens(SHIFTS) {
                self.work_a_shift(skill, permille_of_days);
            } else {
                self.make_a_call(skill, permille_of_days);
            }
        }
    }

    /// One of some, the first ones only as long as not everything was put before the trainee.
    fn one_of<T: Clone>(&mut self, all: &[T], permille_of_days: u32) -> Option<T> {
        let known = all.len() * permille_of_days.min(ALL_KNOWN) as usize / ALL_KNOWN as usize;
        let places: Vec<usize> = (0..known.max(1).min(all.len())).collect();
        self.dice.one_of(&places).map(|place| all[place].clone())
    }

    fn is_exam(&mut self, permille_of_days: u32) -> bool {
        const FIRST_TENTH: u32 = 100;
        self.dice.happens(EXAMS) && permille_of_days > FIRST_TENTH
    }

    fn setup(&mut self, kind: Kind, subject: &str, edition: Digest, seed: u64) -> Setup {
        Setup {
            id: self.dice.id(),
            kind,
            subject: subject.to_owned(),
            edition,
            language: self.material.language.clone(),
            city: self.material.city.clone(),
            rule: None,
            seed,
            is_exam: false,
            retry: None,
            began: self.now,
            program: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    fn make_a_call(&mut self, skill: Skill, permille_of_days: u32) {
        let Some((script, edition)) = self.one_of(&self.material.calls, permille_of_days) else { return };
        let seed = self.dice.seed();
        let is_exam = self.is_exam(permille_of_days);
        let setup = Setup { is_exam, ..self.setup(Kind::Call, &script.id, edition, seed) };
        let call = play_on(Call::new(script, seed), skill, &self.weakness, &mut self.dice);
        let (call, status) = self.perhaps_given_up(call);
        self.keep(call_attempt(setup.clone(), status, &call));
        let wrong = went_wrong(&call).filter(|_| status == Status::Finished && !is_exam);
        if let Some(from) = wrong.filter(|_| self.dice.happens(RETRIES)) {
            self.take_up_again(&setup, &call, from, skill);
        }
    }

    fn take_up_again(&mut self, earlier: &Setup, call: &Call, from: usize, skill: Skill) {
        let retry = Retry { of: earlier.id, from: u32::try_from(from).unwrap_or(u32::MAX) };
        let again = play_on(call.back_to(from), skill.second_time(), &self.weakness, &mut self.dice);
        let id = self.dice.id();
        let setup = Setup { id, retry: Some(retry), began: self.now, ..earlier.clone() };
        self.keep(call_attempt(setup, status_of(&again), &again));
    }

    fn work_a_shift(&mut self, skill: Skill, permille_of_days: u32) {
        let Some((card, edition)) = self.one_of(&self.material.shifts, permille_of_days) else { return };
        let seed = self.dice.seed();
        let is_exam = self.is_exam(permille_of_days);
        let rule = Some(card.rule.word().to_owned());
        let setup = Setup { is_exam, rule, ..self.setup(Kind::Shift, &card.id, edition, seed) };
        let shift = worker::work(card, seed, skill, &mut self.dice);
        let (shift, status) = self.perhaps_broken_off(shift);
        self.keep(Attempt {
            setup,
            status,
            lasted_ms: shift.state().now_ms,
            inputs: Some(shift.inputs().iter().map(shift_line).collect()),
            summary: Summary::Shift(ShiftSummary::of(&shift)),
        });
    }

    /// A call as it was left when it was thrown away somewhere, or the whole of it.
    fn perhaps_given_up(&mut self, call: Call) -> (Call, Status) {
        let whole = call.beats().len();
        if self.dice.happens(GIVEN_UP) && whole > 1 {
            let kept = self.dice.between(1, u32::try_from(whole).unwrap_or(u32::MAX) - 1);
            return (call.back_to(kept as usize), Status::GivenUp);
        }
        let status = status_of(&call);
        (call, status)
    }

    /// The same of a shift, which stands as its last input left it.
    fn perhaps_broken_off(&mut self, shift: Shift) -> (Shift, Status) {
        let whole = shift.inputs().len();
        let is_thrown_away = self.dice.happens(GIVEN_UP) && whole > 1;
        if !is_thrown_away && shift.state().is_over {
            return (shift, Status::Finished);
        }
        let kept = self.dice.between(1, u32::try_from(whole).unwrap_or(u32::MAX).saturating_sub(1)) as usize;
        let inputs: Vec<Input> = shift.inputs().iter().take(kept).cloned().collect();
        // What was done once can be done again.
        let broken_off = Shift::replay(shift.card().clone(), shift.seed(), &inputs).unwrap_or(shift);
        (broken_off, Status::GivenUp)
    }

    fn keep(&mut self, attempt: Attempt) {
        let pause_ms = self.dice.between(PAUSE_MS.0, PAUSE_MS.1);
        self.now = self.now.later(i64::from(attempt.lasted_ms) + i64::from(pause_ms));
        self.attempts.push(attempt);
    }
}

fn status_of(call: &Call) -> Status {
    if call.is_over() { Status::Finished } else { Status::GivenUp }
}

fn call_attempt(setup: Setup, status: Status, call: &Call) -> Attempt {
    let inputs = call.inputs();
    let anew = setup.retry.map_or(0, |retry| retry.from as usize).min(inputs.len());
    Attempt {
        lasted_ms: call_lasted_ms(&inputs[anew..]),
        inputs: Some(inputs.into_iter().map(call_line).collect()),
        summary: Summary::Call(CallSummary::of(call)),
        setup,
        status,
    }
}
