//! One question after the other, with what there is to say to each answer.

use bevy_egui::egui::{Key, RichText, ScrollArea, TextWrapMode, Ui};

use super::question::{Answering, Asked, Stage, question};
use crate::app::desk::{Answer, Desk, QuizAction, Study};
use crate::app::screens::panel_below;
use crate::app::theme::{GRID, Palette, Tone, accent_button, is_pressed, prose, quiet_button, size, tinted};
use crate::export::words::due_in_words;
use crate::locale::Locale;
use crate::record::schedule::grade::Grade;

/// The width from which the four grades stand beside one another, in points.
const ROOM_FOR_GRADES: f32 = 700.0;
/// The most of the height that the grades take.
const GRADES_SHARE: f32 = 0.5;

pub fn view(ui: &mut Ui, desk: &Desk, study: &Study) -> Option<QuizAction> {
    let asked = study.asked.as_ref()?;
    let locale = &desk.locale;
    let mut action = head(ui, desk, study);
    if let Some(answer) = &study.answer {
        let is_kept = desk.trainee().is_some() && asked.due.is_some();
        action = action.or_else(|| panel_below(ui, GRADES_SHARE, |ui| below(ui, answer, is_kept, locale)));
    }
    let stage = match &study.answer {
        Some(answer) => Stage::Shown(&answer.mark),
        None => Stage::Open { confirm: true },
    };
    let shown = Asked { card: &asked.question, deal: &asked.deal, stage, locale };
    // Each question begins at its top.
    let area = ScrollArea::vertical().id_salt(("question", study.done.len())).auto_shrink([false, false]);
    let done = area.show(ui, |ui| question(ui, &shown, &study.draft)).inner;
    action.or(done.map(|answering| match answering {
        Answering::Changed(reply) => QuizAction::Draft(reply),
        Answering::Done(reply) => QuizAction::Answer(reply),
    }))
}

/// How far one is, why this card, and the way out.
fn head(ui: &mut Ui, desk: &Desk, study: &Study) -> Option<QuizAction> {
    let locale = &desk.locale;
    let asked = study.asked.as_ref()?;
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        let number = study.done.len() + 1;
        let text = match study.count() {
            Some(count) => locale.with("quiz-number-of", &[("number", number.into()), ("count", count.into())]),
            None => locale.with("quiz-number-left", &[("number", number.into()), ("left", asked.left.into())]),
        };
        ui.label(RichText::new(text).size(size::SMALL).color(Palette::within(ui).muted));
        if quiet_button(ui, &locale.text("quiz-stop")).clicked() {
            action = Some(QuizAction::Finish);
        }
    });
    if let Some(due) = &asked.due {
        tinted(ui, Tone::Plain, |ui| prose(&due_in_words(due, locale)).small().show(ui));
    }
    ui.add_space(GRID);
    action
}

/// The grades, or only the way on.
fn below(ui: &mut Ui, answer: &Answer, is_kept: bool, locale: &Locale) -> Option<QuizAction> {
    let is_free = !ui.ctx().text_edit_focused();
    let enter = is_free && ui.input(|input| input.key_pressed(Key::Enter));
    if !is_kept {
        let next = accent_button(ui, &locale.text("quiz-next")).clicked();
        return (next || enter).then_some(QuizAction::Grade(answer.proposed));
    }
    let mut grade = enter.then_some(answer.proposed);
    prose(&locale.text("grade-ask")).small().color(Palette::within(ui).muted).show(ui);
    // Where four do not fit beside one another they stand one below the other; their words are never broken.
    let is_narrow = ui.available_width() < ROOM_FOR_GRADES;
    let mut buttons = |ui: &mut Ui| {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        for (one, days) in Grade::ALL.into_iter().zip(answer.days) {
            let key = [Key::Num1, Key::Num2, Key::Num3, Key::Num4][usize::from(one.number() - 1)];
            let text = label(one, days, locale);
            let button = if one == answer.proposed { accent_button(ui, &text) } else { quiet_button(ui, &text) };
            if button.clicked() || is_pressed(ui, key) {
                grade = Some(one);
            }
        }
    };
    if is_narrow {
        ui.vertical(&mut buttons);
    } else {
        ui.horizontal(&mut buttons);
    }
    grade.map(QuizAction::Grade)
}

/// A grade with its key and when the card comes again: `3 记得 · 5 天后`.
fn label(grade: Grade, days: u32, locale: &Locale) -> String {
    let word = locale.text(&format!("grade-{}", grade.number()));
    let when = match (grade, days) {
        (Grade::Again, _) => locale.text("grade-soon"),
        (_, days) => locale.with("grade-days", &[("days", days.max(1).into())]),
    };
    format!("{} {word} · {when}", grade.number())
}
