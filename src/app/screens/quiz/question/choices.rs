//! Choices afterwards: which were right, which were chosen, and what there is to learn from each.

use bevy_egui::egui::Ui;

use super::verdict::{Verdict, verdict};
use crate::app::theme::Tone;
use crate::content::quiz::card::ChoiceCard;
use crate::locale::Locale;

/// Draws choices in the order they stood; `chosen` says which were chosen.
pub fn shown(ui: &mut Ui, choices: &[ChoiceCard], order: &[usize], chosen: impl Fn(usize) -> bool, locale: &Locale) {
    for (number, &place) in order.iter().enumerate() {
        let Some(choice) = choices.get(place) else { continue };
        let is_chosen = chosen(place);
        let (tone, sign) = match (choice.is_right, is_chosen) {
            (true, _) => (Tone::Good, "✓"),
            (false, true) => (Tone::Bad, "×"),
            (false, false) => (Tone::Plain, "×"),
        };
        let key = match (choice.is_right, is_chosen) {
            (true, true) => Some("quiz-chosen-right"),
            (true, false) => Some("quiz-not-chosen"),
            (false, true) => Some("quiz-chosen-wrong"),
            (false, false) => None,
        };
        let cap = (number + 1).to_string();
        let word = key.map(|key| locale.text(key));
        verdict(ui, &Verdict { cap: &cap, text: &choice.say, sign, tone, word, why: &choice.why });
    }
}
