//! The top of a question: what it is about, what is asked, how it is answered and counted; and what is still missing.

use bevy_egui::egui::Ui;

use super::{Asked, Stage};
use crate::app::theme::{GRID, Palette, Tone, chip, prose, size};
use crate::content::quiz::card::Task;
use crate::locale::Locale;
use crate::play::quiz::reply::Reply;

/// What it is about, what is asked, how it is counted and answered.
pub fn head(ui: &mut Ui, asked: &Asked<'_>) {
    chips(ui, asked);
    prose(&asked.card.ask).bold().size(size::SUBHEADING).show(ui);
    let muted = Palette::within(ui).muted;
    let remark = |ui: &mut Ui, text: &str| {
        prose(text).small().color(muted).show(ui);
    };
    if has_parts(&asked.card.task) {
        remark(ui, &asked.locale.text(&format!("quiz-counting-{}", asked.card.task.word())));
    }
    if let Stage::Open { confirm } = asked.stage {
        remark(ui, &keys(&asked.card.task, confirm, asked.locale));
    }
    ui.add_space(GRID);
}

fn chips(ui: &mut Ui, asked: &Asked<'_>) {
    let (card, locale) = (asked.card, asked.locale);
    ui.horizontal_wrapped(|ui| {
        chip(ui, &locale.text(&format!("topic-{}", card.topic.word())), Tone::Accent);
        chip(ui, &locale.text(&format!("quiz-kind-{}", card.task.word())), Tone::Plain);
        chip(ui, &locale.text(&format!("difficulty-{}", card.difficulty.word())), Tone::Plain);
        for item in &card.items {
            chip(ui, &item_name(*item, asked), Tone::Plain);
        }
        if card.is_reconstructed {
            chip(ui, &format!("△ {}", locale.text("quiz-reconstructed")), Tone::Warn);
        }
    });
}

/// The number of an item; with its name only afterwards, since that may be the answer.
fn item_name(item: u32, asked: &Asked<'_>) -> String {
    let number = asked.locale.with("quiz-item", &[("item", item.into())]);
    match asked.stage {
        Stage::Open { .. } => number,
        Stage::Shown(_) => format!("{number} · {}", asked.locale.text(&format!("item-{item}"))),
    }
}

/// Whether parts of an answer count by themselves.
fn has_parts(task: &Task) -> bool {
    !matches!(task, Task::Single(_) | Task::TrueFalse(_) | Task::Number { .. } | Task::Short(_))
}

/// How it is answered, by mouse and by keyboard.
fn keys(task: &Task, confirm: bool, locale: &Locale) -> String {
    let is_settled_at_once = confirm && matches!(task, Task::Single(_) | Task::TrueFalse(_));
    let word = match task {
        _ if is_settled_at_once => "at-once",
        Task::TrueFalse(_) => "Single",
        Task::Number { .. } | Task::Short(_) if !confirm => "typed",
        Task::Note { .. } if !confirm => "boxes",
        _ => task.word(),
    };
    locale.text(&format!("quiz-keys-{word}"))
}

/// What is still to be answered, in words; none when nothing is.
pub fn missing(reply: &Reply, locale: &Locale) -> Option<String> {
    if reply.is_complete() {
        return None;
    }
    let left = |key: &str, left: usize| locale.with(key, &[("left", left.into())]);
    Some(match reply {
        Reply::Pick(_) | Reply::Picks(_) | Reply::Says(_) | Reply::Puts(_) => locale.text("quiz-missing-choice"),
        Reply::Sorts(sorted) => left("quiz-missing-cards", sorted.iter().filter(|it| it.is_none()).count()),
        Reply::Matches(rows) => left("quiz-missing-cells", rows.iter().flatten().filter(|it| it.is_none()).count()),
        Reply::Typed(_) => locale.text("quiz-missing-text"),
        Reply::Finds { line: None, .. } => locale.text("quiz-missing-line"),
        Reply::Finds { .. } => locale.text("quiz-missing-fault"),
        Reply::Notes(_) => locale.text("quiz-missing-note"),
        Reply::Replies(_) => locale.text("quiz-missing-turn"),
    })
}
