//! A corner shop: shelves with oil and cans, rice in sacks.

use bevy_egui::egui::Color32;

use super::super::brush::Brush;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::HOME, paints::HOME_SHADE);
    for left in [-24.0, 274.0] {
        brush.rect((left, 62.0, 150.0, 380.0), paints::WOOD_EDGE);
        brush.rect((left + 6.0, 68.0, 138.0, 372.0), paints::OAK);
        for y in [140.0, 214.0, 288.0] {
            brush.rect((left + 6.0, y - 72.0, 138.0, 8.0), paints::SHADE);
            brush.rect((left, y, 150.0, 8.0), paints::WOOD);
            brush.rect((left, y + 6.0, 150.0, 4.0), paints::WOOD_DARK);
        }
    }
    for x in [14.0, 44.0, 74.0, 104.0] {
        oil(brush, x, 140.0);
    }
    for (x, color) in
        [(10.0, paints::TEAL), (35.0, paints::RED), (60.0, paints::TEAL), (85.0, paints::BLUE), (108.0, paints::RED)]
    {
        can(brush, x, 214.0, color);
    }
    for (x, color) in [(296.0, paints::RED), (322.0, paints::YELLOW), (348.0, paints::RED), (374.0, paints::TEAL)] {
        can(brush, x, 140.0, color);
    }
    for (x, color) in [(292.0, paints::LEAF), (324.0, paints::ORANGE), (356.0, paints::LEAF), (388.0, paints::CLAY)] {
        boxes(brush, x, 214.0, color);
    }
    for x in [304.0, 334.0, 364.0, 392.0] {
        oil(brush, x, 288.0);
    }
    tags(brush);
    for (x, y) in [(2.0, 288.0), (62.0, 288.0), (-8.0, 380.0), (58.0, 380.0), (290.0, 380.0), (352.0, 380.0)] {
        rice(brush, x, y);
    }
    lamp(brush);
}

fn oil(brush: &mut Brush, x: f64, base: f64) {
    brush.round((x - 4.5, base - 60.0, 9.0, 10.0), 2.0, paints::RED);
    brush.svg(
        &format!("M{} {} h8 v5 q8 4 8 12 V{base} h-24 V{} q0 -8 8 -12 Z", x - 4.0, base - 51.0, base - 34.0),
        paints::YELLOW,
    );
    brush.svg(&format!("M{} {base} V{} q0 -7 -5 -11 q8 3 9 11 V{base} Z", x + 8.0, base - 34.0), paints::ORANGE);
    brush.rect((x - 12.0, base - 28.0, 24.0, 15.0), paints::SHEET);
    brush.circle((x, base - 20.5), 4.0, paints::LEAF);
}

fn can(brush: &mut Brush, x: f64, base: f64, color: Color32) {
    brush.rect((x - 10.0, base - 36.0, 20.0, 36.0), color);
    brush.rect((x - 10.0, base - 26.0, 20.0, 14.0), paints::SHEET);
    brush.rect((x + 5.0, base - 36.0, 5.0, 36.0), paints::SHADE);
    brush.rect((x - 10.0, base - 38.0, 20.0, 4.0), paints::STEEL);
}

fn boxes(brush: &mut Brush, x: f64, base: f64, color: Color32) {
    brush.rect((x - 13.0, base - 48.0, 26.0, 48.0), color);
    brush.rect((x - 13.0, base - 36.0, 26.0, 10.0), paints::SHEET);
    brush.rect((x + 8.0, base - 48.0, 5.0, 48.0), paints::SHADE);
}

fn rice(brush: &mut Brush, x: f64, base: f64) {
    brush.with(kurbo::Affine::translate((x, base)), |brush| {
        brush.svg("M4 -58 Q28 -64 52 -58 Q60 -30 54 0 H2 Q-4 -30 4 -58 Z", paints::SHEET);
        brush.svg("M40 -60 Q48 -60 52 -58 Q60 -30 54 0 H38 Q46 -30 40 -60 Z", paints::SHEET_SHADE);
        brush.svg("M4 -58 Q28 -64 52 -58 L50 -66 Q28 -70 6 -66 Z", paints::SHEET_SHADE);
        brush.circle((28.0, -30.0), 13.0, paints::RED);
        brush.svg("M28 -40 q7 8 0 20 q-7 -12 0 -20 Z", paints::SHEET);
    });
}

fn tags(brush: &mut Brush) {
    for (x, y) in [
        (20.0, 141.0),
        (72.0, 141.0),
        (48.0, 215.0),
        (96.0, 215.0),
        (310.0, 141.0),
        (352.0, 141.0),
        (300.0, 215.0),
        (340.0, 215.0),
        (318.0, 289.0),
        (58.0, 289.0),
    ] {
        brush.round((x, y, 18.0, 8.0), 1.5, paints::YELLOW);
    }
}

fn lamp(brush: &mut Brush) {
    brush.lamplight((200.0, 50.0), (170.0, 110.0), 1.0);
    brush.rect((199.0, -2.0, 2.0, 28.0), paints::CASING);
    brush.svg("M176 50 Q178 26 200 26 T224 50 Z", paints::TEAL);
    brush.bulb(&kurbo::Ellipse::new((200.0, 50.0), (24.0, 5.0), 0.0), paints::SHEET);
}
