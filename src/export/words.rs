//! What both faces and the reports say in the same words.

mod due;

use crate::locale::Locale;
use crate::record::attempt::Kind;
use crate::record::progress::advice::Reason;

pub use due::{due_in_words, due_key, percent};

/// The most shaky items that are named.
const MOST_ITEMS: usize = 3;

/// The key of the word for a kind of attempt.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "export-kind-call",
        Kind::Shift => "export-kind-shift",
        Kind::Exam => "export-kind-exam",
    }
}

/// Why something should be practised next.
pub fn why_in_words(reason: &Reason, locale: &Locale) -> String {
    match reason {
        Reason::RedLine { name, .. } => locale.with("advice-RedLine", &[("name", name.as_str().into())]),
        Reason::NeverTried => locale.text("advice-NeverTried"),
        Reason::FailedLast { score, pass_mark } => {
            locale.with("advice-FailedLast", &[("score", (*score).into()), ("mark", (*pass_mark).into())])
        }
        Reason::WeakDimension { name, score, .. } => {
            locale.with("advice-WeakDimension", &[("name", name.as_str().into()), ("score", (*score).into())])
        }
        Reason::RingsLate { in_time, calls } => {
            locale.with("advice-RingsLate", &[("hits", (*in_time).into()), ("calls", (*calls).into())])
        }
        Reason::ForgottenItems(items) => {
            let named: Vec<String> =
                items.iter().take(MOST_ITEMS).map(|item| locale.text(&format!("item-{item}"))).collect();
            let values =
                [("items", named.join(&locale.text("enumeration-comma")).into()), ("count", items.len().into())];
            locale.with("advice-ForgottenItems", &values)
        }
        Reason::LongAgo { days } => locale.with("advice-LongAgo", &[("days", (*days).into())]),
        Reason::AllGood => locale.text("advice-AllGood"),
    }
}
