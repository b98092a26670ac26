//! The door: who is it? A name once; a PIN for whoever wants one; or nobody in particular.

use bevy_egui::egui::{Align, Key, Layout, Response, RichText, ScrollArea, Stroke, TextEdit, Ui, vec2};

use crate::app::desk::{Action, Desk, Door, DoorAction, Surroundings, Who};
use crate::app::screens::home::choosable;
use crate::app::screens::scene;
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bold_family, card, chip, prose, quiet_button, size, tinted,
};
use crate::locale::Locale;
use crate::record::profile::Profile;

/// How wide the door is, in points.
const WIDTH: f32 = 460.0;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let Who::AtTheDoor(door) = &desk.who else { return None };
    // What the records say comes with the first frame or the one after it; until then nothing flickers by.
    if !door.is_open {
        return None;
    }
    let mut action = None;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let width = ui.available_width().min(WIDTH);
        ui.vertical_centered(|ui| {
            scene::banner(ui, desk, &Surroundings::here(desk), &[scene::MY_PHONE]);
            ui.add_space(4.0 * GRID);
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                action = inside(ui, door, &desk.locale);
            });
        });
    });
    action.map(Action::Door)
}

fn inside(ui: &mut Ui, door: &Door, locale: &Locale) -> Option<DoorAction> {
    let muted = Palette::within(ui).muted;
    let (title, about) = match door.chosen() {
        _ if door.is_new => ("door-new", "door-new-why"),
        Some(_) => ("door-pin", "door-pin-why"),
        None => ("door-who", "door-who-why"),
    };
    ui.label(RichText::new(locale.text(title)).family(bold_family()).size(size::TITLE));
    prose(&locale.text(about)).color(muted).show(ui);
    ui.add_space(2.0 * GRID);
    if let Some(problem) = door.problem {
        tinted(ui, Tone::Bad, |ui| prose(&format!("× {}", locale.text(problem))).show(ui));
        ui.add_space(GRID);
    }
    let mut action = match door.chosen() {
        _ if door.is_new => somebody_new(ui, door, locale),
        Some(profile) => pin(ui, door, profile, locale),
        None => everybody(ui, door, locale),
    };
    ui.add_space(3.0 * GRID);
    ui.horizontal_wrapped(|ui| {
        if door.is_new && !door.profiles.is_empty() && quiet_button(ui, &locale.text("door-not-new")).clicked() {
            action = Some(DoorAction::BeNew(false));
        }
        if door.chosen.is_some() && quiet_button(ui, &locale.text("door-somebody-else")).clicked() {
            action = Some(DoorAction::Choose(None));
        }
        if !door.is_new && door.chosen.is_none() && quiet_button(ui, &locale.text("door-i-am-new")).clicked() {
            action = Some(DoorAction::BeNew(true));
        }
        if quiet_button(ui, &locale.text("door-guest")).clicked() {
            action = Some(DoorAction::AsGuest);
        }
    });
    ui.add_space(GRID);
    prose(&locale.text("door-private")).small().color(muted).show(ui);
    action
}

fn everybody(ui: &mut Ui, door: &Door, locale: &Locale) -> Option<DoorAction> {
    let mut action = None;
    for profile in &door.profiles {
        let contents = |ui: &mut Ui| {
            ui.horizontal_wrapped(|ui| {
                prose(&profile.name).bold().size(size::SUBHEADING).show(ui);
                if profile.pin.is_some() {
                    chip(ui, "PIN", Tone::Plain);
                }
            });
            let since = [("day", profile.since.day().to_string().into())];
            prose(&locale.with("door-since", &since)).small().color(Palette::within(ui).muted).show(ui);
        };
        if choosable(ui, &profile.name, false, contents) {
            action = Some(DoorAction::Choose(Some(profile.id)));
        }
    }
    action
}

fn somebody_new(ui: &mut Ui, door: &Door, locale: &Locale) -> Option<DoorAction> {
    let mut action = None;
    card(ui, |ui| {
        let name = field(ui, "name", &locale.text("door-name"), &door.name, false);
        let pin = field(ui, "new-pin", &locale.text("door-new-pin"), &door.pin, true);
        action = name.typed.map(DoorAction::Name).or(pin.typed.map(DoorAction::Pin));
        ui.add_space(GRID);
        let is_entered = name.is_entered || pin.is_entered;
        if accent_button(ui, &locale.text("door-enter-new")).clicked() || is_entered {
            action = Some(DoorAction::Enter);
        }
    });
    action
}

fn pin(ui: &mut Ui, door: &Door, profile: &Profile, locale: &Locale) -> Option<DoorAction> {
    let mut action = None;
    card(ui, |ui| {
        prose(&profile.name).bold().size(size::SUBHEADING).show(ui);
        let pin = field(ui, "pin", "PIN", &door.pin, true);
        action = pin.typed.map(DoorAction::Pin);
        ui.add_space(GRID);
        if accent_button(ui, &locale.text("door-enter")).clicked() || pin.is_entered {
            action = Some(DoorAction::Enter);
        }
    });
    action
}

/// What became of a field in this frame.
pub struct Typed {
    /// All that stands in it, where that is new.
    pub typed: Option<String>,
    /// Whether Enter was pressed in it.
    pub is_entered: bool,
}

/// A field with its name above it; what is typed into a secret one is not shown. The first one takes the keyboard.
pub fn field(ui: &mut Ui, id: &str, name: &str, text: &str, is_secret: bool) -> Typed {
    let palette = Palette::within(ui);
    let label = prose(name).small().color(palette.muted).show(ui);
    let mut typed = text.to_owned();
    let response: Response = ui
        .scope(|ui| {
            ui.visuals_mut().selection.stroke = Stroke::new(2.0, palette.accent);
            ui.visuals_mut().selection.bg_fill = palette.ground_of(Tone::Accent);
            let edit = TextEdit::singleline(&mut typed).password(is_secret).id_salt(id).desired_width(f32::INFINITY);
            ui.add(edit.margin(vec2(2.0 * GRID, 1.5 * GRID)))
        })
        .inner
        .labelled_by(label.id);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) && !is_entered {
        response.request_focus();
    }
    Typed { typed: response.changed().then_some(typed), is_entered }
}
