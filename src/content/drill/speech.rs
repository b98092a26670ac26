//! What a sentence at the desk has and lacks: greeting, unit, name, apology. The same ear hears what was chosen and what
//! was typed.

use std::ops::Range;

use super::Part;
use super::card::MannersCard;

/// A moment at which everybody says about the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The first sentence.
    Opening {
        /// Whether it must apologise.
        with_apology: bool,
    },
    /// Asking leave when a second phone rings.
    Leave,
    /// Taking a number because somebody else is waiting.
    TakeNumber,
    /// Coming back to the one who waited.
    Back,
    /// The last sentence.
    Goodbye,
}

impl Standing {
    /// What a sentence of this moment must have.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Self::Opening { with_apology: false } => &[Part::Greeting, Part::Unit, Part::Name],
            Self::Opening { with_apology: true } => &[Part::Greeting, Part::Apology, Part::Unit, Part::Name],
            Self::Leave => &[Part::Hold, Part::Ask],
            Self::TakeNumber => &[Part::Number, Part::RingBack],
            Self::Back => &[Part::Apology],
            Self::Goodbye => &[Part::Thanks, Part::Goodbye],
        }
    }
}

/// What was heard in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Each part that was looked for, and where in the sentence it stands, in bytes; and an apology that was made without
    /// being due, which does no harm.
    pub parts: Vec<(Part, Option<Range<usize>>)>,
    /// Whether it is a 喂 without a greeting.
    pub is_bare: bool,
}

/// The word that must not stand alone.
const BARE: char = '喂';

impl Heard {
    /// Whether a part was heard.
    pub fn has(&self, part: Part) -> bool {
        self.parts.iter().any(|(known, place)| *known == part && place.is_some())
    }

    /// What was looked for and not heard.
    pub fn missing(&self) -> impl Iterator<Item = Part> {
        self.parts.iter().filter(|(_, place)| place.is_none()).map(|(part, _)| *part)
    }

    /// Whether nothing is missing.
    pub fn is_whole(&self) -> bool {
        !self.is_bare && self.missing().next().is_none()
    }
}

/// Hears what a sentence has of what its moment asks for.
pub fn listen(sentence: &str, standing: Standing, manners: &MannersCard) -> Heard {
    let mut parts: Vec<_> = standing.parts().iter().map(|&part| (part, place(sentence, part, manners))).collect();
    let apology = place(sentence, Part::Apology, manners);
    if standing == (Standing::Opening { with_apology: false }) && apology.is_some() {
        parts.push((Part::Apology, apology));
    }
    let starts_bare = sentence.trim_start().starts_with(BARE);
    Heard { is_bare: starts_bare && place(sentence, Part::Greeting, manners).is_none(), parts }
}

/// Where a part stands: the longest of its words that occurs, in capitals or not.
fn place(sentence: &str, part: Part, manners: &MannersCard) -> Option<Range<usize>> {
    let card = manners.parts.iter().find(|card| card.part == part)?;
    // Only ASCII letters are made small, so that every byte stays where it is.
    let sentence = sentence.to_ascii_lowercase();
    let found = card.words.iter().filter(|word| !word.is_empty());
    let found = found.filter_map(|word| sentence.find(&word.to_ascii_lowercase()).map(|at| at..at + word.len()));
    found.max_by_key(Range::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::drill::card::PartCard;

    fn manners() -> MannersCard {
        let part = |part, words: &[&str]| PartCard {
            part,
            name: "".into(),
            words: words.iter().map(|&word| word.into()).collect(),
        };
        MannersCard {
            parts: vec![
                part(Part::Greeting, &["您好", "你好"]),
                part(Part::Unit, &["云景服务中心"]),
                part(Part::Name, &["小陈"]),
                part(Part::Apology, &["久等", "抱歉"]),
            ],
            ..MannersCard::default()
        }
    }

    fn heard(sentence: &str, with_apology: bool) -> Heard {
        listen(sentence, Standing::Opening { with_apology }, &manners())
    }

    #[test]
    fn a_first_sentence_has_greeting_unit_and_name() {
        assert!(heard("您好，云景服务中心，我是小陈。", false).is_whole());
        assert_eq!(heard("你好，请讲。", false).missing().collect::<Vec<_>>(), [Part::Unit, Part::Name]);
    }

    #[test]
    fn english_is_heard_in_capitals_or_not() {
        let mut manners = manners();
        manners.parts[0].words.push("good morning".into());
        manners.parts[1].words.push("Yunjing Service Centre".into());
        manners.parts[2].words.push("Xiao Chen".into());
        let sentence = "Good morning, yunjing service centre, Xiao Chen speaking.";
        let heard = listen(sentence, Standing::Opening { with_apology: false }, &manners);
        assert!(heard.is_whole());
        assert_eq!(heard.parts[1].1.clone().map(|place| &sentence[place]), Some("yunjing service centre"));
    }

    #[test]
    fn a_bare_wei_is_heard_as_such_and_a_polite_one_is_not() {
        assert!(heard("喂？", false).is_bare);
        assert!(heard("喂，云景服务中心小陈。", false).is_bare);
        assert!(!heard("喂，您好，云景服务中心小陈。", false).is_bare);
    }

    #[test]
    fn an_apology_is_missed_only_where_it_is_due() {
        let sentence = "您好，云景服务中心小陈。";
        assert!(heard(sentence, false).is_whole());
        assert_eq!(heard(sentence, true).missing().collect::<Vec<_>>(), [Part::Apology]);
        let polite = heard("您好，让您久等了，云景服务中心小陈。", false);
        assert!(polite.is_whole() && polite.has(Part::Apology), "made without being due, it does no harm");
    }
}
