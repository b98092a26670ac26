//! What was typed that answers a question, and keys that move the page.

use bevy_egui::egui::style::ScrollAnimation;
use bevy_egui::egui::{Event, Key, Modifiers, Ui, vec2};

use super::{Asked, Stage};
use crate::app::theme::{GRID, do_keys_need_ctrl};
use crate::content::quiz::card::Task;

/// A key that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A digit, 1-9, as the place it names, from 0.
    Digit(usize),
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// The column before.
    Left,
    /// The column after.
    Right,
    /// Moves what is held up.
    Raise,
    /// Moves what is held down.
    Lower,
    /// One step back.
    Back,
}

/// The keys that answer, in the order they were typed. While letters are typed somewhere, only digits with Ctrl are.
pub fn strokes(ui: &Ui) -> Vec<Stroke> {
    let is_typing = ui.ctx().text_edit_focused();
    let needs_ctrl = do_keys_need_ctrl(ui);
    let stroke = |event: &Event| match *event {
        Event::Key { key, pressed: true, repeat, modifiers, .. } if !is_typing || modifiers.command => {
            let stroke = stroke(key, modifiers, repeat);
            stroke.filter(|it| modifiers.command || !needs_ctrl || !matches!(it, Stroke::Digit(_)))
        }
        _ => None,
    };
    ui.input(|input| input.events.iter().filter_map(stroke).collect())
}

fn stroke(key: Key, modifiers: Modifiers, is_repeated: bool) -> Option<Stroke> {
    let is_moving = modifiers.shift || modifiers.alt;
    match key {
        Key::ArrowUp if is_moving => Some(Stroke::Raise),
        Key::ArrowDown if is_moving => Some(Stroke::Lower),
        Key::ArrowUp => Some(Stroke::Up),
        Key::ArrowDown => Some(Stroke::Down),
        Key::ArrowLeft => Some(Stroke::Left),
        Key::ArrowRight => Some(Stroke::Right),
        Key::Backspace => Some(Stroke::Back),
        _ if is_repeated => None,
        _ => DIGITS.iter().position(|&digit| digit == key).map(Stroke::Digit),
    }
}

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Whether Enter was pressed, and not to take over what an input method composed.
pub fn is_entered(ui: &Ui, with_ctrl: bool) -> bool {
    ui.input(|input| {
        let is_composing = input.events.iter().any(|event| matches!(event, Event::Ime(_)));
        let is_enter = |event: &Event| match *event {
            Event::Key { key: Key::Enter, pressed: true, repeat: false, modifiers, .. } => {
                modifiers.command || !with_ctrl
            }
            _ => false,
        };
        !is_composing && input.events.iter().any(is_enter)
    })
}

/// Page keys move the page, and arrows too where they answer nothing: whoever has no mouse must get everywhere.
pub fn scroll(ui: &Ui, asked: &Asked<'_>) {
    /// How much of the height a page is.
    const PAGE: f32 = 0.85;
    /// How far an arrow goes, in points.
    const LINE: f32 = 15.0 * GRID;
    let is_free = match asked.stage {
        Stage::Shown(_) => true,
        Stage::Open { .. } => {
            matches!(asked.card.task, Task::Single(_) | Task::Multiple(_) | Task::TrueFalse(_) | Task::Call { .. })
        }
    };
    let arrows_scroll = is_free && !ui.ctx().text_edit_focused();
    let page = ui.clip_rect().height() * PAGE;
    let presses = |key| ui.input(|input| input.num_presses(key)) as f32;
    let mut down = page * (presses(Key::PageDown) - presses(Key::PageUp));
    if arrows_scroll {
        down += LINE * (presses(Key::ArrowDown) - presses(Key::ArrowUp));
    }
    if down != 0.0 {
        ui.scroll_with_delta_animation(vec2(0.0, -down), ScrollAnimation::none());
    }
}
