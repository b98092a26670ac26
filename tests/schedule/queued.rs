//! What is asked on a day, and in which order.

use jiff::civil::{Date, date};
use three_rings::record::moment::Moment;
use three_rings::record::review::Review;
use three_rings::record::schedule::deck::{Candidate, Deck, Origin};
use three_rings::record::schedule::grade::Grade;
use three_rings::record::schedule::next::next;
use three_rings::record::schedule::plan::{Aim, Plan};
use three_rings::record::schedule::queue::{Due, queue};
use three_rings::record::schedule::reason::{Past, Reason};

use crate::kit::{DAY, HOUR, MINUTE, NOW, card, known, lapsed};

const SEED: u64 = 7;

/// A plan with nothing new in it.
fn only_old() -> Plan {
    Plan { new_a_day: 0, ..Plan::default() }
}

fn certified(day: i8) -> Plan {
    Plan { certify_on: Some(date(2026, 11, day)), ..only_old() }
}

fn asked(cards: &[Candidate], reviews: &[Review], plan: &Plan) -> Vec<Due> {
    queue(&Deck::of(cards, reviews, NOW), plan, 0, SEED)
}

/// The cards of reviews, asked by a plan.
fn asked_of(reviews: &[Review], plan: &Plan) -> Vec<Due> {
    let cards: Vec<Candidate> = reviews.iter().map(|review| card(&review.card)).collect();
    asked(&cards, reviews, plan)
}

fn names(due: &[Due]) -> Vec<&str> {
    due.iter().map(|due| due.card.as_str()).collect()
}

#[test]
fn what_went_wrong_comes_first_then_what_is_due_then_what_is_new() {
    let failed = Candidate { card: "turn".into(), from: Origin::FailedTurn };
    let missed = Candidate { card: "desk".into(), from: Origin::MissedCriterion };
    let mut cards: Vec<Candidate> = ["new", "waiting", "due", "fading", "resting", "lapsed"].map(card).into();
    cards.extend([missed, failed]);
    let reviews = [
        known("due", 10.0, 12 * DAY),
        known("fading", 3.0, 2 * DAY),
        known("resting", 90.0, 2 * DAY),
        lapsed("lapsed", 11 * MINUTE),
        lapsed("waiting", 4 * MINUTE),
    ];
    let plan = Plan { certify_on: Some(date(2026, 11, 25)), ..Plan::default() };
    let due = asked(&cards, &reviews, &plan);
    assert_eq!(names(&due), ["lapsed", "turn", "desk", "due", "fading", "new", "waiting"]);
    let wanted = [Reason::FailedInCall, Reason::MissedAtDesk, Reason::New];
    assert_eq!([due[1].reason, due[2].reason, due[5].reason], wanted);
    assert!([1, 2, 5].iter().all(|&at| due[at].predicted_recall.is_none() && due[at].reason.past().is_none()));
}

#[test]
fn a_card_that_is_due_says_why_now() {
    let due = asked_of(&[known("law-1", 10.0, 12 * DAY)], &only_old());
    let past = Past { days_since_seen: 12, times: 4, lapses: 1 };
    assert_eq!(due[0].reason, Reason::Due { past, days_overdue: 2 });
    let recall = due[0].predicted_recall.expect("it was seen");
    assert!((0.88..0.90).contains(&recall), "{recall}");
}

#[test]
fn of_due_cards_the_least_likely_recalled_comes_first() {
    let reviews = [known("a", 10.0, 11 * DAY), known("b", 2.0, 9 * DAY), known("c", 100.0, 130 * DAY)];
    let due = asked_of(&reviews, &only_old());
    assert_eq!(names(&due), ["b", "c", "a"]);
    assert!(due.is_sorted_by_key(|due| due.predicted_recall));
}

#[test]
fn what_is_due_this_evening_is_due_today_and_what_is_due_after_midnight_is_not() {
    // It is half past nine in the morning.
    let until_midnight = 14 * HOUR + 30 * MINUTE;
    let due_in = |name: &str, ms: i64| Review { due_ms: NOW.unix_ms + ms, ..known(name, 10.0, 10 * DAY) };
    let due = asked_of(&[due_in("tomorrow", until_midnight), due_in("today", until_midnight - 1)], &only_old());
    assert_eq!(names(&due), ["today"]);
    let Reason::Due { days_overdue, .. } = due[0].reason else { panic!("{due:?}") };
    assert_eq!(days_overdue, 0);
}

#[test]
fn what_was_not_known_waits_for_its_ten_minutes_unless_nothing_else_is_left() {
    let reviews = [lapsed("just now", MINUTE), lapsed("over", 10 * MINUTE), known("due", 1.0, 3 * DAY)];
    let due = asked_of(&reviews, &only_old());
    assert_eq!(names(&due), ["over", "due", "just now"]);
    let early = |due: &Due| if let Reason::Lapsed { early_ms, .. } = due.reason { Some(early_ms) } else { None };
    assert_eq!((early(&due[0]), early(&due[1]), early(&due[2])), (Some(0), None, Some(9 * MINUTE as u64)));
    assert_eq!(names(&asked_of(&reviews[..1], &only_old())), ["just now"], "alone it comes at once");
}

#[test]
fn what_was_not_known_long_ago_is_still_the_first() {
    let due = asked_of(&[known("due", 0.1, 300 * DAY), lapsed("lapsed", 40 * DAY)], &only_old());
    assert_eq!(names(&due), ["lapsed", "due"]);
    assert_eq!(due[0].reason.past().expect("it was seen").lapses, 1);
}

#[test]
fn a_failed_turn_that_was_asked_since_is_a_card_like_any_other() {
    let cards = [Candidate { card: "turn".into(), from: Origin::FailedTurn }];
    assert_eq!(names(&asked(&cards, &[known("turn", 30.0, DAY)], &only_old())), Vec::<&str>::new());
    let due = asked(&cards, &[known("turn", 3.0, 4 * DAY)], &only_old());
    assert!(matches!(due[0].reason, Reason::Due { .. }), "{due:?}");
}

#[test]
fn in_the_last_three_days_before_a_certification_fading_cards_are_asked_again() {
    // The one that fades slower is due a day sooner.
    let fading = [known("slower", 10.0, 9 * DAY), known("faster", 4.0, 2 * DAY), known("lasting", 90.0, 2 * DAY)];
    assert_eq!(names(&asked_of(&fading, &certified(26))), ["faster", "slower"]);
    let due = asked_of(&fading, &certified(26));
    let Reason::BeforeCertification { days_left, recall_then, past } = due[0].reason else { panic!("{due:?}") };
    assert_eq!((days_left, past.days_since_seen), (3, 2));
    assert!(recall_then < 0.9 && due[0].predicted_recall.expect("it was seen") > 0.9);
    for day in [27, 23, 22] {
        assert_eq!(asked_of(&fading, &certified(day)), [], "not on the {day}th");
    }
    assert_eq!(asked_of(&fading, &only_old()), [], "without a date they rest");
}

#[test]
fn before_a_certification_nothing_is_asked_again_that_was_known_today() {
    let reviews = [known("this morning", 2.0, HOUR), known("yesterday", 2.4, 10 * HOUR)];
    assert_eq!(names(&asked_of(&reviews, &certified(26))), ["yesterday"]);
}

#[test]
fn who_wants_to_know_less_is_asked_less_before_a_certification() {
    let relaxed = Plan { aim: Aim { desired_retention: 0.8 }, ..certified(26) };
    assert_eq!(asked_of(&[known("fading", 4.0, 2 * DAY)], &relaxed), []);
}

fn bank(count: usize) -> Vec<Candidate> {
    (0..count).map(|number| card(&format!("law-{number}"))).collect()
}

fn new_cards(cards: &[Candidate], certify_on: Option<Date>, begun_today: u32, seed: u64) -> Vec<String> {
    let plan = Plan { certify_on, ..Plan::default() };
    let due = queue(&Deck::of(cards, &[], NOW), &plan, begun_today, seed);
    due.into_iter().map(|due| due.card).collect()
}

#[test]
fn there_are_ten_new_cards_a_day_or_as_many_as_the_certification_needs() {
    let cards = bank(100);
    assert_eq!(new_cards(&cards, None, 0, SEED).len(), 10);
    assert_eq!(new_cards(&cards, None, 4, SEED).len(), 6);
    assert_eq!(new_cards(&cards, Some(date(2026, 11, 27)), 0, SEED).len(), 25);
    assert_eq!(new_cards(&cards[..3], None, 0, SEED).len(), 3);
}

#[test]
fn a_seed_puts_new_cards_in_an_order_of_its_own_and_always_the_same() {
    let cards = bank(100);
    let (once, again) = (new_cards(&cards, None, 0, 1), new_cards(&cards, None, 0, 1));
    assert_eq!(once, again);
    assert_ne!(once, new_cards(&cards, None, 0, 2));
    let backwards: Vec<Candidate> = cards.iter().rev().cloned().collect();
    assert_eq!(once, new_cards(&backwards, None, 0, 1), "whichever way the bank is read");
}

#[test]
fn every_new_card_is_dealt_first_by_some_seed() {
    let cards = bank(8);
    let firsts: std::collections::BTreeSet<String> =
        (0..200).map(|seed| new_cards(&cards, None, 0, seed).remove(0)).collect();
    assert_eq!(firsts.len(), cards.len());
}

#[test]
fn once_a_card_is_answered_the_rest_stays_in_its_order() {
    let cards = bank(30);
    let reviews: Vec<Review> = (0..10_u8).map(|n| known(&format!("law-{n}"), 1.0 + f64::from(n), 15 * DAY)).collect();
    let before = asked(&cards, &reviews, &Plan::default());
    let of_first = reviews.iter().find(|review| review.card == before[0].card).expect("it is due");
    let answered = next(&of_first.card, Some(of_first), Grade::Good, NOW, Aim::default()).review;
    let mut reviews: Vec<Review> = reviews.iter().filter(|review| review.card != answered.card).cloned().collect();
    reviews.push(answered);
    assert_eq!(asked(&cards, &reviews, &Plan::default()), before[1..]);
}

#[test]
fn who_answers_the_first_card_until_none_is_left_has_an_end_and_asks_no_card_too_often() {
    let cards = bank(40);
    let mut reviews = vec![lapsed("law-0", MINUTE), known("law-1", 3.0, 9 * DAY), known("law-2", 3.0, 2 * DAY)];
    let plan = Plan { certify_on: Some(date(2026, 11, 25)), ..Plan::default() };
    let (mut now, mut begun_today, mut asked) = (NOW, 0, Vec::new());
    while let Some(first) = queue(&Deck::of(&cards, &reviews, now), &plan, begun_today, SEED).into_iter().next() {
        let place = reviews.iter().position(|review| review.card == first.card);
        let before = place.map(|place| reviews.swap_remove(place));
        // Every third is not known when it comes for the first time.
        let grade = if before.is_none() && asked.len() % 3 == 0 { Grade::Again } else { Grade::Good };
        begun_today += u32::from(before.is_none());
        reviews.push(next(&first.card, before.as_ref(), grade, now, plan.aim).review);
        now = Moment { unix_ms: now.unix_ms + 20_000, ..now };
        asked.push(first.card);
        assert!(asked.len() < 100, "{asked:?}");
    }
    assert_eq!(begun_today, 19, "37 over two days");
    assert!(cards.iter().all(|card| asked.iter().filter(|asked| **asked == card.card).count() <= 2));
}

#[test]
fn a_card_given_twice_is_asked_once_and_one_that_is_no_more_is_not_asked() {
    let doubled = [Candidate { card: "turn".into(), from: Origin::FailedTurn }, card("turn"), card("due"), card("due")];
    let reviews = [known("due", 3.0, 4 * DAY), known("gone", 3.0, 4 * DAY)];
    assert_eq!(names(&asked(&doubled, &reviews, &Plan::default())), ["turn", "due"]);
}

#[test]
fn of_nothing_there_is_nothing_to_ask() {
    assert_eq!(asked(&[], &[], &Plan::default()), []);
}
