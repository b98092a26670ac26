//! A brush: shapes put on a sheet in the light they stand in, softened when they are a background.

use bevy_egui::egui::Color32;
use kurbo::{Affine, BezPath, Circle, Ellipse, Point, Rect, RoundedRect};

use super::canvas::{Canvas, path};
use super::light::{Light, mix};
use super::paints;

/// A rectangle as (left, top, width, height).
pub type Area = (f64, f64, f64, f64);

/// A brush that lights every colour it paints.
pub struct Brush<'a> {
    /// The sheet.
    pub canvas: &'a mut Canvas,
    /// The light.
    pub light: &'a Light,
    softness: f32,
    air: Option<f32>,
}

impl<'a> Brush<'a> {
    /// For things in a room.
    pub fn inside(canvas: &'a mut Canvas, light: &'a Light) -> Self {
        Self { canvas, light, softness: 0.0, air: None }
    }

    /// For things behind a person: everything so much nearer to paper.
    pub fn softened(canvas: &'a mut Canvas, light: &'a Light, softness: f32) -> Self {
        Self { canvas, light, softness, air: None }
    }

    /// The same brush for things under the sky, behind so much air (0 near, 1 nothing but sky).
    pub fn outside(&mut self, air: f32) -> Brush<'_> {
        Brush { canvas: self.canvas, light: self.light, softness: self.softness, air: Some(air) }
    }

    /// The same brush with everything moved, turned or scaled.
    pub fn with(&mut self, by: Affine, draw: impl FnOnce(&mut Brush<'_>)) {
        let (light, softness, air) = (self.light, self.softness, self.air);
        self.canvas.with(by, |canvas| draw(&mut Brush { canvas, light, softness, air }));
    }

    /// A colour as it looks here.
    pub fn lit(&self, color: Color32) -> Color32 {
        let softness = self.softness * f32::from(color.a()) / 255.0;
        let color = if softness > 0.0 { mix(color, paints::PAPER, softness) } else { color };
        match self.air {
            Some(air) => self.light.outside_on(color, air * f32::from(color.a()) / 255.0),
            None => self.light.on(color),
        }
    }

    /// Any shape.
    pub fn shape(&mut self, shape: &impl kurbo::Shape, color: Color32) {
        let color = self.lit(color);
        self.canvas.fill(shape, color);
    }

    /// A shape written as SVG writes it.
    pub fn svg(&mut self, svg: &str, color: Color32) {
        self.shape(&path(svg), color);
    }

    /// A rectangle.
    pub fn rect(&mut self, area: Area, color: Color32) {
        self.shape(&rect(area), color);
    }

    /// A rectangle with round corners.
    pub fn round(&mut self, area: Area, radius: f64, color: Color32) {
        self.shape(&RoundedRect::from_rect(rect(area), radius), color);
    }

    /// A circle.
    pub fn circle(&mut self, at: impl Into<Point>, radius: f64, color: Color32) {
        self.shape(&Circle::new(at, radius), color);
    }

    /// An ellipse.
    pub fn ellipse(&mut self, at: impl Into<Point>, radii: (f64, f64), color: Color32) {
        self.shape(&Ellipse::new(at, radii, 0.0), color);
    }

    /// A rectangle whose colour runs from top to bottom.
    pub fn fade(&mut self, area: Area, top: Color32, bottom: Color32) {
        let (top, bottom) = (self.lit(top), self.lit(bottom));
        self.fade_bare(area, top, bottom);
    }

    /// The same in colours as they are.
    pub fn fade_bare(&mut self, area: Area, top: Color32, bottom: Color32) {
        let rect = rect(area);
        self.canvas.fill_between(&rect, (Point::new(rect.x0, rect.y0), top), (Point::new(rect.x0, rect.y1), bottom));
    }

    /// A line with round ends, along a path written as SVG writes it.
    pub fn line(&mut self, svg: &str, width: f64, color: Color32) {
        let color = self.lit(color);
        self.canvas.stroke_round(&path(svg), width, color);
    }

    /// The soft shadow under a thing.
    pub fn shadow(&mut self, at: impl Into<Point>, radii: (f64, f64)) {
        self.canvas.glow(at, radii, paints::SHADOW.gamma_multiply(0.55));
    }

    /// What shines when lamps are lit: its colour as it is, and its own light more the more they are.
    pub fn bulb(&mut self, shape: &impl kurbo::Shape, off: Color32) {
        let color = mix(self.lit(off), paints::BULB, self.light.lamp);
        self.canvas.fill(shape, color);
    }

    /// Light around a lamp, when lamps are lit; `strength` 1 is a lamp near by.
    pub fn lamplight(&mut self, at: impl Into<Point>, radii: (f64, f64), strength: f32) {
        let strength = strength * self.light.lamp;
        if strength > 0.01 {
            self.canvas.glow(at, radii, paints::LAMPLIGHT.gamma_multiply(strength));
        }
    }
}

/// A rectangle given as (left, top, width, height).
pub fn rect((x, y, width, height): Area) -> Rect {
    Rect::new(x, y, x + width, y + height)
}

/// Many shapes as one, filled at once.
pub fn all(shapes: impl IntoIterator<Item = BezPath>) -> BezPath {
    shapes.into_iter().flatten().collect()
}
