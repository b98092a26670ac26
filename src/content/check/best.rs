//! Every question has one recommended answer: the debrief shows it beside what was said.

use super::Subject;
use crate::content::scenario::Choice;
use crate::diagnostic::{Diagnostic, Span};

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let turns = subject.scenario.talk.turns.iter().filter(|turn| !turn.choices.is_empty());
    turns.for_each(|turn| one_best(&turn.choices, turn.id.at, problems));
    let prepare = subject.scenario.prepare.iter();
    let questions = prepare.flat_map(|it| [&it.work_orders, &it.time_slot, &it.entry_point, &it.thought]).flatten();
    questions.for_each(|question| one_best(&question.choices, question.at, problems));
}

fn one_best(choices: &[Choice], at: Span, problems: &mut Vec<Diagnostic>) {
    // An answer under a circumstance may be the best of its own.
    let unconditional = choices.iter().filter(|choice| choice.best && choice.when.is_empty()).count();
    let any = choices.iter().filter(|choice| choice.best).count();
    if any == 0 {
        let problem = Diagnostic::warning("no-best", at, "这里没有推荐的回答");
        problems.push(problem.help("给最好的一句加上 `best: true`"));
    } else if unconditional > 1 {
        let problem = Diagnostic::warning("two-best", at, "这里有不止一句推荐的回答");
        problems.push(problem.help("只留一句 `best: true`"));
    }
}
