//! The receiver: held down to be lowered gently; a quick tap slams it.

use bevy_egui::egui::{
    Align2, CornerRadius, CursorIcon, FontId, Key, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    pos2, vec2,
};

use crate::app::desk::{Duty, DutyAction};
use crate::app::theme::{GRID, Palette, ROUNDING, Tone, bold_family, size};
use crate::locale::Locale;
use crate::play::drill::act::{Act, GENTLE_MS};

/// The height of the handle once they have hung up, in points.
const HEIGHT: f32 = 11.0 * GRID;
/// The width of the handle once they have hung up, in points, where there is room.
const WIDTH: f32 = 420.0;
/// The size of the handle while they are still there: small, and away from the answers.
const SMALL: Vec2 = vec2(176.0, 7.0 * GRID);

/// The receiver to be put down, now that they have hung up.
pub fn at_the_end(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let size = vec2(ui.available_width().min(WIDTH), HEIGHT);
    handle(ui, duty, size, &locale.text("drill-put-down"), true)
}

/// The receiver while they are still there.
pub fn meanwhile(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    handle(ui, duty, SMALL, &locale.text("drill-cut-off"), false)
}

/// A handle with a track that fills while it is held: full is gentle.
fn handle(ui: &mut Ui, duty: &Duty, size: Vec2, label: &str, is_meant: bool) -> Option<DutyAction> {
    let palette = Palette::within(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    let lowered_ms = duty.lowering_since_ms.map(|since_ms| duty.shift.state().now_ms.saturating_sub(since_ms));
    let share = lowered_ms.map_or(0.0, |ms| ms as f32 / GENTLE_MS as f32).clamp(0.0, 1.0);
    let corner = CornerRadius::same(ROUNDING);
    let is_lit = response.hovered() || response.has_focus() || lowered_ms.is_some();
    let (fill, line, text) = match (is_meant, is_lit) {
        (true, _) => (palette.accent, palette.accent, palette.on_accent),
        (false, true) => (palette.card, palette.text_of(Tone::Bad), palette.text_of(Tone::Bad)),
        (false, false) => (palette.card, palette.line, palette.muted),
    };
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let track =
        Rect::from_min_max(pos2(rect.left() + 8.0, rect.bottom() - 7.0), pos2(rect.right() - 8.0, rect.bottom() - 4.0));
    ui.painter().rect_filled(track, CornerRadius::same(2), text.gamma_multiply(0.3));
    let filled = Rect::from_min_size(track.min, vec2(track.width() * share, track.height()));
    ui.painter().rect_filled(filled, CornerRadius::same(2), text);
    let font = FontId::new(if is_meant { size::BODY } else { size::SMALL }, bold_family());
    ui.painter().text(rect.center() - vec2(0.0, 2.0), Align2::CENTER_CENTER, label, font, text);
    let is_held = response.is_pointer_button_down_on() || ui.input(|input| input.key_down(Key::F6));
    match (is_held, lowered_ms) {
        (true, None) => Some(DutyAction::Lower),
        (false, Some(_)) => Some(DutyAction::LetGo),
        // A press that is neither mouse nor F6 (Enter, a screen reader) has no length: it is meant well.
        (false, None) if response.clicked() => Some(DutyAction::Do(Act::PutDown(GENTLE_MS))),
        _ => None,
    }
}
