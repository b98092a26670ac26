//! The screens. Each is a function from the desk to pixels that returns what the trainee did.

mod bubble;
mod comment;
mod debrief;
mod door;
mod drill;
mod focus;
mod home;
mod log;
mod manage;
mod pages;
mod paper;
pub mod portrait;
mod prepare;
mod progress;
mod quiz;
mod scene;
mod talk;
mod toasts;

use std::time::Instant;

use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::system::{Local, Res, ResMut};
use bevy_egui::{EguiContexts, egui};

use crate::app::chrome;
use crate::app::desk::{Action, Desk, Moment, Page, View, Who};
use crate::app::theme::{GRID, Palette, let_keys_need_ctrl};
use crate::app::wake::Hurry;
use crate::play::state::Stage;

/// When the window opened.
pub struct Started(Instant);

impl Default for Started {
    fn default() -> Self {
        Self(Instant::now())
    }
}

/// Draws the screen of the moment and carries out what was done in it.
///
/// The clock is read here, at the beginning of the frame that an input wakes: bevy's own is that of the frame before.
pub fn show(
    mut contexts: EguiContexts,
    mut desk: ResMut<Desk>,
    started: Local<Started>,
    hurry: Option<Res<Hurry>>,
) -> bevy::ecs::error::Result {
    let ctx = contexts.ctx_mut()?;
    if desk.bypass_change_detection().hear() {
        desk.set_changed();
        ctx.request_repaint();
    }
    // The clock moving is no change worth dressing the window anew.
    if hurry.is_none() {
        desk.bypass_change_detection().tick(started.0.elapsed().as_secs_f64());
        if ctx.input(|input| !input.events.is_empty()) {
            desk.bypass_change_detection().stir();
        }
    }
    desk.bypass_change_detection().face_the_moment();
    let overdue = desk.overdue();
    let mut root = egui::Ui::new(
        ctx.clone(),
        "root".into(),
        egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.content_rect()),
    );
    let done = draw(&mut root, &desk).or(overdue);
    if let Some(action) = done {
        desk.carry_out(action);
        ctx.request_repaint();
    }
    Ok(())
}

/// Draws a whole window from plain data; what was done is returned, not carried out.
pub fn draw(ui: &mut egui::Ui, desk: &Desk) -> Option<Action> {
    let action = everything(ui, desk);
    focus::ring(ui.ctx());
    action
}

fn everything(ui: &mut egui::Ui, desk: &Desk) -> Option<Action> {
    let palette = Palette::within(ui);
    let_keys_need_ctrl(ui, desk.preferences.keys_need_ctrl);
    let mut action = chrome::top_bar(ui, desk);
    action = action.or(chrome::notices(ui, desk));
    action = action.or(toasts::view(ui, desk));
    if let Some(page) = desk.page() {
        let frame = egui::Frame::new().fill(palette.ground).inner_margin(egui::Margin::same((4.0 * GRID) as i8));
        let done = egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            appear(ui, desk, Shown::Page(std::mem::discriminant(&page)));
            pages::view(ui, desk, page)
        });
        return action.or(done.inner);
    }
    let screen = screen(desk);
    if matches!(screen, Screen::Prepare | Screen::Talk | Screen::Log) {
        action = action.or(chrome::sides(ui, desk));
    }
    let frame = egui::Frame::new().fill(palette.ground).inner_margin(egui::Margin::same((4.0 * GRID) as i8));
    let shown = |ui: &mut egui::Ui| match screen {
        Screen::Door => door::view(ui, desk),
        Screen::Manage => manage::view(ui, desk),
        Screen::Progress => progress::view(ui, desk),
        Screen::Home => home::view(ui, desk),
        Screen::Prepare => prepare::view(ui, desk),
        Screen::Talk => talk::view(ui, desk),
        Screen::Log => log::view(ui, desk),
        Screen::Debrief => debrief::view(ui, desk),
        Screen::FrontDesk => drill::view(ui, desk),
        Screen::Quiz => quiz::view(ui, desk),
    };
    let done = egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        appear(ui, desk, Shown::Screen(screen));
        shown(ui)
    });
    action.or(done.inner)
}

/// What is shown, to see when it becomes something else.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Screen(Screen),
    Page(std::mem::Discriminant<Page>),
}

/// A screen that has just come fades in, so that one sees that it is another; nothing waits for it.
fn appear(ui: &mut egui::Ui, desk: &Desk, shown: Shown) {
    /// How long it takes, in seconds.
    const APPEARS_SECS: f64 = 0.15;
    let id = egui::Id::new("shown");
    let before = ui.data(|data| data.get_temp::<(Shown, f64)>(id));
    let since_secs = match before {
        Some((known, since_secs)) if known == shown => since_secs,
        Some(_) => desk.now_secs,
        None => f64::NEG_INFINITY,
    };
    ui.data_mut(|data| data.insert_temp(id, (shown, since_secs)));
    let share = (desk.now_secs - since_secs) / APPEARS_SECS;
    if share < 1.0 && !desk.preferences.is_calm {
        ui.multiply_opacity(share.max(0.0) as f32);
        ui.ctx().request_repaint();
    }
}

/// A column at the left that scrolls by itself; what is drawn next goes to the right of it.
fn column(ui: &mut egui::Ui, name: &'static str, width: f32, contents: impl FnOnce(&mut egui::Ui)) {
    let margin = egui::Margin { right: (4.0 * GRID) as i8, ..egui::Margin::ZERO };
    let panel = egui::Panel::left(name).exact_size(width).resizable(false).show_separator_line(false);
    panel.frame(egui::Frame::new().inner_margin(margin)).show(ui, |ui| {
        egui::ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show(ui, contents);
    });
}

/// A panel at the bottom, as high as what is in it but at most a share of the height, to leave room for the talk; it
/// learns its height from the frame before.
fn panel_below<R>(ui: &mut egui::Ui, most_share: f32, contents: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let id = ui.id().with("replies-height");
    let needed = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let height = needed.min(ui.available_height() * most_share);
    let margin = 2.0 * GRID;
    let panel = egui::Panel::bottom("replies").exact_size(height + margin).resizable(false).show_separator_line(false);
    let frame = egui::Frame::new().inner_margin(egui::Margin { top: margin as i8, ..egui::Margin::ZERO });
    let scrolled = panel.frame(frame).show(ui, |ui| {
        egui::ScrollArea::vertical()
            .id_salt("replies")
            .min_scrolled_height(0.0)
            .auto_shrink([false, false])
            .show(ui, contents)
    });
    let measured = scrolled.inner.content_size.y;
    if (measured - needed).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, measured));
        ui.ctx().request_repaint();
    }
    scrolled.inner.inner
}

/// Which screen there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Door,
    Home,
    Manage,
    Progress,
    Prepare,
    Talk,
    Log,
    Debrief,
    FrontDesk,
    Quiz,
}

/// The screen follows from where the call stands; there is no second truth to keep in step.
fn screen(desk: &Desk) -> Screen {
    if let Who::AtTheDoor(_) = desk.who {
        return Screen::Door;
    }
    if desk.duty.is_some() {
        return Screen::FrontDesk;
    }
    if desk.quiz.is_some() {
        return Screen::Quiz;
    }
    let Some(sitting) = &desk.sitting else {
        return match desk.view {
            _ if desk.manage.is_some() => Screen::Manage,
            View::Progress if desk.trainee().is_some() => Screen::Progress,
            View::Progress | View::Home => Screen::Home,
        };
    };
    match (sitting.moment, sitting.stage()) {
        (Moment::HungUp, _) => Screen::Talk,
        (Moment::ReadyToDial, _) | (_, Stage::Prepare) => Screen::Prepare,
        (_, Stage::Talk) => Screen::Talk,
        (_, Stage::Log) => Screen::Log,
        (_, Stage::Over) => Screen::Debrief,
    }
}
