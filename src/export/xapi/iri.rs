//! Every name the statements use that must be unique in the world.
//!
//! Verbs and types are ADL's own (the xAPI vocabulary, `http://adlnet.gov/expapi/`). Ours stand below a domain that is
//! reserved for examples (RFC 2606) and so belongs to nobody: they are names and lead nowhere.

use crate::record::attempt::{Kind, Setup};

/// Begins every name of ours.
pub const BASE: &str = "https://three-rings.example";
/// Where profiles have their accounts.
pub const PROFILES: &str = "https://three-rings.example/profiles";
/// The category of every statement: what they promise stands in this module.
pub const CATEGORY: &str = "https://three-rings.example/xapi/profile/1";
/// Begins every extension of ours.
const EXTENSIONS: &str = "https://three-rings.example/xapi/extensions";
const ADL_VERBS: &str = "http://adlnet.gov/expapi/verbs";
/// A question.
pub const INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
/// A scenario or a shift.
pub const SIMULATION: &str = "http://adlnet.gov/expapi/activities/simulation";
/// A category.
pub const PROFILE_TYPE: &str = "http://adlnet.gov/expapi/activities/profile";

/// What a trainee did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Began an attempt.
    Initialized,
    /// Said something, or nothing.
    Answered,
    /// Came to the end.
    Completed,
    /// Passed.
    Passed,
    /// Did not.
    Failed,
    /// Gave up.
    Terminated,
}

impl Verb {
    /// ADL's word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Initialized => "initialized",
            Self::Answered => "answered",
            Self::Completed => "completed",
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Terminated => "terminated",
        }
    }

    /// Its IRI.
    pub fn iri(self) -> String {
        format!("{ADL_VERBS}/{}", self.word())
    }
}

/// The IRI of an extension of ours.
pub fn extension(name: &str) -> String {
    format!("{EXTENSIONS}/{name}")
}

/// The IRI of a scenario, a shift or an exam.
pub fn subject(setup: &Setup) -> String {
    let folder = match setup.kind {
        Kind::Call => "calls",
        Kind::Shift => "shifts",
        Kind::Exam => "exams",
    };
    format!("{BASE}/{folder}/{}", encoded(&setup.subject))
}

/// The IRI of a question of it: the same question has the same, whoever plays; each part of the name is a part of the
/// path.
pub fn question(subject: &str, lesson: &str) -> String {
    let path: Vec<String> = lesson.split('/').map(encoded).collect();
    format!("{subject}/questions/{}", path.join("/"))
}

/// A text as part of a path: what is not unreserved (RFC 3986, section 2.3) is percent-encoded.
fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::question;

    #[test]
    fn whatever_an_author_calls_a_question_is_a_path() {
        assert_eq!(question("x:y", "flood/exchange-2"), "x:y/questions/flood/exchange-2");
        assert_eq!(question("x:y", "a b?水"), "x:y/questions/a%20b%3F%E6%B0%B4");
    }
}
