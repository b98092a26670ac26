//! One thing more: glasses, hats, beards, headsets.

use bevy_egui::egui::Color32;
use kurbo::{Affine, BezPath, Circle, Ellipse, RoundedRect, Shape as _};

use super::Sitter;
use super::shapes::both;
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::{self, Cloth, mixed};
use crate::content::look::Extra;

/// Half the width at the temples of the head that hats are drawn for.
const DRAWN_FOR: f64 = 62.0;
/// How finely round things are drawn.
const TOLERANCE: f64 = 0.1;
/// How much of the skin a beard hides.
const BEARD: f64 = 0.9;
/// How far a thing on the face moves beyond the features when the head turns.
const DEPTH: f64 = 1.08;

/// Draws what grows on the cheeks, under the mouth that is drawn later.
pub fn under_mouth(canvas: &mut Canvas, sitter: &Sitter, drop: f64) {
    match sitter.look.extra {
        Extra::Beard => beard(canvas, sitter, drop),
        Extra::Stubble => stubble(canvas, sitter, drop),
        _ => {}
    }
}

/// A shade on the lip and the chin, without an edge.
fn stubble(canvas: &mut Canvas, sitter: &Sitter, drop: f64) {
    let shade = mixed(sitter.skin.deep, sitter.hair.base, 0.6).gamma_multiply(0.3);
    let (jaw, chin) = (sitter.skull.jaw, sitter.skull.chin + drop);
    canvas.glow((sitter.turn, 46.0), (24.0, 8.0), shade);
    canvas.glow((sitter.turn * 0.8, chin - 20.0), (jaw * 0.86, 19.0), shade);
}

/// A short beard, along the jaw and over the lip.
fn beard(canvas: &mut Canvas, sitter: &Sitter, drop: f64) {
    let (skull, turn) = (&sitter.skull, sitter.turn);
    let mut outline = BezPath::new();
    outline.move_to((0.0, -90.0));
    skull.side(&mut outline, 1.0, turn, drop);
    let Some(&[.., jaw, chin]) = outline.elements().get(..) else { return };
    let mut left = BezPath::new();
    left.move_to((0.0, -90.0));
    skull.side(&mut left, -1.0, turn, drop);
    let up = left.reverse_subpaths();
    let Some(&[_, up_chin, up_jaw, ..]) = up.elements().get(..) else { return };
    let mut beard = BezPath::new();
    beard.move_to((skull.cheek + turn * 0.2, 24.0));
    for element in [jaw, chin, up_chin, up_jaw] {
        beard.push(element);
    }
    beard.curve_to((-skull.cheek + 4.0, 44.0), (-skull.jaw + 6.0, 56.0), (-32.0 + turn, 52.0));
    beard.curve_to((-18.0 + turn, 44.0), (-10.0 + turn, 44.0), (turn, 45.0));
    beard.curve_to((10.0 + turn, 44.0), (18.0 + turn, 44.0), (32.0 + turn, 52.0));
    beard.curve_to((skull.jaw - 6.0, 56.0), (skull.cheek - 4.0, 44.0), (skull.cheek + turn * 0.2, 24.0));
    beard.close_path();
    canvas.fill(&beard, mixed(sitter.skin.base, sitter.hair.base, BEARD));
}

/// Draws what somebody has on them.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    let on_face = Affine::translate((sitter.turn * DEPTH, 0.0));
    let on_head =
        Affine::translate((sitter.turn * 0.3, 0.0)) * Affine::scale_non_uniform(sitter.skull.temple / DRAWN_FOR, 1.0);
    match sitter.look.extra {
        Extra::Glasses => {
            let lens = |x: f64| RoundedRect::new(x - 20.5, -14.0, x + 20.5, 15.0, 8.0).to_path(TOLERANCE);
            canvas.with(on_face, |canvas| glasses(canvas, lens, 1.0, 3.0, &paints::FRAME));
        }
        Extra::RoundGlasses => {
            let lens = |x: f64| Circle::new((x, 1.0), 19.0).to_path(TOLERANCE);
            canvas.with(on_face, |canvas| glasses(canvas, lens, -1.0, 2.4, &paints::WIRE));
        }
        Extra::ReadingGlasses => {
            let lens = |x: f64| RoundedRect::new(x - 19.0, 8.0, x + 19.0, 26.0, 8.0).to_path(TOLERANCE);
            canvas.with(on_face, |canvas| glasses(canvas, lens, 14.0, 2.6, &paints::WIRE));
        }
        Extra::Cap => canvas.with(on_head, |canvas| cap(canvas, sitter)),
        Extra::GuardCap => canvas.with(on_head, |canvas| guard_cap(canvas, sitter)),
        Extra::Helmet => canvas.with(on_head, |canvas| helmet(canvas, sitter)),
        Extra::Headset => canvas.with(on_head, headset),
        Extra::Earphones => canvas.with(on_head, earphones),
        Extra::Moustache => canvas.with(on_face, |canvas| moustache(canvas, sitter)),
        Extra::None | Extra::Scarf | Extra::Beard | Extra::Stubble | Extra::Earrings => {}
    }
}

fn glasses(canvas: &mut Canvas, lens: impl Fn(f64) -> BezPath, bridge: f64, width: f64, frame: &Cloth) {
    const MIDDLE: f64 = 28.5;
    for side in [-1.0, 1.0] {
        canvas.fill(&lens(side * MIDDLE), Color32::from_white_alpha(26));
        canvas.stroke(
            &path(&format!("M{} {} L{} {}", side * 47.5, bridge - 4.0, side * 61.0, (bridge * 0.5 - 6.0).min(0.0))),
            width,
            frame.shade,
        );
        canvas.stroke(&lens(side * MIDDLE), width, frame.base);
    }
    canvas.stroke(
        &path(&format!("M-9 {b} C-5 {t} 5 {t} 9 {b}", b = bridge - 2.0, t = bridge - 6.0)),
        width,
        frame.base,
    );
}

/// What the brim of a hat throws on the forehead.
fn brim_shadow(canvas: &mut Canvas, sitter: &Sitter, svg: &str) {
    canvas.fill(&path(svg), mixed(sitter.skin.base, sitter.skin.shade, 0.9));
}

fn cap(canvas: &mut Canvas, sitter: &Sitter) {
    let cloth = paints::second_of(sitter.look);
    brim_shadow(canvas, sitter, "M-57 -38 C-30 -42 30 -42 57 -38 L57 -18 C30 -30 -30 -30 -56 -24 Z");
    canvas
        .fill(&path("M-69 -34 C-76 -92 -44 -121 0 -121 C44 -121 76 -92 69 -34 C40 -50 -40 -50 -69 -34 Z"), cloth.base);
    canvas.fill(&path("M14 -120 C52 -116 75 -88 69 -34 C62 -38 54 -41 46 -43 C52 -72 42 -104 14 -120 Z"), cloth.shade);
    canvas.fill(
        &path("M-58 -62 C-56 -88 -42 -104 -22 -111 C-34 -98 -44 -82 -47 -60 C-49 -54 -58 -54 -58 -62 Z"),
        cloth.light,
    );
    canvas.fill(
        &path(
            "M-62 -38 C-44 -58 44 -58 62 -38 C74 -26 68 -20 58 -23 C30 -36 -30 -36 -58 -23 C-68 -20 -74 -26 -62 -38 Z",
        ),
        cloth.shade,
    );
    canvas.fill(
        &path(
            "M-62 -38 C-44 -58 44 -58 62 -38 C66 -34 68 -31 68 -29 C40 -46 -40 -46 -68 -29 C-68 -31 -66 -34 -62 -38 Z",
        ),
        cloth.base,
    );
    canvas.fill(&Ellipse::new((0.0, -78.0), (13.0, 11.0), 0.0), cloth.light);
    canvas.fill(&Circle::new((0.0, -121.0), 4.5), cloth.shade);
}

fn guard_cap(canvas: &mut Canvas, sitter: &Sitter) {
    let cloth = paints::GUARD;
    brim_shadow(canvas, sitter, "M-57 -44 C-30 -46 30 -46 57 -44 L57 -20 C30 -30 -30 -30 -56 -26 Z");
    canvas.fill(&path("M-82 -84 C-76 -110 -40 -128 0 -128 C40 -128 76 -110 82 -84 C76 -72 70 -66 66 -62 L-66 -62 C-70 -66 -76 -72 -82 -84 Z"), cloth.base);
    canvas.fill(
        &path("M20 -127 C52 -122 78 -106 82 -84 C76 -72 70 -66 66 -62 L44 -62 C54 -84 44 -112 20 -127 Z"),
        cloth.shade,
    );
    canvas.fill(
        &path("M-70 -90 C-62 -106 -40 -116 -18 -119 C-36 -110 -50 -100 -58 -86 C-62 -80 -74 -82 -70 -90 Z"),
        cloth.light,
    );
    canvas.fill(&path("M-67 -66 C-40 -76 40 -76 67 -66 L68 -44 C40 -54 -40 -54 -68 -44 Z"), paints::FRAME.shade);
    canvas.fill(
        &path(
            "M-62 -48 C-40 -58 40 -58 62 -48 C66 -36 60 -28 52 -29 C30 -36 -30 -36 -52 -29 C-60 -28 -66 -36 -62 -48 Z",
        ),
        paints::FRAME.base,
    );
    canvas.stroke(&path("M-64 -50 C-40 -60 40 -60 64 -50"), 3.0, paints::METAL.base);
    canvas.fill(&path("M0 -104 L11 -98 C11 -86 7 -79 0 -74 C-7 -79 -11 -86 -11 -98 Z"), paints::METAL.light);
    canvas.fill(&path("M0 -99 L7 -95 C7 -87 4 -82 0 -79 Z"), paints::METAL.shade);
}

fn helmet(canvas: &mut Canvas, sitter: &Sitter) {
    let cloth = paints::second_of(sitter.look);
    brim_shadow(canvas, sitter, "M-57 -44 C-30 -46 30 -46 57 -44 L57 -22 C30 -32 -30 -32 -56 -28 Z");
    for strap in both("M61 -36 C62 0 56 40 40 74") {
        canvas.stroke(&strap, 3.4, paints::FRAME.base);
    }
    canvas.fill(&path("M-72 -42 C-78 -102 -42 -128 0 -128 C42 -128 78 -102 72 -42 Z"), cloth.base);
    canvas.fill(&path("M18 -126 C56 -120 77 -94 72 -42 L46 -42 C54 -74 44 -108 18 -126 Z"), cloth.shade);
    canvas.fill(
        &path("M-60 -66 C-58 -92 -42 -110 -24 -117 C-36 -102 -46 -86 -49 -64 C-51 -58 -60 -58 -60 -66 Z"),
        cloth.light,
    );
    canvas.fill(
        &path("M-9 -128 C-4 -132 4 -132 9 -128 C13 -100 13 -74 11 -46 L-11 -46 C-13 -74 -13 -100 -9 -128 Z"),
        cloth.light,
    );
    canvas.fill(
        &path(
            "M-76 -48 C-40 -60 40 -60 76 -48 C82 -40 78 -33 70 -34 C36 -42 -36 -42 -70 -34 C-78 -33 -82 -40 -76 -48 Z",
        ),
        cloth.shade,
    );
    canvas.fill(
        &path(
            "M-76 -48 C-40 -60 40 -60 76 -48 C78 -46 79 -44 79 -42 C40 -53 -40 -53 -79 -42 C-79 -44 -78 -46 -76 -48 Z",
        ),
        cloth.base,
    );
}

fn headset(canvas: &mut Canvas) {
    let frame = &paints::FRAME;
    canvas.stroke(&path("M-69 -8 C-82 -84 -44 -119 0 -119 C44 -119 82 -84 69 -8"), 7.5, frame.base);
    canvas.stroke(&path("M-70 -30 C-74 -88 -40 -117 -4 -119"), 2.2, frame.light);
    for side in [-1.0, 1.0] {
        canvas.fill(&Ellipse::new((side * 69.0, 6.0), (12.0, 22.0), 0.0), frame.shade);
        canvas.fill(&Ellipse::new((side * 71.5, 6.0), (9.0, 18.0), 0.0), frame.base);
    }
    canvas.fill(&Ellipse::new((-74.0, 0.0), (3.0, 9.0), 0.0), frame.light);
    canvas.stroke_round(&path("M-70 24 C-70 54 -54 70 -30 70"), 4.2, frame.base);
    canvas.fill(&Ellipse::new((-27.0, 69.5), (9.0, 5.6), 0.0), frame.shade);
    canvas.fill(&Ellipse::new((-28.0, 68.0), (5.0, 2.0), 0.0), frame.light);
}

fn earphones(canvas: &mut Canvas) {
    for wire in both("M66 16 C70 60 62 110 30 150 C14 172 4 190 2 230") {
        canvas.stroke(&wire, 2.4, paints::WHITE.shade);
    }
    for side in [-1.0, 1.0] {
        canvas.fill(&Ellipse::new((side * 65.0, 4.0), (5.4, 6.4), 0.0), paints::WHITE.light);
        canvas.fill(&RoundedRect::new(side * 66.0 - 2.6, 4.0, side * 66.0 + 2.6, 24.0, 2.6), paints::WHITE.base);
    }
}

fn moustache(canvas: &mut Canvas, sitter: &Sitter) {
    let [left, right] = both("M0 45 C8 42.5 17 45.5 22.5 53 C15 52 7 52.5 0 51 Z");
    canvas.fill(&left, sitter.hair.base);
    canvas.fill(&right, sitter.hair.base);
}

/// Draws the earring of one ear, in the ear's units.
pub fn earring(canvas: &mut Canvas, side: f64) {
    let at = Affine::translate((side * 65.0, 28.0));
    canvas.with(at, |canvas| {
        canvas.fill(&Circle::new((0.0, 0.0), 3.4), paints::METAL.base);
        canvas.fill(&Circle::new((0.0, 7.6), 4.6), paints::WHITE.light);
        canvas.fill(&Circle::new((1.2, 8.8), 2.6), paints::WHITE.shade);
    });
}
