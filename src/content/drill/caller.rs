//! Those who ring, and what about: what they tell, what can be answered, and what a note should keep.

use super::Check;
use crate::content::look::Appearance;
use crate::content::read::{record, words};
use crate::content::scenario::{Ref, Slot, Text};
use crate::diagnostic::Spanned;

record! {
    /// People who ring.
    Callers, "来电人", {
        /// One by one.
        callers: Vec<Caller> = need,
    }
}

record! {
    /// Somebody who rings, and what about.
    Caller, "来电人", {
        /// Its name, unique among callers.
        id: Text = need,
        /// Who it is, for the debrief.
        name: Text = need,
        /// What it is about, for the debrief.
        about: Text = need,
        /// What kind of matter.
        kind: Matter = need,
        /// What the caller display says of the line.
        line: LineKind = need,
        /// The number on the caller display.
        number: Text = need,
        /// A word of `temperaments.ron`: how fast they speak, how long they wait.
        temperament: Ref = need,
        /// What they look like; somebody plausible unless said.
        look: Option<Appearance> = maybe,
        /// What they tell and a note should keep.
        facts: Vec<ToldFact> = maybe,
        /// Things nobody said that a careless note contains.
        decoys: Vec<FalseFact> = maybe,
        /// What is said, from after the first sentence until the matter is settled.
        talk: Vec<Exchange> = need,
        /// How the caller comes to an end.
        closing: Option<Text> = maybe,
        /// The call back, where one can be promised.
        later: Option<Later> = maybe,
    }
}

words! {
    /// What kind of matter a call is about.
    Matter, "来电种类", {
        /// Something is broken.
        Repair,
        /// What is the fee, and why.
        FeeQuery,
        /// Something went wrong.
        Complaint,
        /// Another place was meant.
        WrongNumber,
        /// Somebody is asked for who is not there.
        Absent,
        /// A number is wanted.
        LookUp,
        /// A paper is wanted.
        Document,
        /// Something that takes long to find out.
        LongLookUp,
        /// Anything else.
        Enquiry,
    }
}

words! {
    /// What the caller display says of the line.
    LineKind, "线路", {
        /// An outside line of this town.
        Local,
        /// From inside the house.
        Extension,
        /// From another town: first when several ring.
        LongDistance,
    }
}

record! {
    /// Something a caller tells.
    ToldFact, "事", {
        /// Its name.
        id: Text = need,
        /// Which of the six boxes of the note it belongs in.
        slot: Slot = need,
        /// How a good note says it.
        note: Text = need,
        /// Words any of which in a note show that it was kept; the note's own words unless said.
        accept: Vec<Text> = maybe,
    }
}

record! {
    /// A thing nobody said.
    FalseFact, "假话", {
        /// What a careless note says.
        note: Text = need,
        /// Words any of which in a note show that it was invented.
        accept: Vec<Text> = need,
        /// What is false about it.
        why: Text = need,
    }
}

record! {
    /// The caller says something, the trainee answers.
    Exchange, "一来一回", {
        /// What the caller says.
        caller: Text = need,
        /// Facts these words carry.
        tells: Vec<Ref> = maybe,
        /// The answers.
        replies: Vec<Reply> = need,
    }
}

record! {
    /// One answer offered.
    Reply, "回答", {
        /// The trainee's words.
        say: Text = need,
        /// What there is to learn from it.
        why: Option<Text> = maybe,
        /// The recommended one.
        best: bool = maybe,
        /// What it does right.
        shows: Vec<Spanned<Check>> = maybe,
        /// What it does wrong.
        slips: Vec<Spanned<Check>> = maybe,
        /// What the caller says to it before going on.
        caller: Option<Text> = maybe,
        /// Whether the caller hangs up over it.
        ends: bool = maybe,
        /// Whether it promises a call back; the caller then ends the call.
        promises: bool = maybe,
    }
}

record! {
    /// A call back.
    Later, "回电", {
        /// When there is something to tell, in seconds after the promise.
        ready_secs: Spanned<u32> = need,
        /// Until when the promise is kept, in seconds after the promise.
        due_secs: Spanned<u32> = need,
        /// What is said, beginning with the one who picks up.
        talk: Vec<Exchange> = need,
    }
}
