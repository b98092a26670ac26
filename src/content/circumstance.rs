//! Moods and circumstances as authors write them: words for changes and levels, conditions, and where they lead.

use ron2::ast::Expr;

use crate::content::read::{FromRon, Reader, call_of, record, words};
use crate::content::scenario::Ref;
use crate::content::syntax::span_of;
use crate::diagnostic::Diagnostic;

words! {
    /// A change of mood in words; see [`Change::points`].
    Change, "情绪变化", { Holds, Soars, Rises, Edges, Dips, Falls, Plunges }
}

impl Change {
    /// Whole points before temperament scales them: -20 to +20.
    pub fn points(self) -> i32 {
        match self {
            Self::Soars => 20,
            Self::Rises => 10,
            Self::Edges => 5,
            Self::Holds => 0,
            Self::Dips => -5,
            Self::Falls => -10,
            Self::Plunges => -20,
        }
    }
}

words! {
    /// A level of mood in words; see [`LevelWord::points`].
    LevelWord, "程度", { Middle, Lowest, Low, High, Highest }
}

impl LevelWord {
    /// Points, 0-100.
    pub fn points(self) -> u8 {
        match self {
            Self::Lowest => 10,
            Self::Low => 25,
            Self::Middle => 50,
            Self::High => 75,
            Self::Highest => 90,
        }
    }
}

/// A level of trust or patience, 0-100, written as a word or a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(pub u8);

impl Default for Level {
    fn default() -> Self {
        Self(LevelWord::default().points())
    }
}

impl FromRon for Level {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        let Expr::Number(number) = expr else { return Self(LevelWord::from_ron(expr, reader).points()) };
        match number.raw.parse() {
            Ok(points @ 0..=100) => Self(points),
            _ => {
                let message = format!("信任和耐心在 0 到 100 之间，写的是 {}", number.raw);
                let problem = Diagnostic::error("mood-out-of-range", span_of(expr), message);
                reader.problems.push(problem.help("写 0 到 100 的整数，或写 Lowest、Low、Middle、High、Highest"));
                Self::default()
            }
        }
    }
}

/// Where a choice leads, under which circumstance.
#[derive(Clone, Debug, Default)]
pub struct Branch {
    /// The circumstance; none means always.
    pub when: Vec<Condition>,
    /// A turn or an ending.
    pub to: Ref,
}

record! {
    /// A way on with its circumstance, in brackets.
    ConditionalBranch, "去处", {
        /// The circumstance.
        when: Vec<Condition> = maybe,
        /// A turn or an ending.
        to: Ref = need,
    }
}

impl FromRon for Branch {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        if matches!(expr, Expr::AnonStruct(_)) {
            let branch = ConditionalBranch::from_ron(expr, reader);
            return Self { when: branch.when, to: branch.to };
        }
        Self { when: Vec::new(), to: Ref::from_ron(expr, reader) }
    }
}

/// A circumstance.
#[derive(Clone, Debug)]
pub enum Condition {
    /// Trust is at least so high.
    TrustAtLeast(Level),
    /// Trust is lower.
    TrustBelow(Level),
    /// Patience is at least so high.
    PatienceAtLeast(Level),
    /// Patience is lower.
    PatienceBelow(Level),
    /// A flag is up.
    Has(Ref),
    /// A flag is not up.
    Lacks(Ref),
    /// A fact was told.
    Heard(Ref),
    /// Trust is where this temperament begins to promise.
    Willing,
    /// It is not.
    Unwilling,
    /// A service defect is open and was not followed up.
    DefectOpen,
    /// One of these.
    Any(Vec<Condition>),
    /// None of these.
    Not(Box<Condition>),
}

impl Default for Condition {
    fn default() -> Self {
        Self::Any(Vec::new())
    }
}

/// The words a condition can begin with.
const CONDITION_WORDS: [&str; 12] = [
    "TrustAtLeast",
    "TrustBelow",
    "PatienceAtLeast",
    "PatienceBelow",
    "Has",
    "Lacks",
    "Heard",
    "Willing",
    "Unwilling",
    "DefectOpen",
    "Any",
    "Not",
];

impl FromRon for Condition {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        if let Some((word, inside)) = call_of(expr) {
            let read = |reader: &mut Reader| match word {
                "TrustAtLeast" => Some(Self::TrustAtLeast(Level::from_ron(inside, reader))),
                "TrustBelow" => Some(Self::TrustBelow(Level::from_ron(inside, reader))),
                "PatienceAtLeast" => Some(Self::PatienceAtLeast(Level::from_ron(inside, reader))),
                "PatienceBelow" => Some(Self::PatienceBelow(Level::from_ron(inside, reader))),
                "Has" => Some(Self::Has(Ref::from_ron(inside, reader))),
                "Lacks" => Some(Self::Lacks(Ref::from_ron(inside, reader))),
                "Heard" => Some(Self::Heard(Ref::from_ron(inside, reader))),
                "Any" => Some(Self::Any(Vec::from_ron(inside, reader))),
                "Not" => Some(Self::Not(Box::new(Self::from_ron(inside, reader)))),
                _ => None,
            };
            if let Some(condition) = read(reader) {
                return condition;
            }
        }
        match crate::content::read::bare_name(expr) {
            Some("Willing") => Self::Willing,
            Some("Unwilling") => Self::Unwilling,
            Some("DefectOpen") => Self::DefectOpen,
            _ => {
                let written = call_of(expr).map(|(word, _)| word).or(crate::content::read::bare_name(expr));
                let problem = Diagnostic::error("unknown-word", span_of(expr), "没有这样的条件");
                reader.problems.push(problem.suggest(written.unwrap_or_default(), CONDITION_WORDS));
                Self::default()
            }
        }
    }
}
