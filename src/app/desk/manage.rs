//! What a trainee can do with what is kept of them: another name, a PIN, a copy to take along, and to be forgotten.

use uuid::Uuid;

use crate::app::desk::trainee::Who;
use crate::app::desk::{Desk, Door};
use crate::app::keeping::{Ask, Export};
use crate::cli::bad_name_key;
use crate::content::shelf::Setting;
use crate::disk::records::{fits_pin, hash_pin, is_pin};
use crate::export::parcel::Parcel;
use crate::export::report::catalogue::Catalogue;
use crate::record::op::Op;
use crate::record::profile::{Profile, anonymous_name, fair_name};

/// What is being changed about a trainee.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manage {
    /// The name being written.
    pub name: String,
    /// The present PIN being written, where there is one.
    pub old_pin: String,
    /// The new PIN being written.
    pub pin: String,
    /// What must be said twice.
    pub sure: Option<Sure>,
    /// The words' key for what was wrong.
    pub problem: Option<&'static str>,
}

/// What cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// To be anonymous.
    Anonymise,
    /// To be deleted.
    Delete,
}

/// What can be done with what is kept of a trainee.
#[derive(Clone, Debug, PartialEq)]
pub enum ManageAction {
    /// Look at it, or no longer.
    Open(bool),
    /// Write a name.
    Name(String),
    /// Write the present PIN.
    OldPin(String),
    /// Write a new PIN.
    Pin(String),
    /// Take the name.
    Rename,
    /// Take the PIN; none where nothing is written.
    SetPin,
    /// Ask whether something is meant that cannot be undone, or no longer.
    Ask(Option<Sure>),
    /// It is meant.
    Confirm,
    /// Put something into a file to hand over; none for everything, to take along.
    Export(Option<Parcel>),
}

impl Desk {
    /// Carries out what is done with what is kept of the trainee.
    pub fn manage(&mut self, action: ManageAction) {
        let Who::Trainee(trainee) = &self.who else { return };
        let profile = trainee.profile.clone();
        if let ManageAction::Open(is_open) = action {
            self.manage = is_open.then(|| Manage { name: profile.name.clone(), ..Manage::default() });
            return;
        }
        if let ManageAction::Export(parcel) = action {
            self.export(profile, parcel);
            return;
        }
        let Some(manage) = &mut self.manage else { return };
        manage.problem = None;
        match action {
            ManageAction::Open(_) | ManageAction::Export(_) => {}
            ManageAction::Name(name) => manage.name = name,
            ManageAction::OldPin(pin) => manage.old_pin = pin,
            ManageAction::Pin(pin) => manage.pin = pin,
            ManageAction::Rename => self.rename(profile),
            ManageAction::SetPin => self.set_pin(profile),
            ManageAction::Ask(sure) => manage.sure = sure,
            ManageAction::Confirm => self.confirm(&profile),
        }
    }

    fn export(&mut self, profile: Profile, parcel: Option<Parcel>) {
        let language = self.locale.language;
        let catalogue = Catalogue::of(self.shelf(), Setting { language, city: &self.city });
        self.ask(Ask::Export(Box::new(Export { profile, parcel, catalogue, language })));
    }

    fn rename(&mut self, profile: Profile) {
        let Some(manage) = &mut self.manage else { return };
        // Whether somebody else has it, the records know; they are asked when the name is kept.
        match fair_name(&manage.name, &[]) {
            Ok(name) => {
                self.amend(Profile { name, ..profile });
                self.say(self.locale.text("manage-renamed"));
            }
            Err(bad) => manage.problem = Some(bad_name_key(bad)),
        }
    }

    fn set_pin(&mut self, profile: Profile) {
        let Some(manage) = &mut self.manage else { return };
        if profile.pin.as_deref().is_some_and(|hash| !fits_pin(&manage.old_pin, hash)) {
            manage.problem = Some("profile-wrong-pin");
            return;
        }
        let pin = if manage.pin.is_empty() {
            None
        } else {
            let hash = is_pin(&manage.pin).then(|| hash_pin(&manage.pin)).flatten();
            if hash.is_none() {
                manage.problem = Some("profile-bad-pin");
                return;
            }
            hash
        };
        (manage.old_pin, manage.pin) = (String::new(), String::new());
        let key = if pin.is_some() { "manage-pin-set" } else { "manage-pin-gone" };
        self.amend(Profile { pin, ..profile });
        self.say(self.locale.text(key));
    }

    fn amend(&mut self, profile: Profile) {
        self.ask(Ask::Write(Box::new(Op::Amend(profile.clone()))));
        if let Who::Trainee(trainee) = &mut self.who {
            trainee.profile = profile;
        }
    }

    fn confirm(&mut self, profile: &Profile) {
        let Some(sure) = self.manage.as_mut().and_then(|manage| manage.sure.take()) else { return };
        let (op, key) = match sure {
            Sure::Delete => (Op::Delete(profile.id), "manage-deleted"),
            Sure::Anonymise => {
                let becomes = Uuid::new_v4();
                let name = anonymous_name(becomes, &self.locale.text("profile-anonymous"));
                (Op::Anonymise { profile: profile.id, becomes, name }, "manage-anonymised")
            }
        };
        self.manage = None;
        self.who = Who::AtTheDoor(Door::open());
        self.ask(Ask::Write(Box::new(op)));
        self.say(self.locale.text(key));
    }
}
