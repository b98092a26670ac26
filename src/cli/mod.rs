//! The terminal face: `list`, `play`, `drill`, `quiz`, `check`, the records and what is exported of them; and the way into the
//! window.

mod args;
mod bank;
mod certificate;
mod check;
mod demo;
mod drill;
mod export;
mod keeping;
mod list;
mod notebook;
mod play;
mod profile;
mod quiz;
mod records;
mod report;
mod translate;
mod verify;

use std::io::Write as _;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser as _;
use clap::error::ErrorKind;
use jiff::Zoned;

#[cfg(feature = "app")]
pub use args::Screens;
pub use args::{Args, Command, Drill};
pub use drill::{ForDuty, answered_in_words, fell_short_in_words, reactions_in_words, record};
pub use keeping::{data_folder, loss_in_words, trouble_in_words};
pub use play::verdict_key;
pub use profile::bad_name_key;
pub use report::{why, wordless};

use crate::content::shelf::Shelf;
use crate::diagnostic::render;
use crate::disk::{self, Complaint};
use crate::locale::Locale;
use crate::record::moment::Moment;

/// Success.
pub const DONE: u8 = 0;
/// Checked content has errors.
pub const HAS_ERRORS: u8 = 1;
/// The command could not be carried out as given.
pub const CANNOT: u8 = 2;

/// Runs the program with the arguments it was started with.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            // A closed pipe is the reader's choice, not a failure.
            let _ = error.print();
            return ExitCode::from(if is_help { DONE } else { CANNOT });
        }
    };
    ExitCode::from(match args.command {
        None => window(&args),
        Some(Command::List(ref list)) => list::run(list, &args),
        Some(Command::Play(ref play)) => play::run(play, &args),
        Some(Command::Drill(ref drill)) => drill::run(drill, &args),
        Some(Command::Quiz(ref quiz)) => quiz::run(quiz, &args),
        Some(Command::Check(ref check)) => check::run(check),
        Some(Command::Profile(ref profile)) => profile::run(profile, &args),
        Some(Command::Records(ref records)) => records::run(records, &args),
        Some(Command::Verify(ref verify)) => verify::run(verify, &args),
        Some(Command::Export(ref export)) => export::run(export, &args),
        Some(Command::Translate(ref translate)) => translate::run(translate, &args),
        Some(Command::Bank(ref bank)) => bank::run(bank, &args),
        Some(Command::Certificate(ref certificate)) => certificate::run(certificate, &args),
        Some(Command::DemoData(ref demo)) => demo::run(demo, &args),
        #[cfg(feature = "app")]
        Some(Command::Screens(ref screens)) => crate::app::screens_to(screens, &args),
    })
}

#[cfg(feature = "app")]
fn window(args: &Args) -> u8 {
    crate::app::run(args)
}

#[cfg(not(feature = "app"))]
fn window(args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    eprintln!("{}", locale.with("cli-no-window", &[("example", EXAMPLE.into())]));
    CANNOT
}

/// A scenario that ships, for messages that say what one can do instead.
pub const EXAMPLE: &str = "busy-owner";

/// The shelf as the arguments want it; problems of the trainer's folder are told and the rest is used.
pub fn shelf(args: &Args) -> Shelf {
    let (shelf, complaints) = disk::shelf(args.scenarios.as_deref());
    tell(&complaints, &Locale::new(args.lang()));
    shelf
}

/// A seed nobody chose.
pub fn seed_from_clock() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::from(since.subsec_nanos()) ^ since.as_secs()
}

/// What the clock on the wall says.
pub fn now() -> Moment {
    Moment::of(&Zoned::now())
}

/// Says why something cannot be done.
fn refuse(message: &str) -> u8 {
    eprintln!("{message}");
    CANNOT
}

/// Writes to standard output; a closed pipe is the reader's choice, not a failure.
pub fn out(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn tell(complaints: &[Complaint], locale: &Locale) {
    if complaints.is_empty() {
        return;
    }
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{}", locale.text("cli-folder-problems"));
    for (source, problems) in complaints {
        let _ = write!(err, "{}", render(source, problems));
    }
}
