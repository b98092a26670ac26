//! When the window is drawn again: at once for input, steadily while somebody speaks, never when nothing moves.
//!
//! bevy_egui wakes the loop only for repaints wanted at once, so the pace of everything else is set here.

use std::time::Duration;

use bevy::app::{App, Last};
use bevy::ecs::system::{Res, ResMut};
use bevy::winit::{UpdateMode, WinitSettings};

use crate::app::desk::{Desk, Pace};

/// Between two frames while words appear.
const SPEAKING: Duration = Duration::from_millis(33);
/// Between two frames while the think-timer runs.
const WAITING: Duration = Duration::from_millis(200);
/// Between two frames while nothing moves; input wakes the window long before.
const RESTING: Duration = Duration::from_secs(3600);

/// Sets the pace of drawing.
pub fn plugin(app: &mut App) {
    app.insert_resource(WinitSettings { focused_mode: mode(RESTING), unfocused_mode: mode(RESTING) });
    app.add_systems(Last, set_pace);
}

fn set_pace(desk: Res<Desk>, mut settings: ResMut<WinitSettings>) {
    let wanted = mode(match desk.pace() {
        Pace::Speaking => SPEAKING,
        Pace::Waiting => WAITING,
        Pace::Resting => RESTING,
    });
    if settings.focused_mode != wanted {
        settings.focused_mode = wanted;
        settings.unfocused_mode = wanted;
    }
}

fn mode(wait: Duration) -> UpdateMode {
    UpdateMode::Reactive { wait, react_to_device_events: false, react_to_user_events: true, react_to_window_events: true }
}
