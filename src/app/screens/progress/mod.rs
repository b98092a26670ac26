//! What has become of practice: figures, what to practise next and why, charts, and everything that was practised.

mod charts;
mod history;

use bevy_egui::egui::{Align, Layout, RichText, ScrollArea, Sense, Ui, WidgetInfo, WidgetType, vec2};

use crate::app::desk::{Action, Board, Counsel, Desk, Lens, ProgressAction, Tile};
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bar, bold_family, card, cell, prose, quiet_button, section, size, tinted,
};
use crate::locale::Locale;

pub use charts::items;

/// The width below which everything stands in one column, in points.
const ROOM_FOR_TWO: f32 = 880.0;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let (trainee, locale) = (desk.trainee()?, &desk.locale);
    if !trainee.is_loaded {
        prose(&locale.text("progress-loading")).color(Palette::within(ui).muted).show(ui);
        return None;
    }
    let board = desk.board()?;
    let mut action = None;
    ScrollArea::vertical().id_salt("progress").auto_shrink([false, false]).show(ui, |ui| {
        let title = locale.with("progress-title", &[("name", trainee.profile.name.as_str().into())]);
        ui.label(RichText::new(title).family(bold_family()).size(size::TITLE));
        tiles(ui, &board.tiles);
        ui.add_space(GRID);
        action = counsels(ui, &board.counsels, locale);
        let done = charts_of(ui, board, desk.lens, locale);
        action = action.take().or(done);
        let done = history::view(ui, &board.history, desk.has_whole_history, locale);
        action = action.take().or(done);
    });
    action
}

/// The figures, as many in a row as there is room for.
fn tiles(ui: &mut Ui, tiles: &[Tile]) {
    /// The narrowest tile, in points.
    const NARROWEST: f32 = 190.0;
    let gap = ui.spacing().item_spacing.x;
    let fitting = ((ui.available_width() + gap) / (NARROWEST + gap)).floor().max(1.0) as usize;
    let rows = tiles.len().div_ceil(fitting);
    for row in tiles.chunks(tiles.len().div_ceil(rows.max(1)).max(1)) {
        let width = (ui.available_width() - gap * (row.len() - 1) as f32) / row.len() as f32;
        ui.horizontal_top(|ui| {
            for tile in row {
                ui.allocate_ui(vec2(width, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        one_tile(ui, tile);
                    });
                });
            }
        });
    }
}

fn one_tile(ui: &mut Ui, tile: &Tile) {
    let palette = Palette::within(ui);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.5 * GRID;
        prose(&tile.name).small().color(palette.muted).show(ui);
        prose(&tile.value).bold().size(size::TITLE).show(ui);
        prose(&tile.remark).small().color(palette.muted).show(ui);
    });
}

/// What to practise next, and why: the first stands out.
fn counsels(ui: &mut Ui, counsels: &[Counsel], locale: &Locale) -> Option<Action> {
    let mut action = None;
    section(ui, &locale.text("progress-next"));
    for (place, counsel) in counsels.iter().enumerate() {
        let contents = |ui: &mut Ui| {
            /// The width of the button's column, in points.
            const BUTTON: f32 = 26.0 * GRID;
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - BUTTON);
                    prose(&counsel.title).bold().size(size::SUBHEADING).show(ui);
                    prose(&counsel.why).show(ui);
                });
                let go = locale.text("progress-go");
                let button = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if place == 0 { accent_button(ui, &go) } else { quiet_button(ui, &go) }
                });
                if button.inner.clicked() {
                    action = Some(Action::Progress(ProgressAction::Go(counsel.what.clone())));
                }
            });
        };
        if place == 0 {
            tinted(ui, Tone::Accent, contents);
        } else {
            card(ui, contents);
        }
    }
    ui.add_space(GRID);
    action
}

fn charts_of(ui: &mut Ui, board: &Board, lens: Lens, locale: &Locale) -> Option<Action> {
    let mut action = None;
    if ui.available_width() < ROOM_FOR_TWO {
        action = charts::scores(ui, board, lens, locale);
        charts::radar(ui, board, locale);
        charts::rings(ui, board, locale);
        charts::weeks(ui, board, locale);
        charts::items(ui, &board.parts, locale);
        charts::streak(ui, board, locale);
        personas(ui, board, locale);
        return action;
    }
    halves(
        ui,
        0.58,
        |left| action = charts::scores(left, board, lens, locale),
        |right| charts::radar(right, board, locale),
    );
    halves(ui, 0.5, |left| charts::rings(left, board, locale), |right| charts::weeks(right, board, locale));
    charts::items(ui, &board.parts, locale);
    halves(ui, 0.5, |left| charts::streak(left, board, locale), |right| personas(right, board, locale));
    action
}

/// How it goes with each kind of owner.
fn personas(ui: &mut Ui, board: &Board, locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("progress-personas"));
        if board.personas.is_empty() {
            prose(&locale.text("progress-empty-calls")).color(Palette::within(ui).muted).show(ui);
        }
        let mark = board.pass_mark.unwrap_or_default();
        for persona in &board.personas {
            let tone = if persona.median >= mark { Tone::Good } else { Tone::Warn };
            let values = [("calls", persona.calls.into()), ("passed", persona.passed.into())];
            let sign = if persona.median >= mark { "✓" } else { "△" };
            let line = locale.with("progress-persona-line", &values);
            prose(&format!("{} · {line}", persona.name)).small().show(ui);
            ui.add_space(-GRID);
            meter_of(ui, &persona.name, persona.median, &format!("{sign} {}", persona.median), tone);
        }
    });
}

/// A bar 0-100 as wide as there is room, with its value at the end.
fn meter_of(ui: &mut Ui, name: &str, value: u32, written: &str, tone: Tone) {
    /// The width of the value, in points.
    const VALUE: f32 = 14.0 * GRID;
    let width = (ui.available_width() - VALUE - ui.spacing().item_spacing.x).max(10.0 * GRID);
    ui.horizontal(|ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 2.5 * GRID), Sense::hover());
        bar(ui, rect, value as f32 / 100.0, tone);
        response.widget_info(|| WidgetInfo {
            value: Some(f64::from(value)),
            ..WidgetInfo::labeled(WidgetType::ProgressIndicator, true, name)
        });
        cell(ui, VALUE, RichText::new(written).family(bold_family()));
    });
}

/// Two things side by side; the left one takes a share of the width.
fn halves(ui: &mut Ui, share: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let gap = 2.0 * GRID;
    let width = ui.available_width() - gap;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(width * share);
            left(ui);
        });
        ui.vertical(|ui| {
            ui.set_width(width * (1.0 - share));
            right(ui);
        });
    });
}
