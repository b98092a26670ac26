//! The neck and what is worn below it. The sheet's heights; across, 0 is the middle and the usual man's size is drawn.

mod collars;
mod fronts;

use bevy_egui::egui::Color32;
use kurbo::{Affine, BezPath};

use super::{FACE, HEAD_SCALE, SHEET, Sitter};
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::{self, Cloth, mixed};
use crate::content::look::{Dress, Look};

/// Half the width of the usual man's neck.
const USUAL_NECK: f64 = 34.0;

/// A neckline, from our left shoulder to our right.
mod neckline {
    /// For an open collar.
    pub const OPEN: &str = "C-34 292 -14 306 0 330 C14 306 34 292 46 280";
    /// Closed under a collar.
    pub const CLOSED: &str = "C-34 292 -14 298 0 298 C14 298 34 292 46 280";
    /// Round.
    pub const ROUND: &str = "C-38 298 -18 308 0 308 C18 308 38 298 46 280";
    /// Wide and round, a woman's.
    pub const SCOOP: &str = "C-44 306 -22 322 0 322 C22 322 44 306 46 280";
}

/// Draws the neck and the clothes.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    canvas.with(Affine::translate((SHEET.0 / 2.0, 0.0)), |canvas| {
        let at_neck = Affine::scale_non_uniform(sitter.skull.neck / USUAL_NECK, 1.0);
        let at_body = Affine::scale_non_uniform(sitter.skull.body, 1.0);
        canvas.with(at_neck, |canvas| collars::behind(canvas, sitter));
        neck(canvas, sitter);
        canvas.with(at_body, |canvas| fronts::draw(canvas, sitter));
        canvas.with(at_neck, |canvas| collars::before(canvas, sitter));
    });
}

/// The cloth of the sleeves.
pub fn sleeve_cloth(look: &Look) -> Cloth {
    match look.dress {
        Dress::Guard => paints::GUARD,
        Dress::Steward => paints::STEWARD,
        Dress::Apron => paints::second_of(look),
        _ => paints::cloth_of(look),
    }
}

fn neck(canvas: &mut Canvas, sitter: &Sitter) {
    let n = sitter.skull.neck;
    let skin = &sitter.skin;
    let chin = FACE.y + sitter.skull.chin * HEAD_SCALE;
    let flesh = format!(
        "M{l} 200 L{l} 258 C{l} 272 {lf} 280 {lw} 292 L{lw} 345 L{rw} 345 L{rw} 292 C{rf} 280 {n} 272 {n} 258 L{n} 200 Z",
        l = -n,
        lf = -n - 6.0,
        lw = -n - 34.0,
        rf = n + 6.0,
        rw = n + 34.0,
    );
    canvas.fill(&path(&flesh), skin.base);
    let thrown = format!(
        "M{l} 200 L{n} 200 L{n} 258 C{n} 268 {n2} 274 {n3} 279 C{a} {deep} {b} {deep} {l} {high} Z",
        l = -n,
        n2 = n + 3.0,
        n3 = n + 7.0,
        a = n * 0.5,
        b = -n * 0.6,
        deep = chin + 24.0,
        high = chin + 7.0,
    );
    canvas.fill(&path(&thrown), mixed(skin.base, skin.shade, 0.95));
}

/// The body with a neckline.
fn torso(neckline: &str) -> BezPath {
    path(&format!(
        "M-172 470 L-166 400 C-161 352 -148 322 -122 308 C-100 296 -66 292 -46 280 {neckline} \
         C66 292 100 296 122 308 C148 322 161 352 166 400 L172 470 Z"
    ))
}

/// Fills the body, with the folds of the sleeves and the side away from the light.
fn body(canvas: &mut Canvas, neckline: &str, cloth: &Cloth) {
    canvas.fill(&torso(neckline), cloth.base);
    let soft = mixed(cloth.base, cloth.shade, 0.7);
    canvas.fill(&path("M122 308 C148 322 161 352 166 400 L172 470 L138 470 C140 420 142 350 122 308 Z"), soft);
    fold(canvas, "M-116 470 C-118 430 -116 396 -106 366 C-106 400 -103 436 -100 470 Z", cloth.shade);
    fold(canvas, "M116 470 C118 430 116 396 106 366 C106 400 103 436 100 470 Z", cloth.shade);
    fold(
        canvas,
        "M-118 314 C-100 302 -76 298 -58 292 C-74 302 -96 308 -112 322 C-118 326 -124 320 -118 314 Z",
        mixed(cloth.base, cloth.light, 0.6),
    );
}

fn fold(canvas: &mut Canvas, svg: &str, color: Color32) {
    canvas.fill(&path(svg), color);
}
