//! All cards there are, each beside what is known of it.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::record::moment::Moment;
use crate::record::review::Review;
use crate::record::schedule::day::Today;
use crate::record::schedule::recall::recall;

/// A card there is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// The card's name, as in [`Review::card`].
    pub card: String,
    /// Where it comes from.
    pub from: Origin,
}

/// Where a card comes from.
///
/// What went wrong in a call or at the desk comes first while its card was never seen. Where it goes wrong again after its
/// card was seen, that is an answer to the card: [`next`](super::next::next) with `Grade::Again` makes it a lapsed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A bank of questions.
    Bank,
    /// A turn of a call that the trainee failed.
    FailedTurn,
    /// A criterion the trainee missed at the front desk.
    MissedCriterion,
}

/// Cards as a trainee knows them at a moment.
#[derive(Clone, Debug)]
pub struct Deck<'a> {
    /// The cards in the order they were given, and what is known of each; none of one never seen.
    pub cards: Vec<(&'a Candidate, Option<&'a Review>)>,
    /// When.
    pub now: Moment,
}

impl<'a> Deck<'a> {
    /// Puts each card beside its review. Of cards of one name the first counts; reviews of cards that are no more are left
    /// out.
    pub fn of(candidates: &'a [Candidate], reviews: &'a [Review], now: Moment) -> Self {
        let by_card: HashMap<&str, &Review> = reviews.iter().map(|review| (review.card.as_str(), review)).collect();
        let mut names = HashSet::with_capacity(candidates.len());
        let firsts = candidates.iter().filter(|candidate| names.insert(candidate.card.as_str()));
        let cards = firsts.map(|candidate| (candidate, by_card.get(candidate.card.as_str()).copied())).collect();
        Self { cards, now }
    }

    /// What is known of the cards that were seen.
    pub fn seen(&self) -> impl Iterator<Item = &'a Review> + '_ {
        self.cards.iter().filter_map(|(_, review)| *review)
    }

    /// How ready the trainee is on a day, at this time of day, if nothing is reviewed until then; on a day that is past, now.
    pub fn readiness(&self, on: Date) -> Readiness {
        let today = Today::of(self.now);
        let then = today.later(today.days_until_date(on));
        let recalls: Vec<f64> = self.seen().map(|review| recall(review, then)).collect();
        let seen = recalls.len();
        let predicted_recall = (seen > 0).then(|| recalls.iter().sum::<f64>() / seen as f64);
        Readiness { predicted_recall, seen, unseen: self.cards.len() - seen }
    }
}

/// How ready a trainee is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readiness {
    /// The mean predicted recall of the cards that were seen, 0-1; none where none was.
    pub predicted_recall: Option<f64>,
    /// How many were seen.
    pub seen: usize,
    /// How many were not.
    pub unseen: usize,
}
