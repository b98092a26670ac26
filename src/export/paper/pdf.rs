//! A paper as a PDF: A4, fonts embedded as subsets, text that can be searched and copied, tagged, with an outline.
//!
//! Down the list: blocks are set as strips that cannot break (`setting` and the modules in it), strips are dealt out
//! to pages (`pages`), pages are drawn (`ink`). A page whose places are known already is a `plate`.

mod faces;
mod ink;
mod pages;
mod plate;
mod setting;
mod sheet;
mod strip;
mod tags;

use std::fmt;

use super::Paper;
use setting::Setting;

pub use faces::Type;
pub use plate::{Part, Plate, plate};
pub use tags::{Level, Role};

/// The faces a PDF is set in, as the bytes of OpenType files. They should have the same look; what is missing in the
/// bold face is taken from the regular one.
#[derive(Clone, Copy, Debug)]
pub struct Faces<'f> {
    /// For running text, and for characters the bold face lacks.
    pub regular: &'f [u8],
    /// For headings.
    pub bold: &'f [u8],
}

/// Why no PDF came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// The bytes of this face (`regular` or `bold`) are no OpenType face.
    Face(&'static str),
    /// The PDF could not be written, and the writer's reason.
    Writing(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Face(name) => write!(f, "the {name} face is not a font that can be read (OpenType is needed)"),
            Self::Writing(reason) => write!(f, "the PDF could not be written: {reason}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// The paper as the bytes of a PDF file. The same paper and faces give the same bytes.
///
/// # Errors
/// When a face cannot be read, or its glyphs cannot be embedded.
pub fn pdf(paper: &Paper, faces: Faces<'_>) -> Result<Vec<u8>, PdfError> {
    let faces = Type::new(&faces)?;
    let (strips, structure) = Setting::new(&faces).paper(paper);
    ink::draw(paper, &faces, pages::deal(strips, sheet::ROOM), structure)
}
