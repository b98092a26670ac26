//! How strongly a kind of person reacts: the same answer costs a hot-tempered owner more patience than an easygoing one.

use crate::content::language::Wording;
use crate::content::read::{Name, record};
use crate::content::scenario::{Ref, Text};
use crate::diagnostic::{Diagnostic, Spanned};

record! {
    /// The kinds of person.
    Temperaments, "性子表", {
        /// One by one.
        temperaments: Vec<Temperament> = need,
    }
}

record! {
    /// One kind of person. Gains and losses are percentages of the change a choice states.
    Temperament, "性子", {
        /// Its name, used in `temperament:`.
        id: Spanned<Name> = need,
        /// What trainees see.
        name: Text = need,
        /// What to expect of them.
        about: Text = maybe,
        /// Percent of a rise of trust that arrives.
        trust_gain: Spanned<u32> = need,
        /// Percent of a fall of trust that arrives.
        trust_loss: Spanned<u32> = need,
        /// Percent of a rise of patience that arrives.
        patience_gain: Spanned<u32> = need,
        /// Percent of a fall of patience that arrives.
        patience_loss: Spanned<u32> = need,
        /// The trust, 0-100, from which they begin to promise.
        promises_at: Spanned<u32> = need,
        /// How fast they speak: milliseconds a character.
        speech_ms_per_char: Spanned<u32> = need,
    }
}

impl Temperament {
    /// The same in a language.
    #[must_use]
    pub fn worded(&self, wording: &Wording<'_>) -> Self {
        let id = &self.id.value.0;
        let text = |field: &str, text: &Text| Spanned {
            value: wording.text(|| format!("{id}.{field}"), text).into(),
            at: text.at,
        };
        Self { name: text("name", &self.name), about: text("about", &self.about), ..self.clone() }
    }

    /// A stated change of trust, in points, as this kind of person feels it.
    pub fn trust(&self, points: i32) -> i32 {
        scaled(points, if points < 0 { self.trust_loss.value } else { self.trust_gain.value })
    }

    /// A stated change of patience, in points, as this kind of person feels it.
    pub fn patience(&self, points: i32) -> i32 {
        scaled(points, if points < 0 { self.patience_loss.value } else { self.patience_gain.value })
    }
}

/// The kind of person of a name; one that does not exist is reported, and an ordinary one stands for it.
pub fn temperament_named(name: &Ref, known: &[Temperament], problems: &mut Vec<Diagnostic>) -> Temperament {
    let written = name.value.0.as_str();
    if let Some(found) = known.iter().find(|it| it.id.value.0 == written) {
        return found.clone();
    }
    if !written.is_empty() {
        let problem = Diagnostic::error("unknown-temperament", name.at, format!("没有 `{written}` 这种性子"));
        problems.push(problem.suggest(written, known.iter().map(|it| it.id.value.0.as_str())));
    }
    Temperament::default()
}

/// Whole points, rounded away from zero so that no stated change vanishes.
fn scaled(points: i32, percent: u32) -> i32 {
    let hundredths = points * i32::try_from(percent).unwrap_or(i32::MAX / 100);
    (hundredths.abs() + 99) / 100 * hundredths.signum()
}

#[cfg(test)]
mod tests {
    use super::scaled;

    #[test]
    fn a_small_change_never_vanishes_and_a_large_one_is_in_proportion() {
        assert_eq!(scaled(-5, 80), -4);
        assert_eq!(scaled(-5, 10), -1);
        assert_eq!(scaled(-10, 150), -15);
        assert_eq!(scaled(0, 150), 0);
    }
}
