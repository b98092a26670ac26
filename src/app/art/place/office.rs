//! An office: a window with blinds, a shelf of binders.

use bevy_egui::egui::Color32;

use super::super::brush::Brush;
use super::super::paints;

/// The binders on a shelf: how wide, how high, what colour.
const BINDERS: [(f64, f64, Color32); 6] = [
    (16.0, 50.0, paints::TEAL),
    (14.0, 46.0, paints::SLIP_YELLOW),
    (16.0, 52.0, paints::BLUE),
    (13.0, 44.0, paints::SHEET),
    (16.0, 50.0, paints::TEAL_LIGHT),
    (15.0, 48.0, paints::CLAY),
];

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::WALL, paints::WALL_FAR);
    window(brush);
    for (shelf, first) in [(152.0, 0), (236.0, 3)] {
        let mut x = 284.0;
        for index in 0..BINDERS.len() {
            let (width, height, color) = BINDERS[(index + first) % BINDERS.len()];
            brush.round((x, shelf - height, width - 1.5, height), 2.0, color);
            brush.rect((x + 3.0, shelf - height + 9.0, width - 7.5, 12.0), paints::SHEET);
            brush.rect((x + width - 5.0, shelf - height + 1.0, 3.5, height - 1.0), paints::SHADE_WEAK);
            x += width + if index == 3 { 8.0 } else { 0.0 };
        }
        brush.rect((276.0, shelf, 130.0, 7.0), paints::OAK);
        brush.rect((276.0, shelf + 7.0, 130.0, 4.0), paints::SHADE);
    }
    // A low partition, and a cabinet with a plant.
    brush.rect((276.0, 292.0, 130.0, 150.0), paints::FRAME_SHADE);
    brush.rect((276.0, 292.0, 130.0, 6.0), paints::FRAME);
    brush.round((316.0, 322.0, 30.0, 5.0), 2.5, paints::STEEL_DARK);
    brush.rect((-2.0, 316.0, 140.0, 130.0), paints::TEAL_LIGHT);
    brush.rect((-2.0, 316.0, 140.0, 7.0), paints::STEEL_LIGHT);
    plant(brush);
}

fn window(brush: &mut Brush) {
    super::view(brush, (16.0, 56.0, 108.0, 196.0));
    for slat in 0..9 {
        let y = 60.0 + 10.0 * f64::from(slat);
        brush.rect((16.0, y, 108.0, 5.5), paints::FRAME);
        brush.rect((16.0, y + 5.5, 108.0, 1.6), paints::SHADE);
    }
    brush.svg("M8 48 H132 V260 H8 Z M16 56 V252 H124 V56 Z", paints::FRAME);
    brush.rect((4.0, 258.0, 132.0, 8.0), paints::FRAME);
    brush.rect((4.0, 266.0, 132.0, 4.0), paints::FRAME_SHADE);
}

fn plant(brush: &mut Brush) {
    brush.svg("M76 316 C62 292 60 270 70 250 C84 268 86 292 82 316 Z", paints::LEAF_DARK);
    brush.svg("M82 316 C88 290 98 276 112 266 C112 288 104 304 92 316 Z", paints::LEAF);
    brush.svg("M78 316 C70 300 58 290 46 284 C48 302 58 312 70 316 Z", paints::LEAF_LIGHT);
    brush.rect((62.0, 304.0, 36.0, 12.0), paints::SHEET);
    brush.rect((84.0, 304.0, 14.0, 12.0), paints::SHEET_SHADE);
}
