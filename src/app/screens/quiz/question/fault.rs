//! One line of a talk is at fault: which, and what is wrong with it.

use bevy_egui::egui::{Ui, WidgetInfo, WidgetType};

use super::choices;
use super::keys::Stroke;
use super::pair;
use super::row::{self, Look};
use super::sheet::{Sheet, bring};
use super::single::pick;
use super::talk::name_of;
use super::verdict::{Verdict, verdict};
use crate::app::theme::{GRID, Palette, Tone, prose, section};
use crate::content::quiz::Speaker;
use crate::content::quiz::card::{ChoiceCard, SpokenCard};
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// How far a line is moved to the side of whoever says it, as a share of the width.
const INDENT: f32 = 0.1;

/// The talk, and what may be wrong.
#[derive(Clone, Copy)]
pub struct Dealt<'t> {
    /// The talk.
    pub talk: &'t [SpokenCard],
    /// What may be wrong with it.
    pub faults: &'t [ChoiceCard],
    /// In which order the faults stand.
    pub order: &'t [usize],
}

/// A line, and what is wrong with it.
type Found = (Option<usize>, Option<usize>);

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, dealt: &Dealt<'_>, found: Found) -> Option<Reply> {
    let (mut line, mut fault) = found;
    for stroke in std::mem::take(&mut sheet.strokes) {
        type_in(sheet, dealt, (&mut line, &mut fault), stroke);
    }
    for at in 0..dealt.talk.len() {
        if one(ui, sheet, dealt, at, line) {
            line = Some(at);
            sheet.held.is_back = false;
        }
    }
    if line.is_some() {
        fault = what_is_wrong(ui, sheet, dealt, fault, found.0.is_none());
    }
    ((line, fault) != found).then_some(Reply::Finds { line, fault })
}

/// The faults; they come into view when they are seen first.
fn what_is_wrong(
    ui: &mut Ui,
    sheet: &mut Sheet<'_>,
    dealt: &Dealt<'_>,
    fault: Option<usize>,
    is_first: bool,
) -> Option<usize> {
    ui.add_space(2.0 * GRID);
    let top = ui.cursor().top();
    section(ui, &sheet.locale.text("quiz-which-fault"));
    let picked = ui.push_id("faults", |ui| pick(ui, sheet, dealt.faults, dealt.order, fault)).inner;
    if is_first {
        bring(ui, ui.min_rect().with_min_y(top));
    }
    picked.or(fault)
}

/// What a key does: arrows move the line; a digit names a line, and once there is one, a fault; Left and Backspace go back.
fn type_in(sheet: &mut Sheet<'_>, dealt: &Dealt<'_>, found: (&mut Option<usize>, &mut Option<usize>), stroke: Stroke) {
    let (line, fault) = found;
    let last = dealt.talk.len().saturating_sub(1);
    let next = match stroke {
        Stroke::Left | Stroke::Back => {
            sheet.held.is_back = line.is_some();
            return;
        }
        Stroke::Right => {
            sheet.held.is_back = false;
            return;
        }
        Stroke::Digit(place) if line.is_some() && !sheet.held.is_back => {
            *fault = dealt.order.get(place).copied().or(*fault);
            return;
        }
        Stroke::Digit(place) if place <= last => place,
        Stroke::Digit(_) | Stroke::Raise | Stroke::Lower => return,
        Stroke::Up => line.map_or(last, |line| line.saturating_sub(1)),
        Stroke::Down => line.map_or(0, |line| (line + 1).min(last)),
    };
    *line = Some(next);
    sheet.held.is_back = false;
    sheet.moved = true;
}

/// Draws a line of the talk; true when it was pressed.
fn one(ui: &mut Ui, sheet: &mut Sheet<'_>, dealt: &Dealt<'_>, at: usize, picked: Option<usize>) -> bool {
    let spoken = &dealt.talk[at];
    let is_on = picked == Some(at);
    let look = Look { is_on, is_held: is_on && sheet.held.is_back, ..Look::default() };
    let who = name_of(spoken.who, sheet.locale);
    let number = (at + 1).to_string();
    // Once there is a line, digits name faults.
    let is_live = picked.is_none() || sheet.held.is_back;
    let response = beside(ui, spoken.who, |ui| {
        let muted = Palette::within(ui).muted;
        row::row(ui, at, look, |ui| {
            let cap =
                |ui: &mut Ui| if is_on || is_live { row::cap(ui, &number, is_on) } else { row::quiet_cap(ui, &number) };
            row::parts(ui, cap, |ui| said(ui, &who, &spoken.say, muted), (0.0, |_: &mut Ui| {}));
        })
        .0
    });
    let name = format!("{number}. {}", pair(&who, &spoken.say, sheet.locale));
    if is_on {
        sheet.follow(&response, ui);
    }
    sheet.control(ui, &response, || WidgetInfo::selected(WidgetType::RadioButton, true, is_on, &name))
}

fn said(ui: &mut Ui, who: &str, say: &str, muted: bevy_egui::egui::Color32) {
    ui.spacing_mut().item_spacing.y = 0.0;
    prose(who).small().color(muted).show(ui);
    prose(say).show(ui);
}

/// At the side of whoever speaks.
fn beside<R>(ui: &mut Ui, who: Speaker, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let indent = ui.available_width() * INDENT;
    let width = ui.available_width() - indent;
    ui.horizontal_top(|ui| {
        if who == Speaker::Me {
            ui.add_space(indent);
        }
        row::column(ui, width, contents)
    })
    .inner
}

/// Tells which line is at fault, and what is wrong with it.
pub fn shown(ui: &mut Ui, dealt: &Dealt<'_>, at_fault: usize, found: Found, locale: &Locale) {
    for (at, spoken) in dealt.talk.iter().enumerate() {
        let (is_at_fault, is_found) = (at == at_fault, found.0 == Some(at));
        let (tone, sign, word) = match (is_at_fault, is_found) {
            (true, true) => (Tone::Good, "✓", Some("quiz-line-found")),
            (true, false) => (Tone::Good, "✓", Some("quiz-line-missed")),
            (false, true) => (Tone::Bad, "×", Some("quiz-line-wrong")),
            (false, false) => (Tone::Plain, "", None),
        };
        let word = word.map(|key| locale.text(key));
        let text = pair(&name_of(spoken.who, locale), &spoken.say, locale);
        beside(ui, spoken.who, |ui| {
            verdict(ui, &Verdict { cap: &(at + 1).to_string(), text: &text, sign, tone, word, why: "" });
        });
    }
    ui.add_space(2.0 * GRID);
    section(ui, &locale.text("quiz-which-fault"));
    choices::shown(ui, dealt.faults, dealt.order, |place| found.1 == Some(place), locale);
}
