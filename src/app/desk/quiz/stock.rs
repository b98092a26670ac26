//! What there is to be asked, made ready to be drawn: computed once for what is kept and not in every frame.

use crate::app::desk::{Desk, Trainee};
use crate::cli::now;
use crate::content::quiz::Topic;
use crate::record::progress::items::{Item, Quizzed, items_with};
use crate::record::schedule::calibration::{Calibration, calibration, predictions};
use crate::record::schedule::deck::{Deck, Readiness};
use crate::record::schedule::forecast::{DAYS, forecast};
use crate::record::schedule::queue::{Due, queue};
use crate::record::study::{asked, begun_today, candidates};

/// What there is to be asked.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// What is due today, first first.
    pub due: Vec<Due>,
    /// How many are due on each of the next days, today first.
    pub forecast: [u32; DAYS],
    /// How ready one is: on the day of certification, or today.
    pub readiness: Option<Readiness>,
    /// Whether the predictions come true.
    pub calibration: Option<Calibration>,
    /// How many points each topic has; the first is all of them.
    pub points: Vec<(Option<Topic>, usize)>,
}

impl Desk {
    /// What there is to be asked.
    pub fn stock(&self) -> &Stock {
        self.stock.get_or_init(|| {
            let points = points(self);
            let stock = self.trainee().map(|trainee| of(self, trainee)).unwrap_or_default();
            Stock { points, ..stock }
        })
    }

    /// How well each of the 47 items is known, with everything answered.
    pub fn items_now(&self, trainee: &Trainee) -> Vec<Item> {
        let quizzed: Vec<Quizzed<'_>> = trainee.answered.iter().filter_map(|it| Quizzed::of(it, &self.bank)).collect();
        items_with(&trainee.kept, &quizzed)
    }
}

fn of(desk: &Desk, trainee: &Trainee) -> Stock {
    let now = now();
    let cards = candidates(&desk.bank, desk.shelf(), &trainee.reviews);
    let reviews = asked(&trainee.reviews);
    let deck = Deck::of(&cards, &reviews, now);
    let plan = desk.wanted.plan();
    // One and the same for a trainee, another for the next.
    let seed = trainee.profile.id.as_u64_pair().0;
    let begun = begun_today(&trainee.answered, now);
    Stock {
        due: queue(&deck, &plan, begun, seed),
        forecast: forecast(&deck),
        readiness: Some(deck.readiness(plan.certify_on.unwrap_or_else(|| now.day()))),
        calibration: Some(calibration(&predictions(&trainee.answered))),
        points: Vec::new(),
    }
}

fn points(desk: &Desk) -> Vec<(Option<Topic>, usize)> {
    let of = |topic: Option<Topic>| {
        let mut points: Vec<u32> = desk
            .bank
            .entries()
            .iter()
            .filter(|entry| topic.is_none_or(|topic| topic == entry.topic))
            .map(|entry| entry.point)
            .collect();
        points.sort_unstable();
        points.dedup();
        (topic, points.len())
    };
    std::iter::once(None).chain(Topic::ALL.iter().copied().map(Some)).map(of).collect()
}
