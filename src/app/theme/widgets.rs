//! The few shapes everything is made of: cards, chips, buttons, meters.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{
    Align, Align2, Button, Color32, CornerRadius, FontId, Frame, Id, InnerResponse, Key, Label, Layout, Margin, Pos2,
    Rect, Response, RichText, Sense, Shape, Slider, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, vec2,
};

use super::{GRID, Palette, ROUNDING, Tone, bold_family, prose, size};

/// A card on the ground.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = Palette::within(ui);
    framed(palette.card, palette.line).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        contents(ui)
    })
}

/// A card in the colour of a tone.
pub fn tinted<R>(ui: &mut Ui, tone: Tone, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = Palette::within(ui);
    framed(palette.ground_of(tone), palette.text_of(tone).gamma_multiply(0.4)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        contents(ui)
    })
}

fn framed(fill: Color32, line: Color32) -> Frame {
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(ROUNDING))
        .inner_margin(Margin::same((3.0 * GRID) as i8))
}

/// A small heading over a group.
pub fn section(ui: &mut Ui, text: &str) {
    let muted = Palette::within(ui).muted;
    ui.label(RichText::new(text).family(bold_family()).size(size::SMALL).color(muted));
}

/// A slider with a rail that can be seen on a card, and a name for a screen reader.
pub fn slider(ui: &mut Ui, slider: Slider<'_>, now: f64, name: &str, is_enabled: bool) -> Response {
    /// How long the rail is, in points.
    const RAIL: f32 = 45.0 * GRID;
    let palette = Palette::within(ui);
    ui.scope(|ui| {
        ui.spacing_mut().slider_width = RAIL.min(ui.available_width() - 20.0 * GRID).max(20.0 * GRID);
        ui.visuals_mut().widgets.inactive.bg_fill = palette.line;
        ui.visuals_mut().selection.bg_fill = palette.accent;
        let response = ui.add_enabled(is_enabled, slider.trailing_fill(true));
        response.widget_info(|| WidgetInfo::slider(is_enabled, now, name));
        response
    })
    .inner
}

/// A heading of a page.
pub fn heading(ui: &mut Ui, text: &str) {
    prose(text).bold().size(size::HEADING).show(ui);
}

/// A key of the keyboard.
pub fn key_word(ui: &mut Ui, key: &str) {
    let palette = Palette::within(ui);
    let frame = Frame::new().fill(palette.ground).stroke(Stroke::new(1.0, palette.line));
    frame.corner_radius(CornerRadius::same(ROUNDING / 2)).inner_margin(Margin::symmetric((2.0 * GRID) as i8, 2)).show(
        ui,
        |ui| {
            let text = RichText::new(key).family(bold_family()).size(size::SMALL).color(palette.text);
            ui.add(Label::new(text).extend());
        },
    );
}

/// A word on a coloured ground, never broken.
pub fn chip(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    let palette = Palette::within(ui);
    let font = FontId::new(size::SMALL, bold_family());
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, palette.text_of(tone));
    let padding = vec2(2.0 * GRID, GRID);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * padding, Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(ROUNDING / 2), palette.ground_of(tone));
    ui.painter().galley(rect.min + padding, galley, palette.text_of(tone));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    response
}

/// The button that carries a screen on.
pub fn accent_button(ui: &mut Ui, text: &str) -> Response {
    let palette = Palette::within(ui);
    let text = RichText::new(text).family(bold_family()).size(size::BODY).color(palette.on_accent);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(6.0 * GRID, 2.5 * GRID);
        ui.add(Button::new(text).fill(palette.accent).stroke(Stroke::NONE))
    })
    .inner
}

/// A button that does not ask to be pressed.
pub fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(RichText::new(text).size(size::SMALL)).min_size(vec2(0.0, 7.0 * GRID)))
}

/// An answer that can be clicked as a whole, or chosen by its number; true when it was. A quiet one can be chosen, but does
/// not ask to be.
pub fn key_cap(ui: &mut Ui, number: usize, text: &str, is_quiet: bool) -> bool {
    let palette = Palette::within(ui);
    let (cap, padding) = (7.0 * GRID, 2.5 * GRID);
    let (start, width) = (ui.cursor().min, ui.available_width());
    let ground = ui.painter().add(Shape::Noop);
    let color = if is_quiet { palette.muted } else { palette.text };
    let text_height = ui
        .scope_builder(UiBuilder::new().max_rect(text_place(start, width, cap, padding)), |ui| {
            prose(text).color(color).show(ui)
        })
        .response
        .rect
        .height();
    let rect = Rect::from_min_size(start, vec2(width, text_height.max(cap) + 2.0 * padding));
    ui.advance_cursor_after_rect(rect);
    let response = ui.interact(rect, ui.id().with(("answer", number)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, format!("{number}. {text}")));
    let is_lit = response.hovered() || response.has_focus();
    let (fill, line) = if is_lit { (palette.hover, palette.accent) } else { (palette.card, palette.line) };
    let outline = Stroke::new(if is_lit { 2.0 } else { 1.0 }, line);
    let corner = CornerRadius::same(ROUNDING);
    ui.painter().set(ground, RectShape::new(rect, corner, fill, outline, StrokeKind::Inside));
    let square = Rect::from_min_size(rect.min + vec2(padding, padding), vec2(cap, cap));
    ui.painter().rect_filled(square, CornerRadius::same(ROUNDING / 2), palette.ground);
    let color = if is_quiet { palette.muted } else { palette.accent };
    let font = FontId::new(size::BODY, bold_family());
    ui.painter().text(square.center(), Align2::CENTER_CENTER, number, font, color);
    response.clicked() || digit(number).is_some_and(|key| is_pressed(ui, key))
}

/// Whether a key that answers was pressed. While letters are typed elsewhere, a digit is one of them, and whoever likes it
/// so is never answered for by a single key: with Ctrl it chooses all the same.
pub fn is_pressed(ui: &Ui, key: Key) -> bool {
    let needs_ctrl = do_keys_need_ctrl(ui);
    ui.input(|input| input.key_pressed(key) && (!needs_ctrl || input.modifiers.command))
}

/// Whether a single key is not enough to answer.
pub fn do_keys_need_ctrl(ui: &Ui) -> bool {
    ui.ctx().text_edit_focused() || ui.data(|data| data.get_temp(keys_need_ctrl())).unwrap_or(false)
}

/// Lets single keys answer only with Ctrl, or alone.
pub fn let_keys_need_ctrl(ui: &Ui, keys_need_ctrl: bool) {
    ui.data_mut(|data| data.insert_temp(self::keys_need_ctrl(), keys_need_ctrl));
}

fn keys_need_ctrl() -> Id {
    Id::new("keys-need-ctrl")
}

fn text_place(start: Pos2, width: f32, cap: f32, padding: f32) -> Rect {
    let left = start + vec2(cap + 2.0 * padding, padding + 0.5 * GRID);
    Rect::from_min_size(left, vec2(width - cap - 3.0 * padding, f32::INFINITY))
}

fn digit(number: usize) -> Option<Key> {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    DIGITS.get(number.checked_sub(1)?).copied()
}

/// How wide a column of names before bars is, in points: four characters of Chinese, or as much of the width as words in
/// letters need.
pub fn name_column(ui: &Ui, name: &str) -> f32 {
    const FOUR_CHARACTERS: f32 = 15.0 * GRID;
    const SHARE: f32 = 0.4;
    const MOST: f32 = 42.0 * GRID;
    let share = (ui.available_width() * SHARE).clamp(FOUR_CHARACTERS, MOST);
    if name.is_ascii() && name.len() > SHORT { share } else { FOUR_CHARACTERS }
}

/// So many letters fit where four characters do.
const SHORT: usize = 9;

/// How many times as long as other changes a gauge takes to slide: it is to be seen from the corner of the eye.
const SLIDES_LONGER: f32 = 3.0;

/// A gauge 0-100 with its name and value.
pub fn meter(ui: &mut Ui, name: &str, value: u8, tone: Tone) {
    /// The width of the value, in points.
    const VALUE: f32 = 7.0 * GRID;
    let palette = Palette::within(ui);
    let gaps = 2.0 * ui.spacing().item_spacing.x;
    let names = name_column(ui, name);
    let width = (ui.available_width() - names - VALUE - gaps).max(10.0 * GRID);
    ui.horizontal(|ui| {
        cell(ui, names, RichText::new(name).color(palette.muted));
        let (rect, response) = ui.allocate_exact_size(vec2(width, 2.5 * GRID), Sense::hover());
        // It slides, so that one sees which way it went.
        let secs = SLIDES_LONGER * ui.style().animation_time;
        let share = ui.ctx().animate_value_with_time(ui.id().with(name), f32::from(value) / 100.0, secs);
        bar(ui, rect, share, tone);
        response.widget_info(|| WidgetInfo {
            value: Some(f64::from(value)),
            ..WidgetInfo::labeled(WidgetType::ProgressIndicator, true, name)
        });
        cell(ui, VALUE, RichText::new(value.to_string()).family(bold_family()));
    });
}

/// A bar filled to a share, 0-1.
pub fn bar(ui: &Ui, rect: Rect, share: f32, tone: Tone) {
    let palette = Palette::within(ui);
    let corner = CornerRadius::same(3);
    ui.painter().rect_filled(rect, corner, palette.line);
    let mut filled = rect;
    filled.set_width(rect.width() * share.clamp(0.0, 1.0));
    ui.painter().rect_filled(filled, corner, palette.text_of(tone));
}

/// Small text in a column of a width, in points.
pub fn cell(ui: &mut Ui, width: f32, text: RichText) {
    ui.allocate_ui_with_layout(vec2(width, 5.0 * GRID), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        ui.add(Label::new(text.size(size::SMALL)).truncate());
    });
}
