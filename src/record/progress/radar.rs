//! Where the calls are strong and weak: each dimension now, and as it was a month ago.

use jiff::civil::Date;

use crate::record::attempt::Kept;
use crate::record::progress::scores::{DimensionPoint, Filter, call_of, scores};
use crate::record::progress::{before, counts, median};

/// How many calls one figure looks at: the latest so many that count and assessed the dimension.
pub const CALLS: usize = 5;
/// How far back the figure beside it lies, in days.
pub const BACK_DAYS: i64 = 30;

/// Each dimension's figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Radar {
    /// In the order of the rubric.
    pub axes: Vec<Axis>,
    /// The score that passes, 0-100, as the latest call has it; none before the first call.
    pub pass_mark: Option<u32>,
}

/// One dimension's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The dimension's id.
    pub id: String,
    /// What trainees see, as the latest call has it.
    pub name: String,
    /// The median of the latest [`CALLS`], 0-100.
    pub now: u32,
    /// The same as it was [`BACK_DAYS`] days ago; none where there was no call yet.
    pub then: Option<u32>,
    /// How many calls `now` rests on, 1-5.
    pub calls: usize,
}

/// Each dimension, as seen on a day.
pub fn radar(kept: &[Kept], today: Date) -> Radar {
    let back = before(today, BACK_DAYS);
    let axes = scores(kept, Filter::default()).dimensions.into_iter().filter_map(|dimension| {
        let latest = |is_seen: &dyn Fn(&DimensionPoint) -> bool| {
            let counted = dimension.points.iter().rev().filter(|point| point.counts && is_seen(point));
            counted.take(CALLS).map(|point| point.score).collect::<Vec<u32>>()
        };
        let now = latest(&|_| true);
        let then = median(&latest(&|point| point.day <= back));
        Some(Axis { now: median(&now)?, then, calls: now.len(), id: dimension.id, name: dimension.name })
    });
    let latest_call = kept.iter().rev().filter(|kept| counts(&kept.attempt)).find_map(call_of);
    Radar { axes: axes.collect(), pass_mark: latest_call.map(|call| call.pass_mark) }
}
