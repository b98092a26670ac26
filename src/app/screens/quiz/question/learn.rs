//! What there is to learn from a question, whatever was answered: why, what changed, where it varies, the law.

use bevy_egui::egui::Ui;

use super::Asked;
use super::pair;
use super::row;
use super::told::fold;
use crate::app::theme::{GRID, Palette, Tone, card, prose, section, tinted};
use crate::content::script::LawCard;

/// What a button needs beside its words, in points.
const FOLD: f32 = 12.0 * GRID;

/// Draws what there is to learn.
pub fn learn(ui: &mut Ui, asked: &Asked<'_>) {
    let (question, locale) = (asked.card, asked.locale);
    card(ui, |ui| {
        section(ui, &locale.text("why"));
        prose(&question.why).show(ui);
        if let Some(varies) = &question.varies {
            ui.add_space(GRID);
            section(ui, &locale.text("quiz-varies"));
            prose(varies).show(ui);
        }
        if !question.laws.is_empty() {
            ui.add_space(GRID);
            section(ui, &locale.text("law-says"));
            question.laws.iter().for_each(|law| article(ui, law, asked));
        }
    });
    if let Some(changed) = &question.changed {
        tinted(ui, Tone::Warn, |ui| {
            section(ui, &format!("△ {}", locale.text("quiz-changed")));
            prose(changed).show(ui);
        });
    }
}

/// Where an article stands, and its words when they are asked for.
fn article(ui: &mut Ui, law: &LawCard, asked: &Asked<'_>) {
    let muted = Palette::within(ui).muted;
    let stands = asked.locale.cited(&law.statute, &law.article, &law.version);
    let see = asked.locale.text("quiz-see-article");
    let room = prose(&see).small().natural_width(ui) + FOLD;
    let (mut is_open, salt) = (false, format!("{}{}", law.statute, law.article));
    row::parts(
        ui,
        |_| {},
        |ui| prose(&stands).bold().small().show(ui),
        (room, |ui: &mut Ui| is_open = fold(ui, &salt, &see, &pair(&see, &stands, asked.locale))),
    );
    if is_open {
        prose(&law.text).small().color(muted).show(ui);
    }
}
