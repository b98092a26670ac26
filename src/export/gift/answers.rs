//! Where one answer ends and the next begins: its sign, its weight, its words, and what is said to it.

use std::ops::Range;

use super::blocks::Searched;

/// What an answer can begin with.
pub const SIGNS: &[u8] = b"=~";
/// What a right answer begins with, where there are no wrong ones.
pub const RIGHT: &[u8] = b"=";

/// One answer of a question.
pub struct Answer {
    /// Whether it begins with `=`; what stands before any sign counts as right.
    pub is_right: bool,
    /// Between `%` and `%`: -100 to 100.
    pub weight: Option<f64>,
    /// The words.
    pub words: Range<usize>,
    /// What is said to it, behind `#`.
    pub said: Option<Range<usize>>,
    /// All of it.
    pub at: Range<usize>,
}

/// The answers at a place, parted by the signs given.
pub fn split(file: &Searched<'_>, at: Range<usize>, signs: &[u8]) -> Vec<Answer> {
    let next = |from: usize| file.find_any(signs, from..at.end);
    let mut answers = Vec::new();
    let first = file.trimmed(at.start..next(at.start).unwrap_or(at.end));
    if !first.is_empty() {
        answers.push(answer(file, first.clone(), first.start, true));
    }
    let mut sign = next(at.start);
    while let Some(start) = sign {
        sign = next(start + 1);
        let whole = file.trimmed(start..sign.unwrap_or(at.end));
        answers.push(answer(file, whole, start + 1, file.begins("=", &(start..at.end))));
    }
    answers
}

/// How many signs there are at a place.
pub fn count(file: &Searched<'_>, at: &Range<usize>) -> usize {
    let signs = std::iter::successors(file.find_any(SIGNS, at.clone()), |last| file.find_any(SIGNS, last + 1..at.end));
    signs.count()
}

fn answer(file: &Searched<'_>, at: Range<usize>, from: usize, is_right: bool) -> Answer {
    let hash = file.find("#", from..at.end);
    let words = file.trimmed(from..hash.unwrap_or(at.end));
    let said = hash.map(|hash| file.trimmed(hash + 1..at.end));
    let (weight, words) = match weight(file, &words) {
        Some((weight, end)) => (Some(weight), file.trimmed(end..words.end)),
        None => (None, words),
    };
    Answer { is_right, weight, words, said, at }
}

/// The weight at the beginning of an answer, and where it ends.
fn weight(file: &Searched<'_>, words: &Range<usize>) -> Option<(f64, usize)> {
    if !file.begins("%", words) {
        return None;
    }
    let end = file.find("%", words.start + 1..words.end)?;
    let weight: f64 = file.text.get(words.start + 1..end)?.trim().parse().ok()?;
    (-100.0..=100.0).contains(&weight).then_some((weight, end + 1))
}
