//! Who sits at the window, and what is written down of what they do.

use std::sync::OnceLock;

use crate::app::desk::{Desk, Door, Page, Step};
use crate::app::keeping::{Ask, Loaded, Records, Told};
use crate::disk::records::Status;
use crate::record::attempt::{Attempt, Kept, Open};
use crate::record::ledger::Ledger;
use crate::record::profile::Profile;
use crate::record::replay::Lost;
use crate::record::review::{Answered, Review};

/// Who sits at the window.
#[derive(Debug)]
pub enum Who {
    /// Nobody has said.
    AtTheDoor(Door),
    /// Somebody of whom nothing is kept.
    Guest,
    /// Somebody of whom everything is kept.
    Trainee(Box<Trainee>),
}

/// Somebody of whom everything is kept.
#[derive(Debug)]
pub struct Trainee {
    /// Who.
    pub profile: Profile,
    /// Finished attempts, in order.
    pub kept: Vec<Kept>,
    /// Attempts that were not finished, the latest first.
    pub unfinished: Vec<Open>,
    /// Questions answered, the oldest first.
    pub answered: Vec<Answered>,
    /// What the schedule knows of each card.
    pub reviews: Vec<Review>,
    /// Whether what is kept has been read.
    pub is_loaded: bool,
    /// Writes down what they do.
    pub ledger: Ledger,
    /// How they like the window, as it was written last.
    pub preferred: Vec<(String, String)>,
}

impl Trainee {
    /// Somebody who has just come in.
    pub fn new(profile: Profile, ledger: Ledger) -> Self {
        let (kept, unfinished, preferred) = (Vec::new(), Vec::new(), Vec::new());
        let (answered, reviews) = (Vec::new(), Vec::new());
        Self { profile, kept, unfinished, answered, reviews, is_loaded: false, ledger, preferred }
    }

    /// Has finished something; its place and hash are known once it is written.
    pub fn add(&mut self, attempt: &Attempt) {
        let place = self.kept.last().map_or(1, |last| last.place + 1);
        self.kept.push(Kept { place, hash: String::new(), attempt: attempt.clone() });
    }

    /// The schedule knows something else of a card.
    pub fn reviewed(&mut self, review: Review) {
        match self.reviews.iter_mut().find(|known| known.card == review.card) {
            Some(known) => *known = review,
            None => self.reviews.push(review),
        }
    }
}

impl Desk {
    /// Gives the desk records; who sits there is asked at the door.
    pub fn keep(&mut self, records: Records) {
        self.records = Some(records);
        self.who = Who::AtTheDoor(Door::default());
    }

    /// Somebody of whom everything is kept, if it is somebody.
    pub fn trainee(&self) -> Option<&Trainee> {
        if let Who::Trainee(trainee) = &self.who { Some(trainee) } else { None }
    }

    /// Hears what the records have to tell.
    pub fn hear(&mut self) -> bool {
        let told = self.records.as_ref().map(Records::hear).unwrap_or_default();
        let is_news = !told.is_empty();
        told.into_iter().for_each(|told| self.hear_one(told));
        is_news
    }

    fn hear_one(&mut self, told: Told) {
        match told {
            Told::Status(status) => self.hear_status(status),
            Told::Profiles(profiles) => self.hear_profiles(profiles),
            Told::Loaded(loaded) => self.hear_loaded(*loaded),
            Told::Resumed(open, Ok(replayed)) => self.go_on(*open, *replayed),
            Told::Replayed(attempt, Ok(replayed)) => self.show_again(&attempt, *replayed),
            Told::Exported(Ok(path)) => {
                self.say(self.locale.with("manage-exported", &[("file", path.display().to_string().into())]));
            }
            Told::Exported(Err(why)) => self.say(why),
            Told::Resumed(_, Err(_)) => self.say(self.locale.text("records-cannot-resume")),
            Told::Replayed(_, Err(lost)) => {
                let key = if lost == Lost::Inputs { "records-no-inputs" } else { "records-cannot-replay" };
                self.say(self.locale.text(key));
            }
        }
    }

    fn hear_status(&mut self, status: Status) {
        let is_saved = self.keeping.waiting > 0 && status.waiting == 0;
        self.keeping = status;
        if is_saved {
            self.load();
            self.say(self.locale.text("records-saved-now"));
        }
        // Without records nobody is asked who they are.
        if let Who::AtTheDoor(door) = &mut self.who {
            door.is_open |= self.keeping.trouble.is_some() && self.keeping.loss.is_none();
        }
    }

    fn hear_profiles(&mut self, profiles: Vec<Profile>) {
        match &mut self.who {
            Who::AtTheDoor(door) if door.is_open => {
                let is_new = door.is_new || profiles.is_empty();
                (door.profiles, door.is_new) = (profiles, is_new);
            }
            Who::AtTheDoor(_) => match profiles.as_slice() {
                // Alone and without a PIN: nothing to ask.
                [only] if only.pin.is_none() => self.come_in(only.clone()),
                // Nobody has ever been here.
                [] => {
                    self.who = Who::AtTheDoor(Door::of(profiles));
                    self.turn_to(Some(Page::Welcome(Step::Looks)));
                }
                _ => self.who = Who::AtTheDoor(Door::of(profiles)),
            },
            Who::Trainee(trainee) => match profiles.iter().find(|profile| profile.id == trainee.profile.id) {
                Some(profile) => trainee.profile = profile.clone(),
                None => self.who = Who::AtTheDoor(Door::of(profiles)),
            },
            Who::Guest => {}
        }
    }

    fn hear_loaded(&mut self, loaded: Loaded) {
        let Who::Trainee(trainee) = &mut self.who else { return };
        if trainee.profile.id != loaded.profile {
            return;
        }
        let is_first = !std::mem::replace(&mut trainee.is_loaded, true);
        (trainee.kept, trainee.unfinished) = (loaded.kept, loaded.unfinished);
        (trainee.answered, trainee.reviews) = (loaded.answered, loaded.reviews);
        (self.board, self.stock) = (OnceLock::new(), OnceLock::new());
        if is_first {
            self.like_it(&loaded.preferences);
        }
    }

    /// Asks for what is kept.
    pub fn load(&self) {
        if let (Some(records), Some(trainee)) = (&self.records, self.trainee()) {
            records.ask(Ask::Load(trainee.profile.id));
        }
    }
}
