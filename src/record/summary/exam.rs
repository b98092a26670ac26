//! What an exam was worth.

use serde::{Deserialize, Serialize};

use super::{ItemTally, tally};
use crate::play::quiz::exam::{Ended, Sitting};

/// What an exam was worth. Field names and meanings are a promise to scripts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExamSummary {
    /// The blueprint's title.
    pub title: String,
    /// 0-100.
    pub score: u32,
    /// The score that passes, 0-100.
    pub pass_mark: u32,
    /// Whether it counts as passed: enough, and brought to its end.
    pub passed: bool,
    /// `handed-in`, `time-up`, or `given-up`.
    pub ended: String,
    /// How long it took, in milliseconds.
    pub used_ms: u32,
    /// How long one had, in milliseconds.
    pub limit_ms: u32,
    /// Question by question, in the order asked.
    pub questions: Vec<ExamQuestion>,
    /// The teachable items asked about.
    pub items: Vec<ItemTally>,
}

/// One question of an exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExamQuestion {
    /// Its id.
    pub id: String,
    /// What it is about: the name of its point.
    pub point: String,
    /// What it belongs to: a word such as `Law`.
    pub topic: String,
    /// How much of it was right, in thousandths, 0-1000.
    pub credit: u16,
    /// Whether it was answered at all.
    pub answered: bool,
}

impl ExamSummary {
    /// The summary of an exam as it stands.
    pub fn of(sitting: &Sitting) -> Self {
        let questions: Vec<ExamQuestion> = (0..sitting.paper().len()).map(|place| question(sitting, place)).collect();
        let mut items = Vec::new();
        for (card, question) in sitting.paper().iter().zip(&questions) {
            let is_right = question.credit == crate::play::quiz::mark::WHOLE;
            card.items.iter().for_each(|&item| tally(&mut items, item, u32::from(is_right), 1));
        }
        Self {
            title: sitting.card().title.to_string(),
            score: sitting.score(),
            pass_mark: sitting.card().pass_mark,
            passed: sitting.ended().is_some() && sitting.is_passed(),
            ended: match sitting.ended() {
                Some(Ended::HandedIn) => "handed-in",
                Some(Ended::TimeUp) => "time-up",
                None => "given-up",
            }
            .to_owned(),
            used_ms: sitting.now_ms(),
            limit_ms: sitting.card().limit_ms,
            questions,
            items,
        }
    }
}

fn question(sitting: &Sitting, place: usize) -> ExamQuestion {
    let card = &sitting.paper()[place];
    ExamQuestion {
        id: card.id.to_string(),
        point: card.point.to_string(),
        topic: card.topic.word().to_owned(),
        credit: sitting.mark(place).credit,
        answered: sitting.reply(place).is_some_and(crate::play::quiz::reply::Reply::is_complete),
    }
}
