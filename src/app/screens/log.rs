//! After the call: six boxes of a note, and the day of the next call.

use bevy_egui::egui::{ScrollArea, Ui};

use crate::app::desk::{Action, Desk, Sitting};
use crate::app::screens::paper::{progress, reply_list, tick_list};
use crate::app::theme::{GRID, heading};
use crate::content::scenario::Slot;
use crate::locale::Locale;
use crate::play::offer::question;
use crate::play::state::Phase;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let sitting = desk.sitting.as_ref()?;
    let locale = &desk.locale;
    ScrollArea::vertical()
        .id_salt("log")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            boxes(ui, sitting, locale);
            ui.add_space(2.0 * GRID);
            match sitting.call.state().phase {
                Phase::Note { slot } => {
                    heading(ui, &locale.text(&format!("ask-slot-{}", Slot::ALL[usize::from(slot)].word())));
                    tick_list(ui, sitting, &locale.text("pick-hint"), &locale.text("enough-for-slot"))
                }
                _ => follow_up(ui, sitting, locale),
            }
        })
        .inner
}

/// Where one is among the boxes.
fn boxes(ui: &mut Ui, sitting: &Sitting, locale: &Locale) {
    let current = match sitting.call.state().phase {
        Phase::Note { slot } => usize::from(slot),
        _ => Slot::ALL.len(),
    };
    let names = Slot::ALL.iter().map(|slot| locale.text(&format!("slot-{}", slot.word())));
    progress(ui, names.chain([locale.text("follow-up")]), current);
}

fn follow_up(ui: &mut Ui, sitting: &Sitting, locale: &Locale) -> Option<Action> {
    let script = sitting.call.script();
    let phase = sitting.call.state().phase;
    let own = question(phase, script).and_then(|question| question.ask.as_deref());
    heading(ui, &own.map_or_else(|| locale.text("ask-follow_up"), str::to_owned));
    ui.add_space(GRID);
    reply_list(ui, sitting)
}
