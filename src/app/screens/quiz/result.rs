//! After an exam: the score, topic by topic, every question with its answer.

use bevy_egui::egui::{RichText, ScrollArea, Ui};

use super::question::{Asked, Stage, question};
use crate::app::desk::{Desk, QuizAction, Room};
use crate::app::screens::column;
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bold_family, card, chip, meter, prose, quiet_button, section, size, tinted,
};
use crate::content::quiz::Topic;
use crate::locale::Locale;
use crate::play::quiz::exam::{Ended, Sitting};
use crate::play::quiz::mark::WHOLE;
use crate::play::quiz::reply::Reply;
use crate::record::progress::minutes;

/// The share of the width that the figures take.
const FIGURES_SHARE: f32 = 0.4;

pub fn view(ui: &mut Ui, desk: &Desk, room: &Room) -> Option<QuizAction> {
    let locale = &desk.locale;
    let mut action = None;
    let width = ui.available_width() * FIGURES_SHARE;
    column(ui, "result", width, |ui| {
        action = verdict(ui, desk, room);
        ui.add_space(GRID);
        topics(ui, &room.sitting, locale);
        ui.add_space(GRID);
        section(ui, &locale.text("exam-every-question"));
        for place in 0..room.sitting.paper().len() {
            if row(ui, room, place, locale) {
                action = Some(QuizAction::Goto(place));
            }
        }
    });
    let area = ScrollArea::vertical().id_salt(("result", room.place)).auto_shrink([false, false]);
    area.show(ui, |ui| again(ui, room, locale));
    action
}

/// Score, pass mark, passed or not, and the certificate.
fn verdict(ui: &mut Ui, desk: &Desk, room: &Room) -> Option<QuizAction> {
    let (locale, sitting) = (&desk.locale, &room.sitting);
    let mut action = None;
    let is_passed = sitting.is_passed();
    let (tone, sign, key) =
        if is_passed { (Tone::Good, "✓", "drill-passed") } else { (Tone::Warn, "△", "drill-failed") };
    tinted(ui, tone, |ui| {
        prose(&sitting.card().title).bold().show(ui);
        ui.horizontal_wrapped(|ui| {
            let score = format!("{} {}", locale.text("drill-score"), sitting.score());
            ui.label(RichText::new(score).family(bold_family()).size(size::TITLE));
            chip(ui, &format!("{sign} {}", locale.text(key)), tone);
        });
        let mark = [("mark", sitting.card().pass_mark.into())];
        prose(&locale.with("drill-pass-mark", &mark)).show(ui);
        let ended = if sitting.ended() == Some(Ended::TimeUp) { "exam-ended-time-up" } else { "exam-ended-handed-in" };
        let used = [
            ("used", minutes(sitting.now_ms().into()).into()),
            ("limit", minutes(sitting.card().limit_ms.into()).into()),
        ];
        prose(&format!("{} {}", locale.text(ended), locale.with("exam-used", &used))).show(ui);
        ui.add_space(GRID);
        ui.horizontal_wrapped(|ui| {
            if let (true, Some(attempt), true) = (is_passed, room.attempt, desk.trainee().is_some())
                && accent_button(ui, &locale.text("exam-certificate")).clicked()
            {
                action = Some(QuizAction::Certificate(attempt));
            }
            if quiet_button(ui, &locale.text("quiz-back")).clicked() {
                action = Some(QuizAction::Leave);
            }
        });
        if is_passed && desk.trainee().is_none() {
            prose(&locale.text("exam-guest")).small().color(Palette::within(ui).muted).show(ui);
        }
    });
    action
}

fn topics(ui: &mut Ui, sitting: &Sitting, locale: &Locale) {
    card(ui, |ui| {
        section(ui, &locale.text("exam-topics"));
        for topic in Topic::ALL {
            let of = |place: &usize| sitting.paper()[*place].topic == *topic;
            let places: Vec<usize> = (0..sitting.paper().len()).filter(of).collect();
            if places.is_empty() {
                continue;
            }
            let credit: u32 = places.iter().map(|&place| u32::from(sitting.mark(place).credit)).sum();
            let percent = credit * 100 / (u32::from(WHOLE) * places.len() as u32);
            let tone = if percent >= sitting.card().pass_mark { Tone::Good } else { Tone::Warn };
            let name = locale.text(&format!("topic-{}", topic.word()));
            prose(&name).show(ui);
            let count = locale.with("quiz-count", &[("count", places.len().into())]);
            meter(ui, &count, u8::try_from(percent).unwrap_or(100), tone);
        }
    });
}

/// A question in the list: its number, what it was worth, how it begins.
fn row(ui: &mut Ui, room: &Room, place: usize, locale: &Locale) -> bool {
    let mark = room.sitting.mark(place);
    let sign = match mark.credit {
        WHOLE => "✓",
        0 => "×",
        _ => "△",
    };
    let ask = &room.sitting.paper()[place].ask;
    let text =
        format!("{sign} {}", locale.with("exam-row", &[("number", (place + 1).into()), ("ask", ask.as_ref().into())]));
    let label =
        bevy_egui::egui::Button::selectable(room.place == place, RichText::new(text).size(size::SMALL)).truncate();
    ui.add(label).clicked()
}

/// The question that is looked at, with what was answered.
fn again(ui: &mut Ui, room: &Room, locale: &Locale) {
    let Some(card) = room.question() else { return };
    let mark = room.sitting.mark(room.place);
    let deal = room.sitting.deal(room.place);
    let reply = room.sitting.reply(room.place).cloned();
    if reply.is_none() {
        tinted(ui, Tone::Warn, |ui| prose(&locale.text("exam-blank")).show(ui));
        ui.add_space(GRID);
    }
    let reply = reply.unwrap_or_else(|| Reply::blank(&card.task, deal));
    question(ui, &Asked { card, deal, stage: Stage::Shown(&mark), locale }, &reply);
}
