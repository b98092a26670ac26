//! A talk, line by line, to be read.

use bevy_egui::egui::Ui;

use crate::app::screens::bubble::{mine, theirs};
use crate::content::quiz::Speaker;
use crate::content::quiz::card::SpokenCard;
use crate::locale::Locale;

/// Draws a talk.
pub fn talk(ui: &mut Ui, lines: &[SpokenCard]) {
    for line in lines {
        match line.who {
            Speaker::Me => mine(ui, &line.say),
            Speaker::Caller => theirs(ui, &line.say),
        }
    }
}

/// What a speaker is called.
pub fn name_of(who: Speaker, locale: &Locale) -> String {
    locale.text(match who {
        Speaker::Me => "quiz-me",
        Speaker::Caller => "quiz-caller",
    })
}
