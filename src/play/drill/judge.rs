//! Judges a shift: every occasion on which a criterion could be met, and whether it was.
//!
//! A shift's score is, criterion by criterion, the share of its occasions that were met, times its weight, over the
//! weights of all criteria that had an occasion. What a lost or broken-off call would have asked for counts as missed, so
//! nobody scores by answering less.

use crate::content::drill::card::{ExchangeCard, JudgedCard};
use crate::content::drill::speech::Standing;
use crate::content::drill::{Check, Part};
use crate::id::Bits;
use crate::play::drill::act::GENTLE_MS;
use crate::play::drill::note::{NoteReview, review};
use crate::play::drill::offer::{caller_of, talk_of};
use crate::play::drill::shift::Shift;
use crate::play::drill::state::{Call, Context, How, Pair, State, Ticket, TicketKind, Way, Who};
use crate::play::drill::statistics::{percentile, wilson_95};

/// One chance to meet a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Which criterion.
    pub check: Check,
    /// In which call.
    pub call: usize,
    /// Whether it was met.
    pub is_met: bool,
}

/// How one criterion went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Which, by place in the scorecard.
    pub criterion: usize,
    /// Occasions met.
    pub met: usize,
    /// Occasions.
    pub due: usize,
}

/// What a shift is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// 0-100.
    pub score: u32,
    /// Whether it is enough, and nothing fell below what alone fails a shift.
    pub is_passed: bool,
    /// Criteria that alone fail the shift, by place in the scorecard.
    pub fell_short: Vec<usize>,
    /// Every criterion, in the order of the scorecard.
    pub tallies: Vec<Tally>,
    /// Every occasion.
    pub occasions: Vec<Occasion>,
    /// Incoming calls that were ours to answer.
    pub calls: usize,
    /// Of these, answered within the rings allowed.
    pub answered_within: usize,
    /// Wilson's 95 % interval of that share, 0-1.
    pub wilson: Option<(f64, f64)>,
    /// From the first ring to the lifted receiver, in milliseconds, rising.
    pub reactions_ms: Vec<u32>,
    /// Pick-ups that called for an apology.
    pub apologies_due: usize,
    /// Of these, with one.
    pub apologies_made: usize,
    /// Wrong choices between phones.
    pub priority_errors: usize,
    /// The call that cost most, if any cost anything.
    pub worst_call: Option<usize>,
}

impl Verdict {
    /// The criterion that cost most, if any cost anything.
    pub fn costliest(&self, criteria: &[JudgedCard]) -> Option<Tally> {
        let cost = |tally: &&Tally| {
            let missed = (tally.due - tally.met) as f64 / tally.due.max(1) as f64;
            missed * f64::from(criteria[tally.criterion].weight)
        };
        let by_cost = |a: &&Tally, b: &&Tally| cost(a).total_cmp(&cost(b)).then(b.criterion.cmp(&a.criterion));
        self.tallies.iter().max_by(by_cost).filter(|tally| cost(tally) > 0.0).copied()
    }

    /// The middle reaction, in milliseconds.
    pub fn median_ms(&self) -> Option<u32> {
        percentile(&self.reactions_ms, 50)
    }

    /// The reaction that nine of ten do not exceed, in milliseconds.
    pub fn p90_ms(&self) -> Option<u32> {
        percentile(&self.reactions_ms, 90)
    }
}

/// Judges a shift as it stands.
pub fn judge(shift: &Shift) -> Verdict {
    let (state, context) = (shift.state(), shift.context());
    let occasions = occasions(state, context);
    let criteria = &context.card.scorecard.criteria;
    let tally = |(criterion, check): (usize, Check)| {
        let (met, due) = count(&occasions, check);
        Tally { criterion, met, due }
    };
    let tallies: Vec<Tally> = criteria.iter().map(|card| card.check).enumerate().map(tally).collect();
    let score = score(&tallies, context);
    let fell_short = fell_short(&tallies, context);
    let ours: Vec<&Call> = state.calls.iter().filter(|call| is_ours(call)).collect();
    let in_time = |call: &&&Call| reaction_ms(call).is_some_and(|ms| context.card.rings.is_in_time(ms));
    let answered_within = ours.iter().filter(in_time).count();
    let mut reactions_ms: Vec<u32> = ours.iter().filter_map(|call| reaction_ms(call)).collect();
    reactions_ms.sort_unstable();
    let (apologies_made, apologies_due) = count(&occasions, Check::Apology);
    Verdict {
        score,
        is_passed: !ours.is_empty() && score >= context.card.scorecard.pass_mark && fell_short.is_empty(),
        fell_short,
        calls: ours.len(),
        answered_within,
        wilson: wilson_95(answered_within, ours.len()),
        reactions_ms,
        apologies_due,
        apologies_made,
        priority_errors: state.choices.iter().filter(|choice| !choice.is_right).count(),
        worst_call: worst_call(&occasions, &tallies, context),
        tallies,
        occasions,
    }
}

/// How often a criterion was met, of how often it could be.
fn count(occasions: &[Occasion], check: Check) -> (usize, usize) {
    let of_check = || occasions.iter().filter(|it| it.check == check);
    (of_check().filter(|it| it.is_met).count(), of_check().count())
}

/// Whether a call was ours to answer: they rang, and no colleague took it.
pub fn is_ours(call: &Call) -> bool {
    call.way == Way::Incoming && call.how != Some(How::Colleague)
}

/// From the first ring to the lifted receiver, in milliseconds.
pub fn reaction_ms(call: &Call) -> Option<u32> {
    Some(call.picked_ms?.saturating_sub(call.began_ms))
}

/// The note of a call beside what was told in it.
pub fn note_of(call: &Call, context: Context<'_>) -> NoteReview {
    review(&call.note, caller_of(call, context))
}

fn score(tallies: &[Tally], context: Context<'_>) -> u32 {
    let criteria = &context.card.scorecard.criteria;
    let assessed = tallies.iter().filter(|tally| tally.due > 0);
    let (mut got, mut whole) = (0.0, 0.0);
    for tally in assessed {
        let weight = f64::from(criteria[tally.criterion].weight);
        got += weight * tally.met as f64 / tally.due as f64;
        whole += weight;
    }
    // Rounded down, so that only a shift without fault has 100; the margin is far below one occasion in a thousand.
    const ROUNDING: f64 = 1e-9;
    if whole > 0.0 { (got * 100.0 / whole + ROUNDING).floor() as u32 } else { 0 }
}

fn fell_short(tallies: &[Tally], context: Context<'_>) -> Vec<usize> {
    let falls_short = |tally: &&Tally| {
        let least = context.card.scorecard.criteria[tally.criterion].fails_below.unwrap_or(0) as usize;
        tally.met * 100 < least * tally.due
    };
    tallies.iter().filter(falls_short).map(|tally| tally.criterion).collect()
}

/// The call whose missed occasions weigh most.
fn worst_call(occasions: &[Occasion], tallies: &[Tally], context: Context<'_>) -> Option<usize> {
    let weight = |check: Check| {
        let criteria = &context.card.scorecard.criteria;
        tallies
            .iter()
            .find(|tally| criteria[tally.criterion].check == check)
            .map_or(0.0, |tally| f64::from(criteria[tally.criterion].weight) / tally.due.max(1) as f64)
    };
    let mut costs = std::collections::BTreeMap::<usize, f64>::new();
    for missed in occasions.iter().filter(|it| !it.is_met) {
        *costs.entry(missed.call).or_default() += weight(missed.check);
    }
    // Of equals the first.
    costs.into_iter().rev().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, cost)| *cost > 0.0).map(|(call, _)| call)
}

/// Every occasion of a shift, call by call.
pub fn occasions(state: &State, context: Context<'_>) -> Vec<Occasion> {
    let mut found = Vec::new();
    for (place, call) in state.calls.iter().enumerate().filter(|(_, call)| !call.is_alive() || state.is_over) {
        let mut occasion = |check, is_met| found.push(Occasion { check, call: place, is_met });
        if is_ours(call) {
            arrival(call, context, &mut occasion);
            promised(place, call, state, context, &mut occasion);
        }
        // A number that was dialled and not waited for is no call.
        let was_answered_or_ours = is_ours(call) || call.picked_ms.is_some();
        if was_answered_or_ours && call.how != Some(How::Colleague) {
            matter(place, call, state, context, &mut occasion);
        }
    }
    let choices =
        state.choices.iter().map(|it| Occasion { check: Check::Priority, call: it.call, is_met: it.is_right });
    found.extend(choices);
    found.extend(state.pairs.iter().filter_map(|pair| second_phone(pair, state, context)));
    found.sort_by_key(|it| it.call);
    found
}

/// From the first ring to the first sentence.
fn arrival(call: &Call, context: Context<'_>, occasion: &mut impl FnMut(Check, bool)) {
    let rings = context.card.rings;
    let reaction = reaction_ms(call);
    occasion(Check::Rings, reaction.is_some_and(|ms| rings.is_in_time(ms)));
    let opening = call.said.iter().find_map(|said| match &said.who {
        Who::Standing(Standing::Opening { .. }, heard) => Some(heard),
        _ => None,
    });
    let has = |part| opening.is_some_and(|heard| heard.has(part));
    occasion(Check::FirstSentence, has(Part::Greeting) && has(Part::Unit) && has(Part::Name));
    if reaction.is_some_and(|ms| rings.asks_apology(ms)) {
        occasion(Check::Apology, has(Part::Apology));
    }
    if let Some((_, was_put_aside)) = call.posture {
        occasion(Check::Posture, was_put_aside);
    }
}

/// From the matter to the receiver.
fn matter(place: usize, call: &Call, state: &State, context: Context<'_>, occasion: &mut impl FnMut(Check, bool)) {
    let talk = talk_of(call, state, context);
    let is_deferred = call.how == Some(How::Deferred);
    let ring_back = state.tickets.iter().find(|ticket| ticket.of == place && ticket.kind == TicketKind::Deferred);
    // A matter that was put off is judged in the call back; one that never was told is missed here.
    let is_told_elsewhere = is_deferred && ring_back.is_some_and(|ticket| ticket.made.is_some());
    if !is_told_elsewhere {
        let is_whole = usize::from(call.exchange) >= talk.len();
        for check in assessed(talk) {
            occasion(check, is_whole && is_good(call, check, talk));
        }
        if call.slips.has(Check::NoBrushOff.index()) && !assessed(talk).any(|check| check == Check::NoBrushOff) {
            occasion(Check::NoBrushOff, false);
        }
        let is_later = matches!(call.way, Way::Outgoing(ticket) if state.tickets[ticket].kind == TicketKind::Later);
        if !is_later {
            notes(call, context, occasion);
        }
    }
    if call.picked_ms.is_some() {
        occasion(Check::NoInterrupting, !call.slips.has(Check::NoInterrupting.index()));
    }
    occasion(Check::Close, is_closed_well(call));
}

/// What a talk is judged by besides what holds for every call.
fn assessed(talk: &[ExchangeCard]) -> impl Iterator<Item = Check> {
    let replies = talk.iter().flat_map(|exchange| &exchange.replies);
    let named = replies.fold(Bits::default(), |all, reply| all.or(reply.shows).or(reply.slips));
    let elsewhere = [Check::NoInterrupting, Check::CallBack, Check::Close];
    Check::ALL.iter().copied().filter(move |check| named.has(check.index()) && !elsewhere.contains(check))
}

/// Whether whatever a talk could show of a criterion was shown, and nothing spoiled it.
fn is_good(call: &Call, check: Check, talk: &[ExchangeCard]) -> bool {
    let can_show = talk.iter().flat_map(|it| &it.replies).any(|reply| reply.shows.has(check.index()));
    (!can_show || call.shown.has(check.index())) && !call.slips.has(check.index())
}

fn notes(call: &Call, context: Context<'_>, occasion: &mut impl FnMut(Check, bool)) {
    let scorecard = &context.card.scorecard;
    let note = note_of(call, context);
    let Some(recall) = note.recall() else { return };
    occasion(Check::NoteRecall, recall >= scorecard.note_recall);
    let is_brief = note.chars <= scorecard.note_most_chars as usize;
    occasion(Check::NotePrecision, note.chars > 0 && note.invented() == 0 && is_brief);
}

/// The caller ended; thanks and goodbye were said; they hung up first, and the receiver was put down gently.
fn is_closed_well(call: &Call) -> bool {
    let goodbye = call.said.iter().rev().find_map(|said| match &said.who {
        Who::Standing(Standing::Goodbye, heard) => Some(heard.is_whole()),
        _ => None,
    });
    let was_gentle = call.lowered_ms.is_some_and(|ms| ms >= GENTLE_MS);
    goodbye == Some(true) && was_gentle && !call.slips.has(Check::Close.index())
}

/// A call back that this call asked for: promised, and kept.
fn promised(place: usize, call: &Call, state: &State, context: Context<'_>, occasion: &mut impl FnMut(Check, bool)) {
    let mut tickets = state.tickets.iter().filter(|ticket| is_of(ticket.of, place, state));
    let asks_for_one = caller_of(call, context).later.is_some() || call.how == Some(How::Deferred);
    let is_still_open =
        tickets.clone().any(|ticket| ticket.is_open() || ticket.made.is_some_and(|made| state.calls[made].is_alive()));
    // What can still be kept is not judged before the shift is.
    if asks_for_one && (state.is_over || !is_still_open) {
        let has_promised = tickets.clone().next().is_some();
        // Whoever should be rung back with an answer must have been promised one.
        let promised_answer =
            caller_of(call, context).later.is_none() || tickets.clone().any(|ticket| ticket.kind == TicketKind::Later);
        occasion(Check::CallBack, has_promised && promised_answer && tickets.all(|it| is_kept(it, state)));
    }
}

/// Whether a ticket's call is a call, or the call back of that call.
fn is_of(of: usize, place: usize, state: &State) -> bool {
    of == place || matches!(state.calls[of].way, Way::Outgoing(ticket) if state.tickets[ticket].of == place)
}

fn is_kept(ticket: &Ticket, state: &State) -> bool {
    let made = ticket.made.map(|call| &state.calls[call]);
    made.is_some_and(|call| call.began_ms <= ticket.due_ms && call.how == Some(How::Finished))
}

/// Leave asked, number taken, back with a word; nothing where the second never needed it.
fn second_phone(pair: &Pair, state: &State, context: Context<'_>) -> Option<Occasion> {
    let (first, second) = (&state.calls[pair.first], &state.calls[pair.second]);
    if first.is_alive() || second.is_alive() {
        return None;
    }
    let was_held = !first.holds.is_empty();
    let in_time = reaction_ms(second).is_some_and(|ms| context.card.rings.is_in_time(ms));
    // The first came to its proper end soon enough to answer the second in time: nothing to ask.
    if !was_held && in_time && first.how == Some(How::Finished) {
        return None;
    }
    let is_met = pair.asked_leave && pair.took_number && pair.came_back;
    Some(Occasion { check: Check::SecondPhone, call: pair.first, is_met })
}
