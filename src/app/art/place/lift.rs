//! A lift: walls of steel, a hand rail, and the panel with a button for every floor.

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    brush.fade((-2.0, -2.0, 404.0, 444.0), paints::STEEL_LIGHT, paints::STEEL);
    // The back wall, the side walls, the ceiling, the floor.
    brush.svg("M-2 -2 L84 62 V340 L-2 442 Z", paints::STEEL);
    brush.svg("M402 -2 L316 62 V340 L402 442 Z", paints::STEEL_DARK);
    brush.svg("M-2 -2 H402 L316 62 H84 Z", paints::FRAME);
    brush.svg("M84 340 H316 L402 442 H-2 Z", paints::CASING_LIGHT);
    brush.bulb(&path("M132 10 H268 L252 46 H148 Z"), paints::SHEET);
    brush.lamplight((200.0, 34.0), (150.0, 70.0), 0.7);
    brush.canvas.glow((200.0, 40.0), (170.0, 90.0), paints::SHINE);
    for x in [158.0, 240.0] {
        brush.rect((x, 62.0, 2.0, 278.0), paints::SHADE);
        brush.rect((x + 2.0, 62.0, 2.0, 278.0), paints::SHINE);
    }
    brush.svg("M100 62 L84 150 V240 L124 62 Z M296 62 L236 340 H262 L316 110 V62 Z", paints::SHINE_WEAK);
    brush.svg("M40 30 h2 V394 h-2 Z", paints::SHADE);
    brush.line("M86 262 H314", 7.0, paints::STEEL_DARK);
    brush.line("M86 260.4 H314", 2.4, paints::SHEET);
    brush.line("M84 262 L-2 306", 8.0, paints::STEEL_DARK);
    poster(brush);
    panel(brush);
}

fn panel(brush: &mut Brush) {
    brush.svg("M322 92 L372 76 V318 L322 296 Z", paints::CASING_LIGHT);
    brush.svg("M325 96 L369 82 V310 L325 291 Z", paints::STEEL_LIGHT);
    brush.svg("M331 104 L363 95 V124 L331 130 Z", paints::CASING);
    brush.svg("M342 120 V112 h-4 l9 -9 l9 7 h-5 v8 Z", paints::RED);
    for row in 0..5 {
        for column in 0..2 {
            let (x, y) =
                (337.0 + 19.0 * f64::from(column), 150.0 + 27.0 * f64::from(row) + 1.2 * f64::from(column * (row - 1)));
            let is_lit = (row, column) == (1, 1);
            brush.ellipse((x, y), (6.6, 8.0), paints::STEEL_DARK);
            brush.ellipse((x, y), (4.8, 6.0), if is_lit { paints::LAMP_LIT } else { paints::SHEET });
        }
    }
}

/// A notice of the house in a frame on the left wall.
fn poster(brush: &mut Brush) {
    brush.svg("M48 104 L78 112 V214 L48 222 Z", paints::SHEET);
    brush.svg("M48 104 L78 112 V132 L48 127 Z", paints::TEAL);
    brush.svg(
        "M53 142 L73 144 V148 L53 147 Z M53 156 L73 157 V161 L53 161 Z M53 170 L73 170 V174 L53 175 Z M53 184 \
        L66 183 V187 L53 189 Z",
        paints::SCRIBBLE,
    );
}
