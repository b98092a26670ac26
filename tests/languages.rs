//! The product in its three languages: everything that ships can be read in each, and nothing is left in another.

mod support;

use std::fmt::Debug;

use support::shipped;
use three_rings::content::language::Language;
use three_rings::content::shelf::{Setting, Shelf};

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}')
}

fn setting(language: Language) -> Setting<'static> {
    Setting { language, city: "hangzhou" }
}

/// Every shipped thing in a language, each with its name: as a trainee is shown it, with everything filled in.
fn everything(shelf: &Shelf, language: Language) -> Vec<(String, String)> {
    let setting = setting(language);
    let mut all: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, it: &dyn Debug| all.push((name.to_owned(), format!("{it:#?}")));
    for (_, scenario) in &shelf.scenarios {
        let script = shelf.script(scenario, setting).expect("a scenario that can be played");
        put(&script.id, &script);
    }
    for (_, exam) in &shelf.exams {
        put(&exam.id.value, &shelf.exam_card(exam, language));
    }
    for question in shelf.quizzes.iter().filter_map(|stack| stack.quiz()).flat_map(|quiz| &quiz.questions) {
        let mut card = (*shelf.asked(question, setting).expect("a question that can be asked")).clone();
        card.task = understood_in(card.task, language);
        put(&question.id.value, &card);
    }
    for (_, drill) in &shelf.drills {
        let mut card = (*shelf.shift(drill, setting).expect("a shift that can be worked")).clone();
        // What is understood of what people type is understood in every language.
        card.manners.parts.iter_mut().for_each(|part| part.words.retain(|word| !word.contains(is_han)));
        for caller in &mut card.callers {
            let facts = caller.facts.iter_mut().chain(&mut caller.decoys);
            facts.for_each(|fact| fact.accept.retain(|word| !word.contains(is_han)));
        }
        put(&drill.id.value, &card);
    }
    all
}

/// A task without the words that are understood in other languages.
fn understood_in(
    mut task: three_rings::content::quiz::card::Task,
    language: Language,
) -> three_rings::content::quiz::card::Task {
    use three_rings::content::quiz::card::Task;
    if language == Language::En {
        match &mut task {
            Task::Short(words) => words.retain(|word| !word.contains(is_han)),
            Task::Note { facts, decoys, .. } => {
                let facts = facts.iter_mut().chain(decoys);
                facts.for_each(|fact| fact.accept.retain(|word| !word.contains(is_han)));
            }
            _ => {}
        }
    }
    task
}

#[test]
fn everything_that_ships_has_all_its_texts_in_english() {
    let shelf = shipped();
    let book = shelf.wordbook(Language::En);
    let mut missing = Vec::new();
    for id in shelf.translatable() {
        let wording = book.of(id);
        for wanted in shelf.texts_of(id).expect("what can be translated has texts") {
            if wording.translated(|| wanted.key.clone(), &wanted.text).is_none_or(|text| text.trim().is_empty()) {
                missing.push(format!("{id} {}: {}", wanted.key, wanted.text));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "{} texts have no English, such as\n{}",
        missing.len(),
        missing[..missing.len().min(20)].join("\n")
    );
}

#[test]
fn no_chinese_is_left_in_what_an_english_reader_sees() {
    let shelf = shipped();
    let left: Vec<String> = everything(shelf, Language::En)
        .iter()
        .flat_map(|(name, text)| {
            let lines = text.lines().filter(|line| line.contains(is_han));
            lines.map(|line| format!("{name}: {}", line.trim())).collect::<Vec<_>>()
        })
        .collect();
    assert!(left.is_empty(), "{} lines, such as\n{}", left.len(), left[..left.len().min(20)].join("\n"));
}

/// Characters that Traditional Chinese never uses, of the most frequent ones here.
const ONLY_SIMPLIFIED: &str = "们这说话对业务费还请题应样间问电单户过让给记录谁认确约项书买卖钱见时来会个国为东车长门";

#[test]
fn what_a_traditional_reader_sees_is_traditional() {
    let shelf = shipped();
    for (name, text) in everything(shelf, Language::ZhHant) {
        // What is understood of what people type is understood in both scripts.
        for line in text.lines().filter(|line| !is_understood(&text, line)) {
            assert!(!line.contains(|c| ONLY_SIMPLIFIED.contains(c)), "{name}: {line}");
        }
    }
}

/// Whether a line stands in a list of words that are only listened for.
fn is_understood(text: &str, line: &str) -> bool {
    let at = line.as_ptr() as usize - text.as_ptr() as usize;
    let before = &text[..at];
    let opened = before.rfind('[').map(|open| (open, before[open..].contains(']')));
    opened.is_some_and(|(open, is_closed)| {
        let head = before[..open].trim_end();
        !is_closed && ["accept:", "words:", "Short("].iter().any(|list| head.ends_with(list))
    })
}

#[test]
fn a_call_takes_as_long_whatever_it_is_read_in() {
    let shelf = shipped();
    for (_, scenario) in &shelf.scenarios {
        let lasts = |language| -> Vec<u32> {
            let script = shelf.script(scenario, setting(language)).expect("a scenario that can be played");
            let spoken = script.turns.iter().flat_map(|turn| &turn.lines).flat_map(|line| &line.variants);
            spoken.map(|spoken| spoken.lasts_ms).collect()
        };
        let simplified = lasts(Language::ZhHans);
        assert!(simplified.iter().any(|lasts_ms| *lasts_ms > 0));
        assert_eq!((lasts(Language::En), lasts(Language::ZhHant)), (simplified.clone(), simplified));
    }
}
