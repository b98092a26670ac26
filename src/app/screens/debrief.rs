//! The debrief: three verdicts, the dimensions, every turn with its why, and the way back into any of them.

use bevy_egui::egui::{self, CornerRadius, RichText, ScrollArea, Sense, Ui, vec2};

use crate::app::desk::{Action, Desk, Sitting};
use crate::app::screens::column;
use crate::app::screens::comment::{comment, tone, verdict_word};
use crate::app::theme::{GRID, Palette, Tone, accent_button, bold_family, card, chip, prose, quiet_button, section, size, tinted};
use crate::cli::{wordless, why};
use crate::content::script::Script;
use crate::locale::Locale;
use crate::play::debrief::{Debrief, Review, TurnVerdict, debrief};
use crate::play::score::{Compliance, Score, Verdict};

/// The share of the width that the summary takes.
const SUMMARY_SHARE: f32 = 0.36;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let sitting = desk.sitting.as_ref()?;
    let locale = &desk.locale;
    let script = sitting.call.script();
    let debrief = debrief(&sitting.call);
    let mut action = None;
    let summary_width = ui.available_width() * SUMMARY_SHARE;
    column(ui, "summary", summary_width, |ui| action = summary(ui, &debrief, sitting, locale));
    section(ui, &locale.text("debrief-transcript"));
    ScrollArea::vertical().id_salt("turns").auto_shrink([false, false]).show(ui, |ui| {
        for review in &debrief.reviews {
            action = action.take().or(turn(ui, review, sitting, script, locale));
        }
    });
    action
}

fn summary(ui: &mut Ui, debrief: &Debrief<'_>, sitting: &Sitting, locale: &Locale) -> Option<Action> {
    let script = sitting.call.script();
    let score = &debrief.score;
    verdict(ui, score, script, locale);
    three(ui, score, script, locale);
    ui.add_space(GRID);
    section(ui, &locale.text("debrief-dimensions"));
    dimensions(ui, score, script);
    ui.add_space(GRID);
    section(ui, &locale.text("debrief-note"));
    note(ui, score, locale);
    ui.add_space(GRID);
    section(ui, &locale.text("debrief-one-thing"));
    let action = one_thing(ui, debrief, locale);
    ui.add_space(2.0 * GRID);
    let buttons = ui.horizontal_wrapped(|ui| {
        let again = accent_button(ui, &locale.text("button-again")).clicked().then_some(Action::Again);
        again.or(quiet_button(ui, &locale.text("button-home")).clicked().then_some(Action::Home))
    });
    action.or(buttons.inner)
}

fn verdict(ui: &mut Ui, score: &Score, script: &Script, locale: &Locale) {
    let (sign, tone) = match score.verdict {
        Verdict::Passed => ("✓", Tone::Good),
        Verdict::PassedWithoutResult => ("○", Tone::Accent),
        Verdict::EffectiveButNotCompliant => ("×", Tone::Warn),
        Verdict::FailedOnRedLine | Verdict::FailedOnProcess => ("×", Tone::Bad),
    };
    tinted(ui, tone, |ui| {
        let text = format!("{sign} {}", locale.text(&format!("verdict-{:?}", score.verdict)));
        prose(&text).bold().size(size::HEADING).color(Palette::within(ui).text_of(tone)).show(ui);
        for remark in remarks(score, script, locale) {
            prose(&remark).small().show(ui);
        }
    });
}

/// How the process score came about where it is not simply what was earned.
fn remarks(score: &Score, script: &Script, locale: &Locale) -> Vec<String> {
    let standards = &script.standards;
    let mut remarks = Vec::new();
    let is_yellow = |breach: &&crate::id::BreachId| {
        standards.rules[script.breaches[breach.index()].index()].level == crate::content::law::Level::Yellow
    };
    let yellows = score.breaches.iter().filter(is_yellow).count();
    if yellows > 0 {
        let points = yellows * standards.yellow_costs as usize;
        remarks.push(locale.with("verdict-note-yellow", &[("count", yellows.into()), ("points", points.into())]));
    }
    if score.compliance == Compliance::Red {
        remarks.push(locale.with("verdict-note-red", &[("cap", standards.red_caps_at.into())]));
    }
    if score.chased_over_defect {
        remarks.push(locale.with("verdict-note-defect", &[("cap", standards.open_defect_caps_at.into())]));
    }
    remarks.push(locale.with("verdict-note-pass-mark", &[("mark", standards.pass_mark.into())]));
    remarks
}

/// Process, compliance, outcome: side by side, never one number.
fn three(ui: &mut Ui, score: &Score, script: &Script, locale: &Locale) {
    let (compliance, tone) = match score.compliance {
        Compliance::Clean => ("compliance-clean", Tone::Good),
        Compliance::Yellow => ("compliance-yellow", Tone::Warn),
        Compliance::Red => ("compliance-red", Tone::Bad),
    };
    card(ui, |ui| {
        let passed = score.process >= script.standards.pass_mark;
        ui.horizontal(|ui| {
            let number = RichText::new(score.process.to_string()).family(bold_family()).size(2.0 * size::HEADING);
            ui.label(number.color(Palette::within(ui).text_of(if passed { Tone::Good } else { Tone::Bad })));
            ui.label(locale.text("process"));
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(locale.text("compliance"));
            chip(ui, &locale.text(compliance), tone);
        });
        if let Some(ending) = score.ending.map(|ending| &script.endings[ending.index()]) {
            ui.horizontal_wrapped(|ui| {
                ui.label(locale.text("outcome"));
                let tone = if ending.outcome.is_effective() { Tone::Good } else { Tone::Plain };
                chip(ui, &locale.text(&format!("outcome-{}", ending.outcome.word())), tone);
            });
            prose(&ending.title).bold().show(ui);
            prose(&ending.text).small().color(Palette::within(ui).muted).show(ui);
        }
    });
}

/// A bar for each dimension: how much of what was assessed was met.
fn dimensions(ui: &mut Ui, score: &Score, script: &Script) {
    /// From here a dimension counts as good, percent.
    const GOOD: u32 = 80;
    let palette = Palette::within(ui);
    card(ui, |ui| {
        for dimension in &score.dimensions {
            let name = &script.standards.dimensions[dimension.dimension].name;
            let tone = match dimension.percent() {
                GOOD.. => Tone::Good,
                percent if percent >= script.standards.pass_mark => Tone::Accent,
                _ => Tone::Bad,
            };
            ui.horizontal(|ui| {
                let label = RichText::new(name.as_ref()).size(size::SMALL);
                ui.add_sized(vec2(22.0 * GRID, 5.0 * GRID), egui::Label::new(label).truncate());
                let (rect, response) = ui.allocate_exact_size(vec2((ui.available_width() - 24.0 * GRID).max(8.0 * GRID), 3.0 * GRID), Sense::hover());
                ui.painter().rect_filled(rect, CornerRadius::same(3), palette.line);
                let mut filled = rect;
                filled.set_width(rect.width() * dimension.percent() as f32 / 100.0);
                ui.painter().rect_filled(filled, CornerRadius::same(3), palette.text_of(tone));
                response.on_hover_text(met(dimension, score, script));
                let value = format!("{} · {}/{}", dimension.percent(), dimension.met, dimension.assessed);
                ui.label(RichText::new(value).size(size::SMALL));
                ui.label(RichText::new(format!("×{}", dimension.weight)).size(size::SMALL).color(palette.muted));
            });
        }
    });
}

/// The criteria of a dimension, met and not.
fn met(dimension: &crate::play::score::DimensionScore, score: &Score, script: &Script) -> String {
    let criteria = &script.standards.dimensions[dimension.dimension].criteria;
    let assessed = criteria.iter().filter(|id| script.assessed.has(id.index()));
    let line = |id: &crate::id::CriterionId| {
        let sign = if score.met.has(id.index()) { "✓" } else { "×" };
        format!("{sign} {}", script.standards.criteria[id.index()].name)
    };
    assessed.map(line).collect::<Vec<_>>().join("\n")
}

fn note(ui: &mut Ui, score: &Score, locale: &Locale) {
    let note = score.note;
    card(ui, |ui| {
        if note.noted == 0 {
            prose(&locale.text("note-nothing")).show(ui);
            return;
        }
        prose(&locale.with("note-recall", &[("kept", note.kept.into()), ("told", note.told.into())])).show(ui);
        let values = [("noted", note.noted.into()), ("invented", note.invented.into())];
        prose(&locale.with("note-precision", &values)).show(ui);
    });
}

/// The gravest slip of the call, with the way back to it.
fn one_thing(ui: &mut Ui, debrief: &Debrief<'_>, locale: &Locale) -> Option<Action> {
    let gravity = |review: &&Review<'_>| match review.verdict {
        TurnVerdict::Crossed(crate::content::law::Level::Red) => 4,
        TurnVerdict::Crossed(crate::content::law::Level::Yellow) => 3,
        _ if !review.missed.is_empty() => 2,
        TurnVerdict::Silent | TurnVerdict::Poor => 1,
        TurnVerdict::Best | TurnVerdict::Fair => 0,
    };
    // The first of the gravest: what came after followed from it.
    let worst = debrief.reviews.iter().rev().max_by_key(gravity).filter(|review| gravity(review) > 0);
    let Some(worst) = worst else {
        card(ui, |ui| prose(&locale.text("debrief-nothing-to-mend")).show(ui));
        return None;
    };
    tinted(ui, tone(worst.verdict), |ui| {
        let said = worst.said.map_or_else(|| wordless(worst, locale), str::to_owned);
        prose(&format!("“{said}”")).show(ui);
        if let Some(better) = worst.better.and_then(|better| better.words) {
            section(ui, &locale.text("better"));
            prose(&format!("“{better}”")).show(ui);
        }
        quiet_button(ui, &locale.text("button-retry-turn")).clicked().then_some(Action::RetryFrom(worst.beat))
    })
    .inner
}

fn turn(ui: &mut Ui, review: &Review<'_>, sitting: &Sitting, script: &Script, locale: &Locale) -> Option<Action> {
    let palette = Palette::within(ui);
    let is_open = sitting.opened == Some(review.beat);
    let mut action = None;
    card(ui, |ui| {
        for said in &review.before {
            let speaker = said.speaker.unwrap_or(&script.persona.called);
            prose(&format!("{speaker}：{}", said.words)).small().color(palette.muted).show(ui);
        }
        let said = review.said.map_or_else(|| wordless(review, locale), str::to_owned);
        ui.horizontal_top(|ui| {
            chip(ui, &verdict_word(review.verdict, locale), tone(review.verdict));
            prose(&said).show(ui);
        });
        if let Some(better) = review.better.and_then(|better| better.words) {
            prose(&format!("{}：“{better}”", locale.text("better"))).small().color(palette.text_of(Tone::Good)).show(ui);
        }
        if is_open {
            comment(ui, review, script, locale);
            if let Some(better) = review.better.filter(|better| !better.why.is_empty()) {
                section(ui, &locale.text("better"));
                prose(better.why).show(ui);
            }
            criteria(ui, review, script, locale);
        }
        ui.horizontal_wrapped(|ui| {
            let has_more = !why(review, locale).is_empty();
            if has_more && quiet_button(ui, &format!("{} {}", locale.text("why"), if is_open { "▲" } else { "▼" })).clicked() {
                action = Some(Action::Open((!is_open).then_some(review.beat)));
            }
            if quiet_button(ui, &locale.text("button-retry-turn")).clicked() {
                action = Some(Action::RetryFrom(review.beat));
            }
        });
    });
    action
}

fn criteria(ui: &mut Ui, review: &Review<'_>, script: &Script, locale: &Locale) {
    for (key, ids) in [("criteria-met", &review.shown), ("criteria-missed", &review.missed)] {
        if !ids.is_empty() {
            let names: Vec<&str> = ids.iter().map(|id| script.standards.criteria[id.index()].name.as_ref()).collect();
            prose(&format!("{}：{}", locale.text(key), names.join("、"))).small().show(ui);
        }
    }
}
