//! Equal to the reference implementation, PyPI `fsrs` 6.3.2, over a thousand random histories; `make_vectors.py` says how
//! they were made. And a second opinion from the `fsrs` crate, which counts in 32 bits.

use fsrs::{FSRS, ItemState, MemoryState};
use three_rings::record::moment::Moment;
use three_rings::record::review::Review;
use three_rings::record::schedule::grade::Grade;
use three_rings::record::schedule::next::{AGAIN_AFTER_MS, next};
use three_rings::record::schedule::plan::Aim;
use three_rings::record::schedule::recall::recall;

use crate::kit::{DAY, NOW, SECOND};

/// Half a unit of the sixth significant digit, and a hair: the vectors have six.
const TOLERANCE: f64 = 5.001e-6;
/// How far one answer counted in 32 bits may be from one counted in 64.
const TOLERANCE_32_BITS: f64 = 2e-5;
/// No memory in the crate is stronger, in days.
const CRATE_MAX_DAYS: f64 = 36_500.0;

/// One review, as the reference has it.
struct Vector {
    history: u32,
    gap_ms: i64,
    grade: Grade,
    recall: Option<f64>,
    interval_days: u32,
    stability_days: f64,
    difficulty: f64,
}

impl Vector {
    fn of(line: &str) -> Self {
        let fields: Vec<&str> = line.split(',').collect();
        let [history, gap_s, grade, recall, interval, stability, difficulty] = fields[..] else { panic!("{line}") };
        let grade: usize = grade.parse().expect(line);
        Self {
            history: history.parse().expect(line),
            gap_ms: gap_s.parse::<i64>().expect(line) * SECOND,
            grade: Grade::ALL[grade - 1],
            recall: (!recall.is_empty()).then(|| recall.parse().expect(line)),
            interval_days: interval.parse().expect(line),
            stability_days: stability.parse().expect(line),
            difficulty: difficulty.parse().expect(line),
        }
    }

    fn all() -> Vec<Self> {
        include_str!("vectors.csv").lines().skip(1).map(Self::of).collect()
    }
}

/// Every review of the vectors: what it is to be, what was known before, and when it is.
fn walk(mut visit: impl FnMut(&Vector, Option<&Review>, Moment)) {
    let (mut history, mut now, mut before) = (u32::MAX, NOW, None);
    for vector in Vector::all() {
        if vector.history != history {
            (history, now, before) = (vector.history, NOW, None);
        }
        now = now.later(vector.gap_ms);
        visit(&vector, before.as_ref(), now);
        before = Some(next("x", before.as_ref(), vector.grade, now, Aim::default()).review);
    }
}

fn is_near(found: f64, wanted: f64, tolerance: f64) -> bool {
    (found - wanted).abs() <= tolerance * wanted.abs()
}

#[test]
fn a_thousand_histories_are_scheduled_as_the_reference_schedules_them() {
    let mut histories = 0;
    walk(|wanted, before, now| {
        histories += u32::from(before.is_none());
        let found = next("x", before, wanted.grade, now, Aim::default());
        let place = format!("history {}, {:?} after {} ms", wanted.history, wanted.grade, wanted.gap_ms);
        assert_eq!(found.interval_days, wanted.interval_days, "{place}");
        let Review { stability_days, difficulty, seen_ms, due_ms, .. } = found.review;
        assert!(is_near(stability_days, wanted.stability_days, TOLERANCE), "{place}: stability {stability_days}");
        assert!(is_near(difficulty, wanted.difficulty, TOLERANCE), "{place}: difficulty {difficulty}");
        let interval_ms = i64::from(wanted.interval_days) * DAY;
        let is_again = wanted.grade == Grade::Again;
        assert_eq!(due_ms - seen_ms, if is_again { AGAIN_AFTER_MS } else { interval_ms }, "{place}");
    });
    assert_eq!(histories, 1_000);
}

#[test]
fn recall_at_whole_days_is_what_the_reference_predicts() {
    walk(|wanted, before, now| {
        let (Some(before), Some(predicted)) = (before, wanted.recall) else { return };
        let whole_days = (now.unix_ms - before.seen_ms).div_euclid(DAY);
        let found = recall(before, Moment { unix_ms: before.seen_ms + whole_days * DAY, ..now });
        assert!(is_near(found, predicted, TOLERANCE), "history {}: {found}, not {predicted}", wanted.history);
    });
}

#[test]
fn the_vectors_have_every_grade_after_every_kind_of_gap() {
    let gaps = [0, 60 * SECOND, DAY, 14 * DAY, 700 * DAY, i64::MAX];
    for (gap, grade) in gaps.windows(2).flat_map(|gap| Grade::ALL.map(|grade| (gap, grade))) {
        let is_such = |it: &&Vector| (gap[0]..gap[1]).contains(&it.gap_ms) && it.grade == grade && it.recall.is_some();
        let count = Vector::all().iter().filter(is_such).count();
        assert!(count >= 20, "only {count} times {grade:?} after {} to {} ms", gap[0], gap[1]);
    }
}

#[test]
fn the_fsrs_crate_says_the_same_of_every_single_answer() {
    let crate_32_bits = FSRS::default();
    let mut asked = 0;
    walk(|vector, before, now| {
        let memory =
            before.map(|it| MemoryState { stability: it.stability_days as f32, difficulty: it.difficulty as f32 });
        let days = before.map_or(0, |it| (now.unix_ms - it.seen_ms) / DAY);
        let all = crate_32_bits.next_states(memory, 0.9, u32::try_from(days).expect("days")).expect("states");
        let ItemState { memory, interval } = match vector.grade {
            Grade::Again => all.again,
            Grade::Hard => all.hard,
            Grade::Good => all.good,
            Grade::Easy => all.easy,
        };
        let found = next("x", before, vector.grade, now, Aim::default());
        if found.review.stability_days >= CRATE_MAX_DAYS || before.is_some_and(|it| it.stability_days >= CRATE_MAX_DAYS)
        {
            return;
        }
        asked += 1;
        let place = format!("history {}, {:?} after {days} days", vector.history, vector.grade);
        assert!(is_near(f64::from(memory.stability), found.review.stability_days, TOLERANCE_32_BITS), "{place}");
        assert!(is_near(f64::from(memory.difficulty), found.review.difficulty, TOLERANCE_32_BITS), "{place}");
        // Rounded, the two are a day apart where the crate's is near a half.
        let apart = (f64::from(interval.max(1.0)) - f64::from(found.interval_days)).abs();
        assert!(apart <= 0.5 + TOLERANCE_32_BITS * f64::from(interval), "{place}: {interval}");
    });
    assert!(asked > 15_000);
}
