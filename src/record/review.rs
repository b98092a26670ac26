//! Answers to questions, and what the review schedule knows of each: kept here, used by self-assessment.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::record::moment::Moment;

/// One answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Which answer, for good.
    pub id: Uuid,
    /// The question's name.
    pub question: String,
    /// What was answered, as the question's kind writes it.
    pub answer: String,
    /// How much of it was right, in thousandths, 0-1000.
    pub credit: u16,
    /// When.
    pub at: Moment,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
}

/// What the schedule knows of one card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The card's name.
    pub card: String,
    /// Days until recall falls to nine in ten.
    pub stability_days: f64,
    /// 1-10.
    pub difficulty: f64,
    /// When it was last seen, in milliseconds since 1970.
    pub seen_ms: i64,
    /// When it is due, in milliseconds since 1970.
    pub due_ms: i64,
    /// How often it was seen.
    pub times: u32,
    /// How often it was forgotten.
    pub lapses: u32,
}
