//! Writes down what a trainee does, as operations on the records: the same for every face.

use std::collections::HashSet;

use uuid::Uuid;

use crate::content::shelf::Setting;
use crate::play::call::Call;
use crate::play::drill::shift::Shift;
use crate::play::quiz::exam::Sitting;
use crate::record::attempt::{
    Attempt, Kind, Open, Retry, Setup, Status, call_lasted_ms, call_line, exam_line, shift_line,
};
use crate::record::edition::{Digest, Edition};
use crate::record::moment::Moment;
use crate::record::op::Op;
use crate::record::replay::Replayed;
use crate::record::summary::{CallSummary, ExamSummary, ShiftSummary, Summary};

/// The version of the program, as it stands in every attempt.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// Writes down what one trainee does.
#[derive(Clone, Debug)]
pub struct Ledger {
    profile: Uuid,
    holder: String,
    shelved: HashSet<Digest>,
}

/// What is new about an attempt that begins.
pub struct Beginning<'a> {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub now: Moment,
    /// Language and city.
    pub setting: Setting<'a>,
    /// Whether comments wait until afterwards.
    pub is_exam: bool,
    /// What it takes up again.
    pub retry: Option<Retry>,
}

/// One attempt being written down.
#[derive(Clone, Debug)]
pub struct Page {
    profile: Uuid,
    /// How it was begun.
    pub setup: Setup,
    /// How many of its inputs are written.
    written: usize,
}

impl Ledger {
    /// For a trainee, in a run of the program.
    pub fn new(profile: Uuid, holder: &str) -> Self {
        Self { profile, holder: holder.to_owned(), shelved: HashSet::new() }
    }

    /// Whose.
    pub fn profile(&self) -> Uuid {
        self.profile
    }

    /// A call begins, or stands where an earlier one is taken up again.
    pub fn call(&mut self, call: &Call, edition: Edition, beginning: Beginning<'_>) -> (Page, Vec<Op>) {
        let setup = setup(Kind::Call, &call.script().id, None, call.seed(), &edition, beginning);
        self.begin(setup, edition, call.inputs().into_iter().map(call_line).collect())
    }

    /// A shift begins, or stands where an earlier one is taken up again.
    pub fn shift(&mut self, shift: &Shift, edition: Edition, beginning: Beginning<'_>) -> (Page, Vec<Op>) {
        let rule = Some(shift.card().rule.word().to_owned());
        let setup = setup(Kind::Shift, &shift.card().id, rule, shift.seed(), &edition, beginning);
        self.begin(setup, edition, shift.inputs().iter().map(shift_line).collect())
    }

    /// An exam begins.
    pub fn exam(&mut self, sitting: &Sitting, edition: Edition, beginning: Beginning<'_>) -> (Page, Vec<Op>) {
        let setup = setup(Kind::Exam, &sitting.card().id, None, sitting.seed(), &edition, beginning);
        self.begin(setup, edition, sitting.inputs().iter().map(exam_line).collect())
    }

    fn begin(&mut self, setup: Setup, edition: Edition, inputs: Vec<String>) -> (Page, Vec<Op>) {
        let mut ops = Vec::new();
        // Content is large and seldom new: once a run is enough.
        if self.shelved.insert(edition.digest.clone()) {
            ops.push(Op::Shelve(edition));
        }
        let page = Page { profile: self.profile, setup: setup.clone(), written: inputs.len() };
        let (profile, holder) = (self.profile, self.holder.clone());
        ops.push(Op::Begin(Box::new(Open { setup, profile, holder, inputs, notepad: String::new() })));
        (page, ops)
    }

    /// An attempt that was broken off goes on in this run.
    pub fn resume(&self, open: Open) -> (Page, Op) {
        let page = Page { profile: self.profile, setup: open.setup.clone(), written: open.inputs.len() };
        (page, Op::Begin(Box::new(Open { holder: self.holder.clone(), ..open })))
    }
}

fn setup(
    kind: Kind,
    subject: &str,
    rule: Option<String>,
    seed: u64,
    edition: &Edition,
    beginning: Beginning<'_>,
) -> Setup {
    Setup {
        id: beginning.id,
        kind,
        subject: subject.to_owned(),
        edition: edition.digest.clone(),
        language: beginning.setting.language.tag().to_owned(),
        city: beginning.setting.city.to_owned(),
        rule,
        seed,
        is_exam: beginning.is_exam,
        retry: beginning.retry,
        began: beginning.now,
        program: PROGRAM.to_owned(),
    }
}

impl Page {
    /// Whether nothing was done yet.
    pub fn is_empty(&self) -> bool {
        self.written == 0
    }

    /// The language or the city is another: the attempt is finished in it.
    pub fn move_to(&mut self, setting: Setting<'_>) {
        self.setup.language = setting.language.tag().to_owned();
        self.setup.city = setting.city.to_owned();
    }

    /// What was done in a call since it was last asked.
    pub fn call_lines(&mut self, call: &Call) -> Vec<Op> {
        let lines: Vec<String> = call.beats().iter().skip(self.written).map(|beat| call_line(beat.input)).collect();
        self.lines(lines)
    }

    /// What was done in a shift since it was last asked.
    pub fn shift_lines(&mut self, shift: &Shift) -> Vec<Op> {
        let lines: Vec<String> = shift.inputs().iter().skip(self.written).map(shift_line).collect();
        self.lines(lines)
    }

    /// What was done in an exam since it was last asked.
    pub fn exam_lines(&mut self, sitting: &Sitting) -> Vec<Op> {
        let lines: Vec<String> = sitting.inputs().iter().skip(self.written).map(exam_line).collect();
        self.lines(lines)
    }

    fn lines(&mut self, lines: Vec<String>) -> Vec<Op> {
        let attempt = self.setup.id;
        let first = self.written;
        self.written += lines.len();
        let numbered = lines.into_iter().zip(first..);
        let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        numbered.map(|(line, at)| Op::Do { attempt, place: place(at), line }).collect()
    }

    /// What stands on the note pad now.
    pub fn scribbled(&self, text: &str) -> Op {
        Op::Scribble { attempt: self.setup.id, text: text.to_owned() }
    }

    /// A call is over, or thrown away.
    pub fn finish_call(&self, call: &Call) -> Op {
        let inputs = call.inputs();
        self.finish(
            call.is_over(),
            call_lasted_ms(inputs.get(self.taken_over()..).unwrap_or_default()),
            inputs.into_iter().map(call_line).collect(),
            Summary::Call(CallSummary::of(call)),
        )
    }

    /// A shift is over, or thrown away.
    pub fn finish_shift(&self, shift: &Shift) -> Op {
        self.finish(
            shift.state().is_over,
            shift.state().now_ms
                - self.taken_over().checked_sub(1).and_then(|last| shift.inputs().get(last)).map_or(0, |it| it.at_ms),
            shift.inputs().iter().map(shift_line).collect(),
            Summary::Shift(ShiftSummary::of(shift)),
        )
    }

    /// An exam is over, or thrown away.
    pub fn finish_exam(&self, sitting: &Sitting) -> Op {
        self.finish(
            sitting.ended().is_some(),
            sitting.now_ms(),
            sitting.inputs().iter().map(exam_line).collect(),
            Summary::Exam(ExamSummary::of(sitting)),
        )
    }

    /// How many inputs another attempt had already: what was practised there does not count twice.
    fn taken_over(&self) -> usize {
        self.setup.retry.map_or(0, |retry| retry.from as usize)
    }

    fn finish(&self, is_over: bool, lasted_ms: u32, inputs: Vec<String>, summary: Summary) -> Op {
        let status = if is_over { Status::Finished } else { Status::GivenUp };
        let attempt = Attempt { setup: self.setup.clone(), status, lasted_ms, inputs: Some(inputs), summary };
        Op::Finish { profile: self.profile, attempt: Box::new(attempt) }
    }
}

/// An attempt that was not finished is thrown away: kept as given up as far as it went, or dropped where it did not go
/// anywhere or cannot be had again.
pub fn give_up(open: &Open, replayed: Option<&Replayed>) -> Op {
    let page = Page { profile: open.profile, setup: open.setup.clone(), written: open.inputs.len() };
    match replayed.filter(|_| !open.inputs.is_empty()) {
        Some(Replayed::Call(call)) => page.finish_call(call),
        Some(Replayed::Shift(shift)) => page.finish_shift(shift),
        Some(Replayed::Exam(sitting)) => page.finish_exam(sitting),
        None => Op::Drop(open.setup.id),
    }
}
