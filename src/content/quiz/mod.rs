//! Questions as their authors write them, and exams drawn from them.
//!
//! Two kinds of file: `Quiz` (questions) and `Exam` (a blueprint: so many of each topic). What each field means to an
//! author stands in `scenarios/README.md`; [`card`] has what becomes of a question once it is asked.

pub mod bank;
pub mod card;
mod kind;
pub mod resolve;
mod shelved;
pub mod sketch;
pub mod write;

use crate::content::drill::Check;
use crate::content::read::{record, words};
use crate::content::scenario::{Difficulty, Ref, Text};
use crate::diagnostic::Spanned;

pub use kind::*;
pub use shelved::Stack;

record! {
    /// Questions.
    Quiz, "题库", {
        /// Lower-case letters, digits and hyphens; unique.
        id: Text = need,
        /// What the list shows.
        title: Text = need,
        /// One by one.
        questions: Vec<Question> = need,
    }
}

record! {
    /// One question.
    Question, "题", {
        /// Lower-case letters, digits and hyphens; unique over all files.
        id: Text = need,
        /// What it is about; questions of one point are wordings of the same, and a review asks one of them anew each time.
        point: Option<Ref> = maybe,
        /// What it belongs to.
        topic: Spanned<Topic> = need,
        /// The teachable items (facts.md, 1-47) it tests.
        items: Vec<Spanned<u32>> = need,
        /// How hard.
        difficulty: Difficulty = maybe,
        /// The question.
        ask: Text = need,
        /// How it is answered, and what is right.
        answer: Spanned<Kind> = need,
        /// What there is to learn, whatever was answered.
        why: Text = need,
        /// Articles it rests on, names of `laws.ron`.
        laws: Vec<Ref> = maybe,
        /// What today's law changed, where the old advice was another.
        changed: Option<Text> = maybe,
        /// Where it varies by city or date.
        varies: Option<Text> = maybe,
        /// Whether the source text is lost and this was put together anew (facts.md, item 20).
        reconstructed: bool = maybe,
        /// What of the front desk's scorecard it trains: asked again when a shift missed that.
        trains: Vec<Spanned<Check>> = maybe,
        /// How long an answer usually takes, in seconds; what is usual for its kind unless said.
        secs: Option<Spanned<u32>> = maybe,
    }
}

impl Question {
    /// What it is about: its own id where the author named no point.
    pub fn point(&self) -> &str {
        self.point.as_ref().map_or(self.id.value.as_str(), |point| point.value.0.as_str())
    }
}

words! {
    /// What a question belongs to. The first five are the parts of the teachable list (facts.md, section 1).
    Topic, "专题", {
        /// What the fee is for, and what the law says (items 1-9).
        Law,
        /// The nine moves (items 10-20).
        Moves,
        /// Preparing a call and leading it to a date (items 21-38).
        Calls,
        /// Four ways of talking (items 39-42).
        Methods,
        /// Manners at the front desk (items 43-47).
        Desk,
        /// What one may not do today: red and yellow lines, wherever they lie.
        Lines,
    }
}

record! {
    /// A blueprint: what an exam is drawn from.
    Exam, "考试蓝图", {
        /// Lower-case letters, digits and hyphens; unique.
        id: Text = need,
        /// What the list and the certificate show.
        title: Text = need,
        /// What it is for, in a sentence or two.
        summary: Text = need,
        /// How long one has, in minutes: 1-240.
        minutes: Spanned<u32> = need,
        /// The score that passes, 0-100.
        pass_mark: Spanned<u32> = need,
        /// So many of each.
        draws: Vec<Draw> = need,
    }
}

record! {
    /// So many questions of one sort.
    Draw, "抽题", {
        /// Of which topic; any unless said.
        topic: Option<Spanned<Topic>> = maybe,
        /// How hard; any unless said.
        difficulty: Option<Spanned<Difficulty>> = maybe,
        /// How many.
        count: Spanned<u32> = need,
    }
}
