//! The cells of the table: one line of them, all as high as the highest.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::layers::ShapeIdx;
use bevy_egui::egui::{
    CornerRadius, CursorIcon, Frame, Margin, Rangef, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType,
};

use super::Table;
use crate::app::screens::quiz::question::pair;
use crate::app::screens::quiz::question::row::{self, Look, PADDING};
use crate::app::screens::quiz::question::sheet::Sheet;
use crate::app::theme::{GRID, Palette, ROUNDING, prose};
use crate::content::script::Str;

/// The share of the first column.
const FIRST: f32 = 0.3;
/// How high a cell is at least, in points.
const LEAST: f32 = 11.0 * GRID;

/// A cell.
pub struct Cell<'t> {
    /// What stands in it.
    pub text: &'t str,
    /// Where it is; none for one that stands already.
    pub spot: Option<Spot>,
    /// Whether it is held.
    pub is_held: bool,
}

/// Where a cell is that is to be filled.
#[derive(Clone, Copy)]
pub struct Spot {
    /// Which row.
    pub row: usize,
    /// Which column, from 0 for the second.
    pub column: usize,
    /// The number of the option that stands in it, from 0.
    pub number: Option<usize>,
}

/// How wide each of so many columns is, in points.
pub fn widths(ui: &Ui, columns: usize) -> Vec<f32> {
    let gaps = ui.spacing().item_spacing.x * columns.saturating_sub(1) as f32;
    let all = ui.available_width() - gaps;
    if columns < 2 {
        return vec![all];
    }
    let further = all * (1.0 - FIRST) / (columns - 1) as f32;
    std::iter::once(all * FIRST).chain(std::iter::repeat_n(further, columns - 1)).collect()
}

/// What stands above the columns.
pub fn heads(ui: &mut Ui, heads: &[Str]) {
    let muted = Palette::within(ui).muted;
    let widths = widths(ui, heads.len());
    ui.horizontal_top(|ui| {
        for (head, width) in heads.iter().zip(widths) {
            row::column(ui, width, |ui| prose(head).small().bold().color(muted).show(ui));
        }
    });
}

/// Draws a line of cells; holds the one that is pressed.
pub fn line(ui: &mut Ui, sheet: &mut Sheet<'_>, cells: &[Cell<'_>], table: &Table<'_>) {
    let widths = widths(ui, cells.len());
    let grounds: Vec<ShapeIdx> = cells.iter().map(|_| ui.painter().add(Shape::Noop)).collect();
    let line = ui.horizontal_top(|ui| {
        let texts = cells.iter().zip(&widths);
        texts.map(|(cell, width)| row::column(ui, *width, |ui| words(ui, sheet, cell))).collect::<Vec<Rangef>>()
    });
    for ((cell, ground), across) in cells.iter().zip(grounds).zip(line.inner) {
        let rect = Rect::from_x_y_ranges(across, line.response.rect.y_range());
        let shape = press(ui, sheet, cell, rect, table);
        ui.painter().set(ground, shape);
    }
}

/// The words of a cell; returns where it stands from left to right.
fn words(ui: &mut Ui, sheet: &Sheet<'_>, cell: &Cell<'_>) -> Rangef {
    let palette = Palette::within(ui);
    let margin = Margin::symmetric((2.5 * GRID) as i8, PADDING as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(LEAST - 2.0 * PADDING);
        match cell.spot.map(|spot| spot.number) {
            None => prose(cell.text).show(ui),
            Some(Some(number)) => numbered(ui, number + 1, cell.text),
            Some(None) if cell.is_held => prose(&sheet.locale.text("quiz-cell-held")).color(palette.accent).show(ui),
            Some(None) => prose(&sheet.locale.text("quiz-cell-empty")).color(palette.muted).show(ui),
        };
    });
    ui.min_rect().x_range()
}

/// An option with its number.
fn numbered(ui: &mut Ui, number: usize, text: &str) -> Response {
    let accent = Palette::within(ui).accent;
    ui.horizontal_top(|ui| {
        prose(&number.to_string()).bold().color(accent).show(ui);
        row::column(ui, ui.available_width(), |ui| prose(text).show(ui))
    })
    .inner
}

/// The ground of a cell; one that is to be filled can be pressed.
fn press(ui: &mut Ui, sheet: &mut Sheet<'_>, cell: &Cell<'_>, rect: Rect, table: &Table<'_>) -> RectShape {
    let palette = Palette::within(ui);
    let Some(spot) = cell.spot else {
        let (fill, corner) = (palette.ground, CornerRadius::same(ROUNDING));
        return RectShape::new(rect, corner, fill, Stroke::new(1.0, palette.line), StrokeKind::Inside);
    };
    let id = ui.id().with(("cell", spot.row, spot.column));
    let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let (row, head) = (table.rows[spot.row].as_ref(), table.heads[spot.column + 1].as_ref());
    let of = sheet.locale.with("quiz-cell", &[("row", row.into()), ("head", head.into())]);
    let name = if cell.text.is_empty() { of } else { pair(&of, cell.text, sheet.locale) };
    let is_held = cell.is_held;
    let info = || WidgetInfo::selected(WidgetType::SelectableLabel, true, is_held, &name);
    if sheet.control(ui, &response, info) || response.gained_focus() {
        (sheet.held.row, sheet.held.column) = (spot.row, spot.column);
    }
    if is_held {
        // From here Tab goes on to the next cell.
        if sheet.is_fresh || sheet.moved {
            response.request_focus();
        }
    }
    row::plate(rect, Look { is_held, ..Look::default() }, &response, &palette)
}
