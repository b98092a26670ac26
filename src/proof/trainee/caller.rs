//! How a generated trainee makes a call: thinks for some seconds, mostly says what is recommended, and sometimes talks over
//! the owner or says nothing.

use crate::content::script::Script;
use crate::play::call::Call;
use crate::play::debrief::{TurnVerdict, debrief};
use crate::play::offer::{Reply, answers};
use crate::play::state::{Phase, Stage};
use crate::play::step::{Act, Input};
use crate::proof::trainee::dice::Dice;
use crate::proof::trainee::skill::{Skill, Weakness};

/// The most answers to one call; a scenario that passed its check ends long before.
const LONGEST_CALL: usize = 400;
/// How long one thinks about an answer, at least and at most, in milliseconds.
const THINKS_MS: (u32, u32) = (2_000, 12_000);
/// The same about what to put into the note.
const NOTES_MS: (u32, u32) = (1_500, 6_000);
/// So much faster than this one answers before the think-timer runs out, in milliseconds.
const IN_TIME_MS: u32 = 200;
/// In how many of a thousand wrong moments nothing is said at all.
const SILENT: u32 = 60;
/// In how many of a thousand wrong moments the owner is talked over.
const IMPATIENT: u32 = 120;
/// In how many of a thousand wrong moments one feels where a line would be crossed, and does not.
const TACTFUL: u32 = 650;

/// Goes on with a call to its end.
pub(super) fn play_on(mut call: Call, skill: Skill, weakness: &Weakness, dice: &mut Dice) -> Call {
    for _ in 0..LONGEST_CALL {
        if call.is_over() {
            break;
        }
        let knows = dice.happens(skill.here(&call, weakness));
        let input = if knows { recommended(&call, dice) } else { astray(&call, dice) };
        if call.take(input).is_err() {
            break;
        }
    }
    call
}

/// The first turn of the talk that went wrong, by input; none where all went well.
pub(super) fn went_wrong(call: &Call) -> Option<usize> {
    let is_wrong = |verdict| matches!(verdict, TurnVerdict::Poor | TurnVerdict::Silent | TurnVerdict::Crossed(_));
    let reviews = debrief(call).reviews;
    reviews.iter().find(|review| review.stage == Stage::Talk && is_wrong(review.verdict)).map(|review| review.beat)
}

fn recommended(call: &Call, dice: &mut Dice) -> Input {
    let wanted = call.recommended();
    let place = call.replies().iter().position(|&reply| Some(reply) == wanted);
    reply(call, place.unwrap_or(0), dice)
}

fn reply(call: &Call, place: usize, dice: &mut Dice) -> Input {
    let act = Act::Reply(u8::try_from(place).unwrap_or(0));
    Input { after_ms: call.speaking_ms().saturating_add(thinks_ms(call, dice)), act }
}

/// Anything but what is recommended.
fn astray(call: &Call, dice: &mut Dice) -> Input {
    let timer_ms = think_timer_ms(call);
    if let Some(timer_ms) = timer_ms.filter(|_| dice.happens(SILENT)) {
        return Input { after_ms: call.speaking_ms().saturating_add(timer_ms), act: Act::StaySilent };
    }
    let input = reply(call, wrong_place(call, dice), dice);
    let speaking_ms = call.speaking_ms();
    if speaking_ms > 0 && timer_ms.is_some() && dice.happens(IMPATIENT) {
        return Input { after_ms: dice.between(speaking_ms / 3, speaking_ms - 1), ..input };
    }
    input
}

fn wrong_place(call: &Call, dice: &mut Dice) -> usize {
    let (replies, wanted) = (call.replies(), call.recommended());
    let wrong: Vec<usize> = (0..replies.len()).filter(|&place| Some(replies[place]) != wanted).collect();
    let mild: Vec<usize> = wrong.iter().copied().filter(|&place| !crosses_a_line(call, replies[place])).collect();
    let among = if dice.happens(TACTFUL) && !mild.is_empty() { &mild } else { &wrong };
    dice.one_of(among).unwrap_or(0)
}

fn crosses_a_line(call: &Call, reply: Reply) -> bool {
    let Reply::Answer(answer) = reply else { return false };
    answers(call.state().phase, call.script()).get(usize::from(answer)).is_some_and(|it| !it.breaches.is_empty())
}

/// How long the owner waits for an answer, in milliseconds; none where nobody waits.
fn think_timer_ms(call: &Call) -> Option<u32> {
    let Phase::Talk { turn } = call.state().phase else { return None };
    let script: &Script = call.script();
    Some(script.turns[turn.index()].think_secs.saturating_mul(1_000))
}

fn thinks_ms(call: &Call, dice: &mut Dice) -> u32 {
    let is_note = matches!(call.state().phase, Phase::Note { .. });
    let (least_ms, most_ms) = if is_note { NOTES_MS } else { THINKS_MS };
    let timer_ms = think_timer_ms(call).unwrap_or(u32::MAX);
    // Mostly soon, now and then after long thought.
    let ms = dice.between(least_ms, most_ms).min(dice.between(least_ms, most_ms));
    ms.min(timer_ms.saturating_sub(IN_TIME_MS))
}
