//! What can be known of a shift without a trainee: somebody perfect, somebody slow, somebody at random works it.

use std::sync::Arc;

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::content::drill::Part;
use crate::content::drill::card::DrillCard;
use crate::content::drill::speech::{Standing, listen};
use crate::content::scenario::Slot;
use crate::play::drill::act::Act;
use crate::play::drill::offer::{Saying, caller_of};
use crate::play::drill::shift::{Input, LONGEST_AFTERMATH_MS, Shift};
use crate::play::drill::state::{How, Stage, Way};

/// Between two looks at the desk, in milliseconds: an alert person's reaction.
const LOOK_MS: u32 = 300;
/// The ring in which the slow one lifts the receiver.
const SLOW_RINGS: u32 = 6;
/// How long a careful hand lowers the receiver, in milliseconds.
const CAREFUL_MS: u32 = 600;

/// How somebody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bot {
    /// At once, by the book.
    Perfect,
    /// By the book, but after six rings, and never with an apology.
    Slow,
    /// By the book, but of a caller's answers always the longest.
    Longest,
    /// By the book, but of a caller's answers always the one that stands first.
    First,
    /// Anything at any time.
    Random,
}

/// Works a whole shift; one that does not come to its end by itself is returned as it stands.
pub fn work(card: Arc<DrillCard>, seed: u64, bot: Bot) -> Shift {
    let mut shift = Shift::new(card, seed);
    let until_ms = shift.card().shift_ms.saturating_add(LONGEST_AFTERMATH_MS);
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut at_ms = 0;
    while !shift.state().is_over && at_ms < until_ms {
        at_ms += if bot == Bot::Random { dice.random_range(50..2_000) } else { LOOK_MS };
        shift.advance(at_ms);
        if shift.state().is_over {
            break;
        }
        let wanted = match bot {
            Bot::Random => Some(anything(&shift, &mut dice)),
            _ => by_the_book(&shift, bot),
        };
        if let Some(act) = wanted {
            // At random most things cannot be done; by the book none is refused.
            let done = shift.take(Input { at_ms, act });
            debug_assert!(done.is_ok() || bot == Bot::Random, "{done:?} at {at_ms} ms");
        }
    }
    shift
}

/// What somebody who works by the book does now.
pub fn by_the_book(shift: &Shift, bot: Bot) -> Option<Act> {
    let (state, context) = (shift.state(), shift.context());
    if let Some(life) = state.life.filter(|life| !life.is_done)
        && context.card.manners.life[usize::from(life.life)].must
        && state.in_hand.is_none()
    {
        return Some(Act::PutAside);
    }
    match state.in_hand {
        None if state.walking.is_some() => None,
        None => with_free_hands(shift, bot),
        Some(call) => on_the_phone(shift, call, bot),
    }
}

fn with_free_hands(shift: &Shift, bot: Bot) -> Option<Act> {
    use crate::content::drill::LineKind::LongDistance;
    let (state, context) = (shift.state(), shift.context());
    let is_slow_enough = |call: &usize| {
        let waited_ms = state.now_ms - state.calls[*call].began_ms;
        bot != Bot::Slow || context.card.rings.heard(waited_ms) >= SLOW_RINGS
    };
    let is_mine = |call: &usize| state.calls[*call].colleague_ms.is_none();
    let is_far = |call: usize| context.card.phones[usize::from(state.calls[call].phone)].is_far;
    let rank = |call: &usize| (is_far(*call), caller_of(&state.calls[*call], context).line != LongDistance, *call);
    let ringing = state.ringing().filter(is_mine).filter(is_slow_enough).min_by_key(rank);
    let next = ringing.or_else(|| state.held()).map(|call| Act::PickUp(state.calls[call].phone));
    next.or_else(|| {
        let ready = |place: &usize| {
            let ticket = state.tickets[*place];
            ticket.is_open() && ticket.ready_ms <= state.now_ms
        };
        let place = (0..state.tickets.len()).find(ready)?;
        state.is_at_rest().then(|| u8::try_from(place).ok().map(Act::RingBack))?
    })
}

fn on_the_phone(shift: &Shift, place: usize, bot: Bot) -> Option<Act> {
    let state = shift.state();
    let call = &state.calls[place];
    if state.now_ms < call.speaks_until_ms() {
        return next_note(shift, place);
    }
    match call.stage {
        Stage::Opening if bot == Bot::Slow && call.way == Way::Incoming => without_apology(shift),
        Stage::Talking if matches!(bot, Bot::Longest | Bot::First) => careless(shift, bot),
        Stage::Opening | Stage::Talking | Stage::Back | Stage::Closing => {
            shift.recommended().and_then(|offer| u8::try_from(offer).ok()).map(Act::Say)
        }
        Stage::Dead => next_note(shift, place).or(Some(Act::PutDown(CAREFUL_MS))),
        Stage::Ringing | Stage::Held | Stage::Parting | Stage::Over => None,
    }
}

/// One of a caller's answers, chosen without reading; the other phone is seen to by the book.
fn careless(shift: &Shift, bot: Bot) -> Option<Act> {
    let offers = shift.offers();
    let recommended = shift.recommended()?;
    let is_answer = |place: &usize| matches!(offers[*place].what, Saying::Reply(_));
    let place = match bot {
        _ if !is_answer(&recommended) => recommended,
        Bot::Longest => (0..offers.len()).filter(is_answer).max_by_key(|&place| offers[place].text.chars().count())?,
        _ => (0..offers.len()).find(is_answer)?,
    };
    u8::try_from(place).ok().map(Act::Say)
}

/// A first sentence with everything but an apology.
fn without_apology(shift: &Shift) -> Option<Act> {
    let manners = &shift.card().manners;
    let place = shift.offers().iter().position(|offer| {
        let heard = listen(offer.text, Standing::Opening { with_apology: true }, manners);
        matches!(offer.what, Saying::Standing(..)) && heard.missing().eq([Part::Apology])
    });
    place.and_then(|place| u8::try_from(place).ok()).map(Act::Say)
}

/// Writes down the next of what was told.
fn next_note(shift: &Shift, place: usize) -> Option<Act> {
    let (state, context) = (shift.state(), shift.context());
    let call = &state.calls[place];
    if call.how == Some(How::Deferred) {
        return None;
    }
    let facts = &caller_of(call, context).facts;
    Slot::ALL.iter().find_map(|&slot| {
        let told = call.told.iter().filter_map(|fact| facts.get(fact)).filter(|fact| fact.slot == slot);
        let wanted = told.map(|fact| fact.note.as_ref()).collect::<Vec<_>>().join("，");
        (!wanted.is_empty() && call.note[slot as usize] != wanted).then_some(Act::Write(slot, wanted))
    })
}

fn anything(shift: &Shift, dice: &mut Xoshiro256PlusPlus) -> Act {
    /// More than there are phones, answers or calls back, so that some attempts find nothing.
    const PLACES: u8 = 6;
    const WORDS: [&str; 4] = ["喂", "您好，云景服务中心小陈，让您久等了", "5栋1203漏水", ""];
    let words = || WORDS[shift.state().now_ms as usize % WORDS.len()].to_owned();
    let place = dice.random_range(0..PLACES);
    match dice.random_range(0..10) {
        0..3 => Act::PickUp(place),
        3..6 => Act::Say(place),
        6 => Act::PutDown(dice.random_range(0..1_000)),
        7 => match place {
            0 => Act::PutAside,
            1 => Act::HandOver,
            2 => Act::Fill(words()),
            _ => Act::RingBack(place),
        },
        8 => Act::Speak(words()),
        _ => Act::Write(Slot::ALL[usize::from(place) % Slot::ALL.len()], words()),
    }
}
