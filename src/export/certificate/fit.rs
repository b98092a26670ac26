//! Text that must fit: smaller, then on more lines, and at the last cut; never over the edge.

use crate::export::paper::{Line, Measure as _, Style, Type, break_lines, settable};

/// How a text may be set: its size in points, and the most lines it may take at that size.
pub type Step = (f32, usize);

/// A text, set.
pub struct Fitted {
    /// The style, at the size that fits.
    pub style: Style,
    /// The lines, of about the same length.
    pub lines: Vec<String>,
}

/// Sets a text at the first step at which it fits a width, in points; at the last it is cut. `style` says everything but
/// the size.
pub fn fit(text: &str, width: f32, style: Style, steps: &[Step], faces: &Type<'_>) -> Fitted {
    let text = settable(text).replace('\n', " ");
    let mut fitted = Fitted { style, lines: Vec::new() };
    for &(size, most) in steps {
        let style = Style { size, ..style };
        let lines = break_lines(&text, width, style, faces);
        let fits = lines.len() <= most;
        let lines =
            if fits { balanced(&text, width, style, lines, faces) } else { cut(lines, most, width, style, faces) };
        fitted = Fitted { style, lines };
        if fits {
            break;
        }
    }
    fitted
}

/// The same lines, broken so that the last is not much shorter than the others.
fn balanced(text: &str, width: f32, style: Style, lines: Vec<Line>, faces: &Type<'_>) -> Vec<String> {
    /// How much narrower it is tried each time, in ems.
    const STEP: f32 = 0.5;
    let count = lines.len();
    let mut best = lines;
    let mut narrower = width - STEP * style.size;
    while narrower * count as f32 > width {
        let lines = break_lines(text, narrower, style, faces);
        if lines.len() != count {
            break;
        }
        best = lines;
        narrower -= STEP * style.size;
    }
    best.into_iter().map(|line| line.text.trim_end().to_owned()).collect()
}

/// The first lines, the last of them ending in an ellipsis.
fn cut(lines: Vec<Line>, most: usize, width: f32, style: Style, faces: &Type<'_>) -> Vec<String> {
    let mut kept: Vec<String> = lines.into_iter().take(most).map(|line| line.text.trim_end().to_owned()).collect();
    if let Some(last) = kept.last_mut() {
        while faces.width(&format!("{last}…"), style) > width && last.pop().is_some() {}
        last.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::paper::{Faces, TEXT};
    use crate::faces::{BOLD, REGULAR};

    const WIDTH: f32 = 300.0;
    const STEPS: [Step; 3] = [(30.0, 1), (20.0, 2), (12.0, 3)];

    fn fitted(text: &str) -> (Fitted, f32) {
        let faces = Type::new(&Faces { regular: REGULAR, bold: BOLD }).expect("faces");
        let fitted = fit(text, WIDTH, Style::bold(0.0, TEXT), &STEPS, &faces);
        let widest = fitted.lines.iter().map(|line| faces.width(line, fitted.style)).fold(0.0, f32::max);
        (fitted, widest)
    }

    #[test]
    fn what_is_short_is_large_and_what_is_long_is_small_or_on_more_lines() {
        let sizes = ["小", "小满和小暑和小寒", &"小".repeat(24), &"小".repeat(60)].map(|text| fitted(text).0);
        assert_eq!(sizes.map(|it| (it.style.size, it.lines.len())), [(30.0, 1), (30.0, 1), (20.0, 2), (12.0, 3)]);
    }

    #[test]
    fn nothing_is_wider_than_it_may_be() {
        for unit in ["小", "W", "word ", "，", "𠮷", "《小》", "e\u{301}", "\n", "\u{0}"] {
            for count in [0, 1, 9, 20, 60, 500] {
                let (fitted, widest) = fitted(&unit.repeat(count));
                // A mark that closes may stand half outside.
                assert!(widest <= WIDTH + fitted.style.size / 2.0, "{unit:?} {count}: {widest}");
                assert!(fitted.lines.len() <= 3, "{unit:?} {count}");
            }
        }
        assert!(fitted(&"小".repeat(500)).0.lines[2].ends_with('…'));
    }

    #[test]
    fn lines_are_about_as_long_as_each_other() {
        let (fitted, _) = fitted(&"小".repeat(17));
        assert_eq!(fitted.lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [9, 8]);
    }
}
