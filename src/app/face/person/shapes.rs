//! Shapes that are easier said than drawn.

use kurbo::{BezPath, Point};

use crate::app::art::canvas::path;

/// How many steps a sampled shape has across.
const STEPS: i32 = 18;

/// The area between two curves over `-1..=1`, either given as the point at a place. Where the lower is above the upper
/// there is nothing.
pub fn between(upper: impl Fn(f64) -> Point, lower: impl Fn(f64) -> Point) -> BezPath {
    let places = || (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS) * 2.0 - 1.0);
    let mut outline = BezPath::new();
    for place in places() {
        let at = upper(place);
        if outline.elements().is_empty() { outline.move_to(at) } else { outline.line_to(at) }
    }
    for place in places().rev() {
        let (above, below) = (upper(place), lower(place));
        outline.line_to(Point::new(below.x, below.y.max(above.y)));
    }
    outline.close_path();
    outline
}

/// A path written for the right half, and its mirror image with it.
pub fn both(svg: &str) -> [BezPath; 2] {
    let right = path(svg);
    let left = kurbo::Affine::FLIP_X * right.clone();
    [left, right]
}

/// A line of points a fixed step apart over `-1..=1`.
pub fn along(line: impl Fn(f64) -> Point) -> BezPath {
    let mut drawn = BezPath::new();
    for step in 0..=STEPS {
        let at = line(f64::from(step) / f64::from(STEPS) * 2.0 - 1.0);
        if step == 0 { drawn.move_to(at) } else { drawn.line_to(at) }
    }
    drawn
}

/// From one number to another.
pub fn lerp(from: f64, to: f64, share: f64) -> f64 {
    from + (to - from) * share
}
