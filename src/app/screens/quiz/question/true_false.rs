//! It holds, or it does not.

use bevy_egui::egui::Ui;

use super::keys::Stroke;
use super::sheet::Sheet;
use super::tile::{Mark, Tile, tile};
use super::verdict::{Verdict, verdict};
use crate::app::theme::Tone;
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// What can be said, in the order it stands.
const SAYINGS: [(bool, &str); 2] = [(true, "quiz-yes"), (false, "quiz-no")];

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, says: Option<bool>) -> Option<Reply> {
    let typed = |stroke: &Stroke| match *stroke {
        Stroke::Digit(place) => SAYINGS.get(place).map(|(holds, _)| *holds),
        _ => None,
    };
    let mut said = sheet.strokes.iter().rev().find_map(typed);
    let mark = if sheet.settles_at_once { Mark::None } else { Mark::Radio };
    for (place, (holds, key)) in SAYINGS.into_iter().enumerate() {
        let text = sheet.locale.text(key);
        let is_on = said.or(says) == Some(holds);
        if tile(ui, sheet, &Tile { place, text: &text, mark, is_on }) {
            said = Some(holds);
        }
    }
    said.map(|holds| Reply::Says(Some(holds)))
}

/// Tells what was right.
pub fn shown(ui: &mut Ui, holds: bool, says: Option<bool>, locale: &Locale) {
    for (place, (saying, key)) in SAYINGS.into_iter().enumerate() {
        let is_right = saying == holds;
        let is_said = says == Some(saying);
        let (tone, sign, word) = match (is_right, is_said) {
            (true, true) => (Tone::Good, "✓", Some("quiz-chosen-right")),
            (true, false) => (Tone::Good, "✓", Some("quiz-not-chosen")),
            (false, true) => (Tone::Bad, "×", Some("quiz-chosen-wrong")),
            (false, false) => (Tone::Plain, "×", None),
        };
        let word = word.map(|key| locale.text(key));
        let cap = (place + 1).to_string();
        verdict(ui, &Verdict { cap: &cap, text: &locale.text(key), sign, tone, word, why: "" });
    }
}
