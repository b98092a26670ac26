//! The front desk's scorecard: every criterion once, weights that add to 100, marks within 0-100.

use std::collections::BTreeSet;

use super::words_at_hand;
use crate::content::check::rubric::sum_is_whole;
use crate::content::drill::{Check, Scorecard};
use crate::diagnostic::Diagnostic;

/// The highest mark.
const WHOLE: u32 = 100;

/// Checks a scorecard.
pub fn scorecard(it: &Scorecard) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let weights: Vec<_> = it.criteria.iter().map(|judged| &judged.weight).collect();
    sum_is_whole(&weights, it.at, "各评分点", &mut problems);
    let mut seen = BTreeSet::new();
    for judged in &it.criteria {
        if !seen.insert(judged.id.value) {
            let word = judged.id.value.word();
            let problem = Diagnostic::error("duplicate-id", judged.id.at, format!("`{word}` 写了两次"));
            problems.push(problem.help("留下一个"));
        }
    }
    let missing: Vec<&str> =
        Check::ALL.iter().filter(|check| !seen.contains(check)).map(|check| check.word()).collect();
    if !missing.is_empty() {
        let problem = Diagnostic::error("criterion-missing", it.id.at, format!("少了 {}", missing.join("、")));
        problems.push(problem.help("每个评分点都要写；不想计分的，`weight` 写 0"));
    }
    let marks = [("pass_mark", &it.pass_mark), ("note_recall", &it.note_recall)];
    let shares = it.criteria.iter().filter_map(|judged| Some(("fails_below", judged.fails_below.as_ref()?)));
    for (name, mark) in marks.into_iter().chain(shares).filter(|(_, mark)| mark.value > WHOLE) {
        let message = format!("`{name}` 是 {}，应在 0 到 100 之间", mark.value);
        problems.push(Diagnostic::error("mark-out-of-range", mark.at, message));
    }
    let facts = words_at_hand();
    let texts = it.criteria.iter().flat_map(|judged| [&judged.name, &judged.why]);
    texts.for_each(|text| drop(facts.fill(text, &mut problems)));
    problems
}
