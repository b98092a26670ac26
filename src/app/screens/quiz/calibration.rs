//! Whether the schedule's predictions come true: predicted beside actual, and the Brier score.

use bevy_egui::egui::{Rect, RichText, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::app::theme::{GRID, Palette, Tone, bar, card, cell, prose, section};
use crate::export::words::percent;
use crate::locale::Locale;
use crate::record::schedule::calibration::{Bin, Calibration};

/// The columns of a row, in points: predicted, counted.
const PREDICTED: f32 = 24.0 * GRID;
const COUNTED: f32 = 44.0 * GRID;
/// How high a row's bar is, in points.
const BAR: f32 = 2.5 * GRID;

/// What was predicted and what came of it; that there is nothing yet where there is nothing.
pub fn view(ui: &mut Ui, calibration: &Calibration, locale: &Locale) {
    card(ui, |ui| {
        let muted = Palette::within(ui).muted;
        section(ui, &locale.text("calibration-title"));
        let Some(brier) = calibration.brier else {
            prose(&locale.text("calibration-none")).color(muted).show(ui);
            return;
        };
        let values = [("brier", format!("{brier:.3}").into()), ("count", calibration.count.into())];
        prose(&locale.with("calibration-brier", &values)).show(ui);
        calibration.bins.iter().filter(|bin| bin.count > 0).for_each(|bin| row(ui, bin, locale));
        prose(&locale.text("calibration-why")).small().color(muted).show(ui);
    });
}

/// One bin: predicted so much, and so many of so many were known, with Wilson's interval.
fn row(ui: &mut Ui, bin: &Bin, locale: &Locale) {
    let actual = bin.recalled as f64 / bin.count.max(1) as f64;
    let predicted = bin.predicted_mean.unwrap_or(bin.from);
    let words =
        [("predicted", percent(predicted).into()), ("recalled", bin.recalled.into()), ("count", bin.count.into())];
    ui.horizontal(|ui| {
        cell(ui, PREDICTED, RichText::new(locale.with("calibration-predicted", &words)));
        let width = (ui.available_width() - COUNTED - 2.0 * ui.spacing().item_spacing.x).max(10.0 * GRID);
        let (rect, response) = ui.allocate_exact_size(vec2(width, BAR), Sense::hover());
        bar(ui, rect, actual as f32, Tone::Accent);
        // Where the bar would end had it come true.
        let x = rect.left() + rect.width() * predicted as f32;
        let mark = Rect::from_min_max(pos2(x - 1.0, rect.top() - GRID), pos2(x + 1.0, rect.bottom() + GRID));
        ui.painter().rect_filled(mark, 0.0, Palette::within(ui).text);
        let said = locale.with("calibration-counted", &words);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &said));
        cell(ui, COUNTED, RichText::new(said.clone()));
    });
}
