//! Scores over time: every attempt a point, for every series its trend as a line, the pass mark across.
//!
//! Drawn here and not with egui_plot 0.37, which was tried: every plot of it is three stops of the Tab key without a
//! name (its axes can be dragged whether allowed or not); it learns the width of its numbers from the frame before,
//! which a window that only draws when something happens never shows; dates at uneven distances are not kept from
//! touching; and the bubbles of its bars are bare letters, cut off at the edge of the plot.

use bevy_egui::egui::{Align2, Rect, Response, Stroke, Ui, pos2, vec2};

use super::axis::{self, AIR, Scale};
use super::canvas::{self, LINE, Words, bubble, canvas, galley, hairline, width_of, write, write_bold};
use super::explore::{Explored, Walk, explore};
use super::key::{Entry, Key, Sample, key};
use super::mark::{Dash, Mark};
use super::median::trend;
use super::ring;
use crate::app::theme::{GRID, Palette};

/// The height with one row of key, in points.
const HEIGHT: f32 = 72.0 * GRID;
/// The height of the days below the plot, in points.
const DAYS: f32 = 7.0 * GRID;
/// The width from which the name of the pass mark has room on the right, in points.
const ROOM_FOR_NAMES: f32 = 130.0 * GRID;
/// The radius of a point, in points; of one among many.
const RADII: [f32; 2] = [0.875 * GRID, 0.625 * GRID];
/// With less than this for every point across, there are many, in points.
const ROOM_FOR_POINT: f32 = GRID;
/// How near the pointer must come to a point, in points.
const REACH: f32 = 3.0 * GRID;
/// The width of the lines, and of the card's ground left free round them, in points.
const LINES: [f32; 2] = [2.0, 5.0];

/// One attempt.
#[derive(Clone, Copy, Debug)]
pub struct Point<'a> {
    /// When, in days since 1970-01-01; the time of day is the fraction.
    pub day: f64,
    /// 0-100.
    pub score: f32,
    /// It was tried before; the point is hollow.
    pub is_again: bool,
    /// What to say about it; the first line is the heading.
    pub tip: &'a str,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Points, and their trend as a line.
    PointsAndLine,
    /// Points only.
    Points,
    /// The line only; its points cannot be pointed at.
    Line,
}

/// A series with its name. Its points may be in any order; those without a day or a score are left out.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How it is drawn.
    pub form: Form,
    /// Its attempts.
    pub points: &'a [Point<'a>],
}

/// Scores over time.
#[derive(Clone, Copy)]
pub struct Scores<'a> {
    /// The summary, and what to do so that there are scores.
    pub words: Words<'a>,
    /// What goes up, with its unit: “得分（0–100）”.
    pub unit: &'a str,
    /// The series; five have colours of their own.
    pub series: &'a [Series<'a>],
    /// The pass mark 0-100 and its name.
    pub pass: Option<(f32, &'a str)>,
    /// What a hollow point is called.
    pub again: &'a str,
    /// The short name of a day, for the axis.
    pub day: &'a dyn Fn(i32) -> String,
}

/// A point, by the places of its series and of itself in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointAt {
    /// The place of the series.
    pub series: usize,
    /// The place of the point.
    pub point: usize,
}

/// A point with its place on the screen.
struct Placed<'a> {
    of: PointAt,
    point: &'a Point<'a>,
    rect: Rect,
}

/// Draws scores over time; the point that was clicked, if one was.
pub fn scores(ui: &mut Ui, data: &Scores) -> Option<PointAt> {
    let Some((from, to)) = extent(data.series) else {
        canvas::empty(ui, HEIGHT, &data.words);
        return None;
    };
    let width = canvas::width(ui);
    let key = key(ui, entries(ui, data, width), width);
    let area = canvas(ui, HEIGHT + key.surplus(), &data.words);
    let plot = frame(ui, &area, data, &key);
    let across = Scale::new(from, to, plot.left() + 2.0 * GRID, plot.right() - 2.0 * GRID);
    let up = Scale::new(0.0, 100.0, plot.bottom(), plot.top());
    under(ui, plot, data, (from, to), &across);
    let placed = placed(data, &across, &up);
    let explored = explored(ui, &area, &placed);
    let are_many = plot.width() < ROOM_FOR_POINT * placed.len() as f32;
    draw(ui, data, &placed, (&across, &up), are_many);
    point_out(ui, &area, data, &placed, explored);
    explored.clicked.and_then(|place| placed.get(place)).map(|it| it.of)
}

fn is_whole(point: &Point) -> bool {
    point.day.is_finite() && point.score.is_finite()
}

/// The first and the last day, if any.
fn extent(series: &[Series]) -> Option<(f64, f64)> {
    let days = || series.iter().flat_map(|it| it.points).filter(|it| is_whole(it)).map(|it| it.day);
    let first = days().min_by(f64::total_cmp)?;
    let last = days().max_by(f64::total_cmp)?;
    Some((first, last))
}

fn entries<'a>(ui: &Ui, data: &Scores<'a>, width: f32) -> Vec<Entry<'a>> {
    let palette = Palette::within(ui);
    let mut entries: Vec<Entry> = Vec::new();
    for (number, series) in data.series.iter().enumerate() {
        let mark = (series.form != Form::Line).then(|| Mark::of(number));
        let dash = if series.form == Form::Points { None } else { Some(Dash::of(number)) };
        entries.push(Entry { sample: Sample::Line(palette.series(number), dash, mark), name: series.name });
    }
    let is_any_again =
        data.series.iter().filter(|it| it.form != Form::Line).flat_map(|it| it.points).any(|it| it.is_again);
    if is_any_again {
        entries.push(Entry { sample: Sample::Hollow(palette.series(0)), name: data.again });
    }
    if let Some((_, name)) = data.pass.filter(|_| width < ROOM_FOR_NAMES) {
        entries.push(Entry { sample: Sample::Line(palette.muted, Some(Dash::LIMIT), None), name });
    }
    entries
}

/// Draws everything but the data; returns where the data go.
fn frame(ui: &Ui, area: &Response, data: &Scores, key: &Key) -> Rect {
    let palette = Palette::within(ui);
    let rect = area.rect;
    key.show(ui, area, rect.min);
    let name = data.pass.map(|(_, name)| name).filter(|_| rect.width() >= ROOM_FOR_NAMES);
    let right = name.map_or(0.0, |name| galley(ui, name, palette.text, true).size().x + AIR);
    let top = rect.top() + key.height + LINE + 3.0 * GRID;
    let left = rect.left() + width_of(ui, "100") + AIR;
    let plot = Rect::from_min_max(pos2(left, top), pos2(rect.right() - right, rect.bottom() - DAYS));
    write(ui, pos2(rect.left(), top - 2.0 * GRID), Align2::LEFT_BOTTOM, data.unit, palette.muted);
    let up = Scale::new(0.0, 100.0, plot.bottom(), plot.top());
    let pass = data.pass.filter(|(value, _)| value.is_finite()).map(|(value, _)| value.clamp(0.0, 100.0));
    for number in [0.0, 20.0, 40.0, 60.0, 80.0, 100.0_f32] {
        let y = up.at(f64::from(number)).round();
        hairline(ui, pos2(plot.left(), y), pos2(plot.right(), y));
        if pass.is_none_or(|pass| (up.at(f64::from(pass)) - y).abs() > LINE - GRID) {
            write(ui, pos2(plot.left() - AIR, y), Align2::RIGHT_CENTER, &number.to_string(), palette.muted);
        }
    }
    if let Some(pass) = pass {
        let y = up.at(f64::from(pass)).round();
        let path = vec![pos2(plot.left(), y), pos2(plot.right(), y)];
        Dash::LIMIT.paint(ui.painter(), path, Stroke::new(1.5, palette.muted));
        write_bold(ui, pos2(plot.left() - AIR, y), Align2::RIGHT_CENTER, &pass.round().to_string(), palette.text);
        write_bold(ui, pos2(plot.right() + AIR, y), Align2::LEFT_CENTER, name.unwrap_or_default(), palette.text);
    }
    plot
}

fn under(ui: &Ui, plot: Rect, data: &Scores, (from, to): (f64, f64), across: &Scale) {
    let label = |day: i32| axis::label(ui, (data.day)(day), across.at(f64::from(day)));
    let labels = axis::days(from.floor() as i32, to.floor() as i32, plot.left(), plot.right(), label);
    axis::write_under(ui, plot, &labels);
}

fn placed<'a>(data: &Scores<'a>, across: &Scale, up: &Scale) -> Vec<Placed<'a>> {
    let mut placed = Vec::new();
    for (series, of) in data.series.iter().enumerate().filter(|(_, it)| it.form != Form::Line) {
        for (place, point) in of.points.iter().enumerate().filter(|(_, it)| is_whole(it)) {
            let at = pos2(across.at(point.day), up.at(f64::from(point.score)));
            let rect = Rect::from_center_size(at, vec2(2.0 * REACH, 2.0 * REACH));
            placed.push(Placed { of: PointAt { series, point: place }, point, rect });
        }
    }
    // The arrow keys go by time.
    placed.sort_by(|a, b| a.point.day.total_cmp(&b.point.day));
    placed
}

fn explored(ui: &Ui, area: &Response, placed: &[Placed]) -> Explored {
    let rects: Vec<Rect> = placed.iter().map(|it| it.rect).collect();
    explore(ui, area, &rects, true, Walk::IN_A_ROW, |place| placed.get(place).map_or("", |it| it.point.tip))
}

fn draw(ui: &Ui, data: &Scores, placed: &[Placed], scales: (&Scale, &Scale), are_many: bool) {
    let palette = Palette::within(ui);
    // Lines lie under points, so that every point can be seen; among many points the lines are what matters, and one
    // alone is set off from them.
    if !are_many {
        draw_lines(ui, data, scales, false);
    }
    for it in placed.iter().rev() {
        paint_point(ui, it, RADII[usize::from(are_many)], &palette);
    }
    if are_many {
        draw_lines(ui, data, scales, data.series.len() == 1);
    }
}

fn draw_lines(ui: &Ui, data: &Scores, (across, up): (&Scale, &Scale), is_edged: bool) {
    let palette = Palette::within(ui);
    // The first series is what matters most and lies on top.
    for (number, series) in data.series.iter().enumerate().rev().filter(|(_, it)| it.form != Form::Points) {
        let whole = series.points.iter().filter(|it| is_whole(it));
        let mut attempts: Vec<_> = whole.map(|it| (it.day, it.score.clamp(0.0, 100.0))).collect();
        attempts.sort_by(|a, b| a.0.total_cmp(&b.0));
        let path: Vec<_> = trend(&attempts).iter().map(|it| pos2(across.at(it.0), up.at(f64::from(it.1)))).collect();
        if is_edged {
            Dash::SOLID.paint(ui.painter(), path.clone(), Stroke::new(LINES[1], palette.card));
        }
        Dash::of(number).paint(ui.painter(), path, Stroke::new(LINES[0], palette.series(number)));
    }
}

fn paint_point(ui: &Ui, it: &Placed, radius: f32, palette: &Palette) {
    let hollow = it.point.is_again.then_some(palette.card);
    Mark::of(it.of.series).paint(ui.painter(), it.rect.center(), radius, palette.series(it.of.series), hollow);
}

/// The point that is pointed at, larger and with its bubble.
fn point_out(ui: &Ui, area: &Response, data: &Scores, placed: &[Placed], explored: Explored) {
    let palette = Palette::within(ui);
    if let Some(it) = explored.focused.and_then(|place| placed.get(place)) {
        ring(ui, it.rect);
    }
    let Some(it) = explored.pointed.and_then(|place| placed.get(place)) else { return };
    ui.painter().circle_filled(it.rect.center(), 2.0 * RADII[0] + GRID / 2.0, palette.card);
    paint_point(ui, it, 1.5 * RADII[0], &palette);
    let heading = data.series.get(it.of.series).filter(|_| data.series.len() > 1).map(|it| it.name);
    let text = heading.map_or_else(|| it.point.tip.to_owned(), |name| format!("{}\n{name}", it.point.tip));
    bubble(ui, area, it.rect, &text);
}
