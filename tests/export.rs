//! What leaves the program: tables as CSV and as a workbook, choices, xAPI statements. Everything here was really played.

mod export_cases;
mod export_kit;
mod support;
