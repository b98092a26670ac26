//! One question: as it is asked, answered by mouse or by keyboard alone; and what there is to learn from the answer.
//!
//! A kind of question is a file; each has an `open` that lets it be answered and a `shown` that tells what was right. What
//! they share: [`sheet`] (what every kind is drawn with), [`keys`] (what was typed), [`row`], [`tile`] and [`pill`] (what can
//! be pressed), [`told`] (what is said afterwards).

mod baskets;
mod call;
mod choices;
mod fault;
mod field;
mod head;
mod keys;
mod learn;
mod matching;
mod multiple;
mod note;
mod number;
mod order;
mod pill;
mod row;
mod sheet;
mod short;
mod single;
mod talk;
#[cfg(test)]
mod tests;
mod tile;
mod told;
mod true_false;
mod verdict;

use bevy_egui::egui::{Ui, WidgetInfo, WidgetType};

use self::sheet::Sheet;
use crate::app::theme::{GRID, Palette, accent_button, prose};
use crate::content::quiz::card::{QuestionCard, Task};
use crate::locale::Locale;
use crate::play::quiz::deal::Deal;
use crate::play::quiz::mark::Mark;
use crate::play::quiz::reply::Reply;

/// The widest a question is set, in points: longer lines are hard to read.
const WIDEST: f32 = 250.0 * GRID;

/// A question to be drawn.
pub struct Asked<'a> {
    /// The question.
    pub card: &'a QuestionCard,
    /// In which order its parts stand.
    pub deal: &'a Deal,
    /// Whether it is being answered.
    pub stage: Stage<'a>,
    /// The words of the interface.
    pub locale: &'a Locale,
}

/// Whether a question is being answered.
#[derive(Clone, Copy, Debug)]
pub enum Stage<'a> {
    /// Being answered.
    Open {
        /// Whether the answer is confirmed here (practice); in an exam changes count at once.
        confirm: bool,
    },
    /// Answered, with what it was worth.
    Shown(&'a Mark),
}

/// What the trainee did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answering {
    /// The draft is another now.
    Changed(Reply),
    /// It is confirmed as it stands.
    Done(Reply),
}

/// Draws the question as answered so far; returns what the trainee did in this frame.
///
/// View state that is not part of the answer (which card is held, which row is active) lives in egui's memory, nothing else.
pub fn question(ui: &mut Ui, asked: &Asked<'_>, draft: &Reply) -> Option<Answering> {
    ui.set_max_width(ui.available_width().min(WIDEST));
    let blank = Reply::blank(&asked.card.task, asked.deal);
    let draft = if draft.fits(&asked.card.task) { draft } else { &blank };
    keys::scroll(ui, asked);
    head::head(ui, asked);
    match asked.stage {
        Stage::Open { confirm } => open(ui, asked, confirm, draft),
        Stage::Shown(mark) => {
            Sheet::forget(ui, asked.card);
            told::told(ui, asked, mark, draft);
            None
        }
    }
}

/// The parts to be answered, and what confirms them.
fn open(ui: &mut Ui, asked: &Asked<'_>, confirm: bool, draft: &Reply) -> Option<Answering> {
    let mut sheet = Sheet::of(ui, asked, confirm);
    let acted = ui.push_id(&asked.card.id, |ui| parts(ui, asked, draft, &mut sheet)).inner;
    let is_chosen = acted.is_some();
    let reply = acted.unwrap_or_else(|| draft.clone()).cut();
    let is_settled = confirm
        && if sheet.settles_at_once {
            is_chosen && reply.is_complete()
        } else {
            confirmed(ui, asked, &reply, &mut sheet)
        };
    sheet.keep(ui);
    if is_settled {
        return Some(Answering::Done(reply));
    }
    (reply != *draft).then_some(Answering::Changed(reply))
}

/// Draws what is to be answered; returns what was answered if the trainee did something.
fn parts(ui: &mut Ui, asked: &Asked<'_>, draft: &Reply, sheet: &mut Sheet<'_>) -> Option<Reply> {
    let order = |list| asked.deal.order(list);
    match (&asked.card.task, draft) {
        (Task::Single(choices), Reply::Pick(picked)) => single::open(ui, sheet, choices, order(0), *picked),
        (Task::Multiple(choices), Reply::Picks(picked)) => multiple::open(ui, sheet, choices, order(0), picked),
        (Task::TrueFalse(_), Reply::Says(says)) => true_false::open(ui, sheet, *says),
        (Task::Order(steps), Reply::Puts(puts)) => order::open(ui, sheet, steps, puts),
        (Task::Baskets { baskets, cards }, Reply::Sorts(sorted)) => {
            baskets::open(ui, sheet, &baskets::Dealt { baskets, cards, order: order(0) }, sorted)
        }
        (Task::Match { heads, rows, columns }, Reply::Matches(matched)) => {
            matching::open(ui, sheet, &matching::Table { heads, rows, columns, deal: asked.deal }, matched)
        }
        (Task::Number { unit, .. }, Reply::Typed(text)) => number::open(ui, sheet, unit, text),
        (Task::Short(_), Reply::Typed(text)) => short::open(ui, sheet, text),
        (Task::FindFault { talk, faults, .. }, Reply::Finds { line, fault }) => {
            fault::open(ui, sheet, &fault::Dealt { talk, faults, order: order(0) }, (*line, *fault))
        }
        (Task::Note { talk, .. }, Reply::Notes(boxes)) => note::open(ui, sheet, talk, boxes),
        (Task::Call { about, exchanges }, Reply::Replies(places)) => {
            call::open(ui, sheet, &call::Line { about: about.as_deref(), exchanges, deal: asked.deal }, places)
        }
        _ => None,
    }
}

/// The button that confirms, with its key; what is missing while something is.
fn confirmed(ui: &mut Ui, asked: &Asked<'_>, reply: &Reply, sheet: &mut Sheet<'_>) -> bool {
    let is_complete = reply.is_complete();
    let is_note = matches!(asked.card.task, Task::Note { .. });
    let label = asked.locale.text(if is_note { "quiz-confirm-note" } else { "quiz-confirm" });
    ui.add_space(GRID);
    let is_pressed = ui
        .horizontal_wrapped(|ui| {
            let button = ui.add_enabled_ui(is_complete, |ui| accent_button(ui, &label)).inner;
            sheet.control(ui, &button, || WidgetInfo::labeled(WidgetType::Button, is_complete, &label));
            if let Some(missing) = head::missing(reply, asked.locale) {
                let muted = Palette::within(ui).muted;
                prose(&missing).small().color(muted).show(ui);
            }
            button.clicked()
        })
        .inner;
    is_complete && (is_pressed || sheet.is_entered(ui, is_note))
}

/// A name and what stands behind it.
fn pair(name: &str, value: &str, locale: &Locale) -> String {
    locale.with("quiz-pair", &[("name", name.into()), ("value", value.into())])
}
