//! A call back that is promised can be made, and one that can be made is promised by the recommended answer.

use super::OneCaller;
use crate::diagnostic::Diagnostic;

/// The least time between having something to tell and having to tell it, in seconds: a call may be going on.
const LEAST_ROOM_SECS: u32 = 60;
/// The longest one waits for a call back, in seconds: a shift must come to an end.
const LONGEST_SECS: u32 = 240;

pub fn check(it: &OneCaller<'_>, problems: &mut Vec<Diagnostic>) {
    let caller = it.caller;
    let promising: Vec<_> =
        caller.talk.iter().flat_map(|exchange| &exchange.replies).filter(|it| it.promises).collect();
    let Some(later) = &caller.later else {
        problems.extend(promising.iter().map(|reply| {
            let problem = Diagnostic::error("promise-without-later", reply.say.at, "答应了回电，却没有写回电说什么");
            problem.help("给这位来电人写上 `later: (ready_secs: …, due_secs: …, talk: […])`")
        }));
        return;
    };
    problems.extend(later.talk.iter().flat_map(|exchange| &exchange.replies).filter(|it| it.promises).map(|reply| {
        let problem = Diagnostic::error("promise-too-late", reply.say.at, "回电里又答应回电，没完没了");
        problem.help("去掉这句的 `promises`：回电要给结果")
    }));
    if !promising.iter().any(|reply| reply.best) {
        let problem = Diagnostic::error("later-never-promised", later.at, "写了回电，却没有一句推荐的回答答应它");
        problems.push(problem.help("给最后一句推荐的回答加上 `promises: true`"));
    }
    let last = caller.talk.last().map(|exchange| exchange.replies.as_slice()).unwrap_or_default();
    let too_early = promising.iter().filter(|reply| !last.iter().any(|it| it.say.at == reply.say.at));
    problems.extend(too_early.map(|reply| {
        let problem = Diagnostic::error("promise-too-early", reply.say.at, "答应回电要在最后一来一回");
        problem.help("把它移到 `talk` 的最后")
    }));
    let (ready, due) = (&later.ready_secs, &later.due_secs);
    if due.value < ready.value.saturating_add(LEAST_ROOM_SECS) || due.value > LONGEST_SECS {
        let message = format!("{} 秒后才有结果，{} 秒内要回电", ready.value, due.value);
        let problem = Diagnostic::error("mark-out-of-range", due.at, message);
        problems.push(problem.help("`due_secs` 至少比 `ready_secs` 多 60，最多 240"));
    }
}
