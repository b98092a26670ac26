//! Texts nobody would write, and every kind of answer made of them.

use proptest::prelude::*;
use three_rings::content::quiz::{Basket, Choice, Kind, Match, Number, Quantity};
use three_rings::content::scenario::Text;
use three_rings::diagnostic::{Span, Spanned};

use super::text;

/// Texts out of what GIFT, HTML, JSON and RON have a meaning for.
pub fn nasty() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        prop::sample::select(vec![
            "~",
            "=",
            "#",
            "####",
            "{",
            "}",
            ":",
            "::",
            "\\",
            "\\n",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "->",
            " -> ",
            "//",
            "\n//",
            "%",
            "%50%",
            "%-100%",
            "[html]",
            "[plain]",
            "[",
            "]",
            "*",
            "\\*",
            "T",
            "FALSE",
            "$CATEGORY: x",
            "<b>",
            "&amp;",
            "&lt;",
            "<img src=x>",
            "三声",
            "“引号”",
            "🀄",
            "\u{3000}",
            "\u{feff}",
            "\u{2028}",
            "\u{0}",
            "\"",
            "'",
            " ",
            "  ",
            "1..5",
            "\\~",
            "&&010",
            "three-rings:",
            "_x0041_",
            "_x000D_",
            "=1+1",
            "'",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 1..6).prop_map(|parts| parts.concat())
}

/// Texts that can be told apart, as `check` demands.
pub fn apart(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(nasty(), count)
        .prop_map(|texts| texts.into_iter().enumerate().map(|(at, text)| format!("{text}{at}")).collect())
}

fn texts(words: &[String]) -> Vec<Text> {
    words.iter().map(|word| text(word)).collect()
}

fn choices(words: &[String], right: impl Fn(usize) -> bool) -> Vec<Choice> {
    let choice = |(at, word): (usize, &String)| Choice {
        say: text(word),
        right: right(at),
        why: (at % 2 == 1).then(|| text(&format!("{word}。"))),
        ..Choice::default()
    };
    words.iter().enumerate().map(choice).collect()
}

/// A question's answer of every kind that other formats can say, made of these texts.
pub fn kinds(words: &[String], number: f64) -> Vec<Kind> {
    let half = words.len() / 2;
    let (front, back) = (texts(&words[..half]), texts(&words[half..]));
    let quantity = |value| Spanned { value: Quantity(value), at: Span::new(1..2) };
    vec![
        Kind::Single(choices(words, |at| at == 1)),
        Kind::Multiple(choices(words, |at| at % 2 == 0)),
        Kind::TrueFalse(number > 0.0),
        Kind::Short(texts(words)),
        Kind::Order(texts(words)),
        Kind::Number(Number {
            is: quantity(number),
            within: quantity(number.abs() / 3.0),
            unit: Some(text(&words[0])),
            ..Number::default()
        }),
        Kind::Baskets(vec![
            Basket { name: text(&words[0]), cards: Vec::new(), ..Basket::default() },
            Basket { name: text(&words[1]), cards: front.clone(), ..Basket::default() },
            Basket { name: text(&words[2]), cards: back.clone(), ..Basket::default() },
        ]),
        Kind::Match(Match {
            heads: texts(&words[..2]),
            rows: front.into_iter().zip(&back).map(|(left, right)| vec![left, right.clone()]).collect(),
            extra: vec![texts(&[format!("{}!", words[0])])],
            ..Match::default()
        }),
    ]
}
