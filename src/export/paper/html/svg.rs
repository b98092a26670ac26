//! Charts as SVG within the HTML.

use std::fmt::Write as _;

use super::super::Bar;
use super::super::chart;
use super::super::look::Color;
use super::super::mark::{Anchor, Drawing, Mark, Measure, Spot};
use super::escaped;

/// The width charts are drawn at, in points: that of the PDF's text.
const WIDTH: f32 = 483.28;
/// How far Latin letters, figures and signs advance in a system font, about, in ems: rather too wide than too narrow.
const NARROW: f32 = 0.6;
const WIDE: f32 = 1.0;
/// The first of the characters as wide as they are high.
const FIRST_WIDE: char = '\u{2000}';

/// Widths of system fonts, which nobody knows here.
struct Guess;

impl Measure for Guess {
    fn advance(&self, character: char, _: bool) -> f32 {
        if character < FIRST_WIDE { NARROW } else { WIDE }
    }
}

/// Bars, below each other.
pub fn bars(mark: Option<&(f32, String)>, bars: &[Bar]) -> String {
    let drawings = chart::bars(bars, mark, WIDTH, &Guess);
    figure("bars", &chart::bars_in_words(bars, mark), drawings)
}

/// A curve.
pub fn curve(y_label: &str, mark: Option<&(f32, String)>, points: &[(String, f32)]) -> String {
    let drawing = chart::curve(y_label, mark, points, WIDTH, &Guess);
    figure("curve", &chart::curve_in_words(y_label, mark, points), drawing.into_iter().collect())
}

/// Drawings below each other. Nothing for nothing.
fn figure(class: &str, words: &str, drawings: Vec<Drawing>) -> String {
    let mut shapes = String::new();
    let mut height = 0.0;
    for drawing in drawings {
        for mark in drawing.marks {
            shape(&mut shapes, &mark.moved(0.0, height));
        }
        height += drawing.height;
    }
    if shapes.is_empty() {
        return shapes;
    }
    let words = escaped(words).replace('\n', " ");
    format!(
        "<figure class=\"{class}\">\n<svg viewBox=\"0 0 {WIDTH} {height:.2}\" role=\"img\" aria-label=\"{words}\">\n\
         {shapes}</svg>\n</figure>\n"
    )
}

fn shape(out: &mut String, mark: &Mark) {
    // Writing to a String cannot fail.
    let _ = match mark {
        Mark::Text { at: (x, y), anchor, style, text, .. } => {
            let weight = if style.bold { " font-weight=\"700\"" } else { "" };
            let (size, color, text) = (style.size, style.color.css(), escaped(text));
            let anchor = anchor_name(*anchor);
            writeln!(
                out,
                "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size}\" fill=\"{color}\" text-anchor=\"{anchor}\"{weight}>{text}</text>"
            )
        }
        Mark::Fill { at: (x, y), size: (width, height), radius, color } => writeln!(
            out,
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" rx=\"{radius}\" fill=\"{}\"/>",
            color.css()
        ),
        Mark::Stroke { points, width, color, dashed } => stroke(out, points, *width, *color, *dashed),
        Mark::Dot { at: (x, y), radius, color } => {
            writeln!(out, "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" fill=\"{}\"/>", color.css())
        }
    };
}

fn stroke(out: &mut String, points: &[Spot], width: f32, color: Color, dashed: bool) -> std::fmt::Result {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.2},{y:.2}")).collect();
    let dash = if dashed { " stroke-dasharray=\"3 2.5\"" } else { "" };
    let (points, color) = (points.join(" "), color.css());
    writeln!(
        out,
        "<polyline points=\"{points}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{dash}/>"
    )
}

fn anchor_name(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
