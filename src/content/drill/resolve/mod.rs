//! From what authors wrote about the front desk to what can be worked: names looked up, lines filled in, speech timed.

mod caller;

use std::collections::HashMap;

use super::card::*;
use super::{Caller, Drill, Entry, Manners, Part, RingRule, Scorecard, StandingLine};
use crate::content::check;
use crate::content::fill::Facts;
use crate::content::language::{Language, Wordbook, Wording, shared, traditional};
use crate::content::names::{Kind, look_up};
use crate::content::scenario::Text;
use crate::content::script::Str;
use crate::content::temperament::Temperament;
use crate::diagnostic::{Diagnostic, Severity, Spanned};

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
    /// The language, and what is said in it.
    pub book: Wordbook<'a>,
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

/// How many letters say what one Chinese character says: a note may be as much longer.
const LETTERS_A_CHARACTER: u32 = 3;

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
    let own = context.book.of(&drill.id.value);
    let (facts, as_written) = (words_of(drill, &own), words_of(drill, &Wording::as_written()));
    let writer = Writer { facts: &facts, as_written: &as_written, wording: &own };
    let invited = invited(drill, context, &mut problems);
    let callers = {
        let wording = context.book.of(shared::CALLERS);
        let writer = Writer { wording: &wording, ..writer };
        invited.into_iter().filter_map(|it| sound(it, context, &writer)).collect()
    };
    let units = drill.unit.iter().enumerate();
    let unit: Vec<Str> = units.map(|(at, it)| writer.text(&format!("unit.{at}"), it, &mut problems)).collect();
    // What is wrong with other files is told where those are checked.
    let mut elsewhere = Vec::new();
    let wording = context.book.of(shared::MANNERS);
    let manners = manners(context.manners, (drill, &unit), &Writer { wording: &wording, ..writer }, &mut elsewhere);
    let wording = context.book.of(shared::SCORECARD);
    let scorecard = scorecard(context.scorecard, &Writer { wording: &wording, ..writer }, &mut elsewhere);
    let secs = |written: &Option<Spanned<u32>>, standing: u32| written.as_ref().map_or(standing, |it| it.value);
    let mut text = |key: String, text: &Text| writer.text(&key, text, &mut problems);
    let mut phones: Vec<PhoneCard> = drill
        .phones
        .iter()
        .enumerate()
        .map(|(at, phone)| PhoneCard {
            name: text(format!("phone.{at}"), &phone.name),
            tone: phone.tone,
            is_far: phone.far,
        })
        .collect();
    phones.sort_by_key(|phone| phone.is_far);
    let card = DrillCard {
        id: drill.id.value.clone().into(),
        title: text("title".to_owned(), &drill.title),
        summary: text("summary".to_owned(), &drill.summary),
        items: drill.items.iter().map(|item| item.value).collect(),
        unit,
        me: text("me".to_owned(), &drill.me),
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
        directory: directory(drill, &mut text),
        callers,
        manners,
        scorecard,
    };
    (card, problems)
}

fn directory(drill: &Drill, text: &mut dyn FnMut(String, &Text) -> Str) -> Vec<(Str, Str)> {
    let entries = drill.directory.iter().enumerate();
    let entry =
        |(at, it): (usize, &Entry)| (text(format!("directory.{at}"), &it.name), it.number.value.as_str().into());
    entries.map(entry).collect()
}

/// A caller who can ring: one with errors is told of where callers are checked, and does not ring.
fn sound(it: &Caller, context: &Context<'_>, writer: &Writer<'_>) -> Option<CallerCard> {
    let (card, mut problems) = caller::resolve(it, context, writer);
    check::one_caller(&check::OneCaller { caller: it, card: &card }, &mut problems);
    problems.iter().all(|problem| problem.severity == Severity::Warning).then_some(card)
}

/// One caller by itself, and what is wrong with it.
pub fn resolve_caller(it: &Caller, context: &Context<'_>) -> (CallerCard, Vec<Diagnostic>) {
    let facts = Facts::from_words([UNIT, ME].map(|name| (name.to_owned(), name.to_owned())).into());
    let wording = context.book.of(shared::CALLERS);
    caller::resolve(it, context, &Writer { facts: &facts, as_written: &facts, wording: &wording })
}

/// The centre's name in lines: `{unit}`.
pub const UNIT: &str = "unit";
/// The trainee's name in lines: `{me}`.
pub const ME: &str = "me";
/// The number on the display, in what a caller says of it: `{number}`.
pub const NUMBER: &str = "number";

fn words_of(drill: &Drill, own: &Wording<'_>) -> Facts {
    let text =
        |key: &str, text: &Text| own.translated(|| key.to_owned(), &text.value).unwrap_or(&text.value).to_owned();
    let unit = drill.unit.first().map(|unit| text("unit.0", unit)).unwrap_or_default();
    Facts::from_words(vec![(UNIT.to_owned(), unit), (ME.to_owned(), text("me", &drill.me))])
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

/// Between words in a translation any of which are understood.
pub(in crate::content) const OR: char = '|';

/// Fills lines in and writes them in the language.
#[derive(Clone, Copy)]
struct Writer<'a> {
    facts: &'a Facts,
    /// The same in the author's words: by these speech is timed.
    as_written: &'a Facts,
    wording: &'a Wording<'a>,
}

impl Writer<'_> {
    fn text(&self, key: &str, text: &Text, problems: &mut Vec<Diagnostic>) -> Str {
        let filled = match self.wording.translated(|| key.to_owned(), &text.value) {
            Some(translated) => {
                let text = Spanned { value: translated.to_owned(), at: text.at };
                self.facts.fill(&text, problems)
            }
            None => self.facts.fill(text, problems),
        };
        self.wording.written(filled)
    }

    fn maybe(&self, key: &str, text: Option<&Text>, problems: &mut Vec<Diagnostic>) -> Str {
        text.map(|text| self.text(key, text, problems)).unwrap_or_default()
    }

    fn plain(&self, text: &str) -> Str {
        self.wording.written(text.to_owned())
    }

    /// What is understood of what people type: this language's words, and the author's in both scripts. A translation may
    /// name several, with [`OR`] between them.
    fn understood(&self, key: &str, texts: &[Text], problems: &mut Vec<Diagnostic>) -> Vec<Str> {
        let mut known: Vec<Str> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let ours = self.text(&format!("{key}.{at}"), text, problems);
            let theirs = self.as_written.fill(text, &mut Vec::new());
            let both = [theirs.clone(), traditional(&theirs)];
            for word in ours.split(OR).map(str::trim).chain(both.iter().map(String::as_str)) {
                if !known.iter().any(|it| **it == *word) {
                    known.push(word.into());
                }
            }
        }
        known
    }
}

fn manners(
    it: &Manners,
    (drill, units): (&Drill, &[Str]),
    writer: &Writer<'_>,
    problems: &mut Vec<Diagnostic>,
) -> MannersCard {
    let mut parts: Vec<PartCard> = Vec::with_capacity(it.parts.len());
    for part in &it.parts {
        let key = format!("part.{}", part.part.word());
        let words = writer.understood(&format!("{key}.word"), &part.words, problems);
        parts.push(PartCard { part: part.part, name: writer.text(&key, &part.name, problems), words });
    }
    for part in &mut parts {
        match part.part {
            Part::Unit => {
                part.words.extend(drill.unit.iter().map(|unit| writer.plain(&unit.value)));
                part.words.extend(units.iter().cloned());
            }
            Part::Name => {
                part.words.push(writer.plain(&drill.me.value));
                part.words.extend(writer.facts.word(ME).map(Str::from));
            }
            _ => {}
        }
    }
    let mut lines = |moment: &str, lines: &[StandingLine]| -> Vec<LineCard> {
        let line = |(at, line): (usize, &StandingLine)| {
            let key = format!("{moment}.{at}");
            let why = writer.maybe(&format!("{key}.why"), line.why.as_ref(), problems);
            LineCard { say: writer.text(&key, &line.say, problems), why }
        };
        lines.iter().enumerate().map(line).collect()
    };
    let (openings, leave) = (lines("opening", &it.openings), lines("leave", &it.leave));
    let take_number = lines("take_number", &it.take_number);
    let (back, goodbyes) = (lines("back", &it.back), lines("goodbye", &it.goodbyes));
    let life = it.life.iter().map(|life| {
        let key = |field: &str| format!("life.{}.{field}", life.id.value);
        LifeCard {
            id: life.id.value.clone().into(),
            appears: writer.text(&key("appears"), &life.appears, problems),
            put: writer.text(&key("put"), &life.put, problems),
            must: life.must,
            copy: life.copy.as_ref().map(|text| writer.text(&key("copy"), text, problems)),
            why: writer.maybe(&key("why"), life.why.as_ref(), problems),
        }
    });
    let life = life.collect();
    MannersCard { parts, openings, leave, take_number, back, goodbyes, life }
}

fn scorecard(it: &Scorecard, writer: &Writer<'_>, problems: &mut Vec<Diagnostic>) -> ScorecardCard {
    let judged = it.criteria.iter().map(|judged| JudgedCard {
        check: judged.id.value,
        name: writer.text(judged.id.value.word(), &judged.name, problems),
        why: writer.text(&format!("{}.why", judged.id.value.word()), &judged.why, problems),
        weight: judged.weight.value,
        fails_below: judged.fails_below.as_ref().map(|share| share.value),
    });
    ScorecardCard {
        pass_mark: it.pass_mark.value,
        note_recall: it.note_recall.value,
        note_most_chars: match writer.wording.language() {
            Language::ZhHans | Language::ZhHant => it.note_most_chars.value,
            Language::En => it.note_most_chars.value.saturating_mul(LETTERS_A_CHARACTER),
        },
        criteria: judged.collect(),
    }
}
