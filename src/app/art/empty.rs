//! Small friendly pictures for where there is nothing to show.

use kurbo::Affine;

use super::brush::Brush;
use super::canvas::Canvas;
use super::light::Light;
use super::paints;

/// The sheet of a picture.
pub const SIZE: (f64, f64) = (160.0, 120.0);

/// Why there is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Empty {
    /// Nothing has been recorded yet.
    NoRecords,
    /// Nothing is to be reviewed today.
    NothingToday,
    /// Nothing was found.
    NothingFound,
    /// Everything is done.
    AllDone,
}

impl Empty {
    /// All of them.
    #[cfg(test)]
    pub const ALL: [Self; 4] = [Self::NoRecords, Self::NothingToday, Self::NothingFound, Self::AllDone];
}

/// Draws a picture. It has no ground of its own and stands on the window's.
pub fn draw(canvas: &mut Canvas, empty: Empty, light: &Light) {
    let mut brush = Brush::inside(canvas, light);
    let spot = brush.lit(paints::TEAL_PALE).gamma_multiply(0.3);
    brush.canvas.glow((80.0, 62.0), (80.0, 58.0), spot);
    match empty {
        Empty::NoRecords => notebook(&mut brush),
        Empty::NothingToday => tea(&mut brush),
        Empty::NothingFound => folder(&mut brush),
        Empty::AllDone => form(&mut brush),
    }
}

fn notebook(brush: &mut Brush) {
    brush.shadow((82.0, 98.0), (58.0, 9.0));
    brush.svg("M34 40 Q58 32 80 42 Q102 32 126 40 V94 Q102 86 80 96 Q58 86 34 94 Z", paints::TEAL);
    brush.svg("M38 36 Q60 28 80 38 V90 Q60 80 38 88 Z", paints::SHEET);
    brush.svg("M122 36 Q100 28 80 38 V90 Q100 80 122 88 Z", paints::SHEET);
    brush.svg("M80 38 Q90 32 98 31.4 V82 Q88 84 80 90 Z", paints::SHEET_SHADE);
    for (left, right) in [
        ("M46 46 Q60 42 72 47", "M104 43 Q110 43 115 45"),
        ("M46 56 Q60 52 72 57", "M104 53 Q110 53 115 55"),
        ("M46 66 Q60 62 72 67", "M104 63 Q110 63 115 65"),
    ] {
        brush.line(left, 1.8, paints::SHEET_SHADE);
        brush.line(right, 1.8, paints::SHEET_SHADE);
    }
    brush.with(Affine::translate((112.0, 62.0)) * Affine::rotate(0.7), |brush| {
        brush.rect((-4.0, -38.0, 8.0, 50.0), paints::YELLOW);
        brush.rect((1.0, -38.0, 3.0, 50.0), paints::ORANGE);
        brush.round((-4.0, -44.0, 8.0, 8.0), 3.0, paints::RED);
        brush.rect((-4.0, -38.0, 8.0, 3.0), paints::STEEL);
        brush.svg("M-4 12 H4 L0 23 Z", paints::WOOD);
        brush.svg("M-1.5 19 H1.5 L0 23 Z", paints::INK);
    });
}

fn tea(brush: &mut Brush) {
    brush.round((14.0, 92.0, 132.0, 7.0), 3.0, paints::WOOD);
    brush.round((14.0, 96.0, 132.0, 4.0), 2.0, paints::WOOD_EDGE);
    brush.svg("M26 100 h8 l-3 12 h-5 Z M126 100 h8 v12 h-5 Z", paints::WOOD_EDGE);
    brush.ellipse((76.0, 91.0), (36.0, 4.4), paints::STEEL);
    brush.ellipse((75.0, 89.4), (36.0, 4.4), paints::SHEET);
    brush.line("M98 58 C116 54 116 82 94 80", 5.0, paints::TEAL_DARK);
    brush.svg("M50 52 H102 C102 74 96 88 86 88 H66 C56 88 50 74 50 52 Z", paints::TEAL);
    brush.svg("M86 52 H102 C102 74 96 88 86 88 H78 C86 82 88 68 86 52 Z", paints::TEAL_DARK);
    brush.svg("M54 56 H60 Q60 72 66 83 Q56 78 54 56 Z", paints::TEAL_LIGHT);
    brush.ellipse((76.0, 52.0), (26.0, 5.4), paints::TEAL_LIGHT);
    brush.ellipse((76.0, 52.6), (22.0, 3.8), paints::CLAY);
    brush.line("M68 42 q6 -6 0 -12 t2 -13", 2.6, paints::SCRIBBLE);
    brush.line("M82 43 q6 -5 0 -10 t2 -10", 2.6, paints::SCRIBBLE);
    brush.round((116.0, 86.0, 24.0, 6.0), 1.5, paints::BLUE);
    brush.round((118.0, 81.0, 20.0, 5.0), 1.5, paints::YELLOW);
    brush.svg("M28 92 C20 80 22 70 30 62 C36 72 36 82 33 92 Z", paints::LEAF);
    brush.svg("M33 92 C36 82 42 76 48 74 C48 84 42 90 36 92 Z", paints::LEAF_DARK);
}

fn folder(brush: &mut Brush) {
    brush.shadow((80.0, 98.0), (58.0, 9.0));
    brush.svg("M32 36 Q32 31 37 31 H62 L70 39 H116 Q121 39 121 44 V92 H32 Z", paints::BRASS);
    brush.svg("M42 44 L108 40 L112 86 H44 Z", paints::SHEET);
    brush.svg("M50 51 L96 48.4 V51.4 L50 54 Z M51 60 L86 58 V61 L51 63 Z", paints::SHEET_SHADE);
    brush.svg("M24 56 Q23 52 28 52 H112 Q117 52 118 56 L124 92 Q125 97 120 97 H34 Q30 97 29 92 Z", paints::YELLOW);
    brush.svg("M24 56 Q23 52 28 52 H112 Q117 52 118 56 L118.4 58 H27 L33 97 Q30 97 29 92 Z", paints::SLIP_YELLOW);
    brush.line("M116 88 L134 106", 8.0, paints::WOOD_DARK);
    brush.circle((103.0, 75.0), 20.0, paints::CASING_LIGHT);
    brush.circle((103.0, 75.0), 15.5, paints::GLASS);
    brush.svg("M91 75 A12 12 0 0 1 103 63 V66 A9 9 0 0 0 94 75 Z", paints::SHEET);
}

fn form(brush: &mut Brush) {
    brush.shadow((78.0, 106.0), (48.0, 8.0));
    brush.with(Affine::translate((76.0, 62.0)) * Affine::rotate(-0.05), |brush| {
        brush.round((-34.0, -46.0, 68.0, 90.0), 4.0, paints::OAK);
        brush.rect((-28.0, -38.0, 58.0, 78.0), paints::SHEET_SHADE);
        brush.rect((-30.0, -39.0, 58.0, 77.0), paints::SHEET);
        brush.round((-14.0, -51.0, 28.0, 12.0), 4.0, paints::STEEL_DARK);
        brush.round((-14.0, -51.0, 28.0, 5.0), 2.5, paints::STEEL_LIGHT);
        for row in 0..4 {
            let y = -28.0 + 14.0 * f64::from(row);
            brush.round((-24.0, y, 9.0, 9.0), 2.0, paints::TEAL);
            brush.line(&format!("M-22 {} l2 2.4 l4 -5", y + 4.4), 1.8, paints::SHEET);
            brush.round((-10.0, y + 3.0, 26.0 - 5.0 * f64::from(row % 2), 3.4), 1.7, paints::SCRIBBLE);
        }
    });
    brush.with(Affine::translate((108.0, 82.0)) * Affine::rotate(-0.22), |brush| {
        let red = brush.lit(paints::RED);
        brush.canvas.stroke(&kurbo::Circle::new((0.0, 0.0), 19.0), 3.0, red);
        brush.canvas.stroke(&kurbo::Circle::new((0.0, 0.0), 14.5), 1.2, red);
        brush.line("M-7 0 L-2 6 L8 -6", 4.0, paints::RED);
    });
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::{Pos2, Rect, vec2};

    use super::{Canvas, Empty, Light, SIZE, draw};
    use crate::app::art::light::Weather;

    #[test]
    fn every_picture_can_be_drawn() {
        for empty in Empty::ALL {
            let mut canvas = Canvas::within(Rect::from_min_size(Pos2::ZERO, vec2(160.0, 120.0)), SIZE, 1.0);
            draw(&mut canvas, empty, &Light::at(600, Weather::Clear));
            assert!(canvas.finish().vertices.len() > 200, "{empty:?}");
        }
    }
}
