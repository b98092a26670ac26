//! Numbers of a question within their bounds.

use super::Asked;
use crate::content::quiz::Kind;
use crate::diagnostic::Diagnostic;

/// How long an answer may usually take, in seconds.
const SECS: std::ops::RangeInclusive<u32> = 3..=600;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    if let Some(secs) = it.question.secs.as_ref().filter(|secs| !SECS.contains(&secs.value)) {
        let message = format!("`secs` 是 {}，应在 {} 到 {} 秒之间", secs.value, SECS.start(), SECS.end());
        problems.push(Diagnostic::error("mark-out-of-range", secs.at, message));
    }
    if let Kind::Number(number) = &it.question.answer.value
        && number.within.value.0 < 0.0
    {
        let problem = Diagnostic::error("mark-out-of-range", number.within.at, "`within` 不能是负数");
        problems.push(problem.help("写允许差多少，如 `within: 0.5`"));
    }
}
