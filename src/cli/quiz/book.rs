//! A trainee's answers and exams, written down from the terminal.

use std::sync::Arc;

use crate::cli::keeping::{named, status_in_words, store, trouble_in_words};
use crate::cli::{Args, now};
use crate::content::quiz::bank::Bank;
use crate::content::quiz::card::QuestionCard;
use crate::content::shelf::{Setting, Shelf};
use crate::disk::records::{FILE_NAME, Keeper};
use crate::locale::Locale;
use crate::play::quiz::exam::Sitting;
use crate::play::quiz::mark::Mark;
use crate::play::quiz::reply::Reply;
use crate::record::attempt::{Kept, Kind};
use crate::record::edition::Edition;
use crate::record::ledger::{Beginning, Ledger, Page};
use crate::record::op::Op;
use crate::record::profile::Profile;
use crate::record::replay::{Replayed, Shelves};
use crate::record::review::{Answered, Review};
use crate::record::schedule::deck::Deck;
use crate::record::schedule::plan::Plan;
use crate::record::schedule::queue::{Due, queue};
use crate::record::study::{self, Card, Given};

/// A trainee's book.
pub struct Book {
    keeper: Keeper,
    profile: Profile,
    ledger: Ledger,
    page: Option<Page>,
    /// Attempts that were finished.
    pub kept: Vec<Kept>,
    /// Questions answered, the oldest first.
    pub answered: Vec<Answered>,
    reviews: Vec<Review>,
}

impl Book {
    /// The book of a trainee.
    ///
    /// # Errors
    /// In words, when there is no such trainee or the records cannot be used.
    pub fn open(name: &str, pin: Option<&str>, args: &Args, locale: &Locale) -> Result<Self, String> {
        let keeper = store(args, locale)?;
        let trouble = |trouble| trouble_in_words(&trouble, FILE_NAME, locale);
        let kept = keeper.store().ok_or_else(|| status_in_words(&keeper.status(), args, locale))?;
        let profile = named(kept, name, pin, locale)?;
        let ledger = Ledger::new(profile.id, kept.holder());
        let answered = kept.answered(profile.id).map_err(trouble)?;
        let reviews = kept.reviews(profile.id).map_err(trouble)?;
        let kept = kept.kept(profile.id).map_err(trouble)?;
        Ok(Self { keeper, profile, ledger, page: None, kept, answered, reviews })
    }

    /// What kept anything from being written, in words.
    pub fn trouble(&self, args: &Args, locale: &Locale) -> Option<String> {
        let status = self.keeper.status();
        (status.waiting > 0).then(|| status_in_words(&status, args, locale))
    }

    /// What is due today.
    pub fn due(&self, bank: &Bank, shelf: &Shelf, plan: &Plan) -> Vec<Due> {
        let now = now();
        let candidates = study::candidates(bank, shelf, &self.reviews);
        let reviews = study::asked(&self.reviews);
        let deck = Deck::of(&candidates, &reviews, now);
        queue(&deck, plan, study::begun_today(&self.answered, now), self.profile.id.as_u64_pair().0)
    }

    /// The question a card is asked by.
    pub fn question(&self, card: &Card, bank: &Bank, shelf: &Shelf, setting: Setting<'_>) -> Option<Arc<QuestionCard>> {
        study::question(card, &self.answered, bank, shelf, setting)
    }

    /// An answer is written down, graded by how right and how fast it was.
    pub fn answer(&mut self, card: &Card, question: &QuestionCard, reply: &Reply, mark: Mark, took_ms: u32) {
        let given = Given { id: super::new_id(), card, question, reply, mark, took_ms, now: now() };
        let grade = given.proposed(&self.reviews);
        let (answered, review) = given.kept(grade, &self.reviews, Plan::default().aim);
        let profile = self.profile.id;
        self.keeper.take(Op::Answer { profile, answered: answered.clone() });
        self.answered.push(answered);
        self.schedule(vec![review]);
    }

    fn schedule(&mut self, reviews: Vec<Review>) {
        for review in reviews {
            self.keeper.take(Op::Schedule { profile: self.profile.id, review: review.clone() });
            self.reviews.retain(|known| known.card != review.card);
            self.reviews.push(review);
        }
    }

    /// An exam begins.
    pub fn begin(&mut self, sitting: &Sitting, shelf: &Shelf, setting: Setting<'_>) {
        let beginning = Beginning { id: super::new_id(), now: now(), setting, is_exam: true, retry: None };
        let edition = Edition::of_exam(shelf, &sitting.card().id);
        let (page, ops) = self.ledger.exam(sitting, edition, beginning);
        ops.into_iter().for_each(|op| self.keeper.take(op));
        self.page = Some(page);
    }

    /// The latest exam of a blueprint that was broken off, as far as it went.
    ///
    /// # Errors
    /// In words, when there is none, or it cannot be had again.
    pub fn resume(&mut self, exam: &str, locale: &Locale) -> Result<Sitting, String> {
        let trouble = |trouble| trouble_in_words(&trouble, FILE_NAME, locale);
        let values = [("id", exam.into())];
        let Some(store) = self.keeper.store() else { return Err(locale.with("cli-cannot-resume", &values)) };
        let open = store.unfinished(self.profile.id).map_err(trouble)?;
        let open = open.into_iter().find(|open| open.setup.kind == Kind::Exam && open.setup.subject == exam);
        let open = open.ok_or_else(|| locale.with("cli-nothing-to-resume", &values))?;
        let mut shelves = Shelves::new(store.editions().map_err(trouble)?);
        let Ok(Replayed::Exam(sitting)) = shelves.resume(&open.setup, &open.inputs) else {
            return Err(locale.with("cli-cannot-resume", &values));
        };
        let (page, op) = self.ledger.resume(open);
        self.keeper.take(op);
        self.page = Some(page);
        Ok(sitting)
    }

    /// How far an exam's clock is by the one on the wall, in milliseconds: it went on while nobody sat there, and never
    /// runs back.
    pub fn clock_ms(&self, sitting: &Sitting) -> u32 {
        let began = self.page.as_ref().map_or(now(), |page| page.setup.began);
        // Whoever comes back after months is late, and not back at the beginning.
        let since_ms = now().unix_ms.saturating_sub(began.unix_ms).max(0);
        let on_the_wall = u32::try_from(since_ms).unwrap_or(u32::MAX);
        on_the_wall.max(sitting.now_ms())
    }

    /// Writes down what is new of an exam; once it is over, all of it, and what the schedule learns from it.
    pub fn write(&mut self, sitting: &Sitting) {
        let Some(page) = &mut self.page else { return };
        page.exam_lines(sitting).into_iter().for_each(|op| self.keeper.take(op));
        if sitting.ended().is_none() {
            return;
        }
        self.keeper.take(page.finish_exam(sitting));
        self.page = None;
        let scheduled = study::after_exam(sitting, &self.reviews, now());
        self.schedule(scheduled);
    }
}
