//! Things that belong together: a table whose further columns are to be filled.

mod after;
mod cells;

use bevy_egui::egui::{Ui, WidgetInfo, WidgetType};

pub use self::after::shown;
use self::cells::{Cell, Spot};
use super::keys::Stroke;
use super::row::{self, Look};
use super::sheet::{Sheet, bring};
use crate::app::theme::{GRID, Palette, prose};
use crate::content::script::Str;
use crate::play::quiz::deal::Deal;
use crate::play::quiz::reply::Reply;

/// Below this width, in points, rows stand as cards and the options under the cell that is filled.
const NARROW: f32 = 150.0 * GRID;

/// The table, and in which order its options stand.
#[derive(Clone, Copy)]
pub struct Table<'t> {
    /// What stands above the columns.
    pub heads: &'t [Str],
    /// The first column.
    pub rows: &'t [Str],
    /// What may stand in each further column.
    pub columns: &'t [Vec<Str>],
    /// How the options were dealt.
    pub deal: &'t Deal,
}

/// What was put where: for each row, a place in each further column.
pub type Matched = [Vec<Option<usize>>];

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, table: &Table<'_>, matched: &Matched) -> Option<Reply> {
    let mut matches = matched.to_vec();
    type_in(sheet, table, &mut matches);
    if ui.available_width() < NARROW {
        narrow(ui, sheet, table, &mut matches)
    } else {
        wide(ui, sheet, table, &mut matches)
    }
    (matches != matched).then_some(Reply::Matches(matches))
}

/// What the keys do: arrows hold a cell; a digit fills it and goes on to the next empty one.
fn type_in(sheet: &mut Sheet<'_>, table: &Table<'_>, matches: &mut [Vec<Option<usize>>]) {
    let (last_row, last_column) = (table.rows.len().saturating_sub(1), table.columns.len().saturating_sub(1));
    for stroke in sheet.strokes.clone() {
        let held = &mut sheet.held;
        held.row = held.row.min(last_row);
        held.column = held.column.min(last_column);
        match stroke {
            Stroke::Up => held.row = held.row.saturating_sub(1),
            Stroke::Down => held.row = (held.row + 1).min(last_row),
            Stroke::Left => held.column = held.column.saturating_sub(1),
            Stroke::Right => held.column = (held.column + 1).min(last_column),
            Stroke::Digit(place) => match table.deal.order(held.column).get(place) {
                Some(&option) => fill(sheet, matches, option),
                None => continue,
            },
            Stroke::Raise | Stroke::Lower | Stroke::Back => continue,
        }
        sheet.moved = true;
    }
}

/// Fills the cell that is held, and goes on to the next empty one: down the column first.
fn fill(sheet: &mut Sheet<'_>, matches: &mut [Vec<Option<usize>>], option: usize) {
    let (row, column) = (sheet.held.row, sheet.held.column);
    if let Some(cell) = matches.get_mut(row).and_then(|cells| cells.get_mut(column)) {
        *cell = Some(option);
    }
    let (rows, columns) = (matches.len(), matches.first().map_or(0, Vec::len));
    let below = (row..rows).chain(0..row).map(|row| (row, column));
    let further = (0..columns).flat_map(|column| (0..rows).map(move |row| (row, column)));
    let is_empty = |&(row, column): &(usize, usize)| matches[row][column].is_none();
    if let Some((row, column)) = below.chain(further).find(is_empty) {
        (sheet.held.row, sheet.held.column) = (row, column);
    }
}

/// A table, and the options of the cell that is held beneath it.
fn wide(ui: &mut Ui, sheet: &mut Sheet<'_>, table: &Table<'_>, matches: &mut [Vec<Option<usize>>]) {
    cells::heads(ui, table.heads);
    let mut top = ui.cursor().top();
    for (row, first) in table.rows.iter().enumerate() {
        if row == sheet.held.row {
            top = ui.cursor().top();
        }
        let mut cells = vec![Cell { text: first, spot: None, is_held: false }];
        cells.extend((0..table.columns.len()).map(|column| cell(sheet, table, matches, row, column)));
        cells::line(ui, sheet, &cells, table);
    }
    ui.add_space(GRID);
    options(ui, sheet, table, matches);
    follow(ui, sheet, top);
}

/// Brings a cell and its options into view when a key led there.
fn follow(ui: &Ui, sheet: &Sheet<'_>, top: f32) {
    if sheet.moved {
        bring(ui, ui.min_rect().with_min_y(top));
    }
}

/// A card a row, with the options under the cell that is held.
fn narrow(ui: &mut Ui, sheet: &mut Sheet<'_>, table: &Table<'_>, matches: &mut [Vec<Option<usize>>]) {
    let muted = Palette::within(ui).muted;
    for (row, first) in table.rows.iter().enumerate() {
        ui.add_space(GRID);
        prose(first).bold().show(ui);
        for column in 0..table.columns.len() {
            let top = ui.cursor().top();
            prose(&table.heads[column + 1]).small().color(muted).show(ui);
            let cell = cell(sheet, table, matches, row, column);
            cells::line(ui, sheet, &[cell], table);
            if (sheet.held.row, sheet.held.column) == (row, column) {
                options(ui, sheet, table, matches);
                follow(ui, sheet, top);
            }
        }
    }
}

fn cell<'t>(sheet: &Sheet<'_>, table: &Table<'t>, matches: &Matched, row: usize, column: usize) -> Cell<'t> {
    let put = matches.get(row).and_then(|cells| cells.get(column)).copied().flatten();
    let number = put.and_then(|put| table.deal.order(column).iter().position(|&it| it == put));
    let text = put.and_then(|put| table.columns[column].get(put)).map_or("", AsRef::as_ref);
    let is_held = (sheet.held.row, sheet.held.column) == (row, column);
    Cell { text, spot: Some(Spot { row, column, number }), is_held }
}

/// The options of the column of the cell that is held.
fn options(ui: &mut Ui, sheet: &mut Sheet<'_>, table: &Table<'_>, matches: &mut [Vec<Option<usize>>]) {
    let (row, column) = (sheet.held.row, sheet.held.column);
    let (Some(of), Some(head)) = (table.rows.get(row), table.heads.get(column + 1)) else { return };
    let values = [("row", of.as_ref().into()), ("head", head.as_ref().into())];
    prose(&sheet.locale.with("quiz-pick-cell", &values)).small().bold().color(Palette::within(ui).muted).show(ui);
    let order = table.deal.order(column);
    let columns = if ui.available_width() < NARROW { 1 } else { 2 };
    let mut chosen = None;
    for (line, places) in order.chunks(columns).enumerate() {
        ui.columns(columns, |uis| {
            for (ui, (at, &place)) in uis.iter_mut().zip(places.iter().enumerate()) {
                let is_on = matches[row][column] == Some(place);
                let is_used = matches.iter().any(|cells| cells[column] == Some(place));
                let option = Choice { at: line * columns + at, text: &table.columns[column][place], is_on, is_used };
                if choice(ui, sheet, &option) {
                    chosen = Some(place);
                }
            }
        });
    }
    if let Some(place) = chosen {
        fill(sheet, matches, place);
    }
}

/// Something that may stand in a cell.
struct Choice<'t> {
    at: usize,
    text: &'t str,
    is_on: bool,
    is_used: bool,
}

fn choice(ui: &mut Ui, sheet: &mut Sheet<'_>, choice: &Choice<'_>) -> bool {
    /// Room for the word that it is used, in points.
    const USED: f32 = 9.0 * GRID;
    let number = (choice.at + 1).to_string();
    let look = Look { is_on: choice.is_on, ..Look::default() };
    let used = sheet.locale.text("quiz-used");
    let (response, ()) = row::row(ui, choice.at, look, |ui| {
        let muted = Palette::within(ui).muted;
        row::parts(
            ui,
            |ui| row::cap(ui, &number, choice.is_on),
            |ui| {
                prose(choice.text).show(ui);
            },
            (if choice.is_used { USED } else { 0.0 }, |ui: &mut Ui| {
                prose(&used).small().bold().color(muted).show(ui);
            }),
        );
    });
    let name = format!("{number}. {}", choice.text);
    let is_on = choice.is_on;
    sheet.control(ui, &response, || WidgetInfo::selected(WidgetType::RadioButton, true, is_on, &name))
}
