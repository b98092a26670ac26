//! What the names of a scenario stand for: every list numbered, every reference looked up, every miss reported.

use std::collections::HashMap;

use crate::content::scenario as authored;
use crate::content::script::{Standards, Str, Target};
use crate::diagnostic::{Diagnostic, Span};
use crate::id::{Bits, EndingId, TurnId};

/// What the names of a scenario stand for.
pub struct Names<'a> {
    /// Turns.
    pub turns: HashMap<&'a str, usize>,
    /// Endings.
    pub endings: HashMap<&'a str, usize>,
    /// Facts.
    pub facts: HashMap<&'a str, usize>,
    /// Orders.
    pub orders: HashMap<&'a str, usize>,
    /// Flags.
    pub flags: HashMap<&'a str, usize>,
    /// Criteria.
    pub criteria: HashMap<&'a str, usize>,
    /// Rules.
    pub rules: HashMap<&'a str, usize>,
    /// Names written twice.
    pub duplicates: Vec<Diagnostic>,
}

/// One kind of name: what it is called, and the code of the complaint when it does not exist.
#[derive(Clone, Copy)]
pub struct Kind {
    what: &'static str,
    code: &'static str,
    /// Whether it is put into a set, which holds so many and no more.
    is_for_sets: bool,
}

impl Kind {
    /// A kind of name of which there may be any number.
    pub const fn of_list(what: &'static str, code: &'static str) -> Self {
        Self { what, code, is_for_sets: false }
    }

    /// A kind of name that is put into sets.
    const fn of_set(what: &'static str, code: &'static str) -> Self {
        Self { what, code, is_for_sets: true }
    }
}

/// The name of a fact.
pub const FACT: Kind = Kind::of_set("事(`facts`)", "unknown-fact");
/// The name of a work order.
pub const ORDER: Kind = Kind::of_set("工单", "unknown-order");
/// The name of a criterion.
pub const CRITERION: Kind = Kind::of_set("评分点", "unknown-criterion");
/// The name of a rule.
pub const RULE: Kind = Kind::of_list("红线黄线", "unknown-rule");
/// The name of a flag.
pub const FLAG: Kind = Kind::of_set("标记", "unknown-flag");
/// The name of an ending.
pub const ENDING: Kind = Kind::of_set("结局", "unknown-ending");

fn number<'a>(
    ids: impl Iterator<Item = (&'a str, Span)>,
    what: &str,
    duplicates: &mut Vec<Diagnostic>,
) -> HashMap<&'a str, usize> {
    let mut numbers = HashMap::new();
    for (index, (id, at)) in ids.enumerate() {
        if numbers.contains_key(id) {
            let problem = Diagnostic::error("duplicate-id", at, format!("{what} `{id}` 写了两次"));
            duplicates.push(problem.help("换一个没用过的名字"));
        } else {
            numbers.insert(id, index);
        }
    }
    numbers
}

impl<'a> Names<'a> {
    /// Numbers everything a scenario names.
    pub fn of(scenario: &'a authored::Scenario, standards: &'a Standards) -> Self {
        let mut duplicates = Vec::new();
        let ids = |texts: &mut dyn Iterator<Item = &'a authored::Text>| -> Vec<(&'a str, Span)> {
            texts.map(|id| (id.value.as_str(), id.at)).collect()
        };
        let turns = ids(&mut scenario.talk.turns.iter().map(|it| &it.id));
        let endings = ids(&mut scenario.endings.iter().map(|it| &it.id));
        let facts = ids(&mut scenario.facts.iter().map(|it| &it.id));
        let orders = ids(&mut scenario.case_file.work_orders.iter().map(|it| &it.id));
        let cards = |ids: &mut dyn Iterator<Item = &'a Str>| -> HashMap<&'a str, usize> {
            ids.enumerate().map(|(index, id)| (id.as_ref(), index)).collect()
        };
        let names = Self {
            turns: number(turns.into_iter(), "回合", &mut duplicates),
            endings: number(endings.into_iter(), "结局", &mut duplicates),
            facts: number(facts.into_iter(), "事", &mut duplicates),
            orders: number(orders.into_iter(), "工单", &mut duplicates),
            flags: flags_raised(scenario),
            criteria: cards(&mut standards.criteria.iter().map(|it| &it.id)),
            rules: cards(&mut standards.rules.iter().map(|it| &it.id)),
            duplicates: Vec::new(),
        };
        Self { duplicates: names.clashes(scenario, duplicates), ..names }
    }

    /// What a `goto` of this name means.
    pub fn target(&self, name: &str) -> Option<Target> {
        let turn = self.turns.get(name).map(|&turn| Target::Turn(TurnId::from(turn)));
        turn.or_else(|| self.endings.get(name).map(|&ending| Target::Ending(EndingId::from(ending))))
    }

    /// A `goto` must know whether it means a turn or an ending.
    fn clashes(&self, scenario: &authored::Scenario, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let clashing = scenario.endings.iter().filter(|it| self.turns.contains_key(it.id.value.as_str()));
        found.extend(clashing.map(|ending| {
            let message = format!("`{}` 既是回合又是结局", ending.id.value);
            Diagnostic::error("duplicate-id", ending.id.at, message).help("给结局换一个名字")
        }));
        found
    }
}

/// Every flag that something raises, numbered in order of first mention.
fn flags_raised(scenario: &authored::Scenario) -> HashMap<&str, usize> {
    let mut numbers = HashMap::new();
    let raised = scenario.flags.iter().chain(scenario.choices().flat_map(|choice| &choice.sets));
    for flag in raised {
        let next = numbers.len();
        numbers.entry(flag.value.0.as_str()).or_insert(next);
    }
    numbers
}

/// The numbers of names, reporting those that do not exist.
pub fn look_up<'n>(
    names: &'n [authored::Ref],
    known: &'n HashMap<&str, usize>,
    kind: Kind,
    problems: &'n mut Vec<Diagnostic>,
) -> impl Iterator<Item = usize> + 'n {
    names.iter().filter_map(move |name| {
        let written = name.value.0.as_str();
        let found = known.get(written).copied();
        // A set holds so many and no more; what goes beyond is reported as a whole.
        let found = found.filter(|&index| index < Bits::CAPACITY || !kind.is_for_sets);
        if found.is_none() && !written.is_empty() && !known.contains_key(written) {
            let problem = Diagnostic::error(kind.code, name.at, format!("没有叫 `{written}` 的{}", kind.what));
            let is_worth_guessing = worth_guessing(problems.len(), known.len());
            problems.push(if is_worth_guessing {
                problem.suggest(written, sorted(known.keys().copied()))
            } else {
                problem
            });
        }
        found
    })
}

/// Problems after which nobody wants more guesses.
const MOST_GUESSES: usize = 100;
/// Names beyond which comparing a typo with all of them takes too long.
const MOST_COMPARED: usize = 20_000;

/// Whether to guess what a name was meant to be: a file that is wrong all over is not compared with itself all over.
pub fn worth_guessing(problems: usize, names: usize) -> bool {
    problems < MOST_GUESSES && names <= MOST_COMPARED
}

/// Names in the order of the alphabet, for lists that people read.
pub fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names
}
