//! A statement, as far as this program makes use of it (xAPI 1.0.3, Part Two, section 2).

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::iri;
use crate::export::Told;
use crate::record::attempt::Setup;

/// Words by language tag (BCP 47).
pub type LanguageMap = BTreeMap<String, String>;
/// Whatever else there is to say, by IRI.
pub type Extensions = Map<String, Value>;

/// Who did what, with which result, when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Statement {
    /// The same for the same thing done, however often it is told.
    pub id: Uuid,
    /// Who.
    pub actor: Agent,
    /// What they did.
    pub verb: Verb,
    /// What with.
    pub object: Activity,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Outcome>,
    /// What it belongs to.
    pub context: Context,
    /// When, in RFC 3339.
    pub timestamp: String,
}

/// A person, by their account.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agent {
    #[serde(rename = "objectType")]
    object_type: &'static str,
    /// What they are called, where that may be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The account.
    pub account: Account,
}

/// An account: with us it is a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Account {
    /// The same for all.
    #[serde(rename = "homePage")]
    pub home_page: &'static str,
    /// The profile's id.
    pub name: String,
}

/// A verb.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verb {
    /// Its IRI.
    pub id: String,
    /// How people say it.
    pub display: LanguageMap,
}

/// An activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Activity {
    #[serde(rename = "objectType")]
    object_type: &'static str,
    /// Its IRI.
    pub id: String,
    /// What it is.
    pub definition: Definition,
}

/// What an activity is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    /// What people call it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub name: LanguageMap,
    /// What is asked.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub description: LanguageMap,
    /// Its type's IRI.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// How it is answered, where it is a question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interaction_type: Option<&'static str>,
    /// Answers any of which is recommended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correct_responses_pattern: Option<Vec<String>>,
    /// Answers offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<Component>>,
}

/// An answer offered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Component {
    /// Its name.
    pub id: String,
    /// Its words.
    pub description: LanguageMap,
}

/// What came of something. (The specification's "result".)
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outcome {
    /// How good it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// Whether it was as it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    /// Whether it came to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<bool>,
    /// What was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
    /// How long it took, in ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// What else there is to say.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub extensions: Extensions,
}

/// How good something was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// 0-1.
    pub scaled: f64,
    /// 0-100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw: Option<u32>,
    /// The least of `raw`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// The most of `raw`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

/// What a statement belongs to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Context {
    /// The attempt.
    pub registration: Uuid,
    /// What it is part of.
    pub context_activities: ContextActivities,
    /// The content's version: the edition's digest.
    pub revision: String,
    /// The program that judged it.
    pub platform: String,
    /// The language it was played in.
    pub language: String,
    /// What else there is to say.
    pub extensions: Extensions,
}

/// What a statement is part of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContextActivities {
    /// What a question is part of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parent: Vec<Activity>,
    /// The scenario or the shift.
    pub grouping: Vec<Activity>,
    /// What all these statements promise.
    pub category: Vec<Activity>,
}

impl Agent {
    /// The agent of a profile.
    pub fn of(profile: Uuid, name: Option<String>) -> Self {
        let account = Account { home_page: iri::PROFILES, name: profile.to_string() };
        Self { object_type: "Agent", name, account }
    }
}

impl Activity {
    /// An activity.
    pub fn new(id: String, definition: Definition) -> Self {
        Self { object_type: "Activity", id, definition }
    }
}

impl Context {
    /// The context of a statement about an attempt, or about a question of it.
    pub fn of(told: &Told<'_>, activity: &Activity, is_question: bool) -> Self {
        let setup = &told.kept.attempt.setup;
        let category = Definition { kind: iri::PROFILE_TYPE, ..Definition::default() };
        Self {
            registration: setup.id,
            context_activities: ContextActivities {
                parent: if is_question { vec![activity.clone()] } else { Vec::new() },
                grouping: vec![activity.clone()],
                category: vec![Activity::new(iri::CATEGORY.to_owned(), category)],
            },
            revision: setup.edition.clone(),
            platform: format!("Three Rings {}", setup.program),
            language: setup.setting().language.tag().to_owned(),
            extensions: circumstances(told, setup),
        }
    }
}

/// Under which circumstances an attempt was made. The seed is text: readers of JSON round numbers of 64 bits.
fn circumstances(told: &Told<'_>, setup: &Setup) -> Extensions {
    let retry = setup.retry.map(|retry| json!({ "of": retry.of, "from": retry.from }));
    let all = [
        ("edition", Some(json!(setup.edition))),
        ("seed", Some(json!(setup.seed.to_string()))),
        ("city", Some(json!(setup.city))),
        ("exam", Some(json!(setup.is_exam))),
        ("rule", setup.rule.as_ref().map(|rule| json!(rule))),
        ("retry", retry),
        ("chain", Some(json!({ "place": told.kept.place, "hash": told.kept.hash }))),
        ("record", Some(json!(told.record.word()))),
    ];
    extensions(all)
}

/// Extensions by their short names; those that are not known are left out.
pub fn extensions<const N: usize>(all: [(&str, Option<Value>); N]) -> Extensions {
    all.into_iter().filter_map(|(name, value)| Some((iri::extension(name), value?))).collect()
}
