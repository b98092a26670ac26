//! How much will be due in the days to come.

use crate::record::schedule::day::Today;
use crate::record::schedule::deck::Deck;

/// How many days are looked ahead, today counted.
pub const DAYS: usize = 14;

/// How many cards are due on each of the next [`DAYS`] local days if nothing is answered until then: today first, with
/// what is overdue and what was not known. New cards are not in it.
pub fn forecast(deck: &Deck<'_>) -> [u32; DAYS] {
    let today = Today::of(deck.now);
    let mut due = [0; DAYS];
    for review in deck.seen() {
        let days = if review.is_lapsed() { 0 } else { today.days_until(review.due_ms).max(0) };
        if let Some(due) = usize::try_from(days).ok().and_then(|days| due.get_mut(days)) {
            *due += 1;
        }
    }
    due
}
