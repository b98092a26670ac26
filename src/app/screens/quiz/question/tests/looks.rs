//! Names of controls, and that nothing sticks out.

use bevy_egui::egui::accesskit::{Action, Role};
use egui_kittest::kittest::NodeT as _;

use super::*;

/// 1024x640 at 100 %, 1280x800 and 1024x640 at 200 %, and a wide window, in points.
const SIZES: [Vec2; 4] = [vec2(1024.0, 640.0), vec2(640.0, 400.0), vec2(512.0, 320.0), vec2(2560.0, 1400.0)];

/// A question as it is seen first, half answered, and afterwards.
fn stages(card: &Arc<QuestionCard>) -> Vec<(&'static str, Sitting)> {
    let open = || Sitting::of(card);
    let filled = Sitting { draft: Reply::right(&card.task), ..open() };
    vec![("open", open()), ("filled", filled), ("shown", Sitting::shown(card, open().draft))]
}

#[test]
fn every_control_has_a_name() {
    for card in KINDS.iter().flat_map(|kind| questions(kind, 1)) {
        for (stage, sitting) in stages(&card) {
            let window = window(sitting, TALL);
            let root = window.root();
            let is_label = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Label;
            let controls = root
                .children_recursive()
                .filter(|node| node.accesskit_node().data().supports_action(Action::Click) && !is_label(node));
            for control in controls {
                let name = control.accesskit_node().label().unwrap_or_default();
                assert!(!name.trim().is_empty(), "{} {stage}: a control at {} has no name", card.id, control.rect());
            }
        }
    }
}

#[test]
fn nothing_sticks_out_at_any_size_in_any_language() {
    for size in SIZES {
        for language in [Language::ZhHans, Language::En] {
            for card in KINDS.iter().flat_map(|kind| questions(kind, 1)) {
                for (stage, mut sitting) in stages(&card) {
                    sitting.locale = Locale::new(language);
                    let window = window(sitting, size);
                    assert_nothing_sticks_out(&window, size, &format!("{} {stage} {}", card.id, language.tag()));
                }
            }
        }
    }
}

fn assert_nothing_sticks_out(window: &Window, size: Vec2, place: &str) {
    let root = window.root();
    for node in root.children_recursive().filter(|node| node.accesskit_node().label().is_some()) {
        let rect = node.rect();
        let label = node.accesskit_node().label().unwrap_or_default();
        assert!(rect.left() >= -1.0 && rect.right() <= size.x + 1.0, "{place} at {size}: {label} at {rect}");
    }
}

#[test]
fn whatever_has_words_has_them_in_every_language() {
    for language in [Language::ZhHans, Language::ZhHant, Language::En] {
        for card in KINDS.iter().flat_map(|kind| questions(kind, 1)) {
            for (stage, mut sitting) in stages(&card) {
                sitting.locale = Locale::new(language);
                let window = window(sitting, TALL);
                let root = window.root();
                let labels = root.children_recursive().filter_map(|node| node.accesskit_node().label());
                for label in labels {
                    assert!(!label.contains("quiz-"), "{} {stage} {}: {label} has no words", card.id, language.tag());
                }
            }
        }
    }
}

#[test]
fn page_keys_reach_the_end_without_a_mouse() {
    let card = &questions("Call", 1)[0];
    let mut window = window(Sitting::shown(card, Reply::right(&card.task)), vec2(512.0, 320.0));
    let why = text(&window, "why");
    let bottom = |window: &Window| window.get_by_label(&why).rect().bottom();
    assert!(bottom(&window) > 320.0, "it begins below the window");
    for _ in 0..12 {
        press(&mut window, Key::PageDown);
    }
    assert!(bottom(&window) < 320.0, "it has come up");
}
