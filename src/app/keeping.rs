//! The records as the window uses them: a thread of their own, so that a slow disk or a locked file never holds up a
//! frame. The window asks and goes on; what there is to tell is heard at the beginning of a later frame, which it wakes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bevy::app::{App, Startup};
use bevy::ecs::system::Res;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use uuid::Uuid;

use crate::app::desk::Desk;
use crate::cli::{now, trouble_in_words};
use crate::content::language::Language;
use crate::disk::records::{FILE_NAME, Keeper, Remedy, Status, Trouble};
use crate::disk::{file_name, write_into};
use crate::export::parcel::{Packing, Parcel, pack};
use crate::export::report::catalogue::Catalogue;
use crate::locale::Locale;
use crate::record::attempt::{Attempt, Kept, Open};
use crate::record::ledger::give_up;
use crate::record::op::Op;
use crate::record::profile::Profile;
use crate::record::replay::{Lost, Replayed, Shelves};
use crate::record::review::{Answered, Review};

/// Between two tries to write what could not be written.
const RETRY: Duration = Duration::from_secs(3);

/// What the window asks.
pub enum Ask {
    /// Write this.
    Write(Box<Op>),
    /// Tell who there is.
    Profiles,
    /// Tell what is kept of a trainee.
    Load(Uuid),
    /// Have an attempt again that was not finished.
    Resume(Box<Open>),
    /// Throw away an attempt that was not finished.
    GiveUp(Box<Open>),
    /// Have a finished attempt again.
    Replay(Box<Attempt>),
    /// Put something into a file to hand over.
    Export(Box<Export>),
    /// Go on after a loss.
    Remedy(Remedy),
    /// Try again.
    Retry,
}

/// What the window is told.
pub enum Told {
    /// How it is with the records.
    Status(Status),
    /// Who there is.
    Profiles(Vec<Profile>),
    /// What is kept of a trainee.
    Loaded(Box<Loaded>),
    /// An attempt that was not finished, as it stood.
    Resumed(Box<Open>, Result<Box<Replayed>, Lost>),
    /// Where something was put to hand over; or why it was not.
    Exported(Result<PathBuf, String>),
    /// A finished attempt, as it was.
    Replayed(Box<Attempt>, Result<Box<Replayed>, Lost>),
}

/// What is to be handed over.
pub struct Export {
    /// Whose.
    pub profile: Profile,
    /// What; none for everything that is kept, as a trainee's file.
    pub parcel: Option<Parcel>,
    /// What everything is called.
    pub catalogue: Catalogue,
    /// The language of the words.
    pub language: Language,
}

/// What is kept of a trainee.
pub struct Loaded {
    /// Who.
    pub profile: Uuid,
    /// Finished attempts.
    pub kept: Vec<Kept>,
    /// Attempts that were not finished, the latest first.
    pub unfinished: Vec<Open>,
    /// Questions answered, the oldest first.
    pub answered: Vec<Answered>,
    /// What the schedule knows of each card.
    pub reviews: Vec<Review>,
    /// How they like the window.
    pub preferences: Vec<(String, String)>,
}

/// The window's end of the records.
pub struct Records {
    /// The folder they are in.
    pub dir: PathBuf,
    /// The name of this run of the program.
    pub run: Uuid,
    heard: Mutex<Receiver<Told>>,
    clerk: Hand,
}

enum Hand {
    Thread {
        asking: Option<Sender<Ask>>,
        bell: Bell,
        thread: Option<JoinHandle<()>>,
    },
    #[cfg(test)]
    Here(Box<Mutex<Clerk>>),
}

/// Wakes the window, once there is one.
type Bell = Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>;

impl Records {
    /// The records of a folder, on a thread of their own; files to hand over are put into another.
    pub fn open(dir: &Path, exports: &Path) -> Self {
        let (asking, asked) = mpsc::channel();
        let (tell, heard) = mpsc::channel();
        let (run, bell) = (Uuid::new_v4(), Bell::default());
        let (own_dir, own_exports, own_bell) = (dir.to_owned(), exports.to_owned(), bell.clone());
        let work = move || {
            let mut clerk = Clerk::new(&own_dir, &own_exports, run, move |told| {
                // A window that is closed hears nothing any more.
                let _ = tell.send(told);
                own_bell.get().inspect(|ring| ring());
            });
            clerk.work(&asked);
        };
        let thread = thread::Builder::new().name("records".to_owned()).spawn(work).ok();
        Self {
            dir: dir.to_owned(),
            run,
            heard: Mutex::new(heard),
            clerk: Hand::Thread { asking: Some(asking), bell, thread },
        }
    }

    /// The same without a thread: everything is done when it is asked for.
    #[cfg(test)]
    pub fn here(dir: &Path) -> Self {
        let (tell, heard) = mpsc::channel();
        let run = Uuid::new_v4();
        let clerk = Clerk::new(dir, &dir.join("exports"), run, move |told| drop(tell.send(told)));
        Self { dir: dir.to_owned(), run, heard: Mutex::new(heard), clerk: Hand::Here(Box::new(Mutex::new(clerk))) }
    }

    /// Asks for something.
    pub fn ask(&self, ask: Ask) {
        match &self.clerk {
            Hand::Thread { asking, .. } => {
                if let Some(asking) = asking {
                    // Without a thread nothing is kept; the status that never comes says so.
                    let _ = asking.send(ask);
                }
            }
            #[cfg(test)]
            Hand::Here(clerk) => clerk.lock().expect("one thread").serve(ask),
        }
    }

    /// Writes something.
    pub fn write(&self, op: Op) {
        self.ask(Ask::Write(Box::new(op)));
    }

    /// What there is to hear.
    pub fn hear(&self) -> Vec<Told> {
        self.heard.lock().map_or_else(|_| Vec::new(), |heard| heard.try_iter().collect())
    }
}

impl Drop for Records {
    /// The program does not end before everything that was asked for has been tried.
    fn drop(&mut self) {
        match &mut self.clerk {
            Hand::Thread { asking, thread, .. } => {
                drop(asking.take());
                if let Some(thread) = thread.take() {
                    let _ = thread.join();
                }
            }
            #[cfg(test)]
            Hand::Here(_) => {}
        }
    }
}

/// Lets the records wake the window.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, hang_bell);
}

fn hang_bell(desk: Res<Desk>, proxy: Res<EventLoopProxyWrapper>) {
    let proxy = (**proxy).clone();
    if let Some(Records { clerk: Hand::Thread { bell, .. }, .. }) = desk.records.as_ref() {
        let _ = bell.set(Box::new(move || {
            // A window that is closed is woken no more.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }));
    }
}

/// Does what the window asks.
struct Clerk {
    keeper: Keeper,
    /// Where files to hand over are put.
    exports: PathBuf,
    shelves: Option<Shelves>,
    tell: Box<dyn FnMut(Told) + Send>,
    told: Status,
}

impl Clerk {
    fn new(dir: &Path, exports: &Path, run: Uuid, tell: impl FnMut(Told) + Send + 'static) -> Self {
        let keeper = Keeper::open(dir, now(), run);
        let mut clerk =
            Self { keeper, exports: exports.to_owned(), shelves: None, tell: Box::new(tell), told: Status::default() };
        clerk.tell_profiles();
        clerk.tell_status();
        clerk
    }

    fn work(&mut self, asked: &Receiver<Ask>) {
        loop {
            let is_waiting = self.told.waiting > 0 || self.keeper.store().is_none();
            let ask = if is_waiting {
                asked.recv_timeout(RETRY)
            } else {
                asked.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match ask {
                Ok(ask) => self.serve(ask),
                Err(RecvTimeoutError::Timeout) => self.serve(Ask::Retry),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.keeper.retry(now());
    }

    fn serve(&mut self, ask: Ask) {
        match ask {
            Ask::Write(op) => self.write(*op),
            Ask::Profiles => self.tell_profiles(),
            Ask::Load(profile) => self.load(profile),
            Ask::Resume(open) => {
                let resumed = self.shelves().resume(&open.setup, &open.inputs).map(Box::new);
                (self.tell)(Told::Resumed(open, resumed));
            }
            Ask::GiveUp(open) => {
                let replayed = self.shelves().resume(&open.setup, &open.inputs).ok();
                self.write(give_up(&open, replayed.as_ref()));
                self.load(open.profile);
            }
            Ask::Replay(attempt) => {
                let replayed = self.shelves().replay(&attempt).map(Box::new);
                (self.tell)(Told::Replayed(attempt, replayed));
            }
            Ask::Export(export) => {
                let exported = self.export(&export);
                (self.tell)(Told::Exported(exported));
            }
            Ask::Remedy(remedy) => {
                // What keeps it from being applied shows in the status at the next try.
                let _ = self.keeper.remedy(&remedy, now());
                self.shelves = None;
                self.tell_profiles();
            }
            Ask::Retry => {
                let was_shut = self.keeper.store().is_none();
                self.keeper.retry(now());
                if was_shut && self.keeper.store().is_some() {
                    self.tell_profiles();
                }
            }
        }
        self.tell_status();
    }

    fn write(&mut self, op: Op) {
        let is_about_people =
            matches!(op, Op::Join(_) | Op::Amend(_) | Op::Delete(_) | Op::Anonymise { .. } | Op::TakeIn(_));
        if let Op::Shelve(edition) = &op
            && let Some(shelves) = &mut self.shelves
        {
            shelves.add(edition.clone());
        }
        self.keeper.take(op);
        if is_about_people {
            self.tell_profiles();
        }
    }

    /// Every edition that is kept, read once.
    fn shelves(&mut self) -> &mut Shelves {
        let store = self.keeper.store();
        self.shelves
            .get_or_insert_with(|| Shelves::new(store.and_then(|store| store.editions().ok()).unwrap_or_default()))
    }

    fn load(&mut self, profile: Uuid) {
        // What waits to be written would be missing.
        let Some(store) = self.keeper.store().filter(|_| self.keeper.status().waiting == 0) else { return };
        let loaded = || {
            Ok::<_, Trouble>(Loaded {
                profile,
                kept: store.kept(profile)?,
                unfinished: store.unfinished(profile)?,
                answered: store.answered(profile)?,
                reviews: store.reviews(profile)?,
                preferences: store.preferences(profile)?,
            })
        };
        // What cannot be read now is asked for again when the status has changed.
        if let Ok(loaded) = loaded() {
            (self.tell)(Told::Loaded(Box::new(loaded)));
        }
    }

    fn export(&mut self, export: &Export) -> Result<PathBuf, String> {
        let locale = Locale::new(export.language);
        let (day, profile) = (now().day(), &export.profile);
        self.shelves();
        let (Some(store), Some(shelves)) = (self.keeper.store(), &mut self.shelves) else {
            return Err(locale.text("records-waiting-to-export"));
        };
        let trouble = |trouble: Trouble| trouble_in_words(&trouble, FILE_NAME, &locale);
        let (bytes, extension) = match export.parcel {
            None => {
                let file = store.file_of(profile).map_err(trouble)?;
                (serde_json::to_vec_pretty(&file).map_err(|error| error.to_string())?, "three-rings.json")
            }
            Some(parcel) => {
                let (kept, head) = (store.kept(profile.id).map_err(trouble)?, store.head(profile.id).map_err(trouble)?);
                let (catalogue, locale) = (&export.catalogue, &locale);
                let packing = Packing { profile, kept: &kept, head: &head, catalogue, locale, today: day };
                (pack(parcel, &packing, shelves)?, parcel.extension())
            }
        };
        let number = if let Some(Parcel::OneReport(place) | Parcel::Certificate(place)) = export.parcel {
            format!("-{place}")
        } else {
            String::new()
        };
        let name = format!("{}-{day}{number}.{extension}", file_name(&profile.name));
        write_into(&self.exports, &name, &bytes).map_err(|error| {
            let file = self.exports.join(&name).display().to_string();
            locale.with("cli-cannot-write", &[("file", file.into()), ("reason", error.to_string().into())])
        })
    }

    fn tell_profiles(&mut self) {
        // Who has just joined would be missing while that waits to be written.
        let store = self.keeper.store().filter(|_| self.keeper.status().waiting == 0);
        if let Some(Ok(profiles)) = store.map(|store| store.profiles()) {
            (self.tell)(Told::Profiles(profiles));
        }
    }

    fn tell_status(&mut self) {
        let status = self.keeper.status();
        if status != self.told {
            self.told = status.clone();
            (self.tell)(Told::Status(status));
        }
    }
}
