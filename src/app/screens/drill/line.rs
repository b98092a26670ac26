//! The call in the hand: what was said, what can be said, and the receiver.

use bevy_egui::egui::{self, Frame, Key, Margin, RichText, ScrollArea, Stroke, TextEdit, Ui};

use super::{phone, receiver};
use crate::app::desk::{Duty, DutyAction};
use crate::app::screens::bubble::{mine, theirs};
use crate::app::screens::panel_below;
use crate::app::theme::{GRID, Palette, Tone, accent_button, bold_family, card, chip, key_cap, prose, size};
use crate::content::drill::speech::Heard;
use crate::locale::Locale;
use crate::play::drill::act::Act;
use crate::play::drill::judge::occasions;
use crate::play::drill::offer::{Saying, caller_of};
use crate::play::drill::state::{Call, Stage, Utterance, Who};

/// The most of the height that the answers take.
const ANSWERS_SHARE: f32 = 0.76;
/// The same where there are more answers than usual.
const MOST_SHARE: f32 = 0.9;
/// As many answers as there usually are.
const FEW_ANSWERS: usize = 4;
/// The height below which the receiver takes the place of the call's heading, in points.
const ROOM_FOR_RECEIVER: f32 = 300.0;

pub fn view(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    match duty.shift.state().in_hand {
        Some(place) => on_the_line(ui, duty, place, locale),
        None => {
            idle(ui, duty, locale);
            None
        }
    }
}

fn on_the_line(ui: &mut Ui, duty: &Duty, place: usize, locale: &Locale) -> Option<DutyAction> {
    let call = &duty.shift.state().calls[place];
    let is_tight = ui.available_height() < ROOM_FOR_RECEIVER;
    ui.add_space(GRID);
    let in_head = head(ui, duty, call, is_tight, locale);
    let frame = Frame::new().inner_margin(Margin { top: (2.0 * GRID) as i8, ..Margin::ZERO });
    let below = egui::Panel::bottom("receiver").resizable(false).show_separator_line(false).frame(frame);
    let lowered = if is_tight { in_head } else { below.show(ui, |ui| receiver::view(ui, duty, locale)).inner };
    let share = match duty.shift.offers().len() {
        _ if call.said.is_empty() => 1.0,
        // The matter and the other phone: both must be seen.
        many if many > FEW_ANSWERS => MOST_SHARE,
        _ => ANSWERS_SHARE,
    };
    let said = panel_below(ui, share, |ui| answers(ui, duty, locale));
    // However little is left, the words stay within it.
    let scroll = ScrollArea::vertical().id_salt("line").min_scrolled_height(0.0);
    scroll.auto_shrink([false, false]).stick_to_bottom(true).show(ui, |ui| {
        transcript(ui, duty, call, locale);
    });
    lowered.or(said)
}

/// Which phone, which line, which number; and the receiver where there is no room for it below.
fn head(ui: &mut Ui, duty: &Duty, call: &Call, is_tight: bool, locale: &Locale) -> Option<DutyAction> {
    let caller = caller_of(call, duty.shift.context());
    if is_tight {
        return receiver::view(ui, duty, locale);
    }
    ui.horizontal_wrapped(|ui| {
        let name = &duty.shift.card().phones[usize::from(call.phone)].name;
        ui.label(RichText::new(name.as_ref()).family(bold_family()));
        chip(ui, &locale.text(&format!("line-{}", caller.line.word())), phone::tone_of(caller.line));
        ui.label(RichText::new(caller.number.as_ref()).color(Palette::within(ui).muted));
        if phone::is_ours(call) {
            chip(ui, &locale.text("drill-outgoing"), Tone::Accent);
        }
    });
    None
}

/// What was said, the latest as far as it has been spoken.
pub fn transcript(ui: &mut Ui, duty: &Duty, call: &Call, locale: &Locale) {
    let now_ms = duty.shift.state().now_ms;
    for said in &call.said {
        match &said.who {
            Who::Caller(lasts_ms) => {
                let spoken = spoken(said, *lasts_ms, now_ms);
                if !spoken.is_empty() {
                    theirs(ui, &spoken);
                }
            }
            Who::Standing(_, heard) => {
                mine(ui, &said.text);
                parts(ui, duty, heard, locale);
            }
            Who::Reply(..) => mine(ui, &said.text),
        }
    }
}

fn spoken(said: &Utterance, lasts_ms: u32, now_ms: u32) -> String {
    let passed_ms = now_ms.saturating_sub(said.at_ms);
    if passed_ms >= lasts_ms {
        return said.text.to_string();
    }
    let chars = said.text.chars().count() as u64 * u64::from(passed_ms) / u64::from(lasts_ms.max(1));
    said.text.chars().take(usize::try_from(chars).unwrap_or(usize::MAX)).collect()
}

/// What a sentence had and what was missing in it.
pub fn parts(ui: &mut Ui, duty: &Duty, heard: &Heard, locale: &Locale) {
    let cards = &duty.shift.card().manners.parts;
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min).with_main_wrap(true), |ui| {
        if heard.is_bare {
            chip(ui, &locale.text("drill-bare"), Tone::Bad);
        }
        for (part, place) in heard.parts.iter().rev() {
            let name = cards.iter().find(|card| card.part == *part).map_or("", |card| &card.name);
            let (sign, tone) = if place.is_some() { ("✓", Tone::Good) } else { ("×", Tone::Bad) };
            chip(ui, &format!("{sign} {name}"), tone);
        }
    });
}

/// What can be said, by mouse or by number; and a line for one's own words where a standing sentence is asked for.
fn answers(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let offers = duty.shift.offers();
    let state = duty.shift.state();
    let mut action = None;
    let call = &state.calls[state.in_hand?];
    let palette = Palette::within(ui);
    let hint = match call.stage {
        Stage::Ringing => "drill-hint-dialling",
        Stage::Opening => "drill-hint-opening",
        Stage::Back => "drill-hint-back",
        Stage::Closing => "drill-hint-closing",
        Stage::Parting => "drill-hint-parting",
        Stage::Dead => "drill-hint-dead",
        _ if state.now_ms < call.speaks_until_ms() => "talk-listening",
        _ => "talk-your-turn",
    };
    ui.label(RichText::new(locale.text(hint)).family(bold_family()).color(palette.accent));
    let mut was_standing = true;
    for (place, offer) in offers.iter().enumerate() {
        let is_standing = matches!(offer.what, Saying::Standing(..));
        if is_standing && !was_standing {
            ui.label(RichText::new(locale.text("drill-other-phone")).size(size::SMALL).color(palette.muted));
        }
        was_standing = is_standing;
        if key_cap(ui, place + 1, offer.text, true) {
            action = u8::try_from(place).ok().map(|place| DutyAction::Do(Act::Say(place)));
        }
    }
    if duty.shift.typed().is_some() {
        action = action.or(own_words(ui, duty, locale));
    }
    action
}

fn own_words(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let palette = Palette::within(ui);
    let mut typed = duty.sentence.clone();
    let mut action = None;
    ui.horizontal(|ui| {
        ui.visuals_mut().selection.stroke = Stroke::new(2.0, palette.accent);
        ui.visuals_mut().selection.bg_fill = palette.ground_of(Tone::Accent);
        let field = TextEdit::singleline(&mut typed).hint_text(locale.text("drill-own-words")).id_salt("own-words");
        let button_room = 20.0 * GRID;
        let field = field.desired_width(ui.available_width() - button_room).margin(Margin::same((2.0 * GRID) as i8));
        let response = ui.add(field);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.changed() {
            action = Some(DutyAction::Type(typed));
        }
        if accent_button(ui, &locale.text("drill-say")).clicked() || is_entered {
            action = Some(DutyAction::SayTyped);
        }
    });
    action
}

/// Nothing in the hand: what to do, and how the latest call went.
fn idle(ui: &mut Ui, duty: &Duty, locale: &Locale) {
    let palette = Palette::within(ui);
    let state = duty.shift.state();
    Frame::new().inner_margin(Margin::symmetric(0, (2.0 * GRID) as i8)).show(ui, |ui| {
        let key = if state.walking.is_some() {
            "drill-walking"
        } else if state.ringing().next().is_some() {
            "drill-answer-now"
        } else if state.held().is_some() {
            "drill-somebody-waits"
        } else {
            "drill-waiting"
        };
        prose(&locale.text(key)).bold().size(size::SUBHEADING).show(ui);
        prose(&locale.text("drill-keys")).small().color(palette.muted).show(ui);
        let latest = state.calls.iter().enumerate().filter_map(|(place, call)| Some((call.ended_ms?, place))).max();
        if let Some((_, place)) = latest {
            ui.add_space(2.0 * GRID);
            how_it_went(ui, duty, place, locale);
        }
    });
}

/// The latest call in a few chips: what was met, what was missed.
fn how_it_went(ui: &mut Ui, duty: &Duty, place: usize, locale: &Locale) {
    let context = duty.shift.context();
    let criteria = &context.card.scorecard.criteria;
    card(ui, |ui| {
        let values = [("who", duty.name_of(place).as_ref().into())];
        prose(&locale.with("drill-latest", &values)).bold().show(ui);
        ui.horizontal_wrapped(|ui| {
            for occasion in occasions(duty.shift.state(), context).iter().filter(|it| it.call == place) {
                let name = criteria.iter().find(|it| it.check == occasion.check).map_or("", |it| &it.name);
                let (sign, tone) = if occasion.is_met { ("✓", Tone::Good) } else { ("△", Tone::Warn) };
                chip(ui, &format!("{sign} {name}"), tone);
            }
        });
    });
}
