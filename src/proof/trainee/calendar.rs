//! The days on which a generated trainee practises: about four a week, in office hours, with holidays in between.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::proof::trainee::dice::Dice;
use crate::record::moment::Moment;

/// How often there is practice from Monday to Sunday, in permille: together four days a week.
const DAYS: [u32; 7] = [780, 740, 760, 740, 700, 200, 80];
/// One gap in so many days: leave, training elsewhere, a holiday.
const GAP_EVERY_DAYS: u32 = 60;
/// How long a gap is, at least and at most, in days.
const GAP_DAYS: (u32, u32) = (4, 9);
/// When practice begins, in minutes after midnight: in the morning or in the afternoon.
const BEGINS: [(u32, u32); 2] = [(9 * 60, 10 * 60 + 45), (13 * 60 + 45, 16 * 60 + 30)];
/// Local time minus UTC, in minutes.
const OFFSET_MINUTES: i16 = 480;

/// A day of practice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Session {
    /// How many days after the first, from 0.
    pub day: u32,
    /// When it begins.
    pub begins: Moment,
}

/// The days of practice among `days` from `start` on. The first day is always one: somebody joins to begin.
pub(super) fn sessions(start: Date, days: u32, dice: &mut Dice) -> Vec<Session> {
    let mut away = vec![false; days as usize];
    for _ in 0..days / GAP_EVERY_DAYS {
        let (first, long) = (dice.between(7, days) as usize, dice.between(GAP_DAYS.0, GAP_DAYS.1) as usize);
        away.iter_mut().skip(first).take(long).for_each(|day| *day = true);
    }
    let mut sessions = Vec::new();
    let dates = start.series(jiff::Span::new().days(1));
    for ((day, date), away) in (0..).zip(dates).zip(away) {
        let permille = DAYS[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0) % DAYS.len()];
        if dice.happens(permille) && !away || day == 0 {
            sessions.push(Session { day, begins: moment(date, dice) });
        }
    }
    sessions
}

fn moment(date: Date, dice: &mut Dice) -> Moment {
    const MS_PER_MINUTE: u32 = 60_000;
    let (least, most) = dice.one_of(&BEGINS).unwrap_or_default();
    let after_midnight_ms = dice.between(least * MS_PER_MINUTE, most * MS_PER_MINUTE);
    let offset = Offset::from_seconds(i32::from(OFFSET_MINUTES) * 60).unwrap_or(Offset::UTC);
    let midnight = offset.to_timestamp(date.to_datetime(Time::midnight())).unwrap_or_default();
    let midnight = Moment { unix_ms: midnight.as_millisecond(), offset_minutes: OFFSET_MINUTES };
    midnight.later(i64::from(after_midnight_ms))
}
