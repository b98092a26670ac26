//! What is kept of the trainee, and what they can do with it: another name, a PIN, a copy, to be forgotten.

use bevy_egui::egui::{RichText, ScrollArea, Ui};

use crate::app::desk::{Action, Desk, Manage, ManageAction, Sure, Trainee};
use crate::app::screens::column;
use crate::app::screens::door::field;
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bold_family, card, prose, quiet_button, section, size, tinted,
};
use crate::export::parcel::Parcel;
use crate::locale::Locale;

/// The share of the width that the name and the PIN take.
const LEFT_SHARE: f32 = 0.5;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let (trainee, manage, locale) = (desk.trainee()?, desk.manage.as_ref()?, &desk.locale);
    let mut action = None;
    ui.label(RichText::new(&trainee.profile.name).family(bold_family()).size(size::TITLE));
    let values = [("count", trainee.kept.len().into()), ("since", trainee.profile.since.day().to_string().into())];
    prose(&locale.with("manage-kept", &values)).color(Palette::within(ui).muted).show(ui);
    ui.add_space(GRID);
    let left_width = ui.available_width() * LEFT_SHARE;
    column(ui, "who", left_width, |ui| {
        action = who(ui, trainee, manage, locale).map(Action::Manage);
        if let Some(problem) = manage.problem {
            ui.add_space(GRID);
            tinted(ui, Tone::Bad, |ui| prose(&format!("× {}", locale.text(problem))).show(ui));
        }
        ui.add_space(GRID);
        action = action.take().or(forget(ui, manage, locale).map(Action::Manage));
    });
    ScrollArea::vertical().id_salt("records").auto_shrink([false, false]).show(ui, |ui| {
        action = action.take().or(hand_over(ui, locale).map(Action::Manage));
    });
    action
}

fn who(ui: &mut Ui, trainee: &Trainee, manage: &Manage, locale: &Locale) -> Option<ManageAction> {
    let mut action = None;
    card(ui, |ui| {
        let name = field(ui, "manage-name", &locale.text("door-name"), &manage.name, false);
        action = name.typed.map(ManageAction::Name);
        if quiet_button(ui, &locale.text("manage-rename")).clicked() || name.is_entered {
            action = Some(ManageAction::Rename);
        }
    });
    ui.add_space(GRID);
    card(ui, |ui| {
        section(ui, "PIN");
        let has_pin = trainee.profile.pin.is_some();
        prose(&locale.text(if has_pin { "manage-pin-there" } else { "manage-no-pin" })).small().show(ui);
        if has_pin {
            let old = field(ui, "old-pin", &locale.text("manage-old-pin"), &manage.old_pin, true);
            action = action.take().or(old.typed.map(ManageAction::OldPin));
        }
        let new = field(ui, "pin", &locale.text("manage-new-pin"), &manage.pin, true);
        action = action.take().or(new.typed.map(ManageAction::Pin));
        let key = if has_pin && manage.pin.is_empty() { "manage-remove-pin" } else { "manage-set-pin" };
        if quiet_button(ui, &locale.text(key)).clicked() || new.is_entered {
            action = Some(ManageAction::SetPin);
        }
    });
    action
}

fn hand_over(ui: &mut Ui, locale: &Locale) -> Option<ManageAction> {
    let mut action = None;
    section(ui, &locale.text("manage-hand-over"));
    card(ui, |ui| {
        for (parcel, button, about) in [
            (Some(Parcel::Report), "manage-report", "manage-report-why"),
            (Some(Parcel::Workbook), "manage-workbook", "manage-workbook-why"),
            (Some(Parcel::Table), "manage-table", "manage-table-why"),
            (Some(Parcel::Statements), "manage-statements", "manage-statements-why"),
            (None, "manage-everything", "manage-everything-why"),
        ] {
            if quiet_button(ui, &locale.text(button)).clicked() {
                action = Some(ManageAction::Export(parcel));
            }
            ui.add_space(-GRID);
            prose(&locale.text(about)).small().color(Palette::within(ui).muted).show(ui);
            ui.add_space(GRID);
        }
    });
    ui.add_space(GRID);
    action
}

fn forget(ui: &mut Ui, manage: &Manage, locale: &Locale) -> Option<ManageAction> {
    let mut action = None;
    section(ui, &locale.text("manage-forget"));
    for (sure, button, about) in [
        (Sure::Anonymise, "manage-anonymise", "manage-anonymise-why"),
        (Sure::Delete, "manage-delete", "manage-delete-why"),
    ] {
        let contents = |ui: &mut Ui| {
            prose(&locale.text(about)).size(size::SMALL + 1.0).show(ui);
            if manage.sure != Some(sure) {
                if quiet_button(ui, &locale.text(button)).clicked() {
                    action = Some(ManageAction::Ask(Some(sure)));
                }
                return;
            }
            prose(&locale.text("manage-sure")).bold().show(ui);
            ui.horizontal_wrapped(|ui| {
                if accent_button(ui, &locale.text(button)).clicked() {
                    action = Some(ManageAction::Confirm);
                }
                if quiet_button(ui, &locale.text("manage-not-sure")).clicked() {
                    action = Some(ManageAction::Ask(None));
                }
            });
        };
        if manage.sure == Some(sure) {
            tinted(ui, Tone::Warn, contents);
        } else {
            card(ui, contents);
        }
        ui.add_space(GRID);
    }
    action
}
