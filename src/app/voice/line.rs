//! A line to be said: words only, whatever was in the text.

use crate::app::voice::manner::Manner;

/// Nobody listens to more in one breath; and so much fits into every pipe before anybody reads from it.
const LONGEST_CHARS: usize = 600;

/// In which language a line is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// However it is written: simplified or traditional.
    Mandarin,
    /// Of Britain or of America.
    English,
}

impl Tongue {
    /// Each of them.
    pub(super) const ALL: [Self; 2] = [Self::Mandarin, Self::English];
}

/// Something to say. The text is never empty and holds no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its language.
    pub(super) tongue: Tongue,
    /// Its words.
    pub(super) text: String,
    /// How it is said.
    pub(super) manner: Manner,
}

impl Line {
    /// None if there is nothing to say in the text.
    pub(super) fn new(tongue: Tongue, text: &str, manner: Manner) -> Option<Self> {
        let text = words_of(text);
        text.chars().any(char::is_alphanumeric).then_some(Self { tongue, text, manner: manner.within_bounds() })
    }
}

/// The text on one line, without what is no text: `[[` opens phonemes in espeak-ng and commands in `say`.
fn words_of(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut before = ' ';
    for char in text.chars().map(|char| if is_text(char) { char } else { ' ' }).take(LONGEST_CHARS) {
        if before == '[' && char == '[' {
            words.push(' ');
        }
        words.push(char);
        before = char;
    }
    words.trim().to_owned()
}

/// The last two may not stand in XML.
fn is_text(char: char) -> bool {
    !char.is_control() && !matches!(char, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}
