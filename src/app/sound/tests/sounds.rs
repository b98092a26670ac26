//! The sounds themselves.

use crate::app::sound::synth::{Click, RingTone, Tone};
use crate::app::sound::tests::ear::{cut, hear, level, peak, pitch, rms, steepest, stretches};

const TONES: [RingTone; 4] = [RingTone::Bell, RingTone::Warble, RingTone::Chirp, RingTone::Distant];
const CLICKS: [Click; 4] = [Click::PickedUp, Click::PutDownGently, Click::PutDownHard, Click::LineDead];
/// The steepest anything may be; a square edge of a ring would be several times this.
const NO_CLICK: f32 = 0.11;

#[test]
fn a_ring_sounds_a_third_of_its_cycle_and_is_silent_for_the_rest() {
    for (tone, ring_ms) in TONES.into_iter().flat_map(|tone| [(tone, 3_000), (tone, 2_000), (tone, 4_500)]) {
        let heard = hear(tone.samples(ring_ms), 3 * ring_ms as usize);
        let (cycle, burst) = (f64::from(ring_ms), f64::from(ring_ms) / 3.0);
        let bursts = stretches(&heard, 200.0);
        assert_eq!(bursts.len(), 3, "{tone:?} {ring_ms}");
        for (turn, (from, to)) in bursts.into_iter().enumerate() {
            let begin = turn as f64 * cycle;
            assert!((from - begin).abs() < 20.0, "{tone:?} {ring_ms}: {from}");
            assert!(to <= begin + burst && to > begin + burst * 0.88 - 20.0, "{tone:?} {ring_ms}: {to}");
        }
        let rest = cut(&heard, burst.ceil() as usize, (cycle - burst) as usize - 1);
        assert_eq!(peak(rest), 0.0, "{tone:?} {ring_ms}");
    }
}

#[test]
fn no_pace_is_too_quick_or_too_slow_to_ring_at() {
    for (ring_ms, taken) in [(0, 300), (u32::MAX, 60_000)] {
        let wild = hear(RingTone::Bell.samples(ring_ms), 1_000);
        assert_eq!(wild, hear(RingTone::Bell.samples(taken), 1_000));
    }
}

#[test]
fn every_ring_has_its_own_notes() {
    for tone in [RingTone::Bell, RingTone::Distant] {
        let heard = hear(tone.samples(3_000), 1_000);
        let gongs = [1_050.0, 1_320.0].map(|hertz| level(&heard, hertz));
        for other in [450.0, 800.0, 1_000.0, 1_185.0, 1_500.0, 1_900.0] {
            assert!(gongs.iter().all(|gong| *gong > 8.0 * level(&heard, other)), "{tone:?} {other}");
        }
    }
    let warble = hear(RingTone::Warble.samples(3_000), 1_000);
    let chirp = hear(RingTone::Chirp.samples(3_000), 1_000);
    // Notes of a twelfth and of a fortieth of a second, taking turns.
    let notes = [(&warble, 10, 70, 800.0), (&warble, 86, 78, 1_000.0), (&warble, 170, 75, 800.0)];
    let trills = [(&chirp, 2, 22, 1_500.0), (&chirp, 27, 22, 1_900.0), (&chirp, 52, 22, 1_500.0)];
    for (heard, from_ms, len_ms, hertz) in notes.into_iter().chain(trills) {
        assert!((pitch(cut(heard, from_ms, len_ms)) - hertz).abs() < 2.0, "{hertz}");
    }
}

#[test]
fn no_two_telephones_sound_alike() {
    let heard = TONES.map(|tone| hear(tone.samples(3_000), 1_000));
    let spectrum = |heard: &[f32]| {
        let bands: Vec<f64> = (8..80).map(|band| level(&heard[..4_800], f64::from(band) * 40.0)).collect();
        let whole = bands.iter().map(|band| band * band).sum::<f64>().sqrt();
        bands.into_iter().map(|band| band / whole).collect::<Vec<_>>()
    };
    let alike = |a: usize, b: usize| {
        let [a, b] = [spectrum(&heard[a]), spectrum(&heard[b])];
        a.iter().zip(&b).map(|(a, b)| a * b).sum::<f64>()
    };
    for (a, b) in [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)] {
        assert!(alike(a, b) < 0.5, "{:?} {:?}: {}", TONES[a], TONES[b], alike(a, b));
    }
    // The distant one is a bell too: told apart by its loudness, see below.
    assert!(alike(0, 3) < 0.999);
}

#[test]
fn a_bell_has_overtones_and_its_clapper_strikes_twenty_times_a_second() {
    let heard = hear(RingTone::Bell.samples(3_000), 1_000);
    for hertz in [1_050.0 * 1.52, 1_320.0 * 1.52, 1_050.0 * 2.44] {
        assert!(level(&heard, hertz) > 10.0 * level(&heard, hertz + 115.0), "{hertz}");
    }
    let loudness: Vec<f32> = cut(&heard, 100, 800).iter().map(|sample| sample * sample).collect();
    assert!(level(&loudness, 20.0) > 5.0 * level(&loudness, 33.0));
}

#[test]
fn a_distant_bell_is_quieter_and_duller_than_a_near_one() {
    let [near, far] = [RingTone::Bell, RingTone::Distant].map(|tone| hear(tone.samples(3_000), 1_000));
    assert!(rms(&far) < rms(&near) / 2.0 && rms(&far) > rms(&near) / 10.0, "{} {}", rms(&far), rms(&near));
    let bright = |heard: &[f32]| level(heard, 1_050.0 * 2.44) / level(heard, 1_050.0);
    assert!(bright(&far) < bright(&near) / 2.0);
}

#[test]
fn near_telephones_are_about_as_loud_as_each_other() {
    let [bell, warble] = [RingTone::Bell, RingTone::Warble].map(|tone| rms(&hear(tone.samples(3_000), 1_000)));
    let chirp = rms(&hear(RingTone::Chirp.samples(3_000), 120));
    for other in [warble, chirp] {
        assert!((bell / other).log2().abs() < 0.8, "{bell} {warble} {chirp}");
    }
}

#[test]
fn the_line_sounds_at_450_hertz() {
    for tone in [Tone::Dial, Tone::Busy, Tone::RingBack] {
        let heard = hear(tone.samples(), 340);
        assert!((pitch(cut(&heard, 10, 320)) - 450.0).abs() < 0.1, "{tone:?}");
        assert!(level(cut(&heard, 10, 320), 450.0) > 0.15, "{tone:?}");
    }
}

#[test]
fn the_dial_tone_has_no_gaps() {
    assert_eq!(stretches(&hear(Tone::Dial.samples(), 10_000), 2.0).len(), 1);
}

#[test]
fn busy_and_ring_back_keep_the_cadence_of_the_standard() {
    for (tone, on, off) in [(Tone::Busy, 350.0, 350.0), (Tone::RingBack, 1_000.0, 4_000.0)] {
        let found = stretches(&hear(tone.samples(), 14_700), 20.0);
        assert!(found.len() >= 3);
        for (turn, (from, to)) in found.into_iter().enumerate() {
            let begin = turn as f64 * (on + off);
            assert!((from - begin).abs() < 5.0 && (to - from - on).abs() < 5.0, "{tone:?}: {from} to {to}");
        }
    }
}

#[test]
fn slamming_the_receiver_is_a_thump_and_laying_it_down_is_not() {
    let heard = CLICKS.map(|click| hear(click.samples(), 1_000));
    let [up, gently, hard, dead] = heard.each_ref().map(|heard| peak(heard));
    assert!(hard > 3.0 * gently && hard > 3.0 * up && hard > 3.0 * dead, "{up} {gently} {hard} {dead}");
    assert!(level(&heard[2], 110.0) > 4.0 * level(&heard[1], 110.0));
}

#[test]
fn noises_are_over_by_themselves() {
    for click in CLICKS {
        assert_eq!(click.samples().count(), click.length_ms() as usize * 48, "{click:?}");
    }
}

#[test]
fn nothing_begins_or_ends_with_a_jump() {
    let rings = TONES.map(|tone| hear(tone.samples(3_000), 6_500));
    let lines = [Tone::Dial, Tone::Busy, Tone::RingBack].map(|tone| hear(tone.samples(), 6_500));
    for heard in rings.iter().chain(&lines) {
        assert!(steepest(heard) < NO_CLICK, "{}", steepest(heard));
    }
    for click in CLICKS {
        let heard = hear(click.samples(), 1_000);
        assert!(heard[0].abs() < 0.01 && heard[heard.len() - 1].abs() < 0.01, "{click:?}");
    }
}

#[test]
fn a_sound_is_the_same_every_time() {
    for tone in TONES {
        assert_eq!(hear(tone.samples(3_000), 4_000), hear(tone.samples(3_000), 4_000));
    }
    for click in CLICKS {
        assert_eq!(hear(click.samples(), 300), hear(click.samples(), 300));
    }
}
