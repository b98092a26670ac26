//! A row that can be pressed as a whole, with a key cap before its words and room for something behind them.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{
    Align, Align2, Color32, CornerRadius, CursorIcon, FontId, Frame, Layout, Margin, Rect, Response, Sense, Shape,
    Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

use crate::app::theme::{GRID, Palette, ROUNDING, bold_family, size};

/// The side of a key cap, in points.
pub const CAP: f32 = 7.0 * GRID;
/// What is left free within a row, in points.
pub const PADDING: f32 = 2.0 * GRID;
/// How far the first line of words stands below the top of a cap, in points: that centres it.
const LEAD: f32 = 0.5 * GRID;

/// How a row is to look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Whether it is chosen.
    pub is_on: bool,
    /// Whether the keyboard is on it.
    pub is_held: bool,
    /// Whether it can be dragged as well as pressed.
    pub is_dragged: bool,
}

/// A row that can be pressed; what is in it can be pressed by itself.
pub fn row<R>(ui: &mut Ui, salt: usize, look: Look, contents: impl FnOnce(&mut Ui) -> R) -> (Response, R) {
    let palette = Palette::within(ui);
    let sense = if look.is_dragged { Sense::click_and_drag() } else { Sense::click() };
    let width = ui.available_width();
    // An id of its own: a row that is dragged stays the same wherever it stands.
    let id = ui.id().with(("row", salt));
    let pressed = ui.scope_builder(UiBuilder::new().id(id).sense(sense), |ui| {
        let response = ui.response().on_hover_cursor(CursorIcon::PointingHand);
        let ground = ui.painter().add(Shape::Noop);
        let inner = Frame::new().inner_margin(Margin::same(PADDING as i8)).show(ui, |ui| {
            ui.set_width(width - 2.0 * PADDING);
            contents(ui)
        });
        ui.painter().set(ground, plate(inner.response.rect, look, &response, &palette));
        (response, inner.inner)
    });
    let (mut response, inner) = pressed.inner;
    response.rect = pressed.response.rect;
    (response, inner)
}

/// The ground of something that can be pressed.
pub fn plate(rect: Rect, look: Look, response: &Response, palette: &Palette) -> RectShape {
    let is_lit = look.is_on || look.is_held || response.hovered() || response.has_focus();
    let is_marked = look.is_on || look.is_held || response.has_focus();
    let (fill, line) = if is_lit { (palette.hover, palette.accent) } else { (palette.card, palette.line) };
    let outline = Stroke::new(if is_marked { 2.0 } else { 1.0 }, line);
    RectShape::new(rect, CornerRadius::same(ROUNDING), fill, outline, StrokeKind::Inside)
}

/// A cap, words, and room of a width behind them.
pub fn parts<R>(
    ui: &mut Ui,
    cap: impl FnOnce(&mut Ui),
    words: impl FnOnce(&mut Ui) -> R,
    behind: (f32, impl FnOnce(&mut Ui)),
) -> R {
    let (room, behind) = behind;
    ui.horizontal_top(|ui| {
        cap(ui);
        let gap = ui.spacing().item_spacing.x;
        let width = ui.available_width() - if room > 0.0 { room + gap } else { 0.0 };
        let said = column(ui, width, |ui| {
            ui.add_space(LEAD);
            words(ui)
        });
        if room > 0.0 {
            ui.allocate_ui_with_layout(vec2(room, CAP), Layout::right_to_left(Align::Center), behind);
        }
        said
    })
    .inner
}

/// A column of a width, in points.
pub fn column<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        contents(ui)
    })
    .inner
}

/// A key cap; filled where it is chosen.
pub fn cap(ui: &mut Ui, text: &str, is_on: bool) {
    let palette = Palette::within(ui);
    let colors = if is_on { (palette.accent, palette.on_accent) } else { (palette.ground, palette.accent) };
    draw_cap(ui, text, colors);
}

/// A number that no key names just now.
pub fn quiet_cap(ui: &mut Ui, text: &str) {
    let palette = Palette::within(ui);
    draw_cap(ui, text, (palette.ground, palette.muted));
}

fn draw_cap(ui: &mut Ui, text: &str, (fill, color): (Color32, Color32)) {
    let (rect, _) = ui.allocate_exact_size(vec2(CAP, CAP), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(ROUNDING / 2), fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, FontId::new(size::BODY, bold_family()), color);
}
