//! Everything that was practised, the latest first.

use crate::app::desk::board::Past;
use crate::app::desk::board::lines::when;
use crate::locale::Locale;
use crate::record::attempt::{Attempt, Kept, Status};
use crate::record::summary::Summary;

/// The rows.
pub fn of(kept: &[Kept], locale: &Locale) -> Vec<Past> {
    kept.iter().rev().map(|it| row(&it.attempt, locale)).collect()
}

fn row(attempt: &Attempt, locale: &Locale) -> Past {
    let is_finished = attempt.status == Status::Finished;
    let verdict = match &attempt.summary {
        _ if !is_finished => locale.text("progress-given-up"),
        Summary::Call(call) => locale.text(&format!("verdict-{}", call.verdict)),
        Summary::Shift(shift) => locale.text(if shift.passed { "drill-passed" } else { "drill-failed" }),
    };
    let marks = [(attempt.setup.is_exam, "progress-exam"), (attempt.setup.retry.is_some(), "progress-again")];
    Past {
        attempt: attempt.setup.id,
        when: when(attempt.setup.began),
        title: attempt.summary.title().to_owned(),
        score: attempt.summary.score(),
        is_passed: is_finished.then(|| attempt.summary.is_passed()),
        verdict,
        marks: marks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, key)| locale.text(key)).collect(),
    }
}
