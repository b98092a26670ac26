//! Marks, dashes and hatching: what tells series apart without colour.

use bevy_egui::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::app::theme::GRID;

/// How far the lines of hatching are apart, in points.
const HATCHING: f32 = 1.5 * GRID;
/// How wide an outline is, in points.
const OUTLINE: f32 = 1.5;

/// The shape of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// ●
    Circle,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ▼
    Down,
}

impl Mark {
    const ALL: [Self; 5] = [Self::Circle, Self::Square, Self::Triangle, Self::Diamond, Self::Down];

    /// The mark of a series.
    pub(super) fn of(series: usize) -> Self {
        Self::ALL[series % Self::ALL.len()]
    }

    /// Draws it; a hollow one is filled with the ground.
    pub(super) fn paint(self, painter: &Painter, at: Pos2, radius: f32, color: Color32, hollow: Option<Color32>) {
        let fill = hollow.unwrap_or(color);
        let stroke = Stroke::new(OUTLINE, color);
        let shape = match self {
            Self::Circle => Shape::Circle(bevy_egui::egui::epaint::CircleShape { center: at, radius, fill, stroke }),
            _ => Shape::convex_polygon(self.corners(at, radius), fill, stroke),
        };
        painter.add(shape);
    }

    /// The corners, all marks as heavy to the eye as a circle of that radius.
    fn corners(self, at: Pos2, radius: f32) -> Vec<Pos2> {
        let corners: &[(f32, f32)] = match self {
            Self::Circle => &[],
            Self::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Self::Triangle => &[(0.0, -1.25), (1.15, 0.85), (-1.15, 0.85)],
            Self::Diamond => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
            Self::Down => &[(0.0, 1.25), (-1.15, -0.85), (1.15, -0.85)],
        };
        corners.iter().map(|(x, y)| at + radius * vec2(*x, *y)).collect()
    }
}

/// How a line is broken: strokes and gaps, in points. Nothing: it is not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dash(&'static [f32], &'static [f32]);

impl Dash {
    /// Unbroken.
    pub(super) const SOLID: Self = Self(&[], &[]);
    /// A limit, or what once was.
    pub(super) const LIMIT: Self = Self(&[1.5 * GRID], &[GRID]);
    const ALL: [Self; 5] = [
        Self::SOLID,
        Self(&[2.5 * GRID], &[GRID]),
        Self(&[0.75 * GRID], &[0.75 * GRID]),
        Self(&[3.0 * GRID, 0.5 * GRID], &[GRID, GRID]),
        Self(&[1.5 * GRID], &[1.5 * GRID]),
    ];

    /// The dash of a series.
    pub(super) fn of(series: usize) -> Self {
        Self::ALL[series % Self::ALL.len()]
    }

    /// Draws a line through points; fewer than two draw nothing.
    pub(super) fn paint(self, painter: &Painter, mut path: Vec<Pos2>, stroke: Stroke) {
        path.retain(|at| !at.any_nan());
        path.dedup();
        if path.len() < 2 {
            return;
        }
        if self.0.is_empty() {
            painter.add(Shape::line(path, stroke));
        } else {
            painter.extend(Shape::dashed_line_with_offset(&path, stroke, self.0, self.1, 0.0));
        }
    }
}

/// Draws slanting lines over a rectangle.
pub(super) fn hatch(painter: &Painter, rect: Rect, color: Color32) {
    if !rect.is_positive() {
        return;
    }
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    // Counted from nought, so that neighbours are hatched as one.
    let first = ((rect.left() + rect.top()) / HATCHING).floor() as i32;
    let last = ((rect.right() + rect.bottom()) / HATCHING).ceil() as i32;
    for line in first..=last {
        let sum = line as f32 * HATCHING;
        let ends = [pos2(sum - rect.top(), rect.top()), pos2(sum - rect.bottom(), rect.bottom())];
        painter.line_segment(ends, Stroke::new(OUTLINE, color));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_of_the_first_five_series_share_a_mark_or_a_dash() {
        for a in 0..5 {
            for b in 0..a {
                assert_ne!(Mark::of(a), Mark::of(b));
                assert_ne!(Dash::of(a), Dash::of(b));
            }
        }
    }

    #[test]
    fn marks_are_in_the_middle_of_their_points() {
        for mark in Mark::ALL {
            let rect = Rect::from_points(&mark.corners(pos2(10.0, 10.0), 4.0));
            assert!(mark == Mark::Circle || (rect.center() - pos2(10.0, 10.0)).length() < 1.0, "{mark:?}: {rect:?}");
        }
    }
}
