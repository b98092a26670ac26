//! Practice as xAPI statements: their order, ids and figures. That they are valid is for `export_xapi.rs`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use three_rings::content::language::Language::{En, ZhHans, ZhHant};
use three_rings::export::xapi::iri::extension;
use three_rings::export::xapi::statement::Statement;
use three_rings::export::xapi::{Names, json, statements};
use three_rings::proof::Policy;
use three_rings::proof::desk::Bot;
use three_rings::record::attempt::Status;
use uuid::Uuid;

use crate::export_kit::{MORNING, Trained, material, played};

fn trained() -> Trained {
    let mut trained = Trained::new("王小明", 7);
    trained.call("busy-owner", ZhHans, Policy::Recommended, 1);
    trained.call("angry-owner", En, Policy::Random, 2);
    trained.shift("first-day", ZhHant, Bot::Perfect, 2);
    trained.shift("front-desk", ZhHans, Bot::Random, 2);
    trained
}

fn told(trained: &Trained) -> Vec<Statement> {
    statements(&material(&[trained]), Names::Withheld)
}

fn verb(statement: &Statement) -> &str {
    statement.verb.id.rsplit('/').next().unwrap_or_default()
}

/// The verbs of each registration, in order.
fn verbs(statements: &[Statement]) -> BTreeMap<Uuid, Vec<&str>> {
    let mut by_attempt = BTreeMap::<Uuid, Vec<&str>>::new();
    for statement in statements {
        by_attempt.entry(statement.context.registration).or_default().push(verb(statement));
    }
    by_attempt
}

/// `PT3.25S` in milliseconds.
fn ms(duration: &str) -> f64 {
    let seconds = duration.strip_prefix("PT").and_then(|rest| rest.strip_suffix('S')).expect("a duration");
    seconds.parse::<f64>().expect("seconds") * 1_000.0
}

#[test]
fn every_statement_has_an_id_of_its_own_and_the_same_each_time() {
    let (one, mut other) = (trained(), Trained::new("李", 8));
    other.call("busy-owner", ZhHans, Policy::Recommended, 1);
    let material = material(&[&one, &other]);
    let first = json(&material, Names::Withheld).expect("JSON");
    assert_eq!(first, json(&material, Names::Withheld).expect("JSON"));
    let ids = |names| statements(&material, names).iter().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(ids(Names::Withheld), ids(Names::Given), "the same thing done is the same statement");
    let ids = ids(Names::Withheld);
    assert!(ids.iter().all(|id| id.get_version_num() == 5));
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn an_attempt_is_one_registration_from_initialized_to_its_verdict() {
    let trained = trained();
    let statements = told(&trained);
    let verbs = verbs(&statements);
    assert_eq!(verbs.len(), trained.kept.len());
    for kept in &trained.kept {
        let of_attempt = &verbs[&kept.attempt.setup.id];
        let verdict = if kept.attempt.summary.is_passed() { "passed" } else { "failed" };
        let (begin, end) = (of_attempt[0], &of_attempt[of_attempt.len() - 2..]);
        assert_eq!((begin, end), ("initialized", &["completed", verdict][..]));
        assert!(of_attempt[1..of_attempt.len() - 2].iter().all(|verb| *verb == "answered"));
    }
}

#[test]
fn whoever_gives_up_is_terminated_and_neither_passes_nor_fails() {
    let half = played("busy-owner", ZhHans, Policy::Recommended, 3).back_to(5);
    let mut trained = Trained::new("甲", 9);
    trained.keep_call(&half, ZhHans, Status::GivenUp);
    let statements = told(&trained);
    let verbs: Vec<&str> = statements.iter().map(verb).collect();
    assert_eq!(verbs, ["initialized", "answered", "answered", "answered", "answered", "answered", "terminated"]);
    let result = statements[6].result.as_ref().expect("a result");
    assert_eq!((result.completion, result.success, result.score), (Some(false), None, None));
}

#[test]
fn scores_lie_between_nought_and_one_and_the_verdict_s_is_the_summary_s() {
    let trained = trained();
    for statement in told(&trained) {
        let Some(score) = statement.result.as_ref().and_then(|result| result.score) else { continue };
        assert!((0.0..=1.0).contains(&score.scaled));
        if verb(&statement) == "completed" {
            let of = |it: &&three_rings::record::attempt::Kept| it.attempt.setup.id == statement.context.registration;
            let kept = trained.kept.iter().find(of).expect("its attempt");
            assert_eq!((score.raw, score.min, score.max), (Some(kept.attempt.summary.score()), Some(0), Some(100)));
            assert_eq!(statement.result.expect("a result").success, Some(kept.attempt.summary.is_passed()));
        }
    }
}

#[test]
fn time_never_goes_back_and_answers_take_no_longer_than_the_attempt() {
    let trained = trained();
    let statements = told(&trained);
    for kept in &trained.kept {
        let of_attempt: Vec<_> =
            statements.iter().filter(|it| it.context.registration == kept.attempt.setup.id).collect();
        assert!(of_attempt.windows(2).all(|pair| pair[0].timestamp <= pair[1].timestamp));
        assert_eq!(of_attempt[0].timestamp, kept.attempt.setup.began.rfc3339());
        let end = kept.attempt.setup.began.later(kept.attempt.lasted_ms.into());
        assert_eq!(of_attempt[of_attempt.len() - 1].timestamp, end.rfc3339());
        let duration = |it: &&&Statement| it.result.as_ref().and_then(|it| it.duration.as_deref()).map_or(0.0, ms);
        let answers: f64 = of_attempt.iter().filter(|it| verb(it) == "answered").map(|it| duration(&it)).sum();
        let whole = duration(&&of_attempt[of_attempt.len() - 1]);
        assert!(answers > 0.0 && answers <= whole + 10.0, "{answers} of {whole}");
    }
}

#[test]
fn an_offset_no_clock_has_is_told_in_utc() {
    let mut trained = trained();
    trained.kept[0].attempt.setup.began.offset_minutes = i16::MIN;
    assert!(told(&trained)[0].timestamp.ends_with("T01:30:00.000+00:00"));
}

#[test]
fn an_answer_is_one_of_the_choices_and_the_pattern_names_the_recommended_ones() {
    let is_chosen = |it: &&Statement| it.object.definition.interaction_type == Some("choice");
    for statement in told(&trained()).iter().filter(is_chosen) {
        let definition = &statement.object.definition;
        let ids: BTreeSet<&str> = definition.choices.iter().flatten().map(|it| it.id.as_str()).collect();
        let result = statement.result.as_ref().expect("a result");
        let response = result.response.as_deref().expect("nobody is silent here");
        assert!(ids.contains(response), "{response} of {ids:?}");
        let shown = result.extensions[&extension("offered")].as_array().expect("as shown");
        let taken = result.extensions[&extension("taken")].as_u64().expect("a number");
        assert_eq!(shown[usize::try_from(taken).expect("small") - 1], response, "the order shown is told too");
        let pattern = definition.correct_responses_pattern.as_ref().expect("a pattern");
        assert!(pattern.iter().all(|id| ids.contains(id.as_str())));
        if result.success == Some(true) {
            assert!(pattern.iter().any(|id| id == response), "{} {response} {pattern:?}", statement.object.id);
        }
    }
}

#[test]
fn a_call_tells_its_moods_and_its_lines_crossed() {
    let crossed = (0..200).find_map(|seed| {
        let mut trained = Trained::new("甲", 9);
        trained.call("angry-owner", ZhHans, Policy::Random, seed);
        let is_red = |it: &Statement| {
            let breaches = it.result.as_ref().map(|it| &it.extensions[&extension("breaches")]);
            breaches.and_then(Value::as_array).is_some_and(|all| all.iter().any(|one| one["level"] == "red"))
        };
        told(&trained).into_iter().find(|it| verb(it) == "answered" && is_red(it))
    });
    let result = crossed.expect("somebody crosses a red line").result.expect("a result");
    assert_eq!(result.extensions[&extension("verdict")], "red");
    let mood = &result.extensions[&extension("mood")];
    for level in [&mood["before"]["trust"], &mood["before"]["patience"], &mood["after"]["trust"]] {
        assert!(level.as_u64().is_some_and(|level| level <= 100));
    }
}

#[test]
fn nobody_is_named_unless_asked() {
    let trained = trained();
    let material = material(&[&trained]);
    assert!(!json(&material, Names::Withheld).expect("JSON").contains("王小明"));
    let given = statements(&material, Names::Given);
    assert!(given.iter().all(|it| it.actor.name.as_deref() == Some("王小明")));
    assert!(given.iter().all(|it| it.actor.account.name == trained.profile.id.to_string()));
}

#[test]
fn the_context_says_which_content_seed_and_link_of_the_chain() {
    let trained = trained();
    for statement in told(&trained) {
        let of = |it: &&three_rings::record::attempt::Kept| it.attempt.setup.id == statement.context.registration;
        let kept = trained.kept.iter().find(of).expect("its attempt");
        let extensions = &statement.context.extensions;
        assert_eq!(extensions[&extension("edition")], kept.attempt.setup.edition.as_str());
        assert_eq!(extensions[&extension("seed")], kept.attempt.setup.seed.to_string());
        assert_eq!(extensions[&extension("chain")]["hash"], kept.hash.as_str());
        assert_eq!(extensions[&extension("record")], "whole");
        assert_eq!(statement.context.language, kept.attempt.setup.language);
        assert!(statement.object.definition.name.contains_key(&kept.attempt.setup.language));
    }
}

#[test]
fn an_anonymised_attempt_is_told_without_its_answers_and_says_so() {
    let mut trained = Trained::new("甲", 9);
    trained.call("busy-owner", ZhHans, Policy::Recommended, 1).attempt.inputs = None;
    let statements = told(&trained);
    assert_eq!(statements.iter().map(verb).collect::<Vec<_>>(), ["initialized", "completed", "passed"]);
    assert!(statements.iter().all(|it| it.context.extensions[&extension("record")] == "anonymised"));
}

#[test]
fn what_a_retry_took_over_is_not_told_twice() {
    let call = played("busy-owner", ZhHans, Policy::Recommended, 3);
    let mut trained = Trained::new("甲", 9);
    trained.keep_call(&call, ZhHans, Status::Finished);
    let whole = told(&trained).len();
    let first = trained.kept[0].attempt.setup.id;
    trained.takes_up(first, 4);
    let statements = told(&trained);
    assert_eq!(statements.len(), whole - 4);
    assert_eq!(statements[0].context.extensions[&extension("retry")]["from"], 4);
    assert_eq!(statements[0].timestamp, MORNING.rfc3339());
}
