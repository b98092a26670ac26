//! What is offered can be told apart, fits the keys, and has what is right among it.

use std::collections::BTreeSet;

use super::Asked;
use crate::content::quiz::{Choice, Kind};
use crate::content::scenario::Text;
use crate::diagnostic::{Diagnostic, Span};

/// The most that is offered: the keys 1 to 9.
const MOST: usize = 9;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let at = it.question.answer.at;
    match &it.question.answer.value {
        Kind::Single(choices) => one_right(choices, at, problems),
        Kind::Multiple(choices) => {
            offered(choices, at, problems);
            if !choices.iter().any(|choice| choice.right) {
                problems.push(Diagnostic::error("no-right", at, "没有一个选项是对的").help("给对的加上 `right: true`"));
            }
        }
        _ => {}
    }
}

/// Several to choose from, exactly one of them right.
pub fn one_right(choices: &[Choice], at: Span, problems: &mut Vec<Diagnostic>) {
    offered(choices, at, problems);
    match choices.iter().filter(|choice| choice.right).count() {
        1 => {}
        0 => problems.push(Diagnostic::error("no-right", at, "没有一个选项是对的").help("给对的加上 `right: true`")),
        _ => {
            let problem = Diagnostic::error("two-right", at, "这里只能有一个对的选项");
            problems.push(problem.help("只留一个 `right: true`；几个都对的题用 `Multiple`"));
        }
    }
}

fn offered(choices: &[Choice], at: Span, problems: &mut Vec<Diagnostic>) {
    let count = choices.len();
    if count < 2 {
        let problem = Diagnostic::error("one-choice", at, format!("这里只有 {count} 个选项，没有什么可选"));
        problems.push(problem.help("写三四个新手真会选的"));
    }
    if count > MOST {
        let problem = Diagnostic::error("too-many-choices", at, format!("这里有 {count} 个选项，最多 {MOST} 个"));
        problems.push(problem.help("通常四个就够"));
    }
    apart(choices.iter().map(|choice| &choice.say), problems);
}

/// No two of them read the same.
pub fn apart<'a>(texts: impl Iterator<Item = &'a Text>, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for text in texts {
        if text.trim().is_empty() && text.at != Span::default() {
            problems.push(Diagnostic::error("nothing-said", text.at, "这里是空的").help("写上字，或整行去掉"));
        } else if !seen.insert(text.trim()) {
            let problem = Diagnostic::error("same-twice", text.at, format!("`{}` 写了两遍，分不出来", text.trim()));
            problems.push(problem.help("留一个，或改得分得清"));
        }
    }
}
