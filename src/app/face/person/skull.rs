//! The measures of a head and a body, by age and build.

use kurbo::BezPath;

use crate::app::face::seeded::face_number;
use crate::content::look::{Age, Look};

/// The measures of somebody. Of the head, in its units: half widths and heights below the eyes.
pub struct Skull {
    /// Half the width at the temples.
    pub temple: f64,
    /// Half the width at the cheeks.
    pub cheek: f64,
    /// Half the width at the corners of the jaw.
    pub jaw: f64,
    /// Half the width of the chin.
    pub chin_width: f64,
    /// The height of the chin.
    pub chin: f64,
    /// How wide the body is, the usual man being 1.
    pub body: f64,
    /// Half the width of the neck, on the sheet.
    pub neck: f64,
    /// How marked the lines of the face are, 0 to 1.
    pub lines: f64,
    /// What is this person's own, each about 1.
    pub own: Own,
}

/// The features by which people of one age and build are told apart, each about 1.
#[derive(Clone, Copy)]
pub struct Own {
    /// How large the eyes are.
    pub eyes: f64,
    /// How heavy the brows are.
    pub brows: f64,
    /// How wide the nose is.
    pub nose: f64,
    /// How long the nose is.
    pub nose_length: f64,
    /// How wide the mouth is.
    pub mouth: f64,
    /// How much the eyes rise towards the temples.
    pub slant: f64,
    /// Whether the upper lids are folded.
    pub has_lid_fold: bool,
}

impl Own {
    /// The features of a face, by its number.
    fn of(number: u64) -> Self {
        /// How many bits of the number make one feature.
        const BITS: u64 = 8;
        let feature = |index: u64, least: f64, most: f64| {
            let drawn = (number >> (index * BITS)) & ((1 << BITS) - 1);
            least + (most - least) * drawn as f64 / ((1 << BITS) - 1) as f64
        };
        Self {
            eyes: feature(0, 0.93, 1.08),
            brows: feature(1, 0.8, 1.2),
            nose: feature(2, 0.9, 1.12),
            nose_length: feature(3, 0.94, 1.08),
            mouth: feature(4, 0.9, 1.1),
            slant: feature(5, 0.3, 1.5),
            has_lid_fold: number.count_ones().is_multiple_of(2),
        }
    }
}

/// How many bits of a face's number its features take.
const OWN_BITS: u32 = 48;
/// Where the corners of the jaw are.
const JAW_HEIGHT: f64 = 60.0;
/// Where the cheeks are.
const CHEEK_HEIGHT: f64 = 24.0;
/// The top of the head.
const CROWN: f64 = -90.0;

impl Skull {
    /// The measures of a person.
    pub fn of(look: &Look) -> Self {
        let mut it = match (look.build.is_woman(), look.build.is_stout()) {
            (false, false) => Self::new(62.0, 60.0, 48.0, 21.0, 88.0, 1.0, 34.0),
            (false, true) => Self::new(64.0, 66.0, 57.0, 31.0, 90.0, 1.14, 42.0),
            (true, false) => Self::new(61.0, 57.5, 41.0, 16.0, 84.0, 0.84, 26.0),
            (true, true) => Self::new(62.0, 63.0, 50.0, 24.0, 86.0, 0.98, 31.0),
        };
        match look.age {
            Age::Young => {
                it.jaw -= 2.0;
                it.chin -= 2.0;
                it.body -= 0.03;
            }
            Age::Adult => it.lines = 0.15,
            Age::Middle => {
                it.lines = 0.55;
                it.jaw += 1.5;
            }
            Age::Elder => {
                it.lines = 1.0;
                it.jaw += 3.0;
                it.cheek -= 1.0;
                it.body -= 0.05;
            }
        }
        it.own = Own::of(face_number(look));
        let face = face_number(look) >> OWN_BITS;
        it.jaw += (face % 8) as f64 - 4.0;
        it.cheek += (face / 8 % 4) as f64 - 1.5;
        it.chin += (face / 32 % 6) as f64 - 3.0;
        it
    }

    fn new(temple: f64, cheek: f64, jaw: f64, chin_width: f64, chin: f64, body: f64, neck: f64) -> Self {
        Self { temple, cheek, jaw, chin_width, chin, body, neck, lines: 0.0, own: Own::of(0) }
    }

    /// The outline of the head. The chin is moved to a side by `turn` and down by `drop`, for an open mouth.
    pub fn outline(&self, turn: f64, drop: f64) -> BezPath {
        let mut outline = BezPath::new();
        outline.move_to((0.0, CROWN));
        self.side(&mut outline, 1.0, turn, drop);
        let mut left = BezPath::new();
        left.move_to((0.0, CROWN));
        self.side(&mut left, -1.0, turn, drop);
        for segment in left.reverse_subpaths().elements().iter().skip(1) {
            outline.push(*segment);
        }
        outline.close_path();
        outline
    }

    /// One side of the head, from the crown to the chin.
    pub fn side(&self, outline: &mut BezPath, side: f64, turn: f64, drop: f64) {
        let (temple, cheek, jaw) = (self.temple * side, self.cheek * side, self.jaw * side);
        let (low, chin) = (JAW_HEIGHT + drop * 0.5, self.chin + drop);
        let bow = side * 1.5;
        outline.curve_to((temple * 0.62, CROWN), (temple, -62.0), (temple, -22.0));
        outline.curve_to((temple, -4.0), (cheek + bow, 6.0), (cheek + turn * 0.2, CHEEK_HEIGHT));
        let corner = jaw + turn * 0.45;
        outline.curve_to((cheek - bow + turn * 0.3, 42.0), (corner + side * 5.0, low - 11.0), (corner, low));
        outline.curve_to((corner - side * 8.0, low + 14.0), (self.chin_width * side + turn, chin), (turn * 0.6, chin));
    }
}
