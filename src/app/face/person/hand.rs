//! The arm that holds the telephone to the ear.

use bevy_egui::egui::Color32;
use kurbo::{Affine, BezPath, Line, Point, RoundedRect, Vec2};

use super::shapes::lerp;
use super::{SHEET, Sitter};
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::{self, mixed};
use crate::content::look::Dress;

/// Where the wrist is, in the head's units, and half its width.
const WRIST: (Point, f64) = (Point::new(88.0, 98.0), 14.5);
/// Where the elbow is on the sheet for the usual man, and half the width of the arm there.
const ELBOW: (Point, f64) = (Point::new(386.0, 540.0), 74.0);

/// A finger over the back of the telephone.
struct Finger {
    knuckle: Point,
    tip: Point,
    width: f64,
}

/// The fingers, the forefinger first.
const FINGERS: [Finger; 4] = [
    Finger { knuckle: Point::new(92.0, 12.0), tip: Point::new(66.0, -4.0), width: 14.5 },
    Finger { knuckle: Point::new(97.0, 29.0), tip: Point::new(64.0, 15.0), width: 15.0 },
    Finger { knuckle: Point::new(98.0, 46.0), tip: Point::new(62.0, 34.0), width: 14.5 },
    Finger { knuckle: Point::new(95.0, 62.0), tip: Point::new(62.0, 52.0), width: 12.5 },
];
/// From how far along the arm it throws a shadow on the chest.
const SHADOW_FROM: f64 = 0.22;
/// How wide the shadow is at the elbow.
const SHADOW_WIDTH: f64 = 26.0;
/// How much smaller a woman's hand is.
const WOMAN: f64 = 0.9;
/// How much smaller a hand is than the head is drawn.
const SIZE: f64 = 0.93;

/// Draws the telephone, the hand and the sleeve. `breath` moves the arm with the chest.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter, breath: Affine) {
    let small = if sitter.look.build.is_woman() { SIZE * WOMAN } else { SIZE };
    let out = Affine::translate((sitter.skull.cheek - 60.0, 0.0));
    let sized = Affine::scale_about(small, (60.0, 20.0));
    let held = sitter.head * out * sized;
    canvas.with(held, telephone);
    arm(canvas, sitter, held, breath);
    canvas.with(held, |canvas| hand(canvas, sitter));
}

fn telephone(canvas: &mut Canvas) {
    let turned = Affine::translate((66.0, 26.0)) * Affine::rotate(8f64.to_radians());
    canvas.with(turned, |canvas| {
        canvas.fill(&RoundedRect::new(-9.0, -50.0, 9.0, 50.0, 7.0), paints::PHONE.shade);
        canvas.fill(&RoundedRect::new(-5.0, -50.0, 9.0, 50.0, 6.0), paints::PHONE.base);
        canvas.fill(&RoundedRect::new(-5.0, -47.0, -2.6, 47.0, 1.2), paints::PHONE.light);
    });
}

fn hand(canvas: &mut Canvas, sitter: &Sitter) {
    let skin = &paints::skin_of(sitter.look);
    let back = path(
        "M84 2 C96 0 105 12 107 28 C109 46 107 66 104 80 C102 90 103 98 104 108 L73 106 C74 94 70 84 66 74 C62 62 74 20 84 2 Z",
    );
    canvas.fill(&back, skin.base);
    canvas.fill(
        &path(
            "M107 28 C109 46 107 66 104 80 C102 90 103 98 104 108 L95 107 C94 96 95 88 98 78 C101 64 103 46 107 28 Z",
        ),
        mixed(skin.base, skin.shade, 0.8),
    );
    for Finger { knuckle, tip, width } in FINGERS.into_iter().rev() {
        let below = Vec2::new(0.6, 1.8);
        canvas.stroke_round(&finger(knuckle + below, tip + below), width, skin.shade);
        canvas.stroke_round(&finger(knuckle, tip), width - 1.2, skin.base);
        let nail = tip + (tip - knuckle).normalize() * 2.2;
        canvas.stroke_round(
            &Line::new(nail + Vec2::new(-0.8, -0.6), nail + Vec2::new(1.6, 0.6)),
            width * 0.42,
            skin.light,
        );
    }
}

/// A finger, bent a little over the back of the telephone.
fn finger(knuckle: Point, tip: Point) -> BezPath {
    let mut bent = BezPath::new();
    let middle = knuckle.midpoint(tip) + Vec2::new(3.0, -4.0);
    bent.move_to(knuckle);
    bent.quad_to(middle, tip);
    bent
}

fn arm(canvas: &mut Canvas, sitter: &Sitter, held: Affine, breath: Affine) {
    let wrist = held * WRIST.0;
    let body = sitter.skull.body;
    let elbow = breath * Point::new(SHEET.0 / 2.0 + (ELBOW.0.x - SHEET.0 / 2.0) * body, ELBOW.0.y);
    let (base, shade, is_bare) = sleeve(sitter);
    let slim = if sitter.look.build.is_woman() { 0.82 } else { 1.0 };
    let thick = if is_bare { 0.74 } else { 1.0 };
    let (near, far) = (WRIST.1 * slim * if is_bare { 1.0 } else { 1.34 }, ELBOW.1 * body.min(1.0) * thick);
    if !is_bare {
        // What the arm throws on the chest.
        let from = wrist + (elbow - wrist) * SHADOW_FROM - Vec2::new(lerp(near, far, SHADOW_FROM) * 0.6, 0.0);
        let to = elbow - Vec2::new(far + SHADOW_WIDTH, 0.0);
        let thrown = format!("M{} {} L{} {} L{} {} Z", from.x, from.y, to.x, to.y, elbow.x, elbow.y);
        canvas.fill(&path(&thrown), shade);
    }
    canvas.fill(&limb(wrist, elbow, (-near, near), (-far, far)), base);
    canvas.fill(
        &limb(wrist, elbow, (near * 0.45, near), (far * 0.5, far)),
        if is_bare { shade } else { mixed(base, shade, 0.8) },
    );
    if !is_bare {
        // The cuff.
        let along = (elbow - wrist).normalize();
        let across = Vec2::new(-along.y, along.x) * (near + 1.5);
        let at = wrist + along * 4.0;
        canvas.stroke(&Line::new(at - across, at + across), 9.0, mixed(base, shade, 0.55));
    }
}

/// What the forearm is covered with: base, shade, and whether it is bare.
fn sleeve(sitter: &Sitter) -> (Color32, Color32, bool) {
    if matches!(sitter.look.dress, Dress::Polo | Dress::Tee) {
        let skin = paints::skin_of(sitter.look);
        return (skin.base, mixed(skin.base, skin.shade, 0.8), true);
    }
    let cloth = super::dress::sleeve_cloth(sitter.look);
    (cloth.base, cloth.shade, false)
}

/// A forearm from the wrist to the elbow: a strip across it, given at either end from our left to our right.
fn limb(wrist: Point, elbow: Point, near: (f64, f64), far: (f64, f64)) -> BezPath {
    let along = elbow - wrist;
    let unit = along.normalize();
    // Across, from our left to our right.
    let across = Vec2::new(unit.y, -unit.x);
    let belly = |side: f64, near: f64| wrist + along * 0.45 + across * (near * 1.45 + side * 3.0);
    let mut limb = BezPath::new();
    limb.move_to(wrist + across * near.0);
    limb.line_to(wrist + across * near.1);
    limb.quad_to(belly(1.0, near.1), elbow + across * far.1);
    limb.line_to(elbow + across * far.0);
    limb.quad_to(belly(-1.0, near.0), wrist + across * near.0);
    limb.close_path();
    limb
}
