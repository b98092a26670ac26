//! Home: which call today?

use bevy_egui::egui::{self, CursorIcon, RichText, ScrollArea, Sense, Ui, Vec2, vec2};

use crate::app::art::empty::Empty;
use crate::app::desk::{Action, Desk, Half, Surroundings};
use crate::app::face::portrait::look_of;
use crate::app::screens::{column, portrait, scene};
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bold_family, card, chip, prose, quiet_button, section, size, tinted,
};
use crate::content::scenario::Difficulty;
use crate::content::script::Script;
use crate::locale::Locale;
use crate::record::progress::advice::Subject;

/// How large the picture of whom one calls is, in points.
const PICTURE: Vec2 = vec2(152.0, 176.0);
/// The width, in points, from which words stand beside it.
const ROOM_BESIDE_PICTURE: f32 = 360.0;
/// The share of the width that the list takes.
const LIST_SHARE: f32 = 0.55;

/// What the home screen can show, with its locale key.
const HALVES: [(Half, &str); 3] =
    [(Half::Calls, "half-calls"), (Half::FrontDesk, "half-front-desk"), (Half::Quiz, "half-quiz")];

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let locale = &desk.locale;
    let mut action = head(ui, desk);
    if desk.unusable > 0 {
        let count = [("count", desk.unusable.into())];
        tinted(ui, Tone::Warn, |ui| prose(&locale.with("home-problems", &count)).show(ui));
    }
    action = action.or(unfinished(ui, desk));
    match desk.half {
        Half::Calls => {}
        Half::FrontDesk => {
            ui.add_space(GRID);
            return action.or(super::drill::home(ui, desk));
        }
        Half::Quiz => {
            ui.add_space(GRID);
            return action.or(super::quiz::home(ui, desk));
        }
    }
    if desk.scripts.is_empty() {
        scene::empty(ui, Empty::NothingFound, &locale.text("home-empty"));
        return action;
    }
    ui.add_space(GRID);
    let list_width = ui.available_width() * LIST_SHARE;
    column(ui, "list", list_width, |ui| {
        for (index, script) in desk.scripts.iter().enumerate() {
            if row(ui, script, index == desk.selected, locale) {
                action = Some(Action::Select(index));
            }
        }
    });
    ScrollArea::vertical().id_salt("detail").auto_shrink([false, false]).show(ui, |ui| {
        if let Some(script) = desk.scripts.get(desk.selected) {
            action = action.take().or(detail(ui, desk, script));
        }
    });
    action
}

/// What is asked, and the halves of the work, beside the desk.
fn head(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let locale = &desk.locale;
    let mut action = None;
    scene::beside(ui, desk, &Surroundings::here(desk), &[scene::MY_PHONE], |ui, is_tall| {
        let key = match desk.half {
            Half::Calls => "home-choose",
            Half::FrontDesk => "drill-choose",
            Half::Quiz => "quiz-choose",
        };
        let mut halves = |ui: &mut Ui| {
            for (half, key) in HALVES {
                if ui.selectable_label(desk.half == half, locale.text(key)).clicked() {
                    action = Some(Action::Turn(half));
                }
            }
        };
        let title = RichText::new(locale.text(key)).family(bold_family()).size(size::TITLE);
        if is_tall {
            greeting(ui, desk);
            ui.label(title);
            ui.add_space(2.0 * GRID);
            ui.horizontal_wrapped(halves);
        } else {
            ui.horizontal_wrapped(|ui| {
                ui.label(title);
                ui.add_space(4.0 * GRID);
                halves(ui);
            });
        }
    });
    action
}

/// Good morning, or whatever it is, by name where there is one.
fn greeting(ui: &mut Ui, desk: &Desk) {
    const NOON: u32 = 12 * 60;
    const EVENING: u32 = 18 * 60;
    let key = match Surroundings::now().minute_of_day {
        ..NOON => "greeting-morning",
        NOON..EVENING => "greeting-afternoon",
        EVENING.. => "greeting-evening",
    };
    let name = desk.trainee().map(|trainee| trainee.profile.name.as_str());
    let words = match name {
        Some(name) => {
            desk.locale.with("greeting-name", &[("greeting", desk.locale.text(key).into()), ("name", name.into())])
        }
        None => desk.locale.text(key),
    };
    prose(&words).color(Palette::within(ui).muted).show(ui);
    ui.add_space(GRID);
}

/// What was broken off, by a crash or by leaving: to go on with from that very turn.
fn unfinished(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    /// How many are shown; the others come up when these are done.
    const MOST: usize = 2;
    let locale = &desk.locale;
    let mut action = None;
    for open in desk.trainee()?.unfinished.iter().take(MOST) {
        let setup = &open.setup;
        let title = desk.title_of(&Subject { kind: setup.kind, id: setup.subject.clone() });
        let began = setup.began.local();
        let values = [
            ("title", title.into()),
            ("when", began.strftime("%m-%d %H:%M").to_string().into()),
            ("count", open.inputs.len().into()),
        ];
        tinted(ui, Tone::Accent, |ui| {
            prose(&locale.with("home-unfinished", &values)).show(ui);
            ui.horizontal_wrapped(|ui| {
                if desk.giving_up == Some(setup.id) {
                    prose(&locale.text("home-give-up-sure")).bold().show(ui);
                    if quiet_button(ui, &locale.text("home-give-up-yes")).clicked() {
                        action = Some(Action::GiveUp(setup.id));
                    }
                    if quiet_button(ui, &locale.text("home-give-up-no")).clicked() {
                        action = Some(Action::AskGiveUp(None));
                    }
                    return;
                }
                if accent_button(ui, &locale.text("home-resume")).clicked() {
                    action = Some(Action::Resume(setup.id));
                }
                if quiet_button(ui, &locale.text("home-give-up")).clicked() {
                    action = Some(Action::AskGiveUp(Some(setup.id)));
                }
            });
        });
    }
    action
}

fn row(ui: &mut Ui, script: &Script, is_selected: bool, locale: &Locale) -> bool {
    let contents = |ui: &mut Ui| {
        ui.horizontal_wrapped(|ui| {
            difficulty(ui, script.difficulty, locale);
            chip(ui, &script.persona.temperament.name.value, Tone::Plain);
        });
        prose(&script.title).bold().size(size::SUBHEADING).show(ui);
        prose(&script.summary).color(Palette::within(ui).muted).show(ui);
    };
    choosable(ui, &script.title, is_selected, contents)
}

/// A card that can be chosen among others; whether it was.
pub fn choosable(ui: &mut Ui, title: &str, is_selected: bool, contents: impl FnOnce(&mut Ui)) -> bool {
    let drawn = if is_selected { tinted(ui, Tone::Accent, contents) } else { card(ui, contents) };
    let response = drawn.response.interact(Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::RadioButton, true, is_selected, title));
    ui.add_space(GRID);
    response.clicked()
}

/// The seed of what comes next.
pub fn seed(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let mut seed = desk.seed;
    ui.horizontal(|ui| {
        section(ui, &desk.locale.text("seed-label"));
        ui.add(egui::DragValue::new(&mut seed)).changed().then_some(Action::Reseed(seed))
    })
    .inner
}

fn difficulty(ui: &mut Ui, difficulty: Difficulty, locale: &Locale) {
    let tone = match difficulty {
        Difficulty::Easy => Tone::Good,
        Difficulty::Normal => Tone::Accent,
        Difficulty::Hard => Tone::Warn,
    };
    chip(ui, &locale.text(&format!("difficulty-{}", difficulty.word())), tone);
}

/// Whom one calls: their picture, with who they are beside it or below.
fn who(ui: &mut Ui, script: &Script, locale: &Locale) {
    let muted = Palette::within(ui).muted;
    let look = look_of(&script.id, script.persona.look);
    let picture = |ui: &mut Ui| portrait::at_first(ui, &look, &Surroundings::of_script(script), PICTURE, locale);
    let words = |ui: &mut Ui| {
        prose(&script.persona.name).bold().size(size::HEADING).show(ui);
        prose(&script.persona.about).color(muted).show(ui);
    };
    if ui.available_width() < ROOM_BESIDE_PICTURE {
        picture(ui);
        words(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        picture(ui);
        ui.add_space(GRID);
        ui.vertical(words);
    });
}

fn detail(ui: &mut Ui, desk: &Desk, script: &Script) -> Option<Action> {
    let locale = &desk.locale;
    let palette = Palette::within(ui);
    let mut action = None;
    card(ui, |ui| {
        who(ui, script, locale);
        ui.add_space(GRID);
        let owed = [
            ("amount", script.case.arrears.as_ref().into()),
            ("months", script.case.months.into()),
            ("period", script.case.period.as_ref().into()),
        ];
        prose(&script.case.room).show(ui);
        prose(&locale.with("case-arrears-value", &owed)).show(ui);
        prose(&locale.with("home-items", &[("count", script.items.len().into())]))
            .small()
            .color(palette.muted)
            .show(ui);
        ui.add_space(2.0 * GRID);
        ui.separator();
        for (is_exam, key) in [(false, "mode-practice"), (true, "mode-exam")] {
            if ui.radio(desk.is_exam == is_exam, locale.text(key)).clicked() {
                action = Some(Action::Examine(is_exam));
            }
        }
        action = action.take().or(seed(ui, desk));
        ui.add_space(2.0 * GRID);
        if accent_button(ui, &locale.text("home-start")).clicked() {
            action = Some(Action::Start);
        }
    });
    action
}
