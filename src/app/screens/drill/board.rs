//! What lies on the desk besides the phones: what is going on, the calls to make, the telephone list.

use bevy_egui::egui::{self, Align, Layout, RichText, TextEdit, Ui};

use crate::app::desk::{Duty, DutyAction};
use crate::app::theme::{GRID, Palette, Tone, accent_button, card, chip, prose, quiet_button, section, size, tinted};
use crate::content::scenario::Slot;
use crate::locale::Locale;
use crate::play::drill::act::Act;
use crate::play::drill::offer::caller_of;
use crate::play::drill::state::{Ticket, TicketKind};

/// What is going on at the desk, and what one does about it.
pub fn life(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let state = duty.shift.state();
    let now = state.life.filter(|_| state.in_hand.is_none())?;
    let life = duty.shift.card().manners.life.get(usize::from(now.life))?;
    let mut action = None;
    let tone = if now.is_done { Tone::Good } else { Tone::Warn };
    ui.add_space(GRID);
    tinted(ui, tone, |ui| {
        if let Some(copy) = &life.copy {
            prose(&life.appears).show(ui);
            action = form(ui, duty, copy, locale);
            return;
        }
        ui.horizontal(|ui| {
            let room = ui.available_width() - 220.0;
            ui.vertical(|ui| {
                ui.set_width(room.max(120.0));
                prose(&life.appears).show(ui);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if now.is_done {
                    chip(ui, &format!("✓ {}", locale.text("drill-put-aside")), Tone::Good);
                } else if quiet_button(ui, &format!("{}  F5", life.put)).clicked() {
                    action = Some(DutyAction::Do(Act::PutAside));
                }
            });
        });
    });
    action
}

/// A form to copy words into while no phone rings.
fn form(ui: &mut Ui, duty: &Duty, copy: &str, locale: &Locale) -> Option<DutyAction> {
    prose(copy).bold().show(ui);
    let mut typed = duty.form.clone();
    let hint = locale.text("drill-form-hint");
    let field = TextEdit::singleline(&mut typed).hint_text(hint).desired_width(f32::INFINITY);
    let margin = egui::Margin::same((2.0 * GRID) as i8);
    let response = ui.add(field.id_salt("form").margin(margin));
    response.changed().then_some(DutyAction::FillIn(typed))
}

/// The calls that were promised.
pub fn tickets(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let state = duty.shift.state();
    let open: Vec<(usize, &Ticket)> =
        state.tickets.iter().enumerate().filter(|(_, ticket)| ticket.made.is_none()).collect();
    if open.is_empty() {
        return None;
    }
    let mut action = None;
    ui.add_space(2.0 * GRID);
    section(ui, &locale.text("drill-tickets"));
    for (place, ticket) in open {
        let done = ticket_card(ui, duty, place, ticket, locale);
        action = action.or(done);
    }
    action
}

fn ticket_card(ui: &mut Ui, duty: &Duty, place: usize, ticket: &Ticket, locale: &Locale) -> Option<DutyAction> {
    let state = duty.shift.state();
    let caller = caller_of(&state.calls[ticket.of], duty.shift.context());
    let left_secs = ticket.due_ms.saturating_sub(state.now_ms).div_ceil(1000);
    let is_ready = state.now_ms >= ticket.ready_ms;
    let mut action = None;
    card(ui, |ui| {
        // Whoever wrote down who it was sees it again.
        let note = &state.calls[ticket.of].note;
        let who = [note[Slot::Who as usize].trim(), note[Slot::What as usize].trim()];
        let who = who.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        if !who.is_empty() {
            prose(&who).bold().show(ui);
        }
        prose(&caller.number).show(ui);
        let key = match ticket.kind {
            TicketKind::Deferred => "drill-ticket-deferred",
            TicketKind::Later if is_ready => "drill-ticket-ready",
            TicketKind::Later => "drill-ticket-waiting",
        };
        prose(&locale.text(key)).small().color(Palette::within(ui).muted).show(ui);
        ui.horizontal(|ui| {
            let (text, tone) = if ticket.is_broken {
                (locale.text("drill-ticket-late"), Tone::Bad)
            } else {
                let tone = if left_secs <= 30 { Tone::Warn } else { Tone::Plain };
                (locale.with("drill-ticket-left", &[("left", super::timeline::clock(left_secs * 1_000).into())]), tone)
            };
            chip(ui, &text, tone);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let can_ring = is_ready && state.in_hand.is_none() && state.walking.is_none();
                let button = ui.add_enabled_ui(can_ring, |ui| accent_button(ui, &locale.text("drill-ring-back")));
                if button.inner.clicked() {
                    action = u8::try_from(place).ok().map(|place| DutyAction::Do(Act::RingBack(place)));
                }
            });
        });
    });
    action
}

/// The desk's telephone list.
pub fn directory(ui: &mut Ui, duty: &Duty, locale: &Locale) {
    let list = &duty.shift.card().directory;
    if list.is_empty() {
        return;
    }
    ui.add_space(2.0 * GRID);
    section(ui, &locale.text("drill-directory"));
    card(ui, |ui| {
        egui::Grid::new("directory").num_columns(2).spacing(egui::vec2(3.0 * GRID, GRID)).show(ui, |ui| {
            for (name, number) in list {
                ui.label(RichText::new(name.as_ref()).size(size::SMALL));
                ui.label(RichText::new(number.as_ref()).size(size::SMALL).family(crate::app::theme::bold_family()));
                ui.end_row();
            }
        });
    });
}
