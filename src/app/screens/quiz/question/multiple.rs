//! Some of several are right.

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
    picked: &[usize],
) -> Option<Reply> {
    let mut picks = picked.to_vec();
    for stroke in &sheet.strokes {
        if let Stroke::Digit(place) = *stroke
            && let Some(&of) = order.get(place)
        {
            toggle(&mut picks, of);
        }
    }
    for (place, &of) in order.iter().enumerate() {
        let Some(choice) = choices.get(of) else { continue };
        let is_on = picks.contains(&of);
        if tile(ui, sheet, &Tile { place, text: &choice.say, mark: Mark::Check, is_on }) {
            toggle(&mut picks, of);
        }
    }
    (picks != picked).then_some(Reply::Picks(picks))
}

/// Takes a place in or out; they stay rising.
fn toggle(picks: &mut Vec<usize>, place: usize) {
    match picks.binary_search(&place) {
        Ok(at) => drop(picks.remove(at)),
        Err(at) => picks.insert(at, place),
    }
}
