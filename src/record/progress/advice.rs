//! What to practise next, and why.
//!
//! The order of reasons is that of a trainer:
//! 1. A red line: it does harm outside, to an owner and to the centre, however good the rest was.
//! 2. What was never brought to its end: what one has not met yet is the widest gap; the easiest first.
//! 3. What was failed last time; the farthest below its pass mark first.
//! 4. A dimension that is weak in the latest calls; the weakest first.
//! 5. Phones answered late.
//! 6. Items that are shaky; what teaches most of them first.
//! 7. What was not practised for long.
//! 8. Where all is good: the hardest again.
//!
//! Every subject has one reason, its first. All red lines come first; of the other reasons each is named once before any
//! is named twice, so that six scenarios never tried do not hide the one that was failed. Retries are not asked: a call is
//! put right by making it from its beginning.

use jiff::civil::Date;

use crate::content::drill::card::DrillCard;
use crate::content::scenario::Difficulty;
use crate::content::script::Script;
use crate::record::attempt::{Kept, Kind};
use crate::record::progress::items::{Knowledge, items};
use crate::record::progress::radar::{Axis, Radar, radar};
use crate::record::progress::rings::{InTime, in_time, shift_of};
use crate::record::progress::scores::call_of;
use crate::record::progress::{counts, days_between};
use crate::record::summary::{Breach, ShiftSummary};

/// The most pieces of advice given at once.
pub const MOST: usize = 3;
/// After how many days without it something was long ago.
pub const LONG_AGO_DAYS: i64 = 21;
/// How many shifts tell whether phones are answered late: the latest so many of that shift.
pub const RINGS_OF_SHIFTS: usize = 3;
/// The share of calls that should be answered in time, in percent.
pub const IN_TIME_PERCENT: usize = 90;

/// Something that can be practised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practisable {
    /// What.
    pub what: Subject,
    /// How hard, 0-2.
    pub difficulty: u8,
    /// The temperament of whom one calls, by id; none of a shift.
    pub temperament: Option<String>,
    /// The teachable items (1-47) it claims.
    pub items: Vec<u32>,
    /// The dimensions it assesses, by id; none of a shift.
    pub dimensions: Vec<String>,
}

/// A scenario or a shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Which of the two.
    pub kind: Kind,
    /// Its id.
    pub id: String,
}

/// What to practise, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What.
    pub what: Subject,
    /// Why.
    pub why: Reason,
}

/// Why something should be practised; earlier ones come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The latest attempt, given up or not, crossed a red line.
    RedLine {
        /// The rule's id.
        rule: String,
        /// What trainees see.
        name: String,
    },
    /// It was never brought to its end.
    NeverTried,
    /// The latest finished attempt did not pass.
    FailedLast {
        /// 0-100.
        score: u32,
        /// The score that passes, 0-100; a score that reaches it fails for another cause.
        pass_mark: u32,
    },
    /// It assesses a dimension in which the latest calls are below the pass mark.
    WeakDimension {
        /// The dimension's id.
        id: String,
        /// What trainees see.
        name: String,
        /// The median of the latest calls, 0-100.
        score: u32,
    },
    /// Too few phones were answered in time in its latest shifts.
    RingsLate {
        /// Answered in time.
        in_time: usize,
        /// All that were ours to answer.
        calls: usize,
    },
    /// It teaches items that are shaky.
    ForgottenItems(Vec<u32>),
    /// It was not practised for long.
    LongAgo {
        /// Since the latest finished attempt.
        days: i64,
    },
    /// There is nothing to mend; this is the hardest.
    AllGood,
}

impl Reason {
    /// Its place in the order of reasons, from 1.
    fn rank(&self) -> u8 {
        match self {
            Self::RedLine { .. } => 1,
            Self::NeverTried => 2,
            Self::FailedLast { .. } => 3,
            Self::WeakDimension { .. } => 4,
            Self::RingsLate { .. } => 5,
            Self::ForgottenItems(_) => 6,
            Self::LongAgo { .. } => 7,
            Self::AllGood => 8,
        }
    }
}

impl Practisable {
    /// A call.
    pub fn of_script(script: &Script) -> Self {
        let assesses = |criteria: &[crate::id::CriterionId]| criteria.iter().any(|id| script.assessed.has(id.index()));
        let dimensions = script.standards.dimensions.iter().filter(|card| assesses(&card.criteria));
        Self {
            what: Subject { kind: Kind::Call, id: script.id.to_string() },
            difficulty: match script.difficulty {
                Difficulty::Easy => 0,
                Difficulty::Normal => 1,
                Difficulty::Hard => 2,
            },
            temperament: Some(script.persona.temperament.id.value.0.clone()),
            items: script.items.clone(),
            dimensions: dimensions.map(|card| card.id.to_string()).collect(),
        }
    }

    /// A shift. Nobody writes down how hard it is: two phones at once make it harder, and so does one across the room.
    pub fn of_card(card: &DrillCard) -> Self {
        let are_two_at_once = card.pace.together + card.pace.meanwhile > 0;
        Self {
            what: Subject { kind: Kind::Shift, id: card.id.to_string() },
            difficulty: u8::from(are_two_at_once) + u8::from(card.far().is_some()),
            temperament: None,
            items: card.items.clone(),
            dimensions: Vec::new(),
        }
    }
}

/// What to practise next, best first, at most [`MOST`].
pub fn advise(kept: &[Kept], today: Date, on_offer: &[Practisable]) -> Vec<Advice> {
    let shaky = items(kept).into_iter().filter(|item| item.knowledge == Knowledge::Shaky);
    let seen = Seen { kept, today, radar: radar(kept, today), shaky: shaky.map(|item| item.item).collect() };
    let mut found: Vec<(Advice, i64)> = on_offer.iter().filter_map(|it| seen.judge(it)).collect();
    found.sort_by_key(|(advice, urgency)| (advice.why.rank(), std::cmp::Reverse(*urgency)));
    let found: Vec<Advice> = found.into_iter().map(|(advice, _)| advice).collect();
    if found.is_empty() { seen.hardest(on_offer).into_iter().collect() } else { spread(found) }
}

/// Red lines first, then each reason once, then the rest.
fn spread(found: Vec<Advice>) -> Vec<Advice> {
    let mut named = Vec::new();
    let (first, rest): (Vec<Advice>, Vec<Advice>) = found.into_iter().partition(|advice| {
        let is_first = matches!(advice.why, Reason::RedLine { .. }) || !named.contains(&advice.why.rank());
        named.push(advice.why.rank());
        is_first
    });
    first.into_iter().chain(rest).take(MOST).collect()
}

/// What advice goes by.
struct Seen<'a> {
    kept: &'a [Kept],
    today: Date,
    radar: Radar,
    shaky: Vec<u32>,
}

impl<'a> Seen<'a> {
    /// The attempts at something from its beginning, newest first.
    fn attempts(&self, what: &'a Subject) -> impl Iterator<Item = &'a Kept> + use<'a> {
        self.kept.iter().rev().filter(move |kept| {
            let setup = &kept.attempt.setup;
            setup.kind == what.kind && setup.subject == what.id && setup.retry.is_none()
        })
    }

    /// The latest that was finished.
    fn finished(&self, what: &'a Subject) -> Option<&'a Kept> {
        self.attempts(what).find(|kept| counts(&kept.attempt))
    }

    /// Days since it was last brought to its end; 0 where that seems to lie ahead.
    fn days_since(&self, what: &'a Subject) -> i64 {
        self.finished(what).map_or(0, |kept| days_between(kept.attempt.setup.began.day(), self.today).max(0))
    }

    /// The first reason to practise something, and how much it weighs among its like.
    fn judge(&self, it: &'a Practisable) -> Option<(Advice, i64)> {
        let (why, urgency) = self
            .red_line(it)
            .or_else(|| self.not_passed(it))
            .or_else(|| self.weak_dimension(it))
            .or_else(|| self.rings_late(it))
            .or_else(|| self.forgotten_items(it))
            .or_else(|| self.long_ago(it))?;
        Some((Advice { what: it.what.clone(), why }, urgency))
    }

    fn red_line(&self, it: &'a Practisable) -> Option<(Reason, i64)> {
        let latest = self.attempts(&it.what).next()?;
        let is_red = |breach: &&Breach| breach.level == "red";
        let breach = call_of(latest)?.breaches.iter().find(is_red)?;
        Some((Reason::RedLine { rule: breach.rule.clone(), name: breach.name.clone() }, i64::from(latest.place)))
    }

    fn not_passed(&self, it: &'a Practisable) -> Option<(Reason, i64)> {
        let Some(latest) = self.finished(&it.what) else {
            return Some((Reason::NeverTried, -i64::from(it.difficulty)));
        };
        let summary = &latest.attempt.summary;
        let (score, pass_mark) = (summary.score(), summary.pass_mark());
        let failed = Reason::FailedLast { score, pass_mark };
        (!summary.is_passed()).then(|| (failed, i64::from(pass_mark) - i64::from(score)))
    }

    fn weak_dimension(&self, it: &'a Practisable) -> Option<(Reason, i64)> {
        /// More days than this weigh no more: the weaker dimension comes first, and of equals the longer ago.
        const MOST_DAYS: i64 = 999;
        let pass_mark = self.radar.pass_mark?;
        let is_weak = |axis: &&Axis| axis.now < pass_mark && it.dimensions.contains(&axis.id);
        let weakest = self.radar.axes.iter().filter(is_weak).min_by_key(|axis| axis.now)?;
        let (id, name, score) = (weakest.id.clone(), weakest.name.clone(), weakest.now);
        let urgency = i64::from(pass_mark - score) * (MOST_DAYS + 1) + self.days_since(&it.what).min(MOST_DAYS);
        Some((Reason::WeakDimension { id, name, score }, urgency))
    }

    fn rings_late(&self, it: &'a Practisable) -> Option<(Reason, i64)> {
        let latest = self.attempts(&it.what).filter_map(shift_of).map(|(_, shift)| shift).take(RINGS_OF_SHIFTS);
        let latest: Vec<&ShiftSummary> = latest.collect();
        let InTime { in_time, calls, .. } = in_time(&latest);
        let is_late = in_time * 100 < calls * IN_TIME_PERCENT;
        let late_percent = i64::try_from((calls - in_time) * 100 / calls.max(1)).unwrap_or(0);
        is_late.then_some((Reason::RingsLate { in_time, calls }, late_percent))
    }

    fn forgotten_items(&self, it: &'a Practisable) -> Option<(Reason, i64)> {
        let forgotten: Vec<u32> = it.items.iter().copied().filter(|item| self.shaky.contains(item)).collect();
        let count = i64::try_from(forgotten.len()).unwrap_or(i64::MAX);
        (count > 0).then_some((Reason::ForgottenItems(forgotten), count))
    }

    fn long_ago(&self, it: &'a Practisable) -> Option<(Reason, i64)> {
        let days = self.days_since(&it.what);
        (days >= LONG_AGO_DAYS).then_some((Reason::LongAgo { days }, days))
    }

    /// Of the hardest that which was practised longest ago.
    fn hardest(&self, on_offer: &'a [Practisable]) -> Option<Advice> {
        let by_need = |it: &&Practisable| (it.difficulty, self.days_since(&it.what));
        // Of equals the first.
        let hardest = on_offer.iter().rev().max_by_key(|it: &&'a Practisable| by_need(it))?;
        Some(Advice { what: hardest.what.clone(), why: Reason::AllGood })
    }
}
