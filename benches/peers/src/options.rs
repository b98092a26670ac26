//! The command line.

use crate::engine::Outcome;
use crate::measure::Plan;
use std::path::PathBuf;
use std::str::FromStr;

/// What `--help` prints.
pub const HELP: &str = "\
Times dialogue engines on one generated call.

  --turns N    turns in the call that is compiled and played (1000)
  --large N    turns in the call that is only compiled and loaded (10000)
  --played N   turns played in a round (50000)
  --rounds N   rounds to take the median of (5)
  --seed N     seed of the call and of the choices (1)
  --only NAME  only engines whose name contains NAME
  --emit DIR   write the call as each engine's source to DIR, time nothing
  --json       print JSON with every round instead of a table
";

const FEWEST_TURNS: usize = 2;
const FEWEST_ROUNDS: usize = 1;

/// What was asked for.
pub struct Options {
    /// What to measure.
    pub plan: Plan,
    /// JSON rather than a table.
    pub json: bool,
    /// Part of the names of the engines to take; empty for all.
    pub only: String,
    /// Where to write the sources, instead of measuring.
    pub emit: Option<PathBuf>,
    /// Help, instead of measuring.
    pub help: bool,
}

impl Default for Options {
    fn default() -> Self {
        let plan = Plan { small: 1_000, large: 10_000, played: 50_000, rounds: 5, seed: 1 };
        Self { plan, json: false, only: String::new(), emit: None, help: false }
    }
}

impl Options {
    /// Reads the arguments that follow the program's name.
    ///
    /// # Errors
    /// When an argument is unknown, lacks its value or is too small.
    pub fn from_args(mut args: impl Iterator<Item = String>) -> Outcome<Self> {
        let mut options = Self::default();
        while let Some(flag) = args.next() {
            options.set(&flag, &mut args)?;
        }
        Ok(options)
    }

    fn set(&mut self, flag: &str, args: &mut impl Iterator<Item = String>) -> Outcome<()> {
        match flag {
            "--turns" => self.plan.small = at_least(FEWEST_TURNS, flag, args)?,
            "--large" => self.plan.large = at_least(FEWEST_TURNS, flag, args)?,
            "--played" => self.plan.played = at_least(1, flag, args)?,
            "--rounds" => self.plan.rounds = at_least(FEWEST_ROUNDS, flag, args)?,
            "--seed" => self.plan.seed = value(flag, args)?,
            "--only" => self.only = value(flag, args)?,
            "--emit" => self.emit = Some(value(flag, args)?),
            "--json" => self.json = true,
            "--help" | "-h" => self.help = true,
            _ => return Err(format!("no option {flag}\n\n{HELP}").into()),
        }
        Ok(())
    }
}

fn at_least(fewest: usize, flag: &str, args: &mut impl Iterator<Item = String>) -> Outcome<usize> {
    let number = value(flag, args)?;
    if number < fewest {
        return Err(format!("{flag} must be at least {fewest}").into());
    }
    Ok(number)
}

fn value<T: FromStr>(flag: &str, args: &mut impl Iterator<Item = String>) -> Outcome<T> {
    let text = args.next().ok_or_else(|| format!("{flag} needs a value"))?;
    text.parse().map_err(|_| format!("{flag} cannot be {text:?}").into())
}
