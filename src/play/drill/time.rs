//! Time passes: whatever is due happens, in its order, each at its own millisecond.
//!
//! Nothing here knows a frame. Advancing to 10 s at once and in steps of any size lead to the same desk, because every
//! event happens at the moment it was due and not at the moment somebody looked.

use crate::content::drill::Check;
use crate::content::drill::card::Words;
use crate::play::drill::act;
use crate::play::drill::offer::{caller_of, talk_of};
use crate::play::drill::plan::{Ring, Second};
use crate::play::drill::state::{
    Call, Context, Event, How, LifeNow, Pair, Priority, Stage, State, TicketKind, Utterance, Way, Who,
};

/// How long an ordinary caller bears silence, in milliseconds.
const SILENCE_MS: u32 = 8_000;
/// How long an ordinary caller waits when asked to, in milliseconds.
const HOLD_MS: u32 = 45_000;
/// After the last word, until the caller hangs up, in milliseconds.
const PARTING_MS: u32 = 500;
/// How long a dead line is endured before the receiver is put down by itself, in milliseconds.
const HOWL_MS: u32 = 15_000;
/// How long it rings at the other side when we ring back, in milliseconds.
const RING_BACK_MS: u32 = 2_500;
/// After a first call that ended early, until the second phone rings all the same, in milliseconds.
const SECOND_AFTER_END_MS: u32 = 1_000;
/// The shortest time between coming to rest and something of the desk's life, in milliseconds.
const REST_MS: u32 = 300;
/// Rings beyond the last in time that even the most impatient waits: an apology must be possible.
const RINGS_OF_GRACE: u32 = 3;

/// Something that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    ShiftEnds,
    GivesUp(usize),
    Colleague(usize),
    Answers(usize),
    Silence(usize),
    HoldEnds(usize),
    HangsUp(usize),
    Howl(usize),
    Arrives,
    SecondRings,
    Occasion,
    Life,
    TicketLate(usize),
}

/// Lets time pass until `to_ms`; time never goes back.
pub fn advance(state: &mut State, to_ms: u32, context: Context<'_>) {
    while let Some((at_ms, due)) = next_due(state, context).filter(|(at_ms, _)| *at_ms <= to_ms) {
        state.now_ms = state.now_ms.max(at_ms);
        happen(state, due, context);
        settle(state, context);
    }
    if !state.is_over {
        state.now_ms = state.now_ms.max(to_ms);
    }
}

/// The millisecond at which something happens next by itself.
pub fn next_ms(state: &State, context: Context<'_>) -> Option<u32> {
    next_due(state, context).map(|(at_ms, _)| at_ms)
}

fn next_due(state: &State, context: Context<'_>) -> Option<(u32, Due)> {
    if state.is_over {
        return None;
    }
    let of_calls = state.calls.iter().enumerate().filter_map(|(place, call)| due_of_call(place, call, context));
    let second = state.second.and_then(|(_, first, second)| match second {
        Second::After(ms) => Some((state.calls[first].began_ms.saturating_add(ms), Due::SecondRings)),
        Second::AtExchange(_) => None,
    });
    let late = state.tickets.iter().enumerate().filter(|(_, ticket)| ticket.is_open());
    let desk = [
        state.walking.map(|(_, at_ms)| (at_ms, Due::Arrives)),
        second,
        state.next_ms.map(|at_ms| (at_ms, Due::Occasion)),
        state.life_at.map(|(at_ms, _)| (at_ms, Due::Life)),
        (!state.has_closed).then_some((context.card.shift_ms, Due::ShiftEnds)),
    ];
    let late = late.map(|(place, ticket)| (ticket.due_ms, Due::TicketLate(place)));
    of_calls.chain(desk.into_iter().flatten()).chain(late).min()
}

fn due_of_call(place: usize, call: &Call, context: Context<'_>) -> Option<(u32, Due)> {
    let patience = |ms: u32| ms.saturating_mul(caller_of(call, context).patience_percent) / 100;
    let after = |ms: u32| call.since_ms.saturating_add(ms);
    match call.stage {
        Stage::Ringing if call.way != Way::Incoming => Some((after(RING_BACK_MS), Due::Answers(place))),
        Stage::Ringing => Some(match call.colleague_ms {
            Some(at_ms) => (at_ms, Due::Colleague(place)),
            None => (call.began_ms.saturating_add(gives_up_ms(call, context)), Due::GivesUp(place)),
        }),
        Stage::Opening | Stage::Talking | Stage::Back | Stage::Closing => {
            let from_ms = call.speaks_until_ms().max(call.since_ms);
            Some((from_ms.saturating_add(patience(SILENCE_MS)), Due::Silence(place)))
        }
        Stage::Held => Some((after(patience(HOLD_MS)), Due::HoldEnds(place))),
        Stage::Parting => Some((call.speaks_until_ms().saturating_add(PARTING_MS), Due::HangsUp(place))),
        Stage::Dead => Some((after(HOWL_MS), Due::Howl(place))),
        Stage::Over => None,
    }
}

/// How long a caller lets it ring, in milliseconds: whole rings.
fn gives_up_ms(call: &Call, context: Context<'_>) -> u32 {
    let rings = context.card.rings;
    let patient = rings.gives_up_after.saturating_mul(caller_of(call, context).patience_percent) / 100;
    rings.ring_ms.saturating_mul(patient.max(rings.answer_within + RINGS_OF_GRACE))
}

fn happen(state: &mut State, due: Due, context: Context<'_>) {
    match due {
        Due::GivesUp(call) => {
            state.tell(Event::GaveUp(call));
            if context.card.phones[usize::from(state.calls[call].phone)].is_far {
                state.choices.push(Priority { call, is_right: false });
            }
            finish(state, call, How::GaveUp);
        }
        Due::Colleague(call) => {
            state.tell(Event::Colleague(call));
            finish(state, call, How::Colleague);
        }
        Due::Answers(call) => answered(state, call, context),
        Due::Silence(call) => silence(state, call, context),
        Due::HoldEnds(call) => {
            state.tell(Event::GaveUp(call));
            close_hold(state, call);
            finish(state, call, How::HungUp);
        }
        Due::HangsUp(call) => hang_up(state, call, How::Finished),
        Due::Howl(call) => {
            state.calls[call].slips.insert(Check::Close.index());
            state.in_hand = None;
            state.tell(Event::PutDown(call, false));
            let how = state.calls[call].how.unwrap_or(How::Finished);
            finish(state, call, how);
        }
        Due::Arrives => arrive(state, context),
        Due::SecondRings => {
            if let Some((ring, _, _)) = state.second.take() {
                ring_in(state, ring, None, context);
            }
        }
        Due::Occasion => occasion(state, context),
        Due::Life => {
            if let Some((_, life)) = state.life_at.take() {
                state.life = Some(LifeNow { life, since_ms: state.now_ms, is_done: false });
                state.tell(Event::Life(life));
            }
        }
        Due::TicketLate(ticket) => {
            state.tickets[ticket].is_broken = true;
            state.tell(Event::Broken(ticket));
        }
        Due::ShiftEnds => {
            state.has_closed = true;
            // A second phone that would still have rung does not: the shift's time is over for it too.
            (state.next_ms, state.life_at, state.second) = (None, None, None);
        }
    }
}

/// What follows from how things stand: the next occasion once the desk is at rest, the end once all is done.
pub fn settle(state: &mut State, context: Context<'_>) {
    if let Some((ring, first, Second::AtExchange(_))) = state.second
        && !state.calls[first].is_alive()
    {
        let after_ms = state.now_ms.saturating_sub(state.calls[first].began_ms).saturating_add(SECOND_AFTER_END_MS);
        state.second = Some((ring, first, Second::After(after_ms)));
    }
    if !state.is_at_rest() {
        (state.next_ms, state.life_at) = (None, None);
        return;
    }
    if state.has_closed {
        state.is_over = !state.tickets.iter().any(|ticket| ticket.is_open());
        return;
    }
    if state.next_ms.is_none()
        && let Some(occasion) = context.plan.occasions.get(state.occasion)
    {
        let at_ms = state.now_ms.saturating_add(occasion.gap_ms);
        state.next_ms = Some(at_ms);
        let is_going_on = |life: u8| state.life.is_some_and(|now| now.life == life);
        let lead = |(life, lead_ms): (u8, u32)| (at_ms.saturating_sub(lead_ms).max(state.now_ms + REST_MS), life);
        state.life_at = occasion.life.filter(|(life, _)| !is_going_on(*life)).map(lead);
    }
}

fn occasion(state: &mut State, context: Context<'_>) {
    let Some(occasion) = context.plan.occasions.get(state.occasion).copied() else { return };
    state.occasion += 1;
    (state.next_ms, state.life_at) = (None, None);
    let first = state.calls.len();
    ring_in(state, occasion.first, occasion.colleague_ms, context);
    state.second = occasion.second.map(|(ring, when)| (ring, first, when));
}

/// A phone begins to ring.
fn ring_in(state: &mut State, ring: Ring, colleague_ms: Option<u32>, context: Context<'_>) {
    let place = state.calls.len();
    let mut call = Call::new(ring, Way::Incoming, state.now_ms);
    call.colleague_ms = colleague_ms.map(|after_ms| state.now_ms.saturating_add(after_ms));
    state.calls.push(call);
    state.tell(Event::Rang(place));
    let is_far = |phone: u8| context.card.phones[usize::from(phone)].is_far;
    let is_theirs = |call: usize| state.calls[call].way == Way::Incoming;
    let can_be_held = |&first: &usize| is_theirs(first) && !is_far(state.calls[first].phone);
    if let Some(first) = state.in_hand.filter(can_be_held).filter(|_| !is_far(ring.phone)) {
        pair(state, first, place);
    }
}

/// Two calls want one pair of hands from now on.
pub fn pair(state: &mut State, first: usize, second: usize) {
    let is_known =
        |pair: &Pair| [pair.first, pair.second].contains(&first) && [pair.first, pair.second].contains(&second);
    if !state.pairs.iter().any(is_known) {
        state.pairs.push(Pair { first, second, asked_leave: false, took_number: false, came_back: false });
    }
}

fn arrive(state: &mut State, context: Context<'_>) {
    let Some((call, _)) = state.walking.take() else { return };
    // Whoever hung up on the way, or was answered by a colleague, is no longer there.
    if state.calls[call].is_ringing() {
        act::lift(state, call, context);
    }
}

fn answered(state: &mut State, call: usize, context: Context<'_>) {
    state.calls[call].picked_ms = Some(state.now_ms);
    state.tell(Event::PickedUp(call));
    let is_later =
        matches!(state.calls[call].way, Way::Outgoing(ticket) if state.tickets[ticket].kind == TicketKind::Later);
    if is_later {
        state.calls[call].enter(Stage::Talking, state.now_ms);
        begin_exchange(state, call, Vec::new(), context);
    } else {
        state.calls[call].enter(Stage::Opening, state.now_ms);
        let words = caller_of(&state.calls[call], context).says.picks_up.clone();
        say(state, call, &[words]);
    }
}

/// The caller asks into silence once, then hangs up.
fn silence(state: &mut State, place: usize, context: Context<'_>) {
    let call = &mut state.calls[place];
    call.nudges += 1;
    if call.nudges == 1 {
        let nudges = &caller_of(call, context).says.nudge;
        let nudge = nudges.get(usize::from(call.exchange) % nudges.len().max(1)).cloned().unwrap_or_default();
        say(state, place, &[nudge]);
        return;
    }
    let has_ended = call.stage == Stage::Closing;
    call.slips.insert(Check::Close.index());
    hang_up(state, place, if has_ended { How::Finished } else { How::HungUp });
}

/// The caller hangs up; the receiver is still in the hand.
pub fn hang_up(state: &mut State, place: usize, how: How) {
    let now_ms = state.now_ms;
    let call = &mut state.calls[place];
    call.how.get_or_insert(how);
    call.enter(Stage::Dead, now_ms);
    state.tell(Event::LineDead(place));
}

/// A call is over.
pub fn finish(state: &mut State, place: usize, how: How) {
    let now_ms = state.now_ms;
    let call = &mut state.calls[place];
    call.how = Some(how);
    call.ended_ms = Some(now_ms);
    call.enter(Stage::Over, now_ms);
}

/// Ends the time somebody waited.
pub fn close_hold(state: &mut State, place: usize) {
    let now_ms = state.now_ms;
    if let Some(hold) = state.calls[place].holds.last_mut() {
        hold.1.get_or_insert(now_ms);
    }
}

/// The caller says something, one piece after the other.
pub fn say(state: &mut State, place: usize, pieces: &[Words]) {
    let mut at_ms = state.now_ms;
    let call = &mut state.calls[place];
    for piece in pieces.iter().filter(|piece| !piece.text.is_empty()) {
        call.said.push(Utterance { at_ms, who: Who::Caller(piece.lasts_ms), text: piece.text.clone() });
        at_ms = at_ms.saturating_add(piece.lasts_ms);
    }
    call.speech = (state.now_ms, at_ms - state.now_ms);
}

/// The caller goes on with the open exchange, or comes to an end; `before` is said first.
pub fn begin_exchange(state: &mut State, place: usize, mut before: Vec<Words>, context: Context<'_>) {
    let now_ms = state.now_ms;
    let call = &state.calls[place];
    let talk = talk_of(call, state, context);
    match talk.get(usize::from(call.exchange)) {
        Some(exchange) => {
            before.push(exchange.caller.clone());
            state.calls[place].told = state.calls[place].told.or(exchange.tells);
            state.calls[place].enter(Stage::Talking, now_ms);
        }
        None => {
            before.push(caller_of(call, context).closing.clone());
            state.calls[place].enter(Stage::Closing, now_ms);
        }
    }
    say(state, place, &before);
    let reached = state.calls[place].exchange;
    if let Some((ring, first, Second::AtExchange(exchange))) = state.second
        && first == place
        && reached >= exchange
    {
        let after_ms = now_ms.saturating_sub(state.calls[place].began_ms);
        state.second = Some((ring, first, Second::After(after_ms)));
    }
}
