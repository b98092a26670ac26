//! The back seat of a taxi: the street goes by behind the rear window.

use super::super::brush::{Brush, rect};
use super::super::canvas::path;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    let (top, bottom) = (brush.light.sky_top, brush.light.sky_bottom);
    brush.fade_bare((-2.0, 60.0, 404.0, 190.0), top, bottom);
    street(brush);
    cabin(brush);
    seat(brush);
}

/// It goes by too fast to be sharp: bars without corners.
fn street(brush: &mut Brush) {
    let mut far = brush.outside(0.16);
    for (x, y, width, height, color) in [
        (-10.0, 106.0, 64.0, 100.0, paints::BLOCK_ROSE),
        (58.0, 116.0, 52.0, 90.0, paints::BLOCK_SHADE),
        (104.0, 136.0, 70.0, 70.0, paints::BLOCK_ROSE),
        (236.0, 128.0, 52.0, 80.0, paints::BLOCK_SHADE),
        (286.0, 104.0, 58.0, 100.0, paints::BLOCK_ROSE_SHADE),
        (350.0, 118.0, 66.0, 84.0, paints::BLOCK_SHADE),
    ] {
        far.round((x, y, width, height), 10.0, color);
    }
    far.round((84.0, 166.0, 90.0, 40.0), 18.0, paints::LEAF);
    far.round((244.0, 160.0, 48.0, 46.0), 18.0, paints::LEAF_DARK);
    let mut near = brush.outside(0.08);
    near.rect((-2.0, 190.0, 404.0, 40.0), paints::ASPHALT);
    near.round((58.0, 170.0, 58.0, 24.0), 9.0, paints::TEAL);
    near.round((68.0, 158.0, 36.0, 20.0), 8.0, paints::TEAL_DARK);
    near.round((296.0, 174.0, 56.0, 22.0), 9.0, paints::YELLOW);
    near.round((304.0, 163.0, 34.0, 18.0), 8.0, paints::CASING_LIGHT);
    let lamp = brush.light.lamp;
    for (x, y, width) in
        [(52.0, 140.0, 46.0), (288.0, 134.0, 40.0), (64.0, 181.0, 14.0), (330.0, 183.0, 12.0), (300.0, 152.0, 34.0)]
    {
        let streak = kurbo::RoundedRect::from_rect(rect((x, y, width, 5.0)), 2.5);
        brush.canvas.fill(&streak, paints::LIT_WINDOW.gamma_multiply(0.9 * lamp));
    }
    for (y, height) in [(128.0, 4.0), (147.0, 2.0), (177.0, 3.0)] {
        brush.rect((-2.0, y, 404.0, height), paints::SHINE);
    }
}

/// The lining with the holes the windows are in.
fn cabin(brush: &mut Brush) {
    let mut lining = path("M-2 -2 H402 V442 H-2 Z");
    lining.extend(path("M74 88 Q60 88 56 102 L38 208 Q36 220 48 220 H352 Q364 220 362 208 L344 102 Q340 88 326 88 Z"));
    lining.extend(path("M-2 102 V220 H6 Q14 220 16 212 L32 112 Q34 102 26 102 Z"));
    lining.extend(path("M402 102 H374 Q366 102 368 112 L384 212 Q386 220 394 220 H402 Z"));
    brush.shape(&lining, paints::STEEL);
    brush.svg("M-2 -2 H402 V66 Q200 44 -2 66 Z", paints::FRAME_SHADE);
    brush.svg("M-2 58 Q200 36 402 58 V66 Q200 44 -2 66 Z", paints::STEEL_DARK);
    brush.svg(
        "M74 88 H326 Q340 88 344 102 L345.6 112 Q342 95 326 95 H74 Q58 95 54.4 112 L56 102 Q60 88 74 88 Z",
        paints::CASING_LIGHT,
    );
    brush.svg("M96 95 L74 214 H98 L120 95 Z", paints::SHINE_WEAK);
    // The handle over the door, and the light in the roof.
    brush.line("M296 76 Q298 62 310 64 L336 70 Q348 73 348 86", 6.0, paints::CASING_LIGHT);
    brush.bulb(&kurbo::RoundedRect::new(176.0, 20.0, 224.0, 34.0, 7.0), paints::SHEET);
    brush.lamplight((200.0, 34.0), (120.0, 60.0), 0.6);
}

fn seat(brush: &mut Brush) {
    for x in [50.0, 282.0] {
        brush.rect((x + 18.0, 236.0, 6.0, 26.0), paints::STEEL_LIGHT);
        brush.rect((x + 44.0, 236.0, 6.0, 26.0), paints::STEEL_LIGHT);
        brush.round((x, 200.0, 68.0, 44.0), 16.0, paints::CASING_LIGHT);
        brush.round((x, 200.0, 61.0, 40.0), 16.0, paints::CLOTH_DARK);
    }
    brush.svg("M-2 274 Q60 252 200 252 T402 274 V442 H-2 Z", paints::CASING_LIGHT);
    brush.svg("M-2 280 Q60 260 188 260 V442 H-2 Z M212 260 Q330 260 396 276 V442 H212 Z", paints::CLOTH_DARK);
    brush.line("M92 276 Q86 350 84 440", 2.0, paints::CASING_LIGHT);
    brush.line("M308 276 Q314 350 316 440", 2.0, paints::CASING_LIGHT);
    brush.svg("M330 262 L345 266 L300 442 H280 Z", paints::CASING);
}
