//! A call in the terminal, written down turn by turn in the records of a trainee.

use std::sync::Arc;

use uuid::Uuid;

use crate::cli::keeping::{keeper, named, status_in_words, trouble_in_words};
use crate::cli::{Args, args, now};
use crate::content::script::Script;
use crate::content::shelf::{Setting, Shelf};
use crate::disk::records::{FILE_NAME, Keeper, Store};
use crate::locale::Locale;
use crate::play::call::Call;
use crate::record::attempt::{Kind, Open};
use crate::record::edition::Edition;
use crate::record::ledger::{Beginning, Ledger, Page};
use crate::record::profile::Profile;
use crate::record::replay::{Replayed, Shelves};

/// A call's page in the records.
pub struct Notebook {
    keeper: Keeper,
    page: Page,
}

/// A call that is written down: a new one, or one that was broken off.
///
/// # Errors
/// In words, when there is no such trainee, or nothing to go on with.
pub fn begin(
    play: &args::Play,
    name: &str,
    script: Arc<Script>,
    seed: u64,
    shelf: &Shelf,
    args: &Args,
    locale: &Locale,
) -> Result<(Call, Option<Notebook>), String> {
    let mut keeper = keeper(args, locale)?;
    let store = keeper.store().ok_or_else(|| status_in_words(&keeper.status(), args, locale))?;
    let profile = named(store, name, play.pin.as_deref(), locale)?;
    let mut ledger = Ledger::new(profile.id, store.holder());
    if play.resume {
        let (open, call) = unfinished(store, &profile, &play.scenario, locale)?;
        let (page, op) = ledger.resume(open);
        keeper.take(op);
        let mut notebook = Notebook { keeper, page };
        // The last answer may have been written, and the end not any more.
        notebook.write(&call);
        return Ok((call, Some(notebook)));
    }
    let call = Call::new(script, seed);
    let setting = Setting { language: args.lang(), city: &args.city };
    let beginning = Beginning { id: Uuid::new_v4(), now: now(), setting, is_exam: play.exam, retry: None };
    let (page, ops) = ledger.call(&call, Edition::of_call(shelf, &play.scenario), beginning);
    ops.into_iter().for_each(|op| keeper.take(op));
    Ok((call, Some(Notebook { keeper, page })))
}

/// The latest call of a scenario that was broken off, as far as it went.
fn unfinished(store: &Store, profile: &Profile, scenario: &str, locale: &Locale) -> Result<(Open, Call), String> {
    let trouble = |trouble| trouble_in_words(&trouble, FILE_NAME, locale);
    let nothing = || locale.with("cli-nothing-to-resume", &[("id", scenario.into())]);
    let is_meant = |open: &Open| open.setup.kind == Kind::Call && open.setup.subject == scenario;
    let open = store.unfinished(profile.id).map_err(trouble)?.into_iter().find(is_meant).ok_or_else(nothing)?;
    let mut shelves = Shelves::new(store.editions().map_err(trouble)?);
    match shelves.resume(&open.setup, &open.inputs) {
        Ok(Replayed::Call(call)) => Ok((open, call)),
        Ok(Replayed::Shift(_) | Replayed::Exam(_)) | Err(_) => {
            Err(locale.with("cli-cannot-resume", &[("id", scenario.into())]))
        }
    }
}

impl Notebook {
    /// Whether comments wait until afterwards.
    pub fn is_exam(&self) -> bool {
        self.page.setup.is_exam
    }

    /// Writes down what is new; when the call is over, all of it.
    pub fn write(&mut self, call: &Call) {
        self.page.call_lines(call).into_iter().for_each(|op| self.keeper.take(op));
        if call.is_over() {
            self.keeper.take(self.page.finish_call(call));
        }
        if self.keeper.status().waiting > 0 {
            self.keeper.retry(now());
        }
    }

    /// What kept it from being written, in words; none where it is written.
    pub fn trouble(&self, args: &Args, locale: &Locale) -> Option<String> {
        let status = self.keeper.status();
        (status.waiting > 0).then(|| status_in_words(&status, args, locale))
    }
}
