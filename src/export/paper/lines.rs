//! Running text, broken into lines by the Unicode rules: no Chinese line begins with ，。！？：；or ends with “（.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::mark::{Measure, Style};

/// A line. The space it was broken at stays at its end, so that copied words keep apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What stands on it, without a line feed.
    pub text: String,
    /// How wide it is in points, without the space at its end and what may stand outside.
    pub width: f32,
    /// A paragraph ends here.
    pub last: bool,
}

/// Marks that fill only the left half of their square, so that they may stand half outside at a line's end.
const HALF_EMPTY: &str = "，。、；：！？”’）》〉」』】〕";
/// Marks that close and may lose the empty half of their square within a line.
const CLOSING: &str = "，。、；：”’）》〉」』】〕";
/// Marks that open and may lose the empty half of their square.
const OPENING: &str = "“‘（《〈「『【〔";
/// The empty half of a mark's square, in ems.
const HALF: f32 = 0.5;
/// What is empty around a single quote, in ems.
const THREE_QUARTERS: f32 = 0.75;
/// The first character that is as wide as it is high.
const FIRST_WIDE: char = '\u{2e80}';

/// Breaks a text into lines of at most a width, in points. Never fewer than one line. What cannot be broken by the
/// rules (a long address) is broken anywhere; a line holds at least one character.
pub fn break_lines(text: &str, width: f32, style: Style, measure: &dyn Measure) -> Vec<Line> {
    let text = text.trim_end();
    let mut filler = Filler { width, style, measure, lines: Vec::new(), text: String::new(), filled: 0.0 };
    let mut start = 0;
    for (end, opportunity) in linebreaks(&with_sided_quotes(text)) {
        filler.add(text[start..end].trim_end_matches(is_line_end));
        if opportunity == BreakOpportunity::Mandatory {
            filler.finish_line(true);
        }
        start = end;
    }
    if filler.lines.is_empty() {
        filler.finish_line(true);
    }
    filler.lines
}

/// Whether a text is mostly Chinese, so that its lines can be filled without holes between the words.
pub fn is_wide(text: &str) -> bool {
    const AT_LEAST: usize = 3;
    text.chars().filter(|c| *c >= FIRST_WIDE).count() * AT_LEAST >= text.chars().count()
}

/// The text a renderer may set: without characters that have no width of their own and without controls, which would
/// show as boxes; tabs are spaces.
pub fn settable(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\t', '\u{a0}'], " ").chars().filter(|&c| !is_invisible(c)).collect()
}

/// The mark that gives room, where two marks meet, at a line's beginning, and where a quote meets Latin; and how much
/// it gives, in ems.
pub fn giving_mark(before: Option<char>, after: char) -> Option<(char, f32)> {
    let (opens, closes) = (|c| OPENING.contains(c), |c| CLOSING.contains(c));
    let Some(before) = before else { return opens(after).then_some((after, HALF)) };
    let marks_meet = opens(after) || closes(after);
    let latin_follows = matches!(before, '”' | '’') && after < FIRST_WIDE;
    let latin_precedes = matches!(after, '“' | '‘') && before < FIRST_WIDE && !closes(before);
    if latin_follows {
        Some((before, if before == '’' { THREE_QUARTERS } else { HALF }))
    } else if latin_precedes {
        Some((after, if after == '‘' { THREE_QUARTERS } else { HALF }))
    } else if closes(before) && marks_meet {
        Some((before, HALF))
    } else {
        (opens(before) && opens(after)).then_some((after, HALF))
    }
}

/// Whether the gap between two characters may be widened to fill a line.
pub fn gives(before: char, after: char) -> bool {
    let wide = |c: char| c >= FIRST_WIDE;
    before == ' ' || wide(after) || (wide(before) && after != ' ')
}

/// The rules leave open on which side of a word “ and ” stand and forbid breaks on both. They do not in Chinese, and
/// 「 and 」 have the same length in bytes.
fn with_sided_quotes(text: &str) -> String {
    text.replace('“', "「").replace('”', "」")
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_invisible(character: char) -> bool {
    let controls = character.is_control() && character != '\n';
    // Soft hyphen, zero-width marks, direction marks, joiners, variation selectors, the byte order mark, tags.
    let formats = matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}'
    );
    controls || formats
}

/// Fills line after line.
struct Filler<'m> {
    width: f32,
    style: Style,
    measure: &'m dyn Measure,
    lines: Vec<Line>,
    text: String,
    filled: f32,
}

impl Filler<'_> {
    /// Adds what must stay together, on a new line where it has to.
    fn add(&mut self, piece: &str) {
        if !self.text.is_empty() && !self.fits(piece) {
            self.finish_line(false);
        }
        if self.fits(piece) {
            self.push(piece);
        } else {
            self.add_by_character(piece);
        }
    }

    fn add_by_character(&mut self, piece: &str) {
        let mut buffer = [0; 4];
        for character in piece.chars() {
            let text = character.encode_utf8(&mut buffer);
            if !self.text.is_empty() && !self.fits(text) {
                self.finish_line(false);
            }
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        self.filled = self.filled_with(text);
        self.text.push_str(text);
    }

    /// How wide the line is with a piece more.
    fn filled_with(&self, piece: &str) -> f32 {
        self.filled + self.measure.width_after(self.text.chars().next_back(), piece, self.style)
    }

    /// Whether the line may end behind a piece.
    fn fits(&self, piece: &str) -> bool {
        let piece = piece.trim_end();
        self.filled_with(piece) - self.overhang(piece) <= self.width
    }

    /// How far the end of a text may stand outside, in points.
    fn overhang(&self, text: &str) -> f32 {
        if text.ends_with(|c| HALF_EMPTY.contains(c)) { self.style.size / 2.0 } else { 0.0 }
    }

    fn finish_line(&mut self, last: bool) {
        let text = std::mem::take(&mut self.text);
        let seen = text.trim_end();
        let width = self.measure.width(seen, self.style) - self.overhang(seen);
        self.lines.push(Line { text, width, last });
        self.filled = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::look::TEXT;
    use super::*;

    struct Square;

    impl Measure for Square {
        fn advance(&self, character: char, _: bool) -> f32 {
            if character.is_ascii() { 0.5 } else { 1.0 }
        }
    }

    fn lines(text: &str, columns: f32) -> Vec<String> {
        break_lines(text, columns, Style::regular(1.0, TEXT), &Square).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn no_line_begins_with_a_mark_that_closes() {
        let text = "您好，我是服务中心的小陈。请问是三栋的业主吗？现在方便吗！好的：“周六上午”；谢谢（再见）。";
        for columns in 4..24 {
            for line in lines(text, columns as f32) {
                let first = line.chars().next().unwrap_or_default();
                assert!(!"，。！？：；”）".contains(first), "{columns} columns: {line}");
                assert!(!line.ends_with(['“', '（']), "{columns} columns: {line}");
            }
        }
    }

    #[test]
    fn words_and_numbers_stay_whole_and_line_feeds_are_kept() {
        assert_eq!(lines("call back on Monday", 5.0), ["call back ", "on Monday"]);
        assert_eq!(lines("一共4320元", 3.0), ["一共", "4320元"]);
        assert_eq!(lines("一\n\n二", 9.0), ["一", "", "二"]);
        assert_eq!(lines("", 9.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_anywhere() {
        assert_eq!(lines("见 abcdefgh", 2.0), ["见 ", "abcd", "efgh"]);
        assert_eq!(lines("一二", 0.1), ["一", "二"]);
    }

    #[test]
    fn marks_give_way_where_they_meet() {
        let giving = |pair: &str| giving_mark(pair.chars().next(), pair.chars().nth(1).unwrap_or_default());
        assert_eq!(["：“", "”，", "《“", " “"].map(giving), ['：', '”', '“', '“'].map(|mark| Some((mark, HALF))));
        assert_eq!(giving("’t"), Some(('’', THREE_QUARTERS)));
        assert_eq!(["说“", "“好", "”吗", "好，", "，好", "，我"].map(giving), [None; 6]);
        assert_eq!([giving_mark(None, '“'), giving_mark(None, '好')], [Some(('“', HALF)), None]);
    }

    #[test]
    fn what_has_no_width_is_not_set() {
        assert_eq!(settable("a\u{200d}\u{fe0f}b\r\nc\td\u{7}"), "ab\nc d");
    }
}
