//! Where a call stands. Finite and hashable: whole-point moods, numbered flags, sets, and nothing that counts without end.

use crate::content::script::{Condition, Mood, Script};
use crate::id::{Bits, EndingId, TurnId};

/// Where a call stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// Which question is open.
    pub phase: Phase,
    /// The owner's mood.
    pub mood: Mood,
    /// Flags that are up.
    pub flags: Bits,
    /// Facts the owner told.
    pub heard: Bits,
    /// What was put into the note: facts and decoys.
    pub noted: Bits,
    /// Criteria met at some point.
    pub shown: Bits,
    /// Criteria spoiled for good.
    pub missed: Bits,
    /// Places where a rule was broken.
    pub broken: Bits,
    /// Work orders followed up.
    pub addressed: Bits,
    /// Whether money was asked for over an open service defect.
    pub chased_over_defect: bool,
    /// Whether the day for the next call suits the ending.
    pub follow_up_fits: bool,
    /// How the talk ended.
    pub ending: Option<EndingId>,
}

/// Which question is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Before dialling: which step, and what was picked in it so far.
    Prepare {
        /// Index of the step.
        step: u8,
        /// Answers picked so far, where several are wanted.
        picked: Bits,
    },
    /// On the phone.
    Talk {
        /// The turn waiting for an answer.
        turn: TurnId,
    },
    /// Writing the note: which of the six boxes.
    Note {
        /// Index into [`Slot::ALL`](crate::content::scenario::Slot).
        slot: u8,
    },
    /// Planning the next call.
    FollowUp,
    /// Done.
    Over,
}

/// The three phases of a call, as a trainee sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Before dialling.
    Prepare,
    /// On the phone.
    Talk,
    /// The note and the follow-up.
    Log,
    /// Time for the debrief.
    Over,
}

impl Phase {
    /// The stage this belongs to.
    pub fn stage(self) -> Stage {
        match self {
            Self::Prepare { .. } => Stage::Prepare,
            Self::Talk { .. } => Stage::Talk,
            Self::Note { .. } | Self::FollowUp => Stage::Log,
            Self::Over => Stage::Over,
        }
    }
}

impl State {
    /// The state before anything has happened.
    pub fn new(script: &Script) -> Self {
        Self {
            phase: Phase::Prepare { step: 0, picked: Bits::default() },
            mood: script.mood,
            flags: script.flags,
            heard: Bits::default(),
            noted: Bits::default(),
            shown: Bits::default(),
            missed: Bits::default(),
            broken: Bits::default(),
            addressed: Bits::default(),
            chased_over_defect: false,
            follow_up_fits: false,
            ending: None,
        }
    }

    /// Whether all circumstances hold.
    pub fn holds(&self, conditions: &[Condition], script: &Script) -> bool {
        conditions.iter().all(|condition| self.meets(condition, script))
    }

    fn meets(&self, condition: &Condition, script: &Script) -> bool {
        match condition {
            Condition::TrustAtLeast(level) => self.mood.trust >= *level,
            Condition::PatienceAtLeast(level) => self.mood.patience >= *level,
            Condition::Has(flag) => self.flags.has(flag.index()),
            Condition::Heard(fact) => self.heard.has(fact.index()),
            Condition::DefectOpen => self.has_open_defect(script),
            Condition::Any(any) => any.iter().any(|one| self.meets(one, script)),
            Condition::Not(inner) => !self.meets(inner, script),
        }
    }

    /// Whether a service defect is open that was not followed up.
    pub fn has_open_defect(&self, script: &Script) -> bool {
        !script.open_defects.without(self.addressed).is_empty()
    }
}
