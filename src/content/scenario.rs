//! A scenario as its author writes it: names still unresolved, every value with its place.
//!
//! What each field means to an author stands in `scenarios/README.md`; what it does in a call, in
//! [`script`](crate::content::script).

use crate::content::look::Appearance;
use crate::content::read::{Name, Table, record, words};
use crate::diagnostic::Spanned;

pub use crate::content::circumstance::{Branch, Change, Condition, Level, LevelWord};

/// A text with its place.
pub type Text = Spanned<String>;
/// A reference by name with its place.
pub type Ref = Spanned<Name>;

record! {
    /// One phone call.
    Scenario, "剧本", {
        /// Lower-case letters, digits and hyphens; unique.
        id: Text = need,
        /// What the list shows.
        title: Text = need,
        /// The situation in a sentence or two.
        summary: Text = need,
        /// Which of the 47 teachable items it claims to teach.
        items: Vec<Spanned<u32>> = maybe,
        /// How hard.
        difficulty: Difficulty = maybe,
        /// Who is on the line.
        persona: Persona = need,
        /// The household.
        case_file: CaseFile = need,
        /// What owners may tell and a note should keep.
        facts: Vec<Fact> = maybe,
        /// Flags that are up from the start.
        flags: Vec<Ref> = maybe,
        /// Before dialling.
        prepare: Option<Prepare> = maybe,
        /// The call itself.
        talk: Talk = need,
        /// After the call.
        log: Option<Log> = maybe,
        /// Where a call can end.
        endings: Vec<Ending> = need,
        /// The ending when patience runs out.
        hangs_up: Ref = need,
    }
}

words! {
    /// How hard a scenario is, in its author's judgement.
    Difficulty, "难度", { Normal, Easy, Hard }
}

record! {
    /// Who is on the line.
    Persona, "业主", {
        /// Full name.
        name: Text = need,
        /// How one addresses them.
        called: Text = need,
        /// A word of `temperaments.ron`.
        temperament: Ref = need,
        /// Who this is, for the trainee.
        about: Text = maybe,
        /// Trust at the start.
        trust: Level = maybe,
        /// Patience at the start.
        patience: Level = maybe,
        /// What they look like; somebody plausible unless said.
        look: Option<Appearance> = maybe,
    }
}

record! {
    /// The household's facts.
    CaseFile, "户档", {
        /// `3栋2单元1802`.
        room: Text = need,
        /// What is owed, in yuan.
        arrears_yuan: u32 = need,
        /// For how many months.
        months: u32 = need,
        /// Which months.
        period: Text = need,
        /// The last day to pay.
        pay_by: Text = need,
        /// The day of the call.
        today: Text = need,
        /// The monthly fee, in yuan.
        per_month_yuan: Option<Spanned<u32>> = maybe,
        /// Floor area.
        area: Option<Text> = maybe,
        /// When the flat was handed over.
        handed_over: Option<Text> = maybe,
        /// The trainee's name in this call.
        steward: Option<Text> = maybe,
        /// The centre's name.
        center: Option<Text> = maybe,
        /// What is being mended, or was.
        work_orders: Vec<WorkOrder> = maybe,
        /// What the owner promised before.
        promises: Vec<Text> = maybe,
        /// Anything else on file.
        notes: Vec<Text> = maybe,
        /// Words of this scenario's own for filling into lines.
        words: Table = maybe,
    }
}

record! {
    /// One work order.
    WorkOrder, "工单", {
        /// Number.
        id: Text = need,
        /// What it is about.
        about: Text = need,
        /// How far it is.
        status: OrderStatus = need,
        /// Whose matter it is.
        kind: OrderKind = need,
        /// Since when.
        since: Option<Text> = maybe,
    }
}

words! {
    /// How far a work order is.
    OrderStatus, "工单状态", { Open, InProgress, Done }
}

words! {
    /// Whose matter a work order is.
    OrderKind, "工单种类", {
        /// The property service's own: must not be chased over while open.
        ServiceDefect,
        /// The developer's warranty.
        DeveloperDefect,
        /// Inside the flat, the owner's own.
        Private,
        /// A wish rather than a defect.
        Request,
    }
}

record! {
    /// Something an owner may tell.
    Fact, "事", {
        /// Its name.
        id: Text = need,
        /// Which of the six boxes of the note it belongs in.
        slot: Slot = need,
        /// How a good note says it.
        note: Text = need,
        /// A word of explanation for the debrief.
        why: Option<Text> = maybe,
    }
}

words! {
    /// The six boxes of a 5W1H note.
    Slot, "栏目", { When, Who, Where, What, Why, How }
}

record! {
    /// The talk: a graph of turns.
    Talk, "通话", {
        /// The first turn.
        start: Ref = need,
        /// All of them.
        turns: Vec<Turn> = need,
    }
}

record! {
    /// The owner says something, the trainee answers.
    Turn, "回合", {
        /// Its name.
        id: Text = need,
        /// What the owner says, or several ways of saying it.
        owner: Vec<Text> = maybe,
        /// What the owner says by circumstance, instead of `owner`.
        lines: Vec<Line> = maybe,
        /// Who speaks, when it is not the owner.
        speaker: Option<Text> = maybe,
        /// A stage direction.
        aside: Option<Text> = maybe,
        /// Facts these words carry.
        tells: Vec<Ref> = maybe,
        /// Teachable items taught here.
        items: Vec<Spanned<u32>> = maybe,
        /// Seconds to think.
        think_secs: Option<Spanned<u32>> = maybe,
        /// What happens when nothing is said.
        silence: Option<Silence> = maybe,
        /// The answers.
        choices: Vec<Choice> = maybe,
        /// Where it goes on when there is nothing to answer.
        goto: Vec<Branch> = maybe,
    }
}

record! {
    /// What the owner says under some circumstance.
    Line, "台词", {
        /// The circumstance.
        when: Vec<Condition> = maybe,
        /// The words, or several ways of saying them.
        say: Vec<Text> = need,
        /// Facts these words carry.
        tells: Vec<Ref> = maybe,
    }
}

record! {
    /// What the owner does when the trainee says nothing.
    Silence, "沉默", {
        /// What the owner says.
        owner: Option<Text> = maybe,
        /// What it costs.
        patience: Option<Change> = maybe,
        /// Where it leads; the same turn unless said.
        goto: Vec<Branch> = maybe,
    }
}

record! {
    /// One answer offered.
    Choice, "回答", {
        /// The trainee's words.
        say: Text = need,
        /// What there is to learn from it.
        why: Option<Text> = maybe,
        /// The recommended one.
        best: bool = maybe,
        /// What it does to trust.
        trust: Change = maybe,
        /// What it does to patience.
        patience: Change = maybe,
        /// Criteria it meets.
        shows: Vec<Ref> = maybe,
        /// Criteria it spoils for good.
        misses: Vec<Ref> = maybe,
        /// Rules it breaks.
        breaks: Vec<Ref> = maybe,
        /// Whether it asks for money.
        chases: bool = maybe,
        /// Work orders it follows up.
        addresses: Vec<Ref> = maybe,
        /// Flags it raises.
        sets: Vec<Ref> = maybe,
        /// Flags it lowers.
        clears: Vec<Ref> = maybe,
        /// When it is offered.
        when: Vec<Condition> = maybe,
        /// When the owner cuts it short.
        cut_in: Option<CutIn> = maybe,
        /// The hour of dialling, for time slots.
        clock: Option<Text> = maybe,
        /// Endings after which this is the right follow-up.
        right_after: Vec<Ref> = maybe,
        /// Where it leads.
        goto: Vec<Branch> = maybe,
    }
}

record! {
    /// The owner interrupts.
    CutIn, "打断", {
        /// The circumstance.
        when: Vec<Condition> = maybe,
        /// What the owner says.
        owner: Text = need,
        /// What it costs.
        patience: Change = maybe,
        /// Where it leads; the answer's own `goto` unless said.
        goto: Vec<Branch> = maybe,
    }
}

record! {
    /// Where a call can end.
    Ending, "结局", {
        /// Its name.
        id: Text = need,
        /// What was reached.
        outcome: Outcome = need,
        /// A few words.
        title: Text = need,
        /// What happened.
        text: Text = need,
        /// The last words.
        owner: Option<Text> = maybe,
        /// Who says them, when it is not the owner.
        speaker: Option<Text> = maybe,
        /// Facts they carry.
        tells: Vec<Ref> = maybe,
    }
}

words! {
    /// What a call reached.
    Outcome, "结果", { Paid, Appointment, Promise, CallBack, MessageLeft, Refusal, HungUp, Complaint }
}

impl Outcome {
    /// Whether the call got what it was made for: the money, or a day. A promise without a day is neither.
    pub fn is_effective(self) -> bool {
        matches!(self, Self::Paid | Self::Appointment)
    }
}

record! {
    /// The five questions before dialling; those left out are not asked.
    Prepare, "拨号前", {
        /// Which work orders to follow up first.
        work_orders: Option<Question> = maybe,
        /// When to dial.
        time_slot: Option<Question> = maybe,
        /// What to have at hand.
        materials: Option<Picks> = maybe,
        /// How to begin.
        entry_point: Option<Question> = maybe,
        /// What to tell oneself.
        thought: Option<Question> = maybe,
    }
}

record! {
    /// A question with one answer.
    Question, "问题", {
        /// How it is asked; a standing wording unless said.
        ask: Option<Text> = maybe,
        /// Teachable items taught here.
        items: Vec<Spanned<u32>> = maybe,
        /// The answers.
        choices: Vec<Choice> = need,
    }
}

record! {
    /// A question with several answers.
    Picks, "备料", {
        /// How it is asked.
        ask: Option<Text> = maybe,
        /// Teachable items taught here.
        items: Vec<Spanned<u32>> = maybe,
        /// Criteria met by picking exactly what is needed.
        shows: Vec<Ref> = maybe,
        /// What lies there to be picked.
        picks: Vec<Pick> = need,
    }
}

record! {
    /// One thing that can be picked.
    Pick, "材料", {
        /// What it is.
        say: Text = need,
        /// Whether it is needed.
        needed: bool = maybe,
        /// Why, or why not.
        why: Option<Text> = maybe,
    }
}

record! {
    /// After the call: the note and the follow-up.
    Log, "记录", {
        /// Things nobody said that a careless note contains.
        decoys: Vec<Decoy> = maybe,
        /// When to call again.
        follow_up: Option<Question> = maybe,
    }
}

record! {
    /// A thing nobody said.
    Decoy, "假话", {
        /// Which box it tempts one to fill.
        slot: Slot = need,
        /// The words.
        note: Text = need,
        /// What is false about it.
        why: Option<Text> = maybe,
    }
}
