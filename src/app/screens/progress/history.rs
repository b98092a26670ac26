//! Everything that was practised, the latest first; each can be looked at again.

use bevy_egui::egui::{Align, Layout, RichText, Ui};

use crate::app::art::empty::Empty;
use crate::app::desk::{Action, ManageAction, Past, ProgressAction, Went};
use crate::app::screens::scene;
use crate::app::theme::{GRID, Palette, Tone, bold_family, card, chip, quiet_button, section, size};
use crate::export::parcel::Parcel;
use crate::locale::Locale;

/// How many rows stand there before all are asked for.
const FEW: usize = 12;

pub fn view(ui: &mut Ui, history: &[Past], is_whole: bool, locale: &Locale) -> Option<Action> {
    let mut action = None;
    ui.add_space(GRID);
    card(ui, |ui| {
        section(ui, &locale.with("progress-history", &[("count", history.len().into())]));
        if history.is_empty() {
            scene::empty(ui, Empty::NoRecords, &locale.text("progress-empty-calls"));
        }
        let shown = if is_whole { history.len() } else { FEW };
        for past in history.iter().take(shown) {
            let done = row(ui, past, locale);
            action = action.take().or(done);
        }
        if history.len() > FEW {
            let key = if is_whole { "progress-fewer" } else { "progress-all" };
            if quiet_button(ui, &locale.text(key)).clicked() {
                action = Some(Action::Progress(ProgressAction::WholeHistory(!is_whole)));
            }
        }
    });
    action
}

fn row(ui: &mut Ui, past: &Past, locale: &Locale) -> Option<Action> {
    let palette = Palette::within(ui);
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&past.when).size(size::SMALL).color(palette.muted));
        ui.label(RichText::new(past.score.to_string()).family(bold_family()));
        ui.label(&past.title);
        let (sign, tone) = match past.went {
            Went::Well => ("✓", Tone::Good),
            Went::Doubtfully => ("△", Tone::Warn),
            Went::Badly => ("×", Tone::Bad),
            Went::Nowhere => ("○", Tone::Plain),
        };
        chip(ui, &format!("{sign} {}", past.verdict), tone);
        for mark in &past.marks {
            chip(ui, mark, Tone::Plain);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if quiet_button(ui, &locale.text("progress-look-back")).clicked() {
                action = Some(Action::LookBack(past.attempt));
            }
            if quiet_button(ui, &locale.text("progress-print")).clicked() {
                action = Some(Action::Manage(ManageAction::Export(Some(Parcel::OneReport(past.place)))));
            }
        });
    });
    action
}
