//! What a generated trainee answered: the due cards of each day of practice, known or not as the schedule predicts, so that
//! there are reviews, a queue and a calibration to look at.

use jiff::civil::Date;

use crate::content::quiz::bank::Bank;
use crate::content::shelf::{Setting, Shelf};
use crate::play::quiz::deal::Deal;
use crate::play::quiz::mark::mark;
use crate::play::quiz::reply::Reply;
use crate::proof::trainee::calendar::sessions;
use crate::proof::trainee::dice::Dice;
use crate::record::moment::Moment;
use crate::record::review::{Answered, Review};
use crate::record::schedule::deck::Deck;
use crate::record::schedule::next::AGAIN_AFTER_MS;
use crate::record::schedule::plan::Plan;
use crate::record::schedule::queue::queue;
use crate::record::study::{Card, Given, asked, begun_today, candidates, question};

/// What somebody who never was has answered.
#[derive(Clone, Debug, Default)]
pub struct Studied {
    /// Every answer, the oldest first.
    pub answered: Vec<Answered>,
    /// What the schedule knows of each card.
    pub reviews: Vec<Review>,
}

/// How many cards are answered on one day at most.
const A_DAY: usize = 25;
/// How often a new card is known at once, in permille.
const KNOWN_AT_ONCE: u32 = 620;
/// How likely what was just read is known ten minutes later.
const KNOWN_AGAIN: f64 = 0.95;
/// How long it takes to be asked once more, in milliseconds.
const AGAIN_TAKES_MS: i64 = 12_000;
/// How long an answer takes, in percent of what is usual.
const TOOK_PERCENT: (u32, u32) = (40, 210);

/// Answers on the days of practice among `days` from `start` on.
pub fn studied(bank: &Bank, shelf: &Shelf, setting: Setting<'_>, start: Date, days: u32, seed: u64) -> Studied {
    let mut dice = Dice::new(seed);
    let mut studied = Studied::default();
    let school = School { bank, shelf, setting };
    for session in sessions(start, days, &mut dice) {
        let mut now = session.begins;
        let cards = due(&studied, school, now, seed);
        let mut forgotten = Vec::new();
        for (card, recall) in cards {
            let Some((took_ms, is_known)) = answer(&mut studied, (&card, recall), now, school, &mut dice) else {
                continue;
            };
            now = now.later(i64::from(took_ms));
            forgotten.extend((!is_known).then_some(card));
        }
        // What was not known is asked once more in the same sitting.
        now = now.later(AGAIN_AFTER_MS);
        for card in forgotten {
            answer(&mut studied, (&card, Some(KNOWN_AGAIN)), now, school, &mut dice);
            now = now.later(AGAIN_TAKES_MS);
        }
    }
    studied
}

fn due(studied: &Studied, school: School<'_>, now: Moment, seed: u64) -> Vec<(Card, Option<f64>)> {
    let cards = candidates(school.bank, school.shelf, &studied.reviews);
    let reviews = asked(&studied.reviews);
    let deck = Deck::of(&cards, &reviews, now);
    let queue = queue(&deck, &Plan::default(), begun_today(&studied.answered, now), seed);
    let card = |due: crate::record::schedule::queue::Due| Some((Card::read(&due.card)?, due.predicted_recall));
    queue.into_iter().take(A_DAY).filter_map(card).collect()
}

/// What there is to be asked.
#[derive(Clone, Copy)]
struct School<'a> {
    bank: &'a Bank,
    shelf: &'a Shelf,
    setting: Setting<'a>,
}

/// One card answered; how long it took, in milliseconds, and whether it was known.
fn answer(
    studied: &mut Studied,
    (card, recall): (&Card, Option<f64>),
    now: Moment,
    school: School<'_>,
    dice: &mut Dice,
) -> Option<(u32, bool)> {
    let question = question(card, &studied.answered, school.bank, school.shelf, school.setting)?;
    let known = recall.map_or(KNOWN_AT_ONCE, |recall| (recall * 1000.0) as u32);
    let reply = if dice.happens(known) {
        Reply::right(&question.task)
    } else {
        Reply::blank(&question.task, &Deal::new(&question, dice.seed()))
    };
    let took_ms = question.usual_ms / 100 * dice.between(TOOK_PERCENT.0, TOOK_PERCENT.1);
    let mark = mark(&question, &reply);
    let given = Given { id: dice.id(), card, question: &question, reply: &reply, mark, took_ms, now };
    let (answered, review) = given.kept(given.proposed(&studied.reviews), &studied.reviews, Plan::default().aim);
    studied.answered.push(answered);
    studied.reviews.retain(|known| known.card != review.card);
    studied.reviews.push(review);
    Some((took_ms, mark.is_right()))
}
