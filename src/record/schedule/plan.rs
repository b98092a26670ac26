//! What a trainee has set out to do: how much they want to know, by when, and how much new a day.

use jiff::civil::Date;

use crate::record::schedule::day::{Today, to_u32};
use crate::record::schedule::memory::held;

/// How likely a card should still be known when it comes again.
pub const DESIRED_RETENTION: f64 = 0.9;
/// The least and the most that can be desired: below, forgetting costs more than it saves; above, everything comes daily.
pub const RETENTION: (f64, f64) = (0.70, 0.99);
/// How many new cards a day there are where nobody says otherwise: three hundred in a month, and few enough that what comes
/// back of them in the weeks after does not pile up.
pub const NEW_A_DAY: u32 = 10;
/// In how many days before a certification what would fade until then is asked once more. What is asked sooner fades again
/// until the day; what is due anyway comes by itself.
pub const REFRESH_DAYS: i64 = 3;

/// How much is to be known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// The probability of recall at which a card comes again; held within [`RETENTION`].
    pub desired_retention: f64,
}

impl Default for Aim {
    fn default() -> Self {
        Self { desired_retention: DESIRED_RETENTION }
    }
}

impl Aim {
    /// What is desired, within [`RETENTION`].
    pub(super) fn desired(self) -> f64 {
        held(self.desired_retention, RETENTION)
    }
}

/// What a trainee has set out to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The local day on which they are certified, if there is one.
    pub certify_on: Option<Date>,
    /// How many new cards a day, at least.
    pub new_a_day: u32,
    /// How much they want to know.
    pub aim: Aim,
}

impl Default for Plan {
    fn default() -> Self {
        Self { certify_on: None, new_a_day: NEW_A_DAY, aim: Aim::default() }
    }
}

impl Plan {
    /// How many new cards may still be begun today, of `unseen` that are left after `begun_today`.
    ///
    /// Before a certification all that was unseen this morning is spread evenly over the days left, today counted and the
    /// day itself not, rounded up, but never less than [`Plan::new_a_day`]: the rest of a bank in time, however much that
    /// is, because what one never met one cannot know. On the day itself and after it, it is as if there were none: nobody
    /// learns a hundred cards before noon.
    pub fn new_left(&self, unseen: usize, begun_today: u32, today: Today) -> u32 {
        let unseen = u32::try_from(unseen).unwrap_or(u32::MAX);
        let days_left = to_u32(self.days_left(today).unwrap_or(0));
        let spread = match days_left {
            0 => 0,
            days => unseen.saturating_add(begun_today).div_ceil(days),
        };
        self.new_a_day.max(spread).saturating_sub(begun_today).min(unseen)
    }

    /// Days from today to the certification, negative once it is past; none without one.
    pub fn days_left(&self, today: Today) -> Option<i64> {
        self.certify_on.map(|date| today.days_until_date(date))
    }

    /// Days to the certification, 1 to [`REFRESH_DAYS`], while what fades until then is asked once more.
    pub(super) fn refreshes(&self, today: Today) -> Option<i64> {
        self.days_left(today).filter(|days| (1..=REFRESH_DAYS).contains(days))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::record::moment::Moment;

    // 2026-11-23T09:30:00+08:00
    fn today() -> Today {
        Today::of(Moment { unix_ms: 1_795_397_400_000, offset_minutes: 480 })
    }

    fn certified(day: i8) -> Plan {
        Plan { certify_on: Some(date(2026, 11, day)), ..Plan::default() }
    }

    #[test]
    fn without_a_date_there_are_as_many_new_ones_as_were_chosen() {
        let plan = Plan { new_a_day: 7, ..Plan::default() };
        assert_eq!([0, 5, 7, 9].map(|begun| plan.new_left(500, begun, today())), [7, 2, 0, 0]);
        assert_eq!(plan.new_left(3, 0, today()), 3, "no more than there are");
    }

    #[test]
    fn with_a_date_the_rest_is_spread_over_the_days_before_it() {
        let plan = certified(28);
        assert_eq!(plan.new_left(101, 0, today()), 21, "101 over five days");
        assert_eq!(plan.new_left(80, 21, today()), 0, "what was begun today counts");
        assert_eq!(plan.new_left(12, 0, today()), 10, "no fewer than without a date");
        assert_eq!(certified(24).new_left(101, 0, today()), 101, "all on the last day");
    }

    #[test]
    fn on_the_day_and_after_it_the_date_is_forgotten() {
        assert_eq!([23, 22, 1].map(|day| certified(day).new_left(101, 0, today())), [10; 3]);
    }

    #[test]
    fn fading_cards_are_refreshed_on_the_last_three_days() {
        let days = [22, 23, 24, 26, 27].map(|day| certified(day).refreshes(today()));
        assert_eq!(days, [None, None, Some(1), Some(3), None]);
        assert_eq!(Plan::default().refreshes(today()), None);
    }

    #[test]
    fn nobody_can_desire_the_impossible() {
        let desired = [f64::NAN, -1.0, 0.85, 1.0].map(|desired_retention| Aim { desired_retention }.desired());
        assert_eq!(desired, [0.7, 0.7, 0.85, 0.99]);
    }
}
