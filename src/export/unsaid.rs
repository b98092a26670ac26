//! What a format has no way to say: which question, and why not. Nothing is left out in silence.

use crate::content::quiz::Kind;

/// A question that a format cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaid {
    /// Its id.
    pub id: String,
    /// Why not.
    pub reason: Reason,
}

/// Why a question cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A talk with a line to be pointed at.
    FindFault,
    /// A note to be written.
    Note,
    /// A call of two turns.
    Call,
    /// A call taken from a scenario, which does not come along.
    CallFrom,
    /// A table of three columns, where there is room for two.
    ThreeColumns,
    /// A text longer than a cell holds.
    TooLong,
    /// More parts than there are columns.
    TooMany,
    /// It has errors; `check` says which.
    Broken,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::FindFault,
        Self::Note,
        Self::Call,
        Self::CallFrom,
        Self::ThreeColumns,
        Self::TooLong,
        Self::TooMany,
        Self::Broken,
    ];

    /// Its words in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::FindFault => "bank-unsaid-find-fault",
            Self::Note => "bank-unsaid-note",
            Self::Call => "bank-unsaid-call",
            Self::CallFrom => "bank-unsaid-call-from",
            Self::ThreeColumns => "bank-unsaid-three-columns",
            Self::TooLong => "bank-unsaid-too-long",
            Self::TooMany => "bank-unsaid-too-many",
            Self::Broken => "bank-unsaid-broken",
        }
    }

    /// Why a kind cannot be said where there is neither a talk nor a call; none where it can.
    pub fn of(kind: &Kind) -> Option<Self> {
        match kind {
            Kind::FindFault(_) => Some(Self::FindFault),
            Kind::Note(_) => Some(Self::Note),
            Kind::Call(_) => Some(Self::Call),
            Kind::CallFrom(_) => Some(Self::CallFrom),
            Kind::Unread => Some(Self::Broken),
            _ => None,
        }
    }
}
