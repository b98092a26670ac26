//! Carries out what can be done to the records, each in one transaction, each as often as one likes.

use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use crate::disk::records::trouble::Trouble;
use crate::disk::records::{Store, backup, connect, schema};
use crate::record::attempt::{Attempt, Kind, Open};
use crate::record::chain::{BEGINNING, Head, Link};
use crate::record::edition::Edition;
use crate::record::file::ProfileFile;
use crate::record::op::Op;
use crate::record::profile::Profile;
use crate::record::review::{Answered, Review};

impl Store {
    /// Carries out one operation: all of it, or nothing.
    ///
    /// # Errors
    /// When it could not be written; nothing has changed then, and it can be tried again.
    pub fn carry_out(&mut self, op: &Op) -> Result<(), Trouble> {
        if self.is_read_only {
            return Err(Trouble::ReadOnly);
        }
        let transaction = Transaction::new(&mut self.connection, TransactionBehavior::Immediate)?;
        carry_out(&transaction, op)?;
        transaction.commit()?;
        self.forget(op)
    }

    /// What must be gone is gone from the free pages and from the backups, too.
    fn forget(&mut self, op: &Op) -> Result<(), Trouble> {
        if !matches!(op, Op::Delete(_) | Op::Anonymise { .. }) {
            return Ok(());
        }
        self.connection.execute_batch("VACUUM")?;
        backup::sweep(&self.dir)?;
        for (_, path) in backup::backups(&self.dir) {
            // A backup that is damaged holds nothing that the program could bring back.
            let Ok(mut connection) = connect(&path, true) else { continue };
            if schema::migrate(&mut connection).is_err() {
                continue;
            }
            let transaction = Transaction::new(&mut connection, TransactionBehavior::Immediate)?;
            carry_out(&transaction, op)?;
            transaction.commit()?;
            connection.execute_batch("VACUUM")?;
        }
        Ok(())
    }
}

fn carry_out(at: &Transaction<'_>, op: &Op) -> Result<(), Trouble> {
    match op {
        Op::Join(profile) => join(at, profile),
        Op::Amend(profile) => amend(at, profile),
        Op::Delete(profile) => delete(at, *profile),
        Op::Anonymise { profile, becomes, name } => anonymise(at, *profile, *becomes, name),
        Op::Begin(open) => begin(at, open),
        Op::Do { attempt, place, line } => write_line(at, *attempt, *place, line),
        Op::Scribble { attempt, text } => {
            let written = params![text, attempt.to_string()];
            at.execute("UPDATE open_attempt SET notepad = ?1 WHERE id = ?2", written)?;
            Ok(())
        }
        Op::Drop(attempt) => drop_open(at, *attempt),
        Op::Finish { profile, attempt } => finish(at, *profile, attempt),
        Op::TakeIn(file) => take_in(at, file),
        Op::Shelve(edition) => shelve(at, edition),
        Op::Answer { profile, answered } if is_known(at, *profile)? => answer(at, *profile, answered),
        Op::Schedule { profile, review } if is_known(at, *profile)? => schedule(at, *profile, review),
        Op::Prefer { profile, key, value } if is_known(at, *profile)? => prefer(at, *profile, key, value),
        // Whoever was deleted does not come back by what another window was at.
        Op::Answer { .. } | Op::Schedule { .. } | Op::Prefer { .. } => Ok(()),
    }
}

fn is_known(at: &Transaction<'_>, profile: Uuid) -> Result<bool, Trouble> {
    Ok(super::query::profile(at, profile)?.is_some())
}

fn answer(at: &Transaction<'_>, profile: Uuid, answered: &Answered) -> Result<(), Trouble> {
    let body = serde_json::to_string(answered)?;
    // Nobody takes over somebody else's answer by having made up its id.
    at.execute(
        "INSERT INTO answered (id, profile, at_ms, body) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET at_ms = excluded.at_ms, body = excluded.body WHERE profile = excluded.profile",
        params![answered.id.to_string(), profile.to_string(), answered.at.unix_ms, body],
    )?;
    Ok(())
}

fn schedule(at: &Transaction<'_>, profile: Uuid, review: &Review) -> Result<(), Trouble> {
    let body = serde_json::to_string(review)?;
    let written = params![profile.to_string(), review.card, review.due_ms, body];
    at.execute("INSERT OR REPLACE INTO review (profile, card, due_ms, body) VALUES (?1, ?2, ?3, ?4)", written)?;
    Ok(())
}

fn prefer(at: &Transaction<'_>, profile: Uuid, key: &str, value: &str) -> Result<(), Trouble> {
    let written = params![profile.to_string(), key, value];
    at.execute("INSERT OR REPLACE INTO preference (profile, key, value) VALUES (?1, ?2, ?3)", written)?;
    Ok(())
}

fn join(at: &Transaction<'_>, profile: &Profile) -> Result<(), Trouble> {
    let Profile { id, name, since, pin, is_anonymous } = profile;
    at.execute(
        "INSERT OR IGNORE INTO profile (id, name, since_ms, since_offset, pin, is_anonymous, links, head)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)",
        params![id.to_string(), name, since.unix_ms, since.offset_minutes, pin, is_anonymous, BEGINNING],
    )?;
    Ok(())
}

fn amend(at: &Transaction<'_>, profile: &Profile) -> Result<(), Trouble> {
    let Profile { id, name, pin, is_anonymous, .. } = profile;
    at.execute(
        "UPDATE profile SET name = ?2, pin = ?3, is_anonymous = ?4 WHERE id = ?1",
        params![id.to_string(), name, pin, is_anonymous],
    )?;
    Ok(())
}

fn delete(at: &Transaction<'_>, profile: Uuid) -> Result<(), Trouble> {
    let id = profile.to_string();
    at.execute("DELETE FROM open_line WHERE attempt IN (SELECT id FROM open_attempt WHERE profile = ?1)", [&id])?;
    for table in ["open_attempt", "attempt", "answered", "review", "preference"] {
        at.execute(&format!("DELETE FROM {table} WHERE profile = ?1"), [&id])?;
    }
    at.execute("DELETE FROM profile WHERE id = ?1", [&id])?;
    Ok(())
}

fn begin(at: &Transaction<'_>, open: &Open) -> Result<(), Trouble> {
    let id = open.setup.id;
    let Open { setup, profile, holder, notepad, .. } = open;
    // An attempt that is finished does not begin again, nor does one of somebody who was deleted.
    if is_kept(at, id)? || !is_known(at, *profile)? {
        return Ok(());
    }
    at.execute(
        "INSERT OR REPLACE INTO open_attempt (id, profile, holder, setup, notepad) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id.to_string(), profile.to_string(), holder, serde_json::to_string(setup)?, notepad],
    )?;
    at.execute("DELETE FROM open_line WHERE attempt = ?1", [id.to_string()])?;
    for (place, line) in (0..).zip(&open.inputs) {
        write_line(at, id, place, line)?;
    }
    Ok(())
}

fn write_line(at: &Transaction<'_>, attempt: Uuid, place: u32, line: &str) -> Result<(), Trouble> {
    // Of an attempt that is over or gone no line is left lying about.
    at.execute(
        "INSERT OR REPLACE INTO open_line (attempt, place, line)
         SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM open_attempt WHERE id = ?1)",
        params![attempt.to_string(), place, line],
    )?;
    Ok(())
}

fn finish(at: &Transaction<'_>, profile: Uuid, attempt: &Attempt) -> Result<(), Trouble> {
    let id = attempt.setup.id;
    if !is_kept(at, id)? && is_known(at, profile)? {
        append(at, profile, attempt)?;
    }
    drop_open(at, id)
}

fn drop_open(at: &Transaction<'_>, attempt: Uuid) -> Result<(), Trouble> {
    at.execute("DELETE FROM open_line WHERE attempt = ?1", [attempt.to_string()])?;
    at.execute("DELETE FROM open_attempt WHERE id = ?1", [attempt.to_string()])?;
    Ok(())
}

fn is_kept(at: &Transaction<'_>, attempt: Uuid) -> Result<bool, Trouble> {
    let kept = at.query_row("SELECT 1 FROM attempt WHERE id = ?1", [attempt.to_string()], |_| Ok(())).optional()?;
    Ok(kept.is_some())
}

/// Puts an attempt at the end of a chain.
fn append(at: &Transaction<'_>, profile: Uuid, attempt: &Attempt) -> Result<(), Trouble> {
    let head = super::query::end(at, profile)?;
    put(at, profile, attempt.setup.id, &head.link(profile, serde_json::to_string(attempt)?))
}

/// Writes a link as it is, and the chain's new end.
fn put(at: &Transaction<'_>, profile: Uuid, id: Uuid, link: &Link) -> Result<(), Trouble> {
    let head = Head::after(link);
    at.execute(
        "INSERT INTO attempt (profile, place, id, previous, hash, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![profile.to_string(), link.place, id.to_string(), link.previous, link.hash, link.body],
    )?;
    let end = params![profile.to_string(), head.links, head.hash];
    at.execute("UPDATE profile SET links = ?2, head = ?3 WHERE id = ?1", end)?;
    Ok(())
}

fn shelve(at: &Transaction<'_>, edition: &Edition) -> Result<(), Trouble> {
    for (place, part) in (0_u32..).zip(&edition.files) {
        let written = params![part.digest, part.name, part.text];
        at.execute("INSERT OR IGNORE INTO part (digest, name, text) VALUES (?1, ?2, ?3)", written)?;
        let listed = params![edition.digest, place, part.digest];
        at.execute("INSERT OR IGNORE INTO edition (digest, place, part) VALUES (?1, ?2, ?3)", listed)?;
    }
    Ok(())
}

/// What is new in a trainee's file, where it goes on from what is known; nothing where it contradicts that.
fn take_in(at: &Transaction<'_>, file: &ProfileFile) -> Result<(), Trouble> {
    let profile = file.profile.id;
    let known = super::query::links(at, profile)?;
    if !file.agrees_with(&known) {
        return Ok(());
    }
    join(at, &file.profile)?;
    for link in file.links.iter().skip(known.len()) {
        // A link that is no attempt has no id of its own; it is kept all the same, for the chain's sake.
        let of_its_own = Uuid::new_v5(&profile, link.hash.as_bytes());
        let id = link.attempt().map_or(of_its_own, |it| it.setup.id);
        // Nor has one whose id another attempt has: it would keep everything that comes after it from being written.
        put(at, profile, if is_kept(at, id)? { of_its_own } else { id }, link)?;
    }
    for edition in &file.editions {
        shelve(at, edition)?;
    }
    for answered in &file.answered {
        answer(at, profile, answered)?;
    }
    // A file may be older than what is here: what was learnt and liked since stays.
    let reviews = super::query::reviews(at, profile)?;
    let is_news = |new: &&Review| !reviews.iter().any(|old| old.card == new.card && old.seen_ms >= new.seen_ms);
    for review in file.reviews.iter().filter(is_news) {
        schedule(at, profile, review)?;
    }
    for (key, value) in &file.preferences {
        let written = params![profile.to_string(), key, value];
        at.execute("INSERT OR IGNORE INTO preference (profile, key, value) VALUES (?1, ?2, ?3)", written)?;
    }
    Ok(())
}

/// The chain again under another name: new ids, nothing typed, every link hashed anew.
fn anonymise(at: &Transaction<'_>, profile: Uuid, becomes: Uuid, name: &str) -> Result<(), Trouble> {
    let Some(before) = super::query::profile(at, profile)? else { return Ok(()) };
    let kept = super::query::links(at, profile)?;
    let answered = super::query::answered(at, profile)?;
    let reviews = super::query::reviews(at, profile)?;
    delete(at, profile)?;
    join(at, &Profile { id: becomes, name: name.to_owned(), pin: None, is_anonymous: true, ..before })?;
    let attempts: Vec<Attempt> = kept.iter().filter_map(crate::record::chain::Link::attempt).collect();
    let ids: Vec<Uuid> = attempts.iter().map(|attempt| attempt.setup.id).collect();
    // Made from the new name and the place: nobody gets from a new id to an old one.
    let new_id = |place: usize| Uuid::new_v5(&becomes, &place.to_be_bytes());
    for (place, mut attempt) in attempts.into_iter().enumerate() {
        attempt.setup.id = new_id(place);
        attempt.setup.retry = attempt.setup.retry.and_then(|mut retry| {
            retry.of = new_id(ids.iter().position(|id| *id == retry.of)?);
            Some(retry)
        });
        if matches!(attempt.setup.kind, Kind::Shift | Kind::Exam) {
            attempt.inputs = None;
        }
        append(at, becomes, &attempt)?;
    }
    for (place, mut answered) in answered.into_iter().enumerate() {
        answered.id = Uuid::new_v5(&becomes, format!("answer {place}").as_bytes());
        answered.answer.clear();
        answer(at, becomes, &answered)?;
    }
    for review in reviews {
        schedule(at, becomes, &review)?;
    }
    Ok(())
}
