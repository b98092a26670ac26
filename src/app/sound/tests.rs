//! What the sounds are and how a speaker behaves, whatever device it has.

mod ear;
mod mixing;
mod players;
mod ringing;
mod sounds;
mod speaking;
mod speed;
