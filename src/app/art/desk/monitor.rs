//! The monitor at the end of the desk, turned towards the clerk.

use bevy_egui::egui::Color32;

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::light::mix;
use super::super::paints;

/// How much a screen shines by itself, whatever the light.
const SELF_LIT: f32 = 0.55;

/// Draws it.
pub fn draw(brush: &mut Brush) {
    brush.shadow((122.0, 384.0), (88.0, 14.0));
    brush.ellipse((122.0, 380.0), (50.0, 10.0), paints::STEEL_DARK);
    brush.ellipse((120.0, 377.0), (50.0, 10.0), paints::STEEL);
    brush.svg("M112 340 H134 L136 378 H108 Z", paints::STEEL_DARK);
    brush.svg(
        "M26 212 Q26 206 32 206 L182 220 Q188 221 188 227 V340 Q188 346 182 346 L32 356 Q26 356 26 350 Z",
        paints::CASING,
    );
    brush.svg(
        "M182 220 L189 222.6 Q193 224 193 229 V338 Q193 342 189 343.4 L182 346 Q188 345 188 340 V227 Q188 221 \
        182 220 Z",
        paints::CASING_LIGHT,
    );
    shine(brush, "M33 215 L181 228 V334 L33 343 Z", paints::TEAL_PALE);
    shine(brush, "M33 215 L181 228 V242 L33 231 Z", paints::TEAL);
    shine(brush, "M42 243 L76 245.4 V329 L42 331 Z", paints::SHEET);
    shine(
        brush,
        "M84 246 L172 252 V268 L84 264 Z M84 272 L172 275.4 V291 L84 290 Z M84 298 L172 298.6 V314 L84 316 Z",
        paints::SHEET,
    );
    shine(brush, "M90 251.4 L98 252 V260 L90 259.6 Z M90 277.2 L98 277.4 V285.2 L90 285.2 Z", paints::YELLOW);
    shine(brush, "M90 303 H98 V310.6 L90 311 Z", paints::RED);
    brush.svg("M33 215 L92 220 L60 341 L33 343 Z", paints::SHINE_WEAK);
}

/// Paints something that shines a little by itself.
fn shine(brush: &mut Brush, svg: &str, color: Color32) {
    let color = mix(brush.lit(color), color, SELF_LIT);
    brush.canvas.fill(&path(svg), color);
}
