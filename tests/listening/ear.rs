//! How high, how loud, when.

use std::f64::consts::TAU;

use super::{HEARD, MS};

/// Where sound begins and ends, in milliseconds; shorter pauses than `gap_ms` belong to the sound.
pub fn stretches(heard: &[f32], gap_ms: usize) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in heard.iter().enumerate().filter(|(_, sample)| sample.abs() > HEARD) {
        match found.last_mut() {
            Some(last) if at - last.1 <= gap_ms * MS => last.1 = at,
            _ => found.push((at, at)),
        }
    }
    found.into_iter().map(|(from, to)| (from / MS, to / MS)).collect()
}

/// The amplitude at this frequency (Goertzel, Hann window).
pub fn level(heard: &[f32], hertz: f64) -> f64 {
    let coefficient = 2.0 * (TAU * hertz / 48_000.0).cos();
    let len = heard.len() as f64;
    let (mut one, mut two) = (0.0, 0.0);
    for (at, sample) in heard.iter().enumerate() {
        let window = 0.5 - 0.5 * (TAU * at as f64 / len).cos();
        (one, two) = (f64::from(*sample) * window + coefficient * one - two, one);
    }
    4.0 / len * (one * one + two * two - coefficient * one * two).max(0.0).sqrt()
}

/// The frequency of a plain tone, from where it crosses zero upwards.
pub fn pitch(heard: &[f32]) -> f64 {
    let crosses = |pair: &[f32]| (pair[0] < 0.0 && pair[1] >= 0.0).then(|| f64::from(pair[0] / (pair[0] - pair[1])));
    let crossings: Vec<f64> =
        heard.windows(2).enumerate().filter_map(|(at, pair)| Some(at as f64 + crosses(pair)?)).collect();
    (crossings.len() - 1) as f64 * 48_000.0 / (crossings[crossings.len() - 1] - crossings[0])
}

/// Within so much of each other.
pub fn near(a: usize, b: usize, tolerance: usize) -> bool {
    a.abs_diff(b) <= tolerance
}
