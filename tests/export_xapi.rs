//! Exported statements put to a validator that other people wrote: `@learninglocker/xapi-validation`, run by Node.
//!
//! `npm ci` in `tests/xapi` installs it, or in a copy of that folder that `XAPI_VALIDATOR_DIR` names. Where Node or the
//! package is absent the tests say that they were skipped; with `CI_REQUIRES_NODE=1` they fail instead.

mod export_kit;
mod support;

use std::path::PathBuf;
use std::process::Command;

use export_kit::{Trained, material, silent, typed_shift};
use serde_json::{Value, json};
use support::{SHIPPED, root};
use three_rings::content::language::Language;
use three_rings::export::xapi::{Names, json as exported};
use three_rings::proof::Policy;
use three_rings::proof::desk::Bot;
use three_rings::record::attempt::Status;

/// The fewest statements that make this a test.
const ENOUGH: usize = 500;

/// What the validator said.
struct Said {
    is_content: bool,
    text: String,
}

/// The folder in which the package is installed; none where it is not.
fn package() -> Option<PathBuf> {
    let folder = std::env::var_os("XAPI_VALIDATOR_DIR").map_or_else(|| root("tests/xapi"), PathBuf::from);
    folder.join("node_modules/@learninglocker/xapi-validation").is_dir().then_some(folder)
}

/// Puts statements to the validator; none where there is no validator.
fn validated(statements: &str) -> Option<Said> {
    let has_node = Command::new("node").arg("--version").output().is_ok_and(|out| out.status.success());
    let Some(folder) = package().filter(|_| has_node) else {
        assert!(std::env::var_os("CI_REQUIRES_NODE").is_none_or(|it| it != "1"), "Node or the validator is missing");
        eprintln!("skipped: no Node, or `npm ci` was not run in tests/xapi");
        return None;
    };
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), statements).expect("written");
    let out = Command::new("node")
        .arg(root("tests/xapi/validate.mjs"))
        .arg(file.path())
        .env("XAPI_VALIDATOR_DIR", folder)
        .output()
        .expect("node runs");
    let text = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert_ne!(out.status.code(), Some(2), "the validator did not begin: {text}");
    Some(Said { is_content: out.status.success(), text })
}

/// Calls and shifts of all sorts in a language.
fn trained(language: Language, id: u128) -> Trained {
    let mut trained = Trained::new("=王\"小\"明", id);
    for (seed, scenario) in (1..).zip(SHIPPED) {
        trained.call(scenario, language, Policy::Recommended, seed);
        trained.call(scenario, language, Policy::Random, seed);
    }
    for (seed, drill) in (1..).zip(["first-day", "front-desk"]) {
        trained.shift(drill, language, Bot::Perfect, seed);
        trained.shift(drill, language, Bot::Random, seed);
    }
    trained
}

/// Somebody who falls silent, gives up, types, and is made anonymous.
fn odd() -> Trained {
    let mut trained = Trained::new("乙", 99);
    trained.keep_call(&silent(), Language::ZhHans, Status::GivenUp);
    trained.keep_shift(&typed_shift("first-day", 6), Language::ZhHans, Status::Finished);
    let first = trained.kept[0].attempt.setup.id;
    trained.takes_up(first, 2);
    trained.call("busy-owner", Language::En, Policy::Recommended, 1).attempt.inputs = None;
    trained
}

/// One valid statement, broken somehow.
fn broken(how: impl FnOnce(&mut Value)) -> String {
    let mut trained = Trained::new("甲", 1);
    trained.call("busy-owner", Language::ZhHans, Policy::Recommended, 1);
    let text = exported(&material(&[&trained]), Names::Withheld).expect("JSON");
    let mut statements: Vec<Value> = serde_json::from_str(&text).expect("an array");
    let mut statement = statements.swap_remove(1);
    how(&mut statement);
    json!([statement]).to_string()
}

#[test]
fn every_statement_about_really_played_calls_and_shifts_is_valid() {
    let all: Vec<Trained> = (1..).zip(Language::ALL).map(|(id, &language)| trained(language, id)).collect();
    let odd = odd();
    let everybody: Vec<&Trained> = all.iter().chain([&odd]).collect();
    for names in [Names::Withheld, Names::Given] {
        let text = exported(&material(&everybody), names).expect("JSON");
        let count = serde_json::from_str::<Vec<Value>>(&text).expect("an array").len();
        assert!(count >= ENOUGH, "only {count} statements");
        let Some(said) = validated(&text) else { return };
        assert!(said.is_content, "{}", said.text);
        assert_eq!(said.text.trim(), format!("{count} of {count} statements are valid"));
    }
}

#[test]
fn the_validator_refuses_what_is_broken_on_purpose() {
    type Break = fn(&mut Value);
    let ways: [(&str, Break); 7] = [
        ("a score above one", |it| it["result"]["score"]["scaled"] = json!(1.5)),
        ("a verb without an IRI", |it| it["verb"]["id"] = json!("answered")),
        ("a duration that is none", |it| it["result"]["duration"] = json!("3 seconds")),
        ("an id that is none", |it| it["id"] = json!("statement-1")),
        ("a language that is none", |it| it["verb"]["display"] = json!({ "中文": "回答了" })),
        ("a time that is none", |it| it["timestamp"] = json!("yesterday")),
        ("a field nobody knows", |it| it["score"] = json!(1)),
    ];
    for (what, how) in ways {
        let Some(said) = validated(&broken(how)) else { return };
        assert!(!said.is_content, "{what} was let through");
        assert!(said.text.starts_with("0 of 1 statements are valid\nstatement 0: "), "{what}: {}", said.text);
    }
    let Some(said) = validated(&broken(|_| {})) else { return };
    assert!(said.is_content, "unbroken it is valid: {}", said.text);
}

#[test]
fn the_lock_file_names_no_place_to_download_from() {
    let lock = support::text_of(&root("tests/xapi/package-lock.json"));
    assert!(!lock.contains("http"), "an address in package-lock.json");
    assert!(lock.contains("\"node_modules/@learninglocker/xapi-validation\"") && lock.contains("integrity"));
}
