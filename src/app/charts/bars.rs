//! What charts of bars have in common: the frame with its numbers and names, and a column for every bar.

use bevy_egui::egui::{Align2, Rect, Ui, pos2};

use super::axis::{Scale, gutter, upright};
use super::canvas::{LINE, write};
use crate::app::theme::{GRID, Palette};

/// The share of its column that a bar fills.
const FILLED: f32 = 0.68;
/// The widest a bar is drawn, in points.
const WIDEST: f32 = 14.0 * GRID;
/// The height of the labels under the bars, in points.
const LABELS: f32 = 7.0 * GRID;

/// The names of the two axes, with their units.
#[derive(Clone, Copy)]
pub(super) struct AxisNames<'a> {
    pub(super) up: &'a str,
    pub(super) across: &'a str,
}

/// Where the bars go.
pub(super) struct Bars {
    pub(super) plot: Rect,
    pub(super) up: Scale,
    count: usize,
}

/// Draws the frame of a chart of bars in a place, with room over the bars for something of a height, in points.
pub(super) fn bars(ui: &Ui, rect: Rect, names: AxisNames, numbers: &[f64], over: f32, count: usize) -> Bars {
    let muted = Palette::within(ui).muted;
    let below = if names.across.is_empty() { 0.0 } else { LINE };
    let top = rect.top() + LINE + GRID;
    let plot = Rect::from_min_max(
        pos2(rect.left() + gutter(ui, numbers), top + over),
        pos2(rect.right(), rect.bottom() - LABELS - below),
    );
    let up = upright(ui, plot, numbers);
    write(ui, pos2(rect.left(), rect.top() + LINE / 2.0), Align2::LEFT_CENTER, names.up, muted);
    write(ui, pos2(plot.center().x, rect.bottom() - LINE / 2.0), Align2::CENTER_CENTER, names.across, muted);
    Bars { plot, up, count }
}

impl Bars {
    /// The whole height over a bar.
    pub(super) fn column(&self, place: usize) -> Rect {
        let width = self.plot.width() / self.count.max(1) as f32;
        let left = self.plot.left() + width * place as f32;
        Rect::from_min_max(pos2(left, self.plot.top()), pos2(left + width, self.plot.bottom()))
    }

    /// The bar between two values.
    pub(super) fn bar(&self, place: usize, from: f64, to: f64) -> Rect {
        let column = self.column(place);
        let half = (column.width() * FILLED).min(WIDEST) / 2.0;
        let middle = column.center().x;
        Rect::from_min_max(pos2(middle - half, self.up.at(to)), pos2(middle + half, self.up.at(from)))
    }

    /// All columns.
    pub(super) fn columns(&self) -> Vec<Rect> {
        (0..self.count).map(|place| self.column(place)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stay_in_their_columns_and_columns_in_the_plot() {
        for count in [1, 7, 26, 365, 2_000] {
            let plot = Rect::from_min_max(pos2(30.0, 10.0), pos2(270.0, 110.0));
            let bars = Bars { plot, up: Scale::new(0.0, 10.0, plot.bottom(), plot.top()), count };
            for place in 0..count {
                let bar = bars.bar(place, 0.0, 99.0);
                assert!(bars.column(place).expand(0.1).contains_rect(bar));
                assert!(plot.expand(0.1).contains_rect(bar));
            }
        }
    }
}
