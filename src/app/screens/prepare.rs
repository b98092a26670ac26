//! Before dialling: five questions, then the number.

use bevy_egui::egui::{Checkbox, CursorIcon, ScrollArea, Sense, Ui};

use crate::app::desk::{Action, Desk, Moment, Sitting};
use crate::app::screens::comment::{Quoting, comment};
use crate::app::theme::{GRID, Palette, Tone, accent_button, card, chip, key_cap, prose, size};
use crate::content::script::PrepareKind;
use crate::locale::Locale;
use crate::play::debrief::{QuestionName, debrief};
use crate::play::offer::{Reply, question, words};
use crate::play::state::Phase;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let sitting = desk.sitting.as_ref()?;
    let locale = &desk.locale;
    ScrollArea::vertical()
        .id_salt("prepare")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            steps(ui, sitting, locale);
            ui.add_space(2.0 * GRID);
            let done = match sitting.moment {
                Moment::ReadyToDial => ready(ui, sitting, locale),
                Moment::Asking | Moment::HungUp => ask(ui, sitting, locale),
            };
            latest_comment(ui, sitting, locale);
            done
        })
        .inner
}

/// Where one is among the steps.
fn steps(ui: &mut Ui, sitting: &Sitting, locale: &Locale) {
    let script = sitting.call.script();
    let current = match sitting.call.state().phase {
        Phase::Prepare { step, .. } => usize::from(step),
        _ => script.prepare.len(),
    };
    ui.horizontal_wrapped(|ui| {
        for (index, step) in script.prepare.iter().enumerate() {
            let name = locale.text(&QuestionName::Prepare(step.kind).id().replace("prepare.", "prepare-"));
            let (sign, tone) = match index.cmp(&current) {
                std::cmp::Ordering::Less => ("✓", Tone::Good),
                std::cmp::Ordering::Equal => ("●", Tone::Accent),
                std::cmp::Ordering::Greater => ("○", Tone::Plain),
            };
            chip(ui, &format!("{sign} {name}"), tone);
        }
    });
}

fn ask(ui: &mut Ui, sitting: &Sitting, locale: &Locale) -> Option<Action> {
    let script = sitting.call.script();
    let phase = sitting.call.state().phase;
    let open = question(phase, script)?;
    let Phase::Prepare { step, .. } = phase else { return None };
    let asked =
        open.ask.as_deref().map_or_else(|| standing(script.prepare[usize::from(step)].kind, locale), str::to_owned);
    heading(ui, &asked);
    ui.add_space(GRID);
    if open.needed.is_some() {
        return tick_list(ui, sitting, &locale.text("pick-hint"), &locale.text("enough"));
    }
    let mut action = None;
    for (place, reply) in sitting.call.replies().into_iter().enumerate() {
        if let Some(words) = words(reply, phase, script)
            && key_cap(ui, place + 1, words, true)
        {
            action = u8::try_from(place).ok().map(Action::Reply);
        }
    }
    action
}

/// The standing wording of a question before dialling.
fn standing(kind: PrepareKind, locale: &Locale) -> String {
    locale.text(&QuestionName::Prepare(kind).id().replace("prepare.", "ask-"))
}

/// A question as a heading.
pub fn heading(ui: &mut Ui, text: &str) {
    prose(text).bold().size(size::HEADING).show(ui);
}

/// Several answers to tick, and a button to give them.
pub fn tick_list(ui: &mut Ui, sitting: &Sitting, hint: &str, enough: &str) -> Option<Action> {
    let script = sitting.call.script();
    let phase = sitting.call.state().phase;
    let mut action = None;
    prose(hint).small().color(Palette::within(ui).muted).show(ui);
    for reply in sitting.call.replies().into_iter().filter(|reply| *reply != Reply::Enough) {
        let Some(words) = words(reply, phase, script) else { continue };
        let mut is_ticked = sitting.ticked.contains(&reply);
        let row = card(ui, |ui| {
            ui.horizontal_top(|ui| {
                let is_toggled = ui.add(Checkbox::without_text(&mut is_ticked)).changed();
                prose(words).show(ui);
                is_toggled
            })
            .inner
        });
        let is_clicked = row.response.interact(Sense::click()).on_hover_cursor(CursorIcon::PointingHand).clicked();
        if row.inner || is_clicked {
            action = Some(Action::Tick(reply));
        }
    }
    ui.add_space(GRID);
    if accent_button(ui, enough).clicked() {
        action = Some(Action::GiveTicked);
    }
    action
}

fn ready(ui: &mut Ui, sitting: &Sitting, locale: &Locale) -> Option<Action> {
    let script = sitting.call.script();
    let palette = Palette::within(ui);
    card(ui, |ui| {
        heading(ui, &locale.with("ready-to-dial", &[("who", script.persona.called.as_ref().into())]));
        prose(&script.summary).color(palette.muted).show(ui);
        ui.add_space(GRID);
        accent_button(ui, &locale.text("button-dial")).clicked().then_some(Action::Dial)
    })
    .inner
}

/// In practice, what there is to say about the answer before.
fn latest_comment(ui: &mut Ui, sitting: &Sitting, locale: &Locale) {
    if sitting.is_exam {
        return;
    }
    let debrief = debrief(&sitting.call);
    if let Some(review) = debrief.reviews.last() {
        ui.add_space(2.0 * GRID);
        if let Some(said) = review.said {
            prose(&format!("“{said}”")).small().color(Palette::within(ui).muted).show(ui);
        }
        comment(ui, review, sitting.call.script(), Quoting::Words, locale);
    }
}
