//! The languages of the product, and what becomes of a Chinese text in each.
//!
//! Scenarios are written in Simplified Chinese. Traditional is converted by OpenCC; English stands in a file of its own
//! beside the scenario, text by text under a key. A text without a translation is shown as written.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use crate::content::read::{Table, record, words};
use crate::content::scenario::{Ref, Text};
use crate::diagnostic::Spanned;

words! {
    /// A language of the interface and of scenarios.
    Language, "语言", {
        /// Simplified Chinese, the language scenarios are written in.
        ZhHans,
        /// Traditional Chinese.
        ZhHant,
        /// English.
        En,
    }
}

impl Language {
    /// The tag used on the command line and in locale files (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }
}

record! {
    /// Texts of one file, or of what all files share, in another language.
    Translation, "译文", {
        /// The id of a scenario, a shift, a file of questions or an exam; or one of [`SHARED`].
        of: Ref = need,
        /// The language.
        language: Spanned<Language> = need,
        /// Text by key.
        texts: Table = need,
    }
}

/// What every scenario or shift shares, by the name a translation calls it.
pub mod shared {
    /// The scorecard of calls.
    pub const RUBRIC: &str = "rubric";
    /// The red and yellow lines.
    pub const RULES: &str = "rules";
    /// The articles.
    pub const LAWS: &str = "laws";
    /// The cities.
    pub const CITIES: &str = "cities";
    /// The kinds of person.
    pub const TEMPERAMENTS: &str = "temperaments";
    /// Those who ring at the front desk.
    pub const CALLERS: &str = "callers";
    /// What is said at every call there.
    pub const MANNERS: &str = "manners";
    /// What a shift is judged by.
    pub const SCORECARD: &str = "scorecard";
}

/// Every name of [`shared`].
pub const SHARED: [&str; 8] = [
    shared::RUBRIC,
    shared::RULES,
    shared::LAWS,
    shared::CITIES,
    shared::TEMPERAMENTS,
    shared::CALLERS,
    shared::MANNERS,
    shared::SCORECARD,
];

/// A text that can be translated: whose, under which key, and how its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The id of what it belongs to.
    pub of: String,
    /// The key.
    pub key: String,
    /// The author's words.
    pub text: String,
}

/// Every translation into one language.
pub struct Wordbook<'a> {
    language: Language,
    translations: Vec<&'a Translation>,
    asked: Option<RefCell<Vec<Wanted>>>,
}

impl<'a> Wordbook<'a> {
    /// The translations into `language` among all there are.
    pub fn new(language: Language, translations: impl Iterator<Item = &'a Translation>) -> Self {
        let translations = translations.filter(|it| it.language.value == language).collect();
        Self { language, translations, asked: None }
    }

    /// A book without a word in it that remembers whatever it is asked for: what a translation must have.
    pub fn listening() -> Self {
        Self { language: Language::ZhHans, translations: Vec::new(), asked: Some(RefCell::default()) }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The wording of what an id names. Several files can translate the same; the later has the last word.
    pub fn of(&self, of: &str) -> Wording<'_> {
        let ours = self.translations.iter().filter(|it| it.of.value.0 == of);
        let texts = ours.flat_map(|it| &it.texts.0).map(|(key, text)| (key.value.as_str(), text.value.as_str()));
        Wording { language: self.language, of: of.to_owned(), texts: texts.collect(), asked: self.asked.as_ref() }
    }

    /// Everything that was asked for, each once, in the order it was.
    pub fn wanted(self) -> Vec<Wanted> {
        let mut seen = HashSet::new();
        let mut wanted = self.asked.map(RefCell::into_inner).unwrap_or_default();
        wanted.retain(|it| !it.text.is_empty() && seen.insert((it.of.clone(), it.key.clone())));
        wanted
    }
}

/// Turns the texts of one file into the language they are wanted in.
pub struct Wording<'a> {
    language: Language,
    of: String,
    texts: HashMap<&'a str, &'a str>,
    asked: Option<&'a RefCell<Vec<Wanted>>>,
}

impl<'a> Wording<'a> {
    /// The author's own words.
    pub fn as_written() -> Self {
        Self { language: Language::ZhHans, of: String::new(), texts: HashMap::new(), asked: None }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The translation of a text, if this language has one of its own.
    pub fn translated(&self, key: impl FnOnce() -> String, text: &str) -> Option<&'a str> {
        if let Some(asked) = self.asked {
            asked.borrow_mut().push(Wanted { of: self.of.clone(), key: key(), text: text.to_owned() });
            return None;
        }
        if self.texts.is_empty() {
            return None;
        }
        self.texts.get(key().as_str()).copied()
    }

    /// A text in this language: translated, converted, or as it was written.
    pub fn text(&self, key: impl FnOnce() -> String, text: &Text) -> Box<str> {
        self.written(self.translated(key, &text.value).unwrap_or(&text.value).to_owned())
    }

    /// The text as this language writes it, once everything is filled in.
    pub fn written(&self, text: String) -> Box<str> {
        match self.language {
            Language::ZhHant => traditional(&text).into(),
            Language::ZhHans | Language::En => text.into(),
        }
    }
}

/// What the conversion should have made of some words: pairs, in the order they are to be put right.
static WORDS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/locales/zh-Hant.words").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect()
});

/// Traditional Chinese for a Simplified text; anything else stays as it is.
pub fn traditional(text: &str) -> String {
    static CONVERTER: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::S2t).ok());
    let Some(converter) = CONVERTER.as_ref().filter(|_| !text.is_ascii()) else { return text.to_owned() };
    let mut converted = converter.convert(text);
    for (wrong, right) in WORDS.iter() {
        if converted.contains(wrong) {
            converted = converted.replace(wrong, right);
        }
    }
    converted
}

#[cfg(test)]
mod tests {
    use super::traditional;

    #[test]
    fn simplified_becomes_traditional_word_by_word() {
        assert_eq!(traditional("请问您是业主王先生吗？催缴物业费"), "請問您是業主王先生嗎？催繳物業費");
    }

    #[test]
    fn what_the_conversion_gets_wrong_is_put_right() {
        assert_eq!(traditional("您别着急，岳先生刚才在合同里签了字"), "您別着急，岳先生剛才在合同裡簽了字");
        assert_eq!(traditional("别扭的标签"), "彆扭的標籤", "exceptions are kept");
    }
}
