//! What is to come: how much a day, and how ready on a day.

use jiff::civil::date;
use three_rings::record::review::Review;
use three_rings::record::schedule::deck::{Candidate, Deck};
use three_rings::record::schedule::forecast::{DAYS, forecast};

use crate::kit::{DAY, HOUR, NOW, card, known, lapsed};

fn due_in(name: &str, ms: i64) -> Review {
    Review { due_ms: NOW.unix_ms + ms, ..known(name, 10.0, DAY) }
}

fn cards_of(reviews: &[Review]) -> Vec<Candidate> {
    reviews.iter().map(|review| card(&review.card)).collect()
}

#[test]
fn a_forecast_counts_what_is_due_on_each_local_day() {
    let reviews = [
        due_in("overdue", -40 * DAY),
        due_in("this evening", 14 * HOUR),
        // Its ten minutes end after midnight, because the clock was set back.
        Review { due_ms: NOW.unix_ms + 2 * DAY, ..lapsed("not known", HOUR) },
        due_in("after midnight", 15 * HOUR),
        due_in("the last day", 13 * DAY),
        due_in("too far", 14 * DAY),
    ];
    let mut cards = cards_of(&reviews);
    cards.push(card("never seen"));
    let mut wanted = [0; DAYS];
    (wanted[0], wanted[1], wanted[13]) = (3, 1, 1);
    assert_eq!(forecast(&Deck::of(&cards, &reviews, NOW)), wanted);
}

#[test]
fn a_forecast_leaves_out_cards_that_are_no_more() {
    assert_eq!(forecast(&Deck::of(&[], &[due_in("gone", 0)], NOW)), [0; DAYS]);
}

#[test]
fn readiness_is_the_mean_recall_of_what_was_seen_and_the_number_of_what_was_not() {
    // In ten days one will be at 0.9, and the other is there in thirty.
    let reviews = [known("a", 10.0, 0), known("b", 40.0, 30 * DAY)];
    let mut cards = cards_of(&reviews);
    cards.extend(["c", "d", "e"].map(card));
    let deck = Deck::of(&cards, &reviews, NOW);
    let then = deck.readiness(date(2026, 12, 3));
    assert!((then.predicted_recall.expect("two were seen") - 0.9).abs() < 1e-9, "{then:?}");
    assert_eq!((then.seen, then.unseen), (2, 3));
    assert!(deck.readiness(date(2026, 11, 23)).predicted_recall > then.predicted_recall, "today it is better");
    assert_eq!(deck.readiness(date(2020, 1, 1)), deck.readiness(date(2026, 11, 23)), "the past is now");
}

#[test]
fn who_has_seen_nothing_has_no_readiness_rather_than_none_at_all() {
    let cards = [card("a")];
    let found = Deck::of(&cards, &[], NOW).readiness(date(2026, 12, 3));
    assert_eq!((found.predicted_recall, found.seen, found.unseen), (None, 0, 1));
}
