//! What could not be written to the records yet, in a file beside them or, where that cannot be, in the cache folder: the
//! next run writes it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::records::{Holder, make_private};
use crate::disk::write_private_text;
use crate::record::op::Op;

/// What such a file is called: this, the run's name, `.json`.
const PREFIX: &str = "unsaved-";

/// What could not be written.
#[derive(Serialize, Deserialize)]
struct Unsaved {
    /// The data folder it is meant for.
    folder: PathBuf,
    /// In order.
    ops: Vec<Op>,
}

/// Where it is put.
#[derive(Debug)]
pub struct Rescue {
    dir: PathBuf,
    places: Vec<PathBuf>,
    written: Option<PathBuf>,
}

impl Rescue {
    /// For a data folder.
    pub fn new(dir: &Path) -> Self {
        let cache = directories::ProjectDirs::from("", "", "ThreeRings").map(|dirs| dirs.cache_dir().to_owned());
        // The next run may be started from another folder.
        let dir = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
        Self { dir: dir.clone(), places: std::iter::once(dir).chain(cache).collect(), written: None }
    }

    /// Puts down what waits, in place of what was put down before; whether it lies anywhere now.
    pub fn put(&mut self, run: &str, ops: impl Iterator<Item = Op>) -> bool {
        let unsaved = Unsaved { folder: self.dir.clone(), ops: ops.collect() };
        let Ok(text) = serde_json::to_string(&unsaved) else { return false };
        let known = self.written.iter().cloned();
        let named = self.places.iter().map(|place| place.join(format!("{PREFIX}{run}.json")));
        let written = known.chain(named).find(|path| {
            let _ = path.parent().map(make_private);
            write_private_text(path, &text).is_ok()
        });
        self.written = written;
        self.written.is_some()
    }

    /// Nothing waits any more.
    pub fn clear(&mut self) {
        if let Some(path) = self.written.take() {
            // If it stays, the next run does once more what is done already, which changes nothing.
            let _ = fs::remove_file(path);
        }
    }

    /// What runs that are gone put down, the oldest file first, with the files to take away once it is written; what was
    /// found before is left out.
    pub fn found(&self, holder: &Holder, before: &[PathBuf]) -> (Vec<Op>, Vec<PathBuf>) {
        let entries = self.places.iter().filter_map(|place| fs::read_dir(place).ok()).flatten();
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|path| !before.contains(path));
        files.retain(|path| run_of(path).is_some_and(|run| run != holder.name && !holder.is_alive(&self.dir, run)));
        files.sort_by_key(|path| fs::metadata(path).and_then(|it| it.modified()).ok());
        files.dedup();
        let (mut ops, mut read) = (Vec::new(), Vec::new());
        for path in files {
            let unsaved = fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str::<Unsaved>(&text).ok());
            // What lies beside the records belongs to them, wherever their folder was moved.
            let is_meant = |it: &Unsaved| it.folder == self.dir || path.parent() == Some(&self.dir);
            if let Some(unsaved) = unsaved.filter(is_meant) {
                ops.extend(unsaved.ops);
                read.push(path);
            }
        }
        (ops, read)
    }
}

fn run_of(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()?.strip_prefix(PREFIX)?.strip_suffix(".json")
}
