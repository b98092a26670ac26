//! Two or three phones on the desk, at most one across the room, and a centre that has a name.

use std::ops::RangeInclusive;

use super::Shift;
use crate::diagnostic::Diagnostic;

/// Phones on the desk (facts.md item 45).
const NEAR: RangeInclusive<usize> = 2..=3;
/// The most phones across the room.
const MOST_FAR: usize = 1;

pub fn check(shift: &Shift<'_>, problems: &mut Vec<Diagnostic>) {
    let drill = shift.drill;
    let far = drill.phones.iter().filter(|phone| phone.far).count();
    let near = drill.phones.len() - far;
    let at = drill.phones.first().map_or(drill.at, |phone| phone.at);
    if !NEAR.contains(&near) {
        let message = format!("桌上有 {near} 部电话，应是 2 到 3 部");
        problems.push(Diagnostic::error("phones", at, message).help("在 `phones` 里加上或去掉"));
    }
    if far > MOST_FAR {
        let at = drill.phones.iter().filter(|phone| phone.far).nth(MOST_FAR).map_or(at, |phone| phone.at);
        let message = format!("远处有 {far} 部电话，最多 1 部");
        problems.push(Diagnostic::error("phones", at, message).help("只留一部写 `far: true`"));
    }
    if far == 0 && drill.pace.far.value > 0 {
        let message = "`far` 说远处的电话会响，可是没有一部写着 `far: true`";
        problems
            .push(Diagnostic::error("phones", drill.pace.far.at, message).help("加一部远处的电话，或把 `far` 写成 0"));
    }
    if drill.unit.iter().all(|unit| unit.trim().is_empty()) {
        let at = drill.unit.first().map_or(drill.id.at, |unit| unit.at);
        let problem = Diagnostic::error("no-unit", at, "没有写单位叫什么");
        problems.push(problem.help("写 `unit: [\"××花园服务中心\"]`，第一句话里要报"));
    }
}
