//! `three-rings profile`: trainees listed, made, taken along, made anonymous, deleted.

use std::path::Path;

use uuid::Uuid;

use crate::cli::args::{ProfileDoing, Who};
use crate::cli::keeping::{named, status_in_words, store, trouble_in_words};
use crate::cli::{Args, DONE, args, now, out, refuse};
use crate::disk::records::{FILE_NAME, Keeper, Store, Trouble, damaged_files, hash_pin, is_pin, read_profile_file};
use crate::disk::write_text;
use crate::locale::Locale;
use crate::record::op::Op;
use crate::record::profile::{BadName, Profile, anonymous_name, fair_name};

pub fn run(profile: &args::Profile, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    let done = store(args, &locale).and_then(|keeper| {
        let mut desk = Desk { keeper, args, locale: &locale };
        desk.carry_out(&profile.what)
    });
    match done {
        Ok(said) => {
            out(&said);
            DONE
        }
        Err(message) => refuse(&message),
    }
}

struct Desk<'a> {
    keeper: Keeper,
    args: &'a Args,
    locale: &'a Locale,
}

impl Desk<'_> {
    fn carry_out(&mut self, doing: &ProfileDoing) -> Result<String, String> {
        match doing {
            ProfileDoing::List => self.list(),
            ProfileDoing::New { name, pin } => self.join(name, pin.as_deref()),
            ProfileDoing::Export { who, out } => self.export(who, out),
            ProfileDoing::Import { file } => self.import(file),
            ProfileDoing::Pin { who, new } => {
                let profile = self.named(who)?;
                let pin = new.as_deref().map(|pin| self.hashed(pin)).transpose()?;
                self.write(Op::Amend(Profile { pin, ..profile }), "profile-pin-set", &who.name)
            }
            ProfileDoing::ForgetPin { name, yes } => {
                self.confirmed(*yes, "profile-sure-forget", name)?;
                let known = self.profiles()?.into_iter().find(|profile| profile.name == *name);
                let profile =
                    known.ok_or_else(|| self.locale.with("profile-unknown", &[("name", name.as_str().into())]))?;
                self.write(Op::Amend(Profile { pin: None, ..profile }), "profile-pin-set", name)
            }
            ProfileDoing::Anonymise { who, yes } => {
                let profile = self.named(who)?;
                self.confirmed(*yes, "profile-sure-anonymise", &who.name)?;
                let becomes = Uuid::new_v4();
                let name = anonymous_name(becomes, &self.locale.text("profile-anonymous"));
                let op = Op::Anonymise { profile: profile.id, becomes, name: name.clone() };
                self.write(op, "profile-anonymised", &name)
            }
            ProfileDoing::Delete { who, yes } => {
                let profile = self.named(who)?;
                self.confirmed(*yes, "profile-sure-delete", &who.name)?;
                let deleted = self.write(Op::Delete(profile.id), "profile-deleted", &who.name)?;
                Ok(deleted + &self.left_behind()?)
            }
        }
    }

    /// Damaged files that were put aside are not opened any more: what is in them, only a person can delete.
    fn left_behind(&self) -> Result<String, String> {
        let names: Vec<String> = damaged_files(self.store()?.dir()).iter().map(|it| it.display().to_string()).collect();
        let said = self.locale.with("profile-left-behind", &[("files", names.join("\n").into())]);
        Ok(if names.is_empty() { String::new() } else { said + "\n" })
    }

    fn list(&self) -> Result<String, String> {
        let mut lines = Vec::new();
        for profile in self.profiles()? {
            let links = self.store()?.head(profile.id).map_err(|trouble| self.trouble(&trouble))?.links;
            let pin = if profile.pin.is_some() { " · PIN" } else { "" };
            let values = [
                ("name", profile.name.as_str().into()),
                ("count", links.into()),
                ("since", profile.since.day().to_string().into()),
            ];
            lines.push(format!("{}{pin}\n", self.locale.with("profile-line", &values)));
        }
        if lines.is_empty() {
            lines.push(self.locale.text("profile-none") + "\n");
        }
        Ok(lines.concat())
    }

    fn join(&mut self, name: &str, pin: Option<&str>) -> Result<String, String> {
        let name = fair_name(name, &self.profiles()?).map_err(|bad| self.locale.text(bad_name_key(bad)))?;
        let pin = pin.map(|pin| self.hashed(pin)).transpose()?;
        let profile = Profile { id: Uuid::new_v4(), name: name.clone(), since: now(), pin, is_anonymous: false };
        self.write(Op::Join(profile), "profile-joined", &name)
    }

    fn export(&self, who: &Who, path: &Path) -> Result<String, String> {
        let profile = self.named(who)?;
        let file = self.store()?.file_of(&profile).map_err(|trouble| self.trouble(&trouble))?;
        let text = serde_json::to_string_pretty(&file).map_err(|error| error.to_string())?;
        let name = path.display().to_string();
        write_text(path, &text).map_err(|error| {
            let values = [("file", name.clone().into()), ("reason", error.to_string().into())];
            self.locale.with("cli-cannot-write", &values)
        })?;
        Ok(self.locale.with("profile-exported", &[("name", who.name.as_str().into()), ("file", name.into())]) + "\n")
    }

    fn import(&mut self, path: &Path) -> Result<String, String> {
        let name = path.display().to_string();
        let mut file =
            read_profile_file(path).map_err(|_| self.locale.with("profile-bad-file", &[("file", name.into())]))?;
        let known = self.store()?.links(file.profile.id).map_err(|trouble| self.trouble(&trouble))?;
        if !file.is_whole() {
            return Err(self.locale.text("profile-file-broken"));
        }
        if !file.agrees_with(&known) {
            return Err(self.locale.text("profile-file-contradicts"));
        }
        file.profile = self.as_known_here(file.profile)?;
        let name = file.profile.name.clone();
        self.write(Op::TakeIn(Box::new(file)), "profile-imported", &name)
    }

    /// A trainee from elsewhere: without a PIN nobody here has set, and under a name nobody here has.
    fn as_known_here(&self, profile: Profile) -> Result<Profile, String> {
        let mut others = self.profiles()?;
        others.retain(|other| other.id != profile.id);
        let named = |n: usize| if n == 1 { profile.name.clone() } else { format!("{} {n}", profile.name) };
        let free = (1..=others.len() + 1).find_map(|n| fair_name(&named(n), &others).ok());
        let name = free.ok_or_else(|| self.locale.text("profile-name-long"))?;
        Ok(Profile { name, pin: None, ..profile })
    }

    fn named(&self, who: &Who) -> Result<Profile, String> {
        named(self.store()?, &who.name, who.pin.as_deref(), self.locale)
    }

    fn profiles(&self) -> Result<Vec<Profile>, String> {
        self.store()?.profiles().map_err(|trouble| self.trouble(&trouble))
    }

    fn store(&self) -> Result<&Store, String> {
        self.keeper.store().ok_or_else(|| status_in_words(&self.keeper.status(), self.args, self.locale))
    }

    fn trouble(&self, trouble: &Trouble) -> String {
        trouble_in_words(trouble, FILE_NAME, self.locale)
    }

    fn hashed(&self, pin: &str) -> Result<String, String> {
        let hash = is_pin(pin).then(|| hash_pin(pin)).flatten();
        hash.ok_or_else(|| self.locale.text("profile-bad-pin"))
    }

    fn confirmed(&self, is_sure: bool, key: &str, name: &str) -> Result<(), String> {
        if is_sure { Ok(()) } else { Err(self.locale.with(key, &[("name", name.into())])) }
    }

    /// Writes, and says so; what could not be written is said instead.
    fn write(&mut self, op: Op, key: &str, name: &str) -> Result<String, String> {
        self.keeper.take(op);
        let status = self.keeper.status();
        if status.waiting > 0 {
            return Err(status_in_words(&status, self.args, self.locale));
        }
        Ok(self.locale.with(key, &[("name", name.into())]) + "\n")
    }
}

/// The locale key of why a name will not do.
pub fn bad_name_key(bad: BadName) -> &'static str {
    match bad {
        BadName::Empty => "profile-name-empty",
        BadName::TooLong => "profile-name-long",
        BadName::Taken => "profile-name-taken",
    }
}
