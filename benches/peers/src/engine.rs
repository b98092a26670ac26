//! What an engine must be able to do to take part: [`Engine`] makes a game out of
//! a call, [`Game`] plays it.

use crate::graph::Graph;

/// What can go wrong, in whatever words the engine has for it.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// From the call to a game, in three steps; [`compile`](Self::compile) and
/// [`load`](Self::load) are timed.
pub trait Engine {
    /// The engine's name in the table.
    const NAME: &'static str;
    /// The ending of its source files, without the dot.
    const EXTENSION: &'static str;
    /// What compiling yields: whatever a program would keep in memory or ship.
    type Compiled;
    /// A game standing before its first turn.
    type Game: Game;

    /// Writes the call in the engine's own language. Not timed.
    fn source(graph: &Graph) -> String;

    /// Compiles the source as a writer's tool would: with all the checks it makes.
    ///
    /// # Errors
    /// When the engine rejects the source.
    fn compile(source: &str) -> Outcome<Self::Compiled>;

    /// Makes what was compiled ready to play.
    ///
    /// # Errors
    /// When the engine rejects what its compiler made.
    fn load(compiled: Self::Compiled) -> Outcome<Self::Game>;
}

/// Plays turn by turn: [`line`](Self::line), [`choice`](Self::choice) for each of
/// the [`CHOICES`](crate::graph::CHOICES), [`choose`](Self::choose), and again.
pub trait Game {
    /// Goes to the next turn and renders the owner's line, the shown variable filled in.
    ///
    /// # Errors
    /// When the engine stops, or shows something other than a line and choices.
    fn line(&mut self) -> Outcome<String>;

    /// The text of a choice of the current turn.
    fn choice(&self, index: usize) -> &str;

    /// Takes a choice of the current turn.
    ///
    /// # Errors
    /// When the engine does not take it.
    fn choose(&mut self, index: usize) -> Outcome<()>;

    /// The moved variable, or `None` when it cannot be read.
    ///
    /// Ink and Yarn may apply a choice only on the next [`line`](Self::line), so it
    /// is asked only between a line and its choice.
    fn moved(&self) -> Option<i32>;

    /// What the moved variable should be after a choice that moves it `by`; an
    /// engine that scales or bounds it says so here.
    fn after_move(moved: i32, by: i32) -> i32 {
        moved + by
    }
}
