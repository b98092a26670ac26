//! The records as the terminal uses them: where they are, whose, and what to say when something is wrong.

use std::path::PathBuf;

use uuid::Uuid;

use crate::cli::{Args, now};
use crate::diagnostic::nearest;
use crate::disk::records::{FILE_NAME, Keeper, Loss, Status, Store, Trouble, fits_pin, standing_folder};
use crate::locale::Locale;
use crate::record::profile::Profile;

/// The data folder as the arguments want it.
///
/// # Errors
/// In words, when the system names none and none is given.
pub fn data_folder(args: &Args, locale: &Locale) -> Result<PathBuf, String> {
    args.data.clone().or_else(standing_folder).ok_or_else(|| locale.text("records-no-home"))
}

/// The records, opened; what is wrong with them is told, and work can go on where the rest can wait.
///
/// # Errors
/// In words, when there is no folder for them.
pub fn keeper(args: &Args, locale: &Locale) -> Result<Keeper, String> {
    Ok(Keeper::open(&data_folder(args, locale)?, now(), Uuid::new_v4()))
}

/// The records, opened for reading and writing.
///
/// # Errors
/// In words, when they cannot be used.
pub fn store(args: &Args, locale: &Locale) -> Result<Keeper, String> {
    let keeper = keeper(args, locale)?;
    if keeper.store().is_none() {
        return Err(status_in_words(&keeper.status(), args, locale));
    }
    Ok(keeper)
}

/// What is wrong with the records, and what to do; empty where nothing is.
pub fn status_in_words(status: &Status, args: &Args, locale: &Locale) -> String {
    let mut lines = Vec::new();
    let file =
        data_folder(args, locale).map_or_else(|_| String::new(), |dir| dir.join(FILE_NAME).display().to_string());
    if let Some(loss) = &status.loss {
        let (said, backup) = loss_in_words(loss, locale);
        lines.extend([said, backup, locale.text("records-remedies-cli")]);
    }
    if let Some(trouble) = &status.trouble {
        lines.push(trouble_in_words(trouble, &file, locale));
    }
    if status.waiting > 0 {
        let key = if status.is_rescued { "records-waiting-rescued" } else { "records-waiting" };
        lines.push(locale.with(key, &[("count", status.waiting.into())]));
    }
    lines.join("\n")
}

/// A trouble, and what to do about it.
pub fn trouble_in_words(trouble: &Trouble, file: &str, locale: &Locale) -> String {
    let mut values = vec![("file", file.to_owned().into()), ("said", trouble.said().to_owned().into())];
    if let Trouble::Newer { found, known } = trouble {
        values.extend([("found", (*found).into()), ("known", (*known).into())]);
    }
    locale.with(trouble.key(), &values)
}

/// What was lost, and what there is to go on from.
pub fn loss_in_words(loss: &Loss, locale: &Locale) -> (String, String) {
    let aside = match &loss.aside {
        Some(aside) => locale.with("records-set-aside", &[("file", aside.display().to_string().into())]),
        None => locale.text("records-gone"),
    };
    let backup = match &loss.backup {
        Some(backup) => {
            let attempts = i64::try_from(backup.attempts).unwrap_or(i64::MAX);
            let values = [("day", backup.day.to_string().into()), ("count", attempts.into())];
            locale.with("records-backup", &values)
        }
        None => locale.text("records-no-backup"),
    };
    (aside, backup)
}

/// The trainee of a name, who has shown their PIN if they have one.
///
/// # Errors
/// In words, when there is none of that name, or the PIN is missing or wrong.
pub fn named(store: &Store, name: &str, pin: Option<&str>, locale: &Locale) -> Result<Profile, String> {
    let profiles = store.profiles().map_err(|trouble| trouble_in_words(&trouble, FILE_NAME, locale))?;
    let Some(profile) = profiles.iter().find(|profile| profile.name == name) else {
        let known: Vec<&str> = profiles.iter().map(|profile| profile.name.as_str()).collect();
        let near = nearest(name, &known);
        let near = near.map_or_else(String::new, |near| locale.with("cli-did-you-mean", &[("near", near.into())]));
        return Err(locale.with("profile-unknown", &[("name", name.into())]) + &near);
    };
    match (&profile.pin, pin) {
        (None, _) => Ok(profile.clone()),
        (Some(_), None) => Err(locale.with("profile-needs-pin", &[("name", name.into())])),
        (Some(hash), Some(pin)) if fits_pin(pin, hash) => Ok(profile.clone()),
        (Some(_), Some(_)) => Err(locale.text("profile-wrong-pin")),
    }
}
