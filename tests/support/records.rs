//! A home of its own for the records, trainees in it, and calls that are written down: what the drivers about records
//! need.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use tempfile::TempDir;
use three_rings::content::quiz::bank::Bank;
use three_rings::content::scenario::Slot;
use three_rings::content::shelf::Setting;
use three_rings::disk::records::{Keeper, Store};
use three_rings::play::call::Call;
use three_rings::play::drill::act::Act;
use three_rings::play::drill::shift::Shift;
use three_rings::play::quiz::exam::{Act as Answer, Input as Answered, Sitting};
use three_rings::play::quiz::reply::Reply;
use three_rings::record::chain::verify;
use three_rings::record::edition::Edition;
use three_rings::record::ledger::{Beginning, Ledger, PROGRAM, Page};
use three_rings::record::moment::Moment;
use three_rings::record::op::Op;
use three_rings::record::profile::Profile;
use three_rings::record::replay::{Check, Shelves};
use uuid::Uuid;

use super::desk::{self, Desk};
use super::{Run, root, script, shipped, small};

/// The scenario that is practised: the small call in `tests/data`.
pub const SCENARIO: &str = "small";
/// The trainee.
pub const NAME: &str = "周晓雯";
/// Milliseconds of a day.
pub const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// 2026-11-23T09:30:00+08:00.
pub const TODAY: Moment = Moment { unix_ms: 1_795_397_400_000, offset_minutes: 480 };

/// So many days after [`TODAY`].
pub fn day(days: i64) -> Moment {
    TODAY.later(days * DAY_MS)
}

/// A folder that is gone when it is dropped: the data folder in it, and a home that should stay empty.
pub struct Home {
    dir: TempDir,
}

impl Home {
    /// An empty one.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        fs::create_dir(dir.path().join("home")).expect("a folder");
        Self { dir }
    }

    /// An empty one in memory where the system has a place for that: being killed does not depend on the disk.
    pub fn quick() -> Self {
        let Ok(dir) = TempDir::new_in("/dev/shm") else { return Self::new() };
        fs::create_dir(dir.path().join("home")).expect("a folder");
        Self { dir }
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The records file.
    pub fn file(&self) -> PathBuf {
        self.data().join("records.db")
    }

    /// Opens the records as a new run of the program.
    pub fn keeper(&self) -> Keeper {
        self.keeper_at(TODAY)
    }

    /// Opens them at some moment.
    pub fn keeper_at(&self, now: Moment) -> Keeper {
        Keeper::open(&self.data(), now, Uuid::new_v4())
    }

    /// The program on these records, not started yet; with a home of its own.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_three-rings"));
        command.arg("--data").arg(self.data()).arg("--scenarios").arg(root("tests/data")).args(args);
        command.current_dir(self.dir.path()).env("HOME", self.path("home"));
        for name in ["XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TMPDIR", "SQLITE_TMPDIR"]
        {
            command.env(name, self.path("home"));
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program on these records.
    pub fn run(&self, args: &[&str]) -> Run {
        let output = self.command(args).output().expect("the program starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let err = text(&output.stderr);
        assert!(!err.contains("panicked at"), "three-rings {args:?} panicked:\n{err}");
        Run { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err }
    }

    /// Runs it, and it succeeds.
    pub fn succeed(&self, args: &[&str]) -> String {
        let run = self.run(args);
        assert_eq!(run.code, 0, "three-rings {args:?}: {}", run.err);
        run.out
    }
}

/// The open records.
pub fn store(keeper: &Keeper) -> &Store {
    keeper.store().unwrap_or_else(|| panic!("no records: {:?}", keeper.status()))
}

/// Everything is written and nothing is wrong.
pub fn assert_calm(keeper: &Keeper) {
    let status = keeper.status();
    assert!(status == Default::default() && keeper.store().is_some(), "{status:?}");
}

/// A new trainee.
pub fn join(keeper: &mut Keeper, name: &str) -> Profile {
    let profile = Profile { id: Uuid::new_v4(), name: name.to_owned(), since: TODAY, pin: None, is_anonymous: false };
    keeper.take(Op::Join(profile.clone()));
    profile
}

/// A call that is written down as it goes.
pub struct Practice {
    call: Call,
    page: Page,
}

impl Practice {
    /// Begins one.
    pub fn begin(keeper: &mut Keeper, profile: &Profile, seed: u64) -> Self {
        let call = Call::new(script(small(), SCENARIO), seed);
        let mut ledger = Ledger::new(profile.id, &keeper.run().to_string());
        let now = TODAY.later(i64::try_from(seed).expect("a small seed"));
        let beginning = Beginning { id: Uuid::new_v4(), now, setting: Setting::default(), is_exam: false, retry: None };
        let (page, ops) = ledger.call(&call, Edition::of_call(small(), SCENARIO), beginning);
        ops.into_iter().for_each(|op| keeper.take(op));
        Self { call, page }
    }

    /// Its id.
    pub fn id(&self) -> Uuid {
        self.page.setup.id
    }

    /// Gives one answer: what is recommended, or, where the seed is odd, the first there is.
    pub fn turn(&mut self, keeper: &mut Keeper) {
        let wanted = self.call.recommended();
        let best = self.call.replies().iter().position(|&reply| Some(reply) == wanted).expect("a recommended reply");
        let place = if self.call.seed() % 2 == 1 { 0 } else { best };
        self.call.reply(u8::try_from(place).expect("few replies")).expect("a reply that is offered");
        self.page.call_lines(&self.call).into_iter().for_each(|op| keeper.take(op));
    }

    /// Answers to the end, and is killed before it is finished.
    pub fn break_off_at_the_end(mut self, keeper: &mut Keeper) -> Uuid {
        while !self.call.is_over() {
            self.turn(keeper);
        }
        self.id()
    }

    /// Answers to the end, and finishes it.
    pub fn finish(mut self, keeper: &mut Keeper) -> Uuid {
        while !self.call.is_over() {
            self.turn(keeper);
        }
        keeper.take(self.page.finish_call(&self.call));
        self.id()
    }
}

/// One whole call.
pub fn practise(keeper: &mut Keeper, profile: &Profile, seed: u64) -> Uuid {
    Practice::begin(keeper, profile, seed).finish(keeper)
}

/// Part of a shift at the front desk, thrown away after one call in which something of one's own was said and noted down.
pub fn work(keeper: &mut Keeper, profile: &Profile, typed: &str) -> Uuid {
    let mut desk = Desk { shift: Shift::new(Arc::new(desk::card()), 7) };
    let mut ledger = Ledger::new(profile.id, &keeper.run().to_string());
    let beginning =
        Beginning { id: Uuid::new_v4(), now: TODAY, setting: Setting::default(), is_exam: false, retry: None };
    let (mut page, ops) = ledger.shift(&desk.shift, Edition::of_shift(small(), "small-desk"), beginning);
    ops.into_iter().for_each(|op| keeper.take(op));
    desk.answer_after(1_000);
    desk.speak(typed);
    desk.note(Slot::What, typed);
    page.shift_lines(&desk.shift).into_iter().for_each(|op| keeper.take(op));
    keeper.take(page.scribbled(typed));
    desk.do_it(Act::PutDown(desk::GENTLY));
    page.shift_lines(&desk.shift).into_iter().for_each(|op| keeper.take(op));
    keeper.take(page.finish_shift(&desk.shift));
    page.setup.id
}

/// How somebody answers an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// Everything right.
    Right,
    /// So many right, the rest not at all.
    Few(usize),
    /// Everything right, and then it is thrown away.
    GivenUp,
}

/// A whole exam that ships, begun so many days after [`TODAY`].
pub fn sit(keeper: &mut Keeper, profile: &Profile, exam: &str, seed: u64, answers: Answers) -> Uuid {
    let (_, blueprint) = shipped().exam(exam).unwrap_or_else(|| panic!("no exam `{exam}`"));
    let now = day(i64::try_from(seed).expect("a small seed"));
    let mut sitting = Sitting::drawn(blueprint, &Bank::of(shipped()), shipped(), seed, Setting::default());
    let mut ledger = Ledger::new(profile.id, &keeper.run().to_string());
    let beginning = Beginning { id: Uuid::new_v4(), now, setting: Setting::default(), is_exam: true, retry: None };
    let (mut page, ops) = ledger.exam(&sitting, Edition::of_exam(shipped(), exam), beginning);
    ops.into_iter().for_each(|op| keeper.take(op));
    let answered = if let Answers::Few(count) = answers { count } else { sitting.paper().len() };
    for place in 0..answered {
        let reply = Reply::right(&sitting.paper()[place].task);
        let at_ms = sitting.now_ms() + 2_000;
        sitting.take(Answered { at_ms, act: Answer::Answer { place, reply } }).expect("an answer that fits");
    }
    if answers != Answers::GivenUp {
        sitting.take(Answered { at_ms: sitting.now_ms() + 1_000, act: Answer::HandIn }).expect("handed in");
    }
    page.exam_lines(&sitting).into_iter().for_each(|op| keeper.take(op));
    keeper.take(page.finish_exam(&sitting));
    page.setup.id
}

/// The ids of a trainee's finished attempts, in order; their chain holds and each is worth, played again, what was kept.
pub fn whole_chain(store: &Store, profile: Uuid) -> Vec<Uuid> {
    let (links, head) = (store.links(profile).expect("links"), store.head(profile).expect("a head"));
    assert_eq!(verify(profile, &links, &head), Ok(()));
    let mut shelves = Shelves::new(store.editions().expect("editions"));
    let attempts = links.iter().map(|link| link.attempt().expect("an attempt"));
    let check = |attempt: three_rings::record::attempt::Attempt| {
        assert_eq!(shelves.check(&attempt, PROGRAM), Check::Same);
        attempt.setup.id
    };
    attempts.map(check).collect()
}

/// Every file below a folder, with what is in it.
pub fn files_in(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let walk = walkdir::WalkDir::new(dir).into_iter().map(|entry| entry.expect("a readable folder"));
    let files = walk.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.map(|path| (path.clone(), fs::read(path).expect("a readable file"))).collect()
}

/// The files below a folder whose name or bytes hold a text.
pub fn files_with(dir: &Path, text: &str) -> Vec<PathBuf> {
    let has = |bytes: &[u8]| bytes.windows(text.len()).any(|it| it == text.as_bytes());
    let files = files_in(dir).into_iter();
    let holding = files.filter(|(path, bytes)| has(bytes) || has(path.to_string_lossy().as_bytes()));
    holding.map(|(path, _)| path).collect()
}

/// The files waiting to be written by the next run.
pub fn rescue_files(dir: &Path) -> Vec<PathBuf> {
    // Names only: to open and close the records beside SQLite would undo its locks.
    let entries = fs::read_dir(dir).into_iter().flatten().map(|entry| entry.expect("a readable folder").path());
    let is_rescue = |path: &PathBuf| path.file_name().is_some_and(|it| it.to_string_lossy().starts_with("unsaved-"));
    entries.filter(is_rescue).collect()
}
