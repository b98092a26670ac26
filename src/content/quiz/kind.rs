//! How a question is answered, and what is right.

use ron2::ast::{Expr, StructBody};

use crate::content::drill::{FalseFact, ToldFact};
use crate::content::read::{FromRon, Reader, bare_name, call_of, record, words};
use crate::content::scenario::{Ref, Text};
use crate::content::syntax::span_of;
use crate::diagnostic::{Diagnostic, Spanned};

/// How a question is answered, and what is right.
#[derive(Clone, Debug, Default)]
pub enum Kind {
    /// Nothing that could be read.
    #[default]
    Unread,
    /// One of several is right.
    Single(Vec<Choice>),
    /// Some of several are right.
    Multiple(Vec<Choice>),
    /// It holds, or it does not.
    TrueFalse(bool),
    /// Steps in their right order.
    Order(Vec<Text>),
    /// Cards to be sorted into baskets.
    Baskets(Vec<Basket>),
    /// Things that belong together, row by row.
    Match(Match),
    /// A number.
    Number(Number),
    /// A few words, typed.
    Short(Vec<Text>),
    /// One line of a talk is at fault: which, and what is wrong with it.
    FindFault(FindFault),
    /// A note of six boxes from a short call.
    Note(NoteTask),
    /// A call of two turns.
    Call(Vec<Exchange>),
    /// A call of two turns, taken from a scenario.
    CallFrom(CallFrom),
}

/// The words authors write for kinds.
const WORDS: [&str; 12] = [
    "Single",
    "Multiple",
    "TrueFalse",
    "Order",
    "Baskets",
    "Match",
    "Number",
    "Short",
    "FindFault",
    "Note",
    "Call",
    "CallFrom",
];

impl FromRon for Kind {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        if let Some((word, inside)) = call_of(expr) {
            match word {
                "Single" => return Self::Single(Vec::from_ron(inside, reader)),
                "Multiple" => return Self::Multiple(Vec::from_ron(inside, reader)),
                "TrueFalse" => return Self::TrueFalse(bool::from_ron(inside, reader)),
                "Order" => return Self::Order(Vec::from_ron(inside, reader)),
                "Baskets" => return Self::Baskets(Vec::from_ron(inside, reader)),
                "Short" => return Self::Short(Vec::from_ron(inside, reader)),
                "Call" => return Self::Call(Vec::from_ron(inside, reader)),
                _ => {}
            }
        }
        match name_of(expr) {
            Some("Match") => Self::Match(Match::from_ron(expr, reader)),
            Some("Number") => Self::Number(Number::from_ron(expr, reader)),
            Some("FindFault") => Self::FindFault(FindFault::from_ron(expr, reader)),
            Some("Note") => Self::Note(NoteTask::from_ron(expr, reader)),
            Some("CallFrom") => Self::CallFrom(CallFrom::from_ron(expr, reader)),
            Some(word) if WORDS.contains(&word) => {
                let problem = Diagnostic::error("wrong-kind", span_of(expr), format!("`{word}` 的括号里要写一样东西"));
                let help = if word == "TrueFalse" {
                    "写成 `TrueFalse(true)` 或 `TrueFalse(false)`"
                } else {
                    "几项放进一对方括号：`Single([ … ])`"
                };
                reader.problems.push(problem.help(help));
                Self::Unread
            }
            name => {
                let written = name.unwrap_or_default();
                let problem = Diagnostic::error("unknown-word", span_of(expr), format!("没有 `{written}` 这样的题型"));
                reader.problems.push(problem.suggest(written, WORDS));
                Self::Unread
            }
        }
    }
}

impl Kind {
    /// The scenario it is taken from, if it is.
    pub fn scenario(&self) -> Option<&str> {
        if let Self::CallFrom(from) = self { Some(&from.scenario.value.0) } else { None }
    }
}

/// The word before the brackets.
fn name_of<'e>(expr: &'e Expr<'_>) -> Option<&'e str> {
    match expr {
        Expr::Struct(it) if matches!(it.body, Some(StructBody::Fields(_) | StructBody::Tuple(_))) => {
            Some(it.name.name.as_ref())
        }
        _ => bare_name(expr),
    }
}

record! {
    /// One thing to choose.
    Choice, "选项", {
        /// The words.
        say: Text = need,
        /// Whether it is right.
        right: bool = maybe,
        /// What there is to learn from choosing it.
        why: Option<Text> = maybe,
    }
}

record! {
    /// A basket, and what belongs in it.
    Basket, "筐", {
        /// What stands on it.
        name: Text = need,
        /// The cards that belong in it.
        cards: Vec<Text> = need,
    }
}

record! {
    /// Things that belong together.
    Match, "连线", {
        /// What stands above the columns: two or three.
        heads: Vec<Text> = need,
        /// Row by row, a cell for each column; the first column stands, the others are to be put beside it.
        rows: Vec<Vec<Text>> = need,
        /// Cells that belong nowhere: for each column but the first, a list.
        extra: Vec<Vec<Text>> = maybe,
    }
}

record! {
    /// A number.
    Number, "数", {
        /// What is right.
        is: Spanned<Quantity> = need,
        /// How far off still counts.
        within: Spanned<Quantity> = maybe,
        /// What stands behind the box, such as `元`.
        unit: Option<Text> = maybe,
    }
}

/// A number with or without a fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Quantity(pub f64);

impl FromRon for Quantity {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        if let Expr::Number(number) = expr
            && let Ok(value) = number.raw.replace('_', "").parse::<f64>()
            && value.is_finite()
        {
            return Self(value);
        }
        reader.expected(expr, "一个数");
        Self::default()
    }
}

record! {
    /// A talk in which one line is at fault.
    FindFault, "找错", {
        /// The talk.
        talk: Vec<Spoken> = need,
        /// Which line is at fault, from 1.
        line: Spanned<u32> = need,
        /// What may be wrong with it: one is right.
        faults: Vec<Choice> = need,
    }
}

record! {
    /// A line of a talk.
    Spoken, "一句话", {
        /// Who says it.
        who: Speaker = need,
        /// The words.
        say: Text = need,
    }
}

words! {
    /// Who speaks.
    Speaker, "说话人", {
        /// The trainee.
        Me,
        /// The other side: an owner, a caller.
        Caller,
    }
}

record! {
    /// A note to be made of a short call.
    NoteTask, "记录题", {
        /// The call.
        talk: Vec<Spoken> = need,
        /// What the note should keep.
        facts: Vec<ToldFact> = need,
        /// Things nobody said that a careless note contains.
        decoys: Vec<FalseFact> = maybe,
    }
}

record! {
    /// They say something, the trainee answers.
    Exchange, "一来一回", {
        /// What they say.
        caller: Text = need,
        /// The answers; one is right.
        replies: Vec<Choice> = need,
    }
}

record! {
    /// Two turns of a scenario, from one of its turns on along the recommended line.
    CallFrom, "取自剧本", {
        /// The scenario's id.
        scenario: Ref = need,
        /// The turn's id.
        turn: Ref = need,
    }
}
