//! A few words.

use bevy_egui::egui::Ui;

use super::field::{Field, field};
use super::sheet::Sheet;
use super::told::{Answered, answered};
use crate::app::theme::GRID;
use crate::content::script::Str;
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// How wide the box is, in points, where there is room.
const WIDTH: f32 = 110.0 * GRID;

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, written: &str) -> Option<Reply> {
    let mut text = written.to_owned();
    let (name, hint) = (sheet.locale.text("quiz-short"), sheet.locale.text("quiz-short-hint"));
    let width = WIDTH.min(ui.available_width());
    field(ui, sheet, &Field { salt: "short", name: &name, hint: &hint, width, is_first: true }, &mut text);
    (text != written).then_some(Reply::Typed(text))
}

/// Tells which words were accepted.
pub fn shown(ui: &mut Ui, words: &[Str], typed: &str, is_right: bool, locale: &Locale) {
    let Some((first, others)) = words.split_first() else { return };
    let others = others.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(&locale.text("enumeration-comma"));
    let also = (!others.is_empty()).then(|| locale.with("quiz-short-also", &[("words", others.into())]));
    answered(ui, &Answered { typed, is_right, right: first, remark: also.as_deref() }, locale);
}
