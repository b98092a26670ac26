//! The mouth: lips, teeth, tongue.

use kurbo::Point;

use super::Sitter;
use super::shapes::{along, between, lerp};
use crate::app::art::canvas::Canvas;
use crate::app::face::paints::{self, mixed};
use crate::content::look::Age;

/// Where the mouth is.
const HEIGHT: f64 = 57.0;
/// Half its width at rest.
const HALF: f64 = 17.5;
/// How far it opens.
const OPENING: f64 = 19.0;

/// The curves of a mouth over `-1` to `1`, our left to our right.
struct Mouth {
    half: f64,
    curve: f64,
    open: f64,
    upper_lip: f64,
    lower_lip: f64,
}

impl Mouth {
    fn of(sitter: &Sitter) -> Self {
        let face = &sitter.face;
        let (open, press) = (f64::from(face.mouth_open), f64::from(face.press));
        let (upper_lip, lower_lip) = if sitter.look.build.is_woman() { (4.6, 6.4) } else { (3.0, 5.0) };
        let thin = if sitter.look.age == Age::Elder { 0.75 } else { 1.0 } * (1.0 - 0.6 * press);
        Self {
            half: HALF
                * sitter.skull.own.mouth
                * (1.0 + 0.26 * f64::from(face.mouth_width) + 0.12 * f64::from(face.mouth_curve).max(0.0)),
            curve: f64::from(face.mouth_curve),
            open: open * OPENING,
            upper_lip: upper_lip * thin,
            lower_lip: lower_lip * thin,
        }
    }

    fn at(&self, place: f64, y: f64) -> Point {
        Point::new(place * self.half, HEIGHT + y)
    }

    /// Where the lips meet when the mouth is closed.
    fn line(&self, place: f64) -> f64 {
        let bow = 1.0 - place * place;
        // A straight mouth still dips a little under the nose.
        self.curve * (7.5 * bow - 4.5) + 0.9 * (1.0 - (place * 2.6).powi(2)).max(0.0)
    }

    fn gap(&self, place: f64) -> f64 {
        self.open * (1.0 - place * place).max(0.0).powf(0.6)
    }

    fn upper(&self, place: f64) -> f64 {
        self.line(place) - 0.25 * self.gap(place)
    }

    fn lower(&self, place: f64) -> f64 {
        self.line(place) + 0.75 * self.gap(place)
    }
}

/// Draws the mouth.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    let mouth = Mouth::of(sitter);
    let woman = sitter.look.build.is_woman();
    let skin = &sitter.skin;
    let upper_color = if woman { skin.lip } else { mixed(skin.shade, skin.lip, 0.5) };
    let lower_color = if woman { mixed(skin.lip, skin.blush, 0.45) } else { mixed(skin.shade, skin.lip, 0.28) };
    // What the lower lip throws on the chin.
    let below = mouth.lower(0.0) + mouth.lower_lip + 3.0;
    let shadow = between(
        |p| mouth.at(p * 0.5, below + 0.5 * p * p),
        |p| mouth.at(p * 0.5, below + 3.4 * (1.0 - p * p) + 0.5 * p * p),
    );
    canvas.fill(&shadow, mixed(skin.base, skin.shade, 0.8));
    let full = |p: f64| (1.0 - p * p).max(0.0);
    let cupid = |p: f64| full(p).powf(0.8) * (1.0 - 0.3 * (1.0 - (p * 3.2).abs()).max(0.0));
    let upper = between(|p| mouth.at(p, mouth.upper(p) - mouth.upper_lip * cupid(p)), |p| mouth.at(p, mouth.upper(p)));
    canvas.fill(&upper, upper_color);
    let lower = between(|p| mouth.at(p, mouth.lower(p)), |p| mouth.at(p, mouth.lower(p) + mouth.lower_lip * full(p)));
    canvas.fill(&lower, lower_color);
    if mouth.open > 0.6 {
        inside(canvas, &mouth);
    }
    line(canvas, sitter, &mouth);
}

fn inside(canvas: &mut Canvas, mouth: &Mouth) {
    let (upper, lower) = (|p: f64| mouth.at(p, mouth.upper(p)), |p: f64| mouth.at(p, mouth.lower(p)));
    canvas.fill(&between(upper, lower), paints::MOUTH);
    let tongue = |p: f64| lerp(mouth.upper(p), mouth.lower(p), 0.62 + 0.3 * p * p);
    canvas.fill(&between(|p| mouth.at(p * 0.8, tongue(p * 0.8)), |p| lower(p * 0.8)), paints::TONGUE);
    let bite = (mouth.open * 0.42).min(5.0);
    let teeth = |p: f64| (mouth.upper(p) + bite * (1.0 - p.powi(4))).min(mouth.lower(p));
    canvas.fill(&between(|p| upper(p * 0.92), |p| mouth.at(p * 0.92, teeth(p * 0.92))), paints::TEETH);
}

/// The line between the lips, and the corners.
fn line(canvas: &mut Canvas, sitter: &Sitter, mouth: &Mouth) {
    let color = mixed(paints::LIP_LINE, sitter.skin.deep, 0.35);
    if mouth.open <= 0.6 {
        let weight = |p: f64| 1.9 * (1.0 - 0.45 * p * p);
        let drawn =
            between(|p| mouth.at(p, mouth.line(p) - weight(p) / 2.0), |p| mouth.at(p, mouth.line(p) + weight(p) / 2.0));
        canvas.fill(&drawn, color);
    }
    for side in [-1.0, 1.0] {
        let corner = along(|p| {
            let out = 1.0 + 0.05 * (p + 1.0);
            mouth.at(side * out, mouth.line(1.0) - mouth.curve * 1.2 * (p + 1.0))
        });
        canvas.stroke_round(&corner, 1.7, color);
    }
}
