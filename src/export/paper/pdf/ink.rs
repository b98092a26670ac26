//! Draws pages into a PDF.

use krilla::Document;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use super::super::lines::{gives, settable};
use super::super::look::{Color, MUTED, RULE};
use super::super::mark::{Anchor, Mark, Measure as _, Spot, Style};
use super::super::{Moment, Paper};
use super::PdfError;
use super::faces::Type;
use super::pages::{Page, PlacedFrame};
use super::sheet;
use super::strip::{Piece, Strip};
use super::tags::{Element, Level, Structure};

/// How thick the left edge of a box is, in points.
const EDGE: f32 = 3.0;
const FOOT: Style = Style::regular(8.5, MUTED);
const FOOT_RULE: f32 = 0.5;
/// Between footer and page number, in points.
const FOOT_GAP: f32 = 18.0;
const DASHES: [f32; 2] = [3.0, 2.5];
/// How far the handles of a quarter circle reach, of the radius.
const QUARTER: f32 = 0.552_28;
/// A page is opened this far above its bookmark, in points.
const ABOVE_BOOKMARK: f32 = 8.0;

/// Draws pages.
///
/// # Errors
/// When the glyphs of a face cannot be embedded.
pub fn draw(paper: &Paper, faces: &Type<'_>, pages: Vec<Page>, mut structure: Structure) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    document.set_metadata(metadata(&paper.title, paper.language, paper.created));
    document.set_outline(outline(&pages));
    for (index, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(sheet::WIDTH, sheet::HEIGHT).unwrap_or_default();
        let mut drawn = document.start_page_with(settings);
        let mut pen = Pen { surface: drawn.surface(), faces };
        pen.page(page, &mut structure);
        pen.foot(&paper.footer, &paper.page_number(index + 1, pages.len()));
        pen.surface.finish();
    }
    document.set_tag_tree(structure.tree(paper.language));
    document.finish().map_err(|error| PdfError::Writing(error.to_string()))
}

/// What the file says of itself. Who wrote it is nobody's business.
pub fn metadata(title: &str, language: &str, created: Option<Moment>) -> Metadata {
    let metadata = Metadata::new().title(settable(title)).language(language.to_owned());
    let date = |moment: Moment| {
        let day = DateTime::new(moment.year).month(moment.month).day(moment.day);
        day.hour(moment.hour).minute(moment.minute).second(0).utc_offset_hour(0)
    };
    match created {
        Some(moment) => metadata.creation_date(date(moment)),
        None => metadata,
    }
}

/// The headings, parts within their sections.
fn outline(pages: &[Page]) -> Outline {
    let mut nodes: Vec<(Level, OutlineNode)> = Vec::new();
    for (page_index, page) in pages.iter().enumerate() {
        for (top, strip) in &page.strips {
            let Some((level, text)) = &strip.bookmark else { continue };
            let y = (sheet::TOP + top - ABOVE_BOOKMARK).max(0.0);
            let node = OutlineNode::new(text.clone(), XyzDestination::new(page_index, Point::from_xy(0.0, y)));
            match nodes.last_mut() {
                Some((Level::Section, section)) if *level == Level::Part => section.push_child(node),
                _ => nodes.push((*level, node.with_open(true))),
            }
        }
    }
    let mut outline = Outline::new();
    nodes.into_iter().for_each(|(_, node)| outline.push_child(node));
    outline
}

/// Draws on one page.
pub struct Pen<'s, 'f> {
    /// The page.
    pub surface: Surface<'s>,
    /// In which faces.
    pub faces: &'f Type<'f>,
}

impl Pen<'_, '_> {
    fn page(&mut self, page: &Page, structure: &mut Structure) {
        self.surface.push_transform(&Transform::from_translate(sheet::SIDE, sheet::TOP));
        self.artifact(ArtifactType::Layout, |pen| page.frames.iter().for_each(|frame| pen.frame(frame)));
        for (top, strip) in &page.strips {
            self.surface.push_transform(&Transform::from_translate(0.0, *top));
            self.strip(strip, structure);
            self.surface.pop();
        }
        self.surface.pop();
    }

    fn frame(&mut self, placed: &PlacedFrame) {
        let PlacedFrame { frame, top, bottom } = placed;
        self.fill((frame.left, *top), (frame.right - frame.left, bottom - top), 0.0, frame.fill);
        self.fill((frame.left, *top), (EDGE, bottom - top), 0.0, frame.edge);
    }

    fn strip(&mut self, strip: &Strip, structure: &mut Structure) {
        for pieces in strip.pieces.chunk_by(|one, next| one.element == next.element) {
            let draw = |pen: &mut Self| pieces.iter().for_each(|Piece { mark, .. }| pen.mark(mark));
            match pieces.first().and_then(|piece| piece.element) {
                Some(element) => self.part(element, structure, draw),
                None => self.artifact(ArtifactType::Layout, draw),
            }
        }
    }

    /// Draws what belongs to a part of the structure.
    pub fn part(&mut self, element: Element, structure: &mut Structure, draw: impl FnOnce(&mut Self)) {
        let identifier = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        draw(self);
        self.surface.end_tagged();
        structure.drawn(element, identifier);
    }

    fn foot(&mut self, footer: &str, number: &str) {
        self.artifact(ArtifactType::Footer, |pen| {
            let (left, right) = (sheet::SIDE, sheet::WIDTH - sheet::SIDE);
            pen.mark(&Mark::level(left, right, sheet::FOOT_RULE, FOOT_RULE, RULE));
            let number = settable(number).replace('\n', " ");
            let room = sheet::MEASURE - FOOT_GAP - pen.faces.width(&number, FOOT);
            let footer = pen.shortened(&settable(footer).replace('\n', " "), room);
            pen.mark(&Mark::text((left, sheet::FOOT_BASELINE), FOOT, footer));
            pen.mark(&Mark::anchored((right, sheet::FOOT_BASELINE), Anchor::End, FOOT, number));
        });
    }

    fn shortened(&self, text: &str, room: f32) -> String {
        if self.faces.width(text, FOOT) <= room {
            return text.to_owned();
        }
        let mut kept = text.to_owned();
        while kept.pop().is_some() && self.faces.width(&format!("{kept}…"), FOOT) > room {}
        format!("{}…", kept.trim_end())
    }

    /// Draws what means nothing when read aloud.
    pub fn artifact(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        draw(self);
        self.surface.end_tagged();
    }

    /// Draws a mark.
    pub fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text { at, anchor, style, text, spread } => self.text(*at, *anchor, *style, text, *spread),
            Mark::Fill { at, size, radius, color } => self.fill(*at, *size, *radius, *color),
            Mark::Stroke { points, width, color, dashed } => self.stroke(points, *width, *color, *dashed),
            Mark::Dot { at, radius, color } => {
                let corner = (at.0 - radius, at.1 - radius);
                self.fill(corner, (2.0 * radius, 2.0 * radius), *radius, *color);
            }
        }
    }

    fn fill(&mut self, at: Spot, size: Spot, radius: f32, color: Color) {
        let Some(path) = rounded(at, size, radius) else { return };
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(solid(color)));
        self.surface.draw_path(&path);
    }

    fn stroke(&mut self, points: &[Spot], width: f32, color: Color, dashed: bool) {
        let mut builder = PathBuilder::new();
        for (index, (x, y)) in points.iter().enumerate() {
            if index == 0 { builder.move_to(*x, *y) } else { builder.line_to(*x, *y) }
        }
        let Some(path) = builder.finish() else { return };
        let dash = dashed.then(|| StrokeDash { array: DASHES.to_vec(), offset: 0.0 });
        let (line_cap, line_join) = (LineCap::Butt, LineJoin::Round);
        let paint = rgb_of(color).into();
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke { paint, width, dash, line_cap, line_join, ..Stroke::default() }));
        self.surface.draw_path(&path);
    }

    fn text(&mut self, at: Spot, anchor: Anchor, style: Style, text: &str, spread: f32) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(solid(style.color)));
        let aside = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => self.faces.width(text, style) / 2.0,
            Anchor::End => self.faces.width(text, style),
        };
        let first = text.chars().next().map_or(0.0, |first| self.faces.squeeze(None, first, style.bold));
        let mut x = at.0 - aside + first * style.size;
        let glyphs = self.glyphs(text, style, spread / style.size);
        for run in glyphs.chunk_by(|one, next| one.0 == next.0) {
            let (bold, glyphs) = (run[0].0, run.iter().map(|(_, glyph)| glyph.clone()).collect::<Vec<_>>());
            let advance: f32 = glyphs.iter().map(|glyph| glyph.x_advance).sum();
            let font = self.faces.font(bold).clone();
            self.surface.draw_glyphs(Point::from_xy(x, at.1), &glyphs, font, text, style.size, false);
            x += advance * style.size;
        }
    }

    /// The glyphs of a text, and whether each is from the bold face. The spread is in ems.
    fn glyphs(&self, text: &str, style: Style, spread: f32) -> Vec<(bool, KrillaGlyph)> {
        let mut glyphs = Vec::new();
        let mut characters = text.char_indices().peekable();
        while let Some((start, character)) = characters.next() {
            let set = self.faces.glyph(character, style.bold);
            let gap = |(_, next): &(usize, char)| {
                let given = if gives(character, *next) { spread } else { 0.0 };
                given + self.faces.squeeze(Some(character), *next, style.bold)
            };
            let advance = set.advance + characters.peek().map_or(0.0, gap);
            let range = start..start + character.len_utf8();
            glyphs.push((set.bold, KrillaGlyph::new(GlyphId::new(set.id), advance, 0.0, 0.0, 0.0, range, None)));
        }
        glyphs
    }
}

fn solid(color: Color) -> Fill {
    Fill { paint: rgb_of(color).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn rgb_of(Color(red, green, blue): Color) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

/// A box with round corners. None for a box without an area.
fn rounded(at: Spot, size: Spot, radius: f32) -> Option<Path> {
    let radius = radius.min(size.0 / 2.0).min(size.1 / 2.0);
    let mut builder = PathBuilder::new();
    if radius <= 0.0 {
        builder.push_rect(Rect::from_xywh(at.0, at.1, size.0, size.1)?);
        return builder.finish();
    }
    let (left, top, right, bottom) = (at.0, at.1, at.0 + size.0, at.1 + size.1);
    let reach = radius * (1.0 - QUARTER);
    builder.move_to(left + radius, top);
    builder.line_to(right - radius, top);
    builder.cubic_to(right - reach, top, right, top + reach, right, top + radius);
    builder.line_to(right, bottom - radius);
    builder.cubic_to(right, bottom - reach, right - reach, bottom, right - radius, bottom);
    builder.line_to(left + radius, bottom);
    builder.cubic_to(left + reach, bottom, left, bottom - reach, left, bottom - radius);
    builder.line_to(left, top + radius);
    builder.cubic_to(left, top + reach, left + reach, top, left + radius, top);
    builder.close();
    builder.finish()
}
