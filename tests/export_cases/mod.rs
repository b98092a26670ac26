//! What is promised of exports, by what is exported.

mod choices;
mod shifts;
mod statements;
mod tables;
mod workbooks;
