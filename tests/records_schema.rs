//! Records of every version there ever was, as they lie in `records/`: opened, carried forward, and nothing lost on the way.

mod support;

use std::fs;
use std::process::Stdio;

use rusqlite::Connection;
use support::records::{DAY_MS, Home, TODAY, assert_calm, day, store};
use support::{root, text_of};
use three_rings::disk::records::{LATEST_SCHEMA, Store, Trouble, backups, fits_pin};
use three_rings::record::chain::verify;
use three_rings::record::moment::Moment;
use three_rings::record::op::Op;

/// A home with the records of a version.
fn home_of(version: usize) -> Home {
    let home = Home::quick();
    fs::create_dir(home.data()).expect("a folder");
    let dump = text_of(&root(&format!("tests/records/schema-{version}.sql")));
    Connection::open(home.file()).and_then(|it| it.execute_batch(&dump)).expect("a sound dump");
    home
}

/// Everything that is in the dump of a version is in the records.
fn assert_all_there(store: &Store, version: usize) {
    let [who] = &store.profiles().expect("readable")[..] else { panic!("one trainee") };
    assert_eq!((who.name.as_str(), who.since, who.is_anonymous), ("周晓雯", TODAY, false));
    assert!(fits_pin("2580", who.pin.as_deref().expect("a PIN")));
    let links = store.links(who.id).expect("readable");
    assert_eq!(verify(who.id, &links, &store.head(who.id).expect("readable")), Ok(()));
    let kept = store.kept(who.id).expect("readable");
    let subjects: Vec<&str> = kept.iter().map(|it| it.attempt.setup.subject.as_str()).collect();
    assert_eq!(subjects, ["bare", "small-desk", "bare"]);
    let inputs: Vec<usize> = kept.iter().map(|it| it.attempt.inputs.as_ref().expect("inputs").len()).collect();
    assert!(inputs.iter().all(|&count| count > 1), "{inputs:?}");
    let [open] = &store.unfinished(who.id).expect("readable")[..] else { panic!("one that was broken off") };
    assert_eq!((open.inputs.len(), open.notepad.as_str()), (1, "周六来"));
    let [edition] = &store.editions().expect("readable")[..] else { panic!("one edition") };
    assert!(edition.files[0].name == "bare.ron" && edition.files[0].text.contains("周六来"));
    let (answered, reviews) = (store.answered(who.id).expect("readable"), store.reviews(who.id).expect("readable"));
    if version < 2 {
        assert!(answered.is_empty() && reviews.is_empty());
    } else {
        assert_eq!((answered[0].question.as_str(), answered[0].credit, answered[0].took_ms), ("law-1", 1000, 4200));
        assert_eq!((reviews[0].card.as_str(), reviews[0].due_ms), ("law-1", TODAY.unix_ms + 3 * DAY_MS));
    }
    let wanted = if version < 3 { vec![] } else { vec![("text-size".to_owned(), "120".to_owned())] };
    assert_eq!(store.preferences(who.id).expect("readable"), wanted);
}

fn version_of(path: &std::path::Path) -> usize {
    let connection = Connection::open(path).expect("opened");
    connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).expect("a version") as usize
}

#[test]
fn there_is_a_dump_of_every_version() {
    for version in 1..=LATEST_SCHEMA {
        assert_eq!(version_of(&home_of(version).file()), version);
    }
}

#[test]
fn records_of_every_version_are_carried_forward_with_everything_in_them() {
    for version in 1..=LATEST_SCHEMA {
        let home = home_of(version);
        let keeper = home.keeper();
        assert_calm(&keeper);
        assert_eq!(store(&keeper).overview().expect("readable").schema, LATEST_SCHEMA);
        assert_all_there(store(&keeper), version);
        drop(keeper);
        assert_all_there(store(&home.keeper_at(day(1))), version);
    }
}

#[test]
fn before_they_are_carried_forward_the_day_has_its_backup_of_the_old_version() {
    for version in 1..LATEST_SCHEMA {
        let home = home_of(version);
        let before = Connection::open(home.file()).map(|it| dumped(&it)).expect("opened");
        drop(home.keeper());
        let [(_, backup)] = &backups(&home.data())[..] else { panic!("one backup") };
        assert_eq!(version_of(backup), version);
        assert_eq!(Connection::open(backup).map(|it| dumped(&it)).expect("opened"), before);
        // It can be gone on from.
        fs::write(home.file(), "no records").expect("written");
        assert_eq!(home.run(&["records"]).code, 2);
        home.succeed(&["records", "restore"]);
        assert_all_there(store(&home.keeper()), version);
    }
}

/// Every row of every table, as text.
fn dumped(connection: &Connection) -> Vec<String> {
    let mut asked = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").expect("tables");
    let tables: Vec<String> =
        asked.query_map([], |row| row.get(0)).expect("tables").map(|name| name.expect("a name")).collect();
    let mut found = Vec::new();
    for table in tables {
        let mut asked = connection.prepare(&format!("SELECT * FROM {table}")).expect("a table");
        let columns = asked.column_count();
        let rows = asked.query_map([], |row| {
            (0..columns).map(|at| row.get_ref(at).map(|value| format!("{value:?}"))).collect::<Result<Vec<_>, _>>()
        });
        found.extend(rows.expect("rows").map(|row| format!("{table}: {:?}", row.expect("a row"))));
    }
    found
}

#[test]
fn a_power_cut_while_they_are_carried_forward_leaves_the_old_version_whole() {
    for version in 1..LATEST_SCHEMA {
        let home = home_of(version);
        let connection = Connection::open(home.file()).expect("opened");
        // Pages go to the file before the end, as they do when there are many.
        connection.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE").expect("begun");
        for step in version + 1..=LATEST_SCHEMA {
            let step = text_of(&root(&format!("src/disk/records/schema/{step}.sql")));
            connection.execute_batch(&step).expect("a step");
        }
        let set =
            format!("PRAGMA user_version = {LATEST_SCHEMA}; UPDATE part SET text = text || 'x'; DELETE FROM attempt");
        connection.execute_batch(&set).expect("more");
        // What a power cut leaves is what lies on the disk now.
        let cut = Home::quick();
        fs::create_dir(cut.data()).expect("a folder");
        for name in ["records.db", "records.db-journal"] {
            fs::copy(home.data().join(name), cut.data().join(name)).expect("copied");
        }
        drop(connection);
        assert_eq!(version_of(&cut.file()), version, "the old version is there again");
        let keeper = cut.keeper();
        assert_calm(&keeper);
        assert_all_there(store(&keeper), version);
    }
}

#[test]
fn a_program_killed_while_it_carries_them_forward_loses_nothing() {
    for round in 0..24_u32 {
        let version = 1 + round as usize % (LATEST_SCHEMA - 1);
        let home = home_of(version);
        let mut child = home.command(&["records"]).stdout(Stdio::null()).spawn().expect("it starts");
        // It takes some forty milliseconds to get there; spread over that.
        for turn in 0..round * 150_000 {
            std::hint::black_box(turn);
        }
        child.kill().expect("its own child");
        child.wait().expect("its own child");
        let found = version_of(&home.file());
        assert!([version, LATEST_SCHEMA].contains(&found), "{found} is neither the old version nor the new");
        let keeper = home.keeper();
        assert_calm(&keeper);
        assert_all_there(store(&keeper), version);
    }
}

#[test]
fn a_step_that_fails_leaves_the_old_version_whole() {
    let home = home_of(1);
    let before = fs::read(home.file()).expect("readable");
    // Somebody reads: the last page cannot be written.
    let other = Connection::open(home.file()).expect("opened");
    other.execute_batch("BEGIN; SELECT * FROM profile").expect("read");
    let mut keeper = home.keeper();
    assert_eq!(keeper.status().trouble, Some(Trouble::Locked));
    assert_eq!(version_of(&home.file()), 1);
    other.execute_batch("COMMIT").expect("done");
    drop(other);
    assert!(fs::read(home.file()).expect("readable") == before, "not a byte is another");
    keeper.retry(TODAY);
    assert_calm(&keeper);
    assert_all_there(store(&keeper), 1);
}

#[test]
fn a_file_that_cannot_be_written_is_read_as_the_latest_version_all_the_same() {
    for version in 1..=LATEST_SCHEMA {
        let home = home_of(version);
        let before = fs::read(home.file()).expect("readable");
        let told = home.run(&["verify", "--json", &home.file().display().to_string()]);
        let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
        let report = &report[0];
        assert_eq!((report["name"].as_str(), report["attempts"].as_u64()), (Some("周晓雯"), Some(3)));
        assert!(report["broken_at"].is_null(), "the chain holds in version {version}: {report}");
        assert_eq!(report["different"], serde_json::json!([2]), "the dump has no content for its shift");
        assert!(fs::read(home.file()).expect("readable") == before, "to verify is not to touch");
    }
}

#[test]
fn deleting_for_good_reaches_the_backups_of_old_versions() {
    for version in 1..LATEST_SCHEMA {
        let home = home_of(version);
        let mut keeper = home.keeper();
        let who = store(&keeper).profiles().expect("readable").remove(0);
        keeper.take(Op::Delete(who.id));
        assert_calm(&keeper);
        drop(keeper);
        for text in [who.id.to_string().as_str(), "周晓雯", "云景花园"] {
            let found = support::records::files_with(&home.data(), text);
            assert!(found.is_empty(), "version {version}: {text} is in {found:?}");
        }
    }
}

/// A moment no calendar has is no reason to lose a backup.
#[test]
fn a_clock_that_makes_no_sense_does_no_harm() {
    for unix_ms in [0, i64::MAX, i64::MIN] {
        let home = home_of(1);
        let keeper = home.keeper_at(Moment { unix_ms, offset_minutes: 480 });
        assert_calm(&keeper);
        assert_all_there(store(&keeper), 1);
        assert_eq!(backups(&home.data()).len(), 1);
    }
}
