//! What follows from what was written: a date in words, what is heard of an answer that is cut short, what is assessed.

use crate::content::rubric::Judge;
use crate::content::script::{Script, Str};
use crate::id::Bits;

/// Marks in an answer where the owner cuts in.
const CUT_MARK: char = '‖';

/// Month and day in words such as `10月15日 周四`.
pub fn date_in(words: &str) -> Option<(u32, u32)> {
    let (before, after) = words.split_once('月')?;
    let month = before.trim_start_matches(|c: char| !c.is_ascii_digit());
    let month = month.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    let day = after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
}

/// What is said in full, and what of it is heard when the owner cuts in at the mark (or half-way).
pub fn cut(said: &str) -> (Str, Str) {
    if let Some((before, after)) = said.split_once(CUT_MARK) {
        return (format!("{before}{after}").into(), before.into());
    }
    let half = said.chars().count().div_ceil(2);
    (said.into(), said.chars().take(half).collect::<String>().into())
}

/// The criteria a scenario assesses: whatever one of its answers can show, and what its note is judged by.
pub fn assessed(script: &Script) -> Bits {
    let shown = script.answers().map(|answer| answer.shows);
    let picked = script.prepare.iter().filter_map(|step| step.question.needed.map(|needed| needed.shows));
    let is_judged = |judge: Judge| match judge {
        Judge::Shown => false,
        Judge::NoteRecall(_) | Judge::NotePrecision(_) => script.notes.is_some(),
        Judge::FollowUp => script.follow_up.is_some(),
    };
    let criteria = script.standards.criteria.iter().enumerate();
    let judged = criteria.filter(|(_, card)| is_judged(card.judge)).map(|(index, _)| index).collect();
    shown.chain(picked).chain([judged]).fold(Bits::default(), Bits::or)
}
