//! The front desk: phones on the desk, the one on the line, the note beside.

mod board;
mod debrief;
mod home;
mod line;
mod note;
mod phone;
mod receiver;
mod timeline;

use bevy_egui::egui::{self, Align, Frame, Key, Layout, Margin, Modifiers, RichText, ScrollArea, Ui};

use crate::app::art::desk as art;
use crate::app::desk::{Action, Aside, Desk, Duty, DutyAction, Surroundings};
use crate::app::screens::scene;
use crate::app::theme::{GRID, Palette, Tone, accent_button, bold_family, chip, prose, quiet_button, size, tinted};
use crate::locale::Locale;
use crate::play::drill::act::Act;
use crate::play::drill::judge::{Occasion, is_ours, reaction_ms};

use phone::Room;

pub use home::view as home;

/// The width below which the paper is shown only when asked for, in points.
const ROOM_FOR_PAPER: f32 = 900.0;
/// The width of the paper, in points.
const PAPER_WIDTH: f32 = 320.0;
/// The height below which the phones are drawn small, in points.
const ROOM_FOR_PHONES: f32 = 560.0;
/// The width, in points, from which words stand before the time that is left.
const ROOM_FOR_LEFT: f32 = 560.0;
/// The width, in points, that must be left for how it went so far to be shown beside the ways on.
const ROOM_FOR_SO_FAR: f32 = 480.0;
/// The height below which only their words are shown, in points.
const ROOM_FOR_WORDS: f32 = 420.0;

/// A shift, or what it came to.
pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let duty = desk.duty.as_ref()?;
    let done = if duty.shift.state().is_over { debrief::view(ui, duty, &desk.locale) } else { work(ui, desk, duty) };
    done.map(Action::Duty)
}

fn work(ui: &mut Ui, desk: &Desk, duty: &Duty) -> Option<DutyAction> {
    let locale = &desk.locale;
    if duty.clock.is_paused {
        return paused(ui, duty.clock.has_slept, locale);
    }
    let has_room = ui.available_width() >= ROOM_FOR_PAPER;
    let mut action = status(ui, duty, has_room, locale);
    if has_room || duty.aside == Aside::Paper {
        let paper =
            egui::Panel::right("paper").exact_size(PAPER_WIDTH.min(ui.available_width() * 0.6)).resizable(false);
        let frame = Frame::new().inner_margin(Margin { left: (3.0 * GRID) as i8, ..Margin::ZERO });
        let done = paper.show_separator_line(false).frame(frame).show(ui, |ui| {
            ScrollArea::vertical().id_salt("paper").auto_shrink([false, false]).show(ui, |ui| {
                let written = note::view(ui, duty, locale);
                written.or(board::tickets(ui, duty, locale)).or_else(|| {
                    board::directory(ui, duty, locale);
                    None
                })
            })
        });
        action = action.or(done.inner.inner);
    }
    let room = phone_room(ui.available_height(), duty.shift.state().in_hand.is_some());
    action = action.or(phone::desk(ui, duty, room, locale));
    action = action.or(board::life(ui, duty, locale));
    action = action.or(line::view(ui, duty, locale));
    if duty.shift.state().in_hand.is_none() {
        at_rest(ui, desk, duty);
    }
    action.or(keys(ui, duty))
}

/// The room around the phones, where nothing else needs the height: it is below them, so that they never move.
fn at_rest(ui: &mut Ui, desk: &Desk, duty: &Duty) {
    /// With less height than this, in points, a picture is only a strip.
    const LEAST: f32 = 220.0;
    /// More than this, in points, is too much of it.
    const MOST: f32 = 320.0;
    ui.add_space(2.0 * GRID);
    let height = ui.available_height().min(MOST);
    if height < LEAST {
        return;
    }
    let state = duty.shift.state();
    let card = duty.shift.card();
    let phones: Vec<art::Phone> = card
        .phones
        .iter()
        .zip(1..)
        .map(|(phone, number)| {
            let is_ringing = state.ringing().any(|call| u32::from(state.calls[call].phone) + 1 == number);
            let state = if is_ringing { art::PhoneState::Ringing } else { art::PhoneState::Resting };
            art::Phone { number, state, is_far: phone.is_far }
        })
        .collect();
    scene::the_desk(ui, desk, &Surroundings::of_shift(&card.id, state.now_ms), &phones, height);
}

/// While somebody is on the line, their words need the room.
fn phone_room(height: f32, is_on_the_line: bool) -> Room {
    match () {
        () if height < ROOM_FOR_WORDS => Room::Tiny,
        () if height < ROOM_FOR_PHONES || is_on_the_line => Room::Small,
        () => Room::Tall,
    }
}

/// Time left, how it went so far, and the way to a pause.
fn status(ui: &mut Ui, duty: &Duty, has_room: bool, locale: &Locale) -> Option<DutyAction> {
    let palette = Palette::within(ui);
    let state = duty.shift.state();
    let card = duty.shift.card();
    let left_secs = card.shift_ms.saturating_sub(state.now_ms).div_ceil(1000);
    let mut action = None;
    ui.horizontal(|ui| {
        let key = if left_secs == 0 { "drill-closed" } else { "drill-left" };
        if left_secs == 0 || ui.available_width() >= ROOM_FOR_LEFT {
            ui.label(RichText::new(locale.text(key)).color(palette.muted));
        }
        if left_secs > 0 {
            let clock = format!("{}:{:02}", left_secs / 60, left_secs % 60);
            ui.label(RichText::new(clock).family(bold_family()).size(size::HEADING).color(palette.text));
        }
        let (in_time, answered) = so_far(duty);
        if answered > 0 && ui.available_width() >= ROOM_FOR_SO_FAR {
            let tone = if in_time == answered { Tone::Good } else { Tone::Warn };
            let within = duty.shift.card().rings.answer_within;
            let values = [("within", within.into()), ("hits", in_time.into()), ("calls", answered.into())];
            chip(ui, &locale.with("drill-so-far", &values), tone);
        }
        if let Some(key) = duty.notice() {
            chip(ui, &locale.text(key), Tone::Warn);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if quiet_button(ui, &locale.text("drill-pause")).clicked() {
                action = Some(DutyAction::Pause(true));
            }
            if !has_room {
                let is_shown = duty.aside == Aside::Paper;
                let waiting = state.tickets.iter().filter(|ticket| ticket.is_open()).count();
                let key = if waiting > 0 { "drill-paper-waiting" } else { "drill-paper" };
                let label = locale.with(key, &[("count", waiting.into())]);
                if quiet_button(ui, &label).clicked() {
                    action = Some(DutyAction::Show(if is_shown { Aside::Closed } else { Aside::Paper }));
                }
            }
            let can_go = left_secs == 0 && state.is_at_rest();
            if can_go && quiet_button(ui, &locale.text("drill-hand-over")).clicked() {
                action = Some(DutyAction::Do(Act::HandOver));
            }
        });
    });
    action
}

/// The names of what was missed in a call.
fn missed<'d>(duty: &'d Duty, occasions: &[Occasion], call: usize) -> Vec<&'d str> {
    let criteria = &duty.shift.card().scorecard.criteria;
    let of_call = occasions.iter().filter(|it| it.call == call && !it.is_met);
    of_call
        .filter_map(|it| criteria.iter().find(|card| card.check == it.check))
        .map(|card| card.name.as_ref())
        .collect()
}

/// Calls answered in time so far, and calls that were answered or lost.
fn so_far(duty: &Duty) -> (usize, usize) {
    let rings = duty.shift.card().rings;
    let calls = duty.shift.state().calls.iter().filter(|call| is_ours(call) && !call.is_ringing());
    calls.fold((0, 0), |(in_time, all), call| {
        let is_in_time = reaction_ms(call).is_some_and(|ms| rings.is_in_time(ms));
        (in_time + usize::from(is_in_time), all + 1)
    })
}

/// The desk is covered while the clock stands still: a pause is for resting, not for reading.
fn paused(ui: &mut Ui, has_slept: bool, locale: &Locale) -> Option<DutyAction> {
    let mut action = None;
    ui.add_space(ui.available_height() * 0.2);
    ui.vertical_centered(|ui| {
        ui.set_max_width(480.0);
        tinted(ui, Tone::Accent, |ui| {
            prose(&locale.text("drill-paused")).bold().size(size::HEADING).show(ui);
            prose(&locale.text(if has_slept { "drill-slept-why" } else { "drill-paused-why" })).show(ui);
            ui.add_space(2.0 * GRID);
            let is_typed = ui.input(|input| input.key_pressed(Key::Escape));
            if accent_button(ui, &locale.text("drill-go-on")).clicked() || is_typed {
                action = Some(DutyAction::Pause(false));
            }
            if quiet_button(ui, &locale.text("drill-leave")).clicked() {
                action = Some(DutyAction::Leave);
            }
        });
    });
    action
}

/// What keys do while no letter is typed by them: F1 to F4 lift receivers, F5 sees to the desk, Esc pauses.
fn keys(ui: &Ui, duty: &Duty) -> Option<DutyAction> {
    const PHONES: [Key; 4] = [Key::F1, Key::F2, Key::F3, Key::F4];
    let is_pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let phones = duty.shift.card().phones.len();
    let lifted = (0..phones.min(PHONES.len())).find(|&phone| is_pressed(PHONES[phone]));
    if let Some(phone) = lifted.and_then(|phone| u8::try_from(phone).ok()) {
        return Some(DutyAction::Do(Act::PickUp(phone)));
    }
    if is_pressed(Key::F5) {
        return Some(DutyAction::Do(Act::PutAside));
    }
    is_pressed(Key::Escape).then_some(DutyAction::Pause(true))
}
