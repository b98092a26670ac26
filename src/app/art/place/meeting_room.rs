//! A meeting room: a board with a chart, chairs around a table.

use super::super::brush::Brush;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::WALL, paints::TEAL_PALE);
    glass_wall(brush);
    chart(brush);
    for x in [92.0, 318.0] {
        chair(brush, x);
    }
    brush.rect((-2.0, 372.0, 404.0, 72.0), paints::OAK);
    brush.rect((-2.0, 372.0, 404.0, 7.0), paints::WOOD);
    brush.round((274.0, 354.0, 18.0, 22.0), 3.0, paints::SHEET);
    brush.rect((286.0, 358.0, 6.0, 16.0), paints::SHEET_SHADE);
    brush.round((54.0, 326.0, 76.0, 48.0), 4.0, paints::STEEL_DARK);
    brush.round((54.0, 326.0, 72.0, 46.0), 4.0, paints::STEEL);
    brush.circle((91.0, 348.0), 5.0, paints::STEEL_LIGHT);
    brush.round((48.0, 371.0, 88.0, 5.0), 2.0, paints::STEEL_DARK);
}

fn glass_wall(brush: &mut Brush) {
    super::view(brush, (-2.0, 40.0, 132.0, 262.0));
    brush.rect((-2.0, 40.0, 132.0, 262.0), paints::SHINE);
    brush.rect((-2.0, 32.0, 138.0, 8.0), paints::STEEL);
    brush.rect((-2.0, 302.0, 138.0, 8.0), paints::STEEL);
    brush.rect((129.0, 32.0, 7.0, 278.0), paints::STEEL_DARK);
    brush.rect((60.0, 40.0, 4.0, 262.0), paints::STEEL);
    brush.rect((-2.0, 178.0, 131.0, 26.0), paints::SHINE);
    brush.svg("M100 40 L84 150 H92 L108 40 Z", paints::SHINE);
}

fn chart(brush: &mut Brush) {
    brush.svg("M262 72 H402 V232 H262 Z", paints::SHADE_WEAK);
    brush.rect((256.0, 62.0, 148.0, 162.0), paints::STEEL);
    brush.rect((261.0, 67.0, 143.0, 152.0), paints::SHEET);
    brush.round((276.0, 80.0, 60.0, 7.0), 3.0, paints::TEAL);
    for (x, height, color) in [
        (284.0, 34.0, paints::TEAL_PALE),
        (302.0, 52.0, paints::TEAL_LIGHT),
        (320.0, 44.0, paints::TEAL_PALE),
        (338.0, 72.0, paints::TEAL),
        (356.0, 84.0, paints::YELLOW),
    ] {
        brush.rect((x, 204.0 - height, 12.0, height), color);
    }
    brush.rect((276.0, 204.0, 128.0, 2.0), paints::STEEL_DARK);
    brush.line("M290 156 L308 138 L326 146 L344 116 L362 104", 2.6, paints::RED);
    brush.rect((256.0, 219.0, 148.0, 7.0), paints::STEEL_DARK);
}

fn chair(brush: &mut Brush, x: f64) {
    brush.round((x - 34.0, 262.0, 68.0, 96.0), 16.0, paints::CLOTH_DARK);
    brush.round((x - 34.0, 262.0, 60.0, 92.0), 16.0, paints::CLOTH);
    brush.rect((x - 4.0, 352.0, 8.0, 24.0), paints::STEEL_DARK);
}
