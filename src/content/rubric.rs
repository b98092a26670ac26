//! The scorecard as a trainer writes it: dimensions with weights, criteria with a why.

use ron2::ast::Expr;

use crate::content::read::{FromRon, Reader, bare_name, call_of, record, words};
use crate::content::scenario::Text;
use crate::content::syntax::span_of;
use crate::diagnostic::{Diagnostic, Spanned};

record! {
    /// All dimensions, and what breaches cost.
    Rubric, "评分表", {
        /// Its name.
        id: Text = need,
        /// The process score a call needs to pass, 0-100.
        pass_mark: Spanned<u32> = need,
        /// What each yellow line takes off the process score, in points.
        yellow_costs: u32 = need,
        /// The highest process score of a call with a red line.
        red_caps_at: Spanned<u32> = need,
        /// The highest process score of a call that chased over an open service defect.
        open_defect_caps_at: Spanned<u32> = need,
        /// The weighted groups.
        dimensions: Vec<Dimension> = need,
    }
}

record! {
    /// A weighted group of criteria.
    Dimension, "维度", {
        /// Its name.
        id: Text = need,
        /// What trainees see.
        name: Text = need,
        /// Its share of 100.
        weight: Spanned<u32> = need,
        /// What is checked.
        criteria: Vec<Criterion> = need,
    }
}

record! {
    /// One binary check.
    Criterion, "评分点", {
        /// Its name, used in `shows:` and `misses:`.
        id: Spanned<crate::content::read::Name> = need,
        /// What trainees see.
        name: Text = need,
        /// Why it matters.
        why: Text = need,
        /// How it is judged.
        judge: Judge = maybe,
        /// What else spoils it.
        missed_by: Option<MissedBy> = maybe,
    }
}

/// Who decides whether a criterion was met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Judge {
    /// The choices that show it.
    #[default]
    Shown,
    /// The note: at least this percentage of what the owner told is in it.
    NoteRecall(u32),
    /// The note: at least this percentage of what is in it was told.
    NotePrecision(u32),
    /// The day chosen for the next call suits the ending reached.
    FollowUp,
}

impl FromRon for Judge {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        match call_of(expr) {
            Some(("NoteRecall", inside)) => Self::NoteRecall(u32::from_ron(inside, reader)),
            Some(("NotePrecision", inside)) => Self::NotePrecision(u32::from_ron(inside, reader)),
            _ if bare_name(expr) == Some("FollowUp") => Self::FollowUp,
            _ => {
                let problem = Diagnostic::error("unknown-word", span_of(expr), "没有这样的判法");
                reader.problems.push(problem.help("写 NoteRecall(80)、NotePrecision(100) 或 FollowUp,或者不写"));
                Self::Shown
            }
        }
    }
}

words! {
    /// What spoils a criterion besides a choice.
    MissedBy, "砸掉它的事", {
        /// Answering while the owner still speaks.
        TalkingOver,
        /// Letting the think-timer run out.
        Silence,
    }
}
