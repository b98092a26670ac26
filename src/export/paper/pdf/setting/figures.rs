//! Big figures in a row.

use super::super::super::lines::settable;
use super::super::super::look::{MUTED, figures_a_row, signed};
use super::super::super::mark::{Mark, Measure as _, Style};
use super::super::super::{Figure, Tone};
use super::super::sheet::MEASURE;
use super::super::strip::{Strip, keep_together};
use super::super::tags::{Element, Role};
use super::{KEPT, Setting};

/// The size of a figure and the smallest it is shrunk to, in points.
const BIG: f32 = 25.0;
const SMALLEST: f32 = 13.0;
const UNIT: f32 = 10.5;
const LABEL: f32 = 9.0;
const LABEL_LEADING: f32 = 13.0;
/// How high a line of a figure is, of its size.
const LEADING: f32 = 1.2;
/// Between two figures, in points.
const GUTTER: f32 = 10.0;
/// Between a figure and the edges of its box, in points.
const PADDING: f32 = 11.0;
/// Between a figure and its unit, in points.
const TO_UNIT: f32 = 3.0;
const RADIUS: f32 = 3.0;

impl Setting<'_> {
    pub(super) fn figures(&mut self, figures: &[Figure]) -> Vec<Strip> {
        if figures.is_empty() {
            return Vec::new();
        }
        let list = self.structure.root(Role::List);
        let a_row = figures_a_row(figures.len());
        let mut strips: Vec<Strip> = figures.chunks(a_row).map(|row| self.figure_row(row, a_row, list)).collect();
        strips.iter_mut().skip(1).for_each(|strip| strip.space = GUTTER);
        keep_together(&mut strips, KEPT);
        strips
    }

    fn figure_row(&mut self, row: &[Figure], a_row: usize, list: Element) -> Strip {
        let width = (MEASURE - GUTTER * (a_row - 1) as f32) / a_row as f32;
        let cells: Vec<Cell> = row.iter().map(|figure| self.figure(figure, width - 2.0 * PADDING)).collect();
        let value_height = cells.iter().map(Cell::value_height).fold(0.0, f32::max);
        let label_lines = cells.iter().map(|cell| cell.label.len()).max().unwrap_or(0);
        let height = 2.0 * PADDING - 7.0 + value_height + label_lines as f32 * LABEL_LEADING;
        let mut strip = Strip::blank(height);
        for (index, (cell, figure)) in cells.into_iter().zip(row).enumerate() {
            let left = index as f32 * (width + GUTTER);
            let (at, size) = ((left, 0.0), (width, height));
            strip.adorn(Mark::Fill { at, size, radius: RADIUS, color: figure.tone.tint() });
            let item = self.structure.part(list, Role::Item);
            let (value, name) = (self.structure.part(item, Role::Value), self.structure.part(item, Role::Name));
            for mark in cell.value_marks(value_height) {
                strip.say(value, mark.moved(left + PADDING, PADDING - 3.0));
            }
            for mark in cell.label_marks() {
                strip.say(name, mark.moved(left + PADDING, PADDING - 3.0 + value_height));
            }
        }
        strip
    }

    fn figure(&self, figure: &Figure, width: f32) -> Cell {
        let (value, unit) = (settable(&figure.value), settable(&figure.unit));
        let color = figure.tone.color();
        let label_color = if figure.tone == Tone::Plain { MUTED } else { color };
        let label_style = Style::regular(LABEL, label_color);
        let label_text = signed(figure.tone, &figure.label);
        let label = self.lines(&label_text, width, label_style).into_iter().map(|line| line.text).collect();
        let unit_style = Style::regular(UNIT, color);
        let unit_width = if unit.is_empty() { 0.0 } else { TO_UNIT + self.faces.width(&unit, unit_style) };
        let natural = self.faces.width(&value, Style::bold(BIG, color)).max(1.0);
        let size = (BIG * (width - unit_width) / natural).min(BIG);
        if size >= SMALLEST && !value.contains('\n') {
            let value_style = Style::bold(size, color);
            let unit_left = self.faces.width(&value, value_style) + TO_UNIT;
            let unit = Some((unit_left, unit, unit_style));
            return Cell { value: vec![value], value_style, unit, label, label_style };
        }
        // Too long for one line: value and unit are set as one text.
        let value_style = Style::bold(SMALLEST, color);
        let lines = self.lines(format!("{value} {unit}").trim(), width, value_style);
        Cell { value: lines.into_iter().map(|line| line.text).collect(), value_style, unit: None, label, label_style }
    }
}

/// A figure, set.
struct Cell {
    value: Vec<String>,
    value_style: Style,
    /// The unit's left end, the unit, and its style.
    unit: Option<(f32, String, Style)>,
    label: Vec<String>,
    label_style: Style,
}

impl Cell {
    fn value_height(&self) -> f32 {
        self.value.len() as f32 * self.value_style.size * LEADING + (BIG - self.value_style.size) * 0.2
    }

    /// From the left top corner of the value; the last line stands on the common baseline.
    fn value_marks(&self, value_height: f32) -> Vec<Mark> {
        let leading = self.value_style.size * LEADING;
        let last = value_height - BIG * 0.3;
        let y = |index: usize| last - (self.value.len() - 1 - index) as f32 * leading;
        let value = |(index, text): (usize, &String)| Mark::text((0.0, y(index)), self.value_style, text.as_str());
        let unit = self.unit.as_ref().filter(|(_, text, _)| !text.is_empty());
        let unit = unit.map(|(left, text, style)| Mark::text((*left, last), *style, text.as_str()));
        self.value.iter().enumerate().map(value).chain(unit).collect()
    }

    /// From the left top corner of the label.
    fn label_marks(&self) -> Vec<Mark> {
        let y = |index: usize| index as f32 * LABEL_LEADING + LABEL;
        let label = |(index, text): (usize, &String)| Mark::text((0.0, y(index)), self.label_style, text.as_str());
        self.label.iter().enumerate().map(label).collect()
    }
}
