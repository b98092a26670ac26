//! The window: the only place that names bevy or egui.
//!
//! Bevy keeps the window, the clock and the event loop; egui draws. Screens are functions from data to pixels that
//! return what the trainee did as an [`Action`](desk::Action); [`desk`] is the one place that carries it out.

mod art;
mod charts;
mod chrome;
mod desk;
mod face;
mod hearing;
mod ime;
mod keeping;
mod screens;
mod shots;
pub mod sound;
mod speaking;
#[cfg(test)]
mod tests;
pub mod theme;
mod voice;
mod wake;

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use bevy::app::{App, AppExit, PluginGroup as _, Startup};
use bevy::camera::{Camera, Camera2d, ClearColor, ClearColorConfig};
use bevy::color::Color;
use bevy::ecs::system::Commands;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::{DefaultPlugins, default};
use bevy::window::{Window, WindowPlugin, WindowResolution};
use bevy_egui::{EguiPlugin, EguiPrimaryContextPass};

use crate::cli::{Args, CANNOT, DONE, EXAMPLE, ForDuty, data_folder};
use crate::disk::trainer_folder;
use crate::locale::Locale;

pub use shots::screens_to;

/// The window's size when it opens, in logical pixels.
const OPENING_SIZE: (u32, u32) = (1280, 800);
/// The smallest the window can be made, in logical pixels.
const SMALLEST_SIZE: (f32, f32) = (1024.0, 640.0);

/// Opens the window and stays until it is closed.
pub fn run(args: &Args) -> u8 {
    open(args, kept(desk::Desk::new(args), args), OPENING_SIZE, |_| {})
}

/// Opens the window on a shift; its inputs are kept in a file, if one is named, when it is over.
pub fn run_shift(args: &Args, duty: ForDuty) -> u8 {
    open(args, kept(desk::Desk::on_duty(args, duty), args), OPENING_SIZE, |_| {})
}

/// A desk with records, where the system has a place for them.
fn kept(mut desk: desk::Desk, args: &Args) -> desk::Desk {
    match data_folder(args, &desk.locale) {
        Ok(folder) => desk.keep(keeping::Records::open(&folder, &exports_folder(args, &folder))),
        Err(message) => eprintln!("{message}"),
    }
    desk
}

/// Where files to hand over are put: where a trainee finds them, or beside records that were put somewhere on purpose.
fn exports_folder(args: &Args, records: &Path) -> PathBuf {
    const NAME: &str = "exports";
    let found = trainer_folder().filter(|_| args.data.is_none());
    found.map_or_else(|| records.join(NAME), |folder| folder.join(NAME))
}

/// Opens a window of a size on a desk; `more` adds what only some runs need.
fn open(args: &Args, desk: desk::Desk, size: (u32, u32), more: impl FnOnce(&mut App)) -> u8 {
    let locale = Locale::new(args.lang());
    if has_no_screen() {
        return refuse(&locale, &locale.text("cli-reason-no-screen"));
    }
    // Bevy reports a missing driver by panicking; a trainee gets one line instead of a backtrace.
    panic::set_hook(Box::new(|_| {}));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        let mut app = app(&locale, size);
        app.insert_resource(desk);
        more(&mut app);
        app.run()
    }));
    match outcome {
        Ok(AppExit::Success) => DONE,
        Ok(AppExit::Error(_)) => CANNOT,
        Err(cause) => refuse(&locale, &reason(&*cause, &locale)),
    }
}

fn app(locale: &Locale, (width, height): (u32, u32)) -> App {
    let window = Window {
        title: format!("{} · {}", locale.text("app-title"), locale.text("app-subtitle")),
        name: Some("three-rings".to_owned()),
        resolution: WindowResolution::new(width, height),
        resize_constraints: bevy::window::WindowResizeConstraints {
            min_width: SMALLEST_SIZE.0,
            min_height: SMALLEST_SIZE.1,
            ..default()
        },
        ..default()
    };
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: Some(window), ..default() })
            .set(LogPlugin { level: Level::ERROR, ..default() }),
    );
    app.add_plugins(EguiPlugin::default());
    app.add_plugins((theme::plugin, wake::plugin, ime::plugin, hearing::plugin, speaking::plugin, keeping::plugin));
    app.insert_resource(ClearColor(Color::BLACK));
    app.add_systems(Startup, spawn_camera);
    app.add_systems(EguiPrimaryContextPass, screens::show);
    app
}

/// egui draws onto a camera; it covers everything, so there is nothing to clear.
fn spawn_camera(mut commands: Commands) {
    commands.spawn((Camera2d, Camera { clear_color: ClearColorConfig::Default, ..default() }));
}

/// Whether it shows before trying that there can be no window.
fn has_no_screen() -> bool {
    let is_unset = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
    cfg!(target_os = "linux") && is_unset("DISPLAY") && is_unset("WAYLAND_DISPLAY")
}

fn refuse(locale: &Locale, reason: &str) -> u8 {
    eprintln!("{}", locale.with("cli-no-screen", &[("reason", reason.into()), ("example", EXAMPLE.into())]));
    CANNOT
}

/// What a panic means, in words; the first line of what it said where that is not known.
fn reason(cause: &(dyn std::any::Any + Send), locale: &Locale) -> String {
    let said = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    let said = said.unwrap_or_default().lines().next().unwrap_or_default();
    match said {
        _ if said.contains("Unable to find a GPU") => locale.text("cli-reason-no-driver"),
        _ if said.contains("event loop") => locale.text("cli-reason-no-display"),
        _ => locale.with("cli-reason-internal", &[("said", said.into())]),
    }
}
