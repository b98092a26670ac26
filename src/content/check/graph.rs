//! The talk as a graph: which turns and endings each turn can lead to, whatever the circumstances.

use crate::content::script::{Route, Script, Target, Turn};

/// Where one turn can lead.
pub fn ways_out(turn: &Turn) -> impl Iterator<Item = Target> + '_ {
    let answers = turn.answers.iter().flat_map(|answer| {
        let cut_in = answer.cut_in.iter().flat_map(|cut_in| &cut_in.routes);
        answer.routes.iter().chain(cut_in)
    });
    answers.chain(&turn.silence.routes).chain(&turn.routes).map(|route: &Route| route.to)
}

/// The turns that can be reached from the first.
pub fn reached(script: &Script) -> Vec<bool> {
    let mut reached = vec![false; script.turns.len()];
    let mut open = vec![script.first_turn.index()];
    while let Some(turn) = open.pop() {
        if turn >= reached.len() || std::mem::replace(&mut reached[turn], true) {
            continue;
        }
        open.extend(ways_out(&script.turns[turn]).filter_map(|to| match to {
            Target::Turn(next) => Some(next.index()),
            Target::Ending(_) | Target::Nowhere => None,
        }));
    }
    reached
}

/// The turns from which some ending can be reached. A name that does not exist and a turn without any way on count as
/// endings: they are reported already, and once is enough.
pub fn can_end(script: &Script) -> Vec<bool> {
    let mut leading_to: Vec<Vec<usize>> = vec![Vec::new(); script.turns.len()];
    let mut open = Vec::new();
    for (from, turn) in script.turns.iter().enumerate() {
        if ways_out(turn).next().is_none() {
            open.push(from);
        }
        for to in ways_out(turn) {
            match to {
                Target::Turn(next) => leading_to[next.index()].push(from),
                Target::Ending(_) | Target::Nowhere => open.push(from),
            }
        }
    }
    let mut can_end = vec![false; script.turns.len()];
    while let Some(turn) = open.pop() {
        if !std::mem::replace(&mut can_end[turn], true) {
            open.extend(&leading_to[turn]);
        }
    }
    can_end
}
