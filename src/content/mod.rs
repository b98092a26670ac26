//! What authors write, from text to something playable.
//!
//! The pipeline, in order: [`syntax`] (text to tree), [`read`] (tree to values), [`resolve`] (names to numbers, facts
//! filled into lines), [`check`] (one rule, one file). [`shelf`] runs it over everything there is. Nothing here opens a
//! file: texts come in as arguments.

pub mod check;
pub mod circumstance;
pub mod drill;
pub mod file;
pub mod fill;
pub mod language;
pub mod law;
pub mod look;
pub mod names;
pub mod quiz;
pub mod read;
pub mod resolve;
pub mod rubric;
pub mod scenario;
pub mod script;
pub mod shelf;
pub mod shipped;
pub mod syntax;
pub mod temperament;
pub mod walk;
