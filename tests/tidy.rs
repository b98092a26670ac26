//! The house rules that no compiler sees, read off the source: who may import whom, who may open files, who may name the
//! window. Every exception is listed with its reason, and one that is no longer needed fails too.

mod support;

use std::path::Path;
use std::process::Command;

use support::{files_below, root, text_of};

/// The plan of the house; imports go down or stay, never up.
const FLOORS: [(&str, u8); 12] = [
    ("id", 0),
    ("diagnostic", 0),
    ("faces", 0),
    ("content", 1),
    ("play", 2),
    ("proof", 3),
    ("record", 3),
    ("export", 4),
    ("disk", 4),
    ("locale", 4),
    ("cli", 5),
    ("app", 5),
];

/// Something only some may name.
struct Reserved {
    /// The words that name it.
    words: &'static [&'static str],
    /// Who may: folders and files below `src/`.
    allowed: &'static [&'static str],
    /// Who else does, and why.
    exceptions: &'static [(&'static str, &'static str)],
}

const FILES: Reserved = Reserved {
    words: &["std::fs", "fs::", "File::", "walkdir", "directories::"],
    allowed: &["disk/", "app/"],
    exceptions: &[],
};

const DATABASE: Reserved = Reserved { words: &["rusqlite"], allowed: &["disk/"], exceptions: &[] };

const WINDOW: Reserved = Reserved { words: &["bevy", "egui", "winit"], allowed: &["app/"], exceptions: &[] };

const CLOCK: Reserved = Reserved {
    words: &["SystemTime", "Instant", "Zoned::now", "Timestamp::now", "TimeZone::system"],
    allowed: &["app/"],
    exceptions: &[
        ("cli/mod.rs", "without `--seed` a call or a shift takes its seed from the clock"),
        ("cli/quiz/mod.rs", "measures how long an answer takes, and how far an exam's clock is"),
    ],
};

const DICE: Reserved = Reserved {
    words: &["rand::", "rand_xoshiro", "new_v4"],
    allowed: &["app/"],
    exceptions: &[
        ("play/deal.rs", "throws a seed's dice, once and before the call"),
        ("play/drill/plan.rs", "throws a seed's dice, once and before the shift; and the order of a call's answers"),
        ("play/quiz/deal.rs", "shuffles a question's parts by a seed, once and before it is asked"),
        ("play/quiz/paper.rs", "draws an exam by a seed, once and before it begins"),
        ("proof/desk.rs", "works a shift at random, from a seed"),
        ("proof/trainee/dice.rs", "throws a made-up trainee's dice, from a seed"),
        ("proof/policy.rs", "answers at random, from a seed"),
        ("cli/keeping.rs", "gives this run of the program a name nobody else has"),
        ("cli/notebook.rs", "gives an attempt a name nothing else has"),
        ("cli/quiz/mod.rs", "gives an answer a name nothing else has"),
        ("cli/profile.rs", "gives a trainee an id that says nothing"),
    ],
};

/// One source file: its path below `src/` and its lines of code, comments taken out.
struct File {
    name: String,
    code: Vec<(usize, String)>,
}

fn sources() -> Vec<File> {
    let read = |path: &Path| {
        let name = path.strip_prefix(root("src")).expect("below src").to_string_lossy().replace('\\', "/");
        let numbered = text_of(path).lines().map(str::to_owned).enumerate().collect::<Vec<_>>();
        let is_code = |line: &str| !line.trim_start().starts_with("//");
        File { name, code: numbered.into_iter().filter(|(_, line)| is_code(line)).map(|(n, l)| (n + 1, l)).collect() }
    };
    let files: Vec<File> = files_below(&root("src"), "rs").iter().map(|path| read(path)).collect();
    assert!(files.len() > 30, "where is the source?");
    files
}

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

impl File {
    /// The top-level module it belongs to; none for the crate root and the program.
    fn module(&self) -> Option<&str> {
        let first = self.name.split('/').next().unwrap_or_default();
        Some(first.strip_suffix(".rs").unwrap_or(first)).filter(|name| !["lib", "main"].contains(name))
    }

    /// Every top-level module it names, with the line: `crate::x` and each of `crate::{x, y}`.
    fn imports(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, (number, line)) in self.code.iter().enumerate() {
            for (place, mark) in line.match_indices("crate::") {
                if line[..place].ends_with("pub(in ") {
                    continue;
                }
                let rest = &line[place + mark.len()..];
                let Some(group) = rest.strip_prefix('{') else {
                    found.push((*number, first_word(rest)));
                    continue;
                };
                let following = self.code[at + 1..].iter().map(|(_, line)| line.as_str());
                let group = [group].into_iter().chain(following).collect::<Vec<_>>().join(" ");
                found.extend(members(&group).into_iter().map(|name| (*number, name)));
            }
        }
        found
    }

    /// Where it names any of some words.
    fn names(&self, words: &[&str]) -> Option<(usize, &str)> {
        self.code.iter().find(|(_, line)| words.iter().any(|word| has_word(line, word))).map(|(n, l)| (*n, l.as_str()))
    }
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first words of what stands between braces, down to the one that closes them.
fn members(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut start) = (1, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || depth == 1 && c == ',' {
            names.push(first_word(group[start..at].trim_start()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Whether a word stands in a line and is not the tail of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let continues = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| !continues(&line[..at]))
}

#[test]
fn every_module_has_a_floor() {
    for file in sources() {
        if let Some(module) = file.module() {
            assert!(
                floor(module).is_some(),
                "src/{}: `{module}` stands on no floor; say which in tests/tidy.rs",
                file.name
            );
        }
    }
}

#[test]
fn no_import_goes_up() {
    let mut seen = 0;
    for file in sources() {
        let Some(here) = file.module().and_then(floor) else { continue };
        for (line, module) in file.imports() {
            let Some(there) = floor(&module) else { continue };
            seen += 1;
            assert!(
                there <= here,
                "src/{}:{line} is on floor {here} and imports `{module}` on floor {there}",
                file.name
            );
        }
    }
    assert!(seen > 100, "only {seen} imports seen: is this test still reading them?");
}

/// Nobody who is not meant to names it, and every exception is still needed.
fn assert_reserved(what: &Reserved) {
    let files = sources();
    for file in &files {
        let is_allowed = what.allowed.iter().any(|folder| file.name.starts_with(folder));
        let exception = what.exceptions.iter().find(|(name, _)| *name == file.name);
        match (file.names(what.words), exception) {
            (Some((line, code)), None) if !is_allowed => panic!("src/{}:{line} must not name it: {code}", file.name),
            (None, Some((name, _))) => panic!("src/{name} needs no exception any more"),
            _ => {}
        }
    }
    for (name, reason) in what.exceptions {
        assert!(files.iter().any(|file| file.name == *name), "no src/{name}");
        assert!(!reason.is_empty());
    }
}

#[test]
fn only_the_disk_and_the_window_open_files() {
    assert_reserved(&FILES);
}

#[test]
fn only_the_disk_names_the_database() {
    assert_reserved(&DATABASE);
}

#[test]
fn only_the_window_names_bevy_or_egui() {
    assert_reserved(&WINDOW);
}

#[test]
fn nothing_below_the_faces_reads_a_clock() {
    assert_reserved(&CLOCK);
}

#[test]
fn dice_are_thrown_in_few_places() {
    assert_reserved(&DICE);
}

#[test]
fn every_file_says_first_what_it_is() {
    for folder in ["src", "tests", "benches"] {
        for path in files_below(&root(folder), "rs")
            .iter()
            .filter(|path| !path.components().any(|it| it.as_os_str() == "target"))
        {
            assert!(text_of(path).starts_with("//!"), "{} does not begin with `//!`", path.display());
        }
    }
}

#[test]
fn without_the_window_there_is_no_bevy() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--no-default-features", "-e", "normal", "--prefix", "none", "--format", "{p}"])
        .current_dir(root(""))
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    assert!(tree.starts_with("three-rings ") && tree.contains("ron2 "), "{tree}");
    for window in ["bevy", "egui", "winit", "wgpu"] {
        let found = tree.lines().find(|package| package.starts_with(window));
        assert!(found.is_none(), "{found:?} comes along without the window");
    }
}

mod of_this_test {
    use super::*;

    fn file(code: &str) -> File {
        File { name: "play/x.rs".into(), code: vec![(1, code.to_owned())] }
    }

    fn imports(code: &str) -> Vec<String> {
        file(code).imports().into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn it_sees_every_way_of_importing() {
        assert_eq!(imports("use crate::content::script::Script;"), ["content"]);
        assert_eq!(imports("pub(crate) use crate::cli;"), ["cli"]);
        assert_eq!(imports("use crate::{content::{law, read}, cli::Args, id};"), ["content", "cli", "id"]);
        assert_eq!(imports("fn f(it: &crate::cli::Args) -> crate::id::Bits {}"), ["cli", "id"]);
    }

    #[test]
    fn it_sees_words_and_not_their_likes() {
        assert!(file("use std::fs;").names(FILES.words).is_some());
        assert!(file("    let text = fs::read(path);").names(FILES.words).is_some());
        assert!(file("let profile = Profile::new(); offs::x").names(FILES.words).is_none());
    }
}
