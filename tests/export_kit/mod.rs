//! Practice to export: trainees whose calls and shifts are really played, and kept in a real chain.
#![allow(dead_code, reason = "each driver is a crate of its own and uses its own part")]

use std::sync::Arc;

use three_rings::content::language::Language;
use three_rings::content::shelf::Setting;
use three_rings::export::{Material, Trainee};
use three_rings::play::call::Call;
use three_rings::play::drill::act::Act as DeskAct;
use three_rings::play::drill::shift::{Input as ShiftInput, LONGEST_AFTERMATH_MS, Shift};
use three_rings::play::state::Stage;
use three_rings::play::step::{Act, Input};
use three_rings::proof::desk::{Bot, by_the_book, work};
use three_rings::proof::{Policy, play_out};
use three_rings::record::attempt::{Attempt, Kept, Kind, Retry, Setup, Status, call_line, shift_line};
use three_rings::record::chain::Head;
use three_rings::record::edition::Edition;
use three_rings::record::moment::Moment;
use three_rings::record::profile::Profile;
use three_rings::record::replay::Shelves;
use three_rings::record::summary::{CallSummary, ShiftSummary, Summary};
use uuid::Uuid;

use crate::support::shipped;

/// 2026-11-23T09:30:00+08:00.
pub const MORNING: Moment = Moment { unix_ms: 1_795_397_400_000, offset_minutes: 480 };
/// How long everybody here thinks, in milliseconds.
pub const THINKS_MS: u32 = 1_500;
const DAY_MS: i64 = 86_400_000;

/// A trainee and what was kept of them.
pub struct Trained {
    pub profile: Profile,
    pub kept: Vec<Kept>,
    pub head: Head,
}

impl Trained {
    /// Somebody who has not practised yet.
    pub fn new(name: &str, id: u128) -> Self {
        let id = Uuid::from_u128(id);
        let profile = Profile { id, name: name.to_owned(), since: MORNING, pin: None, is_anonymous: false };
        Self { profile, kept: Vec::new(), head: Head::default() }
    }

    /// As the exporters want them.
    pub fn trainee(&self) -> Trainee<'_> {
        Trainee { profile: &self.profile, kept: &self.kept, head: &self.head }
    }

    /// Plays a call to its end: how.
    pub fn call(&mut self, scenario: &str, language: Language, policy: Policy, seed: u64) -> &mut Kept {
        let call = played(scenario, language, policy, seed);
        self.keep_call(&call, language, Status::Finished)
    }

    /// Keeps a call as it stands.
    pub fn keep_call(&mut self, call: &Call, language: Language, status: Status) -> &mut Kept {
        let edition = Edition::of_call(shipped(), &call.script().id);
        let setup = self.setup(Kind::Call, &call.script().id, &edition, language, call.seed());
        let lasted_ms = call.inputs().iter().map(|input| input.after_ms).sum();
        let inputs = Some(call.inputs().into_iter().map(call_line).collect());
        self.keep(Attempt { setup, status, lasted_ms, inputs, summary: Summary::Call(CallSummary::of(call)) })
    }

    /// Works a shift to its end: how.
    pub fn shift(&mut self, drill: &str, language: Language, bot: Bot, seed: u64) -> &mut Kept {
        let (_, written) = shipped().drill(drill).expect("a shift that ships");
        let card = shipped().shift(written, Setting { language, ..Setting::default() }).expect("a sound shift");
        let mut shift = work(card, seed, bot);
        shift.run_out(LONGEST_AFTERMATH_MS);
        self.keep_shift(&shift, language, Status::Finished)
    }

    /// Keeps a shift as it stands.
    pub fn keep_shift(&mut self, shift: &Shift, language: Language, status: Status) -> &mut Kept {
        let edition = Edition::of_shift(shipped(), &shift.card().id);
        let mut setup = self.setup(Kind::Shift, &shift.card().id, &edition, language, shift.seed());
        setup.rule = Some(shift.card().rule.word().to_owned());
        let inputs = Some(shift.inputs().iter().map(shift_line).collect());
        let summary = Summary::Shift(ShiftSummary::of(shift));
        self.keep(Attempt { setup, status, lasted_ms: shift.state().now_ms, inputs, summary })
    }

    /// Marks the latest attempt as one that takes up another from an input on.
    pub fn takes_up(&mut self, of: Uuid, from: u32) {
        let latest = self.kept.last_mut().expect("an attempt");
        latest.attempt.setup.retry = Some(Retry { of, from });
    }

    fn setup(&self, kind: Kind, subject: &str, edition: &Edition, language: Language, seed: u64) -> Setup {
        let place = self.kept.len();
        Setup {
            id: Uuid::new_v5(&self.profile.id, place.to_string().as_bytes()),
            kind,
            subject: subject.to_owned(),
            edition: edition.digest.clone(),
            language: language.tag().to_owned(),
            city: Setting::default().city.to_owned(),
            rule: None,
            seed,
            is_exam: place % 2 == 1,
            retry: None,
            began: MORNING.later(DAY_MS * i64::try_from(place).expect("few attempts")),
            program: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    fn keep(&mut self, attempt: Attempt) -> &mut Kept {
        let body = serde_json::to_string(&attempt).expect("an attempt has a JSON form");
        let link = self.head.link(self.profile.id, body);
        self.head = Head::after(&link);
        self.kept.push(Kept { place: link.place, hash: link.hash, attempt });
        self.kept.last_mut().expect("just kept")
    }
}

/// A call played to its end by somebody who always thinks for [`THINKS_MS`] before answering.
pub fn played(scenario: &str, language: Language, policy: Policy, seed: u64) -> Call {
    let (_, written) = shipped().scenario(scenario).expect("a scenario that ships");
    let script = shipped().script(written, Setting { language, ..Setting::default() }).expect("a sound scenario");
    let at_once = play_out(&script, seed, policy);
    replayed(&at_once, |input| Input { after_ms: input.after_ms + THINKS_MS, ..input })
}

/// A call in which nobody answers the owner's first words.
pub fn silent() -> Call {
    let mut call = played("busy-owner", Language::ZhHans, Policy::Recommended, 3).back_to(0);
    while call.state().phase.stage() != Stage::Talk {
        call.reply(0).expect("an answer");
    }
    call.take(Input { after_ms: 20_000, act: Act::StaySilent }).expect("a moment to be silent in");
    call
}

/// The same call with its inputs changed somehow.
pub fn replayed(call: &Call, change: impl Fn(Input) -> Input) -> Call {
    let inputs: Vec<Input> = call.inputs().into_iter().map(change).collect();
    Call::replay(Arc::clone(call.script()), call.seed(), &inputs).expect("the same answers")
}

/// Every edition that ships.
pub fn shelves() -> Shelves {
    let calls = crate::support::SHIPPED.iter().map(|id| Edition::of_call(shipped(), id));
    let shifts = crate::support::shipped_shifts().map(|card| Edition::of_shift(shipped(), &card.id));
    Shelves::new(calls.chain(shifts))
}

/// What these trainees did, had again.
pub fn material<'a>(trained: &[&'a Trained]) -> Material<'a> {
    Material::gather(trained.iter().map(|it| it.trainee()), &mut shelves())
}

/// What a trainee says who types the first sentence.
pub const TYPED: &str = "您好，我是王小明";

/// A shift worked by the book, except that whatever can be typed is.
pub fn typed_shift(drill: &str, seed: u64) -> Shift {
    const LOOK_MS: u32 = 300;
    let (_, written) = shipped().drill(drill).expect("a shift that ships");
    let mut shift = Shift::new(shipped().shift(written, Setting::default()).expect("a sound shift"), seed);
    let mut at_ms = 0;
    while !shift.state().is_over && at_ms < shift.card().shift_ms + LONGEST_AFTERMATH_MS {
        at_ms += LOOK_MS;
        shift.advance(at_ms);
        let act = match by_the_book(&shift, Bot::Perfect) {
            Some(DeskAct::Say(_)) if shift.typed().is_some() => Some(DeskAct::Speak(TYPED.to_owned())),
            act => act,
        };
        if let Some(act) = act.filter(|_| !shift.state().is_over) {
            shift.take(ShiftInput { at_ms, act }).expect("by the book nothing is refused");
        }
    }
    shift
}
