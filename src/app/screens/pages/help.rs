//! Help: how each half of the work goes, in a few lines, and every key.

use bevy_egui::egui::Ui;

use super::{group, line, title};
use crate::app::desk::{Action, Desk, Page, Step};
use crate::app::theme::{GRID, Palette, key_word, prose, quiet_button};

/// What is explained, by locale key: a heading and its paragraph.
const TOPICS: [(&str, &str); 5] = [
    ("help-call", "help-call-how"),
    ("help-desk", "help-desk-how"),
    ("help-quiz", "help-quiz-how"),
    ("help-verdict", "help-verdict-how"),
    ("help-kept", "help-kept-how"),
];

/// The keys, by where they count: a heading, and for each key what it does.
const KEYS: [(&str, &[(&str, &str)]); 3] = [
    (
        "help-keys-anywhere",
        &[
            ("Tab", "help-key-tab"),
            ("Enter", "help-key-enter"),
            ("F1", "help-key-help"),
            ("Ctrl ,", "help-key-settings"),
            ("Esc", "help-key-escape"),
        ],
    ),
    ("help-keys-call", &[("1 – 9", "help-key-answer"), ("Space", "help-key-skip"), ("Ctrl 1 – 9", "help-key-typing")]),
    (
        "help-keys-desk",
        &[("F1 – F4", "help-key-lift"), ("F5", "help-key-life"), ("F6", "help-key-lower"), ("Esc", "help-key-pause")],
    ),
];

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let locale = &desk.locale;
    let mut action = title(ui, desk, "help-title");
    for (heading, how) in TOPICS {
        group(ui, &locale.text(heading), |ui| drop(prose(&locale.text(how)).show(ui)));
    }
    for (heading, keys) in KEYS {
        group(ui, &locale.text(heading), |ui| {
            for (key, does) in keys {
                line(ui, &locale.text(does), "", |ui| key_word(ui, key));
            }
        });
    }
    prose(&locale.text("help-more")).small().color(Palette::within(ui).muted).show(ui);
    ui.add_space(GRID);
    ui.horizontal_wrapped(|ui| {
        for (page, key) in [(Page::Welcome(Step::Looks), "help-again"), (Page::About, "button-about")] {
            if quiet_button(ui, &locale.text(key)).clicked() {
                action = action.take().or(Some(Action::Turned(Some(page))));
            }
        }
    });
    action
}
