//! Sets a paper's blocks as strips.

mod charts;
mod facts;
mod figures;
mod said;
mod table;

use super::super::lines::{Line, break_lines, gives, is_wide, settable};
use super::super::look::{ACCENT, Color, MUTED, TEXT, signed};
use super::super::mark::{Anchor, Mark, Style};
use super::super::{Block, Paper, Tone};
use super::faces::Type;
use super::sheet::{MEASURE, ROOM};
use super::strip::{Frame, Strip, keep_together};
use super::tags::{Element, Level, Role, Structure};

/// How a kind of text is set: its style, the height of its lines in points, and whether Chinese lines are filled.
#[derive(Clone, Copy, Debug)]
struct Manner {
    style: Style,
    leading: f32,
    filled: bool,
}

const TITLE: Manner = Manner { style: Style::bold(22.0, TEXT), leading: 30.0, filled: false };
const SUBTITLE: Manner = Manner { style: Style::regular(10.5, MUTED), leading: 16.0, filled: false };
const SECTION: Manner = Manner { style: Style::bold(14.5, ACCENT), leading: 21.0, filled: false };
const PART: Manner = Manner { style: Style::bold(11.5, TEXT), leading: 17.5, filled: false };
const BODY: Manner = Manner { style: Style::regular(10.5, TEXT), leading: 16.0, filled: true };
const REMARK: Manner = Manner { style: Style::regular(9.0, MUTED), leading: 13.5, filled: true };
const NOTE_TITLE: Manner = Manner { style: Style::bold(10.5, TEXT), leading: 16.0, filled: false };
const NOTE_TEXT: Manner = Manner { style: Style::regular(10.0, TEXT), leading: 15.5, filled: true };

/// The rule below the title.
const TITLE_RULE: f32 = 1.6;
/// What is not higher than this stays on one page, in points.
const KEPT: f32 = ROOM * 0.3;
/// How far text stands from the edges of its box, in points.
const BOX_PADDING: (f32, f32) = (13.0, 8.0);
/// How far below a line's top an ascender reaches up, of the type size: the baseline is that far below it.
const ASCENT: f32 = 0.86;
/// Lines are filled by at most this much, in ems; a shorter one stays ragged.
const MOST_FILLED: f32 = 3.0;

/// Where a text stands: from the left margin, in points.
#[derive(Clone, Copy, Debug)]
struct Place {
    left: f32,
    width: f32,
}

const FULL: Place = Place { left: 0.0, width: MEASURE };

/// A paper, while it is set.
pub struct Setting<'t> {
    faces: &'t Type<'t>,
    structure: Structure,
    strips: Vec<Strip>,
    frames: usize,
    /// The space the last block wants below it, in points.
    after: f32,
}

impl<'t> Setting<'t> {
    /// Nothing yet, in two faces.
    pub fn new(faces: &'t Type<'t>) -> Self {
        Self { faces, structure: Structure::default(), strips: Vec::new(), frames: 0, after: 0.0 }
    }

    /// The strips of a paper, and its structure.
    pub fn paper(mut self, paper: &Paper) -> (Vec<Strip>, Structure) {
        self.opening(paper);
        for block in &paper.blocks {
            let (before, after) = spaces(block);
            let strips = self.block(block);
            self.append(strips, before, after);
        }
        (self.strips, self.structure)
    }

    fn append(&mut self, mut strips: Vec<Strip>, before: f32, after: f32) {
        if let Some(first) = strips.first_mut() {
            first.space = before.max(self.after);
            self.after = after;
        }
        self.strips.append(&mut strips);
    }

    fn opening(&mut self, paper: &Paper) {
        let mut strips = self.heading(&paper.title, Level::Title, TITLE);
        if !paper.subtitle.trim().is_empty() {
            let element = self.structure.root(Role::Paragraph);
            strips.extend(self.running(&paper.subtitle, FULL, SUBTITLE, element));
        }
        let mut rule = Strip::blank(10.0);
        rule.adorn(Mark::level(0.0, MEASURE, 9.0, TITLE_RULE, ACCENT));
        strips.push(rule);
        strips.iter_mut().for_each(|strip| strip.hold = true);
        self.append(strips, 0.0, 12.0);
    }

    fn block(&mut self, block: &Block) -> Vec<Strip> {
        match block {
            Block::Heading(text) => self.heading(text, Level::Section, SECTION),
            Block::Subheading(text) => self.heading(text, Level::Part, PART),
            Block::Paragraph(text) => self.paragraph(text, BODY),
            Block::Remark(text) => self.paragraph(text, REMARK),
            Block::Note { tone, title, text } => self.note(*tone, title, text),
            Block::Facts(facts) => self.facts(facts),
            Block::Figures(figures) => self.figures(figures),
            Block::Table { columns, rows } => self.table(columns, rows),
            Block::Bars { mark, bars } => self.bars(mark.as_ref(), bars),
            Block::Curve { y_label, mark, points } => self.curve(y_label, mark.as_ref(), points),
            Block::Said { who, words, verdict, notes } => self.said(who, words, verdict.as_ref(), notes),
        }
    }

    fn heading(&mut self, text: &str, level: Level, manner: Manner) -> Vec<Strip> {
        let text = settable(text).replace('\n', " ");
        if text.trim().is_empty() {
            return Vec::new();
        }
        let element = self.structure.root(Role::Heading(level, text.clone()));
        let mut strips = self.running(&text, FULL, manner, element);
        strips.iter_mut().for_each(|strip| strip.hold = true);
        if let Some(first) = strips.first_mut() {
            first.bookmark = Some((level, text));
        }
        strips
    }

    fn paragraph(&mut self, text: &str, manner: Manner) -> Vec<Strip> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let element = self.structure.root(Role::Paragraph);
        self.running(text, FULL, manner, element)
    }

    fn note(&mut self, tone: Tone, title: &str, text: &str) -> Vec<Strip> {
        let group = self.structure.root(Role::Group);
        let place = Place { left: BOX_PADDING.0, width: MEASURE - 2.0 * BOX_PADDING.0 };
        let title = signed(tone, title);
        let mut strips = Vec::new();
        if !title.trim().is_empty() {
            let element = self.structure.part(group, Role::Paragraph);
            strips.extend(self.running(&title, place, colored(NOTE_TITLE, tone.text_color()), element));
            strips.iter_mut().for_each(|strip| strip.hold = true);
        }
        if !text.trim().is_empty() {
            let element = self.structure.part(group, Role::Paragraph);
            strips.extend(self.running(text, place, NOTE_TEXT, element));
        }
        self.framed(strips, tone, 0.0, BOX_PADDING.1)
    }

    /// Puts strips in a box of a tone, as wide as there is room from `left`. None for nothing.
    fn framed(&mut self, strips: Vec<Strip>, tone: Tone, left: f32, padding: f32) -> Vec<Strip> {
        if strips.is_empty() {
            return strips;
        }
        self.frames += 1;
        let frame = Frame { key: self.frames, left, right: MEASURE, fill: tone.tint(), edge: tone.color() };
        let (above, below) = (Strip { hold: true, ..Strip::blank(padding) }, Strip::blank(padding));
        let mut all: Vec<Strip> = std::iter::once(above).chain(strips).chain([below]).collect();
        let last_line = all.len() - 2;
        all[last_line].hold = true;
        all.iter_mut().for_each(|strip| strip.frame = Some(frame));
        keep_together(&mut all, KEPT);
        all
    }

    /// Running text, a strip a line.
    fn running(&self, text: &str, place: Place, manner: Manner, element: Element) -> Vec<Strip> {
        let lines = self.lines(text, place.width, manner.style);
        let is_filled = manner.filled && is_wide(text);
        let strip = |line: Line| {
            let mut strip = Strip::blank(manner.leading);
            let spread = if is_filled { spread(&line, place.width, manner.style.size) } else { 0.0 };
            let at = (place.left, baseline(manner));
            let anchor = Anchor::Start;
            strip.say(element, Mark::Text { at, anchor, style: manner.style, text: line.text, spread });
            strip
        };
        let mut strips: Vec<Strip> = lines.into_iter().map(strip).collect();
        keep_together(&mut strips, manner.leading * 3.0);
        strips
    }

    fn lines(&self, text: &str, width: f32, style: Style) -> Vec<Line> {
        break_lines(&settable(text), width, style, self.faces)
    }
}

/// The space a block wants above and below, in points. Of two spaces that meet the larger one counts.
fn spaces(block: &Block) -> (f32, f32) {
    match block {
        Block::Heading(_) => (22.0, 6.0),
        Block::Subheading(_) => (15.0, 4.0),
        Block::Paragraph(_) => (6.0, 8.0),
        Block::Remark(_) => (4.0, 8.0),
        Block::Note { .. } => (8.0, 12.0),
        Block::Facts(_) => (4.0, 12.0),
        Block::Figures(_) => (8.0, 14.0),
        Block::Table { .. } => (6.0, 14.0),
        Block::Bars { .. } | Block::Curve { .. } => (8.0, 12.0),
        Block::Said { .. } => (10.0, 12.0),
    }
}

fn colored(manner: Manner, color: Color) -> Manner {
    Manner { style: Style { color, ..manner.style }, ..manner }
}

/// Where the baseline lies in a line, from its top, in points.
fn baseline(manner: Manner) -> f32 {
    (manner.leading - manner.style.size) / 2.0 + manner.style.size * ASCENT
}

/// What every gap that may give gets, so that a line ends at the right edge.
fn spread(line: &Line, width: f32, size: f32) -> f32 {
    let rest = width - line.width;
    let text = line.text.trim_end();
    let gaps = text.chars().zip(text.chars().skip(1)).filter(|(before, after)| gives(*before, *after)).count();
    let fills = !line.last && gaps > 0 && rest.abs() <= MOST_FILLED * size;
    if fills { rest / gaps as f32 } else { 0.0 }
}
