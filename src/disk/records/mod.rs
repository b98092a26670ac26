//! The records file: one SQLite database in the data folder, written one transaction at a time.
//!
//! A rollback journal and full syncing, so that a power cut leaves either all of an operation or nothing of it, and so
//! that the folder holds one file somebody can copy. [`Keeper`] stands before it: it keeps what could not be written and
//! writes it when it can.

mod backup;
mod carry_out;
mod export;
mod holder;
mod keeper;
mod pin;
mod query;
mod rescue;
mod schema;
mod trouble;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::disk::make_private_file;
use crate::record::moment::Moment;

pub use backup::{Backup, backups};
pub use export::{VerifyError, for_each_trainee, read_profile_file, verify_file};
pub use holder::Holder;
pub use keeper::{Keeper, Status};
pub use pin::{fits_pin, hash_pin, is_pin};
pub use query::Overview;
pub use schema::LATEST as LATEST_SCHEMA;
pub use trouble::Trouble;

/// The name of the records file within the data folder.
pub const FILE_NAME: &str = "records.db";

/// How long a write waits for another window's before it says that the file is locked.
const BUSY: Duration = Duration::from_millis(400);

/// The data folder of the platform; none where the system names no home.
pub fn standing_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "ThreeRings").map(|dirs| dirs.data_dir().to_owned())
}

/// The records, open.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    dir: PathBuf,
    holder: Holder,
    is_read_only: bool,
}

/// What was found in the data folder.
#[derive(Debug)]
pub enum Found {
    /// Records that are whole, or none yet.
    Records(Box<Store>),
    /// No records to go on with, though there were some: somebody must say what now.
    Lost(Loss),
}

/// Records that were lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Where the damaged file was put, if it was there.
    pub aside: Option<PathBuf>,
    /// The latest backup that is whole.
    pub backup: Option<Backup>,
}

/// What to do about lost records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Go on from a backup.
    Restore(PathBuf),
    /// Begin with none.
    Anew,
}

impl Store {
    /// Opens the records of a folder, makes them where there are none, and carries older ones forward.
    ///
    /// A damaged file is put aside under a new name; then, or when the file is gone and backups are there, what was lost is
    /// returned instead.
    ///
    /// # Errors
    /// When they are newer than the program, another program's, locked, or cannot be reached.
    pub fn open(dir: &Path, now: Moment, run: Uuid) -> Result<Found, Trouble> {
        let path = dir.join(FILE_NAME);
        let backup = || backup::latest_whole(dir);
        if is_empty(&path) {
            let (backup, aside) = (backup(), latest_aside(dir));
            if backup.is_some() || aside.is_some() {
                return Ok(Found::Lost(Loss { aside, backup }));
            }
        }
        match Self::open_whole(dir, now, run) {
            Err(Trouble::Damaged(_)) => Ok(Found::Lost(Loss { aside: Some(set_aside(&path, now)?), backup: backup() })),
            opened => opened.map(|store| Found::Records(Box::new(store))),
        }
    }

    /// Opens records after a loss.
    ///
    /// # Errors
    /// When the backup cannot be copied into place, or what [`Store::open`] says.
    pub fn remedy(dir: &Path, remedy: &Remedy, now: Moment, run: Uuid) -> Result<Self, Trouble> {
        let path = dir.join(FILE_NAME);
        // The journal of a file that is gone would be rolled back into the one that takes its place.
        if journal(&path).exists() && is_empty(&path) {
            fs::rename(journal(&path), journal(&free_name(&path, now)))?;
        }
        if let Remedy::Restore(backup) = remedy {
            backup::restore(backup, &path)?;
        }
        Self::open_whole(dir, now, run)
    }

    fn open_whole(dir: &Path, now: Moment, run: Uuid) -> Result<Self, Trouble> {
        let path = dir.join(FILE_NAME);
        let made = make_private(dir);
        let mut connection = match connect(&path, true) {
            Ok(connection) => connection,
            // What is there can still be read.
            Err(Trouble::ReadOnly | Trouble::NoFolder(_)) if path.is_file() => {
                return Ok(Self::reading(in_memory(&path)?, dir, run));
            }
            Err(trouble) => return Err(made.err().map_or(trouble, Trouble::from)),
        };
        let version = schema::version(&connection)?;
        check(&connection)?;
        if version != 0 && version != schema::LATEST {
            backup::keep(&connection, dir, now.day())?;
        }
        schema::migrate(&mut connection)?;
        let holder = Holder::new(dir, run);
        holder.sweep(dir);
        Ok(Self { connection, dir: dir.to_owned(), holder, is_read_only: false })
    }

    /// Records that are only read.
    fn reading(connection: Connection, dir: &Path, run: Uuid) -> Self {
        Self { connection, dir: dir.to_owned(), holder: Holder::nobody(dir, run), is_read_only: true }
    }

    /// The data folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The name of this run of the program.
    pub fn holder(&self) -> &str {
        &self.holder.name
    }

    /// This run of the program.
    fn held_by(&self) -> &Holder {
        &self.holder
    }

    /// Whether nothing can be written.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Keeps the day's backup, and of older ones the latest.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn back_up(&self, now: Moment) -> Result<(), Trouble> {
        if self.is_read_only {
            return Ok(());
        }
        backup::keep(&self.connection, &self.dir, now.day())
    }
}

/// Makes a folder that only its owner can look into, where the system knows owners.
fn make_private(dir: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

fn connect(path: &Path, is_writing: bool) -> Result<Connection, Trouble> {
    let access = if is_writing {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    if is_writing {
        // SQLite would let everybody read it; its journals are made like the file itself. One that is there stays as it is.
        let _ = make_private_file(path);
    }
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    if is_writing {
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        connection.pragma_update(None, "synchronous", "EXTRA")?;
        // What is deleted is overwritten: "for good" means the disk, too.
        connection.pragma_update(None, "secure_delete", "ON")?;
        // Nor does a copy of it pass through the system's folder for passing things.
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        if connection.is_readonly("main")? {
            return Err(Trouble::ReadOnly);
        }
    }
    // Nothing in the file may run anything.
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    Ok(connection)
}

/// A copy of a file in memory, carried forward there.
fn in_memory(path: &Path) -> Result<Connection, Trouble> {
    let source = connect(path, false)?;
    schema::version(&source)?;
    check(&source)?;
    let mut copy = Connection::open_in_memory()?;
    // In one step: a file that somebody is writing to is copied at one moment.
    rusqlite::backup::Backup::new(&source, &mut copy)?.step(-1)?;
    schema::migrate(&mut copy)?;
    Ok(copy)
}

/// Whether every page of a file makes sense.
fn check(connection: &Connection) -> Result<(), Trouble> {
    let said: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(Trouble::Damaged(said)) }
}

/// Whether a file is not there, or nothing is in it; to SQLite one byte is nothing.
fn is_empty(path: &Path) -> bool {
    fs::metadata(path).map_or(0, |it| it.len()) <= 1
}

/// Puts a damaged file aside under a name of its own, with the journal that belongs to it.
fn set_aside(path: &Path, now: Moment) -> Result<PathBuf, Trouble> {
    let aside = free_name(path, now);
    fs::rename(path, &aside)?;
    if journal(path).exists() {
        fs::rename(journal(path), journal(&aside))?;
    }
    Ok(aside)
}

/// Begins the name of a damaged file that was put aside.
const ASIDE: &str = "records-damaged-";

/// A name nothing has yet, for a damaged file.
fn free_name(path: &Path, now: Moment) -> PathBuf {
    let stamp = now.local().strftime("%Y%m%d-%H%M%S");
    let suffix = |n: u32| if n == 0 { String::new() } else { format!("-{n}") };
    let named = |n: u32| path.with_file_name(format!("{ASIDE}{stamp}{}.db", suffix(n)));
    let is_free = |aside: &PathBuf| !aside.exists() && !journal(aside).exists();
    (0..).map(named).find(is_free).unwrap_or_else(|| named(0))
}

/// The journal that belongs to a file.
fn journal(path: &Path) -> PathBuf {
    path.with_extension("db-journal")
}

/// The damaged file that was put aside last.
fn latest_aside(dir: &Path) -> Option<PathBuf> {
    damaged_files(dir).pop()
}

/// Damaged files that were put aside, the earliest first.
pub fn damaged_files(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(dir) else { return Vec::new() };
    let is_aside = |path: &PathBuf| {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(ASIDE) && name.ends_with(".db")
    };
    let mut found: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_aside).collect();
    found.sort();
    found
}
