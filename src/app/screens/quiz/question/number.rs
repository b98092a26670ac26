//! A number.

use bevy_egui::egui::{Align, Layout, Ui, vec2};

use super::field::{Field, HEIGHT, field};
use super::sheet::Sheet;
use super::told::{Answered, answered};
use crate::app::theme::{GRID, prose, size};
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// How wide the box is, in points.
const WIDTH: f32 = 40.0 * GRID;

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, unit: &str, written: &str) -> Option<Reply> {
    let mut text = written.to_owned();
    let (name, hint) = (sheet.locale.text("quiz-number"), sheet.locale.text("quiz-number-hint"));
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HEIGHT), Layout::left_to_right(Align::Center), |ui| {
        let line = Field { salt: "number", name: &name, hint: &hint, width: WIDTH, is_first: true };
        field(ui, sheet, &line, &mut text);
        prose(unit).size(size::SUBHEADING).show(ui);
    });
    (text != written).then_some(Reply::Typed(text))
}

/// What is right, and how far off still counts.
pub struct Right<'t> {
    /// What is right.
    pub is: f64,
    /// How far off still counts.
    pub within: f64,
    /// What stands behind the box.
    pub unit: &'t str,
}

/// Tells what was right, and how far off would have counted.
pub fn shown(ui: &mut Ui, right: &Right<'_>, typed: &str, is_right: bool, locale: &Locale) {
    let number = |number: f64| format!("{number}{}{}", if right.unit.is_ascii() { " " } else { "" }, right.unit);
    let is = number(right.is).trim_end().to_owned();
    let tolerance = (right.within > 0.0).then(|| {
        let values = [("low", number(right.is - right.within)), ("high", number(right.is + right.within))];
        locale.with("quiz-number-within", &values.map(|(key, value)| (key, value.into())))
    });
    answered(ui, &Answered { typed, is_right, right: &is, remark: tolerance.as_deref() }, locale);
}
