//! One question after the other: what is due, or a self-test; each answer is commented on at once.

use std::collections::VecDeque;
use std::sync::Arc;

use uuid::Uuid;

use crate::app::desk::Desk;
use crate::cli::now;
use crate::content::quiz::card::QuestionCard;
use crate::play::quiz::deal::Deal;
use crate::play::quiz::mark::{Mark, mark};
use crate::play::quiz::reply::Reply;
use crate::record::schedule::grade::Grade;
use crate::record::schedule::queue::Due;
use crate::record::schedule::reason::Reason;
use crate::record::study::{self, Card, Given};

/// Questions being answered.
pub struct Study {
    /// Where they come from.
    pub from: From,
    /// The question of the moment; none when there is no other.
    pub asked: Option<Asked>,
    /// What was answered so far.
    pub draft: Reply,
    /// The answer, once it is given.
    pub answer: Option<Answer>,
    /// Everything answered before, in order.
    pub done: Vec<Done>,
    /// Whether it is over.
    pub is_over: bool,
    /// When the question was first seen, in seconds since the window opened.
    since_secs: f64,
}

/// Where questions come from.
pub enum From {
    /// The schedule.
    Schedule,
    /// A topic.
    Topic {
        /// Those still to come.
        left: VecDeque<Arc<QuestionCard>>,
        /// How many there are altogether.
        count: usize,
        /// For the order of their parts.
        seed: u64,
    },
}

/// A question being asked.
pub struct Asked {
    /// The card it is asked for.
    pub card: Card,
    /// The question.
    pub question: Arc<QuestionCard>,
    /// How its parts stand.
    pub deal: Deal,
    /// Why now, where the schedule asks.
    pub due: Option<Due>,
    /// How many are to come after it, as far as is known.
    pub left: usize,
}

/// An answer that was given.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Which, for good.
    pub id: Uuid,
    /// What it is worth.
    pub mark: Mark,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// The grade it proposes.
    pub proposed: Grade,
    /// For each grade, in how many days it would come again; 0 is today.
    pub days: [u32; Grade::ALL.len()],
}

/// A question that was answered.
pub struct Done {
    /// Which.
    pub question: Arc<QuestionCard>,
    /// What it was worth.
    pub mark: Mark,
}

impl Study {
    /// What is due.
    pub fn review(now_secs: f64) -> Self {
        Self::new(From::Schedule, now_secs)
    }

    /// A self-test.
    pub fn self_test(cards: Vec<Arc<QuestionCard>>, seed: u64, now_secs: f64) -> Self {
        let count = cards.len();
        Self::new(From::Topic { left: cards.into(), count, seed }, now_secs)
    }

    fn new(from: From, since_secs: f64) -> Self {
        let draft = Reply::Pick(None);
        Self { from, asked: None, draft, answer: None, done: Vec::new(), is_over: false, since_secs }
    }

    /// Goes on to the next question, or to the end.
    pub fn next(&mut self, desk: &Desk) {
        (self.answer, self.since_secs) = (None, desk.now_secs);
        self.asked = match &mut self.from {
            From::Schedule => due(desk),
            From::Topic { left, seed, .. } => left.pop_front().map(|question| Asked {
                card: Card::of_question(&question),
                deal: Deal::new(&question, *seed),
                due: None,
                left: left.len(),
                question,
            }),
        };
        match &self.asked {
            Some(asked) => self.draft = Reply::blank(&asked.question.task, &asked.deal),
            None => self.is_over = true,
        }
    }

    /// The answer is given.
    pub fn answer(&mut self, reply: Reply, desk: &Desk) {
        let Some(asked) = self.asked.as_ref().filter(|asked| self.answer.is_none() && reply.fits(&asked.question.task))
        else {
            return;
        };
        let took_ms = ((desk.now_secs - self.since_secs).max(0.0) * 1000.0) as u32;
        let mark = mark(&asked.question, &reply);
        self.draft = reply.cut();
        let mut answer = Answer { id: Uuid::new_v4(), mark, took_ms, proposed: Grade::Good, days: Default::default() };
        let reviews = desk.trainee().map(|it| it.reviews.as_slice()).unwrap_or_default();
        let given = self.given(asked, &answer);
        answer.proposed = given.proposed(reviews);
        let aim = desk.wanted.plan().aim;
        answer.days = Grade::ALL.map(|grade| {
            let (_, review) = given.kept(grade, reviews, aim);
            let days = (review.due_ms - given.now.unix_ms) / crate::record::schedule::day::DAY_MS;
            u32::try_from(days).unwrap_or(0)
        });
        self.answer = Some(answer);
    }

    fn given<'a>(&'a self, asked: &'a Asked, answer: &Answer) -> Given<'a> {
        Given {
            id: answer.id,
            card: &asked.card,
            question: &asked.question,
            reply: &self.draft,
            mark: answer.mark,
            took_ms: answer.took_ms,
            now: now(),
        }
    }

    /// How well it was known is settled: it is written down.
    pub fn grade(&mut self, grade: Grade, desk: &mut Desk) {
        let (Some(asked), Some(answer)) = (&self.asked, &self.answer) else { return };
        let given = self.given(asked, answer);
        let reviews = desk.trainee().map(|it| it.reviews.as_slice()).unwrap_or_default();
        let (answered, review) = given.kept(grade, reviews, desk.wanted.plan().aim);
        self.done.push(Done { question: asked.question.clone(), mark: answer.mark });
        self.answer = None;
        desk.keep_answer(answered);
        desk.schedule(vec![review]);
    }

    /// The same question in another language, and those to come.
    pub fn in_other_words(&mut self, desk: &Desk) {
        let said = |question: &mut Arc<QuestionCard>| {
            let authored = desk.bank.entry(&question.id).and_then(|entry| desk.shelf().question(entry.place));
            if let Some(other) = authored.and_then(|it| desk.shelf().asked(it, desk.setting()).ok()) {
                *question = other;
            }
        };
        if let From::Topic { left, .. } = &mut self.from {
            left.iter_mut().for_each(said);
        }
        self.asked.iter_mut().for_each(|asked| said(&mut asked.question));
        self.done.iter_mut().for_each(|done| said(&mut done.question));
    }

    /// It ends here.
    pub fn finish(&mut self) {
        (self.asked, self.answer, self.is_over) = (None, None, true);
    }

    /// How many there are altogether; none where nobody knows.
    pub fn count(&self) -> Option<usize> {
        if let From::Topic { count, .. } = self.from { Some(count) } else { None }
    }
}

/// What the schedule asks next; what was not known minutes ago waits for its time.
fn due(desk: &Desk) -> Option<Asked> {
    let trainee = desk.trainee()?;
    let is_now = |due: &&Due| !matches!(due.reason, Reason::Lapsed { early_ms: 1.., .. });
    let due: Vec<Due> = desk.stock().due.iter().filter(is_now).cloned().collect();
    let count = due.len();
    due.into_iter().enumerate().find_map(|(place, due)| {
        let card = Card::read(&due.card)?;
        let question = study::question(&card, &trainee.answered, &desk.bank, desk.shelf(), desk.setting())?;
        let deal = Deal::new(&question, trainee.answered.len() as u64);
        Some(Asked { card, question, deal, due: Some(due), left: count - place - 1 })
    })
}
