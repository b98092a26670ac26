//! Answering: by mouse, and by keyboard alone.

use bevy_egui::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use super::*;
use crate::content::quiz::Speaker;
use crate::content::quiz::card::Task;
use crate::content::script::Str;

/// How many questions of each kind are answered.
const SOME: usize = 3;

/// Clicks the right answer of a question, whatever its kind.
fn answer_by_mouse(window: &mut Window) {
    let card = window.state().card.clone();
    match (&card.task, window.state().right()) {
        (Task::Single(choices), Reply::Pick(Some(place))) => click_dealt(window, 0, place, &choices[place].say),
        (Task::Multiple(choices), Reply::Picks(places)) => {
            places.into_iter().for_each(|place| click_dealt(window, 0, place, &choices[place].say));
        }
        (Task::TrueFalse(holds), _) => {
            let word = text(window, if *holds { "quiz-yes" } else { "quiz-no" });
            click(window, &format!("{}. {word}", if *holds { 1 } else { 2 }));
        }
        (Task::Order(steps), _) => click_steps_up(window, steps),
        (Task::Baskets { baskets, cards }, _) => {
            for (card, basket) in cards {
                click(window, &format!("{} {}：{card}", basket + 1, baskets[*basket]));
            }
        }
        (Task::Match { heads, rows, columns }, _) => click_cells(window, heads, rows, columns),
        (Task::Number { .. } | Task::Short(_), Reply::Typed(words)) => click_fields(window, &[words]),
        (Task::Note { .. }, Reply::Notes(boxes)) => click_fields(window, &boxes),
        (Task::FindFault { talk, line, faults }, Reply::Finds { fault: Some(fault), .. }) => {
            let who = text(window, if talk[*line].who == Speaker::Me { "quiz-me" } else { "quiz-caller" });
            click(window, &format!("{}. {who}：{}", line + 1, talk[*line].say));
            click_dealt(window, 0, fault, &faults[fault].say);
        }
        (Task::Call { exchanges, .. }, Reply::Replies(places)) => {
            for (turn, place) in places.iter().enumerate() {
                let place = place.expect("a recommended answer");
                click_dealt(window, turn, place, &exchanges[turn].replies[place].say);
            }
        }
        _ => panic!("{} has no answer", card.id),
    }
    match card.task {
        Task::Single(_) | Task::TrueFalse(_) => {}
        Task::Note { .. } => press_button(window, "quiz-confirm-note"),
        _ => press_button(window, "quiz-confirm"),
    }
}

fn press_button(window: &mut Window, key: &str) {
    let label = text(window, key);
    click(window, &label);
}

/// Clicks what stands at an author's place of a list.
fn click_dealt(window: &mut Window, list: usize, place: usize, words: &str) {
    let at = dealt(window, list, place);
    click(window, &format!("{}. {words}", at + 1));
}

fn click_steps_up(window: &mut Window, steps: &[Str]) {
    for (step, words) in steps.iter().enumerate() {
        while position(window, step) > step {
            let label = window.state().locale.with("quiz-move-up", &[("what", words.as_ref().into())]);
            click(window, &label);
        }
    }
}

fn click_cells(window: &mut Window, heads: &[Str], rows: &[Str], columns: &[Vec<Str>]) {
    for (column, options) in columns.iter().enumerate() {
        for (row, of) in rows.iter().enumerate() {
            click(window, &format!("{of}，{}", heads[column + 1]));
            click_dealt(window, column, row, &options[row]);
        }
    }
}

/// Clicks each field and types into it.
fn click_fields(window: &mut Window, words: &[String]) {
    for (at, words) in words.iter().enumerate() {
        window.get_all_by_role(Role::TextInput).nth(at).expect("a field").click();
        window.run_steps(2);
        type_words(window, words);
    }
}

/// Where a step stands now.
fn position(window: &Window, step: usize) -> usize {
    let Reply::Puts(order) = &window.state().draft else { panic!("an order") };
    order.iter().position(|&it| it == step).expect("every step stands somewhere")
}

/// Types the right answer of a question, whatever its kind.
fn answer_by_keyboard(window: &mut Window) {
    let card = window.state().card.clone();
    match (&card.task, window.state().right()) {
        (Task::Single(_), Reply::Pick(Some(place))) => {
            let at = dealt(window, 0, place);
            digit(window, at);
        }
        (Task::TrueFalse(holds), _) => digit(window, usize::from(!holds)),
        (Task::Multiple(_), Reply::Picks(places)) => {
            for place in places {
                let at = dealt(window, 0, place);
                digit(window, at);
            }
            press(window, Key::Enter);
        }
        (Task::Order(steps), _) => order_by_keyboard(window, steps.len()),
        (Task::Baskets { cards, .. }, _) => {
            // The first card is held, and each digit goes on to the next.
            for card in window.state().deal.order(0).to_vec() {
                digit(window, cards[card].1);
            }
            press(window, Key::Enter);
        }
        (Task::Match { rows, columns, .. }, _) => {
            for column in 0..columns.len() {
                for row in 0..rows.len() {
                    let at = dealt(window, column, row);
                    digit(window, at);
                }
            }
            press(window, Key::Enter);
        }
        (Task::Number { .. } | Task::Short(_), Reply::Typed(words)) => {
            type_words(window, &words);
            press(window, Key::Enter);
        }
        (Task::FindFault { line, .. }, Reply::Finds { fault: Some(fault), .. }) => {
            (0..=*line).for_each(|_| press(window, Key::ArrowDown));
            let at = dealt(window, 0, fault);
            digit(window, at);
            press(window, Key::Enter);
        }
        (Task::Note { .. }, Reply::Notes(boxes)) => {
            for words in boxes {
                type_words(window, &words);
                press(window, Key::Tab);
            }
            press_with(window, Modifiers::COMMAND, Key::Enter);
        }
        (Task::Call { .. }, Reply::Replies(places)) => {
            for (turn, place) in places.iter().enumerate() {
                let at = dealt(window, turn, place.expect("a recommended answer"));
                digit(window, at);
            }
            press(window, Key::Enter);
        }
        _ => panic!("{} has no answer", card.id),
    }
}

/// Puts steps in order: half of them with Shift and an arrow, half of them with a digit.
fn order_by_keyboard(window: &mut Window, steps: usize) {
    let mut held = 0;
    for step in 0..steps {
        let at = position(window, step);
        while held != at {
            press(window, if held < at { Key::ArrowDown } else { Key::ArrowUp });
            held = if held < at { held + 1 } else { held - 1 };
        }
        if step % 2 == 0 {
            digit(window, step);
        } else {
            (step..at).for_each(|_| press_with(window, Modifiers::SHIFT, Key::ArrowUp));
        }
        held = step;
    }
    press(window, Key::Enter);
}

#[test]
fn every_kind_is_answered_by_mouse() {
    for card in KINDS.iter().flat_map(|kind| questions(kind, SOME)) {
        let mut window = window(Sitting::of(&card), TALL);
        answer_by_mouse(&mut window);
        assert_wholly_right(&window, "by mouse");
    }
}

#[test]
fn every_kind_is_answered_by_keyboard_alone() {
    for card in KINDS.iter().flat_map(|kind| questions(kind, SOME)) {
        let mut window = window(Sitting::of(&card), TALL);
        answer_by_keyboard(&mut window);
        assert_wholly_right(&window, "by keyboard");
    }
}

#[test]
fn in_an_exam_answers_count_at_once_and_nothing_is_confirmed() {
    for card in KINDS.iter().flat_map(|kind| questions(kind, 1)) {
        let mut window = window(Sitting { confirm: false, ..Sitting::of(&card) }, TALL);
        assert!(window.query_by_label(&text(&window, "quiz-confirm")).is_none(), "{}", card.id);
        answer_by_keyboard(&mut window);
        assert_eq!(mark(&card, &window.state().draft).credit, WHOLE, "{}", card.id);
        assert_eq!(window.state().done, None, "{}: the exam hands it in", card.id);
    }
}

#[test]
fn enter_confirms_nothing_while_something_is_missing() {
    for kind in ["Multiple", "Baskets", "Match", "Number", "Short", "FindFault", "Note", "Call"] {
        let card = &questions(kind, 1)[0];
        let mut window = window(Sitting::of(card), TALL);
        press(&mut window, Key::Enter);
        press_with(&mut window, Modifiers::COMMAND, Key::Enter);
        assert_eq!(window.state().done, None, "{kind}");
        let missing = super::super::head::missing(&window.state().draft, &window.state().locale).expect("something");
        window.get_by_label(&missing);
    }
}

#[test]
fn a_step_is_dragged_to_its_place() {
    let card = &questions("Order", 1)[0];
    let Task::Order(steps) = &card.task else { panic!("an order") };
    let mut window = window(Sitting::of(card), TALL);
    let Reply::Puts(before) = window.state().draft.clone() else { panic!("an order") };
    let row =
        |window: &Window, at: usize, step: usize| window.get_by_label(&format!("{}. {}", at + 1, steps[step])).rect();
    let (from, to) = (row(&window, 0, before[0]).center(), row(&window, 2, before[2]).center());
    window.drag_at(from);
    window.run_steps(2);
    for share in [0.3, 0.6, 1.0] {
        window.hover_at(from + (to - from) * share + vec2(0.0, 2.0 * share));
        window.run_steps(2);
    }
    window.drop_at(to);
    window.run_steps(2);
    let expected: Vec<usize> = [1, 2, 0].into_iter().chain(3..before.len()).map(|at| before[at]).collect();
    assert_eq!(window.state().draft, Reply::Puts(expected));
}

#[test]
fn what_was_chosen_is_taken_back_with_space_where_the_keyboard_is() {
    let card = &questions("Multiple", 1)[0];
    let mut window = window(Sitting::of(card), TALL);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Space);
    let first = window.state().deal.order(0)[0];
    assert_eq!(window.state().draft, Reply::Picks(vec![first]));
    press(&mut window, Key::Space);
    assert_eq!(window.state().draft, Reply::Picks(Vec::new()));
    digit(&mut window, 0);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().done, Some(Reply::Picks(vec![first])), "Enter confirms and takes nothing back");
}

#[test]
fn the_button_of_a_note_can_be_reached_and_pressed_without_a_mouse() {
    let card = &questions("Note", 1)[0];
    let mut window = window(Sitting::of(card), TALL);
    type_words(&mut window, "今晚");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().done, None, "Enter in a box is no confirmation");
    (0..6).for_each(|_| press(&mut window, Key::Tab));
    press(&mut window, Key::Enter);
    assert!(window.state().done.is_some());
}

#[test]
fn one_goes_back_from_the_fault_to_the_line() {
    let card = &questions("FindFault", 1)[0];
    for back in [Key::Backspace, Key::ArrowLeft] {
        let mut window = window(Sitting::of(card), TALL);
        digit(&mut window, 2);
        press(&mut window, back);
        digit(&mut window, 1);
        assert_eq!(window.state().draft, Reply::Finds { line: Some(1), fault: None });
        digit(&mut window, 0);
        let fault = window.state().deal.order(0)[0];
        assert_eq!(window.state().draft, Reply::Finds { line: Some(1), fault: Some(fault) });
    }
}

#[test]
fn arrows_and_tab_choose_a_cell_and_an_option_may_be_used_again() {
    let card = questions("Match", usize::MAX).into_iter().find(|card| match &card.task {
        Task::Match { columns, .. } => columns.len() == 2,
        _ => false,
    });
    let mut window = window(Sitting::of(&card.expect("a table of three columns")), TALL);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowRight);
    digit(&mut window, 0);
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::Tab);
    digit(&mut window, 0);
    let Reply::Matches(matched) = &window.state().draft else { panic!("a table") };
    let option = Some(window.state().deal.order(1)[0]);
    assert_eq!((matched[0][1], matched[1][1]), (option, option));
}

#[test]
fn what_was_said_on_the_phone_cannot_be_taken_back() {
    let card = questions("Call", usize::MAX).into_iter().find(|card| match &card.task {
        Task::Call { exchanges, .. } => exchanges.len() == 2,
        _ => false,
    });
    let mut window = window(Sitting::of(&card.expect("a call of two turns")), TALL);
    digit(&mut window, 1);
    let first = window.state().deal.order(0)[1];
    digit(&mut window, 0);
    digit(&mut window, 1);
    let second = window.state().deal.order(1)[1];
    assert_eq!(window.state().draft, Reply::Replies(vec![Some(first), Some(second)]), "only the last may change");
}

#[test]
fn chinese_is_composed_in_a_field_and_enter_that_takes_it_over_confirms_nothing() {
    let card = &questions("Short", 1)[0];
    let mut window = window(Sitting::of(card), TALL);
    let composing = egui::ImeEvent::Preedit { text: "weixiao".into(), active_range_chars: Some(0..7) };
    window.event(egui::Event::Ime(composing));
    window.run_steps(2);
    assert_eq!(window.get_by_role(Role::TextInput).value().as_deref(), Some("weixiao"), "shown in place");
    let (key, modifiers) = (Key::Enter, Modifiers::NONE);
    let enter = |pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    let commit = egui::Event::Ime(egui::ImeEvent::Commit("微笑".into()));
    window.input_mut().events.extend([commit, enter(true), enter(false)]);
    window.run_steps(2);
    assert_eq!(window.state().draft, Reply::Typed("微笑".into()));
    assert_eq!(window.state().done, None);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().done, Some(Reply::Typed("微笑".into())));
}

#[test]
fn digits_in_a_note_are_words_of_the_note() {
    let card = &questions("Note", 1)[0];
    let mut window = window(Sitting::of(card), TALL);
    window.event(egui::Event::Text("3".into()));
    window.key_press(Key::Num3);
    window.run_steps(2);
    let Reply::Notes(boxes) = &window.state().draft else { panic!("a note") };
    assert_eq!(boxes[0], "3");
}

#[test]
fn nothing_typed_before_a_question_is_seen_answers_it() {
    let card = &questions("Single", 1)[0];
    let window = window(Sitting::of(card), TALL);
    assert_eq!(window.state().done, None);
    assert!(window.root().children_recursive().all(|node| !node.is_focused()), "no answer is chosen beforehand");
}
