//! Hair, in the layers it is seen in: behind the body, its shadow on the face, on the head, over the shoulders.

use bevy_egui::egui::Color32;
use kurbo::{Affine, BezPath, Circle, Ellipse, PathEl, Point, Shape as _};

use super::cut::{self, Cut};
use super::{CROWN_LIGHT, Sitter};
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::{self, mixed};
use crate::content::look::{Build, Hair};

/// Half the width at the temples of the head that the styles are drawn for.
const DRAWN_FOR: f64 = 62.0;
/// How far hair moves with the features when the head turns.
const DEPTH: f64 = 0.3;
/// Where the shadow of the hair begins to draw back, and where there is none any more.
const SHADOW_FADES: (f64, f64) = (-34.0, 14.0);
/// How far it draws back, as a share of its distance from the middle.
const DRAWN_BACK: f64 = 0.15;
/// The curls are circles; this is how finely.
const CURL_TOLERANCE: f64 = 0.1;

/// Draws the hair that is behind the head and the body.
pub fn behind(canvas: &mut Canvas, sitter: &Sitter) {
    let cut = cut::of(sitter.look.hair);
    canvas.with(fitted(sitter, -DEPTH), |canvas| {
        fill(canvas, cut.behind, sitter.hair.shade);
        fill_curls(canvas, cut.curls_behind, sitter.hair.shade);
    });
}

/// Draws the hair that is before the head and the clothes, and its shadow on the forehead.
pub fn before(canvas: &mut Canvas, sitter: &Sitter) {
    let cut = cut::of(sitter.look.hair);
    canvas.with(fitted(sitter, DEPTH), |canvas| {
        // What is left at the sides of a bald head throws none.
        if sitter.look.hair != Hair::Bald {
            canvas.fill(&shadow(&path(cut.before)), mixed(sitter.skin.base, sitter.skin.shade, 0.85));
        }
        if sitter.look.hair == Hair::Bald {
            fill(canvas, CROWN_LIGHT, sitter.skin.light);
        }
        on_head(canvas, sitter, cut);
    });
}

fn on_head(canvas: &mut Canvas, sitter: &Sitter, cut: &Cut) {
    let hair = &sitter.hair;
    fill(canvas, cut.lock, hair.base);
    if let Some((x, y, degrees)) = cut.tie {
        let tie = Ellipse::new((0.0, 0.0), (11.0, 6.5), 0.0);
        let placed = Affine::translate((x, y)) * Affine::rotate(degrees.to_radians());
        canvas.fill(&(placed * tie), paints::ACCENT.base);
    }
    // Hair clipped close lets the skin through.
    let sheer = if sitter.look.hair == Hair::CrewCut { mixed(hair.base, sitter.skin.deep, 0.18) } else { hair.base };
    fill(canvas, cut.before, sheer);
    fill_curls(canvas, cut.curls, hair.base);
    fill(canvas, cut.folds, hair.shade);
    fill(canvas, cut.shine, hair.light);
    for (x, y, radius) in cut.curls {
        // Each curl is a crescent of light and one of shade.
        let curl = Affine::translate((*x, *y)) * Affine::scale(radius / 20.0);
        canvas.fill(
            &(curl * path("M-13 4 C-14 -8 -4 -15 8 -11 C0 -10 -8 -6 -13 4 Z")),
            mixed(hair.base, hair.light, 0.7),
        );
        canvas.fill(&(curl * path("M13 -2 C12 10 2 16 -8 12 C2 11 9 6 13 -2 Z")), mixed(hair.base, hair.shade, 0.7));
    }
}

/// The styles are drawn for one width of head, and move a little when it turns.
fn fitted(sitter: &Sitter, depth: f64) -> Affine {
    let wide = sitter.skull.temple / DRAWN_FOR * if sitter.look.build == Build::StoutMan { 1.01 } else { 1.0 };
    Affine::translate((sitter.turn * depth, 0.0)) * Affine::scale_non_uniform(wide, 1.0)
}

/// The shadow of hair on the skin: lower and to the right, but nowhere outside of the hair and the face.
fn shadow(hair: &BezPath) -> BezPath {
    let moved = Affine::translate((2.0, 6.5)) * Affine::scale_non_uniform(0.92, 0.93) * hair;
    let mut outline = Vec::new();
    // Beside the eyes the shadow draws back under the hair, and below them there is none: hair hangs free of the face.
    kurbo::flatten(moved, CURL_TOLERANCE, |element| {
        if let PathEl::MoveTo(at) | PathEl::LineTo(at) = element {
            let low = ((at.y - SHADOW_FADES.0) / (SHADOW_FADES.1 - SHADOW_FADES.0)).clamp(0.0, 1.0);
            let drawn_back = at.x * (1.0 + DRAWN_BACK * low);
            outline.push(Point::new(drawn_back.clamp(-DRAWN_FOR, DRAWN_FOR), at.y));
        }
    });
    above(&outline, SHADOW_FADES.1)
}

/// What of an outline is above a height.
fn above(outline: &[Point], height: f64) -> BezPath {
    let mut kept = BezPath::new();
    let mut keep = |at: Point| {
        if kept.elements().is_empty() { kept.move_to(at) } else { kept.line_to(at) }
    };
    for (i, at) in outline.iter().enumerate() {
        let next = outline[(i + 1) % outline.len()];
        if at.y <= height {
            keep(*at);
        }
        if (at.y <= height) != (next.y <= height) {
            keep(at.lerp(next, (height - at.y) / (next.y - at.y)));
        }
    }
    kept.close_path();
    kept
}

fn fill(canvas: &mut Canvas, svg: &str, color: Color32) {
    if !svg.is_empty() {
        canvas.fill(&path(svg), color);
    }
}

fn fill_curls(canvas: &mut Canvas, curls: &[(f64, f64, f64)], color: Color32) {
    if curls.is_empty() {
        return;
    }
    let mut all = BezPath::new();
    for (x, y, radius) in curls {
        all.extend(Circle::new((*x, *y), *radius).path_elements(CURL_TOLERANCE));
    }
    canvas.fill(&all, color);
}
