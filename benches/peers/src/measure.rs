//! The stopwatch: every engine once a round, and the median over the rounds.
//!
//! Engines take turns within a round, so that a busy minute on the machine falls
//! on all of them and not on one.

use crate::engine::{Engine, Outcome};
use crate::graph::Graph;
use crate::walk;
use std::path::Path;
use std::time::{Duration, Instant};

/// Turns that are compared with the graph before anything is timed.
const CHECKED_TURNS: usize = 2_000;

/// What to measure.
pub struct Plan {
    /// Turns in the call that is compiled and played.
    pub small: usize,
    /// Turns in the call that is only compiled and loaded.
    pub large: usize,
    /// Turns played in a round.
    pub played: usize,
    /// Rounds to take the median of.
    pub rounds: usize,
    /// Seed of the graphs and of the dice.
    pub seed: u64,
}

impl Plan {
    /// The two calls, small and large.
    pub fn graphs(&self) -> (Graph, Graph) {
        (Graph::generate(self.small, self.seed), Graph::generate(self.large, self.seed))
    }
}

/// One engine with its sources, ready for the stopwatch.
pub struct Lane {
    /// The engine's name in the table.
    pub name: &'static str,
    extension: &'static str,
    small: String,
    large: String,
    check: fn(&str, &Plan) -> Outcome<()>,
    round: fn(&Self, &Plan) -> Outcome<Times>,
}

impl Lane {
    /// Writes both calls in the engine's language.
    pub fn of<E: Engine>(small: &Graph, large: &Graph) -> Self {
        Self {
            name: E::NAME,
            extension: E::EXTENSION,
            small: E::source(small),
            large: E::source(large),
            check: check::<E>,
            round: round::<E>,
        }
    }
}

/// What the stopwatch said.
#[derive(Clone, Copy)]
pub struct Times {
    /// Source of the small call to what the engine compiles to.
    pub compile_small: Duration,
    /// The same for the large call.
    pub compile_large: Duration,
    /// What was compiled to a game before its first turn, small call.
    pub load_small: Duration,
    /// The same for the large call.
    pub load_large: Duration,
    /// All the turns of a round.
    pub play: Duration,
}

/// An engine and its rounds.
pub struct Measured {
    /// The engine's name in the table.
    pub name: &'static str,
    /// One entry a round, in the order they were run.
    pub rounds: Vec<Times>,
}

impl Measured {
    /// The median of one of the times; of an even number, the later of the middle two.
    pub fn median(&self, time: impl Fn(&Times) -> Duration) -> Duration {
        let mut all: Vec<_> = self.rounds.iter().map(time).collect();
        all.sort_unstable();
        all[all.len() / 2]
    }
}

/// Checks every engine, then times them, interleaved.
pub fn run(lanes: &[Lane], plan: &Plan) -> Outcome<Vec<Measured>> {
    for lane in lanes {
        (lane.check)(&lane.small, plan).map_err(|error| format!("{}: {error}", lane.name))?;
    }
    let mut measured: Vec<_> =
        lanes.iter().map(|lane| Measured { name: lane.name, rounds: Vec::with_capacity(plan.rounds) }).collect();
    for count in 1..=plan.rounds {
        for (lane, measured) in lanes.iter().zip(&mut measured) {
            eprintln!("round {count} of {}: {}", plan.rounds, lane.name);
            measured.rounds.push((lane.round)(lane, plan)?);
        }
    }
    Ok(measured)
}

/// Writes every source of the small call to `folder`, to be looked at.
pub fn emit(lanes: &[Lane], folder: &Path) -> Outcome<()> {
    std::fs::create_dir_all(folder)?;
    for lane in lanes {
        let path = folder.join("call").with_extension(lane.extension);
        std::fs::write(&path, &lane.small)?;
        println!("{}", path.display());
    }
    Ok(())
}

fn check<E: Engine>(source: &str, plan: &Plan) -> Outcome<()> {
    let mut game = E::load(E::compile(source)?)?;
    walk::check(&mut game, &plan.graphs().0, plan.seed, CHECKED_TURNS)
}

fn round<E: Engine>(lane: &Lane, plan: &Plan) -> Outcome<Times> {
    let (compile_small, load_small, mut game) = ready::<E>(&lane.small)?;
    let (played, ()) = timed(|| walk::play(&mut game, plan.seed, plan.played))?;
    let (compile_large, load_large, _) = ready::<E>(&lane.large)?;
    Ok(Times { compile_small, compile_large, load_small, load_large, play: played })
}

fn ready<E: Engine>(source: &str) -> Outcome<(Duration, Duration, E::Game)> {
    let (compile, compiled) = timed(|| E::compile(source))?;
    let (load, game) = timed(|| E::load(compiled))?;
    Ok((compile, load, game))
}

fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(Duration, T)> {
    let start = Instant::now();
    let made = work()?;
    Ok((start.elapsed(), made))
}
