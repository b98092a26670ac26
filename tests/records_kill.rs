//! Kills the program 500 times while somebody practises: what it had acknowledged is there afterwards, and goes on.
//!
//! An answer counts as acknowledged once the question after it stands on standard output, a call once the program has
//! left. The one answer on its way when the program dies may be there or not; nothing else may.

mod support;

use std::io::{BufReader, Read, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;
use support::records::{Home, NAME, SCENARIO, store, whole_chain};
use three_rings::disk::records::Store;
use three_rings::record::chain::verify;
use three_rings::record::ledger::PROGRAM;
use three_rings::record::profile::Profile;
use three_rings::record::replay::{Check, Shelves};
use uuid::Uuid;

/// How often it is killed.
const KILLS: usize = 500;
/// How many data folders, each in a thread of its own.
const FOLDERS: usize = 2;
/// What it prints when it waits for an answer.
const PROMPT: &str = "选几？ ";
/// The most answers the small call takes, and some.
const MOST_ANSWERS: u32 = 16;
/// Heads the verdicts, after the last answer.
const JUDGED: &str = "\n过程：";

/// One run of the program with a pipe to it.
struct Playing {
    child: Child,
    typed: Option<ChildStdin>,
    said: BufReader<ChildStdout>,
    /// What it said since the last question.
    heard: Vec<u8>,
}

/// How far a run came, as one sees from outside.
#[derive(Default)]
struct Came {
    /// How many questions stood on standard output.
    asked: usize,
    /// Whether it came to its end by itself.
    is_over: bool,
}

impl Playing {
    fn start(home: &Home, args: &[&str]) -> Self {
        let mut command = home.command(&[&["play", SCENARIO, "--profile", NAME], args].concat());
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
        let typed = child.stdin.take();
        let said = BufReader::new(child.stdout.take().expect("piped"));
        Self { child, typed, said, heard: Vec::new() }
    }

    /// Reads to the next question; false when there is none any more.
    fn is_asked(&mut self) -> bool {
        let mut byte = [0];
        while self.said.read(&mut byte).is_ok_and(|count| count == 1) {
            self.heard.push(byte[0]);
            if self.heard.ends_with(PROMPT.as_bytes()) {
                self.heard.clear();
                return true;
            }
        }
        false
    }

    /// Answers; one who is dead does not hear it.
    fn answer(&mut self) {
        if let Some(typed) = &mut self.typed {
            let _ = typed.write_all(b"1\n");
        }
    }

    /// Kills it, reads what it had still said, and says how far it came.
    fn kill(mut self, mut came: Came) -> Came {
        self.child.kill().expect("its own child");
        while self.is_asked() {
            came.asked += 1;
        }
        let is_judged = String::from_utf8_lossy(&self.heard).contains(JUDGED);
        came.is_over = self.child.wait().expect("its own child").success() || is_judged;
        came
    }
}

/// When a run is killed.
enum Moment {
    /// While it waits for an answer.
    Waiting,
    /// At once after an answer was sent.
    AtOnce,
    /// So many turns of an idle loop after that.
    Spins(u32),
    /// Before it ever asked.
    Starting(u32),
}

fn drawn(dice: &mut impl Rng) -> Moment {
    match dice.random_range(0..8) {
        0 => Moment::Starting(dice.random_range(0..2_000_000)),
        1 => Moment::Waiting,
        2 => Moment::AtOnce,
        // In debug up to some ten milliseconds: an answer takes about that long to be written.
        _ => Moment::Spins(dice.random_range(0..600_000)),
    }
}

fn spin(turns: u32) {
    for turn in 0..turns {
        std::hint::black_box(turn);
    }
}

/// Plays until the drawn moment and kills it there.
fn play(home: &Home, args: &[&str], dice: &mut impl Rng) -> Came {
    let mut playing = Playing::start(home, args);
    let mut came = Came::default();
    let moment = drawn(dice);
    if let Moment::Starting(turns) = moment {
        spin(turns);
        return playing.kill(came);
    }
    for _ in 0..dice.random_range(0..MOST_ANSWERS) {
        if !playing.is_asked() {
            break;
        }
        came.asked += 1;
        // There is always a first reply; what it says the seed decides.
        playing.answer();
    }
    match moment {
        Moment::Waiting => came.asked += usize::from(playing.is_asked()),
        Moment::Spins(turns) => spin(turns),
        Moment::AtOnce | Moment::Starting(_) => {}
    }
    playing.kill(came)
}

/// What a data folder must hold, as far as one knows who stood outside.
#[derive(Default)]
struct Known {
    /// Answers in the attempt that was broken off last.
    begun: usize,
    /// The ids of those that are finished, in order.
    ids: Vec<Uuid>,
}

impl Known {
    /// Opens the records after a kill and looks for everything.
    fn check(&mut self, home: &Home, who: &Profile, came: &Came, is_resumed: bool) {
        let keeper = home.keeper();
        let store = store(&keeper);
        assert_eq!(keeper.status(), Default::default());
        let is_finished = self.check_finished(store, who, came);
        let opened = store.unfinished(who.id).expect("readable");
        let before = if is_resumed { self.begun } else { 0 };
        self.begun = opened.first().map_or(0, |open| open.inputs.len());
        if is_finished || came.asked == 0 && !is_resumed {
            return;
        }
        let open = opened.first().expect("an attempt that was broken off");
        // Every question but the first stands for an answer; one more may have been on its way.
        let (inputs, answered) = (open.inputs.len(), before + came.asked.saturating_sub(1));
        assert!((answered..=answered + 1).contains(&inputs), "{inputs} answers, {answered} acknowledged");
        let mut shelves = Shelves::new(store.editions().expect("editions"));
        assert!(shelves.resume(&open.setup, &open.inputs).is_ok(), "it cannot be gone on with");
    }
}

impl Known {
    /// The chain holds and grew by what was acknowledged, which replays; whether it grew.
    fn check_finished(&mut self, store: &Store, who: &Profile, came: &Came) -> bool {
        let links = store.links(who.id).expect("readable");
        assert_eq!(verify(who.id, &links, &store.head(who.id).expect("readable")), Ok(()));
        let least = self.ids.len() + usize::from(came.is_over);
        let most = self.ids.len() + 1;
        assert!((least..=most).contains(&links.len()), "{} finished, {least} to {most} expected", links.len());
        let Some(new) = links.get(self.ids.len()) else { return false };
        let attempt = new.attempt().expect("an attempt");
        let mut shelves = Shelves::new(store.editions().expect("editions"));
        assert_eq!(shelves.check(&attempt, PROGRAM), Check::Same);
        self.ids.push(attempt.setup.id);
        true
    }
}

fn kill_over_and_over(folder: u64) -> usize {
    let home = Home::quick();
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(folder);
    home.succeed(&["profile", "new", NAME]);
    let who = store(&home.keeper()).profiles().expect("readable").remove(0);
    let mut known = Known::default();
    for round in 0..KILLS / FOLDERS {
        let has_open = !store(&home.keeper()).unfinished(who.id).expect("readable").is_empty();
        let is_resumed = has_open && dice.random_range(0..2) == 0;
        let seed = round.to_string();
        let args = if is_resumed { vec!["--resume"] } else { vec!["--seed", &seed] };
        let came = play(&home, &args, &mut dice);
        known.check(&home, &who, &came, is_resumed);
    }
    assert_eq!(whole_chain(store(&home.keeper()), who.id), known.ids, "nothing is lost later");
    known.ids.len()
}

#[test]
fn whatever_was_acknowledged_outlives_five_hundred_kills() {
    let finished: usize = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..FOLDERS as u64).map(|folder| scope.spawn(move || kill_over_and_over(folder))).collect();
        threads.into_iter().map(|thread| thread.join().expect("everything was there")).sum()
    });
    assert!(finished > KILLS / 50, "only {finished} calls came to their end: are they killed too early?");
}
