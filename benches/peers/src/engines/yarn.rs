//! Yarn, by Yarn Spinner for Rust, without bevy.

use crate::engine::{Engine, Game, Outcome};
use crate::graph::{Choice, Graph, MOVED_NAME, MOVED_START, SHOWN_NAME, SHOWN_VALUE, START, Turn};
use std::fmt::Write;
use yarnspinner::compiler::{Compilation, Compiler, File};
use yarnspinner::runtime::{
    Dialogue, DialogueEvent, DialogueOption, MemoryVariableStorage, OptionId, StringTableTextProvider,
};

pub struct Yarn;

pub struct YarnGame {
    dialogue: Dialogue,
    options: Vec<DialogueOption>,
}

impl Engine for Yarn {
    const NAME: &'static str = "yarnspinner 0.9";
    const EXTENSION: &'static str = "yarn";
    type Compiled = Compilation;
    type Game = YarnGame;

    fn source(graph: &Graph) -> String {
        graph.turns.iter().enumerate().map(|(index, turn)| node(index, turn)).collect()
    }

    fn compile(source: &str) -> Outcome<Compilation> {
        let file = File { file_name: "call.yarn".into(), source: source.into() };
        Ok(Compiler::new().add_file(file).compile()?)
    }

    fn load(compilation: Compilation) -> Outcome<YarnGame> {
        let texts = compilation.string_table.into_iter().map(|(id, info)| (id, info.text));
        let mut provider = StringTableTextProvider::new();
        provider.extend_base_language(texts);
        let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(provider));
        dialogue.add_program(compilation.program.ok_or("compiled, yet no program")?);
        dialogue.set_node(format!("t{START}"))?;
        Ok(YarnGame { dialogue, options: Vec::new() })
    }
}

fn node(index: usize, turn: &Turn) -> String {
    let declarations = if index == START { declarations() } else { String::new() };
    let mut node = format!("title: t{index}\n---\n{declarations}{}{{${SHOWN_NAME}}}{}\n", turn.before, turn.after);
    for Choice { say, moves, goto } in &turn.choices {
        let (sign, step) = (if *moves < 0 { '-' } else { '+' }, moves.abs());
        writeln!(node, "-> {say}\n    <<set ${MOVED_NAME} = ${MOVED_NAME} {sign} {step}>>\n    <<jump t{goto}>>")
            .expect("a String takes any text");
    }
    node + "===\n"
}

fn declarations() -> String {
    format!("<<declare ${SHOWN_NAME} = \"{SHOWN_VALUE}\">>\n<<declare ${MOVED_NAME} = {MOVED_START}>>\n")
}

impl Game for YarnGame {
    fn line(&mut self) -> Outcome<String> {
        let mut line = None;
        loop {
            for event in self.dialogue.continue_()? {
                match event {
                    DialogueEvent::Line(shown) => line = Some(shown.text),
                    DialogueEvent::Options(options) => {
                        self.options = options;
                        return line.ok_or_else(|| "options without a line".into());
                    }
                    DialogueEvent::DialogueComplete => return Err("the dialogue is over".into()),
                    _ => {}
                }
            }
        }
    }

    fn choice(&self, index: usize) -> &str {
        &self.options[index].line.text
    }

    fn choose(&mut self, index: usize) -> Outcome<()> {
        self.dialogue.set_selected_option(OptionId(index))?;
        Ok(())
    }

    fn moved(&self) -> Option<i32> {
        let value = self.dialogue.variable_storage().get(&format!("${MOVED_NAME}"));
        value.ok()?.try_into().ok()
    }
}
