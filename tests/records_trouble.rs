//! A full disk and a folder that cannot be written to: practice goes on, it is said, and everything is written once it can
//! be.
//!
//! Both need a file system of their own, mounted where nobody else sees it: each test runs its inside again in a mount
//! namespace. Where the system does not let it, it says so and passes; with `CI_REQUIRES_MOUNT=1` it fails.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::records::{
    Home, NAME, Practice, TODAY, assert_calm, day, files_in, join, practise, rescue_files, store, whole_chain,
};
use three_rings::disk::records::{Keeper, Trouble};

/// Says in a test's environment that it runs in a namespace of its own.
const INSIDE: &str = "THREE_RINGS_INSIDE";

/// Runs an inside by its name.
fn in_a_namespace(inside: &str) {
    let caches = tempfile::tempdir().expect("a folder");
    let output = Command::new("unshare")
        .args(["-Urm", "--propagation", "private"])
        .arg(std::env::current_exe().expect("this test"))
        .args(["--exact", inside, "--ignored", "--nocapture"])
        .env(INSIDE, "1")
        .env("HOME", caches.path())
        .env("XDG_CACHE_HOME", caches.path())
        .output();
    let can_mount = Command::new("unshare").args(["-Urm", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    if !can_mount.is_ok_and(|it| it.status.success()) {
        assert!(std::env::var_os("CI_REQUIRES_MOUNT").is_none_or(|it| it != "1"), "nothing can be mounted here");
        println!("skipped: nothing can be mounted here");
        return;
    }
    let output = output.expect("unshare runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Whether it may mount; whoever runs everything that is ignored comes here without.
fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

fn mount(args: &[&str], at: &Path) {
    let mounted = Command::new("mount").args(args).arg(at).status().expect("mount runs");
    assert!(mounted.success(), "mount {args:?}");
}

/// A home whose data folder is a small disk of its own.
fn home_on_a_disk(size: &str) -> Home {
    let home = Home::new();
    fs::create_dir(home.data()).expect("a folder");
    mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "three-rings"], &home.data());
    home
}

/// Fills a disk to its last byte.
fn fill(home: &Home) {
    use std::io::Write as _;
    let mut file = fs::File::create(home.data().join("holiday-photos")).expect("a file");
    for size in [4096, 1] {
        while file.write_all(&vec![b'x'; size]).is_ok() {}
    }
}

fn make_room(home: &Home) {
    fs::remove_file(home.data().join("holiday-photos")).expect("there");
}

#[test]
fn on_a_full_disk_practice_goes_on_and_is_written_when_there_is_room() {
    in_a_namespace("full_disk");
}

#[test]
#[ignore = "mounts: run by the test above in a namespace of its own"]
fn full_disk() {
    if !is_inside() {
        return;
    }
    let home = home_on_a_disk("2m");
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let first = practise(&mut keeper, &who, 2);
    fill(&home);
    let second = practise(&mut keeper, &who, 4);
    let status = keeper.status();
    assert!(status.trouble == Some(Trouble::Full) && status.waiting > 10, "{status:?}");
    assert!(status.is_rescued && rescue_files(&home.data()).is_empty(), "it lies where there is room: {status:?}");
    assert_eq!(whole_chain(store(&keeper), who.id), [first], "what is there can be read");
    keeper.retry(TODAY);
    assert_eq!(keeper.status().trouble, Some(Trouble::Full));
    // The terminal says it, and lets one go on.
    let told = home.run(&["play", "small", "--profile", NAME, "--answers", "1,1,1"]);
    assert!(told.err.contains("磁盘满了") && told.err.contains("下次打开会补上"), "{}", told.err);
    make_room(&home);
    let mut call = Practice::begin(&mut keeper, &who, 6);
    call.turn(&mut keeper);
    let third = call.finish(&mut keeper);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [first, second, third]);
}

#[test]
fn what_waited_on_a_full_disk_when_the_program_ended_is_written_by_the_next_run() {
    in_a_namespace("full_disk_until_the_next_run");
}

#[test]
#[ignore = "mounts: run by the test above in a namespace of its own"]
fn full_disk_until_the_next_run() {
    if !is_inside() {
        return;
    }
    let home = home_on_a_disk("2m");
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let first = practise(&mut keeper, &who, 2);
    fill(&home);
    let second = practise(&mut keeper, &who, 4);
    let waiting = keeper.status().waiting;
    drop(keeper);
    let cache = std::env::var_os("XDG_CACHE_HOME").expect("set");
    assert_eq!(files_in(Path::new(&cache)).len(), 1);
    // A run that comes while it is still full takes it over, and looks again and again.
    let mut keeper = home.keeper_at(day(1));
    for _ in 0..3 {
        keeper.retry(TODAY);
        assert_eq!(keeper.status().waiting, waiting, "taken over once");
    }
    drop(keeper);
    make_room(&home);
    let keeper = home.keeper_at(day(1));
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [first, second]);
    assert!(store(&keeper).open_attempts(who.id).expect("readable").is_empty());
    assert!(files_in(Path::new(&cache)).is_empty(), "what was written is taken away");
}

#[test]
fn a_read_only_folder_is_read_and_what_is_done_waits() {
    in_a_namespace("read_only");
}

fn make_read_only(home: &Home, is_read_only: bool) {
    mount(&["-o", if is_read_only { "remount,ro" } else { "remount,rw" }], &home.data());
}

#[test]
#[ignore = "mounts: run by the test above in a namespace of its own"]
fn read_only() {
    if !is_inside() {
        return;
    }
    let home = home_on_a_disk("4m");
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let first = practise(&mut keeper, &who, 2);
    drop(keeper);
    make_read_only(&home, true);
    let mut keeper = home.keeper();
    assert!(store(&keeper).is_read_only());
    assert_eq!(whole_chain(store(&keeper), who.id), [first], "it can be read");
    let second = practise(&mut keeper, &who, 4);
    let status = keeper.status();
    assert!(status.trouble == Some(Trouble::ReadOnly) && status.waiting > 10 && status.is_rescued, "{status:?}");
    for _ in 0..3 {
        keeper.retry(TODAY);
        assert_eq!(keeper.status(), status, "it stays as it is, and is read all the same");
        assert_eq!(whole_chain(store(&keeper), who.id), [first]);
    }
    assert_read_only_in_words(&home);
    // The next run takes over what waits, once, however often it looks.
    drop(keeper);
    let mut keeper = home.keeper();
    for _ in 0..3 {
        keeper.retry(TODAY);
        assert_eq!(keeper.status(), status);
    }
    make_read_only(&home, false);
    keeper.retry(TODAY);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [first, second]);
}

fn assert_read_only_in_words(home: &Home) {
    assert!(home.succeed(&["profile", "list"]).contains(NAME));
    assert!(home.succeed(&["verify", &home.file().display().to_string()]).contains('✓'));
    let told = home.run(&["play", "small", "--profile", NAME, "--answers", "1,1,1"]);
    assert!(told.err.contains("不能写") && told.err.contains("没存上"), "{}", told.err);
    let told = home.run(&["profile", "new", "新人"]);
    assert!(told.code == 2 && told.err.contains("不能写"), "{}", told.err);
}

#[test]
fn a_folder_that_becomes_read_only_under_a_running_program_is_still_read() {
    in_a_namespace("becoming_read_only");
}

/// The records are opened through a second view of the folder, which then becomes read-only.
#[test]
#[ignore = "mounts: run by the test above in a namespace of its own"]
fn becoming_read_only() {
    if !is_inside() {
        return;
    }
    let home = home_on_a_disk("4m");
    let who = join(&mut home.keeper(), NAME);
    let mut keeper = home.keeper();
    let first = practise(&mut keeper, &who, 2);
    let folder = home.data().display().to_string();
    mount(&["--bind", &folder], &home.data());
    mount(&["-o", "remount,bind,ro"], &home.data());
    let second = practise(&mut keeper, &who, 4);
    let status = keeper.status();
    assert!(status.trouble.is_some() && status.waiting > 10 && status.is_rescued, "{status:?}");
    keeper.retry(TODAY);
    assert_eq!(keeper.status().trouble, Some(Trouble::ReadOnly));
    assert_eq!(whole_chain(store(&keeper), who.id), [first]);
    mount(&["-o", "remount,bind,rw"], &home.data());
    keeper.retry(TODAY);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [first, second]);
}

#[test]
fn a_rescue_file_is_found_again_where_the_folder_was_moved_to() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let other = rusqlite::Connection::open(home.file()).expect("opened");
    other.execute_batch("BEGIN EXCLUSIVE").expect("held");
    let id = practise(&mut keeper, &who, 4);
    drop((keeper, other));
    assert_eq!(rescue_files(&home.data()).len(), 1);
    // Another letter for the drive, another mount point.
    let moved = home.path("moved");
    fs::rename(home.data(), &moved).expect("moved");
    let keeper = Keeper::open(&moved, day(1), uuid::Uuid::new_v4());
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [id]);
    assert!(rescue_files(&moved).is_empty());
}

#[cfg(unix)]
#[test]
fn nobody_but_the_owner_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    fs::create_dir(home.data()).expect("a folder everybody may look into");
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    practise(&mut keeper, &who, 2);
    drop(keeper);
    let mut keeper = home.keeper();
    let other = rusqlite::Connection::open(home.file()).expect("opened");
    other.execute_batch("BEGIN EXCLUSIVE").expect("held");
    practise(&mut keeper, &who, 4);
    let mut kinds = Vec::new();
    for entry in walkdir::WalkDir::new(home.data()) {
        let entry = entry.expect("readable");
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().is_file() && !name.ends_with(".lock") {
            let mode = entry.metadata().expect("readable").permissions().mode();
            assert_eq!(mode & 0o077, 0, "{name} can be read by others");
            kinds.push(name.chars().take(8).collect::<String>());
        }
    }
    kinds.sort();
    assert_eq!(kinds, ["records-", "records.", "unsaved-"]);
}
