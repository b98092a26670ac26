//! The type faces, compiled in: the window draws with them, and a report that is printed takes what it needs along.
//!
//! Subsets of Noto Sans CJK SC (SIL Open Font License, `assets/fonts/OFL.txt`).

/// The regular face.
pub static REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Regular.otf");
/// The bold face; rare characters are only in the regular one.
pub static BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Bold.otf");
