//! A strip across the sheet that no page break goes through: a line of text, a row of a table, a chart.

use std::rc::Rc;

use super::super::look::Color;
use super::super::mark::Mark;
use super::tags::{Element, Level};

/// A mark and what it belongs to. Rules and backgrounds belong to nothing.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The part of the paper's structure.
    pub element: Option<Element>,
    /// What is drawn, from the strip's left top corner.
    pub mark: Mark,
}

/// A box behind several strips, drawn as one on each page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Strips with the same key stand in the same box.
    pub key: usize,
    /// Where it begins, from the left margin, in points.
    pub left: f32,
    /// Where it ends, from the left margin, in points.
    pub right: f32,
    /// Its colour.
    pub fill: Color,
    /// The colour of its left edge.
    pub edge: Color,
}

/// A strip. Lengths are in points.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// The space above it, left out at a page's top.
    pub space: f32,
    /// How high it is.
    pub height: f32,
    /// What stands in it, back to front.
    pub pieces: Vec<Piece>,
    /// The box it stands in.
    pub frame: Option<Frame>,
    /// The next strip must stand on the same page.
    pub hold: bool,
    /// Its entry in the outline.
    pub bookmark: Option<(Level, String)>,
    /// What is repeated above it when it is the first on its page: the head of its table.
    pub head: Option<Rc<Strip>>,
}

impl Strip {
    /// An empty strip of a height.
    pub fn blank(height: f32) -> Self {
        Self { height, ..Self::default() }
    }

    /// Adds a mark that belongs to a part of the paper.
    pub fn say(&mut self, element: Element, mark: Mark) {
        self.pieces.push(Piece { element: Some(element), mark });
    }

    /// Adds a mark that means nothing when read aloud.
    pub fn adorn(&mut self, mark: Mark) {
        self.pieces.push(Piece { element: None, mark });
    }

    /// The same strip once more, without meaning: a repeated head is not read aloud again.
    #[must_use]
    pub fn repeated(&self) -> Self {
        let mut strip = Self { hold: true, bookmark: None, head: None, space: 0.0, ..self.clone() };
        strip.pieces.iter_mut().for_each(|piece| piece.element = None);
        strip
    }
}

/// How high strips are together, with the space between them, in points.
pub fn height_of(strips: &[Strip]) -> f32 {
    let spaces: f32 = strips.iter().skip(1).map(|strip| strip.space).sum();
    strips.iter().map(|strip| strip.height).sum::<f32>() + spaces
}

/// Keeps strips on one page if together they are not higher than a limit, in points. Otherwise neither the first nor
/// the last one stands alone.
pub fn keep_together(strips: &mut [Strip], limit: f32) {
    let together = height_of(strips) <= limit;
    let last = strips.len().saturating_sub(1);
    for (index, strip) in strips.iter_mut().enumerate().take(last) {
        strip.hold |= together || index == 0 || index + 1 == last;
    }
}
