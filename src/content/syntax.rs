//! RON text to a syntax tree with places, and syntax errors to diagnostics.
//!
//! The grammar is the `ron2` crate's; this is the only file that calls its parser. What is guarded here is what a
//! recursive parser cannot guard by itself: nesting so deep that the stack would run out.

use ron2::ast::{Document, Expr, parse_document_lossy};

use crate::diagnostic::{Diagnostic, Span};

/// How deep brackets may nest. A scenario needs about nine; the parser's stack is safe far beyond.
pub const DEEPEST_NESTING: usize = 64;

/// The longest line that is read, in bytes: about three thousand Chinese characters.
pub const LONGEST_LINE: usize = 10_000;

/// The tree of a file, as far as it could be read, with every syntax error.
pub fn parse(text: &str) -> (Option<Document<'_>>, Vec<Diagnostic>) {
    if let Some(at) = too_deep(text) {
        let problem = Diagnostic::error("nesting", at, format!("括号套得太深：超过 {DEEPEST_NESTING} 层"))
            .help("多半是少写了右括号；剧本最多只需要九层");
        return (None, vec![problem]);
    }
    if let Some(problem) = too_long_a_line(text) {
        return (None, vec![problem]);
    }
    let (document, errors) = parse_document_lossy(text);
    let mut problems: Vec<Diagnostic> = errors.iter().map(|error| syntax_error(error, text)).collect();
    problems.dedup_by(|a, b| a.at == b.at);
    if document.value.is_none() && problems.is_empty() {
        problems.push(
            Diagnostic::about_file("empty-file", "这个文件里没有内容")
                .help("第一行写 `Scenario(`，照着 scenarios/README.md 的例子往下写"),
        );
    }
    (Some(document), problems)
}

fn syntax_error(error: &ron2::Error, text: &str) -> Diagnostic {
    let span = error.span();
    // An error at the very end has no character to point at: point at the last one there is.
    let end = span.end_offset.min(text.len());
    let start = span.start_offset.min(end);
    Diagnostic::error("syntax", Span::new(start..end), in_words(&error.kind().to_string()))
        .help("看看这里或上一行：是不是少了逗号、引号或括号，或者用了中文的引号、冒号、逗号？")
}

/// The parser's own words, said first in the author's language for the commonest.
fn in_words(said: &str) -> String {
    let chinese = match said {
        "Unexpected end of RON" => "文件在这里突然结束了，还有括号没关上",
        "Expected end of string" => "引号没有关上",
        "Non-whitespace trailing characters" => "最后一个右括号后面还有多余的字",
        "Exceeded recursion limit" => "括号套得太深",
        "Unclosed block comment" => "注释 /* 没有关上",
        _ if said.starts_with("Unexpected char") => "这个字符不该出现在这里",
        _ if said.starts_with("Expected") => "这里缺了东西",
        _ => "这里写得不合 RON 的语法",
    };
    format!("{chinese}({said})")
}

/// Every problem shows its line; a file of one endless line, such as packed JSON, would be shown without end.
fn too_long_a_line(text: &str) -> Option<Diagnostic> {
    let place = text.lines().position(|line| line.len() > LONGEST_LINE)?;
    let message = format!("第 {} 行太长，超过 {LONGEST_LINE} 字节", place + 1);
    Some(Diagnostic::about_file("line-too-long", message).help("看看是不是选错了文件；剧本的长句可以分成几个回合"))
}

/// Where nesting first goes too deep, found without recursion; brackets in strings and comments do not count.
fn too_deep(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            b'(' | b'[' | b'{' => {
                depth += 1;
                if depth > DEEPEST_NESTING {
                    return Some(Span::new(at..at + 1));
                }
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => at = end_of_string(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'/') => at = end_of_line(bytes, at),
            _ => {}
        }
        at += 1;
    }
    None
}

fn end_of_string(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

fn end_of_line(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| from + length)
}

/// Where an expression stands.
pub fn span_of(expr: &Expr<'_>) -> Span {
    let span = expr.span();
    Span::new(span.start_offset..span.end_offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_brackets_are_refused_in_words_and_not_by_the_stack() {
        let (_, problems) = parse(&"[".repeat(10_000));
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].code, "nesting");
    }

    #[test]
    fn brackets_inside_a_string_or_a_comment_are_only_text() {
        let text = format!("// {0}\n(id: \"{0}\")", "(".repeat(200));
        assert!(parse(&text).1.is_empty());
    }

    #[test]
    fn two_syntax_errors_are_both_reported() {
        let (_, problems) = parse("(a: , b: [1, 2, c: %, d: 4)");
        assert!(problems.len() >= 2, "{problems:?}");
    }
}
