//! What a certificate looks like: one page, A4 across. Lengths are in points from its left top corner.

use super::fit::{Step, fit};
use super::{Certificate, ornament};
use crate::export::paper::{
    ACCENT, Anchor, Faces, Level, MUTED, Mark, Measure as _, Part, PdfError, Plate, RULE, Role, SHEET, Style, TEXT,
    Type, plate,
};
use crate::export::report::{in_utc, short_hash};
use crate::locale::Locale;

/// The width of the sheet.
pub const WIDTH: f32 = 841.89;
/// Its height.
pub const HEIGHT: f32 = 595.28;
const MIDDLE: f32 = WIDTH / 2.0;
/// How wide text may get.
const MEASURE: f32 = 640.0;

/// How far apart lines stand, of the type size.
const LEADING: f32 = 1.42;

const EMBLEM_Y: f32 = 75.0;
const PRODUCT: Style = Style::bold(12.0, ACCENT);
const PRODUCT_Y: f32 = 110.0;
/// A Chinese title, and what is put between its characters.
const WIDE_TITLE: (Style, f32) = (Style::bold(44.0, TEXT), 16.0);
const LATIN_TITLE: (Style, f32) = (Style::bold(38.0, TEXT), 0.0);
const TITLE_Y: f32 = 169.0;
const TITLE_RULE: (f32, f32) = (193.0, 300.0);
const OPENING: Style = Style::regular(13.0, MUTED);
const OPENING_Y: f32 = 229.0;
const NAME: Style = Style::bold(0.0, ACCENT);
const NAME_STEPS: [Step; 5] = [(36.0, 1), (30.0, 1), (24.0, 1), (20.0, 2), (15.0, 3)];
/// The middle of the name's lines.
const NAME_Y: f32 = 264.0;
const NAME_RULE_Y: f32 = 296.0;
const NAME_RULE_WIDTH: f32 = 0.6;
const NAME_RULE_LEAST: f32 = 260.0;
const NAME_RULE_MORE: f32 = 48.0;
const PASSED: Style = Style::regular(0.0, TEXT);
const PASSED_STEPS: [Step; 5] = [(17.0, 1), (15.0, 1), (14.0, 2), (11.0, 3), (8.5, 4)];
/// The middle of the lines about the exam.
const PASSED_Y: f32 = 328.0;
const SCORE: Style = Style::regular(14.0, TEXT);
const SCORE_STEPS: [Step; 2] = [(14.0, 1), (9.0, 2)];
const SCORE_Y: f32 = 363.0;
/// The box of the code: its top, its height, its radius, and what stands left and right of the code in it.
const BOX: (f32, f32, f32, f32) = (391.0, 60.0, 7.0, 34.0);
const BOX_EDGE: f32 = 0.8;
const CODE_LABEL: Style = Style::regular(9.0, MUTED);
const CODE_LABEL_Y: f32 = 410.0;
const CODE: Style = Style::bold(20.0, TEXT);
const CODE_Y: f32 = 436.0;
/// The middle of the rings behind the text.
const RINGS_Y: f32 = 300.0;
const HOW: Style = Style::regular(10.0, TEXT);
const HOW_STEPS: [Step; 1] = [(10.0, 2)];
/// The middle of the lines about checking it.
const HOW_Y: f32 = 474.0;
const SMALL: Style = Style::regular(9.0, MUTED);
const SMALL_STEPS: [Step; 1] = [(9.0, 2)];
const SMALL_Y: f32 = 495.0;
const FACTS: Style = Style::regular(7.5, MUTED);
const FACTS_STEPS: [Step; 3] = [(7.5, 1), (6.5, 2), (5.0, 3)];
const FACTS_Y: f32 = 535.0;

/// The page as a PDF, nothing behind it yet.
///
/// # Errors
/// When a face cannot be read, or its glyphs cannot be embedded.
pub fn draw(certificate: &Certificate, faces: Faces<'_>, locale: &Locale) -> Result<Vec<u8>, PdfError> {
    let faces = Type::new(&faces)?;
    let desk = Desk { certificate, locale, faces: &faces };
    plate(&desk.laid_out(), &faces)
}

struct Desk<'d> {
    certificate: &'d Certificate,
    locale: &'d Locale,
    faces: &'d Type<'d>,
}

impl Desk<'_> {
    fn laid_out(&self) -> Plate {
        let Certificate { name, title, .. } = self.certificate;
        let title = self
            .locale
            .with("certificate-file-title", &[("name", name.as_str().into()), ("title", title.as_str().into())]);
        let mut parts = vec![adornment(ornament::behind((MIDDLE, RINGS_Y)))];
        parts.extend(self.head());
        parts.extend(self.name());
        parts.push(self.lines(&self.passed(), PASSED, &PASSED_STEPS, PASSED_Y));
        parts.push(self.lines(&self.score(), SCORE, &SCORE_STEPS, SCORE_Y));
        parts.extend(self.code());
        parts.push(self.lines(&self.locale.text("certificate-how"), HOW, &HOW_STEPS, HOW_Y));
        parts.push(self.lines(&self.locale.text("certificate-small-print"), SMALL, &SMALL_STEPS, SMALL_Y));
        parts.push(self.lines(&self.facts(), FACTS, &FACTS_STEPS, FACTS_Y));
        Plate {
            size: (WIDTH, HEIGHT),
            title,
            language: self.locale.language.tag(),
            created: in_utc(self.certificate.taken),
            parts,
        }
    }

    fn head(&self) -> [Part; 4] {
        let title = self.locale.text("certificate-title");
        let gaps = title.chars().count().saturating_sub(1) as f32;
        let (style, spread) = if title.is_ascii() { LATIN_TITLE } else { WIDE_TITLE };
        let left = MIDDLE - (self.faces.width(&title, style) + gaps * spread) / 2.0;
        let mark = Mark::Text { at: (left, TITLE_Y), anchor: Anchor::Start, style, text: title.clone(), spread };
        [
            adornment(ornament::emblem((MIDDLE, EMBLEM_Y))),
            paragraph(vec![centred(&self.locale.text("certificate-product"), PRODUCT, PRODUCT_Y)]),
            Part { role: Some(Role::Heading(Level::Title, title)), marks: vec![mark] },
            adornment(ornament::rule((MIDDLE, TITLE_RULE.0), TITLE_RULE.1)),
        ]
    }

    fn name(&self) -> [Part; 3] {
        let opening = centred(&self.locale.text("certificate-opening"), OPENING, OPENING_Y);
        let name = fit(&self.certificate.name, MEASURE, NAME, &NAME_STEPS, self.faces);
        let widest = name.lines.iter().map(|line| self.faces.width(line, name.style)).fold(0.0, f32::max);
        let half = (widest + NAME_RULE_MORE).clamp(NAME_RULE_LEAST, MEASURE) / 2.0;
        let rule = Mark::level(MIDDLE - half, MIDDLE + half, NAME_RULE_Y, NAME_RULE_WIDTH, MUTED);
        [paragraph(vec![opening]), paragraph(stacked(&name.lines, name.style, NAME_Y)), adornment(vec![rule])]
    }

    fn code(&self) -> [Part; 3] {
        let code = self.certificate.code().to_string();
        let (top, height, radius, aside) = BOX;
        let width = self.faces.width(&code, CODE) + 2.0 * aside;
        let filled = |inset: f32, color| {
            let (at, size) = ((MIDDLE - width / 2.0 + inset, top + inset), (width - 2.0 * inset, height - 2.0 * inset));
            Mark::Fill { at, size, radius: radius - inset, color }
        };
        [
            adornment(vec![filled(0.0, RULE), filled(BOX_EDGE, SHEET)]),
            paragraph(vec![centred(&self.locale.text("certificate-code"), CODE_LABEL, CODE_LABEL_Y)]),
            paragraph(vec![centred(&code, CODE, CODE_Y)]),
        ]
    }

    fn lines(&self, text: &str, style: Style, steps: &[Step], middle: f32) -> Part {
        let fitted = fit(text, MEASURE, style, steps, self.faces);
        paragraph(stacked(&fitted.lines, fitted.style, middle))
    }

    fn passed(&self) -> String {
        let values = [("date", self.date().into()), ("title", self.certificate.title.as_str().into())];
        self.locale.with("certificate-passed", &values)
    }

    fn score(&self) -> String {
        let Certificate { score, pass_mark, questions, .. } = self.certificate;
        let values = [("score", score), ("mark", pass_mark), ("count", questions)];
        self.locale.with("certificate-score", &values.map(|(key, number)| (key, number.to_string().into())))
    }

    fn date(&self) -> String {
        let day = self.certificate.taken.day();
        let values = [
            ("year", day.year().to_string().into()),
            ("month", day.month().to_string().into()),
            ("named", day.strftime("%B").to_string().into()),
            ("day", day.day().to_string().into()),
        ];
        self.locale.with("certificate-date", &values)
    }

    /// Where the records have it.
    fn facts(&self) -> String {
        let Certificate { place, hash, program, exam, taken, .. } = self.certificate;
        let values = [
            ("exam", exam.as_str().into()),
            ("taken", taken.local().strftime("%Y-%m-%d %H:%M").to_string().into()),
            ("place", place.to_string().into()),
            ("hash", short_hash(hash).into()),
            ("program", program.as_str().into()),
        ];
        self.locale.with("certificate-facts", &values)
    }
}

fn adornment(marks: Vec<Mark>) -> Part {
    Part { role: None, marks }
}

fn paragraph(marks: Vec<Mark>) -> Part {
    Part { role: Some(Role::Paragraph), marks }
}

fn centred(text: &str, style: Style, baseline: f32) -> Mark {
    Mark::anchored((MIDDLE, baseline), Anchor::Middle, style, text)
}

/// Lines one below the other, around a middle.
fn stacked(lines: &[String], style: Style, middle: f32) -> Vec<Mark> {
    /// How far the middle of a line's characters lies above its baseline, of the type size.
    const RISE: f32 = 0.36;
    let leading = style.size * LEADING;
    let first = middle + RISE * style.size - leading * (lines.len().saturating_sub(1) as f32) / 2.0;
    let place = |(index, line): (usize, &String)| centred(line, style, first + leading * index as f32);
    lines.iter().enumerate().map(place).collect()
}
