//! The door: who comes in, and whether they have shown their PIN.

use uuid::Uuid;

use crate::app::desk::trainee::{Trainee, Who};
use crate::app::desk::{Desk, View};
use crate::app::keeping::Ask;
use crate::cli::{bad_name_key, now};
use crate::disk::records::{fits_pin, hash_pin, is_pin};
use crate::record::ledger::Ledger;
use crate::record::op::Op;
use crate::record::profile::{Profile, fair_name};

/// What is going on at the door.
#[derive(Debug, Default)]
pub struct Door {
    /// Whether the records have said who there is.
    pub is_open: bool,
    /// Who there is.
    pub profiles: Vec<Profile>,
    /// Who was chosen and has a PIN to show.
    pub chosen: Option<Uuid>,
    /// Whether somebody new is writing their name.
    pub is_new: bool,
    /// A name being written.
    pub name: String,
    /// A PIN being written.
    pub pin: String,
    /// The words' key for what was wrong.
    pub problem: Option<&'static str>,
    /// How many PINs were wrong, one after the other.
    wrong: u32,
    /// Until when no other is looked at, in seconds since the window opened.
    pub shut_until_secs: f64,
}

/// What can be done at the door.
#[derive(Clone, Debug, PartialEq)]
pub enum DoorAction {
    /// Choose a trainee, or none.
    Choose(Option<Uuid>),
    /// Be somebody new, or not.
    BeNew(bool),
    /// Write a name.
    Name(String),
    /// Write a PIN.
    Pin(String),
    /// Come in, with the name or the PIN that is written.
    Enter,
    /// Come in without leaving anything behind.
    AsGuest,
}

/// How many wrong PINs shut the door for a while.
const WRONG_PINS: u32 = 5;
/// For how long, in seconds.
const SHUT_SECS: f64 = 30.0;

impl Door {
    /// The door as the records tell who there is.
    pub fn of(profiles: Vec<Profile>) -> Self {
        Self { is_open: true, is_new: profiles.is_empty(), profiles, ..Self::default() }
    }

    /// A door at which somebody is asked who they are, even where there is only one.
    pub fn open() -> Self {
        Self { is_open: true, ..Self::default() }
    }

    /// The trainee who was chosen.
    pub fn chosen(&self) -> Option<&Profile> {
        self.chosen.and_then(|id| self.profiles.iter().find(|profile| profile.id == id))
    }
}

impl Desk {
    /// Carries out what was done at the door.
    pub fn at_the_door(&mut self, action: DoorAction) {
        let now_secs = self.now_secs;
        let Who::AtTheDoor(door) = &mut self.who else { return };
        door.problem = None;
        match action {
            DoorAction::Choose(chosen) => {
                door.chosen = chosen;
                door.pin.clear();
                if let Some(profile) = door.chosen().filter(|profile| profile.pin.is_none()).cloned() {
                    self.come_in(profile);
                }
            }
            DoorAction::BeNew(is_new) => door.is_new = is_new,
            DoorAction::Name(name) => door.name = name,
            DoorAction::Pin(pin) => door.pin = pin,
            DoorAction::AsGuest => self.who = Who::Guest,
            DoorAction::Enter if door.is_new => self.join(),
            DoorAction::Enter => {
                let pin = std::mem::take(&mut door.pin);
                let Some(profile) = door.chosen().cloned() else { return };
                if door.shut_until_secs > now_secs {
                    door.problem = Some("door-shut");
                } else if profile.pin.as_deref().is_none_or(|hash| fits_pin(&pin, hash)) {
                    self.come_in(profile);
                } else {
                    door.wrong += 1;
                    door.problem = Some("profile-wrong-pin");
                    if door.wrong >= WRONG_PINS {
                        (door.wrong, door.shut_until_secs) = (0, now_secs + SHUT_SECS);
                        door.problem = Some("door-shut");
                    }
                }
            }
        }
    }

    /// Somebody new comes in.
    fn join(&mut self) {
        let Who::AtTheDoor(door) = &mut self.who else { return };
        let name = match fair_name(&door.name, &door.profiles) {
            Ok(name) => name,
            Err(bad) => {
                door.problem = Some(bad_name_key(bad));
                return;
            }
        };
        let has_pin = !door.pin.is_empty();
        let pin = is_pin(&door.pin).then(|| hash_pin(&door.pin)).flatten();
        if has_pin && pin.is_none() {
            door.problem = Some("profile-bad-pin");
            return;
        }
        let profile = Profile { id: Uuid::new_v4(), name, since: now(), pin, is_anonymous: false };
        if let Some(records) = &self.records {
            records.write(Op::Join(profile.clone()));
        }
        self.come_in(profile);
    }

    /// Comes in.
    pub fn come_in(&mut self, profile: Profile) {
        let Some(records) = &self.records else { return };
        let ledger = Ledger::new(profile.id, &records.run.to_string());
        records.ask(Ask::Load(profile.id));
        self.who = Who::Trainee(Box::new(Trainee::new(profile, ledger)));
        (self.view, self.manage) = (View::Home, None);
    }

    /// Somebody else's turn.
    pub fn change_places(&mut self) {
        self.put_away();
        (self.sitting, self.duty, self.view, self.manage) = (None, None, View::Home, None);
        self.who = Who::AtTheDoor(Door::open());
        if let Some(records) = &self.records {
            records.ask(Ask::Profiles);
        }
    }
}
