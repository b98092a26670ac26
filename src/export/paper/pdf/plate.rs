//! One page on which every mark has its place already: a certificate.

use krilla::Document;
use krilla::page::PageSettings;
use krilla::tagging::ArtifactType;

use super::super::Moment;
use super::super::mark::Mark;
use super::PdfError;
use super::faces::Type;
use super::ink::{Pen, metadata};
use super::tags::{Role, Structure};

/// A page. Lengths are in points from its left top corner.
#[derive(Clone, Debug)]
pub struct Plate {
    /// Width and height.
    pub size: (f32, f32),
    /// The title in the file's metadata.
    pub title: String,
    /// The language of the text, a BCP 47 tag.
    pub language: &'static str,
    /// The date in the file's metadata.
    pub created: Moment,
    /// What is drawn, back to front, in the order it is read aloud.
    pub parts: Vec<Part>,
}

/// What is drawn together.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is; none for what means nothing when read aloud.
    pub role: Option<Role>,
    /// The marks, back to front.
    pub marks: Vec<Mark>,
}

/// The page as the bytes of a PDF file. The same plate and faces give the same bytes.
///
/// # Errors
/// When the glyphs of a face cannot be embedded.
pub fn plate(plate: &Plate, faces: &Type<'_>) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    document.set_metadata(metadata(&plate.title, plate.language, Some(plate.created)));
    let mut structure = Structure::default();
    let settings = PageSettings::from_wh(plate.size.0, plate.size.1).unwrap_or_default();
    {
        let mut page = document.start_page_with(settings);
        let mut pen = Pen { surface: page.surface(), faces };
        plate.parts.iter().for_each(|part| draw(part, &mut pen, &mut structure));
        pen.surface.finish();
    }
    document.set_tag_tree(structure.tree(plate.language));
    document.finish().map_err(|error| PdfError::Writing(error.to_string()))
}

fn draw(part: &Part, pen: &mut Pen<'_, '_>, structure: &mut Structure) {
    let marks = |pen: &mut Pen<'_, '_>| part.marks.iter().for_each(|mark| pen.mark(mark));
    match &part.role {
        Some(role) => {
            let element = structure.root(role.clone());
            pen.part(element, structure, marks);
        }
        None => pen.artifact(ArtifactType::Layout, marks),
    }
}
