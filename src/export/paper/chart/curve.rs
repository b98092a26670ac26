//! Scores over time.

use super::super::lines::{Line, break_lines, settable};
use super::super::look::{ACCENT, MUTED, RULE, SHEET, TEXT, score};
use super::super::mark::{Anchor, Drawing, Mark, Measure, Spot, Style};
use super::{MIDDLE_TO_BASELINE, SMALL};

/// How high the space for the curve is, in points.
const PLOT_HEIGHT: f32 = 132.0;
/// Above the plot, for the label of the axis, in points.
const TOP: f32 = 30.0;
/// Below the plot, for the dates, in points.
const BOTTOM: f32 = 27.0;
/// Left of the plot, for the scores, in points.
const LEFT: f32 = 26.0;
/// Right of the plot, and from its edges to the first and last score, in points.
const MARGIN: f32 = 16.0;
/// The mark's label takes at most this share of the width.
const WIDEST_MARK: f32 = 0.25;
/// From the plot to the mark's label, and from line to line of it, in points.
const TO_MARK: f32 = 6.0;
const MARK_LEADING: f32 = 12.0;
/// Scores are written beside their dots up to this many.
const WRITTEN_POINTS: usize = 16;
/// Between two dates, in points.
const BETWEEN_DATES: f32 = 10.0;
const GRID: [f32; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];
const GRID_WIDTH: f32 = 0.5;
const CURVE_WIDTH: f32 = 1.6;
const DOT_RADIUS: f32 = 2.6;
/// Where there are too many to write their scores.
const SMALL_DOT_RADIUS: f32 = 1.6;
/// The ring that keeps a dot apart from the curve, in points.
const RING: f32 = 1.2;
/// How high figures are, of the type size.
const CAPITAL: f32 = 0.74;
/// From a dot to its score, in points.
const TO_SCORE: f32 = 6.0;

/// The curve, within a width in points. None without a point.
pub fn curve(
    y_label: &str,
    mark: Option<&(f32, String)>,
    points: &[(String, f32)],
    width: f32,
    measure: &dyn Measure,
) -> Option<Drawing> {
    let points = shown(points);
    if points.is_empty() {
        return None;
    }
    let mark = mark.and_then(|(at, label)| {
        Some((score(*at)?, break_lines(&settable(label), width * WIDEST_MARK, SMALL, measure)))
    });
    let label_widths = mark.iter().flat_map(|(_, label)| label).map(|line| line.width + TO_MARK);
    let plot = Plot { right: width - label_widths.fold(MARGIN, f32::max) };
    let mut marks = plot.grid();
    marks.push(Mark::text((0.0, SMALL.size), SMALL, settable(y_label).replace('\n', " ")));
    marks.extend(mark.map(|(at, label)| plot.mark(at, label)).into_iter().flatten());
    marks.extend(plot.dates(&points, measure));
    marks.extend(plot.curve(&points, measure));
    Some(Drawing { height: TOP + PLOT_HEIGHT + BOTTOM, marks })
}

/// What the curve shows, for who cannot see it.
pub fn curve_in_words(y_label: &str, mark: Option<&(f32, String)>, points: &[(String, f32)]) -> String {
    let heading = mark.map_or(y_label.to_owned(), |(_, label)| format!("{y_label} ({label})"));
    let said: Vec<_> = shown(points).iter().map(|(date, score)| format!("{date}: {score:.0}")).collect();
    format!("{heading}: {}", said.join("; "))
}

type Point = (String, f32);

fn shown(points: &[(String, f32)]) -> Vec<Point> {
    let safe = |(date, value): &(String, f32)| Some((settable(date).replace('\n', " "), score(*value)?));
    points.iter().filter_map(safe).collect()
}

struct Plot {
    right: f32,
}

impl Plot {
    fn y(&self, score: f32) -> f32 {
        TOP + PLOT_HEIGHT * (1.0 - score / 100.0)
    }

    fn x(&self, index: usize, points: usize) -> f32 {
        let (left, right) = (LEFT + MARGIN, self.right - MARGIN);
        match points {
            0 | 1 => f32::midpoint(left, right),
            _ => left + (right - left) * index as f32 / (points - 1) as f32,
        }
    }

    fn spot(&self, index: usize, points: &[Point]) -> Spot {
        (self.x(index, points.len()), self.y(points[index].1))
    }

    fn grid(&self) -> Vec<Mark> {
        let line = |score: f32| {
            let y = self.y(score);
            let number_at = (LEFT - 6.0, y + SMALL.size * MIDDLE_TO_BASELINE);
            let number = Mark::anchored(number_at, Anchor::End, SMALL, format!("{score:.0}"));
            [Mark::level(LEFT, self.right, y, GRID_WIDTH, RULE), number]
        };
        GRID.into_iter().flat_map(line).collect()
    }

    fn mark(&self, at: f32, label: Vec<Line>) -> Vec<Mark> {
        let y = self.y(at);
        let points = vec![(LEFT, y), (self.right, y)];
        let line = Mark::Stroke { points, width: 0.9, color: MUTED, dashed: true };
        let first = y + SMALL.size * MIDDLE_TO_BASELINE - label.len().saturating_sub(1) as f32 * MARK_LEADING / 2.0;
        let text = |(index, line): (usize, Line)| {
            Mark::text((self.right + TO_MARK, first + index as f32 * MARK_LEADING), SMALL, line.text)
        };
        std::iter::once(line).chain(label.into_iter().enumerate().map(text)).collect()
    }

    /// As many dates as can be read, always the last one.
    fn dates(&self, points: &[Point], measure: &dyn Measure) -> Vec<Mark> {
        let widest = points.iter().map(|(date, _)| measure.width(date, SMALL)).fold(0.0, f32::max);
        let room = (self.right - LEFT) / (widest + BETWEEN_DATES);
        let step = points.len().div_ceil((room as usize).max(1));
        let y = TOP + PLOT_HEIGHT + BOTTOM - 5.0;
        let is_shown = |index: &usize| (points.len() - 1 - index).is_multiple_of(step);
        let date = |index: usize| {
            let text = points[index].0.as_str();
            // The first and the last date must not stand out of the drawing.
            let half = measure.width(text, SMALL) / 2.0;
            let x = self.x(index, points.len()).min(self.right + MARGIN - half).max(half);
            Mark::anchored((x, y), Anchor::Middle, SMALL, text)
        };
        (0..points.len()).filter(is_shown).map(date).collect()
    }

    fn curve(&self, points: &[Point], measure: &dyn Measure) -> Vec<Mark> {
        let spots: Vec<Spot> = (0..points.len()).map(|index| self.spot(index, points)).collect();
        let line = Mark::Stroke { points: spots.clone(), width: CURVE_WIDTH, color: ACCENT, dashed: false };
        let is_written = points.len() <= WRITTEN_POINTS;
        let scores = || (0..points.len()).map(|index| Score::new(&spots, index, points[index].1));
        let mut marks: Vec<Mark> = scores().filter(|_| is_written).map(|score| score.ground(measure)).collect();
        marks.extend((spots.len() > 1).then_some(line));
        for &at in &spots {
            // Dots that stand close would cut the curve into pieces with their rings.
            if is_written {
                marks.push(Mark::Dot { at, radius: DOT_RADIUS + RING, color: SHEET });
            }
            let radius = if is_written { DOT_RADIUS } else { SMALL_DOT_RADIUS };
            marks.push(Mark::Dot { at, radius, color: ACCENT });
        }
        marks.extend(scores().filter(|_| is_written).map(Score::text));
        marks
    }
}

/// A score, written beside its dot.
struct Score {
    /// The middle of its baseline.
    at: Spot,
    words: String,
}

impl Score {
    const STYLE: Style = Style::bold(8.5, TEXT);

    /// Above its dot; below where the curve runs up on both sides.
    fn new(spots: &[Spot], index: usize, score: f32) -> Self {
        let (x, y) = spots[index];
        let is_above = |neighbour: Option<&Spot>| neighbour.is_none_or(|spot| spot.1 <= y);
        let before = index.checked_sub(1).and_then(|before| spots.get(before));
        let is_below = spots.len() > 1 && is_above(before) && is_above(spots.get(index + 1));
        let baseline = if is_below { y + TO_SCORE + CAPITAL * Self::STYLE.size } else { y - TO_SCORE };
        Self { at: (x, baseline), words: format!("{score:.0}") }
    }

    /// Keeps gridlines out of the figures.
    fn ground(&self, measure: &dyn Measure) -> Mark {
        let height = CAPITAL * Self::STYLE.size;
        let size = (measure.width(&self.words, Self::STYLE) + 4.0, height + 4.0);
        Mark::Fill { at: (self.at.0 - size.0 / 2.0, self.at.1 - height - 2.0), size, radius: 0.0, color: SHEET }
    }

    fn text(self) -> Mark {
        Mark::anchored(self.at, Anchor::Middle, Self::STYLE, self.words)
    }
}
