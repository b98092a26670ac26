//! Every kind of question as a person answers it: by mouse, by keyboard alone; and what is said afterwards.

mod hands;
mod looks;
mod words;

use std::sync::{Arc, LazyLock};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use bevy_egui::egui::{self, Key, Modifiers, Vec2, vec2};

use super::{Answering, Asked, Stage, question};
use crate::app::theme;
use crate::content::language::Language;
use crate::content::quiz::bank::Bank;
use crate::content::quiz::card::QuestionCard;
use crate::content::shelf::{Setting, Shelf};
use crate::content::shipped;
use crate::locale::Locale;
use crate::play::quiz::deal::Deal;
use crate::play::quiz::mark::{WHOLE, mark};
use crate::play::quiz::reply::Reply;

/// A window in which whole questions are seen without scrolling, in points.
const TALL: Vec2 = vec2(1024.0, 4000.0);
/// The seed every question is dealt with.
const SEED: u64 = 7;
/// Every kind.
const KINDS: [&str; 11] =
    ["Single", "Multiple", "TrueFalse", "Order", "Baskets", "Match", "Number", "Short", "FindFault", "Note", "Call"];

static SHELF: LazyLock<Shelf> = LazyLock::new(shipped::shelf);
static BANK: LazyLock<Bank> = LazyLock::new(|| Bank::of(&SHELF));

/// The first so many shipped questions of a kind.
fn questions(kind: &str, count: usize) -> Vec<Arc<QuestionCard>> {
    let all = BANK.entries().iter().filter_map(|entry| SHELF.question(entry.place));
    let asked = all.filter_map(|question| SHELF.asked(question, Setting::default()).ok());
    asked.filter(|card| card.task.word() == kind).take(count).collect()
}

/// A question being answered.
struct Sitting {
    card: Arc<QuestionCard>,
    deal: Deal,
    locale: Locale,
    draft: Reply,
    /// Whether the answer is confirmed in the view.
    confirm: bool,
    done: Option<Reply>,
    /// Whether what there is to say about the draft is shown.
    is_shown: bool,
}

impl Sitting {
    fn of(card: &Arc<QuestionCard>) -> Self {
        let deal = Deal::new(card, SEED);
        let draft = Reply::blank(&card.task, &deal);
        let locale = Locale::new(Language::ZhHans);
        Self { card: card.clone(), deal, locale, draft, confirm: true, done: None, is_shown: false }
    }

    fn shown(card: &Arc<QuestionCard>, draft: Reply) -> Self {
        Self { draft, is_shown: true, ..Self::of(card) }
    }

    fn right(&self) -> Reply {
        Reply::right(&self.card.task)
    }
}

type Window = Harness<'static, Sitting>;

/// A window of a size, in points, on a question; what is answered is kept, as the screen around it does.
fn window(sitting: Sitting, size: Vec2) -> Window {
    let mut is_dressed = false;
    let draw = move |ui: &mut egui::Ui, sitting: &mut Sitting| {
        if !std::mem::replace(&mut is_dressed, true) {
            ui.ctx().set_fonts(theme::fonts(Language::ZhHans));
            theme::apply(ui.ctx(), false);
            ui.ctx().request_discard("fonts come with the next pass");
            return;
        }
        egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| draw_question(ui, sitting));
    };
    let mut window = Harness::builder().with_size(size).build_ui_state(draw, sitting);
    window.run_steps(3);
    window
}

fn draw_question(ui: &mut egui::Ui, sitting: &mut Sitting) {
    let mark = mark(&sitting.card, &sitting.draft);
    let stage = if sitting.is_shown { Stage::Shown(&mark) } else { Stage::Open { confirm: sitting.confirm } };
    let asked = Asked { card: &sitting.card, deal: &sitting.deal, stage, locale: &sitting.locale };
    match question(ui, &asked, &sitting.draft) {
        Some(Answering::Changed(reply)) => sitting.draft = reply,
        Some(Answering::Done(reply)) => sitting.done = Some(reply),
        None => {}
    }
}

fn text(window: &Window, key: &str) -> String {
    window.state().locale.text(key)
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(3);
}

fn press(window: &mut Window, key: Key) {
    press_with(window, Modifiers::NONE, key);
}

fn press_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(2);
}

/// Presses the digit that names a place, from 0.
fn digit(window: &mut Window, place: usize) {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    press(window, DIGITS[place]);
}

/// Types words where the keyboard is.
fn type_words(window: &mut Window, words: &str) {
    window.event(egui::Event::Text(words.to_owned()));
    window.run_steps(2);
}

/// Where an author's place stands in a list as it was dealt.
fn dealt(window: &Window, list: usize, place: usize) -> usize {
    window.state().deal.order(list).iter().position(|&it| it == place).expect("it was dealt")
}

fn assert_wholly_right(window: &Window, how: &str) {
    let sitting = window.state();
    let done = sitting.done.as_ref().unwrap_or_else(|| panic!("{}: not confirmed {how}", sitting.card.id));
    assert_eq!(mark(&sitting.card, done).credit, WHOLE, "{} {how}: {done:?}", sitting.card.id);
}
