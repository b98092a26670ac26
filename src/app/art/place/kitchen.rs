//! A kitchen: tiles, a hood, and a bucket that catches what drips from the ceiling.

use super::super::brush::Brush;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::TILE, paints::GROUT);
    for line in 0..11 {
        let at = 40.0 * f64::from(line);
        brush.rect((at - 1.0, -2.0, 2.0, 444.0), paints::GROUT);
        brush.rect((-2.0, at + 9.0, 404.0, 2.0), paints::GROUT);
    }
    ceiling(brush);
    hood(brush);
    brush.rect((-2.0, 310.0, 404.0, 12.0), paints::SHEET_SHADE);
    brush.rect((-2.0, 310.0, 404.0, 4.0), paints::SHEET);
    brush.rect((-2.0, 322.0, 404.0, 122.0), paints::TEAL_LIGHT);
    brush.rect((-2.0, 322.0, 404.0, 6.0), paints::SHADE);
    brush.svg("M128 328 h3 V442 h-3 Z M270 328 h3 V442 h-3 Z", paints::SHADE);
    stove(brush);
    bucket(brush);
}

/// It is wet, and the wet gathers over the bucket.
fn ceiling(brush: &mut Brush) {
    brush.rect((-2.0, -2.0, 404.0, 66.0), paints::FRAME);
    brush.rect((-2.0, 62.0, 404.0, 4.0), paints::SHADE);
    brush.svg("M22 64 Q20 34 52 30 Q76 12 104 28 Q146 30 146 64 Z", paints::HOME_SHADE);
    brush.svg("M44 64 Q48 46 70 46 Q84 34 100 46 Q122 48 122 64 Z", paints::DAMP);
    for (x, y, size) in [(86.0, 70.0, 1.0), (86.0, 128.0, 1.25), (86.0, 196.0, 1.4)] {
        let by = kurbo::Affine::translate((x, y)) * kurbo::Affine::scale(size);
        brush.with(by, |brush| {
            brush.svg("M0 -10 C2 -4 6 0 6 5 A6 6 0 0 1 -6 5 C-6 0 -2 -4 0 -10 Z", paints::BLUE);
            brush.circle((-2.0, 4.0), 1.6, paints::SHINE);
        });
    }
}

fn hood(brush: &mut Brush) {
    brush.rect((316.0, 62.0, 56.0, 50.0), paints::STEEL);
    brush.rect((316.0, 62.0, 22.0, 50.0), paints::STEEL_LIGHT);
    brush.svg("M306 112 H382 L402 150 V158 H276 V150 Z", paints::STEEL);
    brush.svg("M306 112 H334 L318 150 H276 Z", paints::STEEL_LIGHT);
    brush.rect((276.0, 150.0, 128.0, 13.0), paints::STEEL_DARK);
    for x in [300.0, 312.0, 324.0] {
        brush.circle((x, 156.5), 2.6, paints::STEEL_LIGHT);
    }
    brush.lamplight((336.0, 176.0), (90.0, 70.0), 1.0);
    brush.line("M282 196 H398", 4.0, paints::STEEL_DARK);
    brush.line("M304 198 V236", 4.0, paints::OAK);
    brush.ellipse((304.0, 244.0), (8.0, 12.0), paints::OAK);
    brush.line("M334 198 V226", 4.0, paints::STEEL_DARK);
    brush.svg("M322 226 h24 q2 22 -12 22 t-12 -22 Z", paints::STEEL_DARK);
}

fn stove(brush: &mut Brush) {
    brush.round((282.0, 303.0, 124.0, 8.0), 3.0, paints::CASING);
    brush.round((296.0, 266.0, 72.0, 38.0), 6.0, paints::RED);
    brush.svg("M344 266 H362 Q368 266 368 272 V298 Q368 304 362 304 H336 Q346 286 344 266 Z", paints::RED_DARK);
    brush.rect((290.0, 263.0, 84.0, 6.0), paints::RED_DARK);
    brush.round((322.0, 254.0, 20.0, 9.0), 4.0, paints::CASING);
    brush.round((284.0, 276.0, 14.0, 6.0), 3.0, paints::RED_DARK);
}

fn bucket(brush: &mut Brush) {
    brush.shadow((88.0, 311.0), (48.0, 7.0));
    brush.line("M52 256 Q86 210 120 256", 3.0, paints::STEEL_DARK);
    brush.svg("M48 254 H124 L116 306 Q115 312 109 312 H63 Q57 312 56 306 Z", paints::BLUE);
    brush.svg("M100 254 H124 L116 306 Q115 312 109 312 H92 Q100 286 100 254 Z", paints::BLUE_DARK);
    brush.ellipse((86.0, 254.0), (39.0, 8.0), paints::BLUE_DARK);
    brush.ellipse((86.0, 256.0), (34.0, 5.6), paints::GLASS);
    brush.ellipse((86.0, 256.0), (14.0, 2.4), paints::SHINE);
}
