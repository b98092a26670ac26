//! The look both renderers share: colours, sizes, the sign of a tone; and numbers from outside made safe to draw.

use super::{Paper, Tone};

/// A colour, as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

/// Running text.
pub const TEXT: Color = Color(0x1E, 0x24, 0x2E);
/// Remarks and labels.
pub const MUTED: Color = Color(0x56, 0x5F, 0x6C);
/// Headings, bars and curves without a tone.
pub const ACCENT: Color = Color(0x0B, 0x6B, 0x63);
/// Rules and gridlines.
pub const RULE: Color = Color(0xD9, 0xD5, 0xCB);
/// The empty part of a bar.
pub const TRACK: Color = Color(0xEA, 0xE7, 0xDF);
/// Behind boxes without a tone.
pub const SHADE: Color = Color(0xF5, 0xF3, 0xEE);
/// The sheet.
pub const SHEET: Color = Color(0xFF, 0xFF, 0xFF);

const GOOD: Color = Color(0x15, 0x69, 0x3D);
const GOOD_TINT: Color = Color(0xE3, 0xF3, 0xE9);
const WARN: Color = Color(0x85, 0x55, 0x00);
const WARN_TINT: Color = Color(0xFB, 0xF0, 0xD5);
const BAD: Color = Color(0xA8, 0x20, 0x17);
const BAD_TINT: Color = Color(0xFB, 0xE6, 0xE3);

/// Signs that already say how something is meant, so that no second one is put before them.
const SIGNS: [char; 8] = ['✓', '△', '×', '●', '▲', '▼', '○', '■'];

/// Stands where there is nothing to say.
pub const NOTHING: &str = "—";

impl Color {
    /// As CSS writes it: `#0b6b63`.
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Tone {
    /// All tones.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Good, Self::Warn, Self::Bad];

    /// The colour of text, edge or bar. Plain text stays as it is, so its box and bar take the accent.
    pub fn color(self) -> Color {
        match self {
            Self::Plain => ACCENT,
            Self::Good => GOOD,
            Self::Warn => WARN,
            Self::Bad => BAD,
        }
    }

    /// The colour of a text in this tone.
    pub fn text_color(self) -> Color {
        if self == Self::Plain { TEXT } else { self.color() }
    }

    /// The colour behind it.
    pub fn tint(self) -> Color {
        match self {
            Self::Plain => SHADE,
            Self::Good => GOOD_TINT,
            Self::Warn => WARN_TINT,
            Self::Bad => BAD_TINT,
        }
    }

    /// Its name in a style sheet.
    pub fn css_class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }

    fn sign(self) -> Option<char> {
        match self {
            Self::Plain => None,
            Self::Good => Some('✓'),
            Self::Warn => Some('△'),
            Self::Bad => Some('×'),
        }
    }
}

/// A text behind its tone's sign: colour never says it alone.
pub fn signed(tone: Tone, text: &str) -> String {
    match tone.sign() {
        Some(sign) if !text.trim_start().starts_with(SIGNS) => format!("{sign} {text}").trim_end().to_owned(),
        _ => text.to_owned(),
    }
}

/// A share within 0-1; 0 when it is no number.
pub fn share(value: f32) -> f32 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) }
}

/// A score within 0-100. None when it is no number.
pub fn score(value: f32) -> Option<f32> {
    (!value.is_nan()).then(|| value.clamp(0.0, 100.0))
}

/// A share of a whole in proportion to others: 0 when it is no number or below, and small enough to be summed up.
pub fn weight(value: f32) -> f32 {
    const MOST: f32 = 1e6;
    if value.is_finite() { value.clamp(0.0, MOST) } else { 0.0 }
}

/// How many figures stand in a row, so that rows are about equally full.
pub fn figures_a_row(figures: usize) -> usize {
    const AT_MOST: usize = 4;
    let rows = figures.div_ceil(AT_MOST).max(1);
    figures.div_ceil(rows).max(1)
}

impl Paper {
    /// The page number in words; pages count from 1.
    pub(super) fn page_number(&self, page: usize, pages: usize) -> String {
        self.page_word.replace("{pages}", &pages.to_string()).replace("{page}", &page.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_puts_its_sign_once() {
        assert_eq!(signed(Tone::Good, "达标"), "✓ 达标");
        assert_eq!(signed(Tone::Bad, "× 未达标"), "× 未达标");
        assert_eq!(signed(Tone::Warn, ""), "△");
        assert_eq!(signed(Tone::Plain, "说明"), "说明");
    }

    #[test]
    fn figures_fill_their_rows_evenly() {
        assert_eq!([0, 1, 4, 5, 7, 9].map(figures_a_row), [1, 1, 4, 3, 4, 3]);
    }
}
