//! How people sound.

use crate::app::voice::Manner;

#[test]
fn the_same_person_in_the_same_mood_always_sounds_the_same() {
    assert_eq!(Manner::of(7, Some(true), 210, 60, 60), Manner::of(7, Some(true), 210, 60, 60));
    let pitches: std::collections::BTreeSet<_> =
        (0..1_000).map(|seed| Manner::of(seed, None, 210, 60, 60).pitch_percent).collect();
    assert_eq!((pitches.first(), pitches.last(), pitches.len()), (Some(&-12), Some(&12), 25));
}

#[test]
fn anger_is_faster_higher_and_louder_and_weariness_the_contrary() {
    let calm = Manner::of(7, None, 210, 60, 60);
    assert_eq!((calm.speed_percent, calm.volume_percent), (100, 80));
    let angry = Manner::of(7, None, 210, 10, 0);
    assert!(angry.speed_percent > calm.speed_percent && angry.volume_percent > calm.volume_percent);
    assert!(angry.pitch_percent > calm.pitch_percent && angry.pitch_percent <= calm.pitch_percent + 10);
    let worn = Manner::of(7, None, 260, 60, 60);
    assert!(worn.speed_percent < calm.speed_percent && worn.volume_percent < calm.volume_percent);
    assert!(worn.pitch_percent < calm.pitch_percent);
    let both = Manner::of(7, None, 260, 0, 0);
    assert!(both.speed_percent <= calm.speed_percent, "worn down even when angry");
    assert_eq!(Manner::of(7, None, 150, 60, 60).speed_percent, 140);
}

#[test]
fn whatever_comes_in_stays_within_bounds() {
    for ms in [0, 1, 150, 260, u32::MAX] {
        for mood in [0, 50, 255] {
            let manner = Manner::of(u64::MAX, None, ms, mood, mood);
            assert!((50..=200).contains(&manner.speed_percent) && manner.volume_percent <= 100);
            assert!((-50..=50).contains(&manner.pitch_percent));
        }
    }
}
