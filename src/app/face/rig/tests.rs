//! The rig keeps its promises: the same at any frame rate, quick to start, still when nothing happens.

use super::blink::{BETWEEN_SECS, BLINK_SECS};
use super::*;

/// How far two faces differ at most.
fn difference(a: &Expression, b: &Expression) -> f32 {
    a.to_array().into_iter().zip(b.to_array()).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

/// A call at a number of pictures a second: the mood changes, somebody talks, somebody is stung. The faces at every
/// tenth of a second.
fn played(fps: u32) -> Vec<Expression> {
    let mut rig = Rig::new(7);
    let mut faces = Vec::new();
    let (warm, furious) = (Expression::of_mood(80.0, 80.0), Expression::of_mood(10.0, 10.0));
    for frame in 0..=fps * 12 {
        let now = f64::from(frame) / f64::from(fps);
        if frame == 5 * fps {
            rig.react(-10.0, -10.0, now);
        }
        let target = if now <= 3.0 { &warm } else { &furious };
        rig.tick(now, target, now > 6.0 && now <= 9.0, false);
        if frame % (fps / 4) == 0 {
            faces.push(*rig.expression());
        }
    }
    faces
}

#[test]
fn slow_and_fast_screens_show_the_same() {
    let (slow, fast) = (played(20), played(144));
    assert_eq!(slow.len(), fast.len());
    for (i, (slow, fast)) in slow.iter().zip(&fast).enumerate() {
        // What begins between two pictures is seen with the next: a frame of a slow screen is 50 ms.
        let (mut slow, mut fast) = (*slow, *fast);
        (slow.mouth_open, fast.mouth_open, slow.mouth_width, fast.mouth_width) = (0.0, 0.0, 0.0, 0.0);
        assert!(difference(&slow, &fast) < 0.2, "at {i}: {slow:?} {fast:?}");
    }
}

#[test]
fn a_spring_is_the_same_in_any_number_of_steps() {
    let (mut one, mut many) = (Spring::resting(0.0), Spring::resting(0.0));
    one.aim(1.0);
    many.aim(1.0);
    one.pass(MOOD_SPEED, 0.5);
    (0..72).for_each(|_| many.pass(MOOD_SPEED, 0.5 / 72.0));
    assert!((one.at - many.at).abs() < 1e-9);
}

#[test]
fn a_change_after_a_long_sleep_is_not_skipped() {
    let (warm, furious) = (Expression::of_mood(90.0, 90.0), Expression::of_mood(0.0, 0.0));
    let mut rig = Rig::new(2);
    rig.tick(0.0, &warm, false, false);
    rig.tick(2.0, &furious, false, false);
    assert!(difference(rig.expression(), &warm) < 0.01);
    assert_eq!(rig.next_move_secs(2.0), Some(0.0));
    rig.tick(2.1, &furious, false, false);
    let share = (warm.brow_slant - rig.expression().brow_slant) / (warm.brow_slant - furious.brow_slant);
    assert!((0.05..0.6).contains(&share), "{share}");
}

#[test]
fn a_start_is_seen_within_200_ms_and_passes() {
    let target = Expression::of_mood(50.0, 50.0);
    let mut rig = Rig::new(1);
    rig.tick(0.0, &target, false, false);
    rig.react(0.0, -3.0, 0.0);
    assert_eq!(rig.next_move_secs(0.0), Some(0.0));
    rig.tick(0.2, &target, false, false);
    let seen = *rig.expression();
    assert!(target.brow_slant - seen.brow_slant > 0.1 && seen.lean - target.lean > 0.05);
    rig.tick(1.0, &target, false, false);
    assert!(difference(rig.expression(), &target) < 0.01);
}

#[test]
fn a_still_face_tells_its_next_blink() {
    let target = Expression::of_mood(50.0, 50.0);
    let mut rig = Rig::new(3);
    rig.tick(10.0, &target, false, false);
    let wait = rig.next_move_secs(10.0).unwrap();
    assert!((BETWEEN_SECS.0..BETWEEN_SECS.1).contains(&wait), "{wait}");
    rig.tick(10.0 + wait + BLINK_SECS * 0.4, &target, false, false);
    assert!(rig.expression().lid < 0.1);
    assert_eq!(rig.next_move_secs(10.0 + wait + BLINK_SECS * 0.4), Some(0.0));
}

#[test]
fn lids_never_stay_down() {
    let target = Expression::of_mood(50.0, 50.0);
    for seed in 0..20 {
        let mut rig = Rig::new(seed);
        let (mut shut_for, mut blinks) = (0, 0);
        for step in 0..6000 {
            rig.tick(f64::from(step) / 100.0, &target, false, false);
            let is_shut = rig.expression().lid < target.lid * 0.5;
            blinks += u32::from(is_shut && shut_for == 0);
            shut_for = if is_shut { shut_for + 1 } else { 0 };
            assert!(shut_for < 15);
        }
        assert!((9..=24).contains(&blinks), "{blinks} blinks a minute");
    }
}

#[test]
fn the_calm_are_still() {
    let (warm, furious) = (Expression::of_mood(90.0, 90.0), Expression::of_mood(0.0, 0.0));
    let mut rig = Rig::new(5);
    rig.tick(0.0, &warm, false, true);
    for step in 1..2000 {
        rig.react(-5.0, -5.0, f64::from(step) / 50.0);
        rig.tick(f64::from(step) / 50.0, &furious, true, true);
        assert_eq!(*rig.expression(), furious);
        assert_eq!(rig.next_move_secs(f64::from(step) / 50.0), None);
    }
}

#[test]
fn a_face_comes_to_rest_after_talking() {
    let target = Expression::of_mood(70.0, 70.0);
    let mut rig = Rig::new(9);
    rig.tick(0.0, &target, true, false);
    rig.tick(1.0, &target, true, false);
    assert_eq!(rig.next_move_secs(1.0), Some(0.0));
    let mut now = 1.0;
    while now < 12.0 && (now < 1.1 || rig.talks_since.is_some() || !rig.breath.is_still()) {
        now += 0.05;
        rig.tick(now, &target, false, false);
    }
    assert!(now < 6.0, "still moving {now} s on");
}
