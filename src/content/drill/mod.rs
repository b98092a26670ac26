//! The front desk as authors write it: a shift, its phones, its callers, the standing lines, and the scorecard.
//!
//! Four kinds of file: `Drill` (a shift), `Callers`, `Manners` (what is said at every call, and life at the desk) and
//! `Scorecard`. What each field means to an author stands in `scenarios/README.md`; [`card`] has what becomes of it.

pub mod card;
pub mod inputs;
pub mod resolve;
pub mod speech;

use crate::content::read::{record, words};
use crate::content::scenario::{Ref, Slot, Text};
use crate::diagnostic::Spanned;

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

words! {
    /// What a shift is judged by: the words of the scorecard, and of an answer's `shows:` and `slips:`.
    Check, "前台评分点", {
        /// Answered within the rings allowed.
        Rings,
        /// Long-distance first; the far phone when nobody is nearer.
        Priority,
        /// Greeting, unit, name, and never a bare 喂.
        FirstSentence,
        /// An apology when one is due.
        Apology,
        /// What must be put aside before the receiver is lifted.
        Posture,
        /// Who is calling, and what for.
        Identity,
        /// Letting people finish.
        NoInterrupting,
        /// Explaining instead of arguing.
        NoArguing,
        /// Never "he is not in" and down with the receiver.
        NoBrushOff,
        /// Leave asked, number taken, back with a word of thanks.
        SecondPhone,
        /// Nobody's data given out, nothing promised that is not ours, nobody sent into danger.
        Safeguard,
        /// Said back before the end, correct and whole.
        ReadBack,
        /// What was told is in the note.
        NoteRecall,
        /// What is in the note was told.
        NotePrecision,
        /// A call back is promised where it is due, and kept.
        CallBack,
        /// The caller ends; thanks, goodbye; the receiver down gently, after them.
        Close,
    }
}

record! {
    /// What is said at every call, and life at the desk.
    Manners, "规矩话", {
        /// Words by which a sentence is recognised to have a part.
        parts: Vec<PartWords> = need,
        /// First sentences.
        openings: Vec<StandingLine> = need,
        /// Asking leave when a second phone rings.
        leave: Vec<StandingLine> = need,
        /// Taking a number because somebody else is waiting.
        take_number: Vec<StandingLine> = need,
        /// Coming back to the one who waited.
        back: Vec<StandingLine> = need,
        /// Last sentences.
        goodbyes: Vec<StandingLine> = need,
        /// What callers say when it suits no one call.
        callers_say: CallersSay = need,
        /// Life at the desk.
        life: Vec<Life> = need,
    }
}

words! {
    /// A part that a sentence can have.
    Part, "话里的一样", {
        /// 您好.
        Greeting,
        /// The centre.
        Unit,
        /// One's own name.
        Name,
        /// 让您久等了.
        Apology,
        /// 请稍等.
        Hold,
        /// 好吗: asked, not told.
        Ask,
        /// 留个号码.
        Number,
        /// 给您回电.
        RingBack,
        /// 谢谢.
        Thanks,
        /// 再见.
        Goodbye,
    }
}

record! {
    /// The words by which a part is recognised.
    PartWords, "说法", {
        /// The part.
        part: Part = need,
        /// Any of these.
        words: Vec<Text> = maybe,
        /// What trainees see when it is missing.
        name: Text = need,
    }
}

record! {
    /// A sentence that is offered at every call.
    StandingLine, "规矩话", {
        /// The trainee's words.
        say: Text = need,
        /// What there is to learn from it.
        why: Option<Text> = maybe,
    }
}

record! {
    /// What callers say when it suits no one call.
    CallersSay, "来电人的常用话", {
        /// Into silence.
        nudge: Vec<Text> = need,
        /// When talked over.
        interrupted: Vec<Text> = need,
        /// When asked to wait.
        will_wait: Text = need,
        /// When one comes back to them.
        waited: Text = need,
        /// When asked for their number; `{number}` is on the display.
        leaves_number: Text = need,
        /// As the end, where the call has none of its own.
        closing: Text = need,
        /// As the very last word.
        goodbye: Text = need,
        /// Picking up when called back.
        picks_up: Text = need,
    }
}

record! {
    /// Something of the desk's life.
    Life, "桌边事", {
        /// Its name.
        id: Text = need,
        /// What happens.
        appears: Text = need,
        /// What one does about it.
        put: Text = need,
        /// Whether it must be done before the receiver is lifted.
        must: bool = maybe,
        /// Words to copy into a form, where it is one.
        copy: Option<Text> = maybe,
        /// What there is to learn from it.
        why: Option<Text> = maybe,
    }
}

record! {
    /// What a shift is judged by.
    Scorecard, "前台评分表", {
        /// Its name.
        id: Text = need,
        /// The score a shift needs to pass, 0-100.
        pass_mark: Spanned<u32> = need,
        /// Percent of what the caller told that a note must have.
        note_recall: Spanned<u32> = need,
        /// How many characters a note may have.
        note_most_chars: Spanned<u32> = need,
        /// What is judged.
        criteria: Vec<Judged> = need,
    }
}

record! {
    /// One thing that is judged.
    Judged, "前台评分点", {
        /// Which.
        id: Spanned<Check> = need,
        /// What trainees see.
        name: Text = need,
        /// Why it matters.
        why: Text = need,
        /// Its share of 100.
        weight: Spanned<u32> = need,
        /// The share of its occasions, in percent, below which the shift fails whatever the score.
        fails_below: Option<Spanned<u32>> = maybe,
    }
}
