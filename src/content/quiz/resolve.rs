//! From a question as written to one that can be asked: texts in the language, articles in their words, and the turns of
//! a scenario where a call is taken from one.

use super::card::*;
use super::{CallFrom, Choice, Exam, Exchange, Kind, Match, NoteTask, Question, Spoken, Topic};
use crate::content::drill::card::FactCard;
use crate::content::drill::resolve::OR;
use crate::content::drill::{FalseFact, ToldFact};
use crate::content::language::{Language, Wording, traditional};
use crate::content::scenario::{Slot, Text};
use crate::content::script::{Answer, LawCard, Script, Str, Target, Turn};
use crate::content::shelf::{Setting, Shelf};

/// How many turns a call has that is taken from a scenario.
const TURNS: usize = 2;

/// Makes a question ready to be asked. What is wrong with it is told where questions are checked.
pub fn resolve(question: &Question, shelf: &Shelf, setting: Setting<'_>) -> QuestionCard {
    let book = shelf.wordbook(setting.language);
    // A question that stands in no file of the shelf has no translation.
    let file = shelf.stack_of(question).map_or("", |stack| stack.sketch().id.as_ref());
    resolve_with(question, shelf, setting, &book.of(file))
}

/// The same with the words of its file at hand.
pub fn resolve_with(question: &Question, shelf: &Shelf, setting: Setting<'_>, wording: &Wording<'_>) -> QuestionCard {
    Resolver { id: &question.id.value, shelf, setting, wording }.question(question)
}

/// Makes a blueprint ready to be drawn from.
pub fn exam(exam: &Exam, wording: &Wording<'_>) -> ExamCard {
    let text = |field: &str, text: &Text| wording.text(|| field.to_owned(), text);
    let draw = |draw: &super::Draw| DrawCard {
        topic: draw.topic.as_ref().map(|topic| topic.value),
        difficulty: draw.difficulty.as_ref().map(|difficulty| difficulty.value),
        count: draw.count.value as usize,
    };
    ExamCard {
        id: exam.id.value.as_str().into(),
        title: text("title", &exam.title),
        summary: text("summary", &exam.summary),
        limit_ms: exam.minutes.value.saturating_mul(MS_PER_MINUTE),
        pass_mark: exam.pass_mark.value,
        draws: exam.draws.iter().map(draw).collect(),
    }
}

const MS_PER_MINUTE: u32 = 60_000;

struct Resolver<'a> {
    id: &'a str,
    shelf: &'a Shelf,
    setting: Setting<'a>,
    wording: &'a Wording<'a>,
}

impl Resolver<'_> {
    fn question(&self, it: &Question) -> QuestionCard {
        let task = self.task(&it.answer.value);
        QuestionCard {
            id: it.id.value.as_str().into(),
            point: it.point().into(),
            topic: it.topic.value,
            items: it.items.iter().map(|item| item.value).collect(),
            difficulty: it.difficulty,
            ask: self.text("ask", &it.ask),
            usual_ms: it.secs.as_ref().map_or_else(|| usual_secs(&task), |secs| secs.value).saturating_mul(1000),
            task,
            why: self.text("why", &it.why),
            laws: self.laws(it),
            changed: it.changed.as_ref().map(|text| self.text("changed", text)),
            varies: it.varies.as_ref().map(|text| self.text("varies", text)),
            is_reconstructed: it.reconstructed,
            trains: it.trains.iter().map(|check| check.value).collect(),
        }
    }

    fn task(&self, kind: &Kind) -> Task {
        match kind {
            Kind::Unread => Task::Short(Vec::new()),
            Kind::Single(choices) => Task::Single(self.choices("choice", choices)),
            Kind::Multiple(choices) => Task::Multiple(self.choices("choice", choices)),
            Kind::TrueFalse(holds) => Task::TrueFalse(*holds),
            Kind::Order(steps) => Task::Order(self.texts("step", steps)),
            Kind::Baskets(baskets) => {
                let names = baskets.iter().enumerate().map(|(at, it)| self.text(&format!("basket.{at}"), &it.name));
                let names = names.collect();
                let cards = baskets.iter().enumerate().flat_map(|(basket, it)| {
                    let cards = self.texts(&format!("basket.{basket}.card"), &it.cards);
                    cards.into_iter().map(move |card| (card, basket)).collect::<Vec<_>>()
                });
                Task::Baskets { cards: cards.collect(), baskets: names }
            }
            Kind::Match(it) => self.matching(it),
            Kind::Number(it) => Task::Number {
                is: it.is.value.0,
                within: it.within.value.0.abs(),
                unit: it.unit.as_ref().map(|unit| self.text("unit", unit)).unwrap_or_default(),
            },
            Kind::Short(words) => Task::Short(self.understood("word", words)),
            Kind::FindFault(it) => Task::FindFault {
                talk: self.talk(&it.talk),
                line: (it.line.value as usize).saturating_sub(1),
                faults: self.choices("fault", &it.faults),
            },
            Kind::Note(it) => self.note(it),
            Kind::Call(exchanges) => Task::Call { about: None, exchanges: self.exchanges(exchanges) },
            Kind::CallFrom(from) => self.call_from(from).unwrap_or(Task::Call { about: None, exchanges: Vec::new() }),
        }
    }

    fn matching(&self, it: &Match) -> Task {
        let columns = it.heads.len().saturating_sub(1);
        let cell = |row: usize, column: usize, text: &Text| self.text(&format!("row.{row}.{column}"), text);
        let of_column = |column: usize, cell: &dyn Fn(usize, usize, &Text) -> Str| -> Vec<Str> {
            let rows = it.rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.get(column)?)));
            rows.map(|(at, text)| cell(at, column, text)).collect()
        };
        let rows = of_column(0, &cell);
        let further = (1..=columns).map(|column| of_column(column, &cell)).collect::<Vec<_>>();
        let with_extra = further.into_iter().enumerate().map(|(column, mut cells)| {
            let extra = it.extra.get(column).map(Vec::as_slice).unwrap_or_default();
            cells.extend(self.texts(&format!("extra.{column}"), extra));
            cells
        });
        Task::Match { columns: with_extra.collect(), rows, heads: self.texts("head", &it.heads) }
    }

    fn note(&self, it: &NoteTask) -> Task {
        let facts = it.facts.iter().map(|fact| self.fact(fact)).collect();
        let decoys = it.decoys.iter().enumerate().map(|(at, decoy)| self.decoy(at, decoy)).collect();
        Task::Note { talk: self.talk(&it.talk), facts, decoys }
    }

    fn fact(&self, fact: &ToldFact) -> FactCard {
        let key = format!("fact.{}", fact.id.value);
        let note = self.text(&key, &fact.note);
        let accept = self.understood(&format!("{key}.accept"), &fact.accept);
        let accept = if accept.is_empty() { in_both_scripts(vec![note.clone()], &fact.note) } else { accept };
        FactCard { slot: fact.slot, note, accept, why: Str::default() }
    }

    fn decoy(&self, at: usize, decoy: &FalseFact) -> FactCard {
        let key = format!("decoy.{at}");
        FactCard {
            slot: Slot::What,
            note: self.text(&key, &decoy.note),
            accept: self.understood(&format!("{key}.accept"), &decoy.accept),
            why: self.text(&format!("{key}.why"), &decoy.why),
        }
    }

    fn talk(&self, talk: &[Spoken]) -> Vec<SpokenCard> {
        let line =
            |(at, it): (usize, &Spoken)| SpokenCard { who: it.who, say: self.text(&format!("talk.{at}"), &it.say) };
        talk.iter().enumerate().map(line).collect()
    }

    fn exchanges(&self, exchanges: &[Exchange]) -> Vec<ExchangeCard> {
        let exchange = |(at, it): (usize, &Exchange)| ExchangeCard {
            caller: self.text(&format!("turn.{at}"), &it.caller),
            replies: self.choices(&format!("turn.{at}.reply"), &it.replies),
        };
        exchanges.iter().enumerate().map(exchange).collect()
    }

    fn choices(&self, what: &str, choices: &[Choice]) -> Vec<ChoiceCard> {
        let choice = |(at, it): (usize, &Choice)| {
            let key = format!("{what}.{at}");
            let why = it.why.as_ref().map(|why| self.text(&format!("{key}.why"), why)).unwrap_or_default();
            ChoiceCard { say: self.text(&key, &it.say), is_right: it.right, why }
        };
        choices.iter().enumerate().map(choice).collect()
    }

    /// Two turns of a scenario; nothing where they are not there, which is told where questions are checked.
    fn call_from(&self, from: &CallFrom) -> Option<Task> {
        let (_, scenario) = self.shelf.scenario(&from.scenario.value.0)?;
        let script = self.shelf.script(scenario, self.setting).ok()?;
        two_turns(&script, &from.turn.value.0)
    }

    /// Articles; one that is not on file is told where questions are checked.
    fn laws(&self, it: &Question) -> Vec<LawCard> {
        it.laws.iter().filter_map(|law| self.shelf.law_card(&law.value.0, self.setting.language)).collect()
    }

    fn text(&self, field: &str, text: &Text) -> Str {
        self.wording.text(|| format!("{}.{field}", self.id), text)
    }

    /// What is understood of what people type: this language's words first, several of them with [`OR`] between, then both
    /// scripts. What was typed once is worth the same in either.
    fn understood(&self, what: &str, texts: &[Text]) -> Vec<Str> {
        let words = self.texts(what, texts);
        let words = words.iter().flat_map(|word| word.split(OR)).map(|word| Str::from(word.trim())).collect();
        texts.iter().fold(words, in_both_scripts)
    }

    fn texts(&self, what: &str, texts: &[Text]) -> Vec<Str> {
        texts.iter().enumerate().map(|(at, text)| self.text(&format!("{what}.{at}"), text)).collect()
    }
}

/// A text beside others, as it is written and in the other script.
fn in_both_scripts(mut known: Vec<Str>, text: &Text) -> Vec<Str> {
    for script in [Str::from(text.value.as_str()), Str::from(traditional(&text.value))] {
        if !known.contains(&script) {
            known.push(script);
        }
    }
    known
}

/// Two turns of a scenario along its recommended line: the one named, and the next that asks for an answer. None when
/// there is no such turn, or nothing to choose in it.
pub fn two_turns(script: &Script, turn: &str) -> Option<Task> {
    let mut at = script.turns.iter().position(|it| it.id.as_ref() == turn)?;
    let first = is_askable(&script.turns[at]).then(|| exchange(&script.turns[at]))?;
    let mut exchanges = vec![first];
    // A talk that runs in circles has no more turns than it has.
    for _ in 0..script.turns.len() {
        let Some(next) = next_turn(script, at) else { break };
        at = next;
        if is_askable(&script.turns[at]) {
            exchanges.push(exchange(&script.turns[at]));
        }
        if exchanges.len() == TURNS {
            break;
        }
    }
    let stop = if script.language == Language::En { ". " } else { "。" };
    let about = format!("{}{stop}{}", script.title, script.persona.about);
    Some(Task::Call { about: Some(about.into()), exchanges })
}

/// Whether there is something to choose, and one of it recommended, whatever went before.
fn is_askable(turn: &Turn) -> bool {
    let offered = || turn.answers.iter().filter(|answer| answer.when.is_empty());
    offered().count() > 1 && offered().any(|answer| answer.is_best) && !turn.lines.is_empty()
}

fn exchange(turn: &Turn) -> ExchangeCard {
    // Without a call around it, the line that is said when nothing special holds; it stands last.
    let line = turn.lines.iter().rev().find(|line| line.when.is_empty()).or(turn.lines.last());
    let caller = line.and_then(|line| line.variants.first()).map(|spoken| spoken.text.clone()).unwrap_or_default();
    let reply = |it: &Answer| ChoiceCard { say: it.say.clone(), is_right: it.is_best, why: it.why.clone() };
    let offered = turn.answers.iter().filter(|answer| answer.when.is_empty());
    ExchangeCard { caller, replies: offered.map(reply).collect() }
}

/// Where the recommended answer leads when nothing special holds.
fn next_turn(script: &Script, at: usize) -> Option<usize> {
    let turn = &script.turns[at];
    let routes = turn.answers.iter().find(|it| it.is_best).map_or(&turn.routes, |best| &best.routes);
    let plain = routes.iter().find(|route| route.when.is_empty()).or(routes.last())?;
    match plain.to {
        Target::Turn(turn) => Some(turn.index()),
        Target::Ending(_) | Target::Nowhere => None,
    }
}

/// How long two turns usually take, in milliseconds.
pub const TURN_USUAL_MS: u32 = 40_000;

/// How long an answer to such a question usually takes, in seconds: what reading aloud and a moment's thought take.
fn usual_secs(task: &Task) -> u32 {
    match task {
        Task::TrueFalse(_) => 12,
        Task::Single(_) | Task::Number { .. } | Task::Short(_) => 20,
        Task::Multiple(_) => 30,
        Task::Order(_) | Task::FindFault { .. } => 40,
        Task::Call { .. } => TURN_USUAL_MS / 1000,
        Task::Baskets { .. } | Task::Match { .. } => 60,
        Task::Note { .. } => 120,
    }
}

impl Topic {
    /// The topic of one of the 47 items, as facts.md groups them.
    pub fn of_item(item: u32) -> Option<Self> {
        match item {
            1..=9 => Some(Self::Law),
            10..=20 => Some(Self::Moves),
            21..=38 => Some(Self::Calls),
            39..=42 => Some(Self::Methods),
            43..=47 => Some(Self::Desk),
            _ => None,
        }
    }
}
