//! Certificates of exams that were really sat: what stands on one, every way of changing one is found, and what the
//! records say to it.

mod reading;
mod support;

#[path = "certificate/asked.rs"]
mod asked;
#[path = "certificate/changed.rs"]
mod changed;
#[path = "certificate/kit.rs"]
mod kit;
#[path = "certificate/stands.rs"]
mod stands;
#[path = "certificate/wanted.rs"]
mod wanted;
