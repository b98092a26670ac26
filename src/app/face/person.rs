//! A person, from the chest up, on a clear sheet that bleeds off at the lower edge.
//!
//! Two systems of units: the sheet's, for everything below the chin; and the head's, whose origin is between the eyes,
//! so that every hair, hat and pair of glasses fits every head. The head is turned and leant as one piece, the features
//! move across it a little further than it does: that is all the depth there is.

mod cut;
mod dress;
mod extra;
mod eyes;
mod hair;
mod hand;
mod head;
mod mouth;
mod shapes;
mod skull;
mod wrinkles;

use kurbo::{Affine, Point, Rect};

use super::expression::Expression;
use super::paints::{self, Cloth, Skin};
use crate::app::art::canvas::Canvas;
use crate::content::look::Look;
use skull::Skull;

/// The size of the sheet.
pub const SHEET: (f64, f64) = (400.0, 440.0);
/// What a round portrait shows of the sheet.
pub const HEAD: Rect = Rect::new(76.0, 18.0, 324.0, 266.0);

/// Between the eyes, on the sheet.
const FACE: Point = Point::new(200.0, 154.0);
/// How large a head is on the sheet: a little larger than life, for the face is what is read.
const HEAD_SCALE: f64 = 1.12;
/// What the head turns about, in its own units: the nape.
const NAPE: Point = Point::new(0.0, 96.0);
/// How far the head leans to a side at most, in degrees.
const MOST_TILT: f64 = 6.0;
/// How far features move to a side when the head is turned as far as it goes.
const MOST_TURN: f64 = 8.0;
/// How much larger somebody is who leans towards us.
const LEAN_SCALE: f64 = 0.045;
/// How far the head comes down when somebody leans towards us.
const LEAN_DROP: f64 = 7.0;
/// The light on a bald head.
const CROWN_LIGHT: &str = "M-40 -62 C-34 -78 -18 -84 -2 -83 C-16 -76 -26 -68 -32 -58 C-35 -54 -42 -56 -40 -62 Z";
/// How far the shoulders rise with a full chest.
const BREATH_RISE: f64 = 2.6;

/// Somebody being drawn: everything the parts of the picture need to know.
struct Sitter<'a> {
    look: &'a Look,
    face: Expression,
    skin: Skin,
    hair: Cloth,
    skull: Skull,
    /// The head's units on the sheet.
    head: Affine,
    /// How far the features are moved to a side.
    turn: f64,
}

/// Draws a person. Sleeves and chest reach below the sheet: whoever shows it cuts them off at its lower edge.
pub fn draw(canvas: &mut Canvas, look: &Look, expression: &Expression) {
    let face = expression.kept_in_range();
    let (tilt, lean) = (f64::from(face.tilt), f64::from(face.lean));
    let lean_in = Affine::scale_about(1.0 + LEAN_SCALE * lean, (FACE.x, SHEET.1));
    let breath = Affine::translate((0.0, -BREATH_RISE * f64::from(face.breath)));
    let nod = Affine::translate((0.0, LEAN_DROP * lean.max(-0.5)));
    let leant = Affine::rotate_about((MOST_TILT * tilt).to_radians(), NAPE);
    let sitter = Sitter {
        look,
        face,
        skin: paints::skin_of(look).flushed(f64::from(face.flush)),
        hair: paints::hair_of(look),
        skull: Skull::of(look),
        head: breath * nod * Affine::translate(FACE.to_vec2()) * Affine::scale(HEAD_SCALE) * leant,
        turn: MOST_TURN * f64::from(face.turn),
    };
    canvas.with(lean_in, |canvas| {
        canvas.with(sitter.head, |canvas| hair::behind(canvas, &sitter));
        canvas.with(breath, |canvas| dress::draw(canvas, &sitter));
        canvas.with(sitter.head, |canvas| {
            head::draw(canvas, &sitter);
            hair::before(canvas, &sitter);
            extra::draw(canvas, &sitter);
        });
        if look.holds_phone() {
            hand::draw(canvas, &sitter, breath);
        }
    });
}

#[cfg(test)]
mod tests;
