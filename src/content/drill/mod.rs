//! The front desk as authors write it: a shift, its phones, its callers, the standing lines, and the scorecard.
//!
//! Four kinds of file: `Drill` (a shift), `Callers`, `Manners` (what is said at every call, and life at the desk) and
//! `Scorecard`. What each field means to an author stands in `scenarios/README.md`; [`card`] has what becomes of it.

mod caller;
pub mod card;
pub mod inputs;
mod manners;
pub mod resolve;
mod scorecard;
pub mod speech;

use crate::content::read::{record, words};
use crate::content::scenario::{Ref, Text};
use crate::diagnostic::Spanned;

pub use caller::*;
pub use manners::*;
pub use scorecard::*;

record! {
    /// One shift at the front desk.
    Drill, "值班", {
        /// Lower-case letters, digits and hyphens; unique.
        id: Text = need,
        /// What the list shows.
        title: Text = need,
        /// The situation in a sentence or two.
        summary: Text = need,
        /// Which of the 47 teachable items it claims to teach.
        items: Vec<Spanned<u32>> = maybe,
        /// What the centre is called: first as it should be said, then what else is understood.
        unit: Vec<Text> = need,
        /// The trainee's name.
        me: Text = need,
        /// How long phones ring anew, in seconds: 180-600.
        shift_secs: Spanned<u32> = need,
        /// Which rule about apologising holds.
        rule: RingRule = maybe,
        /// How long one ring is, in seconds; 3 unless said.
        ring_secs: Option<Spanned<u32>> = maybe,
        /// The last ring in which answering is in time; 3 unless said.
        answer_within: Option<Spanned<u32>> = maybe,
        /// The ring from which one apologises; what the rule says unless said here.
        apologise_from: Option<Spanned<u32>> = maybe,
        /// After how many rings a caller of ordinary patience gives up; 10 unless said.
        gives_up_after: Option<Spanned<u32>> = maybe,
        /// How long the way to the far phone is, in seconds; 3 unless said.
        walk_secs: Option<Spanned<u32>> = maybe,
        /// How busy it is.
        pace: Pace = need,
        /// The phones.
        phones: Vec<Phone> = need,
        /// Numbers that can be looked up at the desk.
        directory: Vec<Entry> = maybe,
        /// Who may ring, by id; everybody on the shelf unless said.
        callers: Vec<Ref> = maybe,
    }
}

impl Drill {
    /// The same shift under another rule about apologising.
    #[must_use]
    pub fn under(&self, rule: RingRule) -> Self {
        Self { rule, apologise_from: None, ..self.clone() }
    }
}

words! {
    /// From which ring on one apologises.
    RingRule, "致歉规矩", {
        /// From the fifth: the source text's rule (facts.md item 45).
        Standing,
        /// From the fourth: the trade's stricter rule (facts.md section 5).
        Trade,
    }
}

record! {
    /// How busy a shift is. Shares are percent of occasions.
    Pace, "忙闲", {
        /// The pause between two calls.
        gap: Gap = need,
        /// How often two phones ring together, one of them long-distance.
        together: Spanned<u32> = maybe,
        /// How often a second phone rings during a call.
        meanwhile: Spanned<u32> = maybe,
        /// How often the far phone rings.
        far: Spanned<u32> = maybe,
        /// Of these, how often a colleague sits nearer.
        colleague: Spanned<u32> = maybe,
        /// How often something of the desk's life comes before a call.
        life: Spanned<u32> = maybe,
    }
}

record! {
    /// A pause drawn evenly between two bounds.
    Gap, "间隔", {
        /// At least so long, in seconds.
        least_secs: Spanned<u32> = need,
        /// At most so long, in seconds.
        most_secs: Spanned<u32> = need,
    }
}

record! {
    /// One telephone.
    Phone, "电话机", {
        /// Its name on the label.
        name: Text = need,
        /// How it rings.
        tone: RingTone = maybe,
        /// Whether it stands across the room.
        far: bool = maybe,
    }
}

words! {
    /// How a telephone rings, so that one can tell them apart by ear.
    RingTone, "铃声", { Bell, Warble, Chirp }
}

record! {
    /// A line of the desk's telephone list.
    Entry, "号码", {
        /// Who.
        name: Text = need,
        /// The number.
        number: Text = need,
    }
}
