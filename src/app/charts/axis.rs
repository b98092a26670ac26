//! Axes: where a value stands, which numbers are round, which labels have room.

use bevy_egui::egui::{Align2, Rect, Ui, pos2};

use super::canvas::{LINE, hairline, width_of, write};
use super::dates;
use crate::app::theme::{GRID, Palette};

/// The least air between two labels, in points.
pub(super) const AIR: f32 = 2.0 * GRID;

/// A stretch of values drawn over a stretch of points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: f64,
    to: f64,
    start: f32,
    end: f32,
}

impl Scale {
    /// Values from one to another, drawn from one place to another; a stretch of nothing stands in the middle.
    pub(super) fn new(from: f64, to: f64, start: f32, end: f32) -> Self {
        Self { from, to, start, end }
    }

    /// Where a value stands; one outside stands at the end.
    pub(super) fn at(&self, value: f64) -> f32 {
        let span = self.to - self.from;
        let share = if span > 0.0 { ((value - self.from) / span).clamp(0.0, 1.0) as f32 } else { 0.5 };
        self.start + (self.end - self.start) * if share.is_finite() { share } else { 0.5 }
    }
}

/// Round numbers from 0 up to or past a number, at most five steps, at least one; whole ones if asked for.
pub(super) fn round_numbers(most: f64, are_whole: bool) -> Vec<f64> {
    /// The most steps there are.
    const STEPS: f64 = 5.0;
    let most = if most.is_finite() && most > 0.0 { most.min(1e12) } else { 1.0 };
    let rough = most / STEPS;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|it| it * power).find(|it| *it >= rough * 0.999).unwrap_or(rough);
    let step = if are_whole { step.max(1.0) } else { step };
    let steps = (most / step - 1e-9).ceil().max(1.0) as usize;
    (0..=steps).map(|place| place as f64 * step).collect()
}

/// Draws round numbers on the left with lines across; returns the scale and how far right the numbers reach.
pub(super) fn upright(ui: &Ui, plot: Rect, numbers: &[f64]) -> Scale {
    let palette = Palette::within(ui);
    let most = numbers.last().copied().unwrap_or(1.0);
    let scale = Scale::new(0.0, most, plot.bottom(), plot.top());
    for number in numbers {
        let y = scale.at(*number).round();
        hairline(ui, pos2(plot.left(), y), pos2(plot.right(), y));
        write(ui, pos2(plot.left() - AIR, y), Align2::RIGHT_CENTER, &in_words(*number), palette.muted);
    }
    scale
}

/// How wide the numbers of an upright axis are with their air, in points.
pub(super) fn gutter(ui: &Ui, numbers: &[f64]) -> f32 {
    numbers.iter().map(|number| width_of(ui, &in_words(*number))).fold(0.0, f32::max) + AIR
}

fn in_words(number: f64) -> String {
    // Steps below one have one figure behind the point at most; more do not occur with minutes and calls.
    if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") }
}

/// A label that wants to stand with its middle at a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) middle: f32,
    pub(super) width: f32,
}

/// Where the labels stand between two places, each moved inside if it would stand out; nothing if two would touch.
pub(super) fn fit(labels: &[Label], left: f32, right: f32) -> Option<Vec<f32>> {
    let mut starts = Vec::with_capacity(labels.len());
    let mut free_from = f32::NEG_INFINITY;
    for label in labels {
        let start = (label.middle - label.width / 2.0).min(right - label.width).max(left);
        if !(start >= free_from && start + label.width <= right + 0.5) {
            return None;
        }
        free_from = start + label.width + AIR;
        starts.push(start);
    }
    Some(starts)
}

/// Every label that there is room for, evenly: every one, every second, every third; the last always.
pub(super) fn thin(labels: Vec<Label>, left: f32, right: f32) -> Vec<(Label, f32)> {
    let last = labels.len().saturating_sub(1);
    for apart in 1..=labels.len() {
        let kept: Vec<Label> = labels
            .iter()
            .enumerate()
            .filter(|(place, _)| (last - place).is_multiple_of(apart))
            .map(|(_, it)| it.clone())
            .collect();
        if let Some(starts) = fit(&kept, left, right) {
            return kept.into_iter().zip(starts).collect();
        }
    }
    Vec::new()
}

/// The labels of an axis of days: the finest marks that have room.
pub(super) fn days(from: i32, to: i32, left: f32, right: f32, label: impl Fn(i32) -> Label) -> Vec<(Label, f32)> {
    for marks in dates::marks(from, to) {
        let labels: Vec<Label> = marks.into_iter().map(&label).collect();
        if let Some(starts) = fit(&labels, left, right) {
            return labels.into_iter().zip(starts).collect();
        }
    }
    thin(vec![label(to)], left, right)
}

/// Writes labels under a plot, a tick over each.
pub(super) fn write_under(ui: &Ui, plot: Rect, labels: &[(Label, f32)]) {
    let muted = Palette::within(ui).muted;
    for (label, start) in labels {
        let x = label.middle.round();
        hairline(ui, pos2(x, plot.bottom()), pos2(x, plot.bottom() + GRID));
        write(ui, pos2(*start, plot.bottom() + GRID + LINE / 2.0), Align2::LEFT_CENTER, &label.text, muted);
    }
}

/// A label, measured.
pub(super) fn label(ui: &Ui, text: String, middle: f32) -> Label {
    let width = width_of(ui, &text);
    Label { text, middle, width }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(middle: f32, width: f32) -> Label {
        Label { text: String::new(), middle, width }
    }

    fn touch(placed: &[(Label, f32)]) -> bool {
        placed.windows(2).any(|pair| pair[0].1 + pair[0].0.width + AIR > pair[1].1 + 0.01)
    }

    #[test]
    fn thinned_labels_never_touch_and_never_stand_out() {
        for count in 0..80 {
            for width in [4.0, 31.0, 90.0] {
                for room in [60.0, 240.0, 1_600.0] {
                    let scale = Scale::new(0.0, 79.0, 10.0, 10.0 + room);
                    let labels = (0..count).map(|it| label(scale.at(f64::from(it)), width)).collect();
                    let placed = thin(labels, 10.0, 10.0 + room);
                    assert!(!touch(&placed));
                    assert!(placed.iter().all(|(it, start)| *start >= 10.0 && start + it.width <= 10.5 + room));
                    assert_eq!(placed.is_empty(), count == 0 || width > room + 0.5, "{count} {width} {room}");
                }
            }
        }
    }

    #[test]
    fn dates_never_touch_and_are_as_many_as_there_is_room_for() {
        for span in [0, 1, 6, 30, 91, 182, 365, 2_000, 40_000] {
            for room in [60.0, 240.0, 560.0, 1_600.0] {
                let scale = Scale::new(20_000.0, f64::from(20_000 + span), 0.0, room);
                let placed = days(20_000, 20_000 + span, 0.0, room, |day| label(scale.at(f64::from(day)), 48.0));
                assert!(!touch(&placed) && !placed.is_empty(), "{span} days in {room}");
                assert!(span < 6 || room < 240.0 || placed.len() >= 2, "{span} days in {room}: {}", placed.len());
            }
        }
    }

    #[test]
    fn numbers_are_round_and_reach_the_highest() {
        assert_eq!(round_numbers(47.0, false), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(round_numbers(3.0, true), [0.0, 1.0, 2.0, 3.0]);
        for most in [0.0, -4.0, 0.3, 1.0, 7.0, 99.0, 12_345.0, f64::NAN, f64::INFINITY] {
            let numbers = round_numbers(most, true);
            assert!((2..=7).contains(&numbers.len()), "{most}: {numbers:?}");
            assert!(!most.is_finite() || numbers.last().is_some_and(|last| *last >= most));
        }
    }

    #[test]
    fn a_scale_without_extent_stands_in_the_middle() {
        assert_eq!(Scale::new(4.0, 4.0, 0.0, 100.0).at(4.0), 50.0);
        assert_eq!(Scale::new(0.0, 1.0, 0.0, 100.0).at(f64::NAN), 50.0);
    }
}
