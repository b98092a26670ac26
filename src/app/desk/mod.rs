//! What the window holds, and the one place where what a trainee did is carried out.

mod action;
mod board;
mod door;
mod duty;
mod layout;
mod liking;
mod manage;
mod on_line;
mod pace;
mod page;
mod quiz;
mod sitting;
mod surroundings;
mod toast;
mod trainee;
mod written;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::app::keeping::{Ask, Records};
use crate::cli::{Args, ForDuty, record, shelf};
use crate::content::drill::RingRule;
use crate::content::drill::card::DrillCard;
use crate::content::language::shared;
use crate::content::quiz::bank::Bank;
use crate::content::script::Script;
use crate::content::shelf::Shelf;
use crate::disk::records::Status;
use crate::locale::Locale;
use crate::play::call::Call;
use bevy::ecs::resource::Resource;
use uuid::Uuid;

pub use action::{Action, Half, Pace, Preferences, ProgressAction, Thinking, View};
pub use board::{Board, Counsel, Dot, Lens, PartOf, Past, Tile, Went, day_number, day_of, parts, short_day};
pub use door::{Door, DoorAction};
pub use duty::{Aside, BLINK_MS, Duty, DutyAction};
pub use liking::TEXT_SIZES;
pub use manage::{Manage, ManageAction, Sure};
pub use page::{Page, Step};
pub use quiz::{Answer, COUNTS, Done, NEW_CHOICES, QuizAction, Quizzing, Room, Stock, Study, Wanted};
pub use sitting::{Moment, Side, Sitting};
pub use surroundings::Surroundings;
pub use toast::Toast;
pub use trainee::{Trainee, Who};

/// Everything the window holds.
#[derive(Resource)]
pub struct Desk {
    shelf: Shelf,
    city: String,
    /// Whether its language was asked for when the program was started.
    is_language_given: bool,
    /// The words of the interface.
    pub locale: Locale,
    /// What can be practised, in the language of the interface.
    pub scripts: Vec<Arc<Script>>,
    /// The shifts that can be worked.
    pub shifts: Vec<Arc<DrillCard>>,
    /// How many scenario files could not be used.
    pub unusable: usize,
    /// How the trainee likes it.
    pub preferences: Preferences,
    /// The page that lies over everything, if one does.
    opened: Option<page::Opened>,
    /// The unfinished attempt that is perhaps to be thrown away.
    pub giving_up: Option<Uuid>,
    /// Whether something is perhaps to be left of which nothing is kept.
    pub is_leaving: bool,
    /// Which scenario is looked at on the home screen.
    pub selected: usize,
    /// Whether the next call is an exam.
    pub is_exam: bool,
    /// The seed of the next call.
    pub seed: u64,
    /// Which of the two halves the home screen shows.
    pub half: Half,
    /// Which shift is looked at on the home screen.
    pub selected_shift: usize,
    /// The rule about apologising that is wanted, where it is not the shift's own.
    pub rule: Option<RingRule>,
    /// Who sits there.
    pub who: Who,
    /// What is looked at while nothing is practised.
    pub view: View,
    /// What is being changed about the trainee.
    pub manage: Option<Manage>,
    /// What the scores over time are shown by.
    pub lens: Lens,
    /// Whether the list of what was practised is shown to its end.
    pub has_whole_history: bool,
    /// The progress screen, made ready; made anew when what is kept, or its language, is another.
    board: OnceLock<Board>,
    /// The records, where there are some.
    pub records: Option<Records>,
    /// How it is with them.
    pub keeping: Status,
    /// What has just happened, the oldest first.
    toasts: Vec<Toast>,
    /// The call being held, if one is.
    pub sitting: Option<Sitting>,
    /// The shift being worked, if one is.
    pub duty: Option<Duty>,
    /// What is being asked, if something is.
    pub quiz: Option<Quizzing>,
    /// Every question there is.
    pub bank: Bank,
    /// What is chosen about questions.
    pub wanted: Wanted,
    /// What there is to be asked, made ready; made anew when what is kept is another.
    stock: OnceLock<Stock>,
    /// Where the inputs of a shift are kept when it is over.
    record_to: Option<PathBuf>,
    /// What the sound comes out of, in words.
    pub sound: String,
    /// Which voice speaks owners' lines, in words.
    pub voice: String,
    /// Seconds since the window opened, as of this frame.
    pub now_secs: f64,
    /// When a hand moved last, on the same clock.
    stirred_secs: f64,
    /// How long the place has been alive in all, in seconds.
    lived_secs: f64,
}

impl Desk {
    /// The desk as the arguments want it.
    pub fn new(args: &Args) -> Self {
        Self::with(shelf(args), args)
    }

    /// A desk with its own shelf.
    fn with(shelf: Shelf, args: &Args) -> Self {
        let bank = Bank::of(&shelf);
        let mut desk = Self {
            shelf,
            city: args.city.clone(),
            is_language_given: args.wanted_lang().is_some(),
            locale: Locale::new(args.lang()),
            scripts: Vec::new(),
            shifts: Vec::new(),
            unusable: 0,
            preferences: Preferences::default(),
            opened: None,
            giving_up: None,
            is_leaving: false,
            selected: 0,
            is_exam: false,
            seed: 1,
            half: Half::Calls,
            selected_shift: 0,
            rule: None,
            who: Who::Guest,
            view: View::Home,
            manage: None,
            lens: Lens::default(),
            has_whole_history: false,
            board: OnceLock::new(),
            records: None,
            keeping: Status::default(),
            toasts: Vec::new(),
            sitting: None,
            duty: None,
            quiz: None,
            bank,
            wanted: Wanted::default(),
            stock: OnceLock::new(),
            record_to: None,
            sound: String::new(),
            voice: String::new(),
            now_secs: 0.0,
            stirred_secs: 0.0,
            lived_secs: 0.0,
        };
        desk.lay_out();
        desk
    }

    /// Everything authors wrote.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The cities there are, each with its id and its name, and the id of the one whose rules hold.
    pub fn cities(&self) -> (Vec<(String, String)>, &str) {
        let book = self.shelf.wordbook(self.locale.language);
        let wording = book.of(shared::CITIES);
        let named = self.shelf.cities.iter().map(|city| city.worded(&wording));
        (named.map(|city| (city.id.value, city.name.value)).collect(), &self.city)
    }

    /// Whether a call or an exam is under way of which nothing is kept.
    fn would_lose(&self) -> bool {
        let call = self.sitting.as_ref().is_some_and(|it| !it.call.is_over() && !it.call.beats().is_empty());
        let exam = matches!(&self.quiz, Some(Quizzing::Exam(room)) if room.attempt.is_none() && room.sitting.ended().is_none());
        self.trainee().is_none() && (call || exam)
    }

    /// Whether something is being practised, or looked back at.
    pub fn is_practising(&self) -> bool {
        self.sitting.is_some() || self.duty.is_some() || self.quiz.is_some()
    }

    /// Carries out what a trainee did, and writes it down.
    pub fn carry_out(&mut self, action: Action) {
        let is_scribble = matches!(action, Action::Scribble(_));
        self.apply(action);
        self.write_down();
        if is_scribble {
            self.keep_notepad();
        }
        self.keep_liking();
    }

    fn apply(&mut self, action: Action) {
        let now_secs = self.now_secs;
        if action.goes_elsewhere() {
            self.turn_to(None);
        }
        match action {
            Action::Select(index) => self.selected = index,
            Action::Examine(is_exam) => self.is_exam = is_exam,
            Action::Reseed(seed) => self.seed = seed,
            Action::Start => self.start(),
            // Half a shift is not thrown away by one click: first it is covered, and asked about.
            Action::Home if self.duty.as_ref().is_some_and(Duty::is_running) => {
                self.carry_out(Action::Duty(DutyAction::Pause(true)));
            }
            // What nobody keeps is gone for good: that is asked about, too.
            Action::Home if self.would_lose() && !self.is_leaving => self.is_leaving = true,
            Action::Leave(false) => self.is_leaving = false,
            Action::Home | Action::Leave(true) | Action::Duty(DutyAction::Leave) => {
                self.is_leaving = false;
                self.put_away();
                (self.sitting, self.duty, self.quiz, self.view) = (None, None, None, View::Home);
            }
            Action::Quiz(action) => self.quiz(action),
            Action::Again => {
                if let Some(sitting) = self.sitting.take() {
                    let call = Call::new(sitting.call.script().clone(), sitting.call.seed());
                    self.sitting = Some(Sitting::new(call, sitting.is_exam, now_secs));
                }
            }
            Action::Turned(page) => self.turn_to(page),
            Action::Darken(_)
            | Action::Resize(_)
            | Action::Think(_)
            | Action::Loud(_)
            | Action::Mute(_)
            | Action::Voice(_)
            | Action::Calm(_)
            | Action::CtrlKeys(_) => self.prefer(action),
            Action::Dismiss(toast) => self.dismiss(toast),
            Action::Speak(language) => {
                self.locale = Locale::new(language);
                self.lay_out_again();
            }
            Action::Move(city) => {
                self.city = city;
                self.lay_out_again();
            }
            Action::Turn(half) => self.half = half,
            Action::SelectShift(index) => self.selected_shift = index,
            Action::Rule(rule) => {
                self.rule = Some(rule);
                self.lay_out();
            }
            Action::StartShift => self.start_shift(),
            Action::Duty(action) => {
                if let Some(duty) = &mut self.duty {
                    duty.carry_out(action, now_secs);
                }
            }
            kept => self.apply_to_kept(kept),
        }
    }

    /// Carries out what has to do with the trainee and their records; whatever is left belongs to the call.
    fn apply_to_kept(&mut self, action: Action) {
        let now_secs = self.now_secs;
        match action {
            Action::Door(action) => self.at_the_door(action),
            Action::Visit(view) => {
                // The day may be another than when the board was made.
                (self.view, self.manage, self.board) = (view, None, OnceLock::new());
                self.stock = OnceLock::new();
            }
            Action::Progress(ProgressAction::Through(lens)) => self.lens = lens,
            Action::Progress(ProgressAction::WholeHistory(is_whole)) => self.has_whole_history = is_whole,
            Action::Progress(ProgressAction::Go(what)) => self.go_to(&what),
            Action::ChangePlaces => self.change_places(),
            Action::Manage(action) => self.manage(action),
            Action::Resume(attempt) => self.resume(attempt),
            Action::AskGiveUp(attempt) => self.giving_up = attempt,
            Action::GiveUp(attempt) => {
                self.giving_up = None;
                self.give_up(attempt);
            }
            Action::LookBack(attempt) => self.look_back(attempt),
            Action::Remedy(remedy) => self.ask(Ask::Remedy(remedy)),
            Action::RetryRecords => self.ask(Ask::Retry),
            in_call => {
                if let Some(sitting) = &mut self.sitting {
                    sitting.carry_out(in_call, now_secs);
                }
            }
        }
    }

    fn ask(&self, ask: Ask) {
        if let Some(records) = &self.records {
            records.ask(ask);
        }
    }

    fn start(&mut self) {
        if let Some(script) = self.scripts.get(self.selected) {
            let call = Call::new(script.clone(), self.seed);
            self.sitting = Some(Sitting::new(call, self.is_exam, self.now_secs));
            // The next call is dealt anew; the number says how to have this one again.
            self.seed += 1;
        }
    }

    fn start_shift(&mut self) {
        if let Some(card) = self.shifts.get(self.selected_shift) {
            self.duty = Some(Duty::new(card.clone(), self.seed, self.now_secs));
            self.seed += 1;
        }
    }

    /// A desk about to begin a shift, whatever file it came from.
    pub fn on_duty(args: &Args, duty: ForDuty) -> Self {
        let mut desk = Self::with(duty.shelf, args);
        (desk.half, desk.seed, desk.record_to, desk.rule) = (Half::FrontDesk, duty.seed, duty.record_to, duty.rule);
        desk.lay_out();
        desk.selected_shift = desk.shifts.iter().position(|it| *it.id == *duty.id).unwrap_or(0);
        desk
    }

    /// Lets the wall clock's time pass.
    pub fn tick(&mut self, now_secs: f64) {
        self.live(now_secs - self.now_secs);
        self.now_secs = now_secs;
        if let Some(Quizzing::Exam(room)) = &mut self.quiz
            && room.tick(now_secs)
        {
            self.after_exam();
            self.write_down();
        }
        let Some(duty) = &mut self.duty else { return };
        let was_over = duty.shift.state().is_over;
        duty.tick(now_secs);
        if !was_over && duty.shift.state().is_over {
            duty.trouble = record(&duty.shift, self.record_to.as_deref(), &self.locale).err();
            self.write_down();
        }
    }
}
