//! `three-rings bank`: which questions there are, and their way into and out of other formats.

mod export;
mod import;
mod list;

use std::path::Path;

use crate::cli::args::BankDoing;
use crate::cli::{Args, args, refuse};
use crate::content::quiz::Topic;
use crate::disk::write_bytes;
use crate::export::terms;
use crate::locale::Locale;

pub fn run(bank: &args::Bank, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    let done = match &bank.what {
        BankDoing::List { json } => list::run(*json, args, &locale),
        BankDoing::Export(export) => export::run(export, args, &locale),
        BankDoing::Import(import) => import::run(import, args, &locale),
    };
    done.unwrap_or_else(|message| refuse(&message))
}

/// The topic a word means.
fn topic(written: &str, locale: &Locale) -> Result<Topic, String> {
    terms::topic_of(written.trim()).ok_or_else(|| {
        let named = |topic: &Topic| format!("{}（{}）", topic.word(), terms::topic(*topic));
        let known = Topic::ALL.iter().map(named).collect::<Vec<_>>().join(&locale.text("enumeration-comma"));
        locale.with("cli-bank-no-topic", &[("topic", written.into()), ("known", known.into())])
    })
}

/// Writes a file where there is none, or where it may be written over.
fn deliver(path: &Path, bytes: &[u8], may_replace: bool, locale: &Locale) -> Result<(), String> {
    free(path, may_replace, locale)?;
    let file = path.display().to_string();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
    write_bytes(path, bytes).map_err(|error| match folder {
        Some(folder) => locale.with("cli-export-no-folder", &[("folder", folder.display().to_string().into())]),
        None => locale.with("cli-cannot-write", &[("file", file.into()), ("reason", error.to_string().into())]),
    })
}

/// Whether a file may be written.
fn free(path: &Path, may_replace: bool, locale: &Locale) -> Result<(), String> {
    if path.exists() && !may_replace {
        return Err(locale.with("cli-bank-exists", &[("file", path.display().to_string().into())]));
    }
    Ok(())
}
