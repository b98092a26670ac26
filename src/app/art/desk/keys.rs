//! The rack with the estate's keys, each with its tag.

use bevy_egui::egui::Color32;

use super::super::brush::Brush;
use super::super::paints;

/// The hooks, and the tag on each; one key is out.
const HOOKS: [(f64, Option<Color32>); 5] = [
    (1074.0, Some(paints::TEAL)),
    (1094.0, Some(paints::YELLOW)),
    (1114.0, None),
    (1134.0, Some(paints::RED)),
    (1154.0, Some(paints::TEAL)),
];

/// Draws it.
pub fn draw(brush: &mut Brush) {
    brush.round((1064.0, 132.0, 108.0, 22.0), 4.0, paints::SHADE);
    brush.round((1060.0, 126.0, 108.0, 22.0), 4.0, paints::OAK);
    brush.round((1060.0, 141.0, 108.0, 7.0), 3.0, paints::WOOD_EDGE);
    for (x, tag) in HOOKS {
        brush.round((x - 1.5, 136.0, 3.0, 11.0), 1.5, paints::STEEL_LIGHT);
        if let Some(tag) = tag {
            brush.svg(&format!("M{} 148 h8 l2 5 v15 q0 3 -3 3 h-6 q-3 0 -3 -3 v-15 Z", x - 4.0), tag);
            brush.circle((x, 153.0), 1.8, paints::WALL_FAR);
            brush.svg(&format!("M{} 171 h2.4 v5 h3 v2.4 h-3 v2 h3 v2.4 h-5.4 Z", x - 1.4), paints::BRASS);
        }
    }
}
