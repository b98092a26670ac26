//! Steps to be put in their right order.

use bevy_egui::egui::{CursorIcon, Rect, Ui, WidgetInfo, WidgetType};

use super::keys::Stroke;
use super::row::{self, CAP, Look};
use super::sheet::Sheet;
use super::verdict::{Verdict, verdict};
use crate::app::theme::{GRID, Tone, prose, quiet_button};
use crate::content::script::Str;
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// Room for the two buttons of a row, in points.
const BUTTONS: f32 = 2.0 * CAP + 5.0 * GRID;

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, steps: &[Str], puts: &[usize]) -> Option<Reply> {
    let mut order = puts.to_vec();
    type_in(sheet, &mut order);
    let mut wish = None;
    let mut rects = Vec::with_capacity(order.len());
    for (at, &step) in order.iter().enumerate() {
        let Some(text) = steps.get(step) else { continue };
        let (rect, wished) = one(ui, sheet, &Step { at, step, text, is_last: at + 1 == order.len() });
        rects.push(rect);
        wish = wish.or(wished);
    }
    if let Some(to) = wish.and_then(|wish| aim(wish, &rects)) {
        shift(&mut order, to.from, to.to);
        sheet.held.row = to.to;
    }
    (order != puts).then_some(Reply::Puts(order))
}

/// A step where it stands.
struct Step<'t> {
    at: usize,
    step: usize,
    text: &'t str,
    is_last: bool,
}

/// Where a step is to go.
#[derive(Clone, Copy)]
struct Move {
    from: usize,
    to: usize,
}

/// What the mouse wants of a step.
#[derive(Clone, Copy)]
enum Wish {
    /// One up or down.
    Go(Move),
    /// To where the pointer is: its height, in points.
    Drag(usize, f32),
}

/// What the keys do: arrows hold a step, with Shift they move it; a digit puts it at that place.
fn type_in(sheet: &mut Sheet<'_>, order: &mut [usize]) {
    let last = order.len().saturating_sub(1);
    for stroke in sheet.strokes.clone() {
        let held = sheet.held.row.min(last);
        let (to, moves) = match stroke {
            Stroke::Up => (held.saturating_sub(1), false),
            Stroke::Down => ((held + 1).min(last), false),
            Stroke::Raise => (held.saturating_sub(1), true),
            Stroke::Lower => ((held + 1).min(last), true),
            Stroke::Digit(place) if place <= last => (place, true),
            _ => continue,
        };
        if moves {
            shift(order, held, to);
        }
        sheet.held.row = to;
        sheet.moved = true;
    }
}

/// Takes a step out and puts it in elsewhere.
fn shift(order: &mut [usize], from: usize, to: usize) {
    if from < order.len() && to < order.len() {
        if from < to { order[from..=to].rotate_left(1) } else { order[to..=from].rotate_right(1) }
    }
}

/// Draws a step; returns where it is, and what the mouse wants of it.
fn one(ui: &mut Ui, sheet: &mut Sheet<'_>, step: &Step<'_>) -> (Rect, Option<Wish>) {
    let look = Look { is_held: sheet.held.row == step.at, is_dragged: true, is_on: false };
    let number = (step.at + 1).to_string();
    let mut wish = None;
    let (response, ()) = row::row(ui, step.step, look, |ui| {
        row::parts(
            ui,
            |ui| row::cap(ui, &number, false),
            |ui| {
                prose(step.text).show(ui);
            },
            (BUTTONS, |ui: &mut Ui| wish = buttons(ui, sheet, step)),
        );
    });
    let name = format!("{number}. {}", step.text);
    let is_held = look.is_held;
    let info = || WidgetInfo::selected(WidgetType::SelectableLabel, true, is_held, &name);
    let is_pressed = sheet.control(ui, &response, info);
    let response = response.on_hover_cursor(CursorIcon::Grab);
    if is_pressed || response.gained_focus() || response.drag_started() {
        sheet.held.row = step.at;
    }
    if sheet.held.row == step.at {
        sheet.follow(&response, ui);
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged());
    (response.rect, wish.or(pointer.map(|pos| Wish::Drag(step.at, pos.y))))
}

/// The buttons that move a step up and down; from the right, as the row is laid out.
fn buttons(ui: &mut Ui, sheet: &mut Sheet<'_>, step: &Step<'_>) -> Option<Wish> {
    let mut wish = None;
    let at = step.at;
    let all = [("▼", "quiz-move-down", !step.is_last, at + 1), ("▲", "quiz-move-up", at > 0, at.saturating_sub(1))];
    for (sign, key, is_free, to) in all {
        let button = ui.add_enabled_ui(is_free, |ui| quiet_button(ui, sign)).inner;
        let name = sheet.locale.with(key, &[("what", step.text.into())]);
        if sheet.control(ui, &button, || WidgetInfo::labeled(WidgetType::Button, is_free, &name)) {
            wish = Some(Wish::Go(Move { from: at, to }));
        }
    }
    wish
}

/// Where what the mouse wants leads: past a neighbour once its middle is passed.
fn aim(wish: Wish, rects: &[Rect]) -> Option<Move> {
    match wish {
        Wish::Go(to) => Some(to),
        Wish::Drag(from, y) => {
            let middle = |at: usize| rects.get(at).map(|rect| rect.center().y);
            let above = (0..from).find(|&at| middle(at).is_some_and(|middle| y < middle));
            let below = (from + 1..rects.len()).rev().find(|&at| middle(at).is_some_and(|middle| y > middle));
            above.or(below).map(|to| Move { from, to })
        }
    }
}

/// Tells the right order, and where each step was put.
pub fn shown(ui: &mut Ui, steps: &[Str], puts: &[usize], locale: &Locale) {
    for (at, text) in steps.iter().enumerate() {
        let put = puts.iter().position(|&step| step == at).unwrap_or(at);
        let is_there = put == at;
        let (tone, sign) = if is_there { (Tone::Good, "✓") } else { (Tone::Warn, "△") };
        let word = (!is_there).then(|| locale.with("quiz-put-at", &[("place", (put + 1).into())]));
        verdict(ui, &Verdict { cap: &(at + 1).to_string(), text, sign, tone, word, why: "" });
    }
}
