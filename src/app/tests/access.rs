//! The window for whoever does not see it or has no mouse: every control has a name, what is said is announced, and the
//! keyboard gets everywhere.

use std::collections::BTreeSet;

use bevy_egui::egui::accesskit::{Live, Role};
use egui_kittest::kittest::{AccessKitNode, NodeT as _};

use super::*;
use crate::app::shots;

/// Roles of what can be operated, or carries a value.
fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::CheckBox
            | Role::RadioButton
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::PasswordInput
            | Role::Slider
            | Role::SpinButton
            | Role::ComboBox
            | Role::Link
            | Role::ProgressIndicator
            | Role::Image
    )
}

fn words_of(node: &AccessKitNode<'_>) -> String {
    let words = node.label().or_else(|| node.placeholder().map(str::to_owned)).or_else(|| node.value());
    words.unwrap_or_default().trim().to_owned()
}

/// Visits every screen that is pictured, in a window of a size.
fn every_pictured_screen(size: Vec2, mut visit: impl FnMut(&str, &Harness<'_, Desk>)) {
    let mut shown = window(desk(), size);
    for shot in shots::every_screen() {
        shot.arrange_on(shown.state_mut());
        shown.run_steps(3);
        visit(&shot.name, &shown);
    }
}

#[test]
fn every_control_of_every_screen_has_a_name() {
    let mut nameless = BTreeSet::new();
    every_pictured_screen(USUAL, |place, window| {
        for node in window.root().children_recursive() {
            let node = node.accesskit_node();
            if is_control(node.role()) && words_of(&node).is_empty() {
                nameless.insert(format!("{place}: {:?} at {:?}", node.role(), node.bounding_box()));
            }
        }
    });
    assert!(nameless.is_empty(), "{nameless:#?}");
}

#[test]
fn the_owners_line_is_announced_whole_and_politely() {
    let window = on_the_phone();
    let sitting = window.state().sitting.as_ref().expect("a call");
    let debrief = crate::play::debrief::debrief(&sitting.call);
    let line = debrief.last_words.last().expect("the owner has spoken").words;
    let announced = window.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        node.live() == Live::Polite && node.value().or_else(|| node.label()).is_some_and(|words| words.contains(line))
    });
    assert!(announced, "{line}");
}

#[test]
fn choices_are_read_with_their_number_and_gauges_with_their_value() {
    let window = on_the_phone();
    let mood = window.state().sitting.as_ref().expect("a call").call.state().mood;
    let (number, said) = recommended(window.state());
    window.get_by_label(&format!("{number}. {said}"));
    for (key, level) in [("trust", mood.trust), ("patience", mood.patience)] {
        let name = text(&window, key);
        let gauges = window.root().children_recursive();
        let mut gauges = gauges.filter(|node| node.accesskit_node().role() == Role::ProgressIndicator);
        let gauge = gauges.find(|node| node.accesskit_node().label().as_deref() == Some(&name));
        let value = gauge.and_then(|node| node.accesskit_node().numeric_value());
        assert_eq!(value, Some(f64::from(level)), "{name}");
    }
}

#[test]
fn tab_reaches_every_answer_and_enter_gives_it() {
    let mut window = on_the_phone();
    let (number, said) = recommended(window.state());
    let wanted = format!("{number}. {said}");
    let before = window.state().sitting.as_ref().expect("a call").call.beats().len();
    for _ in 0..60 {
        window.key_press(Key::Tab);
        window.run_steps(2);
        let focused = window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        if focused.and_then(|node| node.accesskit_node().label()).as_deref() == Some(&wanted) {
            window.key_press(Key::Enter);
            window.run_steps(3);
            let after = window.state().sitting.as_ref().expect("a call").call.beats().len();
            assert_eq!(after, before + 1, "the answer was given");
            return;
        }
    }
    panic!("Tab does not come to `{wanted}`");
}

#[test]
fn whatever_has_the_keyboard_is_ringed_while_one_goes_about_with_keys() {
    let strokes = |window: &Harness<'_, Desk>| {
        let accent = theme::Palette::of(false).accent;
        let is_ring = |shape: &egui::epaint::ClippedShape| matches!(&shape.shape, egui::Shape::Rect(rect) if rect.stroke.color == accent && rect.stroke.width > 2.0);
        window.output().shapes.iter().filter(|shape| is_ring(shape)).count()
    };
    let mut window = window(desk(), USUAL);
    assert_eq!(strokes(&window), 0, "nobody has touched a key");
    window.key_press(Key::Tab);
    window.run_steps(2);
    assert_eq!(strokes(&window), 1);
    press(&mut window, "half-front-desk");
    assert_eq!(strokes(&window), 0, "the mouse needs no ring");
}

#[test]
fn single_keys_answer_only_with_ctrl_for_whoever_likes_it_so() {
    let mut window = on_the_phone();
    window.state_mut().carry_out(Action::CtrlKeys(true));
    window.run_steps(2);
    let beats = |window: &Harness<'_, Desk>| window.state().sitting.as_ref().expect("a call").call.beats().len();
    let before = beats(&window);
    window.key_press(Key::Num1);
    window.run_steps(3);
    assert_eq!(beats(&window), before, "a digit alone does nothing");
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num1);
    window.run_steps(3);
    assert_eq!(beats(&window), before + 1);
}
