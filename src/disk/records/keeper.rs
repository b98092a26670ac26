//! Stands before the records: nothing that was done is dropped because it cannot be written just now.
//!
//! Operations are written in the order they come. What cannot be written waits in memory, and in a file beside the records
//! or in the cache folder lest the power fail too; it is written as soon as it can be, by this run or the next.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::disk::records::rescue::Rescue;
use crate::disk::records::{FILE_NAME, Found, Loss, Remedy, Store, Trouble};
use crate::record::moment::Moment;
use crate::record::op::Op;
use crate::record::profile::Profile;

/// The records, with what waits to be written to them.
#[derive(Debug)]
pub struct Keeper {
    dir: PathBuf,
    run: Uuid,
    state: State,
    waiting: VecDeque<Op>,
    trouble: Option<Trouble>,
    rescue: Rescue,
    /// Files of earlier runs, to be taken away once what stood in them is written.
    rescued: Vec<PathBuf>,
    is_rescued: bool,
    /// Everybody who was in the records when they were last open.
    known: Vec<Profile>,
}

#[derive(Debug)]
enum State {
    Open(Box<Store>),
    /// Still there to be read; before anything more is written, the folder is looked at anew: the file may not be the one
    /// that lies there now.
    Adrift(Box<Store>),
    Lost(Loss),
    Shut,
}

/// How it is with the records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// How many operations wait to be written.
    pub waiting: usize,
    /// Why.
    pub trouble: Option<Trouble>,
    /// What was lost, where somebody must say what now.
    pub loss: Option<Loss>,
    /// Whether what waits lies in a file, too.
    pub is_rescued: bool,
}

impl Keeper {
    /// Opens the records of a folder; whatever is wrong with them shows in the [status](Self::status).
    pub fn open(dir: &Path, now: Moment, run: Uuid) -> Self {
        let mut keeper = Self {
            dir: dir.to_owned(),
            run,
            state: State::Shut,
            waiting: VecDeque::new(),
            trouble: None,
            rescue: Rescue::new(dir),
            rescued: Vec::new(),
            is_rescued: false,
            known: Vec::new(),
        };
        keeper.retry(now);
        keeper
    }

    /// The records, where they are open.
    pub fn store(&self) -> Option<&Store> {
        match &self.state {
            State::Open(store) | State::Adrift(store) => Some(store),
            State::Lost(_) | State::Shut => None,
        }
    }

    /// The name of this run of the program.
    pub fn run(&self) -> Uuid {
        self.run
    }

    /// How it is with the records.
    pub fn status(&self) -> Status {
        let loss = if let State::Lost(loss) = &self.state { Some(loss.clone()) } else { None };
        Status { waiting: self.waiting.len(), trouble: self.trouble.clone(), loss, is_rescued: self.is_rescued }
    }

    /// Writes an operation, after whatever waits; what cannot be written waits too.
    pub fn take(&mut self, op: Op) {
        // Of a note pad only the latest words matter.
        let is_newer = |old: &Op| matches!((old, &op), (Op::Scribble { attempt: a, .. }, Op::Scribble { attempt: b, .. }) if a == b);
        match self.waiting.back_mut().filter(|old| is_newer(old)) {
            Some(old) => *old = op,
            None => self.waiting.push_back(op),
        }
        self.write();
    }

    /// Tries again what could not be done: opening the records, writing what waits.
    pub fn retry(&mut self, now: Moment) {
        if matches!(self.state, State::Shut | State::Adrift(_)) {
            // Let go of first: the new one goes by the same name.
            self.state = State::Shut;
            match Store::open(&self.dir, now, self.run) {
                Ok(Found::Records(store)) => self.opened(store, now),
                Ok(Found::Lost(loss)) => (self.state, self.trouble) = (State::Lost(loss), None),
                Err(trouble) => self.trouble = Some(trouble),
            }
        }
        self.write();
    }

    /// Goes on after a loss.
    ///
    /// # Errors
    /// When the remedy cannot be applied; it can be tried again.
    pub fn remedy(&mut self, remedy: &Remedy, now: Moment) -> Result<(), Trouble> {
        let store = Store::remedy(&self.dir, remedy, now, self.run)?;
        self.opened(Box::new(store), now);
        self.write();
        Ok(())
    }

    fn opened(&mut self, store: Box<Store>, now: Moment) {
        // A backup that cannot be made is no reason not to practise; what makes it impossible will show at the next write.
        self.trouble = store.back_up(now).err();
        let (ops, files) = self.rescue.found(store.held_by(), &self.rescued);
        // What earlier runs left was done before anything of this one.
        ops.into_iter().rev().for_each(|op| self.waiting.push_front(op));
        self.rescued.extend(files);
        self.state = State::Open(store);
        self.meet();
    }

    /// Remembers who is in the records.
    fn meet(&mut self) {
        self.known = self.store().and_then(|store| store.profiles().ok()).unwrap_or_default();
    }

    fn write(&mut self) {
        while let (State::Open(store), Some(op)) = (&mut self.state, self.waiting.front()) {
            match store.carry_out(op) {
                Ok(()) => {
                    let is_about_people = op.is_about_people();
                    self.waiting.pop_front();
                    self.trouble = None;
                    if is_about_people {
                        self.meet();
                    }
                }
                Err(trouble) => {
                    self.stop(trouble);
                    break;
                }
            }
        }
        self.put_down();
    }

    fn stop(&mut self, trouble: Trouble) {
        self.state = match (std::mem::replace(&mut self.state, State::Shut), &trouble) {
            (_, Trouble::Damaged(_)) => State::Shut,
            // The file is the right one; it only takes patience.
            (state, Trouble::Locked | Trouble::Full) => state,
            (State::Open(store), _) => State::Adrift(store),
            (state, _) => state,
        };
        self.trouble = Some(trouble);
    }

    /// Where the file is lost, whose attempts wait comes first: in the one that takes its place nobody may be known.
    fn introduce(&mut self) {
        let is_damaged = matches!(self.trouble, Some(Trouble::Damaged(_)));
        if matches!(self.state, State::Open(_)) || !is_damaged && self.dir.join(FILE_NAME).is_file() {
            return;
        }
        let is_waiting_for = |who: &Profile| self.waiting.iter().any(|op| op.profile() == Some(who.id));
        let is_joining = |who: &Profile| self.waiting.iter().any(|op| matches!(op, Op::Join(it) if it.id == who.id));
        let missing = |who: &&Profile| is_waiting_for(who) && !is_joining(who);
        let joining: Vec<Op> = self.known.iter().filter(missing).cloned().map(Op::Join).collect();
        joining.into_iter().for_each(|op| self.waiting.push_front(op));
    }

    /// Sees to it that what waits outlives this run.
    fn put_down(&mut self) {
        if self.waiting.is_empty() {
            self.rescue.clear();
            self.rescued.drain(..).for_each(|path| drop(std::fs::remove_file(path)));
            self.is_rescued = false;
        } else {
            self.introduce();
            self.is_rescued = self.rescue.put(&self.run.to_string(), self.waiting.iter().cloned());
        }
    }
}
