//! Reports to be printed: one attempt, or one trainee, as a [`Paper`] in the language of a locale.
//!
//! Everything comes out of the records: what was kept, and what an attempt says when it is had again. What is missing is
//! said to be missing. Each report names its place in the chain, so that `three-rings verify FILE --head HASH` finds out
//! whether the records still have it.
//!
//! Code map: [`advice`] (what to practise next, in words, for the window too), [`catalogue`] (what is on offer and what it
//! is called), `attempt` and `trainee` (the two reports).

pub mod advice;
mod attempt;
pub mod catalogue;
mod trainee;

use fluent_bundle::FluentValue;

use super::paper::{Align, Block, Column, Figure, Moment as Minute, Paper, Tone};
use crate::locale::Locale;
use crate::record::moment::Moment;
use crate::record::profile::Profile;
use crate::record::progress::minutes;

pub use attempt::attempt;
pub use trainee::{Seen, trainee};

/// How many digits of a hash are printed: enough to find it again, few enough to be typed.
pub const HASH_DIGITS: usize = 16;

/// The beginning of a hash, as it stands on paper.
pub fn short_hash(hash: &str) -> &str {
    hash.get(..HASH_DIGITS).unwrap_or(hash)
}

/// The last moment of some practice, which is when a report of it counts as made: the same records are the same bytes.
pub fn made<'k>(kept: impl IntoIterator<Item = &'k crate::record::attempt::Kept>) -> Moment {
    let end = |kept: &'k crate::record::attempt::Kept| kept.attempt.setup.began.later(kept.attempt.lasted_ms.into());
    kept.into_iter().map(end).max_by_key(|moment| moment.unix_ms).unwrap_or_default()
}

/// What every report has besides its blocks.
struct Cover<'a> {
    title: String,
    subtitle: String,
    /// Its place in the chain.
    place: u32,
    hash: &'a str,
    made: Moment,
}

/// A report: its blocks, and at the end how to check it.
fn paper(cover: Cover<'_>, mut blocks: Vec<Block>, locale: &Locale) -> Paper {
    let chained = [("place", cover.place.into()), ("hash", short_hash(cover.hash).into())];
    blocks.push(Block::Remark(locale.with("report-check", &chained)));
    Paper {
        title: cover.title,
        subtitle: cover.subtitle,
        language: locale.language.tag(),
        footer: format!("{} · {}", locale.text("app-title"), locale.with("report-footer", &chained)),
        page_word: locale.with("report-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        created: Some(in_utc(cover.made)),
        blocks,
    }
}

/// The minute in UTC, for a file's metadata.
pub(super) fn in_utc(moment: Moment) -> Minute {
    let utc = Moment { offset_minutes: 0, ..moment }.local();
    let small = |number: i8| u8::try_from(number).unwrap_or_default();
    Minute {
        year: u16::try_from(utc.year()).unwrap_or_default(),
        month: small(utc.month()),
        day: small(utc.day()),
        hour: small(utc.hour()),
        minute: small(utc.minute()),
    }
}

/// Date and time by the trainee's clock: `2026-11-23 09:30`.
fn when(moment: Moment) -> String {
    moment.local().strftime("%Y-%m-%d %H:%M").to_string()
}

/// Who it is about: the name, and whether it is still one.
fn who(profile: &Profile, locale: &Locale) -> String {
    if profile.is_anonymous {
        return format!("{} · {}", profile.name, locale.text("export-anonymous"));
    }
    profile.name.clone()
}

/// A name and a value in one line.
fn pair(name: &str, value: &str, locale: &Locale) -> String {
    locale.with("report-pair", &[("name", name.into()), ("value", value.into())])
}

/// Names one after the other, in one line.
fn listed(names: impl IntoIterator<Item = String>, locale: &Locale) -> String {
    names.into_iter().collect::<Vec<_>>().join(&locale.text("enumeration-comma"))
}

/// Where the pass line is, on a chart.
fn pass_line(mark: u32, locale: &Locale) -> (String, f32) {
    (locale.with("verdict-note-pass-mark", &[("mark", mark.into())]), mark as f32)
}

/// Good from the pass mark on.
fn passing(score: u32, pass_mark: u32) -> Tone {
    if score >= pass_mark { Tone::Good } else { Tone::Warn }
}

/// Milliseconds practised: minutes, or hours with one decimal from the first on; the figure and its unit.
fn practised(ms: u64, locale: &Locale) -> (String, String) {
    const MS_PER_HOUR: u64 = 3_600_000;
    if ms < MS_PER_HOUR {
        return (minutes(ms).to_string(), locale.text("report-minutes"));
    }
    (format!("{:.1}", ms as f64 / MS_PER_HOUR as f64), locale.text("report-hours"))
}

/// Milliseconds as seconds with one decimal.
fn seconds(ms: u32) -> String {
    format!("{:.1}", f64::from(ms) / 1_000.0)
}

/// A share as whole percent.
fn percent(share: f64) -> FluentValue<'static> {
    ((share * 100.0).round() as i64).into()
}

fn figure(value: impl Into<String>, unit: impl Into<String>, label: impl Into<String>, tone: Tone) -> Figure {
    Figure { value: value.into(), unit: unit.into(), label: label.into(), tone }
}

fn column(key: &str, share: f32, align: Align, locale: &Locale) -> Column {
    Column { head: locale.text(key), share, align }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::language::Language;

    #[test]
    fn less_than_an_hour_is_told_in_minutes() {
        let locale = Locale::new(Language::ZhHans);
        assert_eq!(practised(0, &locale).0, "0");
        assert_eq!(practised(60_001, &locale).0, "2");
        assert_eq!(practised(5_400_000, &locale), ("1.5".to_owned(), locale.text("report-hours")));
    }

    #[test]
    fn a_short_hash_is_no_panic() {
        assert_eq!(short_hash("abc"), "abc");
        assert_eq!(short_hash(&"0".repeat(64)).len(), HASH_DIGITS);
    }

    #[test]
    fn a_report_is_made_when_the_last_practice_ended() {
        assert_eq!(made([]), Moment::default());
        // 2026-11-23T09:30:00+08:00
        let morning = Moment { unix_ms: 1_795_397_400_000, offset_minutes: 480 };
        assert_eq!(in_utc(morning), Minute { year: 2026, month: 11, day: 23, hour: 1, minute: 30 });
    }
}
