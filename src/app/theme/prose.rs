//! Running text, broken into lines by the Unicode rules: no Chinese line begins with ，。！？：；or ends with “（.
//!
//! egui 0.36 breaks lines by a list of its own that lacks the full-width marks, so lines are broken here and handed over
//! ready.

use bevy_egui::egui::{Color32, FontFamily, FontId, Label, Response, RichText, TextWrapMode, Ui, Widget as _};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{bold_family, size};

/// How running text is set.
#[derive(Clone, Debug)]
pub struct Prose<'t> {
    text: &'t str,
    size: f32,
    family: FontFamily,
    color: Option<Color32>,
}

/// Running text.
pub fn prose(text: &str) -> Prose<'_> {
    Prose { text, size: size::BODY, family: FontFamily::Proportional, color: None }
}

impl Prose<'_> {
    /// At a size, in points.
    #[must_use]
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// As a remark.
    #[must_use]
    pub fn small(self) -> Self {
        self.size(size::SMALL)
    }

    /// In bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.family = bold_family();
        self
    }

    /// In a colour.
    #[must_use]
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// Sets it as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = ui.available_width();
        self.show_within(ui, width)
    }

    /// Sets it within a width, in points.
    pub fn show_within(self, ui: &mut Ui, width: f32) -> Response {
        let font = FontId::new(self.size, self.family.clone());
        let broken = broken(ui, self.text, &font, width);
        let mut text = RichText::new(broken).font(font);
        if let Some(color) = self.color {
            text = text.color(color);
        }
        Label::new(text).wrap_mode(TextWrapMode::Extend).selectable(false).ui(ui)
    }

    /// How wide it is when nothing breaks it, in points.
    pub fn natural_width(&self, ui: &Ui) -> f32 {
        let font = FontId::new(self.size, self.family.clone());
        let line_width = |line: &str| width_of(ui, line, &font);
        self.text.lines().map(line_width).fold(0.0, f32::max)
    }
}

fn width_of(ui: &Ui, text: &str, font: &FontId) -> f32 {
    ui.ctx().fonts_mut(|fonts| text.chars().map(|c| fonts.glyph_width(font, c)).sum())
}

fn broken(ui: &Ui, text: &str, font: &FontId, width: f32) -> String {
    ui.ctx().fonts_mut(|fonts| break_lines(text, width, |c| fonts.glyph_width(font, c)))
}

/// Puts line feeds where lines must break to stay within a width.
fn break_lines(text: &str, width: f32, mut glyph_width: impl FnMut(char) -> f32) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let (mut start, mut filled) = (0, 0.0);
    for (end, opportunity) in linebreaks(text) {
        let piece = &text[start..end];
        let piece_width: f32 = piece.trim_end().chars().map(&mut glyph_width).sum();
        if filled > 0.0 && filled + piece_width > width {
            // A space at the end of a line is the line break.
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            filled = 0.0;
        }
        out.push_str(piece);
        filled += piece.chars().map(&mut glyph_width).sum::<f32>();
        if opportunity == BreakOpportunity::Mandatory {
            filled = 0.0;
        }
        start = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::break_lines;

    fn lines(text: &str, columns: f32) -> Vec<String> {
        break_lines(text, columns, |c| if c.is_ascii() { 0.5 } else { 1.0 }).lines().map(str::to_owned).collect()
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
        assert_eq!(lines("call back on Monday", 5.0), ["call back", "on Monday"]);
        assert_eq!(lines("一共4320元", 3.0), ["一共", "4320元"]);
        assert_eq!(lines("一\n二", 9.0), ["一", "二"]);
    }
}
