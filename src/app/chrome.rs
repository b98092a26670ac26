//! What frames every screen: the bar on top, the panels beside a call.

use bevy_egui::egui::{
    self, Align, Frame, Key, KeyboardShortcut, Layout, Margin, Modifiers, RichText, ScrollArea, Stroke, TextEdit, Ui,
    vec2,
};

use crate::app::desk::{Action, Desk, ManageAction, Moment, Page, Quizzing, Side, Sitting, Surroundings, View, Who};
use crate::app::screens::portrait;
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bold_family, card, chip, prose, quiet_button, section, size, tinted,
};
use crate::cli::{loss_in_words, trouble_in_words};
use crate::content::scenario::{OrderKind, OrderStatus};
use crate::content::script::{OrderCard, Script};
use crate::disk::records::{FILE_NAME, Remedy};
use crate::locale::Locale;
use crate::play::state::Stage;

/// The width below which the side panels are shown one at a time, in points.
const ROOM_FOR_SIDES: f32 = 1000.0;
/// The width beside the title below which only the ways out of here are shown, in points.
const ROOM_FOR_SUBTITLE: f32 = 240.0;
/// The way to the settings, as other programs have it.
pub const SETTINGS_KEY: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Comma);
/// The way to the help.
pub const HELP_KEY: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F1);
/// The width of the window, in points, from which there is a button for the help while a trainee's own are there.
const ROOM_FOR_HELP: f32 = 600.0;
/// The width of a side panel, in points.
const SIDE_WIDTH: f32 = 272.0;

/// The bar on top: where one is, and the way to the settings.
pub fn top_bar(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let palette = Palette::within(ui);
    let locale = &desk.locale;
    let mut action = None;
    let frame =
        Frame::new().fill(palette.panel).inner_margin(Margin::symmetric((4.0 * GRID) as i8, (2.0 * GRID) as i8));
    egui::Panel::top("top").frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            action = pages_switch(ui, desk);
            if !desk.is_practising() {
                action = action.take().or(whose(ui, desk));
            } else if quiet_button(ui, &locale.text("button-home")).clicked() {
                action = Some(Action::Home);
            }
            // The ways out of here come first; the title has what room is left.
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| where_one_is(ui, desk));
        });
    });
    action
}

/// The name of the program, and what is being practised, as far as there is room.
fn where_one_is(ui: &mut Ui, desk: &Desk) {
    /// With less room than this, in points, a title would be a few letters and dots.
    const LEAST: f32 = 90.0;
    let palette = Palette::within(ui);
    let name = RichText::new(desk.locale.text("app-title")).family(bold_family()).size(size::HEADING);
    if ui.available_width() < LEAST {
        return;
    }
    ui.add(egui::Label::new(name.color(palette.accent)).truncate());
    let room = ui.available_width();
    let title = match (&desk.sitting, &desk.duty, &desk.quiz) {
        (Some(sitting), ..) => sitting.call.script().title.to_string(),
        (_, Some(duty), _) => duty.shift.card().title.to_string(),
        (.., Some(Quizzing::Exam(exam))) => exam.sitting.card().title.to_string(),
        _ if room >= ROOM_FOR_SUBTITLE => desk.locale.text("app-subtitle"),
        _ => return,
    };
    if room >= LEAST {
        ui.add(egui::Label::new(RichText::new(title).color(palette.muted)).truncate());
    }
}

/// The ways to the pages that lie over everything: the button of the one that lies there closes it.
fn pages_switch(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let mut action = None;
    for (page, key, shortcut) in
        [(Page::Settings, "button-settings", SETTINGS_KEY), (Page::Help, "button-help", HELP_KEY)]
    {
        let is_open = desk.page() == Some(page);
        // In a shift, F1 lifts a receiver.
        let is_free = desk.duty.is_none() || shortcut != HELP_KEY;
        let mut is_wanted = is_free && ui.input_mut(|input| input.consume_shortcut(&shortcut));
        // Where there is little room, the help is reached by its key and from the settings.
        let is_narrow = !desk.is_practising() && ui.ctx().content_rect().width() < ROOM_FOR_HELP;
        if page != Page::Help || is_open || !is_narrow {
            let text = RichText::new(desk.locale.text(key)).size(size::SMALL);
            let button = egui::Button::selectable(is_open, text).frame_when_inactive(true);
            let button = ui.add(button.min_size(vec2(0.0, 7.0 * GRID)));
            is_wanted |= button.on_hover_text(ui.ctx().format_shortcut(&shortcut)).clicked();
        }
        if is_wanted {
            action = Some(Action::Turned((!is_open).then_some(page)));
        }
    }
    let closes = desk.page().is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    action.or(closes.then_some(Action::Turned(None)))
}

/// Whose practice it is, and the ways to what is kept of it.
fn whose(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let locale = &desk.locale;
    let mut action = None;
    match &desk.who {
        Who::AtTheDoor(_) => {}
        Who::Guest if desk.records.is_some() => {
            if quiet_button(ui, &locale.text("button-come-in")).clicked() {
                action = Some(Action::ChangePlaces);
            }
            ui.label(RichText::new(locale.text("whose-guest")).size(size::SMALL).color(Palette::within(ui).muted));
        }
        Who::Guest => {}
        Who::Trainee(trainee) => {
            if quiet_button(ui, &locale.text("button-change-places")).clicked() {
                action = Some(Action::ChangePlaces);
            }
            let is_managing = desk.manage.is_some();
            if ui.selectable_label(is_managing, &trainee.profile.name).clicked() {
                action = Some(Action::Manage(ManageAction::Open(!is_managing)));
            }
            for (view, key) in [(View::Progress, "button-progress"), (View::Home, "button-practise")] {
                if ui.selectable_label(!is_managing && desk.view == view, locale.text(key)).clicked() {
                    action = Some(Action::Visit(view));
                }
            }
        }
    }
    action
}

/// What is wrong with the records.
pub fn notices(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let keeping = &desk.keeping;
    let mut action = None;
    let margin = Margin::symmetric((4.0 * GRID) as i8, GRID as i8);
    let frame = Frame::new().fill(Palette::within(ui).ground).inner_margin(margin);
    if desk.is_leaving {
        egui::Panel::top("leaving").frame(frame).show_separator_line(false).show(ui, |ui| {
            tinted(ui, Tone::Warn, |ui| action = leaving(ui, &desk.locale));
        });
    }
    if keeping.loss.is_some() || keeping.trouble.is_some() || keeping.waiting > 0 {
        egui::Panel::top("keeping").frame(frame).show_separator_line(false).show(ui, |ui| {
            tinted(ui, Tone::Warn, |ui| action = keeping_notice(ui, desk));
        });
    }
    action
}

/// Whether to leave what nobody keeps.
fn leaving(ui: &mut Ui, locale: &Locale) -> Option<Action> {
    let mut action = None;
    prose(&format!("△ {}", locale.text("leave-sure"))).show(ui);
    ui.horizontal_wrapped(|ui| {
        if accent_button(ui, &locale.text("leave-no")).clicked() {
            action = Some(Action::Leave(false));
        }
        if quiet_button(ui, &locale.text("leave-yes")).clicked() {
            action = Some(Action::Leave(true));
        }
    });
    action
}

fn keeping_notice(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let (locale, keeping) = (&desk.locale, &desk.keeping);
    let file = desk.records.as_ref().map_or_else(String::new, |it| it.dir.join(FILE_NAME).display().to_string());
    let mut action = None;
    if let Some(loss) = &keeping.loss {
        let (said, backup) = loss_in_words(loss, locale);
        prose(&format!("△ {said}")).bold().show(ui);
        prose(&backup).show(ui);
        ui.horizontal_wrapped(|ui| {
            if let Some(backup) = &loss.backup
                && accent_button(ui, &locale.text("records-use-backup")).clicked()
            {
                action = Some(Action::Remedy(Remedy::Restore(backup.path.clone())));
            }
            if quiet_button(ui, &locale.text("records-start-anew")).clicked() {
                action = Some(Action::Remedy(Remedy::Anew));
            }
        });
        return action;
    }
    if let Some(trouble) = &keeping.trouble {
        prose(&format!("△ {}", trouble_in_words(trouble, &file, locale))).show(ui);
    }
    ui.horizontal_wrapped(|ui| {
        if keeping.waiting > 0 {
            let key = if keeping.is_rescued { "records-waiting-rescued" } else { "records-waiting" };
            prose(&locale.with(key, &[("count", keeping.waiting.into())])).small().show(ui);
        }
        if quiet_button(ui, &locale.text("records-retry")).clicked() {
            action = Some(Action::RetryRecords);
        }
    });
    action
}

/// The case file on the left and the note pad on the right; where there is no room, one of them, when asked for.
pub fn sides(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let sitting = desk.sitting.as_ref()?;
    let script = sitting.call.script();
    let locale = &desk.locale;
    let has_room = ui.available_width() >= ROOM_FOR_SIDES;
    let mut action = None;
    if !has_room {
        action = side_switch(ui, sitting.side, locale);
    }
    if has_room || sitting.side == Side::CaseFile {
        side_panel(ui, egui::Panel::left("case"), |ui| case_file(ui, script, locale));
    }
    if has_room || sitting.side == Side::Notepad {
        let scribbled = side_panel(ui, egui::Panel::right("pad"), |ui| {
            on_the_line(ui, sitting, locale);
            notepad(ui, &sitting.notepad, locale)
        });
        action = action.or(scribbled);
    }
    action
}

fn side_switch(ui: &mut Ui, side: Side, locale: &Locale) -> Option<Action> {
    let mut action = None;
    let palette = Palette::within(ui);
    let frame = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric((4.0 * GRID) as i8, GRID as i8));
    egui::Panel::top("sides").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            for (which, key) in [(Side::CaseFile, "case-file"), (Side::Notepad, "notepad")] {
                if ui.selectable_label(side == which, locale.text(key)).clicked() {
                    action = Some(Action::Show(which));
                }
            }
        });
    });
    action
}

fn side_panel<R>(ui: &mut Ui, panel: egui::Panel, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::within(ui);
    let frame = Frame::new().fill(palette.panel).inner_margin(Margin::same((3.0 * GRID) as i8));
    panel.exact_size(SIDE_WIDTH).resizable(false).frame(frame).show(ui, contents).inner
}

/// Whoever is on the line, where they are, over the note pad where there is height for both.
fn on_the_line(ui: &mut Ui, sitting: &Sitting, locale: &Locale) {
    /// Their picture is so high, in points.
    const HEIGHT: f32 = 248.0;
    /// The note pad needs so much more.
    const PAD: f32 = 200.0;
    let is_talking = sitting.stage() == Stage::Talk && sitting.moment != Moment::ReadyToDial;
    if let Some(on_line) = sitting.portrait.as_ref().filter(|_| is_talking && ui.available_height() > HEIGHT + PAD) {
        let size = vec2(ui.available_width(), HEIGHT);
        portrait::at_their_place(ui, on_line, &Surroundings::of_call(sitting), size, locale);
        ui.add_space(2.0 * GRID);
    }
}

/// The household's facts.
pub fn case_file(ui: &mut Ui, script: &Script, locale: &Locale) {
    let case = &script.case;
    ScrollArea::vertical().id_salt("case-file").auto_shrink([false, true]).show(ui, |ui| {
        section(ui, &locale.text("case-file"));
        prose(&script.persona.name).bold().size(size::SUBHEADING).show(ui);
        prose(&script.persona.about).small().color(Palette::within(ui).muted).show(ui);
        chip(ui, &script.persona.temperament.name.value, Tone::Accent);
        ui.add_space(GRID);
        let owed = [
            ("amount", case.arrears.as_ref().into()),
            ("months", case.months.into()),
            ("period", case.period.as_ref().into()),
        ];
        fact(ui, &locale.text("case-today"), &case.today);
        fact(ui, &locale.text("case-room"), &case.room);
        fact(ui, &locale.text("case-arrears"), &locale.with("case-arrears-value", &owed));
        fact(ui, &locale.text("case-pay-by"), &case.pay_by);
        for (key, value) in
            [("case-per-month", &case.per_month), ("case-area", &case.area), ("case-handed-over", &case.handed_over)]
        {
            if let Some(value) = value {
                fact(ui, &locale.text(key), value);
            }
        }
        ui.add_space(GRID);
        section(ui, &locale.text("case-orders"));
        if case.orders.is_empty() {
            ui.label(locale.text("case-none"));
        }
        case.orders.iter().for_each(|order| work_order(ui, order, locale));
        list(ui, &locale.text("case-promises"), &case.promises);
        list(ui, &locale.text("case-notes"), &case.notes);
    });
}

fn fact(ui: &mut Ui, name: &str, value: &str) {
    let palette = Palette::within(ui);
    prose(name).small().color(palette.muted).show(ui);
    ui.add_space(-1.5 * GRID);
    prose(value).show(ui);
}

fn work_order(ui: &mut Ui, order: &OrderCard, locale: &Locale) {
    card(ui, |ui| {
        prose(&order.about).size(size::SMALL + 1.0).show(ui);
        ui.horizontal_wrapped(|ui| {
            let tone = if order.is_open_defect() { Tone::Bad } else { Tone::Plain };
            let status = match order.status {
                OrderStatus::Open => "order-Open",
                OrderStatus::InProgress => "order-InProgress",
                OrderStatus::Done => "order-Done",
            };
            let kind = match order.kind {
                OrderKind::ServiceDefect => "kind-ServiceDefect",
                OrderKind::DeveloperDefect => "kind-DeveloperDefect",
                OrderKind::Private => "kind-Private",
                OrderKind::Request => "kind-Request",
            };
            chip(ui, &locale.text(kind), tone);
            chip(ui, &locale.text(status), tone);
        });
        let since = order.since.as_deref().unwrap_or_default();
        prose(&format!("{} {since}", order.id)).small().color(Palette::within(ui).muted).show(ui);
    });
}

fn list(ui: &mut Ui, title: &str, lines: &[Box<str>]) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(GRID);
    section(ui, title);
    for line in lines {
        prose(&format!("· {line}")).size(size::SMALL + 1.0).show(ui);
    }
}

fn notepad(ui: &mut Ui, written: &str, locale: &Locale) -> Option<Action> {
    section(ui, &locale.text("notepad"));
    let palette = Palette::within(ui);
    // egui frames the focused box in the colour of selected text.
    ui.visuals_mut().selection.stroke = Stroke::new(2.0, palette.accent);
    ui.visuals_mut().selection.bg_fill = palette.ground_of(Tone::Accent);
    let mut text = written.to_owned();
    let pad = TextEdit::multiline(&mut text).hint_text(locale.text("notepad-hint")).desired_width(f32::INFINITY);
    let response = ui.add_sized(ui.available_size(), pad.margin(Margin::same((2.0 * GRID) as i8)));
    response.changed().then_some(Action::Scribble(text))
}
