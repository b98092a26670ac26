//! What is drawn by hand: the desk, the places people call from, and the people. Everything is a vector; there is no
//! picture file.

pub mod brush;
pub mod canvas;
pub mod desk;
pub mod empty;
pub mod light;
pub mod paints;
pub mod place;
