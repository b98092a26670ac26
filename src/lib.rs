//! Three Rings (三声之内): a training and role-play simulator for property-service calls.

#![warn(missing_docs)]

pub mod cli;
#[cfg(feature = "app")]
pub mod app;
pub mod content;
pub mod diagnostic;
pub mod disk;
pub mod id;
pub mod locale;
pub mod play;
pub mod proof;
