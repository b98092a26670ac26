//! An exam being sat: the question, the sheet of all of them, the clock.

use bevy_egui::egui::{self, Key, RichText, ScrollArea, Ui, vec2};

use super::question::{Answering, Asked, Stage, question};
use crate::app::desk::{QuizAction, Room};
use crate::app::theme::{GRID, Palette, Tone, accent_button, bold_family, prose, quiet_button, section, size, tinted};
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// The width below which the sheet stands below the question, in points.
const ROOM_FOR_SHEET: f32 = 900.0;
/// The width of the sheet, in points.
const SHEET: f32 = 64.0 * GRID;
/// The size of a question's cell on it, in points.
const CELL: [f32; 2] = [11.0 * GRID, 8.0 * GRID];
/// From so little time on the clock warns, in milliseconds.
const LITTLE_MS: u32 = 5 * 60_000;

pub fn view(ui: &mut Ui, room: &Room, locale: &Locale) -> Option<QuizAction> {
    let has_room = ui.available_width() >= ROOM_FOR_SHEET;
    let mut action = keys(ui, room);
    if has_room {
        let panel = egui::Panel::right("sheet").exact_size(SHEET).resizable(false).show_separator_line(false);
        let margin = egui::Margin { left: (4.0 * GRID) as i8, ..egui::Margin::ZERO };
        let done = panel.frame(egui::Frame::new().inner_margin(margin)).show(ui, |ui| {
            let area = ScrollArea::vertical().id_salt("sheet").auto_shrink([false, false]);
            area.show(ui, |ui| sheet(ui, room, locale)).inner
        });
        action = action.or(done.inner);
    }
    let area = ScrollArea::vertical().id_salt(("exam", room.place)).auto_shrink([false, false]);
    let done = area.show(ui, |ui| {
        if has_room {
            return asked(ui, room, locale);
        }
        // Where there is little room, the question comes first and the sheet is below it.
        prose(&locale.with("exam-left", &[("left", left_in_words(room).into())])).bold().show(ui);
        let done = asked(ui, room, locale);
        ui.separator();
        let chosen = sheet(ui, room, locale);
        done.or(chosen)
    });
    action.or(done.inner)
}

fn asked(ui: &mut Ui, room: &Room, locale: &Locale) -> Option<QuizAction> {
    let (card, draft) = (room.question()?, room.draft()?);
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        let values = [("number", (room.place + 1).into()), ("count", room.sitting.paper().len().into())];
        ui.label(RichText::new(locale.with("quiz-number-of", &values)).family(bold_family()));
        let is_flagged = room.sitting.is_flagged(room.place);
        if ui.selectable_label(is_flagged, format!("▲ {}", locale.text("exam-flag"))).clicked() {
            action = Some(QuizAction::Flag(!is_flagged));
        }
    });
    ui.add_space(GRID);
    let asked = Asked { card, deal: room.sitting.deal(room.place), stage: Stage::Open { confirm: false }, locale };
    let done = question(ui, &asked, &draft).map(|answering| match answering {
        Answering::Changed(reply) => QuizAction::Draft(reply),
        Answering::Done(reply) => QuizAction::Answer(reply),
    });
    ui.add_space(2.0 * GRID);
    action.or(done).or_else(|| ways(ui, room, locale))
}

/// To the question before, to the next, to the end.
fn ways(ui: &mut Ui, room: &Room, locale: &Locale) -> Option<QuizAction> {
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        if room.place > 0 && quiet_button(ui, &locale.text("exam-before")).clicked() {
            action = Some(QuizAction::Goto(room.place - 1));
        }
        let is_last = room.place + 1 == room.sitting.paper().len();
        if !is_last && accent_button(ui, &locale.text("exam-next")).clicked() {
            action = Some(QuizAction::Goto(room.place + 1));
        }
        if is_last && accent_button(ui, &locale.text("exam-hand-in")).clicked() {
            action = Some(QuizAction::AskHandIn(true));
        }
    });
    prose(&locale.text("exam-keys")).small().color(Palette::within(ui).muted).show(ui);
    action
}

fn keys(ui: &Ui, room: &Room) -> Option<QuizAction> {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    match () {
        () if pressed(Key::F4) => Some(QuizAction::Goto(room.place + 1)),
        () if pressed(Key::F3) => Some(QuizAction::Goto(room.place.saturating_sub(1))),
        () if pressed(Key::F2) => Some(QuizAction::Flag(!room.sitting.is_flagged(room.place))),
        () => None,
    }
}

/// The clock, every question by its number, and handing in.
fn sheet(ui: &mut Ui, room: &Room, locale: &Locale) -> Option<QuizAction> {
    let mut action = None;
    clock(ui, room, locale);
    ui.add_space(GRID);
    let (answered, count) = (room.sitting.answered(), room.sitting.paper().len());
    section(ui, &locale.with("exam-answered", &[("answered", answered.into()), ("count", count.into())]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID);
        for place in 0..count {
            if cell(ui, room, place, locale) {
                action = Some(QuizAction::Goto(place));
            }
        }
    });
    prose(&locale.text("exam-signs")).small().color(Palette::within(ui).muted).show(ui);
    ui.add_space(2.0 * GRID);
    let asked = hand_in(ui, room, count - answered, locale);
    ui.add_space(2.0 * GRID);
    action.or(asked)
}

fn clock(ui: &mut Ui, room: &Room, locale: &Locale) {
    let left_ms = room.sitting.left_ms();
    let tone = if left_ms < LITTLE_MS { Tone::Warn } else { Tone::Plain };
    tinted(ui, tone, |ui| {
        prose(&room.sitting.card().title).bold().show(ui);
        let left = [("left", left_in_words(room).into())];
        prose(&locale.with("exam-left", &left)).bold().size(size::HEADING).show(ui);
    });
}

/// Minutes and seconds that are left. A second that has begun is still there.
fn left_in_words(room: &Room) -> String {
    let secs = room.sitting.left_ms().div_ceil(1000);
    format!("{:02}:{:02}", secs / 60, secs % 60)
}

/// A question's cell: its number, and whether it is answered or marked.
fn cell(ui: &mut Ui, room: &Room, place: usize, locale: &Locale) -> bool {
    let is_answered = room.sitting.reply(place).is_some_and(Reply::is_complete);
    let sign = match (room.sitting.is_flagged(place), is_answered) {
        (true, _) => "▲",
        (false, true) => "●",
        (false, false) => "○",
    };
    let number = place + 1;
    let button = egui::Button::selectable(place == room.place, format!("{sign}{number}")).min_size(CELL.into());
    let response = ui.add(button);
    let key = if is_answered { "exam-cell-answered" } else { "exam-cell-blank" };
    let said = locale.with(key, &[("number", number.into())]);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, place == room.place, said.clone()));
    response.clicked()
}

/// Handing in is asked about once: nothing can be changed afterwards.
fn hand_in(ui: &mut Ui, room: &Room, blank: usize, locale: &Locale) -> Option<QuizAction> {
    let mut action = None;
    if !room.is_asking {
        return quiet_button(ui, &locale.text("exam-hand-in")).clicked().then_some(QuizAction::AskHandIn(true));
    }
    tinted(ui, Tone::Warn, |ui| {
        let key = if blank > 0 { "exam-sure-blank" } else { "exam-sure" };
        prose(&locale.with(key, &[("count", blank.into())])).show(ui);
        ui.horizontal_wrapped(|ui| {
            if accent_button(ui, &locale.text("exam-hand-in-now")).clicked() {
                action = Some(QuizAction::HandIn);
            }
            if quiet_button(ui, &locale.text("exam-go-on")).clicked() {
                action = Some(QuizAction::AskHandIn(false));
            }
        });
    });
    action
}
