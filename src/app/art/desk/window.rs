//! The window in the wall: its frame, its sill, the sheen of its panes, and the sun it lets onto the desk.

use kurbo::{BezPath, Rect};

use super::super::brush::Brush;
use super::super::canvas::path;
use super::super::paints;

/// The hole in the wall.
pub const OPENING: Rect = Rect::new(418.0, 62.0, 812.0, 304.0);
/// What can be seen through: a narrow wing and a wide pane.
pub const PANES: [Rect; 2] = [Rect::new(430.0, 74.0, 544.0, 294.0), Rect::new(556.0, 74.0, 800.0, 294.0)];

/// Draws the frame over what is outside.
pub fn draw(brush: &mut Brush) {
    // At night it is the room that shines in the panes, and less.
    let sheen = paints::SHINE_WEAK.gamma_multiply(1.0 - 0.55 * brush.light.lamp);
    for pane in PANES {
        // The frame is thick: its upper and left sides lie in shade.
        brush.rect((pane.x0, pane.y0, pane.width(), 5.0), paints::SHADE);
        brush.rect((pane.x0, pane.y0, 4.0, pane.height()), paints::SHADE);
        let (x, y) = (pane.x1, pane.y1);
        brush.svg(&format!("M{} {} L{} {} h16 L{} {} Z", x - 58.0, pane.y0, x - 100.0, y, x - 42.0, pane.y0), sheen);
        brush.svg(&format!("M{} {} L{} {} h5 L{} {} Z", x - 34.0, pane.y0, x - 76.0, y, x - 29.0, pane.y0), sheen);
    }
    let mut frame = path("M410 54 H820 V312 H410 Z");
    for pane in PANES {
        frame.extend(path(&format!("M{} {} V{} H{} V{} Z", pane.x0, pane.y0, pane.y1, pane.x1, pane.y0)));
    }
    brush.svg("M416 60 H828 V318 H416 Z M418 62 V304 H812 V62 Z", paints::SHADE_WEAK);
    brush.shape(&frame, paints::FRAME);
    brush.svg("M820 54 V312 H410 L418 304 H812 V62 Z", paints::FRAME_SHADE);
    brush.svg("M550 74 H556 V294 H550 Z M430 290 H544 V294 H430 Z M556 290 H800 V294 H556 Z", paints::FRAME_SHADE);
    brush.round((537.0, 184.0, 5.0, 22.0), 2.5, paints::STEEL_DARK);
    sill(brush);
}

fn sill(brush: &mut Brush) {
    brush.rect((404.0, 320.0, 428.0, 8.0), paints::SHADE_WEAK);
    brush.rect((398.0, 306.0, 434.0, 9.0), paints::FRAME);
    brush.rect((398.0, 315.0, 434.0, 6.0), paints::FRAME_SHADE);
}

/// Where the sun lies on the desk: the panes, laid down towards the clerk and away from the light.
pub fn sun_patches() -> [BezPath; 2] {
    [path("M452 338 H566 L664 478 H516 Z"), path("M580 338 H828 L1012 478 H682 Z")]
}
