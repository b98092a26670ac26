//! The words of every language, each read when it is first needed.

use std::collections::HashMap;

use crate::content::language::Language;
use crate::locale::Locale;

/// Languages read so far.
#[derive(Default)]
pub struct Tongues(HashMap<Language, Locale>);

impl Tongues {
    /// The words of a language.
    pub fn of(&mut self, language: Language) -> &Locale {
        self.0.entry(language).or_insert_with(|| Locale::new(language))
    }
}
