//! What every chart stands on: its place, its small type, its bubble of explanation, its calm line when there is
//! nothing to show.

use std::sync::Arc;

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Frame, Galley, Margin, Pos2, Rect, RectAlign, Response, Sense,
    Stroke, Tooltip, Ui, UiBuilder, WidgetInfo, WidgetType, vec2,
};

use crate::app::theme::{GRID, Palette, ROUNDING, bold_family, prose, size};

/// The height of a line of small type with the air round it, in points.
pub(super) const LINE: f32 = 5.0 * GRID;
/// The width a chart takes where the room has no end, in points.
const WIDTH_WITHOUT_END: f32 = 160.0 * GRID;
/// The narrowest a chart can be, in points.
const NARROWEST: f32 = 30.0 * GRID;
/// The widest a bubble grows, in points.
const BUBBLE: f32 = 70.0 * GRID;

/// What a chart says besides its data, in the reader's language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'a> {
    /// One sentence of what the chart shows, for whoever cannot see it.
    pub summary: &'a str,
    /// What to do so that there is something to show.
    pub empty: &'a str,
}

/// The width a chart has, in points.
pub(super) fn width(ui: &Ui) -> f32 {
    let width = ui.available_width();
    if width.is_finite() { width.max(NARROWEST) } else { WIDTH_WITHOUT_END }
}

/// A place for a chart, named for whoever cannot see it.
pub(super) fn canvas(ui: &mut Ui, height: f32, words: &Words) -> Response {
    let (_, area) = ui.allocate_exact_size(vec2(width(ui), height), Sense::hover());
    area.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, words.summary));
    area
}

/// The same place with nothing to show: what to do, in the middle.
pub(super) fn empty(ui: &mut Ui, height: f32, words: &Words) {
    let palette = Palette::within(ui);
    let (rect, area) = ui.allocate_exact_size(vec2(width(ui), height), Sense::hover());
    area.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, words.empty));
    ui.painter().rect_filled(rect, CornerRadius::same(ROUNDING), palette.panel);
    let text = prose(words.empty).color(palette.muted);
    let room = rect.width() - 8.0 * GRID;
    let text_width = text.natural_width(ui).min(room);
    // Measured out of sight first, so that it stands in the middle however many lines it takes.
    let lines =
        text.clone().show_within(&mut ui.new_child(UiBuilder::new().max_rect(rect).sizing_pass().invisible()), room);
    let place = Rect::from_center_size(rect.center(), vec2(text_width, lines.rect.height()));
    text.show_within(&mut ui.new_child(UiBuilder::new().max_rect(place)), room);
}

fn font(is_bold: bool) -> FontId {
    FontId::new(size::SMALL, if is_bold { bold_family() } else { FontFamily::Proportional })
}

/// How wide a text is in small type, in points.
pub(super) fn width_of(ui: &Ui, text: &str) -> f32 {
    galley(ui, text, Color32::PLACEHOLDER, false).size().x
}

/// A text in small type, on one line.
pub(super) fn galley(ui: &Ui, text: &str, color: Color32, is_bold: bool) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font(is_bold), color)
}

/// Writes in small type.
pub(super) fn write(ui: &Ui, at: Pos2, anchor: Align2, text: &str, color: Color32) -> Rect {
    write_in(ui, at, anchor, text, color, false)
}

/// Writes in small bold type.
pub(super) fn write_bold(ui: &Ui, at: Pos2, anchor: Align2, text: &str, color: Color32) -> Rect {
    write_in(ui, at, anchor, text, color, true)
}

fn write_in(ui: &Ui, at: Pos2, anchor: Align2, text: &str, color: Color32, is_bold: bool) -> Rect {
    if text.is_empty() { Rect::from_pos(at) } else { ui.painter().text(at, anchor, text, font(is_bold), color) }
}

/// A thin line straight across or down.
pub(super) fn hairline(ui: &Ui, from: Pos2, to: Pos2) {
    let stroke = Stroke::new(1.0, Palette::within(ui).line);
    ui.painter().line_segment([from, to], stroke);
}

/// A bubble beside a thing; its first line is its heading. It opens at once: nothing waits for a clock.
pub(super) fn bubble(ui: &Ui, area: &Response, beside: Rect, text: &str) {
    let palette = Palette::within(ui);
    let width = BUBBLE.min(ui.ctx().content_rect().width() - 8.0 * GRID);
    let mut tooltip = Tooltip::always_open(ui.ctx().clone(), area.layer_id, area.id, beside).width(width);
    // Over it, where there is the least to cover; egui looks for another side where that has no room.
    tooltip.popup = tooltip.popup.align(RectAlign::TOP_START);
    tooltip.show(|ui| {
        Frame::new().inner_margin(Margin::symmetric(GRID as i8, 0)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.5 * GRID;
            for (place, line) in text.lines().enumerate() {
                let line = if place == 0 { prose(line).bold() } else { prose(line).color(palette.muted) };
                line.small().show_within(ui, width);
            }
        });
    });
}
