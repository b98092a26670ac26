//! The sheet and what is printed at its foot. Lengths are in points, 1/72 inch.

/// The width of A4.
pub const WIDTH: f32 = 595.28;
/// The height of A4.
pub const HEIGHT: f32 = 841.89;
/// The margin left and right.
pub const SIDE: f32 = 56.0;
/// The margin above the text.
pub const TOP: f32 = 54.0;
/// The margin below the text, where the foot stands.
pub const BOTTOM: f32 = 62.0;
/// How wide the text is.
pub const MEASURE: f32 = WIDTH - 2.0 * SIDE;
/// How high the text may get.
pub const ROOM: f32 = HEIGHT - TOP - BOTTOM;
/// The rule above the foot, from the sheet's top.
pub const FOOT_RULE: f32 = HEIGHT - 48.0;
/// The baseline of the foot, from the sheet's top.
pub const FOOT_BASELINE: f32 = HEIGHT - 34.0;
