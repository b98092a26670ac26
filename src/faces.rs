//! The type faces, compiled in: the window draws with them, and a report that is printed takes what it needs along.
//!
//! Subsets of Noto Sans, Noto Sans CJK SC and TC (SIL Open Font License, `assets/fonts/OFL.txt`): the same characters are drawn
//! otherwise in Simplified and in Traditional.

/// The regular face.
pub static REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Regular.otf");
/// The bold face; rare characters are only in the regular one.
pub static BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Bold.otf");

/// The regular face for English: its quotation marks are as wide as its letters want them.
pub static REGULAR_LATIN: &[u8] = include_bytes!("../assets/fonts/NotoSans-Regular.ttf");
/// The bold face for English.
pub static BOLD_LATIN: &[u8] = include_bytes!("../assets/fonts/NotoSans-Bold.ttf");
/// The regular face for Traditional Chinese; what it lacks is in [`REGULAR`].
pub static REGULAR_TC: &[u8] = include_bytes!("../assets/fonts/NotoSansTC-Regular.otf");
/// The bold face for Traditional Chinese.
pub static BOLD_TC: &[u8] = include_bytes!("../assets/fonts/NotoSansTC-Bold.otf");
