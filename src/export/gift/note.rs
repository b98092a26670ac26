//! What GIFT has no place for, in a comment before the question: `// three-rings: {"point":"…","items":[45]}`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::blocks::OURS;
use crate::diagnostic::{Diagnostic, Span};

/// What is said of a question beside GIFT. What is empty is not written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Note {
    /// What kind it is, where GIFT has one form for several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// What it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The teachable items it tests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<u32>,
    /// How hard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<String>,
    /// Articles it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub laws: Vec<String>,
    /// What today's law changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    /// Where it varies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub varies: Option<String>,
    /// Whether it was put together anew.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reconstructed: bool,
    /// What of the front desk's scorecard it trains.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub trains: Vec<String>,
    /// How long an answer usually takes, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secs: Option<u32>,
    /// What stands above the columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<String>,
    /// What stands behind a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Texts that do not read back to the letter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exact: Vec<Exact>,
}

/// A text that does not read back to the letter: at its place, if it still reads so, it is this.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Exact {
    /// Which of the question's texts: as many were before it.
    pub place: usize,
    /// How it reads.
    pub reads: String,
    /// What it is.
    pub is: String,
}

/// The fields there are.
const FIELDS: [&str; 14] = [
    "kind",
    "point",
    "topic",
    "items",
    "difficulty",
    "laws",
    "changed",
    "varies",
    "reconstructed",
    "trains",
    "secs",
    "heads",
    "unit",
    "exact",
];

impl Note {
    /// The comment.
    pub fn line(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        format!("// {OURS} {json}")
    }

    /// What a comment says; none, with the reason, where it cannot be read.
    pub fn read(said: &str, at: Span) -> (Option<Self>, Vec<Diagnostic>) {
        let value: Value = match serde_json::from_str(said) {
            Ok(value) => value,
            Err(error) => return (None, vec![unreadable(at, &error)]),
        };
        let names: Vec<&str> = value.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let unknown = |name: &&&str| !FIELDS.contains(*name);
        let mut problems: Vec<Diagnostic> = names.iter().filter(unknown).map(|name| unknown_field(name, at)).collect();
        match serde_json::from_value(value.clone()) {
            Ok(note) => (Some(note), problems),
            Err(error) => {
                problems.push(unreadable(at, &error));
                (None, problems)
            }
        }
    }

    /// The text at a place, if it still reads as it did.
    pub fn exact(&self, place: usize, reads: &str) -> Option<&str> {
        self.exact.iter().find(|it| it.place == place && it.reads == reads).map(|it| it.is.as_str())
    }
}

fn unreadable(at: Span, error: &serde_json::Error) -> Diagnostic {
    let message = format!("`{OURS}` 后面的附加内容看不懂({error})");
    Diagnostic::error("gift-note", at, message).help("这一行由程序写出，一般不用改；整行删掉，就当成别处来的题")
}

fn unknown_field(name: &str, at: Span) -> Diagnostic {
    Diagnostic::warning("unknown-field", at, format!("附加内容没有 `{name}` 这一项")).suggest(name, FIELDS)
}
