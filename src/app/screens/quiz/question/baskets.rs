//! Cards to be sorted into baskets.

use bevy_egui::egui::{Align, Layout, Ui, WidgetInfo, WidgetType, vec2};

use super::keys::Stroke;
use super::pair;
use super::pill::{pill, width_of};
use super::row::{self, CAP, Look};
use super::sheet::Sheet;
use super::verdict::{Verdict, verdict};
use crate::app::theme::{GRID, Tone, prose, section};
use crate::content::script::Str;
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// The least room for the words of a card beside its baskets, in points; with less the baskets stand below.
const LEAST_WORDS: f32 = 60.0 * GRID;

/// The cards, and how they stand.
#[derive(Clone, Copy)]
pub struct Dealt<'t> {
    /// What stands on the baskets.
    pub baskets: &'t [Str],
    /// The cards, each with the place of its basket.
    pub cards: &'t [(Str, usize)],
    /// In which order the cards stand.
    pub order: &'t [usize],
}

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, dealt: &Dealt<'_>, sorted: &[Option<usize>]) -> Option<Reply> {
    let mut sorts = sorted.to_vec();
    type_in(sheet, dealt, &mut sorts);
    let names = names(dealt.baskets);
    if names.iter().zip(dealt.baskets).any(|(name, full)| !name.ends_with(full.as_ref())) {
        legend(ui, dealt.baskets);
    }
    for (at, &card) in dealt.order.iter().enumerate() {
        let Some((text, _)) = dealt.cards.get(card) else { continue };
        let is_in = sorts.get(card).copied().flatten();
        if let Some(basket) = one(ui, sheet, &Card { at, text, is_in, baskets: dealt.baskets, names: &names }) {
            sorts[card] = Some(basket);
            sheet.held.row = next_unsorted(dealt.order, &sorts, at);
        }
    }
    (sorts != sorted).then_some(Reply::Sorts(sorts))
}

/// What stands on the buttons: the baskets with their numbers, without what explains them.
fn names(baskets: &[Str]) -> Vec<String> {
    let short = |name: &str| name.split(['：', ':']).next().unwrap_or(name).to_owned();
    let shorts: Vec<String> = baskets.iter().map(|name| short(name)).collect();
    let tells_apart = (1..shorts.len()).all(|at| !shorts[..at].contains(&shorts[at]));
    let name = |at: usize| if tells_apart { shorts[at].as_str() } else { baskets[at].as_ref() };
    (0..baskets.len()).map(|at| format!("{} {}", at + 1, name(at))).collect()
}

/// The baskets in full.
fn legend(ui: &mut Ui, baskets: &[Str]) {
    for (at, name) in baskets.iter().enumerate() {
        prose(&format!("{} {name}", at + 1)).small().bold().show(ui);
    }
}

/// A card as it stands.
struct Card<'t> {
    at: usize,
    text: &'t str,
    is_in: Option<usize>,
    baskets: &'t [Str],
    names: &'t [String],
}

/// What the keys do: arrows hold a card; a digit puts it into that basket and goes on to the next unsorted one.
fn type_in(sheet: &mut Sheet<'_>, dealt: &Dealt<'_>, sorts: &mut [Option<usize>]) {
    let last = dealt.order.len().saturating_sub(1);
    for stroke in sheet.strokes.clone() {
        let held = sheet.held.row.min(last);
        sheet.held.row = match stroke {
            Stroke::Up => held.saturating_sub(1),
            Stroke::Down => (held + 1).min(last),
            Stroke::Digit(basket) if basket < dealt.baskets.len() => {
                if let Some(sort) = dealt.order.get(held).and_then(|&card| sorts.get_mut(card)) {
                    *sort = Some(basket);
                }
                next_unsorted(dealt.order, sorts, held)
            }
            _ => continue,
        };
        sheet.moved = true;
    }
}

/// The next card that is in no basket, from one on and then from the top; the same when there is none.
fn next_unsorted(order: &[usize], sorts: &[Option<usize>], from: usize) -> usize {
    let is_unsorted = |at: &usize| sorts.get(order[*at]).is_some_and(Option::is_none);
    (from..order.len()).chain(0..from.min(order.len())).find(is_unsorted).unwrap_or(from)
}

/// Draws a card; returns the basket that was chosen for it by mouse.
fn one(ui: &mut Ui, sheet: &mut Sheet<'_>, card: &Card<'_>) -> Option<usize> {
    let look = Look { is_held: sheet.held.row == card.at, ..Look::default() };
    let gap = ui.spacing().item_spacing.x;
    let room = card.names.iter().map(|name| width_of(ui, name) + gap).sum::<f32>() - gap + 1.0;
    let is_wide = ui.available_width() >= room + LEAST_WORDS;
    let mut chosen = None;
    let (response, ()) = row::row(ui, card.at, look, |ui| {
        if is_wide {
            row::parts(ui, |_| {}, |ui| words(ui, card), (room, |ui: &mut Ui| chosen = beside(ui, sheet, card)));
        } else {
            words(ui, card);
            chosen = ui.horizontal_wrapped(|ui| pills(ui, sheet, card)).inner;
        }
    });
    let name = match card.is_in.and_then(|basket| card.baskets.get(basket)) {
        Some(basket) => pair(card.text, basket, sheet.locale),
        None => card.text.to_owned(),
    };
    let is_held = look.is_held;
    let info = || WidgetInfo::selected(WidgetType::SelectableLabel, true, is_held, &name);
    if sheet.control(ui, &response, info) || response.gained_focus() {
        sheet.held.row = card.at;
    }
    if sheet.held.row == card.at {
        sheet.follow(&response, ui);
    }
    chosen
}

fn words(ui: &mut Ui, card: &Card<'_>) {
    prose(card.text).show(ui);
}

/// The baskets behind the words, in their order from left to right.
fn beside(ui: &mut Ui, sheet: &mut Sheet<'_>, card: &Card<'_>) -> Option<usize> {
    let place = vec2(ui.available_width(), CAP);
    ui.allocate_ui_with_layout(place, Layout::left_to_right(Align::Center), |ui| pills(ui, sheet, card)).inner
}

fn pills(ui: &mut Ui, sheet: &mut Sheet<'_>, card: &Card<'_>) -> Option<usize> {
    let mut chosen = None;
    for (basket, name) in card.names.iter().enumerate() {
        let is_on = card.is_in == Some(basket);
        let button = pill(ui, name, is_on);
        let full = pair(&format!("{} {}", basket + 1, card.baskets[basket]), card.text, sheet.locale);
        if sheet.control(ui, &button, || WidgetInfo::selected(WidgetType::RadioButton, true, is_on, &full)) {
            chosen = Some(basket);
        }
    }
    chosen
}

/// Tells what belongs in each basket, and where else it was put.
pub fn shown(ui: &mut Ui, dealt: &Dealt<'_>, sorted: &[Option<usize>], locale: &Locale) {
    for (basket, name) in dealt.baskets.iter().enumerate() {
        if basket > 0 {
            ui.add_space(GRID);
        }
        section(ui, name);
        let inside = dealt.order.iter().filter(|&&card| dealt.cards.get(card).is_some_and(|it| it.1 == basket));
        for &card in inside {
            let put = sorted.get(card).copied().flatten();
            let is_right = put == Some(basket);
            let (tone, sign) = if is_right { (Tone::Good, "✓") } else { (Tone::Bad, "×") };
            let word = match put.and_then(|put| dealt.baskets.get(put)) {
                Some(put) => locale.with("quiz-put-in", &[("basket", put.as_ref().into())]),
                None => locale.text("quiz-left-out"),
            };
            let word = (!is_right).then_some(word);
            verdict(ui, &Verdict { cap: "", text: &dealt.cards[card].0, sign, tone, word, why: "" });
        }
    }
}
