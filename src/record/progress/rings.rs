//! How soon phones are answered, over all shifts and shift by shift.
//!
//! A phone that rang when a shift was thrown away was not answered: it is lost like any other.

use jiff::civil::Date;

use crate::play::drill::statistics::{percentile, wilson_95};
use crate::record::attempt::Kept;
use crate::record::summary::{ShiftSummary, Summary};

/// From how many rings on they are counted together.
pub const MANY: usize = 6;

/// How soon phones are answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rings {
    /// Calls answered after one ring, two, and so on; the last is [`MANY`] rings and more.
    pub answered_after: [usize; MANY],
    /// Calls nobody answered.
    pub lost: usize,
    /// All of them together.
    pub overall: InTime,
    /// Shift by shift, in the order of the chain.
    pub shifts: Vec<ShiftRings>,
}

/// How many calls were answered in time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct InTime {
    /// Answered in time.
    pub in_time: usize,
    /// All that were ours to answer.
    pub calls: usize,
    /// Wilson's 95 % interval of that share, 0-1; none without calls.
    pub wilson: Option<(f64, f64)>,
    /// The middle time from the first ring to the lifted receiver, in milliseconds; none where none was answered.
    pub median_reaction_ms: Option<u32>,
}

/// How soon phones were answered in one shift.
#[derive(Clone, Debug, PartialEq)]
pub struct ShiftRings {
    /// Its place in the chain, from 1.
    pub place: u32,
    /// The local day on which it was begun.
    pub day: Date,
    /// The shift's id.
    pub subject: String,
    /// Its title, in the language it was worked in.
    pub title: String,
    /// How many calls were answered in time.
    pub rings: InTime,
}

/// How soon phones are answered in the shifts among some attempts.
pub fn rings(kept: &[Kept]) -> Rings {
    let shifts: Vec<(&Kept, &ShiftSummary)> = kept.iter().filter_map(shift_of).collect();
    let summaries: Vec<&ShiftSummary> = shifts.iter().map(|(_, shift)| *shift).collect();
    let mut all = Rings { overall: in_time(&summaries), ..Rings::default() };
    for heard in summaries.iter().flat_map(|shift| &shift.rings) {
        match heard {
            Some(rings) => all.answered_after[(*rings as usize).clamp(1, MANY) - 1] += 1,
            None => all.lost += 1,
        }
    }
    let row = |(kept, shift): &(&Kept, &ShiftSummary)| ShiftRings {
        place: kept.place,
        day: kept.attempt.setup.began.day(),
        subject: kept.attempt.setup.subject.clone(),
        title: shift.title.clone(),
        rings: in_time(&[shift]),
    };
    all.shifts = shifts.iter().map(row).collect();
    all
}

/// A shift that was not taken up again in the middle: what came before would count twice.
pub(super) fn shift_of(kept: &Kept) -> Option<(&Kept, &ShiftSummary)> {
    match &kept.attempt.summary {
        Summary::Shift(shift) if kept.attempt.setup.retry.is_none() => Some((kept, shift)),
        _ => None,
    }
}

/// How many calls of some shifts were answered in time.
pub(super) fn in_time(shifts: &[&ShiftSummary]) -> InTime {
    let calls = shifts.iter().map(|shift| shift.rings.len()).sum();
    let is_in_time =
        |shift: &ShiftSummary| shift.rings.iter().flatten().filter(|&&rings| rings <= shift.within).count();
    let in_time = shifts.iter().map(|shift| is_in_time(shift)).sum();
    let mut reactions_ms: Vec<u32> = shifts.iter().flat_map(|shift| shift.reactions_ms.iter().copied()).collect();
    reactions_ms.sort_unstable();
    let median_reaction_ms = percentile(&reactions_ms, 50);
    InTime { in_time, calls, wilson: wilson_95(in_time, calls), median_reaction_ms }
}
