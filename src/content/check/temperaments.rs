//! The kinds of person: names are unique, and the numbers are such that moods move and every silence costs something.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::content::temperament::{Temperament, Temperaments};
use crate::diagnostic::Diagnostic;

/// Percentages that scale a change of mood. At 0 silence would be free, and a call could go on for ever.
const PERCENT: RangeInclusive<u32> = 1..=1_000;
/// Milliseconds a character, from an auctioneer to someone spelling.
const SPEECH_MS: RangeInclusive<u32> = 1..=2_000;
/// The highest trust there is.
const FULL_TRUST: u32 = 100;

/// Checks the kinds of person.
pub fn temperaments(it: &Temperaments) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    for temperament in &it.temperaments {
        let id = &temperament.id.value.0;
        if !seen.insert(id) {
            let problem = Diagnostic::error("duplicate-id", temperament.id.at, format!("性子 `{id}` 写了两次"));
            problems.push(problem.help("换一个没用过的名字"));
        }
        numbers(temperament, &mut problems);
    }
    problems
}

fn numbers(it: &Temperament, problems: &mut Vec<Diagnostic>) {
    let promises_at = it.promises_at.value;
    if promises_at > FULL_TRUST {
        let message = format!("信任和耐心在 0 到 100 之间，写的是 {promises_at}");
        problems.push(Diagnostic::error("mood-out-of-range", it.promises_at.at, message).help("写 0 到 100 的整数"));
    }
    let fields = [
        ("trust_gain", &it.trust_gain, PERCENT),
        ("trust_loss", &it.trust_loss, PERCENT),
        ("patience_gain", &it.patience_gain, PERCENT),
        ("patience_loss", &it.patience_loss, PERCENT),
        ("speech_ms_per_char", &it.speech_ms_per_char, SPEECH_MS),
    ];
    for (name, number, range) in fields.into_iter().filter(|(_, number, range)| !range.contains(&number.value)) {
        let message = format!("`{name}` 是 {}，应在 {} 到 {} 之间", number.value, range.start(), range.end());
        problems.push(Diagnostic::error("mark-out-of-range", number.at, message));
    }
}
