//! The people: what a face shows, how it moves, and how somebody is drawn.

pub mod expression;
pub mod paints;
pub mod person;
pub mod portrait;
pub mod rig;
pub mod seeded;
pub mod staff;
