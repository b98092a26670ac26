//! Two windows on the same records at once, and records that somebody takes away under a running program.

mod support;

use std::fs;

use support::records::{
    Home, NAME, Practice, TODAY, assert_calm, day, join, practise, rescue_files, store, whole_chain,
};
use three_rings::disk::records::{FILE_NAME, Remedy, Trouble};
use three_rings::record::op::Op;

#[test]
fn two_windows_of_one_trainee_make_one_whole_chain() {
    let home = Home::new();
    let (mut one, mut other) = (home.keeper(), home.keeper());
    let who = join(&mut one, NAME);
    let mut wanted = Vec::new();
    for round in 0..3 {
        let mut mine = Practice::begin(&mut one, &who, 2 * round);
        let mut theirs = Practice::begin(&mut other, &who, 2 * round + 1);
        for _ in 0..3 {
            mine.turn(&mut one);
            theirs.turn(&mut other);
        }
        wanted.push(theirs.finish(&mut other));
        wanted.push(mine.finish(&mut one));
    }
    assert_calm(&one);
    assert_calm(&other);
    assert_eq!(whole_chain(store(&one), who.id), wanted);
    assert_eq!(whole_chain(store(&other), who.id), wanted);
}

#[test]
fn two_windows_of_two_trainees_make_two_whole_chains() {
    let home = Home::new();
    let (mut one, mut other) = (home.keeper(), home.keeper());
    let (who, colleague) = (join(&mut one, NAME), join(&mut other, "同事"));
    let (mut mine, mut theirs) = (Vec::new(), Vec::new());
    for seed in 0..3 {
        let mut call = Practice::begin(&mut one, &who, seed);
        theirs.push(practise(&mut other, &colleague, seed));
        call.turn(&mut one);
        mine.push(call.finish(&mut one));
    }
    assert_eq!(whole_chain(store(&other), who.id), mine);
    assert_eq!(whole_chain(store(&one), colleague.id), theirs);
}

#[test]
fn two_threads_at_it_together_lose_nothing() {
    let home = Home::quick();
    let who = join(&mut home.keeper(), NAME);
    let window = |first: u64| {
        let (home, who) = (&home, &who);
        move || {
            let mut keeper = home.keeper();
            for seed in 0..6 {
                practise(&mut keeper, who, first + seed);
            }
            // Whatever the other window was in the way of.
            while keeper.status().waiting > 0 {
                keeper.retry(TODAY);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(window(0));
        scope.spawn(window(100));
    });
    let keeper = home.keeper();
    assert_eq!(whole_chain(store(&keeper), who.id).len(), 12);
    assert!(store(&keeper).open_attempts(who.id).expect("readable").is_empty());
}

#[test]
fn what_another_window_is_at_was_not_broken_off_until_that_window_is_gone() {
    let home = Home::new();
    let (mut one, other) = (home.keeper(), home.keeper());
    let who = join(&mut one, NAME);
    let mut call = Practice::begin(&mut one, &who, 4);
    call.turn(&mut one);
    assert_eq!(store(&other).unfinished(who.id).expect("readable"), []);
    assert_eq!(
        store(&one).unfinished(who.id).expect("readable").len(),
        1,
        "the window itself may put it down and take it up"
    );
    drop(one);
    let broken = store(&other).unfinished(who.id).expect("readable");
    assert_eq!(broken.iter().map(|open| open.setup.id).collect::<Vec<_>>(), [call.id()]);
    assert_eq!(broken[0].inputs.len(), 1);
}

#[test]
fn a_third_window_does_not_sweep_away_that_two_are_alive() {
    let home = Home::new();
    let (mut one, other) = (home.keeper(), home.keeper());
    let who = join(&mut one, NAME);
    Practice::begin(&mut one, &who, 4).turn(&mut one);
    let third = home.keeper();
    drop(other);
    assert_eq!(store(&third).unfinished(who.id).expect("readable"), []);
    assert_eq!(fs::read_dir(home.data().join("open")).expect("a folder").count(), 2);
}

#[test]
fn a_trainee_deleted_in_one_window_does_not_come_back_by_what_another_was_at() {
    let home = Home::new();
    let (mut one, mut other) = (home.keeper(), home.keeper());
    let who = join(&mut one, NAME);
    practise(&mut one, &who, 2);
    let mut call = Practice::begin(&mut one, &who, 4);
    call.turn(&mut one);
    other.take(Op::Delete(who.id));
    call.turn(&mut one);
    one.take(Op::Scribble { attempt: call.id(), text: "写在便笺上".into() });
    call.finish(&mut one);
    practise(&mut one, &who, 6);
    Practice::begin(&mut one, &who, 8).turn(&mut one);
    assert_calm(&one);
    drop((one, other));
    for text in [who.id.to_string().as_str(), NAME] {
        let found = support::records::files_with(&home.data(), text);
        assert!(found.is_empty(), "{text} is in {found:?}");
    }
    let lines: u32 = rusqlite::Connection::open(home.file())
        .and_then(|it| it.query_row("SELECT count(*) FROM open_line", [], |row| row.get(0)))
        .expect("readable");
    assert_eq!(lines, 0, "lines of nobody's attempt");
}

#[test]
fn records_taken_away_while_the_program_runs_are_begun_anew_with_what_waited() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let call = Practice::begin(&mut keeper, &who, 4);
    fs::remove_file(home.file()).expect("removed");
    let id = call.finish(&mut keeper);
    assert!(keeper.status().waiting > 0 && keeper.status().trouble.is_some(), "{:?}", keeper.status());
    let next = practise(&mut keeper, &who, 6);
    assert!(keeper.status().is_rescued);
    keeper.retry(TODAY);
    assert_calm(&keeper);
    let known = store(&keeper).profiles().expect("readable");
    assert_eq!(known, std::slice::from_ref(&who), "whose attempts wait is not forgotten");
    assert_eq!(whole_chain(store(&keeper), who.id), [id, next]);
}

#[test]
fn records_taken_away_while_there_are_backups_ask_what_now() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let first = practise(&mut keeper, &who, 2);
    drop(keeper);
    let mut keeper = home.keeper();
    fs::remove_file(home.file()).expect("removed");
    let second = practise(&mut keeper, &who, 4);
    keeper.retry(TODAY);
    let loss = keeper.status().loss.expect("a loss");
    let backup = loss.backup.expect("the backup of today");
    assert_eq!((loss.aside, backup.attempts), (None, 1));
    keeper.remedy(&Remedy::Restore(backup.path), TODAY).expect("restored");
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [first, second]);
}

#[test]
fn the_folder_taken_away_while_the_program_runs_is_made_again() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    fs::remove_dir_all(home.data()).expect("removed");
    let id = practise(&mut keeper, &who, 4);
    assert!(keeper.status().waiting > 0, "{:?}", keeper.status());
    keeper.retry(TODAY);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [id]);
    assert!(rescue_files(&home.data()).is_empty());
}

#[test]
fn a_folder_taken_away_and_put_back_is_gone_on_with() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let first = practise(&mut keeper, &who, 2);
    fs::rename(home.data(), home.path("elsewhere")).expect("moved");
    let second = practise(&mut keeper, &who, 4);
    let away = home.path("elsewhere").join(FILE_NAME);
    fs::copy(away, home.file()).expect("put back, as another file");
    keeper.retry(TODAY);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [first, second]);
}

#[test]
fn a_file_that_somebody_holds_is_waited_for_and_written_in_order() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let first = practise(&mut keeper, &who, 2);
    let other = rusqlite::Connection::open(home.file()).expect("opened");
    other.execute_batch("BEGIN EXCLUSIVE").expect("held");
    let mut call = Practice::begin(&mut keeper, &who, 4);
    call.turn(&mut keeper);
    let status = keeper.status();
    assert_eq!((status.waiting, &status.trouble, status.is_rescued), (2 + 1, &Some(Trouble::Locked), true));
    assert_eq!(rescue_files(&home.data()).len(), 1);
    keeper.retry(TODAY);
    assert_eq!(keeper.status().trouble, Some(Trouble::Locked));
    // Somebody who comes in meanwhile is told, too, and leaves what waits to whom it belongs.
    let told = home.run(&["records"]);
    assert!(told.code == 2 && told.err.contains("占着"), "{} {}", told.out, told.err);
    other.execute_batch("COMMIT").expect("let go");
    let second = call.finish(&mut keeper);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id), [first, second]);
    assert!(rescue_files(&home.data()).is_empty());
}

#[test]
fn what_waits_when_the_program_ends_is_written_by_the_next_once_and_in_order() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let first = practise(&mut keeper, &who, 2);
    let other = rusqlite::Connection::open(home.file()).expect("opened");
    other.execute_batch("BEGIN EXCLUSIVE").expect("held");
    let mut call = Practice::begin(&mut keeper, &who, 4);
    call.turn(&mut keeper);
    let left = keeper.status().waiting;
    drop(keeper);
    assert_eq!(rescue_files(&home.data()).len(), 1);
    drop(other);
    assert_eq!(left, 3);
    let mut keeper = home.keeper_at(day(1));
    assert_calm(&keeper);
    assert!(rescue_files(&home.data()).is_empty());
    let broken = store(&keeper).unfinished(who.id).expect("readable");
    assert_eq!((broken.len(), broken[0].inputs.len(), broken[0].setup.id), (1, 1, call.id()));
    let second = call.finish(&mut keeper);
    assert_eq!(whole_chain(store(&home.keeper()), who.id), [first, second]);
}

#[test]
fn a_call_whose_last_answer_was_written_and_its_end_was_not_is_finished_when_it_is_taken_up() {
    let home = Home::new();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    let id = Practice::begin(&mut keeper, &who, 4).break_off_at_the_end(&mut keeper);
    drop(keeper);
    home.succeed(&["play", "small", "--profile", NAME, "--resume"]);
    assert_eq!(whole_chain(store(&home.keeper()), who.id), [id]);
    assert_eq!(home.run(&["play", "small", "--profile", NAME, "--resume"]).code, 2, "nothing is left to take up");
}
