//! Somebody who is asked questions from day to day, without a database.

use std::sync::Arc;

use super::quiz::{bank, wrong};
use super::shipped;
use three_rings::content::quiz::card::QuestionCard;
use three_rings::content::shelf::{Setting, Shelf};
use three_rings::play::quiz::mark::mark;
use three_rings::play::quiz::reply::Reply;
use three_rings::record::moment::Moment;
use three_rings::record::review::{Answered, Review};
use three_rings::record::schedule::deck::Deck;
use three_rings::record::schedule::plan::{Aim, Plan};
use three_rings::record::schedule::queue::{Due, queue};
use three_rings::record::schedule::reason::Reason;
use three_rings::record::study::{self, Card, Given};
use uuid::Uuid;

/// Milliseconds of a minute.
pub const MINUTE_MS: i64 = 60_000;

/// A trainee's cards and answers, without a database.
#[derive(Default)]
pub struct Trainee {
    /// What was answered, the oldest first.
    pub answered: Vec<Answered>,
    /// What is known of each card.
    pub reviews: Vec<Review>,
}

impl Trainee {
    /// Takes in what the schedule says.
    pub fn learns(&mut self, news: Vec<Review>) {
        for review in news {
            self.reviews.retain(|known| known.card != review.card);
            self.reviews.push(review);
        }
    }

    /// What is due on a shelf.
    pub fn queue_on(&self, shelf: &Shelf, now: Moment) -> Vec<Due> {
        let candidates = study::candidates(bank(), shelf, &self.reviews);
        let reviews = study::asked(&self.reviews);
        let deck = Deck::of(&candidates, &reviews, now);
        queue(&deck, &Plan::default(), study::begun_today(&self.answered, now), 1)
    }

    /// What is due.
    pub fn queue(&self, now: Moment) -> Vec<Due> {
        self.queue_on(shipped(), now)
    }

    /// The question a card is asked by now.
    pub fn question(&self, card: &Card) -> Arc<QuestionCard> {
        let question = study::question(card, &self.answered, bank(), shipped(), Setting::default());
        question.unwrap_or_else(|| panic!("{card:?} cannot be asked"))
    }

    /// Is asked a card and answers it, graded as proposed: by which question.
    pub fn answers(&mut self, card: &Card, is_right: bool, now: Moment) -> String {
        let question = self.question(card);
        let reply = if is_right { Reply::right(&question.task) } else { wrong(&question.task) };
        let mark = mark(&question, &reply);
        let took_ms = question.usual_ms;
        let given = Given { id: Uuid::new_v4(), card, question: &question, reply: &reply, mark, took_ms, now };
        let (answered, review) = given.kept(given.proposed(&self.reviews), &self.reviews, Aim::default());
        self.answered.push(answered);
        self.learns(vec![review]);
        question.id.to_string()
    }

    /// What is known of a card.
    pub fn review(&self, card: &Card) -> Option<&Review> {
        self.reviews.iter().find(|review| review.card == card.name())
    }
}

/// Why a card is due; none when it is not.
pub fn reason_of(queue: &[Due], card: &Card) -> Option<Reason> {
    queue.iter().find(|due| due.card == card.name()).map(|due| due.reason)
}

/// The first point that has so many wordings.
pub fn point(wordings: usize) -> Card {
    let name = bank().points().find(|point| bank().wordings(point).count() == wordings);
    Card::Point(name.unwrap_or_else(|| panic!("no point with {wordings} wordings")).to_owned())
}
