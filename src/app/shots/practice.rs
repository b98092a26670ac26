//! Pictures of practice: calls from the first question to the debrief, shifts, and the pages that lie over them.

use super::{SEED, Shot, shot};
use crate::app::desk::{Action, Desk, DutyAction, Half, Moment, Page, Step};
use crate::content::language::Language;
use crate::play::drill::shift::{Input as ShiftInput, Shift};
use crate::play::drill::state::Stage as CallStage;
use crate::play::offer::{Reply, question};
use crate::play::state::{Phase, Stage};
use crate::play::step::{Act, Input};
use crate::proof::desk::{Bot, by_the_book, work};
use crate::proof::paths_to_endings;

/// Every screen of practice and of what lies around it, on the first scenario.
pub fn screens() -> Vec<Shot> {
    vec![
        shot("home", |_| {}),
        shot("settings", |desk| desk.carry_out(Action::Turned(Some(Page::Settings)))),
        shot("help", |desk| desk.carry_out(Action::Turned(Some(Page::Help)))),
        shot("about", |desk| desk.carry_out(Action::Turned(Some(Page::About)))),
        shot("welcome-looks", |desk| desk.carry_out(Action::Turned(Some(Page::Welcome(Step::Looks))))),
        shot("welcome-work", |desk| desk.carry_out(Action::Turned(Some(Page::Welcome(Step::Work))))),
        shot("welcome-call", |desk| desk.carry_out(Action::Turned(Some(Page::Welcome(Step::Call))))),
        shot("toasts", |desk| {
            desk.say(desk.locale.with("manage-exported", &[("file", "exports/2026-11-23.pdf".into())]));
            desk.say(desk.locale.text("records-saved-now"));
        }),
        shot("prepare", start),
        shot("prepare-commented", |desk| answer(start, 1, desk)),
        shot("prepare-materials", materials),
        shot("ready-to-dial", ready),
        shot("talk-listening", |desk| dial(desk, false)),
        shot("talk-first", |desk| dial(desk, true)),
        shot("talk-third", |desk| talked(desk, 3)),
        shot("talk-wrong", wrong),
        shot("talk-silent", silent),
        shot("talk-ended", ended),
        shot("log", log),
        shot("log-follow-up", follow_up),
        shot("debrief-recommended", |desk| play_out(desk, true)),
        shot("debrief-careless", |desk| play_out(desk, false)),
        shot("debrief-open", opened),
        shot("front-desk-home", |desk| desk.carry_out(Action::Turn(Half::FrontDesk))),
        shot("front-desk-waiting", |desk| on_duty(desk, |shift| shift.state().now_ms > 1_000)),
        shot("front-desk-life", |desk| on_duty(desk, |shift| shift.state().life.is_some())),
        shot("front-desk-ringing", ringing),
        shot("front-desk-opening", |desk| on_duty(desk, |shift| stage(shift) == Some(CallStage::Opening))),
        shot("front-desk-talking", |desk| on_duty(desk, can_answer)),
        shot("front-desk-second", |desk| {
            on_duty(desk, |shift| can_answer(shift) && shift.state().ringing().count() > 0)
        }),
        shot("front-desk-typed", typed_opening),
        shot("front-desk-closing", |desk| on_duty(desk, |shift| stage(shift) == Some(CallStage::Dead))),
        shot("front-desk-tickets", |desk| {
            on_duty(desk, |shift| shift.state().tickets.iter().any(|it| it.made.is_none()))
        }),
        shot("front-desk-paused", |desk| {
            on_duty(desk, |shift| shift.state().now_ms > 1_000);
            desk.carry_out(Action::Duty(DutyAction::Pause(true)));
        }),
        shot("front-desk-debrief-best", |desk| worked_out(desk, Bot::Perfect)),
        shot("front-desk-debrief-slow", |desk| worked_out(desk, Bot::Slow)),
        shot("front-desk-debrief-careless", |desk| {
            worked_out(desk, Bot::Random);
            desk.carry_out(Action::Duty(DutyAction::Open(Some(1))));
        }),
    ]
}

/// Every scenario played to every ending: the line going dead, and the debrief.
pub fn every_ending(desk: &Desk) -> Vec<Shot> {
    let mut shots = Vec::new();
    for (index, script) in desk.scripts.iter().enumerate() {
        for path in paths_to_endings(script, SEED) {
            let name = format!("{}-{}", script.id, script.endings[path.ending.index()].id);
            let Some(inputs) = path.inputs else {
                eprintln!("{name}: ?");
                continue;
            };
            let debriefed = inputs.clone();
            shots.push(shot(format!("{name}-1-talk"), move |desk| play_inputs(desk, index, &inputs)));
            shots.push(shot(format!("{name}-2-debrief"), move |desk| {
                play_inputs(desk, index, &debriefed);
                desk.carry_out(Action::WriteNote);
                until(desk, |desk| phase(desk) == Phase::Over);
            }));
        }
    }
    shots
}

/// Does in the window what a list of inputs says.
fn play_inputs(desk: &mut Desk, scenario: usize, inputs: &[Input]) {
    desk.carry_out(Action::Select(scenario));
    start(desk);
    for input in inputs {
        if desk.sitting.as_ref().is_some_and(|sitting| sitting.moment == Moment::ReadyToDial) {
            desk.carry_out(Action::Dial);
        }
        desk.carry_out(Action::Skip);
        desk.carry_out(match input.act {
            Act::Reply(place) => Action::Reply(place),
            Act::StaySilent => Action::StaySilent,
        });
    }
    desk.carry_out(Action::Skip);
}

/// What somebody scribbles while they listen.
const SCRIBBLED: &str = "18:40 打过去，在开会。\n周二查账，周一晚上前转。";

/// The busiest shift, worked by the book until something holds.
fn on_duty(desk: &mut Desk, holds: fn(&Shift) -> bool) {
    /// Between two looks, in milliseconds.
    const LOOK_MS: u32 = 300;
    desk.carry_out(Action::SelectShift(desk.shifts.len().saturating_sub(1)));
    desk.carry_out(Action::Reseed(SEED));
    desk.carry_out(Action::StartShift);
    let Some(duty) = &mut desk.duty else { return };
    while !duty.shift.state().is_over && !holds(&duty.shift) {
        let at_ms = duty.shift.state().now_ms + LOOK_MS;
        duty.shift.advance(at_ms);
        if !holds(&duty.shift)
            && let Some(act) = by_the_book(&duty.shift, Bot::Perfect)
        {
            // By the book nothing is refused.
            let _ = duty.shift.take(ShiftInput { at_ms, act });
        }
    }
}

fn stage(shift: &Shift) -> Option<CallStage> {
    shift.state().in_hand.map(|call| shift.state().calls[call].stage)
}

/// Whether a caller has finished speaking and waits for an answer.
fn can_answer(shift: &Shift) -> bool {
    let state = shift.state();
    state.in_hand.is_some_and(|call| {
        let call = &state.calls[call];
        call.stage == CallStage::Talking && state.now_ms >= call.speaks_until_ms()
    })
}

/// Two phones ring, one of them for the fourth time.
fn ringing(desk: &mut Desk) {
    on_duty(desk, |shift| shift.state().ringing().next().is_some() && shift.state().second.is_some());
    if let Some(duty) = &mut desk.duty {
        duty.shift.advance(duty.shift.state().now_ms + 9_300);
    }
}

fn typed_opening(desk: &mut Desk) {
    on_duty(desk, |shift| stage(shift) == Some(CallStage::Opening));
    desk.carry_out(Action::Duty(DutyAction::Type("您好，云景物业，请讲".to_owned())));
    desk.carry_out(Action::Duty(DutyAction::SayTyped));
    if let Some(duty) = &mut desk.duty {
        duty.shift.advance(duty.shift.state().now_ms + 2_000);
    }
}

fn worked_out(desk: &mut Desk, bot: Bot) {
    on_duty(desk, |_| true);
    if let Some(duty) = &mut desk.duty {
        duty.shift = work(duty.shift.card().clone(), SEED, bot);
    }
}

fn start(desk: &mut Desk) {
    desk.carry_out(Action::Reseed(SEED));
    desk.carry_out(Action::Start);
}

fn reply(desk: &mut Desk, place: u8) {
    desk.carry_out(Action::Skip);
    desk.carry_out(Action::Reply(place));
}

fn answer(before: fn(&mut Desk), place: u8, desk: &mut Desk) {
    before(desk);
    reply(desk, place);
}

/// Gives the recommended reply to whatever is open.
fn recommended(desk: &mut Desk) {
    let Some(sitting) = &desk.sitting else { return };
    let best = sitting.call.recommended();
    let place = sitting.call.replies().iter().position(|&reply| Some(reply) == best);
    reply(desk, place.and_then(|place| u8::try_from(place).ok()).unwrap_or(0));
}

/// Gives recommended replies until something holds.
fn until(desk: &mut Desk, holds: fn(&Desk) -> bool) {
    /// More replies than any call takes.
    const ENOUGH: usize = 400;
    for _ in 0..ENOUGH {
        if holds(desk) {
            return;
        }
        recommended(desk);
    }
}

fn phase(desk: &Desk) -> Phase {
    desk.sitting.as_ref().map_or(Phase::Over, |sitting| sitting.call.state().phase)
}

fn wants_several(desk: &Desk) -> bool {
    let script = desk.sitting.as_ref().map(|sitting| sitting.call.script().clone());
    script.is_some_and(|script| question(phase(desk), &script).is_some_and(|question| question.needed.is_some()))
}

fn materials(desk: &mut Desk) {
    start(desk);
    until(desk, wants_several);
    let offered = desk.sitting.as_ref().map(|sitting| sitting.call.replies()).unwrap_or_default();
    for reply in offered.into_iter().filter(|reply| *reply != Reply::Enough).take(2) {
        desk.carry_out(Action::Tick(reply));
    }
}

fn ready(desk: &mut Desk) {
    start(desk);
    until(desk, |desk| phase(desk).stage() != Stage::Prepare);
}

fn dial(desk: &mut Desk, has_listened: bool) {
    ready(desk);
    desk.carry_out(Action::Dial);
    desk.carry_out(Action::Scribble(match desk.locale.language {
        Language::En => "Rang 18:40, in a meeting.\nTransfer by Monday night, check Tuesday.".to_owned(),
        _ => desk.shelf().wordbook(desk.locale.language).of("").written(SCRIBBLED.to_owned()).into(),
    }));
    if has_listened {
        desk.carry_out(Action::Skip);
    }
}

fn talked(desk: &mut Desk, turns: usize) {
    dial(desk, true);
    (0..turns).for_each(|_| recommended(desk));
    desk.carry_out(Action::Skip);
}

/// A red line, if the first turn offers one.
fn wrong(desk: &mut Desk) {
    dial(desk, true);
    let crossing = desk.sitting.as_ref().and_then(|sitting| {
        let answers = crate::play::offer::answers(sitting.call.state().phase, sitting.call.script());
        let crosses = |reply: &Reply| matches!(reply, Reply::Answer(answer) if !answers[usize::from(*answer)].breaches.is_empty());
        sitting.call.replies().iter().position(crosses)
    });
    reply(desk, crossing.and_then(|place| u8::try_from(place).ok()).unwrap_or(0));
    desk.carry_out(Action::Skip);
}

/// The think-timer ran out once.
fn silent(desk: &mut Desk) {
    talked(desk, 2);
    desk.carry_out(Action::StaySilent);
    desk.carry_out(Action::Skip);
}

fn ended(desk: &mut Desk) {
    dial(desk, true);
    until(desk, |desk| desk.sitting.as_ref().is_some_and(|sitting| sitting.moment == Moment::HungUp));
    desk.carry_out(Action::Skip);
}

fn log(desk: &mut Desk) {
    ended(desk);
    desk.carry_out(Action::WriteNote);
}

fn follow_up(desk: &mut Desk) {
    log(desk);
    until(desk, |desk| matches!(phase(desk), Phase::FollowUp));
}

fn play_out(desk: &mut Desk, is_recommended: bool) {
    start(desk);
    while phase(desk) != Phase::Over {
        if is_recommended {
            recommended(desk);
        } else {
            reply(desk, 0);
        }
    }
    desk.carry_out(Action::WriteNote);
}

fn opened(desk: &mut Desk) {
    play_out(desk, false);
    let crossed = desk.sitting.as_ref().and_then(|sitting| {
        let debrief = crate::play::debrief::debrief(&sitting.call);
        let crossed = debrief.reviews.iter().find(|review| !review.breaches.is_empty());
        crossed.or(debrief.reviews.first()).map(|review| review.beat)
    });
    desk.carry_out(Action::Open(crossed));
}
