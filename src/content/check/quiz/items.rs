//! A question tests something of the teachable list, and says so where the source of it is lost.

use super::Asked;
use crate::content::check::items::TEACHABLE;
use crate::diagnostic::Diagnostic;

/// The item whose source text is lost: moves six to nine were put together anew (facts.md, section 2).
const RECONSTRUCTED: u32 = 20;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let question = it.question;
    for item in question.items.iter().filter(|item| !TEACHABLE.contains(&item.value)) {
        let problem = Diagnostic::error("unknown-item", item.at, format!("没有第 {} 条", item.value));
        problems.push(problem.help("条目从 1 到 47"));
    }
    if question.items.is_empty() {
        let problem = Diagnostic::error("no-item", question.id.at, "这道题没有说考的是哪一条");
        problems.push(problem.help("写 `items: [5]`，条目从 1 到 47"));
    }
    if let Some(item) = question.items.iter().find(|item| item.value == RECONSTRUCTED)
        && !question.reconstructed
    {
        let message = format!("第 {RECONSTRUCTED} 条（招六至招九）原文已失，是重构的，题上要标明");
        problems.push(Diagnostic::error("not-marked", item.at, message).help("加上 `reconstructed: true`"));
    }
}
