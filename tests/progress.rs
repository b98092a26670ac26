//! What practice has come to: figures over attempts written by hand, advice, and half a year of a trainee who never was.

mod support;

#[path = "progress/advised.rs"]
mod advised;
#[path = "progress/book.rs"]
mod book;
#[path = "progress/figures.rs"]
mod figures;
#[path = "progress/half_a_year.rs"]
mod half_a_year;

use book::{Besides as _, PASS_MARK, at, book, call, day, scenario};
use three_rings::record::progress::Progress;
use three_rings::record::progress::advice::Reason;
use three_rings::record::progress::items::Knowledge;

#[test]
fn nothing_practised_is_nothing_shown_and_the_first_advice() {
    let Progress { scores, radar, streak, items, rings, time, advice } =
        Progress::of(&[], day("2026-11-23"), &[scenario("busy", 0)]);
    assert!(scores.series.is_empty() && scores.dimensions.is_empty() && scores.personas.is_empty());
    assert!(radar.axes.is_empty() && radar.pass_mark.is_none());
    assert_eq!((streak.current_days, streak.longest_days, streak.practised_days, streak.last_day), (0, 0, 0, None));
    assert!(streak.days.len() == 99 && streak.days.iter().all(|it| it.practised_ms == 0));
    assert!(items.len() == 47 && items.iter().all(|it| it.knowledge == Knowledge::Unseen));
    assert_eq!((rings.lost, rings.overall.calls, rings.overall.wilson, rings.shifts.len()), (0, 0, None, 0));
    assert!(time.weeks.len() == 26 && time.whole.all_ms() == 0 && time.subjects.is_empty());
    assert_eq!(advice[0].why, Reason::NeverTried);
}

#[test]
fn one_attempt_is_shown_for_what_it_is() {
    let only = call("2026-11-23 09:00", "busy", 70).with(&[("facts", 50)]).asking(&[(1, 1, 1)]);
    let found = Progress::of(&book([only]), day("2026-11-23"), &[scenario("busy", 0)]);
    assert_eq!(found.scores.series[0].running_median, Some(70));
    assert_eq!(found.scores.series[0].began, at("2026-11-23 09:00"));
    assert_eq!((found.scores.personas[0].mean, found.scores.personas[0].median), (70, 70));
    assert_eq!((found.radar.axes[0].now, found.radar.axes[0].then, found.radar.pass_mark), (50, None, Some(PASS_MARK)));
    assert_eq!((found.streak.current_days, found.streak.longest_days), (1, 1));
    assert_eq!(found.items[0].knowledge, Knowledge::Shaky);
    assert_eq!((found.time.whole.calls, found.time.weeks[25].practised.calls), (1, 1));
    assert_eq!(found.advice[0].why, Reason::AllGood);
}
