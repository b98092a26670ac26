//! Playing turns with seeded dice, and the transcript that proves what was played.

use crate::engine::{Game, Outcome};
use crate::graph::{CHOICES, Graph, MOVED_START, START};
use std::hint::black_box;

/// Vigna's xorshift64*: small, and the same everywhere.
pub struct Dice(u64);

const SCRAMBLE: u64 = 0x9E37_79B9_7F4A_7C15;
const MULTIPLIER: u64 = 0x2545_F491_4F6C_DD1D;
const HIGH_BITS_SHIFT: u32 = 33;

impl Dice {
    /// Any seed will do; zero, which xorshift cannot leave, never reaches it.
    pub fn new(seed: u64) -> Self {
        Self((seed ^ SCRAMBLE).max(1))
    }

    /// A number from 0 up to, but not including, `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(MULTIPLIER) >> HIGH_BITS_SHIFT;
        usize::try_from(high).expect("31 bits fit") % limit
    }
}

/// Plays `turn_count` turns, keeping nothing; this is what the stopwatch sees.
pub fn play(game: &mut impl Game, seed: u64, turn_count: usize) -> Outcome<()> {
    let mut dice = Dice::new(seed);
    for _ in 0..turn_count {
        black_box(game.line()?);
        for index in 0..CHOICES {
            black_box(game.choice(index));
        }
        game.choose(dice.below(CHOICES))?;
    }
    Ok(())
}

/// Plays the same turns as [`play`] and compares each with the graph.
///
/// # Errors
/// At the first word, or the first value of the moved variable, that differs.
pub fn check<G: Game>(game: &mut G, graph: &Graph, seed: u64, turn_count: usize) -> Outcome<()> {
    let mut dice = Dice::new(seed);
    let (mut here, mut moved) = (START, MOVED_START);
    for count in 0..turn_count {
        let turn = &graph.turns[here];
        same(count, &game.line()?, &turn.line())?;
        for (index, choice) in turn.choices.iter().enumerate() {
            same(count, game.choice(index), &choice.say)?;
        }
        same(count, &game.moved(), &Some(moved))?;
        let index = dice.below(CHOICES);
        game.choose(index)?;
        moved = G::after_move(moved, turn.choices[index].moves);
        here = turn.choices[index].goto;
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug + ?Sized>(count: usize, shown: &T, meant: &T) -> Outcome<()> {
    if shown == meant {
        return Ok(());
    }
    Err(format!("turn {count}: shows {shown:?}, should show {meant:?}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TURNS: usize = 20;
    const STEPS: usize = 200;
    const SEED: u64 = 3;

    /// Reads the turns straight from the graph, and adds `slip` too much with each choice.
    struct Reader<'a> {
        graph: &'a Graph,
        here: usize,
        moved: i32,
        slip: i32,
    }

    impl Game for Reader<'_> {
        fn line(&mut self) -> Outcome<String> {
            Ok(self.graph.turns[self.here].line())
        }

        fn choice(&self, index: usize) -> &str {
            &self.graph.turns[self.here].choices[index].say
        }

        fn choose(&mut self, index: usize) -> Outcome<()> {
            let choice = &self.graph.turns[self.here].choices[index];
            (self.here, self.moved) = (choice.goto, self.moved + choice.moves + self.slip);
            Ok(())
        }

        fn moved(&self) -> Option<i32> {
            Some(self.moved)
        }
    }

    fn checked(here: usize, slip: i32) -> Outcome<()> {
        let graph = &Graph::generate(TURNS, SEED);
        let mut game = Reader { graph, here, moved: MOVED_START, slip };
        check(&mut game, graph, SEED, STEPS)
    }

    #[test]
    fn a_true_walk_passes() {
        assert!(checked(START, 0).is_ok());
    }

    #[test]
    fn a_wrong_word_or_a_wrong_move_is_found() {
        assert!(checked(START + 1, 0).is_err());
        assert!(checked(START, 1).is_err());
    }
}
