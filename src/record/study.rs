//! What a trainee is asked again, and what is kept of each answer: the bank's points, turns failed in a call, and criteria
//! missed at the front desk stand in one queue, each as a card of the [schedule](super::schedule).
//!
//! A card names what is to be known and not one question: a point of the bank has several wordings, and a review asks the
//! one that was not asked for longest. A turn comes back as the call's own two turns, a criterion as one of the small calls
//! that train it.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::content::drill::Check;
use crate::content::quiz::Topic;
use crate::content::quiz::bank::{Bank, Entry};
use crate::content::quiz::card::{QuestionCard, Task};
use crate::content::quiz::resolve::{TURN_USUAL_MS, two_turns};
use crate::content::scenario::Difficulty;
use crate::content::script::Script;
use crate::content::shelf::{Setting, Shelf};
use crate::play::call::Call;
use crate::play::debrief::{QuestionName, TurnVerdict, debrief};
use crate::play::drill::judge::judge;
use crate::play::drill::shift::Shift;
use crate::play::quiz::deal::number_of;
use crate::play::quiz::exam::Sitting;
use crate::play::quiz::mark::{Mark, WHOLE};
use crate::play::quiz::reply::Reply;
use crate::play::state::Stage;
use crate::record::moment::Moment;
use crate::record::review::{Answered, Review};
use crate::record::schedule::deck::{Candidate, Origin};
use crate::record::schedule::grade::{Grade, Performance, grade};
use crate::record::schedule::next::next;
use crate::record::schedule::plan::Aim;
use crate::record::schedule::recall::{recall, thousandths};

/// What is to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// A point of the bank.
    Point(String),
    /// A turn of a scenario.
    Turn {
        /// The scenario's id.
        scenario: String,
        /// The turn's id.
        turn: String,
    },
    /// A criterion of the front desk.
    Criterion(Check),
}

const POINT: &str = "point:";
const TURN: &str = "turn:";
const CRITERION: &str = "check:";

impl Card {
    /// Its name in the records.
    pub fn name(&self) -> String {
        match self {
            Self::Point(point) => format!("{POINT}{point}"),
            Self::Turn { scenario, turn } => format!("{TURN}{scenario}/{turn}"),
            Self::Criterion(check) => format!("{CRITERION}{}", check.word()),
        }
    }

    /// The card of a name; none where it is none.
    pub fn read(name: &str) -> Option<Self> {
        if let Some(point) = name.strip_prefix(POINT) {
            return Some(Self::Point(point.to_owned()));
        }
        if let Some((scenario, turn)) = name.strip_prefix(TURN).and_then(|it| it.split_once('/')) {
            return Some(Self::Turn { scenario: scenario.to_owned(), turn: turn.to_owned() });
        }
        let word = name.strip_prefix(CRITERION)?;
        Check::ALL.iter().copied().find(|check| check.word() == word).map(Self::Criterion)
    }

    /// The card of a question of the bank.
    pub fn of_question(card: &QuestionCard) -> Self {
        Self::Point(card.point.to_string())
    }
}

/// Every card there is for a trainee: all points, and what they failed in calls and missed at the desk, as far as it can
/// still be asked.
pub fn candidates(bank: &Bank, shelf: &Shelf, reviews: &[Review]) -> Vec<Candidate> {
    let of_points = bank.points().map(|point| Candidate { card: format!("{POINT}{point}"), from: Origin::Bank });
    let failed = reviews.iter().filter_map(|review| match Card::read(&review.card)? {
        Card::Point(_) => None,
        Card::Turn { scenario, turn } => {
            let (_, scenario) = shelf.scenario(&scenario)?;
            let is_there = scenario.talk.turns.iter().any(|it| it.id.value == turn);
            is_there.then(|| Candidate { card: review.card.clone(), from: Origin::FailedTurn })
        }
        Card::Criterion(check) => {
            bank.training(check).next()?;
            Some(Candidate { card: review.card.clone(), from: Origin::MissedCriterion })
        }
    });
    of_points.chain(failed).collect()
}

/// Those of some reviews that say how well something is known: what was only put into the queue was never asked.
pub fn asked(reviews: &[Review]) -> Vec<Review> {
    reviews.iter().filter(|review| review.times > 0).cloned().collect()
}

/// How many of the bank's cards were seen for the first time on the local day of a moment.
pub fn begun_today(answered: &[Answered], now: Moment) -> u32 {
    let mut first: HashMap<&str, Moment> = HashMap::new();
    for (card, at) in answered.iter().filter_map(|it| Some((it.card.as_deref()?, it.at))) {
        first.entry(card).and_modify(|known| *known = earlier(*known, at)).or_insert(at);
    }
    let is_new = |(card, at): &(&&str, &Moment)| card.starts_with(POINT) && at.day() == now.day();
    u32::try_from(first.iter().filter(is_new).count()).unwrap_or(u32::MAX)
}

fn earlier(one: Moment, other: Moment) -> Moment {
    if other.unix_ms < one.unix_ms { other } else { one }
}

/// The turns of a call that were failed: a line crossed, nothing achieved, or nothing said.
pub fn failed_in(call: &Call) -> Vec<Card> {
    let is_failed = |verdict| !matches!(verdict, TurnVerdict::Best | TurnVerdict::Fair);
    let mut cards = Vec::new();
    for review in debrief(call).reviews.iter().filter(|it| it.stage == Stage::Talk && is_failed(it.verdict)) {
        let QuestionName::Turn(turn) = review.question else { continue };
        let card = Card::Turn { scenario: call.script().id.to_string(), turn: turn.to_owned() };
        if two_turns(call.script(), turn).is_some() && !cards.contains(&card) {
            cards.push(card);
        }
    }
    cards
}

/// The criteria of a shift that were not met every time.
pub fn missed_in(shift: &Shift) -> Vec<Card> {
    let criteria = &shift.card().scorecard.criteria;
    let missed = judge(shift).tallies.into_iter().filter(|tally| tally.met < tally.due);
    missed.map(|tally| Card::Criterion(criteria[tally.criterion].check)).collect()
}

/// What the schedule knows once some cards were failed: one never asked is put into the queue, one that was is forgotten.
pub fn failed(cards: &[Card], reviews: &[Review], now: Moment) -> Vec<Review> {
    let put = |card: &Card| {
        let name = card.name();
        let known = reviews.iter().find(|review| review.card == name);
        match known {
            Some(known) if known.times > 0 => Some(next(&name, Some(known), Grade::Again, now, Aim::default()).review),
            Some(_) => None,
            None => Some(put_in(name, now)),
        }
    };
    cards.iter().filter_map(put).collect()
}

/// A card that waits to be asked for the first time.
fn put_in(card: String, now: Moment) -> Review {
    let (seen_ms, due_ms) = (now.unix_ms, now.unix_ms);
    Review { card, stability_days: 0.0, difficulty: 0.0, seen_ms, due_ms, times: 0, lapses: 0, grade: None }
}

/// What the schedule knows after an exam: every question of it was an answer.
pub fn after_exam(sitting: &Sitting, reviews: &[Review], now: Moment) -> Vec<Review> {
    let answer = |place: usize| {
        let name = Card::of_question(&sitting.paper()[place]).name();
        let before = known(&name, reviews);
        let times_before = before.map_or(0, |it| it.times);
        let credit = sitting.mark(place).credit;
        let graded = grade(Performance { credit, took_ms: 0, usual_ms: 0, times_before });
        next(&name, before, graded, now, Aim::default()).review
    };
    (0..sitting.paper().len()).map(answer).collect()
}

fn known<'r>(name: &str, reviews: &'r [Review]) -> Option<&'r Review> {
    reviews.iter().find(|review| review.card == name && review.times > 0)
}

/// An answer to a card, before it is kept.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    /// Which answer, for good.
    pub id: Uuid,
    /// The card.
    pub card: &'a Card,
    /// The question it was asked by.
    pub question: &'a QuestionCard,
    /// What was answered.
    pub reply: &'a Reply,
    /// What that was worth.
    pub mark: Mark,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// When.
    pub now: Moment,
}

impl Given<'_> {
    /// The grade that answer and time propose.
    pub fn proposed(&self, reviews: &[Review]) -> Grade {
        let times_before = known(&self.card.name(), reviews).map_or(0, |it| it.times);
        grade(Performance {
            credit: self.mark.credit,
            took_ms: self.took_ms,
            usual_ms: self.question.usual_ms,
            times_before,
        })
    }

    /// What is kept of the answer, and what the schedule knows from now on.
    pub fn kept(&self, grade: Grade, reviews: &[Review], aim: Aim) -> (Answered, Review) {
        let name = self.card.name();
        let before = known(&name, reviews);
        // What was read today, known or not, is known today: to predict that would flatter.
        let is_other_day = |it: &&Review| Moment { unix_ms: it.seen_ms, ..self.now }.day() != self.now.day();
        let predicted = before.filter(|it| !it.is_lapsed()).filter(is_other_day);
        let predicted = predicted.map(|it| thousandths(recall(it, self.now)));
        let answered = Answered {
            id: self.id,
            question: self.question.id.to_string(),
            answer: self.reply.written(),
            credit: self.mark.credit.min(WHOLE),
            at: self.now,
            took_ms: self.took_ms,
            card: Some(name.clone()),
            predicted,
            grade: Some(grade),
        };
        (answered, next(&name, before, grade, self.now, aim).review)
    }
}

/// The question a card is asked by now; none when it can be asked no more.
pub fn question(
    card: &Card,
    answered: &[Answered],
    bank: &Bank,
    shelf: &Shelf,
    setting: Setting<'_>,
) -> Option<Arc<QuestionCard>> {
    match card {
        Card::Point(point) => wording(bank.wordings(point), answered, shelf, setting),
        Card::Criterion(check) => wording(bank.training(*check), answered, shelf, setting),
        Card::Turn { scenario, turn } => {
            let (_, authored) = shelf.scenario(scenario)?;
            let script = shelf.script(authored, setting).ok()?;
            of_turn(card, &script, turn)
        }
    }
}

/// The wording that was not asked for longest; those never asked come first, in an order that goes by how much was
/// answered, so that a trainee's first and another's differ.
fn wording<'b>(
    wordings: impl Iterator<Item = &'b Entry>,
    answered: &[Answered],
    shelf: &Shelf,
    setting: Setting<'_>,
) -> Option<Arc<QuestionCard>> {
    let last_asked = |entry: &Entry| {
        let times = answered.iter().enumerate().filter(|(_, it)| *it.question == *entry.id);
        times.map(|(place, _)| place).next_back()
    };
    let spread = answered.len() as u64;
    let mut wordings: Vec<&Entry> = wordings.collect();
    wordings.sort_by_key(|entry| (last_asked(entry), number_of(&entry.id) ^ spread));
    wordings.into_iter().find_map(|entry| shelf.asked(shelf.question(entry.place)?, setting).ok())
}

/// A turn of a call as a small call. How it is asked is the same for all, so the face says it.
fn of_turn(card: &Card, script: &Script, turn: &str) -> Option<Arc<QuestionCard>> {
    let task = two_turns(script, turn)?;
    let turn = script.turns.iter().find(|it| it.id.as_ref() == turn)?;
    let best = turn.answers.iter().find(|answer| answer.is_best)?;
    let topic = turn.items.first().and_then(|&item| Topic::of_item(item)).unwrap_or_default();
    debug_assert!(matches!(task, Task::Call { .. }), "turns make a call");
    Some(Arc::new(QuestionCard {
        id: card.name().into(),
        point: card.name().into(),
        topic,
        items: turn.items.clone(),
        difficulty: Difficulty::Normal,
        ask: Box::default(),
        task,
        why: best.why.clone(),
        laws: Vec::new(),
        changed: None,
        varies: None,
        is_reconstructed: false,
        trains: Vec::new(),
        usual_ms: TURN_USUAL_MS,
    }))
}
