//! What was said in a shift, call by call, with what its note has of what was told.

use super::{Case, answer};
use crate::content::scenario::Slot;
use crate::export::choices::Choice;
use crate::export::paper::{Block, Tone};
use crate::export::report::listed;
use crate::play::drill::judge::{note_of, reaction_ms};
use crate::play::drill::offer::caller_of;
use crate::play::drill::shift::Shift;
use crate::play::drill::state::{Call, How, Way, Who};

/// Every call of the shift, in the order they came.
pub fn blocks(shift: &Shift, case: &Case<'_>) -> Vec<Block> {
    let calls = shift.state().calls.iter().enumerate();
    calls.flat_map(|(place, call)| one_call(shift, place, call, case)).collect()
}

fn one_call(shift: &Shift, place: usize, call: &Call, case: &Case<'_>) -> Vec<Block> {
    let caller = caller_of(call, shift.context());
    let number = case.locale.with("report-call-number", &[("number", (place + 1).into())]);
    let phone = &shift.card().phones[usize::from(call.phone)].name;
    let mut blocks = vec![
        Block::Subheading(format!("{number} · {} · {}", caller.name, caller.about)),
        Block::Remark(format!("{} · {phone} · {}", clock(call.began_ms), arrived(call, shift, case))),
    ];
    blocks.extend(posture(call, shift));
    let begins = format!("call-{}/", place + 1);
    let mut choices = case.told.record.choices().iter().filter(|choice| choice.question.starts_with(&begins));
    for said in &call.said {
        blocks.push(match said.who {
            Who::Caller(_) => heard(&caller.name, &said.text),
            Who::Standing(..) | Who::Reply(..) => mine(choices.next(), &said.text, case),
        });
    }
    blocks.extend(note(call, shift, case));
    blocks
}

/// Minutes and seconds into the shift.
fn clock(ms: u32) -> String {
    const MS_PER_SECOND: u32 = 1_000;
    const SECONDS_PER_MINUTE: u32 = 60;
    let secs = ms / MS_PER_SECOND;
    format!("{}:{:02}", secs / SECONDS_PER_MINUTE, secs % SECONDS_PER_MINUTE)
}

fn arrived(call: &Call, shift: &Shift, case: &Case<'_>) -> String {
    match (call.how, reaction_ms(call)) {
        (Some(How::Colleague), _) => case.text("drill-colleague-took"),
        _ if matches!(call.way, Way::Outgoing(_)) => case.text("drill-outgoing"),
        (_, Some(ms)) => case.locale.with("drill-in-ring", &[("ring", shift.card().rings.heard(ms).into())]),
        (_, None) => case.text("drill-lost"),
    }
}

fn heard(who: &str, words: &str) -> Block {
    Block::Said { who: who.to_owned(), words: words.to_owned(), verdict: None, notes: Vec::new() }
}

/// An answer with what is to be said about it; bare where its choice cannot be found.
fn mine(choice: Option<&Choice>, words: &str, case: &Case<'_>) -> Block {
    match choice.filter(|choice| choice.words.as_deref() == Some(words)) {
        Some(choice) => answer::said(choice, case),
        None => heard(&case.text("export-trainee"), words),
    }
}

/// What had to be put aside before the receiver was lifted.
fn posture(call: &Call, shift: &Shift) -> Option<Block> {
    let (life, was_put_aside) = call.posture?;
    let life = &shift.card().manners.life[usize::from(life)];
    let tone = if was_put_aside { Tone::Good } else { Tone::Warn };
    Some(Block::Note { tone, title: life.put.to_string(), text: life.why.to_string() })
}

/// The note beside the facts; nothing where there was nothing to note, or nobody to note it.
fn note(call: &Call, shift: &Shift, case: &Case<'_>) -> Option<Block> {
    let caller = caller_of(call, shift.context());
    if caller.facts.is_empty() || call.picked_ms.is_none() {
        return None;
    }
    let review = note_of(call, shift.context());
    let facts = |is_kept: bool| {
        let those = caller.facts.iter().zip(&review.kept).filter(move |(_, kept)| **kept == is_kept);
        listed(those.map(|(fact, _)| fact.note.to_string()), case.locale)
    };
    let written = Slot::ALL.iter().map(|slot| call.note[*slot as usize].trim().to_owned());
    let written = listed(written.filter(|text| !text.is_empty()), case.locale);
    let written = if written.is_empty() { case.text("drill-note-none") } else { written };
    let mut lines = vec![case.pair("report-written", &written)];
    let sorted = [("drill-kept", facts(true)), ("drill-not-kept", facts(false))];
    lines.extend(sorted.iter().filter(|(_, names)| !names.is_empty()).map(|(key, names)| case.pair(key, names)));
    let made_up = review.made_up_numbers.iter();
    lines.extend(made_up.map(|number| case.locale.with("drill-made-up", &[("number", number.as_str().into())])));
    let decoys = review.false_facts.iter().map(|place| &caller.decoys[*place]);
    lines.extend(decoys.map(|decoy| format!("{} {}", decoy.note, decoy.why)));
    let is_faultless =
        review.kept.iter().all(|kept| *kept) && review.made_up_numbers.is_empty() && review.false_facts.is_empty();
    let tone = if is_faultless { Tone::Good } else { Tone::Warn };
    Some(Block::Note { tone, title: case.text("drill-note"), text: lines.join("\n") })
}
