//! `three-rings records`: how it is with the records file, and what to do when it is lost.

use std::path::PathBuf;

use crate::cli::keeping::{data_folder, keeper, status_in_words, trouble_in_words};
use crate::cli::{Args, CANNOT, DONE, args, now, out, refuse};
use crate::disk::records::{FILE_NAME, Keeper, Remedy, backups};
use crate::locale::Locale;

pub fn run(records: &args::Records, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    let mut keeper = match keeper(args, &locale) {
        Ok(keeper) => keeper,
        Err(message) => return refuse(&message),
    };
    match &records.what {
        None => tell(&keeper, args, &locale),
        Some(args::RecordsDoing::Restore { backup }) => {
            let latest = || keeper.status().loss.and_then(|loss| loss.backup).map(|backup| backup.path);
            match backup.clone().or_else(latest) {
                Some(backup) => remedy(&mut keeper, &Remedy::Restore(backup), args, &locale),
                None => refuse(&locale.text("records-nothing-to-restore")),
            }
        }
        Some(args::RecordsDoing::StartAnew) => remedy(&mut keeper, &Remedy::Anew, args, &locale),
    }
}

/// Records that are there are not replaced: that would lose what is in them.
fn remedy(keeper: &mut Keeper, remedy: &Remedy, args: &Args, locale: &Locale) -> u8 {
    if keeper.status().loss.is_none() {
        return refuse(&locale.text("records-not-lost"));
    }
    match keeper.remedy(remedy, now()) {
        Ok(()) => tell(keeper, args, locale),
        Err(trouble) => refuse(&trouble_in_words(&trouble, &path(args, locale).display().to_string(), locale)),
    }
}

fn path(args: &Args, locale: &Locale) -> PathBuf {
    data_folder(args, locale).unwrap_or_default().join(FILE_NAME)
}

fn tell(keeper: &Keeper, args: &Args, locale: &Locale) -> u8 {
    let path = path(args, locale);
    out(&format!("{}\n", path.display()));
    let problems = status_in_words(&keeper.status(), args, locale);
    if !problems.is_empty() {
        eprintln!("{problems}");
    }
    let Some(store) = keeper.store() else { return CANNOT };
    let overview = match store.overview() {
        Ok(overview) => overview,
        Err(trouble) => return refuse(&trouble_in_words(&trouble, &path.display().to_string(), locale)),
    };
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let values = [
        ("profiles", number(overview.profiles).into()),
        ("attempts", number(overview.attempts).into()),
        ("open", number(overview.open).into()),
        ("schema", overview.schema.into()),
    ];
    out(&format!("{}\n", locale.with("records-overview", &values)));
    let days: Vec<String> = backups(store.dir()).iter().map(|(day, _)| day.to_string()).collect();
    if !days.is_empty() {
        out(&format!("{}\n", locale.with("records-backups", &[("days", days.join("、").into())])));
    }
    DONE
}
