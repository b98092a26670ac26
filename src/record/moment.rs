//! A moment as it was on the wall clock of the machine: never read here, only carried.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// A moment, and how far the local clock was from UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub unix_ms: i64,
    /// Local time minus UTC, in minutes: 480 in China.
    pub offset_minutes: i16,
}

const SECONDS_PER_MINUTE: i32 = 60;

impl Moment {
    /// The moment of a reading of the clock.
    pub fn of(zoned: &Zoned) -> Self {
        let offset_minutes = zoned.offset().seconds() / SECONDS_PER_MINUTE;
        Self {
            unix_ms: zoned.timestamp().as_millisecond(),
            offset_minutes: i16::try_from(offset_minutes).unwrap_or_default(),
        }
    }

    /// So many milliseconds later.
    #[must_use]
    pub fn later(self, ms: i64) -> Self {
        Self { unix_ms: self.unix_ms.saturating_add(ms), ..self }
    }

    /// Date and time as the trainee saw them. A moment no calendar has is the beginning of 1970.
    pub fn local(self) -> DateTime {
        let offset = Offset::from_seconds(i32::from(self.offset_minutes) * SECONDS_PER_MINUTE).unwrap_or(Offset::UTC);
        offset.to_datetime(self.timestamp())
    }

    /// The day as the trainee saw it.
    pub fn day(self) -> Date {
        self.local().date()
    }

    /// RFC 3339 with the local offset, to the millisecond: `2026-11-23T09:30:00.000+08:00`.
    pub fn rfc3339(self) -> String {
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        let minutes = self.offset_minutes.unsigned_abs();
        format!("{:.3}{sign}{:02}:{:02}", self.local(), minutes / 60, minutes % 60)
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.unix_ms).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn an_evening_in_china_is_its_own_day() {
        // 2026-11-23T23:30:00+08:00
        let evening = Moment { unix_ms: 1_795_447_800_000, offset_minutes: 480 };
        assert_eq!(evening.rfc3339(), "2026-11-23T23:30:00.000+08:00");
        assert_eq!(evening.day().to_string(), "2026-11-23");
        assert_eq!(Moment { offset_minutes: -210, ..evening }.rfc3339(), "2026-11-23T12:00:00.000-03:30");
    }

    #[test]
    fn a_moment_no_calendar_has_is_no_panic() {
        assert_eq!(Moment { unix_ms: i64::MAX, offset_minutes: i16::MIN }.day().year(), 1970);
    }
}
