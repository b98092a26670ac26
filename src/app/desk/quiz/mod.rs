//! Questions at the desk: what is due today, a self-test, an exam.

mod room;
mod stock;
mod study;

use jiff::civil::Date;
use uuid::Uuid;

use crate::app::desk::trainee::Who;
use crate::app::desk::{Desk, View};
use crate::app::keeping::{Ask, Export};
use crate::cli::now;
use crate::content::quiz::Topic;
use crate::content::shelf::Setting;
use crate::export::parcel::Parcel;
use crate::export::report::catalogue::Catalogue;
use crate::play::quiz::exam::Sitting;
use crate::play::quiz::paper;
use crate::play::quiz::reply::Reply;
use crate::record::op::Op;
use crate::record::review::{Answered, Review};
use crate::record::schedule::grade::Grade;
use crate::record::schedule::plan::{NEW_A_DAY, Plan};
use crate::record::study::Card;

pub use room::Room;
pub use stock::Stock;
pub use study::{Answer, Done, Study};

/// What is being asked.
pub enum Quizzing {
    /// One question after the other, with what there is to say to each answer.
    Study(Box<Study>),
    /// An exam.
    Exam(Box<Room>),
}

/// What is chosen on the home screen about questions.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The topic of the next self-test; none for all.
    pub topic: Option<Topic>,
    /// How many questions it has.
    pub count: usize,
    /// How many new cards a day, at least.
    pub new_a_day: u32,
    /// The day of certification.
    pub certify_on: Option<Date>,
    /// The day being written.
    pub certify_text: String,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { topic: None, count: COUNTS[0], new_a_day: NEW_A_DAY, certify_on: None, certify_text: String::new() }
    }
}

/// How many questions a self-test can have.
pub const COUNTS: [usize; 3] = [10, 20, 40];
/// How many new cards a day one can choose.
pub const NEW_CHOICES: [u32; 4] = [5, 10, 20, 40];

impl Wanted {
    /// What the schedule works toward.
    pub fn plan(&self) -> Plan {
        Plan { certify_on: self.certify_on, new_a_day: self.new_a_day, ..Plan::default() }
    }
}

/// Something done with questions.
#[derive(Clone, Debug, PartialEq)]
pub enum QuizAction {
    /// Begin what is due today.
    Review,
    /// Begin a self-test.
    SelfTest,
    /// Begin the exam of this place.
    Exam(usize),
    /// Choose a topic.
    Topic(Option<Topic>),
    /// Choose how many questions.
    Count(usize),
    /// Choose how many new cards a day.
    NewADay(u32),
    /// Write the day of certification.
    CertifyText(String),
    /// The answer so far is this.
    Draft(Reply),
    /// This is the answer.
    Answer(Reply),
    /// It was known so well; and on to the next.
    Grade(Grade),
    /// Stop here.
    Finish,
    /// Go to a question of the exam.
    Goto(usize),
    /// Mark a question of the exam to be looked at again, or not.
    Flag(bool),
    /// Ask whether the exam is to be handed in, or no longer.
    AskHandIn(bool),
    /// Hand it in.
    HandIn,
    /// Put the certificate of an exam into a file.
    Certificate(Uuid),
    /// Back to the beginning.
    Leave,
}

impl Desk {
    /// Carries out something done with questions.
    pub fn quiz(&mut self, action: QuizAction) {
        let now_secs = self.now_secs;
        match action {
            QuizAction::Review => self.begin_review(),
            QuizAction::SelfTest => self.begin_self_test(),
            QuizAction::Exam(place) => self.begin_exam(place),
            QuizAction::Topic(topic) => self.wanted.topic = topic,
            QuizAction::Count(count) => self.wanted.count = count,
            QuizAction::NewADay(count) => {
                self.wanted.new_a_day = count;
                self.stock = Default::default();
            }
            QuizAction::CertifyText(text) => self.certify(text),
            QuizAction::Certificate(attempt) => self.certificate(attempt),
            QuizAction::Leave => {
                self.put_away();
                (self.quiz, self.view, self.stock) = (None, View::Home, Default::default());
            }
            in_study => match &mut self.quiz {
                Some(Quizzing::Study(_)) => self.in_study(in_study),
                Some(Quizzing::Exam(room)) => {
                    room.carry_out(in_study, now_secs);
                    self.after_exam();
                }
                None => {}
            },
        }
    }

    /// Today's review.
    fn begin_review(&mut self) {
        self.stock = Default::default();
        let mut study = Study::review(self.now_secs);
        study.next(self);
        self.quiz = Some(Quizzing::Study(Box::new(study)));
    }

    fn begin_self_test(&mut self) {
        let entries = paper::of_topic(self.wanted.topic, self.wanted.count, &self.bank, self.seed);
        let cards = paper::ready(&entries, &self.shelf, self.setting());
        let mut study = Study::self_test(cards, self.seed, self.now_secs);
        study.next(self);
        self.quiz = Some(Quizzing::Study(Box::new(study)));
        self.seed += 1;
    }

    fn begin_exam(&mut self, place: usize) {
        let Some((_, exam)) = self.shelf.exams.get(place) else { return };
        // A seed that nobody can choose, or a trainee could have the same paper until it is known by heart.
        let seed = Uuid::new_v4().as_u64_pair().0;
        let sitting = Sitting::drawn(exam, &self.bank, &self.shelf, seed, self.setting());
        self.quiz = Some(Quizzing::Exam(Box::new(Room::new(sitting, now(), self.now_secs))));
    }

    /// Carries out something done with the question of a study, which looks things up at the desk while it is held.
    fn in_study(&mut self, action: QuizAction) {
        let Some(Quizzing::Study(mut study)) = self.quiz.take() else { return };
        match action {
            QuizAction::Draft(draft) => study.draft = draft,
            QuizAction::Answer(reply) => study.answer(reply, self),
            QuizAction::Grade(grade) => {
                study.grade(grade, self);
                study.next(self);
            }
            QuizAction::Finish => study.finish(),
            _ => {}
        }
        self.quiz = Some(Quizzing::Study(study));
    }

    /// What an exam says about each of its questions goes into the schedule once it is over.
    pub fn after_exam(&mut self) {
        let Some(Quizzing::Exam(room)) = &mut self.quiz else { return };
        if room.sitting.ended().is_none() || std::mem::replace(&mut room.is_scheduled, true) {
            return;
        }
        let reviews = self.trainee().map(|it| it.reviews.clone()).unwrap_or_default();
        let Some(Quizzing::Exam(room)) = &self.quiz else { return };
        let scheduled = crate::record::study::after_exam(&room.sitting, &reviews, now());
        self.schedule(scheduled);
    }

    /// Cards that were failed in a call or missed in a shift go into the queue.
    pub fn schedule_failed(&mut self, cards: &[Card]) {
        let Some(trainee) = self.trainee() else { return };
        let scheduled = crate::record::study::failed(cards, &trainee.reviews, now());
        self.schedule(scheduled);
    }

    /// The schedule knows something else of some cards.
    pub fn schedule(&mut self, scheduled: Vec<Review>) {
        let (Who::Trainee(trainee), Some(records)) = (&mut self.who, &self.records) else { return };
        for review in scheduled {
            records.write(Op::Schedule { profile: trainee.profile.id, review: review.clone() });
            trainee.reviewed(review);
        }
        self.stock = Default::default();
    }

    /// An answer is kept.
    fn keep_answer(&mut self, answered: Answered) {
        let (Who::Trainee(trainee), Some(records)) = (&mut self.who, &self.records) else { return };
        records.write(Op::Answer { profile: trainee.profile.id, answered: answered.clone() });
        trainee.answered.push(answered);
    }

    /// What is being asked goes on in another language: answers mean the same in all.
    pub fn quiz_in_other_words(&mut self) {
        match self.quiz.take() {
            Some(Quizzing::Exam(mut room)) => {
                let exam = self.shelf.exam(&room.sitting.card().id).filter(|_| room.edition.is_none());
                if let Some((_, exam)) = exam {
                    let seed = room.sitting.seed();
                    let blank = Sitting::drawn(exam, &self.bank, &self.shelf, seed, self.setting());
                    room.in_other_words(blank);
                }
                self.quiz = Some(Quizzing::Exam(room));
            }
            Some(Quizzing::Study(mut study)) => {
                study.in_other_words(self);
                self.quiz = Some(Quizzing::Study(study));
            }
            None => {}
        }
    }

    /// A day of certification is written; it counts once it is one.
    fn certify(&mut self, text: String) {
        self.wanted.certify_on = text.trim().parse().ok();
        self.wanted.certify_text = text;
        self.stock = Default::default();
    }

    fn certificate(&self, attempt: Uuid) {
        let Some(trainee) = self.trainee() else { return };
        let Some(kept) = trainee.kept.iter().find(|kept| kept.attempt.setup.id == attempt) else { return };
        let language = self.locale.language;
        let catalogue = Catalogue::of(self.shelf(), self.setting());
        let parcel = Some(Parcel::Certificate(kept.place));
        let export = Export { profile: trainee.profile.clone(), parcel, catalogue, language };
        if let Some(records) = &self.records {
            records.ask(Ask::Export(Box::new(export)));
        }
    }

    /// The language and the city that hold.
    pub fn setting(&self) -> Setting<'_> {
        Setting { language: self.locale.language, city: &self.city }
    }
}
