//! Three Rings (三声之内): a training and role-play simulator for the phone calls of a residential property-service
//! centre.
//!
//! # Code map, in reading order
//! Floors; imports go strictly downward, and `tests/tidy.rs` fails on one that goes up.
//!
//! | floor | module | what |
//! |---|---|---|
//! | 0 | [`id`], [`diagnostic`], [`faces`] | small words everyone needs; the type faces |
//! | 1 | [`content`] | what authors write: text → tree → values → resolved script; one rule of checking, one file |
//! | 2 | [`play`] | what happens in a call: state, one step, dice, score, debrief; [`play::drill`]: in a shift at the front desk |
//! | 3 | [`proof`] | what can be known of a scenario or a shift without a trainee |
//! | 3 | [`record`] | what is kept of practice, and that nobody changed it since |
//! | 4 | [`export`] | records in the formats others read: tables, statements, papers |
//! | 4 | [`disk`], [`locale`] | files and the database; the words of the interface |
//! | 5 | [`cli`], `app` | the two faces: terminal, and window (feature `app`) |
//!
//! Start with [`play::step`]: it is the whole engine of a call. [`play::drill::time`] and [`play::drill::act`] are that of a
//! shift.
//!
//! # What never happens
//! - Nothing below `cli` and `app` knows a screen, a terminal or a wall clock; nothing outside `disk` opens a file
//!   (except where the window saves pictures of itself).
//! - Nothing outside `app` names bevy or egui: `cargo build --no-default-features` pulls neither.
//! - The engine throws no dice and reads no clock: a [`play::deal::Deal`] and milliseconds come in as arguments, so
//!   (script, seed, timed inputs) is the whole call, on every platform.
//! - A shift counts whole milliseconds and knows no frame: however time is cut, the same inputs lead to the same desk.
//! - The state of a call holds nothing that counts without end, no text and no reference: it is finite and hashable.
//! - Nothing is done to the records but through a [`record::op::Op`], whole or not at all, and as often as one likes; a
//!   score in them is derived from inputs beside it, never the other way round.
//! - Nothing outside `disk` names the database; nothing leaves the machine unless somebody asks for a file.
//! - Names are strings only until [`content::resolve`]; past it everything is a number.
//! - Broken content never stops at its first fault and never panics: it is a list of [`diagnostic::Diagnostic`]s.

#![warn(missing_docs)]

pub mod id;

pub mod diagnostic;

pub mod faces;

pub mod content;

pub mod play;

pub mod proof;

pub mod record;

pub mod export;

pub mod disk;

pub mod locale;

pub mod cli;

#[cfg(feature = "app")]
pub mod app;
