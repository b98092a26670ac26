//! A call is a call: a few exchanges, and as many facts as fit on a note.

use super::OneCaller;
use crate::content::drill::{Exchange, ToldFact};
use crate::diagnostic::{Diagnostic, Span};

/// The most exchanges of one call.
const MOST_EXCHANGES: usize = 12;
/// The most facts, and the most false facts, of one call.
const MOST_FACTS: usize = 24;

pub fn check(it: &OneCaller<'_>, problems: &mut Vec<Diagnostic>) {
    let caller = it.caller;
    let later = caller.later.as_ref().map(|later| later.talk.as_slice()).unwrap_or_default();
    let (talks, facts) = (|talk: &[Exchange]| places(talk, |it| it.at), |facts: &[ToldFact]| places(facts, |it| it.at));
    let sizes = [
        ("来回", talks(&caller.talk), MOST_EXCHANGES, "拆成两位来电人"),
        ("来回", talks(later), MOST_EXCHANGES, "回电只说结果"),
        ("该记的事", facts(&caller.facts), MOST_FACTS, "便条只记要紧的"),
        ("写错的话", places(&caller.decoys, |it| it.at), MOST_FACTS, "留下最容易写错的几条"),
    ];
    for (what, places, most, help) in sizes {
        if let Some(first_too_many) = places.get(most) {
            let message = format!("{what}有 {} 个，最多 {most} 个", places.len());
            problems.push(Diagnostic::error("too-many", *first_too_many, message).help(help));
        }
    }
}

fn places<T>(all: &[T], place: impl Fn(&T) -> Span) -> Vec<Span> {
    all.iter().map(place).collect()
}
