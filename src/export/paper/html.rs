//! A paper as one HTML file: nothing is loaded from elsewhere, no script runs, and it prints on A4.

mod svg;

use super::lines::settable;
use super::look::{ACCENT, Color, MUTED, NOTHING, RULE, SHADE, SHEET, TEXT, figures_a_row, signed};
use super::{Align, Block, Column, Figure, Paper, Tone};

const STYLE: &str = include_str!("html/paper.css");
/// A fact longer than this takes a row of its own, in characters.
const SHORT_FACT: usize = 22;
const SIMPLIFIED: &str = r#""Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei","PingFang SC""#;
const TRADITIONAL: &str = r#""Noto Sans CJK TC","Noto Sans TC","Microsoft JhengHei","PingFang TC""#;

/// The paper as the text of an HTML file, in UTF-8.
pub fn html(paper: &Paper) -> String {
    let (language, title) = (escaped(paper.language), escaped(&paper.title));
    let subtitle = element("p", "subtitle", &paper.subtitle);
    let blocks: String = paper.blocks.iter().map(block).collect();
    let foot = element("footer", "foot", &paper.footer);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n<title>{title}</title>\n<style>\n{}{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<header>\n<h1>{title}</h1>\n{subtitle}</header>\n{blocks}</main>\n{foot}</body>\n</html>\n",
        variables(paper),
    )
}

/// A text as HTML writes it, also within a quoted attribute.
fn escaped(text: &str) -> String {
    let text = settable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

/// An element of a class around a text. Nothing around nothing.
fn element(name: &str, class: &str, text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{name}{class}>{}</{name}>\n", escaped(text))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => element("h2", "", text),
        Block::Subheading(text) => element("h3", "", text),
        Block::Paragraph(text) => element("p", "", text),
        Block::Remark(text) => element("p", "remark", text),
        Block::Note { tone, title, text } => note(*tone, title, text),
        Block::Facts(facts) => self::facts(facts),
        Block::Figures(figures) => self::figures(figures),
        Block::Table { columns, rows } => table(columns, rows),
        Block::Bars { mark, bars } => svg::bars(mark.as_ref(), bars),
        Block::Curve { y_label, mark, points } => svg::curve(y_label, mark.as_ref(), points),
        Block::Said { who, words, verdict, notes } => said(who, words, verdict.as_ref(), notes),
    }
}

fn note(tone: Tone, title: &str, text: &str) -> String {
    let inner = element("p", "title", &signed(tone, title)) + &element("p", "", text);
    if inner.is_empty() { inner } else { format!("<aside class=\"note {}\">\n{inner}</aside>\n", tone.css_class()) }
}

fn facts(facts: &[(String, String)]) -> String {
    let fact = |(name, value): &(String, String)| {
        let long = name.chars().count() + value.chars().count() > SHORT_FACT;
        let class = if long { " class=\"long\"" } else { "" };
        format!("<div{class}><dt>{}</dt><dd>{}</dd></div>\n", escaped(name), escaped(value))
    };
    let facts: String = facts.iter().map(fact).collect();
    if facts.is_empty() { facts } else { format!("<dl class=\"facts\">\n{facts}</dl>\n") }
}

fn figures(figures: &[Figure]) -> String {
    let figure = |figure: &Figure| {
        let unit =
            if figure.unit.is_empty() { String::new() } else { format!(" <small>{}</small>", escaped(&figure.unit)) };
        let label = element("p", "label", &signed(figure.tone, &figure.label));
        let (class, value) = (figure.tone.css_class(), escaped(&figure.value));
        format!("<div class=\"{class}\"><p class=\"value\">{value}{unit}</p>\n{label}</div>\n")
    };
    if figures.is_empty() {
        return String::new();
    }
    let a_row = figures_a_row(figures.len());
    let figures: String = figures.iter().map(figure).collect();
    format!("<div class=\"figures\" style=\"--a-row:{a_row}\">\n{figures}</div>\n")
}

fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let widths = shares(columns);
    let columns_html: String = widths.iter().map(|width| format!("<col style=\"width:{width:.2}%\">")).collect();
    let head = |column: &Column| format!("<th scope=\"col\"{}>{}</th>", align(column.align), escaped(&column.head));
    let heads: String = columns.iter().map(head).collect();
    let nothing = vec![vec![NOTHING.to_owned()]];
    let rows = if rows.is_empty() { &nothing } else { rows };
    let rows: String = rows.iter().map(|row| table_row(columns, row)).collect();
    format!(
        "<table>\n<colgroup>{columns_html}</colgroup>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
}

fn table_row(columns: &[Column], row: &[String]) -> String {
    let cell = |(index, column): (usize, &Column)| {
        let text = row.get(index).map(String::as_str).unwrap_or_default();
        format!("<td{}>{}</td>", align(column.align), escaped(text))
    };
    let cells: String = columns.iter().enumerate().map(cell).collect();
    format!("<tr>{cells}</tr>\n")
}

/// The columns' shares of the width, in percent.
fn shares(columns: &[Column]) -> Vec<f32> {
    let safe = |column: &Column| super::look::weight(column.share);
    let total: f32 = columns.iter().map(safe).sum();
    let even = 100.0 / columns.len() as f32;
    columns.iter().map(|column| if total > 0.0 { 100.0 * safe(column) / total } else { even }).collect()
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Center => " class=\"center\"",
        Align::Right => " class=\"right\"",
    }
}

fn said(who: &str, words: &str, verdict: Option<&(Tone, String)>, notes: &[String]) -> String {
    let tone = verdict.map_or(Tone::Plain, |(tone, _)| *tone);
    let verdict = verdict.filter(|(_, text)| !text.trim().is_empty());
    let verdict = verdict.map(|(tone, text)| element("p", "verdict", &signed(*tone, text))).unwrap_or_default();
    let notes: String = notes.iter().map(|note| element("li", "", note)).collect();
    let notes = if notes.is_empty() { notes } else { format!("<ul>\n{notes}</ul>\n") };
    let below = verdict + &notes;
    let class = tone.css_class();
    let below = if below.is_empty() { below } else { format!("<div class=\"below {class}\">\n{below}</div>\n") };
    let (who, words) = (element("p", "who", who), element("p", "words", words));
    format!("<section class=\"said\">\n{who}<div>\n{words}{below}</div>\n</section>\n")
}

/// What of the style depends on the paper or comes from the shared look.
fn variables(paper: &Paper) -> String {
    let color = |(name, color): (&str, Color)| format!("--{name}:{};", color.css());
    let named =
        [("text", TEXT), ("muted", MUTED), ("accent", ACCENT), ("rule", RULE), ("shade", SHADE), ("sheet", SHEET)];
    let colors: String = named.into_iter().map(color).collect();
    let tone = |tone: Tone| {
        let (class, main, tint, text) =
            (tone.css_class(), tone.color().css(), tone.tint().css(), tone.text_color().css());
        format!(".{class}{{--tone:{main};--tint:{tint};--tone-text:{text}}}\n")
    };
    let tones: String = Tone::ALL.into_iter().map(tone).collect();
    let traditional = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"].iter().any(|start| paper.language.starts_with(start));
    let (first, second) = if traditional { (TRADITIONAL, SIMPLIFIED) } else { (SIMPLIFIED, TRADITIONAL) };
    let fonts = format!("{first},{second},system-ui,sans-serif");
    format!(":root{{{colors}--fonts:{fonts};}}\n{tones}{}", page_margins(paper, &fonts))
}

/// Footer and page number of the printed pages.
fn page_margins(paper: &Paper, fonts: &str) -> String {
    let word = css_string(&paper.page_word);
    let number = word.replace("{pages}", "\" counter(pages) \"").replace("{page}", "\" counter(page) \"");
    let footer = css_string(&paper.footer);
    // Not every browser knows variables in the margins of a page.
    let look = format!("font:8.5pt {fonts};color:{}", MUTED.css());
    format!("@page{{@bottom-left{{content:{footer};{look}}}@bottom-right{{content:{number};{look}}}}}\n")
}

/// A text as a style sheet within HTML writes it: what could end the text or the sheet is written by its number.
fn css_string(text: &str) -> String {
    let written = |character: char| match character {
        '"' | '\'' | '\\' | '<' | '>' | '&' | '\n' => format!("\\{:x} ", u32::from(character)),
        _ => character.to_string(),
    };
    let text: String = settable(text).chars().map(written).collect();
    format!("\"{text}\"")
}
