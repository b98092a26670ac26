//! A number: `9`, `9:0.5`, `8.5..9.5`; of several, the first that is wholly right.

use std::ops::Range;

use super::answers::{SIGNS, split};
use super::read::Asking;
use crate::content::quiz::{Kind, Number, Quantity};
use crate::content::scenario::Text;
use crate::diagnostic::{Span, Spanned};

/// All of it, in percent.
const WHOLE: f64 = 100.0;

/// The number at a place that begins with `#`.
pub fn number(asking: &mut Asking<'_, '_>, at: Range<usize>) -> Option<Kind> {
    let answers = split(asking.file, asking.file.trimmed(at.start + 1..at.end), SIGNS);
    let mut found = None;
    for answer in answers.iter().filter(|answer| answer.is_right) {
        let is_whole = answer.weight.is_none_or(|weight| weight >= WHOLE);
        let read = asking.file.text.get(answer.words.clone()).and_then(range);
        match (read, is_whole && found.is_none()) {
            (Some(range), true) => found = Some((range, answer.words.clone())),
            (Some(_), false) => asking.warn(
                "gift-number",
                &answer.at,
                "只能有一个算对的数，这一个没有留下",
                "要几个数都算对，改成一个范围 `#8..10`，或改成填空",
            ),
            (None, _) => {
                asking.warn("gift-number", &answer.at, "这里不是一个数，没有留下", "写成 `#9`、`#9:0.5` 或 `#8.5..9.5`")
            }
        }
    }
    if let Some(answer) = answers.iter().find(|answer| answer.said.as_ref().is_some_and(|said| !said.is_empty())) {
        asking.warn("gift-said", &answer.at, "数字题不能各带一句话，没有留下", "要紧的话写进 `####` 后面的讲解");
    }
    let Some(((is, within), words)) = found else {
        return asking.refuse("no-right", &at, "没有一个算对的数", "写成 `#9`、`#9:0.5` 或 `#8.5..9.5`");
    };
    let at = Span::new(words);
    let unit = asking.note.unit.clone().map(|unit| Text { value: unit, at });
    let quantity = |value| Spanned { value: Quantity(value), at };
    Some(Kind::Number(Number { is: quantity(is), within: quantity(within), unit, at }))
}

/// What is right, and how far off still counts.
fn range(written: &str) -> Option<(f64, f64)> {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    if let Some((low, high)) = written.split_once("..") {
        let (low, high) = (number(low)?, number(high)?);
        return (low <= high).then_some((decimal(f64::midpoint(low, high)), decimal((high - low) / 2.0)));
    }
    match written.split_once(':') {
        Some((is, within)) => Some((number(is)?, number(within).filter(|within| *within >= 0.0)?)),
        None => Some((number(written)?, 0.0)),
    }
}

/// Without the dust that halving leaves behind: nobody writes more than nine places.
fn decimal(number: f64) -> f64 {
    format!("{number:.9}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn a_number_has_three_forms() {
        assert_eq!(range("9"), Some((9.0, 0.0)));
        assert_eq!(range("-9.5 : 0.5"), Some((-9.5, 0.5)));
        assert_eq!(range("1..5"), Some((3.0, 2.0)));
    }

    #[test]
    fn what_is_none_is_none() {
        for none in ["", "*", "九", "9:", ":1", "5..1", "inf", "9:-1", "1..", "NaN"] {
            assert_eq!(range(none), None, "{none}");
        }
    }
}
