//! Why a card is asked now: what a face needs to say so in a sentence.

use crate::record::review::Review;
use crate::record::schedule::day::{Today, to_u32};

/// Why this card, now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// It was not known when it was last asked.
    Lapsed {
        /// What happened to it.
        past: Past,
        /// How much sooner than it should be it comes, in milliseconds: 0 once its time has come, more where nothing else
        /// is left.
        early_ms: u64,
    },
    /// The trainee failed it in a call, and it was not asked since.
    FailedInCall,
    /// The trainee missed it at the front desk, and it was not asked since.
    MissedAtDesk,
    /// Its day has come.
    Due {
        /// What happened to it.
        past: Past,
        /// Local days since the day it was due; 0 today.
        days_overdue: u32,
    },
    /// Its day comes only after the certification, and until then it would have faded.
    BeforeCertification {
        /// What happened to it.
        past: Past,
        /// Local days until the certification, 1-3.
        days_left: u32,
        /// The predicted recall on that day without this review, 0-1.
        recall_then: f64,
    },
    /// It was never asked.
    New,
}

impl Reason {
    /// What happened to the card; none of one that was never asked.
    pub fn past(self) -> Option<Past> {
        match self {
            Self::Lapsed { past, .. } | Self::Due { past, .. } | Self::BeforeCertification { past, .. } => Some(past),
            Self::FailedInCall | Self::MissedAtDesk | Self::New => None,
        }
    }
}

/// What happened to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// Local days since it was last seen; 0 today.
    pub days_since_seen: u32,
    /// How often it was seen.
    pub times: u32,
    /// How often it was forgotten.
    pub lapses: u32,
}

impl Past {
    /// What happened to a card until today.
    pub(super) fn of(review: &Review, today: Today) -> Self {
        let days_since_seen = to_u32(today.days_until(review.seen_ms).saturating_neg());
        Self { days_since_seen, times: review.times, lapses: review.lapses }
    }
}
