//! Records that are damaged, or are something else: never a panic, never a byte of them lost, and a backup to go on from.

mod support;

use std::fs;
use std::path::Path;

use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;
use support::records::{Home, NAME, TODAY, assert_calm, day, files_in, join, practise, store, whole_chain};
use three_rings::disk::records::{Keeper, LATEST_SCHEMA, Remedy, Status, Trouble, backups};
use three_rings::record::profile::Profile;
use uuid::Uuid;

/// How many places bytes are overwritten at.
const PLACES: u64 = 200;
/// The bytes of a page of SQLite.
const PAGE: usize = 4096;

/// Records with a backup of yesterday (two attempts) and one of today (three); with three attempts in all.
fn with_backups() -> (Home, Profile, Vec<Uuid>) {
    let home = Home::quick();
    let mut keeper = home.keeper_at(day(-1));
    let who = join(&mut keeper, NAME);
    let mut ids = vec![practise(&mut keeper, &who, 2), practise(&mut keeper, &who, 3)];
    drop(keeper);
    let mut keeper = home.keeper_at(day(-1));
    ids.push(practise(&mut keeper, &who, 4));
    drop(keeper);
    assert_calm(&home.keeper());
    (home, who, ids)
}

/// What was found when a damaged file was opened.
enum Came {
    /// Nothing that mattered.
    Opened,
    /// It lies where it lay, and is not touched.
    Refused,
    /// It was set aside, and the backup brought back what was in it.
    Restored,
}

/// Opens records in whose place some bytes were put. Whatever comes of it, the bytes are still somewhere.
fn open_damaged(home: &Home, who: &Profile, bytes: &[u8], backed_up: &[Uuid]) -> Came {
    let mut keeper = home.keeper();
    let status = keeper.status();
    let Some(loss) = status.loss else {
        if status.trouble.is_some() {
            assert!(keeper.store().is_none());
            assert!(fs::read(home.file()).expect("in its place") == bytes, "a file that is refused is left alone");
            return Came::Refused;
        }
        // What is read from it may make no sense, and is said to; it may not end the program.
        let _ = (store(&keeper).profiles(), store(&keeper).kept(who.id), store(&keeper).overview());
        let told = home.run(&["verify", &home.file().display().to_string()]);
        assert!((0..=2).contains(&told.code));
        return Came::Opened;
    };
    let aside = loss.aside.expect("set aside");
    assert!(fs::read(&aside).expect("still there") == bytes, "a damaged file is kept as it is");
    let backup = loss.backup.expect("a backup");
    keeper.remedy(&Remedy::Restore(backup.path), TODAY).expect("restored");
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), backed_up);
    drop(keeper);
    fs::remove_file(aside).expect("the next damage has a name of its own");
    Came::Restored
}

#[test]
fn bytes_overwritten_anywhere_never_end_the_program_or_lose_the_file() {
    let (home, who, ids) = with_backups();
    let whole = fs::read(home.file()).expect("readable");
    let (mut opened, mut refused, mut restored) = (0, 0, 0);
    for seed in 0..PLACES {
        let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut bytes = whole.clone();
        let length = 1 << dice.random_range(0..13);
        // Every fourth time the header or the schema, where it hurts.
        let within = if seed % 4 == 0 { PAGE } else { whole.len() };
        let start = dice.random_range(0..within.min(whole.len() - length));
        dice.fill_bytes(&mut bytes[start..start + length]);
        fs::write(home.file(), &bytes).expect("written");
        match open_damaged(&home, &who, &bytes, &ids[..3]) {
            Came::Opened => opened += 1,
            Came::Refused => refused += 1,
            Came::Restored => restored += 1,
        }
    }
    assert!(restored > 60 && opened > 0 && refused < 20, "{opened} opened, {refused} refused, {restored} restored");
}

#[test]
fn a_file_cut_short_at_any_page_is_set_aside() {
    let (home, who, ids) = with_backups();
    let whole = fs::read(home.file()).expect("readable");
    for pages in 1..whole.len() / PAGE {
        let bytes = &whole[..pages * PAGE];
        fs::write(home.file(), bytes).expect("written");
        let came = open_damaged(&home, &who, bytes, &ids[..3]);
        assert!(matches!(came, Came::Restored), "cut to {pages} pages");
    }
}

#[test]
fn a_file_of_something_else_is_set_aside_whole() {
    let (home, who, ids) = with_backups();
    let noise: Vec<u8> = (0..50_000_u32).map(|at| (at * 31 % 251) as u8).collect();
    for bytes in [&noise[..], "三声之内\n第一行\n".as_bytes(), b"xy", b"SQLite format 3\0"] {
        fs::write(home.file(), bytes).expect("written");
        let came = open_damaged(&home, &who, bytes, &ids[..3]);
        assert!(matches!(came, Came::Restored), "{:?}…", String::from_utf8_lossy(&bytes[..bytes.len().min(16)]));
    }
}

#[test]
fn an_empty_file_where_backups_are_is_a_loss() {
    let (home, who, ids) = with_backups();
    // To SQLite a file of one byte is empty, too.
    for nothing in ["", "x"] {
        fs::write(home.file(), nothing).expect("written");
        let mut keeper = home.keeper();
        let loss = keeper.status().loss.expect("a loss");
        assert_eq!((loss.aside, loss.backup.as_ref().map(|it| it.attempts)), (None, Some(3)));
        keeper.remedy(&Remedy::Restore(loss.backup.expect("a backup").path), TODAY).expect("restored");
        assert_eq!(whole_chain(store(&keeper), who.id), ids[..3]);
    }
}

#[test]
fn where_the_latest_backup_is_damaged_too_the_one_before_is_offered() {
    let (home, who, ids) = with_backups();
    let found = backups(&home.data());
    let days: Vec<String> = found.iter().map(|(day, _)| day.to_string()).collect();
    assert_eq!(days, ["2026-11-23", "2026-11-22"]);
    fs::write(&found[0].1, "no backup").expect("written");
    fs::write(home.file(), "no records").expect("written");
    assert!(matches!(open_damaged(&home, &who, b"no records", &ids[..2]), Came::Restored));
}

#[test]
fn with_no_backup_that_is_whole_one_begins_anew_and_keeps_the_damaged_file() {
    let (home, ..) = with_backups();
    for (_, path) in backups(&home.data()) {
        fs::write(path, "no backup").expect("written");
    }
    fs::write(home.file(), "no records").expect("written");
    let told = home.run(&["records"]);
    assert!(told.code == 2 && told.err.contains("records-damaged-") && told.err.contains("start-anew"), "{}", told.err);
    // It is what the next run says, too, until somebody has said what now.
    let told = home.run(&["records"]);
    assert!(told.code == 2 && told.err.contains("records-damaged-") && told.err.contains("start-anew"), "{}", told.err);
    assert_eq!(home.run(&["records", "restore"]).code, 2);
    assert!(home.succeed(&["records", "start-anew"]).contains("学员 0 位"));
    assert!(home.succeed(&["records"]).contains("学员 0 位"));
    assert!(files_in(&home.data()).values().any(|bytes| bytes == b"no records"));
    assert_eq!(home.run(&["records", "start-anew"]).code, 2, "records that are well are not replaced");
}

#[test]
fn the_cli_restores_what_it_said_it_would() {
    let (home, who, ids) = with_backups();
    fs::write(home.file(), "no records").expect("written");
    let told = home.run(&["profile", "list"]);
    let words = ["records-damaged-", "2026-11-23", "3 次演练", "records restore"];
    assert!(told.code == 2 && words.iter().all(|word| told.err.contains(word)), "{}", told.err);
    assert!(home.succeed(&["records", "restore"]).contains("演练 3 次"));
    assert_eq!(whole_chain(store(&home.keeper()), who.id), ids[..3]);
    assert!(files_in(&home.data()).values().any(|bytes| bytes == b"no records"));
}

#[test]
fn the_journal_of_a_file_that_is_gone_is_not_rolled_back_into_a_backup() {
    let (home, who, ids) = with_backups();
    let journal = home.file().with_extension("db-journal");
    // A journal as a power cut leaves it, with pages of a file that is not there any more.
    let connection = rusqlite::Connection::open(home.file()).expect("opened");
    connection.execute_batch("PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE attempt SET hash = 'x'; UPDATE part SET text = text || 'x'").expect("begun");
    let hot = fs::read(&journal).expect("a journal");
    drop(connection);
    fs::remove_file(home.file()).expect("removed");
    fs::write(&journal, &hot).expect("written");
    let mut keeper = home.keeper();
    let backup = keeper.status().loss.expect("a loss").backup.expect("a backup");
    keeper.remedy(&Remedy::Restore(backup.path), TODAY).expect("restored");
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), ids[..3]);
    drop(keeper);
    assert!(files_in(&home.data()).values().any(|bytes| *bytes == hot), "nor is it deleted");
}

/// Opening it is refused with this, and not a byte of it is another afterwards.
fn assert_refused(home: &Home, wanted: &Trouble, words: &[&str]) {
    let before = fs::read(home.file()).expect("readable");
    let mut keeper = home.keeper();
    assert_eq!(keeper.status(), Status { trouble: Some(wanted.clone()), ..Status::default() });
    let who = join(&mut keeper, NAME);
    practise(&mut keeper, &who, 2);
    assert!(keeper.status().is_rescued && keeper.status().waiting > 10, "practice goes on: {:?}", keeper.status());
    drop(keeper);
    let told = home.run(&["profile", "list"]);
    assert!(told.code == 2 && words.iter().all(|word| told.err.contains(word)), "{}", told.err);
    assert!(fs::read(home.file()).expect("readable") == before, "it was touched");
}

#[test]
fn records_of_a_newer_program_are_refused_and_left_alone() {
    let (home, who, ids) = with_backups();
    let newer = LATEST_SCHEMA + 1;
    let set = |version: usize| {
        let connection = rusqlite::Connection::open(home.file()).expect("opened");
        connection.pragma_update(None, "user_version", version as i64).expect("set");
    };
    set(newer);
    assert_refused(&home, &Trouble::Newer { found: newer as i64, known: LATEST_SCHEMA }, &["请装新版程序", "第 4 版"]);
    // Once the program is new enough, what waited is written.
    set(LATEST_SCHEMA);
    let keeper = home.keeper();
    assert_calm(&keeper);
    let other = store(&keeper).profiles().expect("readable").into_iter().find(|it| it.id != who.id).expect("the other");
    assert_eq!(whole_chain(store(&keeper), other.id).len(), 1);
    assert_eq!(whole_chain(store(&keeper), who.id), ids);
}

#[test]
fn another_applications_database_is_refused_and_left_alone() {
    for application_id in [0, 77] {
        let home = Home::quick();
        fs::create_dir(home.data()).expect("a folder");
        let connection = rusqlite::Connection::open(home.file()).expect("opened");
        connection.pragma_update(None, "application_id", application_id).expect("set");
        connection
            .execute_batch("CREATE TABLE profile (id TEXT); INSERT INTO profile VALUES ('theirs')")
            .expect("made");
        drop(connection);
        assert_refused(&home, &Trouble::Foreign, &["不是三声之内的记录"]);
    }
}

#[test]
fn a_version_that_the_tables_belie_is_damage() {
    let (home, who, ids) = with_backups();
    for version in 0..LATEST_SCHEMA {
        let connection = rusqlite::Connection::open(home.file()).expect("opened");
        connection.pragma_update(None, "user_version", version as i64).expect("set");
        drop(connection);
        let bytes = fs::read(home.file()).expect("readable");
        assert!(matches!(open_damaged(&home, &who, &bytes, &ids[..3]), Came::Restored), "version {version}");
    }
}

fn days_of(dir: &Path) -> Vec<String> {
    backups(dir).into_iter().map(|(day, _)| day.to_string()).collect()
}

fn one_more(home: &Home, who: &Profile, now: three_rings::record::moment::Moment, seed: u64) -> Uuid {
    let mut keeper = home.keeper_at(now);
    assert_calm(&keeper);
    practise(&mut keeper, who, seed)
}

#[test]
fn there_is_a_backup_a_day_and_the_last_seven_are_kept() {
    let home = Home::quick();
    let who = join(&mut home.keeper_at(day(-1)), NAME);
    one_more(&home, &who, day(-1), 1);
    for passed in 0..10 {
        one_more(&home, &who, day(passed), 2 * passed.unsigned_abs());
        one_more(&home, &who, day(passed), 2 * passed.unsigned_abs() + 1);
    }
    let wanted: Vec<String> = (26..=30).rev().map(|day| format!("2026-11-{day}")).collect();
    assert_eq!(days_of(&home.data()), [&["2026-12-02".to_owned(), "2026-12-01".to_owned()], &wanted[..]].concat());
    // The second opening of a day had one attempt more, and its backup has it.
    let loss = lose(&home, day(9));
    assert_eq!(loss.attempts, 1 + 19);
}

fn lose(home: &Home, now: three_rings::record::moment::Moment) -> three_rings::disk::records::Backup {
    fs::write(home.file(), "no records").expect("written");
    home.keeper_at(now).status().loss.expect("a loss").backup.expect("a backup")
}

#[test]
fn a_clock_that_ran_a_year_ahead_or_behind_does_not_hide_the_latest_backup() {
    const YEAR: i64 = 365;
    for wrong in [YEAR, -YEAR] {
        let home = Home::quick();
        let who = join(&mut home.keeper(), NAME);
        one_more(&home, &who, TODAY, 1);
        for passed in 0..3 {
            one_more(&home, &who, day(wrong + passed), 2);
        }
        for passed in 0..4 {
            one_more(&home, &who, day(passed), 3);
        }
        assert_eq!(days_of(&home.data()).len(), 7, "{:?}", days_of(&home.data()));
        for passed in 4..8 {
            one_more(&home, &who, day(passed), 4);
        }
        let days = days_of(&home.data());
        let wanted: Vec<String> = (24..=30).rev().map(|day| format!("2026-11-{day}")).collect();
        assert_eq!(days, wanted, "days that never were go first");
        assert_eq!(lose(&home, day(8)).attempts, 1 + 3 + 4 + 3, "off by {wrong} days");
    }
}

#[test]
fn while_the_clock_is_wrong_the_backup_with_the_most_in_it_is_the_latest() {
    let home = Home::quick();
    let who = join(&mut home.keeper(), NAME);
    one_more(&home, &who, TODAY, 1);
    one_more(&home, &who, day(365), 2);
    one_more(&home, &who, day(1), 3);
    assert_eq!(days_of(&home.data()), ["2027-11-23", "2026-11-24"]);
    let backup = lose(&home, day(1));
    assert_eq!((backup.day.to_string().as_str(), backup.attempts), ("2026-11-24", 2));
}

#[test]
fn what_an_interrupted_backup_left_is_in_nobodys_way() {
    let (home, who, ids) = with_backups();
    let folder = home.data().join("backups");
    let part = folder.join("records-2026-11-24.part");
    fs::write(&part, "half a backup").expect("written");
    fs::write(folder.join("records-2026-11-24.part-journal"), "half a journal").expect("written");
    fs::write(home.data().join("records.part"), "half a restored file").expect("written");
    let keeper = home.keeper_at(day(1));
    assert_calm(&keeper);
    assert!(!part.exists());
    assert_eq!(days_of(&home.data()).len(), 3);
    drop(keeper);
    assert_eq!(lose(&home, day(1)).attempts, 3);
    let mut keeper = home.keeper_at(day(1));
    let backup = keeper.status().loss.expect("a loss").backup.expect("a backup");
    keeper.remedy(&Remedy::Restore(backup.path), day(1)).expect("restored");
    assert_eq!(whole_chain(store(&keeper), who.id), ids);
}

#[test]
fn a_record_that_was_damaged_in_the_middle_does_not_take_the_place_of_a_good_backup() {
    let (home, who, ids) = with_backups();
    let broken = rusqlite::Connection::open(home.file()).expect("records");
    let changed = broken.execute("UPDATE attempt SET body = replace(body, 'seed', 'sead') WHERE place = 1", []);
    assert_eq!(changed, Ok(1));
    drop(broken);
    let mut keeper = home.keeper();
    practise(&mut keeper, &who, 9);
    drop(keeper);
    assert_calm(&home.keeper_at(day(1)));
    assert_eq!(days_of(&home.data()), [day(0), day(-1)].map(|it| it.day().to_string()), "no copy of what is broken");
    let (_, latest) = backups(&home.data()).remove(0);
    fs::copy(latest, home.file()).expect("the good one");
    let kept = store(&home.keeper()).kept(who.id).expect("readable");
    assert_eq!(kept.iter().map(|it| it.attempt.setup.id).collect::<Vec<_>>(), ids);
}

#[test]
fn a_backup_that_cannot_be_made_keeps_nobody_from_practising() {
    let home = Home::quick();
    let who = join(&mut home.keeper(), NAME);
    one_more(&home, &who, TODAY, 1);
    fs::write(home.data().join("backups"), "a file where the folder should be").expect("written");
    let mut keeper: Keeper = home.keeper();
    assert!(keeper.status().trouble.is_some(), "it is said");
    practise(&mut keeper, &who, 2);
    assert_eq!(whole_chain(store(&keeper), who.id).len(), 2);
}
