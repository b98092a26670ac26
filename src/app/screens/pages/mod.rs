//! The pages that lie over everything else: settings, help, what this program is, the first visit.

mod about;
mod help;
mod settings;
mod welcome;

use bevy_egui::egui::{self, Align, Frame, Layout, Margin, RichText, ScrollArea, Ui, vec2};

use crate::app::desk::{Action, Desk, Page};
use crate::app::theme::{GRID, Palette, bold_family, card, prose, quiet_button, section, size};

/// How wide a page is at most, in points: a line of it stays readable.
const WIDTH: f32 = 760.0;

/// The page that lies there.
pub fn view(ui: &mut Ui, desk: &Desk, page: Page) -> Option<Action> {
    let mut action = None;
    if let Page::Welcome(step) = page {
        // However long a step is, the way on stays in sight.
        let frame = Frame::new().inner_margin(Margin { top: (2.0 * GRID) as i8, ..Margin::ZERO });
        egui::Panel::bottom("way-on").frame(frame).show(ui, |ui| {
            let width = ui.available_width().min(WIDTH);
            ui.vertical_centered(|ui| {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    action = welcome::way_on(ui, desk, step);
                });
            });
        });
    }
    ScrollArea::vertical().id_salt(("page", page_name(page))).auto_shrink([false, false]).show(ui, |ui| {
        let width = ui.available_width().min(WIDTH);
        ui.vertical_centered(|ui| {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                let done = match page {
                    Page::Welcome(step) => welcome::view(ui, desk, step),
                    Page::Settings => settings::view(ui, desk),
                    Page::Help => help::view(ui, desk),
                    Page::About => about::view(ui, desk),
                };
                action = action.take().or(done);
                ui.add_space(4.0 * GRID);
            });
        });
    });
    action
}

/// What a page is called among others, so that each remembers how far it was scrolled.
fn page_name(page: Page) -> &'static str {
    match page {
        Page::Welcome(_) => "welcome",
        Page::Settings => "settings",
        Page::Help => "help",
        Page::About => "about",
    }
}

/// The title of a page, and the way back to what lies under it.
fn title(ui: &mut Ui, desk: &Desk, key: &str) -> Option<Action> {
    let mut action = None;
    ui.horizontal(|ui| {
        ui.label(RichText::new(desk.locale.text(key)).family(bold_family()).size(size::TITLE));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if quiet_button(ui, &format!("× {}", desk.locale.text("page-close"))).clicked() {
                action = Some(Action::Turned(None));
            }
        });
    });
    ui.add_space(GRID);
    action
}

/// A group of a page under its heading.
fn group(ui: &mut Ui, heading: &str, contents: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        section(ui, heading);
        ui.add_space(GRID);
        contents(ui);
    });
    ui.add_space(2.0 * GRID);
}

/// A line of a group: what it is at the left, what can be done at the right; one below the other where there is no room.
fn line(ui: &mut Ui, name: &str, remark: &str, control: impl FnOnce(&mut Ui)) {
    /// The width of the left column, in points.
    const NAME_WIDTH: f32 = 220.0;
    /// Below this width, in points, the two stand one below the other.
    const ROOM_FOR_BOTH: f32 = 640.0;
    let muted = Palette::within(ui).muted;
    let words = |ui: &mut Ui| {
        prose(name).show(ui);
        if !remark.is_empty() {
            ui.add_space(-1.5 * GRID);
            prose(remark).small().color(muted).show(ui);
        }
    };
    if ui.available_width() < ROOM_FOR_BOTH {
        words(ui);
        ui.horizontal_wrapped(control);
    } else {
        ui.horizontal(|ui| {
            ui.allocate_ui_with_layout(vec2(NAME_WIDTH, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(NAME_WIDTH);
                // The first line of words stands beside the first line of controls.
                ui.add_space(1.5 * GRID);
                words(ui);
            });
            let room = vec2(ui.available_width(), 0.0);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
                ui.set_max_width(room.x);
                control(ui);
            });
        });
    }
    ui.add_space(1.5 * GRID);
}
