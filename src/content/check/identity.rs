//! A scenario's id is typed on the command line and used in file names: keep it plain.

use super::Subject;
use crate::diagnostic::{Diagnostic, Span};

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let id = &subject.scenario.id;
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_left_out = id.at == Span::default();
    if !is_left_out && (id.is_empty() || !id.chars().all(is_plain)) {
        let problem = Diagnostic::error("bad-id", id.at, format!("`{}` 不能当剧本的 id", id.value));
        problems.push(problem.help("用英文小写字母、数字和连字符，如 `busy-owner`"));
    }
}
