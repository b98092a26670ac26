//! What a certificate is adorned with: a double frame, three rings in its corners and behind its text, a rule with a stone.
//!
//! Circles are drawn without sine and cosine, which are not the same on every machine: a page must be the same bytes.

use crate::export::paper::{ACCENT, Color, Mark, Spot};

use super::page::{HEIGHT, WIDTH};

/// Of the inner frame and the ornaments.
const GILT: Color = Color(0xB0, 0x8D, 0x4C);
/// Of the rings behind the text: hardly there.
const WATERMARK: Color = Color(0xF8, 0xF5, 0xEF);

/// How far the outer frame stands from the sheet's edge, in points, and how thick it is.
const OUTER: (f32, f32) = (24.0, 1.6);
/// The inner one.
const INNER: (f32, f32) = (31.0, 0.6);
/// The radii of the rings in a corner, in points.
const CORNER_RINGS: [f32; 3] = [10.0, 17.0, 24.0];
const CORNER_RING_WIDTH: f32 = 0.8;
/// The radii of the rings behind the text, in points.
const BACK_RINGS: [f32; 3] = [110.0, 165.0, 220.0];
const BACK_RING_WIDTH: f32 = 15.0;
/// The radii of the rings above the text, in points.
const EMBLEM_RINGS: [f32; 3] = [4.0, 9.0, 14.0];
const EMBLEM_RING_WIDTH: f32 = 1.7;

/// Straight pieces in a quarter of a circle.
const PIECES: u16 = 24;

/// Everything that stands behind the text, back to front. `middle` is where the rings behind it have theirs.
pub fn behind(middle: Spot) -> Vec<Mark> {
    let mut marks: Vec<Mark> =
        BACK_RINGS.iter().map(|&radius| ring(middle, radius, BACK_RING_WIDTH, WATERMARK)).collect();
    marks.push(frame(OUTER, ACCENT));
    marks.push(frame(INNER, GILT));
    for (x, right) in [(INNER.0, 1.0), (WIDTH - INNER.0, -1.0)] {
        for (y, down) in [(INNER.0, 1.0), (HEIGHT - INNER.0, -1.0)] {
            marks.extend(CORNER_RINGS.iter().map(|radius| {
                let points = quarter().map(|(a, b)| (x + right * radius * a, y + down * radius * b)).collect();
                Mark::Stroke { points, width: CORNER_RING_WIDTH, color: GILT, dashed: false }
            }));
        }
    }
    marks
}

/// The three rings of the product's name.
pub fn emblem(middle: Spot) -> Vec<Mark> {
    EMBLEM_RINGS.iter().map(|&radius| ring(middle, radius, EMBLEM_RING_WIDTH, ACCENT)).collect()
}

/// A rule of a width, in points, broken in its middle by a stone.
pub fn rule(middle: Spot, width: f32) -> Vec<Mark> {
    /// Half the stone's width, and the gap beside it, in points.
    const STONE: (f32, f32) = (3.4, 9.0);
    const RULE_WIDTH: f32 = 0.8;
    let (x, y) = middle;
    let stone =
        [(x - STONE.0, y), (x, y - STONE.0), (x + STONE.0, y), (x, y + STONE.0), (x - STONE.0, y), (x, y - STONE.0)];
    vec![
        Mark::level(x - width / 2.0, x - STONE.1, y, RULE_WIDTH, GILT),
        Mark::level(x + STONE.1, x + width / 2.0, y, RULE_WIDTH, GILT),
        Mark::Stroke { points: stone.to_vec(), width: RULE_WIDTH, color: GILT, dashed: false },
    ]
}

fn frame((inset, width): (f32, f32), color: Color) -> Mark {
    let (right, bottom) = (WIDTH - inset, HEIGHT - inset);
    // Once along the first side again, so that its corner is closed like the others.
    let points = vec![(inset, inset), (right, inset), (right, bottom), (inset, bottom), (inset, inset), (right, inset)];
    Mark::Stroke { points, width, color, dashed: false }
}

fn ring((x, y): Spot, radius: f32, width: f32, color: Color) -> Mark {
    let turned = |turns: usize| {
        quarter().map(move |(a, b)| match turns {
            0 => (a, b),
            1 => (-b, a),
            2 => (-a, -b),
            _ => (b, -a),
        })
    };
    let points = (0..4).flat_map(turned).map(|(a, b)| (x + radius * a, y + radius * b)).collect();
    Mark::Stroke { points, width, color, dashed: false }
}

/// A quarter of the circle of radius 1, from (1, 0) to (0, 1).
fn quarter() -> impl Iterator<Item = Spot> {
    (0..=PIECES).map(|piece| {
        let t = f32::from(piece) / f32::from(PIECES);
        let whole = 1.0 + t * t;
        ((1.0 - t * t) / whole, 2.0 * t / whole)
    })
}
