//! A living room: a sofa, a floor lamp, a curtain, a picture.

use bevy_egui::egui::Color32;

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    super::wall(brush, paints::HOME, paints::HOME_SHADE);
    window(brush);
    picture(brush);
    lamp(brush);
    sofa(brush);
}

fn window(brush: &mut Brush) {
    super::view(brush, (-2.0, 50.0, 78.0, 210.0));
    brush.rect((-2.0, 148.0, 78.0, 5.0), paints::FRAME);
    brush.rect((-2.0, 44.0, 84.0, 8.0), paints::FRAME);
    brush.rect((74.0, 44.0, 8.0, 222.0), paints::FRAME);
    brush.rect((-2.0, 258.0, 92.0, 9.0), paints::FRAME);
    brush.rect((-2.0, 30.0, 142.0, 6.0), paints::WOOD_DARK);
    brush.svg("M66 34 H134 C130 120 136 200 142 300 H70 C64 200 74 120 66 34 Z", paints::TEAL_PALE);
    for fold in [
        "M82 34 C86 120 80 200 84 300 H92 C88 200 94 120 92 34 Z",
        "M108 34 C110 120 106 200 114 300 H122 C114 200 118 120 118 34 Z",
        "M128 34 H134 C130 120 136 200 142 300 H136 C130 200 126 120 128 34 Z",
    ] {
        brush.svg(fold, paints::SHADE_WEAK);
    }
}

fn picture(brush: &mut Brush) {
    brush.rect((286.0, 88.0, 84.0, 66.0), paints::SHADE);
    brush.rect((280.0, 82.0, 84.0, 66.0), paints::WOOD_EDGE);
    brush.rect((286.0, 88.0, 72.0, 54.0), paints::SHEET);
    brush.rect((291.0, 93.0, 62.0, 44.0), paints::GLASS);
    brush.circle((340.0, 105.0), 6.0, paints::BULB);
    brush.svg("M291 128 L310 108 L324 122 L334 114 L353 130 V137 H291 Z", paints::LEAF_DARK);
    brush.svg("M291 132 Q316 120 353 134 V137 H291 Z", paints::LEAF_LIGHT);
}

fn lamp(brush: &mut Brush) {
    brush.lamplight((330.0, 208.0), (120.0, 110.0), 1.0);
    brush.rect((328.0, 222.0, 5.0, 160.0), paints::WOOD_DARK);
    brush.bulb(&path("M310 178 H350 L366 224 H294 Z"), paints::SHEET_SHADE);
    brush.svg("M338 178 H350 L366 224 H346 Z", paints::SHADE_WEAK);
}

fn sofa(brush: &mut Brush) {
    brush.round((6.0, 274.0, 388.0, 180.0), 26.0, paints::CLOTH_DARK);
    brush.round((6.0, 274.0, 190.0, 180.0), 24.0, paints::CLOTH);
    brush.round((200.0, 274.0, 188.0, 180.0), 24.0, paints::CLOTH);
    brush.round((-20.0, 334.0, 66.0, 120.0), 24.0, paints::CLOTH_DARK);
    brush.round((354.0, 334.0, 66.0, 120.0), 24.0, paints::CLOTH_DARK);
    cushion(brush, (88.0, 330.0), -0.3, paints::YELLOW);
    cushion(brush, (316.0, 332.0), 0.26, paints::CLAY);
}

fn cushion(brush: &mut Brush, at: (f64, f64), tilt: f64, color: Color32) {
    brush.with(kurbo::Affine::translate(at) * kurbo::Affine::rotate(tilt), |brush| {
        brush.svg("M-34 -32 Q0 -26 34 -32 Q28 0 34 32 Q0 26 -34 32 Q-28 0 -34 -32 Z", color);
        brush.svg("M14 -30 Q26 -30 34 -32 Q28 0 34 32 Q24 30 12 29 Q24 0 14 -30 Z", paints::SHADE);
    });
}
