//! `three-rings verify`: every way of tampering with a chain of six is found, and where, in a records file and in an
//! exported one.

mod support;

use std::fs;
use std::path::Path;

use rusqlite::{Connection, params};
use serde_json::Value;
use support::Run;
use support::records::{Answers, Home, NAME, join, practise, sit, store};
use three_rings::record::chain::{Head, Link};
use three_rings::record::file::ProfileFile;

/// A home with a chain of six in it, and the trainee's file beside.
struct Chain {
    home: Home,
    file: ProfileFile,
}

impl Chain {
    fn of_six() -> Self {
        let home = Home::quick();
        let mut keeper = home.keeper();
        let who = join(&mut keeper, NAME);
        for seed in 0..6 {
            practise(&mut keeper, &who, seed);
        }
        let file = store(&keeper).file_of(&who).expect("readable");
        Self { home, file }
    }

    /// Verifies the trainee's file after some tampering, and the records after the same.
    fn verify_both(&self, tamper: impl Fn(&mut ProfileFile)) -> [Run; 2] {
        let mut file = self.file.clone();
        tamper(&mut file);
        let exported = self.home.path("exported.json");
        fs::write(&exported, serde_json::to_string_pretty(&file).expect("JSON")).expect("written");
        let records = self.home.path("copy.db");
        fs::copy(self.home.file(), &records).expect("copied");
        put(&Connection::open(&records).expect("opened"), &file);
        [exported, records].map(|path| self.verify(&path, &[]))
    }

    fn verify(&self, path: &Path, more: &[&str]) -> Run {
        self.home.run(&[&["verify", &path.display().to_string()], more].concat())
    }

    /// It is found in both, in these words.
    fn assert_found(&self, words: &str, tamper: impl Fn(&mut ProfileFile)) {
        for run in self.verify_both(tamper) {
            assert!(
                run.code == 1 && run.out.contains(words) && run.out.contains('×'),
                "{words}\n{}{}",
                run.out,
                run.err
            );
        }
    }
}

/// Puts a tampered chain into a records file, in its order.
fn put(records: &Connection, file: &ProfileFile) {
    let who = file.profile.id.to_string();
    records.execute("DELETE FROM attempt", []).expect("removed");
    for (order, link) in (1..).zip(&file.links) {
        let id = format!("{order}");
        let written = params![who, order, id, link.previous, link.hash, link.body];
        let put = "INSERT INTO attempt (profile, place, id, previous, hash, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        records.execute(put, written).expect("put");
    }
    let end = params![who, file.head.links, file.head.hash];
    records.execute("UPDATE profile SET links = ?2, head = ?3 WHERE id = ?1", end).expect("set");
}

/// Replaces words in the body of a link, which are there.
fn edit(link: &mut Link, from: &str, to: &str) {
    assert!(link.body.contains(from), "no {from} in {}", link.body);
    link.body = link.body.replacen(from, to, 1);
}

/// Every link hashed anew, and the end with them.
fn rehash(file: &mut ProfileFile) {
    let mut head = Head::default();
    for link in &mut file.links {
        *link = head.link(file.profile.id, link.body.clone());
        head = Head::after(link);
    }
    file.head = head;
}

/// How the process score stands in a body.
fn process_of(link: &Link) -> String {
    let body: Value = serde_json::from_str(&link.body).expect("JSON");
    format!("\"process\":{}", body["summary"]["Call"]["process"])
}

#[test]
fn an_untouched_chain_is_sound() {
    let chain = Chain::of_six();
    for run in chain.verify_both(|_| {}) {
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains("6 次演练，一环扣一环") && run.out.contains(&chain.file.head.hash), "{}", run.out);
    }
}

#[test]
fn a_changed_score_a_changed_input_or_any_changed_byte_is_found_where_it_stands() {
    let chain = Chain::of_six();
    for place in [0, 2, 5] {
        let words = format!("第 {} 次演练被改过", place + 1);
        chain.assert_found(&words, |file| {
            let score = process_of(&file.links[place]);
            edit(&mut file.links[place], &score, "\"process\":101");
        });
        chain.assert_found(&words, |file| edit(&mut file.links[place], ":1\"", ":2\""));
        chain.assert_found(&words, |file| edit(&mut file.links[place], "\"Finished\"", "\"finished\""));
        chain.assert_found(&words, |file| file.links[place].body.push(' '));
        chain.assert_found(&words, |file| {
            file.links[place].body.pop();
        });
    }
}

#[test]
fn a_link_taken_out_is_named() {
    let chain = Chain::of_six();
    for (at, words) in [(0, "第 1 次演练不见了"), (3, "第 4 次演练不见了"), (5, "第 6 次演练不见了")]
    {
        chain.assert_found(words, |file| drop(file.links.remove(at)));
    }
    chain.assert_found("第 1 次演练不见了", |file| file.links.clear());
    chain.assert_found("第 3 次演练不见了", |file| file.links.truncate(2));
    // The end is cut to fit: a chain cut short is whole, and only a hash on paper knows of it.
    for run in chain.verify_both(|file| {
        file.links.pop();
        file.head = Head::after(&file.links[4]);
    }) {
        assert_eq!(run.code, 0);
    }
}

#[test]
fn links_in_another_order_are_named() {
    let chain = Chain::of_six();
    chain.assert_found("第 2 次演练的位置上，放着原来的第 5 次", |file| file.links.swap(1, 4));
    chain.assert_found("第 1 次演练的位置上，放着原来的第 6 次", |file| file.links.reverse());
    chain.assert_found("第 1 次演练的位置上，放着原来的第 2 次", |file| file.links.rotate_left(1));
    chain.assert_found("第 3 次演练被改过", |file| {
        let (one, other) = (file.links[2].body.clone(), file.links[3].body.clone());
        (file.links[2].body, file.links[3].body) = (other, one);
    });
}

#[test]
fn a_forged_link_at_the_end_or_twice_the_same_is_named() {
    let chain = Chain::of_six();
    let forged = |file: &ProfileFile| file.head.link(file.profile.id, file.links[0].body.clone());
    chain.assert_found("第 7 次演练是多出来的", |file| file.links.push(forged(file)));
    chain.assert_found("第 7 次演练", |file| file.links.push(file.links[5].clone()));
    // With an end that was made to fit it holds, and what it says is true of the call: it is what was played once before.
    chain.assert_found("第 7 次演练的成绩", |file| {
        let mut link = forged(file);
        let score = process_of(&link);
        edit(&mut link, &score, "\"process\":99");
        let link = file.head.link(file.profile.id, link.body);
        file.head = Head::after(&link);
        file.links.push(link);
    });
}

#[test]
fn one_link_hashed_anew_is_found_by_the_next() {
    let chain = Chain::of_six();
    let hashed_anew = |file: &mut ProfileFile, at: usize| {
        let before = if at == 0 { Head::default() } else { Head::after(&file.links[at - 1]) };
        file.links[at].body.push(' ');
        file.links[at] = before.link(file.profile.id, file.links[at].body.clone());
    };
    for at in 0..5 {
        let words = format!("第 {} 次演练接不上前一次", at + 2);
        chain.assert_found(&words, |file| hashed_anew(file, at));
    }
    chain.assert_found("第 6 次演练被改过", |file| hashed_anew(file, 5));
    chain.assert_found("第 4 次演练被改过", |file| {
        let hash = if file.links[3].hash.starts_with('0') { "1" } else { "0" };
        file.links[3].hash.replace_range(..1, hash);
    });
}

#[test]
fn a_chain_hashed_anew_with_a_better_score_is_found_by_playing_it_again() {
    let chain = Chain::of_six();
    for place in [0, 3, 5] {
        let words = format!("第 {} 次演练的成绩，和照原样重打一遍的不一样", place + 1);
        chain.assert_found(&words, |file| {
            let score = process_of(&file.links[place]);
            edit(&mut file.links[place], &score, "\"process\":99");
            rehash(file);
        });
        chain.assert_found(&words, |file| {
            let body = &file.links[place].body;
            let passed = if body.contains("\"passed\":true") { "true" } else { "false" };
            let other = if passed == "true" { "false" } else { "true" };
            edit(&mut file.links[place], &format!("\"passed\":{passed}"), &format!("\"passed\":{other}"));
            rehash(file);
        });
    }
}

#[test]
fn an_exam_with_a_better_score_is_found_by_sitting_it_again() {
    let home = Home::quick();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    practise(&mut keeper, &who, 0);
    sit(&mut keeper, &who, "first-week", 1, Answers::Few(5));
    let file = store(&keeper).file_of(&who).expect("readable");
    let chain = Chain { home, file };
    for run in chain.verify_both(|_| {}) {
        assert_eq!(run.code, 0, "{}", run.out);
    }
    for (from, to) in [("\"score\":25", "\"score\":90"), ("\"passed\":false", "\"passed\":true")] {
        chain.assert_found("第 2 次演练被改过", |file| edit(&mut file.links[1], from, to));
        chain.assert_found("第 2 次演练的成绩，和照原样重打一遍的不一样", |file| {
            edit(&mut file.links[1], from, to);
            rehash(file);
        });
    }
}

#[test]
fn a_changed_end_is_named() {
    let chain = Chain::of_six();
    chain.assert_found("第 6 次演练被改过", |file| file.head.hash = file.links[4].hash.clone());
    chain.assert_found("第 6 次演练是多出来的", |file| file.head = Head::after(&file.links[4]));
    chain.assert_found("第 7 次演练不见了", |file| file.head.links = 7);
    chain.assert_found("第 1 次演练是多出来的", |file| file.head = Head::default());
}

#[test]
fn a_link_that_says_it_stands_elsewhere_is_named() {
    let chain = Chain::of_six();
    let exported = chain.home.path("exported.json");
    for (at, place) in [(5, 60), (0, 2)] {
        let mut file = chain.file.clone();
        file.links[at].place = place;
        fs::write(&exported, serde_json::to_string(&file).expect("JSON")).expect("written");
        let run = chain.verify(&exported, &[]);
        assert!(run.code == 1 && run.out.contains(&format!("第 {} 次演练被改过", at + 1)), "{}", run.out);
    }
    let records = chain.home.path("copy.db");
    fs::copy(chain.home.file(), &records).expect("copied");
    let connection = Connection::open(&records).expect("opened");
    connection.execute("UPDATE attempt SET place = 60 WHERE place = 6", []).expect("changed");
    drop(connection);
    let run = chain.verify(&records, &[]);
    assert!(run.code == 1 && run.out.contains("第 6 次演练被改过"), "{}", run.out);
}

#[test]
fn bytes_that_are_no_text_are_named_where_they_stand() {
    let chain = Chain::of_six();
    let records = chain.home.path("copy.db");
    fs::copy(chain.home.file(), &records).expect("copied");
    let connection = Connection::open(&records).expect("opened");
    let broken = "UPDATE attempt SET body = CAST(X'FF' || body AS TEXT) WHERE place = 4";
    connection.execute(broken, []).expect("changed");
    drop(connection);
    let run = chain.verify(&records, &[]);
    assert!(run.code == 1 && run.out.contains("第 4 次演练被改过"), "{}{}", run.out, run.err);
}

#[test]
fn another_trainees_chain_under_ones_own_name_does_not_hold() {
    let chain = Chain::of_six();
    let run = &chain.verify_both(|file| {
        file.profile.id = uuid::Uuid::from_u128(7);
    })[0];
    assert!(run.code == 1 && run.out.contains("第 1 次演练被改过"), "{}", run.out);
}

#[test]
fn a_head_off_an_earlier_report_is_found_or_not() {
    let chain = Chain::of_six();
    let file = chain.home.file();
    for hash in [&chain.file.links[2].hash, &chain.file.head.hash, &chain.file.links[0].hash[..12]] {
        let run = chain.verify(&file, &["--head", hash]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
    }
    let none = "f".repeat(64);
    for hash in [none.as_str(), ""] {
        let run = chain.verify(&file, &["--head", hash]);
        assert!(run.code == 1 && run.err.contains("不在这份记录里"), "{}", run.err);
    }
    // A chain that was made anew from the first link on is found out by it.
    let mut forged = chain.file.clone();
    forged.links.remove(0);
    rehash(&mut forged);
    let exported = chain.home.path("exported.json");
    fs::write(&exported, serde_json::to_string(&forged).expect("JSON")).expect("written");
    assert_eq!(chain.verify(&exported, &[]).code, 0);
    assert_eq!(chain.verify(&exported, &["--head", &chain.file.links[2].hash]).code, 1);
}

#[test]
fn as_json_it_says_the_same() {
    let chain = Chain::of_six();
    let report: Value = serde_json::from_str(&chain.verify(&chain.home.file(), &["--json"]).out).expect("JSON");
    let row = &report[0];
    assert_eq!((&row["name"], &row["attempts"], &row["sound"]), (&NAME.into(), &6.into(), &true.into()));
    assert_eq!(
        (&row["broken_at"], &row["broken"], &row["different"]),
        (&Value::Null, &Value::Null, &Value::Array(vec![]))
    );
    assert_eq!(row["head"], chain.file.head.hash);
    let exported = chain.home.path("exported.json");
    let mut file = chain.file.clone();
    let score = process_of(&file.links[1]);
    edit(&mut file.links[1], &score, "\"process\":99");
    fs::write(&exported, serde_json::to_string(&file).expect("JSON")).expect("written");
    let run = chain.verify(&exported, &["--json"]);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let row = &report[0];
    assert_eq!((run.code, &row["sound"], &row["broken_at"]), (1, &false.into(), &2.into()));
    assert_eq!((&row["broken"], &row["different"]), (&"第 2 次演练被改过。".into(), &vec![2].into()));
}

#[test]
fn what_is_not_ours_is_refused() {
    let home = Home::quick();
    let path = home.path("file");
    let sqlite = home.path("theirs.db");
    Connection::open(&sqlite).and_then(|it| it.execute_batch("CREATE TABLE t (x)")).expect("made");
    for bytes in [&b""[..], b"{}", b"[1, 2", "文字".as_bytes(), b"SQLite format 3\0and no more"] {
        fs::write(&path, bytes).expect("written");
        let run = home.run(&["verify", &path.display().to_string()]);
        assert!(run.code == 2 && !run.err.is_empty() && run.out.is_empty(), "{}", run.err);
    }
    let run = home.run(&["verify", &sqlite.display().to_string()]);
    assert!(run.code == 2 && run.err.contains("不是三声之内的记录"), "{}", run.err);
    let run = home.run(&["verify", "nowhere.json"]);
    assert!(run.code == 2 && run.err.contains("nowhere.json"), "{}", run.err);
    assert_eq!(home.run(&["verify", &home.path("home").display().to_string()]).code, 2, "a folder");
}
