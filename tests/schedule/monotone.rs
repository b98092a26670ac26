//! What holds of every history: better grades and longer gaps are never punished.

use proptest::prelude::*;
use three_rings::record::moment::Moment;
use three_rings::record::review::Review;
use three_rings::record::schedule::grade::Grade;
use three_rings::record::schedule::next::next;
use three_rings::record::schedule::plan::Aim;
use three_rings::record::schedule::recall::recall;

use crate::kit::{DAY, NOW, answers};

fn grade() -> impl Strategy<Value = Grade> {
    prop::sample::select(Grade::ALL.to_vec())
}

/// Minutes, days, years; and now and then the clock is set back.
fn gap_ms() -> impl Strategy<Value = i64> {
    prop_oneof![0..DAY, 0..30 * DAY, 0..800 * DAY, -5 * DAY..0]
}

fn review() -> impl Strategy<Value = Review> {
    prop::collection::vec((gap_ms(), grade()), 1..20).prop_map(|steps| {
        let mut at = 0;
        let times: Vec<(i64, Grade)> = steps.into_iter().map(|(gap, grade)| (add(&mut at, gap), grade)).collect();
        answers(&times)
    })
}

fn add(at: &mut i64, gap: i64) -> i64 {
    *at += gap;
    *at
}

fn after(before: &Review, grade: Grade, gap_ms: i64, desired_retention: f64) -> Review {
    let now = Moment { unix_ms: before.seen_ms + gap_ms, ..NOW };
    next(&before.card, Some(before), grade, now, Aim { desired_retention }).review
}

proptest! {
    #[test]
    fn a_better_grade_is_never_due_earlier(before in review(), gap in gap_ms(), desired in 0.7..0.99_f64) {
        let due = Grade::ALL.map(|grade| after(&before, grade, gap, desired).due_ms);
        prop_assert!(due.is_sorted(), "{due:?}");
    }

    #[test]
    fn of_days_apart_the_later_answer_never_leaves_the_weaker_memory(
        before in review(), grade in grade(), days in (1..800_i64, 0..800_i64)
    ) {
        let sooner = after(&before, grade, days.0 * DAY, 0.9);
        let later = after(&before, grade, (days.0 + days.1) * DAY, 0.9);
        prop_assert!(later.stability_days >= sooner.stability_days, "{sooner:?} {later:?}");
    }

    /// Not so of the two ends: FSRS-6 has another formula within a day, by which easy gains more and again loses less than
    /// by the one for the day after; the reference says the same.
    #[test]
    fn nor_of_any_time_apart_where_it_was_hard_or_good(
        before in review(), is_good in any::<bool>(), gaps in (gap_ms(), 0..800 * DAY)
    ) {
        let grade = if is_good { Grade::Good } else { Grade::Hard };
        let sooner = after(&before, grade, gaps.0, 0.9);
        let later = after(&before, grade, gaps.0 + gaps.1, 0.9);
        prop_assert!(later.stability_days >= sooner.stability_days, "{sooner:?} {later:?}");
    }

    #[test]
    fn a_memory_only_ever_fades(review in review(), gaps in (gap_ms(), 0..800 * DAY)) {
        let then = NOW.later(review.seen_ms - NOW.unix_ms + gaps.0);
        let (sooner, later) = (recall(&review, then), recall(&review, then.later(gaps.1)));
        prop_assert!((0.0..=1.0).contains(&later) && later <= sooner, "{sooner} {later}");
    }

    #[test]
    fn forgetting_never_makes_a_memory_stronger(before in review(), days in 1..2_000_i64) {
        prop_assert!(after(&before, Grade::Again, days * DAY, 0.9).stability_days <= before.stability_days.max(0.001));
    }
}
