//! What is advised, and in which order.

use three_rings::record::attempt::Kind;
use three_rings::record::progress::advice::{Advice, Practisable, Reason, advise};

use super::book::*;
use super::support;

const TODAY: &str = "2026-11-23";

fn advised(attempts: Vec<three_rings::record::attempt::Attempt>, on_offer: &[Practisable]) -> Vec<Advice> {
    advise(&book(attempts), day(TODAY), on_offer)
}

fn named(advice: &[Advice]) -> Vec<(&str, &Reason)> {
    advice.iter().map(|it| (it.what.id.as_str(), &it.why)).collect()
}

#[test]
fn whoever_begins_is_given_the_easiest_first() {
    let on_offer = [scenario("hard", 2), scenario("easy", 0), duty("desk", 1), duty("first", 0)];
    let found = advised(vec![], &on_offer);
    let new = &Reason::NeverTried;
    assert_eq!(named(&found), [("easy", new), ("first", new), ("desk", new)]);
    assert_eq!(found[1].what.kind, Kind::Shift);
    assert_eq!(advised(vec![], &[]), []);
}

#[test]
fn what_was_never_tried_comes_first_and_what_was_failed_second() {
    let on_offer = [scenario("failed", 0), scenario("new", 2), scenario("newer", 1), scenario("passed", 0)];
    let attempts = vec![
        call("2026-11-20 09:00", "failed", 90),
        call("2026-11-20 09:30", "passed", 40),
        call("2026-11-20 10:00", "newer", 80).given_up(),
        call("2026-11-21 09:00", "failed", 45),
        call("2026-11-21 09:10", "failed", 100).again(),
        call("2026-11-21 10:00", "passed", 75),
    ];
    let failed = Reason::FailedLast { score: 45, pass_mark: PASS_MARK };
    let new = Reason::NeverTried;
    assert_eq!(named(&advised(attempts, &on_offer)), [("newer", &new), ("failed", &failed), ("new", &new)]);
}

#[test]
fn of_two_failed_the_one_farther_from_passing_comes_first() {
    let attempts = vec![call("2026-11-20 09:00", "near", 55), call("2026-11-21 09:00", "far", 20)];
    let found = advised(attempts, &[scenario("near", 0), scenario("far", 0)]);
    assert_eq!(found.iter().map(|it| it.what.id.as_str()).collect::<Vec<_>>(), ["far", "near"]);
}

#[test]
fn a_red_line_comes_before_everything() {
    let on_offer = [scenario("new", 0), scenario("failed", 0), scenario("red", 2), scenario("mended", 0)];
    let attempts = vec![
        call("2026-11-19 09:00", "mended", 40).crossing("PowerCut"),
        call("2026-11-20 09:00", "red", 40).touching("Pressure").crossing("PublicShaming"),
        call("2026-11-20 09:10", "red", 100).again(),
        call("2026-11-21 09:00", "failed", 5),
        call("2026-11-22 09:00", "mended", 95),
    ];
    let red = Reason::RedLine { rule: "PublicShaming".to_owned(), name: "PublicShaming!".to_owned() };
    let failed = Reason::FailedLast { score: 5, pass_mark: PASS_MARK };
    let found = advised(attempts, &on_offer);
    assert_eq!(named(&found), [("red", &red), ("new", &Reason::NeverTried), ("failed", &failed)]);
}

#[test]
fn giving_up_does_not_hide_a_red_line() {
    let attempts =
        vec![call("2026-11-20 09:00", "red", 90), call("2026-11-21 09:00", "red", 40).crossing("PowerCut").given_up()];
    let found = advised(attempts, &[scenario("red", 0)]);
    assert!(matches!(found[..], [Advice { why: Reason::RedLine { .. }, .. }]), "{found:?}");
}

#[test]
fn a_weak_dimension_leads_to_a_scenario_that_assesses_it() {
    let assessing = |id: &str, dimensions: &[&str]| Practisable {
        dimensions: dimensions.iter().map(|&it| it.to_owned()).collect(),
        ..scenario(id, 0)
    };
    let on_offer = [assessing("a", &["facts"]), assessing("b", &["log"]), assessing("c", &["facts", "log"])];
    let passed = |when: &str, id: &str| call(when, id, 80).with(&[("facts", 90), ("log", 30)]);
    let attempts =
        vec![passed("2026-11-12 09:00", "c"), passed("2026-11-20 09:00", "a"), passed("2026-11-21 09:00", "b")];
    let weak = Reason::WeakDimension { id: "log".to_owned(), name: "log!".to_owned(), score: 30 };
    assert_eq!(named(&advised(attempts, &on_offer)), [("c", &weak), ("b", &weak)], "the longer ago first");
}

#[test]
fn phones_answered_late_lead_back_to_the_desk() {
    let late = [Some(1), Some(4), None, Some(2)];
    let attempts = vec![
        shift("2026-11-01 09:00", "desk", &[None; 9]),
        shift("2026-11-20 09:00", "desk", &late),
        shift("2026-11-21 09:00", "desk", &[Some(1); 4]),
        shift("2026-11-22 09:00", "desk", &[Some(1); 4]),
        shift("2026-11-22 10:00", "quiet", &[Some(3); 9]),
    ];
    let found = advised(attempts, &[duty("quiet", 0), duty("desk", 2)]);
    assert_eq!(named(&found), [("desk", &Reason::RingsLate { in_time: 10, calls: 12 })], "of the latest three");
}

#[test]
fn shaky_items_and_long_absence_come_last() {
    let teaching = |id: &str, items: &[u32]| Practisable { items: items.to_vec(), ..scenario(id, 0) };
    let on_offer = [teaching("long", &[1]), teaching("one", &[11, 30]), teaching("two", &[12, 13])];
    let attempts = vec![
        call("2026-10-01 09:00", "long", 80),
        call("2026-11-20 09:00", "one", 80).asking(&[(11, 0, 1)]),
        call("2026-11-21 09:00", "two", 80).asking(&[(12, 1, 2), (13, 0, 2)]),
    ];
    let forgotten = Reason::ForgottenItems(vec![12, 13]);
    let (also, long_ago) = (Reason::ForgottenItems(vec![11]), Reason::LongAgo { days: 53 });
    let found = advised(attempts, &on_offer);
    assert_eq!(named(&found), [("two", &forgotten), ("long", &long_ago), ("one", &also)]);
}

#[test]
fn where_all_is_good_the_hardest_is_made_again() {
    let on_offer = [scenario("easy", 0), scenario("hard", 2), scenario("hardest", 2)];
    let attempts = vec![
        call("2026-11-19 09:00", "easy", 90),
        call("2026-11-20 09:00", "hardest", 90),
        call("2026-11-21 09:00", "hard", 90),
    ];
    assert_eq!(named(&advised(attempts, &on_offer)), [("hardest", &Reason::AllGood)]);
}

#[test]
fn a_day_ahead_of_today_is_not_long_ago() {
    let attempts = vec![call("2027-06-01 09:00", "busy", 90)];
    assert_eq!(named(&advised(attempts, &[scenario("busy", 0)])), [("busy", &Reason::AllGood)]);
}

#[test]
fn a_clock_that_was_years_ahead_does_not_hide_the_weakest() {
    let assessing = |id: &str| Practisable { dimensions: vec![format!("of-{id}")], ..scenario(id, 0) };
    let attempts = vec![
        call("2036-06-01 09:00", "ahead", 90).with(&[("of-ahead", 20)]),
        call("2026-11-20 09:00", "now", 90).with(&[("of-now", 21)]),
    ];
    let found = advised(attempts, &[assessing("now"), assessing("ahead")]);
    assert_eq!(found.iter().map(|it| it.what.id.as_str()).collect::<Vec<_>>(), ["ahead", "now"]);
}

#[test]
fn what_ships_says_of_itself_what_advice_goes_by() {
    let calls: Vec<Practisable> = support::shipped_scripts().map(|script| Practisable::of_script(&script)).collect();
    let easiest = calls.iter().min_by_key(|it| it.difficulty).expect("calls");
    assert_eq!((easiest.what.id.as_str(), easiest.temperament.as_deref()), ("busy-owner", Some("Hurried")));
    assert!(easiest.items.contains(&11) && easiest.dimensions.iter().any(|it| it == "driving"), "{easiest:?}");
    let shifts: Vec<(String, u8)> = support::shipped_shifts()
        .map(|card| Practisable::of_card(&card))
        .map(|it| (it.what.id, it.difficulty))
        .collect();
    assert!(
        shifts.contains(&("first-day".to_owned(), 0)) && shifts.contains(&("front-desk".to_owned(), 2)),
        "{shifts:?}"
    );
}
