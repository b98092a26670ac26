//! The scorecard: weights add to 100, names are unique, marks are within 0-100, and every criterion is assessed somewhere.

use std::collections::BTreeSet;

use crate::content::rubric::{Judge, Rubric};
use crate::content::script::Script;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::id::Bits;

/// What the weights add to.
const WHOLE: u64 = 100;

/// Checks a scorecard by itself.
pub fn rubric(rubric: &Rubric) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let weights: Vec<_> = rubric.dimensions.iter().map(|it| &it.weight).collect();
    sum_is_whole(&weights, rubric.at, "各维度", &mut problems);
    unique(rubric, &mut problems);
    for (mark, name) in [
        (&rubric.pass_mark, "pass_mark"),
        (&rubric.red_caps_at, "red_caps_at"),
        (&rubric.open_defect_caps_at, "open_defect_caps_at"),
    ] {
        if u64::from(mark.value) > WHOLE {
            let message = format!("`{name}` 是 {}，应在 0 到 100 之间", mark.value);
            problems.push(Diagnostic::error("mark-out-of-range", mark.at, message));
        }
    }
    problems
}

/// Complains of weights that do not add to 100.
pub fn sum_is_whole(weights: &[&Spanned<u32>], whole_at: Span, what: &str, problems: &mut Vec<Diagnostic>) {
    let sum: u64 = weights.iter().map(|weight| u64::from(weight.value)).sum();
    if sum != WHOLE {
        let at = weights.last().map_or(whole_at, |last| last.at);
        let problem = Diagnostic::error("weights", at, format!("{what}的权重加起来是 {sum}，应当是 100"));
        let (verb, off) = if sum > WHOLE { ("减", sum - WHOLE) } else { ("加", WHOLE - sum) };
        problems.push(problem.help(format!("一共要{verb} {off} 分")));
    }
}

fn unique(rubric: &Rubric, problems: &mut Vec<Diagnostic>) {
    let dimensions = rubric.dimensions.iter().map(|it| (it.id.value.as_str(), it.id.at));
    let criteria = rubric.dimensions.iter().flat_map(|it| &it.criteria).map(|it| (it.id.value.0.as_str(), it.id.at));
    let mut seen = BTreeSet::new();
    for (id, at) in dimensions.chain(criteria) {
        if !seen.insert(id) {
            problems.push(Diagnostic::error("duplicate-id", at, format!("`{id}` 写了两次")).help("换一个没用过的名字"));
        }
    }
    if seen.len() > Bits::CAPACITY {
        let message = format!("评分点太多：最多 {} 个", Bits::CAPACITY);
        problems.push(Diagnostic::error("too-many", rubric.id.at, message));
    }
}

/// The criteria of a scorecard that none of the scenarios on the shelf assesses.
pub fn unassessed_by_any<'a>(rubric: &Rubric, scripts: impl Iterator<Item = &'a Script>) -> Vec<Diagnostic> {
    let assessed = scripts.map(|script| script.assessed).fold(Bits::default(), Bits::or);
    let criteria = rubric.dimensions.iter().flat_map(|it| &it.criteria).enumerate();
    let unused = criteria.filter(|(index, it)| !assessed.has(*index) && it.judge == Judge::Shown);
    unused
        .map(|(_, it)| {
            let message = format!("没有一份剧本考 `{}`", it.id.value.0);
            let problem = Diagnostic::error("criterion-never-assessed", it.id.at, message);
            problem.help("让某份剧本的回答 `shows` 它，或从评分表里删掉")
        })
        .collect()
}
