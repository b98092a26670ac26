//! What the years and the temper write into a face.

use bevy_egui::egui::Color32;

use super::Sitter;
use super::shapes::both;
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::mixed;
use crate::content::look::Extra;

/// Below this a line is not worth drawing.
const FAINTEST: f64 = 0.06;

/// Draws the lines of a face.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    let face = &sitter.face;
    let years = sitter.skull.lines;
    let smile = f64::from(face.mouth_curve).max(0.0);
    let frown = f64::from(-face.brow_slant).max(0.0);
    let raised = f64::from(face.brow_raise).max(0.0);
    let squint = f64::from(face.squint);
    // From the nose to the mouth.
    let is_bearded = sitter.look.extra == Extra::Beard;
    pair(canvas, sitter, "M17 36 C22 40 25 46 25.5 53", if is_bearded { 0.0 } else { 1.6 }, years * 0.7 + smile * 0.4);
    // Under the eyes.
    pair(canvas, sitter, "M17 12.5 C23 17 32 17 38 12.5", 1.5, years * 0.55 + squint * 0.15 - 0.1);
    // Beside the eyes.
    pair(canvas, sitter, "M46 -1 L51.5 -4", 1.3, years * (0.3 + 0.6 * squint) - 0.12);
    pair(canvas, sitter, "M46.5 3.5 L52 4.5", 1.3, years * (0.3 + 0.6 * squint) - 0.12);
    // Beside the mouth, when it turns down.
    pair(
        canvas,
        sitter,
        "M24 60 C26.5 64 27 68 26 72",
        1.5,
        years * 0.45 + f64::from(-face.mouth_curve).max(0.0) * 0.35 - 0.15,
    );
    // Across the forehead.
    let across = years * (0.35 + 0.5 * raised) - 0.15;
    single(canvas, sitter, "M-26 -46 C-12 -50 12 -50 26 -46", 1.5, across);
    single(canvas, sitter, "M-20 -55 C-8 -58 8 -58 20 -55", 1.4, across * 0.8);
    // Between the brows.
    pair(canvas, sitter, "M5.5 -17 C4 -21 4.2 -25 5 -29", 1.7, frown * (0.6 + 0.4 * years) - 0.1);
}

fn ink(sitter: &Sitter, strength: f64) -> Option<Color32> {
    (strength > FAINTEST).then(|| mixed(sitter.skin.base, mixed(sitter.skin.shade, sitter.skin.deep, 0.5), strength))
}

fn pair(canvas: &mut Canvas, sitter: &Sitter, svg: &str, width: f64, strength: f64) {
    if let Some(ink) = ink(sitter, strength) {
        for side in both(svg) {
            canvas.stroke_round(&side, width, ink);
        }
    }
}

fn single(canvas: &mut Canvas, sitter: &Sitter, svg: &str, width: f64, strength: f64) {
    if let Some(ink) = ink(sitter, strength) {
        canvas.stroke_round(&path(svg), width, ink);
    }
}
