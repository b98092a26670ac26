//! Bars and curves as marks, for both renderers.

mod bars;
mod curve;

pub use bars::{bars, bars_in_words};
pub use curve::{curve, curve_in_words};

use super::look::{MUTED, TEXT};
use super::mark::Style;

/// Names and values beside a chart.
const LABEL: Style = Style::regular(9.5, TEXT);
/// Axes and lines.
const SMALL: Style = Style::regular(8.5, MUTED);
/// How far below a line's top its baseline lies, of the type size, and how far above its middle is the baseline.
const MIDDLE_TO_BASELINE: f32 = 0.36;
