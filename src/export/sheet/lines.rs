//! Several texts in one cell, a line each. A line's end within a text is written `\n`, and `\` as `\\`.

/// Texts as lines.
pub fn joined<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    texts.into_iter().map(escaped).collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\r', "\\r").replace('\n', "\\n")
}

/// Lines as texts; blank ones at the end are no texts.
pub fn parted(cell: &str) -> Vec<String> {
    let mut lines: Vec<String> = cell.split('\n').map(|line| read(line.strip_suffix('\r').unwrap_or(line))).collect();
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines
}

fn read(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match (c, rest.as_str().chars().next()) {
            ('\\', Some(escaped @ ('\\' | 'n' | 'r'))) => {
                rest.next();
                out.push(match escaped {
                    'n' => '\n',
                    'r' => '\r',
                    other => other,
                });
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_whatever_is_in_them() {
        let texts = ["一", "二\n三", r"C:\new\r", "\\", " 四 ", "五\r\n六"];
        assert_eq!(parted(&joined(texts)), texts);
    }

    #[test]
    fn what_was_typed_by_hand_may_end_in_blank_lines_and_have_backslashes() {
        assert_eq!(parted("甲\r\n乙\\d\n\n "), ["甲", "乙\\d"]);
        assert_eq!(parted(""), Vec::<String>::new());
    }
}
