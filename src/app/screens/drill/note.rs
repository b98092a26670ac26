//! The note: six boxes, written while somebody talks.

use bevy_egui::egui::{RichText, Stroke, TextEdit, Ui};

use crate::app::desk::{Duty, DutyAction};
use crate::app::theme::{GRID, Palette, Tone, card, chip, section, size};
use crate::content::scenario::Slot;
use crate::locale::Locale;
use crate::play::drill::act::Act;
use crate::play::drill::offer::caller_of;

pub fn view(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let state = duty.shift.state();
    section(ui, &locale.text("drill-note"));
    let Some(place) = state.noted() else {
        ui.label(RichText::new(locale.text("drill-note-empty")).size(size::SMALL).color(Palette::within(ui).muted));
        return None;
    };
    let call = &state.calls[place];
    let caller = caller_of(call, duty.shift.context());
    let mut action = None;
    card(ui, |ui| {
        let palette = Palette::within(ui);
        ui.horizontal_wrapped(|ui| {
            let phone = &duty.shift.card().phones[usize::from(call.phone)];
            ui.label(RichText::new(format!("{} · {}", phone.name, caller.number)).size(size::SMALL));
            if !call.is_alive() {
                chip(ui, &locale.text("drill-note-after"), Tone::Plain);
            }
        });
        // egui frames the focused box in the colour of selected text.
        ui.visuals_mut().selection.stroke = Stroke::new(2.0, palette.accent);
        ui.visuals_mut().selection.bg_fill = palette.ground_of(Tone::Accent);
        for &slot in Slot::ALL {
            action = action.take().or(slot_box(ui, &call.note[slot as usize], slot, place, locale));
        }
        let chars = call.note.iter().flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()).count();
        let most = duty.shift.card().scorecard.note_most_chars;
        let values = [("chars", chars.into()), ("most", most.into())];
        let tone = if chars > most as usize { palette.text_of(Tone::Bad) } else { palette.muted };
        ui.label(RichText::new(locale.with("drill-note-chars", &values)).size(size::SMALL).color(tone));
    });
    action
}

fn slot_box(ui: &mut Ui, written: &str, slot: Slot, call: usize, locale: &Locale) -> Option<DutyAction> {
    /// The width of the names of the boxes, in points.
    const NAMES: f32 = 13.0 * GRID;
    let mut text = written.to_owned();
    let mut action = None;
    ui.horizontal(|ui| {
        let name = locale.text(&format!("slot-{}", slot.word()));
        crate::app::theme::cell(ui, NAMES, RichText::new(&name).color(Palette::within(ui).muted));
        let field = TextEdit::singleline(&mut text).desired_width(f32::INFINITY).id_salt((slot.word(), call));
        let field = field.hint_text(locale.text(&format!("note-hint-{}", slot.word())));
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = bevy_egui::egui::WidgetInfo::text_edit(true, written, &text, "");
            info.label = Some(name.clone());
            info
        });
        if response.changed() {
            action = Some(DutyAction::Do(Act::Write(slot, text.clone())));
        }
    });
    action
}
