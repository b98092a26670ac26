//! The screens. Each is a function from the desk to pixels that returns what the trainee did.

mod comment;
mod debrief;
mod home;
mod log;
mod paper;
mod prepare;
mod talk;

use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::system::{Res, ResMut};
use bevy::time::{Real, Time};
use bevy_egui::{EguiContexts, egui};

use crate::app::chrome;
use crate::app::desk::{Action, Desk, Moment, Sitting};
use crate::app::theme::{GRID, Palette};
use crate::play::state::Stage;

/// Draws the screen of the moment and carries out what was done in it.
pub fn show(mut contexts: EguiContexts, mut desk: ResMut<Desk>, time: Res<Time<Real>>) -> bevy::ecs::error::Result {
    let ctx = contexts.ctx_mut()?;
    // The clock moving is no change worth dressing the window anew.
    desk.bypass_change_detection().now_secs = time.elapsed_secs_f64();
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
    let palette = Palette::within(ui);
    let mut action = chrome::top_bar(ui, desk);
    let screen = screen(desk.sitting.as_ref());
    if matches!(screen, Screen::Prepare | Screen::Talk | Screen::Log) {
        action = action.or(chrome::sides(ui, desk));
    }
    let frame = egui::Frame::new().fill(palette.ground).inner_margin(egui::Margin::same((4.0 * GRID) as i8));
    let done = egui::CentralPanel::default().frame(frame).show(ui, |ui| match screen {
        Screen::Home => home::view(ui, desk),
        Screen::Prepare => prepare::view(ui, desk),
        Screen::Talk => talk::view(ui, desk),
        Screen::Log => log::view(ui, desk),
        Screen::Debrief => debrief::view(ui, desk),
    });
    action.or(done.inner)
}

/// A column at the left that scrolls by itself; what is drawn next goes to the right of it.
fn column(ui: &mut egui::Ui, name: &'static str, width: f32, contents: impl FnOnce(&mut egui::Ui)) {
    let margin = egui::Margin { right: (4.0 * GRID) as i8, ..egui::Margin::ZERO };
    let panel = egui::Panel::left(name).exact_size(width).resizable(false).show_separator_line(false);
    panel.frame(egui::Frame::new().inner_margin(margin)).show(ui, |ui| {
        egui::ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show(ui, contents);
    });
}

/// Which screen there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Home,
    Prepare,
    Talk,
    Log,
    Debrief,
}

/// The screen follows from where the call stands; there is no second truth to keep in step.
fn screen(sitting: Option<&Sitting>) -> Screen {
    let Some(sitting) = sitting else { return Screen::Home };
    match (sitting.moment, sitting.stage()) {
        (Moment::HungUp, _) => Screen::Talk,
        (Moment::ReadyToDial, _) | (_, Stage::Prepare) => Screen::Prepare,
        (_, Stage::Talk) => Screen::Talk,
        (_, Stage::Log) => Screen::Log,
        (_, Stage::Over) => Screen::Debrief,
    }
}
