//! The words of the interface: none is missing in any language, none is left that nobody shows, and the type faces have a
//! glyph for every character.

mod support;

use std::collections::BTreeSet;

use skrifa::{FontRef, MetadataProvider as _};
use support::{files_below, root, text_of};
use three_rings::content::language::{Language, traditional};
use three_rings::content::shipped;
use three_rings::faces::{BOLD_LATIN, REGULAR, REGULAR_LATIN, REGULAR_TC};

fn words_of(language: &str) -> String {
    text_of(&root(&format!("assets/locales/{language}.ftl")))
}

fn keys(words: &str) -> BTreeSet<&str> {
    words
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key))
        .collect()
}

/// The whole source of the program.
fn source() -> String {
    files_below(&root("src"), "rs").iter().map(|path| text_of(path)).collect()
}

/// Every string literal of a text that holds no quote.
fn literals(source: &str) -> BTreeSet<&str> {
    source.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

/// Every word a key can end in: names of variants, numbers.
fn identifiers(source: &str) -> BTreeSet<&str> {
    source.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect()
}

#[test]
fn every_word_of_the_interface_is_shown_somewhere() {
    let (source, words) = (source(), words_of("zh-Hans"));
    let (literals, identifiers) = (literals(&source), identifiers(&source));
    // `format!("outcome-{}", …)`, and `"prepare."` that becomes `"prepare-"`.
    let mut stems: BTreeSet<String> =
        literals.iter().filter_map(|it| it.split_once('{')).map(|(stem, _)| stem.to_owned()).collect();
    stems.extend(literals.iter().filter(|it| it.ends_with('-')).map(|it| (*it).to_owned()));
    let is_made = |key: &str| {
        let ends = key.match_indices('-').map(|(at, _)| at + 1);
        let is_word = |end: &str| identifiers.contains(end) || end.parse::<u32>().is_ok() || end == "why";
        ends.into_iter().any(|at| stems.contains(&key[..at]) && key[at..].split('-').all(is_word))
            || key.strip_suffix("-why").is_some_and(|stem| literals.contains(stem))
    };
    let unused: Vec<&str> = keys(&words).into_iter().filter(|key| !literals.contains(key) && !is_made(key)).collect();
    assert!(unused.is_empty(), "{} words that nobody shows: {unused:?}", unused.len());
}

#[test]
fn every_key_that_is_asked_for_has_its_words() {
    let (source, words) = (source(), words_of("zh-Hans"));
    let keys = keys(&words);
    let mut missing = BTreeSet::new();
    for ask in [".text(\"", "locale.with(\""] {
        for after in source.split(ask).skip(1) {
            let key = after.split('"').next().unwrap_or_default();
            let is_key = key.contains('-') && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            if is_key && !keys.contains(key) {
                missing.insert(key);
            }
        }
    }
    assert!(missing.is_empty(), "asked for and not there: {missing:?}");
}

#[test]
fn every_language_has_the_same_words() {
    let (ours, theirs) = (words_of("zh-Hans"), words_of("en"));
    let (ours, theirs) = (keys(&ours), keys(&theirs));
    assert_eq!(ours.difference(&theirs).collect::<Vec<_>>(), [] as [&&str; 0], "English lacks these");
    assert_eq!(theirs.difference(&ours).collect::<Vec<_>>(), [] as [&&str; 0], "Chinese lacks these");
}

/// Everything that can be shown in a language: the interface and what ships.
fn shown(language: Language) -> BTreeSet<char> {
    let is_english = |name: &str| name.starts_with("en/");
    let files = shipped::files().into_iter();
    let content: String = match language {
        Language::En => files.filter(|file| is_english(&file.name)).map(|file| file.text).collect(),
        Language::ZhHans | Language::ZhHant => {
            files.filter(|file| !is_english(&file.name)).map(|file| file.text).collect()
        }
    };
    let signs = "✓○△×●▲▼·“”——";
    let words = words_of(if language == Language::En { "en" } else { "zh-Hans" });
    let text = format!("{content}{words}{signs}");
    let text = if language == Language::ZhHant { traditional(&text) } else { text };
    text.chars().filter(|c| !c.is_control()).collect()
}

fn lacking(shown: &BTreeSet<char>, faces: &[&[u8]]) -> String {
    let maps: Vec<_> = faces.iter().map(|face| FontRef::new(face).expect("a type face").charmap()).collect();
    shown.iter().filter(|c| maps.iter().all(|map| map.map(**c).is_none())).collect()
}

#[test]
fn the_type_faces_have_every_character_that_is_shown() {
    for (language, faces) in [
        (Language::ZhHans, [REGULAR].as_slice()),
        (Language::En, &[REGULAR_LATIN, REGULAR]),
        (Language::ZhHant, &[REGULAR_TC, REGULAR]),
    ] {
        let lacking = lacking(&shown(language), faces);
        assert!(lacking.is_empty(), "{}: {lacking}", language.tag());
    }
}

#[test]
fn traditional_chinese_is_drawn_in_its_own_face_throughout() {
    let is_han = |c: &char| matches!(*c, '\u{4e00}'..='\u{9fff}');
    let mut shown: BTreeSet<char> = shown(Language::ZhHant).into_iter().filter(is_han).collect();
    // What is listened for in typed words stays in Simplified and is not shown.
    shown.retain(|c| traditional(&c.to_string()) == c.to_string());
    let lacking = lacking(&shown, &[REGULAR_TC]);
    assert!(lacking.is_empty(), "{lacking}");
}

#[test]
fn english_marks_are_as_narrow_as_its_letters() {
    for face in [REGULAR_LATIN, BOLD_LATIN] {
        let font = FontRef::new(face).expect("a type face");
        for mark in "’“”—…".chars() {
            assert!(font.charmap().map(mark).is_some(), "{mark}");
        }
    }
}
