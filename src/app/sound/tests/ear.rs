//! Listening to samples: how loud, how high, when.

use std::f64::consts::TAU;

use crate::app::sound::SAMPLE_RATE;
use crate::app::sound::synth::Samples;

/// From a millisecond on, for some milliseconds.
pub fn cut(samples: &[f32], from_ms: usize, len_ms: usize) -> &[f32] {
    &samples[from_ms * 48..(from_ms + len_ms) * 48]
}

/// The beginning of a sound.
pub fn hear(samples: Samples, ms: usize) -> Vec<f32> {
    samples.take(ms * 48).collect()
}

pub fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
}

pub fn rms(samples: &[f32]) -> f64 {
    (samples.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>() / samples.len() as f64).sqrt()
}

/// The longest step between two neighbours.
pub fn steepest(samples: &[f32]) -> f32 {
    samples.windows(2).fold(0.0, |steepest, pair| steepest.max((pair[1] - pair[0]).abs()))
}

/// The amplitude of the part of a sound that has this frequency (Goertzel, Hann window).
pub fn level(samples: &[f32], hertz: f64) -> f64 {
    let coefficient = 2.0 * (TAU * hertz / f64::from(SAMPLE_RATE)).cos();
    let len = samples.len() as f64;
    let (mut one, mut two) = (0.0, 0.0);
    for (at, sample) in samples.iter().enumerate() {
        let window = 0.5 - 0.5 * (TAU * at as f64 / len).cos();
        (one, two) = (f64::from(*sample) * window + coefficient * one - two, one);
    }
    4.0 / len * (one * one + two * two - coefficient * one * two).max(0.0).sqrt()
}

/// The frequency of a plain tone, from where it crosses zero upwards.
pub fn pitch(samples: &[f32]) -> f64 {
    let mut crossings = Vec::new();
    for (at, pair) in samples.windows(2).enumerate() {
        if pair[0] < 0.0 && pair[1] >= 0.0 {
            crossings.push(at as f64 + f64::from(pair[0] / (pair[0] - pair[1])));
        }
    }
    (crossings.len() - 1) as f64 * f64::from(SAMPLE_RATE) / (crossings[crossings.len() - 1] - crossings[0])
}

/// Where sound begins and ends, in milliseconds; pauses shorter than `gap_ms` belong to the sound.
pub fn stretches(samples: &[f32], gap_ms: f64) -> Vec<(f64, f64)> {
    let loud = 0.03 * peak(samples);
    let mut found: Vec<(f64, f64)> = Vec::new();
    for (at, _) in samples.iter().enumerate().filter(|(_, sample)| sample.abs() > loud) {
        let ms = at as f64 / 48.0;
        match found.last_mut() {
            Some(last) if ms - last.1 <= gap_ms => last.1 = ms,
            _ => found.push((ms, ms)),
        }
    }
    found
}
