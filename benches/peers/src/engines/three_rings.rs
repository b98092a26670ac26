//! three-rings, twice: [`Stepped`] keeps the state and nothing else, as a prover does; [`Kept`] keeps the whole trail,
//! as a call on the screen does.

use crate::engine::{Engine, Game, Outcome};
use crate::graph::{Choice, Graph, MOVED_NAME, MOVED_START, START, Turn};
use std::fmt::Write;
use std::sync::{Arc, LazyLock};
use three_rings::content::scenario::Scenario;
use three_rings::content::script::Script;
use three_rings::content::shelf::{Content, Setting, Shelf, read};
use three_rings::content::shipped;
use three_rings::diagnostic::Diagnostic;
use three_rings::play::call::{Call, owner_line};
use three_rings::play::deal::Deal;
use three_rings::play::offer::{Replies, Reply, replies, words};
use three_rings::play::state::{Phase, State};
use three_rings::play::step::{Act, Context, Event, Events, Input, start, step};

/// Points of mood to a step of the moved variable: `Edges` and `Dips`.
const POINTS_A_MOVE: i32 = 5;
/// Where a mood ends, in points.
const MOOD_BOUNDS: (i32, i32) = (0, 100);
/// The dice of the call.
const SEED: u64 = 1;

/// The rubric, rules and temperaments, which the program has at hand before any file of a trainer's comes in.
static SHELF: LazyLock<Shelf> = LazyLock::new(shipped::shelf);

/// The engine by itself.
pub struct Stepped;

/// The engine with its trail.
pub struct Kept;

impl Engine for Stepped {
    const NAME: &'static str = "three-rings 0.1, state only";
    const EXTENSION: &'static str = "ron";
    type Compiled = Arc<Script>;
    type Game = SteppedGame;

    fn source(graph: &Graph) -> String {
        let mut ron = head();
        for (index, turn) in graph.turns.iter().enumerate() {
            ron.push_str(&written(index, turn));
        }
        ron + FOOT
    }

    fn compile(source: &str) -> Outcome<Arc<Script>> {
        let scenario = scenario(source)?;
        let (script, problems) = SHELF.checked(&scenario, Setting::default());
        refuse(&problems)?;
        Ok(Arc::new(script))
    }

    fn load(script: Arc<Script>) -> Outcome<SteppedGame> {
        let deal = Deal::new(&script, SEED);
        let (state, events) = start(Context { script: &script, deal: &deal, speaking_ms: 0 });
        Ok(SteppedGame { script, deal, state, events, offered: Replies::new() })
    }
}

impl Engine for Kept {
    const NAME: &'static str = "three-rings 0.1, trail kept";
    const EXTENSION: &'static str = Stepped::EXTENSION;
    type Compiled = Arc<Script>;
    type Game = KeptGame;

    fn source(graph: &Graph) -> String {
        Stepped::source(graph)
    }

    fn compile(source: &str) -> Outcome<Arc<Script>> {
        Stepped::compile(source)
    }

    fn load(script: Arc<Script>) -> Outcome<KeptGame> {
        Ok(KeptGame { call: Call::new(script, SEED), offered: Replies::new() })
    }
}

/// Reads a call as the program reads a trainer's file.
fn scenario(source: &str) -> Outcome<Box<Scenario>> {
    let (content, problems) = read(source);
    refuse(&problems)?;
    match content {
        Some(Content::Scenario(scenario)) => Ok(scenario),
        _ => Err("not a scenario".into()),
    }
}

/// Nothing may be wrong with the call, not even a warning.
fn refuse(problems: &[Diagnostic]) -> Outcome<()> {
    problems.first().map_or(Ok(()), |problem| Err(format!("{}: {}", problem.code, problem.message).into()))
}

/// Everything before the turns. `900元` comes of the arrears.
fn head() -> String {
    format!(
        "Scenario(\n\
         id: \"bench\", title: \"基准\", summary: \"生成的一通电话。\",\n\
         persona: (name: \"王先生\", called: \"王先生\", temperament: Easygoing, {MOVED_NAME}: {MOVED_START}),\n\
         case_file: (room: \"1栋101\", arrears_yuan: 900, months: 3, period: \"三个月\", pay_by: \"11月30日\", \
         today: \"11月26日\"),\n\
         endings: [(id: \"over\", outcome: HungUp, title: \"挂了\", text: \"通话结束。\")], hangs_up: over,\n\
         talk: (start: t{START}, turns: [\n"
    )
}

const FOOT: &str = "]),\n)\n";

/// One turn, as short as the format allows: a file may have 4 MiB.
fn written(index: usize, turn: &Turn) -> String {
    let mut ron = format!("(id:\"t{index}\",owner:\"{}{{arrears}}{}\",", turn.before, turn.after);
    // The call must be able to end; nobody who answers ever gets there.
    if index == START {
        ron.push_str("silence:(goto:over),");
    }
    ron.push_str("choices:[");
    for (place, Choice { say, moves, goto }) in turn.choices.iter().enumerate() {
        let best = if place == 0 { "best:true," } else { "" };
        let moves = match moves {
            1 => "trust:Edges,",
            -1 => "trust:Dips,",
            _ => "",
        };
        // The graph gives no reasons, and the format insists on one.
        write!(ron, "(say:\"{say}\",why:\"略\",{best}{moves}goto:t{goto}),").expect("a String takes any text");
    }
    ron + "]),\n"
}

/// A call of which only the state is kept.
pub struct SteppedGame {
    script: Arc<Script>,
    deal: Deal,
    state: State,
    events: Events,
    offered: Replies,
}

impl Game for SteppedGame {
    fn line(&mut self) -> Outcome<String> {
        self.offered = replies(&self.state, &self.script, &self.deal);
        line(&self.events, &self.script)
    }

    fn choice(&self, index: usize) -> &str {
        choice(&self.offered, index, self.state.phase, &self.script)
    }

    fn choose(&mut self, index: usize) -> Outcome<()> {
        let input = Input { after_ms: 0, act: Act::Reply(place(&self.offered, index)?) };
        let context = Context { script: &self.script, deal: &self.deal, speaking_ms: 0 };
        (self.state, self.events) = step(&self.state, input, context).map_err(|refused| format!("{refused:?}"))?;
        Ok(())
    }

    fn moved(&self) -> Option<i32> {
        Some(self.state.mood.trust.into())
    }

    fn after_move(moved: i32, by: i32) -> i32 {
        trust_after(moved, by)
    }
}

/// A call with its trail.
pub struct KeptGame {
    call: Call,
    offered: Replies,
}

impl Game for KeptGame {
    fn line(&mut self) -> Outcome<String> {
        self.offered = self.call.replies();
        line(self.call.latest(), self.call.script())
    }

    fn choice(&self, index: usize) -> &str {
        choice(&self.offered, index, self.call.state().phase, self.call.script())
    }

    fn choose(&mut self, index: usize) -> Outcome<()> {
        let place = place(&self.offered, index)?;
        self.call.reply(place).map_err(|refused| format!("{refused:?}"))?;
        Ok(())
    }

    fn moved(&self) -> Option<i32> {
        Some(self.call.state().mood.trust.into())
    }

    fn after_move(moved: i32, by: i32) -> i32 {
        trust_after(moved, by)
    }
}

fn trust_after(trust: i32, by: i32) -> i32 {
    (trust + by * POINTS_A_MOVE).clamp(MOOD_BOUNDS.0, MOOD_BOUNDS.1)
}

fn line(events: &Events, script: &Script) -> Outcome<String> {
    let said = events.iter().find_map(|event| match *event {
        Event::OwnerSays { turn, line, variant } => owner_line(script, turn, line, variant),
        _ => None,
    });
    Ok(String::from(&*said.ok_or("the owner says nothing")?.text))
}

/// Choices are asked for in the order of the file, and stand in an order of their own.
fn place(offered: &Replies, index: usize) -> Outcome<u8> {
    let wanted = Reply::Answer(u8::try_from(index)?);
    let place = offered.iter().position(|&reply| reply == wanted).ok_or("a choice that is not offered")?;
    Ok(u8::try_from(place)?)
}

fn choice<'a>(offered: &Replies, index: usize, phase: Phase, script: &'a Script) -> &'a str {
    let shown = place(offered, index).ok().and_then(|place| words(offered[usize::from(place)], phase, script));
    shown.unwrap_or_default()
}
