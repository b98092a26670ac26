//! The clock on the wall: it tells the scenario's time.

use std::f64::consts::TAU;

use bevy_egui::egui::Color32;
use kurbo::{Affine, Circle};

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::paints;

/// Its middle.
const AT: (f64, f64) = (884.0, 156.0);
/// Its radius, without the rim.
const RADIUS: f64 = 38.0;

/// Draws it with the hands of an hour and a minute.
pub fn draw(brush: &mut Brush, minute_of_day: u32) {
    brush.canvas.glow((AT.0 + 6.0, AT.1 + 9.0), (RADIUS + 16.0, RADIUS + 16.0), paints::SHADOW.gamma_multiply(0.6));
    brush.circle(AT, RADIUS + 6.0, paints::TEAL);
    brush.with(Affine::translate(AT), |brush| {
        brush.svg("M-44 0 A44 44 0 0 1 0 -44 L0 -38 A38 38 0 0 0 -38 0 Z", paints::TEAL_LIGHT);
        brush.circle((0.0, 0.0), RADIUS, paints::SHEET);
        brush.svg("M-33.5 -18 A38 38 0 0 1 33.5 -18 A40 40 0 0 0 -33.5 -18 Z", paints::SHEET_SHADE);
    });
    for tick in 0..12 {
        let (width, length) = if tick % 3 == 0 { (3.2, 7.0) } else { (1.8, 4.0) };
        turned(brush, f64::from(tick) / 12.0, |brush| {
            brush.rect((-width / 2.0, -RADIUS + 3.5, width, length), paints::INK)
        });
    }
    let hours = f64::from(minute_of_day) / (12.0 * 60.0);
    hand(brush, hours, 20.0, 4.4, paints::INK);
    hand(brush, hours * 12.0, 29.0, 3.0, paints::INK);
    brush.circle(AT, 3.6, paints::RED);
}

/// Draws the hand that moves. It goes round steadily and without a sound.
pub fn second_hand(brush: &mut Brush, at_secs: f64) {
    hand(brush, at_secs / 60.0, 31.0, 1.4, paints::RED);
    let color = brush.lit(paints::RED);
    brush.canvas.fill(&Circle::new(AT, 3.0), color);
}

fn hand(brush: &mut Brush, turns: f64, length: f64, width: f64, color: Color32) {
    let half = width / 2.0;
    let shape = path(&format!(
        "M{} 6 L{} {} Q0 {} {} {} L{half} 6 Z",
        -half,
        -0.7 * half,
        -length,
        -length - half,
        0.7 * half,
        -length
    ));
    turned(brush, turns, |brush| brush.shape(&shape, color));
}

fn turned(brush: &mut Brush, turns: f64, draw: impl FnOnce(&mut Brush<'_>)) {
    brush.with(Affine::translate(AT) * Affine::rotate(turns * TAU), draw);
}
