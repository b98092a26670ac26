//! A scenario ready to be played: every name a number, every line filled in, in one language and for one city.
//!
//! Nothing here changes during a call. [`resolve`](crate::content::resolve) makes it; `play` steps through it.

mod standards;

use std::sync::Arc;

use crate::content::language::Language;
use crate::content::look::Look;
use crate::content::scenario::{Difficulty, OrderKind, OrderStatus, Outcome, Slot};
use crate::content::temperament::Temperament;
use crate::id::{Bits, BreachId, EndingId, FlagId, NoteId, RuleId, TurnId};

pub use standards::*;

/// A text that never changes once loaded.
pub type Str = Box<str>;

/// One phone call, ready to play.
#[derive(Clone, Debug)]
pub struct Script {
    /// The language it is in.
    pub language: Language,
    /// Its name, unique on the shelf.
    pub id: Str,
    /// What the list shows.
    pub title: Str,
    /// The situation in a sentence or two.
    pub summary: Str,
    /// How hard.
    pub difficulty: Difficulty,
    /// The teachable items (1-47) it claims.
    pub items: Vec<u32>,
    /// Who is on the line.
    pub persona: Persona,
    /// The household.
    pub case: CaseCard,
    /// Mood before the first word.
    pub mood: Mood,
    /// Flags that are up before the first word.
    pub flags: Bits,
    /// Open service defects, as work-order numbers.
    pub open_defects: Bits,
    /// The questions before dialling, in the order asked.
    pub prepare: Vec<PrepareStep>,
    /// The talk.
    pub turns: Vec<Turn>,
    /// Its first turn.
    pub first_turn: TurnId,
    /// Whether there is a note to write, and what can be put into it: facts first, then decoys.
    pub notes: Option<Vec<Note>>,
    /// The question about the next call.
    pub follow_up: Option<Question>,
    /// Where it can end.
    pub endings: Vec<Ending>,
    /// The ending when patience runs out.
    pub hangs_up: EndingId,
    /// Every place where a rule can be broken, with the rule.
    pub breaches: Vec<RuleId>,
    /// The criteria this scenario assesses.
    pub assessed: Bits,
    /// What every call is judged by.
    pub standards: Arc<Standards>,
}

/// Trust and patience, each 0-100. At patience 0 the owner hangs up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mood {
    /// How far the owner believes the trainee.
    pub trust: u8,
    /// How much longer the owner will listen.
    pub patience: u8,
}

/// Who is on the line.
#[derive(Clone, Debug)]
pub struct Persona {
    /// Full name.
    pub name: Str,
    /// How one addresses them.
    pub called: Str,
    /// Who this is.
    pub about: Str,
    /// What kind of person.
    pub temperament: Temperament,
    /// What they look like, where their author says.
    pub look: Option<Look>,
}

/// The household's facts as the case file shows them.
#[derive(Clone, Debug, Default)]
pub struct CaseCard {
    /// Month and day of the call, where the author's words say them.
    pub date: Option<(u32, u32)>,
    /// The flat.
    pub room: Str,
    /// What is owed, such as `900元`.
    pub arrears: Str,
    /// For how many months.
    pub months: u32,
    /// Which months.
    pub period: Str,
    /// The last day to pay.
    pub pay_by: Str,
    /// The day of the call.
    pub today: Str,
    /// The monthly fee, if known.
    pub per_month: Option<Str>,
    /// Floor area, if known.
    pub area: Option<Str>,
    /// When the flat was handed over, if known.
    pub handed_over: Option<Str>,
    /// The trainee's name in this call.
    pub steward: Str,
    /// Work orders.
    pub orders: Vec<OrderCard>,
    /// Promises on file.
    pub promises: Vec<Str>,
    /// Anything else on file.
    pub notes: Vec<Str>,
}

/// One work order as the case file shows it.
#[derive(Clone, Debug)]
pub struct OrderCard {
    /// Number.
    pub id: Str,
    /// What it is about.
    pub about: Str,
    /// How far it is.
    pub status: OrderStatus,
    /// Whose matter it is.
    pub kind: OrderKind,
    /// Since when.
    pub since: Option<Str>,
}

impl OrderCard {
    /// Whether chasing over it would break the iron rule: service first, then the fee (facts.md item 8).
    pub fn is_open_defect(&self) -> bool {
        self.kind == OrderKind::ServiceDefect && self.status != OrderStatus::Done
    }
}

/// One step before dialling.
#[derive(Clone, Debug)]
pub struct PrepareStep {
    /// Which of the five.
    pub kind: PrepareKind,
    /// The question.
    pub question: Question,
}

/// The five steps before dialling, in the order they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrepareKind {
    /// Which work orders to follow up first.
    WorkOrders,
    /// When to dial.
    TimeSlot,
    /// What to have at hand.
    Materials,
    /// How to begin.
    EntryPoint,
    /// What to tell oneself.
    Thought,
}

/// A question asked on paper: before dialling, or about the next call.
#[derive(Clone, Debug)]
pub struct Question {
    /// How it is asked; none means the standing wording.
    pub ask: Option<Str>,
    /// Teachable items taught here.
    pub items: Vec<u32>,
    /// The answers.
    pub answers: Vec<Answer>,
    /// When several are to be picked: which are needed, and what picking exactly those shows.
    pub needed: Option<Needed>,
}

/// What a question with several answers wants.
#[derive(Clone, Copy, Debug)]
pub struct Needed {
    /// The answers to pick.
    pub answers: Bits,
    /// The criteria that picking exactly these shows.
    pub shows: Bits,
}

/// The owner says something, the trainee answers.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Its name.
    pub id: Str,
    /// What the owner says, by circumstance; the first that holds is said.
    pub lines: Vec<Line>,
    /// Who speaks, when it is not the owner.
    pub speaker: Option<Str>,
    /// A stage direction.
    pub aside: Option<Str>,
    /// Teachable items taught here.
    pub items: Vec<u32>,
    /// Seconds to think before the silence is heard.
    pub think_secs: u32,
    /// What happens then.
    pub silence: Silence,
    /// The answers.
    pub answers: Vec<Answer>,
    /// Where it goes on when there is nothing to answer.
    pub routes: Vec<Route>,
}

/// What the owner says under some circumstance.
#[derive(Clone, Debug)]
pub struct Line {
    /// The circumstance; all must hold.
    pub when: Vec<Condition>,
    /// Ways of saying it; the seed picks one.
    pub variants: Vec<Spoken>,
    /// Facts these words carry.
    pub tells: Bits,
}

/// Words spoken aloud.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// The words.
    pub text: Str,
    /// How long they take, in milliseconds.
    pub lasts_ms: u32,
}

/// What the owner does when the trainee says nothing.
#[derive(Clone, Debug)]
pub struct Silence {
    /// What the owner says; none means the standing words.
    pub owner: Option<Str>,
    /// Stated change of patience, in points before temperament.
    pub patience: i32,
    /// Where it leads; nowhere means the same turn again.
    pub routes: Vec<Route>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The trainee's words.
    pub say: Str,
    /// What there is to learn from it.
    pub why: Str,
    /// The recommended one.
    pub is_best: bool,
    /// Stated change of trust, in points before temperament.
    pub trust: i32,
    /// Stated change of patience, in points before temperament.
    pub patience: i32,
    /// Criteria it meets.
    pub shows: Bits,
    /// Criteria it spoils for good.
    pub misses: Bits,
    /// Rules it breaks.
    pub breaches: Vec<BreachId>,
    /// Whether it asks for money.
    pub chases: bool,
    /// Work orders it follows up.
    pub addresses: Bits,
    /// Flags it raises.
    pub sets: Bits,
    /// Flags it lowers.
    pub clears: Bits,
    /// When it is offered; all must hold.
    pub when: Vec<Condition>,
    /// When the owner cuts it short. Boxed: few answers have one, and every step walks past the answers of a turn.
    pub cut_in: Option<Box<CutIn>>,
    /// The hour of dialling, for time slots.
    pub clock: Option<Str>,
    /// Endings after which it is the right follow-up.
    pub right_after: Bits,
    /// Where it leads.
    pub routes: Vec<Route>,
}

impl Answer {
    /// An answer that does nothing.
    pub fn blank() -> Self {
        Self {
            say: Str::default(),
            why: Str::default(),
            is_best: false,
            trust: 0,
            patience: 0,
            shows: Bits::default(),
            misses: Bits::default(),
            breaches: Vec::new(),
            chases: false,
            addresses: Bits::default(),
            sets: Bits::default(),
            clears: Bits::default(),
            when: Vec::new(),
            cut_in: None,
            clock: None,
            right_after: Bits::default(),
            routes: Vec::new(),
        }
    }
}

/// The owner interrupts.
#[derive(Clone, Debug)]
pub struct CutIn {
    /// The circumstance; all must hold.
    pub when: Vec<Condition>,
    /// What got said of the answer.
    pub heard: Str,
    /// What the owner says.
    pub owner: Spoken,
    /// Stated change of patience, in points before temperament.
    pub patience: i32,
    /// Where it leads; nowhere means where the answer leads.
    pub routes: Vec<Route>,
}

/// A way on.
#[derive(Clone, Debug)]
pub struct Route {
    /// The circumstance; all must hold.
    pub when: Vec<Condition>,
    /// Where to.
    pub to: Target,
}

/// Where a way leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// On with the talk.
    Turn(TurnId),
    /// The call is over.
    Ending(EndingId),
    /// A name that does not exist; such a script is never played.
    Nowhere,
}

/// A circumstance, resolved.
#[derive(Clone, Debug)]
pub enum Condition {
    /// Trust is at least so high, 0-100.
    TrustAtLeast(u8),
    /// Patience is at least so high, 0-100.
    PatienceAtLeast(u8),
    /// A flag is up.
    Has(FlagId),
    /// A fact was told.
    Heard(NoteId),
    /// A service defect is open and was not followed up.
    DefectOpen,
    /// One of these.
    Any(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
}

/// Something that can be put into the note.
#[derive(Clone, Debug)]
pub struct Note {
    /// Which box.
    pub slot: Slot,
    /// The words.
    pub text: Str,
    /// A word of explanation.
    pub why: Option<Str>,
    /// Whether an owner can tell it at all; decoys never are.
    pub is_fact: bool,
}

/// Where a call can end.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Its name.
    pub id: Str,
    /// What was reached.
    pub outcome: Outcome,
    /// A few words.
    pub title: Str,
    /// What happened.
    pub text: Str,
    /// The last words.
    pub owner: Option<Spoken>,
    /// Who says them, when it is not the owner.
    pub speaker: Option<Str>,
    /// Facts they carry.
    pub tells: Bits,
}
