//! Scores over time: attempt by attempt, dimension by dimension, and by the kind of person on the line.

use jiff::civil::Date;
use uuid::Uuid;

use crate::play::score::Compliance;
use crate::record::attempt::{Kept, Kind, Status};
use crate::record::moment::Moment;
use crate::record::progress::{counts, median};
use crate::record::summary::{CallSummary, Dimension, Summary, compliance_word};

/// How many scores a running median looks at: the latest so many that count.
pub const MEDIAN_OF: usize = 5;

/// What is looked at; everything unless said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only the scenario or shift of this id.
    pub subject: Option<&'a str>,
    /// Only calls to this temperament, by id.
    pub temperament: Option<&'a str>,
}

/// Scores over time.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// One an attempt, in the order of the chain.
    pub series: Vec<Scored>,
    /// The same of each dimension, in the order of the rubric.
    pub dimensions: Vec<DimensionSeries>,
    /// By the kind of person on the line, in the order they were first met.
    pub personas: Vec<PersonaScores>,
}

/// What one attempt was worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Its place in the chain, from 1.
    pub place: u32,
    /// Which attempt.
    pub attempt: Uuid,
    /// When it was begun.
    pub began: Moment,
    /// The local day of that.
    pub day: Date,
    /// What kind.
    pub kind: Kind,
    /// The id of the scenario or the shift.
    pub subject: String,
    /// Its title, in the language it was played in.
    pub title: String,
    /// 0-100.
    pub score: u32,
    /// The score that passes, 0-100.
    pub pass_mark: u32,
    /// Whether it counts as passed.
    pub is_passed: bool,
    /// Of a call, whether it crossed a line; none of anything else.
    pub compliance: Option<Compliance>,
    /// Whether it was an exam.
    pub is_exam: bool,
    /// Whether it took up an earlier one.
    pub is_retry: bool,
    /// Whether it was thrown away.
    pub is_given_up: bool,
    /// The median of the latest [`MEDIAN_OF`] that count, this one included; none where this one does not count.
    pub running_median: Option<u32>,
}

/// How one dimension went from call to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionSeries {
    /// Its id.
    pub id: String,
    /// What trainees see, as the latest call has it.
    pub name: String,
    /// Each call that assessed it, in the order of the chain.
    pub points: Vec<DimensionPoint>,
}

/// How one dimension went in one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DimensionPoint {
    /// The call's place in the chain, from 1.
    pub place: u32,
    /// The local day on which it was begun.
    pub day: Date,
    /// 0-100.
    pub score: u32,
    /// Whether it counts: finished, and no retry.
    pub counts: bool,
}

/// How calls to one kind of person went; only those that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonaScores {
    /// The temperament's id.
    pub temperament: String,
    /// What trainees see, as the latest call has it.
    pub name: String,
    /// Calls.
    pub calls: usize,
    /// Of these, passed.
    pub passed: usize,
    /// The mean score, 0-100, halves up.
    pub mean: u32,
    /// The median score, 0-100.
    pub median: u32,
}

impl Filter<'_> {
    fn lets_through(&self, kept: &Kept) -> bool {
        let setup = &kept.attempt.setup;
        let temperament = call_of(kept).map(|call| call.temperament.as_str());
        self.kind.is_none_or(|kind| kind == setup.kind)
            && self.subject.is_none_or(|subject| subject == setup.subject)
            && self.temperament.is_none_or(|wanted| temperament == Some(wanted))
    }
}

/// The scores of the attempts a filter lets through; the running median is that of these.
pub fn scores(kept: &[Kept], filter: Filter<'_>) -> Scores {
    let through: Vec<&Kept> = kept.iter().filter(|kept| filter.lets_through(kept)).collect();
    Scores { series: series(&through), dimensions: dimensions(&through), personas: personas(&through) }
}

/// What an attempt says of a call; none of anything else.
pub(super) fn call_of(kept: &Kept) -> Option<&CallSummary> {
    match &kept.attempt.summary {
        Summary::Call(call) => Some(call),
        Summary::Shift(_) | Summary::Exam(_) => None,
    }
}

fn series(kept: &[&Kept]) -> Vec<Scored> {
    let mut counted = Vec::new();
    let point = |kept: &&Kept| {
        if counts(&kept.attempt) {
            counted.push(kept.attempt.summary.score());
        }
        let latest = &counted[counted.len().saturating_sub(MEDIAN_OF)..];
        Scored { running_median: median(latest).filter(|_| counts(&kept.attempt)), ..scored(kept) }
    };
    kept.iter().map(point).collect()
}

fn scored(kept: &Kept) -> Scored {
    let (setup, summary) = (&kept.attempt.setup, &kept.attempt.summary);
    Scored {
        place: kept.place,
        attempt: setup.id,
        began: setup.began,
        day: setup.began.day(),
        kind: setup.kind,
        subject: setup.subject.clone(),
        title: summary.title().to_owned(),
        score: summary.score(),
        pass_mark: summary.pass_mark(),
        is_passed: summary.is_passed(),
        compliance: call_of(kept).and_then(|call| compliance_of(&call.compliance)),
        is_exam: setup.is_exam,
        is_retry: setup.retry.is_some(),
        is_given_up: kept.attempt.status == Status::GivenUp,
        running_median: None,
    }
}

fn compliance_of(word: &str) -> Option<Compliance> {
    [Compliance::Clean, Compliance::Yellow, Compliance::Red].into_iter().find(|it| compliance_word(*it) == word)
}

/// The dimensions of some calls. Every call names those it assesses in the order of the rubric, so one that is new goes
/// behind the one it follows there.
fn dimensions(kept: &[&Kept]) -> Vec<DimensionSeries> {
    let mut found: Vec<DimensionSeries> = Vec::new();
    for (kept, call) in kept.iter().filter_map(|kept| Some((kept, call_of(kept)?))) {
        let mut behind = 0;
        for dimension in &call.dimensions {
            let known = found.iter().position(|it| it.id == dimension.id);
            let place = known.unwrap_or_else(|| {
                found.insert(behind, DimensionSeries { id: dimension.id.clone(), ..DimensionSeries::unheard_of() });
                behind
            });
            found[place].hear(dimension, kept);
            behind = place + 1;
        }
    }
    found
}

impl DimensionSeries {
    fn unheard_of() -> Self {
        Self { id: String::new(), name: String::new(), points: Vec::new() }
    }

    fn hear(&mut self, dimension: &Dimension, kept: &Kept) {
        self.name.clone_from(&dimension.name);
        self.points.push(DimensionPoint {
            place: kept.place,
            day: kept.attempt.setup.began.day(),
            score: dimension.score,
            counts: counts(&kept.attempt),
        });
    }
}

fn personas(kept: &[&Kept]) -> Vec<PersonaScores> {
    let calls: Vec<&CallSummary> =
        kept.iter().filter(|kept| counts(&kept.attempt)).filter_map(|kept| call_of(kept)).collect();
    let mut ids: Vec<&str> = Vec::new();
    for call in &calls {
        if !ids.contains(&call.temperament.as_str()) {
            ids.push(&call.temperament);
        }
    }
    let of = |id: &str| calls.iter().copied().filter(|call| call.temperament == id).collect::<Vec<_>>();
    ids.into_iter().filter_map(|id| persona(&of(id))).collect()
}

/// The scores of calls to one kind of person; none of no calls.
fn persona(calls: &[&CallSummary]) -> Option<PersonaScores> {
    let latest = calls.last()?;
    let scores: Vec<u32> = calls.iter().map(|call| call.process).collect();
    let sum: usize = scores.iter().map(|&score| score as usize).sum();
    Some(PersonaScores {
        temperament: latest.temperament.clone(),
        name: latest.temperament_name.clone(),
        calls: calls.len(),
        passed: calls.iter().filter(|call| call.passed).count(),
        mean: u32::try_from((2 * sum + calls.len()) / (2 * calls.len())).unwrap_or(u32::MAX),
        median: median(&scores)?,
    })
}
