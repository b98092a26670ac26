//! A shift at the front desk: phones that ring in time, one pair of hands, people who wait or do not.
//!
//! [`state::State`] is the desk at one moment, in whole milliseconds since the shift began. Two things change it: time
//! ([`time::advance`]), in which everything that is due happens in its order and at its own millisecond, and what the
//! trainee does ([`act::take`]). However finely time is cut into frames, the same inputs at the same milliseconds lead to
//! the same desk. Dice come in as a [`plan::Plan`]. [`shift::Shift`] drives it and keeps the trail; [`judge`] judges.
//!
//! What falls on the same millisecond happens before what the trainee does in it: who gives up at 30,000 ms is gone for
//! a hand that lifts the receiver at 30,000 ms. How rings are counted says
//! [`Rings::heard`](crate::content::drill::card::Rings::heard).

pub mod act;
pub mod clock;
pub mod judge;
pub mod note;
pub mod offer;
pub mod plan;
pub mod shift;
pub mod state;
pub mod statistics;
pub mod time;
pub mod trail;
