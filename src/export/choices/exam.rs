//! The answers of an exam: question by question, as they stood when it was handed in.

use super::{Choice, Offered, Taken, Worth, counted, number};
use crate::content::quiz::card::{ChoiceCard, QuestionCard, Task};
use crate::locale::Locale;
use crate::play::quiz::exam::{Act, Sitting};
use crate::play::quiz::mark::WHOLE;
use crate::play::quiz::reply::Reply;
use crate::play::quiz::said::{YesNo, said};
use crate::record::attempt::Setup;

/// Every question of an exam.
pub fn choices(sitting: &Sitting, setup: &Setup, locale: &Locale) -> Vec<Choice> {
    (0..sitting.paper().len()).map(|place| choice(sitting, place, setup, locale)).collect()
}

fn choice(sitting: &Sitting, place: usize, setup: &Setup, locale: &Locale) -> Choice {
    let card = &sitting.paper()[place];
    let reply = sitting.reply(place).filter(|reply| reply.is_complete());
    let mark = sitting.mark(place);
    let (at_ms, took_ms) = times(sitting, place);
    let (yes, no) = (locale.text("quiz-yes"), locale.text("quiz-no"));
    let words = YesNo { yes: &yes, no: &no };
    let offered = offered(card, sitting, words);
    let taken_place = picked(&card.task, reply).and_then(|place| offered.iter().find(|it| it.id == id(place)));
    let right = picked(&card.task, Some(&Reply::right(&card.task)));
    let better = right.filter(|_| mark.credit < WHOLE).and_then(|at| offered.iter().find(|it| it.id == id(at)));
    Choice {
        attempt: setup.id,
        place: counted(place),
        stage: "exam",
        question: card.id.to_string(),
        lesson: card.id.to_string(),
        before: Some(card.ask.to_string()),
        taken: match (reply, taken_place) {
            (None, _) => Taken::Silence,
            (Some(_), Some(offered)) => Taken::Number(offered.number),
            (Some(_), None) => Taken::Own,
        },
        words: reply.map(|reply| said(&card.task, reply, words)),
        worth: match mark.credit {
            _ if reply.is_none() => Worth::Silent,
            WHOLE => Worth::Best,
            0 => Worth::Poor,
            _ => Worth::Fair,
        },
        better: better.map(|it| it.number),
        why: card.why.to_string(),
        took_ms,
        after_ms: took_ms,
        at_ms,
        mood: None,
        crossed: Vec::new(),
        shown: Vec::new(),
        missed: Vec::new(),
        is_cut_short: false,
        is_over: false,
        is_carried: false,
        offered,
    }
}

/// When a question was answered for the last time, and how long after whatever was done before that, in milliseconds.
fn times(sitting: &Sitting, place: usize) -> (u64, u32) {
    let is_ours = |act: &Act| matches!(act, Act::Answer { place: at, .. } if *at == place);
    let inputs = sitting.inputs();
    let Some(last) = inputs.iter().rposition(|input| is_ours(&input.act)) else { return (0, 0) };
    // A tick is nothing that anybody did.
    let before = inputs[..last].iter().rfind(|input| input.act != Act::Tick && !is_ours(&input.act));
    let at_ms = inputs[last].at_ms;
    (at_ms.into(), at_ms - before.map_or(0, |input| input.at_ms))
}

/// What is offered where one of several is to be chosen; nothing where an answer has parts.
fn offered(card: &QuestionCard, sitting: &Sitting, words: YesNo<'_>) -> Vec<Offered> {
    match &card.task {
        Task::Single(choices) => {
            let order = sitting.paper().iter().position(|it| it.id == card.id).map(|at| sitting.deal(at).order(0));
            let shown = order.unwrap_or_default().iter().enumerate();
            shown.map(|(shown, &place)| one(shown, place, &choices[place])).collect()
        }
        Task::TrueFalse(holds) => [true, false]
            .into_iter()
            .enumerate()
            .map(|(place, says)| Offered {
                number: number(place),
                id: id(place),
                words: if says { words.yes } else { words.no }.to_owned(),
                why: String::new(),
                is_best: says == *holds,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn one(shown: usize, place: usize, choice: &ChoiceCard) -> Offered {
    Offered {
        number: number(shown),
        id: id(place),
        words: choice.say.to_string(),
        why: choice.why.to_string(),
        is_best: choice.is_right,
    }
}

/// The place of what was picked, as the author wrote it.
fn picked(task: &Task, reply: Option<&Reply>) -> Option<usize> {
    match (task, reply?) {
        (Task::Single(_), Reply::Pick(place)) => *place,
        (Task::TrueFalse(_), Reply::Says(says)) => says.map(|says| usize::from(!says)),
        _ => None,
    }
}

/// The name of a choice: its place in the file, from 1.
fn id(place: usize) -> String {
    (place + 1).to_string()
}
