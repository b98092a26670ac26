//! The shape of the records file, and the way from every earlier one: a file is only ever carried forward.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::disk::records::trouble::Trouble;

/// Says in a file's header whose it is: `TRNG`.
pub const APPLICATION_ID: i32 = 0x5452_4E47;

/// What each version changed, in order; the first makes a file from nothing. Never edited once shipped, only added to.
const STEPS: [&str; 3] = [include_str!("schema/1.sql"), include_str!("schema/2.sql"), include_str!("schema/3.sql")];

/// The version this program writes.
pub const LATEST: usize = STEPS.len();

/// The version of a file; 0 for an empty one.
///
/// # Errors
/// When the file is another program's, or newer than this one.
pub fn version(connection: &Connection) -> Result<usize, Trouble> {
    let application_id: i32 = pragma(connection, "application_id")?;
    let version: i64 = pragma(connection, "user_version")?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if application_id != APPLICATION_ID {
        return if application_id == 0 && version == 0 && tables == 0 { Ok(0) } else { Err(Trouble::Foreign) };
    }
    match usize::try_from(version) {
        Ok(version) if version <= LATEST => Ok(version),
        _ => Err(Trouble::Newer { found: version, known: LATEST }),
    }
}

fn pragma<T: rusqlite::types::FromSql>(connection: &Connection, name: &str) -> Result<T, Trouble> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}

/// Carries a file forward to the latest version: all the way, or not at all.
///
/// # Errors
/// When it cannot be written.
pub fn migrate(connection: &mut Connection) -> Result<(), Trouble> {
    migrate_to(connection, LATEST)
}

/// Carries a file forward to a version.
pub fn migrate_to(connection: &mut Connection, to: usize) -> Result<(), Trouble> {
    if version(connection)? >= to {
        return Ok(());
    }
    let transaction = Transaction::new(connection, TransactionBehavior::Immediate)?;
    // Another window may have carried it forward since.
    let from = version(&transaction)?;
    for step in STEPS.iter().take(to).skip(from) {
        transaction.execute_batch(step).map_err(|error| stumbled(error.into()))?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", i64::try_from(to.max(from)).unwrap_or(i64::MAX))?;
    transaction.commit()?;
    Ok(())
}

/// A step that finds done already what it is to do stands in a file that lies about its version.
fn stumbled(trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Other(said) if said.contains("already exists") || said.contains("duplicate column") => {
            Trouble::Damaged(said)
        }
        trouble => trouble,
    }
}
