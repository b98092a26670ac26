//! When which card is asked again: spaced repetition by FSRS-6, pure functions of what is kept and of a moment.
//!
//! [`grade`] turns an answer into one of four grades; [`next`] turns the grade into what is known of the card from now on,
//! and [`recall`] says how likely it is still known, both by the formulas in [`memory`]. A [`deck`] is all cards there are
//! beside what is known of them: from it come the [`queue`] of today, each card with its [`reason`], and the [`forecast`].
//! What a trainee has set out to do is a [`plan`]. Whether the predictions come true is found out by [`calibration`].
//!
//! Nothing in here reads a clock or throws dice: moments and seeds are arguments. A clock that is set back never makes time
//! run backwards: elapsed time is at least 0, and a card is never seen or due before it was last seen.
//!
//! A [`Review`](crate::record::review::Review) is kept by `Op::Schedule`, an answer by `Op::Answer`.

pub mod calibration;
pub mod day;
pub mod deck;
pub mod forecast;
pub mod grade;
pub mod memory;
pub mod next;
pub mod plan;
pub mod queue;
pub mod reason;
pub mod recall;
