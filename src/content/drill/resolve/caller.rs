//! Those who ring, ready to ring: in the language, with their speech timed.

use std::collections::HashMap;

use super::{Context, NUMBER, ORDINARY_PATIENCE, Writer};
use crate::content::drill::card::*;
use crate::content::drill::{Caller, CallersSay, Check, Exchange, FalseFact, Reply, ToldFact};
use crate::content::language::shared;
use crate::content::look::Appearance;
use crate::content::names::{FACT, look_up};
use crate::content::scenario::{Slot, Text};
use crate::content::script::Str;
use crate::content::temperament::temperament_named;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::id::Bits;

/// One caller while resolved.
struct Speaker<'a> {
    /// The caller's id: every key begins with it.
    id: &'a str,
    writer: &'a Writer<'a>,
    /// The standing words of whoever calls.
    standing: &'a Writer<'a>,
    facts: HashMap<&'a str, usize>,
    ms_per_char: u32,
    problems: Vec<Diagnostic>,
}

/// One caller, and what is wrong with them.
pub fn resolve(it: &Caller, context: &Context<'_>, writer: &Writer<'_>) -> (CallerCard, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let temperament = temperament_named(&it.temperament, context.temperaments, &mut problems);
    let facts = numbered(&it.facts, &mut problems);
    let wording = context.book.of(shared::MANNERS);
    let standing = Writer { wording: &wording, ..*writer };
    let ms_per_char = temperament.speech_ms_per_char.value;
    let mut speaker = Speaker { id: &it.id.value, writer, standing: &standing, facts, ms_per_char, problems };
    let own_closing = it.closing.as_ref().map(|text| speaker.words("closing", text));
    let mut card = CallerCard {
        id: it.id.value.clone().into(),
        look: it.look.as_ref().map(Appearance::look),
        name: speaker.text("name", &it.name),
        about: speaker.text("about", &it.about),
        matter: it.kind,
        line: it.line,
        number: it.number.value.as_str().into(),
        patience_percent: ORDINARY_PATIENCE * ORDINARY_PATIENCE / temperament.patience_loss.value.max(1),
        facts: it.facts.iter().map(|fact| speaker.fact(fact)).collect(),
        decoys: it.decoys.iter().enumerate().map(|(at, decoy)| speaker.decoy(at, decoy)).collect(),
        talk: speaker.talk("talk", &it.talk),
        later: it.later.as_ref().map(|later| LaterCard {
            ready_ms: later.ready_secs.value.saturating_mul(1000),
            due_ms: later.due_secs.value.saturating_mul(1000),
            talk: speaker.talk("later", &later.talk),
        }),
        closing: Words::default(),
        says: CallersSayCard::default(),
    };
    // What is wrong with the standing words is told where those are checked.
    let problems = std::mem::take(&mut speaker.problems);
    let says = &context.manners.callers_say;
    card.closing = own_closing.unwrap_or_else(|| speaker.says_standing("closing", &says.closing));
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
    fn key(&self, field: &str) -> String {
        format!("{}.{field}", self.id)
    }

    fn text(&mut self, field: &str, text: &Text) -> Str {
        self.writer.text(&self.key(field), text, &mut self.problems)
    }

    fn words(&mut self, field: &str, text: &Text) -> Words {
        let words = self.text(field, text);
        self.timed(self.writer, words, text)
    }

    /// What any caller says.
    fn says_standing(&mut self, field: &str, text: &Text) -> Words {
        let words = self.standing.text(&format!("says.{field}"), text, &mut self.problems);
        self.timed(self.standing, words, text)
    }

    /// What is said takes as long in every language: a shift is the same shift whatever it is read in.
    fn timed(&self, writer: &Writer<'_>, words: Str, written: &Text) -> Words {
        let chars = writer.as_written.fill(written, &mut Vec::new()).chars().count();
        let chars = u32::try_from(chars).unwrap_or(u32::MAX);
        Words { text: words, lasts_ms: chars.saturating_mul(self.ms_per_char) }
    }

    fn fact(&mut self, fact: &ToldFact) -> FactCard {
        let field = format!("fact.{}", fact.id.value);
        let own = std::slice::from_ref(&fact.note);
        let (accept_field, accept) = match fact.accept.is_empty() {
            true => (format!("{field}.said"), own),
            false => (format!("{field}.accept"), fact.accept.as_slice()),
        };
        let accept = self.writer.understood(&self.key(&accept_field), accept, &mut self.problems);
        FactCard { slot: fact.slot, note: self.text(&field, &fact.note), accept, why: Str::default() }
    }

    fn decoy(&mut self, at: usize, decoy: &FalseFact) -> FactCard {
        let field = format!("decoy.{at}");
        FactCard {
            slot: Slot::What,
            note: self.text(&field, &decoy.note),
            accept: self.writer.understood(&self.key(&format!("{field}.accept")), &decoy.accept, &mut self.problems),
            why: self.text(&format!("{field}.why"), &decoy.why),
        }
    }

    fn says(&mut self, says: &CallersSay, number: &str) -> CallersSayCard {
        let any = |speaker: &mut Self, field: &str, texts: &[Text]| -> Vec<Words> {
            let texts = texts.iter().enumerate();
            texts.map(|(at, text)| speaker.says_standing(&format!("{field}.{at}"), text)).collect()
        };
        let facts = self.standing.facts.with(NUMBER, number);
        let as_written = self.standing.as_written.with(NUMBER, number);
        let writer = Writer { facts: &facts, as_written: &as_written, ..*self.standing };
        let leaves_number = writer.text("says.leaves_number", &says.leaves_number, &mut self.problems);
        CallersSayCard {
            nudge: any(self, "nudge", &says.nudge),
            interrupted: any(self, "interrupted", &says.interrupted),
            will_wait: self.says_standing("will_wait", &says.will_wait),
            waited: self.says_standing("waited", &says.waited),
            leaves_number: self.timed(&writer, leaves_number, &says.leaves_number),
            goodbye: self.says_standing("goodbye", &says.goodbye),
            picks_up: self.says_standing("picks_up", &says.picks_up),
        }
    }

    fn talk(&mut self, field: &str, talk: &[Exchange]) -> Vec<ExchangeCard> {
        talk.iter().enumerate().map(|(at, exchange)| self.exchange(&format!("{field}.{at}"), exchange)).collect()
    }

    fn exchange(&mut self, field: &str, it: &Exchange) -> ExchangeCard {
        ExchangeCard {
            caller: self.words(&format!("{field}.caller"), &it.caller),
            tells: look_up(&it.tells, &self.facts, FACT, &mut self.problems).collect(),
            replies: it.replies.iter().enumerate().map(|(at, it)| self.reply(&format!("{field}.{at}"), it)).collect(),
        }
    }

    fn reply(&mut self, field: &str, reply: &Reply) -> ReplyCard {
        let why = self.key(&format!("{field}.why"));
        ReplyCard {
            say: self.text(field, &reply.say),
            why: self.writer.maybe(&why, reply.why.as_ref(), &mut self.problems),
            is_best: reply.best,
            shows: checks(&reply.shows),
            slips: checks(&reply.slips),
            caller: reply.caller.as_ref().map(|text| self.words(&format!("{field}.caller"), text)),
            ends: reply.ends,
            promises: reply.promises,
        }
    }
}

fn checks(written: &[Spanned<Check>]) -> Bits {
    written.iter().map(|check| check.value.index()).collect()
}
