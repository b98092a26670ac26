//! There is somebody to ring, and what the pace asks for can happen.

use super::Shift;
use crate::content::drill::LineKind;
use crate::diagnostic::Diagnostic;

/// The fewest callers: one can ring while another speaks.
const FEWEST: usize = 2;
/// The most callers of one shift; ten minutes have room for about thirty.
const MOST: usize = 1_000;

pub fn check(shift: &Shift<'_>, problems: &mut Vec<Diagnostic>) {
    let (drill, callers) = (shift.drill, &shift.card.callers);
    if callers.len() < FEWEST {
        let message = format!("能来电的只有 {} 位，至少要 {FEWEST} 位", callers.len());
        let (at, help) = match drill.callers.first() {
            Some(first) => (first.at, "再请一位，或整个不写 `callers`，谁都可以来电；有错的来电人不会来电"),
            None => (drill.id.at, "写进 `Callers(callers: […])` 文件，先让它通过检查；有错的来电人不会来电"),
        };
        problems.push(Diagnostic::error("no-callers", at, message).help(help));
    }
    if callers.len() > MOST {
        let message = format!("来电人有 {} 位，一班最多 {MOST} 位", callers.len());
        problems.push(Diagnostic::error("too-many", drill.id.at, message).help("用 `callers` 点名，只请一部分"));
    }
    let long_distance = callers.iter().filter(|caller| caller.line == LineKind::LongDistance).count();
    if drill.pace.together.value > 0 && (long_distance == 0 || long_distance == callers.len()) {
        let message = "`together` 要一长途一市话同时响，可是来电人里没有长途，或全是长途";
        let problem = Diagnostic::error("no-long-distance", drill.pace.together.at, message);
        problems.push(problem.help("请几位 `line: LongDistance` 的，或把 `together` 写成 0"));
    }
}
