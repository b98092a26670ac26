//! What is said about one answer: its verdict, why, the line it crossed and the law behind it.

use bevy_egui::egui::Ui;

use crate::app::theme::{GRID, Palette, Tone, chip, prose, section, tinted};
use crate::content::law::Level;
use crate::content::script::{RuleCard, Script};
use crate::locale::Locale;
use crate::play::debrief::{Review, TurnVerdict};

/// The colour of a verdict; its word always stands beside it.
pub fn tone(verdict: TurnVerdict) -> Tone {
    match verdict {
        TurnVerdict::Best => Tone::Good,
        TurnVerdict::Fair => Tone::Accent,
        TurnVerdict::Poor | TurnVerdict::Silent => Tone::Warn,
        TurnVerdict::Crossed(Level::Yellow) => Tone::Warn,
        TurnVerdict::Crossed(Level::Red) => Tone::Bad,
    }
}

/// How much of the law a comment quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// Where it stands: enough while the owner waits on the line.
    Articles,
    /// Its words.
    Words,
}

/// Verdict and why, in one card.
pub fn comment(ui: &mut Ui, review: &Review<'_>, script: &Script, quoting: Quoting, locale: &Locale) {
    tinted(ui, tone(review.verdict), |ui| {
        ui.horizontal_wrapped(|ui| {
            chip(ui, &verdict_word(review.verdict, locale), tone(review.verdict));
            if review.talked_over {
                chip(ui, &locale.text("talked-over"), Tone::Warn);
            }
        });
        let why = crate::cli::why(review, locale);
        if !why.is_empty() {
            prose(&why).show(ui);
        }
        for breach in &review.breaches {
            rule(ui, &script.standards.rules[script.breaches[breach.index()].index()], quoting, locale);
        }
    });
}

/// A verdict in a word, with a sign that does not need colour.
pub fn verdict_word(verdict: TurnVerdict, locale: &Locale) -> String {
    let sign = match verdict {
        TurnVerdict::Best => "✓",
        TurnVerdict::Fair => "○",
        TurnVerdict::Poor | TurnVerdict::Silent => "△",
        TurnVerdict::Crossed(_) => "×",
    };
    format!("{sign} {}", locale.text(crate::cli::verdict_key(verdict)))
}

/// A line that was crossed: what it is, what it does, what the law says, what one can say instead.
fn rule(ui: &mut Ui, rule: &RuleCard, quoting: Quoting, locale: &Locale) {
    let palette = Palette::within(ui);
    let level = match rule.level {
        Level::Red => "rule-red",
        Level::Yellow => "rule-yellow",
    };
    ui.add_space(GRID);
    prose(&locale.pair(&locale.text(level), &rule.name)).bold().show(ui);
    prose(&rule.why).show(ui);
    section(ui, &locale.text("law-instead"));
    prose(&format!("“{}”", rule.instead)).show(ui);
    if !rule.laws.is_empty() || !rule.norm.is_empty() {
        section(ui, &locale.text("law-says"));
    }
    for law in &rule.laws {
        prose(&locale.cited(&law.statute, &law.article, &law.version)).bold().small().show(ui);
        if quoting == Quoting::Words {
            prose(&law.text).small().color(palette.muted).show(ui);
        }
    }
    if !rule.norm.is_empty() {
        prose(&locale.pair(&locale.text("law-norm"), &rule.norm)).small().color(palette.muted).show(ui);
    }
    if !rule.varies.is_empty() {
        prose(&locale.pair(&locale.text("law-varies"), &rule.varies)).small().color(palette.muted).show(ui);
    }
}
