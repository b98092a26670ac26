//! The engineers' workshop: tools on the wall, tins and pipes, a bench with a vice.

use super::super::brush::Brush;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::WALL, paints::WALL_FAR);
    pegboard(brush);
    shelf(brush);
    pipes(brush);
    lamp(brush);
    brush.rect((-2.0, 328.0, 404.0, 14.0), paints::OAK);
    brush.rect((-2.0, 328.0, 404.0, 4.0), paints::WOOD);
    brush.rect((-2.0, 342.0, 404.0, 102.0), paints::WOOD_DARK);
    vice(brush);
    toolbox(brush);
}

fn pegboard(brush: &mut Brush) {
    brush.rect((6.0, 88.0, 128.0, 168.0), paints::SHADE);
    brush.rect((0.0, 82.0, 128.0, 168.0), paints::OAK);
    brush.rect((4.0, 86.0, 120.0, 160.0), paints::WOOD);
    for hole in 0..56 {
        let (x, y) = (14.0 + 16.0 * f64::from(hole % 7), 96.0 + 20.0 * f64::from(hole / 7));
        brush.circle((x, y), 1.5, paints::WOOD_EDGE);
    }
    // A spanner, a hammer, a screwdriver, pliers.
    brush
        .svg("M22 112 q-10 -4 -8 -16 l8 6 l6 -4 v-9 q12 4 8 17 q-1 3 -4 5 V172 q0 5 -5 5 t-5 -5 Z", paints::STEEL_DARK);
    brush.rect((58.0, 104.0, 7.0, 72.0), paints::CLAY);
    brush.svg("M46 98 H72 q8 0 8 8 l-10 2 v4 H46 Z", paints::CASING);
    brush.rect((95.0, 98.0, 5.0, 44.0), paints::STEEL_DARK);
    brush.round((91.0, 140.0, 13.0, 36.0), 5.0, paints::RED);
    brush.svg(
        "M56 196 l6 -8 l6 8 l-2 12 q8 12 6 30 h-6 q0 -16 -5 -24 q-5 8 -5 24 h-6 q-2 -18 6 -30 Z",
        paints::BLUE_DARK,
    );
    brush.svg("M92 192 h14 v6 h-4 v32 q0 4 -3 4 t-3 -4 v-32 h-4 Z", paints::STEEL_DARK);
    brush.ellipse((26.0, 214.0), (14.0, 20.0), paints::CASING_LIGHT);
    brush.ellipse((26.0, 214.0), (8.0, 13.0), paints::WOOD);
}

fn shelf(brush: &mut Brush) {
    for (x, color) in [(284.0, paints::BLUE), (316.0, paints::SHEET), (348.0, paints::RED), (380.0, paints::YELLOW)] {
        brush.rect((x, 118.0, 28.0, 32.0), paints::STEEL);
        brush.rect((x, 125.0, 28.0, 18.0), color);
        brush.rect((x + 20.0, 118.0, 8.0, 32.0), paints::SHADE);
        brush.rect((x - 1.0, 115.0, 30.0, 4.0), paints::STEEL_DARK);
    }
    brush.rect((276.0, 150.0, 130.0, 8.0), paints::OAK);
    brush.rect((276.0, 158.0, 130.0, 4.0), paints::SHADE);
    for x in [290.0, 328.0, 366.0] {
        brush.round((x, 206.0, 34.0, 28.0), 3.0, paints::TEAL_LIGHT);
        brush.rect((x + 7.0, 212.0, 20.0, 8.0), paints::SHEET);
    }
    brush.rect((276.0, 234.0, 130.0, 8.0), paints::OAK);
    brush.rect((276.0, 242.0, 130.0, 4.0), paints::SHADE);
}

fn pipes(brush: &mut Brush) {
    brush.rect((-2.0, 40.0, 404.0, 12.0), paints::STEEL_DARK);
    brush.rect((-2.0, 40.0, 404.0, 4.0), paints::STEEL_LIGHT);
    brush.rect((254.0, 40.0, 12.0, 290.0), paints::STEEL_DARK);
    brush.rect((254.0, 40.0, 4.0, 290.0), paints::STEEL_LIGHT);
    for y in [74.0, 246.0] {
        brush.round((250.0, y, 20.0, 9.0), 2.0, paints::STEEL);
    }
    brush.circle((260.0, 282.0), 13.0, paints::RED);
    brush.circle((260.0, 282.0), 7.0, paints::STEEL_LIGHT);
    brush.circle((260.0, 282.0), 3.4, paints::RED_DARK);
}

fn lamp(brush: &mut Brush) {
    brush.lamplight((146.0, 78.0), (120.0, 80.0), 1.0);
    brush.svg("M122 74 Q124 52 146 52 T170 74 Z", paints::TEAL);
    brush.bulb(&kurbo::Ellipse::new((146.0, 74.0), (24.0, 4.6), 0.0), paints::SHEET);
}

/// Two jaws, a screw between them, and the handle it is turned by.
fn vice(brush: &mut Brush) {
    brush.round((292.0, 318.0, 58.0, 11.0), 3.0, paints::BLUE_DARK);
    brush.svg("M300 320 L306 298 H340 L346 320 Z", paints::BLUE_DARK);
    brush.rect((300.0, 292.0, 84.0, 9.0), paints::STEEL_DARK);
    brush.round((292.0, 270.0, 26.0, 38.0), 4.0, paints::BLUE);
    brush.round((336.0, 270.0, 24.0, 38.0), 4.0, paints::BLUE);
    brush.rect((352.0, 272.0, 8.0, 34.0), paints::BLUE_DARK);
    brush.rect((314.0, 268.0, 7.0, 15.0), paints::STEEL_LIGHT);
    brush.rect((333.0, 268.0, 7.0, 15.0), paints::STEEL_LIGHT);
    brush.line("M380 278 V316", 4.0, paints::STEEL);
    brush.circle((380.0, 278.0), 4.0, paints::STEEL_DARK);
    brush.circle((380.0, 316.0), 4.0, paints::STEEL_DARK);
}

fn toolbox(brush: &mut Brush) {
    brush.line("M58 290 Q58 274 82 274 T106 290", 5.0, paints::CASING);
    brush.round((34.0, 288.0, 96.0, 41.0), 4.0, paints::RED);
    brush.rect((34.0, 304.0, 96.0, 4.0), paints::RED_DARK);
    brush.rect((106.0, 290.0, 24.0, 38.0), paints::SHADE_WEAK);
    brush.round((74.0, 300.0, 16.0, 12.0), 2.0, paints::STEEL_LIGHT);
}
