//! A flag that is raised and never asked about does nothing.

use std::collections::BTreeSet;

use super::Subject;
use crate::content::scenario::{Condition, Scenario};
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let mut asked = BTreeSet::new();
    for_each_condition(subject.scenario, &mut |condition| collect(condition, &mut asked));
    let scenario = subject.scenario;
    let raised = scenario.flags.iter().chain(scenario.choices().flat_map(|choice| &choice.sets));
    let mut reported = BTreeSet::new();
    for flag in raised.filter(|flag| !asked.contains(flag.value.0.as_str())) {
        if reported.insert(&flag.value.0) {
            let message = format!("标记 `{}` 立起来以后没有人看", flag.value.0);
            let problem = Diagnostic::warning("flag-never-read", flag.at, message);
            problems.push(problem.help("在某个 `when` 里写 `Has(\"…\")`，或删掉它"));
        }
    }
}

fn collect<'a>(condition: &'a Condition, asked: &mut BTreeSet<&'a str>) {
    match condition {
        Condition::Has(flag) | Condition::Lacks(flag) => {
            asked.insert(&flag.value.0);
        }
        Condition::Any(any) => any.iter().for_each(|one| collect(one, asked)),
        Condition::Not(inner) => collect(inner, asked),
        _ => {}
    }
}

fn for_each_condition<'a>(scenario: &'a Scenario, each: &mut dyn FnMut(&'a Condition)) {
    for turn in &scenario.talk.turns {
        turn.lines.iter().flat_map(|line| &line.when).for_each(&mut *each);
        turn.goto.iter().flat_map(|branch| &branch.when).for_each(&mut *each);
        turn.silence.iter().flat_map(|it| &it.goto).flat_map(|branch| &branch.when).for_each(&mut *each);
    }
    for choice in scenario.choices() {
        choice.when.iter().chain(choice.goto.iter().flat_map(|branch| &branch.when)).for_each(&mut *each);
        let cut_in = choice.cut_in.iter();
        cut_in.flat_map(|it| it.when.iter().chain(it.goto.iter().flat_map(|branch| &branch.when))).for_each(&mut *each);
    }
}
