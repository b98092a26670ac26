//! One trainee out of the records, and into others; and finding out whether a file was tampered with.

use std::fs;
use std::path::Path;

use uuid::Uuid;

use crate::disk::records::{Store, Trouble, in_memory};
use crate::record::edition::Edition;
use crate::record::file::{FORMAT, Finding, ProfileFile};
use crate::record::profile::Profile;
use crate::record::replay::Shelves;

/// The first bytes of every SQLite file.
const SQLITE_MAGIC: &[u8] = b"SQLite format 3\0";
/// The largest profile file that is read, in bytes: some twenty years of daily practice.
const LARGEST_PROFILE_FILE: u64 = 256 * 1024 * 1024;

impl Store {
    /// Everything that is kept of one trainee.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn file_of(&self, profile: &Profile) -> Result<ProfileFile, Trouble> {
        let links = self.links(profile.id)?;
        let used: Vec<String> = links.iter().filter_map(|link| Some(link.attempt()?.setup.edition)).collect();
        let is_used = |edition: &Edition| used.contains(&edition.digest);
        Ok(ProfileFile {
            format: FORMAT.to_owned(),
            profile: Profile { pin: None, ..profile.clone() },
            head: self.head(profile.id)?,
            links,
            editions: self.editions()?.into_iter().filter(is_used).collect(),
            answered: self.answered(profile.id)?,
            reviews: self.reviews(profile.id)?,
            preferences: self.preferences(profile.id)?,
        })
    }
}

/// Why a file cannot be verified.
#[derive(Debug)]
pub enum VerifyError {
    /// It cannot be read.
    Io(std::io::Error),
    /// It is neither records nor a trainee's file.
    NotOurs,
    /// It is a records file that cannot be read.
    Records(Trouble),
}

/// Reads a trainee's file.
///
/// # Errors
/// When it cannot be read, or is something else.
pub fn read_profile_file(path: &Path) -> Result<ProfileFile, VerifyError> {
    if fs::metadata(path).map_err(VerifyError::Io)?.len() > LARGEST_PROFILE_FILE {
        return Err(VerifyError::NotOurs);
    }
    let bytes = fs::read(path).map_err(VerifyError::Io)?;
    let file: ProfileFile = serde_json::from_slice(&bytes).map_err(|_| VerifyError::NotOurs)?;
    if file.format == FORMAT { Ok(file) } else { Err(VerifyError::NotOurs) }
}

/// Verifies a records file or a trainee's file; nothing in it is changed.
///
/// # Errors
/// When it cannot be read, or is something else.
pub fn verify_file(path: &Path, program: &str) -> Result<Vec<Finding>, VerifyError> {
    let mut shelves = Shelves::default();
    for_each_trainee(path, |file| file.verify(&mut shelves, program))
}

/// Takes every trainee out of a records file, one after the other, or the one of a trainee's file; nothing in it is changed.
///
/// # Errors
/// When it cannot be read, or is something else.
pub fn for_each_trainee<T>(path: &Path, mut take: impl FnMut(ProfileFile) -> T) -> Result<Vec<T>, VerifyError> {
    if !is_sqlite(path).map_err(VerifyError::Io)? {
        return Ok(vec![take(read_profile_file(path)?)]);
    }
    let store = Store::of_copy(path).map_err(VerifyError::Records)?;
    let profiles = store.profiles().map_err(VerifyError::Records)?;
    profiles.iter().map(|profile| store.file_of(profile).map(&mut take).map_err(VerifyError::Records)).collect()
}

fn is_sqlite(path: &Path) -> std::io::Result<bool> {
    use std::io::Read as _;
    let mut start = Vec::with_capacity(SQLITE_MAGIC.len());
    fs::File::open(path)?.take(SQLITE_MAGIC.len() as u64).read_to_end(&mut start)?;
    Ok(start == SQLITE_MAGIC)
}

impl Store {
    /// A copy of a records file in memory, to be read and not written.
    fn of_copy(path: &Path) -> Result<Self, Trouble> {
        Ok(Self::reading(in_memory(path)?, Path::new(""), Uuid::nil()))
    }
}
