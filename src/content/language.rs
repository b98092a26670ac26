//! The languages of the product, and what becomes of a Chinese text in each.
//!
//! Scenarios are written in Simplified Chinese. Traditional is converted by OpenCC; English stands in a file of its own
//! beside the scenario, text by text under a key. A text without a translation is shown as written.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use crate::content::read::{Table, record, words};
use crate::content::scenario::Ref;
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
    /// One scenario's texts in another language.
    Translation, "译文", {
        /// The scenario's id.
        of: Ref = need,
        /// The language.
        language: Spanned<Language> = need,
        /// Text by key.
        texts: Table = need,
    }
}

/// Turns a text of a scenario into the language it is wanted in.
pub struct Wording<'a> {
    language: Language,
    translated: HashMap<&'a str, &'a str>,
    asked: Option<RefCell<Vec<String>>>,
}

impl<'a> Wording<'a> {
    /// The wording of one scenario in `language`, with its translation where there is one.
    pub fn new(language: Language, translation: Option<&'a Translation>) -> Self {
        let texts = translation.map(|it| it.texts.0.as_slice()).unwrap_or_default();
        let translated = texts.iter().map(|(key, text)| (key.value.as_str(), text.value.as_str())).collect();
        Self { language, translated, asked: None }
    }

    /// A wording that remembers every key it is asked for, to find out what a translation must have.
    pub fn listening() -> Self {
        Self { asked: Some(RefCell::default()), ..Self::new(Language::ZhHans, None) }
    }

    /// The keys asked for.
    pub fn keys(&self) -> Vec<String> {
        self.asked.as_ref().map(|asked| asked.borrow().clone()).unwrap_or_default()
    }

    /// The translation of a key, if this language has one of its own.
    pub fn translated(&self, key: impl FnOnce() -> String) -> Option<&'a str> {
        if let Some(asked) = &self.asked {
            asked.borrow_mut().push(key());
            return None;
        }
        if self.translated.is_empty() {
            return None;
        }
        self.translated.get(key().as_str()).copied()
    }

    /// The text as this language writes it, once everything is filled in.
    pub fn written(&self, text: String) -> Box<str> {
        match self.language {
            Language::ZhHant => traditional(&text).into(),
            Language::ZhHans | Language::En => text.into(),
        }
    }
}

/// Traditional Chinese for a Simplified text; anything else stays as it is.
pub fn traditional(text: &str) -> String {
    static CONVERTER: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::S2t).ok());
    CONVERTER.as_ref().map_or_else(|| text.to_owned(), |converter| converter.convert(text))
}

#[cfg(test)]
mod tests {
    use super::traditional;

    #[test]
    fn simplified_becomes_traditional_word_by_word() {
        assert_eq!(traditional("请问您是业主王先生吗？催缴物业费"), "請問您是業主王先生嗎？催繳物業費");
    }
}
