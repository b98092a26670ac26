//! Answers to questions, and what the review schedule knows of each: kept here, used by self-assessment.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::record::moment::Moment;
use crate::record::schedule::grade::Grade;

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
    /// The card it was asked for; none where no schedule asked.
    #[serde(default)]
    pub card: Option<String>,
    /// How likely the card was to be recalled at that moment, in thousandths, 0-1000; none where it was never seen before,
    /// or minutes ago.
    #[serde(default)]
    pub predicted: Option<u16>,
    /// How well it was known, as the trainee left it.
    #[serde(default)]
    pub grade: Option<Grade>,
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
    /// How well it was known the last time; none where nobody kept it.
    #[serde(default)]
    pub grade: Option<Grade>,
}

impl Review {
    /// Whether it was not known the last time, and is to come again the same day.
    pub fn is_lapsed(&self) -> bool {
        self.grade == Some(Grade::Again)
    }
}

#[cfg(test)]
mod tests {
    use super::{Answered, Review};

    #[test]
    fn what_older_versions_kept_can_be_read() {
        let answered = r#"{"id":"00000000-0000-0000-0000-000000000001","question":"law-1","answer":"B","credit":1000,
            "at":{"unix_ms":0,"offset_minutes":480},"took_ms":4200}"#;
        let answered: Answered = serde_json::from_str(answered).expect("readable");
        assert_eq!((answered.card, answered.predicted, answered.grade), (None, None, None));
        let review =
            r#"{"card":"law-1","stability_days":2.5,"difficulty":5.0,"seen_ms":0,"due_ms":1,"times":1,"lapses":0}"#;
        let review: Review = serde_json::from_str(review).expect("readable");
        assert!(review.grade.is_none() && !review.is_lapsed());
    }
}
