//! What can be wrong with the records file, told apart by what a person can do about it.

use rusqlite::ErrorCode;
use serde::{Deserialize, Serialize};

/// What is wrong with the records file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// A newer version of the program wrote it.
    Newer {
        /// Its version.
        found: i64,
        /// The newest this program knows.
        known: usize,
    },
    /// Another program's file lies in its place.
    Foreign,
    /// What stands in it makes no sense.
    Damaged(String),
    /// Another program, or another window, is writing and does not finish.
    Locked,
    /// It, or its folder, may not be written to.
    ReadOnly,
    /// The disk is full.
    Full,
    /// The folder cannot be made or opened.
    NoFolder(String),
    /// Something else.
    Other(String),
}

impl Trouble {
    /// Whether the same may well succeed later.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Locked | Self::ReadOnly | Self::Full | Self::NoFolder(_) | Self::Other(_))
    }

    /// The locale key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "records-newer",
            Self::Foreign => "records-foreign",
            Self::Damaged(_) => "records-damaged",
            Self::Locked => "records-locked",
            Self::ReadOnly => "records-read-only",
            Self::Full => "records-full",
            Self::NoFolder(_) => "records-no-folder",
            Self::Other(_) => "records-other",
        }
    }

    /// What the system said, where it said something.
    pub fn said(&self) -> &str {
        match self {
            Self::Damaged(said) | Self::NoFolder(said) | Self::Other(said) => said,
            _ => "",
        }
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        let said = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(said),
            Some(ErrorCode::CannotOpen) => Self::NoFolder(said),
            _ => Self::Other(said),
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ResourceBusy | ErrorKind::WouldBlock => Self::Locked,
            _ => Self::NoFolder(error.to_string()),
        }
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}
