//! A desk telephone: a receiver on the left, a display, keys, a plate with its number, and a lamp that is lit when it
//! rings.

use std::f64::consts::TAU;

use bevy_egui::egui::Color32;
use kurbo::{Affine, BezPath, Point};

use super::super::brush::{Brush, rect};
use super::super::canvas::path;
use super::super::light::{Light, mix};
use super::super::paints;
use super::{Label, MOST_PHONES, Phone, PhoneState};

/// Where the feet of near telephones stand.
const BASE: f64 = 401.0;
/// Where those of far ones do.
const FAR_BASE: f64 = 362.0;
/// How large near telephones look when there are so many.
const SIZES: [f64; MOST_PHONES] = [1.24, 1.2, 1.12, 1.04];
/// How large far ones do.
const FAR_SIZE: f64 = 0.66;
/// How much paler.
const FAR_AIR: f32 = 0.3;
/// The middle of telephones when there are so many.
const MIDDLES: [&[f64]; MOST_PHONES] =
    [&[600.0], &[528.0, 682.0], &[464.0, 608.0, 752.0], &[396.0, 530.0, 664.0, 798.0]];
/// The middle of the receiver when it lies on the telephone.
const CRADLE: (f64, f64) = (-34.0, -50.0);
/// What it takes up, around the middle of its foot.
#[cfg(test)]
const OUTLINE: kurbo::Rect = kurbo::Rect::new(-60.0, -99.0, 60.0, 0.0);
/// The middle of the plate.
const PLATE: (f64, f64) = (41.0, -31.0);
/// The height of the number on it.
const PLATE_HEIGHT: f64 = 19.0;
/// How long a ring is, in seconds.
const RING_SECS: f64 = 1.0;
/// From one ring to the next, in seconds.
const RING_EVERY_SECS: f64 = 4.0;
/// How often a second the receiver trembles.
const TREMBLES: f64 = 9.0;
/// How long the lamp takes to go dim and bright again, in seconds.
const BLINK_SECS: f64 = 1.0;

/// Where a telephone stands, and how large it looks.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    at: (f64, f64),
    size: f64,
}

impl Spot {
    fn affine(self) -> Affine {
        Affine::translate(self.at) * Affine::scale(self.size)
    }
}

/// The telephones that are shown, and where.
pub fn places(phones: &[Phone]) -> impl Iterator<Item = (Spot, Phone)> {
    let fewer = phones.len().clamp(1, MOST_PHONES) - 1;
    phones.iter().zip(MIDDLES[fewer]).map(move |(phone, &x)| {
        let (y, size) = if phone.is_far { (FAR_BASE, FAR_SIZE) } else { (BASE, SIZES[fewer]) };
        (Spot { at: (x, y), size }, *phone)
    })
}

/// The room it takes up on the sheet.
#[cfg(test)]
pub fn area(spot: Spot) -> kurbo::Rect {
    spot.affine().transform_rect_bbox(OUTLINE)
}

/// Draws what stands still of it.
pub fn draw(brush: &mut Brush, spot: Spot, phone: Phone) {
    let air = if phone.is_far { FAR_AIR } else { 0.0 };
    let paint = move |color| mix(color, paints::WALL_FAR, air);
    brush.with(spot.affine(), |brush| {
        brush.shadow((6.0, -2.0), (74.0, 13.0));
        cord(brush, phone.state, &paint);
        body(brush, &paint);
        keys(brush, &paint);
        let display = if phone.state == PhoneState::Resting { paints::DISPLAY } else { paints::DISPLAY_LIT };
        brush.svg(DISPLAY, paint(display));
        if phone.state != PhoneState::Resting {
            brush.svg("M-5 -73 h30 v3.4 h-30 Z M-5 -66 h40 v3.4 h-40 Z", paint(paints::LEAF_DARK));
        }
        let lamp = if phone.state == PhoneState::InUse { paints::LAMP_SPEAKING } else { paints::LAMP_DARK };
        brush.svg(LAMP, paint(lamp));
        if phone.state == PhoneState::Resting {
            brush.with(Affine::translate(CRADLE), |brush| receiver(brush, &paint));
        }
    });
}

/// Draws what moves of it when it rings.
pub fn ring(brush: &mut Brush, spot: Spot, phone: Phone, at_secs: f64) {
    if phone.state != PhoneState::Ringing {
        return;
    }
    let air = if phone.is_far { FAR_AIR } else { 0.0 };
    let paint = move |color| mix(color, paints::WALL_FAR, air);
    let is_sounding = at_secs.rem_euclid(RING_EVERY_SECS) < RING_SECS;
    let tremble = if is_sounding { (at_secs * TREMBLES * TAU).sin() } else { 0.0 };
    let brightness = (0.8 + 0.2 * (at_secs / BLINK_SECS * TAU).cos()) as f32;
    brush.with(spot.affine(), |brush| {
        let by = Affine::translate((CRADLE.0, CRADLE.1 - 1.2 * tremble.abs())) * Affine::rotate(0.025 * tremble);
        brush.with(by, |brush| receiver(brush, &paint));
        brush.canvas.glow((36.0, -89.0), (34.0, 26.0), paints::LAMP_LIT.gamma_multiply(0.55 * brightness));
        let lamp = mix(paint(paints::LAMP_DARK), paints::LAMP_LIT, brightness);
        brush.canvas.fill(&path(LAMP), lamp);
        if is_sounding {
            brush.canvas.stroke_round(
                &path("M-58 -98 Q-64 -108 -55 -119 M-68 -95 Q-79 -111 -65 -128"),
                3.2,
                paints::LAMP_LIT,
            );
        }
    });
}

/// The number on its plate.
pub fn label(spot: Spot, phone: Phone, light: &Light) -> Label {
    let at = spot.affine() * Point::from(PLATE);
    let color: Color32 = light.on(paints::INK);
    Label { at, text: phone.number.to_string(), height: PLATE_HEIGHT * spot.size, color, is_bold: true }
}

const DISPLAY: &str =
    "M-9 -79 H38 Q42 -79 42.5 -76 L44.5 -62 Q45 -57 41 -57 H-9 Q-13 -57 -13 -61 V-75 Q-13 -79 -9 -79 Z";
/// Both ends and what joins them.
const RECEIVER: &str = "M-15 -41 Q-16 -49 -8 -49 H12 Q20 -49 19 -41 L17 -26 Q16 -20 10 -20 H-9 Q-15 -20 -15 -26 Z \
    M-19 23 Q-19 17 -12 17 H11 Q18 17 18 23 L17 37 Q17 44 9 44 H-13 Q-21 44 -20 37 Z \
    M-8 -44 H9 Q12 -4 8 38 H-12 Q-10 -4 -8 -44 Z";
const RECEIVER_LIGHT: &str = "M-12 -41 Q-13 -46 -7 -46 H13 Q17 -46 16 -41 L15.6 -38 Q15 -42 10 -42 H-6 Q-9 -42 -9 -38 \
    Q-7 -4 -10 20 H-13 Q-10 -4 -12 -28 Z M-16 23 Q-16 20 -12 20 H11 Q15 20 15 23 H-9 Q-13 23 -13 27 L-14 37 Q-18 38 \
    -17 33 Z";
const LAMP: &str = "M25 -85 V-89 Q25 -95 31 -95 H41 Q47 -95 47 -89 V-85 Z";

fn body(brush: &mut Brush, paint: &dyn Fn(Color32) -> Color32) {
    brush.svg("M-59 -18 L-58 -5 Q-57 0 -52 0 H52 Q57 0 58 -5 L59 -18 Z", paint(paints::PHONE_EDGE));
    brush.svg(
        "M-43 -86 H43 Q49 -86 50 -80 L59 -17 Q60 -9 53 -9 H-53 Q-60 -9 -59 -17 L-50 -80 Q-49 -86 -43 -86 Z",
        paint(paints::PHONE),
    );
    brush.svg(
        "M-43 -86 H43 Q49 -86 50 -80 L50.4 -77 Q49 -83 43 -83 H-43 Q-49 -83 -50.4 -77 L-50 -80 Q-49 -86 -43 -86 Z",
        paint(paints::PHONE_LIGHT),
    );
    // The hollows the receiver lies in.
    brush.svg(
        "M-44 -82 H-25 Q-20 -82 -20 -77 L-21 -20 Q-21 -15 -26 -15 H-47 Q-53 -15 -52 -21 L-49 -77 Q-48 -82 -44 -82 Z",
        paint(paints::PHONE_EDGE),
    );
    brush.round((-46.0, -79.0, 22.0, 17.0), 6.0, paint(paints::RECEIVER));
    brush.round((-48.0, -36.0, 24.0, 18.0), 6.0, paint(paints::RECEIVER));
    brush.round((29.0, -45.0, 24.0, 28.0), 3.0, paint(paints::SHEET));
}

fn keys(brush: &mut Brush, paint: &dyn Fn(Color32) -> Color32) {
    let mut keys = BezPath::new();
    for index in 0..12 {
        let (column, row) = (f64::from(index % 3), f64::from(index / 3));
        let spread = 12.0 + 0.5 * row;
        let at = (-12.0 - 0.4 * row + column * spread, -49.0 + 8.7 * row, 9.4, 5.8);
        keys.extend(kurbo::Shape::to_path(&kurbo::RoundedRect::from_rect(rect(at), 1.8), 0.1));
    }
    brush.shape(&keys, paint(paints::PHONE_KEY));
}

fn receiver(brush: &mut Brush, paint: &dyn Fn(Color32) -> Color32) {
    brush.svg("M-4 -40 H24 V-14 L16 -8 L14 20 L22 26 L20 47 H-12 Z", paints::SHADE);
    brush.svg(RECEIVER, paint(paints::RECEIVER));
    brush.svg(RECEIVER_LIGHT, paint(paints::RECEIVER_LIGHT));
}

/// The curled cord: beside the telephone, or away to the hand that holds the receiver.
fn cord(brush: &mut Brush, state: PhoneState, paint: &dyn Fn(Color32) -> Color32) {
    let (from, by, to) = match state {
        PhoneState::InUse => ((-46.0, -8.0), (-84.0, 34.0), (-52.0, 128.0)),
        PhoneState::Resting | PhoneState::Ringing => ((-55.0, -7.0), (-76.0, 12.0), (-22.0, 8.0)),
    };
    let (from, by, to): (Point, Point, Point) = (from.into(), by.into(), to.into());
    let line = kurbo::QuadBez::new(from, by, to);
    let length = kurbo::ParamCurveArclen::arclen(&line, 0.5);
    let turns = (length / 5.0).round();
    let steps = (turns * 8.0) as u32;
    let mut curl = BezPath::new();
    for step in 0..=steps {
        let share = f64::from(step) / f64::from(steps);
        let at = kurbo::ParamCurve::eval(&line, share);
        let (sin, cos) = (share * turns * TAU).sin_cos();
        let point = Point::new(at.x + 2.4 * cos, at.y + 3.2 * sin);
        if step == 0 { curl.move_to(point) } else { curl.line_to(point) }
    }
    let color = brush.lit(paint(paints::RECEIVER_LIGHT));
    brush.canvas.stroke_round(&curl, 1.7, color);
}
