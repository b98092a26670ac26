//! Somebody's words in a bubble: theirs at the left, one's own at the right.

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{Align, Color32, CornerRadius, Frame, Margin, Response, Stroke, Ui};

use crate::app::theme::{GRID, Palette, ROUNDING, prose};

/// The widest a bubble gets, as a share of the width.
const BUBBLE_SHARE: f32 = 0.82;

/// The words of whoever is on the line.
pub fn theirs(ui: &mut Ui, text: &str) {
    let palette = Palette::within(ui);
    bubble(ui, text, Align::Min, palette.card, palette.line);
}

/// The words that are being said, as far as they have been; a screen reader is told all of them at once.
pub fn theirs_now(ui: &mut Ui, spoken: &str, whole: &str) {
    let palette = Palette::within(ui);
    let words = bubble(ui, spoken, Align::Min, palette.card, palette.line);
    ui.ctx().accesskit_node_builder(words.id, |node| {
        node.set_value(whole);
        node.set_live(Live::Polite);
    });
}

/// One's own words.
pub fn mine(ui: &mut Ui, text: &str) {
    let palette = Palette::within(ui);
    bubble(ui, text, Align::Max, palette.hover, palette.accent.gamma_multiply(0.5));
}

fn bubble(ui: &mut Ui, text: &str, side: Align, fill: Color32, line: Color32) -> Response {
    let width = ui.available_width();
    let most = width * BUBBLE_SHARE - 6.0 * GRID;
    let set = prose(text);
    let text_width = set.natural_width(ui).min(most) + 1.0;
    let box_width = text_width + 6.0 * GRID;
    ui.horizontal(|ui| {
        if side == Align::Max {
            ui.add_space(width - box_width - 2.0 * GRID);
        }
        Frame::new()
            .fill(fill)
            .stroke(Stroke::new(1.0, line))
            .corner_radius(CornerRadius::same(ROUNDING))
            .inner_margin(Margin::symmetric((3.0 * GRID) as i8, (2.0 * GRID) as i8))
            .show(ui, |ui| set.show_within(ui, text_width))
            .inner
    })
    .inner
}
