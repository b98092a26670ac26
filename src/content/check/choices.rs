//! One turn offers as many answers as there are keys to press, and more than one.

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::id::Bits;

/// The most answers a turn can offer: the keys 1 to 9.
const MOST: usize = 9;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for turn in &subject.scenario.talk.turns {
        if turn.choices.len() > MOST {
            let message = format!("回合 `{}` 有 {} 个回答，最多 {MOST} 个", turn.id.value, turn.choices.len());
            problems.push(Diagnostic::error("too-many-choices", turn.id.at, message).help("通常三四个就够"));
        }
        if turn.choices.len() == 1 {
            let message = format!("回合 `{}` 只有一个回答，没有什么可选", turn.id.value);
            problems.push(Diagnostic::warning("one-choice", turn.id.at, message).help("写三四个像样的回答"));
        }
    }
    let picks = subject.scenario.prepare.iter().filter_map(|it| it.materials.as_ref());
    for picks in picks.filter(|it| it.picks.len() > Bits::CAPACITY) {
        let message = format!("材料有 {} 件，太多了", picks.picks.len());
        problems.push(Diagnostic::error("too-many-choices", picks.at, message).help("十件以内就够"));
    }
}
