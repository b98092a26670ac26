//! What can be said now, in the order it stands on the screen.

use crate::content::drill::card::{CallerCard, ExchangeCard, LineCard};
use crate::content::drill::speech::{Standing, listen};
use crate::play::drill::plan::order;
use crate::play::drill::state::{Call, Context, Stage, State, TicketKind, Way};

/// Something that can be said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer<'a> {
    /// The words.
    pub text: &'a str,
    /// What there is to learn from them.
    pub why: &'a str,
    /// What they are.
    pub what: Saying,
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// A standing sentence, by place in its list.
    Standing(Standing, u8),
    /// An answer of the open exchange, by place.
    Reply(u8),
}

/// Questions of a call that are not exchanges, for the order of their answers.
const OPENING: u64 = 1_000;
const LEAVE: u64 = 1_001;
const TAKE_NUMBER: u64 = 1_002;
const BACK: u64 = 1_003;
const GOODBYE: u64 = 1_004;

/// What can be said into the receiver in the hand.
pub fn offers<'a>(state: &State, context: Context<'a>) -> Vec<Offer<'a>> {
    let Some(call) = state.in_hand.map(|call| &state.calls[call]) else { return Vec::new() };
    let manners = &context.card.manners;
    let lines = |standing, lines: &'a [LineCard], question| standing_offers(call, standing, lines, question);
    match call.stage {
        Stage::Opening => lines(opening(call, context), &manners.openings, OPENING),
        Stage::Back => lines(Standing::Back, &manners.back, BACK),
        Stage::Closing => lines(Standing::Goodbye, &manners.goodbyes, GOODBYE),
        Stage::Talking => {
            let mut offered = replies(call, state, context);
            if state.held().is_some() && call.way == Way::Incoming {
                offered.extend(lines(Standing::TakeNumber, &manners.take_number, TAKE_NUMBER));
            } else if second_phone_rings(state, context) {
                offered.extend(lines(Standing::Leave, &manners.leave, LEAVE));
            }
            offered
        }
        Stage::Ringing | Stage::Held | Stage::Parting | Stage::Dead | Stage::Over => Vec::new(),
    }
}

/// The standing sentence that can be typed instead of chosen.
pub fn typed(state: &State, context: Context<'_>) -> Option<Standing> {
    let call = &state.calls[state.in_hand?];
    match call.stage {
        Stage::Opening => Some(opening(call, context)),
        Stage::Back => Some(Standing::Back),
        Stage::Closing => Some(Standing::Goodbye),
        _ => None,
    }
}

/// The recommended one of what can be said: its place.
pub fn recommended(state: &State, context: Context<'_>) -> Option<usize> {
    let offered = offers(state, context);
    let is_whole = |offer: &Offer<'_>| match offer.what {
        Saying::Standing(standing, _) => listen(offer.text, standing, &context.card.manners).is_whole(),
        Saying::Reply(_) => false,
    };
    // Who waits, or a phone that rings, comes before the matter.
    let standing = offered.iter().position(is_whole);
    standing.or_else(|| {
        let call = &state.calls[state.in_hand?];
        let exchange = open_exchange(call, state, context)?;
        let is_best = |offer: &Offer<'_>| {
            matches!(offer.what, Saying::Reply(reply) if exchange.replies[usize::from(reply)].is_best)
        };
        offered.iter().position(is_best)
    })
}

fn standing_offers<'a>(call: &Call, standing: Standing, lines: &'a [LineCard], question: u64) -> Vec<Offer<'a>> {
    let offer = |place: u8| {
        let line = &lines[usize::from(place)];
        Offer { text: &line.say, why: &line.why, what: Saying::Standing(standing, place) }
    };
    order(call.dice, question, lines.len()).into_iter().map(offer).collect()
}

fn replies<'a>(call: &Call, state: &State, context: Context<'a>) -> Vec<Offer<'a>> {
    let Some(exchange) = open_exchange(call, state, context) else { return Vec::new() };
    let offer = |place: u8| {
        let reply = &exchange.replies[usize::from(place)];
        Offer { text: &reply.say, why: &reply.why, what: Saying::Reply(place) }
    };
    order(call.dice, u64::from(call.exchange), exchange.replies.len()).into_iter().map(offer).collect()
}

/// The first sentence a call asks for.
pub fn opening(call: &Call, context: Context<'_>) -> Standing {
    let waited_ms = call.picked_ms.unwrap_or(call.began_ms).saturating_sub(call.began_ms);
    Standing::Opening { with_apology: call.way == Way::Incoming && context.card.rings.asks_apology(waited_ms) }
}

fn second_phone_rings(state: &State, context: Context<'_>) -> bool {
    let is_far = |call: usize| context.card.phones[usize::from(state.calls[call].phone)].is_far;
    let here = state.in_hand.is_some_and(|call| !is_far(call) && state.calls[call].way == Way::Incoming);
    here && state.ringing().any(|call| !is_far(call))
}

/// The card of a call's caller.
pub fn caller_of<'a>(call: &Call, context: Context<'a>) -> &'a CallerCard {
    &context.card.callers[usize::from(call.caller)]
}

/// What is talked about in a call: the matter, or the answer that was promised.
pub fn talk_of<'a>(call: &Call, state: &State, context: Context<'a>) -> &'a [ExchangeCard] {
    let caller = caller_of(call, context);
    let is_later = matches!(call.way, Way::Outgoing(ticket) if state.tickets[ticket].kind == TicketKind::Later);
    match (&caller.later, is_later) {
        (Some(later), true) => &later.talk,
        _ => &caller.talk,
    }
}

/// The exchange that is open in a call.
pub fn open_exchange<'a>(call: &Call, state: &State, context: Context<'a>) -> Option<&'a ExchangeCard> {
    talk_of(call, state, context).get(usize::from(call.exchange))
}
