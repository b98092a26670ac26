//! The small exam in `tests/quiz` and somebody who sits it: a question of each kind, two minutes, passed with 60.

use super::quiz::{small_exam, small_quiz, wrong};
use three_rings::content::shelf::Setting;
use three_rings::play::quiz::exam::{Act, Input, Refused, Sitting};
use three_rings::play::quiz::reply::Reply;

/// How long the small exam takes.
pub const LIMIT: u32 = 120_000;

/// The small exam as a seed draws it, nothing answered yet.
pub fn exam() -> Sitting {
    small_exam(&small_quiz(), 7, Setting::default())
}

/// Somebody who sits an exam, told in short words.
pub trait Sat {
    /// Answers a question.
    ///
    /// # Errors
    /// When it is not taken.
    fn answer(&mut self, at_ms: u32, id: &str, reply: Reply) -> Result<(), Refused>;
    /// Answers it right.
    fn right(&mut self, at_ms: u32, id: &str);
    /// Answers it wrongly.
    fn wrong(&mut self, at_ms: u32, id: &str);
    /// Hands it in.
    ///
    /// # Errors
    /// When it is over.
    fn hand_in(&mut self, at_ms: u32) -> Result<(), Refused>;
    /// The place of a question.
    fn place(&self, id: &str) -> usize;
}

impl Sat for Sitting {
    fn answer(&mut self, at_ms: u32, id: &str, reply: Reply) -> Result<(), Refused> {
        let place = self.place(id);
        self.take(Input { at_ms, act: Act::Answer { place, reply } })
    }

    fn right(&mut self, at_ms: u32, id: &str) {
        let reply = Reply::right(&self.paper()[self.place(id)].task);
        self.answer(at_ms, id, reply).expect("it fits and is in time");
    }

    fn wrong(&mut self, at_ms: u32, id: &str) {
        let reply = wrong(&self.paper()[self.place(id)].task);
        self.answer(at_ms, id, reply).expect("it fits and is in time");
    }

    fn hand_in(&mut self, at_ms: u32) -> Result<(), Refused> {
        self.take(Input { at_ms, act: Act::HandIn })
    }

    fn place(&self, id: &str) -> usize {
        self.paper().iter().position(|card| card.id.as_ref() == id).unwrap_or_else(|| panic!("no `{id}`"))
    }
}

/// The questions of the small exam, by name.
pub const ALL: [&str; 12] = [
    "one", "some", "holds", "steps", "sorted", "beside", "how-many", "exactly", "in-words", "at-fault", "noted",
    "spoken",
];

/// Some right, some wrong, one half, and handed in.
pub fn handed_in() -> Sitting {
    let mut sitting = exam();
    ALL[..7].iter().for_each(|id| sitting.right(10_000, id));
    sitting.wrong(20_000, "spoken");
    sitting.take(Input { at_ms: 30_000, act: Act::Flag { place: 2, is_on: true } }).expect("a question");
    sitting.take(Input { at_ms: 35_000, act: Act::Tick }).expect("in time");
    sitting.answer(40_000, "at-fault", Reply::Finds { line: Some(1), fault: None }).expect("it fits");
    sitting.hand_in(50_000).expect("in time");
    sitting
}
