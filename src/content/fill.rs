//! Filling the facts of the case file into lines: `{arrears}`, `{room}`, `{city.vacancy}`.
//!
//! The facts do not change during a call, so every line is filled once, when the scenario is loaded.

use crate::content::language::{Language, Wording};
use crate::content::law::City;
use crate::content::scenario::{CaseFile, Persona, Text};
use crate::diagnostic::{Diagnostic, Span};

/// Names and what they stand for.
pub struct Facts {
    words: Vec<(String, String)>,
}

/// What the trainee is called where the case file does not say.
const STANDING_STEWARD: &str = "小陈";
/// What the centre is called where the case file does not say.
const STANDING_CENTER: &str = "服务中心";

impl Facts {
    /// Everything that can be filled in for this household in this city, in the words of a language.
    pub fn of(case: &CaseFile, persona: &Persona, city: Option<&City>, wording: &Wording<'_>) -> Self {
        let text = |key: &str, text: &str| wording.translated(|| key.to_owned(), text).unwrap_or(text).to_owned();
        let or = |key: &str, written: &Option<Text>, standing: &str| {
            text(key, written.as_ref().map_or(standing, |written| &written.value))
        };
        let yuan = |amount: u32| yuan(amount, wording.language());
        let mut words: Vec<(String, String)> = [
            ("owner", text("persona.name", &persona.name.value)),
            ("called", text("persona.called", &persona.called.value)),
            ("room", text("case.room", &case.room.value)),
            ("arrears", yuan(case.arrears_yuan)),
            ("months", case.months.to_string()),
            ("per_month", case.per_month_yuan.as_ref().map_or_else(String::new, |fee| yuan(fee.value))),
            ("period", text("case.period", &case.period.value)),
            ("pay_by", text("case.pay_by", &case.pay_by.value)),
            ("today", text("case.today", &case.today.value)),
            ("me", or("case.steward", &case.steward, STANDING_STEWARD)),
            ("center", or("case.center", &case.center, STANDING_CENTER)),
        ]
        .map(|(name, word)| (name.to_owned(), word))
        .into();
        let own_word =
            |(name, word): &(Text, Text)| (name.value.clone(), text(&format!("word.{}", name.value), &word.value));
        words.extend(case.words.0.iter().map(own_word));
        if let Some(city) = city {
            let city_word = |(name, word): &(Text, Text)| (format!("city.{}", name.value), word.value.clone());
            words.extend(city.words.0.iter().map(city_word));
        }
        Self { words }
    }

    /// Just these words.
    pub fn from_words(words: Vec<(String, String)>) -> Self {
        Self { words }
    }

    /// The same and one word more.
    #[must_use]
    pub fn with(&self, name: &str, word: &str) -> Self {
        let mut words = self.words.clone();
        words.push((name.to_owned(), word.to_owned()));
        Self { words }
    }

    /// The word for a name.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.words.iter().find(|(known, _)| known == name).map(|(_, word)| word.as_str())
    }

    /// The text with every `{name}` replaced; names that stand for nothing are reported and left as they are.
    pub fn fill(&self, text: &Text, problems: &mut Vec<Diagnostic>) -> String {
        let mut filled = String::with_capacity(text.value.len());
        let mut rest = text.value.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, behind)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match self.word(name) {
                Some(word) => filled.push_str(word),
                None => {
                    let offset = text.value.len() - after.len() - 1;
                    problems.push(self.unknown(name, place_in(text, offset, name.len() + 2)));
                    filled.push_str(&format!("{{{name}}}"));
                }
            }
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }

    fn unknown(&self, name: &str, at: Span) -> Diagnostic {
        let known: Vec<String> = self.words.iter().map(|(known, _)| braced(known)).collect();
        Diagnostic::error("unknown-placeholder", at, format!("没有 `{{{name}}}` 这个空可填"))
            .suggest(&braced(name), known.iter().map(String::as_str))
    }
}

/// A name as it stands in a line.
fn braced(name: &str) -> String {
    format!("{{{name}}}")
}

/// Whole yuan as they are spoken and written in a case file.
pub fn yuan(amount: u32, language: Language) -> String {
    match language {
        Language::ZhHans | Language::ZhHant => format!("{amount}元"),
        Language::En => format!("¥{}", grouped(amount)),
    }
}

/// A number with a comma before every three digits.
fn grouped(amount: u32) -> String {
    let digits = amount.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Where in the file a part of a text stands; the whole text where escapes make that unsure.
fn place_in(text: &Text, offset: usize, len: usize) -> Span {
    let written = (text.at.end - text.at.start) as usize;
    if written != text.value.len() + 2 {
        return text.at;
    }
    let start = text.at.start as usize + 1 + offset;
    Span::new(start..start + len)
}

/// The names a text wants filled in.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name)
}
