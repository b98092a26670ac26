//! How long a frame of every screen takes to draw: layout, shapes and triangles, as the window does it, without the graphics
//! card's part.

use std::time::{Duration, Instant};

use bevy_egui::egui::{self, Event, Pos2, RawInput, Rect, pos2, vec2};

use super::Shot;
use crate::app::desk::Desk;
use crate::app::{screens, theme};

/// Frames that are drawn before any is counted: letters are set and pictures drawn for the first time.
const WARM_UP: u32 = 8;
/// Frames that are counted.
const FRAMES: u32 = 200;
/// Between two of them, in seconds.
const FRAME_SECS: f64 = 1.0 / 60.0;

/// What was measured of one screen.
pub struct Measured {
    /// Its name.
    pub name: String,
    /// Half of the frames took less.
    pub median: Duration,
    /// Of a hundred frames, one took longer.
    pub p99: Duration,
}

/// Draws every screen in motion, with a pointer that never rests.
pub fn measure(desk: &mut Desk, shots: &[Shot], (width, height): (u32, u32)) -> Vec<Measured> {
    let size = vec2(width as f32, height as f32);
    shots.iter().map(|shot| one(desk, shot, Rect::from_min_size(Pos2::ZERO, size))).collect()
}

fn one(desk: &mut Desk, shot: &Shot, rect: Rect) -> Measured {
    shot.arrange_on(desk);
    let ctx = egui::Context::default();
    ctx.enable_accesskit();
    ctx.set_fonts(theme::fonts(desk.locale.language));
    theme::apply(&ctx, desk.preferences.is_dark);
    let begin_secs = desk.now_secs;
    let mut taken: Vec<Duration> = (0..WARM_UP + FRAMES)
        .map(|frame| {
            let now_secs = begin_secs + f64::from(frame) * FRAME_SECS;
            desk.tick(now_secs);
            desk.stir();
            desk.face_the_moment();
            let pointer = Event::PointerMoved(pos2(200.0 + (frame % 97) as f32, 300.0 + (frame % 61) as f32));
            let input = RawInput {
                screen_rect: Some(rect),
                time: Some(now_secs),
                events: vec![pointer],
                ..RawInput::default()
            };
            let start = Instant::now();
            let output = ctx.run_ui(input, |ui| drop(screens::draw(ui, desk)));
            let _triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
            start.elapsed()
        })
        .skip(WARM_UP as usize)
        .collect();
    taken.sort_unstable();
    let at = |percent: usize| taken[(taken.len() - 1) * percent / 100];
    Measured { name: shot.name.clone(), median: at(50), p99: at(99) }
}
