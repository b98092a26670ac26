//! On which days there was practice: a small square for every day, a column for every week, darker and fuller for
//! longer.

use std::collections::HashMap;

use bevy_egui::egui::{Align2, CornerRadius, Pos2, Rect, Response, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::axis::{Label, fit, label};
use super::canvas::{self, LINE, Words, bubble, canvas, width_of, write};
use super::dates::{civil, weekday};
use super::explore::{Explored, Walk, explore};
use super::ring;
use crate::app::theme::{GRID, Palette};

/// How far squares are apart at most, side to side, in points.
const WIDEST: f32 = 6.0 * GRID;
/// The least they are.
const NARROWEST: f32 = 3.5 * GRID;
/// The share of that which is the gap.
const GAP: f32 = 0.16;
/// The days of a week.
const WEEK: usize = 7;
/// The share of its square that each step fills, side to side.
const FILLED: [f32; 4] = [0.5, 0.68, 0.84, 1.0];

/// One day.
#[derive(Clone, Copy, Debug)]
pub struct StreakDay {
    /// Which, in days since 1970-01-01.
    pub day: i32,
    /// How long was practised, in minutes.
    pub minutes: u32,
}

/// The last weeks.
#[derive(Clone, Copy)]
pub struct Streak<'a> {
    /// The summary, and what to do so that there is practice.
    pub words: Words<'a>,
    /// Days in any order; on a day that is missing there was no practice, and one that comes twice is added up.
    pub days: &'a [StreakDay],
    /// Today, in days since 1970-01-01.
    pub today: i32,
    /// How many weeks to show where there is room, this one included.
    pub weeks: usize,
    /// From how many minutes each of the four steps counts.
    pub steps: [u32; 4],
    /// The short names of the days of the week from Monday.
    pub weekdays: [&'a str; 7],
    /// The short name of the month of a day.
    pub month: &'a dyn Fn(i32) -> String,
    /// What to say about a day with so many minutes; the first line is the heading.
    pub tip: &'a dyn Fn(i32, u32) -> String,
    /// What stands before and behind the four steps: “少”, “多”.
    pub less_more: [&'a str; 2],
}

/// Where the squares stand.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Calendar {
    /// The Monday of the first column.
    first: i64,
    today: i64,
    weeks: usize,
    /// From the left edge of one square to that of the next, in points.
    pitch: f32,
}

impl Calendar {
    fn new(today: i32, weeks: usize, room: f32) -> Self {
        let most = ((room / NARROWEST) as usize).clamp(1, 520);
        let weeks = weeks.clamp(1, most);
        let pitch = (room / weeks as f32).clamp(NARROWEST, WIDEST).floor();
        let monday = i64::from(today) - weekday(today) as i64;
        Self { first: monday - (WEEK * (weeks - 1)) as i64, today: i64::from(today), weeks, pitch }
    }

    /// The days shown, oldest first; none after today.
    fn days(&self) -> impl Iterator<Item = i32> + use<> {
        (self.first..=self.today).filter_map(|day| i32::try_from(day).ok())
    }

    /// The square of a day, from a corner of 0.
    fn square(&self, day: i32) -> Rect {
        let place = (i64::from(day) - self.first).max(0) as usize;
        let corner = self.pitch * vec2((place / WEEK) as f32, (place % WEEK) as f32);
        Rect::from_min_size(corner.to_pos2(), Vec2::splat((self.pitch * (1.0 - GAP)).round()))
    }
}

/// Draws the last weeks.
pub fn streak(ui: &mut Ui, data: &Streak) {
    let names = data.weekdays.iter().map(|it| width_of(ui, it)).fold(0.0, f32::max) + 2.0 * GRID;
    let calendar = Calendar::new(data.today, data.weeks, canvas::width(ui) - names);
    let height = 2.0 * LINE + 2.0 * GRID + calendar.pitch * WEEK as f32;
    let days: Vec<StreakDay> = added_up(data.days, &calendar);
    if days.iter().all(|it| it.minutes == 0) {
        canvas::empty(ui, height, &data.words);
        return;
    }
    let area = canvas(ui, height, &data.words);
    let corner = area.rect.min + vec2(names, LINE + GRID);
    let squares: Vec<Rect> = days.iter().map(|it| calendar.square(it.day).translate(corner.to_vec2())).collect();
    let tips: Vec<String> = days.iter().map(|it| (data.tip)(it.day, it.minutes)).collect();
    // The gaps belong to the squares, or the bubble would flicker on the way.
    let reach: Vec<Rect> = squares.iter().map(|it| it.expand(calendar.pitch * GAP / 2.0)).collect();
    let walk = Walk { across: WEEK, down: 1 };
    let explored = explore(ui, &area, &reach, false, walk, |place| tips.get(place).map_or("", String::as_str));
    write_around(ui, data, &calendar, area.rect, corner);
    for (it, square) in days.iter().zip(&squares) {
        draw_square(ui, *square, step(data.steps, it.minutes), it.day == data.today);
    }
    write_steps(ui, data, &calendar, area.rect);
    point_out(ui, &area, &squares, explored, &tips);
}

/// Every day shown with its minutes, oldest first.
fn added_up(days: &[StreakDay], calendar: &Calendar) -> Vec<StreakDay> {
    let mut minutes: HashMap<i32, u32> = HashMap::new();
    for it in days {
        let sum = minutes.entry(it.day).or_default();
        *sum = sum.saturating_add(it.minutes);
    }
    calendar.days().map(|day| StreakDay { day, minutes: minutes.get(&day).copied().unwrap_or(0) }).collect()
}

/// Which step minutes reach; nothing: none.
fn step(steps: [u32; 4], minutes: u32) -> Option<usize> {
    if minutes == 0 { None } else { Some(steps.iter().rposition(|least| minutes >= *least).unwrap_or(0)) }
}

fn draw_square(ui: &Ui, square: Rect, step: Option<usize>, is_today: bool) {
    let palette = Palette::within(ui);
    let corner = CornerRadius::same(3);
    ui.painter().rect_filled(square, corner, palette.ground);
    if let Some(step) = step {
        let filled = Rect::from_center_size(square.center(), square.size() * FILLED[step]);
        ui.painter().rect_filled(filled, corner, palette.steps[step]);
    }
    if is_today {
        ui.painter().rect_stroke(square.expand(1.0), corner, Stroke::new(2.0, palette.text), StrokeKind::Outside);
    }
}

/// The months over their first weeks and the days of the week on the left, as many as have room.
fn write_around(ui: &Ui, data: &Streak, calendar: &Calendar, rect: Rect, corner: Pos2) {
    let muted = Palette::within(ui).muted;
    let apart = if calendar.pitch >= LINE - GRID { 1 } else { 2 };
    for (row, name) in data.weekdays.iter().enumerate().step_by(apart) {
        let y = corner.y + calendar.pitch * (row as f32 + 0.5 - GAP / 2.0);
        write(ui, pos2(rect.left(), y), Align2::LEFT_CENTER, name, muted);
    }
    let right = rect.right();
    let mut written: Vec<Label> = Vec::new();
    // From the newest, which is worth the most.
    for day in month_starts(calendar).into_iter().rev() {
        let mut label = label(ui, (data.month)(day), 0.0);
        label.middle = corner.x + calendar.square(day).left() + label.width / 2.0;
        written.insert(0, label);
        if fit(&written, corner.x, right).is_none() {
            written.remove(0);
        }
    }
    for (label, start) in written.iter().zip(fit(&written, corner.x, right).unwrap_or_default()) {
        write(ui, pos2(start, rect.top() + LINE / 2.0), Align2::LEFT_CENTER, &label.text, muted);
    }
}

/// The first day shown, and the first day of every month after it.
fn month_starts(calendar: &Calendar) -> Vec<i32> {
    let first = calendar.days().take(1);
    let later = calendar.days().skip(1).filter(|day| civil(*day).2 == 1);
    first.chain(later).collect()
}

/// The four steps, bottom left, from little to much.
fn write_steps(ui: &Ui, data: &Streak, calendar: &Calendar, rect: Rect) {
    let palette = Palette::within(ui);
    let y = rect.bottom() - LINE / 2.0;
    let side = calendar.square(data.today).width();
    let less = write(ui, pos2(rect.left(), y), Align2::LEFT_CENTER, data.less_more[0], palette.muted);
    let mut x = less.right() + GRID + side / 2.0;
    for step in [None, Some(0), Some(1), Some(2), Some(3)] {
        draw_square(ui, Rect::from_center_size(pos2(x, y), Vec2::splat(side.min(LINE))), step, false);
        x += side + GRID;
    }
    write(ui, pos2(x - side / 2.0, y), Align2::LEFT_CENTER, data.less_more[1], palette.muted);
}

fn point_out(ui: &Ui, area: &Response, squares: &[Rect], explored: Explored, tips: &[String]) {
    if let Some(square) = explored.focused.and_then(|place| squares.get(place)) {
        ring(ui, square.expand(GRID / 2.0));
    }
    let Some(place) = explored.pointed else { return };
    if let (Some(tip), Some(square)) = (tips.get(place), squares.get(place)) {
        bubble(ui, area, *square, tip);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday 2026-11-23.
    const MONDAY: i32 = 20_780;

    #[test]
    fn weeks_are_columns_that_begin_on_monday_and_end_today() {
        let calendar = Calendar::new(MONDAY + 2, 15, 400.0);
        assert_eq!(calendar.weeks, 15);
        assert_eq!(calendar.days().count(), 14 * 7 + 3);
        assert_eq!(calendar.days().last(), Some(MONDAY + 2));
        assert_eq!(calendar.square(MONDAY).top(), 0.0);
        assert_eq!(calendar.square(MONDAY + 2).left(), calendar.square(MONDAY).left());
        assert!(calendar.square(MONDAY).left() > calendar.square(MONDAY - 1).right());
    }

    #[test]
    fn where_there_is_no_room_there_are_fewer_weeks() {
        let calendar = Calendar::new(MONDAY, 15, 100.0);
        assert!(calendar.weeks < 15 && calendar.square(MONDAY).right() <= 100.0);
        assert_eq!(calendar.days().last(), Some(MONDAY));
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        for today in [i32::MIN, i32::MAX] {
            let calendar = Calendar::new(today, 15, 400.0);
            assert!(calendar.days().count() <= 15 * WEEK);
        }
    }

    #[test]
    fn any_practice_reaches_the_first_step() {
        let steps = [5, 15, 30, 60];
        assert_eq!(
            [0, 1, 5, 29, 30, 999].map(|it| step(steps, it)),
            [None, Some(0), Some(0), Some(1), Some(2), Some(3)]
        );
    }
}
