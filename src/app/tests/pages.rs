//! The pages over everything, toasts, and what is asked about before it is lost.

use super::*;
use crate::app::desk::Pace;

#[test]
fn the_settings_cost_no_time_to_think() {
    let mut desk = on_the_phone().into_state();
    let deadline = |desk: &Desk| desk.overdue().is_some();
    desk.now_secs += 5.0;
    desk.carry_out(Action::Turned(Some(Page::Settings)));
    desk.now_secs += 3600.0;
    assert!(!deadline(&desk), "under a page nobody is overdue");
    desk.carry_out(Action::Turned(None));
    assert!(!deadline(&desk), "and an hour there was no time on the phone");
    desk.now_secs += 3600.0;
    assert!(deadline(&desk), "the timer goes on afterwards");
}

#[test]
fn a_shift_is_paused_while_a_page_lies_over_it() {
    let mut desk = desk();
    desk.carry_out(Action::StartShift);
    desk.tick(1.0);
    desk.carry_out(Action::Turned(Some(Page::Help)));
    assert!(desk.duty.as_ref().is_some_and(|duty| duty.clock.is_paused));
}

#[test]
fn escape_closes_a_page_and_f1_opens_the_help() {
    let mut window = window(desk(), USUAL);
    window.key_press(Key::F1);
    window.run_steps(3);
    assert_eq!(window.state().page(), Some(Page::Help));
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert_eq!(window.state().page(), None);
}

#[test]
fn whoever_goes_elsewhere_leaves_the_page() {
    let mut window = on_the_phone();
    window.state_mut().carry_out(Action::Turned(Some(Page::Settings)));
    window.run_steps(2);
    press(&mut window, "button-home");
    assert_eq!(window.state().page(), None, "what was asked for is not hidden under a page");
    press(&mut window, "leave-yes");
    assert!(window.state().sitting.is_none());
}

#[test]
fn a_guest_is_asked_before_a_call_is_left_that_nobody_keeps() {
    let mut window = on_the_phone();
    press(&mut window, "button-home");
    assert!(window.state().sitting.is_some(), "it is asked about first");
    press(&mut window, "leave-no");
    assert!(window.state().sitting.is_some() && !window.state().is_leaving);
    press(&mut window, "button-home");
    press(&mut window, "leave-yes");
    assert!(window.state().sitting.is_none());
}

#[test]
fn a_toast_says_what_happened_can_be_taken_away_and_leaves_by_itself() {
    let mut desk = desk();
    // Nobody has moved a hand for a while.
    desk.tick(60.0);
    desk.say("存好了".to_owned());
    desk.say("又存好了".to_owned());
    let mut window = window(desk, USUAL);
    window.get_by_label("存好了");
    let dismiss = text(&window, "toast-dismiss");
    window.get_all_by_label(&dismiss).next().expect("a way to take it away").click();
    window.run_steps(3);
    assert_eq!(window.state().toasts().count(), 1);
    let wakes_in = match window.state().pace() {
        Pace::Until(secs) => secs,
        other => panic!("{other:?}"),
    };
    window.state_mut().now_secs += wakes_in + 0.01;
    assert_eq!(window.state().toasts().count(), 0, "the window wakes when it leaves");
}

#[test]
fn the_place_rests_a_while_after_the_last_hand_has_moved() {
    let mut desk = desk();
    desk.tick(10.0);
    desk.stir();
    assert_eq!(desk.pace(), Pace::Living);
    desk.tick(20.0);
    assert_eq!(desk.pace(), Pace::Resting);
    desk.carry_out(Action::Calm(true));
    desk.stir();
    assert_eq!(desk.pace(), Pace::Resting, "whoever wants no motion has none");
}

#[test]
fn a_face_starts_at_a_reply_before_the_words_come() {
    let mut desk = on_the_phone().into_state();
    desk.carry_out(Action::Skip);
    desk.face_the_moment();
    let face = |desk: &Desk| {
        *desk.sitting.as_ref().and_then(|it| it.portrait.as_ref()).expect("somebody on the line").expression()
    };
    let before = face(&desk);
    let worst = (0..4).max_by_key(|&place| {
        let mut other = on_the_phone().into_state();
        other.carry_out(Action::Skip);
        let patience = |desk: &Desk| desk.sitting.as_ref().map_or(0, |it| it.call.state().mood.patience);
        let was = patience(&other);
        other.carry_out(Action::Reply(place));
        was.saturating_sub(patience(&other))
    });
    desk.carry_out(Action::Reply(worst.expect("replies")));
    // The engine's frame rate does not matter: the face is looked at 200 ms later.
    for _ in 0..4 {
        let now_secs = desk.now_secs + 0.05;
        desk.tick(now_secs);
        desk.face_the_moment();
    }
    let after = face(&desk);
    let change: f32 = before.to_array().iter().zip(after.to_array()).map(|(a, b)| (a - b).abs()).sum();
    assert!(change > 0.2, "the face moves within 200 ms: {change}");
}
