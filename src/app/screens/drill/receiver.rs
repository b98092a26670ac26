//! The receiver: held down to be lowered gently; a quick tap slams it.

use bevy_egui::egui::{
    Align2, CornerRadius, CursorIcon, FontId, Key, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, vec2,
};

use crate::app::desk::{Duty, DutyAction};
use crate::app::theme::{GRID, Palette, ROUNDING, bold_family, size};
use crate::locale::Locale;
use crate::play::drill::act::{Act, GENTLE_MS};

/// The height of the handle, in points.
const HEIGHT: f32 = 10.0 * GRID;
/// The width of the handle, in points, where there is room.
const WIDTH: f32 = 280.0;

pub fn view(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let palette = Palette::within(ui);
    let label = locale.text("drill-put-down");
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width().min(WIDTH), HEIGHT), Sense::click());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label.clone()));
    let lowered_ms = duty.lowering_since_ms.map(|since_ms| duty.shift.state().now_ms.saturating_sub(since_ms));
    let share = lowered_ms.map_or(0.0, |ms| ms as f32 / GENTLE_MS as f32).clamp(0.0, 1.0);
    let corner = CornerRadius::same(ROUNDING);
    ui.painter().rect_filled(rect, corner, palette.card);
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(filled, corner, palette.hover);
    let is_lit = response.hovered() || response.has_focus() || lowered_ms.is_some();
    let line = Stroke::new(if is_lit { 2.0 } else { 1.0 }, if is_lit { palette.accent } else { palette.line });
    ui.painter().rect_stroke(rect, corner, line, StrokeKind::Inside);
    let font = FontId::new(size::BODY, bold_family());
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, &label, font, palette.text);
    let is_key_down = ui.input(|input| input.key_down(Key::F6));
    let is_held = response.is_pointer_button_down_on() || is_key_down;
    match (is_held, lowered_ms) {
        (true, None) => Some(DutyAction::Lower),
        (false, Some(_)) => Some(DutyAction::LetGo),
        // A press that is neither mouse nor F6 (Enter, a screen reader) has no length: it is meant well.
        (false, None) if response.clicked() => Some(DutyAction::Do(Act::PutDown(GENTLE_MS))),
        _ => None,
    }
}
