//! The ring of samples between this program and a system's own sound.

use std::sync::Arc;

use crate::app::sound::sink::ring::{Resampler, Ring};
use crate::app::sound::synth::Tone;
use crate::app::sound::tests::ear::pitch;

#[test]
fn samples_come_out_as_they_went_in() {
    let ring = Ring::default();
    assert_eq!(ring.pop(), None);
    for turn in 0..1_000 {
        let samples: Vec<f32> = (0..777).map(|at| (turn * 777 + at) as f32).collect();
        ring.push(&samples);
        assert!(samples.iter().all(|sample| ring.pop() == Some(*sample)));
    }
    assert_eq!(ring.pop(), None);
}

#[test]
fn one_thread_may_push_while_another_pops() {
    let ring = Arc::new(Ring::default());
    let pushing = Arc::clone(&ring);
    let pusher = std::thread::spawn(move || {
        let mut next = 0_u32;
        while next < 200_000 {
            let room = pushing.room().min(100) as u32;
            let samples: Vec<f32> = (next..next + room).map(|number| number as f32).collect();
            pushing.push(&samples);
            next += room;
            std::thread::yield_now();
        }
    });
    let mut expected = 0.0;
    while expected < 200_000.0 {
        match ring.pop() {
            Some(sample) => {
                assert_eq!(sample, expected);
                expected += 1.0;
            }
            None => std::thread::yield_now(),
        }
    }
    pusher.join().expect("all pushed");
}

#[test]
fn a_device_that_takes_much_at_once_finds_two_bites_ready() {
    let ring = Ring::default();
    assert_eq!(ring.room(), 1_920);
    ring.will_take(4_096);
    assert_eq!(ring.room(), 8_192);
    ring.push(&[0.0; 8_000]);
    assert_eq!(ring.room(), 192);
    ring.will_take(usize::MAX / 4);
    ring.push(&vec![0.0; 100_000]);
    assert_eq!(ring.room(), 0);
}

#[test]
fn a_device_with_another_rate_hears_the_same_pitch() {
    for rate in [8_000, 44_100, 48_000, 96_000, 192_000] {
        let ring = Ring::default();
        let mut resampler = Resampler::to(rate);
        let mut tone = Tone::Dial.samples();
        let mut heard = Vec::new();
        while heard.len() < rate as usize {
            ring.push(&[tone.next().unwrap_or_default()]);
            // Asked only while there is something: what a device hears that asks in time.
            while resampler.needed(1) <= ring_len(&ring) && heard.len() < rate as usize {
                heard.push(resampler.next(&ring));
            }
        }
        let hertz = pitch(&heard[1_000..]) * f64::from(rate) / 48_000.0;
        assert!((hertz - 450.0).abs() < 0.5, "{rate}: {hertz}");
    }
}

fn ring_len(ring: &Ring) -> usize {
    1_920 - ring.room()
}
