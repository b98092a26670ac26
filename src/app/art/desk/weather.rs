//! What moves behind the panes: clouds that drift, rain that runs, snow that sinks.

use kurbo::{BezPath, Circle, Rect, Shape as _};

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::light::Weather;
use super::super::paints::{self, sky};
use super::estate::OPEN_SKY;
use super::window::PANES;

/// How fast clouds drift, in units a second.
const DRIFT: f64 = 1.6;
/// How far a cloud goes before it comes again: the window, and a cloud's length on both sides.
const WAY: f64 = 620.0;
/// How far drops and flakes fall before they come again.
const FALL: f64 = 250.0;
/// How fast rain falls, in units a second.
const RAIN_SPEED: f64 = 240.0;
/// How fast snow falls.
const SNOW_SPEED: f64 = 17.0;
/// Streaks of rain at a time.
const STREAKS: u32 = 46;
/// Flakes of snow at a time, in each of two sizes.
const FLAKES: u32 = 26;

/// Rain and snow end here, above the telephones before the window.
const LOWEST: f64 = 280.0;

/// Draws the weather as it is at a time.
pub fn draw(brush: &mut Brush, at_secs: f64) {
    match brush.light.weather {
        Weather::Clear => clouds(brush, at_secs, &[(40.0, 112.0, 0.62), (330.0, 150.0, 0.5)], 0.85),
        Weather::Cloudy => clouds(brush, at_secs, &[(30.0, 104.0, 0.9), (250.0, 146.0, 0.7), (420.0, 108.0, 1.0)], 0.5),
        Weather::Haze => {}
        Weather::Rain => rain(brush, at_secs),
        Weather::Snow => snow(brush, at_secs),
    }
}

fn clouds(brush: &mut Brush, at_secs: f64, clouds: &[(f64, f64, f64)], strength: f32) {
    let sky = brush.outside(0.25);
    let color = sky.lit(sky::CLOUD).gamma_multiply(strength);
    for &(start, y, size) in clouds {
        let x = OPEN_SKY[0].x0 - 100.0 + (start + DRIFT * size * at_secs).rem_euclid(WAY);
        let cloud = cloud(x, y, size);
        let extent = cloud.bounding_box();
        for frame in OPEN_SKY.into_iter().filter(|frame| frame.overlaps(extent)) {
            sky.canvas.in_frame(frame, |canvas| canvas.fill(&cloud, color));
        }
    }
}

fn cloud(x: f64, y: f64, size: f64) -> BezPath {
    let outline = path(
        "M-46 12 Q-62 12 -60 2 Q-58 -8 -44 -8 Q-40 -24 -22 -22 Q-10 -36 8 -30 Q24 -28 28 -14 Q46 -18 52 -4 Q66 0 60 \
        12 Z",
    );
    kurbo::Affine::translate((x, y)) * kurbo::Affine::scale_non_uniform(size, 0.8 * size) * outline
}

/// A number from 0 to 1 that looks like chance and is the same every time.
fn scattered(index: u32, salt: u32) -> f64 {
    let mixed = index.wrapping_mul(2_654_435_761).wrapping_add(salt.wrapping_mul(40_503)).wrapping_mul(2_246_822_519);
    f64::from((mixed ^ (mixed >> 15)) % 10_007) / 10_007.0
}

fn above_phones(pane: Rect) -> Rect {
    Rect { y1: pane.y1.min(LOWEST), ..pane }
}

fn rain(brush: &mut Brush, at_secs: f64) {
    let [left, right] = PANES;
    let width = right.x1 - left.x0 + 60.0;
    let mut streaks = BezPath::new();
    for index in 0..STREAKS {
        let (speed, long) = (RAIN_SPEED * (0.8 + 0.4 * scattered(index, 3)), 13.0 + 12.0 * scattered(index, 2));
        let fallen = (FALL * scattered(index, 1) + speed * at_secs).rem_euclid(FALL);
        let (x, y) = (left.x0 + width * scattered(index, 0) - 0.16 * fallen, left.y0 - 26.0 + fallen);
        streaks.extend(path(&format!("M{x} {y} l{} {long} h1.1 l{} {} Z", -0.16 * long, 0.16 * long, -long)));
    }
    let color = brush.lit(paints::SNOW).gamma_multiply(0.5);
    for pane in PANES.map(above_phones) {
        brush.canvas.in_frame(pane, |canvas| canvas.fill(&streaks, color));
    }
}

fn snow(brush: &mut Brush, at_secs: f64) {
    let [left, right] = PANES;
    let width = right.x1 - left.x0;
    for (salt, radius, speed) in [(5, 1.3, 0.7), (9, 2.2, 1.0)] {
        let mut flakes = BezPath::new();
        for index in 0..FLAKES {
            let fallen = (FALL * scattered(index, salt) + SNOW_SPEED * speed * at_secs).rem_euclid(FALL);
            let sway = 5.0 * (0.6 * at_secs + f64::from(index)).sin();
            let at = (left.x0 + width * scattered(index, salt + 1) + sway, left.y0 - 10.0 + fallen);
            flakes.extend(Circle::new(at, radius).to_path(0.3));
        }
        let color = brush.outside(0.0).lit(paints::SNOW).gamma_multiply(0.9);
        for pane in PANES.map(above_phones) {
            brush.canvas.in_frame(pane, |canvas| canvas.fill(&flakes, color));
        }
    }
}
