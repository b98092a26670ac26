//! A question on the terminal, its answer from a keyboard or a file, and what there is to say to it.

use std::collections::VecDeque;
use std::io::{BufRead as _, Lines, StdinLock};

use crate::cli::{args, out};
use crate::content::quiz::Speaker;
use crate::content::quiz::card::{ChoiceCard, QuestionCard, SpokenCard, Task};
use crate::content::scenario::Slot;
use crate::disk::read_text;
use crate::locale::Locale;
use crate::play::quiz::deal::Deal;
use crate::play::quiz::mark::{Mark, WHOLE};
use crate::play::quiz::reply::Reply;
use crate::play::quiz::said::{YesNo, said};
use crate::play::quiz::typed::typed;

/// Asks, and reads what is answered.
pub struct Asker<'l> {
    locale: &'l Locale,
    slots: Vec<String>,
    is_quiet: bool,
    from: From,
    asked: usize,
}

enum From {
    Keyboard(Lines<StdinLock<'static>>),
    File(VecDeque<String>),
}

/// Begins a line of an answers file that is no answer.
const COMMENT: &str = "#";

impl<'l> Asker<'l> {
    /// From a file of answers, or from the keyboard.
    ///
    /// # Errors
    /// In words, when the file cannot be read.
    pub fn new(quiz: &args::Quiz, locale: &'l Locale) -> Result<Self, String> {
        let from = match &quiz.answers {
            None => From::Keyboard(std::io::stdin().lock().lines()),
            Some(path) => {
                let source = read_text(path).map_err(|it| format!("{}: {}", it.source.name, it.problem.message))?;
                let is_answer = |line: &&str| !line.is_empty() && !line.starts_with(COMMENT);
                From::File(source.text.lines().map(str::trim).filter(is_answer).map(str::to_owned).collect())
            }
        };
        let slots = Slot::ALL.iter().map(|slot| locale.text(&format!("slot-{}", slot.word()))).collect();
        Ok(Self { locale, slots, is_quiet: quiz.json, from, asked: 0 })
    }

    /// Asks a question until there is an answer; none when the keyboard has nothing more to say.
    ///
    /// # Errors
    /// In words, when the line of a file is no answer, or the file ends.
    pub fn ask(&mut self, question: &QuestionCard, deal: &Deal, head: &str) -> Result<Option<Reply>, String> {
        self.asked += 1;
        self.print(&format!("\n── {head}\n{}", self.in_words(question, deal)));
        loop {
            let line = match &mut self.from {
                From::File(lines) => lines.pop_front().ok_or_else(|| {
                    let values = [("count", (self.asked - 1).into()), ("question", question.id.as_ref().into())];
                    self.locale.with("cli-quiz-answers-ran-out", &values)
                })?,
                From::Keyboard(lines) => {
                    if !self.is_quiet {
                        out(&format!("{} ", self.locale.text("cli-your-answer")));
                    }
                    match lines.next() {
                        Some(Ok(line)) => line,
                        Some(Err(_)) | None => return Ok(None),
                    }
                }
            };
            if let Some(reply) = typed(&question.task, deal, &line, &self.slots) {
                return Ok(Some(reply));
            }
            let how = self.locale.text(&format!("cli-quiz-how-{}", question.task.word()));
            let values = [("place", self.asked.into()), ("answer", line.as_str().into()), ("how", how.into())];
            let message = self.locale.with("cli-quiz-bad-answer", &values);
            if let From::File(_) = self.from {
                return Err(message);
            }
            self.print(&format!("{message}\n"));
        }
    }

    /// Whether more was answered than asked is said; so many were left.
    ///
    /// # Errors
    /// In words, when the keyboard ended before the questions did.
    pub fn end(&self, left: usize) -> Result<(), String> {
        match &self.from {
            From::File(lines) if !lines.is_empty() => {
                eprintln!("{}", self.locale.with("cli-quiz-answers-left", &[("count", lines.len().into())]));
                Ok(())
            }
            From::Keyboard(_) if left > 0 => Err(self.locale.text("cli-quiz-end-of-input")),
            _ => Ok(()),
        }
    }

    /// What an answer was worth, what is right, and why.
    pub fn comment(&self, question: &QuestionCard, reply: &Reply, mark: Mark) {
        let (yes, no) = (self.locale.text("quiz-yes"), self.locale.text("quiz-no"));
        let words = YesNo { yes: &yes, no: &no };
        let sign = match mark.credit {
            WHOLE => "✓",
            0 => "×",
            _ => "△",
        };
        let parts = [("right", mark.right.into()), ("parts", mark.parts.into())];
        let mut text = format!("{sign} {}\n", self.locale.with("quiz-parts", &parts));
        if mark.credit < WHOLE {
            let right = said(&question.task, &Reply::right(&question.task), words);
            text += &format!("{}\n", self.locale.with("exam-right-is", &[("right", right.into())]));
            text += &why_of(&question.task, reply).into_iter().map(|why| format!("  {why}\n")).collect::<String>();
        }
        text += &format!("{}\n", question.why);
        for law in &question.laws {
            text += &format!("  {}{}（{}）\n", law.statute, law.article, law.version);
        }
        for more in question.changed.iter().chain(&question.varies) {
            text += &format!("  {more}\n");
        }
        self.print(&text);
    }

    fn print(&self, text: &str) {
        if !self.is_quiet {
            out(text);
        }
    }

    /// A question as it stands on the terminal, with how it is answered.
    fn in_words(&self, question: &QuestionCard, deal: &Deal) -> String {
        let ask = if question.ask.is_empty() { self.locale.text("quiz-call-ask") } else { question.ask.to_string() };
        let task = match &question.task {
            Task::Single(choices) | Task::Multiple(choices) => listed(choices, deal.order(0)),
            Task::TrueFalse(_) | Task::Number { .. } | Task::Short(_) => String::new(),
            Task::Order(steps) => numbered(deal.order(0).iter().map(|&step| steps[step].as_ref())),
            Task::Baskets { baskets, cards } => {
                let cards = deal.order(0).iter().map(|&card| format!("  · {}\n", cards[card].0));
                numbered(baskets.iter().map(AsRef::as_ref)) + &cards.collect::<String>()
            }
            Task::Match { heads, rows, columns } => {
                let mut text: String = rows.iter().map(|row| format!("  · {row}\n")).collect();
                for (column, cells) in columns.iter().enumerate() {
                    text += &format!("  {}\n", heads.get(column + 1).map_or("", AsRef::as_ref));
                    text += &numbered(deal.order(column).iter().map(|&cell| cells[cell].as_ref()));
                }
                text
            }
            Task::FindFault { talk, faults, .. } => {
                let lines: Vec<String> = talk.iter().map(|line| self.spoken(line)).collect();
                numbered(lines.iter().map(String::as_str)) + "\n" + &listed(faults, deal.order(0))
            }
            Task::Note { talk, .. } => talk.iter().map(|line| format!("  {}\n", self.spoken(line))).collect(),
            Task::Call { about, exchanges } => {
                let mut text = about.as_ref().map_or_else(String::new, |about| format!("  {about}\n"));
                for (turn, exchange) in exchanges.iter().enumerate() {
                    text += &format!("  “{}”\n{}", exchange.caller, listed(&exchange.replies, deal.order(turn)));
                }
                text
            }
        };
        let how = self.locale.text(&format!("cli-quiz-how-{}", question.task.word()));
        format!("{ask}\n{task}{how}\n")
    }

    fn spoken(&self, line: &SpokenCard) -> String {
        let who = if line.who == Speaker::Me { "quiz-speaker-me" } else { "quiz-speaker-caller" };
        format!("{}{}", self.locale.text(who), line.say)
    }
}

/// What there is to learn from what was chosen.
fn why_of(task: &Task, reply: &Reply) -> Vec<String> {
    let of = |choices: &[ChoiceCard], place: Option<usize>| {
        place
            .and_then(|place| choices.get(place))
            .filter(|it| !it.is_right && !it.why.is_empty())
            .map(|it| it.why.to_string())
    };
    match (task, reply) {
        (Task::Single(choices), Reply::Pick(place)) => of(choices, *place).into_iter().collect(),
        (Task::Multiple(choices), Reply::Picks(places)) => {
            places.iter().filter_map(|&place| of(choices, Some(place))).collect()
        }
        (Task::FindFault { faults, .. }, Reply::Finds { fault, .. }) => of(faults, *fault).into_iter().collect(),
        (Task::Call { exchanges, .. }, Reply::Replies(places)) => {
            exchanges.iter().zip(places).filter_map(|(it, place)| of(&it.replies, *place)).collect()
        }
        _ => Vec::new(),
    }
}

fn listed(choices: &[ChoiceCard], order: &[usize]) -> String {
    numbered(order.iter().map(|&place| choices[place].say.as_ref()))
}

fn numbered<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.enumerate().map(|(place, text)| format!("  {}. {text}\n", place + 1)).collect()
}
