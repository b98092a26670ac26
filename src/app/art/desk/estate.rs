//! What the window shows: the estate with its blocks, its trees, its path, and the gate with the guard in his booth.

use bevy_egui::egui::Color32;
use kurbo::{BezPath, Circle, Rect, Shape as _};

use super::super::brush::{Area, Brush, all, rect};
use super::super::canvas::path;
use super::super::light::{Light, Weather, mix};
use super::super::paints::{self, sky};
use super::window::OPENING;

/// Where the ground meets the sky.
const HORIZON: f64 = 236.0;
/// The tall block on the left and the one on the right; clouds pass behind both.
pub const TOWERS: [Area; 2] = [(424.0, 132.0, 84.0, 122.0), (716.0, 150.0, 92.0, 106.0)];
/// The block between them, farther away.
pub const MIDDLE_BLOCK: Area = (566.0, 180.0, 96.0, 66.0);
/// The sky left open above the roofs, cut into rectangles.
pub const OPEN_SKY: [Rect; 5] = [
    Rect::new(430.0, 74.0, 520.0, 124.0),
    Rect::new(520.0, 74.0, 544.0, 196.0),
    Rect::new(556.0, 74.0, 674.0, 174.0),
    Rect::new(674.0, 74.0, 712.0, 196.0),
    Rect::new(712.0, 74.0, 800.0, 142.0),
];
/// Out of a hundred windows, so many have a light behind them in the evening.
const LIT_PERCENT: u32 = 46;
/// How much of a thing the snow covers.
const SNOWED: f32 = 0.86;

/// A block of flats.
struct Block {
    area: Area,
    side: f64,
    front: Color32,
    shade: Color32,
    columns: u32,
    rows: u32,
    air: f32,
}

/// Draws it, and a little more than the window shows.
pub fn draw(brush: &mut Brush) {
    heavens(brush);
    skyline(brush);
    let [left, right] = TOWERS;
    block(
        brush,
        &Block {
            area: MIDDLE_BLOCK,
            side: 14.0,
            front: paints::BLOCK_ROSE,
            shade: paints::BLOCK_ROSE_SHADE,
            columns: 7,
            rows: 5,
            air: 0.42,
        },
    );
    ground(brush);
    block(
        brush,
        &Block {
            area: left,
            side: 16.0,
            front: paints::BLOCK,
            shade: paints::BLOCK_SHADE,
            columns: 5,
            rows: 8,
            air: 0.12,
        },
    );
    block(
        brush,
        &Block {
            area: right,
            side: 0.0,
            front: paints::BLOCK_ROSE,
            shade: paints::BLOCK_ROSE_SHADE,
            columns: 5,
            rows: 7,
            air: 0.16,
        },
    );
    gate(brush);
    trees(brush);
    let haze = match brush.light.weather {
        Weather::Haze => 0.42,
        Weather::Rain | Weather::Snow => 0.16,
        Weather::Clear | Weather::Cloudy => 0.0,
    };
    let air = brush.light.sky_bottom.gamma_multiply(haze);
    brush.canvas.fill(&OPENING, air);
}

fn heavens(brush: &mut Brush) {
    let Light { sky_top, sky_bottom, sun, sun_height, .. } = *brush.light;
    brush.fade_bare((OPENING.x0, OPENING.y0, OPENING.width(), HORIZON - OPENING.y0 + 20.0), sky_top, sky_bottom);
    let down = f64::from(1.0 - sun_height.clamp(0.0, 1.0));
    // It goes down behind the roofs between the towers.
    let at = (612.0 + 40.0 * down, 92.0 + 84.0 * down);
    brush.canvas.glow(at, (92.0, 92.0), sky::SUN.gamma_multiply(0.75 * sun));
    brush.canvas.fill(&Circle::new(at, 13.0 + 4.0 * down), sky::SUN.gamma_multiply(sun.min(0.6) / 0.6));
}

fn skyline(brush: &mut Brush) {
    let far = "M410 250 V206 h26 v-10 h30 v14 h40 v-18 h22 v10 h26 v-14 h18 v22 h30 v-12 h40 v-20 h26 v16 h30 v-8 \
        h34 v18 h40 v-12 h40 V250 Z";
    brush.outside(0.72).svg(far, paints::BLOCK_FAR);
    brush.outside(0.62).svg("M410 250 V226 Q470 208 530 224 T650 220 T760 224 T820 220 V250 Z", paints::LEAF_DARK);
}

fn block(brush: &mut Brush, block: &Block) {
    let (x, y, width, height) = block.area;
    let (side, air) = (block.side, block.air);
    let snow = is_snowy(brush);
    let (mut glass, mut lit, mut rails) = (BezPath::new(), BezPath::new(), BezPath::new());
    let (step_x, step_y) = ((width - side) / f64::from(block.columns), (height - 8.0) / f64::from(block.rows));
    for index in 0..block.columns * block.rows {
        let (column, row) = (f64::from(index % block.columns), f64::from(index / block.columns));
        let at = (x + (column + 0.22) * step_x, y + 6.0 + (row + 0.2) * step_y, 0.56 * step_x, 0.52 * step_y);
        glass.extend(rect(at).to_path(0.1));
        if is_lit(index + width as u32) {
            lit.extend(rect(at).to_path(0.1));
        }
        if index % 2 == 0 {
            rails.extend(rect((at.0 - 1.5, at.1 + at.3 - 2.0, at.2 + 3.0, 3.5)).to_path(0.1));
        }
    }
    let lamp = brush.light.lamp * (1.0 - 0.6 * air);
    let mut brush = brush.outside(air);
    brush.rect((x + 10.0, y - 6.0, 22.0, 8.0), block.shade);
    brush.rect((x, y, width - side, height), block.front);
    brush.rect((x + width - side, y + 2.0, side, height - 2.0), block.shade);
    let roof = if snow { paints::SNOW } else { block.shade };
    brush.rect((x - 2.0, y - 2.0, width - side + 4.0, 4.0), roof);
    brush.shape(&glass, paints::GLASS_DARK);
    brush.shape(&rails, mix(block.front, paints::SHEET, 0.4));
    brush.canvas.fill(&lit, paints::LIT_WINDOW.gamma_multiply(lamp.powf(0.7)));
}

fn is_lit(index: u32) -> bool {
    // Scattered, and the same every evening.
    index.wrapping_mul(2_654_435_761).rotate_left(9) % 100 < LIT_PERCENT
}

fn is_snowy(brush: &Brush) -> bool {
    brush.light.weather == Weather::Snow
}

/// A colour under the snow, if any lies.
fn snowed(brush: &Brush, color: Color32) -> Color32 {
    if is_snowy(brush) { mix(color, paints::SNOW, SNOWED) } else { color }
}

fn ground(brush: &mut Brush) {
    let (grass, dark, paving) =
        (snowed(brush, paints::GRASS), snowed(brush, paints::GRASS_DARK), snowed(brush, paints::PAVING));
    let (far, near) = (brush.outside(0.35).lit(dark), brush.outside(0.0).lit(grass));
    brush.fade_bare((OPENING.x0, HORIZON, OPENING.width(), OPENING.y1 - HORIZON), far, near);
    let mut brush = brush.outside(0.05);
    brush.svg("M556 306 C590 284 640 272 652 248 H676 C684 270 690 286 716 306 Z", paving);
    brush.svg(
        "M700 306 C686 284 680 268 675 248 H676 C684 270 690 286 716 306 Z",
        mix(paving, paints::BLOCK_SHADE, 0.4),
    );
    brush.svg("M410 262 C470 256 560 262 640 262 L632 268 C560 268 470 266 410 270 Z", mix(paving, grass, 0.35));
}

/// Two pillars, a beam with the estate's colour, the barrier, and the booth.
fn gate(brush: &mut Brush) {
    let lamp = brush.light.lamp;
    let mut near = brush.outside(0.08);
    near.rect((640.0, 222.0, 8.0, 32.0), paints::BLOCK_SHADE);
    near.rect((640.0, 222.0, 5.0, 32.0), paints::BLOCK);
    near.rect((680.0, 222.0, 8.0, 32.0), paints::BLOCK_SHADE);
    near.rect((680.0, 222.0, 5.0, 32.0), paints::BLOCK);
    near.rect((634.0, 215.0, 60.0, 8.0), paints::TEAL);
    near.rect((634.0, 213.0, 60.0, 2.5), snowed(&near, paints::TEAL_LIGHT));
    near.rect((646.0, 241.0, 36.0, 3.0), paints::SHEET);
    near.svg("M650 241 h6 v3 h-6 Z M662 241 h6 v3 h-6 Z M674 241 h6 v3 h-6 Z", paints::RED);
    near.rect((692.0, 228.0, 28.0, 30.0), paints::FRAME);
    near.rect((713.0, 228.0, 7.0, 30.0), paints::FRAME_SHADE);
    near.rect((695.0, 233.0, 15.0, 12.0), paints::GLASS_DARK);
    near.svg("M699 245 q0 -8 4 -8 t4 8 Z", paints::BLUE_DARK);
    near.svg("M688 228 L692 222 H720 L724 228 Z", snowed(&near, paints::TEAL_DARK));
    near.canvas.fill(&rect((695.0, 233.0, 15.0, 12.0)), paints::LIT_WINDOW.gamma_multiply(0.75 * lamp));
    brush.lamplight((702.0, 246.0), (40.0, 26.0), 0.9);
}

fn trees(brush: &mut Brush) {
    for (x, base, size, air) in [
        (548.0, 250.0, 0.8, 0.3),
        (610.0, 252.0, 0.7, 0.26),
        (738.0, 262.0, 0.9, 0.14),
        (524.0, 268.0, 1.25, 0.06),
        (590.0, 264.0, 1.0, 0.1),
        (778.0, 282.0, 1.7, 0.0),
        (446.0, 286.0, 1.5, 0.0),
    ] {
        tree(brush, (x, base), size, air);
    }
    let hedge = snowed(brush, paints::LEAF_DARK);
    let hedge_light = snowed(brush, paints::LEAF);
    let mut near = brush.outside(0.0);
    near.svg("M410 310 V290 q12 -10 24 -4 q12 -8 24 0 q12 -7 24 2 q14 -8 24 2 q12 -4 18 6 q10 0 12 14 Z", hedge);
    near.svg("M410 310 V298 q12 -10 24 -4 q12 -8 24 0 q12 -7 24 2 q12 0 16 12 Z", hedge_light);
    near.svg("M740 310 q4 -14 18 -12 q10 -10 24 -4 q10 -8 34 -2 V310 Z", hedge);
}

fn tree(brush: &mut Brush, (x, base): (f64, f64), size: f64, air: f32) {
    let crown =
        |dx: f64, dy: f64, radius: f64| Circle::new((x + dx * size, base + dy * size), radius * size).to_path(0.1);
    let snow = if is_snowy(brush) { 0.5 } else { 0.0 };
    let mut brush = brush.outside(air);
    brush.canvas.glow((x + 5.0 * size, base + 1.0), (20.0 * size, 5.0 * size), paints::SHADOW.gamma_multiply(0.5));
    brush.shape(
        &path(&format!(
            "M{} {base} l{} {} h{} l{} {} Z",
            x - 2.2 * size,
            1.0 * size,
            -20.0 * size,
            2.4 * size,
            1.0 * size,
            20.0 * size
        )),
        paints::BARK,
    );
    let dark =
        all([crown(3.0, -24.0, 12.0), crown(8.0, -32.0, 9.0), crown(-6.0, -26.0, 10.0), crown(1.0, -38.0, 10.0)]);
    brush.shape(&dark, mix(paints::LEAF_DARK, paints::SNOW, snow * 0.5));
    let light = all([crown(-5.0, -28.0, 9.0), crown(1.0, -35.0, 8.5), crown(4.0, -40.0, 7.0)]);
    brush.shape(&light, mix(paints::LEAF, paints::SNOW, snow));
    brush.shape(
        &all([crown(-6.0, -33.0, 4.5), crown(-1.0, -40.0, 5.0)]),
        mix(paints::LEAF_LIGHT, paints::SNOW, 2.0 * snow),
    );
}
