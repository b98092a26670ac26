//! A street: shops under awnings, a tree, a lamp post.

use super::super::brush::{Brush, rect};
use super::super::paints;

pub(super) fn draw(brush: &mut Brush) {
    let (top, bottom) = (brush.light.sky_top, brush.light.sky_bottom);
    brush.fade_bare((-2.0, -2.0, 404.0, 330.0), top, bottom);
    brush
        .outside(0.6)
        .svg("M-2 330 V150 H40 V120 H96 V170 H140 V136 H190 V180 H236 V146 H270 V330 Z", paints::BLOCK_FAR);
    house(brush);
    brush.outside(0.1).rect((-2.0, 326.0, 404.0, 30.0), paints::PAVING);
    brush.outside(0.1).rect((-2.0, 326.0, 404.0, 4.0), paints::SHEET);
    brush.outside(0.1).rect((-2.0, 356.0, 404.0, 90.0), paints::ASPHALT);
    brush.outside(0.1).rect((-2.0, 356.0, 404.0, 5.0), paints::SHEET_SHADE);
    tree(brush);
    lamp_post(brush);
    rain(brush);
}

fn house(brush: &mut Brush) {
    let lamp = brush.light.lamp;
    let mut near = brush.outside(0.22);
    near.rect((262.0, 74.0, 144.0, 256.0), paints::BLOCK);
    near.rect((256.0, 68.0, 150.0, 9.0), paints::BLOCK_SHADE);
    for (x, y) in [(282.0, 96.0), (330.0, 96.0), (378.0, 96.0), (282.0, 158.0), (330.0, 158.0), (378.0, 158.0)] {
        near.rect((x, y, 28.0, 38.0), paints::GLASS_DARK);
        near.rect((x - 3.0, y + 38.0, 34.0, 5.0), paints::SHEET);
    }
    near.rect((274.0, 246.0, 130.0, 84.0), paints::GLASS_DARK);
    near.rect((322.0, 246.0, 6.0, 84.0), paints::FRAME);
    for at in
        [(330.0, 96.0, 28.0, 38.0), (282.0, 158.0, 28.0, 38.0), (274.0, 250.0, 48.0, 80.0), (328.0, 250.0, 76.0, 80.0)]
    {
        near.canvas.fill(&rect(at), paints::LIT_WINDOW.gamma_multiply(0.85 * lamp));
    }
    for stripe in 0..8 {
        let x = 262.0 + 18.0 * f64::from(stripe);
        let color = if stripe % 2 == 0 { paints::RED } else { paints::SHEET };
        near.svg(&format!("M{x} 222 h18 v30 q-9 10 -18 0 Z"), color);
    }
    near.rect((262.0, 216.0, 144.0, 8.0), paints::RED_DARK);
}

fn tree(brush: &mut Brush) {
    let mut near = brush.outside(0.08);
    near.ellipse((78.0, 342.0), (60.0, 8.0), paints::SHADE);
    near.svg("M70 342 L74 214 H86 L92 342 Z", paints::BARK);
    near.svg("M80 262 L108 228 L112 232 L84 274 Z", paints::BARK);
    near.svg(
        "M-2 216 C-20 170 6 130 40 128 C44 92 104 86 116 120 C150 122 156 170 134 188 C140 222 96 238 74 226 \
        C50 246 10 240 -2 216 Z",
        paints::LEAF_DARK,
    );
    near.svg(
        "M4 196 C-4 160 20 138 48 140 C54 108 98 104 108 130 C130 136 130 168 112 176 C108 202 74 206 62 194 \
        C40 212 12 210 4 196 Z",
        paints::LEAF,
    );
    near.svg(
        "M22 166 C22 150 38 144 52 150 C58 126 86 124 92 138 C96 154 76 164 64 160 C54 176 30 178 22 166 Z",
        paints::LEAF_LIGHT,
    );
}

fn lamp_post(brush: &mut Brush) {
    let mut near = brush.outside(0.1);
    near.rect((246.0, 66.0, 5.0, 268.0), paints::CASING_LIGHT);
    near.line("M248 72 Q250 54 270 56 L284 58", 4.0, paints::CASING_LIGHT);
    near.round((276.0, 54.0, 30.0, 8.0), 4.0, paints::CASING);
    brush.bulb(&kurbo::Ellipse::new((291.0, 62.0), (13.0, 4.0), 0.0), paints::CASING_LIGHT);
    brush.lamplight((292.0, 78.0), (90.0, 80.0), 1.3);
}

/// Rain or snow that stands still: a place does not move.
fn rain(brush: &mut Brush) {
    use super::super::light::Weather;
    let is_rain = brush.light.weather == Weather::Rain;
    if !is_rain && brush.light.weather != Weather::Snow {
        return;
    }
    for index in 0..34_u32 {
        let (x, y) = (f64::from(index * 97 % 400), f64::from(index * 61 % 320));
        if is_rain {
            brush.svg(&format!("M{x} {y} l-3 18 h1.6 l3 -18 Z"), paints::SHINE);
        } else {
            brush.circle((x, y), 2.4 + 0.04 * x.rem_euclid(30.0), paints::SHEET);
        }
    }
}
