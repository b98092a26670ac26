//! The page about the program names every crate it is made of with its licence, and none of them may only be had under
//! the GPL.

mod support;

use std::process::Command;

use support::{root, text_of};

/// Every crate of the program on any system, one a line: name, version, licence.
fn crates() -> String {
    let tree = ["tree", "--locked", "-e", "normal", "--target", "all", "--prefix", "none", "--format", "{p}|{l}"];
    let run = Command::new(env!("CARGO")).args(tree).current_dir(root("")).output().expect("cargo runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let listed = String::from_utf8(run.stdout).expect("cargo writes UTF-8");
    let mut lines: Vec<String> = listed.lines().filter_map(line).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.join("\n") + "\n"
}

fn line(listed: &str) -> Option<String> {
    let (package, licence) = listed.trim_end_matches(" (*)").split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?);
    (name != env!("CARGO_PKG_NAME")).then(|| format!("{name}\t{}\t{licence}", version.trim_start_matches('v')))
}

#[test]
fn the_page_names_every_crate_with_its_licence() {
    let file = root("assets/licences.tsv");
    let crates = crates();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, &crates).expect("a writable file");
    }
    assert!(crates == text_of(&file), "assets/licences.tsv is old; UPDATE_EXPECT=1 writes it anew");
}

#[test]
fn every_crate_can_be_had_without_the_gpl() {
    for line in crates().lines() {
        let licence = line.rsplit('\t').next().unwrap_or_default();
        assert!(!licence.is_empty(), "{line} has no licence");
        let choices = licence.split(" OR ").flat_map(|choice| choice.split('/'));
        assert!(choices.into_iter().any(|choice| !choice.contains("GPL")), "{line}");
    }
}
