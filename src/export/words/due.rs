//! Why this card, now, in words.

use crate::locale::Locale;
use crate::record::schedule::queue::Due;
use crate::record::schedule::reason::{Past, Reason};

/// Why a card is asked now.
pub fn due_in_words(due: &Due, locale: &Locale) -> String {
    let recall = percent(due.predicted_recall.unwrap_or_default());
    match due.reason {
        Reason::FailedInCall => locale.text("review-failed-in-call"),
        Reason::MissedAtDesk => locale.text("review-missed-at-desk"),
        Reason::New => locale.text("review-new"),
        Reason::Lapsed { past, .. } => with_past("review-lapsed", past, recall, locale, &[]),
        Reason::Due { past, days_overdue: 0 } => with_past("review-due", past, recall, locale, &[]),
        Reason::Due { past, days_overdue } => {
            with_past("review-overdue", past, recall, locale, &[("overdue", days_overdue)])
        }
        Reason::BeforeCertification { past, days_left, recall_then } => {
            let numbers = [("left", days_left), ("then", percent(recall_then))];
            with_past("review-before-certification", past, recall, locale, &numbers)
        }
    }
}

/// The key of a short word for it, for lists.
pub fn due_key(reason: Reason) -> &'static str {
    match reason {
        Reason::FailedInCall => "review-word-failed",
        Reason::MissedAtDesk => "review-word-missed",
        Reason::New => "review-word-new",
        Reason::Lapsed { .. } => "review-word-lapsed",
        Reason::Due { .. } => "review-word-due",
        Reason::BeforeCertification { .. } => "review-word-certification",
    }
}

fn with_past(key: &str, past: Past, recall: u32, locale: &Locale, more: &[(&'static str, u32)]) -> String {
    let mut values = vec![
        ("days", past.days_since_seen.into()),
        ("times", past.times.into()),
        ("lapses", past.lapses.into()),
        ("recall", recall.into()),
    ];
    values.extend(more.iter().map(|(name, number)| (*name, (*number).into())));
    locale.with(key, &values)
}

/// A share, 0-1, in percent.
pub fn percent(share: f64) -> u32 {
    (share * 100.0).round() as u32
}
