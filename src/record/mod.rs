//! What is kept of practice: who, what was done, what it was worth, and that nobody changed it since.
//!
//! An [`attempt::Attempt`] is everything that is needed to have a call or a shift again: the content it was played with
//! (an [`edition::Edition`]), the seed, the timed inputs. Its [`summary::Summary`] is derived and kept beside it, so that
//! half a year can be drawn without playing it all again; [`replay`] finds out whether the two still agree. Finished
//! attempts of one trainee form a [`chain`]. Answers to questions are kept in a [`review`], and the [`schedule`] says from
//! them which card is to be asked again when. Everything that can be done to the records is an [`op::Op`]; the disk carries
//! them out.

pub mod attempt;
pub mod chain;
pub mod edition;
pub mod file;
pub mod ledger;
pub mod moment;
pub mod op;
pub mod profile;
pub mod progress;
pub mod replay;
pub mod review;
pub mod schedule;
pub mod study;
pub mod summary;
