//! A turn must have a way on, in every circumstance: an answer that is always offered, and a `goto` that always holds.

use super::Subject;
use crate::content::scenario::{Branch, Choice};
use crate::diagnostic::{Diagnostic, Span};

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for question in subject.scenario.questions() {
        if question.choices.iter().all(|choice| !choice.when.is_empty()) {
            let message = "这个问题的回答都有条件，可能一个也不出现";
            let problem = Diagnostic::error("no-way-on", question.at, message);
            problems.push(problem.help("至少留一个不写 `when` 的回答"));
        }
    }
    for turn in &subject.scenario.talk.turns {
        if turn.choices.is_empty() && turn.goto.is_empty() {
            let message = format!("回合 `{}` 说完就没有下文了", turn.id.value);
            let problem = Diagnostic::error("no-way-on", turn.id.at, message);
            problems.push(problem.help("写几个 `choices`，或写 `goto: \"下一回合或结局\"`"));
        }
        if !turn.choices.is_empty() && turn.choices.iter().all(|choice| !choice.when.is_empty()) {
            let message = format!("回合 `{}` 的回答都有条件，可能一个也不出现", turn.id.value);
            problems.push(Diagnostic::error("no-way-on", turn.id.at, message).help("至少留一个不写 `when` 的回答"));
        }
        always_open(&turn.goto, turn.id.at, problems);
        turn.choices.iter().for_each(|choice| of_choice(choice, problems));
        turn.silence.iter().for_each(|silence| always_open(&silence.goto, silence.at, problems));
    }
}

fn of_choice(choice: &Choice, problems: &mut Vec<Diagnostic>) {
    if choice.goto.is_empty() {
        let problem = Diagnostic::error("no-way-on", choice.say.at, "这个回答没写去哪");
        problems.push(problem.help("加上 `goto: \"回合或结局的 id\"`"));
    }
    always_open(&choice.goto, choice.say.at, problems);
    choice.cut_in.iter().for_each(|cut_in| always_open(&cut_in.goto, cut_in.at, problems));
}

fn always_open(branches: &[Branch], at: Span, problems: &mut Vec<Diagnostic>) {
    if branches.last().is_some_and(|last| !last.when.is_empty()) {
        let problem = Diagnostic::error("no-way-on", at, "`goto` 的每一条都有条件，都不满足时就没有路了");
        problems.push(problem.help("最后加一条不写 `when` 的"));
    }
}
