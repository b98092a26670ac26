//! The charts, filled from the board.

use bevy_egui::egui::Ui;

use crate::app::charts::{self, Axis, Group, Item, Point, RingBar, Series, StreakDay, WeekBar, Words};
use crate::app::desk::{Action, Board, Dot, Lens, PartOf, ProgressAction, day_number, day_of, short_day};
use crate::app::theme::{GRID, Palette, card, prose, section};
use crate::locale::Locale;

/// Minutes a day from which a square is one step stronger.
const STEPS: [u32; 4] = [1, 10, 20, 40];
/// How many weeks of days are shown.
const WEEKS: usize = 15;

/// Scores over time; a click on one shows it again.
pub fn scores(ui: &mut Ui, board: &Board, lens: Lens, locale: &Locale) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        section(ui, &locale.text("progress-scores"));
        ui.horizontal_wrapped(|ui| {
            for (other, key) in Lens::ALL {
                if ui.selectable_label(lens == other, locale.text(key)).clicked() {
                    action = Some(Action::Progress(ProgressAction::Through(other)));
                }
            }
        });
        let lines = board.scores.iter().find(|(it, _)| *it == lens).map_or(&[][..], |(_, lines)| lines);
        let points: Vec<Vec<Point<'_>>> = lines.iter().map(|line| line.dots.iter().map(point).collect()).collect();
        let series: Vec<Series<'_>> = lines
            .iter()
            .zip(&points)
            .map(|(line, points)| Series { name: &line.name, form: line.form, points })
            .collect();
        let pass_name = locale.text("progress-pass-mark");
        let empty = if lens == Lens::Shifts { "progress-empty-shifts" } else { "progress-empty-calls" };
        let count: usize = lines.iter().map(|line| line.dots.len()).sum();
        let summary = locale.with("progress-scores-summary", &[("count", count.into())]);
        let clicked = charts::scores(
            ui,
            &charts::Scores {
                words: Words { summary: &summary, empty: &locale.text(empty) },
                unit: &locale.text("progress-score-unit"),
                series: &series,
                pass: board.pass_mark.filter(|_| lens != Lens::Shifts).map(|mark| (mark as f32, pass_name.as_str())),
                again: &locale.text("progress-again"),
                day: &|number| short_day(day_of(number)),
            },
        );
        let attempt = clicked.and_then(|at| Some(lines.get(at.series)?.dots.get(at.point)?.attempt));
        if let Some(attempt) = attempt {
            action = Some(Action::LookBack(attempt));
        }
    });
    action
}

fn point(dot: &Dot) -> Point<'_> {
    Point { day: dot.day, score: dot.score, is_again: dot.is_again, tip: &dot.tip }
}

/// The dimensions against the pass mark.
pub fn radar(ui: &mut Ui, board: &Board, locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("progress-radar"));
        let axes: Vec<Axis<'_>> = board
            .spokes
            .iter()
            .map(|spoke| Axis { name: &spoke.name, value: Some(spoke.now), earlier: spoke.then, tip: &spoke.tip })
            .collect();
        let earlier = locale.text("progress-month-ago");
        let has_earlier = board.spokes.iter().any(|spoke| spoke.then.is_some());
        let pass_name = locale.text("progress-pass-mark");
        charts::radar(
            ui,
            &charts::Radar {
                words: Words {
                    summary: &locale.text("progress-radar-summary"),
                    empty: &locale.text("progress-empty-calls"),
                },
                axes: &axes,
                now: &locale.text("progress-radar-now"),
                earlier: has_earlier.then_some(earlier.as_str()),
                pass: board.pass_mark.map(|mark| (mark as f32, pass_name.as_str())),
                unassessed: &locale.text("progress-unassessed"),
            },
        );
    });
}

/// How many rings were heard.
pub fn rings(ui: &mut Ui, board: &Board, locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("progress-rings"));
        if !board.rings.is_empty() {
            prose(&board.in_time).small().color(Palette::within(ui).muted).show(ui);
        }
        let bars: Vec<RingBar<'_>> = board
            .rings
            .iter()
            .map(|bar| RingBar { name: &bar.name, count: bar.count, standing: bar.standing, tip: &bar.tip })
            .collect();
        let standings = ["progress-in-time-word", "progress-late-word", "progress-lost"].map(|key| locale.text(key));
        charts::rings(
            ui,
            &charts::Rings {
                words: Words { summary: &board.in_time, empty: &locale.text("progress-empty-shifts") },
                bars: &bars,
                standings: [&standings[0], &standings[1], &standings[2]],
                limit: &locale.text("progress-limit"),
                unit: &locale.text("progress-rings-unit"),
                across: &locale.text("progress-rings-across"),
            },
        );
    });
}

/// Minutes a week.
pub fn weeks(ui: &mut Ui, board: &Board, locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("progress-weeks"));
        let bars: Vec<WeekBar<'_>> = board
            .weeks
            .iter()
            .map(|week| WeekBar { name: &week.name, minutes: &week.minutes, tip: &week.tip })
            .collect();
        let parts = ["progress-calls", "progress-shifts", "progress-exams"].map(|key| locale.text(key));
        charts::weeks(
            ui,
            &charts::Weeks {
                words: Words { summary: &locale.text("progress-weeks"), empty: &locale.text("progress-empty-calls") },
                bars: &bars,
                parts: &[&parts[0], &parts[1], &parts[2]],
                unit: &locale.text("progress-minutes"),
                across: &locale.text("progress-weeks-across"),
            },
        );
    });
}

/// The 47 teachable items.
pub fn items(ui: &mut Ui, parts: &[PartOf], locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("progress-items"));
        prose(&locale.text("progress-items-why")).small().color(Palette::within(ui).muted).show(ui);
        let items: Vec<Vec<Item<'_>>> = parts
            .iter()
            .map(|part| {
                part.items.iter().map(|(number, known, tip)| Item { number: *number, known: *known, tip }).collect()
            })
            .collect();
        let groups: Vec<Group<'_>> = parts
            .iter()
            .zip(&items)
            .map(|(part, items)| Group { name: &part.name, tally: &part.tally, items })
            .collect();
        let states = ["progress-item-known", "progress-item-shaky", "progress-item-unseen"].map(|key| locale.text(key));
        charts::items(
            ui,
            &charts::Items {
                words: Words { summary: &locale.text("progress-items"), empty: &locale.text("progress-empty-calls") },
                groups: &groups,
                states: [&states[0], &states[1], &states[2]],
            },
        );
    });
}

/// The days of the last weeks.
pub fn streak(ui: &mut Ui, board: &Board, locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("progress-calendar"));
        ui.add_space(GRID);
        let days: Vec<StreakDay> =
            board.days.iter().map(|(day, minutes)| StreakDay { day: day_number(*day), minutes: *minutes }).collect();
        let weekdays = [1, 2, 3, 4, 5, 6, 7].map(|day| locale.text(&format!("weekday-{day}")));
        let less_more = [locale.text("progress-less"), locale.text("progress-more")];
        charts::streak(
            ui,
            &charts::Streak {
                words: Words {
                    summary: &locale.text("progress-calendar"),
                    empty: &locale.text("progress-empty-calls"),
                },
                days: &days,
                today: day_number(board.today),
                weeks: WEEKS,
                steps: STEPS,
                weekdays: std::array::from_fn(|day| weekdays[day].as_str()),
                month: &|number| locale.text(&format!("month-{}", day_of(number).month())),
                tip: &|number, minutes| {
                    let values = [("day", day_of(number).to_string().into()), ("minutes", minutes.into())];
                    locale.with("progress-day-tip", &values)
                },
                less_more: [&less_more[0], &less_more[1]],
            },
        );
    });
}
