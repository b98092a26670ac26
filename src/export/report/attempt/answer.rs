//! One answer, and what is to be said about it.

use super::Case;
use crate::export::choices::{Choice, Worth};
use crate::export::paper::{Block, Tone};
use crate::export::report::{pair, seconds};

/// The colour of what an answer was worth.
pub fn tone(worth: Worth) -> Tone {
    match worth {
        Worth::Best => Tone::Good,
        Worth::Fair => Tone::Plain,
        Worth::Poor | Worth::Silent | Worth::Yellow => Tone::Warn,
        Worth::Red => Tone::Bad,
    }
}

/// The word for it.
pub fn worth(worth: Worth, case: &Case<'_>) -> String {
    case.text(&format!("turn-{worth:?}"))
}

/// What was said, or that nothing was.
pub fn words(choice: &Choice, case: &Case<'_>) -> String {
    choice.words.clone().unwrap_or_else(|| case.text("stayed-silent"))
}

/// An answer with its verdict, why, what would have been better, and how it came and went.
pub fn said(choice: &Choice, case: &Case<'_>) -> Block {
    let word = worth(choice.worth, case);
    let verdict = if choice.why.is_empty() { word } else { pair(&word, &choice.why, case.locale) };
    let notes = [crossed(choice, case), better(choice, case), circumstances(choice, case)];
    Block::Said {
        who: case.text("export-trainee"),
        words: words(choice, case),
        verdict: Some((tone(choice.worth), verdict)),
        notes: notes.into_iter().flatten().collect(),
    }
}

fn crossed(choice: &Choice, case: &Case<'_>) -> Option<String> {
    let one = |it: &crate::export::choices::Crossed| {
        let name = case.called(crate::export::report::catalogue::Sort::Rule, &it.rule, &it.name);
        case.pair(&format!("rule-{}", it.level), &name)
    };
    let lines: Vec<String> = choice.crossed.iter().map(one).collect();
    (!lines.is_empty()).then(|| lines.join(&case.text("semicolon")))
}

/// The words that would have been better, and why.
pub fn better(choice: &Choice, case: &Case<'_>) -> Option<String> {
    let better = choice.better()?;
    let quoted = case.locale.with("report-quoted", &[("words", better.words.as_str().into())]);
    let line = case.pair("better", &quoted);
    Some(if better.why.is_empty() { line } else { format!("{line}\n{}", better.why) })
}

/// What it did to the mood, how long it took, and what else happened.
fn circumstances(choice: &Choice, case: &Case<'_>) -> Option<String> {
    /// Nobody thought for less, in milliseconds.
    const LEAST_THOUGHT_MS: u32 = 500;
    let moods = choice
        .mood
        .map(|(before, after)| [("trust", before.trust, after.trust), ("patience", before.patience, after.patience)]);
    let changed = moods.into_iter().flatten().filter(|(_, before, after)| before != after);
    let mut parts: Vec<String> =
        changed.map(|(key, before, after)| format!("{} {before}→{after}", case.text(key))).collect();
    if choice.took_ms >= LEAST_THOUGHT_MS {
        parts.push(case.locale.with("report-took", &[("secs", seconds(choice.took_ms).into())]));
    }
    let happened = [
        (choice.is_over, "report-talked-over"),
        (choice.is_cut_short, "report-cut-short"),
        (choice.is_carried, "report-carried"),
    ];
    parts.extend(happened.into_iter().filter(|(is_so, _)| *is_so).map(|(_, key)| case.text(key)));
    (!parts.is_empty()).then(|| parts.join(" · "))
}
