//! Eyes and brows.

use bevy_egui::egui::Color32;
use kurbo::{BezPath, Circle, Point};

use super::Sitter;
use super::shapes::{along, between, lerp};
use crate::app::art::canvas::Canvas;
use crate::app::face::paints::{self, mixed};
use crate::content::look::Age;

/// How far the middle of an eye is from the middle of the face.
const APART: f64 = 28.5;
/// The iris.
const IRIS_RADIUS: f64 = 7.8;
/// The pupil.
const PUPIL_RADIUS: f64 = 4.2;
/// How far the iris goes to a side, and up or down.
const GAZE: (f64, f64) = (5.2, 2.6);

/// One eye: its measures, and its curves over `-1` (inner corner) to `1` (outer corner).
struct Eye {
    side: f64,
    half: f64,
    upper: f64,
    lower: f64,
    slant: f64,
    lid: f64,
}

impl Eye {
    fn of(sitter: &Sitter, side: f64) -> Self {
        let woman = sitter.look.build.is_woman();
        // Lids grow heavy with the years.
        let heavy = match sitter.look.age {
            Age::Young => -0.04,
            Age::Adult => 0.0,
            Age::Middle => 0.03,
            Age::Elder => 0.05,
        };
        let squint = f64::from(sitter.face.squint);
        Self {
            side,
            half: (if woman { 15.5 } else { 14.2 }) * sitter.skull.own.eyes,
            upper: (if woman { 12.6 } else { 11.0 }) * sitter.skull.own.eyes,
            lower: lerp(6.0, 1.0, squint),
            slant: if sitter.look.age == Age::Elder { -1.0 } else { 2.2 * sitter.skull.own.slant },
            lid: (f64::from(sitter.face.lid) * (1.0 - heavy) - 0.1 * squint).max(0.0),
        }
    }

    fn at(&self, place: f64, y: f64) -> Point {
        Point::new(self.side * (APART + place * self.half), y)
    }

    fn corners(&self, place: f64) -> f64 {
        lerp(1.4, 1.4 - self.slant, (place + 1.0) / 2.0)
    }

    fn lower_lid(&self, place: f64) -> f64 {
        self.corners(place) + self.lower * (1.0 - place * place)
    }

    fn upper_lid(&self, place: f64) -> f64 {
        // Fullest a little inside of the middle.
        let bow = (1.0 - place * place).powf(0.62) * (1.0 - 0.06 * place);
        lerp(self.lower_lid(place), self.corners(place) - self.upper * bow, self.lid)
    }

    /// What of a circle is between the lids.
    fn visible(&self, center: Point, radius: f64) -> BezPath {
        let place_of = |x: f64| (self.side * x - APART) / self.half;
        let x = |place: f64| center.x + place * radius;
        let half_height = |place: f64| radius * (1.0 - place * place).max(0.0).sqrt();
        let lids = |place: f64| {
            let on_eye = place_of(x(place)).clamp(-1.0, 1.0);
            (self.upper_lid(on_eye), self.lower_lid(on_eye))
        };
        between(
            |place| Point::new(x(place), (center.y - half_height(place)).clamp(lids(place).0, lids(place).1)),
            |place| Point::new(x(place), (center.y + half_height(place)).clamp(lids(place).0, lids(place).1)),
        )
    }
}

/// Draws both eyes and brows.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    for side in [-1.0, 1.0] {
        eye(canvas, sitter, &Eye::of(sitter, side));
        brow(canvas, sitter, side);
    }
}

fn eye(canvas: &mut Canvas, sitter: &Sitter, eye: &Eye) {
    let woman = sitter.look.build.is_woman();
    let gaze = (f64::from(sitter.face.gaze_x), f64::from(sitter.face.gaze_y));
    let center = Point::new(eye.side * APART + gaze.0 * GAZE.0, gaze.1 * GAZE.1 - 0.8);
    lid_fold(canvas, sitter, eye);
    if eye.lid > 0.06 {
        canvas.fill(&between(|p| eye.at(p, eye.upper_lid(p)), |p| eye.at(p, eye.lower_lid(p))), paints::EYE_WHITE);
        // The lid throws a little shade on the white.
        let shade = |p: f64| (eye.upper_lid(p) + 2.6).min(eye.lower_lid(p));
        canvas.fill(&between(|p| eye.at(p, eye.upper_lid(p)), |p| eye.at(p, shade(p))), paints::EYE_SHADE);
        canvas.fill(&eye.visible(center, IRIS_RADIUS), paints::IRIS);
        canvas.fill(&eye.visible(center, PUPIL_RADIUS), paints::LASH);
        let glint = Point::new(center.x - 2.6, center.y - 2.6);
        let open_at = (eye.side * glint.x - APART) / eye.half;
        if eye.upper_lid(open_at) < glint.y - 1.4 && eye.lower_lid(open_at) > glint.y + 1.4 {
            canvas.fill(&Circle::new(glint, 2.0), paints::GLINT);
        }
    }
    // Lashes: a line that grows towards the outer corner.
    let weight = if woman { 3.4 } else { 2.7 };
    let thick = |p: f64| weight * (0.45 + 0.55 * ((p + 1.0) / 2.0).powf(0.7));
    let outer = if woman { 0.1 } else { 0.02 };
    let lash = |p: f64| p * (1.0 + outer * p.max(0.0));
    canvas.fill(
        &between(
            |p| eye.at(lash(p), eye.upper_lid(p) - thick(p) * 0.7 - outer * 16.0 * p.max(0.0).powi(4)),
            |p| eye.at(p, eye.upper_lid(p) + thick(p) * 0.35 * (1.0 - p.max(0.0).powi(4))),
        ),
        if sitter.look.age == Age::Elder { mixed(paints::LASH, sitter.skin.deep, 0.3) } else { paints::LASH },
    );
    let under = along(|p| eye.at(p * 0.7 + 0.12, eye.lower_lid(p * 0.7 + 0.12) + 0.4));
    canvas.stroke(&under, 1.0, mixed(sitter.skin.shade, sitter.skin.deep, 0.6));
}

/// The fold of the upper lid; every other person has one, the old have a deep one.
fn lid_fold(canvas: &mut Canvas, sitter: &Sitter, eye: &Eye) {
    let has_fold = sitter.skull.own.has_lid_fold || sitter.look.age == Age::Elder;
    if !has_fold {
        return;
    }
    let height = |p: f64| eye.upper_lid(p) - 3.2 - 2.4 * (p + 1.0) / 2.0 * eye.lid;
    let fold = along(|p| eye.at(p * 0.86 + 0.1, height(p * 0.86 + 0.1)));
    canvas.stroke(&fold, 1.3, mixed(sitter.skin.shade, sitter.skin.deep, 0.45));
}

fn brow(canvas: &mut Canvas, sitter: &Sitter, side: f64) {
    let (raise, slant) = (f64::from(sitter.face.brow_raise), f64::from(sitter.face.brow_slant));
    let woman = sitter.look.build.is_woman();
    let (half, weight) = match (woman, sitter.look.age) {
        (true, _) => (15.5, 4.0),
        (false, Age::Elder) => (17.5, 6.4),
        (false, _) => (17.0, 6.0),
    };
    let weight = weight * sitter.skull.own.brows;
    let arch = if woman { 4.5 } else { 3.2 };
    // Anger draws the inner ends together as well as down.
    let together = 2.6 * (-slant).max(0.0);
    let middle = |p: f64| {
        let inner = (1.0 - p) / 2.0;
        let peak = 1.0 - (p - 0.25) * (p - 0.25);
        Point::new(
            side * (APART + 1.5 + p * half - together * inner),
            -19.0 - raise * 7.5 - arch * peak - slant * 7.0 * (inner - 0.35) - 1.2 * raise * p,
        )
    };
    let thick =
        |p: f64| weight * if p < -0.7 { 0.55 + 1.5 * (p + 1.0) } else { 1.0 - 0.72 * ((p + 0.7) / 1.7).powi(2) };
    let shape = between(
        |p| middle(p) - kurbo::Vec2::new(0.0, thick(p) / 2.0),
        |p| middle(p) + kurbo::Vec2::new(0.0, thick(p) / 2.0),
    );
    canvas.fill(&shape, brow_color(sitter));
}

fn brow_color(sitter: &Sitter) -> Color32 {
    let softness = if sitter.look.build.is_woman() { 0.22 } else { 0.1 };
    // White brows would not be seen on the skin.
    let hair =
        if sitter.look.age == Age::Elder { mixed(sitter.hair.shade, paints::LASH, 0.35) } else { sitter.hair.base };
    mixed(hair, sitter.skin.deep, softness)
}
