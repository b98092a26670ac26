//! Practice as xAPI 1.0.3 statements, for a learning record store (xAPI 1.0.3, "Part Two: Experience API Data").
//!
//! One attempt is one registration: `initialized`, one `answered` for each thing said, then `completed` and `passed` or
//! `failed`; an attempt that was given up ends in `terminated`. Statements have the same ids however often they are
//! exported, so a store that has one already keeps one. What was taken over from an earlier attempt is not stated again:
//! it belongs to that one's registration.

mod finale;
pub mod iri;
pub mod statement;
mod told;

use uuid::Uuid;

use super::tongues::Tongues;
use super::{Material, Practice, Told};
use crate::content::language::Language;
use crate::export::choices::Choice;
use crate::record::attempt::{Attempt, Status};
use crate::record::moment::Moment;
use iri::Verb as Did;
use statement::{Activity, Agent, Context, LanguageMap, Outcome, Statement, Verb};

/// Whether statements name people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// Only the profile's id; words of one's own are left out, since people say who they are in them.
    #[default]
    Withheld,
    /// What the trainee wants to be called, and words of their own.
    Given,
}

/// The statements as a JSON array, one a line, in the order in which things happened.
///
/// # Errors
/// None that can be met: every part of a statement has a JSON form.
pub fn json(material: &Material<'_>, names: Names) -> Result<String, serde_json::Error> {
    let lines: Result<Vec<String>, _> = statements(material, names).iter().map(serde_json::to_string).collect();
    Ok(format!("[\n{}\n]\n", lines?.join(",\n")))
}

/// The statements, trainee by trainee, attempt by attempt.
pub fn statements(material: &Material<'_>, names: Names) -> Vec<Statement> {
    let mut tongues = Tongues::default();
    let attempts = material.trainees.iter().flat_map(|practice| practice.attempts.iter().map(move |it| (practice, it)));
    attempts.flat_map(|(practice, told)| Telling::new(practice, told, names).statements(&mut tongues)).collect()
}

/// One attempt being told.
struct Telling<'a> {
    told: &'a Told<'a>,
    attempt: &'a Attempt,
    names: Names,
    actor: Agent,
    /// The scenario or the shift.
    activity: Activity,
}

impl<'a> Telling<'a> {
    fn new(practice: &Practice<'_>, told: &'a Told<'a>, names: Names) -> Self {
        let attempt = &told.kept.attempt;
        let name = (names == Names::Given).then(|| practice.profile.name.clone());
        let activity = told::activity(&attempt.setup, attempt.summary.title());
        Self { told, attempt, names, actor: Agent::of(practice.profile.id, name), activity }
    }

    fn statements(&self, tongues: &mut Tongues) -> Vec<Statement> {
        let began = self.attempt.setup.began;
        let mut told = vec![self.say(Did::Initialized, 0, self.activity.clone(), None, began, tongues)];
        let mut last_ms = 0;
        for choice in self.said() {
            last_ms = choice.at_ms.max(last_ms);
            let (object, outcome) = told::answered(choice, &self.attempt.setup, &self.activity, self.names);
            let when = later(began, last_ms);
            told.push(self.say(Did::Answered, choice.place, object, Some(outcome), when, tongues));
        }
        let end = later(began, last_ms.max(self.attempt.lasted_ms.into()));
        let last = |did: Did, tongues: &mut Tongues| {
            self.say(did, 0, self.activity.clone(), Some(finale::outcome(did, self.told)), end, tongues)
        };
        match (self.attempt.status, self.attempt.summary.is_passed()) {
            (Status::GivenUp, _) => told.push(last(Did::Terminated, tongues)),
            (Status::Finished, true) => told.extend([last(Did::Completed, tongues), last(Did::Passed, tongues)]),
            (Status::Finished, false) => told.extend([last(Did::Completed, tongues), last(Did::Failed, tongues)]),
        }
        told
    }

    /// What was said anew in this attempt.
    fn said(&self) -> impl Iterator<Item = &'a Choice> {
        self.told.record.choices().iter().filter(|choice| !choice.is_carried)
    }

    fn say(
        &self,
        did: Did,
        place: u32,
        object: Activity,
        result: Option<Outcome>,
        when: Moment,
        tongues: &mut Tongues,
    ) -> Statement {
        let is_question = did == Did::Answered;
        Statement {
            id: statement_id(self.attempt.setup.id, did, place),
            actor: self.actor.clone(),
            verb: verb(did, tongues),
            object,
            result,
            context: Context::of(self.told, &self.activity, is_question),
            timestamp: timestamp(when),
        }
    }
}

/// A statement's id: the same attempt, verb and place are the same statement, whatever else it says.
pub fn statement_id(attempt: Uuid, did: Did, place: u32) -> Uuid {
    Uuid::new_v5(&attempt, format!("xapi/{}/{place}", did.word()).as_bytes())
}

fn verb(did: Did, tongues: &mut Tongues) -> Verb {
    let key = format!("export-verb-{}", did.word());
    let display: LanguageMap =
        Language::ALL.iter().map(|&language| (language.tag().to_owned(), tongues.of(language).text(&key))).collect();
    Verb { id: did.iri(), display }
}

fn later(moment: Moment, ms: u64) -> Moment {
    moment.later(i64::try_from(ms).unwrap_or(i64::MAX))
}

/// RFC 3339 with the local offset; in UTC where a record's offset is none that a clock can have.
fn timestamp(moment: Moment) -> String {
    const WIDEST_OFFSET_MINUTES: u16 = 24 * 60 - 1;
    let is_offset = moment.offset_minutes.unsigned_abs() <= WIDEST_OFFSET_MINUTES;
    let offset_minutes = if is_offset { moment.offset_minutes } else { 0 };
    Moment { offset_minutes, ..moment }.rfc3339()
}

/// ISO 8601, to the hundredth of a second: `PT3.25S`.
fn duration(ms: u64) -> String {
    format!("PT{}.{:02}S", ms / 1_000, ms % 1_000 / 10)
}
