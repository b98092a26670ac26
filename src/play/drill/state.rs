//! The desk at one moment.

use crate::content::drill::card::DrillCard;
use crate::content::drill::speech::{Heard, Standing};
use crate::content::scenario::Slot;
use crate::content::script::Str;
use crate::id::Bits;
use crate::play::drill::plan::{Plan, Ring, Second};

/// What a moment is seen against: nothing here changes during a shift.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The shift.
    pub card: &'a DrillCard,
    /// The dice.
    pub plan: &'a Plan,
}

/// The desk at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Milliseconds since the shift began.
    pub now_ms: u32,
    /// Every call so far, in the order they began.
    pub calls: Vec<Call>,
    /// The call whose receiver is in the hand.
    pub in_hand: Option<usize>,
    /// The call whose receiver was in the hand last.
    pub latest_in_hand: Option<usize>,
    /// The far call one is walking to, and when one gets there, in milliseconds.
    pub walking: Option<(usize, u32)>,
    /// What is going on at the desk.
    pub life: Option<LifeNow>,
    /// Calls to make.
    pub tickets: Vec<Ticket>,
    /// Two phones that wanted one pair of hands.
    pub pairs: Vec<Pair>,
    /// Whom one had to choose between, and how.
    pub choices: Vec<Priority>,
    /// Forms copied while no phone rang.
    pub forms_filled: u32,
    /// The next occasion of the plan.
    pub occasion: usize,
    /// When it begins, in milliseconds; none while the desk is busy.
    pub next_ms: Option<u32>,
    /// When something of the desk's life begins, and what.
    pub life_at: Option<(u32, u8)>,
    /// A second phone that will ring: who, after which call, when.
    pub second: Option<(Ring, usize, Second)>,
    /// Whether the shift's own time is over: no phone rings anew.
    pub has_closed: bool,
    /// Whether everything is done.
    pub is_over: bool,
    /// What happened, with its millisecond.
    pub log: Vec<(u32, Event)>,
}

/// Something of the desk's life, going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LifeNow {
    /// Which.
    pub life: u8,
    /// Since when, in milliseconds.
    pub since_ms: u32,
    /// Whether it was seen to.
    pub is_done: bool,
}

/// A call to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The call in which it was promised.
    pub of: usize,
    /// Whether the matter has still to be told, or the answer brought.
    pub kind: TicketKind,
    /// From when it can be made, in milliseconds.
    pub ready_ms: u32,
    /// Until when it is on time, in milliseconds.
    pub due_ms: u32,
    /// The call that was made for it.
    pub made: Option<usize>,
    /// Whether its time has passed.
    pub is_broken: bool,
}

/// What a call back is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketKind {
    /// Only a number was taken: the matter is still to be told.
    Deferred,
    /// Something had to be looked up: the answer is to be brought.
    Later,
}

impl Ticket {
    /// Whether it is still to be made.
    pub fn is_open(&self) -> bool {
        self.made.is_none() && !self.is_broken
    }
}

/// Two calls that wanted one pair of hands: the one picked up first, and the one that rang.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The call being held.
    pub first: usize,
    /// The call that rang meanwhile.
    pub second: usize,
    /// Whether leave was asked as it should be.
    pub asked_leave: bool,
    /// Whether a number was taken as it should be.
    pub took_number: bool,
    /// Whether one came back as one should.
    pub came_back: bool,
}

/// A choice between phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Priority {
    /// The call that was taken, or lost.
    pub call: usize,
    /// Whether it was rightly chosen.
    pub is_right: bool,
}

/// One call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Who, by place in the shift's list.
    pub caller: u16,
    /// On which phone.
    pub phone: u8,
    /// Who rang whom.
    pub way: Way,
    /// For the order of its answers.
    pub dice: u64,
    /// When it began to ring, or was dialled, in milliseconds.
    pub began_ms: u32,
    /// When a receiver was lifted, in milliseconds.
    pub picked_ms: Option<u32>,
    /// When it was over, in milliseconds.
    pub ended_ms: Option<u32>,
    /// When a colleague will answer, in milliseconds.
    pub colleague_ms: Option<u32>,
    /// How far it is.
    pub stage: Stage,
    /// Since when, in milliseconds.
    pub since_ms: u32,
    /// The caller's latest words: from when, for how long, in milliseconds.
    pub speech: (u32, u32),
    /// Which exchange is open.
    pub exchange: u8,
    /// How often the caller asked into silence since the latest words.
    pub nudges: u8,
    /// When one let the caller wait: from, to, in milliseconds.
    pub holds: Vec<(u32, Option<u32>)>,
    /// What was said.
    pub said: Vec<Utterance>,
    /// What was done right, as checks by place.
    pub shown: Bits,
    /// What was done wrong.
    pub slips: Bits,
    /// What had to be put aside before the receiver was lifted, and whether it was.
    pub posture: Option<(u8, bool)>,
    /// Facts told so far, by place in the caller's list.
    pub told: Bits,
    /// The note: six boxes.
    pub note: [String; Slot::ALL.len()],
    /// How the receiver was put down: for how long it was lowered, in milliseconds.
    pub lowered_ms: Option<u32>,
    /// How it ended.
    pub how: Option<How>,
}

/// Who rang whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// They rang.
    Incoming,
    /// We ring back; the ticket.
    Outgoing(usize),
}

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The phone rings, or is dialled.
    Ringing,
    /// The receiver is lifted, the first sentence not yet said.
    Opening,
    /// The matter.
    Talking,
    /// The caller waits.
    Held,
    /// One has come back and not yet said so.
    Back,
    /// The caller has come to an end.
    Closing,
    /// Goodbye was said; the caller is about to hang up.
    Parting,
    /// The caller has hung up; the receiver is still in the hand.
    Dead,
    /// Over.
    Over,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As it should.
    Finished,
    /// A number was taken; one will ring back.
    Deferred,
    /// Nobody answered.
    GaveUp,
    /// The caller hung up.
    HungUp,
    /// The receiver was put down on the caller.
    CutOff,
    /// A colleague answered.
    Colleague,
}

/// Something said.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// When, in milliseconds.
    pub at_ms: u32,
    /// By whom, and how it was meant.
    pub who: Who,
    /// The words.
    pub text: Str,
}

/// Who said something.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// The caller, for so many milliseconds.
    Caller(u32),
    /// The trainee: a standing sentence.
    Standing(Standing, Heard),
    /// The trainee: an answer of the call, by exchange and place.
    Reply(u8, u8),
}

/// What the desk can tell a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A phone begins to ring.
    Rang(usize),
    /// A receiver is lifted.
    PickedUp(usize),
    /// A receiver is put down: whether gently.
    PutDown(usize, bool),
    /// The other side hangs up.
    LineDead(usize),
    /// A caller gives up.
    GaveUp(usize),
    /// A colleague answers the far phone.
    Colleague(usize),
    /// Something of the desk's life begins.
    Life(u8),
    /// It was seen to.
    PutAside(u8),
    /// Somebody waits.
    Held(usize),
    /// One is back.
    Back(usize),
    /// A call back is promised.
    Promised(usize),
    /// A call back is late.
    Broken(usize),
}

impl Call {
    /// A call that begins.
    pub fn new(ring: Ring, way: Way, now_ms: u32) -> Self {
        Self {
            caller: ring.caller,
            phone: ring.phone,
            way,
            dice: ring.dice,
            began_ms: now_ms,
            picked_ms: None,
            ended_ms: None,
            colleague_ms: None,
            stage: Stage::Ringing,
            since_ms: now_ms,
            speech: (now_ms, 0),
            exchange: 0,
            nudges: 0,
            holds: Vec::new(),
            said: Vec::new(),
            shown: Bits::default(),
            slips: Bits::default(),
            posture: None,
            told: Bits::default(),
            note: std::array::from_fn(|_| String::new()),
            lowered_ms: None,
            how: None,
        }
    }

    /// Whether it goes on in any way.
    pub fn is_alive(&self) -> bool {
        self.stage != Stage::Over
    }

    /// Whether they rang and nobody has answered.
    pub fn is_ringing(&self) -> bool {
        self.stage == Stage::Ringing && self.way == Way::Incoming
    }

    /// Until when the caller's latest words last, in milliseconds.
    pub fn speaks_until_ms(&self) -> u32 {
        self.speech.0.saturating_add(self.speech.1)
    }

    /// Moves on to a stage.
    pub fn enter(&mut self, stage: Stage, now_ms: u32) {
        self.stage = stage;
        self.since_ms = now_ms;
    }
}

impl State {
    /// The call of which one can write: the one in the hand, or the latest that was.
    pub fn noted(&self) -> Option<usize> {
        self.in_hand.or(self.latest_in_hand)
    }

    /// Takes the receiver of a call.
    pub fn hold_receiver(&mut self, call: usize) {
        (self.in_hand, self.latest_in_hand) = (Some(call), Some(call));
    }

    /// The call on a phone.
    pub fn on_phone(&self, phone: u8) -> Option<usize> {
        self.calls.iter().position(|call| call.is_alive() && call.phone == phone)
    }

    /// The calls that ring and are not answered.
    pub fn ringing(&self) -> impl Iterator<Item = usize> {
        (0..self.calls.len()).filter(|&call| self.calls[call].is_ringing())
    }

    /// The call that waits.
    pub fn held(&self) -> Option<usize> {
        self.calls.iter().position(|call| call.stage == Stage::Held)
    }

    /// Whether nothing goes on.
    pub fn is_at_rest(&self) -> bool {
        self.in_hand.is_none()
            && self.walking.is_none()
            && self.second.is_none()
            && !self.calls.iter().any(Call::is_alive)
    }

    /// Keeps an event.
    pub fn tell(&mut self, event: Event) {
        self.log.push((self.now_ms, event));
    }
}
