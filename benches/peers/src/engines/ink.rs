//! Ink, by bladeink: `bladeink-compiler` turns ink into ink JSON, `bladeink` loads
//! and plays that. The runtime alone reads no ink source.

use crate::engine::{Engine, Game, Outcome};
use crate::graph::{Choice, Graph, MOVED_NAME, MOVED_START, SHOWN_NAME, SHOWN_VALUE, START, Turn};
use bladeink::story::Story;
use bladeink::value_type::ValueType;
use bladeink_compiler::Compiler;
use std::fmt::Write;
use std::rc::Rc;

/// The story uses no chance; a fixed seed spares it asking the system for one.
const STORY_SEED: i32 = 1;

pub struct Ink;

pub struct InkGame {
    story: Story,
    choices: Vec<Rc<bladeink::choice::Choice>>,
}

impl Engine for Ink {
    const NAME: &'static str = "bladeink 2.1";
    const EXTENSION: &'static str = "ink";
    type Compiled = String;
    type Game = InkGame;

    fn source(graph: &Graph) -> String {
        let mut ink = format!("VAR {SHOWN_NAME} = \"{SHOWN_VALUE}\"\nVAR {MOVED_NAME} = {MOVED_START}\n-> t{START}\n");
        for (index, turn) in graph.turns.iter().enumerate() {
            ink.push_str(&knot(index, turn));
        }
        ink
    }

    fn compile(source: &str) -> Outcome<String> {
        Ok(Compiler::new().compile(source)?)
    }

    fn load(json: String) -> Outcome<InkGame> {
        let story = Story::new_with_seed(&json, STORY_SEED)?;
        Ok(InkGame { story, choices: Vec::new() })
    }
}

fn knot(index: usize, turn: &Turn) -> String {
    let mut knot = format!("\n=== t{index} ===\n{}{{{SHOWN_NAME}}}{}\n", turn.before, turn.after);
    for Choice { say, moves, goto } in &turn.choices {
        let (sign, step) = (if *moves < 0 { '-' } else { '+' }, moves.abs());
        // `+`: may be taken again; `[…]`: not repeated once taken.
        writeln!(knot, "+ [{say}]\n  ~ {MOVED_NAME} = {MOVED_NAME} {sign} {step}\n  -> t{goto}")
            .expect("a String takes any text");
    }
    knot
}

impl Game for InkGame {
    fn line(&mut self) -> Outcome<String> {
        let mut line = self.story.cont()?;
        if self.story.can_continue() {
            return Err("a second line before the choices".into());
        }
        line.truncate(line.trim_end().len());
        self.choices = self.story.get_current_choices();
        Ok(line)
    }

    fn choice(&self, index: usize) -> &str {
        &self.choices[index].text
    }

    fn choose(&mut self, index: usize) -> Outcome<()> {
        Ok(self.story.choose_choice_index(index)?)
    }

    fn moved(&self) -> Option<i32> {
        match self.story.get_variable(MOVED_NAME)? {
            ValueType::Int(value) => Some(value),
            _ => None,
        }
    }
}
