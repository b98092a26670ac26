//! What to practise next and why, in words: the reasons are those of the window, the names those of the language wanted.

use super::catalogue::{Catalogue, Sort};
use crate::export::words::why_in_words;
use crate::locale::Locale;
use crate::record::progress::advice::{Advice, Reason};

/// A piece of advice in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advised {
    /// What to practise: the title.
    pub what: String,
    /// Why, as a sentence.
    pub why: String,
}

/// A piece of advice in words; names of what is on offer come from the catalogue.
pub fn advice_in_words(advice: &Advice, catalogue: &Catalogue, locale: &Locale) -> Advised {
    Advised { what: catalogue.title(&advice.what), why: why_in_words(&renamed(&advice.why, catalogue), locale) }
}

/// The same reason, with the names that the catalogue knows.
fn renamed(why: &Reason, catalogue: &Catalogue) -> Reason {
    match why {
        Reason::RedLine { rule, name } => {
            Reason::RedLine { rule: rule.clone(), name: catalogue.called(Sort::Rule, rule, name) }
        }
        Reason::WeakDimension { id, name, score } => {
            let name = catalogue.called(Sort::Dimension, id, name);
            Reason::WeakDimension { id: id.clone(), name, score: *score }
        }
        other => other.clone(),
    }
}

/// The short name of a teachable item, 1-47.
pub fn item_in_words(item: u32, locale: &Locale) -> String {
    locale.text(&format!("item-{item}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::language::Language;
    use crate::content::shelf::Setting;
    use crate::content::shipped;
    use crate::record::attempt::Kind;
    use crate::record::progress::advice::Subject;

    fn advice(id: &str, why: Reason) -> Advice {
        Advice { what: Subject { kind: Kind::Call, id: id.to_owned() }, why }
    }

    #[test]
    fn names_are_those_of_the_language_wanted_and_not_of_the_records() {
        let setting = Setting { language: Language::ZhHant, ..Setting::default() };
        let (catalogue, locale) = (Catalogue::of(&shipped::shelf(), setting), Locale::new(Language::ZhHant));
        let weak = Reason::WeakDimension { id: "listening".to_owned(), name: "Listening".to_owned(), score: 41 };
        let advised = advice_in_words(&advice("busy-owner", weak), &catalogue, &locale);
        assert_eq!(advised.what, "永遠在開會的蔣先生");
        assert!(advised.why.contains("傾聽") && !advised.why.contains("Listening"), "{}", advised.why);
    }

    #[test]
    fn what_is_not_on_offer_any_more_goes_by_its_id() {
        let gone = advice("gone", Reason::AllGood);
        assert_eq!(advice_in_words(&gone, &Catalogue::default(), &Locale::new(Language::En)).what, "gone");
    }
}
