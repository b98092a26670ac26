//! A small button that is one of several: the basket of a card.

use bevy_egui::egui::{
    CornerRadius, CursorIcon, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

use crate::app::theme::{GRID, Palette, ROUNDING_OF_CONTROLS, bold_family, size};

/// What is left free at both sides, in points.
const SIDE: f32 = 2.5 * GRID;
/// How high it is at least, in points.
const HEIGHT: f32 = 7.5 * GRID;

/// How wide a pill of these words is, in points.
pub fn width_of(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font(), Palette::within(ui).text).size().x + 2.0 * SIDE
}

/// Draws a pill.
pub fn pill(ui: &mut Ui, text: &str, is_on: bool) -> Response {
    let palette = Palette::within(ui);
    let most = ui.max_rect().width() - 2.0 * SIDE;
    let color = if is_on { palette.on_accent } else { palette.text };
    let galley = ui.painter().layout(text.to_owned(), font(), color, most);
    let desired: Vec2 = vec2(galley.size().x + 2.0 * SIDE, (galley.size().y + 2.0 * GRID).max(HEIGHT));
    let (rect, response) = ui.allocate_exact_size(desired, Sense::click());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    ui.painter().rect(
        rect,
        CornerRadius::same(ROUNDING_OF_CONTROLS),
        fill(is_on, &response, &palette),
        line(is_on, &response, &palette),
        StrokeKind::Inside,
    );
    let at: Rect = rect.shrink2(vec2(SIDE, 0.0));
    ui.painter().galley(pos2(at.left(), at.center().y - galley.size().y / 2.0), galley, color);
    response
}

fn fill(is_on: bool, response: &Response, palette: &Palette) -> bevy_egui::egui::Color32 {
    match (is_on, response.hovered() || response.has_focus()) {
        (true, _) => palette.accent,
        (false, true) => palette.hover,
        (false, false) => palette.card,
    }
}

fn line(is_on: bool, response: &Response, palette: &Palette) -> Stroke {
    match (response.has_focus(), is_on || response.hovered()) {
        (true, _) => Stroke::new(2.0, palette.text),
        (false, true) => Stroke::new(1.0, palette.accent),
        (false, false) => Stroke::new(1.0, palette.line),
    }
}

fn font() -> FontId {
    FontId::new(size::SMALL, bold_family())
}
