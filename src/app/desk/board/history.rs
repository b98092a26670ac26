//! Everything that was practised, the latest first.

use crate::app::desk::board::lines::when;
use crate::app::desk::board::{Past, Went};
use crate::locale::Locale;
use crate::record::attempt::{Attempt, Kept, Status};
use crate::record::summary::Summary;

/// The rows.
pub fn of(kept: &[Kept], locale: &Locale) -> Vec<Past> {
    kept.iter().rev().map(|it| row(it.place, &it.attempt, locale)).collect()
}

fn row(place: u32, attempt: &Attempt, locale: &Locale) -> Past {
    let is_finished = attempt.status == Status::Finished;
    let verdict = match &attempt.summary {
        _ if !is_finished => locale.text("progress-given-up"),
        Summary::Call(call) => locale.text(&format!("verdict-{}", call.verdict)),
        Summary::Shift(shift) => locale.text(if shift.passed { "drill-passed" } else { "drill-failed" }),
        Summary::Exam(exam) => locale.text(if exam.passed { "drill-passed" } else { "drill-failed" }),
    };
    let marks = [(attempt.setup.is_exam, "progress-exam"), (attempt.setup.retry.is_some(), "progress-again")];
    Past {
        place,
        attempt: attempt.setup.id,
        when: when(attempt.setup.began),
        title: attempt.summary.title().to_owned(),
        score: attempt.summary.score(),
        went: if is_finished { went(&attempt.summary) } else { Went::Nowhere },
        verdict,
        marks: marks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, key)| locale.text(key)).collect(),
    }
}

fn went(summary: &Summary) -> Went {
    let is_clean = if let Summary::Call(call) = summary { call.breaches.is_empty() } else { true };
    match (summary.is_passed(), is_clean) {
        (true, true) => Went::Well,
        (true, false) => Went::Doubtfully,
        (false, _) => Went::Badly,
    }
}
