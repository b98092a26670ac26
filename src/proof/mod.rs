//! What can be known of a scenario without a trainee: what careless answering is worth, and how to reach each ending.

pub mod desk;
mod paths;
mod policy;

pub use paths::{Path, paths_to_endings};
pub use policy::{Policy, play_out, score_of};
