//! The charts of what a trainee has done: drawn from plain borrowed data, in words the caller has already translated.
//!
//! Every chart is one stop of the Tab key; the arrow keys go from thing to thing in it, and a bubble says what the
//! pointer or the keyboard is on. Nothing here asks for a frame, but for the one after an arrow key; nothing reads a
//! clock, or remembers anything but where the keyboard was. A chart without data is a calm line of text as large as the
//! chart. Numbers that are none (NaN) are left out; numbers outside their range stand at its end.

mod axis;
mod bars;
mod canvas;
mod dates;
mod explore;
mod items;
mod key;
mod mark;
mod median;
mod radar;
mod radar_shape;
mod rings;
mod scores;
mod streak;
mod weeks;

#[cfg(test)]
mod stage;

use bevy_egui::egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui};

pub use canvas::Words;
pub use items::{Grasp, Group, Item, Items, items};
pub use radar::{Axis, Radar, radar};
pub use rings::{RingBar, Rings, Standing, rings};
pub use scores::{Form, Point, Scores, Series, scores};
pub use streak::{Streak, StreakDay, streak};
pub use weeks::{WeekBar, Weeks, weeks};

use crate::app::theme::{Palette, ROUNDING_OF_CONTROLS};

/// The outline of what the keyboard is on.
fn ring(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(2.0, Palette::within(ui).accent);
    ui.painter().rect_stroke(rect, CornerRadius::same(ROUNDING_OF_CONTROLS), stroke, StrokeKind::Inside);
}
