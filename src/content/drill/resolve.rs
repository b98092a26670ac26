//! From what authors wrote about the front desk to what can be worked: names looked up, lines filled in, speech timed.

use std::collections::HashMap;

use super::card::*;
use super::{
    Caller, CallersSay, Check, Drill, Exchange, FalseFact, Manners, Part, RingRule, Scorecard, StandingLine, ToldFact,
};
use crate::content::check;
use crate::content::fill::Facts;
use crate::content::language::Wording;
use crate::content::names::{FACT, Kind, look_up};
use crate::content::scenario::{Slot, Text};
use crate::content::script::Str;
use crate::content::temperament::{Temperament, temperament_named};
use crate::diagnostic::{Diagnostic, Severity, Span, Spanned};
use crate::id::Bits;

/// What a shift is resolved against.
pub struct Context<'a> {
    /// Everybody on the shelf who rings.
    pub callers: &'a [Caller],
    /// The standing lines.
    pub manners: &'a Manners,
    /// The scorecard.
    pub scorecard: &'a Scorecard,
    /// The kinds of person.
    pub temperaments: &'a [Temperament],
    /// The language.
    pub wording: Wording<'a>,
}

/// One ring, in seconds, where a shift does not say (facts.md item 45).
const STANDING_RING_SECS: u32 = 3;
/// The last ring in time (facts.md item 45).
const STANDING_ANSWER_WITHIN: u32 = 3;
/// Rings until an ordinary caller gives up: half a minute.
const STANDING_GIVES_UP_AFTER: u32 = 10;
/// The way to the far phone, in seconds.
const STANDING_WALK_SECS: u32 = 3;
/// An ordinary person's patience, in percent.
const ORDINARY_PATIENCE: u32 = 100;

/// The name of a caller.
const CALLER: Kind = Kind::of_list("来电人", "unknown-caller");

impl RingRule {
    /// The ring from which one apologises.
    pub fn apologise_from(self) -> u32 {
        match self {
            Self::Standing => 5,
            Self::Trade => 4,
        }
    }
}

/// Resolves a shift; workable only if no error is among the diagnostics. Callers with errors of their own are left out.
pub fn resolve(drill: &Drill, context: &Context<'_>) -> (DrillCard, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let facts = words_of(drill);
    let writer = Writer { facts: &facts, wording: &context.wording };
    let invited = invited(drill, context, &mut problems);
    let callers = invited.into_iter().filter_map(|it| sound(it, context, &writer)).collect();
    // What is wrong with other files is told where those are checked.
    let mut elsewhere = Vec::new();
    let manners = manners(context.manners, drill, &writer, &mut elsewhere);
    let scorecard = scorecard(context.scorecard, &writer, &mut elsewhere);
    let secs = |written: &Option<Spanned<u32>>, standing: u32| written.as_ref().map_or(standing, |it| it.value);
    let mut text = |text: &Text| writer.text(text, &mut problems);
    let mut phones: Vec<PhoneCard> = drill
        .phones
        .iter()
        .map(|phone| PhoneCard { name: text(&phone.name), tone: phone.tone, is_far: phone.far })
        .collect();
    phones.sort_by_key(|phone| phone.is_far);
    let card = DrillCard {
        id: drill.id.value.clone().into(),
        title: text(&drill.title),
        summary: text(&drill.summary),
        items: drill.items.iter().map(|item| item.value).collect(),
        unit: drill.unit.iter().map(&mut text).collect(),
        me: text(&drill.me),
        shift_ms: drill.shift_secs.value.saturating_mul(1000),
        rule: drill.rule,
        rings: Rings {
            ring_ms: secs(&drill.ring_secs, STANDING_RING_SECS).saturating_mul(1000),
            answer_within: secs(&drill.answer_within, STANDING_ANSWER_WITHIN),
            apologise_from: secs(&drill.apologise_from, drill.rule.apologise_from()),
            gives_up_after: secs(&drill.gives_up_after, STANDING_GIVES_UP_AFTER),
        },
        walk_ms: secs(&drill.walk_secs, STANDING_WALK_SECS).saturating_mul(1000),
        pace: pace(&drill.pace),
        phones,
        directory: drill.directory.iter().map(|it| (text(&it.name), text(&it.number))).collect(),
        callers,
        manners,
        scorecard,
    };
    (card, problems)
}

/// A caller who can ring: one with errors is told of where callers are checked, and does not ring.
fn sound(it: &Caller, context: &Context<'_>, writer: &Writer<'_>) -> Option<CallerCard> {
    let (card, mut problems) = caller(it, context, writer);
    check::one_caller(&check::OneCaller { caller: it, card: &card }, &mut problems);
    problems.iter().all(|problem| problem.severity == Severity::Warning).then_some(card)
}

/// One caller by itself, and what is wrong with it.
pub fn resolve_caller(it: &Caller, context: &Context<'_>) -> (CallerCard, Vec<Diagnostic>) {
    let facts = Facts::from_words([UNIT, ME].map(|name| (name.to_owned(), name.to_owned())).into());
    caller(it, context, &Writer { facts: &facts, wording: &context.wording })
}

/// The centre's name in lines: `{unit}`.
pub const UNIT: &str = "unit";
/// The trainee's name in lines: `{me}`.
pub const ME: &str = "me";
/// The number on the display, in what a caller says of it: `{number}`.
pub const NUMBER: &str = "number";

fn words_of(drill: &Drill) -> Facts {
    let unit = drill.unit.first().map(|unit| unit.value.clone()).unwrap_or_default();
    Facts::from_words(vec![(UNIT.to_owned(), unit), (ME.to_owned(), drill.me.value.clone())])
}

/// Those whom a shift lets ring: the named, or everybody.
fn invited<'a>(drill: &Drill, context: &Context<'a>, problems: &mut Vec<Diagnostic>) -> Vec<&'a Caller> {
    if drill.callers.is_empty() {
        return context.callers.iter().collect();
    }
    let known: HashMap<&str, usize> =
        context.callers.iter().enumerate().map(|(index, caller)| (caller.id.value.as_str(), index)).collect();
    look_up(&drill.callers, &known, CALLER, problems).map(|index| &context.callers[index]).collect()
}

fn pace(it: &super::Pace) -> PaceCard {
    PaceCard {
        least_gap_ms: it.gap.least_secs.value.saturating_mul(1000),
        most_gap_ms: it.gap.most_secs.value.saturating_mul(1000),
        together: it.together.value,
        meanwhile: it.meanwhile.value,
        far: it.far.value,
        colleague: it.colleague.value,
        life: it.life.value,
    }
}

/// Fills lines in and writes them in the language.
struct Writer<'a> {
    facts: &'a Facts,
    wording: &'a Wording<'a>,
}

impl Writer<'_> {
    fn text(&self, text: &Text, problems: &mut Vec<Diagnostic>) -> Str {
        self.wording.written(self.facts.fill(text, problems))
    }

    fn maybe(&self, text: Option<&Text>, problems: &mut Vec<Diagnostic>) -> Str {
        text.map(|text| self.text(text, problems)).unwrap_or_default()
    }

    fn texts(&self, texts: &[Text], problems: &mut Vec<Diagnostic>) -> Vec<Str> {
        texts.iter().map(|text| self.text(text, problems)).collect()
    }

    fn plain(&self, text: &str) -> Str {
        self.wording.written(text.to_owned())
    }
}

/// One caller while resolved.
struct Speaker<'a> {
    writer: &'a Writer<'a>,
    facts: HashMap<&'a str, usize>,
    ms_per_char: u32,
    problems: Vec<Diagnostic>,
}

fn caller(it: &Caller, context: &Context<'_>, writer: &Writer<'_>) -> (CallerCard, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let temperament = temperament_named(&it.temperament, context.temperaments, &mut problems);
    let facts = numbered(&it.facts, &mut problems);
    let mut speaker = Speaker { writer, facts, ms_per_char: temperament.speech_ms_per_char.value, problems };
    let own_closing = it.closing.as_ref().map(|text| speaker.words(text));
    let mut card = CallerCard {
        id: it.id.value.clone().into(),
        name: speaker.text(&it.name),
        about: speaker.text(&it.about),
        matter: it.kind,
        line: it.line,
        number: speaker.text(&it.number),
        patience_percent: ORDINARY_PATIENCE * ORDINARY_PATIENCE / temperament.patience_loss.value.max(1),
        facts: it.facts.iter().map(|fact| speaker.fact(fact)).collect(),
        decoys: it.decoys.iter().map(|decoy| speaker.decoy(decoy)).collect(),
        talk: speaker.talk(&it.talk),
        later: it.later.as_ref().map(|later| LaterCard {
            ready_ms: later.ready_secs.value.saturating_mul(1000),
            due_ms: later.due_secs.value.saturating_mul(1000),
            talk: speaker.talk(&later.talk),
        }),
        closing: Words::default(),
        says: CallersSayCard::default(),
    };
    // What is wrong with the standing words is told where those are checked.
    let problems = std::mem::take(&mut speaker.problems);
    let says = &context.manners.callers_say;
    card.closing = own_closing.unwrap_or_else(|| speaker.words(&says.closing));
    card.says = speaker.says(says, &it.number.value);
    (card, problems)
}

fn numbered<'a>(facts: &'a [ToldFact], problems: &mut Vec<Diagnostic>) -> HashMap<&'a str, usize> {
    let mut numbers = HashMap::new();
    for (index, fact) in facts.iter().enumerate() {
        if numbers.contains_key(fact.id.value.as_str()) {
            problems.push(twice(&fact.id.value, fact.id.at));
        } else {
            numbers.insert(fact.id.value.as_str(), index);
        }
    }
    numbers
}

fn twice(id: &str, at: Span) -> Diagnostic {
    Diagnostic::error("duplicate-id", at, format!("`{id}` 写了两次")).help("换一个没用过的名字")
}

impl Speaker<'_> {
    fn text(&mut self, text: &Text) -> Str {
        self.writer.text(text, &mut self.problems)
    }

    fn texts(&mut self, texts: &[Text]) -> Vec<Str> {
        self.writer.texts(texts, &mut self.problems)
    }

    fn words(&mut self, text: &Text) -> Words {
        let text = self.text(text);
        self.timed(text)
    }

    fn timed(&self, text: Str) -> Words {
        let chars = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        Words { text, lasts_ms: chars.saturating_mul(self.ms_per_char) }
    }

    fn fact(&mut self, fact: &ToldFact) -> FactCard {
        let note = self.text(&fact.note);
        let accept = if fact.accept.is_empty() { vec![note.clone()] } else { self.texts(&fact.accept) };
        FactCard { slot: fact.slot, note, accept, why: Str::default() }
    }

    fn decoy(&mut self, decoy: &FalseFact) -> FactCard {
        FactCard {
            slot: Slot::What,
            note: self.text(&decoy.note),
            accept: self.texts(&decoy.accept),
            why: self.text(&decoy.why),
        }
    }

    fn says(&mut self, says: &CallersSay, number: &str) -> CallersSayCard {
        let with_number = self.writer.facts.with(NUMBER, number).fill(&says.leaves_number, &mut self.problems);
        CallersSayCard {
            nudge: says.nudge.iter().map(|text| self.words(text)).collect(),
            interrupted: says.interrupted.iter().map(|text| self.words(text)).collect(),
            will_wait: self.words(&says.will_wait),
            waited: self.words(&says.waited),
            leaves_number: self.timed(self.writer.wording.written(with_number)),
            goodbye: self.words(&says.goodbye),
            picks_up: self.words(&says.picks_up),
        }
    }

    fn talk(&mut self, talk: &[Exchange]) -> Vec<ExchangeCard> {
        talk.iter().map(|exchange| self.exchange(exchange)).collect()
    }

    fn exchange(&mut self, it: &Exchange) -> ExchangeCard {
        ExchangeCard {
            caller: self.words(&it.caller),
            tells: look_up(&it.tells, &self.facts, FACT, &mut self.problems).collect(),
            replies: it
                .replies
                .iter()
                .map(|reply| ReplyCard {
                    say: self.text(&reply.say),
                    why: self.writer.maybe(reply.why.as_ref(), &mut self.problems),
                    is_best: reply.best,
                    shows: checks(&reply.shows),
                    slips: checks(&reply.slips),
                    caller: reply.caller.as_ref().map(|text| self.words(text)),
                    ends: reply.ends,
                    promises: reply.promises,
                })
                .collect(),
        }
    }
}

fn checks(written: &[Spanned<Check>]) -> Bits {
    written.iter().map(|check| check.value.index()).collect()
}

fn manners(it: &Manners, drill: &Drill, writer: &Writer<'_>, problems: &mut Vec<Diagnostic>) -> MannersCard {
    let mut parts: Vec<PartCard> = it
        .parts
        .iter()
        .map(|part| PartCard {
            part: part.part,
            name: writer.text(&part.name, problems),
            words: writer.texts(&part.words, problems),
        })
        .collect();
    for part in &mut parts {
        match part.part {
            Part::Unit => part.words.extend(drill.unit.iter().map(|unit| writer.plain(&unit.value))),
            Part::Name => part.words.push(writer.plain(&drill.me.value)),
            _ => {}
        }
    }
    let mut lines = |lines: &[StandingLine]| -> Vec<LineCard> {
        let line = |line: &StandingLine| LineCard {
            say: writer.text(&line.say, problems),
            why: writer.maybe(line.why.as_ref(), problems),
        };
        lines.iter().map(line).collect()
    };
    let (openings, leave, take_number) = (lines(&it.openings), lines(&it.leave), lines(&it.take_number));
    let (back, goodbyes) = (lines(&it.back), lines(&it.goodbyes));
    let life = it.life.iter().map(|life| LifeCard {
        id: life.id.value.clone().into(),
        appears: writer.text(&life.appears, problems),
        put: writer.text(&life.put, problems),
        must: life.must,
        copy: life.copy.as_ref().map(|text| writer.text(text, problems)),
        why: writer.maybe(life.why.as_ref(), problems),
    });
    let life = life.collect();
    MannersCard { parts, openings, leave, take_number, back, goodbyes, life }
}

fn scorecard(it: &Scorecard, writer: &Writer<'_>, problems: &mut Vec<Diagnostic>) -> ScorecardCard {
    let judged = it.criteria.iter().map(|judged| JudgedCard {
        check: judged.id.value,
        name: writer.text(&judged.name, problems),
        why: writer.text(&judged.why, problems),
        weight: judged.weight.value,
        fails_below: judged.fails_below.as_ref().map(|share| share.value),
    });
    ScorecardCard {
        pass_mark: it.pass_mark.value,
        note_recall: it.note_recall.value,
        note_most_chars: it.note_most_chars.value,
        criteria: judged.collect(),
    }
}
