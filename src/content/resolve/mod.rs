//! From what an author wrote to what can be played: names become numbers, facts are filled into lines.
//!
//! A name that does not exist is reported where it stands, with the nearest one that does.

mod derived;
mod references;

use std::sync::Arc;

use derived::{assessed, cut, date_in};

use crate::content::fill::{Facts, yuan};
use crate::content::language::Wording;
use crate::content::law::City;
use crate::content::look::Appearance;
use crate::content::names::Names;
use crate::content::scenario as authored;
use crate::content::script::*;
use crate::content::temperament::{Temperament, temperament_named};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::id::{Bits, RuleId};

/// What a scenario is resolved against.
pub struct Context<'a> {
    /// Rubric and rules.
    pub standards: Arc<Standards>,
    /// The kinds of person.
    pub temperaments: Vec<Temperament>,
    /// The city's words.
    pub city: Option<City>,
    /// The same as its author wrote it.
    pub city_as_written: Option<&'a City>,
    /// The language.
    pub wording: Wording<'a>,
}

/// Resolves a scenario; playable only if no error is among the diagnostics.
pub fn resolve(scenario: &authored::Scenario, context: &Context<'_>) -> (Script, Vec<Diagnostic>) {
    let mut resolver = Resolver::new(scenario, context);
    let script = resolver.script(scenario);
    let mut problems = resolver.problems;
    problems.extend(resolver.names.duplicates);
    (script, problems)
}

/// Seconds to think where a turn does not say.
pub const STANDING_THINK_SECS: u32 = 20;
/// What saying nothing costs where a turn does not say, in points of patience.
const STANDING_SILENCE: authored::Change = authored::Change::Falls;
/// How long a pause after a line is, in milliseconds, before an answer no longer talks over it.
const LINE_TAIL_MS: u32 = 200;

struct Resolver<'a> {
    names: Names<'a>,
    facts: Facts,
    /// The same in the author's words: by these it is timed.
    facts_as_written: Facts,
    context: &'a Context<'a>,
    temperament: Temperament,
    breaches: Vec<RuleId>,
    problems: Vec<Diagnostic>,
}

impl<'a> Resolver<'a> {
    fn new(scenario: &'a authored::Scenario, context: &'a Context<'a>) -> Self {
        let mut problems = Vec::new();
        let temperament = temperament_named(&scenario.persona.temperament, &context.temperaments, &mut problems);
        Self {
            names: Names::of(scenario, &context.standards),
            facts: Facts::of(&scenario.case_file, &scenario.persona, context.city.as_ref(), &context.wording),
            facts_as_written: Facts::of(
                &scenario.case_file,
                &scenario.persona,
                context.city_as_written,
                &Wording::as_written(),
            ),
            context,
            temperament,
            breaches: Vec::new(),
            problems,
        }
    }

    fn script(&mut self, it: &authored::Scenario) -> Script {
        let orders = self.orders(&it.case_file);
        let is_open = |(index, order): (usize, &OrderCard)| order.is_open_defect().then_some(index);
        let open_defects = orders.iter().enumerate().filter_map(is_open).collect();
        let prepare = it.prepare.as_ref().map(|it| self.prepare(it)).unwrap_or_default();
        let turns = it.talk.turns.iter().map(|turn| self.turn(turn)).collect();
        let first_turn = self.turn_named(&it.talk.start);
        let notes = it.log.as_ref().map(|log| self.notes(&it.facts, log));
        let follow_up = it.log.as_ref().and_then(|log| log.follow_up.as_ref());
        let follow_up = follow_up.map(|question| self.question("log.follow_up", question));
        let endings = it.endings.iter().map(|ending| self.ending(ending)).collect();
        let flags = self.flags(&it.flags);
        let mut script = Script {
            language: self.context.wording.language(),
            id: it.id.value.clone().into(),
            title: self.text(|| "title".into(), &it.title),
            summary: self.text(|| "summary".into(), &it.summary),
            difficulty: it.difficulty,
            items: values(&it.items),
            mood: Mood { trust: it.persona.trust.0, patience: it.persona.patience.0 },
            flags,
            open_defects,
            prepare,
            turns,
            first_turn,
            notes,
            follow_up,
            endings,
            hangs_up: self.ending_named(&it.hangs_up),
            breaches: Vec::new(),
            assessed: Bits::default(),
            standards: self.context.standards.clone(),
            persona: self.persona(&it.persona),
            case: self.case(&it.case_file, orders),
        };
        script.breaches = std::mem::take(&mut self.breaches);
        script.assessed = assessed(&script);
        self.check_capacity(&script, it);
        script
    }

    /// The state of a call holds a fixed number of each; refuse content that needs more.
    fn check_capacity(&mut self, script: &Script, it: &authored::Scenario) {
        let full = [
            ("标记", self.names.flags.len()),
            ("会踩线的回答", script.breaches.len()),
            ("可记的事", script.notes.as_ref().map_or(0, Vec::len).max(it.facts.len())),
            ("结局", script.endings.len()),
            ("工单", it.case_file.work_orders.len()),
        ];
        for (what, count) in full.into_iter().filter(|(_, count)| *count > Bits::CAPACITY) {
            let message = format!("{what}有 {count} 个，一份剧本最多 {} 个", Bits::CAPACITY);
            self.problems.push(Diagnostic::error("too-many", it.id.at, message).help("拆成两份剧本"));
        }
    }

    fn text(&mut self, key: impl FnOnce() -> String, text: &authored::Text) -> Str {
        let filled = match self.context.wording.translated(key, &text.value) {
            Some(translated) => {
                let text = Spanned { value: translated.to_owned(), at: text.at };
                self.facts.fill(&text, &mut self.problems)
            }
            None => self.facts.fill(text, &mut self.problems),
        };
        self.context.wording.written(filled)
    }

    fn yuan(&self, amount: u32) -> Str {
        yuan(amount, self.context.wording.language()).into()
    }

    fn maybe_text(&mut self, key: impl FnOnce() -> String, text: Option<&authored::Text>) -> Option<Str> {
        text.map(|text| self.text(key, text))
    }

    fn spoken(&mut self, key: impl FnOnce() -> String, text: &authored::Text) -> Spoken {
        // What is said takes as long in every language: a call is the same call whatever it is read in.
        let chars = self.facts_as_written.fill(text, &mut Vec::new()).chars().count();
        let text = self.text(key, text);
        let chars = u32::try_from(chars).unwrap_or(u32::MAX);
        let lasts_ms = chars.saturating_mul(self.temperament.speech_ms_per_char.value).saturating_sub(LINE_TAIL_MS);
        Spoken { text, lasts_ms }
    }

    fn persona(&mut self, it: &authored::Persona) -> Persona {
        Persona {
            name: self.text(|| "persona.name".into(), &it.name),
            called: self.text(|| "persona.called".into(), &it.called),
            about: self.text(|| "persona.about".into(), &it.about),
            temperament: self.temperament.clone(),
            look: it.look.as_ref().map(Appearance::look),
        }
    }

    fn case(&mut self, it: &authored::CaseFile, orders: Vec<OrderCard>) -> CaseCard {
        let steward = self.facts.word("me").unwrap_or_default().to_owned();
        let list = |resolver: &mut Self, name: &str, texts: &[authored::Text]| {
            let keyed = texts.iter().enumerate();
            keyed.map(|(n, text)| resolver.text(|| format!("case.{name}.{}", n + 1), text)).collect()
        };
        CaseCard {
            date: date_in(&it.today.value),
            room: self.text(|| "case.room".into(), &it.room),
            arrears: self.yuan(it.arrears_yuan),
            months: it.months,
            period: self.text(|| "case.period".into(), &it.period),
            pay_by: self.text(|| "case.pay_by".into(), &it.pay_by),
            today: self.text(|| "case.today".into(), &it.today),
            per_month: it.per_month_yuan.as_ref().map(|fee| self.yuan(fee.value)),
            area: self.maybe_text(|| "case.area".into(), it.area.as_ref()),
            handed_over: self.maybe_text(|| "case.handed_over".into(), it.handed_over.as_ref()),
            steward: self.context.wording.written(steward),
            orders,
            promises: list(self, "promise", &it.promises),
            notes: list(self, "note", &it.notes),
        }
    }

    fn orders(&mut self, case: &authored::CaseFile) -> Vec<OrderCard> {
        let card = |order: &authored::WorkOrder| {
            let id = &order.id.value;
            OrderCard {
                about: self.text(|| format!("order.{id}"), &order.about),
                since: self.maybe_text(|| format!("order.{id}.since"), order.since.as_ref()),
                id: id.clone().into(),
                status: order.status,
                kind: order.kind,
            }
        };
        case.work_orders.iter().map(card).collect()
    }

    fn prepare(&mut self, it: &authored::Prepare) -> Vec<PrepareStep> {
        let mut steps = Vec::new();
        let asked = [
            (PrepareKind::WorkOrders, "work_orders", &it.work_orders),
            (PrepareKind::TimeSlot, "time_slot", &it.time_slot),
            (PrepareKind::EntryPoint, "entry_point", &it.entry_point),
            (PrepareKind::Thought, "thought", &it.thought),
        ];
        for (kind, name, question) in asked {
            if let Some(question) = question {
                let question = self.question(&format!("prepare.{name}"), question);
                steps.push(PrepareStep { kind, question });
            }
        }
        if let Some(picks) = &it.materials {
            let question = self.picks("prepare.materials", picks);
            steps.push(PrepareStep { kind: PrepareKind::Materials, question });
        }
        steps.sort_by_key(|step| step.kind);
        steps
    }

    fn question(&mut self, key: &str, it: &authored::Question) -> Question {
        let answers = it.choices.iter().enumerate();
        Question {
            ask: self.maybe_text(|| format!("{key}.ask"), it.ask.as_ref()),
            items: values(&it.items),
            answers: answers.map(|(n, choice)| self.answer(&|| format!("{key}.{}", n + 1), choice)).collect(),
            needed: None,
        }
    }

    fn picks(&mut self, key: &str, it: &authored::Picks) -> Question {
        let needed = it.picks.iter().enumerate().filter(|(_, pick)| pick.needed).map(|(index, _)| index);
        let needed = Needed { answers: needed.collect(), shows: self.criteria(&it.shows) };
        let pick = |resolver: &mut Self, n: usize, pick: &authored::Pick| Answer {
            say: resolver.text(|| format!("{key}.{}", n + 1), &pick.say),
            why: resolver.maybe_text(|| format!("{key}.{}.why", n + 1), pick.why.as_ref()).unwrap_or_default(),
            is_best: pick.needed,
            ..Answer::blank()
        };
        Question {
            ask: self.maybe_text(|| format!("{key}.ask"), it.ask.as_ref()),
            items: values(&it.items),
            answers: it.picks.iter().enumerate().map(|(n, it)| pick(self, n, it)).collect(),
            needed: Some(needed),
        }
    }

    fn turn(&mut self, it: &authored::Turn) -> Turn {
        let id = &it.id.value;
        let answers = it.choices.iter().enumerate();
        Turn {
            id: id.clone().into(),
            speaker: self.maybe_text(|| format!("turn.{id}.speaker"), it.speaker.as_ref()),
            aside: self.maybe_text(|| format!("turn.{id}.aside"), it.aside.as_ref()),
            lines: self.lines(it),
            items: values(&it.items),
            think_secs: it.think_secs.as_ref().map_or(STANDING_THINK_SECS, |secs| secs.value),
            silence: self.silence(id, it.silence.as_ref()),
            answers: answers.map(|(n, choice)| self.answer(&|| format!("turn.{id}.{}", n + 1), choice)).collect(),
            routes: self.routes(&it.goto),
        }
    }

    fn lines(&mut self, it: &authored::Turn) -> Vec<Line> {
        let id = &it.id.value;
        let always = self.facts_told(&it.tells);
        let mut lines: Vec<Line> = Vec::with_capacity(it.lines.len() + 1);
        for (n, line) in it.lines.iter().enumerate() {
            lines.push(Line {
                tells: self.facts_told(&line.tells).or(always),
                when: self.conditions(&line.when),
                variants: self.variants(&format!("turn.{id}.line{}", n + 1), &line.say),
            });
        }
        if !it.owner.is_empty() {
            let variants = self.variants(&format!("turn.{id}.owner"), &it.owner);
            lines.push(Line { when: Vec::new(), variants, tells: always });
        }
        lines
    }

    fn variants(&mut self, key: &str, texts: &[authored::Text]) -> Vec<Spoken> {
        let keyed = texts.iter().enumerate();
        keyed.map(|(n, text)| self.spoken(|| format!("{key}.{}", n + 1), text)).collect()
    }

    fn silence(&mut self, turn: &str, it: Option<&authored::Silence>) -> Silence {
        Silence {
            owner: self.maybe_text(|| format!("turn.{turn}.silence"), it.and_then(|it| it.owner.as_ref())),
            patience: it.and_then(|it| it.patience).unwrap_or(STANDING_SILENCE).points(),
            routes: it.map(|it| self.routes(&it.goto)).unwrap_or_default(),
        }
    }

    fn answer(&mut self, key: &dyn Fn() -> String, it: &authored::Choice) -> Answer {
        let said = self.text(key, &it.say);
        let (say, heard) = cut(&said);
        Answer {
            say,
            why: self.maybe_text(|| format!("{}.why", key()), it.why.as_ref()).unwrap_or_default(),
            is_best: it.best,
            trust: it.trust.points(),
            patience: it.patience.points(),
            shows: self.criteria(&it.shows),
            misses: self.criteria(&it.misses),
            breaches: self.breaches(&it.breaks),
            chases: it.chases,
            addresses: self.addressed(&it.addresses),
            sets: self.flags(&it.sets),
            clears: self.flags(&it.clears),
            when: self.conditions(&it.when),
            cut_in: it.cut_in.as_ref().map(|cut_in| Box::new(self.cut_in(key, cut_in, heard))),
            clock: self.maybe_text(|| format!("{}.clock", key()), it.clock.as_ref()),
            right_after: self.endings_named(&it.right_after),
            routes: self.routes(&it.goto),
        }
    }

    fn cut_in(&mut self, key: &dyn Fn() -> String, it: &authored::CutIn, heard: Str) -> CutIn {
        CutIn {
            when: self.conditions(&it.when),
            heard,
            owner: self.spoken(|| format!("{}.cut_in", key()), &it.owner),
            patience: it.patience.points(),
            routes: self.routes(&it.goto),
        }
    }

    fn notes(&mut self, facts: &[authored::Fact], log: &authored::Log) -> Vec<Note> {
        let mut notes = Vec::with_capacity(facts.len() + log.decoys.len());
        for fact in facts {
            let id = &fact.id.value;
            notes.push(Note {
                slot: fact.slot,
                text: self.text(|| format!("fact.{id}"), &fact.note),
                why: self.maybe_text(|| format!("fact.{id}.why"), fact.why.as_ref()),
                is_fact: true,
            });
        }
        for (n, decoy) in log.decoys.iter().enumerate() {
            notes.push(Note {
                slot: decoy.slot,
                text: self.text(|| format!("decoy.{}", n + 1), &decoy.note),
                why: self.maybe_text(|| format!("decoy.{}.why", n + 1), decoy.why.as_ref()),
                is_fact: false,
            });
        }
        notes
    }

    fn ending(&mut self, it: &authored::Ending) -> Ending {
        let id = &it.id.value;
        Ending {
            id: id.clone().into(),
            outcome: it.outcome,
            title: self.text(|| format!("ending.{id}.title"), &it.title),
            text: self.text(|| format!("ending.{id}.text"), &it.text),
            owner: it.owner.as_ref().map(|line| self.spoken(|| format!("ending.{id}.owner"), line)),
            speaker: self.maybe_text(|| format!("ending.{id}.speaker"), it.speaker.as_ref()),
            tells: self.facts_told(&it.tells),
        }
    }
}

fn values(items: &[Spanned<u32>]) -> Vec<u32> {
    items.iter().map(|item| item.value).collect()
}
