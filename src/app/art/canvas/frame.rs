//! A frame that fills do not leave: what moves behind a window pane stays behind it.

use bevy_egui::egui::{Pos2, Rect, lerp};

use super::Canvas;

/// The four sides of a frame.
const SIDES: [Side; 4] = [Side::Left, Side::Right, Side::Top, Side::Bottom];

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Canvas {
    /// Draws with every fill cut off at an upright rectangle of the sheet. Lines are not cut, nor glows.
    pub fn in_frame<R>(&mut self, frame: kurbo::Rect, draw: impl FnOnce(&mut Self) -> R) -> R {
        let (from, to) = (self.on_screen((frame.x0, frame.y0)), self.on_screen((frame.x1, frame.y1)));
        let before = self.frame.replace(Rect::from_two_pos(from, to));
        let drawn = draw(self);
        self.frame = before;
        drawn
    }

    /// The part of an outline within the frame.
    pub(super) fn framed(&self, outline: Vec<Pos2>) -> Vec<Pos2> {
        let Some(frame) = self.frame else { return outline };
        SIDES.into_iter().fold(outline, |outline, side| cut(&outline, side, frame))
    }
}

/// Sutherland and Hodgman: one side at a time; where the outline leaves and returns it follows the side.
fn cut(outline: &[Pos2], side: Side, frame: Rect) -> Vec<Pos2> {
    let mut kept = Vec::with_capacity(outline.len() + 4);
    let Some(&last) = outline.last() else { return kept };
    let mut before = last;
    for &at in outline {
        let (depth_before, depth) = (depth(before, side, frame), depth(at, side, frame));
        if (depth_before < 0.0) != (depth < 0.0) {
            let share = depth_before / (depth_before - depth);
            kept.push(Pos2::new(lerp(before.x..=at.x, share), lerp(before.y..=at.y, share)));
        }
        if depth >= 0.0 {
            kept.push(at);
        }
        before = at;
    }
    kept.dedup_by(|a, b| a.distance_sq(*b) < 1e-4);
    kept
}

/// How far within a side a point is; less than nothing outside.
fn depth(at: Pos2, side: Side, frame: Rect) -> f32 {
    match side {
        Side::Left => at.x - frame.left(),
        Side::Right => frame.right() - at.x,
        Side::Top => at.y - frame.top(),
        Side::Bottom => frame.bottom() - at.y,
    }
}
