//! Exactly one line of a talk is at fault, and it is the trainee's own.

use super::Asked;
use super::choices::one_right;
use crate::content::quiz::{Kind, Speaker};
use crate::diagnostic::Diagnostic;

pub fn check(it: &Asked<'_>, problems: &mut Vec<Diagnostic>) {
    let Kind::FindFault(task) = &it.question.answer.value else { return };
    let line = (task.line.value as usize).checked_sub(1).and_then(|at| task.talk.get(at));
    match line {
        None => {
            let message = format!("没有第 {} 句，这段话有 {} 句", task.line.value, task.talk.len());
            problems.push(Diagnostic::error("mark-out-of-range", task.line.at, message).help("句子从 1 数起"));
        }
        Some(line) if line.who != Speaker::Me => {
            let problem = Diagnostic::error("not-ours", task.line.at, "这一句是对方说的，不是我们的错");
            problems.push(problem.help("指到客服（`Me`）说错的那句"));
        }
        Some(_) => {}
    }
    one_right(&task.faults, it.question.answer.at, problems);
}
