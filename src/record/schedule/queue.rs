//! What is to be asked today, and in which order.
//!
//! 1. What was not known, once its ten minutes are over: the longest waiting first.
//! 2. What was failed in a call, then what was missed at the desk, and not asked since: in the order it was given.
//! 3. What is due today: the least likely to be recalled first, because it is the nearest to being lost.
//! 4. In the last days before a certification, what would have faded by then: the most faded first.
//! 5. New cards, as many as the plan has left for today, in an order that goes by the seed.
//! 6. What was not known and whose time has not yet come: nothing else is left.
//!
//! Every card stands there once, for the foremost of its reasons. The order of the rest stays what it was when one has been
//! answered, so a face may ask for the queue after every answer and take the first.

use crate::record::review::Review;
use crate::record::schedule::day::{Today, to_u32};
use crate::record::schedule::deck::{Candidate, Deck, Origin};
use crate::record::schedule::plan::Plan;
use crate::record::schedule::reason::{Past, Reason};
use crate::record::schedule::recall::recall;

/// A card to be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Its name.
    pub card: String,
    /// Why now.
    pub reason: Reason,
    /// How likely it is recalled now, 0-1; none of a card never seen.
    pub predicted_recall: Option<f64>,
}

/// What is to be asked today, first first.
///
/// `begun_today` is how many cards out of a bank were seen for the first time today. The same seed puts new cards in the
/// same order, so it is to be one and the same for a trainee and another for the next.
pub fn queue(deck: &Deck<'_>, plan: &Plan, begun_today: u32, seed: u64) -> Vec<Due> {
    let day = Day { deck, plan, today: Today::of(deck.now) };
    let known = deck.cards.iter().filter_map(|(card, review)| day.known(&card.card, (*review)?));
    let mut ranked: Vec<Ranked<'_>> = known.chain(day.failed()).chain(day.new_cards(begun_today, seed)).collect();
    ranked.sort_unstable_by_key(|it| it.place);
    ranked.into_iter().map(Ranked::into_due).collect()
}

/// The groups of the queue, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Lapsed,
    FailedInCall,
    MissedAtDesk,
    Due,
    BeforeCertification,
    New,
    Waiting,
}

impl Group {
    fn of(reason: Reason) -> Self {
        match reason {
            Reason::Lapsed { early_ms: 0, .. } => Self::Lapsed,
            Reason::Lapsed { .. } => Self::Waiting,
            Reason::FailedInCall => Self::FailedInCall,
            Reason::MissedAtDesk => Self::MissedAtDesk,
            Reason::Due { .. } => Self::Due,
            Reason::BeforeCertification { .. } => Self::BeforeCertification,
            Reason::New => Self::New,
        }
    }
}

/// A card and its place in the queue; no two cards have the same name, so no two have the same place.
struct Ranked<'a> {
    place: (Group, u64, &'a str),
    reason: Reason,
    predicted_recall: Option<f64>,
}

impl<'a> Ranked<'a> {
    /// `within` is its place among cards of the same group.
    fn new(card: &'a str, reason: Reason, within: u64) -> Self {
        Self { place: (Group::of(reason), within, card), reason, predicted_recall: None }
    }

    fn into_due(self) -> Due {
        Due { card: self.place.2.to_owned(), reason: self.reason, predicted_recall: self.predicted_recall }
    }
}

/// A day on which cards are asked.
struct Day<'a> {
    deck: &'a Deck<'a>,
    plan: &'a Plan,
    today: Today,
}

impl<'a> Day<'a> {
    /// A card that was seen; none where it need not be asked today.
    fn known(&self, card: &'a str, review: &Review) -> Option<Ranked<'a>> {
        let reason = self.lapsed(review).or_else(|| self.due(review)).or_else(|| self.fading(review))?;
        let predicted_recall = recall(review, self.deck.now);
        let within = match reason {
            Reason::Due { .. } => ordered_share(predicted_recall),
            Reason::BeforeCertification { recall_then, .. } => ordered_share(recall_then),
            _ => ordered(review.due_ms),
        };
        Some(Ranked { predicted_recall: Some(predicted_recall), ..Ranked::new(card, reason, within) })
    }

    fn lapsed(&self, review: &Review) -> Option<Reason> {
        let early_ms = u64::try_from(review.due_ms.saturating_sub(self.deck.now.unix_ms)).unwrap_or(0);
        let past = Past::of(review, self.today);
        review.is_lapsed().then_some(Reason::Lapsed { past, early_ms })
    }

    /// Due until the local day ends: who practises in the morning need not come back in the evening.
    fn due(&self, review: &Review) -> Option<Reason> {
        let days_overdue = self.today.days_until(review.due_ms).saturating_neg();
        let past = Past::of(review, self.today);
        (days_overdue >= 0).then_some(Reason::Due { past, days_overdue: to_u32(days_overdue) })
    }

    /// Not what was seen today: it would come again and again until midnight.
    fn fading(&self, review: &Review) -> Option<Reason> {
        let days_left = self.plan.refreshes(self.today)?;
        let past = Past::of(review, self.today);
        let recall_then = recall(review, self.today.later(days_left));
        let fades = recall_then < self.plan.aim.desired() && past.days_since_seen > 0;
        fades.then_some(Reason::BeforeCertification { past, days_left: to_u32(days_left), recall_then })
    }

    fn unseen(&self) -> impl Iterator<Item = &'a Candidate> + '_ {
        self.deck.cards.iter().filter(|(_, review)| review.is_none()).map(|(card, _)| *card)
    }

    fn failed(&self) -> impl Iterator<Item = Ranked<'a>> + '_ {
        (0..).zip(self.unseen()).filter_map(|(place, candidate)| {
            let reason = match candidate.from {
                Origin::Bank => return None,
                Origin::FailedTurn => Reason::FailedInCall,
                Origin::MissedCriterion => Reason::MissedAtDesk,
            };
            Some(Ranked::new(&candidate.card, reason, place))
        })
    }

    fn new_cards(&self, begun_today: u32, seed: u64) -> Vec<Ranked<'a>> {
        let out_of_bank = self.unseen().filter(|candidate| candidate.from == Origin::Bank);
        let mut dealt: Vec<(u64, &str)> = out_of_bank.map(|it| (dealt(seed, &it.card), it.card.as_str())).collect();
        let left = self.plan.new_left(dealt.len(), begun_today, self.today) as usize;
        if left < dealt.len() {
            dealt.select_nth_unstable(left);
            dealt.truncate(left);
        }
        dealt.into_iter().map(|(place, card)| Ranked::new(card, Reason::New, place)).collect()
    }
}

/// A card's place among new ones: the seed's, and the same whichever other cards there are (FNV-1a, then the finalizer of
/// splitmix64, because FNV hardly moves the upper bits).
fn dealt(seed: u64, card: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let hash = card.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    let mixed = hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A whole number as one without sign, in the same order.
fn ordered(number: i64) -> u64 {
    number.cast_unsigned() ^ (1 << 63)
}

/// A share, 0-1, as a whole number, in the same order: so are the bits of numbers that are not negative.
fn ordered_share(share: f64) -> u64 {
    share.to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order_when_they_are_made_places() {
        assert!([i64::MIN, -1, 0, 1, i64::MAX].map(ordered).is_sorted());
        assert!([0.0, 1e-300, 0.1, 0.9, 0.900_000_1, 1.0].map(ordered_share).is_sorted());
    }
}
