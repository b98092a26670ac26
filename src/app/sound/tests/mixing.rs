//! Sounds together.

use crate::app::sound::mixer::{Looping, Mixer};
use crate::app::sound::synth::{Click, RingTone, Tone};
use crate::app::sound::tests::ear::{cut, peak, rms, steepest};

const BELL: Looping = Looping::Ring { tone: RingTone::Bell, ring_ms: 3_000 };
const WARBLE: Looping = Looping::Ring { tone: RingTone::Warble, ring_ms: 3_000 };
const CHIRP: Looping = Looping::Ring { tone: RingTone::Chirp, ring_ms: 2_000 };
const DISTANT: Looping = Looping::Ring { tone: RingTone::Distant, ring_ms: 3_000 };

fn render(mixer: &mut Mixer, ms: usize) -> Vec<f32> {
    let mut out = vec![0.0; ms * 48];
    mixer.render(&mut out);
    out
}

fn everything() -> Mixer {
    let mut mixer = Mixer::default();
    for (id, what) in [BELL, WARBLE, CHIRP, DISTANT, Looping::Line(Tone::Dial)].into_iter().enumerate() {
        mixer.start(id as u8, what);
    }
    mixer.click(Click::PutDownHard);
    mixer.click(Click::PickedUp);
    mixer
}

#[test]
fn nothing_clips_with_everything_sounding_at_once() {
    let heard = render(&mut everything(), 6_000);
    assert!(peak(&heard) <= 1.0 && peak(&heard) > 0.6, "{}", peak(&heard));
    let mut crowd = Mixer::default();
    for id in 0..=u8::MAX {
        crowd.start(id, WARBLE);
    }
    assert!(peak(&render(&mut crowd, 1_000)) <= 1.0);
}

#[test]
fn one_telephone_alone_is_left_as_it_is() {
    let mut mixer = Mixer::default();
    mixer.start(0, BELL);
    let alone: Vec<f32> = RingTone::Bell.samples(3_000).take(48_000).collect();
    assert_eq!(render(&mut mixer, 1_000), alone);
}

#[test]
fn blocks_of_any_size_give_the_same_samples() {
    let scene = |block: usize| {
        let mut mixer = everything();
        let mut heard = Vec::new();
        for turn in 0..4 {
            let mut out = vec![0.0; 44_100 * 4];
            out.chunks_mut(block).for_each(|block| mixer.render(block));
            heard.append(&mut out);
            mixer.stop(turn);
            mixer.set_volume(1.0 - f32::from(turn) / 4.0);
        }
        heard
    };
    let once = scene(4_800);
    for block in [1, 441] {
        assert!(scene(block) == once, "blocks of {block}");
    }
}

#[test]
fn a_stopped_ring_is_silent_within_ten_milliseconds_and_does_not_click() {
    for what in [BELL, WARBLE, CHIRP, DISTANT] {
        for stop_ms in [3, 30, 55, 333, 990] {
            let mut mixer = Mixer::default();
            mixer.start(7, what);
            let mut heard = render(&mut mixer, stop_ms);
            mixer.stop(7);
            heard.extend(render(&mut mixer, 1_000));
            assert_eq!(peak(&heard[(stop_ms + 10) * 48..]), 0.0, "{what:?}");
            assert!(steepest(&heard) < 0.11, "{what:?} {}", steepest(&heard));
            assert!(!mixer.is_sounding());
        }
    }
}

#[test]
fn a_stopped_telephone_leaves_the_others_ringing() {
    let mut mixer = Mixer::default();
    mixer.start(0, BELL);
    mixer.start(1, WARBLE);
    render(&mut mixer, 100);
    mixer.stop(0);
    render(&mut mixer, 10);
    let alone: Vec<f32> = RingTone::Warble.samples(3_000).skip(110 * 48).take(480).collect();
    assert_eq!(render(&mut mixer, 10), alone);
}

#[test]
fn asking_again_for_the_same_ring_does_not_begin_it_anew() {
    let [mut asked, mut left] = [Mixer::default(), Mixer::default()];
    for mixer in [&mut asked, &mut left] {
        mixer.start(0, BELL);
        render(mixer, 500);
    }
    asked.start(0, BELL);
    assert_eq!(render(&mut asked, 500), render(&mut left, 500));
}

#[test]
fn mute_is_exact_silence_and_is_taken_back() {
    let mut mixer = everything();
    let mut heard = render(&mut mixer, 100);
    mixer.mute(true);
    heard.extend(render(&mut mixer, 1_000));
    assert_eq!(peak(cut(&heard, 110, 990)), 0.0);
    assert!(!mixer.is_sounding());
    mixer.mute(false);
    assert!(mixer.is_sounding());
    assert!(peak(&render(&mut mixer, 3_000)) > 0.3);
}

#[test]
fn half_the_volume_is_half_the_sound() {
    let [mut full, mut half] = [everything(), everything()];
    half.set_volume(0.5);
    let [full, half] = [&mut full, &mut half].map(|mixer| render(mixer, 2_000));
    for (loud, quiet) in cut(&full, 10, 1_990).iter().zip(cut(&half, 10, 1_990)) {
        assert!((loud * 0.5 - quiet).abs() < 1e-6);
    }
    assert!((rms(cut(&half, 10, 1_990)) / rms(cut(&full, 10, 1_990)) - 0.5).abs() < 1e-4);
}

#[test]
fn no_volume_is_out_of_range() {
    let mut mixer = everything();
    for volume in [f32::INFINITY, 7.0, f32::NAN] {
        mixer.set_volume(volume);
        assert!(peak(&render(&mut mixer, 1_000)) <= 1.0);
    }
    mixer.set_volume(-1.0);
    render(&mut mixer, 10);
    assert_eq!(peak(&render(&mut mixer, 1_000)), 0.0);
}

#[test]
fn changing_the_volume_does_not_click() {
    let mut mixer = Mixer::default();
    mixer.start(0, Looping::Line(Tone::Dial));
    let mut heard = render(&mut mixer, 100);
    for volume in [0.0, 1.0, 0.3] {
        mixer.set_volume(volume);
        heard.extend(render(&mut mixer, 50));
    }
    mixer.mute(true);
    heard.extend(render(&mut mixer, 50));
    assert!(steepest(&heard) < 0.03, "{}", steepest(&heard));
}

#[test]
fn nothing_sounds_when_all_is_over() {
    let mut mixer = Mixer::default();
    assert!(!mixer.is_sounding());
    mixer.click(Click::LineDead);
    assert!(mixer.is_sounding());
    render(&mut mixer, 200);
    assert!(!mixer.is_sounding());
}

#[test]
fn a_heap_of_noises_stays_small() {
    let mut mixer = Mixer::default();
    for _ in 0..100_000 {
        mixer.click(Click::PutDownHard);
        mixer.start(0, BELL);
        mixer.stop(0);
    }
    assert!(peak(&render(&mut mixer, 300)) <= 1.0);
}
