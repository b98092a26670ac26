//! A shift ready to be worked: every name a number, every line filled in, in one language.
//!
//! Nothing here changes during a shift. [`resolve`](super::resolve) makes it; `play::drill` works it.

use super::{Check, LineKind, Matter, Part, RingRule, RingTone};
use crate::content::look::Look;
use crate::content::scenario::Slot;
use crate::content::script::Str;
use crate::id::Bits;

/// One shift, ready to be worked.
#[derive(Clone, Debug)]
pub struct DrillCard {
    /// Its name, unique on the shelf.
    pub id: Str,
    /// What the list shows.
    pub title: Str,
    /// The situation in a sentence or two.
    pub summary: Str,
    /// The teachable items (1-47) it claims.
    pub items: Vec<u32>,
    /// What the centre is called: first as it should be said, then what else is understood.
    pub unit: Vec<Str>,
    /// The trainee's name.
    pub me: Str,
    /// How long phones ring anew, in milliseconds.
    pub shift_ms: u32,
    /// Which rule about apologising holds.
    pub rule: RingRule,
    /// How rings are counted.
    pub rings: Rings,
    /// The way to the far phone, in milliseconds.
    pub walk_ms: u32,
    /// How busy it is.
    pub pace: PaceCard,
    /// The phones: those on the desk first.
    pub phones: Vec<PhoneCard>,
    /// Numbers that can be looked up at the desk: who, number.
    pub directory: Vec<(Str, Str)>,
    /// Who may ring.
    pub callers: Vec<CallerCard>,
    /// What is said at every call.
    pub manners: MannersCard,
    /// What it is judged by.
    pub scorecard: ScorecardCard,
}

/// How rings are counted. A ring counts from when it begins to sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rings {
    /// One ring with its pause, in milliseconds.
    pub ring_ms: u32,
    /// The last ring in which answering is in time.
    pub answer_within: u32,
    /// The ring from which one apologises.
    pub apologise_from: u32,
    /// After how many rings a caller of ordinary patience gives up.
    pub gives_up_after: u32,
}

impl Rings {
    /// How many rings were heard by a pick-up `elapsed_ms` after the first began.
    ///
    /// A pick-up at the very moment when a ring would begin comes before it: at 9,000 ms with rings of three seconds
    /// three were heard, at 9,001 ms four.
    pub fn heard(&self, elapsed_ms: u32) -> u32 {
        elapsed_ms.div_ceil(self.ring_ms.max(1)).max(1)
    }

    /// Whether a phone sounds `elapsed_ms` after its first ring began, or pauses: a ring is a third of sound.
    pub fn is_sounding(&self, elapsed_ms: u32) -> bool {
        elapsed_ms % self.ring_ms.max(1) < self.ring_ms / 3
    }

    /// Whether a pick-up is in time.
    pub fn is_in_time(&self, elapsed_ms: u32) -> bool {
        self.heard(elapsed_ms) <= self.answer_within
    }

    /// Whether a pick-up calls for an apology.
    pub fn asks_apology(&self, elapsed_ms: u32) -> bool {
        self.heard(elapsed_ms) >= self.apologise_from
    }
}

/// How busy a shift is. Shares are percent.
#[derive(Clone, Copy, Debug)]
pub struct PaceCard {
    /// The shortest pause between two calls, in milliseconds.
    pub least_gap_ms: u32,
    /// The longest.
    pub most_gap_ms: u32,
    /// How often two phones ring together.
    pub together: u32,
    /// How often a second phone rings during a call.
    pub meanwhile: u32,
    /// How often the far phone rings.
    pub far: u32,
    /// Of these, how often a colleague sits nearer.
    pub colleague: u32,
    /// How often something of the desk's life comes before a call.
    pub life: u32,
}

/// One telephone.
#[derive(Clone, Debug)]
pub struct PhoneCard {
    /// Its name on the label.
    pub name: Str,
    /// How it rings.
    pub tone: RingTone,
    /// Whether it stands across the room.
    pub is_far: bool,
}

/// Words that last.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The words.
    pub text: Str,
    /// How long they last, in milliseconds.
    pub lasts_ms: u32,
}

/// Somebody who rings.
#[derive(Clone, Debug)]
pub struct CallerCard {
    /// Its name.
    pub id: Str,
    /// What they look like, where their author says.
    pub look: Option<Look>,
    /// Who it is.
    pub name: Str,
    /// What it is about.
    pub about: Str,
    /// What kind of matter.
    pub matter: Matter,
    /// What the caller display says of the line.
    pub line: LineKind,
    /// The number on the caller display.
    pub number: Str,
    /// How they wait, in percent of an ordinary person's patience.
    pub patience_percent: u32,
    /// What they tell and a note should keep.
    pub facts: Vec<FactCard>,
    /// Things nobody said that a careless note contains.
    pub decoys: Vec<FactCard>,
    /// What is said on the first call.
    pub talk: Vec<ExchangeCard>,
    /// The call back, where one can be promised.
    pub later: Option<LaterCard>,
    /// How the caller comes to an end.
    pub closing: Words,
    /// Other things they say.
    pub says: CallersSayCard,
}

/// Something a note can have.
#[derive(Clone, Debug)]
pub struct FactCard {
    /// Which box it belongs in.
    pub slot: Slot,
    /// How a note says it.
    pub note: Str,
    /// Words any of which show that a note has it.
    pub accept: Vec<Str>,
    /// What there is to say about it.
    pub why: Str,
}

/// The caller says something, the trainee answers.
#[derive(Clone, Debug)]
pub struct ExchangeCard {
    /// What the caller says.
    pub caller: Words,
    /// Facts these words carry.
    pub tells: Bits,
    /// The answers.
    pub replies: Vec<ReplyCard>,
}

/// One answer offered.
#[derive(Clone, Debug)]
pub struct ReplyCard {
    /// The trainee's words.
    pub say: Str,
    /// What there is to learn from it.
    pub why: Str,
    /// Whether it is the recommended one.
    pub is_best: bool,
    /// What it does right, as [`Check`]s by place.
    pub shows: Bits,
    /// What it does wrong.
    pub slips: Bits,
    /// What the caller says to it before going on.
    pub caller: Option<Words>,
    /// Whether the caller hangs up over it.
    pub ends: bool,
    /// Whether it promises a call back.
    pub promises: bool,
}

/// A call back.
#[derive(Clone, Debug)]
pub struct LaterCard {
    /// When there is something to tell, in milliseconds after the promise.
    pub ready_ms: u32,
    /// Until when the promise is kept, in milliseconds after the promise.
    pub due_ms: u32,
    /// What is said.
    pub talk: Vec<ExchangeCard>,
}

/// What one caller says when it suits no one call, at their own speed.
#[derive(Clone, Debug, Default)]
pub struct CallersSayCard {
    /// Into silence.
    pub nudge: Vec<Words>,
    /// When talked over.
    pub interrupted: Vec<Words>,
    /// When asked to wait.
    pub will_wait: Words,
    /// When one comes back to them.
    pub waited: Words,
    /// When asked for their number.
    pub leaves_number: Words,
    /// As the very last word.
    pub goodbye: Words,
    /// Picking up when called back.
    pub picks_up: Words,
}

/// What is said at every call.
#[derive(Clone, Debug, Default)]
pub struct MannersCard {
    /// The words of each [`Part`], by place; unit and name are the shift's own.
    pub parts: Vec<PartCard>,
    /// First sentences.
    pub openings: Vec<LineCard>,
    /// Asking leave.
    pub leave: Vec<LineCard>,
    /// Taking a number.
    pub take_number: Vec<LineCard>,
    /// Coming back.
    pub back: Vec<LineCard>,
    /// Last sentences.
    pub goodbyes: Vec<LineCard>,
    /// Life at the desk.
    pub life: Vec<LifeCard>,
}

/// How a part of a sentence is recognised.
#[derive(Clone, Debug)]
pub struct PartCard {
    /// Which.
    pub part: Part,
    /// What trainees see when it is missing.
    pub name: Str,
    /// Any of these.
    pub words: Vec<Str>,
}

/// A sentence offered at every call.
#[derive(Clone, Debug)]
pub struct LineCard {
    /// The trainee's words.
    pub say: Str,
    /// What there is to learn from it.
    pub why: Str,
}

/// Something of the desk's life.
#[derive(Clone, Debug)]
pub struct LifeCard {
    /// Its name.
    pub id: Str,
    /// What happens.
    pub appears: Str,
    /// What one does about it.
    pub put: Str,
    /// Whether it must be done before the receiver is lifted.
    pub must: bool,
    /// Words to copy into a form.
    pub copy: Option<Str>,
    /// What there is to learn from it.
    pub why: Str,
}

/// What a shift is judged by.
#[derive(Clone, Debug, Default)]
pub struct ScorecardCard {
    /// The score a shift needs to pass, 0-100.
    pub pass_mark: u32,
    /// Percent of what the caller told that a note must have.
    pub note_recall: u32,
    /// How many characters a note may have.
    pub note_most_chars: u32,
    /// What is judged, in the order shown.
    pub criteria: Vec<JudgedCard>,
}

/// One thing that is judged.
#[derive(Clone, Debug)]
pub struct JudgedCard {
    /// Which.
    pub check: Check,
    /// What trainees see.
    pub name: Str,
    /// Why it matters.
    pub why: Str,
    /// Its share of 100.
    pub weight: u32,
    /// The share of its occasions, in percent, below which the shift fails.
    pub fails_below: Option<u32>,
}

impl Check {
    /// Its place among all of them, for sets.
    pub fn index(self) -> usize {
        self as usize
    }
}

impl DrillCard {
    /// The phones on the desk.
    pub fn near(&self) -> impl Iterator<Item = usize> {
        (0..self.phones.len()).filter(|&phone| !self.phones[phone].is_far)
    }

    /// The phone across the room.
    pub fn far(&self) -> Option<usize> {
        (0..self.phones.len()).find(|&phone| self.phones[phone].is_far)
    }
}

#[cfg(test)]
mod tests {
    use super::Rings;

    const RINGS: Rings = Rings { ring_ms: 3_000, answer_within: 3, apologise_from: 5, gives_up_after: 10 };

    #[test]
    fn a_ring_counts_from_when_it_begins_and_the_boundary_belongs_to_the_earlier_one() {
        for (elapsed_ms, rings) in [(0, 1), (1, 1), (3_000, 1), (3_001, 2), (9_000, 3), (9_001, 4), (12_001, 5)] {
            assert_eq!(RINGS.heard(elapsed_ms), rings, "at {elapsed_ms} ms");
        }
        assert!(RINGS.is_in_time(9_000) && !RINGS.is_in_time(9_001));
        assert!(!RINGS.asks_apology(12_000) && RINGS.asks_apology(12_001));
    }
}
