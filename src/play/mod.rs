//! What happens in a call: pure, deterministic, and the same for every face.
//!
//! [`step`] is the whole engine: `(state, input, context) -> (state, events)`. Dice come in as a [`deal`], time as a
//! number in the input. [`call`] drives it and keeps the trail, [`score`] judges where it arrived. [`drill`] is a shift at
//! the front desk, [`quiz`] questions and exams.

pub mod call;
pub mod deal;
pub mod debrief;
pub mod drill;
pub mod offer;
pub mod quiz;
pub mod score;
pub mod state;
pub mod step;
