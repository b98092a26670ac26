//! The guards' house at the gate: the barrier outside, the screens of the cameras, a cap on its hook.

use super::super::brush::Brush;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::WALL, paints::WALL_FAR);
    outside(brush);
    screens(brush);
    cap(brush);
    brush.rect((-2.0, 330.0, 404.0, 10.0), paints::OAK);
    brush.rect((-2.0, 330.0, 404.0, 4.0), paints::WOOD);
    brush.rect((-2.0, 340.0, 404.0, 104.0), paints::WOOD_DARK);
    radio(brush);
    register(brush);
}

/// The window takes the left half and goes on behind the head.
fn outside(brush: &mut Brush) {
    super::view(brush, (-2.0, 62.0, 232.0, 190.0));
    let mut near = brush.outside(0.12);
    near.svg("M-2 190 q20 -26 44 -12 q18 -24 40 -4 q20 -14 40 6 q30 -18 48 8 q30 -6 60 10 V236 H-2 Z", paints::LEAF);
    near.rect((-2.0, 226.0, 232.0, 30.0), paints::ASPHALT);
    near.rect((-2.0, 222.0, 232.0, 5.0), paints::PAVING);
    near.rect((44.0, 186.0, 18.0, 66.0), paints::YELLOW);
    near.rect((55.0, 186.0, 7.0, 66.0), paints::ORANGE);
    near.round((46.0, 178.0, 14.0, 10.0), 4.0, paints::RED);
    near.rect((58.0, 200.0, 172.0, 9.0), paints::SHEET);
    for x in [74.0, 110.0, 146.0, 182.0, 218.0] {
        near.svg(&format!("M{x} 200 h16 l-6 9 h-16 Z"), paints::RED);
    }
    brush.svg("M96 62 L54 252 H74 L116 62 Z", paints::SHINE_WEAK);
    brush.rect((-2.0, 54.0, 240.0, 9.0), paints::FRAME);
    brush.rect((-2.0, 252.0, 244.0, 9.0), paints::FRAME);
    brush.rect((-2.0, 261.0, 244.0, 4.0), paints::FRAME_SHADE);
    brush.rect((228.0, 54.0, 10.0, 200.0), paints::FRAME_SHADE);
    brush.rect((128.0, 62.0, 6.0, 190.0), paints::FRAME);
}

fn screens(brush: &mut Brush) {
    brush.round((270.0, 84.0, 134.0, 108.0), 5.0, paints::CASING);
    for (x, y) in [(277.0, 91.0), (341.0, 91.0), (277.0, 141.0), (341.0, 141.0)] {
        brush.rect((x, y, 58.0, 44.0), paints::GLASS_DARK);
        brush.svg(&format!("M{x} {} l20 -12 h18 l20 12 v12 h-58 Z", y + 32.0), paints::TEAL_PALE);
        brush.circle((x + 52.0, y + 6.0), 2.4, paints::RED);
    }
    brush.rect((283.0, 104.0, 14.0, 20.0), paints::BLOCK_SHADE);
    brush.round((352.0, 162.0, 22.0, 10.0), 4.0, paints::SHEET);
    brush.rect((300.0, 152.0, 7.0, 22.0), paints::CASING);
    brush.round((366.0, 112.0, 8.0, 18.0), 4.0, paints::RED);
}

fn cap(brush: &mut Brush) {
    brush.round((306.0, 214.0, 52.0, 7.0), 3.0, paints::OAK);
    brush.svg("M304 248 Q300 222 332 220 Q364 222 360 248 Z", paints::BLUE_DARK);
    brush.svg("M303 246 H361 V255 H303 Z", paints::CASING);
    brush.svg("M306 255 H358 Q350 266 332 266 T306 255 Z", paints::CASING_LIGHT);
    brush.circle((332.0, 238.0), 5.0, paints::YELLOW);
}

fn radio(brush: &mut Brush) {
    brush.rect((286.0, 274.0, 4.0, 24.0), paints::CASING);
    brush.round((282.0, 288.0, 26.0, 40.0), 4.0, paints::CASING);
    brush.rect((287.0, 296.0, 16.0, 9.0), paints::DISPLAY_LIT);
    brush.svg("M287 310 h16 v2.4 h-16 Z M287 315 h16 v2.4 h-16 Z", paints::CASING_LIGHT);
    brush.round((274.0, 318.0, 42.0, 13.0), 4.0, paints::STEEL_DARK);
    // A thermos beside it.
    brush.round((334.0, 284.0, 26.0, 46.0), 5.0, paints::TEAL);
    brush.rect((350.0, 292.0, 10.0, 36.0), paints::TEAL_DARK);
    brush.round((334.0, 280.0, 26.0, 14.0), 4.0, paints::STEEL);
}

fn register(brush: &mut Brush) {
    brush.svg("M52 330 L64 308 H126 L122 330 Z", paints::SHEET);
    brush.svg("M52 330 L64 308 H70 L60 330 Z", paints::TEAL);
    brush.svg("M76 314 h40 v2.4 h-40.6 Z M73 320 h42 v2.4 h-43 Z", paints::SCRIBBLE);
    brush.rect((50.0, 329.0, 74.0, 4.0), paints::SHEET_SHADE);
}
