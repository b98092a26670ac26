//! Marks of HTML in a text, taken out: what only shapes it goes without a word, what carries something is named.

/// Marks that only shape a text.
const SHAPES: [&str; 28] = [
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "small",
    "span",
    "strong",
    "u",
    "ul",
    "tt",
];
/// Those after which a new line begins.
const BREAKS: [&str; 14] =
    ["blockquote", "br", "center", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "tr"];
/// Marks that carry something a plain text cannot.
const CARRIES: [&str; 26] = [
    "a", "audio", "button", "canvas", "del", "embed", "form", "iframe", "img", "input", "math", "object", "s",
    "script", "source", "style", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead", "tr", "video",
];
/// Marks whose inside is no text.
const SILENT: [&str; 2] = ["script", "style"];
/// The longest name of a character, such as `&hellip;`.
const LONGEST_NAME: usize = 10;

/// A text without its marks, and the names of those that carried something.
pub fn plain(html: &str) -> (String, Vec<String>) {
    let (mut out, mut lost) = (String::with_capacity(html.len()), Vec::new());
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        if let Some((tag, after)) = tag(rest) {
            rest = take_out(&tag, after, &mut out, &mut lost);
        } else if let Some((character, after)) = character(rest) {
            out.push(character);
            rest = after;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    (out.trim_matches('\n').to_owned(), lost)
}

/// A mark: its name in lower case, and whether it closes.
struct Tag {
    name: String,
    is_closing: bool,
}

/// The mark a text begins with, if it is one of HTML, and what comes after it.
fn tag(text: &str) -> Option<(Tag, &str)> {
    let inside = text.strip_prefix('<')?;
    let (inside, is_closing) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside, true));
    let length = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let name = inside[..length].to_ascii_lowercase();
    if !SHAPES.contains(&name.as_str()) && !CARRIES.contains(&name.as_str()) {
        return None;
    }
    // Another mark before this one ends: then it is none.
    let end = inside[length..].find(['<', '>']).map(|end| end + length)?;
    if !inside[end..].starts_with('>') {
        return None;
    }
    Some((Tag { name, is_closing }, &inside[end + 1..]))
}

fn take_out<'t>(tag: &Tag, after: &'t str, out: &mut String, lost: &mut Vec<String>) -> &'t str {
    let name = tag.name.as_str();
    let opens_line = !tag.is_closing && name == "br" || tag.is_closing && BREAKS.contains(&name);
    let begins_line = !tag.is_closing && BREAKS.contains(&name) && !out.is_empty() && !out.ends_with('\n');
    if opens_line || begins_line {
        out.push('\n');
    }
    if CARRIES.contains(&name) && !tag.is_closing && !lost.contains(&tag.name) {
        lost.push(tag.name.clone());
    }
    if SILENT.contains(&name) && !tag.is_closing {
        return after.find("</").map_or("", |end| &after[end..]);
    }
    after
}

/// The character that a name such as `&lt;` or `&#60;` stands for, and what comes after it.
fn character(text: &str) -> Option<(char, &str)> {
    let inside = text.strip_prefix('&')?;
    let end = inside.bytes().take(LONGEST_NAME + 1).position(|byte| byte == b';')?;
    let (name, after) = (&inside[..end], &inside[end + 1..]);
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let character = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(hex) => number(hex, 16)?,
            None => number(digits, 10)?,
        },
        None => named(name)?,
    };
    Some((character, after))
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "middot" => '·',
        "times" => '×',
        "yen" => '¥',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    fn text(html: &str) -> String {
        plain(html).0
    }

    #[test]
    fn what_shapes_a_text_goes_without_a_word() {
        assert_eq!(plain("<p>一<b>二</b></p><p class='x'>三<br/>四</p>"), ("一二\n三\n四".into(), vec![]));
        assert_eq!(text("<ul><li>甲</li><li>乙</li></ul>"), "甲\n乙");
    }

    #[test]
    fn what_carries_something_is_named_once() {
        let (text, lost) = plain("看<img src='a.png'>图<img src=\"b.png\"/><script>x<1</script>。");
        assert_eq!((text.as_str(), lost), ("看图。", vec!["img".to_owned(), "script".to_owned()]));
    }

    #[test]
    fn what_only_looks_like_a_mark_stays() {
        for same in ["a < b > c", "<姓名>", "3<5", "x<y 且 y>z", "<b", "&", "AT&T;", "&nosuch;", "&#xD800;", "<<>>"]
        {
            assert_eq!(text(same), same);
        }
    }

    #[test]
    fn characters_go_by_their_names() {
        assert_eq!(text("&lt;b&gt; &amp;amp; &#20013;&#x6587;&hellip;"), "<b> &amp; 中文…");
    }
}
