//! One text of GIFT: what it is escaped to, and what it reads back as.

use super::html::plain;

/// What has a `\` before it in a text.
const RESERVED: [char; 7] = ['\\', '~', '=', '#', '{', '}', ':'];

/// How a text is meant, where it says so: `[html]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Moodle's own: text with marks of HTML in it.
    #[default]
    Moodle,
    /// HTML.
    Html,
    /// As it stands.
    Plain,
    /// Markdown.
    Markdown,
}

impl Format {
    const ALL: [(Self, &'static str); 4] =
        [(Self::Moodle, "[moodle]"), (Self::Html, "[html]"), (Self::Plain, "[plain]"), (Self::Markdown, "[markdown]")];
}

/// What we write before a text that is to be taken as it stands.
pub const PLAIN: &str = "[plain]";

/// A text as it reads.
#[derive(Debug, Default)]
pub struct Read {
    /// The words.
    pub text: String,
    /// How they were meant.
    pub format: Format,
    /// Marks of HTML that carried something and went.
    pub lost: Vec<String>,
}

/// Reads a text: its format, its escapes, its marks. `standing` is the format where it names none.
pub fn read(raw: &str, standing: Format) -> Read {
    let raw = raw.trim();
    let named = Format::ALL.into_iter().find_map(|(format, name)| Some((format, raw.strip_prefix(name)?)));
    let (format, raw) = named.unwrap_or((standing, raw));
    let text = unescaped(raw, format == Format::Html);
    match format {
        Format::Plain | Format::Markdown => Read { text: text.trim().to_owned(), format, lost: Vec::new() },
        Format::Moodle | Format::Html => {
            let (text, lost) = plain(&text);
            Read { text: text.trim().to_owned(), format, lost }
        }
    }
}

/// Reads what stands right of `->`: it knows neither formats nor marks.
pub fn bare(raw: &str) -> String {
    unescaped(raw.trim(), false).trim().to_owned()
}

/// What a text reads back as that was written for a place.
pub fn back(written: &str, place: Place) -> String {
    match place {
        Place::Right => bare(written),
        Place::Typed => typed(&read(written, Format::Plain).text).0,
        Place::Stem | Place::Part | Place::Left => read(written, Format::Plain).text,
    }
}

/// Takes the escapes out. A line's end as it stands in the file is one of the text, but not in HTML.
fn unescaped(raw: &str, joins_lines: bool) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.peek() {
                Some('n') => {
                    rest.next();
                    out.push('\n');
                }
                Some(&escaped) if RESERVED.contains(&escaped) => {
                    rest.next();
                    out.push(escaped);
                }
                _ => out.push('\\'),
            },
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                out.truncate(out.trim_end_matches([' ', '\t']).len());
                while rest.next_if(|next| [' ', '\t'].contains(next)).is_some() {}
                // Chinese needs no blank between two lines.
                let is_chinese = out.chars().next_back().is_none_or(|c| !c.is_ascii());
                match joins_lines {
                    true if is_chinese => {}
                    true => out.push(' '),
                    false => out.push('\n'),
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// Where in a question a text stands: not every place takes every text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What is asked.
    Stem,
    /// A choice, or what is said to one.
    Part,
    /// What stands left of `->`.
    Left,
    /// What stands right of it; it knows no format.
    Right,
    /// An answer that is typed: `*` means anything, unless a `\` stands before it.
    Typed,
}

/// A text as GIFT has it at a place.
pub fn escaped(text: &str, place: Place) -> String {
    let mut text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    if matches!(place, Place::Left | Place::Typed) {
        // Nothing keeps these two characters from parting what stands left and right.
        text = text.replace("->", "→");
    }
    if place == Place::Typed {
        text = literal(&text);
    }
    let mut out = String::with_capacity(text.len() + PLAIN.len());
    if place == Place::Stem || place != Place::Right && text.starts_with(['[', '%']) {
        out.push_str(PLAIN);
    }
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            c if RESERVED.contains(&c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A typed answer in which `*` is a star.
fn literal(text: &str) -> String {
    text.replace('*', "\\*")
}

/// The same back: the words, and whether some `*` in them means anything.
pub fn typed(text: &str) -> (String, bool) {
    let has_wildcard = text.replace("\\*", "").contains('*');
    (text.replace("\\*", "*"), has_wildcard)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reserved_character_comes_back() {
        let nasty = r"\ ~ = # { } : \n \\ %50% -> // [html] 中“文” 🀄";
        for place in [Place::Stem, Place::Part, Place::Right] {
            assert_eq!(back(&escaped(nasty, place), place), nasty, "{place:?}");
        }
        assert_eq!(read(&escaped("一\n\n二", Place::Part), Format::Plain).text, "一\n\n二");
    }

    #[test]
    fn what_would_be_taken_for_a_weight_or_a_format_is_kept_from_it() {
        assert_eq!(escaped("%50%的人", Place::Part), "[plain]%50%的人");
        assert_eq!(escaped("[html]是什么", Place::Typed), "[plain][html]是什么");
        assert_eq!(read("[plain][html]是什么", Format::Moodle).text, "[html]是什么");
        assert_eq!(bare("[html]<b>是什么"), "[html]<b>是什么", "right of an arrow there is no format");
    }

    #[test]
    fn a_star_that_is_a_star_is_told_from_one_that_means_anything() {
        assert_eq!(typed(&read(&escaped(r"*号\*", Place::Typed), Format::Plain).text), (r"*号\*".into(), false));
        assert_eq!(typed("*号*"), ("*号*".into(), true));
    }

    #[test]
    fn lines_as_they_stand_in_the_file_are_lines_but_not_in_html() {
        assert_eq!(read("一\r\n   二", Format::Moodle).text, "一\n二");
        assert_eq!(read("[html]一\r\n   二<br>x\ny", Format::Moodle).text, "一二\nx y");
    }
}
