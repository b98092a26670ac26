//! An id is typed on the command line and used in file names: keep it plain.

use super::Subject;
use crate::content::scenario::Text;
use crate::diagnostic::{Diagnostic, Span};

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    plain(&subject.scenario.id, "剧本", problems);
}

/// Complains of an id that is not plain; one that was left out is complained of where it is read.
pub fn plain(id: &Text, what: &str, problems: &mut Vec<Diagnostic>) {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_left_out = id.at == Span::default();
    if !is_left_out && (id.is_empty() || !id.chars().all(is_plain)) {
        let problem = Diagnostic::error("bad-id", id.at, format!("`{}` 不能当{what}的 id", id.value));
        problems.push(problem.help("用英文小写字母、数字和连字符，如 `busy-owner`"));
    }
}
