//! Pictures of what is kept: the door, the progress of a trainee who never was, records in trouble.

use std::path::PathBuf;

use jiff::ToSpan as _;
use uuid::Uuid;

use super::{Shot, shot};
use crate::app::desk::{Action, Desk, Door, Lens, Manage, ManageAction, ProgressAction, Sure, Trainee, View, Who};
use crate::cli::now;
use crate::content::shelf::Setting;
use crate::disk::records::{Backup, Loss, Status, Trouble};
use crate::proof::trainee::{HALF_A_YEAR, Material, Trainee as MadeUp};
use crate::record::attempt::{Attempt, Kept, Open};
use crate::record::ledger::Ledger;
use crate::record::profile::Profile;

/// The seed of the trainee who never was.
const SEED: u64 = 1;
/// What stands in the place of a hash that nobody computes here.
const PIN: &str = "$";

/// Every screen that needs records.
pub fn screens() -> Vec<Shot> {
    vec![
        shot("door-first", |desk| desk.who = Who::AtTheDoor(Door::of(Vec::new()))),
        shot("door", |desk| desk.who = Who::AtTheDoor(Door::of(people()))),
        shot("door-pin", |desk| {
            let people = people();
            let chosen = people.last().map(|it| it.id);
            let mut door = Door::of(people);
            (door.chosen, door.problem) = (chosen, Some("profile-wrong-pin"));
            desk.who = Who::AtTheDoor(door);
        }),
        shot("home-unfinished", |desk| seat(desk, true)),
        shot("progress-empty", |desk| {
            seat(desk, false);
            desk.carry_out(Action::Visit(View::Progress));
        }),
        shot("progress", |desk| through(desk, Lens::Calls)),
        shot("progress-by-dimension", |desk| through(desk, Lens::Dimensions)),
        shot("progress-by-persona", |desk| through(desk, Lens::Personas)),
        shot("progress-by-shift", |desk| through(desk, Lens::Shifts)),
        shot("mine", |desk| manage(desk, None)),
        shot("mine-sure", |desk| manage(desk, Some(Sure::Delete))),
        shot("records-full", |desk| {
            seat(desk, true);
            desk.keeping = Status { waiting: 3, trouble: Some(Trouble::Full), loss: None, is_rescued: true };
        }),
        shot("records-lost", |desk| {
            seat(desk, false);
            let backup = Backup { path: PathBuf::new(), day: now().day(), attempts: 213 };
            let loss = Loss { aside: Some(PathBuf::from("records-damaged-20261123-093000.db")), backup: Some(backup) };
            desk.keeping = Status { loss: Some(loss), ..Status::default() };
        }),
    ]
}

fn profile(number: u128, name: &str, has_pin: bool) -> Profile {
    let since = now().later(-i64::from(HALF_A_YEAR) * 86_400_000);
    let pin = has_pin.then(|| PIN.to_owned());
    Profile { id: Uuid::from_u128(number), name: name.to_owned(), since, pin, is_anonymous: false }
}

fn people() -> Vec<Profile> {
    vec![profile(1, "小满", false), profile(2, "周晓雯", false), profile(3, "林师傅", true)]
}

/// Lets the trainee who never was sit down, with half a year behind them or none.
pub fn seat(desk: &mut Desk, has_practised: bool) {
    let profile = profile(1, "小满", false);
    let mut trainee = Trainee::new(profile.clone(), Ledger::new(profile.id, ""));
    trainee.is_loaded = true;
    if has_practised {
        let attempts = half_a_year(desk);
        trainee.unfinished = attempts.last().map(|last| broken_off(last, &profile)).into_iter().collect();
        let kept = |(place, attempt): (u32, Attempt)| Kept { place, hash: String::new(), attempt };
        trainee.kept = (1..).zip(attempts).map(kept).collect();
    }
    desk.who = Who::Trainee(Box::new(trainee));
    desk.carry_out(Action::Visit(View::Home));
}

fn half_a_year(desk: &Desk) -> Vec<Attempt> {
    let (_, city) = desk.cities();
    let material = Material::of(desk.shelf(), Setting { language: desk.locale.language, city });
    let today = now().day();
    let start = today.checked_sub(i64::from(HALF_A_YEAR - 1).days()).unwrap_or(today);
    MadeUp { seed: SEED, start, days: HALF_A_YEAR }.attempts(&material)
}

fn broken_off(last: &Attempt, profile: &Profile) -> Open {
    /// How far it had gone.
    const LINES: usize = 9;
    let inputs = last.inputs.iter().flatten().take(LINES).cloned().collect();
    Open { setup: last.setup.clone(), profile: profile.id, holder: String::new(), inputs, notepad: String::new() }
}

fn through(desk: &mut Desk, lens: Lens) {
    seat(desk, true);
    desk.carry_out(Action::Visit(View::Progress));
    desk.carry_out(Action::Progress(ProgressAction::Through(lens)));
}

fn manage(desk: &mut Desk, sure: Option<Sure>) {
    seat(desk, true);
    desk.carry_out(Action::Manage(ManageAction::Open(true)));
    desk.manage = desk.manage.take().map(|it| Manage { sure, ..it });
}
