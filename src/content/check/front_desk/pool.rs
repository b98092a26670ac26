//! There is somebody to ring, and what the pace asks for can happen.

use super::Shift;
use crate::content::drill::LineKind;
use crate::diagnostic::Diagnostic;
use crate::id::Bits;

/// The fewest callers: one can ring while another speaks.
const FEWEST: usize = 2;

pub fn check(shift: &Shift<'_>, problems: &mut Vec<Diagnostic>) {
    let (drill, callers) = (shift.drill, &shift.card.callers);
    if callers.len() < FEWEST {
        let message = format!("能来电的只有 {} 位", callers.len());
        let help = "写进 `Callers(callers: […])` 文件，先让它通过检查；有错的来电人不会来电";
        problems.push(Diagnostic::error("no-callers", drill.at, message).help(help));
    }
    if callers.len() > Bits::CAPACITY {
        let message = format!("来电人有 {} 位，一班最多 {} 位", callers.len(), Bits::CAPACITY);
        problems.push(Diagnostic::error("too-many", drill.at, message).help("用 `callers` 点名，只请一部分"));
    }
    let long_distance = callers.iter().filter(|caller| caller.line == LineKind::LongDistance).count();
    if drill.pace.together.value > 0 && (long_distance == 0 || long_distance == callers.len()) {
        let message = "`together` 要一长途一市话同时响，可是来电人里没有长途，或全是长途";
        let problem = Diagnostic::error("no-long-distance", drill.pace.together.at, message);
        problems.push(problem.help("请几位 `line: LongDistance` 的，或把 `together` 写成 0"));
    }
}
