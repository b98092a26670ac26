//! `three-rings drill`: a shift at the front desk, worked in the window, by a bot, or from a record of inputs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::cli::{Args, DONE, args, out, refuse, seed_from_clock, shelf};
use crate::content::drill::RingRule;
use crate::content::drill::card::DrillCard;
use crate::content::drill::inputs::Inputs;
use crate::content::shelf::{Content, Setting, Shelf, read};
use crate::diagnostic::{Source, render};
use crate::disk::{read_text, write_text};
use crate::locale::Locale;
use crate::play::drill::act::Refused;
use crate::play::drill::judge::{Verdict, judge};
use crate::play::drill::shift::{LONGEST_AFTERMATH_MS, Shift};
use crate::play::drill::trail;
use crate::proof::desk::{Bot, work};

/// The seed of a bot where none is given.
const BOT_SEED: u64 = 1;

pub fn run(drill: &args::Drill, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    match worked(drill, args, &locale) {
        Ok(Worked::InTheWindow(duty)) => window(*duty, args),
        Ok(Worked::Here(shift)) => match record(&shift, drill.record.as_deref(), &locale) {
            Ok(()) => tell(&shift, drill.json, &locale),
            Err(message) => refuse(&message),
        },
        Err(message) => refuse(&message),
    }
}

/// Where a shift is worked.
enum Worked {
    /// By a bot, or from a record.
    Here(Box<Shift>),
    /// By a person.
    InTheWindow(Box<ForDuty>),
}

/// What the window needs to begin a shift.
pub struct ForDuty {
    /// Everything authors wrote, with the shift that was given.
    pub shelf: Shelf,
    /// The shift's id.
    pub id: String,
    /// The seed.
    pub seed: u64,
    /// The rule about apologising, where it is not the shift's own.
    pub rule: Option<RingRule>,
    /// Where its inputs are kept when it is over.
    pub record_to: Option<PathBuf>,
}

fn worked(drill: &args::Drill, args: &Args, locale: &Locale) -> Result<Worked, String> {
    let mut shelf = shelf(args);
    let recorded = drill.replay.as_deref().map(recorded).transpose()?;
    let id = into_shelf(&drill.drill, recorded.as_ref(), &mut shelf, locale)?;
    let rule = recorded.as_ref().and_then(|it| it.rule).or(drill.rule.map(rule));
    let card = card(&shelf, &id, rule, args, locale)?;
    if let Some(recorded) = recorded {
        let inputs = trail::read(&recorded);
        let seed = drill.seed.unwrap_or(recorded.seed.value.0);
        let mut shift = Shift::replay(card, seed, &inputs).map_err(|(place, refused)| {
            let at_ms = inputs.get(place).map_or(0, |input| input.at_ms);
            let key = if refused == Refused::TooLate { "cli-input-too-late" } else { "cli-input-refused" };
            locale.with(key, &[("place", (place + 1).into()), ("at", at_ms.into())])
        })?;
        shift.run_out(LONGEST_AFTERMATH_MS);
        return Ok(Worked::Here(Box::new(shift)));
    }
    Ok(match drill.bot {
        Some(bot) => Worked::Here(Box::new(work(card, drill.seed.unwrap_or(BOT_SEED), named(bot)))),
        None => {
            let seed = drill.seed.unwrap_or_else(seed_from_clock);
            Worked::InTheWindow(Box::new(ForDuty { shelf, id, seed, rule, record_to: drill.record.clone() }))
        }
    })
}

fn rule(rule: args::Rule) -> RingRule {
    match rule {
        args::Rule::Standing => RingRule::Standing,
        args::Rule::Trade => RingRule::Trade,
    }
}

fn named(bot: args::BotName) -> Bot {
    match bot {
        args::BotName::Perfect => Bot::Perfect,
        args::BotName::Slow => Bot::Slow,
        args::BotName::Random => Bot::Random,
    }
}

fn recorded(path: &Path) -> Result<Inputs, String> {
    let source = read_text(path).map_err(|it| render(&it.source, &[it.problem]))?;
    Inputs::read(&source.text).map_err(|problems| render(&source, &problems))
}

/// The id of the shift that is meant; a file is put onto the shelf first. A record knows its own, unless a file is given.
fn into_shelf(written: &str, recorded: Option<&Inputs>, shelf: &mut Shelf, locale: &Locale) -> Result<String, String> {
    let path = Path::new(written);
    let is_file = path.extension().is_some_and(|it| it == "ron") || path.is_file();
    if !is_file {
        let is_default = written == args::STANDING_DRILL;
        return Ok(recorded.filter(|_| is_default).map_or_else(|| written.to_owned(), |it| it.drill.value.clone()));
    }
    let source = read_text(path).map_err(|it| render(&it.source, &[it.problem]))?;
    if Inputs::read(&source.text).is_ok() {
        return Err(locale.with("cli-is-a-record", &[("file", written.into())]));
    }
    let (content, problems) = read(&source.text);
    if !problems.is_empty() {
        return Err(render(&source, &problems));
    }
    let Some(Content::Drill(drill)) = content else {
        return Err(locale.with("cli-not-a-drill", &[("file", written.into())]));
    };
    let id = drill.id.value.clone();
    shelf.add(source, Content::Drill(drill));
    Ok(id)
}

/// The shift of an id, ready to be worked.
fn card(
    shelf: &Shelf,
    id: &str,
    rule: Option<RingRule>,
    args: &Args,
    locale: &Locale,
) -> Result<Arc<DrillCard>, String> {
    let Some((source, drill)) = shelf.drill(id) else {
        let known: Vec<&str> = shelf.drills.iter().map(|(_, drill)| drill.id.value.as_str()).collect();
        let known = known.join("、");
        return Err(locale.with("cli-no-drill", &[("id", id.into()), ("known", known.into())]));
    };
    let setting = Setting { language: args.lang(), city: &args.city };
    shelf.shift_under(drill, rule, setting).map_err(|problems| not_workable(id, source, &problems, locale))
}

fn not_workable(id: &str, source: &Source, problems: &[crate::diagnostic::Diagnostic], locale: &Locale) -> String {
    format!("{}\n{}", locale.with("cli-not-workable", &[("id", id.into())]), render(source, problems))
}

/// Writes a shift's inputs to a file.
///
/// # Errors
/// In words, when it cannot be written.
pub fn record(shift: &Shift, path: Option<&Path>, locale: &Locale) -> Result<(), String> {
    let Some(path) = path else { return Ok(()) };
    write_text(path, &trail::written(shift).write()).map_err(|error| {
        let values = [("file", path.display().to_string().into()), ("reason", error.to_string().into())];
        locale.with("cli-cannot-write", &values)
    })
}

fn tell(shift: &Shift, is_json: bool, locale: &Locale) -> u8 {
    let report = Report::of(shift);
    if is_json {
        match serde_json::to_string_pretty(&report) {
            Ok(json) => out(&format!("{json}\n")),
            Err(error) => return refuse(&error.to_string()),
        }
    } else {
        out(&in_words(shift, locale));
    }
    DONE
}

#[cfg(feature = "app")]
fn window(duty: ForDuty, args: &Args) -> u8 {
    crate::app::run_shift(args, duty)
}

#[cfg(not(feature = "app"))]
fn window(_: ForDuty, args: &Args) -> u8 {
    refuse(&Locale::new(args.lang()).text("cli-drill-no-window"))
}

/// The report of a shift. Field names and meanings are a promise to scripts.
#[derive(Serialize, Debug)]
pub struct Report {
    /// The shift's id.
    pub drill: String,
    /// The seed it was worked with.
    pub seed: u64,
    /// `Standing` or `Trade`.
    pub rule: &'static str,
    /// Whether it was worked to its end.
    pub finished: bool,
    /// 0-100.
    pub score: u32,
    /// Whether it counts as passed.
    pub passed: bool,
    /// Incoming calls that were ours to answer.
    pub calls: usize,
    /// Of these, answered within the rings allowed.
    pub answered_within: usize,
    /// Wilson's 95 % interval of that share.
    pub wilson95: Option<Interval>,
    /// From the first ring to the lifted receiver, in milliseconds.
    pub reaction_ms: Reaction,
    /// Pick-ups that called for an apology.
    pub apologies_due: usize,
    /// Of these, with one.
    pub apologies_made: usize,
    /// Wrong choices between phones.
    pub priority_errors: usize,
    /// Forms copied between the calls.
    pub forms_filled: u32,
    /// Every criterion of the scorecard.
    pub criteria: Vec<Criterion>,
}

/// An interval of shares, 0-1.
#[derive(Serialize, Debug)]
pub struct Interval {
    low: f64,
    high: f64,
}

/// Reaction times, in milliseconds; null where nobody was answered.
#[derive(Serialize, Debug)]
pub struct Reaction {
    median: Option<u32>,
    p90: Option<u32>,
}

/// One criterion.
#[derive(Serialize, Debug)]
pub struct Criterion {
    id: &'static str,
    name: String,
    weight: u32,
    met: usize,
    due: usize,
    /// The share in percent below which it alone fails the shift.
    fails_below: Option<u32>,
}

impl Report {
    /// The report of a shift as it stands.
    pub fn of(shift: &Shift) -> Self {
        let verdict = judge(shift);
        let card = shift.card();
        let criterion = |tally: &crate::play::drill::judge::Tally| {
            let judged = &card.scorecard.criteria[tally.criterion];
            let (id, name) = (judged.check.word(), judged.name.to_string());
            Criterion {
                id,
                name,
                weight: judged.weight,
                met: tally.met,
                due: tally.due,
                fails_below: judged.fails_below,
            }
        };
        Self {
            drill: card.id.to_string(),
            seed: shift.seed(),
            rule: card.rule.word(),
            finished: shift.state().is_over,
            score: verdict.score,
            passed: verdict.is_passed,
            calls: verdict.calls,
            answered_within: verdict.answered_within,
            wilson95: verdict.wilson.map(|(low, high)| Interval { low, high }),
            reaction_ms: Reaction { median: verdict.median_ms(), p90: verdict.p90_ms() },
            apologies_due: verdict.apologies_due,
            apologies_made: verdict.apologies_made,
            priority_errors: verdict.priority_errors,
            forms_filled: shift.state().forms_filled,
            criteria: verdict.tallies.iter().map(criterion).collect(),
        }
    }
}

/// How much was answered in time, with its interval, in words.
pub fn answered_in_words(shift: &Shift, verdict: &Verdict, locale: &Locale) -> String {
    let (low, high) = verdict.wilson.unwrap_or((0.0, 1.0));
    let percent = |share: f64| (share * 100.0).round();
    let values = [
        ("within", shift.card().rings.answer_within.into()),
        ("hits", verdict.answered_within.into()),
        ("calls", verdict.calls.into()),
        ("low", percent(low).into()),
        ("high", percent(high).into()),
    ];
    locale.with("drill-answered", &values)
}

/// Reaction times in words; nothing where nobody was answered.
pub fn reactions_in_words(verdict: &Verdict, locale: &Locale) -> Option<String> {
    let secs = |ms: u32| format!("{:.1}", f64::from(ms) / 1000.0);
    let values = [
        ("answered", verdict.reactions_ms.len().into()),
        ("lost", (verdict.calls - verdict.reactions_ms.len()).into()),
        ("median", secs(verdict.median_ms()?).into()),
        ("p90", secs(verdict.p90_ms()?).into()),
    ];
    Some(locale.with("drill-reactions", &values))
}

/// What alone fails a shift, in words; nothing where nothing does.
pub fn fell_short_in_words(shift: &Shift, verdict: &Verdict, locale: &Locale) -> Option<String> {
    let words = |criterion: &usize| {
        let (tally, judged) = (verdict.tallies[*criterion], &shift.card().scorecard.criteria[*criterion]);
        let values = [
            ("name", judged.name.as_ref().into()),
            ("met", tally.met.into()),
            ("due", tally.due.into()),
            ("least", judged.fails_below.unwrap_or(0).into()),
        ];
        locale.with("drill-fell-short-one", &values)
    };
    let all = verdict.fell_short.iter().map(words).collect::<Vec<_>>().join(&locale.text("semicolon"));
    (!all.is_empty()).then(|| locale.with("drill-fell-short", &[("all", all.into())]))
}

fn in_words(shift: &Shift, locale: &Locale) -> String {
    let verdict = judge(shift);
    let passed = locale.text(if verdict.is_passed { "drill-passed" } else { "drill-failed" });
    let mut lines = vec![
        format!("━━ {} ━━", shift.card().title),
        format!("{} {} · {passed}", locale.text("drill-score"), verdict.score),
        answered_in_words(shift, &verdict, locale),
    ];
    lines.extend(fell_short_in_words(shift, &verdict, locale));
    lines.extend(reactions_in_words(&verdict, locale));
    for tally in verdict.tallies.iter().filter(|tally| tally.due > 0) {
        let judged = &shift.card().scorecard.criteria[tally.criterion];
        let sign = if tally.met == tally.due { "✓" } else { "△" };
        lines.push(format!("  {sign} {} {}/{}", judged.name, tally.met, tally.due));
    }
    lines.join("\n") + "\n"
}
