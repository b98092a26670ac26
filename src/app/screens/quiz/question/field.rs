//! A line to type into.

use bevy_egui::egui::{Align, FontFamily, FontId, Margin, Response, Stroke, TextEdit, Ui, WidgetInfo};

use super::sheet::Sheet;
use crate::app::theme::{GRID, Palette, Tone, size};

/// How high a line is, in points.
pub const HEIGHT: f32 = 10.0 * GRID;

/// A line to type into.
pub struct Field<'t> {
    /// What tells it from others.
    pub salt: &'t str,
    /// What it is called.
    pub name: &'t str,
    /// What stands in it while it is empty.
    pub hint: &'t str,
    /// How wide it is, in points.
    pub width: f32,
    /// Whether it takes the keyboard when the question is seen first.
    pub is_first: bool,
}

/// Draws a line and lets it be typed into; `text` is changed.
pub fn field(ui: &mut Ui, sheet: &mut Sheet<'_>, field: &Field<'_>, text: &mut String) -> Response {
    let before = text.clone();
    let response = ui
        .scope(|ui| {
            dress(ui);
            let edit = TextEdit::singleline(text).id_salt(field.salt).hint_text(field.hint).return_key(None);
            let edit = edit.font(FontId::new(size::BODY, FontFamily::Proportional)).vertical_align(Align::Center);
            ui.add(edit.desired_width(field.width).margin(Margin::symmetric((2.5 * GRID) as i8, (2.0 * GRID) as i8)))
        })
        .inner;
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &before, text.as_str(), field.hint);
        info.label = Some(field.name.to_owned());
        info
    });
    sheet.reached(ui, &response);
    if field.is_first && sheet.is_fresh {
        response.request_focus();
    }
    response
}

/// egui frames the focused box in the colour of selected text.
fn dress(ui: &mut Ui) {
    let palette = Palette::within(ui);
    let visuals = ui.visuals_mut();
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    visuals.selection.bg_fill = palette.ground_of(Tone::Accent);
}
