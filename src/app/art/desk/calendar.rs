//! The calendar that sheds a leaf a day.

use bevy_egui::egui::Color32;
use kurbo::Point;

use super::super::brush::Brush;
use super::super::light::Light;
use super::super::paints;
use super::Label;

/// Where the number stands.
const NUMBER_AT: Point = Point::new(988.0, 170.0);
/// How high it is.
const NUMBER_HEIGHT: f64 = 44.0;

/// Draws it, without its number.
pub fn draw(brush: &mut Brush) {
    brush.svg("M950 124 H1038 V222 H950 Z", paints::SHADE);
    brush.rect((946.0, 128.0, 84.0, 86.0), paints::SHEET_SHADE);
    brush.rect((946.0, 126.0, 84.0, 84.0), paints::SHEET);
    brush.svg("M1030 190 V210 H1006 Q1022 208 1030 190 Z", paints::SHEET_SHADE);
    brush.round((944.0, 112.0, 88.0, 26.0), 4.0, paints::RED);
    brush.rect((944.0, 131.0, 88.0, 7.0), paints::RED_DARK);
    for x in [962.0, 988.0, 1014.0] {
        brush.circle((x, 118.0), 3.0, paints::RED_DARK);
        brush.round((x - 1.5, 106.0, 3.0, 13.0), 1.5, paints::STEEL_LIGHT);
    }
    brush.round((966.0, 199.0, 36.0, 4.0), 2.0, paints::SCRIBBLE);
}

/// Its number.
pub fn label(day: u32, light: &Light) -> Label {
    let color: Color32 = light.on(paints::INK);
    Label { at: NUMBER_AT, text: day.to_string(), height: NUMBER_HEIGHT, color, is_bold: true }
}
