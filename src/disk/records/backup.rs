//! A copy of the records a day, the last seven of them.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::Connection;
use uuid::Uuid;

use crate::disk::make_private_file;
use crate::disk::records::trouble::Trouble;
use crate::disk::records::{check, connect, make_private, query, schema};
use crate::record::chain::verify;

/// How many are kept.
pub const KEPT: usize = 7;
/// Their folder, beside the records.
const FOLDER: &str = "backups";

/// A backup that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// Of which day.
    pub day: Date,
    /// How many finished attempts are in it.
    pub attempts: u64,
}

/// Every backup file of a data folder, the latest day first; whether they are whole is not looked at.
pub fn backups(dir: &Path) -> Vec<(Date, PathBuf)> {
    let Ok(entries) = fs::read_dir(dir.join(FOLDER)) else { return Vec::new() };
    let mut found: Vec<(Date, PathBuf)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((day_of(&path)?, path))
        })
        .collect();
    found.sort();
    found.reverse();
    found
}

fn day_of(path: &Path) -> Option<Date> {
    path.file_name()?.to_str()?.strip_prefix("records-")?.strip_suffix(".db")?.parse().ok()
}

/// The latest backup that is whole. Attempts are only ever added, so that the one with the most is the latest, whatever the
/// clock said on its day.
pub fn latest_whole(dir: &Path) -> Option<Backup> {
    let whole = backups(dir).into_iter().filter_map(|(day, path)| {
        let attempts = attempts_in(&path).ok()?;
        Some(Backup { path, day, attempts })
    });
    whole.max_by_key(|backup| (backup.attempts, backup.day))
}

/// Takes away files that were begun and never finished, by runs that were killed.
pub fn sweep(dir: &Path) -> Result<(), Trouble> {
    let entries =
        [dir.to_owned(), dir.join(FOLDER)].into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_part = |path: &PathBuf| {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        (name.starts_with("records") || name.starts_with("unsaved-"))
            && (name.ends_with(".part") || name.ends_with(".part-journal"))
    };
    for path in paths.filter(is_part) {
        fs::remove_file(path)?;
    }
    Ok(())
}

fn attempts_in(path: &Path) -> Result<u64, Trouble> {
    let connection = connect(path, false)?;
    if schema::version(&connection)? == 0 {
        return Err(Trouble::Damaged(String::new()));
    }
    check(&connection)?;
    attempts(&connection)
}

fn attempts(connection: &Connection) -> Result<u64, Trouble> {
    let count: i64 = connection.query_row("SELECT count(*) FROM attempt", [], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Keeps a day's backup, unless what there is of the day has as many attempts, and of older ones the latest.
pub fn keep(connection: &Connection, dir: &Path, day: Date) -> Result<(), Trouble> {
    let folder = dir.join(FOLDER);
    let path = folder.join(format!("records-{day}.db"));
    let kept = attempts(connection)?;
    if kept == 0 || attempts_in(&path).is_ok_and(|backed_up| backed_up >= kept) {
        return Ok(());
    }
    // Damage inside a record does not show in the pages; it must not take the place of a copy that was good.
    if !backups(dir).is_empty() && !are_chains_whole(connection)? {
        return Ok(());
    }
    make_private(&folder)?;
    let beside = path.with_extension("part");
    // What a run that was killed left of its own is in the way.
    let _ = fs::remove_file(&beside);
    make_private_file(&beside)?;
    connection.backup("main", &beside, None::<fn(rusqlite::backup::Progress)>)?;
    attempts_in(&beside).inspect_err(|_| {
        let _ = fs::remove_file(&beside);
    })?;
    fs::rename(&beside, &path)?;
    let mut others = backups(dir);
    others.retain(|(other, _)| *other != day);
    // A day that is still to come was on a clock that went wrong, before today: it goes first.
    others.sort_by_key(|(other, _)| (*other > day, std::cmp::Reverse(*other)));
    for (_, old) in others.into_iter().skip(KEPT - 1) {
        fs::remove_file(old)?;
    }
    Ok(())
}

/// Whether every trainee's chain holds.
fn are_chains_whole(connection: &Connection) -> Result<bool, Trouble> {
    let mut asked = connection.prepare("SELECT id FROM profile")?;
    let ids = asked.query_map([], |row| row.get::<_, String>(0))?;
    for id in ids {
        let id = Uuid::parse_str(&id?).unwrap_or_default();
        if verify(id, &query::links(connection, id)?, &query::head(connection, id)?).is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Copies a backup into the records' place, whole or not at all; the backup stays.
pub fn restore(backup: &Path, place: &Path) -> Result<(), Trouble> {
    attempts_in(backup)?;
    let beside = place.with_extension("part");
    let _ = fs::remove_file(&beside);
    make_private_file(&beside)?;
    fs::copy(backup, &beside)?;
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(&beside, place)?;
    Ok(())
}
