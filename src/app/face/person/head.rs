//! The head without its hair: ears, face, nose, cheeks.

use kurbo::{Affine, BezPath, Point};

use super::shapes::{both, lerp};
use super::{Sitter, extra, eyes, mouth, wrinkles};
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::{self, mixed};
use crate::content::look::Extra;

/// How much further the nose moves than the rest when the head turns.
const NOSE_DEPTH: f64 = 1.35;
/// How far the chin drops under an open mouth.
const CHIN_DROP: f64 = 7.0;

/// Draws the head.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    if !sitter.look.hair.covers_ears() {
        ears(canvas, sitter);
    }
    let drop = CHIN_DROP * f64::from(sitter.face.mouth_open);
    canvas.fill(&sitter.skull.outline(sitter.turn, drop), sitter.skin.base);
    shaded_side(canvas, sitter, drop);
    cheeks(canvas, sitter);
    extra::under_mouth(canvas, sitter, drop);
    canvas.with(Affine::translate((sitter.turn, 0.0)), |canvas| {
        wrinkles::draw(canvas, sitter);
        mouth::draw(canvas, sitter);
        eyes::draw(canvas, sitter);
    });
    canvas.with(Affine::translate((sitter.turn * NOSE_DEPTH, 0.0)), |canvas| nose(canvas, sitter));
}

fn ears(canvas: &mut Canvas, sitter: &Sitter) {
    let out = sitter.skull.temple - 62.0;
    let outer = both("M58 -10 C64 -20 77 -18 76 -2 C75 10 71 20 66 25 C62 28 58 26 57 22 Z");
    let inner = both("M62 -6 C66 -12 72 -10 71 -1 C70 7 67 12 64 16 C65 8 63 2 62 -6 Z");
    for (side, (outer, inner)) in [-1.0, 1.0].into_iter().zip(outer.into_iter().zip(inner)) {
        let moved = Affine::translate((out * side - sitter.turn * 0.35, 4.0));
        canvas.fill(&(moved * outer), if side < 0.0 { sitter.skin.base } else { sitter.skin.shade });
        if sitter.look.extra == Extra::Earrings {
            canvas.with(moved, |canvas| extra::earring(canvas, side));
        }
        canvas.fill(&(moved * inner), if side < 0.0 { sitter.skin.shade } else { sitter.skin.deep });
    }
}

/// The side away from the light: as wide as the cheek at the height of the eyes, narrower at the chin.
fn shaded_side(canvas: &mut Canvas, sitter: &Sitter, drop: f64) {
    let skull = &sitter.skull;
    let mut edge = BezPath::new();
    edge.move_to((0.0, -90.0));
    skull.side(&mut edge, 1.0, sitter.turn, drop);
    let chin = skull.chin + drop;
    edge.curve_to((skull.chin_width + 12.0, chin - 8.0), (skull.jaw - 6.0, 62.0), (skull.jaw + 1.0, 44.0));
    edge.curve_to((skull.cheek - 7.0, 20.0), (skull.temple - 9.0, -10.0), (skull.temple - 8.0, -50.0));
    edge.curve_to((40.0, -80.0), (20.0, -90.0), (0.0, -90.0));
    edge.close_path();
    canvas.fill(&edge, mixed(sitter.skin.base, sitter.skin.shade, 0.75));
}

fn cheeks(canvas: &mut Canvas, sitter: &Sitter) {
    let flush = f64::from(sitter.face.flush);
    let rosy = if sitter.look.build.is_woman() { 0.46 } else { 0.24 };
    let color = mixed(sitter.skin.blush, paints::ANGER, flush * 0.6);
    let strength = lerp(rosy, 0.62, flush) as f32;
    for side in [-1.0, 1.0] {
        let at = Point::new(side * 37.0 + sitter.turn, 27.0);
        canvas.glow(at, (21.0 + 7.0 * flush, 16.0 + 10.0 * flush), color.gamma_multiply(strength));
    }
    if flush > 0.0 {
        let hot = paints::ANGER.gamma_multiply(0.28 * flush as f32);
        canvas.glow((sitter.turn, -46.0), (46.0, 26.0), hot);
        canvas.glow((sitter.turn * NOSE_DEPTH, 30.0), (20.0, 16.0), hot);
    }
}

fn nose(canvas: &mut Canvas, sitter: &Sitter) {
    let skin = &sitter.skin;
    let width = match (sitter.look.build.is_woman(), sitter.look.build.is_stout()) {
        (true, false) => 0.86,
        (false, true) => 1.16,
        _ => 1.0,
    } * sitter.skull.own.nose;
    let shade = mixed(skin.base, skin.shade, 0.9);
    canvas.with(Affine::scale_non_uniform(width, sitter.skull.own.nose_length), |canvas| {
        // The side of the bridge away from the light, and what the tip throws below it.
        let side = "M5 -6 C7 8 14 22 14 31 C14 38 8 40 0 40 C-7 40 -12 38 -13 33 C-8 36 -3 36.5 1 35 C7 33 6 16 5 -6 Z";
        canvas.fill(&path(side), shade);
        canvas.fill(&path("M-9 36 C-7 34.5 -4 35.5 -3 37.5 C-5 38.6 -8 38.4 -9 36 Z"), skin.deep);
        canvas.fill(&path("M9 36 C7 34.5 4 35.5 3 37.5 C5 38.6 8 38.4 9 36 Z"), skin.deep);
        canvas.fill(&path("M-4 24 C-4 20 1 19 2 23 C3 27 -4 29 -4 24 Z"), skin.light);
    });
}
