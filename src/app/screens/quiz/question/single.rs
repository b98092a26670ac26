//! One of several is right.

use bevy_egui::egui::Ui;

use super::keys::Stroke;
use super::sheet::Sheet;
use super::tile::{Mark, Tile, tile};
use crate::content::quiz::card::ChoiceCard;
use crate::play::quiz::reply::Reply;

/// Lets it be answered.
pub fn open(
    ui: &mut Ui,
    sheet: &mut Sheet<'_>,
    choices: &[ChoiceCard],
    order: &[usize],
    picked: Option<usize>,
) -> Option<Reply> {
    pick(ui, sheet, choices, order, picked).map(|place| Reply::Pick(Some(place)))
}

/// Choices of which one is chosen, by mouse or by number; returns which one was just now.
pub fn pick(
    ui: &mut Ui,
    sheet: &mut Sheet<'_>,
    choices: &[ChoiceCard],
    order: &[usize],
    picked: Option<usize>,
) -> Option<usize> {
    let mut chosen = typed(sheet, order);
    let mark = if sheet.settles_at_once { Mark::None } else { Mark::Radio };
    for (place, &of) in order.iter().enumerate() {
        let Some(choice) = choices.get(of) else { continue };
        let is_on = chosen.or(picked) == Some(of);
        if tile(ui, sheet, &Tile { place, text: &choice.say, mark, is_on }) {
            chosen = Some(of);
        }
    }
    chosen
}

/// What the latest digit names.
fn typed(sheet: &Sheet<'_>, order: &[usize]) -> Option<usize> {
    sheet.strokes.iter().rev().find_map(|stroke| match *stroke {
        Stroke::Digit(place) => order.get(place).copied(),
        _ => None,
    })
}
