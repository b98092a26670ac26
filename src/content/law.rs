//! What today's law and the trade's norms forbid: articles in their own words, and the red and yellow lines drawn from
//! them. A city's own rules are settings beside them.

use crate::content::language::Wording;
use crate::content::read::{Name, Table, record, words};
use crate::content::scenario::{Ref, Text};
use crate::diagnostic::Spanned;

record! {
    /// The articles quoted.
    Laws, "法条表", {
        /// One by one.
        laws: Vec<Law> = need,
    }
}

record! {
    /// One article in its own words.
    Law, "法条", {
        /// Its name here, such as `civil-944`.
        id: Text = need,
        /// The statute.
        statute: Text = need,
        /// Its number.
        article: Text = need,
        /// The version quoted.
        version: Text = need,
        /// The words.
        text: Text = need,
    }
}

record! {
    /// The compliance rules.
    Rules, "红线黄线表", {
        /// One by one.
        rules: Vec<Rule> = need,
    }
}

record! {
    /// One line not to cross.
    Rule, "规则", {
        /// Its name, used in `breaks:`.
        id: Spanned<Name> = need,
        /// Red or yellow.
        level: Level = need,
        /// What trainees see.
        name: Text = need,
        /// Articles it rests on.
        laws: Vec<Ref> = maybe,
        /// The stated norm it rests on besides.
        norm: Text = maybe,
        /// What crossing it does.
        why: Text = need,
        /// What one can say instead.
        instead: Text = need,
        /// Where it varies by city or date.
        varies: Text = maybe,
        /// Since when.
        since: Text = maybe,
        /// Cities where the level differs.
        cities: Vec<CityLevel> = maybe,
    }
}

words! {
    /// How grave a line is.
    Level, "级别", {
        /// Each takes points off.
        Yellow,
        /// The call fails.
        Red,
    }
}

record! {
    /// A city in which a rule has another level.
    CityLevel, "城市级别", {
        /// A name of `cities.ron`.
        city: Ref = need,
        /// The level there.
        level: Level = need,
        /// The local rule.
        note: Text = maybe,
    }
}

record! {
    /// The cities.
    Cities, "城市表", {
        /// One by one.
        cities: Vec<City> = need,
    }
}

record! {
    /// A city's own rules, as words that fit into a spoken sentence.
    City, "城市", {
        /// Its name here.
        id: Text = need,
        /// What trainees see.
        name: Text = need,
        /// Filled into lines as `{city.…}`.
        words: Table = need,
        /// Where the words come from.
        source: Text = maybe,
    }
}

impl City {
    /// The same in a language.
    #[must_use]
    pub fn worded(&self, wording: &Wording<'_>) -> Self {
        let mut city = self.clone();
        let text = |field: &str, text: &mut Text| {
            text.value = wording.text(|| format!("{}.{field}", self.id.value), text).into();
        };
        text("name", &mut city.name);
        city.words.0.iter_mut().for_each(|(name, word)| text(&name.value, word));
        city
    }
}
