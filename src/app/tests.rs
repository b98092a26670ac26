//! The window as a person uses it: clicked, typed into, made small; without a screen, through the accessibility tree.

mod access;
mod front_desk;
mod pages;
mod quiz;
mod records;

use clap::Parser as _;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use bevy_egui::egui::{self, Event, ImeEvent, Key, Vec2, accesskit::Role, vec2};

use crate::app::desk::{Action, Desk, Moment, Page};
use crate::app::{screens, theme};
use crate::cli::Args;
use crate::content::language::Language;
use crate::play::offer::{Reply, words};
use crate::play::state::{Phase, Stage};

/// A desk with what ships, whatever lies in this machine's documents.
fn desk() -> Desk {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/calls");
    Desk::new(&Args::parse_from(["three-rings", "--scenarios", shipped]))
}

/// A window of a size, in points, on a desk; what is done in it is carried out, as in the real one.
fn window(desk: Desk, size: Vec2) -> Harness<'static, Desk> {
    let mut is_dressed = false;
    let draw = move |ui: &mut egui::Ui, desk: &mut Desk| {
        if !std::mem::replace(&mut is_dressed, true) {
            ui.ctx().set_fonts(theme::fonts(Language::ZhHans));
            theme::apply(ui.ctx(), false);
            ui.ctx().request_discard("fonts come with the next pass");
            return;
        }
        if let Some(action) = screens::draw(ui, desk) {
            desk.carry_out(action);
            ui.ctx().request_repaint();
        }
    };
    let mut window = Harness::builder().with_size(size).build_ui_state(draw, desk);
    window.run_steps(3);
    window
}

const USUAL: Vec2 = vec2(1280.0, 800.0);

fn click(window: &mut Harness<'_, Desk>, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(3);
}

fn text(window: &Harness<'_, Desk>, key: &str) -> String {
    window.state().locale.text(key)
}

fn press(window: &mut Harness<'_, Desk>, key: &str) {
    let label = text(window, key);
    click(window, &label);
}

/// The recommended reply: its place on the screen from 1, and its words.
fn recommended(desk: &Desk) -> (usize, String) {
    let call = &desk.sitting.as_ref().expect("a call").call;
    let best = call.recommended().expect("a recommendation");
    let place = call.replies().iter().position(|&reply| reply == best).expect("it is offered");
    let said = words(best, call.state().phase, call.script()).unwrap_or_default();
    (place + 1, said.to_owned())
}

fn phase(window: &Harness<'_, Desk>) -> Phase {
    window.state().sitting.as_ref().expect("a call").call.state().phase
}

/// Ticks what is needed and gives it.
fn tick_what_is_needed(window: &mut Harness<'_, Desk>) {
    loop {
        let desk = window.state();
        let sitting = desk.sitting.as_ref().expect("a call");
        let call = &sitting.call;
        let is_wanted = |reply: &Reply| match *reply {
            Reply::Answer(answer) => {
                let question = crate::play::offer::question(call.state().phase, call.script());
                question.and_then(|it| it.needed).is_some_and(|it| it.answers.has(usize::from(answer)))
            }
            Reply::Note(note) => call.state().heard.has(note.index()),
            Reply::Enough => false,
        };
        let missing = call.replies().into_iter().find(|it| is_wanted(it) && !sitting.ticked.contains(it));
        let Some(reply) = missing else { break };
        // A tick is a click on its row; here it is enough that the row's action does it.
        window.state_mut().carry_out(Action::Tick(reply));
    }
    window.run_steps(2);
    let is_log = phase(window).stage() == Stage::Log;
    press(window, if is_log { "enough-for-slot" } else { "enough" });
}

/// Answers whatever is open as recommended, by mouse.
fn answer_by_mouse(window: &mut Harness<'_, Desk>) {
    let sitting = window.state().sitting.as_ref().expect("a call");
    match (sitting.moment, sitting.call.state().phase) {
        (Moment::ReadyToDial, _) => press(window, "button-dial"),
        (Moment::HungUp, _) => {
            window.state_mut().carry_out(Action::Skip);
            window.run_steps(2);
            press(window, "button-write-note");
        }
        (Moment::Asking, Phase::Note { .. }) => tick_what_is_needed(window),
        (Moment::Asking, _) if sitting.call.replies().contains(&Reply::Enough) => tick_what_is_needed(window),
        (Moment::Asking, _) => {
            window.state_mut().carry_out(Action::Skip);
            window.run_steps(2);
            let (number, said) = recommended(window.state());
            click(window, &format!("{number}. {said}"));
        }
    }
}

#[test]
fn a_trainee_plays_a_whole_call_by_mouse_and_takes_a_turn_again() {
    // High enough that every answer is on the screen: what scrolls is not clicked here.
    let mut window = window(desk(), vec2(1280.0, 2400.0));
    press(&mut window, "home-start");
    for _ in 0..100 {
        if phase(&window) == Phase::Over {
            break;
        }
        answer_by_mouse(&mut window);
    }
    assert_eq!(phase(&window), Phase::Over);
    window.get_by_label_contains(&text(&window, "verdict-Passed"));
    window.get_by_label("100");

    let again = text(&window, "button-retry-turn");
    window.get_all_by_label(&again).next().expect("every turn can be taken again").click();
    window.run_steps(3);
    assert!(matches!(phase(&window), Phase::Prepare { step: 0, .. }), "the first question is open once more");
}

fn on_the_phone() -> Harness<'static, Desk> {
    let mut desk = desk();
    desk.carry_out(Action::Start);
    while desk.sitting.as_ref().is_some_and(|it| it.call.state().phase.stage() == Stage::Prepare) {
        let (number, _) = recommended(&desk);
        desk.carry_out(Action::Reply(u8::try_from(number - 1).expect("few replies")));
    }
    desk.carry_out(Action::Dial);
    desk.carry_out(Action::Skip);
    window(desk, USUAL)
}

#[test]
fn number_keys_answer() {
    let mut window = on_the_phone();
    let before = window.state().sitting.as_ref().expect("a call").call.beats().len();
    window.key_press(Key::Num2);
    window.run_steps(2);
    let beats = window.state().sitting.as_ref().expect("a call").call.beats().to_vec();
    assert_eq!(beats.len(), before + 1);
    assert_eq!(beats[before].input.act, crate::play::step::Act::Reply(1));
}

#[test]
fn while_the_note_pad_is_written_on_number_keys_are_digits() {
    let mut window = on_the_phone();
    let before = window.state().sitting.as_ref().expect("a call").call.beats().len();
    window.get_by_role(Role::MultilineTextInput).focus();
    window.run_steps(2);
    window.event(Event::Text("2".into()));
    window.key_press(Key::Num2);
    window.run_steps(2);
    let sitting = window.state().sitting.as_ref().expect("a call");
    assert_eq!(sitting.call.beats().len(), before, "no answer was given");
    assert_eq!(sitting.notepad, "2");
}

#[test]
fn chinese_is_composed_on_the_note_pad_and_kept_when_committed() {
    let mut window = on_the_phone();
    window.get_by_role(Role::MultilineTextInput).focus();
    window.run_steps(2);
    let composing = ImeEvent::Preedit { text: "zhou'er".into(), active_range_chars: Some(0..7) };
    window.event(Event::Ime(composing));
    window.run_steps(2);
    assert_eq!(window.get_by_role(Role::MultilineTextInput).value().as_deref(), Some("zhou'er"), "shown in place");
    window.event(Event::Ime(ImeEvent::Commit("周二查账".into())));
    window.run_steps(2);
    assert_eq!(window.state().sitting.as_ref().expect("a call").notepad, "周二查账");
}

#[test]
fn saying_nothing_until_the_timer_runs_out_costs_patience() {
    let mut desk = on_the_phone().into_state();
    let patience = |desk: &Desk| desk.sitting.as_ref().expect("a call").call.state().mood.patience;
    let before = patience(&desk);
    assert_eq!(desk.overdue(), None, "there is time to think");
    desk.now_secs += 3600.0;
    let overdue = desk.overdue().expect("an hour is too long");
    desk.carry_out(overdue);
    assert!(patience(&desk) < before);
    desk.carry_out(Action::Think(crate::app::desk::Thinking::Unlimited));
    desk.now_secs += 3600.0;
    assert_eq!(desk.overdue(), None, "the timer can be switched off");
}

#[test]
fn a_call_goes_on_in_another_language() {
    let mut window = on_the_phone();
    let before = window.state().sitting.as_ref().expect("a call").call.state().clone();
    window.state_mut().carry_out(Action::Speak(Language::ZhHant));
    window.run_steps(2);
    let sitting = window.state().sitting.as_ref().expect("a call");
    assert_eq!(sitting.call.state(), &before, "the same call");
    window.get_by_label(&text(&window, "talk-your-turn"));
    assert_eq!(text(&window, "talk-your-turn"), "請回話");
}

/// Every kind of screen, by the way to it from the one before.
fn every_screen(mut visit: impl FnMut(&str, &mut Desk)) {
    let mut desk = desk();
    visit("home", &mut desk);
    desk.carry_out(Action::Turned(Some(Page::Settings)));
    visit("settings", &mut desk);
    desk.carry_out(Action::Turned(None));
    desk.carry_out(Action::Start);
    let mut seen = Vec::new();
    for _ in 0..200 {
        let sitting = desk.sitting.as_ref().expect("a call");
        let place = format!("{:?} {:?}", sitting.moment, sitting.call.state().phase.stage());
        if !seen.contains(&place) {
            visit(&place, &mut desk);
            seen.push(place);
        }
        let sitting = desk.sitting.as_ref().expect("a call");
        match (sitting.moment, sitting.call.is_over()) {
            (Moment::ReadyToDial, _) => desk.carry_out(Action::Dial),
            (Moment::HungUp, _) => desk.carry_out(Action::WriteNote),
            (Moment::Asking, true) => return,
            (Moment::Asking, false) => {
                let (number, _) = recommended(&desk);
                desk.carry_out(Action::Skip);
                desk.carry_out(Action::Reply(u8::try_from(number - 1).expect("few replies")));
            }
        }
        desk.carry_out(Action::Skip);
    }
    panic!("the call does not end");
}

fn assert_nothing_sticks_out(window: &Harness<'_, Desk>, size: Vec2, place: &str) {
    let root = window.root();
    for node in root.children_recursive().filter(|node| node.accesskit_node().label().is_some()) {
        let rect = node.rect();
        let label = node.accesskit_node().label().unwrap_or_default();
        assert!(rect.left() >= -1.0 && rect.right() <= size.x + 1.0, "{place} at {size}: {label} at {rect}");
    }
}

#[test]
fn nothing_sticks_out_of_the_window_at_its_smallest_or_at_twice_the_text_size() {
    // 1024x640 at 100 %, and 1280x800 at 200 %, in points.
    for size in [vec2(1024.0, 640.0), vec2(640.0, 400.0)] {
        every_screen(|place, desk| {
            let shown = std::mem::replace(desk, self::desk());
            let mut window = window(shown, size);
            window.run_steps(2);
            assert_nothing_sticks_out(&window, size, place);
            *desk = window.into_state();
        });
    }
}

#[test]
fn the_type_faces_have_every_character_that_is_shown() {
    let signs = "✓○△×●▲▼·“”——（）《》：，。？！；、".to_owned();
    let interface = [include_str!("../../assets/locales/zh-Hans.ftl"), include_str!("../../assets/locales/en.ftl")];
    let content = crate::content::shipped::files().into_iter().map(|file| file.text);
    let simplified: String = interface.map(str::to_owned).into_iter().chain(content).chain([signs]).collect();
    let traditional = crate::content::language::traditional(&simplified);
    let shown: std::collections::BTreeSet<char> = simplified.chars().chain(traditional.chars()).collect();
    // The bold face falls back on the regular one, so what the regular one has is shown.
    let face = skrifa::FontRef::new(crate::faces::REGULAR).expect("a type face");
    let characters = skrifa::MetadataProvider::charmap(&face);
    let missing: String = shown.into_iter().filter(|c| !c.is_control() && characters.map(*c).is_none()).collect();
    assert!(missing.is_empty(), "the type face lacks {missing}");
}
