//! Collars and scarves, behind and before the neck; the usual man's neck is drawn.

use bevy_egui::egui::Color32;

use super::super::Sitter;
use super::super::shapes::both;
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::{self, Cloth, mixed};
use crate::content::look::{Dress, Extra};

/// A collar that is turned down, our right half, open at the neck.
const TURNED_DOWN: &str = "M37 258 C46 262 52 272 54 284 L38 320 C26 308 12 301 1 298 C18 290 32 276 37 258 Z";
/// The same where the neck is bare further down.
const SPREAD: &str = "M37 258 C46 262 53 272 56 284 L47 330 L14 316 C24 300 33 282 37 258 Z";
/// A collar that stands, our right half.
const STANDING: &str = "M38 254 C42 264 44 276 43 288 C32 300 14 306 1 306 L1 290 C18 286 32 272 38 254 Z";
/// A high padded collar.
const PADDED: &str = "M42 246 C52 258 56 276 54 294 C40 308 16 314 0 314 L0 284 C20 280 36 266 42 246 Z";

/// Draws the inside of the collar, behind the neck.
pub fn behind(canvas: &mut Canvas, sitter: &Sitter) {
    match sitter.look.dress {
        Dress::Tee | Dress::Sweater | Dress::Blouse | Dress::Cardigan => {}
        Dress::Hoodie => {
            let cloth = paints::cloth_of(sitter.look);
            canvas.fill(&path("M-72 306 C-76 262 -44 236 0 236 C44 236 76 262 72 306 Z"), cloth.shade);
        }
        Dress::DownJacket => {
            let cloth = paints::cloth_of(sitter.look);
            canvas.fill(&path("M-46 250 C-30 238 30 238 46 250 L50 292 L-50 292 Z"), cloth.shade);
        }
        _ => canvas.fill(&path("M-41 262 C-30 250 30 250 41 262 L46 292 L-46 292 Z"), collar_cloth(sitter).shade),
    }
}

/// Draws the collar, and a scarf over it.
pub fn before(canvas: &mut Canvas, sitter: &Sitter) {
    let cloth = collar_cloth(sitter);
    match sitter.look.dress {
        Dress::Suit if sitter.look.build.is_woman() => halves(canvas, SPREAD, &cloth),
        Dress::Steward if !sitter.look.build.is_woman() => halves(canvas, TURNED_DOWN, &cloth),
        Dress::ShirtTie | Dress::Guard | Dress::Suit => halves(canvas, TURNED_DOWN, &cloth),
        Dress::Lanyard | Dress::Shirt | Dress::Polo | Dress::Apron | Dress::Jacket => halves(canvas, SPREAD, &cloth),
        Dress::Tang => {
            halves(canvas, STANDING, &cloth);
            canvas.stroke(
                &path("M-37 256 C-30 274 -16 288 0 291 C16 288 30 274 37 256"),
                2.4,
                paints::second_of(sitter.look).shade,
            );
        }
        Dress::WorkJacket => work_collar(canvas, &cloth),
        Dress::DownJacket => halves(canvas, PADDED, &cloth),
        _ => {}
    }
    if sitter.look.extra == Extra::Scarf {
        scarf(canvas, &paints::second_of(sitter.look));
    }
}

/// What the collar is made of: the shirt's under a jacket, otherwise the dress's.
fn collar_cloth(sitter: &Sitter) -> Cloth {
    match sitter.look.dress {
        Dress::Suit | Dress::Steward => paints::WHITE,
        Dress::Jacket | Dress::Apron => paints::second_of(sitter.look),
        Dress::Guard => paints::GUARD,
        _ => paints::cloth_of(sitter.look),
    }
}

fn halves(canvas: &mut Canvas, svg: &str, cloth: &Cloth) {
    let [left, right] = both(svg);
    canvas.fill(&left, cloth.light);
    canvas.fill(&right, lit(cloth));
}

/// The side away from the light.
fn lit(cloth: &Cloth) -> Color32 {
    mixed(cloth.base, cloth.light, 0.4)
}

fn work_collar(canvas: &mut Canvas, cloth: &Cloth) {
    let [left, right] = both("M38 252 C50 258 58 274 60 292 L52 322 C44 314 36 306 34 296 C38 284 40 268 38 252 Z");
    canvas.fill(&left, cloth.light);
    canvas.fill(&right, mixed(cloth.base, cloth.shade, 0.5));
}

fn scarf(canvas: &mut Canvas, cloth: &Cloth) {
    canvas.fill(
        &path(
            "M-50 262 C-58 276 -58 296 -44 306 C-20 322 20 322 44 306 C58 296 58 276 50 262 C30 288 -30 288 -50 262 Z",
        ),
        cloth.base,
    );
    canvas.fill(
        &path(
            "M-52 284 C-30 308 30 308 54 284 C56 296 52 302 44 306 C20 322 -20 322 -44 306 C-52 302 -54 294 -52 284 Z",
        ),
        cloth.shade,
    );
    canvas.fill(
        &path("M-30 300 C-18 308 -6 310 2 312 C2 350 4 390 10 424 L-34 424 C-38 384 -36 340 -30 300 Z"),
        cloth.base,
    );
    canvas.fill(
        &path("M-10 310 L2 312 C2 350 4 390 10 424 L-6 424 C-10 384 -12 346 -10 310 Z"),
        mixed(cloth.base, cloth.shade, 0.7),
    );
    for x in [-30.0, -22.0, -14.0, -6.0, 2.0] {
        canvas.stroke(&kurbo::Line::new((x, 424.0), (x - 1.0, 436.0)), 4.0, cloth.base);
    }
    canvas.stroke(&path("M-36 396 L7 396 M-36 404 L8 404"), 3.0, cloth.light);
}
