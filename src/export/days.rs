//! Which days are wanted: from one on, up to another, both included; days are local to the trainee.

use jiff::civil::Date;

use crate::record::attempt::Kept;

/// A stretch of days; open where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

impl Days {
    /// Whether a day is one of them.
    pub fn has(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether no day can be one of them.
    pub fn is_empty(self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from > to)
    }

    /// Whether every day is one of them.
    pub fn is_open(self) -> bool {
        self == Self::default()
    }

    /// The last of them that has come.
    pub fn last(self, today: Date) -> Date {
        self.to.map_or(today, |to| to.min(today))
    }

    /// The attempts begun on them, in their order.
    pub fn of(self, kept: &[Kept]) -> Vec<Kept> {
        kept.iter().filter(|kept| self.has(kept.attempt.setup.began.day())).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const MONDAY: Date = date(2026, 11, 23);
    const TUESDAY: Date = date(2026, 11, 24);

    #[test]
    fn both_ends_belong_to_it() {
        let days = Days { from: Some(MONDAY), to: Some(TUESDAY) };
        let found: Vec<bool> = (22..=25).map(|day| days.has(date(2026, 11, day))).collect();
        assert_eq!(found, [false, true, true, false]);
    }

    #[test]
    fn an_open_end_lets_everything_through() {
        assert!(Days::default().has(Date::MIN) && Days::default().is_open());
        assert!(Days { from: Some(MONDAY), to: None }.has(Date::MAX));
        assert!(!Days { from: None, to: Some(MONDAY) }.has(TUESDAY));
    }

    #[test]
    fn a_stretch_that_ends_before_it_begins_is_empty() {
        assert!(Days { from: Some(TUESDAY), to: Some(MONDAY) }.is_empty());
        assert!(!Days { from: Some(MONDAY), to: Some(MONDAY) }.is_empty());
    }

    #[test]
    fn the_last_day_has_come() {
        assert_eq!(Days::default().last(MONDAY), MONDAY);
        assert_eq!(Days { from: None, to: Some(TUESDAY) }.last(MONDAY), MONDAY);
        assert_eq!(Days { from: None, to: Some(MONDAY) }.last(TUESDAY), MONDAY);
    }
}
