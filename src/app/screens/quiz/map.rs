//! After the questions: how many were right, and the map of the 47 items.

use bevy_egui::egui::{RichText, ScrollArea, Ui};

use crate::app::art::empty::Empty;
use crate::app::desk::{Desk, Done, QuizAction, Study, parts};
use crate::app::screens::progress::items;
use crate::app::screens::scene;
use crate::app::theme::{GRID, Palette, Tone, accent_button, bold_family, card, chip, prose, section, size, tinted};
use crate::cli::now;
use crate::locale::Locale;
use crate::play::quiz::mark::WHOLE;
use crate::record::progress::items::{Item, Quizzed, items_with};

pub fn view(ui: &mut Ui, desk: &Desk, study: &Study) -> Option<QuizAction> {
    let locale = &desk.locale;
    let mut action = None;
    ScrollArea::vertical().id_salt("map").auto_shrink([false, false]).show(ui, |ui| {
        tinted(ui, Tone::Accent, |ui| {
            scene::empty(ui, Empty::AllDone, "");
            prose(&locale.text("quiz-done")).bold().size(size::TITLE).show(ui);
            prose(&summary(study, locale)).show(ui);
            if let Some(text) = waiting(desk, study) {
                prose(&text).color(Palette::within(ui).muted).show(ui);
            }
            ui.add_space(GRID);
            if accent_button(ui, &locale.text("quiz-back")).clicked() {
                action = Some(QuizAction::Leave);
            }
        });
        ui.add_space(GRID);
        items(ui, &parts(&items_now(desk, study), locale), locale);
        ui.add_space(GRID);
        let missed: Vec<&Done> = study.done.iter().filter(|done| done.mark.credit < WHOLE).collect();
        if !missed.is_empty() {
            section(ui, &locale.text("quiz-missed"));
            missed.into_iter().for_each(|done| one(ui, done, locale));
        }
    });
    action
}

fn summary(study: &Study, locale: &Locale) -> String {
    let right = study.done.iter().filter(|done| done.mark.credit == WHOLE).count();
    locale.with("quiz-summary", &[("count", study.done.len().into()), ("right", right.into())])
}

/// What is left of a review: cards that were not known minutes ago.
fn waiting(desk: &Desk, study: &Study) -> Option<String> {
    let left = desk.stock().due.len();
    let is_review = study.count().is_none();
    (is_review && left > 0).then(|| desk.locale.with("quiz-left", &[("count", left.into())]))
}

/// The items as they are known now; of a guest only what was just answered counts.
fn items_now(desk: &Desk, study: &Study) -> Vec<Item> {
    if let Some(trainee) = desk.trainee() {
        return desk.items_now(trainee);
    }
    let at = now();
    let answered = study.done.iter();
    let quizzed: Vec<Quizzed<'_>> =
        answered.map(|done| Quizzed { at, items: &done.question.items, is_right: done.mark.credit == WHOLE }).collect();
    items_with(&[], &quizzed)
}

/// A question that was not wholly right, with what there is to learn.
fn one(ui: &mut Ui, done: &Done, locale: &Locale) {
    card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let (sign, tone) = if done.mark.credit == 0 { ("×", Tone::Bad) } else { ("△", Tone::Warn) };
            let parts = [("right", done.mark.right.into()), ("parts", done.mark.parts.into())];
            chip(ui, &format!("{sign} {}", locale.with("quiz-parts", &parts)), tone);
            let topic = locale.text(&format!("topic-{}", done.question.topic.word()));
            ui.label(RichText::new(topic).size(size::SMALL).family(bold_family()));
        });
        let ask = &done.question.ask;
        let ask = if ask.is_empty() { locale.text("quiz-call-ask") } else { ask.to_string() };
        prose(&ask).bold().show(ui);
        prose(&done.question.why).show(ui);
    });
    ui.add_space(GRID);
}
