//! What every kind is drawn with while it is answered: words, keys, and which part is held.

use bevy_egui::egui::style::ScrollAnimation;
use bevy_egui::egui::{Align, EventFilter, Id, Key, Rect, Response, Ui, WidgetInfo};

use super::Asked;
use super::keys::{self, Stroke};
use crate::content::quiz::card::{QuestionCard, Task};
use crate::locale::Locale;

/// Which part of a question the keyboard is on. Not part of the answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    /// Which row.
    pub row: usize,
    /// Which column.
    pub column: usize,
    /// Whether one went back to the first step of two.
    pub is_back: bool,
    /// The pass in which it was seen last.
    seen: u64,
}

/// What a kind is drawn with while it is answered.
pub struct Sheet<'a> {
    /// The words of the interface.
    pub locale: &'a Locale,
    /// Whether the answer is confirmed here (practice).
    pub confirm: bool,
    /// Whether choosing answers, with nothing to confirm.
    pub settles_at_once: bool,
    /// Whether it is seen for the first time, or again after something else.
    pub is_fresh: bool,
    /// What was typed.
    pub strokes: Vec<Stroke>,
    /// Which part the keyboard is on.
    pub held: Held,
    /// Whether it came there by a key: it is brought into view.
    pub moved: bool,
    id: Id,
    has_focus: bool,
}

impl<'a> Sheet<'a> {
    /// The sheet of a question.
    pub fn of(ui: &Ui, asked: &Asked<'a>, confirm: bool) -> Self {
        let id = id_of(asked.card);
        let now = ui.ctx().cumulative_pass_nr();
        let kept = ui.data(|data| data.get_temp::<Held>(id)).filter(|held| now.saturating_sub(held.seen) <= 1);
        Self {
            locale: asked.locale,
            confirm,
            settles_at_once: confirm && matches!(asked.card.task, Task::Single(_) | Task::TrueFalse(_)),
            is_fresh: kept.is_none(),
            strokes: keys::strokes(ui),
            held: Held { seen: now, ..kept.unwrap_or_default() },
            moved: false,
            id,
            has_focus: false,
        }
    }

    /// Keeps which part is held for the next frame.
    pub fn keep(&self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(self.id, self.held));
    }

    /// Forgets which part was held.
    pub fn forget(ui: &Ui, card: &QuestionCard) {
        ui.data_mut(|data| data.remove::<Held>(id_of(card)));
    }

    /// Tells what a control is; whether it was pressed, by mouse or by Space. Enter confirms the whole and presses nothing.
    pub fn control(&mut self, ui: &Ui, response: &Response, info: impl Fn() -> WidgetInfo) -> bool {
        response.widget_info(info);
        self.reached(ui, response);
        if response.has_focus() {
            // Arrows answer; they do not wander from control to control.
            let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        }
        response.clicked() && !(response.has_focus() && keys::is_entered(ui, false))
    }

    /// Notes which control of the question has the focus; one that Tab led to comes into view.
    pub fn reached(&mut self, ui: &Ui, response: &Response) {
        self.has_focus |= response.has_focus();
        if response.gained_focus() && ui.input(|input| input.key_pressed(Key::Tab)) {
            bring(ui, response.rect);
        }
    }

    /// Brings what is held into view when a key led there, and the focus with it.
    pub fn follow(&self, response: &Response, ui: &Ui) {
        if self.moved {
            response.request_focus();
            bring(ui, response.rect);
        }
    }

    /// Whether Enter was pressed, and meant for the question.
    pub fn is_entered(&self, ui: &Ui, with_ctrl: bool) -> bool {
        let is_elsewhere = ui.memory(|memory| memory.focused()).is_some() && !self.has_focus;
        !is_elsewhere && keys::is_entered(ui, with_ctrl)
    }
}

/// Scrolls no further than needed to see something; what is higher than the window is seen from its top.
pub fn bring(ui: &Ui, rect: Rect) {
    let is_high = rect.height() > ui.clip_rect().height();
    ui.scroll_to_rect_animation(rect, is_high.then_some(Align::Min), ScrollAnimation::none());
}

fn id_of(card: &QuestionCard) -> Id {
    Id::new(("quiz-question", card.id.as_ref()))
}
