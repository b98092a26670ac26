//! The call once more, question by question: what was asked, what was said, what it was worth, what was recommended.
//!
//! This is data; both faces draw it.

use crate::content::law::Level;
use crate::content::scenario::Slot;
use crate::content::script::{Mood, PrepareKind, Script, Str};
use crate::id::{BreachId, CriterionId, NoteId};
use crate::play::call::{Beat, Call, answered, cut_in_words, owner_line};
use crate::play::offer::{Reply, answers, recommended, words};
use crate::play::score::{Score, score};
use crate::play::state::{Phase, Stage, State};
use crate::play::step::{Act, Event, Events};

/// A whole call, reviewed.
#[derive(Clone, Debug)]
pub struct Debrief<'c> {
    /// The verdicts.
    pub score: Score,
    /// Question by question.
    pub reviews: Vec<Review<'c>>,
    /// The owner's last words.
    pub last_words: Vec<Said<'c>>,
}

/// One question and what became of it.
#[derive(Clone, Debug)]
pub struct Review<'c> {
    /// Which beat of the call, for taking it again from here.
    pub beat: usize,
    /// Which stage of the call.
    pub stage: Stage,
    /// Which question.
    pub question: QuestionName<'c>,
    /// What was said before the answer.
    pub before: Vec<Said<'c>>,
    /// The number of the reply as it was shown, from 1; none for silence.
    pub number: Option<u8>,
    /// The reply; none for silence.
    pub reply: Option<Reply>,
    /// Its words, as far as they were heard; none for silence and for "that is all".
    pub said: Option<&'c str>,
    /// What there is to learn from it; empty where nothing was written.
    pub why: &'c str,
    /// What it was worth.
    pub verdict: TurnVerdict,
    /// What was recommended, where something else was said.
    pub better: Option<Recommendation<'c>>,
    /// Lines it crossed.
    pub breaches: Vec<BreachId>,
    /// Criteria it met.
    pub shown: Vec<CriterionId>,
    /// Criteria it spoiled.
    pub missed: Vec<CriterionId>,
    /// Whether the owner cut it short.
    pub cut_short: bool,
    /// Whether it talked over the owner.
    pub talked_over: bool,
    /// Whether it asked for money over an open service defect.
    pub chased_over_defect: bool,
    /// The mood it found.
    pub mood_before: Mood,
    /// The mood it left.
    pub mood_after: Mood,
}

/// A question's name, stable across languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionName<'c> {
    /// Before dialling.
    Prepare(PrepareKind),
    /// A turn of the talk.
    Turn(&'c str),
    /// A box of the note.
    Slot(Slot),
    /// The next call.
    FollowUp,
}

impl QuestionName<'_> {
    /// The name as it stands in reports: `prepare.time_slot`, a turn's id, `log.when`, `log.follow_up`.
    pub fn id(&self) -> String {
        match self {
            Self::Prepare(PrepareKind::WorkOrders) => "prepare.work_orders".into(),
            Self::Prepare(PrepareKind::TimeSlot) => "prepare.time_slot".into(),
            Self::Prepare(PrepareKind::Materials) => "prepare.materials".into(),
            Self::Prepare(PrepareKind::EntryPoint) => "prepare.entry_point".into(),
            Self::Prepare(PrepareKind::Thought) => "prepare.thought".into(),
            Self::Turn(id) => (*id).into(),
            Self::Slot(slot) => format!("log.{}", slot.word().to_lowercase()),
            Self::FollowUp => "log.follow_up".into(),
        }
    }
}

/// Somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'c> {
    /// Who, when it is not the owner.
    pub speaker: Option<&'c str>,
    /// What is heard or seen besides.
    pub aside: Option<&'c str>,
    /// The words.
    pub words: &'c str,
}

/// What would have been better.
#[derive(Clone, Copy, Debug)]
pub struct Recommendation<'c> {
    /// The reply.
    pub reply: Reply,
    /// Its words; none for "that is all".
    pub words: Option<&'c str>,
    /// Why.
    pub why: &'c str,
}

/// What one answer was worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnVerdict {
    /// The recommended one.
    Best,
    /// Something was achieved.
    Fair,
    /// Nothing was.
    Poor,
    /// Nothing was said.
    Silent,
    /// A line was crossed.
    Crossed(Level),
}

/// Reviews a call, played out or not.
pub fn debrief(call: &Call) -> Debrief<'_> {
    let script = call.script();
    let mut reviews = Vec::with_capacity(call.beats().len());
    let mut before = said(script, None, call.opening());
    for (index, beat) in call.beats().iter().enumerate() {
        let after = call.beats().get(index + 1).map_or(call.state(), |next| &next.before);
        reviews.push(review(call, index, beat, after, std::mem::take(&mut before)));
        before = said(script, Some(beat), &beat.events);
    }
    Debrief { score: score(call.state(), script), reviews, last_words: before }
}

fn review<'c>(call: &'c Call, index: usize, beat: &'c Beat, after: &State, before: Vec<Said<'c>>) -> Review<'c> {
    let script = call.script();
    let reply = reply_in(&beat.events);
    let best = recommended(&beat.before, script, call.deal());
    let is_best = reply.is_some_and(|reply| is_recommended(reply, best, &beat.before, script));
    let breaches: Vec<BreachId> =
        beat.events.iter().filter_map(|it| if let Event::Broke(id) = it { Some(*id) } else { None }).collect();
    let cut_short = beat.events.contains(&Event::CutShort);
    let verdict = verdict(script, beat, reply, is_best, &breaches);
    Review {
        beat: index,
        stage: beat.before.phase.stage(),
        question: question_name(beat.before.phase, script),
        before,
        number: if let Act::Reply(place) = beat.input.act { Some(place + 1) } else { None },
        reply,
        said: reply.and_then(|reply| heard_words(script, beat, reply, cut_short)),
        why: reply.map_or("", |reply| why(reply, beat.before.phase, script)),
        verdict,
        better: best.filter(|_| !is_best).map(|reply| Recommendation {
            reply,
            words: words(reply, beat.before.phase, script),
            why: why(reply, beat.before.phase, script),
        }),
        breaches,
        shown: beat.events.iter().filter_map(|it| if let Event::Shown(id) = it { Some(*id) } else { None }).collect(),
        missed: beat.events.iter().filter_map(|it| if let Event::Missed(id) = it { Some(*id) } else { None }).collect(),
        cut_short,
        talked_over: beat.events.contains(&Event::TalkedOver),
        chased_over_defect: beat.events.contains(&Event::ChasedOverDefect),
        mood_before: beat.before.mood,
        mood_after: after.mood,
    }
}

fn reply_in(events: &Events) -> Option<Reply> {
    events.iter().find_map(|event| if let Event::Answered(reply) = event { Some(*reply) } else { None })
}

/// Where several are wanted, any of them is recommended, in whichever order.
fn is_recommended(reply: Reply, best: Option<Reply>, before: &State, script: &Script) -> bool {
    match reply {
        Reply::Note(note) => before.heard.has(note.index()),
        Reply::Answer(answer) => {
            let several = crate::play::offer::question(before.phase, script).and_then(|question| question.needed);
            several.map_or(best == Some(reply), |needed| needed.answers.has(usize::from(answer)))
        }
        Reply::Enough => best == Some(reply),
    }
}

fn verdict(script: &Script, beat: &Beat, reply: Option<Reply>, is_best: bool, breaches: &[BreachId]) -> TurnVerdict {
    let level = |breach: &BreachId| script.standards.rules[script.breaches[breach.index()].index()].level;
    if reply.is_none() {
        return TurnVerdict::Silent;
    }
    if let Some(level) = breaches.iter().map(level).max() {
        return TurnVerdict::Crossed(level);
    }
    let is_fair = answered(script, beat).is_some_and(|answer| !answer.shows.is_empty() && answer.misses.is_empty());
    match (is_best, is_fair) {
        (true, _) => TurnVerdict::Best,
        (false, true) => TurnVerdict::Fair,
        (false, false) => TurnVerdict::Poor,
    }
}

fn question_name<'c>(phase: Phase, script: &'c Script) -> QuestionName<'c> {
    match phase {
        Phase::Prepare { step, .. } => QuestionName::Prepare(script.prepare[usize::from(step)].kind),
        Phase::Talk { turn } => QuestionName::Turn(&script.turns[turn.index()].id),
        Phase::Note { slot } => QuestionName::Slot(Slot::ALL[usize::from(slot)]),
        Phase::FollowUp | Phase::Over => QuestionName::FollowUp,
    }
}

fn heard_words<'c>(script: &'c Script, beat: &'c Beat, reply: Reply, cut_short: bool) -> Option<&'c str> {
    if cut_short && let Some(cut_in) = answered(script, beat).and_then(|answer| answer.cut_in.as_ref()) {
        return Some(&cut_in.heard);
    }
    words(reply, beat.before.phase, script)
}

/// What there is to learn from a reply.
pub fn why(reply: Reply, phase: Phase, script: &Script) -> &str {
    match reply {
        Reply::Answer(answer) => &answers(phase, script)[usize::from(answer)].why,
        Reply::Note(note) => note_why(note, script).map_or("", |why| why),
        Reply::Enough => "",
    }
}

fn note_why(note: NoteId, script: &Script) -> Option<&Str> {
    script.notes.as_ref()?.get(note.index())?.why.as_ref()
}

/// The words spoken to the trainee among some events.
pub fn said<'c>(script: &'c Script, beat: Option<&Beat>, events: &Events) -> Vec<Said<'c>> {
    let words = |event: &Event| match *event {
        Event::OwnerSays { turn, line, variant } => {
            let turn_said = &script.turns[turn.index()];
            owner_line(script, turn, line, variant).map(|spoken| Said {
                speaker: turn_said.speaker.as_deref(),
                aside: turn_said.aside.as_deref(),
                words: &spoken.text,
            })
        }
        Event::CutShort => beat.and_then(|beat| cut_in_words(script, beat)).map(|spoken| plain(&spoken.text)),
        Event::FellSilent => beat.and_then(|beat| silence_words(script, beat)).map(plain),
        Event::Ended(ending) => {
            let ending = &script.endings[ending.index()];
            let speaker = ending.speaker.as_deref();
            ending.owner.as_ref().map(|spoken| Said { speaker, aside: None, words: &spoken.text })
        }
        _ => None,
    };
    events.iter().filter_map(words).collect()
}

/// What a turn's owner says into the trainee's silence.
pub fn silence_words<'c>(script: &'c Script, beat: &Beat) -> Option<&'c str> {
    let Phase::Talk { turn } = beat.before.phase else { return None };
    script.turns[turn.index()].silence.owner.as_deref()
}

fn plain(words: &str) -> Said<'_> {
    Said { speaker: None, aside: None, words }
}
