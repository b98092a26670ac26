//! An answer to choose: by mouse as a whole, or by its number.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontId, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, vec2,
};

use super::row::{self, CAP, Look};
use super::sheet::Sheet;
use crate::app::theme::{GRID, Palette, bold_family, prose, size};

/// The mark behind the words of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// None: choosing it answers.
    None,
    /// One of several.
    Radio,
    /// Some of several.
    Check,
}

/// An answer to choose.
pub struct Tile<'t> {
    /// Where it stands, from 0.
    pub place: usize,
    /// Its words.
    pub text: &'t str,
    /// What stands behind them.
    pub mark: Mark,
    /// Whether it is chosen.
    pub is_on: bool,
}

/// Draws an answer; true when it was chosen, by mouse or by its digit.
pub fn tile(ui: &mut Ui, sheet: &mut Sheet<'_>, tile: &Tile<'_>) -> bool {
    let look = Look { is_on: tile.is_on, ..Look::default() };
    let number = (tile.place + 1).to_string();
    let room = if tile.mark == Mark::None { 0.0 } else { CAP };
    let (response, ()) = row::row(ui, tile.place, look, |ui| {
        row::parts(
            ui,
            |ui| row::cap(ui, &number, tile.is_on),
            |ui| {
                prose(tile.text).show(ui);
            },
            (room, |ui: &mut Ui| draw_mark(ui, tile.mark, tile.is_on)),
        );
    });
    let kind = match tile.mark {
        Mark::None => WidgetType::Button,
        Mark::Radio => WidgetType::RadioButton,
        Mark::Check => WidgetType::Checkbox,
    };
    let name = format!("{number}. {}", tile.text);
    sheet.control(ui, &response, || match tile.mark {
        Mark::None => WidgetInfo::labeled(kind, true, &name),
        Mark::Radio | Mark::Check => WidgetInfo::selected(kind, true, tile.is_on, &name),
    })
}

/// A circle or a box, filled when chosen.
fn draw_mark(ui: &mut Ui, mark: Mark, is_on: bool) {
    let palette = Palette::within(ui);
    let side = 5.0 * GRID;
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    let line = Stroke::new(1.5, if is_on { palette.accent } else { palette.muted });
    let painter = ui.painter();
    if mark == Mark::Radio {
        painter.circle_stroke(rect.center(), side / 2.0 - 1.0, line);
        if is_on {
            painter.circle_filled(rect.center(), side / 4.0, palette.accent);
        }
        return;
    }
    let fill = if is_on { palette.accent } else { Color32::TRANSPARENT };
    painter.rect(rect, CornerRadius::same(4), fill, line, StrokeKind::Inside);
    if is_on {
        let font = FontId::new(size::BODY, bold_family());
        painter.text(rect.center(), Align2::CENTER_CENTER, "✓", font, palette.on_accent);
    }
}
