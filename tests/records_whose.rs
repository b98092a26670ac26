//! Whose the records are: PINs, taking them along, being forgotten, being nobody in particular.

mod support;

use std::fs;

use serde_json::Value;
use support::records::{
    Home, NAME, Practice, TODAY, assert_calm, day, files_in, files_with, join, practise, store, whole_chain, work,
};
use three_rings::disk::records::{Keeper, hash_pin};
use three_rings::record::attempt::{Kept, Kind};
use three_rings::record::chain::verify;
use three_rings::record::op::Op;
use three_rings::record::profile::Profile;
use three_rings::record::review::{Answered, Review};
use three_rings::record::schedule::grade::Grade;
use uuid::Uuid;

/// A sentence typed during a shift, which nobody else would.
const TYPED: &str = "您好，我是周晓雯本人，手机尾号八八六六";
/// An answer typed in a quiz.
const ANSWER: &str = "写给自己看的一句话";
/// How the window greets them.
const LIKED: &str = "早上好，小周";
const PIN: &str = "258036";

fn answered(id: u128, answer: &str) -> Answered {
    Answered {
        id: Uuid::from_u128(id),
        question: "law-1".into(),
        answer: answer.into(),
        credit: 700,
        at: TODAY,
        took_ms: 900,
        card: Some("law-1".into()),
        predicted: Some(830),
        grade: Some(Grade::Hard),
    }
}

fn review(seen_days: i64, times: u32) -> Review {
    let seen_ms = day(seen_days).unix_ms;
    Review {
        card: "law-1".into(),
        stability_days: 2.5,
        difficulty: 5.0,
        seen_ms,
        due_ms: seen_ms + 1,
        times,
        lapses: 0,
        grade: Some(Grade::Hard),
    }
}

/// A home in which a trainee with a PIN did everything that is kept, over two days, and a colleague something.
fn lived_in() -> (Home, Profile, Profile) {
    let home = Home::quick();
    let mut keeper = home.keeper_at(day(-1));
    let who = join(&mut keeper, NAME);
    let who = Profile { pin: hash_pin(PIN), ..who };
    keeper.take(Op::Amend(who.clone()));
    let colleague = join(&mut keeper, "同事");
    practise(&mut keeper, &who, 2);
    work(&mut keeper, &who, TYPED);
    practise(&mut keeper, &colleague, 3);
    keeper.take(Op::Answer { profile: who.id, answered: answered(9, ANSWER) });
    keeper.take(Op::Schedule { profile: who.id, review: review(0, 3) });
    keeper.take(Op::Prefer { profile: who.id, key: "greeting".into(), value: LIKED.into() });
    assert_calm(&keeper);
    drop(keeper);
    drop(home.keeper_at(day(-1)));
    let mut keeper = home.keeper();
    practise(&mut keeper, &who, 4);
    let mut open = Practice::begin(&mut keeper, &who, 6);
    open.turn(&mut keeper);
    keeper.take(Op::Scribble { attempt: open.id(), text: TYPED.into() });
    drop(keeper);
    (home, who, colleague)
}

fn assert_nowhere(home: &Home, texts: &[&str]) {
    for text in texts {
        let found = files_with(&home.data(), text);
        assert!(found.is_empty(), "{text} is in {found:?}");
    }
}

fn kept(keeper: &Keeper, who: Uuid) -> Vec<Kept> {
    store(keeper).kept(who).expect("readable")
}

#[test]
fn a_pin_opens_its_own_door_only() {
    let home = Home::quick();
    home.succeed(&["profile", "new", NAME, "--pin", PIN]);
    assert!(home.succeed(&["profile", "list"]).contains("PIN"));
    let play = ["play", "small", "--answers", "1,1", "--profile", NAME];
    for doors in [
        &play[..],
        &["profile", "export", NAME, "--out", "x.json"],
        &["profile", "delete", NAME, "--yes"],
        &["profile", "anonymise", NAME, "--yes"],
        &["profile", "pin", NAME, "--new", "1111"],
    ] {
        let absent = home.run(doors);
        assert!(absent.code == 2 && absent.err.contains("--pin"), "{doors:?}: {}", absent.err);
        let wrong = home.run(&[doors, &["--pin", "999999"]].concat());
        assert!(wrong.code == 2 && wrong.err.contains("PIN 不对"), "{doors:?}: {}", wrong.err);
    }
    assert!(!home.path("x.json").exists());
    assert!(home.succeed(&["records"]).contains("学员 1 位，演练 0 次，断在半路 0 次"));
    let right = home.run(&[&play[..], &["--pin", PIN]].concat());
    assert!(right.code == 2 && !right.err.contains("PIN"), "two answers are no call: {}", right.err);
    assert!(home.succeed(&["records"]).contains("断在半路 1 次"));
    assert!(files_with(&home.data(), PIN).is_empty(), "a PIN is nowhere as it was typed");
}

#[test]
fn a_pin_is_changed_taken_off_and_forgotten() {
    let home = Home::quick();
    home.succeed(&["profile", "new", NAME, "--pin", PIN]);
    for bad in ["123", "1234567890123", "12a4", "一二三四", ""] {
        let run = home.run(&["profile", "pin", NAME, "--pin", PIN, "--new", bad]);
        assert!(run.code == 2 && run.err.contains("4 到 12 位"), "{bad}: {}", run.err);
    }
    home.succeed(&["profile", "pin", NAME, "--pin", PIN, "--new", "1357"]);
    let out = home.path("x.json").display().to_string();
    assert_eq!(home.run(&["profile", "export", NAME, "--pin", PIN, "--out", &out]).code, 2);
    home.succeed(&["profile", "export", NAME, "--pin", "1357", "--out", &out]);
    assert!(!fs::read_to_string(&out).expect("written").contains("argon2"), "the PIN stays at home");
    home.succeed(&["profile", "pin", NAME, "--pin", "1357"]);
    home.succeed(&["profile", "export", NAME, "--out", &out]);
    home.succeed(&["profile", "pin", NAME, "--new", "2468"]);
    assert_eq!(home.run(&["profile", "forget-pin", NAME]).code, 2, "not without being sure");
    home.succeed(&["profile", "forget-pin", NAME, "--yes"]);
    home.succeed(&["profile", "export", NAME, "--out", &out]);
}

#[test]
fn names_are_told_apart() {
    let home = Home::quick();
    home.succeed(&["profile", "new", NAME]);
    for (name, words) in [(NAME, "已经有人"), ("  周晓雯 ", "已经有人"), (" ", "不能空着"), (&"长".repeat(41), "太长")]
    {
        let run = home.run(&["profile", "new", name]);
        assert!(run.code == 2 && run.err.contains(words), "{name}: {}", run.err);
    }
    let run = home.run(&["play", "small", "--profile", "周小雯"]);
    assert!(run.code == 2 && run.err.contains("周小雯") && run.err.contains(NAME), "{}", run.err);
}

#[test]
fn whoever_is_deleted_is_found_in_no_file_any_more() {
    let (home, who, colleague) = lived_in();
    // What killed runs left of backups and of a restored file.
    let whole = fs::read(home.file()).expect("readable");
    fs::write(home.data().join("backups/records-2026-11-20.part"), &whole).expect("written");
    fs::write(home.data().join("records.part"), &whole).expect("written");
    fs::write(home.data().join(format!("unsaved-{}.json.part", Uuid::nil())), TYPED).expect("written");
    assert!(files_with(&home.data(), TYPED).len() > 3, "backups and all");
    let args = ["profile", "delete", NAME, "--pin", PIN];
    let run = home.run(&args);
    assert!(run.code == 2 && run.err.contains("--yes"), "{}", run.err);
    assert!(!files_with(&home.data(), NAME).is_empty());
    home.succeed(&[&args[..], &["--yes"]].concat());
    assert_nowhere(&home, &[NAME, &who.id.to_string(), TYPED, ANSWER, "尾号八八六六"]);
    let keeper = home.keeper();
    assert_eq!(store(&keeper).profiles().expect("readable"), std::slice::from_ref(&colleague));
    assert_eq!(whole_chain(store(&keeper), colleague.id).len(), 1);
    drop(keeper);
    // Nor does a backup bring them back.
    fs::write(home.file(), "no records").expect("written");
    assert_eq!(home.run(&["records"]).code, 2);
    home.succeed(&["records", "restore"]);
    assert_eq!(store(&home.keeper()).profiles().expect("readable"), [colleague]);
}

#[test]
fn whoever_is_made_anonymous_keeps_scores_and_order_and_nothing_else() {
    let (home, who, colleague) = lived_in();
    let before = kept(&home.keeper(), who.id);
    assert_eq!(home.run(&["profile", "anonymise", NAME, "--pin", PIN]).code, 2, "not without being sure");
    home.succeed(&["profile", "anonymise", NAME, "--pin", PIN, "--yes"]);
    let ids: Vec<String> = before.iter().map(|it| it.attempt.setup.id.to_string()).collect();
    assert_nowhere(&home, &[NAME, &who.id.to_string(), TYPED, ANSWER, "尾号八八六六", "argon2", LIKED]);
    assert_nowhere(&home, &ids.iter().map(String::as_str).collect::<Vec<_>>());
    let keeper = home.keeper();
    let profiles = store(&keeper).profiles().expect("readable");
    let now = profiles.iter().find(|profile| profile.id != colleague.id).expect("somebody");
    assert!(now.is_anonymous && now.pin.is_none() && now.name.starts_with("学员 "), "{now:?}");
    let after = kept(&keeper, now.id);
    assert_eq!(after.len(), before.len());
    for (old, new) in before.iter().zip(&after) {
        let (old, new) = (&old.attempt, &new.attempt);
        assert_eq!((&old.summary, old.lasted_ms, old.status), (&new.summary, new.lasted_ms, new.status));
        assert_eq!((&old.setup.subject, old.setup.seed), (&new.setup.subject, new.setup.seed));
        assert_eq!(new.inputs.is_none(), new.setup.kind == Kind::Shift, "only what may be typed is taken out");
    }
    let (links, head) = (store(&keeper).links(now.id).expect("links"), store(&keeper).head(now.id).expect("a head"));
    assert_eq!(verify(now.id, &links, &head), Ok(()));
    let answered = store(&keeper).answered(now.id).expect("readable");
    assert_eq!(answered.iter().map(|it| (it.answer.as_str(), it.credit)).collect::<Vec<_>>(), [("", 700)]);
    assert_eq!(store(&keeper).reviews(now.id).expect("readable").len(), 1);
    assert!(store(&keeper).open_attempts(now.id).expect("readable").is_empty());
    drop(keeper);
    let told = home.succeed(&["verify", &home.file().display().to_string()]);
    assert!(told.contains("第 2 次演练匿名时去掉了打过的字") && !told.contains('×'), "{told}");
}

#[test]
fn what_is_taken_along_deleted_and_brought_back_is_the_same_chain() {
    let (home, who, _) = lived_in();
    let before = store(&home.keeper()).file_of(&who).expect("readable");
    let out = home.path("along.json").display().to_string();
    home.succeed(&["profile", "export", NAME, "--pin", PIN, "--out", &out]);
    home.succeed(&["profile", "delete", NAME, "--pin", PIN, "--yes"]);
    let bytes = fs::read(&out).expect("readable");
    assert!(home.succeed(&["profile", "import", &out]).contains(NAME));
    let keeper = home.keeper();
    assert_eq!(whole_chain(store(&keeper), who.id).len(), 3);
    assert_eq!(store(&keeper).file_of(&who).expect("readable"), before);
    drop(keeper);
    assert!(home.succeed(&["verify", &home.file().display().to_string()]).contains(&before.head.hash));
    assert!(home.succeed(&["verify", &out]).contains(&before.head.hash));
    // Once more changes nothing.
    home.succeed(&["profile", "import", &out]);
    assert_eq!(store(&home.keeper()).file_of(&who).expect("readable"), before);
    assert_eq!(store(&home.keeper()).profiles().expect("readable").len(), 2);
    assert_eq!(fs::read(&out).expect("readable"), bytes, "nor is the file touched");
}

/// A trainee's file, as JSON to tamper with.
fn exported(home: &Home, name: &str) -> Value {
    let out = home.path("exported.json").display().to_string();
    home.succeed(&["profile", "export", name, "--out", &out]);
    serde_json::from_slice(&fs::read(out).expect("written")).expect("JSON")
}

fn import(home: &Home, file: &Value) -> support::Run {
    let path = home.path("imported.json");
    fs::write(&path, file.to_string()).expect("written");
    home.run(&["profile", "import", &path.display().to_string()])
}

/// Two homes: a trainee with three attempts in one, with two of them in the other.
fn two_homes() -> (Home, Home, Profile) {
    let (one, other) = (Home::quick(), Home::quick());
    let mut keeper = one.keeper();
    let who = join(&mut keeper, NAME);
    practise(&mut keeper, &who, 2);
    practise(&mut keeper, &who, 3);
    assert_eq!(import(&other, &exported(&one, NAME)).code, 0);
    practise(&mut keeper, &who, 4);
    (one, other, who)
}

#[test]
fn a_file_that_was_changed_is_not_taken_in() {
    let (one, other, who) = two_homes();
    let file = exported(&one, NAME);
    let tampers: [&dyn Fn(&mut Value); 6] = [
        &|file| file["links"][2]["body"] = "{}".into(),
        &|file| drop(file["links"].as_array_mut().expect("links").pop()),
        &|file| file["links"].as_array_mut().expect("links").swap(0, 1),
        &|file| file["links"][2]["place"] = 9.into(),
        &|file| file["head"]["hash"] = "0".repeat(64).into(),
        &|file| file["profile"]["id"] = Uuid::from_u128(5).to_string().into(),
    ];
    for (at, tamper) in tampers.iter().enumerate() {
        let mut changed = file.clone();
        tamper(&mut changed);
        let run = import(&other, &changed);
        assert!(run.code == 2 && run.err.contains("不导入"), "{at}: {}", run.err);
        assert_eq!(whole_chain(store(&other.keeper()), who.id).len(), 2);
    }
    for file in [Value::Null, serde_json::json!({"format": "another"}), "文字".into()] {
        let run = import(&other, &file);
        assert!(run.code == 2 && run.err.contains("不是学员的记录文件"), "{}", run.err);
    }
    assert_eq!(import(&other, &file).code, 0);
    assert_eq!(whole_chain(store(&other.keeper()), who.id).len(), 3);
}

#[test]
fn a_file_that_contradicts_is_not_taken_in() {
    let (one, other, who) = two_homes();
    practise(&mut other.keeper(), &who, 5);
    let before = whole_chain(store(&other.keeper()), who.id);
    let run = import(&other, &exported(&one, NAME));
    assert!(run.code == 2 && run.err.contains("对不上"), "{}", run.err);
    let run = import(&one, &exported(&other, NAME));
    assert!(run.code == 2 && run.err.contains("对不上"), "{}", run.err);
    assert_eq!(whole_chain(store(&other.keeper()), who.id), before);
    assert_eq!(whole_chain(store(&one.keeper()), who.id).len(), 3);
}

#[test]
fn an_older_file_takes_nothing_back() {
    let (one, other, who) = two_homes();
    let mut keeper = one.keeper();
    keeper.take(Op::Schedule { profile: who.id, review: review(0, 1) });
    keeper.take(Op::Prefer { profile: who.id, key: "text-size".into(), value: "120".into() });
    drop(keeper);
    let old = exported(&one, NAME);
    let mut keeper = one.keeper();
    keeper.take(Op::Schedule { profile: who.id, review: review(3, 2) });
    keeper.take(Op::Prefer { profile: who.id, key: "text-size".into(), value: "150".into() });
    drop(keeper);
    assert_eq!(import(&one, &old).code, 0);
    let keeper = one.keeper();
    assert_eq!(store(&keeper).reviews(who.id).expect("readable")[0].times, 2);
    assert_eq!(store(&keeper).preferences(who.id).expect("readable")[0].1, "150");
    // Where there is none yet, it comes along; a newer one does, too.
    assert_eq!(import(&other, &old).code, 0);
    assert_eq!(import(&other, &exported(&one, NAME)).code, 0);
    let keeper = other.keeper();
    assert_eq!(store(&keeper).reviews(who.id).expect("readable")[0].times, 2);
}

#[test]
fn a_file_with_somebody_elses_ids_in_it_stands_in_nobodys_way() {
    let home = Home::quick();
    let mut keeper = home.keeper();
    let (who, other) = (join(&mut keeper, NAME), join(&mut keeper, "同事"));
    practise(&mut keeper, &who, 2);
    keeper.take(Op::Answer { profile: who.id, answered: answered(9, ANSWER) });
    // The same attempts and answers under another name, every hash made anew.
    let mut file = store(&keeper).file_of(&who).expect("readable");
    file.profile = Profile { id: Uuid::from_u128(5), name: "第三位".into(), ..other };
    let link = three_rings::record::chain::Head::default().link(file.profile.id, file.links[0].body.clone());
    file.head = three_rings::record::chain::Head::after(&link);
    file.links = vec![link];
    let forged = file.profile.id;
    file.answered[0].answer = "别人的话".into();
    keeper.take(Op::TakeIn(Box::new(file)));
    practise(&mut keeper, &who, 4);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id).len(), 2);
    assert_eq!(whole_chain(store(&keeper), forged).len(), 1);
    assert_eq!(store(&keeper).answered(who.id).expect("readable"), [answered(9, ANSWER)]);
}

#[test]
fn an_end_that_was_cut_back_keeps_nothing_from_being_written() {
    let (home, _, who) = two_homes();
    let connection = rusqlite::Connection::open(home.file()).expect("opened");
    connection.execute("UPDATE profile SET links = 1", []).expect("changed");
    let mut keeper = home.keeper();
    practise(&mut keeper, &who, 6);
    assert_calm(&keeper);
    assert_eq!(whole_chain(store(&keeper), who.id).len(), 4);
}

#[test]
fn nothing_is_written_outside_the_data_folder() {
    let (home, ..) = lived_in();
    let out = home.data().join("along.json").display().to_string();
    home.run(&["play", "small", "--profile", NAME, "--pin", PIN, "--answers", "1,1,1"]);
    home.succeed(&["profile", "export", NAME, "--pin", PIN, "--out", &out]);
    home.succeed(&["verify", &out]);
    home.succeed(&["profile", "delete", NAME, "--pin", PIN, "--yes"]);
    home.succeed(&["profile", "import", &out]);
    home.succeed(&["profile", "anonymise", NAME, "--yes"]);
    fs::write(home.file(), "no records").expect("written");
    assert_eq!(home.run(&["records"]).code, 2);
    home.succeed(&["records", "restore"]);
    let outside = files_in(&home.path("home"));
    assert!(outside.is_empty(), "{:?}", outside.keys());
    let beside = fs::read_dir(home.path("")).expect("a folder").count();
    assert_eq!(beside, 2, "the data folder and the home");
}
