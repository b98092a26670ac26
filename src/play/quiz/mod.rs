//! Questions answered: in which order things stand ([`deal`]), what was answered ([`reply`], [`typed`] in a
//! terminal, [`said`] in words), what it was worth ([`mark`]), which questions an exam has ([`paper`]), and an exam being sat ([`exam`]).

pub mod deal;
pub mod exam;
pub mod mark;
pub mod paper;
pub mod reply;
pub mod said;
pub mod typed;
