//! What can be answered where a call stands, in the order it is shown.

use smallvec::SmallVec;

use crate::content::script::{Answer, Question, Script};
use crate::id::NoteId;
use crate::play::deal::Deal;
use crate::play::state::{Phase, State};

/// One thing that can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// An answer, by its place in the file.
    Answer(u8),
    /// Something for the note.
    Note(NoteId),
    /// That is all: no more to pick.
    Enough,
}

/// What can be answered, in the order shown; answers to input are numbered from 0 in this order.
pub type Replies = SmallVec<[Reply; 12]>;

/// What can be answered now.
pub fn replies(state: &State, script: &Script, deal: &Deal) -> Replies {
    let answers = answers(state.phase, script);
    let offered = |answer: &u8| state.holds(&answers[usize::from(*answer)].when, script);
    match state.phase {
        Phase::Prepare { step, picked } => {
            let order = deal.prepare(usize::from(step)).iter().copied();
            let open = order.filter(|answer| !picked.has(usize::from(*answer)) && offered(answer)).map(Reply::Answer);
            let wants_several = script.prepare[usize::from(step)].question.needed.is_some();
            open.chain(wants_several.then_some(Reply::Enough)).collect()
        }
        Phase::Talk { turn } => deal.turn(turn.index()).iter().copied().filter(offered).map(Reply::Answer).collect(),
        Phase::Note { slot } => {
            let order = deal.slot(usize::from(slot)).iter().map(|&note| usize::from(note));
            let open = order.filter(|&note| !state.noted.has(note)).map(|note| Reply::Note(NoteId::from(note)));
            open.chain([Reply::Enough]).collect()
        }
        Phase::FollowUp => deal.follow_up().iter().copied().filter(offered).map(Reply::Answer).collect(),
        Phase::Over => Replies::new(),
    }
}

/// The question on paper that is open, if one is.
pub fn question(phase: Phase, script: &Script) -> Option<&Question> {
    match phase {
        Phase::Prepare { step, .. } => script.prepare.get(usize::from(step)).map(|step| &step.question),
        Phase::FollowUp => script.follow_up.as_ref(),
        Phase::Talk { .. } | Phase::Note { .. } | Phase::Over => None,
    }
}

/// The answers of whatever is open.
pub fn answers(phase: Phase, script: &Script) -> &[Answer] {
    match phase {
        Phase::Talk { turn } => &script.turns[turn.index()].answers,
        _ => question(phase, script).map(|question| question.answers.as_slice()).unwrap_or_default(),
    }
}

/// The words of a reply; none for [`Reply::Enough`], whose words are the interface's.
pub fn words(reply: Reply, phase: Phase, script: &Script) -> Option<&str> {
    match reply {
        Reply::Answer(answer) => Some(&answers(phase, script)[usize::from(answer)].say),
        Reply::Note(note) => script.notes.as_ref().map(|notes| notes[note.index()].text.as_ref()),
        Reply::Enough => None,
    }
}

/// What is recommended where a call stands: the best answer, what is still needed, or what was heard and is not yet
/// noted.
pub fn recommended(state: &State, script: &Script, deal: &Deal) -> Option<Reply> {
    let offered = replies(state, script, deal);
    let is_good = |reply: &Reply| match (*reply, state.phase) {
        (Reply::Answer(answer), Phase::FollowUp) => {
            let right_after = answers(state.phase, script)[usize::from(answer)].right_after;
            state.ending.is_some_and(|ending| right_after.has(ending.index()))
        }
        (Reply::Answer(answer), phase) => answers(phase, script)[usize::from(answer)].is_best,
        (Reply::Note(note), _) => state.heard.has(note.index()),
        (Reply::Enough, _) => false,
    };
    let good = offered.iter().find(|reply| is_good(reply)).copied();
    good.or_else(|| offered.contains(&Reply::Enough).then_some(Reply::Enough))
}
