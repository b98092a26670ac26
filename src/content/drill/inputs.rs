//! A shift's inputs as a file: with the shift and the seed, the whole shift.
//!
//! ```ron
//! Inputs(
//!     drill: "front-desk",
//!     seed: 7,
//!     rule: Standing,
//!     inputs: [
//!         (at_ms: 4200, act: PickUp(1)),
//!         (at_ms: 5100, act: Say(2)),
//!         (at_ms: 9000, act: Where("5栋1203")),
//!     ],
//! )
//! ```

use ron2::ast::Expr;

use crate::content::drill::RingRule;
use crate::content::read::{FromRon, Reader, bare_name, call_of, record};
use crate::content::scenario::{Slot, Text};
use crate::content::syntax::{parse, span_of};
use crate::diagnostic::{Diagnostic, Spanned};

record! {
    /// What was done in a shift.
    Inputs, "输入记录", {
        /// The shift's id.
        drill: Text = need,
        /// The seed.
        seed: Spanned<Seed> = need,
        /// Which rule about apologising held.
        rule: Option<RingRule> = maybe,
        /// One after the other.
        inputs: Vec<TimedAct> = need,
    }
}

record! {
    /// One thing done, and when.
    TimedAct, "一次输入", {
        /// Milliseconds since the shift began.
        at_ms: Spanned<u32> = need,
        /// What.
        act: WrittenAct = need,
    }
}

/// A seed: any whole number of 64 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seed(pub u64);

impl FromRon for Seed {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        if let Expr::Number(number) = expr
            && let Ok(seed) = number.raw.replace('_', "").parse()
        {
            return Self(seed);
        }
        reader.expected(expr, "不小于 0 的整数");
        Self::default()
    }
}

/// One thing done. Places count from 1, as on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WrittenAct {
    /// Nothing that could be read.
    #[default]
    Nothing,
    /// Lift a receiver.
    PickUp(u32),
    /// See to what is going on at the desk.
    PutAside,
    /// Copy words into a form.
    Fill(String),
    /// Say what stands at a place.
    Say(u32),
    /// Say something of one's own.
    Speak(String),
    /// Write into a box of the note.
    Write(Slot, String),
    /// Put the receiver down, having lowered it for so many milliseconds.
    PutDown(u32),
    /// Ring back.
    RingBack(u32),
    /// End the shift.
    HandOver,
}

/// The words for acts besides those that name a box of the note.
const WORDS: [&str; 8] = ["PickUp", "PutAside", "Fill", "Say", "Speak", "PutDown", "RingBack", "HandOver"];

impl FromRon for WrittenAct {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        match (bare_name(expr), call_of(expr)) {
            (Some("PutAside"), _) => Self::PutAside,
            (Some("HandOver"), _) => Self::HandOver,
            (_, Some(("PickUp", inside))) => Self::PickUp(u32::from_ron(inside, reader)),
            (_, Some(("Fill", inside))) => Self::Fill(String::from_ron(inside, reader)),
            (_, Some(("Say", inside))) => Self::Say(u32::from_ron(inside, reader)),
            (_, Some(("Speak", inside))) => Self::Speak(String::from_ron(inside, reader)),
            (_, Some(("PutDown", inside))) => Self::PutDown(u32::from_ron(inside, reader)),
            (_, Some(("RingBack", inside))) => Self::RingBack(u32::from_ron(inside, reader)),
            (_, Some((name, inside))) if slot(name).is_some() => {
                Self::Write(slot(name).unwrap_or_default(), String::from_ron(inside, reader))
            }
            (name, call) => {
                let written = name.or(call.map(|(name, _)| name)).unwrap_or_default();
                let known = WORDS.into_iter().chain(Slot::ALL.iter().map(|slot| slot.word()));
                let problem = Diagnostic::error("unknown-word", span_of(expr), format!("没有 `{written}` 这样的输入"));
                reader.problems.push(problem.suggest(written, known));
                Self::Nothing
            }
        }
    }
}

fn slot(name: &str) -> Option<Slot> {
    Slot::ALL.iter().copied().find(|slot| slot.word() == name)
}

impl Inputs {
    /// Reads a file of inputs.
    ///
    /// # Errors
    /// With everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let (document, mut problems) = parse(text);
        let mut reader = Reader::default();
        let inputs = document.and_then(|it| it.value).map(|value| Self::from_ron(&value, &mut reader));
        problems.append(&mut reader.problems);
        if let Some(inputs) = &inputs {
            let places = inputs.inputs.iter().filter(|it| it.act.counts_from_zero());
            problems.extend(places.map(|it| {
                Diagnostic::error("mark-out-of-range", it.at, "位置从 1 数起，没有 0").help("照屏幕上的次序写")
            }));
        }
        inputs.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// Writes them as a file.
    pub fn write(&self) -> String {
        let mut out = format!(
            "// 一班前台的全部输入：three-rings drill --replay 本文件，得到同一份成绩。\nInputs(\n    drill: {:?},\n    seed: {},\n    rule: {},\n    inputs: [\n",
            self.drill.value,
            self.seed.value.0,
            self.rule.unwrap_or_default().word()
        );
        for input in &self.inputs {
            out.push_str(&format!("        {},\n", input.written()));
        }
        out.push_str("    ],\n)\n");
        out
    }
}

impl TimedAct {
    /// Reads one that is written on a line of its own; none when it is not one.
    pub fn read(line: &str) -> Option<Self> {
        let (document, problems) = parse(line);
        let mut reader = Reader::default();
        let value = document.and_then(|it| it.value).filter(|_| problems.is_empty())?;
        let timed = Self::from_ron(&value, &mut reader);
        (reader.problems.is_empty() && !timed.act.counts_from_zero()).then_some(timed)
    }

    /// Writes it on a line: `(at_ms: 4200, act: PickUp(1))`.
    pub fn written(&self) -> String {
        format!("(at_ms: {}, act: {})", self.at_ms.value, self.act.written())
    }
}

impl WrittenAct {
    fn counts_from_zero(&self) -> bool {
        matches!(self, Self::PickUp(0) | Self::Say(0) | Self::RingBack(0))
    }

    fn written(&self) -> String {
        match self {
            Self::Nothing | Self::PutAside => "PutAside".to_owned(),
            Self::HandOver => "HandOver".to_owned(),
            Self::PickUp(phone) => format!("PickUp({phone})"),
            Self::Fill(text) => format!("Fill({text:?})"),
            Self::Say(place) => format!("Say({place})"),
            Self::Speak(text) => format!("Speak({text:?})"),
            Self::Write(slot, text) => format!("{}({text:?})", slot.word()),
            Self::PutDown(lowering_ms) => format!("PutDown({lowering_ms})"),
            Self::RingBack(ticket) => format!("RingBack({ticket})"),
        }
    }
}
