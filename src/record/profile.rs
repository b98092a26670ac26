//! A trainee as the records know them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::record::moment::Moment;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;

/// A trainee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Who, for good; says nothing about the person.
    pub id: Uuid,
    /// What they want to be called.
    pub name: String,
    /// Since when.
    pub since: Moment,
    /// The hash of their PIN in the PHC string format, if they have one.
    #[serde(default)]
    pub pin: Option<String>,
    /// Whether the person can no longer be told from it.
    #[serde(default)]
    pub is_anonymous: bool,
}

/// Why a name will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadName {
    /// Nothing is left of it.
    Empty,
    /// More than [`LONGEST_NAME`] characters.
    TooLong,
    /// Somebody else has it.
    Taken,
}

/// What somebody is called whom nobody should know: a word and four signs of their id.
pub fn anonymous_name(id: Uuid, word: &str) -> String {
    let id = id.simple().to_string();
    format!("{word} {}", &id[..4])
}

/// A name as it will be kept: no space around it, no control characters in it.
///
/// # Errors
/// When it is empty, too long, or one of `others` has it.
pub fn fair_name(written: &str, others: &[Profile]) -> Result<String, BadName> {
    let name: String = written.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    match name.chars().count() {
        0 => Err(BadName::Empty),
        n if n > LONGEST_NAME => Err(BadName::TooLong),
        _ if others.iter().any(|other| other.name == name) => Err(BadName::Taken),
        _ => Ok(name.to_owned()),
    }
}
