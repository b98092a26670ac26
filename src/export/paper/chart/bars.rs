//! Horizontal bars.

use super::super::Bar;
use super::super::lines::{Line, break_lines, settable};
use super::super::look::{TEXT, TRACK, share, signed};
use super::super::mark::{Anchor, Drawing, Mark, Measure, Style};
use super::{LABEL, MIDDLE_TO_BASELINE, SMALL};

/// A bar's own row is never lower than this, in points.
const ROW_HEIGHT: f32 = 21.0;
const LINE_HEIGHT: f32 = 13.5;
/// How thick a bar is, in points.
const BAR_HEIGHT: f32 = 9.0;
const BAR_RADIUS: f32 = 2.0;
/// Between name, bar and value, in points.
const GAP: f32 = 12.0;
/// Names and values take at most these shares of the width.
const WIDEST_NAME: f32 = 0.34;
const WIDEST_VALUE: f32 = 0.26;
/// How high the row with the mark's label is, in points.
const MARK_ROW: f32 = 16.0;
const MARK_WIDTH: f32 = 0.9;
const OVERLAP: f32 = 0.5;

/// The bars: a drawing each, to be stacked; first one with the mark's label if there is a mark. A width in points.
pub fn bars(bars: &[Bar], mark: Option<&(f32, String)>, width: f32, measure: &dyn Measure) -> Vec<Drawing> {
    if bars.is_empty() {
        return Vec::new();
    }
    let columns = Columns::new(bars, width, measure);
    let mark_x = mark.map(|(at, _)| columns.bar_left + share(*at) * columns.bar_width);
    let head = mark.zip(mark_x).map(|((_, label), x)| mark_row(label, x, &columns, measure));
    let rows = bars.iter().map(|bar| row(bar, mark_x, &columns, measure));
    head.into_iter().chain(rows).collect()
}

/// What the bars show, for who cannot see them.
pub fn bars_in_words(bars: &[Bar], mark: Option<&(f32, String)>) -> String {
    let said = bars.iter().map(|bar| format!("{}: {}", bar.name, signed(bar.tone, &bar.value)));
    mark.map(|(_, label)| label.clone()).into_iter().chain(said).collect::<Vec<_>>().join("; ")
}

struct Columns {
    name_width: f32,
    bar_left: f32,
    bar_width: f32,
    value_left: f32,
    value_width: f32,
    width: f32,
}

impl Columns {
    fn new(bars: &[Bar], width: f32, measure: &dyn Measure) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = f32>| texts.fold(0.0, f32::max).ceil();
        let names = widest(&mut bars.iter().map(|bar| measure.width(&settable(&bar.name), LABEL)));
        let values = widest(&mut bars.iter().map(|bar| measure.width(&value_text(bar), value_style(bar))));
        let (name_width, value_width) = (names.min(width * WIDEST_NAME), values.min(width * WIDEST_VALUE));
        let bar_left = name_width + GAP;
        let value_left = width - value_width;
        Self { name_width, bar_left, bar_width: value_left - GAP - bar_left, value_left, value_width, width }
    }
}

fn value_text(bar: &Bar) -> String {
    settable(&signed(bar.tone, &bar.value))
}

fn value_style(bar: &Bar) -> Style {
    Style::bold(LABEL.size, bar.tone.text_color())
}

fn mark_row(label: &str, x: f32, columns: &Columns, measure: &dyn Measure) -> Drawing {
    let label = settable(label).replace('\n', " ");
    // Beside the line, and on its other side where the label would leave the paper.
    let fits_right = x + measure.width(&label, SMALL) + GAP <= columns.width;
    let (anchor, aside) = if fits_right { (Anchor::Start, 4.0) } else { (Anchor::End, -4.0) };
    let text = Mark::anchored((x + aside, MARK_ROW - 6.0), anchor, SMALL, label);
    Drawing { height: MARK_ROW, marks: vec![mark_line(x, 2.0, MARK_ROW), text] }
}

fn mark_line(x: f32, top: f32, bottom: f32) -> Mark {
    // Not dashed, and overlapping: the rows' pieces join to one line.
    Mark::Stroke { points: vec![(x, top), (x, bottom + OVERLAP)], width: MARK_WIDTH, color: TEXT, dashed: false }
}

fn row(bar: &Bar, mark_x: Option<f32>, columns: &Columns, measure: &dyn Measure) -> Drawing {
    let name = break_lines(&settable(&bar.name), columns.name_width + 0.1, LABEL, measure);
    let value = break_lines(&value_text(bar), columns.value_width + 0.1, value_style(bar), measure);
    let height = (name.len().max(value.len()) as f32 * LINE_HEIGHT + ROW_HEIGHT - LINE_HEIGHT).max(ROW_HEIGHT);
    let middle = height / 2.0;
    let mut marks = Vec::new();
    let mut set = |lines: Vec<Line>, x: f32, style: Style| {
        let first = middle - (lines.len() as f32 - 1.0) * LINE_HEIGHT / 2.0 + style.size * MIDDLE_TO_BASELINE;
        for (index, line) in lines.into_iter().enumerate() {
            marks.push(Mark::text((x, first + index as f32 * LINE_HEIGHT), style, line.text));
        }
    };
    set(name, 0.0, LABEL);
    set(value, columns.value_left, value_style(bar));
    marks.extend(bar_marks(bar, columns, middle));
    marks.extend(mark_x.map(|x| mark_line(x, 0.0, height)));
    Drawing { height, marks }
}

fn bar_marks(bar: &Bar, columns: &Columns, middle: f32) -> impl Iterator<Item = Mark> {
    let at = (columns.bar_left, middle - BAR_HEIGHT / 2.0);
    let fill = move |width: f32, color| Mark::Fill { at, size: (width, BAR_HEIGHT), radius: BAR_RADIUS, color };
    let filled = columns.bar_width * share(bar.share);
    let full = (filled > 0.0).then(|| fill(filled, bar.tone.color()));
    std::iter::once(fill(columns.bar_width, TRACK)).chain(full)
}
