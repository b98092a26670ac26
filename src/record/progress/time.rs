//! Time practised: week by week, altogether, and with what.

use jiff::civil::Date;

use crate::record::attempt::{Kept, Kind};
use crate::record::progress::{before, days_between, monday_of};

/// How many weeks are shown, this one included.
pub const WEEKS: usize = 26;
const DAYS_PER_WEEK: i64 = 7;

/// Time practised. Milliseconds; see [`minutes`](super::minutes).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The latest [`WEEKS`] ISO weeks, the last of them this one.
    pub weeks: Vec<Week>,
    /// Everything ever practised.
    pub whole: Practised,
    /// With what, in the order it was first practised.
    pub subjects: Vec<SubjectTime>,
}

/// One week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// What was practised in it.
    pub practised: Practised,
}

/// How much was practised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Practised {
    /// Calls, finished or not, retries too.
    pub calls: u32,
    /// With them, in milliseconds.
    pub calls_ms: u64,
    /// Shifts, finished or not, retries too.
    pub shifts: u32,
    /// With them, in milliseconds.
    pub shifts_ms: u64,
    /// Exams, handed in or not.
    pub exams: u32,
    /// With them, in milliseconds.
    pub exams_ms: u64,
}

/// How much was practised with one scenario or shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectTime {
    /// What kind.
    pub kind: Kind,
    /// Its id.
    pub subject: String,
    /// Its title, as the latest attempt has it.
    pub title: String,
    /// How often.
    pub attempts: u32,
    /// How long, in milliseconds.
    pub practised_ms: u64,
}

impl Practised {
    /// All of it together, in milliseconds.
    pub fn all_ms(&self) -> u64 {
        self.calls_ms + self.shifts_ms + self.exams_ms
    }

    fn add(&mut self, kept: &Kept) {
        let (count, ms) = match kept.attempt.setup.kind {
            Kind::Call => (&mut self.calls, &mut self.calls_ms),
            Kind::Shift => (&mut self.shifts, &mut self.shifts_ms),
            Kind::Exam => (&mut self.exams, &mut self.exams_ms),
        };
        *count += 1;
        *ms += u64::from(kept.attempt.lasted_ms);
    }
}

/// Time practised, as seen on a day.
pub fn time(kept: &[Kept], today: Date) -> Time {
    let mut time = Time { weeks: weeks_until(today), whole: Practised::default(), subjects: Vec::new() };
    let first = time.weeks.first().map_or(today, |week| week.monday);
    for kept in kept {
        time.whole.add(kept);
        let weeks_in = days_between(first, kept.attempt.setup.began.day()).div_euclid(DAYS_PER_WEEK);
        if let Some(week) = usize::try_from(weeks_in).ok().and_then(|week| time.weeks.get_mut(week)) {
            week.practised.add(kept);
        }
        subject_of(&mut time.subjects, kept).add(kept);
    }
    time
}

fn weeks_until(today: Date) -> Vec<Week> {
    let monday = |back: usize| before(monday_of(today), i64::try_from(back).unwrap_or(0) * DAYS_PER_WEEK);
    let week = |back| Week { monday: monday(back), practised: Practised::default() };
    (0..WEEKS).rev().map(week).collect()
}

fn subject_of<'s>(subjects: &'s mut Vec<SubjectTime>, kept: &Kept) -> &'s mut SubjectTime {
    let setup = &kept.attempt.setup;
    let known = subjects.iter().position(|it| it.kind == setup.kind && it.subject == setup.subject);
    let place = known.unwrap_or_else(|| {
        let (kind, subject) = (setup.kind, setup.subject.clone());
        subjects.push(SubjectTime { kind, subject, title: String::new(), attempts: 0, practised_ms: 0 });
        subjects.len() - 1
    });
    &mut subjects[place]
}

impl SubjectTime {
    fn add(&mut self, kept: &Kept) {
        kept.attempt.summary.title().clone_into(&mut self.title);
        self.attempts += 1;
        self.practised_ms += u64::from(kept.attempt.lasted_ms);
    }
}
