//! The first visit: how one likes it, what there is to do, how a call goes; a minute, and every step can be skipped.

use bevy_egui::egui::{Ui, vec2};

use super::{group, settings};
use crate::app::desk::{Action, Desk, Page, Step, Surroundings};
use crate::app::face::expression::Expression;
use crate::app::face::staff;
use crate::app::screens::portrait::{self, Head};
use crate::app::screens::scene;
use crate::app::theme::{GRID, Palette, Tone, accent_button, heading, key_word, prose, quiet_button, size};

/// How the colleague who shows one round feels, 0-100 of trust and of patience.
const WELCOMING: f32 = 85.0;
/// How large her head is, in points.
const HEAD_ACROSS: f32 = 18.0 * GRID;

/// What there is to practise: heading and words, by locale key.
const WORK: [(&str, &str); 3] =
    [("half-calls", "welcome-calls"), ("half-front-desk", "welcome-desk"), ("half-quiz", "welcome-quiz")];

/// How a call goes, by locale key.
const CALL: [(&str, &str); 4] = [
    ("welcome-prepare", "welcome-prepare-how"),
    ("welcome-talk", "welcome-talk-how"),
    ("welcome-log", "welcome-log-how"),
    ("welcome-debrief", "welcome-debrief-how"),
];

pub fn view(ui: &mut Ui, desk: &Desk, step: Step) -> Option<Action> {
    let locale = &desk.locale;
    let key = match step {
        Step::Looks => "welcome-looks",
        Step::Work => "welcome-work",
        Step::Call => "welcome-call",
    };
    if step != Step::Call {
        scene::banner(ui, desk, &Surroundings::here(desk), &[scene::MY_PHONE]);
    }
    let place = [("step", (step as usize + 1).into()), ("steps", Step::ALL.len().into())];
    prose(&locale.with("welcome-step", &place)).small().color(Palette::within(ui).muted).show(ui);
    ui.horizontal(|ui| {
        let (steward, face) = (staff::steward(), Expression::of_mood(WELCOMING, WELCOMING));
        let head = Head { across: HEAD_ACROSS, tone: Tone::Accent, is_on_card: false };
        portrait::head(ui, (&steward, &face), &head, locale);
        ui.vertical(|ui| {
            heading(ui, &locale.text(key));
            prose(&locale.text(&format!("{key}-why"))).color(Palette::within(ui).muted).show(ui);
        });
    });
    ui.add_space(2.0 * GRID);
    let mut action = None;
    match step {
        Step::Looks => group(ui, &locale.text("settings-reading"), |ui| action = settings::looks(ui, desk)),
        Step::Work => WORK.iter().for_each(|(name, words)| {
            group(ui, &locale.text(name), |ui| drop(prose(&locale.text(words)).show(ui)));
        }),
        Step::Call => call(ui, desk),
    }
    action
}

/// A call in four steps, with the two keys that are all one needs.
fn call(ui: &mut Ui, desk: &Desk) {
    let locale = &desk.locale;
    for (at, (name, how)) in CALL.iter().enumerate() {
        group(ui, &format!("{}. {}", at + 1, locale.text(name)), |ui| {
            prose(&locale.text(how)).show(ui);
        });
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0 * GRID, GRID);
        for (key, does) in [("1 – 9", "help-key-answer"), ("Space", "help-key-skip"), ("F1", "help-key-help")] {
            key_word(ui, key);
            prose(&locale.text(does)).size(size::SMALL).show(ui);
        }
    });
    ui.add_space(2.0 * GRID);
}

/// On, back, or past all of it.
pub fn way_on(ui: &mut Ui, desk: &Desk, step: Step) -> Option<Action> {
    let locale = &desk.locale;
    let turn = |step: Step| Action::Turned(Some(Page::Welcome(step)));
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        let (key, on) = match step.next() {
            Some(next) => ("welcome-next", turn(next)),
            None => ("welcome-begin", Action::Turned(None)),
        };
        if accent_button(ui, &locale.text(key)).clicked() {
            action = Some(on);
        }
        if let Some(previous) = step.previous()
            && quiet_button(ui, &locale.text("welcome-back")).clicked()
        {
            action = Some(turn(previous));
        }
        if step.next().is_some() && quiet_button(ui, &locale.text("welcome-skip")).clicked() {
            action = Some(Action::Turned(None));
        }
    });
    action
}
