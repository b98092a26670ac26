//! `three-rings demo-data`: half a year of a trainee who never was, for looking at reports and for showing the program.
//!
//! It goes through the one door: the whole chain at once as a trainee who comes from another machine, so that it is written
//! in one transaction, and then an attempt broken off in the middle.

use std::sync::Arc;

use jiff::civil::Date;
use uuid::Uuid;

use crate::cli::keeping::{status_in_words, store, trouble_in_words};
use crate::cli::{Args, DONE, args, bad_name_key, now, out, refuse, shelf};
use crate::content::quiz::bank::Bank;
use crate::content::script::Script;
use crate::content::shelf::Setting;
use crate::disk::records::{FILE_NAME, Keeper};
use crate::locale::Locale;
use crate::play::step::Input;
use crate::proof::trainee::{Material, Studied, Trainee, studied};
use crate::proof::{Policy, play_out};
use crate::record::attempt::{Attempt, Kind, Open, Setup, call_line};
use crate::record::chain::Head;
use crate::record::edition::Digest;
use crate::record::file::{FORMAT, ProfileFile};
use crate::record::ledger::PROGRAM;
use crate::record::moment::Moment;
use crate::record::op::Op;
use crate::record::profile::{Profile, fair_name};

/// Before the attempt that was broken off was begun, in milliseconds.
const BROKEN_OFF_AGO_MS: i64 = 40 * 60 * 1_000;
/// How long an answer of it took, in milliseconds.
const ANSWER_MS: u32 = 4_000;

pub fn run(demo: &args::Demo, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    match make(demo, args, &locale) {
        Ok(said) => {
            out(&said);
            DONE
        }
        Err(message) => refuse(&message),
    }
}

fn make(demo: &args::Demo, args: &Args, locale: &Locale) -> Result<String, String> {
    // Real records must not get a made-up trainee among them by accident.
    if args.data.is_none() {
        return Err(locale.text("cli-demo-needs-data"));
    }
    let now = now();
    let (shelf, setting) = (shelf(args), Setting { language: args.lang(), city: &args.city });
    let material = Material::of(&shelf, setting);
    let Some((script, edition)) = material.calls.last() else { return Err(locale.text("home-empty")) };
    let mut keeper = store(args, locale)?;
    let profile = profile(demo, &keeper, now, locale)?;
    let start = first_day(now.day(), demo.days);
    let attempts = Trainee { seed: demo.seed, start, days: demo.days }.attempts(&material);
    let count = attempts.len();
    let open = broken_off(&profile, script, edition, demo.seed, args, now, &keeper);
    let (name, joined) = (profile.name.clone(), attempts.first().map_or(now, |first| first.setup.began));
    let studied = studied(&Bank::of(&shelf), &shelf, setting, start, demo.days, demo.seed);
    let file = chained(Profile { since: joined, ..profile }, attempts, material.editions, studied);
    keeper.take(Op::TakeIn(Box::new(file)));
    keeper.take(Op::Begin(Box::new(open)));
    let status = keeper.status();
    if status.waiting > 0 {
        return Err(status_in_words(&status, args, locale));
    }
    let values = [("name", name.into()), ("count", count.into()), ("from", start.to_string().into())];
    Ok(locale.with("cli-demo-done", &values) + "\n")
}

/// So many days before today.
fn first_day(today: Date, days: u32) -> Date {
    today.saturating_sub(jiff::Span::new().days(days))
}

/// Somebody whose name says that they are made up; the same name and seed are the same person.
fn profile(demo: &args::Demo, keeper: &Keeper, now: Moment, locale: &Locale) -> Result<Profile, String> {
    let others = match keeper.store() {
        Some(store) => store.profiles().map_err(|trouble| trouble_in_words(&trouble, FILE_NAME, locale))?,
        None => Vec::new(),
    };
    let written = demo.name.clone().unwrap_or_else(|| locale.text("cli-demo-name"));
    let word = locale.text("cli-demo-word");
    let written = if written.contains(&word) { written } else { format!("{word} {written}") };
    let name = fair_name(&written, &others).map_err(|bad| {
        format!("{}{}", locale.text(bad_name_key(bad)), locale.with("cli-demo-try-name", &[("name", written.into())]))
    })?;
    let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{name}/{}/{}", demo.seed, now.unix_ms).as_bytes());
    Ok(Profile { id, name, since: now, pin: None, is_anonymous: false })
}

/// A trainee's attempts as a chain. Their ids are made from the trainee's, so that two of the same seed stay two.
fn chained(
    profile: Profile,
    attempts: Vec<Attempt>,
    editions: Vec<crate::record::edition::Edition>,
    studied: Studied,
) -> ProfileFile {
    let own = |id: Uuid| Uuid::new_v5(&profile.id, id.as_bytes());
    let mut head = Head::default();
    let mut links = Vec::with_capacity(attempts.len());
    for mut attempt in attempts {
        attempt.setup.id = own(attempt.setup.id);
        if let Some(retry) = &mut attempt.setup.retry {
            retry.of = own(retry.of);
        }
        // Everything in an attempt has a JSON form.
        let Ok(body) = serde_json::to_string(&attempt) else { continue };
        let link = head.link(profile.id, body);
        head = Head::after(&link);
        links.push(link);
    }
    let mut answered = studied.answered;
    answered.iter_mut().for_each(|answered| answered.id = own(answered.id));
    let format = FORMAT.to_owned();
    ProfileFile { format, profile, head, links, editions, answered, reviews: studied.reviews, preferences: vec![] }
}

/// A call left in the middle, so that one sees what taking it up again looks like.
fn broken_off(
    profile: &Profile,
    script: &Arc<Script>,
    edition: &Digest,
    seed: u64,
    args: &Args,
    now: Moment,
    keeper: &Keeper,
) -> Open {
    let whole = play_out(script, seed, Policy::Recommended).inputs();
    let half = whole.iter().take(whole.len() / 2);
    let inputs = half.map(|input| call_line(Input { after_ms: input.after_ms.saturating_add(ANSWER_MS), ..*input }));
    let setup = Setup {
        id: Uuid::new_v5(&profile.id, b"broken off"),
        kind: Kind::Call,
        subject: script.id.to_string(),
        edition: edition.clone(),
        language: args.lang().tag().to_owned(),
        city: args.city.clone(),
        rule: None,
        seed,
        is_exam: false,
        retry: None,
        began: now.later(-BROKEN_OFF_AGO_MS),
        program: PROGRAM.to_owned(),
    };
    // This run of the program is over soon: then nobody holds it.
    let holder = keeper.store().map_or_else(String::new, |store| store.holder().to_owned());
    Open { setup, profile: profile.id, holder, inputs: inputs.collect(), notepad: String::new() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn it_begins_so_many_days_before_today() {
        assert_eq!(first_day(date(2026, 11, 23), 182), date(2026, 5, 25));
        assert_eq!(first_day(Date::MIN, 10), Date::MIN);
    }
}
