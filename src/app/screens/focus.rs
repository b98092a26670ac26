//! Where the keyboard is: a ring around whatever has it, once somebody goes about with keys; gone again at the next click.

use bevy_egui::egui::{Context, CornerRadius, Id, Key, LayerId, Order, Rect, Stroke, StrokeKind};

use crate::app::theme::{Palette, ROUNDING_OF_CONTROLS};

/// How far the ring stands off, in points.
const GAP: f32 = 2.0;
/// How thick it is, in points.
const THICK: f32 = 2.5;
/// The keys by which somebody goes from one thing to the next.
const KEYS: [Key; 5] = [Key::Tab, Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];

/// Draws the ring over everything.
pub fn ring(ctx: &Context) {
    let id = Id::new("goes-about-with-keys");
    let (has_gone, has_clicked) =
        ctx.input(|input| (KEYS.iter().any(|&key| input.key_pressed(key)), input.pointer.any_pressed()));
    let before = ctx.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let goes_about = (before || has_gone) && !has_clicked;
    ctx.data_mut(|data| data.insert_temp(id, goes_about));
    if let Some(rect) = focused(ctx).filter(|_| goes_about) {
        let palette = Palette::of(ctx.global_style().visuals.dark_mode);
        let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, "focus-ring".into()));
        let corner = CornerRadius::same(ROUNDING_OF_CONTROLS + GAP as u8);
        let (ring, rim) = (Stroke::new(THICK, palette.accent), Stroke::new(1.0, palette.card));
        painter.rect_stroke(rect.expand(GAP), corner, ring, StrokeKind::Outside);
        // On the accent itself the ring would not be seen without a rim.
        painter.rect_stroke(rect.expand(GAP), corner, rim, StrokeKind::Inside);
    }
}

/// Where whatever has the keyboard is on the screen.
fn focused(ctx: &Context) -> Option<Rect> {
    let id = ctx.memory(|memory| memory.focused())?;
    ctx.read_response(id).map(|response| response.rect.intersect(response.interact_rect))
}
