//! What questions are made of: where one is, the question, replies to choose from, things to tick.

use std::cmp::Ordering;

use bevy_egui::egui::{Checkbox, CursorIcon, Sense, Ui, WidgetInfo, WidgetType};

use crate::app::desk::{Action, Sitting};
use crate::app::theme::{GRID, Palette, Tone, accent_button, card, chip, key_cap, prose};
use crate::play::offer::{Reply, words};

/// Where one is among some steps.
pub fn progress(ui: &mut Ui, names: impl Iterator<Item = String>, current: usize) {
    ui.horizontal_wrapped(|ui| {
        for (index, name) in names.enumerate() {
            let (sign, tone) = match index.cmp(&current) {
                Ordering::Less => ("✓", Tone::Good),
                Ordering::Equal => ("●", Tone::Accent),
                Ordering::Greater => ("○", Tone::Plain),
            };
            chip(ui, &format!("{sign} {name}"), tone);
        }
    });
}

/// The replies to choose from, by mouse or by number.
pub fn reply_list(ui: &mut Ui, sitting: &Sitting) -> Option<Action> {
    let script = sitting.call.script();
    let phase = sitting.call.state().phase;
    let mut action = None;
    for (place, reply) in sitting.call.replies().into_iter().enumerate() {
        if let Some(words) = words(reply, phase, script)
            && key_cap(ui, place + 1, words, false)
        {
            action = u8::try_from(place).ok().map(Action::Reply);
        }
    }
    action
}

/// Several answers to tick, and a button to give them.
pub fn tick_list(ui: &mut Ui, sitting: &Sitting, hint: &str, enough: &str) -> Option<Action> {
    let script = sitting.call.script();
    let phase = sitting.call.state().phase;
    let mut action = None;
    prose(hint).small().color(Palette::within(ui).muted).show(ui);
    for reply in sitting.call.replies().into_iter().filter(|reply| *reply != Reply::Enough) {
        let Some(words) = words(reply, phase, script) else { continue };
        let mut is_ticked = sitting.ticked.contains(&reply);
        let row = card(ui, |ui| {
            ui.horizontal_top(|ui| {
                let tick = ui.add(Checkbox::without_text(&mut is_ticked));
                tick.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, is_ticked, words));
                prose(words).show(ui);
                tick.changed()
            })
            .inner
        });
        let is_clicked = row.response.interact(Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand).clicked();
        if row.inner || is_clicked {
            action = Some(Action::Tick(reply));
        }
    }
    ui.add_space(GRID);
    if accent_button(ui, enough).clicked() {
        action = Some(Action::GiveTicked);
    }
    action
}
