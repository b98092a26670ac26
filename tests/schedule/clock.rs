//! What the clock on the wall does to a schedule: set back, set forward, summer time, two years away, and nonsense.

use three_rings::record::moment::Moment;
use three_rings::record::review::Review;
use three_rings::record::schedule::deck::Deck;
use three_rings::record::schedule::forecast::forecast;
use three_rings::record::schedule::grade::Grade;
use three_rings::record::schedule::plan::Plan;
use three_rings::record::schedule::queue::queue;
use three_rings::record::schedule::reason::Reason;
use three_rings::record::schedule::recall::recall;

use crate::kit::{DAY, HOUR, MINUTE, NOW, SECOND, answer, answers, card, known};

fn assert_same_memory(a: &Review, b: &Review) {
    assert_eq!((a.stability_days, a.difficulty), (b.stability_days, b.difficulty));
}

#[test]
fn a_clock_set_back_between_two_answers_makes_no_time_pass() {
    let first = answers(&[(0, Grade::Good)]);
    let set_back = answer(Some(&first), Grade::Good, NOW.later(-3 * DAY));
    let at_once = answer(Some(&first), Grade::Good, NOW);
    assert_eq!(set_back, at_once, "as if it had been answered the moment it was seen");
    assert!(set_back.seen_ms >= first.seen_ms && set_back.due_ms >= set_back.seen_ms);
    assert_eq!(recall(&first, NOW.later(-3 * DAY)), 1.0);
}

#[test]
fn nothing_is_ever_due_before_it_was_last_seen() {
    let mut before = answers(&[(0, Grade::Good)]);
    for (hours, grade) in [(-1, Grade::Again), (-700, Grade::Hard), (3, Grade::Easy), (-9_000, Grade::Again)] {
        let after = answer(Some(&before), grade, NOW.later(hours * HOUR));
        assert!(after.seen_ms >= before.seen_ms && after.due_ms > after.seen_ms, "{after:?}");
        before = after;
    }
}

#[test]
fn once_the_clock_is_right_again_time_goes_on_from_where_it_was() {
    let before = answers(&[(0, Grade::Good), (-DAY, Grade::Good)]);
    let after = answer(Some(&before), Grade::Good, NOW.later(2 * DAY));
    assert_eq!(after.seen_ms, NOW.unix_ms + 2 * DAY);
    assert!(after.stability_days > before.stability_days);
}

#[test]
fn a_week_with_a_change_to_summer_time_is_a_week() {
    // Central Europe: on 2027-03-28 at 01:00 UTC the offset goes from 60 to 120 minutes.
    let friday = Moment { unix_ms: 1_806_049_800_000, offset_minutes: 60 };
    assert_eq!(friday.rfc3339(), "2027-03-26T09:30:00.000+01:00");
    let same_hour = Moment { offset_minutes: 120, ..friday.later(7 * DAY - HOUR) };
    assert_eq!(same_hour.rfc3339(), "2027-04-02T09:30:00.000+02:00");
    let first = answer(None, Grade::Good, friday);
    // Seven days on the wall are an hour short of seven times 24 hours: six whole days, as the reference counts.
    let six_days = answer(Some(&first), Grade::Good, friday.later(6 * DAY));
    assert_same_memory(&answer(Some(&first), Grade::Good, same_hour), &six_days);
    // The offset itself says nothing about how long it was.
    let elsewhere = Moment { offset_minutes: -600, ..same_hour };
    assert_same_memory(&answer(Some(&first), Grade::Good, elsewhere), &six_days);
}

#[test]
fn a_card_seen_before_summer_time_is_due_on_the_day_that_is_today_now() {
    // Due at 23:30 in winter time is half past midnight in summer time: a day later on the calendar.
    let winter = Moment { unix_ms: 1_806_049_800_000 + 14 * HOUR, offset_minutes: 60 };
    let review = Review { due_ms: winter.unix_ms + 2 * DAY, ..answer(None, Grade::Good, winter) };
    let (cards, reviews) = ([card("law-1")], [review]);
    let asked_on = |now: Moment| queue(&Deck::of(&cards, &reviews, now), &Plan::default(), 10, 1).len();
    let sunday = Moment { offset_minutes: 120, ..winter.later(2 * DAY - 2 * HOUR) };
    assert_eq!(sunday.rfc3339(), "2027-03-28T22:30:00.000+02:00");
    assert_eq!(asked_on(sunday), 0);
    assert_eq!(asked_on(sunday.later(2 * HOUR)), 1);
}

#[test]
fn after_two_years_a_card_that_is_still_known_is_known_for_long() {
    let first = answers(&[(0, Grade::Good)]);
    let two_years = NOW.later(730 * DAY);
    assert!((0.4..0.5).contains(&recall(&first, two_years)), "{}", recall(&first, two_years));
    let known = answer(Some(&first), Grade::Good, two_years);
    assert!((30 * DAY..400 * DAY).contains(&(known.due_ms - known.seen_ms)), "{known:?}");
    let forgotten = answer(Some(&first), Grade::Again, two_years);
    assert!(forgotten.stability_days < first.stability_days && forgotten.lapses == 1, "{forgotten:?}");
}

#[test]
fn two_answers_in_one_second_are_no_day_of_memory() {
    let first = answers(&[(0, Grade::Good)]);
    let second = answer(Some(&first), Grade::Good, NOW.later(SECOND - 1));
    let next_day = answer(Some(&first), Grade::Good, NOW.later(DAY));
    assert!(second.times == 2 && second.stability_days >= first.stability_days);
    assert!(second.stability_days < 1.1 * first.stability_days, "{second:?}");
    assert!(next_day.stability_days > 2.0 * second.stability_days, "{next_day:?}");
}

#[test]
fn a_day_of_memory_is_24_hours_to_the_millisecond() {
    let first = answers(&[(0, Grade::Good)]);
    let just_before = answer(Some(&first), Grade::Good, NOW.later(DAY - 1));
    assert_same_memory(&just_before, &answer(Some(&first), Grade::Good, NOW.later(MINUTE)));
    assert_ne!(just_before.stability_days, answer(Some(&first), Grade::Good, NOW.later(DAY)).stability_days);
}

#[test]
fn moments_that_make_no_sense_do_no_harm() {
    let absurd = [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX];
    let moments = absurd.map(|unix_ms| Moment { unix_ms, offset_minutes: i16::MAX });
    let firsts = moments.iter().flat_map(|&at| Grade::ALL.map(|grade| answer(None, grade, at)));
    for first in firsts {
        for now in moments {
            let after = answer(Some(&first), Grade::Hard, now);
            assert!(
                after.stability_days.is_finite() && after.due_ms >= after.seen_ms && after.seen_ms >= first.seen_ms
            );
            assert!((0.0..=1.0).contains(&recall(&after, now)));
            let (cards, reviews) = ([card("law-1"), card("law-2")], [first.clone()]);
            let deck = Deck::of(&cards, &reviews, now);
            let plan = Plan { certify_on: Some(NOW.day()), ..Plan::default() };
            queue(&deck, &plan, u32::MAX, 0);
            forecast(&deck);
            deck.readiness(NOW.day());
        }
    }
}

#[test]
fn all_the_time_there_is_between_two_answers_is_a_long_time() {
    let first = answer(None, Grade::Good, Moment { unix_ms: i64::MIN, ..NOW });
    assert!(recall(&first, Moment { unix_ms: i64::MAX, ..NOW }) < 0.1);
}

#[test]
fn what_was_kept_damaged_is_scheduled_all_the_same() {
    for (stability_days, difficulty) in [(f64::NAN, f64::NAN), (f64::INFINITY, 99.0), (-3.0, -3.0), (0.0, 0.0)] {
        let damaged = Review { stability_days, difficulty, times: u32::MAX, lapses: u32::MAX, ..known("x", 1.0, DAY) };
        assert!((0.0..=1.0).contains(&recall(&damaged, NOW)));
        for grade in Grade::ALL {
            let after = answer(Some(&damaged), grade, NOW);
            assert!(after.stability_days.is_finite() && (1.0..=10.0).contains(&after.difficulty), "{after:?}");
            assert_eq!((after.times, after.lapses), (u32::MAX, u32::MAX));
        }
    }
}

#[test]
fn what_was_not_known_just_before_the_clock_was_set_back_still_comes_once_nothing_else_is_left() {
    let (cards, reviews) = ([card("law-1")], [answers(&[(0, Grade::Good), (2 * DAY, Grade::Again)])]);
    let due = queue(&Deck::of(&cards, &reviews, NOW), &Plan::default(), 0, 1);
    let [only] = &due[..] else { panic!("{due:?}") };
    let Reason::Lapsed { early_ms, past } = only.reason else { panic!("{only:?}") };
    assert_eq!((early_ms, past.days_since_seen), ((2 * DAY + 10 * MINUTE) as u64, 0));
    assert_eq!(only.predicted_recall, Some(1.0));
}
