//! Home, the front desk's half: which shift today?

use bevy_egui::egui::{RichText, ScrollArea, Ui};

use crate::app::desk::{Action, Desk};
use crate::app::screens::column;
use crate::app::screens::home::{choosable, seed};
use crate::app::theme::{GRID, Palette, Tone, accent_button, card, chip, prose, section, size, tinted};
use crate::content::drill::RingRule;
use crate::content::drill::card::DrillCard;
use crate::locale::Locale;

/// The share of the width that the list takes.
const LIST_SHARE: f32 = 0.55;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let mut action = None;
    if desk.shifts.is_empty() {
        tinted(ui, Tone::Warn, |ui| prose(&desk.locale.text("drill-none")).show(ui));
        return None;
    }
    let list_width = ui.available_width() * LIST_SHARE;
    column(ui, "shifts", list_width, |ui| {
        for (index, card) in desk.shifts.iter().enumerate() {
            if row(ui, card, index == desk.selected_shift, &desk.locale) {
                action = Some(Action::SelectShift(index));
            }
        }
        ui.add_space(GRID);
        how(ui, &desk.locale);
    });
    ScrollArea::vertical().id_salt("shift").auto_shrink([false, false]).show(ui, |ui| {
        if let Some(card) = desk.shifts.get(desk.selected_shift) {
            action = action.take().or(detail(ui, desk, card));
        }
    });
    action
}

fn row(ui: &mut Ui, shift: &DrillCard, is_selected: bool, locale: &Locale) -> bool {
    let contents = |ui: &mut Ui| {
        ui.horizontal_wrapped(|ui| {
            chip(ui, &locale.with("drill-minutes", &[("minutes", (shift.shift_ms / 60_000).into())]), Tone::Accent);
            chip(ui, &locale.with("drill-phones", &[("count", shift.phones.len().into())]), Tone::Plain);
            chip(ui, &locale.with("drill-callers", &[("count", shift.callers.len().into())]), Tone::Plain);
        });
        prose(&shift.title).bold().size(size::SUBHEADING).show(ui);
        prose(&shift.summary).color(Palette::within(ui).muted).show(ui);
    };
    choosable(ui, &shift.title, is_selected, contents)
}

/// The whole of the work in a few lines: what one needs to know before the first ring.
fn how(ui: &mut Ui, locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("drill-how"));
        for step in 1..=6 {
            let text = locale.text(&format!("drill-how-{step}"));
            prose(&format!("{step}. {text}")).show(ui);
        }
    });
}

fn detail(ui: &mut Ui, desk: &Desk, shift: &DrillCard) -> Option<Action> {
    let locale = &desk.locale;
    let palette = Palette::within(ui);
    let mut action = None;
    card(ui, |ui| {
        prose(&shift.title).bold().size(size::HEADING).show(ui);
        let unit = shift.unit.first().map(AsRef::as_ref).unwrap_or_default();
        let values = [("unit", unit.into()), ("me", shift.me.as_ref().into())];
        prose(&locale.with("drill-you-are", &values)).show(ui);
        let rings = [
            ("secs", (shift.rings.ring_ms / 1000).into()),
            ("within", shift.rings.answer_within.into()),
            ("apologise", shift.rings.apologise_from.into()),
        ];
        prose(&locale.with("drill-rings", &rings)).color(palette.muted).show(ui);
        ui.add_space(2.0 * GRID);
        ui.separator();
        section(ui, &locale.text("drill-rule"));
        for (rule, key) in [(RingRule::Standing, "drill-rule-standing"), (RingRule::Trade, "drill-rule-trade")] {
            if ui.radio(shift.rule == rule, locale.text(key)).clicked() {
                action = Some(Action::Rule(rule));
            }
        }
        action = action.take().or(seed(ui, desk));
        ui.add_space(2.0 * GRID);
        if accent_button(ui, &locale.text("drill-start")).clicked() {
            action = Some(Action::StartShift);
        }
        ui.add_space(GRID);
        let sound = if desk.preferences.is_muted { "drill-sound-off" } else { "drill-sound-on" };
        ui.label(RichText::new(locale.text(sound)).size(size::SMALL).color(palette.muted));
    });
    action
}
