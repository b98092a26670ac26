//! The key of a chart: samples with their names, in as many rows as they need.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::canvas::{LINE, width_of, write, write_bold};
use super::mark::{Dash, Mark, hatch};
use crate::app::theme::{GRID, Palette};

/// The width of a sample with the gap behind it, in points.
const SAMPLE: f32 = 6.0 * GRID;
/// The gap between two entries, in points.
const APART: f32 = 4.0 * GRID;

/// What stands before a name.
#[derive(Clone, Copy)]
pub(super) enum Sample<'a> {
    /// A line, a mark, or a mark on a line.
    Line(Color32, Option<Dash>, Option<Mark>),
    /// A point that is hollow.
    Hollow(Color32),
    /// A filled field; hatched in the second colour.
    Field(Color32, Option<Color32>),
    /// A sign in a colour.
    Sign(&'a str, Color32),
}

/// A sample and its name.
pub(super) struct Entry<'a> {
    pub(super) sample: Sample<'a>,
    pub(super) name: &'a str,
}

/// The entries laid out from a corner, row by row.
pub(super) struct Key<'a> {
    places: Vec<(Entry<'a>, Rect)>,
    /// In points.
    pub(super) height: f32,
}

/// Lays out a key within a width, in points.
pub(super) fn key<'a>(ui: &Ui, entries: Vec<Entry<'a>>, width: f32) -> Key<'a> {
    let (mut at, mut places) = (Pos2::ZERO, Vec::with_capacity(entries.len()));
    for entry in entries {
        let entry_width = SAMPLE + width_of(ui, entry.name);
        if at.x > 0.0 && at.x + entry_width > width {
            at = pos2(0.0, at.y + LINE);
        }
        places.push((entry, Rect::from_min_size(at, vec2(entry_width, LINE))));
        at.x += entry_width + APART;
    }
    Key { places, height: at.y + LINE }
}

impl Key<'_> {
    /// How much higher it is than one row, in points.
    pub(super) fn surplus(&self) -> f32 {
        self.height - LINE
    }

    /// Draws it with its corner there.
    pub(super) fn show(&self, ui: &Ui, area: &Response, corner: Pos2) {
        let palette = Palette::within(ui);
        for (place, (entry, rect)) in self.places.iter().enumerate() {
            let rect = rect.translate(corner.to_vec2());
            sample(ui, entry.sample, rect, &palette);
            write(ui, pos2(rect.left() + SAMPLE, rect.center().y), Align2::LEFT_CENTER, entry.name, palette.muted);
            let response = ui.interact(rect, area.id.with(("key", place)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, entry.name));
        }
    }
}

fn sample(ui: &Ui, sample: Sample, rect: Rect, palette: &Palette) {
    let painter = ui.painter();
    let (left, y) = (rect.left(), rect.center().y);
    let middle = pos2(left + 2.5 * GRID, y);
    match sample {
        Sample::Line(color, dash, mark) => {
            let path = vec![pos2(left, y), pos2(left + 5.0 * GRID, y)];
            if let Some(dash) = dash {
                dash.paint(painter, path, Stroke::new(2.0, color));
            }
            if let Some(mark) = mark {
                mark.paint(painter, middle, GRID, color, None);
            }
        }
        Sample::Hollow(color) => Mark::Circle.paint(painter, middle, GRID, color, Some(palette.card)),
        Sample::Field(color, hatching) => {
            let field = Rect::from_center_size(middle, vec2(4.0 * GRID, 3.0 * GRID));
            painter.rect_filled(field, CornerRadius::same(2), color);
            if let Some(hatching) = hatching {
                hatch(painter, field, hatching);
            }
        }
        Sample::Sign(sign, color) => {
            write_bold(ui, middle, Align2::CENTER_CENTER, sign, color);
        }
    }
}
