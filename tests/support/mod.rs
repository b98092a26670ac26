//! What several drivers need: the shelf that ships, the small shelf in `tests/data`, and a call driven by its words.
#![allow(dead_code, reason = "each driver is a crate of its own and uses its own part")]

pub mod desk;
pub mod exam;
pub mod quiz;
pub mod records;
pub mod trainee;

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use three_rings::content::drill::card::DrillCard;
use three_rings::content::script::Script;
use three_rings::content::shelf::{Setting, Shelf, read};
use three_rings::content::shipped;
use three_rings::diagnostic::{Source, render};
use three_rings::play::call::{Beat, Call};
use three_rings::play::offer::{Reply, words};
use three_rings::play::score::{Score, score};
use three_rings::play::step::{Act, Input};

/// The scenarios that ship.
pub const SHIPPED: [&str; 5] =
    ["busy-owner", "evasive-owner", "angry-owner", "defect-household", "out-of-contact-owner"];

/// A path below the repository's root.
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder with an extension, in the order of the alphabet.
pub fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let paths = walk.map(|entry| entry.expect("a readable folder").into_path());
    paths.filter(|path| path.is_file() && path.extension().is_some_and(|it| it == extension)).collect()
}

/// The text of a file of the repository.
pub fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The shelf as it ships.
pub fn shipped() -> &'static Shelf {
    static SHELF: LazyLock<Shelf> = LazyLock::new(shipped::shelf);
    &SHELF
}

/// The shelf in `tests/data`: round weights, a temperament that scales nothing, two short calls.
pub fn small() -> &'static Shelf {
    static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
        let mut shelf = Shelf::default();
        for path in files_below(&root("tests/data"), "ron") {
            let source = Source { name: path.display().to_string(), text: text_of(&path) };
            let (content, problems) = read(&source.text);
            assert!(problems.is_empty(), "{}", render(&source, &problems));
            shelf.add(source, content.expect("content"));
        }
        shelf
    });
    &SHELF
}

/// A scenario of a shelf, ready to play.
pub fn script(shelf: &Shelf, id: &str) -> Arc<Script> {
    let (source, scenario) = shelf.scenario(id).unwrap_or_else(|| panic!("no scenario `{id}`"));
    let script = shelf.script(scenario, Setting::default());
    script.unwrap_or_else(|problems| panic!("{}", render(source, &problems)))
}

/// Every scenario that ships, ready to play.
pub fn shipped_scripts() -> impl Iterator<Item = Arc<Script>> {
    SHIPPED.iter().map(|id| script(shipped(), id))
}

/// Every shift at the front desk that ships, ready to be worked.
pub fn shipped_shifts() -> impl Iterator<Item = Arc<DrillCard>> {
    shipped().drills.iter().map(|(source, drill)| {
        let shift = shipped().shift(drill, Setting::default());
        shift.unwrap_or_else(|problems| panic!("{}", render(source, &problems)))
    })
}

/// The score of a call as it stands.
pub fn score_of(call: &Call) -> Score {
    score(call.state(), call.script())
}

/// The words of a reply that is open; `就这些` for "that is all".
pub fn words_of(call: &Call, reply: Reply) -> &str {
    words(reply, call.state().phase, call.script()).unwrap_or("就这些")
}

/// The place of the one reply whose words begin so.
///
/// # Errors
/// With what is offered, when none or several begin so.
pub fn place_of(call: &Call, start: &str) -> Result<u8, String> {
    let offered: Vec<&str> = call.replies().iter().map(|&reply| words_of(call, reply)).collect();
    let begins: Vec<usize> = (0..offered.len()).filter(|&place| offered[place].starts_with(start)).collect();
    match begins.as_slice() {
        [place] => Ok(u8::try_from(*place).expect("few replies")),
        [] => Err(format!("no reply begins with “{start}”; offered:\n  {}", offered.join("\n  "))),
        _ => Err(format!("several replies begin with “{start}”:\n  {}", offered.join("\n  "))),
    }
}

/// A call taken by what is said in it.
pub trait Spoken {
    /// Says the reply that begins so, once the owner has finished.
    fn say(&mut self, start: &str) -> &Beat;
    /// Says it into the owner's words.
    fn say_over(&mut self, start: &str) -> &Beat;
    /// Lets the think-timer run out.
    fn stay_silent(&mut self) -> &Beat;
    /// Says whatever is recommended until the call is over.
    fn as_recommended(&mut self);
}

impl Spoken for Call {
    fn say(&mut self, start: &str) -> &Beat {
        let place = place_of(self, start).unwrap_or_else(|problem| panic!("{problem}"));
        self.reply(place).expect("a reply that is offered")
    }

    fn say_over(&mut self, start: &str) -> &Beat {
        let place = place_of(self, start).unwrap_or_else(|problem| panic!("{problem}"));
        self.take(Input { after_ms: 0, act: Act::Reply(place) }).expect("a reply that is offered")
    }

    fn stay_silent(&mut self) -> &Beat {
        self.take(Input { after_ms: 20_000, act: Act::StaySilent }).expect("a moment to be silent in")
    }

    fn as_recommended(&mut self) {
        while !self.is_over() {
            let wanted = self.recommended();
            let place = self.replies().iter().position(|&reply| Some(reply) == wanted).expect("a recommended reply");
            self.reply(u8::try_from(place).expect("few replies")).expect("a reply that is offered");
        }
    }
}

/// What the program said and how it left.
pub struct Run {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Long past anything but a hang.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(120);

/// Runs the program in a folder; one that does not come back is ended and fails the test.
pub fn run_in(folder: &Path, args: &[&str]) -> Run {
    use std::io::Read as _;
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_three-rings"))
        .args(args)
        .current_dir(folder)
        .env("HOME", folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (mut out, mut err) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
    let (told, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        let _ = err.read_to_string(&mut text);
        let _ = told.send(text);
    });
    let (said, listened) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        let _ = out.read_to_string(&mut text);
        let _ = said.send(text);
    });
    let (Ok(out), Ok(err)) = (listened.recv_timeout(PATIENCE), heard.recv_timeout(PATIENCE)) else {
        let _ = child.kill();
        panic!("three-rings {args:?} does not come back");
    };
    let code = child.wait().expect("its own child").code().unwrap_or(-1);
    assert!(!err.contains("panicked at"), "three-rings {args:?} panicked:\n{err}");
    Run { code, out, err }
}

/// Runs the program at the repository's root.
pub fn run(args: &[&str]) -> Run {
    run_in(&root(""), args)
}
