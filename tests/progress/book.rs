//! A trainee's book, written by hand: each attempt says when it was, what it was, and only what a test is about.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use three_rings::record::attempt::{Attempt, Kept, Kind, Retry, Setup, Status};
use three_rings::record::moment::Moment;
use three_rings::record::progress::advice::{Practisable, Subject};
use three_rings::record::summary::{Breach, CallSummary, Dimension, ItemTally, Note, ShiftSummary, Summary};
use uuid::Uuid;

/// The score that passes in this book.
pub const PASS_MARK: u32 = 60;
/// How long everything in this book lasts: two minutes.
pub const LASTED_MS: u32 = 120_000;

/// A moment of the wall clock in China: `2026-11-23 09:30`.
pub fn at(when: &str) -> Moment {
    let local: DateTime = format!("{when}:00").parse().expect("a date and a time");
    let offset = Offset::from_seconds(8 * 3_600).expect("an offset");
    let unix_ms = offset.to_timestamp(local).expect("a moment").as_millisecond();
    Moment { unix_ms, offset_minutes: 480 }
}

/// A day: `2026-11-23`.
pub fn day(day: &str) -> Date {
    day.parse().expect("a date")
}

/// A call that is nothing but its score.
pub fn call(when: &str, scenario: &str, score: u32) -> Attempt {
    let summary = CallSummary {
        title: scenario.to_owned(),
        owner: String::new(),
        temperament: "Hurried".to_owned(),
        temperament_name: "忙".to_owned(),
        process: score,
        pass_mark: PASS_MARK,
        compliance: "clean".to_owned(),
        outcome: None,
        ending: None,
        verdict: "Passed".to_owned(),
        passed: score >= PASS_MARK,
        dimensions: Vec::new(),
        criteria: Vec::new(),
        breaches: Vec::new(),
        note: Note::default(),
        items: Vec::new(),
    };
    attempt(when, Kind::Call, scenario, Summary::Call(summary))
}

/// A passed shift in which phones were answered after so many rings, 3 being in time; none was lost.
pub fn shift(when: &str, drill: &str, rings: &[Option<u32>]) -> Attempt {
    let reaction_ms = |rings: &u32| rings * 3_000;
    let mut reactions_ms: Vec<u32> = rings.iter().flatten().map(reaction_ms).collect();
    reactions_ms.sort_unstable();
    let summary = ShiftSummary {
        title: drill.to_owned(),
        score: 90,
        pass_mark: 80,
        passed: true,
        within: 3,
        rings: rings.to_vec(),
        reactions_ms,
        apologies_due: 0,
        apologies_made: 0,
        priority_errors: 0,
        fell_short: Vec::new(),
        criteria: Vec::new(),
        items: Vec::new(),
    };
    attempt(when, Kind::Shift, drill, Summary::Shift(summary))
}

fn attempt(when: &str, kind: Kind, subject: &str, summary: Summary) -> Attempt {
    let setup = Setup {
        id: Uuid::nil(),
        kind,
        subject: subject.to_owned(),
        edition: String::new(),
        language: "zh-Hans".to_owned(),
        city: "default".to_owned(),
        rule: None,
        seed: 1,
        is_exam: false,
        retry: None,
        began: at(when),
        program: String::new(),
    };
    Attempt { setup, status: Status::Finished, lasted_ms: LASTED_MS, inputs: None, summary }
}

/// What can be said of an attempt besides.
pub trait Besides: Sized {
    /// It took up an earlier one.
    fn again(self) -> Self;
    /// It was thrown away.
    fn given_up(self) -> Self;
    /// It lasted so many milliseconds.
    fn lasting(self, lasted_ms: u32) -> Self;
    /// The owner was of this temperament.
    fn to(self, temperament: &str) -> Self;
    /// It crossed a red line.
    fn crossing(self, rule: &str) -> Self;
    /// It crossed a yellow line.
    fn touching(self, rule: &str) -> Self;
    /// It assessed these dimensions, with these scores.
    fn with(self, dimensions: &[(&str, u32)]) -> Self;
    /// It asked about these items: item, right, asked.
    fn asking(self, items: &[(u32, u32, u32)]) -> Self;
}

impl Besides for Attempt {
    fn again(mut self) -> Self {
        self.setup.retry = Some(Retry { of: Uuid::nil(), from: 3 });
        self
    }

    fn given_up(self) -> Self {
        Self { status: Status::GivenUp, ..self }
    }

    fn lasting(self, lasted_ms: u32) -> Self {
        Self { lasted_ms, ..self }
    }

    fn to(mut self, temperament: &str) -> Self {
        self.of_call().temperament = temperament.to_owned();
        self
    }

    fn crossing(mut self, rule: &str) -> Self {
        self.of_call().breaches.push(breach(rule, "red"));
        self.of_call().passed = false;
        self.of_call().compliance = "red".to_owned();
        self
    }

    fn touching(mut self, rule: &str) -> Self {
        self.of_call().breaches.push(breach(rule, "yellow"));
        self.of_call().compliance = "yellow".to_owned();
        self
    }

    fn with(mut self, dimensions: &[(&str, u32)]) -> Self {
        let dimension =
            |&(id, score): &(&str, u32)| Dimension { id: id.to_owned(), name: format!("{id}!"), score, weight: 10 };
        self.of_call().dimensions = dimensions.iter().map(dimension).collect();
        self
    }

    fn asking(mut self, items: &[(u32, u32, u32)]) -> Self {
        let tallies = items.iter().map(|&(item, right, asked)| ItemTally { item, right, asked }).collect();
        match &mut self.summary {
            Summary::Call(call) => call.items = tallies,
            Summary::Shift(shift) => shift.items = tallies,
            Summary::Exam(exam) => exam.items = tallies,
        }
        self
    }
}

trait OfCall {
    fn of_call(&mut self) -> &mut CallSummary;
}

impl OfCall for Attempt {
    fn of_call(&mut self) -> &mut CallSummary {
        match &mut self.summary {
            Summary::Call(call) => call,
            Summary::Shift(_) | Summary::Exam(_) => panic!("that can be said of calls only"),
        }
    }
}

fn breach(rule: &str, level: &str) -> Breach {
    let (rule, name) = (rule.to_owned(), format!("{rule}!"));
    Breach { rule, level: level.to_owned(), name, turn: String::new(), laws: Vec::new() }
}

/// The attempts in their places.
pub fn book(attempts: impl IntoIterator<Item = Attempt>) -> Vec<Kept> {
    let kept = |(place, attempt)| Kept { place, hash: String::new(), attempt };
    (1..).zip(attempts).map(kept).collect()
}

/// A scenario that can be practised.
pub fn scenario(id: &str, difficulty: u8) -> Practisable {
    Practisable {
        what: Subject { kind: Kind::Call, id: id.to_owned() },
        difficulty,
        temperament: Some("Hurried".to_owned()),
        items: Vec::new(),
        dimensions: Vec::new(),
    }
}

/// A shift that can be practised.
pub fn duty(id: &str, difficulty: u8) -> Practisable {
    let what = Subject { kind: Kind::Shift, id: id.to_owned() };
    Practisable { what, temperament: None, ..scenario(id, difficulty) }
}
