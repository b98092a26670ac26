//! The call that every engine plays: a graph of turns made from a seed.
//!
//! A turn is the owner's line with one word filled in, and three choices. A
//! choice moves the owner's trust by +1, 0 or -1 and leads to another turn. No
//! turn ends the call, so that it can be played for as long as one likes. No
//! character means anything to ink or to Yarn, so that each gets the same words.

use crate::walk::Dice;

/// Choices on offer in each turn.
pub const CHOICES: usize = 3;
/// Where the call begins.
pub const START: usize = 0;
/// The variable that every owner's line shows.
pub const SHOWN_NAME: &str = "arrears";
/// What [`SHOWN_NAME`] holds throughout the call.
pub const SHOWN_VALUE: &str = "900元";
/// The variable that every choice moves.
pub const MOVED_NAME: &str = "trust";
/// What [`MOVED_NAME`] holds when the call begins.
pub const MOVED_START: i32 = 50;

const MOVES: [i32; CHOICES] = [1, 0, -1];
const FLOORS: usize = 30;
const ROOMS_A_FLOOR: usize = 4;

const TROUBLES: [&str; 8] = [
    "水管漏了半个月",
    "电梯坏了三回",
    "楼道灯一直不亮",
    "单元门口天天堵着车",
    "报修单没人理",
    "一下雨就进水",
    "门禁十次九次不开",
    "垃圾堆到了窗台下",
];
const DEMANDS: [&str; 6] = [
    "什么时候来修？",
    "先说清楚再谈钱。",
    "换了你交不交？",
    "让经理给我回电话。",
    "我又不是头一天住。",
    "修好了当天就交。",
];
const OPENINGS: [&str; 6] =
    ["您先别急，", "是我们没做好，", "我复述一遍，", "我先查工单，", "您说的我记下了，", "我不跟您争，"];
const ANSWERS: [&str; 6] = [
    "周五师傅上门行吗？",
    "今天下班前回您话。",
    "费用报修分开说。",
    "周六还是周日来？",
    "收费依据在合同里。",
    "您最不满意哪一点？",
];

/// A whole call.
pub struct Graph {
    /// The turns; [`START`] comes first, and [`Choice::goto`] points into them.
    pub turns: Vec<Turn>,
}

/// What the owner says, and what one may answer.
pub struct Turn {
    /// The owner's words before the shown variable.
    pub before: String,
    /// The owner's words after the shown variable.
    pub after: String,
    /// The answers on offer.
    pub choices: [Choice; CHOICES],
}

/// One answer, and what it does.
pub struct Choice {
    /// The words on the button.
    pub say: String,
    /// What is added to the moved variable: 1, 0 or -1.
    pub moves: i32,
    /// Index of the turn that follows; never the turn it belongs to.
    pub goto: usize,
}

impl Graph {
    /// Makes a call of `turn_count` turns (at least 2); the same seed makes the same call.
    pub fn generate(turn_count: usize, seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let turns = (0..turn_count).map(|index| Turn::generate(index, turn_count, &mut dice)).collect();
        Self { turns }
    }
}

impl Turn {
    fn generate(index: usize, turn_count: usize, dice: &mut Dice) -> Self {
        let trouble = pick(&TROUBLES, dice);
        let demand = pick(&DEMANDS, dice);
        let first_move = dice.below(CHOICES);
        Self {
            before: format!("我是{}的，{trouble}，你们倒来催这", room(index)),
            after: format!("，{demand}"),
            choices: std::array::from_fn(|slot| Choice {
                say: format!("{}{}", pick(&OPENINGS, dice), pick(&ANSWERS, dice)),
                moves: MOVES[(first_move + slot) % CHOICES],
                goto: goto(index, slot, turn_count, dice),
            }),
        }
    }

    /// The owner's line as it should be shown.
    pub fn line(&self) -> String {
        format!("{}{SHOWN_VALUE}{}", self.before, self.after)
    }
}

/// The first choice leads on to the next turn, so that every turn can be reached; the others leap.
fn goto(index: usize, slot: usize, turn_count: usize, dice: &mut Dice) -> usize {
    let leap = if slot == 0 { 1 } else { 1 + dice.below(turn_count - 1) };
    (index + leap) % turn_count
}

/// A different flat for every turn, so that no two owners' lines are alike.
fn room(index: usize) -> String {
    let (floors, flat) = (index / ROOMS_A_FLOOR, index % ROOMS_A_FLOOR + 1);
    format!("{}栋{}{flat:02}", floors / FLOORS + 1, floors % FLOORS + 1)
}

fn pick<'a>(words: &[&'a str], dice: &mut Dice) -> &'a str {
    words[dice.below(words.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_seed_makes_one_call() {
        let lines = |seed| -> Vec<_> { Graph::generate(50, seed).turns.iter().map(Turn::line).collect() };
        assert_eq!(lines(7), lines(7));
        assert_ne!(lines(7), lines(8));
    }

    #[test]
    fn every_line_is_its_own() {
        let graph = Graph::generate(10_000, 1);
        let lines: HashSet<_> = graph.turns.iter().map(Turn::line).collect();
        assert_eq!(lines.len(), graph.turns.len());
    }

    #[test]
    fn every_turn_leads_elsewhere_and_offers_each_move() {
        for (index, turn) in Graph::generate(100, 1).turns.iter().enumerate() {
            assert!(turn.choices.iter().all(|choice| choice.goto != index));
            let moves: HashSet<_> = turn.choices.iter().map(|choice| choice.moves).collect();
            assert_eq!(moves, HashSet::from(MOVES));
        }
    }
}
