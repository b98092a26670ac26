//! The one door to the records: everything that can be done to them, by name.
//!
//! Carried out twice, each leaves what it leaves once: what a crash or a full disk kept from being written can simply be
//! done again.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::record::attempt::{Attempt, Open};
use crate::record::edition::Edition;
use crate::record::file::ProfileFile;
use crate::record::profile::Profile;
use crate::record::review::{Answered, Review};

/// One thing done to the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Op {
    /// A trainee is there for the first time.
    Join(Profile),
    /// A trainee's name, PIN or anonymity is another.
    Amend(Profile),
    /// A trainee is gone, with everything that was kept of them.
    Delete(Uuid),
    /// Nobody can tell any more who it was: another name, no PIN, nothing that was typed; the chain is made anew.
    Anonymise {
        /// Who.
        profile: Uuid,
        /// Who it is from now on.
        becomes: Uuid,
        /// What they are called from now on.
        name: String,
    },
    /// An attempt begins, or one that was broken off is taken up by another run of the program.
    Begin(Box<Open>),
    /// Something is done in it: the line of this number, from 0.
    Do {
        /// Which attempt.
        attempt: Uuid,
        /// The line's number.
        place: u32,
        /// The line.
        line: String,
    },
    /// Something stands on the note pad.
    Scribble {
        /// Which attempt.
        attempt: Uuid,
        /// All that stands there.
        text: String,
    },
    /// It is thrown away before anything was done in it, or cannot be gone on with.
    Drop(Uuid),
    /// It is finished: it goes to the end of its trainee's chain.
    Finish {
        /// Whose.
        profile: Uuid,
        /// What.
        attempt: Box<Attempt>,
    },
    /// A trainee comes from another machine, with everything that was kept of them there.
    TakeIn(Box<ProfileFile>),
    /// The content attempts are played with is kept.
    Shelve(Edition),
    /// A question is answered.
    Answer {
        /// By whom.
        profile: Uuid,
        /// What.
        answered: Answered,
    },
    /// The schedule knows something else of a card.
    Schedule {
        /// Whose.
        profile: Uuid,
        /// What.
        review: Review,
    },
    /// A trainee likes it so.
    Prefer {
        /// Who.
        profile: Uuid,
        /// What.
        key: String,
        /// How.
        value: String,
    },
}

impl Op {
    /// Whose records it adds to; none where it names nobody, or is about the trainee as such.
    pub fn profile(&self) -> Option<Uuid> {
        match self {
            Self::Begin(open) => Some(open.profile),
            Self::Finish { profile, .. }
            | Self::Answer { profile, .. }
            | Self::Schedule { profile, .. }
            | Self::Prefer { profile, .. } => Some(*profile),
            _ => None,
        }
    }

    /// Whether somebody may be in the records after it who was not before, or the other way about, or is called otherwise.
    pub fn is_about_people(&self) -> bool {
        matches!(
            self,
            Self::Join(_)
                | Self::Amend(_)
                | Self::Delete(_)
                | Self::Anonymise { .. }
                | Self::TakeIn(_)
                | Self::Begin(_)
        )
    }
}
