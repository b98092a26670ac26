//! How much of the computer rendering takes.

use std::time::Instant;

use crate::app::sound::mixer::{Looping, Mixer};
use crate::app::sound::synth::RingTone;

#[test]
#[ignore = "a measurement: cargo test --release -- --ignored --nocapture"]
fn a_minute_with_four_telephones_ringing() {
    let mut mixer = Mixer::default();
    let tones = [RingTone::Bell, RingTone::Warble, RingTone::Chirp, RingTone::Distant];
    for (id, tone) in tones.into_iter().enumerate() {
        mixer.start(id as u8, Looping::Ring { tone, ring_ms: 3_000 });
    }
    let mut block = [0.0; 960];
    let begun = Instant::now();
    (0..60 * 50).for_each(|_| mixer.render(&mut block));
    let taken = begun.elapsed();
    println!("60 s in {taken:?}: {:.0} times real time", 60.0 / taken.as_secs_f64());
}
