//! The small things on the desk: a mug, a pad with a pen, a stack of folders.

use kurbo::{Affine, Point};

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::paints;

/// How far to the back the mug stands.
const MUG_BACK: f64 = 26.0;
/// How long steam takes to rise, in seconds.
const STEAM_SECS: f64 = 5.0;
/// How high it rises.
const STEAM_RISE: f64 = 34.0;

/// Draws the mug.
pub fn mug(brush: &mut Brush) {
    brush.with(Affine::translate((2.0, -MUG_BACK)), |brush| {
        brush.shadow((894.0, 436.0), (44.0, 9.0));
        brush.line("M908 402 C930 398 930 428 906 424", 6.0, paints::TEAL_DARK);
        brush.svg("M862 390 H912 V424 Q912 438 898 438 H876 Q862 438 862 424 Z", paints::TEAL);
        brush.svg("M894 390 H912 V424 Q912 438 898 438 H886 Q894 432 894 390 Z", paints::TEAL_DARK);
        brush.svg("M867 396 H873 V424 Q873 430 877 434 Q867 432 867 424 Z", paints::TEAL_LIGHT);
        brush.ellipse((887.0, 390.0), (25.0, 7.0), paints::TEAL_LIGHT);
        brush.ellipse((887.0, 391.0), (21.0, 5.2), paints::TEAL_DARK);
        brush.ellipse((887.0, 392.4), (18.5, 3.6), paints::BRASS);
    });
}

/// Draws the steam over it at a time.
pub fn steam(brush: &mut Brush, at_secs: f64) {
    for (index, x) in [882.0, 895.0].into_iter().enumerate() {
        let risen = (at_secs / STEAM_SECS + 0.45 * index as f64 + 0.3).rem_euclid(1.0);
        let y = 384.0 - MUG_BACK - STEAM_RISE * risen;
        let side = 3.0 * (std::f64::consts::TAU * risen).sin();
        // It comes out of nothing and goes into nothing.
        let strength = (std::f64::consts::PI * risen).sin() as f32;
        let wisp = path(&format!("M{x} {y} q{} -8 0 -14 t{} -14", 7.0 + side, -2.0 + side));
        let color = brush.lit(paints::SHEET).gamma_multiply(0.55 * strength);
        brush.canvas.stroke(&wisp, 3.4, color);
    }
}

/// Draws the pad and the pen on it.
pub fn pad(brush: &mut Brush) {
    brush.svg("M512 424 H664 L688 480 H500 Z", paints::SHADE);
    brush.svg("M506 420 H660 L680 474 H490 Z", paints::SHEET_SHADE);
    brush.svg("M506 417 H660 L680 470 H490 Z", paints::SHEET);
    brush.svg("M506 417 H660 L663 425 H503 Z", paints::TEAL);
    for line in ["M516 436 L620 436", "M513 446 L640 446", "M510 456 L584 456"] {
        brush.line(line, 2.0, paints::SCRIBBLE);
    }
    brush.line("M632 466 L706 438", 6.0, paints::SHADE);
    brush.line("M632 462 L704 434", 6.0, paints::BLUE_DARK);
    brush.line("M634 459 L700 433.4", 2.0, paints::BLUE);
    brush.svg("M633 465 L624 465.4 L630 458.6 Z", paints::INK);
    brush.line("M690 436 L704 430.6", 2.4, paints::STEEL_LIGHT);
}

/// Draws the folders.
pub fn folders(brush: &mut Brush) {
    brush.shadow((316.0, 398.0), (78.0, 10.0));
    for (x, y, width, color, shade) in [
        (246.0, 384.0, 128.0, paints::TEAL, paints::TEAL_DARK),
        (252.0, 373.0, 118.0, paints::SLIP_YELLOW, paints::BRASS),
        (244.0, 362.0, 124.0, paints::BLUE, paints::BLUE_DARK),
    ] {
        brush.rect((x + 3.0, y + 2.0, width - 6.0, 8.0), paints::SHEET_SHADE);
        brush.round((x, y + 8.0, width, 4.0), 1.5, shade);
        brush.round((x, y, width, 4.0), 1.5, color);
        brush.round((x, y, 9.0, 12.0), 2.0, shade);
    }
    // The cover of the topmost, seen from above.
    let (near, far) = (brush.lit(paints::BLUE), brush.lit(paints::BLUE_DARK));
    let cover = path("M262 350 H358 L369 363 H244 Z");
    brush.canvas.fill_between(&cover, (Point::new(262.0, 350.0), near), (Point::new(420.0, 380.0), far));
    brush.svg("M288 353 H330 L333 359 H286 Z", paints::SHEET);
}
