//! What can be asked of the records.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use crate::disk::records::trouble::Trouble;
use crate::disk::records::{Store, schema};
use crate::record::attempt::{Kept, Open};
use crate::record::chain::{Head, Link};
use crate::record::edition::{Edition, Part};
use crate::record::moment::Moment;
use crate::record::profile::Profile;
use crate::record::review::{Answered, Review};

/// The records in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The version of the file.
    pub schema: usize,
    /// How many trainees.
    pub profiles: u64,
    /// How many finished attempts.
    pub attempts: u64,
    /// How many in progress.
    pub open: u64,
}

impl Store {
    /// Every trainee, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn profiles(&self) -> Result<Vec<Profile>, Trouble> {
        let mut asked = self.connection.prepare(&format!("{PROFILE} ORDER BY since_ms, id"))?;
        let rows = asked.query_map([], profile_row)?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// One trainee's chain.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn links(&self, profile: Uuid) -> Result<Vec<Link>, Trouble> {
        links(&self.connection, profile)
    }

    /// The end of one trainee's chain, as it is kept beside it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn head(&self, profile: Uuid) -> Result<Head, Trouble> {
        head(&self.connection, profile)
    }

    /// One trainee's finished attempts, in order; a body that makes no sense is left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kept(&self, profile: Uuid) -> Result<Vec<Kept>, Trouble> {
        let kept = |link: Link| {
            let attempt = link.attempt()?;
            Some(Kept { place: link.place, hash: link.hash, attempt })
        };
        Ok(self.links(profile)?.into_iter().filter_map(kept).collect())
    }

    /// One trainee's attempts that were not finished, the latest first; those that another window is at are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unfinished(&self, profile: Uuid) -> Result<Vec<Open>, Trouble> {
        let mut opened = self.open_attempts(profile)?;
        opened.retain(|open| !self.holder.is_alive(&self.dir, &open.holder));
        opened.sort_by_key(|open| std::cmp::Reverse(open.setup.began.unix_ms));
        Ok(opened)
    }

    /// One trainee's attempts in progress, whoever is at them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_attempts(&self, profile: Uuid) -> Result<Vec<Open>, Trouble> {
        let mut asked =
            self.connection.prepare("SELECT id, holder, setup, notepad FROM open_attempt WHERE profile = ?1")?;
        let rows = asked
            .query_map([profile.to_string()], |row| Ok((text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 3)?)))?;
        let mut found = Vec::new();
        for row in rows {
            let (id, holder, setup, notepad) = row?;
            // What makes no sense cannot be gone on with; it stays where it is.
            let Ok(setup) = serde_json::from_str(&setup) else { continue };
            found.push(Open { setup, profile, holder, inputs: self.lines(&id)?, notepad });
        }
        Ok(found)
    }

    /// The lines of an attempt in progress, as far as none is missing.
    fn lines(&self, attempt: &str) -> Result<Vec<String>, Trouble> {
        let mut asked =
            self.connection.prepare("SELECT place, line FROM open_line WHERE attempt = ?1 ORDER BY place")?;
        let rows = asked.query_map([attempt], |row| Ok((row.get::<_, i64>(0)?, text(row, 1)?)))?;
        let mut lines = Vec::new();
        for (expected, row) in (0..).zip(rows) {
            let (place, line) = row?;
            if place != expected {
                break;
            }
            lines.push(line);
        }
        Ok(lines)
    }

    /// Every edition that is kept.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn editions(&self) -> Result<Vec<Edition>, Trouble> {
        let mut asked = self.connection.prepare(
            "SELECT edition.digest, part.digest, part.name, part.text FROM edition JOIN part ON part.digest = edition.part
             ORDER BY edition.digest, edition.place",
        )?;
        let rows = asked.query_map([], |row| {
            let part = Part { digest: text(row, 1)?, name: text(row, 2)?, text: text(row, 3)? };
            Ok((text(row, 0)?, part))
        })?;
        let mut editions: Vec<Edition> = Vec::new();
        for row in rows {
            let (digest, part) = row?;
            match editions.last_mut().filter(|last| last.digest == digest) {
                Some(last) => last.files.push(part),
                None => editions.push(Edition { digest, files: vec![part] }),
            }
        }
        Ok(editions)
    }

    /// One trainee's answers, in order of time.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn answered(&self, profile: Uuid) -> Result<Vec<Answered>, Trouble> {
        answered(&self.connection, profile)
    }

    /// What the schedule knows of one trainee's cards, what is due first first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reviews(&self, profile: Uuid) -> Result<Vec<Review>, Trouble> {
        reviews(&self.connection, profile)
    }

    /// How one trainee likes it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn preferences(&self, profile: Uuid) -> Result<Vec<(String, String)>, Trouble> {
        let mut asked = self.connection.prepare("SELECT key, value FROM preference WHERE profile = ?1 ORDER BY key")?;
        let rows = asked.query_map([profile.to_string()], |row| Ok((text(row, 0)?, text(row, 1)?)))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// The records in figures.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn overview(&self) -> Result<Overview, Trouble> {
        let count = |table: &str| -> Result<u64, Trouble> {
            let count: i64 =
                self.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
            Ok(u64::try_from(count).unwrap_or_default())
        };
        Ok(Overview {
            schema: schema::version(&self.connection)?,
            profiles: count("profile")?,
            attempts: count("attempt")?,
            open: count("open_attempt")?,
        })
    }
}

const PROFILE: &str = "SELECT id, name, since_ms, since_offset, pin, is_anonymous FROM profile";

fn profile_row(row: &Row<'_>) -> rusqlite::Result<Profile> {
    let id = text(row, 0)?;
    Ok(Profile {
        id: Uuid::parse_str(&id).unwrap_or_default(),
        name: text(row, 1)?,
        since: Moment { unix_ms: row.get(2)?, offset_minutes: row.get(3)? },
        pin: row.get(4)?,
        is_anonymous: row.get(5)?,
    })
}

/// One trainee; none where there is no such.
pub fn profile(at: &Connection, profile: Uuid) -> Result<Option<Profile>, Trouble> {
    Ok(at.query_row(&format!("{PROFILE} WHERE id = ?1"), [profile.to_string()], profile_row).optional()?)
}

/// The end of a chain; the beginning, where there is no such trainee.
pub fn head(at: &Connection, profile: Uuid) -> Result<Head, Trouble> {
    let head = at.query_row("SELECT links, head FROM profile WHERE id = ?1", [profile.to_string()], |row| {
        Ok(Head { links: row.get(0)?, hash: text(row, 1)? })
    });
    Ok(head.optional()?.unwrap_or_default())
}

/// Where the next link goes. A head that somebody cut back does not keep what is done from now on from being written.
pub fn end(at: &Connection, profile: Uuid) -> Result<Head, Trouble> {
    let kept = head(at, profile)?;
    let mut asked = at.prepare("SELECT place, hash FROM attempt WHERE profile = ?1 ORDER BY place DESC LIMIT 1")?;
    let last = asked.query_row([profile.to_string()], |row| Ok(Head { links: row.get(0)?, hash: text(row, 1)? }));
    Ok(last.optional()?.filter(|last| last.links > kept.links).unwrap_or(kept))
}

/// Text as it stands in the file; bytes that are none become signs that nobody wrote, which a hash tells.
fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<String> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::new(),
    })
}

/// A chain.
pub fn links(at: &Connection, profile: Uuid) -> Result<Vec<Link>, Trouble> {
    let mut asked = at.prepare("SELECT place, previous, hash, body FROM attempt WHERE profile = ?1 ORDER BY place")?;
    let rows = asked.query_map([profile.to_string()], |row| {
        Ok(Link { place: row.get(0)?, previous: text(row, 1)?, hash: text(row, 2)?, body: text(row, 3)? })
    })?;
    rows.map(|row| Ok(row?)).collect()
}

/// One trainee's answers in the order they were given, whatever the clock said.
pub fn answered(at: &Connection, profile: Uuid) -> Result<Vec<Answered>, Trouble> {
    bodies(at, "SELECT body FROM answered WHERE profile = ?1 ORDER BY rowid", profile)
}

/// What the schedule knows of one trainee's cards, what is due first first.
pub fn reviews(at: &Connection, profile: Uuid) -> Result<Vec<Review>, Trouble> {
    bodies(at, "SELECT body FROM review WHERE profile = ?1 ORDER BY due_ms, card", profile)
}

fn bodies<T: serde::de::DeserializeOwned>(at: &Connection, sql: &str, profile: Uuid) -> Result<Vec<T>, Trouble> {
    let mut asked = at.prepare(sql)?;
    let rows = asked.query_map(params![profile.to_string()], |row| text(row, 0))?;
    // What makes no sense is left out, as it is of attempts: it must not stand in the way of the rest.
    rows.filter_map(|row| row.map(|body| serde_json::from_str(&body).ok()).transpose()).map(|row| Ok(row?)).collect()
}
