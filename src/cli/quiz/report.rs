//! What became of the questions, as JSON and in words.

use serde::Serialize;

use super::Answered;
use super::book::Book;
use crate::cli::now;
use crate::content::quiz::bank::Bank;
use crate::locale::Locale;
use crate::play::quiz::exam::{Ended, Sitting};
use crate::play::quiz::mark::WHOLE;
use crate::record::progress::items::{Item, Knowledge, Quizzed, items_with};

/// What became of the questions. Field names and meanings are a promise to scripts.
#[derive(Serialize)]
pub struct Report {
    /// `self-test`, `review` or `exam`.
    mode: &'static str,
    /// The exam's title; null otherwise.
    title: Option<String>,
    /// What papers are drawn by; the same seed asks the same of the same bank.
    seed: String,
    /// 0-100: each question counts the same, and parts of it for their part.
    score: u32,
    /// The score that passes, of an exam.
    pass_mark: Option<u32>,
    /// Whether an exam is passed.
    passed: Option<bool>,
    /// `handed-in` or `time-up`, of an exam.
    ended: Option<&'static str>,
    /// Question by question, in the order asked.
    questions: Vec<One>,
    /// The 47 items, as they are known after it.
    items: Vec<ItemNow>,
}

/// One question.
#[derive(Serialize)]
struct One {
    id: String,
    /// The word for its kind, such as `Single`.
    kind: &'static str,
    topic: &'static str,
    items: Vec<u32>,
    /// 0-1000.
    credit: u16,
    /// What was answered, as it is kept; null where nothing was.
    reply: Option<String>,
}

/// One of the 47 items.
#[derive(Serialize)]
struct ItemNow {
    item: u32,
    /// `known`, `shaky` or `unseen`.
    knowledge: &'static str,
    right: u32,
    asked: u32,
}

impl Report {
    /// Of questions answered one by one.
    pub fn of_answers(mode: &'static str, seed: u64, answered: &[Answered], bank: &Bank, book: Option<&Book>) -> Self {
        let credits: u32 = answered.iter().map(|it| u32::from(it.mark.credit)).sum();
        let whole = u32::from(WHOLE) * u32::try_from(answered.len()).unwrap_or(u32::MAX).max(1);
        let at = now();
        let quizzed: Vec<Quizzed<'_>> = match book {
            Some(book) => book.answered.iter().filter_map(|it| Quizzed::of(it, bank)).collect(),
            None => answered
                .iter()
                .map(|it| Quizzed { at, items: &it.question.items, is_right: it.mark.is_right() })
                .collect(),
        };
        Self {
            mode,
            title: None,
            seed: seed.to_string(),
            score: credits * 100 / whole,
            pass_mark: None,
            passed: None,
            ended: None,
            questions: answered.iter().map(One::of).collect(),
            items: items_with(book.map_or(&[], |book| &book.kept), &quizzed).iter().map(ItemNow::of).collect(),
        }
    }

    /// Of an exam.
    pub fn of_exam(sitting: &Sitting, book: Option<&Book>) -> Self {
        let at = now();
        let places = 0..sitting.paper().len();
        let answered: Vec<Answered> = places
            .map(|place| Answered {
                question: sitting.paper()[place].clone(),
                reply: sitting.reply(place).cloned(),
                mark: sitting.mark(place),
            })
            .collect();
        let quizzed: Vec<Quizzed<'_>> =
            answered.iter().map(|it| Quizzed { at, items: &it.question.items, is_right: it.mark.is_right() }).collect();
        Self {
            mode: "exam",
            title: Some(sitting.card().title.to_string()),
            seed: sitting.seed().to_string(),
            score: sitting.score(),
            pass_mark: Some(sitting.card().pass_mark),
            passed: Some(sitting.is_passed()),
            ended: Some(if sitting.ended() == Some(Ended::TimeUp) { "time-up" } else { "handed-in" }),
            questions: answered.iter().map(One::of).collect(),
            items: items_with(book.map_or(&[], |book| &book.kept), &quizzed).iter().map(ItemNow::of).collect(),
        }
    }

    /// Whether it was an exam and is not passed.
    pub fn is_failed(&self) -> bool {
        self.passed == Some(false)
    }

    /// The end of it, in words.
    pub fn in_words(&self, locale: &Locale) -> String {
        let whole = self.questions.iter().filter(|it| it.credit == WHOLE).count();
        let values = [("count", self.questions.len().into()), ("right", whole.into())];
        let mut text = format!("\n{}\n", locale.with("quiz-summary", &values));
        if let (Some(title), Some(mark), Some(passed)) = (&self.title, self.pass_mark, self.passed) {
            let word = locale.text(if passed { "drill-passed" } else { "drill-failed" });
            let sign = if passed { "✓" } else { "△" };
            let mark = locale.with("drill-pass-mark", &[("mark", mark.into())]);
            text += &format!("{title}: {} {} ({mark}) {sign} {word}\n", locale.text("drill-score"), self.score);
        }
        for (knowledge, key) in [("known", "item-known"), ("shaky", "item-shaky"), ("unseen", "item-unseen")] {
            let of: Vec<String> =
                self.items.iter().filter(|it| it.knowledge == knowledge).map(|it| it.item.to_string()).collect();
            let values = [("count", of.len().into()), ("items", of.join(" ").into())];
            text += &format!("{}\n", locale.with(&format!("cli-quiz-{key}"), &values));
        }
        text
    }
}

impl One {
    fn of(it: &Answered) -> Self {
        Self {
            id: it.question.id.to_string(),
            kind: it.question.task.word(),
            topic: it.question.topic.word(),
            items: it.question.items.clone(),
            credit: it.mark.credit,
            reply: it.reply.as_ref().map(crate::play::quiz::reply::Reply::written),
        }
    }
}

impl ItemNow {
    fn of(it: &Item) -> Self {
        let knowledge = match it.knowledge {
            Knowledge::Known => "known",
            Knowledge::Shaky => "shaky",
            Knowledge::Unseen => "unseen",
        };
        Self { item: it.item, knowledge, right: it.right, asked: it.asked }
    }
}
