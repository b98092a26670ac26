//! When the window is drawn again: at once for input, steadily while somebody speaks, never when nothing moves.
//!
//! bevy_egui 0.42 wakes the loop only for repaints wanted at once, and makes egui want one in every frame: it reports
//! the modifier keys each time, changed or not, and egui repaints for any event. Both are mended here.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use bevy::app::{App, Last, PreUpdate, Startup};
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Commands, Local, Query, Res, ResMut};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};

use crate::app::desk::{Desk, Pace};

/// Between two frames while words appear.
const SPEAKING: Duration = Duration::from_millis(33);
/// Between two frames while clouds drift and leaves move: slow things need no more.
const LIVING: Duration = Duration::from_millis(100);
/// Between two frames while the think-timer runs.
const WAITING: Duration = Duration::from_millis(200);
/// So much later than asked for, lest the moment be looked at before it has come.
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
    app.add_systems(Startup, set_alarm);
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

/// Wakes the window at a moment. Every change of the loop's own waiting time would cost a frame at once, and with it the
/// next change: so the loop waits long, and a thread rings for it.
#[derive(Resource)]
struct Alarm(Sender<Option<Instant>>);

fn set_alarm(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (sender, wanted) = mpsc::channel();
    let proxy = (**proxy).clone();
    let ring = move || proxy.send_event(WinitUserEvent::WakeUp).is_ok();
    if thread::Builder::new().name("alarm".to_owned()).spawn(move || watch(&wanted, ring)).is_ok() {
        commands.insert_resource(Alarm(sender));
    }
}

/// Waits for the moment last asked for, rings once, and ends with the window.
fn watch(wanted: &Receiver<Option<Instant>>, ring: impl Fn() -> bool) {
    let mut moment = None;
    loop {
        let heard = match moment {
            Some(at) => wanted.recv_timeout(Instant::saturating_duration_since(&at, Instant::now())),
            None => wanted.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match heard {
            Ok(next) => moment = next,
            Err(RecvTimeoutError::Timeout) if ring() => moment = None,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn set_pace(
    desk: Res<Desk>,
    hurry: Option<Res<Hurry>>,
    alarm: Option<Res<Alarm>>,
    mut settings: ResMut<WinitSettings>,
) {
    let wanted = match desk.pace() {
        _ if hurry.is_some() => UpdateMode::Continuous,
        Pace::Speaking => mode(SPEAKING),
        Pace::Living => mode(LIVING),
        Pace::Waiting => mode(WAITING),
        Pace::Until(_) | Pace::Resting => mode(RESTING),
    };
    let until = match desk.pace() {
        Pace::Until(secs) => Some(Instant::now() + Duration::from_secs_f64(secs.max(0.0)) + LEAST),
        _ => None,
    };
    if let Some(alarm) = alarm {
        // Without its thread the window is as it was, only woken by input alone.
        let _ = alarm.0.send(until);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alarm_rings_once_for_the_latest_moment_and_ends_with_the_window() {
        let (ask, wanted) = mpsc::channel();
        let (rang, heard) = mpsc::channel();
        let watching = thread::spawn(move || watch(&wanted, move || rang.send(Instant::now()).is_ok()));
        let soon = Instant::now() + Duration::from_millis(40);
        ask.send(Some(Instant::now() + Duration::from_secs(3600))).expect("it listens");
        ask.send(Some(soon)).expect("it listens");
        assert!(heard.recv_timeout(Duration::from_secs(20)).expect("it rings") >= soon);
        drop(ask);
        watching.join().expect("it ends");
        assert!(heard.try_recv().is_err(), "it rang once");
    }
}
