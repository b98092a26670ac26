//! Just enough of a calendar to know where a month begins. Days are counted from 1970-01-01, a Thursday.

/// The day of the week, 0 = Monday.
pub(super) fn weekday(day: i32) -> usize {
    (i64::from(day) + 3).rem_euclid(7) as usize
}

/// Year, month 1-12, day of the month 1-31, in the Gregorian calendar (Howard Hinnant, `civil_from_days`).
pub(super) fn civil(day: i32) -> (i64, u8, u8) {
    let shifted = i64::from(day) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month as u8, day_of_month as u8)
}

/// Whether a day is a mark.
type IsMark = fn(i32) -> bool;

/// Ways to mark an axis of days, finest first: how many days two marks are apart at least, and which days are marks.
const TIERS: [(i64, IsMark); 8] = [
    (1, |_| true),
    (7, |day| weekday(day) == 0),
    (14, |day| weekday(day) == 0 && i64::from(day).div_euclid(7) % 2 == 0),
    (28, |day| civil(day).2 == 1),
    (59, |day| civil(day).2 == 1 && civil(day).1 % 2 == 1),
    (89, |day| civil(day).2 == 1 && civil(day).1 % 3 == 1),
    (180, |day| civil(day).2 == 1 && civil(day).1 % 6 == 1),
    (365, |day| civil(day).2 == 1 && civil(day).1 == 1),
];
/// More marks than this are not read one by one; then months are better than weeks.
const MOST_MARKS: i64 = 10;

/// The days to mark between two, finest way first; at the end only the two themselves.
pub(super) fn marks(from: i32, to: i32) -> Vec<Vec<i32>> {
    let span = i64::from(to) - i64::from(from);
    let can_be = TIERS.iter().filter(|(apart, _)| span / apart <= MOST_MARKS);
    let mut marks: Vec<Vec<i32>> =
        can_be.map(|(_, is_mark)| (from..=to).filter(|day| is_mark(*day)).collect()).collect();
    marks.retain(|days| days.len() >= 2);
    marks.push(if from == to { vec![from] } else { vec![from, to] });
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_agrees_with_known_days() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(weekday(0), 3);
        assert_eq!(civil(20_780), (2026, 11, 23));
        assert_eq!(weekday(20_780), 0);
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(-1), (1969, 12, 31));
    }

    #[test]
    fn half_a_year_can_be_marked_by_its_months() {
        let marks = marks(20_600, 20_780);
        assert!(marks.iter().any(|days| days.len() == 6 && days.iter().all(|day| civil(*day).2 == 1)), "{marks:?}");
    }

    #[test]
    fn an_axis_from_the_first_day_to_the_last_is_marked_at_its_ends() {
        assert_eq!(marks(i32::MIN, i32::MAX), [vec![i32::MIN, i32::MAX]]);
        assert_eq!(marks(5, 5), [vec![5]]);
    }
}
