//! What lets through what is below: the smooth edge of films, and glows that fade to nothing.

use std::f32::consts::TAU;

use bevy_egui::egui::epaint::{Vertex, WHITE_UV};
use bevy_egui::egui::{Color32, Pos2, Rect, Vec2, vec2};
use kurbo::Point;

use super::{Canvas, EDGE};

/// The corners of a glow's rings.
const CORNERS: u32 = 40;
/// The rings of a glow: how far out, and how much of the colour is left there.
const RINGS: [(f32, f32); 4] = [(0.3, 0.74), (0.55, 0.36), (0.8, 0.09), (1.0, 0.0)];
/// No corner is drawn out farther than this many edges.
const LONGEST_CORNER: f32 = 2.0;

impl Canvas {
    /// A spot of colour around a point that fades to nothing at its radii: light, or the shadow under a thing.
    pub fn glow(&mut self, at: impl Into<Point>, (rx, ry): (f64, f64), color: Color32) {
        let center = at.into();
        let middle = self.mesh.vertices.len() as u32;
        let pos = self.on_screen(center);
        self.mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
        for (out, left) in RINGS {
            let color = color.gamma_multiply(left);
            for corner in 0..CORNERS {
                let (sin, cos) = (TAU * corner as f32 / CORNERS as f32).sin_cos();
                let off = (f64::from(cos * out) * rx, f64::from(sin * out) * ry);
                let pos = self.on_screen((center.x + off.0, center.y + off.1));
                self.mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
            }
        }
        for corner in 0..CORNERS {
            let next = (corner + 1) % CORNERS;
            self.mesh.add_triangle(middle, middle + 1 + corner, middle + 1 + next);
            for ring in 1..RINGS.len() as u32 {
                let (inner, outer) = (middle + 1 + (ring - 1) * CORNERS, middle + 1 + ring * CORNERS);
                self.mesh.add_triangle(inner + corner, outer + corner, outer + next);
                self.mesh.add_triangle(inner + corner, outer + next, inner + next);
            }
        }
    }

    /// The smooth edge lies outside what is filled: laid over it, it would show as a rim around films. Sharp corners
    /// have no spikes.
    pub(super) fn soften(&mut self, outlines: &[Vec<Pos2>], color: &dyn Fn(Pos2) -> Color32) {
        let outlines = || outlines.iter().filter(|outline| outline.len() > 2);
        let Some(largest) = outlines().max_by(|a, b| turn(a).abs().total_cmp(&turn(b).abs())) else { return };
        let extent = Rect::from_points(largest);
        for outline in outlines() {
            // What turns the other way within the largest outline is a hole: its outside is within.
            let is_hole = turn(outline) * turn(largest) < 0.0 && extent.contains_rect(Rect::from_points(outline));
            self.soften_one(outline, if is_hole { -turn(outline) } else { turn(outline) }, color);
        }
    }

    fn soften_one(&mut self, outline: &[Pos2], turn: f32, color: &dyn Fn(Pos2) -> Color32) {
        let count = outline.len();
        let first = self.mesh.vertices.len() as u32;
        for (index, &at) in outline.iter().enumerate() {
            let before = normal(outline[(index + count - 1) % count], at);
            let after = normal(at, outline[(index + 1) % count]);
            let middle = (before + after) * 0.5;
            let reach = (1.0 / middle.length_sq().max(f32::EPSILON)).min(LONGEST_CORNER * LONGEST_CORNER);
            let out = middle * reach * EDGE * turn.signum();
            self.mesh.vertices.push(Vertex { pos: at, uv: WHITE_UV, color: color(at) });
            self.mesh.vertices.push(Vertex { pos: at + out, uv: WHITE_UV, color: Color32::TRANSPARENT });
        }
        for index in 0..count as u32 {
            let (here, next) = (first + 2 * index, first + 2 * ((index + 1) % count as u32));
            self.mesh.add_triangle(here, here + 1, next + 1);
            self.mesh.add_triangle(here, next + 1, next);
        }
    }
}

/// Twice the area within an outline; less than nothing when it turns to the left.
fn turn(outline: &[Pos2]) -> f32 {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).map(|(a, b)| cross(*a, *b)).sum()
}

fn cross(a: Pos2, b: Pos2) -> f32 {
    a.x * b.y - a.y * b.x
}

/// The direction out of an edge, when the outline turns to the right.
fn normal(from: Pos2, to: Pos2) -> Vec2 {
    let along = (to - from).normalized();
    vec2(along.y, -along.x)
}
