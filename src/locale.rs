//! The words of the interface, in three languages; both faces read them here.
//!
//! The texts are Fluent files under `assets/locales/`, compiled in. Traditional Chinese is converted from Simplified.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::content::language::{Language, traditional};

const ZH_HANS: &str = include_str!("../assets/locales/zh-Hans.ftl");
const EN: &str = include_str!("../assets/locales/en.ftl");

/// The words of one language.
pub struct Locale {
    /// Which.
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Locale {
    /// The words of a language.
    pub fn new(language: Language) -> Self {
        let text = match language {
            Language::ZhHans => ZH_HANS.to_owned(),
            Language::ZhHant => traditional(ZH_HANS),
            Language::En => EN.to_owned(),
        };
        // A slip in a shipped file costs the words it spoils and no more; a test finds it.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(partial, _)| partial);
        let identifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Marks around inserted words would show as boxes in a terminal.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The text of a key; the key itself where there is none.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of a key with values in it.
    pub fn with<'v>(&self, key: &str, values: &[(&'static str, FluentValue<'v>)]) -> String {
        let args: FluentArgs<'v> = values.iter().cloned().collect();
        self.format(key, Some(&args))
    }

    /// A name and what there is to say of it, as this language puts a colon between them.
    pub fn pair(&self, name: &str, value: &str) -> String {
        self.with("pair", &[("name", name.into()), ("value", value.into())])
    }

    /// A thing and a remark on it, as this language puts a dash between them.
    pub fn remarked(&self, thing: &str, remark: &str) -> String {
        self.with("remarked", &[("thing", thing.into()), ("remark", remark.into())])
    }

    /// Where an article stands.
    pub fn cited(&self, statute: &str, article: &str, version: &str) -> String {
        self.with("cited", &[("statute", statute.into()), ("article", article.into()), ("version", version.into())])
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(text: &str) -> BTreeSet<&str> {
        let key = |line: &'static str| line.split_once(" = ").map(|(key, _)| key);
        let text: &'static str = if text == ZH_HANS { ZH_HANS } else { EN };
        text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).filter_map(key).collect()
    }

    #[test]
    fn every_language_has_every_key_and_parses() {
        assert_eq!(keys(ZH_HANS), keys(EN));
        for language in Language::ALL {
            let locale = Locale::new(*language);
            for key in keys(ZH_HANS) {
                assert!(locale.bundle.has_message(key), "{key} is missing or broken in {}", language.tag());
            }
        }
    }

    #[test]
    fn values_are_filled_in_without_marks_around_them() {
        let locale = Locale::new(Language::ZhHant);
        assert_eq!(locale.with("note-recall", &[("kept", 3.into()), ("told", 5.into())]), "記全 3/5");
    }
}
