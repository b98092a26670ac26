//! A shift drawn over time: for every phone its rings, its talks and its holds as bars; and reactions as dots.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Pos2, Rect, Response, Sense, Stroke, Ui, pos2, vec2,
};

use crate::app::desk::Duty;
use crate::app::theme::{GRID, Palette, Tone, bold_family, size};
use crate::content::drill::Check;
use crate::locale::Locale;
use crate::play::drill::judge::{Verdict, reaction_ms};
use crate::play::drill::state::{Call, How, Way};

/// The height of one phone's row, in points.
const ROW: f32 = 34.0;
/// The width of the phones' names, in points.
const NAMES: f32 = 72.0;
/// The height of the axis with its words, in points.
const AXIS: f32 = 24.0;
/// How far the label of the goal stays from those of the scale, in points.
const LABELS_APART: f32 = 76.0;
/// The height of the reaction chart, in points.
const REACTIONS: f32 = 86.0;

/// A stretch of shift time on the screen.
struct Scale {
    left: f32,
    width: f32,
    whole_ms: u32,
}

impl Scale {
    fn x(&self, ms: u32) -> f32 {
        self.left + self.width * (ms as f32 / self.whole_ms.max(1) as f32).clamp(0.0, 1.0)
    }
}

/// What a bar stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// It rang, in time.
    Rang,
    /// It rang too long, or was lost.
    RangTooLong,
    /// Somebody was talked to.
    Talked,
    /// Somebody waited.
    Held,
    /// We dialled.
    Dialled,
}

impl Bar {
    /// All, in the order of the key.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Rang, "drill-bar-rang"),
        (Self::RangTooLong, "drill-bar-late"),
        (Self::Talked, "drill-bar-talked"),
        (Self::Held, "drill-bar-held"),
        (Self::Dialled, "drill-bar-dialled"),
    ];

    /// Its colour.
    pub fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Rang => palette.lamp,
            Self::RangTooLong => palette.text_of(Tone::Bad),
            Self::Talked => palette.accent,
            Self::Held => palette.line,
            Self::Dialled => palette.muted,
        }
    }
}

/// The timeline; the call that was clicked, if one was.
pub fn shift(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<usize> {
    let state = duty.shift.state();
    let phones = &duty.shift.card().phones;
    let height = ROW * phones.len() as f32 + AXIS;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let palette = Palette::within(ui);
    let scale = Scale { left: rect.left() + NAMES, width: rect.width() - NAMES - 2.0 * GRID, whole_ms: state.now_ms };
    for (phone, card) in phones.iter().enumerate() {
        let middle = rect.top() + ROW * (phone as f32 + 0.5);
        let small = FontId::new(size::SMALL, FontFamily::Proportional);
        ui.painter().text(pos2(rect.left(), middle), Align2::LEFT_CENTER, card.name.as_ref(), small, palette.muted);
        let line = [pos2(scale.left, middle), pos2(scale.left + scale.width, middle)];
        ui.painter().line_segment(line, Stroke::new(1.0, palette.line));
    }
    axis(ui, rect, &scale, duty.shift.card().shift_ms, &palette, locale);
    let mut clicked = None;
    for (place, call) in state.calls.iter().enumerate() {
        let middle = rect.top() + ROW * (f32::from(call.phone) + 0.5);
        let response = bars(ui, duty, call, place, middle, &scale, &palette);
        let name = duty.name_of(place);
        if response.on_hover_text(name.as_ref()).clicked() {
            clicked = Some(place);
        }
    }
    clicked
}

/// Minutes below, and where the shift's own time ends.
fn axis(ui: &Ui, rect: Rect, scale: &Scale, shift_ms: u32, palette: &Palette, locale: &Locale) {
    const MINUTE_MS: u32 = 60_000;
    let top = rect.bottom() - AXIS;
    for minute in 0..=scale.whole_ms / MINUTE_MS {
        let x = scale.x(minute * MINUTE_MS);
        ui.painter().line_segment([pos2(x, rect.top()), pos2(x, top + GRID)], Stroke::new(1.0, palette.line));
        let text = clock(minute * MINUTE_MS);
        let small = FontId::new(size::SMALL, FontFamily::Proportional);
        ui.painter().text(pos2(x, top + GRID), Align2::CENTER_TOP, text, small, palette.muted);
    }
    let x = scale.x(shift_ms);
    ui.painter().line_segment([pos2(x, rect.top()), pos2(x, top)], Stroke::new(2.0, palette.muted));
    let font = FontId::new(size::SMALL, bold_family());
    ui.painter().text(pos2(x + 2.0, rect.top()), Align2::LEFT_TOP, locale.text("drill-bar-end"), font, palette.muted);
}

/// A moment of a shift, as a clock shows it.
pub fn clock(ms: u32) -> String {
    let secs = ms / 1_000;
    format!("{}:{:02}", secs / 60, secs % 60)
}

fn bars(ui: &Ui, duty: &Duty, call: &Call, place: usize, middle: f32, scale: &Scale, palette: &Palette) -> Response {
    let end_ms = call.ended_ms.unwrap_or(duty.shift.state().now_ms);
    let picked_ms = call.picked_ms.unwrap_or(end_ms);
    let rings = duty.shift.card().rings;
    let is_late = reaction_ms(call).is_none_or(|ms| !rings.is_in_time(ms)) && call.how != Some(How::Colleague);
    let is_outgoing = matches!(call.way, Way::Outgoing(_));
    let rang = match (is_outgoing, is_late) {
        (true, _) => Bar::Dialled,
        (_, true) => Bar::RangTooLong,
        _ => Bar::Rang,
    };
    let mut pieces = vec![(rang, call.began_ms, picked_ms, 5.0)];
    pieces.push((Bar::Talked, picked_ms, end_ms, 9.0));
    pieces.extend(call.holds.iter().map(|(from_ms, to_ms)| (Bar::Held, *from_ms, to_ms.unwrap_or(end_ms), 6.0)));
    for (bar, from_ms, to_ms, half) in pieces.into_iter().filter(|(_, from_ms, to_ms, _)| to_ms > from_ms) {
        let (left, right) = (scale.x(from_ms), scale.x(to_ms).max(scale.x(from_ms) + 2.0));
        let bar_rect = Rect::from_min_max(pos2(left, middle - half), pos2(right, middle + half));
        ui.painter().rect_filled(bar_rect, CornerRadius::same(2), bar.color(palette));
    }
    if is_late && call.picked_ms.is_none() && !is_outgoing {
        let font = FontId::new(size::SUBHEADING, bold_family());
        let color = palette.text_of(Tone::Bad);
        ui.painter().text(pos2(scale.x(end_ms) + 2.0, middle), Align2::LEFT_CENTER, "×", font, color);
    }
    let whole = Rect::from_min_max(
        pos2(scale.x(call.began_ms), middle - 9.0),
        pos2(scale.x(end_ms).max(scale.x(call.began_ms) + 4.0), middle + 9.0),
    );
    ui.interact(whole, ui.id().with(("bar", place)), Sense::click())
}

/// Every reaction as a dot over seconds, the rings as bands behind, the median marked.
pub fn reactions(ui: &mut Ui, duty: &Duty, verdict: &Verdict, locale: &Locale) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), REACTIONS), Sense::hover());
    let palette = Palette::within(ui);
    let rings = duty.shift.card().rings;
    let longest_ms = verdict.reactions_ms.last().copied().unwrap_or(0).max(rings.ring_ms * (rings.answer_within + 2));
    let longest_ms = longest_ms.div_ceil(rings.ring_ms.max(1)) * rings.ring_ms;
    let scale = Scale { left: rect.left() + GRID, width: rect.width() - 2.0 * GRID, whole_ms: longest_ms };
    let floor = rect.bottom() - AXIS;
    let small = || FontId::new(size::SMALL, FontFamily::Proportional);
    for ring in 0..longest_ms.div_ceil(rings.ring_ms.max(1)) {
        let (left, right) = (scale.x(ring * rings.ring_ms), scale.x((ring + 1) * rings.ring_ms));
        let tone = if ring < rings.answer_within { Tone::Good } else { Tone::Bad };
        let band = Rect::from_min_max(pos2(left + 1.0, rect.top() + 16.0), pos2(right - 1.0, floor));
        ui.painter().rect_filled(band, CornerRadius::same(3), palette.ground_of(tone));
        let text = locale.with("drill-ring-number", &[("ring", (ring + 1).into())]);
        if right - left > 3.0 * size::SMALL {
            let middle = pos2((left + right) / 2.0, floor + GRID);
            ui.painter().text(middle, Align2::CENTER_TOP, text, small(), palette.muted);
        }
    }
    let mut placed: Vec<Pos2> = Vec::new();
    for &ms in &verdict.reactions_ms {
        let at = stacked(pos2(scale.x(ms), floor - 8.0), &placed);
        placed.push(at);
        ui.painter().circle(at, 5.0, palette.accent, Stroke::new(1.0, palette.card));
    }
    if let Some(median_ms) = verdict.median_ms() {
        let x = scale.x(median_ms);
        ui.painter().line_segment([pos2(x, rect.top()), pos2(x, floor)], Stroke::new(2.0, palette.text));
        let anchor = if x > rect.center().x { Align2::RIGHT_TOP } else { Align2::LEFT_TOP };
        let aside = if x > rect.center().x { -GRID } else { GRID };
        let font = FontId::new(size::SMALL, bold_family());
        ui.painter().text(pos2(x + aside, rect.top() - 2.0), anchor, locale.text("drill-median"), font, palette.text);
    }
}

/// A place above those already taken nearby.
fn stacked(mut at: Pos2, placed: &[Pos2]) -> Pos2 {
    const APART: f32 = 11.0;
    while placed.iter().any(|other| (other.x - at.x).abs() < APART && (other.y - at.y).abs() < APART - 1.0) {
        at.y -= APART;
    }
    at
}

/// An interval of shares on a line from 0 to 100 percent, with the share itself.
pub fn interval(ui: &mut Ui, duty: &Duty, verdict: &Verdict, locale: &Locale) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0 * GRID), Sense::hover());
    let palette = Palette::within(ui);
    let x = |share: f64| rect.left() + 10.0 + (rect.width() - 20.0) * share as f32;
    let middle = rect.top() + 8.0;
    ui.painter().line_segment([pos2(x(0.0), middle), pos2(x(1.0), middle)], Stroke::new(2.0, palette.line));
    let small = FontId::new(size::SMALL, FontFamily::Proportional);
    let criteria = &duty.shift.card().scorecard.criteria;
    let goal = criteria.iter().find(|it| it.check == Check::Rings).and_then(|it| it.fails_below);
    let goal_at = goal.map(|least| x(f64::from(least) / 100.0));
    for percent in [0, 50, 100] {
        let at = pos2(x(f64::from(percent) / 100.0), rect.bottom());
        let anchor = match percent {
            0 => Align2::LEFT_BOTTOM,
            100 => Align2::RIGHT_BOTTOM,
            _ => Align2::CENTER_BOTTOM,
        };
        // Where there is little room the goal is worth more than the scale.
        if goal_at.is_none_or(|goal_at| (goal_at - at.x).abs() > LABELS_APART) {
            ui.painter().text(at, anchor, format!("{percent}%"), small.clone(), palette.muted);
        }
    }
    if let (Some(least), Some(at)) = (goal, goal_at) {
        let line = [pos2(at, middle - 8.0), pos2(at, middle + 8.0)];
        ui.painter().line_segment(line, Stroke::new(2.0, palette.text));
        let text = locale.with("drill-interval-goal", &[("percent", least.into())]);
        ui.painter().text(pos2(at, rect.bottom()), Align2::CENTER_BOTTOM, text, small, palette.text);
    }
    if let Some((low, high)) = verdict.wilson {
        let bar = Rect::from_min_max(pos2(x(low), middle - 4.0), pos2(x(high), middle + 4.0));
        ui.painter().rect_filled(bar, CornerRadius::same(4), palette.accent.gamma_multiply(0.45));
        let share = verdict.answered_within as f64 / verdict.calls.max(1) as f64;
        ui.painter().circle(pos2(x(share), middle), 6.0, palette.accent, Stroke::new(2.0, palette.card));
    }
}
