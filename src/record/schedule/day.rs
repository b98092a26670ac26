//! Local days as whole numbers: sums over ten thousand cards need no calendar, and no number is too absurd for them.

use jiff::civil::Date;

use crate::record::moment::Moment;

/// A day of 24 hours, in milliseconds.
pub const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

const MINUTE_MS: i64 = 60 * 1_000;
const EPOCH: Date = Date::constant(1970, 1, 1);

/// A trainee's local days, numbered from 1970-01-01, by the offset of one moment: a card that was seen in summer is due on
/// the day the trainee now calls today, whatever the clocks did in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    now: Moment,
    /// The number of the day it is.
    pub number: i64,
}

impl Today {
    /// The day of a moment.
    pub fn of(now: Moment) -> Self {
        Self { now, number: day_of(now.unix_ms, now) }
    }

    /// How many days from today a moment is, in milliseconds since 1970; negative where it is past.
    pub fn days_until(self, unix_ms: i64) -> i64 {
        day_of(unix_ms, self.now) - self.number
    }

    /// How many days from today a date is; negative where it is past.
    pub fn days_until_date(self, date: Date) -> i64 {
        const HOURS_PER_DAY: i64 = 24;
        EPOCH.duration_until(date).as_hours() / HOURS_PER_DAY - self.number
    }

    /// The same time of day so many days later; now, where the days are past.
    pub fn later(self, days: i64) -> Moment {
        self.now.later(days.max(0).saturating_mul(DAY_MS))
    }
}

fn day_of(unix_ms: i64, as_at: Moment) -> i64 {
    unix_ms.saturating_add(i64::from(as_at.offset_minutes) * MINUTE_MS).div_euclid(DAY_MS)
}

/// A count; what is negative is none, what is too much is the most.
pub(super) fn to_u32(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    // 2026-11-23T23:30:00+08:00
    const EVENING: Moment = Moment { unix_ms: 1_795_447_800_000, offset_minutes: 480 };

    #[test]
    fn a_day_ends_at_local_midnight() {
        let today = Today::of(EVENING);
        assert_eq!(today.days_until(EVENING.unix_ms + 30 * MINUTE_MS - 1), 0);
        assert_eq!(today.days_until(EVENING.unix_ms + 30 * MINUTE_MS), 1);
        assert_eq!(today.days_until(EVENING.unix_ms - DAY_MS), -1);
    }

    #[test]
    fn it_is_the_day_the_calendar_says() {
        let today = Today::of(EVENING);
        assert_eq!(today.days_until_date(EVENING.day()), 0);
        assert_eq!(today.days_until_date(date(2026, 12, 1)), 8);
        assert_eq!(today.days_until_date(date(1969, 12, 31)), -today.number - 1);
    }

    #[test]
    fn before_1970_days_are_days_as_well() {
        let midnight = Moment::default();
        assert_eq!([-DAY_MS - 1, -DAY_MS, -1, 0].map(|ms| Today::of(midnight.later(ms)).number), [-2, -1, -1, 0]);
    }

    #[test]
    fn a_moment_no_calendar_has_is_no_panic() {
        for unix_ms in [i64::MIN, -1, 0, i64::MAX] {
            let today = Today::of(Moment { unix_ms, offset_minutes: i16::MIN });
            for other in [i64::MIN, i64::MAX] {
                today.days_until(other);
                today.later(other);
            }
            today.days_until_date(Date::MAX);
        }
    }
}
