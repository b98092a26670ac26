//! The figures of the progress screen, each with its words.

use jiff::civil::Date;

use crate::app::charts::{Grasp, Standing};
use crate::app::desk::board::lines::lines;
use crate::app::desk::board::{Counsel, PartOf, PersonaOf, RingsOf, Spoke, Tile, WeekOf, short_day};
use crate::export::words::why_in_words;
use crate::locale::Locale;
use crate::record::attempt::Kept;
use crate::record::progress::advice::Subject;
use crate::record::progress::items::{Item, Knowledge};
use crate::record::progress::{Progress, counts, minutes};

/// Up to which ring one is in time (facts.md item 45); a shift of one's own may say otherwise, its own debrief knows.
const IN_TIME: usize = 3;

/// The parts of the teachable items (facts.md, section 1): key, first and last number.
const PARTS: [(&str, u32, u32); 5] = [
    ("item-group-A", 1, 9),
    ("item-group-B", 10, 20),
    ("item-group-C", 21, 38),
    ("item-group-D", 39, 42),
    ("item-group-E", 43, 47),
];

/// The figures on top.
pub fn tiles(kept: &[Kept], progress: &Progress, locale: &Locale) -> Vec<Tile> {
    let finished: Vec<_> = kept.iter().filter(|it| counts(&it.attempt)).collect();
    let passed = finished.iter().filter(|it| it.attempt.summary.is_passed()).count();
    let practised = minutes(progress.time.whole.all_ms());
    let (streak, rings) = (&progress.streak, &progress.rings.overall);
    let known = progress.items.iter().filter(|item| item.knowledge == Knowledge::Known).count();
    let tile = |value: String, key: &str, remark: String| Tile { value, name: locale.text(key), remark };
    let number = |key: &str, value: usize| locale.with(key, &[("count", value.into())]);
    vec![
        tile(
            streak.current_days.to_string(),
            "progress-streak",
            number("progress-longest", streak.longest_days as usize),
        ),
        tile(finished.len().to_string(), "progress-attempts", number("progress-passed-count", passed)),
        tile(hours(practised), "progress-hours", number("progress-days", streak.practised_days as usize)),
        tile(format!("{}/{}", rings.in_time, rings.calls), "progress-in-time", interval(progress, locale)),
        tile(format!("{known}/{}", progress.items.len()), "progress-known", locale.text("progress-known-why")),
    ]
}

fn hours(minutes: u64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn interval(progress: &Progress, locale: &Locale) -> String {
    let Some((low, high)) = progress.rings.overall.wilson else { return locale.text("progress-no-shift") };
    let percent = |share: f64| (share * 100.0).round();
    locale.with("progress-interval", &[("low", percent(low).into()), ("high", percent(high).into())])
}

/// What to practise next.
pub fn counsels(progress: &Progress, titles: &dyn Fn(&Subject) -> String, locale: &Locale) -> Vec<Counsel> {
    let counsel = |advice: &crate::record::progress::advice::Advice| Counsel {
        what: advice.what.clone(),
        title: titles(&advice.what),
        why: why_in_words(&advice.why, locale),
    };
    progress.advice.iter().map(counsel).collect()
}

/// The dimensions.
pub fn spokes(progress: &Progress, locale: &Locale) -> Vec<Spoke> {
    let spoke = |axis: &crate::record::progress::radar::Axis| {
        let then = axis.then.map_or_else(String::new, |then| locale.with("progress-then", &[("score", then.into())]));
        let now = locale.with("progress-now", &[("score", axis.now.into()), ("calls", axis.calls.into())]);
        let (name, tip) = (axis.name.clone(), lines([axis.name.clone(), now, then]));
        Spoke { name, now: axis.now as f32, then: axis.then.map(|then| then as f32), tip }
    };
    progress.radar.axes.iter().map(spoke).collect()
}

/// How many rings were heard; nothing where no phone rang.
pub fn rings(progress: &Progress, locale: &Locale) -> Vec<RingsOf> {
    let rings = &progress.rings;
    if rings.overall.calls == 0 {
        return Vec::new();
    }
    let last = rings.answered_after.len();
    let share = |count: usize| (count * 100 / rings.overall.calls.max(1)).to_string();
    let bar = |name: String, count: usize, standing, key: &str| {
        let values = [("rings", name.as_str().into()), ("count", count.into()), ("share", share(count).into())];
        let tip = locale.with(key, &values);
        RingsOf { name, count: u32::try_from(count).unwrap_or(u32::MAX), standing, tip }
    };
    let answered = rings.answered_after.iter().enumerate().map(|(place, count)| {
        let name = if place + 1 == last { format!("{last}+") } else { (place + 1).to_string() };
        let standing = if place < IN_TIME { Standing::InTime } else { Standing::Late };
        bar(name, *count, standing, "progress-ring-tip")
    });
    let lost = bar(locale.text("progress-lost"), rings.lost, Standing::Lost, "progress-lost-tip");
    answered.chain([lost]).collect()
}

/// The share in time, in words.
pub fn in_time(progress: &Progress, locale: &Locale) -> String {
    let overall = &progress.rings.overall;
    let values = [("hits", overall.in_time.into()), ("calls", overall.calls.into())];
    format!("{} {}", locale.with("progress-in-time-words", &values), interval(progress, locale))
}

/// Minutes a week, from the first week with any.
pub fn weeks(progress: &Progress, locale: &Locale) -> Vec<WeekOf> {
    let week = |week: &crate::record::progress::time::Week| {
        let practised = &week.practised;
        let (calls, shifts) = (minutes(practised.calls_ms), minutes(practised.shifts_ms));
        let exams = minutes(practised.exams_ms);
        let values = [
            ("calls", calls.into()),
            ("shifts", shifts.into()),
            ("exams", exams.into()),
            ("times", (practised.calls + practised.shifts + practised.exams).into()),
        ];
        let head = locale.with("progress-week-of", &[("day", short_day(week.monday).into())]);
        let tip = lines([head, locale.with("progress-week-tip", &values)]);
        WeekOf { name: short_day(week.monday), minutes: [calls as f32, shifts as f32, exams as f32], tip }
    };
    let weeks = &progress.time.weeks;
    let first = weeks.iter().position(|week| week.practised.all_ms() > 0).unwrap_or(weeks.len());
    weeks[first..].iter().map(week).collect()
}

/// The teachable items.
pub fn parts(items: &[Item], locale: &Locale) -> Vec<PartOf> {
    let part = |(key, first, last): (&str, u32, u32)| {
        let of_part: Vec<_> = items.iter().filter(|item| (first..=last).contains(&item.item)).collect();
        let known = of_part.iter().filter(|item| item.knowledge == Knowledge::Known).count();
        let tally = locale.with("progress-part-tally", &[("known", known.into()), ("all", of_part.len().into())]);
        PartOf { name: locale.text(key), tally, items: of_part.into_iter().map(|item| one(item, locale)).collect() }
    };
    PARTS.into_iter().map(part).collect()
}

fn one(item: &Item, locale: &Locale) -> (u32, Grasp, String) {
    let (known, key) = match item.knowledge {
        Knowledge::Known => (Grasp::Known, "progress-item-known"),
        Knowledge::Shaky => (Grasp::Shaky, "progress-item-shaky"),
        Knowledge::Unseen => (Grasp::Unseen, "progress-item-unseen"),
    };
    let head = format!("{} {}", item.item, locale.text(&format!("item-{}", item.item)));
    let asked = match item.last_day {
        Some(day) => {
            let values = [("right", item.right.into()), ("asked", item.asked.into()), ("day", day.to_string().into())];
            locale.with("progress-item-asked", &values)
        }
        None => String::new(),
    };
    (item.item, known, lines([head, locale.text(key), asked]))
}

/// Minutes a day.
pub fn days(progress: &Progress) -> Vec<(Date, u32)> {
    let days = progress.streak.days.iter();
    days.map(|day| (day.day, u32::try_from(minutes(day.practised_ms)).unwrap_or(u32::MAX))).collect()
}

/// How it goes with each kind of owner, the most practised first.
pub fn personas(progress: &Progress) -> Vec<PersonaOf> {
    let persona = |it: &crate::record::progress::scores::PersonaScores| PersonaOf {
        name: it.name.clone(),
        calls: it.calls,
        passed: it.passed,
        median: it.median,
    };
    let mut personas: Vec<PersonaOf> = progress.scores.personas.iter().map(persona).collect();
    personas.sort_by_key(|it| std::cmp::Reverse(it.calls));
    personas
}
