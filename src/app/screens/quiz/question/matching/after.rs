//! The table afterwards: what belongs beside what, and what was put there.

use bevy_egui::egui::{Frame, Margin, Rangef, Rect, Shape, Ui};

use super::cells::{heads, widths};
use super::{Matched, NARROW, Table};
use crate::app::screens::quiz::question::row::{self, PADDING};
use crate::app::screens::quiz::question::verdict::ground;
use crate::app::theme::{GRID, Palette, Tone, prose};
use crate::locale::Locale;

/// What stands in a cell afterwards.
struct Told<'t> {
    /// What belongs there.
    right: &'t str,
    /// What was put there instead; nothing when that was right, or nothing was asked.
    put: Option<String>,
    /// How it is meant.
    tone: Tone,
}

/// Tells what belongs beside what.
pub fn shown(ui: &mut Ui, table: &Table<'_>, matched: &Matched, locale: &Locale) {
    let is_narrow = ui.available_width() < NARROW;
    if !is_narrow {
        heads(ui, table.heads);
    }
    for (row, first) in table.rows.iter().enumerate() {
        let cells = (0..table.columns.len()).map(|column| told(table, matched, (row, column), locale));
        if is_narrow {
            ui.add_space(GRID);
            prose(first).bold().show(ui);
            for (cell, head) in cells.zip(table.heads.iter().skip(1)) {
                prose(head).small().color(Palette::within(ui).muted).show(ui);
                line(ui, &[cell]);
            }
        } else {
            let first = Told { right: first, put: None, tone: Tone::Plain };
            line(ui, &std::iter::once(first).chain(cells).collect::<Vec<_>>());
        }
    }
}

fn told<'t>(table: &Table<'t>, matched: &Matched, at: (usize, usize), locale: &Locale) -> Told<'t> {
    let (row, column) = at;
    let options = &table.columns[column];
    let put = matched.get(row).and_then(|cells| cells.get(column)).copied().flatten();
    let right = options.get(row).map_or("", AsRef::as_ref);
    if put == Some(row) {
        return Told { right, put: None, tone: Tone::Good };
    }
    let put = match put.and_then(|put| options.get(put)) {
        Some(put) => locale.with("quiz-cell-put", &[("what", put.as_ref().into())]),
        None => locale.text("quiz-cell-left"),
    };
    Told { right, put: Some(put), tone: Tone::Bad }
}

/// A line of cells, all as high as the highest.
fn line(ui: &mut Ui, cells: &[Told<'_>]) {
    let palette = Palette::within(ui);
    let widths = widths(ui, cells.len());
    let grounds: Vec<_> = cells.iter().map(|_| ui.painter().add(Shape::Noop)).collect();
    let line = ui.horizontal_top(|ui| {
        let texts = cells.iter().zip(&widths);
        texts.map(|(cell, width)| row::column(ui, *width, |ui| words(ui, cell))).collect::<Vec<Rangef>>()
    });
    for ((cell, at), across) in cells.iter().zip(grounds).zip(line.inner) {
        let rect = Rect::from_x_y_ranges(across, line.response.rect.y_range());
        let mut shape = ground(rect, cell.tone, &palette);
        shape.fill = match cell.tone {
            Tone::Plain => palette.ground,
            Tone::Bad => palette.card,
            _ => shape.fill,
        };
        ui.painter().set(at, shape);
    }
}

fn words(ui: &mut Ui, cell: &Told<'_>) -> Rangef {
    let palette = Palette::within(ui);
    Frame::new().inner_margin(Margin::symmetric((2.5 * GRID) as i8, PADDING as i8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        match cell.tone {
            Tone::Plain => prose(cell.right).show(ui),
            _ => prose(&format!("✓ {}", cell.right)).show(ui),
        };
        if let Some(put) = &cell.put {
            prose(&format!("× {put}")).small().color(palette.text_of(Tone::Bad)).show(ui);
        }
    });
    ui.min_rect().x_range()
}
