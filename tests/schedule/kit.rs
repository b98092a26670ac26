//! Short words for scenarios: a day, a card, a trainee who answers.

use three_rings::record::moment::Moment;
use three_rings::record::review::Review;
use three_rings::record::schedule::deck::{Candidate, Origin};
use three_rings::record::schedule::grade::Grade;
use three_rings::record::schedule::next::next;
use three_rings::record::schedule::plan::Aim;

pub const SECOND: i64 = 1_000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// 2026-11-23T09:30:00+08:00, a Monday.
pub const NOW: Moment = Moment { unix_ms: 1_795_397_400_000, offset_minutes: 480 };

/// A card out of a bank.
pub fn card(name: &str) -> Candidate {
    Candidate { card: name.into(), from: Origin::Bank }
}

/// What is known of a card after another answer.
pub fn answer(before: Option<&Review>, grade: Grade, now: Moment) -> Review {
    next(before.map_or("law-1", |it| &it.card), before, grade, now, Aim::default()).review
}

/// What is known of a card after answers so many milliseconds after [`NOW`].
pub fn answers(times: &[(i64, Grade)]) -> Review {
    let step =
        |before: Option<Review>, (ms, grade): &(i64, Grade)| Some(answer(before.as_ref(), *grade, NOW.later(*ms)));
    times.iter().fold(None, step).expect("answers")
}

/// A card whose recall falls to 0.9 after so many days, last seen so many milliseconds before [`NOW`] and known.
pub fn known(name: &str, stability_days: f64, seen_ms_ago: i64) -> Review {
    let seen_ms = NOW.unix_ms - seen_ms_ago;
    Review {
        card: name.into(),
        stability_days,
        difficulty: 5.0,
        seen_ms,
        due_ms: seen_ms + stability_days.round().max(1.0) as i64 * DAY,
        times: 4,
        lapses: 1,
        grade: Some(Grade::Good),
    }
}

/// A card that was not known so many milliseconds before [`NOW`].
pub fn lapsed(name: &str, seen_ms_ago: i64) -> Review {
    let at = |ms_ago: i64| NOW.later(-ms_ago);
    let known = next(name, None, Grade::Good, at(seen_ms_ago + 2 * DAY), Aim::default()).review;
    next(name, Some(&known), Grade::Again, at(seen_ms_ago), Aim::default()).review
}
