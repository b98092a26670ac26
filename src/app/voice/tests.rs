//! What each engine is told, and how programs are driven.

mod engines;
mod manners;
#[cfg(target_os = "linux")]
mod programs;
