//! Something that was answered, or should have been: right or wrong by colour, by sign and in words.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{CornerRadius, Frame, Margin, Rect, Shape, Stroke, StrokeKind, Ui};

use super::row::{self, CAP, PADDING};
use crate::app::theme::{GRID, Palette, ROUNDING, Tone, prose, size};

/// From this width on, in points, the verdict stands behind the words and not below.
const WIDE: f32 = 130.0 * GRID;

/// Something and its verdict.
pub struct Verdict<'t> {
    /// What stands on its cap: its number, or nothing.
    pub cap: &'t str,
    /// Its words.
    pub text: &'t str,
    /// A sign: right, wrong.
    pub sign: &'t str,
    /// How it is meant; a quiet one is [`Tone::Plain`].
    pub tone: Tone,
    /// The verdict in words, where it says something of the trainee.
    pub word: Option<String>,
    /// What there is to learn from it.
    pub why: &'t str,
}

/// Draws something and its verdict.
pub fn verdict(ui: &mut Ui, verdict: &Verdict<'_>) {
    let palette = Palette::within(ui);
    let at = ui.painter().add(Shape::Noop);
    let width = ui.available_width();
    let drawn = Frame::new().inner_margin(Margin::same(PADDING as i8)).show(ui, |ui| {
        ui.set_width(width - 2.0 * PADDING);
        contents(ui, verdict);
    });
    ui.painter().set(at, ground(drawn.response.rect, verdict.tone, &palette));
}

fn contents(ui: &mut Ui, verdict: &Verdict<'_>) {
    let color = Palette::within(ui).text_of(verdict.tone);
    let behind = verdict.word.as_deref().filter(|_| ui.available_width() >= WIDE);
    let below = verdict.word.as_deref().filter(|_| behind.is_none());
    let room = behind.map_or(0.0, |word| prose(word).small().bold().natural_width(ui) + 3.0 * GRID);
    let cap = |ui: &mut Ui| {
        if !verdict.cap.is_empty() {
            row::cap(ui, verdict.cap, false);
        }
    };
    let sign = |ui: &mut Ui| {
        prose(verdict.sign).bold().size(size::SUBHEADING).color(color).show(ui);
        if let Some(word) = behind {
            prose(word).small().bold().color(color).show(ui);
        }
    };
    row::parts(ui, cap, |ui| words(ui, verdict, below), (CAP + room, sign));
}

fn words(ui: &mut Ui, verdict: &Verdict<'_>, below: Option<&str>) {
    let palette = Palette::within(ui);
    let shade = |text: crate::app::theme::Prose<'_>, ui: &mut Ui| {
        if verdict.tone == Tone::Plain { text.color(palette.muted) } else { text }.show(ui);
    };
    shade(prose(verdict.text), ui);
    if let Some(word) = below {
        prose(word).small().bold().color(palette.text_of(verdict.tone)).show(ui);
    }
    if !verdict.why.is_empty() {
        shade(prose(verdict.why).small(), ui);
    }
}

/// The ground of something in a tone.
pub fn ground(rect: Rect, tone: Tone, palette: &Palette) -> RectShape {
    let (fill, line) = match tone {
        Tone::Plain => (palette.card, palette.line),
        _ => (palette.ground_of(tone), palette.text_of(tone).gamma_multiply(0.4)),
    };
    RectShape::new(rect, CornerRadius::same(ROUNDING), fill, Stroke::new(1.0, line), StrokeKind::Inside)
}
