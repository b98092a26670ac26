//! The board with the open work orders: every slip is one, and its pin says how urgent it is.

use kurbo::Affine;

use super::super::brush::Brush;
use super::super::paints;

/// Slips side by side.
const COLUMNS: usize = 4;
/// Rows of slips.
const ROWS: usize = 3;
/// Every so many slips one is urgent, and its pin red.
const URGENT_EVERY: usize = 3;
/// The first slip's middle.
const FIRST: (f64, f64) = (244.0, 164.0);
/// From slip to slip.
const STEP: (f64, f64) = (40.0, 45.0);
/// How slips hang, in degrees.
const TILTS: [f64; 5] = [-4.0, 2.5, -1.0, 4.0, 1.0];

/// Draws it with a slip for every open order, as far as there is room.
pub fn draw(brush: &mut Brush, open_orders: usize) {
    brush.svg("M222 122 H404 V292 H222 Z", paints::SHADE_WEAK);
    brush.round((212.0, 112.0, 184.0, 174.0), 5.0, paints::OAK);
    brush.svg("M396 117 V281 Q396 286 391 286 H217 L222 278 H388 V120 L395 113 Z", paints::WOOD_EDGE);
    brush.rect((220.0, 120.0, 168.0, 158.0), paints::CORK);
    brush.svg("M220 120 H388 V124 H224 V278 H220 Z", paints::CORK_SHADE);
    brush.round((230.0, 127.0, 148.0, 12.0), 3.0, paints::TEAL);
    brush.round((240.0, 131.0, 52.0, 4.0), 2.0, paints::TEAL_PALE);
    brush.circle((368.0, 133.0), 3.0, paints::YELLOW);
    for index in 0..open_orders.min(COLUMNS * ROWS) {
        let (column, row) = ((index % COLUMNS) as f64, (index / COLUMNS) as f64);
        slip(brush, index, (FIRST.0 + column * STEP.0, FIRST.1 + row * STEP.1));
    }
}

fn slip(brush: &mut Brush, index: usize, at: (f64, f64)) {
    let tilt = TILTS[index % TILTS.len()].to_radians();
    let paper = [paints::SHEET, paints::SLIP_YELLOW, paints::SHEET, paints::SLIP_GREEN][(index + index / COLUMNS) % 4];
    let pin = if index.is_multiple_of(URGENT_EVERY) { paints::RED } else { paints::YELLOW };
    brush.with(Affine::translate(at) * Affine::rotate(tilt), |brush| {
        brush.rect((-12.0, -15.0, 30.0, 37.0), paints::SHADE);
        brush.rect((-15.0, -18.0, 30.0, 37.0), paper);
        brush.svg("M-10 -5 h20 v2.6 h-20 Z M-10 1 h20 v2.6 h-20 Z M-10 7 h13 v2.6 h-13 Z", paints::SCRIBBLE);
        brush.circle((1.0, -14.0), 4.2, paints::SHADE);
        brush.circle((0.0, -15.0), 4.2, pin);
        brush.circle((-1.2, -16.2), 1.4, paints::SHINE);
    });
}
