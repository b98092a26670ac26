//! What a face is doing, as numbers a drawing follows smoothly; and what a mood or a spoken line does to it.

mod mood;
mod speech;

pub use speech::talking;

/// How many numbers an expression is.
pub const CHANNELS: usize = 15;

/// Declares the fields once, with the way to and from a list of numbers.
macro_rules! channels {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What a face is doing. The default is a face at rest with its eyes shut: see [`Expression::NEUTRAL`].
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Expression {
            $($(#[$doc])* pub $name: f32,)*
        }

        impl Expression {
            /// The numbers, in the order of the fields.
            pub fn to_array(self) -> [f32; CHANNELS] {
                [$(self.$name),*]
            }

            /// The other way round.
            pub fn from_array([$($name),*]: [f32; CHANNELS]) -> Self {
                Self { $($name),* }
            }
        }
    };
}

channels! {
    /// The brows: -1 low, 1 high.
    brow_raise,
    /// The brows: -1 the inner ends drawn down (anger), 1 drawn up (worry).
    brow_slant,
    /// The upper lids: 0 shut, 0.7 at ease, 1 wide open.
    lid,
    /// The lower lids: 0 at ease, 1 pushed up by the cheeks.
    squint,
    /// Where the eyes look: -1 to our left, 1 to our right.
    gaze_x,
    /// Where the eyes look: -1 up, 1 down.
    gaze_y,
    /// The corners of the mouth: -1 down, 1 up.
    mouth_curve,
    /// The mouth: 0 closed, 1 wide open.
    mouth_open,
    /// The mouth: -1 rounded, 1 drawn wide.
    mouth_width,
    /// The lips: 0 at ease, 1 pressed together.
    press,
    /// How red the face is, 0 to 1.
    flush,
    /// The head leant to a side: -1 to our left, 1 to our right.
    tilt,
    /// The head turned: -1 to our left, 1 to our right.
    turn,
    /// The body: -1 drawn back, 1 leaning towards us.
    lean,
    /// The chest, as it fills: 0 to 1.
    breath,
}

/// The least and the most each number may be, in the order of the fields.
pub const RANGES: [(f32, f32); CHANNELS] = [
    (-1.0, 1.0),
    (-1.0, 1.0),
    (0.0, 1.0),
    (0.0, 1.0),
    (-1.0, 1.0),
    (-1.0, 1.0),
    (-1.0, 1.0),
    (0.0, 1.0),
    (-1.0, 1.0),
    (0.0, 1.0),
    (0.0, 1.0),
    (-1.0, 1.0),
    (-1.0, 1.0),
    (-1.0, 1.0),
    (0.0, 1.0),
];

impl Expression {
    /// Nothing in particular: awake, attentive, the lips closed.
    pub const NEUTRAL: Self = Self {
        brow_raise: 0.05,
        brow_slant: 0.12,
        lid: 0.76,
        squint: 0.1,
        gaze_x: 0.0,
        gaze_y: 0.05,
        mouth_curve: 0.2,
        mouth_open: 0.0,
        mouth_width: 0.0,
        press: 0.1,
        flush: 0.0,
        tilt: 0.12,
        turn: 0.15,
        lean: 0.0,
        breath: 0.0,
    };

    /// Somewhere between two expressions: `share` 0 is the one, 1 the other.
    pub fn lerp(&self, other: &Self, share: f32) -> Self {
        let (from, to) = (self.to_array(), other.to_array());
        Self::from_array(std::array::from_fn(|i| from[i] + (to[i] - from[i]) * share))
    }

    /// This with another added, number by number.
    pub fn plus(&self, other: &Self) -> Self {
        let (a, b) = (self.to_array(), other.to_array());
        Self::from_array(std::array::from_fn(|i| a[i] + b[i]))
    }

    /// This, `by` times as strong.
    pub fn times(&self, by: f32) -> Self {
        Self::from_array(self.to_array().map(|it| it * by))
    }

    /// This with every number in its range.
    pub fn kept_in_range(&self) -> Self {
        let it = self.to_array();
        Self::from_array(std::array::from_fn(|i| it[i].clamp(RANGES[i].0, RANGES[i].1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lerp_meets_both_ends() {
        let (a, b) = (Expression::of_mood(90.0, 90.0), Expression::of_mood(10.0, 10.0));
        assert_eq!(a.lerp(&b, 0.0), a);
        for (got, wanted) in a.lerp(&b, 1.0).to_array().into_iter().zip(b.to_array()) {
            assert!((got - wanted).abs() < 1e-5);
        }
    }
}
