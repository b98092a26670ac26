//! Toasts: what has just happened, at the lower right, over whatever is shown; each can be taken away.

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{self, Align, Align2, Color32, Frame, Layout, Margin, Stroke, Ui, vec2};

use crate::app::desk::{Action, Desk, Toast};
use crate::app::theme::{GRID, Palette, ROUNDING, prose, quiet_button, size};

/// How wide one is at most, in points.
const WIDTH: f32 = 360.0;
/// The width left for taking it away, in points.
const CLOSE_WIDTH: f32 = 10.0 * GRID;
/// How long one takes to appear, in seconds.
const APPEARS_SECS: f64 = 0.12;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let mut action = None;
    desk.toasts().next()?;
    let margin = 4.0 * GRID;
    let area = egui::Area::new("toasts".into()).order(egui::Order::Foreground);
    area.anchor(Align2::RIGHT_BOTTOM, vec2(-margin, -margin)).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * margin));
        for (place, toast) in desk.toasts() {
            if one(ui, desk, toast) {
                action = Some(Action::Dismiss(place));
            }
            ui.add_space(GRID);
        }
    });
    action
}

/// One toast; whether it is to be taken away. A screen reader says it when it comes.
fn one(ui: &mut Ui, desk: &Desk, toast: &Toast) -> bool {
    let palette = Palette::within(ui);
    let appeared = ((desk.now_secs - toast.since_secs) / APPEARS_SECS).clamp(0.0, 1.0) as f32;
    if appeared < 1.0 && !desk.preferences.is_calm {
        ui.multiply_opacity(appeared);
        ui.ctx().request_repaint();
    }
    let frame = Frame::new()
        .fill(palette.text)
        .stroke(Stroke::new(1.0, Color32::TRANSPARENT))
        .corner_radius(ROUNDING)
        .inner_margin(Margin::symmetric((3.0 * GRID) as i8, (2.0 * GRID) as i8));
    frame.show(ui, |ui| ui.horizontal_top(|ui| contents(ui, desk, toast)).inner).inner
}

fn contents(ui: &mut Ui, desk: &Desk, toast: &Toast) -> bool {
    let color = Palette::within(ui).card;
    let width = ui.available_width() - CLOSE_WIDTH;
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        let said = prose(&toast.words).size(size::SMALL + 1.0).color(color).show(ui);
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_value(toast.words.as_str());
            node.set_live(Live::Polite);
        });
    });
    let close = quiet_button(ui, "×");
    let name = desk.locale.text("toast-dismiss");
    close.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
    close.clicked()
}
