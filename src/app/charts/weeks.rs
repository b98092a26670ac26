//! How long was practised, week by week or day by day: bars of minutes, one part on the other.

use bevy_egui::egui::{CornerRadius, Rect, Response, Ui};

use super::axis::{self, round_numbers};
use super::bars::{AxisNames, Bars, bars};
use super::canvas::{self, LINE, Words, bubble, canvas};
use super::explore::{Explored, Walk, explore};
use super::key::{Entry, Sample, key};
use super::mark::hatch;
use super::ring;
use crate::app::theme::{GRID, Palette};

/// The height with one row of key, in points.
const HEIGHT: f32 = 64.0 * GRID;
/// The gap between two parts of a bar, in points.
const APART: f32 = 1.0;

/// One bar.
#[derive(Clone, Copy, Debug)]
pub struct WeekBar<'a> {
    /// What stands under it, if there is room: “6/1”.
    pub name: &'a str,
    /// The minutes of every part, from below.
    pub minutes: &'a [f32],
    /// What to say about it; the first line is the heading.
    pub tip: &'a str,
}

/// All bars.
#[derive(Clone, Copy, Debug)]
pub struct Weeks<'a> {
    /// The summary, and what to do so that there is practice.
    pub words: Words<'a>,
    /// The bars from left to right.
    pub bars: &'a [WeekBar<'a>],
    /// The names of the parts, from below: “来电”, “值班”.
    pub parts: &'a [&'a str],
    /// What goes up, with its unit: “练习时间（分钟）”.
    pub unit: &'a str,
    /// What goes across: “每周，自周一起”.
    pub across: &'a str,
}

/// Draws how long was practised.
pub fn weeks(ui: &mut Ui, data: &Weeks) {
    let most = data.bars.iter().map(|it| parts(it).sum::<f64>()).fold(0.0, f64::max);
    if most <= 0.0 {
        canvas::empty(ui, HEIGHT, &data.words);
        return;
    }
    let key = key(ui, entries(ui, data), canvas::width(ui));
    let area = canvas(ui, HEIGHT + key.surplus(), &data.words);
    key.show(ui, &area, area.rect.min);
    let mut rect = area.rect;
    rect.min.y += key.height + GRID;
    let names = AxisNames { up: data.unit, across: data.across };
    let frame = bars(ui, rect, names, &round_numbers(most, true), LINE / 2.0, data.bars.len());
    let tip = |place: usize| data.bars.get(place).map_or("", |it| it.tip);
    let explored = explore(ui, &area, &frame.columns(), false, Walk::IN_A_ROW, tip);
    for (place, bar) in data.bars.iter().enumerate() {
        draw_bar(ui, &frame, place, bar);
    }
    let names = data.bars.iter().enumerate();
    let labels = names.map(|(place, it)| axis::label(ui, it.name.to_owned(), frame.column(place).center().x)).collect();
    axis::write_under(ui, frame.plot, &axis::thin(labels, frame.plot.left(), frame.plot.right()));
    point_out(ui, &area, data, &frame, explored);
}

/// The minutes of every part; what is none counts as nothing.
fn parts<'b>(bar: &'b WeekBar) -> impl Iterator<Item = f64> + 'b {
    bar.minutes.iter().map(|it| if it.is_finite() { f64::from(it.max(0.0)) } else { 0.0 })
}

fn entries<'a>(ui: &Ui, data: &Weeks<'a>) -> Vec<Entry<'a>> {
    let palette = Palette::within(ui);
    let entry = |(part, name): (usize, &&'a str)| Entry {
        sample: Sample::Field(palette.series(part), (part % 2 == 1).then_some(palette.card)),
        name,
    };
    data.parts.iter().enumerate().map(entry).collect()
}

fn draw_bar(ui: &Ui, frame: &Bars, place: usize, bar: &WeekBar) {
    let palette = Palette::within(ui);
    let mut reached = 0.0;
    for (part, minutes) in parts(bar).enumerate().filter(|(_, minutes)| *minutes > 0.0) {
        let mut rect = frame.bar(place, reached, reached + minutes);
        if reached > 0.0 && rect.height() > 2.0 * APART {
            rect.max.y -= APART;
        }
        ui.painter().rect_filled(rect, CornerRadius::same(1), palette.series(part));
        if part % 2 == 1 {
            hatch(ui.painter(), rect, palette.card);
        }
        reached += minutes;
    }
}

fn point_out(ui: &Ui, area: &Response, data: &Weeks, frame: &Bars, explored: Explored) {
    if let Some(place) = explored.focused {
        ring(ui, frame.column(place).expand(GRID / 2.0));
    }
    let Some((place, bar)) = explored.pointed.and_then(|place| Some((place, data.bars.get(place)?))) else { return };
    let whole: Rect = frame.bar(place, 0.0, parts(bar).sum());
    bubble(ui, area, whole, bar.tip);
}
