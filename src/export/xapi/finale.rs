//! The end of an attempt: what it was worth as a whole.

use serde_json::{Value, json};

use super::duration;
use super::iri::Verb;
use super::statement::{Extensions, Outcome, Score, extensions};
use crate::export::Told;
use crate::export::tables::in_time;
use crate::record::summary::{Breach, CallSummary, Criterion, Dimension, ExamSummary, ShiftSummary, Summary};

/// The highest score.
const WHOLE: u32 = 100;

/// The result of an attempt as a whole. Whoever gave up has neither score nor success.
pub fn outcome(did: Verb, told: &Told<'_>) -> Outcome {
    let attempt = &told.kept.attempt;
    let summary = &attempt.summary;
    let is_judged = did != Verb::Terminated;
    Outcome {
        score: is_judged.then(|| score(summary.score())),
        success: is_judged.then(|| summary.is_passed()),
        completion: Some(is_judged),
        duration: Some(duration(attempt.lasted_ms.into())),
        extensions: if is_judged { verdicts(summary) } else { Extensions::new() },
        ..Outcome::default()
    }
}

fn score(raw: u32) -> Score {
    let scaled = (f64::from(raw) / f64::from(WHOLE)).min(1.0);
    Score { scaled, raw: Some(raw.min(WHOLE)), min: Some(0), max: Some(WHOLE) }
}

fn verdicts(summary: &Summary) -> Extensions {
    let mut told = match summary {
        Summary::Call(call) => of_call(call),
        Summary::Shift(shift) => of_shift(shift),
        Summary::Exam(exam) => of_exam(exam),
    };
    told.append(&mut extensions([
        ("pass-mark", Some(json!(summary.pass_mark()))),
        ("criteria", Some(summary.criteria().iter().map(criterion).collect())),
    ]));
    told
}

fn of_call(call: &CallSummary) -> Extensions {
    let note = &call.note;
    extensions([
        ("verdict", Some(json!(call.verdict))),
        ("compliance", Some(json!(call.compliance))),
        ("breaches", Some(call.breaches.iter().map(breach).collect())),
        ("outcome", call.outcome.as_ref().map(|it| json!(it))),
        ("ending", call.ending.as_ref().map(|it| json!(it))),
        ("dimensions", Some(call.dimensions.iter().map(dimension).collect())),
        ("note", Some(json!({ "told": note.told, "kept": note.kept, "noted": note.noted, "invented": note.invented }))),
    ])
}

fn of_shift(shift: &ShiftSummary) -> Extensions {
    extensions([
        ("rings", Some(json!({ "limit": shift.within, "within": in_time(shift), "total": shift.rings.len() }))),
        ("reactions-ms", Some(json!(shift.reactions_ms))),
        ("apologies", Some(json!({ "made": shift.apologies_made, "due": shift.apologies_due }))),
        ("priority-errors", Some(json!(shift.priority_errors))),
        ("fell-short", Some(json!(shift.fell_short))),
    ])
}

fn of_exam(exam: &ExamSummary) -> Extensions {
    extensions([
        ("ended", Some(json!(exam.ended))),
        ("limit-ms", Some(json!(exam.limit_ms))),
        ("questions", Some(exam.questions.iter().map(|it| json!({ "id": it.id, "credit": it.credit })).collect())),
    ])
}

fn criterion(it: &Criterion) -> Value {
    json!({ "id": it.id, "met": it.met, "due": it.due })
}

fn dimension(it: &Dimension) -> Value {
    json!({ "id": it.id, "score": it.score, "weight": it.weight })
}

fn breach(it: &Breach) -> Value {
    json!({ "rule": it.rule, "level": it.level, "question": it.turn })
}
