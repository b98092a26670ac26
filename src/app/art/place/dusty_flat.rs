//! A flat that is being fitted out: bare concrete, a ladder, sacks of cement, and a stain of damp.

use super::super::brush::Brush;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::CONCRETE, paints::CONCRETE_SHADE);
    brush.svg("M150 -2 H290 L270 60 Q210 90 160 50 Z", paints::SHINE_WEAK);
    brush.svg("M-2 330 H402 V442 H-2 Z", paints::CONCRETE_SHADE);
    brush.rect((-2.0, 330.0, 404.0, 4.0), paints::SHADE);
    opening(brush);
    damp(brush);
    bulb(brush);
    ladder(brush);
    sacks(brush);
    for (x, y, radius) in [
        (132.0, 108.0, 2.2),
        (150.0, 246.0, 1.8),
        (262.0, 228.0, 2.0),
        (120.0, 262.0, 1.6),
        (268.0, 110.0, 1.8),
        (144.0, 72.0, 1.6),
    ] {
        brush.circle((x, y), radius, paints::SHINE);
    }
}

/// The hole a window will be in, with a sheet of film over half of it.
fn opening(brush: &mut Brush) {
    super::view(brush, (20.0, 96.0, 84.0, 130.0));
    brush.svg("M10 86 H114 V236 H10 Z M20 96 V226 H104 V96 Z", paints::CONCRETE_SHADE);
    brush.svg("M104 96 V226 H20 L10 236 H114 V86 Z", paints::SHADE);
    brush.svg("M58 90 H110 V206 Q100 216 92 204 T74 210 T58 202 Z", paints::SHINE);
    brush.svg("M84 90 h7 v114 q-4 4 -8 0 Z", paints::SHINE);
}

fn damp(brush: &mut Brush) {
    let rim = super::super::light::mix(paints::CONCRETE_SHADE, paints::DAMP, 0.6);
    brush.svg("M262 -2 Q256 46 282 62 Q288 96 306 92 Q318 128 334 96 Q356 104 362 76 Q402 84 402 52 V-2 Z", rim);
    brush.svg("M284 -2 Q280 34 300 46 Q308 74 324 66 Q344 78 350 54 Q384 58 402 34 V-2 Z", paints::CONCRETE_SHADE);
    brush.line("M310 96 V132", 3.0, rim);
    brush.line("M336 100 V120", 2.4, rim);
}

fn bulb(brush: &mut Brush) {
    brush.lamplight((138.0, 72.0), (110.0, 90.0), 1.0);
    brush.line("M138 -2 V52", 2.0, paints::CASING);
    brush.round((133.0, 50.0, 10.0, 12.0), 2.0, paints::CASING);
    brush.bulb(&kurbo::Circle::new((138.0, 70.0), 9.0), paints::SHEET);
}

fn ladder(brush: &mut Brush) {
    brush.shadow((326.0, 398.0), (80.0, 12.0));
    brush.line("M352 120 L384 392", 7.0, paints::WOOD_DARK);
    brush.line("M326 120 L284 396", 8.0, paints::YELLOW);
    brush.line("M352 120 L346 396", 8.0, paints::YELLOW);
    for (step, y) in [160.0, 204.0, 248.0, 292.0, 336.0].into_iter().enumerate() {
        let out = 6.4 * step as f64;
        brush.rect((320.0 - out, y, 30.0 + 0.84 * out, 7.0), paints::OAK);
        brush.rect((320.0 - out, y + 5.0, 30.0 + 0.84 * out, 3.0), paints::WOOD_DARK);
    }
    brush.round((320.0, 112.0, 40.0, 11.0), 3.0, paints::OAK);
}

fn sacks(brush: &mut Brush) {
    brush.shadow((74.0, 384.0), (84.0, 12.0));
    for (x, y, tilt) in [(18.0, 336.0, 0.0), (66.0, 338.0, 0.04), (38.0, 296.0, -0.05)] {
        let by = kurbo::Affine::translate((x, y)) * kurbo::Affine::rotate(tilt);
        brush.with(by, |brush| {
            brush.svg("M4 6 Q40 -4 82 4 Q92 22 84 42 Q42 48 4 43 Q-6 22 4 6 Z", paints::SHEET_SHADE);
            brush.svg("M4 6 Q40 -4 82 4 Q88 10 88 18 Q40 10 0 26 Q-2 14 4 6 Z", paints::SHEET);
            brush.round((26.0, 16.0, 34.0, 16.0), 3.0, paints::BLUE);
        });
    }
}
