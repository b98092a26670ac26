//! When the window is drawn again: at once for input, steadily while somebody speaks, never when nothing moves.
//!
//! bevy_egui 0.42 wakes the loop only for repaints wanted at once, and makes egui want one in every frame: it reports
//! the modifier keys each time, changed or not, and egui repaints for any event. Both are mended here.

use std::time::Duration;

use bevy::app::{App, Last, PreUpdate};
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Local, Query, Res, ResMut};
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};

use crate::app::desk::{Desk, Pace};

/// Between two frames while words appear.
const SPEAKING: Duration = Duration::from_millis(33);
/// Between two frames while the think-timer runs.
const WAITING: Duration = Duration::from_millis(200);
/// The shortest wait for something that is about to happen.
const LEAST: Duration = Duration::from_millis(1);
/// Between two frames while nothing moves; input wakes the window long before.
const RESTING: Duration = Duration::from_secs(3600);

/// Sets the pace of drawing.
pub fn plugin(app: &mut App) {
    app.insert_resource(WinitSettings { focused_mode: mode(RESTING), unfocused_mode: mode(RESTING) });
    app.add_systems(
        PreUpdate,
        drop_repeated_modifiers.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
    );
    app.add_systems(Last, set_pace);
}

/// Modifier keys that are as they were are no news.
fn drop_repeated_modifiers(mut inputs: Query<&mut EguiInput>, mut known: Local<egui::Modifiers>) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => std::mem::replace(&mut *known, *modifiers) != *modifiers,
            _ => true,
        });
    }
}

/// While this is there, the window is drawn as fast as it can be, and its clock stands still: it has its picture taken.
#[derive(Resource)]
pub struct Hurry;

fn set_pace(desk: Res<Desk>, hurry: Option<Res<Hurry>>, mut settings: ResMut<WinitSettings>) {
    let wanted = match desk.pace() {
        _ if hurry.is_some() => UpdateMode::Continuous,
        Pace::Speaking => mode(SPEAKING),
        Pace::Waiting => mode(WAITING),
        Pace::Until(secs) => mode(Duration::from_secs_f64(secs.max(0.0)).max(LEAST)),
        Pace::Resting => mode(RESTING),
    };
    if settings.focused_mode != wanted {
        settings.focused_mode = wanted;
        settings.unfocused_mode = wanted;
    }
}

fn mode(wait: Duration) -> UpdateMode {
    UpdateMode::Reactive {
        wait,
        react_to_device_events: false,
        react_to_user_events: true,
        react_to_window_events: true,
    }
}
