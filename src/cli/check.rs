//! `three-rings check`: every problem of every file at once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::cli::{DONE, HAS_ERRORS, args, out};
use crate::content::language::Language;
use crate::content::scenario::Text;
use crate::content::shelf::{Content, Setting, Shelf, read};
use crate::content::shipped;
use crate::diagnostic::{Diagnostic, Severity, Source, render};
use crate::disk::{read_text, ron_files};
use crate::locale::Locale;
use crate::play::drill::judge::judge;
use crate::proof::desk::{Bot, work};
use crate::proof::{Policy, score_of};

pub fn run(check: &args::Check) -> u8 {
    let mut checked = check.paths.iter().flat_map(|path| files(path)).collect::<Vec<_>>();
    same_id_twice(&mut checked);
    // Files are seen against each other and against what ships, so all go onto the shelf before any is checked.
    let mut shelf = shipped::shelf();
    for (source, content, _) in &checked {
        if let Some(text) = content.as_ref().map(|_| &source.text)
            && let (Some(content), _) = read(text)
        {
            shelf.add(source.clone(), content);
        }
    }
    let (mut errors, mut warnings) = (0, 0);
    for (source, content, mut problems) in checked.iter().map(|(source, content, form)| (source, content, form.clone()))
    {
        // Meaning is checked once the form is sound: half a tree has dangling names everywhere.
        if problems.iter().all(|problem| problem.code != "syntax") {
            problems.extend(content.iter().flat_map(|content| shelf.check(content)));
        }
        errors += problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        warnings += problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
        out(&render(source, &problems));
        match content {
            Some(Content::Scenario(scenario)) if check.fair => fairness(&shelf, &scenario.id),
            Some(Content::Drill(drill)) if check.fair => fairness_of_shift(&shelf, &drill.id),
            _ => {}
        }
    }
    let counts = [("files", checked.len().into()), ("errors", errors.into()), ("warnings", warnings.into())];
    out(&format!("{}\n", Locale::new(Language::ZhHans).with("cli-checked", &counts)));
    if errors == 0 { DONE } else { HAS_ERRORS }
}

/// Two files with one id: only one of them could ever be used. Mostly a copy whose id was not changed.
fn same_id_twice(checked: &mut [Checked]) {
    let mut first: BTreeMap<(&'static str, String), String> = BTreeMap::new();
    for (source, content, problems) in checked {
        for (what, id) in content.iter().flat_map(ids) {
            let known = first.entry((what, id.value.clone())).or_insert_with(|| source.name.clone());
            if !id.is_empty() && !is_same_file(known, &source.name) {
                let message = format!("{what}的 id `{}` 已经用在 {known} 里", id.value);
                problems.push(Diagnostic::error("duplicate-id", id.at, message).help("换一个没用过的名字"));
            }
        }
    }
}

/// What a question is called.
const QUESTION: &str = "题";

/// The ids by which one file's content is told from another's.
fn ids(content: &Content) -> Vec<(&'static str, Text)> {
    match content {
        Content::Scenario(it) => vec![("剧本", it.id.clone())],
        Content::Drill(it) => vec![("值班", it.id.clone())],
        Content::Callers(it) => it.callers.iter().map(|caller| ("来电人", caller.id.clone())).collect(),
        Content::Quiz(it) => {
            let questions = it.questions.iter().map(|question| (QUESTION, question.id.clone()));
            [("题库", it.id.clone())].into_iter().chain(questions).collect()
        }
        Content::Exam(it) => vec![("考试", it.id.clone())],
        _ => Vec::new(),
    }
}

fn is_same_file(one: &str, other: &str) -> bool {
    let whole = |name: &str| std::path::absolute(name).ok();
    one == other || whole(one) == whole(other)
}

type Checked = (Source, Option<Content>, Vec<Diagnostic>);

fn files(path: &Path) -> Vec<Checked> {
    let read_one = |file: Result<_, _>| match file.and_then(|path: std::path::PathBuf| read_text(&path)) {
        Ok(source) => {
            let (content, problems) = read(&source.text);
            (source, content, problems)
        }
        Err(unreadable) => (unreadable.source, None, vec![unreadable.problem]),
    };
    ron_files(path).into_iter().map(read_one).collect()
}

/// How many seeds a random policy is averaged over.
const SEEDS: u64 = 200;

fn fairness(shelf: &Shelf, id: &str) {
    let locale = Locale::new(Language::ZhHans);
    let Some(script) = shelf.scenario(id).and_then(|(_, it)| shelf.script(it, Setting::default()).ok()) else { return };
    out(&format!("{}:{id}\n", locale.text("cli-fair-head")));
    let policies = [
        ("recommended", Policy::Recommended),
        ("first-shown", Policy::FirstShown),
        ("first-written", Policy::FirstWritten),
        ("longest", Policy::Longest),
        ("random", Policy::Random),
    ];
    for (key, policy) in policies {
        let scores: Vec<u32> = (0..SEEDS).map(|seed| score_of(&Arc::clone(&script), seed, policy).process).collect();
        out(&row(&locale.text(&format!("cli-fair-{key}")), &scores));
    }
}

/// How many seeds each bot works a shift with.
const SHIFTS: u64 = 50;

fn fairness_of_shift(shelf: &Shelf, id: &str) {
    let locale = Locale::new(Language::ZhHans);
    let Some(card) = shelf.drill(id).and_then(|(_, it)| shelf.shift(it, Setting::default()).ok()) else { return };
    out(&format!("{}:{id}\n", locale.text("cli-fair-head")));
    let bots = [
        ("perfect", Bot::Perfect),
        ("slow", Bot::Slow),
        ("longest", Bot::Longest),
        ("first-shown", Bot::First),
        ("random", Bot::Random),
    ];
    for (key, bot) in bots {
        let scores: Vec<u32> = (0..SHIFTS).map(|seed| judge(&work(card.clone(), seed, bot)).score).collect();
        out(&row(&locale.text(&format!("cli-fair-{key}")), &scores));
    }
}

/// One way of answering with its mean score, and the lowest and highest.
fn row(name: &str, scores: &[u32]) -> String {
    let mean = scores.iter().sum::<u32>() as f64 / scores.len().max(1) as f64;
    let (low, high) = (scores.iter().min().unwrap_or(&0), scores.iter().max().unwrap_or(&0));
    format!("  {name:<28} {mean:5.1}  [{low}, {high}]\n")
}
