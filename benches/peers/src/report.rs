//! The table in Markdown, and the same with every round in JSON.

use crate::measure::{Measured, Plan, Times};
use serde_json::{Value, json};
use std::fmt::Write;
use std::time::Duration;

const MICROS_A_SECOND: f64 = 1_000_000.0;
const MICROS_A_MILLI: f64 = 1_000.0;

/// A row an engine; the ratio says how many times faster the first row plays.
pub fn markdown(results: &[Measured], plan: &Plan) -> String {
    let (small, large) = (grouped(plan.small), grouped(plan.large));
    let mut table = format!(
        "| engine | compile {small}, ms | compile {large}, ms | load {large}, ms | turns/s | ratio |\n\
         |---|--:|--:|--:|--:|--:|\n"
    );
    for result in results {
        table.push_str(&row(result, &results[0], plan));
    }
    write!(
        table,
        "\nMedian of {} rounds of {} turns, seed {}. ratio: turns/s of {} ÷ turns/s of the row.\n",
        plan.rounds,
        grouped(plan.played),
        plan.seed,
        results[0].name,
    )
    .expect("a String takes any text");
    table
}

fn row(result: &Measured, first: &Measured, plan: &Plan) -> String {
    let median_millis = |time: fn(&Times) -> Duration| millis(result.median(time));
    format!(
        "| {} | {:.1} | {:.1} | {:.1} | {} | {:.2} |\n",
        result.name,
        median_millis(|times| times.compile_small),
        median_millis(|times| times.compile_large),
        median_millis(|times| times.load_large),
        grouped(turns_a_second(result, plan)),
        seconds_played(result) / seconds_played(first),
    )
}

/// The medians in milliseconds, and under `rounds` every round in the order run.
pub fn json(results: &[Measured], plan: &Plan) -> Value {
    json!({
        "plan": {
            "turns": plan.small, "large": plan.large, "played": plan.played,
            "rounds": plan.rounds, "seed": plan.seed,
        },
        "engines": results.iter().map(|result| engine(result, &results[0], plan)).collect::<Vec<_>>(),
    })
}

fn engine(result: &Measured, first: &Measured, plan: &Plan) -> Value {
    json!({
        "name": result.name,
        "compile_ms": millis(result.median(|times| times.compile_small)),
        "compile_large_ms": millis(result.median(|times| times.compile_large)),
        "load_ms": millis(result.median(|times| times.load_small)),
        "load_large_ms": millis(result.median(|times| times.load_large)),
        "turns_per_second": turns_a_second(result, plan),
        "ratio": seconds_played(result) / seconds_played(first),
        "rounds": result.rounds.iter().map(round).collect::<Vec<_>>(),
    })
}

fn round(times: &Times) -> Value {
    json!({
        "compile_ms": millis(times.compile_small),
        "compile_large_ms": millis(times.compile_large),
        "load_ms": millis(times.load_small),
        "load_large_ms": millis(times.load_large),
        "play_ms": millis(times.play),
    })
}

fn turns_a_second(result: &Measured, plan: &Plan) -> usize {
    let nanos = result.median(|times| times.play).as_nanos().max(1);
    let turns = plan.played as u128 * Duration::from_secs(1).as_nanos() / nanos;
    usize::try_from(turns).unwrap_or(usize::MAX)
}

fn seconds_played(result: &Measured) -> f64 {
    result.median(|times| times.play).as_secs_f64()
}

/// To the microsecond; less than that is noise.
fn millis(time: Duration) -> f64 {
    (time.as_secs_f64() * MICROS_A_SECOND).round() / MICROS_A_MILLI
}

/// 1234567 as `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        let shown: Vec<_> = [0, 999, 1_000, 1_234_567].map(grouped).into();
        assert_eq!(shown, ["0", "999", "1,000", "1,234,567"]);
    }
}
