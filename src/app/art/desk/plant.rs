//! The plant in its pot. Its leaves move a little, as if somebody had just come in.

use bevy_egui::egui::Color32;
use kurbo::Affine;

use super::super::brush::Brush;
use super::super::paints;

/// Where the stems come out of the pot.
const ROOT: (f64, f64) = (1104.0, 346.0);
/// How far leaves sway, in degrees.
const SWAY_DEGREES: f64 = 1.4;
/// How long a sway takes, in seconds.
const SWAY_SECS: f64 = 6.0;
/// The leaves from the back to the front: how they lean in degrees, how long they are, what colour.
const LEAVES: [(f64, f64, Color32); 9] = [
    (-18.0, 118.0, paints::LEAF_DARK),
    (26.0, 112.0, paints::LEAF_DARK),
    (4.0, 128.0, paints::LEAF),
    (-40.0, 100.0, paints::LEAF),
    (44.0, 92.0, paints::LEAF_DARK),
    (-62.0, 74.0, paints::LEAF_DARK),
    (64.0, 66.0, paints::LEAF),
    (-10.0, 88.0, paints::LEAF_LIGHT),
    (22.0, 78.0, paints::LEAF),
];

/// Draws the pot.
pub fn pot(brush: &mut Brush) {
    brush.shadow((1110.0, 396.0), (52.0, 11.0));
    brush.svg("M1070 348 H1138 L1130 392 Q1129 397 1124 397 H1084 Q1079 397 1078 392 Z", paints::CLAY);
    brush.svg("M1112 348 H1138 L1130 392 Q1129 397 1124 397 H1106 Q1112 372 1112 348 Z", paints::CLAY_DARK);
    brush.round((1065.0, 340.0, 78.0, 13.0), 4.0, paints::CLAY);
    brush.svg("M1110 340 H1139 Q1143 340 1143 344 V349 Q1143 353 1139 353 H1110 Z", paints::CLAY_DARK);
    brush.svg("M1065 353 H1143 L1142 358 H1066 Z", paints::SHADE);
}

/// Draws the leaves as they are at a time.
pub fn leaves(brush: &mut Brush, at_secs: f64) {
    for (index, (lean, length, color)) in LEAVES.into_iter().enumerate() {
        let phase = at_secs / SWAY_SECS * std::f64::consts::TAU + index as f64;
        let lean = (lean + SWAY_DEGREES * phase.sin()).to_radians();
        let bend = 0.34 * length * lean;
        let by = Affine::translate(ROOT) * Affine::rotate(0.62 * lean) * Affine::translate((0.05 * bend, 0.0));
        let (up, tip) = (-length, 0.4 * bend);
        brush.with(by, |brush| {
            brush.svg(
                &format!("M-3 2 C-20 {} -15 {} {tip} {up} C19 {} 17 {} 3 2 Z", 0.45 * up, 0.8 * up, 0.8 * up, 0.4 * up),
                color,
            );
            brush.svg(
                &format!("M0 2 C3 {} 4 {} {tip} {up} C19 {} 17 {} 3 2 Z", 0.45 * up, 0.75 * up, 0.8 * up, 0.4 * up),
                paints::SHADE,
            );
        });
    }
}
