//! What the trainee does.

use crate::content::drill::Check;
use crate::content::drill::card::Words;
use crate::content::drill::speech::{Standing, listen};
use crate::content::scenario::Slot;
use crate::play::drill::note::plain;
use crate::play::drill::offer::{Saying, caller_of, offers, open_exchange, typed};
use crate::play::drill::plan::Ring;
use crate::play::drill::state::{
    Call, Context, Event, How, Priority, Stage, State, Ticket, TicketKind, Utterance, Way, Who,
};
use crate::play::drill::time::{begin_exchange, close_hold, finish, hang_up, pair, say, settle};

/// How long a receiver is lowered at least to be put down gently, in milliseconds.
pub const GENTLE_MS: u32 = 400;
/// How long one has to ring back whoever only left a number, in milliseconds.
const DEFERRED_DUE_MS: u32 = 120_000;
/// Makes the dice of a call back differ from those of the call it answers.
const RING_BACK_DICE: u64 = 0x5EED;

/// What the trainee does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Lift the receiver of a phone, by place: of one that rings, or on which somebody waits. To the far phone one walks.
    PickUp(u8),
    /// See to what is going on at the desk.
    PutAside,
    /// Copy words into a form.
    Fill(String),
    /// Say what stands at a place, from 0.
    Say(u8),
    /// Say something of one's own, where a standing sentence is asked for.
    Speak(String),
    /// Write into a box of the note; replaces what stood there.
    Write(Slot, String),
    /// Put the receiver down, having lowered it for so many milliseconds.
    PutDown(u32),
    /// Ring back, by place in the list.
    RingBack(u8),
    /// End the shift before the last call back is due.
    HandOver,
}

/// Why something cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// One has a receiver in the hand, or is on the way.
    HandsFull,
    /// There is nothing of the kind.
    NothingThere,
    /// The shift is over.
    ShiftIsOver,
    /// It comes before what was done before it.
    TooLate,
}

/// Does what the trainee does, at the state's own millisecond.
///
/// # Errors
/// When it cannot be done now; nothing has changed then.
pub fn take(state: &mut State, act: &Act, context: Context<'_>) -> Result<(), Refused> {
    if state.is_over {
        return match act {
            // The note can be finished after everything else.
            Act::Write(slot, text) => write(state, *slot, text),
            _ => Err(Refused::ShiftIsOver),
        };
    }
    match act {
        Act::PickUp(phone) => pick_up(state, *phone, context),
        Act::PutAside => put_aside(state),
        Act::Fill(text) => fill(state, text, context),
        Act::Say(place) => say_offered(state, *place, context),
        Act::Speak(text) => speak(state, text, context),
        Act::Write(slot, text) => write(state, *slot, text),
        Act::PutDown(lowering_ms) => put_down(state, *lowering_ms),
        Act::RingBack(ticket) => ring_back(state, usize::from(*ticket), context),
        Act::HandOver => hand_over(state),
    }?;
    settle(state, context);
    Ok(())
}

fn pick_up(state: &mut State, phone: u8, context: Context<'_>) -> Result<(), Refused> {
    if state.in_hand.is_some() || state.walking.is_some() {
        return Err(Refused::HandsFull);
    }
    let call = state.on_phone(phone).ok_or(Refused::NothingThere)?;
    match state.calls[call].stage {
        Stage::Held => come_back(state, call),
        Stage::Ringing if context.card.phones[usize::from(phone)].is_far => {
            state.walking = Some((call, state.now_ms.saturating_add(context.card.walk_ms)));
        }
        Stage::Ringing => lift(state, call, context),
        _ => return Err(Refused::NothingThere),
    }
    Ok(())
}

/// Lifts the receiver of a phone that rings.
pub fn lift(state: &mut State, call: usize, context: Context<'_>) {
    let now_ms = state.now_ms;
    let is_far = |it: &Call| context.card.phones[usize::from(it.phone)].is_far;
    let others: Vec<usize> = state.ringing().filter(|&it| it != call && !is_far(&state.calls[it])).collect();
    if is_far(&state.calls[call]) {
        if state.calls[call].colleague_ms.is_none() {
            state.choices.push(Priority { call, is_right: true });
        }
    } else {
        choose(state, call, &others, context);
        others.iter().for_each(|&other| pair(state, call, other));
    }
    // What need not be put aside waits until one is back.
    let posture = state.life.take_if(|now| context.card.manners.life[usize::from(now.life)].must);
    let it = &mut state.calls[call];
    it.posture = posture.map(|now| (now.life, now.is_done));
    it.picked_ms = Some(now_ms);
    it.speech = (now_ms, 0);
    it.enter(Stage::Opening, now_ms);
    state.hold_receiver(call);
    state.tell(Event::PickedUp(call));
}

/// Where one of several that ring is long-distance and another is not, there was a choice.
fn choose(state: &mut State, call: usize, others: &[usize], context: Context<'_>) {
    use crate::content::drill::LineKind::LongDistance;
    let is_long = |call: usize| caller_of(&state.calls[call], context).line == LongDistance;
    let is_right = is_long(call);
    if others.iter().any(|&other| is_long(other) != is_right) {
        state.choices.push(Priority { call, is_right });
    }
}

fn come_back(state: &mut State, call: usize) {
    close_hold(state, call);
    let now_ms = state.now_ms;
    state.calls[call].enter(Stage::Back, now_ms);
    state.calls[call].speech = (now_ms, 0);
    state.calls[call].nudges = 0;
    state.hold_receiver(call);
    state.tell(Event::Back(call));
}

fn put_aside(state: &mut State) -> Result<(), Refused> {
    let now = state.life.as_mut().filter(|now| !now.is_done).ok_or(Refused::NothingThere)?;
    now.is_done = true;
    let life = now.life;
    state.tell(Event::PutAside(life));
    Ok(())
}

fn fill(state: &mut State, text: &str, context: Context<'_>) -> Result<(), Refused> {
    let now = state.life.ok_or(Refused::NothingThere)?;
    let wanted = context.card.manners.life[usize::from(now.life)].copy.as_ref().ok_or(Refused::NothingThere)?;
    if plain(wanted) != plain(text) {
        return Err(Refused::NothingThere);
    }
    state.life = None;
    state.forms_filled += 1;
    state.tell(Event::PutAside(now.life));
    Ok(())
}

fn say_offered(state: &mut State, place: u8, context: Context<'_>) -> Result<(), Refused> {
    let offered = offers(state, context);
    let offer = offered.get(usize::from(place)).ok_or(Refused::NothingThere)?;
    let call = state.in_hand.ok_or(Refused::NothingThere)?;
    match offer.what {
        Saying::Standing(standing, _) => say_standing(state, call, standing, offer.text, context),
        Saying::Reply(reply) => answer(state, call, reply, context),
    }
    Ok(())
}

fn speak(state: &mut State, text: &str, context: Context<'_>) -> Result<(), Refused> {
    let standing = typed(state, context).ok_or(Refused::NothingThere)?;
    let call = state.in_hand.ok_or(Refused::NothingThere)?;
    if text.trim().is_empty() {
        return Err(Refused::NothingThere);
    }
    say_standing(state, call, standing, text.trim(), context);
    Ok(())
}

/// Marks talking over the caller, and gives what they say to it.
fn talked_over(state: &mut State, place: usize, context: Context<'_>) -> Vec<Words> {
    let now_ms = state.now_ms;
    let call = &mut state.calls[place];
    // Whoever asks into the silence wants an answer, not patience.
    let is_over = now_ms < call.speaks_until_ms() && call.nudges == 0;
    call.nudges = 0;
    if !is_over {
        return Vec::new();
    }
    call.slips.insert(Check::NoInterrupting.index());
    let complaints = &caller_of(call, context).says.interrupted;
    complaints.get(usize::from(call.exchange) % complaints.len().max(1)).cloned().into_iter().collect()
}

fn say_standing(state: &mut State, place: usize, standing: Standing, text: &str, context: Context<'_>) {
    let complaint = talked_over(state, place, context);
    let heard = listen(text, standing, &context.card.manners);
    let is_whole = heard.is_whole();
    let says = &caller_of(&state.calls[place], context).says;
    let at_ms = state.now_ms;
    state.calls[place].said.push(Utterance { at_ms, who: Who::Standing(standing, heard), text: text.into() });
    match standing {
        Standing::Opening { .. } => begin_exchange(state, place, Vec::new(), context),
        Standing::Leave => {
            let words = [complaint, vec![says.will_wait.clone()]].concat();
            say(state, place, &words);
            state.calls[place].enter(Stage::Held, at_ms);
            state.calls[place].holds.push((at_ms, None));
            state.in_hand = None;
            state.pairs.iter_mut().filter(|it| it.first == place).for_each(|it| it.asked_leave = is_whole);
            state.tell(Event::Held(place));
        }
        Standing::TakeNumber => take_number(state, place, is_whole, complaint, context),
        Standing::Back => {
            say(state, place, std::slice::from_ref(&says.waited));
            state.calls[place].enter(Stage::Talking, at_ms);
            state.pairs.iter_mut().filter(|it| it.first == place).for_each(|it| it.came_back = is_whole);
        }
        Standing::Goodbye => {
            let words = [complaint, vec![says.goodbye.clone()]].concat();
            say(state, place, &words);
            state.calls[place].enter(Stage::Parting, at_ms);
        }
    }
}

fn take_number(state: &mut State, place: usize, is_whole: bool, complaint: Vec<Words>, context: Context<'_>) {
    let now_ms = state.now_ms;
    let caller = caller_of(&state.calls[place], context);
    state.pairs.iter_mut().filter(|it| it.second == place).for_each(|it| it.took_number = is_whole);
    let words = if is_whole {
        let due_ms = now_ms.saturating_add(DEFERRED_DUE_MS);
        promise(state, Ticket { ready_ms: now_ms, ..ticket(place, TicketKind::Deferred, due_ms) });
        state.calls[place].how = Some(How::Deferred);
        caller.says.leaves_number.clone()
    } else {
        state.calls[place].slips.insert(Check::NoBrushOff.index());
        caller.closing.clone()
    };
    say(state, place, &[complaint, vec![words]].concat());
    state.calls[place].enter(Stage::Closing, now_ms);
}

fn ticket(of: usize, kind: TicketKind, due_ms: u32) -> Ticket {
    Ticket { of, kind, ready_ms: 0, due_ms, made: None, is_broken: false }
}

fn promise(state: &mut State, ticket: Ticket) {
    state.tell(Event::Promised(state.tickets.len()));
    state.tickets.push(ticket);
}

fn answer(state: &mut State, place: usize, reply: u8, context: Context<'_>) {
    let Some(exchange) = open_exchange(&state.calls[place], state, context) else { return };
    let card = &exchange.replies[usize::from(reply)];
    let mut words = talked_over(state, place, context);
    words.extend(card.caller.clone());
    let now_ms = state.now_ms;
    let call = &mut state.calls[place];
    let who = Who::Reply(call.exchange, reply);
    call.said.push(Utterance { at_ms: now_ms, who, text: card.say.clone() });
    call.shown = call.shown.or(card.shows);
    call.slips = call.slips.or(card.slips);
    if card.ends {
        say(state, place, &words);
        hang_up(state, place, How::HungUp);
        return;
    }
    call.exchange += 1;
    if card.promises
        && let Some(later) = &caller_of(call, context).later
    {
        let due_ms = now_ms.saturating_add(later.due_ms);
        let ready_ms = now_ms.saturating_add(later.ready_ms);
        promise(state, Ticket { ready_ms, ..ticket(place, TicketKind::Later, due_ms) });
    }
    begin_exchange(state, place, words, context);
}

fn write(state: &mut State, slot: Slot, text: &str) -> Result<(), Refused> {
    let call = state.noted().ok_or(Refused::NothingThere)?;
    text.clone_into(&mut state.calls[call].note[slot as usize]);
    Ok(())
}

fn put_down(state: &mut State, lowering_ms: u32) -> Result<(), Refused> {
    let place = state.in_hand.ok_or(Refused::NothingThere)?;
    state.in_hand = None;
    state.tell(Event::PutDown(place, lowering_ms >= GENTLE_MS));
    let call = &mut state.calls[place];
    call.lowered_ms = Some(lowering_ms);
    let how = match (call.stage, call.how) {
        (Stage::Dead, how) => how.unwrap_or(How::Finished),
        (Stage::Ringing, _) => {
            // Nobody had answered yet: it can be dialled again.
            if let Way::Outgoing(ticket) = call.way {
                state.tickets[ticket].made = None;
            }
            How::CutOff
        }
        (Stage::Closing | Stage::Parting, how) => {
            call.slips.insert(Check::Close.index());
            how.unwrap_or(How::Finished)
        }
        _ => {
            call.slips.insert(Check::Close.index());
            call.slips.insert(Check::NoBrushOff.index());
            How::CutOff
        }
    };
    finish(state, place, how);
    Ok(())
}

fn ring_back(state: &mut State, place: usize, context: Context<'_>) -> Result<(), Refused> {
    if state.in_hand.is_some() || state.walking.is_some() {
        return Err(Refused::HandsFull);
    }
    let now_ms = state.now_ms;
    let ticket = *state.tickets.get(place).ok_or(Refused::NothingThere)?;
    if ticket.made.is_some() || now_ms < ticket.ready_ms {
        return Err(Refused::NothingThere);
    }
    let phone = context.card.near().filter_map(|phone| u8::try_from(phone).ok());
    // Not the phone that is about to ring either.
    let will_ring = state.second.map(|(ring, ..)| ring.phone);
    let is_free = |phone: &u8| state.on_phone(*phone).is_none() && Some(*phone) != will_ring;
    let phone = { phone }.find(is_free).ok_or(Refused::HandsFull)?;
    let of = &state.calls[ticket.of];
    let ring = Ring { caller: of.caller, phone, dice: of.dice ^ RING_BACK_DICE };
    let note = of.note.clone();
    let call = state.calls.len();
    state.calls.push(Call { note, ..Call::new(ring, Way::Outgoing(place), now_ms) });
    state.tickets[place].made = Some(call);
    state.hold_receiver(call);
    state.tell(Event::Rang(call));
    Ok(())
}

fn hand_over(state: &mut State) -> Result<(), Refused> {
    if !state.has_closed || !state.is_at_rest() {
        return Err(Refused::HandsFull);
    }
    state.tickets.iter_mut().filter(|ticket| ticket.is_open()).for_each(|ticket| ticket.is_broken = true);
    Ok(())
}
