//! The front desk as a person uses it: by mouse, by keyboard alone, at any frame rate, asleep, heard and not heard.

use clap::Parser as _;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use bevy_egui::egui::{Key, Modifiers, Vec2, accesskit::Role, vec2};

use super::{assert_nothing_sticks_out, click, desk, press, text, window};
use crate::app::desk::{Action, Desk, Duty, DutyAction, Half};
use crate::app::hearing::{Sounding, sounding};
use crate::app::sound::{RingTone, Tone};
use crate::cli::ForDuty;
use crate::content::drill::RingRule;
use crate::content::language::Language;
use crate::play::drill::act::{Act, GENTLE_MS};
use crate::play::drill::judge::judge;
use crate::play::drill::shift::{Input, Shift};
use crate::play::drill::state::{How, Stage};
use crate::proof::desk::{Bot, by_the_book, work};

/// High enough that every answer is on the screen: what scrolls is not clicked here.
const TALL: Vec2 = vec2(1280.0, 1600.0);

/// A desk about to begin the calm shift, in which one phone rings at a time.
fn on_duty() -> Desk {
    let mut desk = desk();
    desk.carry_out(Action::Turn(Half::FrontDesk));
    desk.carry_out(Action::Reseed(5));
    desk.carry_out(Action::StartShift);
    desk
}

fn duty(desk: &Desk) -> &Duty {
    desk.duty.as_ref().expect("a shift")
}

/// Lets the wall clock pass in small looks until something holds.
fn until(window: &mut Harness<'_, Desk>, holds: fn(&Duty) -> bool) {
    for _ in 0..10_000 {
        if holds(duty(window.state())) {
            window.run_steps(3);
            return;
        }
        let later = window.state().now_secs + 0.1;
        window.state_mut().tick(later);
    }
    panic!("it never comes to that");
}

fn stage(duty: &Duty) -> Option<Stage> {
    duty.shift.state().in_hand.map(|call| duty.shift.state().calls[call].stage)
}

fn has_rung(duty: &Duty) -> bool {
    duty.shift.state().ringing().next().is_some()
}

fn has_finished_speaking(duty: &Duty) -> bool {
    let state = duty.shift.state();
    state.in_hand.is_some_and(|call| {
        let call = &state.calls[call];
        state.now_ms >= call.speaks_until_ms() && matches!(call.stage, Stage::Talking | Stage::Closing)
    })
}

fn is_dead(duty: &Duty) -> bool {
    stage(duty) == Some(Stage::Dead)
}

/// The recommended words and their number.
fn recommended(desk: &Desk) -> (usize, String) {
    let shift = &duty(desk).shift;
    let place = shift.recommended().expect("a recommendation");
    (place + 1, shift.offers()[place].text.to_owned())
}

/// Which phone rings, as it is named on the screen.
fn ringing_phone(desk: &Desk) -> usize {
    let state = duty(desk).shift.state();
    usize::from(state.calls[state.ringing().next().expect("a ring")].phone)
}

#[test]
fn a_call_is_answered_from_ring_to_receiver_by_mouse() {
    let mut window = window(on_duty(), TALL);
    until(&mut window, has_rung);
    let phone = ringing_phone(window.state());
    let name = duty(window.state()).shift.card().phones[phone].name.to_string();
    let ringing = window
        .query_all_by_role(Role::Button)
        .find(|it| it.accesskit_node().label().is_some_and(|it| it.starts_with(&name)));
    ringing.expect("the phone that rings").click();
    window.run_steps(3);
    assert_eq!(stage(duty(window.state())), Some(Stage::Opening));
    let (number, said) = recommended(window.state());
    click(&mut window, &format!("{number}. {said}"));
    loop {
        until(&mut window, has_finished_speaking);
        let (number, said) = recommended(window.state());
        click(&mut window, &format!("{number}. {said}"));
        if stage(duty(window.state())) == Some(Stage::Parting) {
            break;
        }
    }
    until(&mut window, is_dead);
    press(&mut window, "drill-put-down");
    let call = &duty(window.state()).shift.state().calls[0];
    assert_eq!(call.how, Some(How::Finished));
    assert!(call.lowered_ms.is_some(), "the receiver is down");
}

#[test]
fn a_call_is_answered_from_ring_to_receiver_by_keyboard_alone() {
    const PHONES: [Key; 2] = [Key::F1, Key::F2];
    const DIGITS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    let mut window = window(on_duty(), TALL);
    until(&mut window, has_rung);
    let phone = ringing_phone(window.state());
    window.key_press(PHONES[phone]);
    window.run_steps(3);
    while stage(duty(window.state())) != Some(Stage::Parting) {
        if stage(duty(window.state())) != Some(Stage::Opening) {
            until(&mut window, has_finished_speaking);
        }
        let (number, _) = recommended(window.state());
        window.key_press(DIGITS[number - 1]);
        window.run_steps(3);
    }
    until(&mut window, is_dead);
    window.key_down(Key::F6);
    window.run_steps(2);
    let later = window.state().now_secs + f64::from(GENTLE_MS) / 1000.0 + 0.05;
    window.state_mut().tick(later);
    window.key_up(Key::F6);
    window.run_steps(3);
    let call = &duty(window.state()).shift.state().calls[0];
    assert_eq!(call.how, Some(How::Finished));
    assert!(call.lowered_ms.is_some_and(|ms| ms >= GENTLE_MS), "held down, it goes down gently: {:?}", call.lowered_ms);
}

#[test]
fn while_a_note_is_typed_digits_are_letters_and_ctrl_still_chooses() {
    let mut window = window(on_duty(), TALL);
    until(&mut window, has_rung);
    let phone = u8::try_from(ringing_phone(window.state())).expect("few phones");
    window.state_mut().carry_out(Action::Duty(DutyAction::Do(Act::PickUp(phone))));
    window.run_steps(3);
    let who = text(&window, "slot-Who");
    window.get_all_by_label(&who).find(|it| it.accesskit_node().role() == Role::TextInput).expect("a box").focus();
    window.run_steps(2);
    window.key_press(Key::Num1);
    window.run_steps(2);
    assert_eq!(stage(duty(window.state())), Some(Stage::Opening), "a digit in a note says nothing");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    window.run_steps(2);
    assert_eq!(stage(duty(window.state())), Some(Stage::Talking), "Ctrl+1 says the first sentence");
}

#[test]
fn the_screen_never_asks_for_an_answer_while_the_caller_speaks() {
    let mut window = window(on_duty(), TALL);
    let listening = text(&window, "drill-hint-listening");
    let asking = ["talk-your-turn", "drill-hint-closing", "drill-hint-back"].map(|key| text(&window, key));
    let mut closings = 0;
    while !duty(window.state()).shift.state().is_over {
        let later = window.state().now_secs + 0.3;
        window.state_mut().tick(later);
        let shift = &duty(window.state()).shift;
        let state = shift.state();
        let speaks = state.in_hand.map(|call| &state.calls[call]).filter(|call| {
            state.now_ms < call.speaks_until_ms() && matches!(call.stage, Stage::Talking | Stage::Closing)
        });
        closings += usize::from(speaks.is_some_and(|call| call.stage == Stage::Closing));
        if speaks.is_some() && closings <= 3 {
            window.run_steps(2);
            assert!(window.query_by_label(&listening).is_some(), "at {} s", window.state().now_secs);
            assert!(asking.iter().all(|words| window.query_by_label(words).is_none()));
        }
        if let Some(act) = by_the_book(&duty(window.state()).shift, Bot::Perfect) {
            window.state_mut().carry_out(Action::Duty(DutyAction::Do(act)));
        }
    }
    assert!(closings > 0, "a caller comes to an end");
}

#[test]
fn a_typed_first_sentence_is_marked_with_what_it_lacks() {
    let mut window = window(on_duty(), TALL);
    until(&mut window, has_rung);
    let phone = u8::try_from(ringing_phone(window.state())).expect("few phones");
    window.state_mut().carry_out(Action::Duty(DutyAction::Do(Act::PickUp(phone))));
    window.state_mut().carry_out(Action::Duty(DutyAction::Type("您好，云景物业，请讲。".to_owned())));
    window.run_steps(2);
    press(&mut window, "drill-say");
    for mark in ["✓ 问候", "✓ 单位", "× 姓名"] {
        assert!(window.query_by_label(mark).is_some(), "no {mark}");
    }
}

#[test]
fn the_same_presses_are_worth_the_same_at_20_frames_a_second_and_at_144() {
    let card = on_duty().shifts.last().expect("a busy shift").clone();
    let presses = work(card.clone(), 11, Bot::Slow).inputs().to_vec();
    let worked = |frames_per_sec: u32| {
        let mut shift = Shift::new(card.clone(), 11);
        let mut left = presses.iter();
        let mut next = left.next();
        for frame in 0.. {
            let now_ms = frame * 1_000 / frames_per_sec;
            // A press is given the time at which it was made, whichever frame sees it.
            while let Some(press) = next.filter(|press| press.at_ms <= now_ms) {
                shift.take(press.clone()).expect("what could be done once");
                next = left.next();
            }
            shift.advance(now_ms);
            if shift.state().is_over {
                return judge(&shift);
            }
        }
        unreachable!("frames do not run out")
    };
    assert_eq!(worked(20), worked(144));
}

#[test]
fn a_machine_that_sleeps_during_a_shift_finds_it_paused_and_goes_on() {
    let mut window = window(on_duty(), TALL);
    until(&mut window, has_rung);
    let before_ms = duty(window.state()).shift.state().now_ms;
    let after_sleep = window.state().now_secs + 3_600.0;
    window.state_mut().tick(after_sleep);
    window.run_steps(2);
    assert_eq!(duty(window.state()).shift.state().now_ms, before_ms, "nobody gave up while the machine slept");
    press(&mut window, "drill-go-on");
    until(&mut window, |duty| !duty.clock.is_paused && duty.shift.state().now_ms > 5_000);
}

#[test]
fn a_trainers_own_shift_stays_on_the_desk_in_another_language() {
    let mut shelf = crate::content::shipped::shelf();
    let (source, drill) = shelf.drills.first().cloned().expect("shifts ship");
    let text = source.text.replacen(&drill.id.value, "my-own", 1);
    let (content, _) = crate::content::shelf::read(&text);
    shelf.add(source, content.expect("a shift"));
    let args = crate::cli::Args::try_parse_from(["three-rings"]).expect("no arguments");
    let duty = ForDuty { shelf, id: "my-own".into(), seed: 9, rule: Some(RingRule::Trade), record_to: None };
    let mut desk = Desk::on_duty(&args, duty);
    desk.carry_out(Action::StartShift);
    desk.carry_out(Action::Speak(Language::ZhHant));
    let card = self::duty(&desk).shift.card();
    assert_eq!((card.id.as_ref(), card.rings.apologise_from, self::duty(&desk).shift.seed()), ("my-own", 4, 9));
    assert!(card.unit[0].contains('雲'), "in Traditional: {}", card.unit[0]);
}

#[test]
fn half_a_shift_is_not_thrown_away_by_one_click() {
    let mut window = window(on_duty(), TALL);
    until(&mut window, has_rung);
    press(&mut window, "button-home");
    assert!(duty(window.state()).clock.is_paused, "the clock stands still while one is asked");
    press(&mut window, "drill-go-on");
    assert!(duty(window.state()).is_running());
    press(&mut window, "button-home");
    press(&mut window, "drill-leave");
    assert!(window.state().duty.is_none());
}

#[test]
fn what_is_heard_follows_from_the_desk() {
    let mut desk = on_duty();
    let duty = desk.duty.as_mut().expect("a shift");
    assert_eq!(sounding(duty), Sounding::default());
    while !has_rung(duty) {
        duty.shift.advance(duty.shift.state().now_ms + 100);
    }
    let phone = duty.shift.state().calls[0].phone;
    let heard = sounding(duty).phones;
    assert!(matches!(heard.as_slice(), [(which, RingTone::Bell | RingTone::Warble, 3_000)] if *which == phone));
    duty.carry_out(DutyAction::Do(Act::PickUp(phone)), 0.0);
    assert_eq!(sounding(duty), Sounding::default(), "it stops with the receiver");
    while !is_dead(duty) {
        duty.shift.advance(duty.shift.state().now_ms + 300);
        let at_ms = duty.shift.state().now_ms;
        if let Some(act) = by_the_book(&duty.shift, Bot::Perfect).filter(|_| !is_dead(duty)) {
            duty.shift.take(Input { at_ms, act }).expect("by the book");
        }
    }
    assert_eq!(sounding(duty).tone, Some(Tone::Busy));
    duty.carry_out(DutyAction::Pause(true), 0.0);
    assert_eq!(sounding(duty), Sounding::default(), "a pause is quiet");
}

#[test]
fn every_phone_says_in_words_what_it_does() {
    let mut window = window(on_duty(), TALL);
    until(&mut window, has_rung);
    let labels: Vec<String> =
        window.query_all_by_role(Role::Button).filter_map(|it| it.accesskit_node().label()).collect();
    assert!(labels.iter().any(|label| label.contains("响第 1 声")), "{labels:?}");
    assert!(labels.iter().any(|label| label.contains("空闲")), "{labels:?}");
}

#[test]
fn the_worst_moment_is_taken_up_again_just_before_it() {
    let mut desk = on_duty();
    let duty_of = |desk: &mut Desk, bot| {
        let duty = desk.duty.as_mut().expect("a shift");
        duty.shift = work(duty.shift.card().clone(), 5, bot);
    };
    duty_of(&mut desk, Bot::Slow);
    let shift = &duty(&desk).shift;
    let worst = judge(shift).worst_call.expect("a slow hand loses something");
    let began_ms = shift.state().calls[worst].began_ms;
    let mut window = window(desk, TALL);
    press(&mut window, "drill-worst-again");
    let again = duty(window.state());
    assert_eq!(again.shift.state().now_ms, began_ms - 3_000);
    assert_eq!(again.shift.state().calls.len(), worst, "what came before is as it was");
    assert!(again.is_again);
}

/// Works the busy shift by the book through the window and looks at it now and then, in the shift and after it.
fn look_at_a_whole_shift(size: Vec2, mut look: impl FnMut(&Harness<'_, Desk>, &str)) {
    /// Acts between two looks.
    const APART: usize = 40;
    let mut desk = on_duty();
    desk.carry_out(Action::SelectShift(desk.shifts.len() - 1));
    desk.carry_out(Action::StartShift);
    let mut window = window(desk, size);
    for step in 1.. {
        let later = window.state().now_secs + 0.3;
        window.state_mut().tick(later);
        let shift = &duty(window.state()).shift;
        if shift.state().is_over {
            break;
        }
        if let Some(act) = by_the_book(shift, Bot::Perfect) {
            window.state_mut().carry_out(Action::Duty(DutyAction::Do(act)));
        }
        if step % APART == 0 {
            window.run_steps(2);
            look(&window, &format!("{:.1} s into the shift", window.state().now_secs));
        }
    }
    window.run_steps(3);
    assert!(judge(&duty(window.state()).shift).is_passed, "the window takes what the book says");
    look(&window, "after the shift");
}

#[test]
fn every_control_of_the_front_desk_has_a_name() {
    look_at_a_whole_shift(TALL, |window, place| {
        for role in [Role::Button, Role::TextInput, Role::CheckBox, Role::RadioButton] {
            for control in window.query_all_by_role(role) {
                let name = control.accesskit_node().label().unwrap_or_default();
                let hint = control.accesskit_node().placeholder().unwrap_or_default().to_owned();
                assert!(!name.is_empty() || !hint.is_empty(), "{place}: a {role:?} without a name");
            }
        }
    });
}

#[test]
fn nothing_of_the_front_desk_sticks_out_at_its_smallest_or_at_twice_the_text_size() {
    for size in [vec2(1024.0, 640.0), vec2(640.0, 400.0)] {
        look_at_a_whole_shift(size, |window, place| assert_nothing_sticks_out(window, size, place));
    }
}
