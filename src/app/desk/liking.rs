//! How a trainee likes the window: kept with them, and so again when they come back.

use crate::app::desk::trainee::Who;
use crate::app::desk::{Action, Desk, NEW_CHOICES, Preferences, QuizAction, Thinking};
use crate::content::language::Language;
use crate::record::op::Op;

const LANGUAGE: &str = "language";
const THEME: &str = "theme";
const TEXT_SIZE: &str = "text_size_percent";
const THINKING: &str = "thinking";
const VOLUME: &str = "volume_percent";
const MUTED: &str = "is_muted";
const VOICED: &str = "is_voiced";
const CALM: &str = "reduce_motion";
const CTRL_KEYS: &str = "keys_need_ctrl";
const CITY: &str = "city";
const NEW_A_DAY: &str = "new_a_day";
const CERTIFY_ON: &str = "certify_on";

const DARK: &str = "dark";
const LIGHT: &str = "light";

/// Truth, as it is written down.
const YES: &str = "true";

/// The text sizes there are, in percent.
pub const TEXT_SIZES: std::ops::RangeInclusive<u16> = 80..=200;

/// The words for the time to think.
const THINKING_WORDS: [(Thinking, &str); 3] =
    [(Thinking::Normal, "normal"), (Thinking::Double, "double"), (Thinking::Unlimited, "unlimited")];

impl Desk {
    /// Makes one thing about the window otherwise.
    pub fn prefer(&mut self, action: Action) {
        let likes = &mut self.preferences;
        match action {
            Action::Darken(is_dark) => likes.is_dark = is_dark,
            Action::Resize(percent) => {
                likes.text_size_percent = percent.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
            }
            Action::Think(thinking) => likes.thinking = thinking,
            Action::Loud(percent) => likes.volume_percent = percent,
            Action::Mute(is_muted) => likes.is_muted = is_muted,
            Action::Voice(is_voiced) => likes.is_voiced = is_voiced,
            Action::Calm(is_calm) => likes.is_calm = is_calm,
            Action::CtrlKeys(keys_need_ctrl) => likes.keys_need_ctrl = keys_need_ctrl,
            _ => {}
        }
    }

    /// How the window is now, as it is written down.
    fn liking(&self) -> Vec<(String, String)> {
        let Preferences { is_dark, text_size_percent, thinking, volume_percent, is_muted, .. } = self.preferences;
        let Preferences { is_voiced, is_calm, keys_need_ctrl, .. } = self.preferences;
        let thinking = THINKING_WORDS.iter().find(|(it, _)| *it == thinking).map_or("", |(_, word)| word);
        let pairs = [
            (LANGUAGE, self.locale.language.tag().to_owned()),
            (THEME, if is_dark { DARK } else { LIGHT }.to_owned()),
            (TEXT_SIZE, text_size_percent.to_string()),
            (THINKING, thinking.to_owned()),
            (VOLUME, volume_percent.to_string()),
            (MUTED, is_muted.to_string()),
            (VOICED, is_voiced.to_string()),
            (CALM, is_calm.to_string()),
            (CTRL_KEYS, keys_need_ctrl.to_string()),
            (CITY, self.city.clone()),
            (NEW_A_DAY, self.wanted.new_a_day.to_string()),
            (CERTIFY_ON, self.wanted.certify_on.map_or_else(String::new, |day| day.to_string())),
        ];
        pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }

    /// Makes the window as a trainee likes it. What makes no sense is left as it is; a language asked for when the program
    /// was started stays.
    pub fn like_it(&mut self, liked: &[(String, String)]) {
        for (key, value) in liked {
            self.like_one(key, value);
        }
        let liking = self.liking();
        if let Who::Trainee(trainee) = &mut self.who {
            trainee.preferred = liking;
        }
    }

    fn like_one(&mut self, key: &str, value: &str) {
        match key {
            LANGUAGE if !self.is_language_given => {
                let language = Language::ALL.iter().find(|it| it.tag() == value);
                if let Some(&language) = language.filter(|it| **it != self.locale.language) {
                    self.apply(Action::Speak(language));
                }
            }
            THEME => self.preferences.is_dark = value == DARK,
            TEXT_SIZE => {
                let size = value.parse().ok().filter(|size| TEXT_SIZES.contains(size));
                self.preferences.text_size_percent = size.unwrap_or(self.preferences.text_size_percent);
            }
            THINKING => {
                let known = THINKING_WORDS.iter().find(|(_, word)| *word == value);
                self.preferences.thinking = known.map_or(self.preferences.thinking, |(thinking, _)| *thinking);
            }
            VOLUME => {
                let percent = value.parse().ok().filter(|percent| *percent <= 100);
                self.preferences.volume_percent = percent.unwrap_or(self.preferences.volume_percent);
            }
            NEW_A_DAY => {
                let count = value.parse().ok().filter(|count| NEW_CHOICES.contains(count));
                self.wanted.new_a_day = count.unwrap_or(self.wanted.new_a_day);
            }
            CERTIFY_ON => self.apply(Action::Quiz(QuizAction::CertifyText(value.to_owned()))),
            MUTED => self.preferences.is_muted = value == YES,
            VOICED => self.preferences.is_voiced = value == YES,
            CALM => self.preferences.is_calm = value == YES,
            CTRL_KEYS => self.preferences.keys_need_ctrl = value == YES,
            CITY if self.city != value && self.shelf.city(value).is_some() => {
                self.apply(Action::Move(value.to_owned()));
            }
            _ => {}
        }
    }

    /// Keeps what is liked otherwise now.
    pub fn keep_liking(&mut self) {
        let liking = self.liking();
        let (Who::Trainee(trainee), Some(records)) = (&mut self.who, &self.records) else { return };
        if !trainee.is_loaded || trainee.preferred == liking {
            return;
        }
        let profile = trainee.profile.id;
        let is_new = |pair: &&(String, String)| !trainee.preferred.contains(pair);
        for (key, value) in liking.iter().filter(is_new).cloned() {
            records.write(Op::Prefer { profile, key, value });
        }
        trainee.preferred = liking;
    }
}
