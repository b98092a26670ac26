//! The two faces of a paper: which glyph stands for a character, and how wide it is.

use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::super::mark::Measure;
use super::{Faces, PdfError};

/// What looks alike, for characters that fonts often lack.
const ALIKE: [(char, char); 11] = [
    ('−', '–'),
    ('‐', '-'),
    ('‑', '-'),
    ('\u{202f}', ' '),
    ('\u{2009}', ' '),
    ('✔', '✓'),
    ('✗', '×'),
    ('✘', '×'),
    ('✕', '×'),
    ('⚠', '△'),
    ('•', '·'),
];
/// Stand for a character that is in neither face, the first one there is.
const SUBSTITUTES: [char; 3] = ['〓', '□', '?'];

/// A face, ready to be set.
struct Face<'f> {
    charmap: Charmap<'f>,
    metrics: GlyphMetrics<'f>,
    units_per_em: f32,
    font: Font,
}

/// Both faces, ready to be set.
pub struct Type<'f> {
    regular: Face<'f>,
    bold: Face<'f>,
}

/// A glyph of one of the faces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SetGlyph {
    /// Whether it is from the bold face.
    pub bold: bool,
    /// Its number in the face.
    pub id: u32,
    /// How far it advances, in ems.
    pub advance: f32,
}

impl<'f> Type<'f> {
    /// Reads both faces.
    ///
    /// # Errors
    /// When one is no OpenType face.
    pub fn new(faces: &Faces<'f>) -> Result<Self, PdfError> {
        Ok(Self { regular: Face::new(faces.regular, "regular")?, bold: Face::new(faces.bold, "bold")? })
    }

    /// The face as the PDF writer takes it.
    pub fn font(&self, bold: bool) -> &Font {
        if bold { &self.bold.font } else { &self.regular.font }
    }

    /// The glyph of a character. Rare characters are only in the regular face; what is in neither gets a substitute.
    pub fn glyph(&self, character: char, bold: bool) -> SetGlyph {
        let wanted = |character| {
            let in_bold = || self.bold.glyph(character, true);
            bold.then(in_bold).flatten().or_else(|| self.regular.glyph(character, false))
        };
        if is_combining(character) && wanted(character).is_none() {
            // Rather the letter without its accent than a box after it.
            let space = wanted(' ').map_or(0, |space| space.id);
            return SetGlyph { bold: false, id: space, advance: 0.0 };
        }
        let missing = SetGlyph { bold: false, id: 0, advance: 1.0 };
        let alike = ALIKE.iter().find(|(lacking, _)| *lacking == character).map(|(_, alike)| *alike);
        std::iter::once(character).chain(alike).chain(SUBSTITUTES).find_map(wanted).unwrap_or(missing)
    }
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

impl Measure for Type<'_> {
    fn advance(&self, character: char, bold: bool) -> f32 {
        self.glyph(character, bold).advance
    }
}

impl<'f> Face<'f> {
    fn new(bytes: &'f [u8], name: &'static str) -> Result<Self, PdfError> {
        let font_ref = FontRef::new(bytes).map_err(|_| PdfError::Face(name))?;
        let font = Font::new(bytes.to_vec().into(), 0).ok_or(PdfError::Face(name))?;
        let metrics = font_ref.glyph_metrics(Size::unscaled(), LocationRef::default());
        Ok(Self { charmap: font_ref.charmap(), metrics, units_per_em: font.units_per_em().max(1.0), font })
    }

    fn glyph(&self, character: char, bold: bool) -> Option<SetGlyph> {
        let id = self.charmap.map(character).filter(|id| *id != GlyphId::NOTDEF)?;
        let advance = self.metrics.advance_width(id)? / self.units_per_em;
        Some(SetGlyph { bold, id: id.to_u32(), advance })
    }
}
