//! A note of a short call: six boxes beside the talk.

use bevy_egui::egui::{Align, Layout, RichText, Ui, vec2};

use super::field::{Field, HEIGHT, field};
use super::pair;
use super::sheet::Sheet;
use super::talk::talk;
use super::told::fold;
use super::verdict::{Verdict, verdict};
use crate::app::theme::{GRID, Palette, Tone, bold_family, card, cell, prose, section};
use crate::content::drill::card::FactCard;
use crate::content::quiz::card::SpokenCard;
use crate::content::scenario::Slot;
use crate::locale::Locale;
use crate::play::quiz::mark;
use crate::play::quiz::reply::Reply;

/// From this width on, in points, the note stands beside the talk.
const WIDE: f32 = 200.0 * GRID;
/// How wide the names of the boxes are, in points.
const NAMES: f32 = 13.0 * GRID;

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, lines: &[SpokenCard], written: &[String]) -> Option<Reply> {
    let mut boxes = written.to_vec();
    if ui.available_width() >= WIDE {
        ui.columns(2, |uis| {
            talk(&mut uis[0], lines);
            note(&mut uis[1], sheet, &mut boxes);
        });
    } else {
        talk(ui, lines);
        ui.add_space(GRID);
        note(ui, sheet, &mut boxes);
    }
    (boxes != written).then_some(Reply::Notes(boxes))
}

fn note(ui: &mut Ui, sheet: &mut Sheet<'_>, boxes: &mut [String]) {
    section(ui, &sheet.locale.text("quiz-note"));
    card(ui, |ui| {
        for (&slot, text) in Slot::ALL.iter().zip(boxes) {
            slot_box(ui, sheet, slot, text);
        }
    });
}

fn slot_box(ui: &mut Ui, sheet: &mut Sheet<'_>, slot: Slot, text: &mut String) {
    let name = sheet.locale.text(&format!("slot-{}", slot.word()));
    let hint = sheet.locale.text(&format!("note-hint-{}", slot.word()));
    let line = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
        cell(ui, NAMES, RichText::new(&name).family(bold_family()));
        let is_first = slot == Slot::ALL[0];
        let width = f32::INFINITY;
        field(ui, sheet, &Field { salt: slot.word(), name: &name, hint: &hint, width, is_first }, text);
    });
}

/// What was told, and what was not.
#[derive(Clone, Copy)]
pub struct Call<'t> {
    /// The call.
    pub talk: &'t [SpokenCard],
    /// What the note should keep.
    pub facts: &'t [FactCard],
    /// Things nobody said.
    pub decoys: &'t [FactCard],
}

/// Tells what was kept, what was missed, and what nobody said.
pub fn shown(ui: &mut Ui, call: &Call<'_>, boxes: &[String], locale: &Locale) {
    let review = mark::note(call.talk, call.facts, call.decoys, boxes);
    section(ui, &locale.text("quiz-note-facts"));
    let mut facts: Vec<_> = call.facts.iter().zip(&review.kept).collect();
    facts.sort_by_key(|(fact, _)| fact.slot as usize);
    for (fact, &is_kept) in facts {
        let (tone, sign, key) =
            if is_kept { (Tone::Good, "✓", "quiz-kept") } else { (Tone::Warn, "△", "quiz-not-kept") };
        let text = pair(&locale.text(&format!("slot-{}", fact.slot.word())), &fact.note, locale);
        verdict(ui, &Verdict { cap: "", text: &text, sign, tone, word: Some(locale.text(key)), why: &fact.why });
    }
    let invented = review.false_facts.iter().filter_map(|&at| call.decoys.get(at));
    let false_facts = invented.map(|decoy| (decoy.note.to_string(), decoy.why.as_ref()));
    let number = |number: &String| locale.with("quiz-number-in-note", &[("number", number.as_str().into())]);
    let numbers = review.made_up_numbers.iter().map(|it| (number(it), ""));
    for (text, why) in false_facts.chain(numbers) {
        let word = Some(locale.text("quiz-invented"));
        verdict(ui, &Verdict { cap: "", text: &text, sign: "×", tone: Tone::Bad, word, why });
    }
    ui.add_space(GRID);
    section(ui, &locale.text("quiz-note"));
    card(ui, |ui| as_written(ui, boxes, locale));
    let name = locale.text("quiz-see-talk");
    if fold(ui, "talk", &name, &name) {
        talk(ui, call.talk);
    }
}

/// The boxes as they were written.
fn as_written(ui: &mut Ui, boxes: &[String], locale: &Locale) {
    let muted = Palette::within(ui).muted;
    for (slot, text) in Slot::ALL.iter().zip(boxes) {
        let name = locale.text(&format!("slot-{}", slot.word()));
        let (text, is_empty) = (text.trim(), text.trim().is_empty());
        let empty = locale.text("quiz-cell-left");
        ui.horizontal_top(|ui| {
            cell(ui, NAMES, RichText::new(name).color(muted));
            let written = prose(if is_empty { &empty } else { text }).small();
            if is_empty { written.color(muted) } else { written }.show(ui);
        });
    }
}
