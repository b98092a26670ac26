//! One call, several dialogue engines, one table: how long each takes to compile
//! the same generated call, and how many turns a second it plays.
//!
//! In reading order:
//! - [`graph`]: the call that everybody plays, made from a seed;
//! - [`engine`]: what an engine must be able to do to take part;
//! - [`engines`]: the ones that take part, a file each;
//! - [`walk`]: playing turns, and the transcript that proves they were the right ones;
//! - [`measure`]: the stopwatch, and medians over interleaved rounds;
//! - [`options`], [`report`]: the command line, and the table.
//!
//! Nothing here asserts a time. What is asserted is that every engine shows the
//! same words as the graph itself, because only equal work is worth timing.

mod engine;
mod engines;
mod graph;
mod measure;
mod options;
mod report;
mod walk;

use engine::Outcome;
use options::Options;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<()> {
    let options = Options::from_args(std::env::args().skip(1))?;
    if options.help {
        print!("{}", options::HELP);
        return Ok(());
    }
    let mut lanes = engines::all(&options.plan);
    lanes.retain(|lane| lane.name.contains(&options.only));
    if lanes.is_empty() {
        return Err(format!("no engine's name contains {}", options.only).into());
    }
    if let Some(folder) = &options.emit {
        return measure::emit(&lanes, folder);
    }
    let results = measure::run(&lanes, &options.plan)?;
    if options.json {
        println!("{:#}", report::json(&results, &options.plan));
    } else {
        print!("{}", report::markdown(&results, &options.plan));
    }
    Ok(())
}
