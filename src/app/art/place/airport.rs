//! An airport: a wall of glass, an aeroplane before it, and the departures.

use super::super::brush::Brush;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    let (top, bottom) = (brush.light.sky_top, brush.light.sky_bottom);
    brush.fade_bare((-2.0, -2.0, 404.0, 304.0), top, bottom);
    apron(brush);
    plane(brush);
    glazing(brush);
    departures(brush);
    brush.fade((-2.0, 318.0, 404.0, 126.0), paints::WALL_FAR, paints::STEEL_LIGHT);
    for x in [-10.0, 276.0] {
        seats(brush, x);
    }
}

fn apron(brush: &mut Brush) {
    let mut far = brush.outside(0.62);
    far.svg("M-2 254 H60 V238 H120 V246 H180 V232 H200 V254 H402 V262 H-2 Z", paints::BLOCK_FAR);
    far.svg("M148 254 L152 200 H144 V190 H170 V200 H162 L166 254 Z", paints::BLOCK_FAR);
    brush.outside(0.3).rect((-2.0, 254.0, 404.0, 70.0), paints::ASPHALT);
    brush.outside(0.2).svg("M-2 292 H402 v4 H-2 Z", paints::YELLOW);
}

/// Its tail stands at the right, its nose is out of sight.
fn plane(brush: &mut Brush) {
    let mut near = brush.outside(0.12);
    near.ellipse((330.0, 286.0), (96.0, 6.0), paints::SHADE);
    near.svg("M300 204 L276 128 H300 L346 200 Z", paints::TEAL);
    near.svg("M300 204 L290 170 L330 200 Z", paints::TEAL_DARK);
    near.svg("M262 204 Q300 196 402 198 V262 H352 Q300 254 262 210 Q258 205 262 204 Z", paints::SHEET);
    near.svg("M276 222 Q310 246 402 246 V262 H352 Q306 256 276 222 Z", paints::STEEL_LIGHT);
    near.svg("M262 208 L246 196 H268 L300 210 Z", paints::STEEL);
    for x in [318.0, 334.0, 350.0, 366.0, 382.0] {
        near.round((x, 214.0, 8.0, 10.0), 4.0, paints::BLUE_DARK);
    }
    near.rect((268.0, 228.0, 134.0, 4.0), paints::TEAL);
    near.rect((360.0, 260.0, 5.0, 22.0), paints::STEEL_DARK);
    near.circle((362.0, 281.0), 6.0, paints::CASING);
}

fn glazing(brush: &mut Brush) {
    brush.svg("M40 -2 L-2 150 V210 L70 -2 Z M180 -2 L96 318 H126 L210 -2 Z", paints::SHINE_WEAK);
    for x in [24.0, 136.0, 252.0, 368.0] {
        brush.rect((x, -2.0, 7.0, 322.0), paints::FRAME);
        brush.rect((x + 5.0, -2.0, 3.0, 322.0), paints::STEEL);
    }
    brush.rect((-2.0, 174.0, 404.0, 4.0), paints::FRAME);
    brush.rect((-2.0, 310.0, 404.0, 10.0), paints::STEEL);
}

fn departures(brush: &mut Brush) {
    brush.rect((66.0, -2.0, 4.0, 80.0), paints::STEEL_DARK);
    brush.rect((118.0, -2.0, 4.0, 80.0), paints::STEEL_DARK);
    brush.round((40.0, 74.0, 108.0, 92.0), 4.0, paints::CASING);
    brush.round((44.0, 78.0, 100.0, 15.0), 2.0, paints::YELLOW);
    brush.svg("M52 88 l6 -2 l-3 -5 h3 l5 4 l5 -1.4 q4 0 2 2 l-17 4 Z", paints::CASING);
    for (row, width) in [34.0, 42.0, 30.0, 38.0].into_iter().enumerate() {
        let y = 100.0 + 15.0 * row as f64;
        brush.round((50.0, y, 20.0, 6.0), 1.5, paints::BULB);
        brush.round((76.0, y, width, 6.0), 1.5, paints::SHEET);
        brush.round((126.0, y, 14.0, 6.0), 1.5, if row == 2 { paints::RED } else { paints::LAMP_SPEAKING });
    }
}

fn seats(brush: &mut Brush, x: f64) {
    brush.rect((x, 388.0, 136.0, 6.0), paints::STEEL_DARK);
    for seat in 0..3 {
        let left = x + 46.0 * f64::from(seat);
        brush.round((left, 328.0, 42.0, 54.0), 8.0, paints::BLUE_DARK);
        brush.round((left, 328.0, 37.0, 50.0), 8.0, paints::BLUE);
    }
}
