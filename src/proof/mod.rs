//! What can be known of a scenario without a trainee: what careless answering is worth, and how to reach each ending;
//! and [`trainee`]: half a year of somebody who never was, to try records and charts on.

pub mod desk;
mod paths;
mod policy;
pub mod trainee;

pub use paths::{Path, paths_to_endings};
pub use policy::{Policy, play_out, score_of};
