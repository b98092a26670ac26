//! One file of an author: what it holds, and who shares it.

use crate::content::drill::{Callers, Drill, Manners, Scorecard};
use crate::content::language::Translation;
use crate::content::law::{Cities, Laws, Rules};
use crate::content::quiz::{Exam, Quiz};
use crate::content::read::{FromRon, Reader};
use crate::content::rubric::Rubric;
use crate::content::scenario::Scenario;
use crate::content::syntax::parse;
use crate::content::temperament::Temperaments;
use crate::diagnostic::{Diagnostic, Span};

/// One file's content.
pub enum Content {
    /// A call.
    Scenario(Box<Scenario>),
    /// A scenario's texts in another language.
    Translation(Translation),
    /// The scorecard.
    Rubric(Rubric),
    /// Compliance rules.
    Rules(Rules),
    /// Articles.
    Laws(Laws),
    /// Cities.
    Cities(Cities),
    /// Kinds of person.
    Temperaments(Temperaments),
    /// A shift at the front desk.
    Drill(Box<Drill>),
    /// Those who ring there.
    Callers(Callers),
    /// What is said at every call there.
    Manners(Box<Manners>),
    /// What a shift is judged by.
    Scorecard(Scorecard),
    /// Questions.
    Quiz(Quiz),
    /// A blueprint of an exam.
    Exam(Exam),
}

/// The words a file can begin with.
const KINDS: [&str; 13] = [
    "Scenario",
    "Translation",
    "Rubric",
    "Rules",
    "Laws",
    "Cities",
    "Temperaments",
    "Drill",
    "Callers",
    "Manners",
    "Scorecard",
    "Quiz",
    "Exam",
];

/// Reads one file: what it holds as far as it can be read, and what is wrong with its form.
pub fn read(text: &str) -> (Option<Content>, Vec<Diagnostic>) {
    let (document, mut problems) = parse(text);
    let Some(value) = document.and_then(|document| document.value) else { return (None, problems) };
    let mut reader = Reader::default();
    let kind = match &value {
        ron2::ast::Expr::Struct(it) => it.name.name.clone().into_owned(),
        _ => "Scenario".to_owned(),
    };
    let content = match kind.as_str() {
        "Scenario" => Some(Content::Scenario(Box::new(Scenario::from_ron(&value, &mut reader)))),
        "Translation" => Some(Content::Translation(Translation::from_ron(&value, &mut reader))),
        "Rubric" => Some(Content::Rubric(Rubric::from_ron(&value, &mut reader))),
        "Rules" => Some(Content::Rules(Rules::from_ron(&value, &mut reader))),
        "Laws" => Some(Content::Laws(Laws::from_ron(&value, &mut reader))),
        "Cities" => Some(Content::Cities(Cities::from_ron(&value, &mut reader))),
        "Temperaments" => Some(Content::Temperaments(Temperaments::from_ron(&value, &mut reader))),
        "Drill" => Some(Content::Drill(Box::new(Drill::from_ron(&value, &mut reader)))),
        "Callers" => Some(Content::Callers(Callers::from_ron(&value, &mut reader))),
        "Manners" => Some(Content::Manners(Box::new(Manners::from_ron(&value, &mut reader)))),
        "Scorecard" => Some(Content::Scorecard(Scorecard::from_ron(&value, &mut reader))),
        "Quiz" => Some(Content::Quiz(Quiz::from_ron(&value, &mut reader))),
        "Exam" => Some(Content::Exam(Exam::from_ron(&value, &mut reader))),
        _ => {
            let at = crate::content::syntax::span_of(&value);
            problems.push(unknown_kind(&kind, at));
            None
        }
    };
    problems.append(&mut reader.problems);
    let content = content.map(|content| within_reason(content, &mut problems));
    (content, problems)
}

fn unknown_kind(kind: &str, at: Span) -> Diagnostic {
    if kind == "Inputs" {
        let problem = Diagnostic::error("unknown-kind", at, "这是一份前台值班的输入记录，不是剧本也不是值班文件");
        return problem.help("用 `three-rings drill --replay 这个文件` 重演");
    }
    Diagnostic::error("unknown-kind", at, format!("不认识 `{kind}` 这种文件")).suggest(kind, KINDS)
}

/// The most turns of one talk: what a turn's number can count. Shipped talks have about forty.
const MOST_TURNS: usize = u16::MAX as usize;

/// Cuts a talk without end to a length that can be numbered.
fn within_reason(mut content: Content, problems: &mut Vec<Diagnostic>) -> Content {
    if let Content::Scenario(scenario) = &mut content
        && scenario.talk.turns.len() > MOST_TURNS
    {
        let message = format!("回合有 {} 个，一份剧本最多 {MOST_TURNS} 个", scenario.talk.turns.len());
        problems.push(Diagnostic::error("too-many", scenario.id.at, message).help("拆成几份剧本"));
        scenario.talk.turns.truncate(MOST_TURNS);
    }
    content
}

/// Who needs a file besides the one call or shift it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Calls.
    Calls,
    /// Shifts.
    Shifts,
    /// Both.
    Both,
}

impl Content {
    /// Who shares it; none for what is one call's or one shift's own.
    pub fn sharing(&self) -> Option<Sharing> {
        match self {
            Self::Scenario(_) | Self::Translation(_) | Self::Drill(_) | Self::Quiz(_) | Self::Exam(_) => None,
            Self::Rubric(_) | Self::Rules(_) | Self::Laws(_) | Self::Cities(_) => Some(Sharing::Calls),
            Self::Callers(_) | Self::Manners(_) | Self::Scorecard(_) => Some(Sharing::Shifts),
            Self::Temperaments(_) => Some(Sharing::Both),
        }
    }
}
