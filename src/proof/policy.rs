//! What a scenario is worth to somebody who does not listen: always the first answer, always the longest, any.
//!
//! A fair scenario fails all of them and gives full marks to the recommended line.

use std::sync::Arc;

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::content::script::Script;
use crate::play::call::Call;
use crate::play::offer::{Reply, words};
use crate::play::score::{Score, score};

/// A way of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// What the author recommends.
    Recommended,
    /// Whatever stands first on the screen.
    FirstShown,
    /// Whatever stands first in the file.
    FirstWritten,
    /// Whatever has the most words.
    Longest,
    /// Anything.
    Random,
}

/// The most answers one call can take before it must be going in circles.
const LONGEST_CALL: usize = 400;

/// Plays a call to its end by a policy.
///
/// # Panics
/// If the call does not end within 400 answers: a scenario that passed its check does.
pub fn play_out(script: &Arc<Script>, seed: u64, policy: Policy) -> Call {
    let mut call = Call::new(script.clone(), seed);
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(!seed);
    for _ in 0..LONGEST_CALL {
        if call.is_over() {
            return call;
        }
        let place = choose(&call, policy, &mut dice);
        call.reply(place).expect("a reply that was offered");
    }
    panic!("`{}` does not end under {policy:?} with seed {seed}", script.id);
}

/// The score of a call played by a policy.
pub fn score_of(script: &Arc<Script>, seed: u64, policy: Policy) -> Score {
    score(play_out(script, seed, policy).state(), script)
}

fn choose(call: &Call, policy: Policy, dice: &mut Xoshiro256PlusPlus) -> u8 {
    let replies = call.replies();
    let place = |wanted: Option<Reply>| replies.iter().position(|&reply| Some(reply) == wanted).unwrap_or(0);
    let place = match policy {
        Policy::Recommended => place(call.recommended()),
        Policy::FirstShown => 0,
        Policy::FirstWritten => place(replies.iter().min_by_key(|&&reply| written(reply)).copied()),
        Policy::Longest => place(replies.iter().max_by_key(|&&reply| length(reply, call)).copied()),
        Policy::Random => dice.random_range(0..replies.len()),
    };
    u8::try_from(place).unwrap_or(0)
}

fn written(reply: Reply) -> u16 {
    match reply {
        Reply::Answer(answer) => u16::from(answer),
        Reply::Note(note) => note.0,
        Reply::Enough => u16::MAX,
    }
}

fn length(reply: Reply, call: &Call) -> usize {
    words(reply, call.state().phase, call.script()).map_or(0, |words| words.chars().count())
}
