//! The choices of a shift: everything the trainee said into a receiver, with what could have been said instead.
//!
//! What stood on the screen is had by working the shift once more, input by input. An answer of a call is worth what its
//! author says; a standing sentence what of it was heard. No mood is kept at the front desk, so none is told.

use super::{At, Choice, Offered, Taken, Worth, carried, counted, joined, number};
use crate::content::drill::Check;
use crate::content::drill::card::ReplyCard;
use crate::content::drill::speech::{Heard, Standing, listen};
use crate::id::Bits;
use crate::play::drill::act::Act;
use crate::play::drill::offer::{Saying, caller_of, open_exchange, talk_of};
use crate::play::drill::shift::{Input, Shift};
use crate::play::drill::state::{Call, TicketKind, Way, Who};
use crate::record::attempt::Setup;

/// Every choice of a shift.
pub fn choices(shift: &Shift, setup: &Setup) -> Vec<Choice> {
    let carried = carried(setup);
    let last_carried = carried.checked_sub(1).and_then(|last| shift.inputs().get(last));
    let begins_ms = last_carried.map_or(0, |input| input.at_ms);
    let mut again = Shift::new(shift.card().clone(), shift.seed());
    let mut told = Vec::new();
    for (place, input) in shift.inputs().iter().enumerate() {
        again.advance(input.at_ms);
        let before = Before::of(&again, input);
        // What was done once can be done again; a refusal would only mean that nothing was said.
        let is_done = again.take(input.clone()).is_ok();
        let at_ms = u64::from(input.at_ms.saturating_sub(begins_ms));
        let at = At { attempt: setup.id, place: counted(told.len()), at_ms, is_carried: place < carried };
        told.extend(before.filter(|_| is_done).and_then(|before| before.choice(&again, input, at)));
    }
    told
}

/// The desk as it stood before something was said.
struct Before {
    /// Into the receiver of which call.
    call: usize,
    /// How much had been said in it.
    lines: usize,
    /// What the caller had said since.
    heard: Option<String>,
    /// What could be said, with the moment it belongs to.
    offered: Vec<(Kind, Offered)>,
    /// How long ago the caller began, in milliseconds.
    after_ms: u32,
    /// How long ago the caller had finished, in milliseconds.
    took_ms: u32,
    is_over: bool,
}

/// What is asked for: an answer, or a standing sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Reply,
    Standing(Standing),
}

impl Before {
    /// Before something is said; none where the input says nothing.
    fn of(shift: &Shift, input: &Input) -> Option<Self> {
        if !matches!(input.act, Act::Say(_) | Act::Speak(_)) {
            return None;
        }
        let place = shift.state().in_hand?;
        let call = &shift.state().calls[place];
        let from_trainee = |who: &Who| !matches!(who, Who::Caller(_));
        let since = call.said.iter().rposition(|said| from_trainee(&said.who)).map_or(0, |last| last + 1);
        let now_ms = shift.state().now_ms;
        Some(Self {
            call: place,
            lines: call.said.len(),
            heard: joined(call.said[since..].iter().map(|said| said.text.as_ref())),
            offered: offered(shift, call),
            after_ms: now_ms.saturating_sub(call.speech.0),
            took_ms: now_ms.saturating_sub(call.speaks_until_ms()),
            is_over: now_ms < call.speaks_until_ms() && call.nudges == 0,
        })
    }

    /// What was said, seen from after it.
    fn choice(self, shift: &Shift, input: &Input, at: At) -> Option<Choice> {
        let call = &shift.state().calls[self.call];
        let mut said = call.said.get(self.lines..)?.iter();
        let said = said.find(|said| !matches!(said.who, Who::Caller(_)))?;
        let judged = judged(&said.who, call, shift)?;
        let taken = if let Act::Say(place) = input.act { Taken::Number(number(place.into())) } else { Taken::Own };
        let best = self.offered.iter().find(|(kind, offer)| *kind == judged.kind && offer.is_best);
        let better = best.map(|(_, offer)| offer.number).filter(|_| judged.worth != Worth::Best);
        let offered: Vec<Offered> = self.offered.into_iter().map(|(_, offer)| offer).collect();
        let why = offered.iter().find(|it| taken == Taken::Number(it.number)).map(|it| it.why.clone());
        Some(Choice {
            attempt: at.attempt,
            place: at.place,
            stage: judged.kind.word(),
            question: format!("call-{}/{}", self.call + 1, judged.name),
            lesson: judged.lesson,
            before: self.heard,
            offered,
            taken,
            words: Some(said.text.to_string()),
            worth: judged.worth,
            better,
            why: why.unwrap_or_default(),
            took_ms: self.took_ms,
            after_ms: self.after_ms,
            at_ms: at.at_ms,
            mood: None,
            crossed: Vec::new(),
            shown: judged.shown,
            missed: judged.missed,
            is_cut_short: false,
            is_over: self.is_over,
            is_carried: at.is_carried,
        })
    }
}

/// What there is to say of something said.
struct Judged {
    kind: Kind,
    /// The question's name within its call.
    name: String,
    lesson: String,
    worth: Worth,
    shown: Vec<String>,
    missed: Vec<String>,
}

fn judged(who: &Who, call: &Call, shift: &Shift) -> Option<Judged> {
    let (state, context) = (shift.state(), shift.context());
    match who {
        Who::Caller(_) => None,
        Who::Standing(standing, heard) => Some(Judged {
            kind: Kind::Standing(*standing),
            name: standing_word(*standing).to_owned(),
            lesson: format!("standing/{}", standing_lesson(*standing)),
            worth: worth_of_sentence(heard),
            shown: heard.parts.iter().filter(|(_, at)| at.is_some()).map(|(part, _)| part.word().to_owned()).collect(),
            missed: heard.missing().map(|part| part.word().to_owned()).collect(),
        }),
        Who::Reply(exchange, reply) => {
            let exchanges = talk_of(call, state, context);
            let card = exchanges.get(usize::from(*exchange))?.replies.get(usize::from(*reply))?;
            let is_later = matches!(call.way, Way::Outgoing(it) if state.tickets[it].kind == TicketKind::Later);
            let name = format!("{}-{}", if is_later { "later" } else { "exchange" }, u32::from(*exchange) + 1);
            Some(Judged {
                kind: Kind::Reply,
                lesson: format!("{}/{name}", caller_of(call, context).id),
                name,
                worth: worth_of_reply(card),
                shown: checks(card.shows),
                missed: checks(card.slips),
            })
        }
    }
}

/// What could be said, in the order shown.
fn offered(shift: &Shift, call: &Call) -> Vec<(Kind, Offered)> {
    let context = shift.context();
    let exchange = open_exchange(call, shift.state(), context);
    let is_best = |reply: u8| exchange.and_then(|it| it.replies.get(usize::from(reply))).is_some_and(|it| it.is_best);
    let offers = shift.offers().into_iter().enumerate();
    let each = offers.map(|(place, offer)| {
        let (kind, id, is_best) = match offer.what {
            Saying::Reply(reply) => (Kind::Reply, format!("answer-{}", u32::from(reply) + 1), is_best(reply)),
            Saying::Standing(standing, line) => {
                let id = format!("{}-{}", standing_word(standing), u32::from(line) + 1);
                let is_whole = listen(offer.text, standing, &context.card.manners).is_whole();
                (Kind::Standing(standing), id, is_whole)
            }
        };
        let (words, why) = (offer.text.to_owned(), offer.why.to_owned());
        (kind, Offered { number: number(place), id, words, why, is_best })
    });
    each.collect()
}

fn worth_of_reply(reply: &ReplyCard) -> Worth {
    match (reply.is_best, !reply.shows.is_empty() && reply.slips.is_empty()) {
        (true, _) => Worth::Best,
        (false, true) => Worth::Fair,
        (false, false) => Worth::Poor,
    }
}

fn worth_of_sentence(heard: &Heard) -> Worth {
    let has_something = heard.parts.iter().any(|(_, place)| place.is_some());
    match (heard.is_whole(), has_something && !heard.is_bare) {
        (true, _) => Worth::Best,
        (false, true) => Worth::Fair,
        (false, false) => Worth::Poor,
    }
}

fn checks(bits: Bits) -> Vec<String> {
    Check::ALL.iter().filter(|check| bits.has(check.index())).map(|check| check.word().to_owned()).collect()
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Reply => "talk",
            Self::Standing(standing) => standing_word(standing),
        }
    }
}

fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Opening { .. } => "opening",
        Standing::Leave => "leave",
        Standing::TakeNumber => "take-number",
        Standing::Back => "back",
        Standing::Goodbye => "goodbye",
    }
}

/// A first sentence with an apology is another lesson than one without.
fn standing_lesson(standing: Standing) -> &'static str {
    match standing {
        Standing::Opening { with_apology: true } => "late-opening",
        other => standing_word(other),
    }
}
