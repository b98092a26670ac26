//! A small call has two turns, each with one right answer.

use super::Asked;
use super::choices::one_right;
use crate::content::quiz::Kind;
use crate::diagnostic::Diagnostic;

/// How many turns a small call has.
const TURNS: usize = 2;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let Kind::Call(exchanges) = &it.question.answer.value else { return };
    if exchanges.len() != TURNS {
        let message = format!("这通电话有 {} 个回合，应是 {TURNS} 个", exchanges.len());
        let problem = Diagnostic::error("wrong-count", it.question.answer.at, message);
        problems.push(problem.help("一来一回算一个回合；长的写成剧本，用 `CallFrom` 取两个回合"));
    }
    exchanges.iter().for_each(|exchange| one_right(&exchange.replies, exchange.caller.at, problems));
}
