//! The desk lamp. It is lit when the light of the day does not do.

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::paints;

/// Draws it, and its light.
pub fn draw(brush: &mut Brush) {
    brush.shadow((978.0, 392.0), (56.0, 12.0));
    brush.lamplight((880.0, 392.0), (190.0, 58.0), 1.0);
    brush.ellipse((972.0, 388.0), (34.0, 10.0), paints::TEAL_DARK);
    brush.ellipse((970.0, 384.0), (34.0, 10.0), paints::TEAL);
    brush.ellipse((962.0, 381.0), (18.0, 4.5), paints::TEAL_LIGHT);
    brush.line("M972 382 L1000 312", 6.0, paints::TEAL_DARK);
    brush.line("M1000 312 L934 246", 6.0, paints::TEAL);
    brush.circle((1000.0, 312.0), 7.0, paints::TEAL_DARK);
    brush.circle((999.0, 311.0), 3.0, paints::TEAL_LIGHT);
    head(brush);
}

fn head(brush: &mut Brush) {
    let lamp = brush.light.lamp;
    if lamp > 0.0 {
        let cone = path("M884 284 L936 262 L980 392 Q880 410 794 392 Z");
        let (from, to) = (paints::BULB.gamma_multiply(0.36 * lamp), paints::BULB.gamma_multiply(0.02 * lamp));
        brush.canvas.fill_between(
            &cone,
            (kurbo::Point::new(908.0, 272.0), from),
            (kurbo::Point::new(890.0, 398.0), to),
        );
    }
    brush.svg("M906 274 m-26 12 q6 9 22 2 l26 -14 q10 -6 8 -14 Z", paints::TEAL_DARK);
    brush.bulb(&kurbo::Ellipse::new((909.0, 275.0), (27.0, 8.5), -0.44), paints::SHEET_SHADE);
    brush.svg(
        "M884 287 C874 256 894 236 918 234 C926 234 934 240 938 250 L936 262 C920 264 898 274 884 287 Z",
        paints::TEAL,
    );
    brush.svg("M884 280 C878 256 896 240 916 238 C902 246 890 260 890 281 Z", paints::TEAL_LIGHT);
    brush.lamplight((906.0, 278.0), (64.0, 48.0), 1.0);
}
