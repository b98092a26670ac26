//! How well every side of a talk goes, round a circle: now, earlier, and the pass mark.
//!
//! The names stand at the axes as long as that leaves a radar worth looking at; else numbers stand there, and the names
//! in a list below.

use bevy_egui::egui::{Align2, CornerRadius, Pos2, Rect, Response, Stroke, Ui, Vec2, pos2, vec2};

use super::canvas::{self, LINE, Words, bubble, canvas, galley, hairline, write, write_bold};
use super::explore::{Explored, Walk, explore};
use super::key::{Entry, Sample, key};
use super::mark::{Dash, Mark};
use super::radar_shape::{area, direction, largest, name_place, runs};
use super::ring;
use crate::app::theme::{GRID, Palette, ROUNDING_OF_CONTROLS, Tone};

/// The height with one row of key and no list, in points.
const HEIGHT: f32 = 92.0 * GRID;
/// The least radius with the names at the axes, in points.
const LEAST_RADIUS: f32 = 19.0 * GRID;
/// How strongly the area is filled.
const FILLED: f32 = 0.16;
/// The radius of a point, in points.
const RADIUS: f32 = GRID;

/// One side of a talk.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// What it is called.
    pub name: &'a str,
    /// 0-100; nothing: not assessed.
    pub value: Option<f32>,
    /// The same, earlier.
    pub earlier: Option<f32>,
    /// What to say about it; the first line is the heading.
    pub tip: &'a str,
}

/// All sides, with what they are measured by.
#[derive(Clone, Copy, Debug)]
pub struct Radar<'a> {
    /// The summary, and what to do so that there is something.
    pub words: Words<'a>,
    /// 3-8 sides.
    pub axes: &'a [Axis<'a>],
    /// What the values are called: “最近十通”.
    pub now: &'a str,
    /// What the earlier values are called, if they are to be shown.
    pub earlier: Option<&'a str>,
    /// The pass mark 0-100 and its name.
    pub pass: Option<(f32, &'a str)>,
    /// What stands for a value that is not assessed: “未评”.
    pub unassessed: &'a str,
}

/// The place of the radar itself.
struct Dial {
    middle: Pos2,
    radius: f32,
    /// Where the name or the number of every axis stands.
    names: Vec<Rect>,
    is_numbered: bool,
}

impl Dial {
    fn at(&self, axis: usize, value: f32) -> Pos2 {
        self.middle + self.radius * value.clamp(0.0, 100.0) / 100.0 * direction(axis, self.names.len())
    }

    fn round(&self, value: f32) -> Vec<Option<Pos2>> {
        (0..self.names.len()).map(|axis| Some(self.at(axis, value))).collect()
    }

    fn corners(&self, values: impl Iterator<Item = Option<f32>>) -> Vec<Option<Pos2>> {
        values.enumerate().map(|(axis, value)| value.map(|value| self.at(axis, value))).collect()
    }
}

/// Draws the radar.
pub fn radar(ui: &mut Ui, data: &Radar) {
    if data.axes.iter().all(|it| number(it.value).is_none()) {
        canvas::empty(ui, HEIGHT, &data.words);
        return;
    }
    let width = canvas::width(ui);
    let key = key(ui, entries(ui, data), width);
    let room = vec2(width, HEIGHT - LINE - 2.0 * GRID);
    let named: Vec<Vec2> = data.axes.iter().map(|it| name_size(ui, data, it)).collect();
    let is_numbered = largest(Rect::from_min_size(Pos2::ZERO, room), &named).1 < LEAST_RADIUS;
    let list = if is_numbered { LINE * data.axes.len() as f32 + 2.0 * GRID } else { 0.0 };
    // Numbers leave room: what the radar does not need for its height it gives back.
    let room = if is_numbered { vec2(room.x, room.y.min(room.x)) } else { room };
    let area = canvas(ui, key.height + 2.0 * GRID + room.y + list, &data.words);
    key.show(ui, &area, area.rect.min);
    let room = Rect::from_min_size(area.rect.min + vec2(0.0, key.height + 2.0 * GRID), room);
    let sizes = if is_numbered { vec![vec2(LINE, LINE); data.axes.len()] } else { named };
    let (middle, radius) = largest(room, &sizes);
    let places = sizes.iter().enumerate();
    let names = places.map(|(axis, size)| name_place(middle, radius, direction(axis, sizes.len()), *size)).collect();
    let dial = Dial { middle, radius, names, is_numbered };
    let things = things(&dial, area.rect, room.bottom() + 2.0 * GRID);
    let tip = |axis: usize| data.axes.get(axis).map_or("", |it| it.tip);
    let explored = explore(ui, &area, &things, false, Walk::IN_A_ROW, tip);
    draw_ground(ui, data, &dial);
    draw_values(ui, data, &dial);
    write_names(ui, data, &dial, &things);
    point_out(ui, &area, data, &dial, explored);
}

fn number(value: Option<f32>) -> Option<f32> {
    value.filter(|value| value.is_finite()).map(|value| value.clamp(0.0, 100.0))
}

fn entries<'a>(ui: &Ui, data: &Radar<'a>) -> Vec<Entry<'a>> {
    let palette = Palette::within(ui);
    let line = |series: usize, dash| Sample::Line(palette.series(series), Some(dash), Some(Mark::of(series)));
    let mut entries = vec![Entry { sample: line(0, Dash::SOLID), name: data.now }];
    entries.extend(data.earlier.map(|name| Entry { sample: line(1, Dash::of(1)), name }));
    let limit = Sample::Line(palette.muted, Some(Dash::LIMIT), None);
    entries.extend(data.pass.map(|(_, name)| Entry { sample: limit, name }));
    entries
}

/// A value, signed if it falls short, with its tone.
fn in_words(data: &Radar, axis: &Axis) -> (String, Tone) {
    match (number(axis.value), data.pass) {
        (None, _) => (data.unassessed.to_owned(), Tone::Plain),
        (Some(value), Some((pass, _))) if value < pass => (format!("△ {value:.0}"), Tone::Warn),
        (Some(value), Some(_)) => (format!("✓ {value:.0}"), Tone::Good),
        (Some(value), None) => (format!("{value:.0}"), Tone::Accent),
    }
}

fn name_size(ui: &Ui, data: &Radar, axis: &Axis) -> Vec2 {
    let palette = Palette::within(ui);
    let name = galley(ui, axis.name, palette.text, false).size().x;
    let value = galley(ui, &in_words(data, axis).0, palette.text, true).size().x;
    vec2(name.max(value), 2.0 * LINE)
}

/// What can be pointed at for every axis: its outer part with its name, or its row in the list.
fn things(dial: &Dial, whole: Rect, list_top: f32) -> Vec<Rect> {
    let row = |axis: usize| {
        let top = list_top + LINE * axis as f32;
        Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), top + LINE))
    };
    let outer = |axis: usize, name: &Rect| {
        let inner = dial.at(axis, 45.0);
        name.union(Rect::from_center_size(inner, Vec2::splat(LINE)))
    };
    let names = dial.names.iter().enumerate();
    names.map(|(axis, name)| if dial.is_numbered { row(axis) } else { outer(axis, name) }).collect()
}

fn draw_ground(ui: &Ui, data: &Radar, dial: &Dial) {
    let palette = Palette::within(ui);
    for value in [20.0, 40.0, 60.0, 80.0, 100.0] {
        for run in runs(&dial.round(value)) {
            Dash::SOLID.paint(ui.painter(), run, Stroke::new(1.0, palette.line));
        }
    }
    for axis in 0..data.axes.len() {
        hairline(ui, dial.middle, dial.at(axis, 100.0));
    }
}

fn draw_values(ui: &Ui, data: &Radar, dial: &Dial) {
    let palette = Palette::within(ui);
    let now = dial.corners(data.axes.iter().map(|it| number(it.value)));
    let now_runs = runs(&now);
    ui.painter().add(area(dial.middle, &now_runs, palette.series(0).gamma_multiply(FILLED)));
    if let Some((pass, _)) = data.pass.filter(|(pass, _)| pass.is_finite()) {
        for run in runs(&dial.round(pass)) {
            Dash::LIMIT.paint(ui.painter(), run, Stroke::new(1.5, palette.muted));
        }
    }
    let earlier = data.earlier.map(|_| dial.corners(data.axes.iter().map(|it| number(it.earlier))));
    for (series, corners) in [(1, earlier.unwrap_or_default()), (0, now)] {
        let color = palette.series(series);
        for run in if corners.is_empty() { Vec::new() } else { runs(&corners) } {
            Dash::of(series).paint(ui.painter(), run, Stroke::new(2.0, color));
        }
        for at in corners.iter().flatten() {
            ui.painter().circle_filled(*at, RADIUS + 0.5 * GRID, palette.card);
            Mark::of(series).paint(ui.painter(), *at, RADIUS, color, None);
        }
    }
}

fn write_names(ui: &Ui, data: &Radar, dial: &Dial, things: &[Rect]) {
    let palette = Palette::within(ui);
    for (place, (axis, rect)) in data.axes.iter().zip(&dial.names).enumerate() {
        let (value, tone) = in_words(data, axis);
        let color = palette.text_of(tone);
        if dial.is_numbered {
            let number = (place + 1).to_string();
            write_bold(ui, rect.center(), Align2::CENTER_CENTER, &number, palette.muted);
            let Some(row) = things.get(place) else { continue };
            write_bold(ui, row.left_center(), Align2::LEFT_CENTER, &number, palette.muted);
            write(ui, pos2(row.left() + LINE, row.center().y), Align2::LEFT_CENTER, axis.name, palette.text);
            write_bold(ui, row.right_center(), Align2::RIGHT_CENTER, &value, color);
        } else {
            // Towards the radar, so that the eye finds the axis.
            let anchor = match (rect.center().x - dial.middle.x) / rect.width().max(1.0) {
                aside if aside > 0.4 => (rect.left(), Align2::LEFT_CENTER),
                aside if aside < -0.4 => (rect.right(), Align2::RIGHT_CENTER),
                _ => (rect.center().x, Align2::CENTER_CENTER),
            };
            write(ui, pos2(anchor.0, rect.top() + LINE / 2.0), anchor.1, axis.name, palette.text);
            write_bold(ui, pos2(anchor.0, rect.bottom() - LINE / 2.0), anchor.1, &value, color);
        }
    }
}

fn point_out(ui: &Ui, area: &Response, data: &Radar, dial: &Dial, explored: Explored) {
    let palette = Palette::within(ui);
    let name = explored.focused.and_then(|axis| dial.names.get(axis));
    if let Some(name) = name {
        ring(ui, name.expand(GRID));
    }
    let Some(axis) = explored.pointed else { return };
    let (Some(it), Some(name)) = (data.axes.get(axis), dial.names.get(axis)) else { return };
    if let Some(value) = number(it.value) {
        let at = dial.at(axis, value);
        let outline = Stroke::new(2.0, palette.series(0));
        let frame = Rect::from_center_size(at, Vec2::splat(4.0 * RADIUS));
        let corner = CornerRadius::same(2 * ROUNDING_OF_CONTROLS);
        ui.painter().rect_stroke(frame, corner, outline, bevy_egui::egui::StrokeKind::Inside);
    }
    bubble(ui, area, *name, it.tip);
}
