//! The door, what is written down, what is gone on with: as a person at the window meets it.

use std::path::Path;

use bevy_egui::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use super::{USUAL, click, desk, phase, press, recommended, text, window};
use crate::app::desk::{Action, Desk, Half, Page, Step, Sure, View, Who};
use crate::app::keeping::Records;
use crate::content::language::Language;
use crate::disk::records::{FILE_NAME, verify_file};
use crate::play::state::Phase;
use crate::record::attempt::Status;
use crate::record::ledger::PROGRAM;
use crate::record::profile::Profile;

/// A window whose records are in a folder.
pub fn window_on(folder: &Path) -> Harness<'static, Desk> {
    let mut window = window_as_it_opens(folder);
    // What is shown on the first visit has a test of its own.
    if let Some(Page::Welcome(_)) = window.state().page() {
        press(&mut window, "welcome-skip");
    }
    window
}

fn window_as_it_opens(folder: &Path) -> Harness<'static, Desk> {
    let mut desk = desk();
    desk.keep(Records::here(folder));
    desk.hear();
    window(desk, USUAL)
}

/// Lets the window hear what the records have to tell, as it does in every frame.
pub fn hear(window: &mut Harness<'_, Desk>) {
    window.state_mut().hear();
    window.run_steps(3);
}

pub fn come_in(window: &mut Harness<'_, Desk>, name: &str) {
    let label = text(window, "door-name");
    type_into(window, &label, name);
    press(window, "door-enter-new");
    hear(window);
}

fn type_into(window: &mut Harness<'_, Desk>, label: &str, words: &str) {
    let role = if label.contains("PIN") { Role::PasswordInput } else { Role::TextInput };
    window.get_by_role_and_label(role, label).focus();
    window.run_steps(2);
    window.get_by_role_and_label(role, label).type_text(words);
    window.run_steps(2);
}

fn who(window: &Harness<'_, Desk>) -> Profile {
    window.state().trainee().expect("somebody").profile.clone()
}

fn begin(window: &mut Harness<'_, Desk>) {
    press(window, "home-start");
}

/// Answers what is open as recommended, `times` times or until the call is over.
fn answer(window: &mut Harness<'_, Desk>, times: usize) {
    for _ in 0..times {
        if window.state().sitting.is_none() || phase(window) == Phase::Over {
            return;
        }
        for action in [Action::Dial, Action::Skip, Action::WriteNote] {
            window.state_mut().carry_out(action);
        }
        let (place, _) = recommended(window.state());
        window.state_mut().carry_out(Action::Reply(u8::try_from(place - 1).expect("few")));
    }
    window.run_steps(3);
}

#[test]
fn whoever_comes_for_the_first_time_leaves_a_name_and_is_known_the_next_time() {
    let folder = TempDir::new().expect("a folder");
    let mut first = window_on(folder.path());
    come_in(&mut first, "小满");
    assert_eq!(who(&first).name, "小满");
    drop(first);
    let second = window_on(folder.path());
    assert_eq!(who(&second).name, "小满", "alone and without a PIN, nobody is asked");
}

#[test]
fn the_first_visit_is_three_pages_that_take_effect_at_once_and_end_at_the_door() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_as_it_opens(folder.path());
    assert_eq!(window.state().page(), Some(Page::Welcome(Step::Looks)));
    window.get_by_label("English").click();
    window.run_steps(3);
    assert_eq!(window.state().locale.language, Language::En);
    press(&mut window, "settings-theme-dark");
    assert!(window.state().preferences.is_dark);
    press(&mut window, "welcome-next");
    press(&mut window, "welcome-back");
    assert_eq!(window.state().page(), Some(Page::Welcome(Step::Looks)), "one can go back");
    press(&mut window, "welcome-next");
    press(&mut window, "welcome-next");
    press(&mut window, "welcome-begin");
    assert_eq!(window.state().page(), None);
    come_in(&mut window, "Xiao Man");
    drop(window);
    let again = window_as_it_opens(folder.path());
    assert_eq!(again.state().page(), None, "whoever was here before is not shown round again");
}

#[test]
fn an_empty_name_is_refused_in_words_and_nothing_is_kept() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    press(&mut window, "door-enter-new");
    window.get_by_label_contains(&text(&window, "profile-name-empty"));
    assert!(matches!(window.state().who, Who::AtTheDoor(_)));
}

#[test]
fn a_pin_is_asked_for_and_five_wrong_ones_shut_the_door_for_a_while() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    let label = text(&window, "door-new-pin");
    type_into(&mut window, &label, "2580");
    come_in(&mut window, "小满");
    drop(window);
    let mut window = window_on(folder.path());
    window.get_by_role_and_label(Role::RadioButton, "小满").click();
    window.run_steps(3);
    for _ in 0..5 {
        type_into(&mut window, "PIN", "1111");
        press(&mut window, "door-enter");
    }
    window.get_by_label_contains(&text(&window, "door-shut"));
    type_into(&mut window, "PIN", "2580");
    press(&mut window, "door-enter");
    assert!(window.state().trainee().is_none(), "the right one has to wait, too");
    window.state_mut().now_secs += 60.0;
    type_into(&mut window, "PIN", "2580");
    press(&mut window, "door-enter");
    assert_eq!(who(&window).name, "小满");
}

#[test]
fn a_call_that_was_cut_off_goes_on_from_that_very_turn() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    begin(&mut window);
    answer(&mut window, 12);
    window.state_mut().carry_out(Action::Scribble("周二查账".to_owned()));
    let stood = window.state().sitting.as_ref().expect("a call").call.state().clone();
    // Nothing is closed, nothing is said goodbye to: only the lock of a run that is gone goes with it.
    drop(window);
    let mut window = window_on(folder.path());
    hear(&mut window);
    press(&mut window, "home-resume");
    hear(&mut window);
    let sitting = window.state().sitting.as_ref().expect("the call");
    assert_eq!(*sitting.call.state(), stood);
    assert_eq!(sitting.notepad, "周二查账");
    answer(&mut window, 400);
    hear(&mut window);
    let trainee = window.state().trainee().expect("somebody");
    assert_eq!((trainee.kept.len(), trainee.unfinished.len()), (1, 0));
    let findings = verify_file(&folder.path().join(FILE_NAME), PROGRAM).expect("records");
    assert!(findings.iter().all(|finding| finding.is_sound() && finding.unlike.is_empty()), "{findings:?}");
}

#[test]
fn a_turn_taken_again_is_an_attempt_of_its_own_that_names_the_first() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    begin(&mut window);
    answer(&mut window, 400);
    window.state_mut().carry_out(Action::RetryFrom(5));
    answer(&mut window, 400);
    hear(&mut window);
    let kept = &window.state().trainee().expect("somebody").kept;
    let retry = kept[1].attempt.setup.retry.expect("it takes something up");
    assert_eq!((kept.len(), retry.of, retry.from), (2, kept[0].attempt.setup.id, 5));
}

#[test]
fn what_is_thrown_away_is_kept_as_given_up_and_what_was_not_begun_is_not_kept() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    begin(&mut window);
    window.state_mut().carry_out(Action::Home);
    hear(&mut window);
    assert!(window.state().trainee().expect("somebody").unfinished.is_empty(), "nothing was done in it");
    begin(&mut window);
    answer(&mut window, 3);
    window.state_mut().carry_out(Action::Home);
    hear(&mut window);
    press(&mut window, "home-give-up");
    press(&mut window, "home-give-up-yes");
    hear(&mut window);
    let trainee = window.state().trainee().expect("somebody");
    assert_eq!(trainee.kept.iter().map(|it| it.attempt.status).collect::<Vec<_>>(), [Status::GivenUp]);
    assert!(trainee.unfinished.is_empty());
}

#[test]
fn a_shift_that_is_left_stands_still_until_it_is_taken_up_again() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    window.state_mut().carry_out(Action::Turn(Half::FrontDesk));
    window.state_mut().carry_out(Action::StartShift);
    let mut now_secs = 0.0;
    while window.state().duty.as_ref().is_some_and(|duty| duty.shift.state().ringing().next().is_none()) {
        now_secs += 0.5;
        window.state_mut().tick(now_secs);
    }
    let pick_up = crate::play::drill::act::Act::PickUp(window.state().duty.as_ref().map_or(0, |duty| {
        let state = duty.shift.state();
        state.ringing().next().map_or(0, |call| state.calls[call].phone)
    }));
    window.state_mut().carry_out(Action::Duty(crate::app::desk::DutyAction::Do(pick_up)));
    let stood_ms = window.state().duty.as_ref().expect("a shift").shift.state().now_ms;
    drop(window);
    let mut window = window_on(folder.path());
    hear(&mut window);
    press(&mut window, "home-resume");
    hear(&mut window);
    let duty = window.state().duty.as_ref().expect("the shift");
    assert!(duty.clock.is_paused);
    assert_eq!(duty.shift.state().now_ms, stood_ms);
}

#[test]
fn the_window_is_as_its_trainee_left_it() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    for action in [Action::Darken(true), Action::Resize(150), Action::Mute(true)] {
        window.state_mut().carry_out(action);
    }
    drop(window);
    let mut window = window_on(folder.path());
    hear(&mut window);
    let preferences = window.state().preferences;
    assert!(preferences.is_dark && preferences.is_muted);
    assert_eq!(preferences.text_size_percent, 150);
}

#[test]
fn a_guest_leaves_nothing_behind() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    press(&mut window, "door-guest");
    begin(&mut window);
    answer(&mut window, 400);
    assert_eq!(phase(&window), Phase::Over);
    assert_eq!(verify_file(&folder.path().join(FILE_NAME), PROGRAM).expect("records"), []);
}

#[test]
fn the_progress_screen_says_what_to_do_while_there_is_nothing_on_it() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    window.state_mut().carry_out(Action::Visit(View::Progress));
    window.run_steps(3);
    window.get_by_label(&text(&window, "progress-next"));
    assert!(window.get_all_by_label(&text(&window, "advice-NeverTried")).count() > 1);
}

#[test]
fn a_report_is_put_where_the_window_says() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    begin(&mut window);
    answer(&mut window, 400);
    window.state_mut().carry_out(Action::Home);
    window.run_steps(3);
    click(&mut window, "小满");
    press(&mut window, "manage-report");
    hear(&mut window);
    let made: Vec<_> = std::fs::read_dir(folder.path().join("exports")).expect("a folder").flatten().collect();
    let bytes = std::fs::read(made[0].path()).expect("a file");
    assert!(made.len() == 1 && bytes.starts_with(b"%PDF"));
    window.get_by_label_contains(&made[0].file_name().to_string_lossy());
}

#[test]
fn to_be_deleted_must_be_said_twice() {
    let folder = TempDir::new().expect("a folder");
    let mut window = window_on(folder.path());
    come_in(&mut window, "小满");
    click(&mut window, "小满");
    press(&mut window, "manage-delete");
    assert!(window.state().trainee().is_some());
    assert!(window.state().manage.as_ref().is_some_and(|manage| manage.sure == Some(Sure::Delete)));
    press(&mut window, "manage-delete");
    assert!(window.state().manage.is_none());
    hear(&mut window);
    assert!(window.state().trainee().is_none());
    assert_eq!(verify_file(&folder.path().join(FILE_NAME), PROGRAM).expect("records"), []);
}
