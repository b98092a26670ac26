//! What it is like around the desk: the time and the day of the call, the weather, how much hangs on the board; and whether
//! the place is alive just now, or rests.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::app::art::light::Weather;
use crate::app::desk::{Desk, Sitting};
use crate::cli::now;
use crate::content::script::{OrderCard, PrepareKind, Script};
use crate::play::debrief::{QuestionName, debrief};

/// How long the place stays alive after a hand has moved, in seconds; then it rests until the next.
const LIVES_SECS: f64 = 4.0;
/// When a call is made whose time is not chosen yet, in minutes of the day.
const STANDING_MINUTE: u32 = 10 * 60;
/// When a shift begins, in minutes of the day.
const SHIFT_BEGINS: u32 = 9 * 60;

/// What it is like around the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The time, in minutes of the day.
    pub minute_of_day: u32,
    /// The day of the month.
    pub day: u32,
    /// The weather.
    pub weather: Weather,
    /// How many work orders hang on the board.
    pub open_orders: usize,
}

impl Surroundings {
    /// Today, here.
    pub fn now() -> Self {
        let now = now().local();
        let day = u32::from(now.day().unsigned_abs());
        let (hour, minute) = (u32::from(now.hour().unsigned_abs()), u32::from(now.minute().unsigned_abs()));
        let weather = weather(&now.date().to_string(), u32::from(now.month().unsigned_abs()));
        Self { minute_of_day: hour * 60 + minute, day, weather, open_orders: 0 }
    }

    /// Today, at the desk, with everything on the board that any of its households waits for.
    pub fn here(desk: &Desk) -> Self {
        let orders = desk.scripts.iter().flat_map(|script| &script.case.orders);
        Self { open_orders: orders.filter(|order| is_on_the_board(order)).count(), ..Self::now() }
    }

    /// Of a call: its day as the scenario says, its time as the trainee chose.
    pub fn of_call(sitting: &Sitting) -> Self {
        let script = sitting.call.script();
        Self { minute_of_day: chosen_minute(sitting).unwrap_or(STANDING_MINUTE), ..Self::of_script(script) }
    }

    /// Of a scenario before its time is chosen.
    pub fn of_script(script: &Script) -> Self {
        let (month, day) = script.case.date.unwrap_or_else(|| {
            let today = now().day();
            (u32::from(today.month().unsigned_abs()), u32::from(today.day().unsigned_abs()))
        });
        let open = script.case.orders.iter().filter(|order| is_on_the_board(order));
        Self { minute_of_day: STANDING_MINUTE, day, weather: weather(&script.id, month), open_orders: open.count() }
    }

    /// Of a shift at a moment of it, in milliseconds.
    pub fn of_shift(id: &str, at_ms: u32) -> Self {
        const MS_PER_MINUTE: u32 = 60_000;
        let today = Self::now();
        let month = u32::from(now().day().month().unsigned_abs());
        Self { minute_of_day: SHIFT_BEGINS + at_ms / MS_PER_MINUTE, weather: weather(id, month), ..today }
    }
}

fn is_on_the_board(order: &OrderCard) -> bool {
    order.status != crate::content::scenario::OrderStatus::Done
}

fn weather(of: &str, month: u32) -> Weather {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    Weather::of_seed(hasher.finish(), month)
}

/// The time the trainee chose to call at, in minutes of the day.
fn chosen_minute(sitting: &Sitting) -> Option<u32> {
    let script = sitting.call.script();
    let step = script.prepare.iter().find(|step| step.kind == PrepareKind::TimeSlot)?;
    let debrief = debrief(&sitting.call);
    let review = debrief.reviews.iter().find(|it| it.question == QuestionName::Prepare(PrepareKind::TimeSlot))?;
    let said = review.said?;
    let answer = step.question.answers.iter().find(|answer| *answer.say == *said)?;
    let (hour, minute) = answer.clock.as_ref()?.split_once(':')?;
    Some(hour.trim().parse::<u32>().ok()? * 60 + minute.trim().parse::<u32>().ok()?)
}

impl Desk {
    /// A hand has moved: the place comes alive.
    pub fn stir(&mut self) {
        self.stirred_secs = self.now_secs;
    }

    /// Whether the place is alive just now.
    pub fn is_alive(&self) -> bool {
        !self.preferences.is_calm && self.now_secs < self.stirred_secs + LIVES_SECS
    }

    /// How long the place has been alive in all, in seconds: clouds drift on from where they stood.
    pub fn lived_secs(&self) -> f64 {
        self.lived_secs
    }

    /// Lets the place live for the time that has passed.
    pub fn live(&mut self, passed_secs: f64) {
        /// After a longer pause it goes on as if there had been none.
        const LONGEST_STEP_SECS: f64 = 0.25;
        if self.is_alive() {
            self.lived_secs += passed_secs.clamp(0.0, LONGEST_STEP_SECS);
        }
    }
}
