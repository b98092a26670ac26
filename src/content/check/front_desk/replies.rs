//! Every exchange offers several answers, one of them recommended and without fault, each with a why.

use super::OneCaller;
use crate::content::check::missing_why::need;
use crate::content::drill::{Check, Exchange};
use crate::diagnostic::{Diagnostic, Span};

/// The most answers an exchange offers: standing lines come after them, and there are nine keys.
const MOST: usize = 5;

pub fn check(it: &OneCaller<'_>, problems: &mut Vec<Diagnostic>) {
    let caller = it.caller;
    if caller.talk.is_empty() {
        let problem = Diagnostic::error("nothing-said", caller.id.at, format!("`{}` 没有话说", caller.id.value));
        problems.push(problem.help("在 `talk` 里至少写一来一回"));
    }
    for exchange in caller.talk.iter().chain(caller.later.iter().flat_map(|later| &later.talk)) {
        count(exchange, problems);
        best(exchange, exchange.caller.at, problems);
        exchange.replies.iter().for_each(|reply| need(&reply.say, reply.why.as_ref(), problems));
    }
    best_shows_all(&caller.talk, problems);
    caller.later.iter().for_each(|later| best_shows_all(&later.talk, problems));
}

/// What only another answer shows, nobody who answers as recommended could ever meet.
fn best_shows_all(talk: &[Exchange], problems: &mut Vec<Diagnostic>) {
    let replies = || talk.iter().flat_map(|exchange| &exchange.replies);
    let by_best: Vec<Check> = replies().filter(|it| it.best).flat_map(|it| &it.shows).map(|it| it.value).collect();
    for shown in replies().flat_map(|it| &it.shows).filter(|shown| !by_best.contains(&shown.value)) {
        let message = format!("`{}` 没有一句推荐的回答做到，谁也得不到满分", shown.value.word());
        let problem = Diagnostic::error("best-shows-less", shown.at, message);
        problems.push(problem.help("写到推荐的那句上，或从这里去掉"));
    }
}

fn count(exchange: &Exchange, problems: &mut Vec<Diagnostic>) {
    let (at, replies) = (exchange.caller.at, exchange.replies.len());
    if replies > MOST {
        let message = format!("这里有 {replies} 个回答，最多 {MOST} 个");
        problems.push(Diagnostic::error("too-many-choices", at, message).help("通常三个就够"));
    }
    if replies < 2 {
        let problem = Diagnostic::error("one-choice", at, format!("这里只有 {replies} 个回答，没有什么可选"));
        problems.push(problem.help("写两到四个像样的回答"));
    }
}

fn best(exchange: &Exchange, at: Span, problems: &mut Vec<Diagnostic>) {
    let best: Vec<_> = exchange.replies.iter().filter(|reply| reply.best).collect();
    match best.as_slice() {
        [] => {
            problems.push(Diagnostic::error("no-best", at, "这里没有推荐的回答").help("给最好的一句加上 `best: true`"))
        }
        [one] if !one.slips.is_empty() || one.ends => {
            let problem = Diagnostic::error("best-slips", one.say.at, "推荐的回答自己就有错，谁也得不到满分");
            problems.push(problem.help("去掉它的 `slips` 和 `ends`，或换一句推荐"));
        }
        [_] => {}
        _ => problems.push(Diagnostic::error("two-best", at, "这里有不止一句推荐的回答").help("只留一句 `best: true`")),
    }
}
