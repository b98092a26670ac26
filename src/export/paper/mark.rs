//! What can be drawn, in points from a left top corner. Charts are marks, so that both renderers draw the same one.

use super::lines::giving_mark;
use super::look::Color;

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The size, in points.
    pub size: f32,
    /// In the bold face.
    pub bold: bool,
    /// Its colour.
    pub color: Color,
}

impl Style {
    /// The regular face at a size, in points.
    pub const fn regular(size: f32, color: Color) -> Self {
        Self { size, bold: false, color }
    }

    /// The bold face at a size, in points.
    pub const fn bold(size: f32, color: Color) -> Self {
        Self { size, bold: true, color }
    }
}

/// Which point of a text its place names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// A place: right and down from the left top corner, in points.
pub type Spot = (f32, f32);

/// Something drawn. Lengths are in points.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// One line of text.
    Text {
        /// Where its anchor stands on the baseline.
        at: Spot,
        /// Which end `at` names.
        anchor: Anchor,
        /// How it is set.
        style: Style,
        /// The text, without line feeds.
        text: String,
        /// What is added to every gap that may give, to fill a line. See [`super::lines::gives`].
        spread: f32,
    },
    /// A filled box.
    Fill {
        /// The left top corner.
        at: Spot,
        /// Width and height.
        size: Spot,
        /// The radius of its corners.
        radius: f32,
        /// Its colour.
        color: Color,
    },
    /// A line of straight pieces.
    Stroke {
        /// Its corners.
        points: Vec<Spot>,
        /// How thick it is.
        width: f32,
        /// Its colour.
        color: Color,
        /// Broken into dashes.
        dashed: bool,
    },
    /// A filled disc.
    Dot {
        /// The middle.
        at: Spot,
        /// The radius.
        radius: f32,
        /// Its colour.
        color: Color,
    },
}

impl Mark {
    /// One line of text, from its left end.
    pub fn text(at: Spot, style: Style, text: impl Into<String>) -> Self {
        Self::anchored(at, Anchor::Start, style, text)
    }

    /// One line of text, from an anchor.
    pub fn anchored(at: Spot, anchor: Anchor, style: Style, text: impl Into<String>) -> Self {
        Self::Text { at, anchor, style, text: text.into(), spread: 0.0 }
    }

    /// A level line.
    pub fn level(left: f32, right: f32, y: f32, width: f32, color: Color) -> Self {
        Self::Stroke { points: vec![(left, y), (right, y)], width, color, dashed: false }
    }

    /// The same mark, moved.
    #[must_use]
    pub fn moved(mut self, right: f32, down: f32) -> Self {
        let shift = |spot: &mut Spot| *spot = (spot.0 + right, spot.1 + down);
        match &mut self {
            Self::Text { at, .. } | Self::Fill { at, .. } | Self::Dot { at, .. } => shift(at),
            Self::Stroke { points, .. } => points.iter_mut().for_each(shift),
        }
        self
    }
}

/// Marks within a box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// How high the box is, in points.
    pub height: f32,
    /// What is drawn, back to front.
    pub marks: Vec<Mark>,
}

/// Knows how wide characters are.
pub trait Measure {
    /// How far a character advances, in ems (1.0 is the type size).
    fn advance(&self, character: char, bold: bool) -> f32;

    /// What a gap loses where a mark gives way, in ems: 0 or below. `before` is None at the beginning of a line.
    fn squeeze(&self, before: Option<char>, after: char, bold: bool) -> f32 {
        /// Some faces have narrow quotes, which have nothing to give.
        const FULL: f32 = 0.9;
        match giving_mark(before, after) {
            Some((mark, given)) if self.advance(mark, bold) >= FULL => -given,
            _ => 0.0,
        }
    }

    /// How wide a text is on a line of its own, in points.
    fn width(&self, text: &str, style: Style) -> f32 {
        self.width_after(None, text, style)
    }

    /// How far a line grows by a text, in points. `before` is the line's last character.
    fn width_after(&self, before: Option<char>, text: &str, style: Style) -> f32 {
        let mut before = before;
        let mut ems = 0.0;
        for character in text.chars() {
            ems += self.squeeze(before, character, style.bold) + self.advance(character, style.bold);
            before = Some(character);
        }
        ems * style.size
    }
}
