//! Settings: language, text size, colours, motion, sound and voice, time to think, city, keys. Everything takes effect at
//! once, so that one sees what it does.

use bevy_egui::egui::{self, RichText, Slider, Ui};

use super::{group, line, title};
use crate::app::chrome::{HELP_KEY, SETTINGS_KEY};
use crate::app::desk::{Action, Desk, Page, TEXT_SIZES, Thinking, Who};
use crate::app::theme::{self, GRID, Palette, prose, quiet_button, size};
use crate::content::language::Language;

/// Every language in its own name.
pub const LANGUAGES: [(Language, &str); 3] =
    [(Language::ZhHans, "简体中文"), (Language::ZhHant, "繁體中文"), (Language::En, "English")];

/// The steps of the text size, in percent.
const TEXT_SIZE_STEP: f64 = 5.0;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let locale = &desk.locale;
    let mut action = title(ui, desk, "settings-title");
    let whose = match &desk.who {
        Who::Trainee(_) => "settings-kept",
        Who::AtTheDoor(_) | Who::Guest => "settings-not-kept",
    };
    prose(&locale.text(whose)).small().color(Palette::within(ui).muted).show(ui);
    ui.add_space(GRID);
    let mut put = |done: Option<Action>| action = action.take().or(done);
    group(ui, &locale.text("settings-reading"), |ui| put(looks(ui, desk)));
    group(ui, &locale.text("settings-sound"), |ui| put(sound(ui, desk)));
    group(ui, &locale.text("settings-practice"), |ui| put(practice(ui, desk)));
    group(ui, &locale.text("settings-keys"), |ui| put(keys(ui, desk)));
    ui.horizontal_wrapped(|ui| {
        for (page, key) in [(Page::Help, "button-help"), (Page::About, "button-about")] {
            if quiet_button(ui, &locale.text(key)).clicked() {
                put(Some(Action::Turned(Some(page))));
            }
        }
    });
    action
}

/// Language, text size, colours and motion: what the first visit asks for, too.
pub fn looks(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let Desk { preferences, locale, .. } = desk;
    let mut action = None;
    line(ui, &locale.text("settings-language"), "", |ui| {
        for (language, name) in LANGUAGES {
            if ui.selectable_label(locale.language == language, name).clicked() {
                action = Some(Action::Speak(language));
            }
        }
    });
    line(ui, &locale.text("settings-text-size"), &locale.text("settings-text-size-why"), |ui| {
        let percent = text_size(ui, preferences.text_size_percent, &locale.text("settings-text-size"));
        action = action.take().or(percent.map(Action::Resize));
    });
    line(ui, &locale.text("settings-theme"), "", |ui| {
        for (is_dark, key) in [(false, "settings-theme-light"), (true, "settings-theme-dark")] {
            if ui.selectable_label(preferences.is_dark == is_dark, locale.text(key)).clicked() {
                action = Some(Action::Darken(is_dark));
            }
        }
    });
    line(ui, &locale.text("settings-motion"), &locale.text("settings-motion-why"), |ui| {
        let mut is_calm = preferences.is_calm;
        if ui.checkbox(&mut is_calm, locale.text("settings-calm")).changed() {
            action = Some(Action::Calm(is_calm));
        }
    });
    action
}

/// A slider, and the sizes most people take. The slider takes effect when it is let go: while it is dragged, the window
/// would grow away under the pointer.
fn text_size(ui: &mut Ui, now_percent: u16, name: &str) -> Option<u16> {
    let mut wanted = None;
    for percent in [100, 125, 150, 200] {
        if ui.selectable_label(now_percent == percent, format!("{percent}%")).clicked() {
            wanted = Some(percent);
        }
    }
    let id = ui.id().with("text-size");
    let mut percent = ui.data(|data| data.get_temp(id)).unwrap_or(now_percent);
    let slider = Slider::new(&mut percent, TEXT_SIZES).step_by(TEXT_SIZE_STEP).suffix("%").show_value(true);
    let response = theme::slider(ui, slider, f64::from(now_percent), name, true);
    if response.dragged() {
        ui.data_mut(|data| data.insert_temp(id, percent));
    } else {
        ui.data_mut(|data| data.remove::<u16>(id));
        wanted = wanted.or((percent != now_percent).then_some(percent));
    }
    wanted
}

/// How loud, whether at all, what it comes out of, and whether owners are heard.
fn sound(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let Desk { preferences, locale, .. } = desk;
    let mut action = None;
    line(ui, &locale.text("settings-volume"), &desk.sound, |ui| {
        let mut percent = preferences.volume_percent;
        let slider = Slider::new(&mut percent, 0..=100).suffix("%").show_value(true);
        let (now, is_heard) = (f64::from(preferences.volume_percent), !preferences.is_muted);
        if theme::slider(ui, slider, now, &locale.text("settings-volume"), is_heard).changed() {
            action = Some(Action::Loud(percent));
        }
        let mut is_muted = preferences.is_muted;
        if ui.checkbox(&mut is_muted, locale.text("settings-mute")).changed() {
            action = Some(Action::Mute(is_muted));
        }
    });
    line(ui, &locale.text("settings-voice"), &desk.voice, |ui| {
        let mut is_voiced = preferences.is_voiced;
        if ui.checkbox(&mut is_voiced, locale.text("settings-voice-on")).changed() {
            action = Some(Action::Voice(is_voiced));
        }
    });
    action
}

/// The time to think, and whose local rules hold.
fn practice(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let Desk { preferences, locale, .. } = desk;
    let mut action = None;
    line(ui, &locale.text("settings-think"), &locale.text("settings-think-why"), |ui| {
        let choices = [
            (Thinking::Normal, "settings-think-normal"),
            (Thinking::Double, "settings-think-double"),
            (Thinking::Unlimited, "settings-think-off"),
        ];
        for (thinking, key) in choices {
            if ui.selectable_label(preferences.thinking == thinking, locale.text(key)).clicked() {
                action = Some(Action::Think(thinking));
            }
        }
    });
    line(ui, &locale.text("settings-city"), &locale.text("settings-city-why"), |ui| {
        action = action.take().or(city(ui, desk));
    });
    action
}

fn city(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let (cities, current) = desk.cities();
    let name = cities.iter().find(|(id, _)| id == current).map_or(current, |(_, name)| name);
    let mut action = None;
    let label = desk.locale.text("settings-city");
    let combo = egui::ComboBox::from_id_salt("city").selected_text(name).show_ui(ui, |ui| {
        for (id, name) in &cities {
            if ui.selectable_label(id == current, name).clicked() {
                action = Some(Action::Move(id.clone()));
            }
        }
    });
    combo
        .response
        .widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, format!("{label}: {name}")));
    action
}

/// Whether keys alone answer, and which there are.
fn keys(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let Desk { preferences, locale, .. } = desk;
    let mut action = None;
    line(ui, &locale.text("settings-single-keys"), &locale.text("settings-single-keys-why"), |ui| {
        for (needs_ctrl, key) in [(false, "settings-keys-alone"), (true, "settings-keys-ctrl")] {
            if ui.selectable_label(preferences.keys_need_ctrl == needs_ctrl, locale.text(key)).clicked() {
                action = Some(Action::CtrlKeys(needs_ctrl));
            }
        }
    });
    for (shortcut, key) in [(SETTINGS_KEY, "button-settings"), (HELP_KEY, "button-help")] {
        let typed = RichText::new(ui.ctx().format_shortcut(&shortcut)).size(size::SMALL);
        line(ui, &locale.text(key), "", |ui| drop(ui.label(typed)));
    }
    action
}
