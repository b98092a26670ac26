//! A sheet to draw on in units of its own: filled and stroked paths become one smooth-edged mesh.
//!
//! egui fills convex paths only; a picture is made of everything else. Paths are filled by lyon and edged with egui's own
//! feathering, so that they are as smooth as its circles. A sheet that does not change is drawn once and kept.

mod frame;
mod soft;

use std::sync::Arc;

use bevy_egui::egui::epaint::tessellator::Tessellator;
use bevy_egui::egui::epaint::{Mesh, TessellationOptions, Vertex, WHITE_UV};
use bevy_egui::egui::{Color32, Pos2, Rect, Shape, Stroke, pos2};
use kurbo::{Affine, BezPath, PathEl, Point};
use lyon_tessellation::geometry_builder::simple_builder;
use lyon_tessellation::path::Path as LyonPath;
use lyon_tessellation::path::math::point;
use lyon_tessellation::{FillOptions, FillRule, FillTessellator, VertexBuffers};

/// How far a flattened curve may be from the true one, in points of the screen.
const TOLERANCE: f64 = 0.1;
/// The width of the smooth edge around a filled path, in points of the screen.
const EDGE: f32 = 0.8;

/// A sheet being drawn on, in units of its own.
pub struct Canvas {
    to_screen: Affine,
    scale: f64,
    tessellator: Tessellator,
    mesh: Mesh,
    frame: Option<Rect>,
}

impl Canvas {
    /// A sheet of `size` units that covers a rectangle of the screen whole, cut evenly at the sides that are too long.
    /// `pixels_per_point` is the screen's.
    pub fn covering(rect: Rect, size: (f64, f64), pixels_per_point: f32) -> Self {
        let scale = (f64::from(rect.width()) / size.0).max(f64::from(rect.height()) / size.1);
        Self::placed(rect, size, scale, pixels_per_point)
    }

    /// A sheet of `size` units that stands whole in a rectangle of the screen, in its middle.
    pub fn within(rect: Rect, size: (f64, f64), pixels_per_point: f32) -> Self {
        let scale = (f64::from(rect.width()) / size.0).min(f64::from(rect.height()) / size.1);
        Self::placed(rect, size, scale, pixels_per_point)
    }

    fn placed(rect: Rect, size: (f64, f64), scale: f64, pixels_per_point: f32) -> Self {
        let center = (f64::from(rect.center().x), f64::from(rect.center().y));
        let to_screen =
            Affine::translate(center) * Affine::scale(scale) * Affine::translate((-size.0 / 2.0, -size.1 / 2.0));
        // The face of no font is asked for: letters are egui's, laid over the sheet.
        let tessellator = Tessellator::new(pixels_per_point, TessellationOptions::default(), [1, 1], Vec::new());
        Self { to_screen, scale, tessellator, mesh: Mesh::default(), frame: None }
    }

    /// Draws with everything moved, turned or scaled.
    pub fn with<R>(&mut self, by: Affine, draw: impl FnOnce(&mut Self) -> R) -> R {
        let (before, scale) = (self.to_screen, self.scale);
        self.to_screen = before * by;
        self.scale = scale * by.determinant().abs().sqrt();
        let drawn = draw(self);
        (self.to_screen, self.scale) = (before, scale);
        drawn
    }

    /// Where a point of the sheet is on the screen.
    pub fn on_screen(&self, at: impl Into<Point>) -> Pos2 {
        let at = self.to_screen * at.into();
        pos2(at.x as f32, at.y as f32)
    }

    /// How many points of the screen a unit is.
    pub fn scale(&self) -> f32 {
        self.scale as f32
    }

    /// Fills a shape; where its parts overlap, it is filled once (non-zero).
    pub fn fill(&mut self, shape: &impl kurbo::Shape, color: Color32) {
        self.fill_with(shape, &|_| color);
    }

    /// Fills a shape with a colour that runs from `from` at one point to `to` at another.
    pub fn fill_between(
        &mut self,
        shape: &impl kurbo::Shape,
        (start, from): (Point, Color32),
        (end, to): (Point, Color32),
    ) {
        let (start, end) = (self.on_screen(start), self.on_screen(end));
        let along = end - start;
        let length_sq = along.length_sq().max(f32::EPSILON);
        let color = move |at: Pos2| from.lerp_to_gamma(to, ((at - start).dot(along) / length_sq).clamp(0.0, 1.0));
        self.fill_with(shape, &color);
    }

    fn fill_with(&mut self, shape: &impl kurbo::Shape, color: &dyn Fn(Pos2) -> Color32) {
        let outlines = self.flattened(shape);
        let mut builder = LyonPath::builder();
        for outline in outlines.iter().filter(|outline| outline.len() > 2) {
            builder.begin(point(outline[0].x, outline[0].y));
            for at in &outline[1..] {
                builder.line_to(point(at.x, at.y));
            }
            builder.end(true);
        }
        let mut buffers: VertexBuffers<lyon_tessellation::math::Point, u16> = VertexBuffers::new();
        let options = FillOptions::default().with_fill_rule(FillRule::NonZero).with_tolerance(TOLERANCE as f32);
        // A path that cannot be filled leaves its edge; nothing else is lost.
        let _ = FillTessellator::new().tessellate_path(&builder.build(), &options, &mut simple_builder(&mut buffers));
        let first = self.mesh.vertices.len() as u32;
        self.mesh.vertices.extend(buffers.vertices.iter().map(|at| {
            let pos = pos2(at.x, at.y);
            Vertex { pos, uv: WHITE_UV, color: color(pos) }
        }));
        self.mesh.indices.extend(buffers.indices.iter().map(|index| first + u32::from(*index)));
        self.soften(&outlines, color);
    }

    /// Draws along a shape with a line `width` units wide.
    pub fn stroke(&mut self, shape: &impl kurbo::Shape, width: f64, color: Color32) {
        let width = (width * self.scale) as f32;
        for (outline, closed) in self.flattened_open(shape) {
            let shape = if closed {
                Shape::closed_line(outline, Stroke::new(width, color))
            } else {
                Shape::line(outline, Stroke::new(width, color))
            };
            self.tessellator.tessellate_shape(shape, &mut self.mesh);
        }
    }

    /// The same with round ends.
    pub fn stroke_round(&mut self, shape: &impl kurbo::Shape, width: f64, color: Color32) {
        self.stroke(shape, width, color);
        for (outline, closed) in self.flattened_open(shape) {
            let (Some(&first), Some(&last), false) = (outline.first(), outline.last(), closed) else { continue };
            for end in [first, last] {
                let dot = Shape::circle_filled(end, (width * self.scale / 2.0) as f32, color);
                self.tessellator.tessellate_shape(dot, &mut self.mesh);
            }
        }
    }

    fn flattened(&self, shape: &impl kurbo::Shape) -> Vec<Vec<Pos2>> {
        self.flattened_open(shape).into_iter().map(|(outline, _)| self.framed(outline)).collect()
    }

    fn flattened_open(&self, shape: &impl kurbo::Shape) -> Vec<(Vec<Pos2>, bool)> {
        let path = self.to_screen * shape.to_path(TOLERANCE / self.scale.max(f64::EPSILON));
        let mut outlines: Vec<(Vec<Pos2>, bool)> = Vec::new();
        kurbo::flatten(path, TOLERANCE, |element| match element {
            PathEl::MoveTo(at) => outlines.push((vec![pos2(at.x as f32, at.y as f32)], false)),
            PathEl::LineTo(at) => {
                if let Some((outline, _)) = outlines.last_mut() {
                    let at = pos2(at.x as f32, at.y as f32);
                    // Points on top of each other have no direction to feather along.
                    if outline.last().is_none_or(|last| last.distance_sq(at) > 1e-4) {
                        outline.push(at);
                    }
                }
            }
            PathEl::ClosePath => {
                if let Some((outline, closed)) = outlines.last_mut() {
                    if outline.len() > 1 && outline[0].distance_sq(outline[outline.len() - 1]) < 1e-4 {
                        outline.pop();
                    }
                    *closed = true;
                }
            }
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
        });
        outlines
    }

    /// What was drawn, to be shown, or kept and shown again.
    pub fn finish(self) -> Arc<Mesh> {
        Arc::new(self.mesh)
    }
}

/// A path written as SVG writes it (`M0 0 C…`), for shapes drawn by hand. What cannot be read is an empty path; a test of
/// the pictures finds it.
pub fn path(svg: &str) -> BezPath {
    let drawn = BezPath::from_svg(svg);
    debug_assert!(drawn.is_ok(), "{svg}");
    drawn.unwrap_or_default()
}
