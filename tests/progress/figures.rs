//! Scores, radar, streak, items, rings and time.

use three_rings::play::score::Compliance;
use three_rings::play::step::{Act, Input};
use three_rings::record::attempt::{Kind, call_lasted_ms};
use three_rings::record::progress::items::{Knowledge, items};
use three_rings::record::progress::minutes;
use three_rings::record::progress::radar::radar;
use three_rings::record::progress::rings::rings;
use three_rings::record::progress::scores::{Filter, Scores, scores};
use three_rings::record::progress::streak::{Streak, streak};
use three_rings::record::progress::time::time;

use super::book::*;

fn running_medians(scores: &Scores) -> Vec<Option<u32>> {
    scores.series.iter().map(|scored| scored.running_median).collect()
}

#[test]
fn the_running_median_looks_at_the_latest_five() {
    let days = (1..).zip([10, 20, 90, 30, 40, 100, 100]);
    let kept = book(days.map(|(day, score)| call(&format!("2026-11-{day:02} 09:00"), "busy", score)));
    let medians = running_medians(&scores(&kept, Filter::default()));
    assert_eq!(medians, [10, 15, 20, 25, 30, 40, 90].map(Some));
}

#[test]
fn retries_do_not_polish_the_median_and_giving_up_does_not_either() {
    let kept = book([
        call("2026-11-02 09:00", "busy", 30),
        call("2026-11-02 09:10", "busy", 100).again(),
        call("2026-11-02 09:20", "busy", 5).given_up(),
        call("2026-11-03 09:00", "busy", 40),
    ]);
    let found = scores(&kept, Filter::default());
    assert_eq!(running_medians(&found), [Some(30), None, None, Some(35)]);
    assert_eq!(found.series.len(), 4, "they are shown all the same");
    assert!(found.series[1].is_retry && found.series[2].is_given_up && !found.series[3].is_retry);
    assert_eq!((found.personas[0].calls, found.personas[0].mean), (2, 35));
}

#[test]
fn a_filter_leaves_the_median_of_what_it_lets_through() {
    let kept = book([
        call("2026-11-02 09:00", "busy", 90),
        call("2026-11-02 10:00", "angry", 20).to("HotTempered"),
        shift("2026-11-02 11:00", "desk", &[Some(1)]),
        call("2026-11-03 09:00", "angry", 40).to("HotTempered"),
    ]);
    let of = |filter| {
        let series = scores(&kept, filter).series.into_iter();
        series.map(|it| (it.place, it.running_median.unwrap_or(0))).collect::<Vec<_>>()
    };
    let angry = [(2, 20), (4, 30)];
    assert_eq!(of(Filter { temperament: Some("HotTempered"), ..Filter::default() }), angry);
    assert_eq!(of(Filter { subject: Some("angry"), ..Filter::default() }), angry);
    assert_eq!(of(Filter { kind: Some(Kind::Shift), ..Filter::default() }), [(3, 90)]);
    assert_eq!(of(Filter { kind: Some(Kind::Shift), subject: Some("angry"), ..Filter::default() }), []);
}

#[test]
fn a_point_of_the_series_says_what_its_attempt_was() {
    let kept =
        book([call("2026-11-02 23:50", "busy", 55).touching("Pressure"), shift("2026-11-03 09:00", "desk", &[])]);
    let series = scores(&kept, Filter::default()).series;
    let (first, second) = (&series[0], &series[1]);
    assert_eq!((first.place, first.score, first.pass_mark, first.is_passed), (1, 55, PASS_MARK, false));
    assert_eq!((first.day, first.compliance), (day("2026-11-02"), Some(Compliance::Yellow)));
    assert_eq!((second.kind, second.subject.as_str(), second.compliance), (Kind::Shift, "desk", None));
}

#[test]
fn dimensions_stand_in_the_order_of_the_rubric_whichever_call_came_first() {
    let kept = book([
        call("2026-11-02 09:00", "a", 50).with(&[("opening", 50), ("log", 100)]),
        call("2026-11-03 09:00", "b", 50).with(&[("prepare", 20), ("opening", 70), ("facts", 40), ("log", 0)]),
    ]);
    let dimensions = scores(&kept, Filter::default()).dimensions;
    let ids: Vec<&str> = dimensions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["prepare", "opening", "facts", "log"]);
    let opening: Vec<(u32, u32)> = dimensions[1].points.iter().map(|point| (point.place, point.score)).collect();
    assert_eq!(opening, [(1, 50), (2, 70)]);
}

#[test]
fn each_kind_of_person_has_a_mean_and_a_median() {
    let kept = book([
        call("2026-11-02 09:00", "angry", 10).to("HotTempered"),
        call("2026-11-02 10:00", "busy", 80),
        call("2026-11-03 09:00", "angry", 90).to("HotTempered"),
        call("2026-11-04 09:00", "angry", 95).to("HotTempered"),
    ]);
    let personas = scores(&kept, Filter::default()).personas;
    assert_eq!(personas.iter().map(|it| it.temperament.as_str()).collect::<Vec<_>>(), ["HotTempered", "Hurried"]);
    let angry = &personas[0];
    assert_eq!((angry.calls, angry.passed, angry.mean, angry.median), (3, 2, 65, 90));
}

#[test]
fn the_radar_shows_the_latest_five_calls_beside_a_month_ago() {
    let on = |when: &str, score| call(when, "busy", score).with(&[("facts", score)]);
    let mut attempts = vec![on("2026-10-01 09:00", 20), on("2026-10-20 09:00", 40), on("2026-10-24 09:00", 50)];
    attempts.extend((10..15).map(|day| on(&format!("2026-11-{day} 09:00"), 80)));
    attempts.push(on("2026-11-20 09:00", 0).again());
    let found = radar(&book(attempts), day("2026-11-23"));
    let facts = &found.axes[0];
    assert_eq!((facts.now, facts.then, facts.calls), (80, Some(40), 5), "24 October is 30 days ago");
    assert_eq!(found.pass_mark, Some(PASS_MARK));
    let young = radar(&book([on("2026-11-22 09:00", 70)]), day("2026-11-23"));
    assert_eq!((young.axes[0].now, young.axes[0].then, young.axes[0].calls), (70, None, 1));
}

fn streak_of(whens: &[&str], today: &str) -> Streak {
    streak(&book(whens.iter().map(|when| call(when, "busy", 50))), day(today))
}

#[test]
fn practice_on_both_sides_of_midnight_is_two_days_in_a_row() {
    // In UTC both are the afternoon of the 22nd.
    let found = streak_of(&["2026-11-22 23:55", "2026-11-23 00:05"], "2026-11-23");
    assert_eq!((found.current_days, found.longest_days, found.practised_days), (2, 2, 2));
}

#[test]
fn a_streak_lasts_through_the_day_that_is_not_over() {
    let three = ["2026-11-20 09:00", "2026-11-21 09:00", "2026-11-22 09:00"];
    assert_eq!(streak_of(&three, "2026-11-22").current_days, 3);
    assert_eq!(streak_of(&three, "2026-11-23").current_days, 3, "today can still be kept");
    let broken = streak_of(&three, "2026-11-24");
    assert_eq!((broken.current_days, broken.longest_days), (0, 3));
    assert_eq!(broken.last_day, Some(day("2026-11-22")));
}

#[test]
fn a_clock_set_back_breaks_no_streak_and_makes_none() {
    let whens = ["2026-11-22 09:00", "2026-12-24 09:00", "2026-12-25 09:00", "2026-12-26 09:00", "2026-11-23 09:00"];
    let found = streak_of(&whens, "2026-11-23");
    assert_eq!(
        (found.current_days, found.longest_days, found.practised_days),
        (2, 2, 2),
        "nobody practised at Christmas"
    );
    let before_all = streak_of(&whens, "2020-01-01");
    assert_eq!((before_all.current_days, before_all.last_day), (0, None));
    let shuffled = streak_of(&["2026-11-23 09:00", "2026-11-21 09:00", "2026-11-22 09:00"], "2026-11-23");
    assert_eq!(shuffled.current_days, 3);
}

#[test]
fn the_days_shown_begin_on_a_monday_and_end_today() {
    let kept = book([
        call("2026-11-21 09:00", "busy", 50).lasting(30_000),
        call("2026-11-21 10:00", "busy", 50).lasting(45_000).given_up(),
        call("2026-08-16 10:00", "busy", 50),
    ]);
    let days = streak(&kept, day("2026-11-22")).days;
    assert_eq!((days.len(), days[0].day, days[104].day), (105, day("2026-08-10"), day("2026-11-22")));
    assert_eq!((days[6].practised_ms, days[103].practised_ms), (u64::from(LASTED_MS), 75_000));
    assert_eq!((minutes(75_000), minutes(1), minutes(0)), (2, 1, 0));
    assert_eq!(streak(&kept, day("2026-11-23")).days.len(), 99, "a new week has one day");
}

fn knows(attempts: Vec<three_rings::record::attempt::Attempt>) -> Knowledge {
    items(&book(attempts))[44].knowledge
}

#[test]
fn four_of_five_on_two_days_is_known_and_less_is_shaky() {
    let on = |date: &str, right, asked| call(&format!("{date} 09:00"), "busy", 50).asking(&[(45, right, asked)]);
    assert_eq!(knows(vec![on("2026-11-02", 2, 2), on("2026-11-03", 2, 3)]), Knowledge::Known);
    assert_eq!(knows(vec![on("2026-11-02", 2, 2), on("2026-11-03", 1, 3)]), Knowledge::Shaky, "three of five");
    assert_eq!(knows(vec![on("2026-11-02", 2, 2), on("2026-11-03", 2, 2)]), Knowledge::Shaky, "only four times");
    assert_eq!(knows(vec![on("2026-11-02", 3, 3), on("2026-11-02", 3, 3)]), Knowledge::Shaky, "one day");
    assert_eq!(knows(vec![]), Knowledge::Unseen);
    assert_eq!(knows(vec![on("2026-11-02", 0, 0)]), Knowledge::Unseen, "named and never asked");
}

#[test]
fn what_was_learned_stands_and_what_was_forgotten_falls() {
    let on = |date: u32, right| call(&format!("2026-11-{date:02} 09:00"), "busy", 50).asking(&[(45, right, 1)]);
    let learned = [0, 0, 0, 1, 1, 1, 1, 1];
    let days = |rights: &[u32]| (1..).zip(rights).map(|(date, &right)| on(date, right)).collect::<Vec<_>>();
    assert_eq!(knows(days(&learned)), Knowledge::Known);
    assert_eq!(knows(days(&[&learned[..], &[0]].concat())), Knowledge::Known, "one slip");
    assert_eq!(knows(days(&[&learned[..], &[0, 0]].concat())), Knowledge::Shaky, "two");
}

#[test]
fn every_item_has_its_row_and_a_retry_is_not_asked_twice() {
    let kept = book([
        call("2026-11-02 09:00", "busy", 50).asking(&[(11, 1, 3)]),
        call("2026-11-02 09:10", "busy", 90).asking(&[(11, 3, 3)]).again(),
        call("2026-11-04 09:00", "busy", 10).asking(&[(11, 0, 1)]).given_up(),
    ]);
    let found = items(&kept);
    assert_eq!(found.iter().map(|it| it.item).collect::<Vec<_>>(), (1..=47).collect::<Vec<_>>());
    let pinned = found[10];
    assert_eq!((pinned.right, pinned.asked, pinned.last_day), (1, 4, Some(day("2026-11-04"))));
    assert_eq!((found[0].asked, found[0].last_day, found[0].knowledge), (0, None, Knowledge::Unseen));
}

#[test]
fn rings_are_counted_over_all_shifts_and_lost_calls_are_late() {
    let kept = book([
        shift("2026-11-02 09:00", "desk", &[Some(1), Some(3), Some(4), None]),
        call("2026-11-02 10:00", "busy", 50),
        shift("2026-11-03 09:00", "desk", &[Some(3), Some(6), Some(9)]).given_up(),
        shift("2026-11-03 10:00", "desk", &[Some(2), Some(2)]).again(),
    ]);
    let found = rings(&kept);
    assert_eq!((found.answered_after, found.lost), ([1, 0, 2, 1, 0, 2], 1));
    assert_eq!((found.overall.in_time, found.overall.calls), (3, 7));
    assert_eq!(found.overall.median_reaction_ms, Some(9_000));
    let (low, high) = found.overall.wilson.expect("calls");
    // Wilson's formula for 3 of 7, worked out apart.
    assert!((low - 0.158_220).abs() < 1e-5 && (high - 0.749_541).abs() < 1e-5, "{low} {high}");
    let by_shift: Vec<(u32, usize, usize)> =
        found.shifts.iter().map(|it| (it.place, it.rings.in_time, it.rings.calls)).collect();
    assert_eq!(by_shift, [(1, 2, 4), (3, 1, 3)]);
}

#[test]
fn a_week_ends_on_sunday_and_everything_practised_is_in_it() {
    let kept = book([
        call("2026-11-22 23:59", "busy", 50),
        call("2026-11-23 00:01", "busy", 50).again(),
        shift("2026-11-24 09:00", "desk", &[]).given_up(),
        call("2025-01-01 09:00", "angry", 50).lasting(5_000),
        call("2027-01-01 09:00", "angry", 50).lasting(7_000),
    ]);
    let found = time(&kept, day("2026-11-24"));
    assert_eq!(found.weeks.len(), 26);
    let (last, this) = (found.weeks[24], found.weeks[25]);
    assert_eq!((this.monday, last.monday), (day("2026-11-23"), day("2026-11-16")));
    assert_eq!((last.practised.calls, last.practised.calls_ms, last.practised.shifts), (1, 120_000, 0));
    assert_eq!((this.practised.calls, this.practised.shifts, this.practised.all_ms()), (1, 1, 240_000));
    assert_eq!(found.weeks[..24].iter().map(|week| week.practised.all_ms()).sum::<u64>(), 0);
    assert_eq!((found.whole.calls, found.whole.all_ms()), (4, 372_000), "years do not matter to the whole");
    let subjects: Vec<(&str, u32, u64)> =
        found.subjects.iter().map(|it| (it.subject.as_str(), it.attempts, it.practised_ms)).collect();
    assert_eq!(subjects, [("busy", 2, 240_000), ("desk", 1, 120_000), ("angry", 2, 12_000)]);
}

#[test]
fn a_lunch_break_in_a_call_is_not_practice() {
    let after = |after_ms| Input { after_ms, act: Act::Reply(0) };
    assert_eq!(call_lasted_ms(&[after(4_000), after(3_600_000), after(2_500)]), 186_500);
    assert_eq!(call_lasted_ms(&[]), 0);
    assert_eq!(call_lasted_ms(&vec![after(u32::MAX); 30_000]), u32::MAX);
}
