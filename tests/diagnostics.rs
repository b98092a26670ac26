//! Whole messages of `three-rings check`, carets included: each `tests/invalid/NAME.ron` against `NAME.expected`.
//!
//! A file is named after the code it is about; more than one file to a code: `code--detail.ron`. What changes on
//! purpose is written anew with `UPDATE_EXPECT=1 cargo test --test diagnostics`, and read before it is kept.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use support::{files_below, root, run_in, text_of};

/// Where broken files that can lie in git lie; what cannot stands in `files.rs`.
fn invalid() -> PathBuf {
    root("tests/invalid")
}

fn cases() -> Vec<PathBuf> {
    let mut cases = files_below(&invalid(), "ron");
    cases.retain(|path| path.parent() == Some(&invalid()));
    assert!(!cases.is_empty());
    cases
}

/// What the program says about a case; a translation is checked beside its scenario, a shift beside those who ring.
fn said_about(path: &Path) -> support::Run {
    let name = format!("{}.ron", name_of(path));
    let text = text_of(path);
    let about = text.lines().next().unwrap_or_default();
    let beside = BESIDE.into_iter().filter(|beside| about.contains(beside));
    run_in(&invalid(), &["check", &name].into_iter().chain(beside).collect::<Vec<_>>())
}

/// Files without mistakes that a case can name in its first line, to be checked beside them: a scenario for
/// translations to be of, and callers for shifts.
const BESIDE: [&str; 2] = ["beside/minimal.ron", "beside/callers.ron"];

fn name_of(path: &Path) -> String {
    path.file_stem().expect("a file").to_string_lossy().into_owned()
}

/// The code a case is about.
fn code_of(path: &Path) -> String {
    let name = name_of(path);
    name.split_once("--").map_or(name.as_str(), |(code, _)| code).to_owned()
}

#[test]
fn every_message_reads_as_it_should() {
    let is_update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for path in cases() {
        let name = name_of(&path);
        let said = said_about(&path);
        let said = format!("{}{}exit {}\n", said.out, said.err, said.code);
        let golden = path.with_extension("expected");
        if is_update {
            std::fs::write(&golden, &said).expect("a writable golden file");
        } else if std::fs::read_to_string(&golden).ok().as_ref() != Some(&said) {
            wrong.push(format!("── {name} says now:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE_EXPECT=1 keeps it so", wrong.join("\n"));
}

#[test]
fn every_case_reports_the_code_it_is_named_after_and_fails() {
    for path in cases() {
        let (code, said) = (code_of(&path), text_of(&path.with_extension("expected")));
        let (as_error, as_warning) = (format!("error[{code}]"), format!("warning[{code}]"));
        assert!(said.contains(&as_error) || said.contains(&as_warning), "{}: no `{code}`", path.display());
        let exit = if said.contains("error[") { "exit 1\n" } else { "exit 0\n" };
        assert!(said.ends_with(exit), "{}: errors exit with 1, warnings alone with 0", path.display());
    }
}

#[test]
fn every_message_says_what_how_to_mend_it_and_where() {
    for path in cases() {
        let said = text_of(&path.with_extension("expected"));
        for message in said.split("\n\n").filter(|it| it.starts_with("error[") || it.starts_with("warning[")) {
            let title = message.lines().next().expect("a title");
            let what = title.split_once("]: ").map(|(_, what)| what).unwrap_or_default();
            assert!(what.chars().any(|c| c > '\u{2e80}'), "{}: not in the author's language: {title}", path.display());
            assert!(message.contains(&format!("┌─ {}.ron", name_of(&path))), "{}: where? {title}", path.display());
            // A number alone says what to write; everything else says how to mend it.
            let is_plain = title.contains("[wrong-kind]") || title.contains("[mark-out-of-range]");
            let helps = message.lines().any(|line| line.trim_start().starts_with("= "));
            assert!(is_plain || helps, "how to mend it? {title}");
        }
    }
}

/// Codes whose files cannot lie in git, or that need more than one file: see `files.rs`.
const ELSEWHERE: [&str; 8] =
    ["a-folder", "cannot-open", "empty-file", "line-too-long", "link-loop", "nesting", "not-utf8", "too-large"];

#[test]
fn every_code_of_the_program_has_a_case() {
    let mut codes = BTreeSet::new();
    // What is wrong with files of other formats has its cases in cli_bank.rs.
    let is_ours = |path: &&PathBuf| !path.starts_with(root("src/export"));
    for path in files_below(&root("src"), "rs").iter().filter(is_ours) {
        let text = text_of(path).split_whitespace().collect::<Vec<_>>().join(" ");
        for mark in ["Diagnostic::error( ", "Diagnostic::warning( ", "Diagnostic::about_file( ", ", code: "] {
            for found in text.replace("( ", "(").split(mark.trim_end()).skip(1) {
                let quoted = found.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
                codes.extend(quoted.map(|(code, _)| code.to_owned()));
            }
        }
        // A kind of name: what it is called, then the code of the complaint when it does not exist.
        for kind in ["Kind::of_list(\"", "Kind::of_set(\""] {
            let kinds = text.split(kind).skip(1).filter_map(|rest| rest.split('"').nth(2));
            codes.extend(kinds.map(str::to_owned));
        }
    }
    assert!(codes.len() > 40, "{codes:?}");
    let cases: BTreeSet<String> = cases().iter().map(|path| code_of(path)).collect();
    let untested: Vec<_> =
        codes.iter().filter(|it| !cases.contains(*it) && !ELSEWHERE.contains(&it.as_str())).collect();
    assert!(untested.is_empty(), "no tests/invalid/CODE.ron for {untested:?}");
    let unknown: Vec<_> = cases.difference(&codes).collect();
    assert!(unknown.is_empty(), "the program knows no {unknown:?}");
}

/// How wide a terminal draws a character: Chinese and full-width forms take two columns.
fn width(c: char) -> usize {
    match c {
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffdc}' if !('\u{ff61}'..='\u{ffdc}').contains(&c) => 2,
        _ => 1,
    }
}

/// Line and column of a message: `NAME.ron:12:34`.
fn place(line: &str) -> Option<(usize, usize)> {
    let (rest, column) = line.trim_end().rsplit_once(':')?;
    let (_, number) = rest.rsplit_once(".ron:")?;
    Some((number.parse().ok()?, column.parse().ok()?))
}

#[test]
fn the_caret_stands_under_the_character_that_is_named() {
    let (mut checked, mut behind_chinese) = (0, 0);
    for path in cases() {
        let (source, said) = (text_of(&path), text_of(&path.with_extension("expected")));
        let lines: Vec<&str> = said.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.contains("┌─ ")) {
            let Some((number, column)) = place(line) else { continue };
            let shown = lines[at + 2].split_once("│ ").map(|(_, shown)| shown).expect("a source line");
            let Some(carets) = lines[at + 3].split_once("│ ").map(|(_, carets)| carets) else { continue };
            let text = source.lines().nth(number - 1).unwrap_or_default();
            // What spans lines has a frame two columns wide; what spans them from the margin on has no caret of its own.
            let frame = if shown == text { 0 } else { 2 };
            if shown.starts_with('╭') {
                continue;
            }
            assert_eq!(shown[frame..], *text, "{}: line {number}", path.display());
            let before: String = text.chars().take(column - 1).collect();
            let wanted: usize = before.chars().map(width).sum::<usize>() + frame;
            let found = carets.chars().position(|c| c == '^').expect("a caret");
            assert_eq!(found, wanted, "{}:\n{}\n{}", path.display(), lines[at + 2], lines[at + 3]);
            checked += 1;
            behind_chinese += usize::from(wanted > column - 1);
        }
    }
    assert!(checked > 40 && behind_chinese > 10, "{checked} carets, {behind_chinese} behind Chinese");
}

#[test]
fn every_problem_of_a_file_is_reported_at_once_in_the_order_of_the_file() {
    let said = run_in(&invalid(), &["check", "missing-why--and-nine-more.ron"]);
    let codes: Vec<&str> = said.out.lines().filter_map(|it| it.strip_prefix("error[")?.split(']').next()).collect();
    let wanted = [
        "unknown-temperament",
        "mood-out-of-range",
        "unknown-placeholder",
        "missing-why",
        "unknown-criterion",
        "unknown-rule",
        "dangling-goto",
        "unreachable-turn",
        "dead-end",
        "no-way-on",
    ];
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    let mut each = wanted;
    each.sort_unstable();
    assert_eq!(sorted, each, "{}", said.out);
    let lines: Vec<usize> = said.out.lines().filter_map(place).map(|(line, _)| line).collect();
    let after_form = &lines[1..];
    assert!(after_form.is_sorted(), "what is wrong with the form comes first, then the order of the file: {lines:?}");
    assert_eq!(said.code, 1);
}

#[test]
fn every_problem_of_every_file_is_reported_at_once() {
    let scenarios: Vec<String> = (cases().iter())
        .filter(|path| text_of(path).contains("\nScenario("))
        .map(|path| format!("{}.ron", name_of(path)))
        .collect();
    let args: Vec<&str> = ["check"].into_iter().chain(scenarios.iter().map(String::as_str)).collect();
    let said = run_in(&invalid(), &args);
    for name in &scenarios {
        assert!(said.out.contains(&format!("┌─ {name}")), "nothing about {name}");
    }
    let last = said.out.lines().last().expect("a last line");
    assert!(last.starts_with(&format!("{} 个文件", scenarios.len())), "{last}");
    assert_eq!(said.code, 1);
}
