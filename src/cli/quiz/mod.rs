//! `three-rings quiz`: questions in the terminal: a self-test, what is due, or an exam; from a keyboard or from a file.

mod ask;
mod book;
mod report;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Instant;

use uuid::Uuid;

use crate::cli::{Args, DONE, HAS_ERRORS, args, out, refuse, seed_from_clock, shelf};
use crate::content::quiz::Exam;
use crate::content::quiz::bank::Bank;
use crate::content::quiz::card::QuestionCard;
use crate::content::shelf::{Setting, Shelf};
use crate::diagnostic::nearest;
use crate::locale::Locale;
use crate::play::quiz::deal::Deal;
use crate::play::quiz::exam::{Act, Input, Sitting};
use crate::play::quiz::mark::{Mark, mark};
use crate::play::quiz::paper;
use crate::play::quiz::reply::Reply;
use crate::record::study::Card;

use ask::Asker;
use book::Book;
use report::Report;

/// The seed of scripted answers where none is given.
const SCRIPTED_SEED: u64 = 1;
/// How long a scripted answer takes, in milliseconds: what a file knows of no clock.
const SCRIPTED_MS: u32 = 1_000;

pub fn run(quiz: &args::Quiz, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    let shelf = shelf(args);
    let bank = Bank::of(&shelf);
    let asker = match Asker::new(quiz, &locale) {
        Ok(asker) => asker,
        Err(message) => return refuse(&message),
    };
    let seed = quiz.seed.unwrap_or_else(|| if quiz.answers.is_some() { SCRIPTED_SEED } else { seed_from_clock() });
    let setting = Setting { language: args.lang(), city: &args.city };
    let book = quiz.profile.as_deref().map(|name| Book::open(name, quiz.pin.as_deref(), args, &locale)).transpose();
    let book = match book {
        Ok(book) => book,
        Err(message) => return refuse(&message),
    };
    let mut desk = Desk { quiz, locale: &locale, shelf: &shelf, bank: &bank, setting, seed, asker, book };
    let report = match (&quiz.exam, quiz.review) {
        (Some(exam), _) => desk.exam(exam),
        (None, true) => desk.review(),
        (None, false) => desk.self_test(),
    };
    if let Some(trouble) = desk.book.as_ref().and_then(|book| book.trouble(args, &locale)) {
        eprintln!("{trouble}");
    }
    let report = match report {
        Ok(report) => report,
        Err(message) => return refuse(&message),
    };
    if quiz.json {
        match serde_json::to_string_pretty(&report) {
            Ok(json) => out(&format!("{json}\n")),
            Err(error) => return refuse(&error.to_string()),
        }
    } else {
        out(&report.in_words(&locale));
    }
    if report.is_failed() { HAS_ERRORS } else { DONE }
}

/// Everything that is needed to ask.
struct Desk<'a> {
    quiz: &'a args::Quiz,
    locale: &'a Locale,
    shelf: &'a Shelf,
    bank: &'a Bank,
    setting: Setting<'a>,
    seed: u64,
    asker: Asker<'a>,
    book: Option<Book>,
}

/// A question that was answered.
pub struct Answered {
    question: Arc<QuestionCard>,
    reply: Option<Reply>,
    mark: Mark,
}

impl Desk<'_> {
    /// Questions on a topic, or on everything.
    fn self_test(&mut self) -> Result<Report, String> {
        let topic = self.quiz.topic.as_deref().map(|word| topic_of(word, self.locale)).transpose()?;
        let entries = paper::of_topic(topic, self.quiz.count, self.bank, self.seed);
        let cards = paper::ready(&entries, self.shelf, self.setting);
        if cards.is_empty() {
            return Err(self.locale.text("quiz-none"));
        }
        let count = cards.len();
        let mut answered = Vec::new();
        for (place, question) in cards.into_iter().enumerate() {
            let card = Card::of_question(&question);
            let head = [("number", (place + 1).into()), ("count", count.into())];
            let head = self.locale.with("quiz-number-of", &head);
            let Some(one) = self.one(card, question, self.seed, &head)? else { break };
            answered.push(one);
        }
        self.asker.end(count - answered.len())?;
        Ok(Report::of_answers("self-test", self.seed, &answered, self.bank, self.book.as_ref()))
    }

    /// What is due today, one after the other.
    fn review(&mut self) -> Result<Report, String> {
        let mut answered = Vec::new();
        let mut asked = HashSet::new();
        while answered.len() < self.quiz.count {
            let Some(book) = &self.book else { return Err(self.locale.text("cli-quiz-needs-profile")) };
            let due = book.due(self.bank, self.shelf, &self.quiz.plan());
            // What was not known comes again in ten minutes, and not in this sitting.
            let Some((card, due)) = due
                .into_iter()
                .find_map(|due| Some((Card::read(&due.card).filter(|_| !asked.contains(&due.card))?, due)))
            else {
                break;
            };
            asked.insert(due.card.clone());
            let Some(question) = book.question(&card, self.bank, self.shelf, self.setting) else { continue };
            let why = crate::export::words::due_in_words(&due, self.locale);
            let seed = book.answered.len() as u64;
            let Some(one) = self.one(card, question, seed, &why)? else { break };
            answered.push(one);
        }
        self.asker.end(0)?;
        Ok(Report::of_answers("review", self.seed, &answered, self.bank, self.book.as_ref()))
    }

    /// Asks one question, comments on the answer, and writes it down; none when there is nothing more to read.
    fn one(
        &mut self,
        card: Card,
        question: Arc<QuestionCard>,
        seed: u64,
        head: &str,
    ) -> Result<Option<Answered>, String> {
        let deal = Deal::new(&question, seed);
        let since = Instant::now();
        let Some(reply) = self.asker.ask(&question, &deal, head)? else { return Ok(None) };
        let took_ms = match self.quiz.answers {
            Some(_) => SCRIPTED_MS,
            None => u32::try_from(since.elapsed().as_millis()).unwrap_or(u32::MAX),
        };
        let mark = mark(&question, &reply);
        self.asker.comment(&question, &reply, mark);
        if let Some(book) = &mut self.book {
            book.answer(&card, &question, &reply, mark, took_ms);
        }
        Ok(Some(Answered { question, reply: Some(reply), mark }))
    }

    /// An exam: no comments until it is handed in, and a clock that runs.
    fn exam(&mut self, id: &str) -> Result<Report, String> {
        let exam = blueprint(id, self.shelf, self.locale)?;
        let mut sitting = match &mut self.book {
            Some(book) if self.quiz.resume => book.resume(id, self.locale)?,
            Some(book) => {
                let sitting = Sitting::drawn(exam, self.bank, self.shelf, self.seed, self.setting);
                book.begin(&sitting, self.shelf, self.setting);
                sitting
            }
            None => Sitting::drawn(exam, self.bank, self.shelf, self.seed, self.setting),
        };
        let clock = Clock { since: Instant::now(), at_ms: self.book.as_ref().map_or(0, |it| it.clock_ms(&sitting)) };
        sitting.run_to(clock.at_ms);
        let places: Vec<usize> = (0..sitting.paper().len()).filter(|&place| sitting.reply(place).is_none()).collect();
        for place in places {
            if sitting.ended().is_some() {
                break;
            }
            let head = exam_head(&sitting, place, self.locale);
            let question = sitting.paper()[place].clone();
            let deal = sitting.deal(place).clone();
            let Some(reply) = self.asker.ask(&question, &deal, &head)? else { break };
            let at_ms = if self.quiz.answers.is_some() { sitting.now_ms() + SCRIPTED_MS } else { clock.now_ms() };
            // What comes too late is not taken; the clock has said so.
            let _ = sitting.take(Input { at_ms, act: Act::Answer { place, reply } });
            self.book.iter_mut().for_each(|book| book.write(&sitting));
        }
        if sitting.ended().is_none() {
            let left = (0..sitting.paper().len()).filter(|&place| sitting.reply(place).is_none()).count();
            self.asker.end(left)?;
            let at_ms = sitting.now_ms();
            let _ = sitting.take(Input { at_ms, act: Act::HandIn });
        }
        self.book.iter_mut().for_each(|book| book.write(&sitting));
        Ok(Report::of_exam(&sitting, self.book.as_ref()))
    }
}

/// How far an exam's clock is: what had run already, and what runs here.
struct Clock {
    since: Instant,
    at_ms: u32,
}

impl Clock {
    fn now_ms(&self) -> u32 {
        self.at_ms.saturating_add(u32::try_from(self.since.elapsed().as_millis()).unwrap_or(u32::MAX))
    }
}

fn exam_head(sitting: &Sitting, place: usize, locale: &Locale) -> String {
    let values = [("number", (place + 1).into()), ("count", sitting.paper().len().into())];
    let secs = sitting.left_ms().div_ceil(1000);
    let left = [("left", format!("{:02}:{:02}", secs / 60, secs % 60).into())];
    format!("{}  {}", locale.with("quiz-number-of", &values), locale.with("exam-left", &left))
}

fn blueprint<'s>(id: &str, shelf: &'s Shelf, locale: &Locale) -> Result<&'s Exam, String> {
    if let Some((_, exam)) = shelf.exam(id) {
        return Ok(exam);
    }
    let known: Vec<&str> = shelf.exams.iter().map(|(_, exam)| exam.id.value.as_str()).collect();
    let near = nearest(id, &known);
    let near = near.map_or_else(String::new, |near| locale.with("cli-did-you-mean", &[("near", near.into())]));
    let all = [("id", id.into()), ("known", known.join(", ").into())];
    Err(locale.with("cli-no-exam", &all) + &near)
}

/// A topic by its word, in any case.
fn topic_of(word: &str, locale: &Locale) -> Result<crate::content::quiz::Topic, String> {
    use crate::content::quiz::Topic;
    let found = Topic::ALL.iter().copied().find(|topic| topic.word().eq_ignore_ascii_case(word));
    found.ok_or_else(|| {
        let known: Vec<String> = Topic::ALL.iter().map(|topic| topic.word().to_lowercase()).collect();
        locale.with("cli-no-topic", &[("topic", word.into()), ("known", known.join(", ").into())])
    })
}

/// A name for something new.
fn new_id() -> Uuid {
    Uuid::new_v4()
}
