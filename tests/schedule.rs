//! When which card is asked again: as the reference says, whatever the clock does, and in which order on a day.

#[path = "schedule/clock.rs"]
mod clock;
#[path = "schedule/forecasts.rs"]
mod forecasts;
#[path = "schedule/kit.rs"]
mod kit;
#[path = "schedule/monotone.rs"]
mod monotone;
#[path = "schedule/queued.rs"]
mod queued;
#[path = "schedule/reference.rs"]
mod reference;
