//! One play-through: what is needed to have it again, and what it was worth.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::content::drill::RingRule;
use crate::content::drill::inputs::{Inputs, TimedAct};
use crate::content::language::Language;
use crate::content::shelf::Setting;
use crate::play::drill::shift::Input as ShiftInput;
use crate::play::drill::trail;
use crate::play::quiz::exam::Input as ExamInput;
use crate::play::step::{Act, Input};
use crate::record::edition::Digest;
use crate::record::moment::Moment;
use crate::record::summary::Summary;

/// How an attempt was begun: with its inputs, the whole of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// Which attempt, for good.
    pub id: Uuid,
    /// What kind.
    pub kind: Kind,
    /// The id of the scenario, the shift or the blueprint.
    pub subject: String,
    /// The content it was played with.
    pub edition: Digest,
    /// The language it was played in (BCP 47).
    pub language: String,
    /// The city whose rules held.
    pub city: String,
    /// The rule about apologising, of a shift.
    #[serde(default)]
    pub rule: Option<String>,
    /// The seed.
    #[serde(with = "decimal")]
    pub seed: u64,
    /// Whether comments waited until afterwards.
    pub is_exam: bool,
    /// The attempt it takes up again, if it does.
    #[serde(default)]
    pub retry: Option<Retry>,
    /// When it was begun.
    pub began: Moment,
    /// The version of the program that judged it.
    pub program: String,
}

/// What was practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A call one makes.
    Call,
    /// A shift at the front desk.
    Shift,
    /// An exam.
    Exam,
}

/// Where an attempt took up an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retry {
    /// Which.
    pub of: Uuid,
    /// Before its input of this number, from 0.
    pub from: u32,
}

/// A finished attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// How it was begun.
    pub setup: Setup,
    /// How it ended.
    pub status: Status,
    /// How long was practised, in milliseconds; long pauses are not counted whole.
    pub lasted_ms: u32,
    /// What was done, one line each; none where it was taken out to make the person anonymous.
    pub inputs: Option<Vec<String>>,
    /// What it was worth.
    pub summary: Summary,
}

/// An attempt in its place in its trainee's chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its place, from 1.
    pub place: u32,
    /// Its hash.
    pub hash: Digest,
    /// The attempt.
    pub attempt: Attempt,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It came to its end.
    Finished,
    /// The trainee threw it away.
    GivenUp,
}

/// An attempt in progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// How it was begun.
    pub setup: Setup,
    /// Whose it is.
    pub profile: Uuid,
    /// Which run of the program holds it.
    pub holder: String,
    /// What was done so far, one line each.
    pub inputs: Vec<String>,
    /// What stands on the note pad.
    pub notepad: String,
}

impl Setup {
    /// The language and the city.
    pub fn setting(&self) -> Setting<'_> {
        let language = Language::ALL.iter().copied().find(|it| it.tag() == self.language);
        Setting { language: language.unwrap_or_default(), city: &self.city }
    }

    /// The rule about apologising.
    pub fn rule(&self) -> RingRule {
        let named = |rule: &&RingRule| self.rule.as_deref() == Some(rule.word());
        RingRule::ALL.iter().find(named).copied().unwrap_or_default()
    }
}

/// The longest that one answer counts as practice, in milliseconds: whoever went to lunch over a question did not practise.
const LONGEST_ANSWER_MS: u32 = 180_000;

/// How long a call was practised, in milliseconds.
pub fn call_lasted_ms(inputs: &[Input]) -> u32 {
    inputs.iter().map(|input| input.after_ms.min(LONGEST_ANSWER_MS)).fold(0, u32::saturating_add)
}

/// Silence, where a call's input is written down.
const SILENCE: &str = "-";

/// One input of a call as a line: milliseconds, then the reply's number from 1 or a dash for silence: `1200:2`.
pub fn call_line(input: Input) -> String {
    match input.act {
        Act::Reply(place) => format!("{}:{}", input.after_ms, u32::from(place) + 1),
        Act::StaySilent => format!("{}:{SILENCE}", input.after_ms),
    }
}

/// The inputs of a call; none when a line is not one.
pub fn call_inputs(lines: &[String]) -> Option<Vec<Input>> {
    lines.iter().map(|line| call_input(line)).collect()
}

fn call_input(line: &str) -> Option<Input> {
    let (after_ms, reply) = line.split_once(':')?;
    let act = match reply {
        SILENCE => Act::StaySilent,
        number => Act::Reply(number.parse::<u8>().ok()?.checked_sub(1)?),
    };
    Some(Input { after_ms: after_ms.parse().ok()?, act })
}

/// One input of a shift as a line: `(at_ms: 4200, act: PickUp(1))`.
pub fn shift_line(input: &ShiftInput) -> String {
    trail::timed(input).written()
}

/// The inputs of a shift; none when a line is not one.
pub fn shift_inputs(lines: &[String]) -> Option<Vec<ShiftInput>> {
    let acts: Option<Vec<TimedAct>> = lines.iter().map(|line| TimedAct::read(line)).collect();
    Some(trail::read(&Inputs { inputs: acts?, ..Inputs::default() }))
}

/// One input of an exam as a line of JSON.
pub fn exam_line(input: &ExamInput) -> String {
    serde_json::to_string(input).unwrap_or_default()
}

/// The inputs of an exam; none when a line is not one.
pub fn exam_inputs(lines: &[String]) -> Option<Vec<ExamInput>> {
    lines.iter().map(|line| serde_json::from_str(line).ok()).collect()
}

/// Numbers of 64 bits as text: readers of JSON round them otherwise.
mod decimal {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(number)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
