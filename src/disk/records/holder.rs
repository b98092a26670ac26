//! Which run of the program is at an attempt: a lock file that the system lets go of when the run ends, however it ends.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use uuid::Uuid;

/// The folder of the lock files, beside the records.
const FOLDER: &str = "open";

/// This run of the program, as long as it is alive.
#[derive(Debug)]
pub struct Holder {
    /// Its name.
    pub name: String,
    path: PathBuf,
    // Locked until dropped.
    file: Option<File>,
}

impl Holder {
    /// A new name, locked; one that cannot be locked is never thought alive by anybody, which loses nothing.
    pub fn new(dir: &Path, name: Uuid) -> Self {
        let folder = dir.join(FOLDER);
        let name = name.to_string();
        let path = lock_path(&folder, &name);
        // Another run may sweep the file away between its making and its locking.
        let file = (0..TRIES).find_map(|_| locked(&folder, &path).filter(|_| path.exists()));
        Self { file, path, name }
    }

    /// A name that nothing is locked under: for whoever only reads.
    pub fn nobody(dir: &Path, name: Uuid) -> Self {
        let name = name.to_string();
        Self { path: lock_path(&dir.join(FOLDER), &name), file: None, name }
    }

    /// Whether another run of the program is alive.
    pub fn is_alive(&self, dir: &Path, other: &str) -> bool {
        other != self.name && is_locked(&lock_path(&dir.join(FOLDER), other))
    }

    /// Takes away the lock files of runs that are gone.
    pub fn sweep(&self, dir: &Path) {
        let Ok(entries) = fs::read_dir(dir.join(FOLDER)) else { return };
        for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
            let is_lock = path.extension().is_some_and(|it| it == "lock");
            if is_lock && path != self.path && !is_locked(&path) {
                // A file that stays is in nobody's way.
                let _ = fs::remove_file(path);
            }
        }
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            drop(file);
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// How often a lock is tried for.
const TRIES: u8 = 3;

fn locked(folder: &Path, path: &Path) -> Option<File> {
    fs::create_dir_all(folder).ok()?;
    let file = File::create(path).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

fn lock_path(folder: &Path, name: &str) -> PathBuf {
    // Names come out of a file that anybody may have written.
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    folder.join(format!("{name}.lock"))
}

fn is_locked(path: &Path) -> bool {
    let Ok(file) = File::options().read(true).write(true).open(path) else { return false };
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}
