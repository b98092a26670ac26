//! The call in the hand: what was said, what can be said, and the receiver.

use bevy_egui::egui::{self, Align, Frame, Key, Layout, Margin, RichText, ScrollArea, Stroke, TextEdit, Ui};

use super::{missed, phone, receiver};
use crate::app::desk::{Duty, DutyAction};
use crate::app::screens::bubble::{mine, theirs, theirs_now};
use crate::app::screens::panel_below;
use crate::app::screens::portrait::{self, Head};
use crate::app::theme::{GRID, Palette, Tone, accent_button, bold_family, card, chip, key_cap, prose, size, tinted};
use crate::content::drill::speech::Heard;
use crate::locale::Locale;
use crate::play::drill::act::Act;
use crate::play::drill::judge::occasions;
use crate::play::drill::offer::{Saying, caller_of};
use crate::play::drill::state::{Call, LifeNow, Stage, Utterance, Who};

/// The width, in points, from which there is a head beside the number and the receiver.
const ROOM_FOR_HEAD: f32 = 520.0;
/// How large the head of whoever is on the line is, in points.
const HEAD_ACROSS: f32 = 13.0 * GRID;
/// The most of the height that the answers take.
const ANSWERS_SHARE: f32 = 0.76;
/// The same where there are more answers than usual.
const MOST_SHARE: f32 = 0.9;
/// As many answers as there usually are.
const FEW_ANSWERS: usize = 4;

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
    ui.add_space(GRID);
    let cut_off = head(ui, duty, call, locale);
    let share = match duty.shift.offers().len() {
        _ if call.said.is_empty() => 1.0,
        // The matter and the other phone: both must be seen.
        many if many > FEW_ANSWERS => MOST_SHARE,
        _ => ANSWERS_SHARE,
    };
    let said = panel_below(ui, share, |ui| answers(ui, duty, call, locale));
    // However little is left, the words stay within it.
    let scroll = ScrollArea::vertical().id_salt("line").min_scrolled_height(0.0);
    scroll.auto_shrink([false, false]).stick_to_bottom(true).show(ui, |ui| {
        transcript(ui, duty, call, locale);
    });
    cut_off.or(said)
}

/// Which phone, which line, which number; and at the right, away from the answers, the receiver.
fn head(ui: &mut Ui, duty: &Duty, call: &Call, locale: &Locale) -> Option<DutyAction> {
    let caller = caller_of(call, duty.shift.context());
    let mut action = None;
    ui.horizontal(|ui| {
        if let Some(on_line) = duty.portrait.as_ref().filter(|_| ui.available_width() >= ROOM_FOR_HEAD) {
            let head = Head { across: HEAD_ACROSS, tone: Tone::Accent, is_on_card: false };
            portrait::head(ui, (&on_line.look, on_line.expression()), &head, locale);
        }
        let name = &duty.shift.card().phones[usize::from(call.phone)].name;
        ui.label(RichText::new(name.as_ref()).family(bold_family()));
        chip(ui, &locale.text(&format!("line-{}", caller.line.word())), phone::tone_of(caller.line));
        ui.label(RichText::new(caller.number.as_ref()).color(Palette::within(ui).muted));
        if phone::is_ours(call) {
            chip(ui, &locale.text("drill-outgoing"), Tone::Accent);
        }
        if call.stage != Stage::Dead {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                action = receiver::meanwhile(ui, duty, locale);
            });
        }
    });
    action
}

/// What was said, the latest as far as it has been spoken.
pub fn transcript(ui: &mut Ui, duty: &Duty, call: &Call, locale: &Locale) {
    let now_ms = duty.shift.state().now_ms;
    for said in &call.said {
        match &said.who {
            Who::Caller(lasts_ms) => {
                let spoken = spoken(said, *lasts_ms, now_ms);
                match said.at_ms.saturating_add(*lasts_ms) > now_ms {
                    true if spoken.is_empty() => {}
                    true => theirs_now(ui, &spoken, &said.text),
                    false => theirs(ui, &spoken),
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
fn answers(ui: &mut Ui, duty: &Duty, call: &Call, locale: &Locale) -> Option<DutyAction> {
    let is_speaking = duty.shift.state().now_ms < call.speaks_until_ms() && call.nudges == 0;
    hint(ui, duty, call, is_speaking, locale);
    if call.stage == Stage::Dead {
        return receiver::at_the_end(ui, duty, locale);
    }
    let offers = duty.shift.offers();
    let is_matter = |place: &usize| matches!(offers[*place].what, Saying::Reply(_));
    let (matter, standing): (Vec<usize>, Vec<usize>) = (0..offers.len()).partition(is_matter);
    let cap = |ui: &mut Ui, place: usize| {
        key_cap(ui, place + 1, offers[place].text, is_speaking)
            .then(|| u8::try_from(place).ok().map(|place| DutyAction::Do(Act::Say(place))))
            .flatten()
    };
    let all = |ui: &mut Ui, places: &[usize]| places.iter().fold(None, |said, &place| cap(ui, place).or(said));
    // The other phone does not wait: what there is to say about it stands first, whatever its number.
    let about_the_other = (!matter.is_empty() && !standing.is_empty()).then(|| {
        tinted(ui, Tone::Warn, |ui| {
            prose(&other_phone(duty, locale)).bold().show(ui);
            all(ui, &standing)
        })
        .inner
    });
    let said = match about_the_other {
        Some(said) => all(ui, &matter).or(said),
        None => all(ui, &matter).or(all(ui, &standing)),
    };
    if duty.shift.typed().is_some() { said.or(own_words(ui, duty, locale)) } else { said }
}

/// What the other phone wants.
fn other_phone(duty: &Duty, locale: &Locale) -> String {
    let state = duty.shift.state();
    let name = |call: usize| duty.shift.card().phones[usize::from(state.calls[call].phone)].name.to_string();
    match (state.held(), state.ringing().next()) {
        (Some(held), _) => locale.with("drill-other-waits", &[("phone", name(held).into())]),
        (_, Some(ringing)) => locale.with("drill-other-rings", &[("phone", name(ringing).into())]),
        _ => String::new(),
    }
}

/// Whose turn it is, and what for.
fn hint(ui: &mut Ui, duty: &Duty, call: &Call, is_speaking: bool, locale: &Locale) {
    let palette = Palette::within(ui);
    let rings = duty.shift.card().rings;
    let waited_ms = call.picked_ms.unwrap_or(call.began_ms).saturating_sub(call.began_ms);
    let text = match call.stage {
        Stage::Opening if !phone::is_ours(call) => {
            locale.with("drill-hint-opening", &[("rings", rings.heard(waited_ms).into())])
        }
        Stage::Ringing => locale.text("drill-hint-dialling"),
        Stage::Parting => locale.text("drill-hint-parting"),
        Stage::Dead => locale.text("drill-hint-dead"),
        _ if is_speaking => locale.text("drill-hint-listening"),
        Stage::Back => locale.text("drill-hint-back"),
        Stage::Closing => locale.text("drill-hint-closing"),
        _ => locale.text("talk-your-turn"),
    };
    let tone = if is_speaking { Tone::Warn } else { Tone::Accent };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(text).family(bold_family()).color(palette.text_of(tone)));
        if ui.ctx().egui_wants_keyboard_input() && !duty.shift.offers().is_empty() {
            ui.label(RichText::new(locale.text("drill-keys-typing")).size(size::SMALL).color(palette.muted));
        }
    });
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
        } else if state.life.is_some_and(|life| is_in_the_way(duty, life)) {
            "drill-put-aside-first"
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

/// Whether something must be seen to before a receiver is lifted.
fn is_in_the_way(duty: &Duty, life: LifeNow) -> bool {
    !life.is_done && duty.shift.card().manners.life[usize::from(life.life)].must
}

/// The latest call in a few chips: what was missed, or that nothing was.
fn how_it_went(ui: &mut Ui, duty: &Duty, place: usize, locale: &Locale) {
    let missed = missed(duty, &occasions(duty.shift.state(), duty.shift.context()), place);
    card(ui, |ui| {
        let values = [("who", duty.name_of(place).as_ref().into())];
        prose(&locale.with("drill-latest", &values)).bold().show(ui);
        ui.horizontal_wrapped(|ui| {
            if missed.is_empty() {
                chip(ui, &format!("✓ {}", locale.text("drill-all-met")), Tone::Good);
            }
            for name in missed {
                chip(ui, &format!("△ {name}"), Tone::Warn);
            }
        });
    });
}
