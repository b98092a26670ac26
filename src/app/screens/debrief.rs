//! The debrief: three verdicts, the dimensions, every turn with its why, and the way back into any of them.

use bevy_egui::egui::{Align, Layout, RichText, ScrollArea, Sense, Ui, vec2};

use crate::app::desk::{Action, Desk, Sitting};
use crate::app::screens::column;
use crate::app::screens::comment::{Quoting, comment, tone, verdict_word};
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bar, bold_family, card, cell, chip, name_column, prose, quiet_button, section,
    size, tinted,
};
use crate::cli::{why, wordless};
use crate::content::law::Level;
use crate::content::script::Script;
use crate::locale::Locale;
use crate::play::debrief::{Debrief, Review, TurnVerdict, debrief};
use crate::play::score::{Compliance, DimensionScore, Score, Verdict};

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
    dimensions(ui, score, script, locale);
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
        crossed(ui, score, script, locale);
    });
}

/// The lines that were crossed, each with its grounds.
fn crossed(ui: &mut Ui, score: &Score, script: &Script, locale: &Locale) {
    let mut rules: Vec<_> = score.breaches.iter().map(|breach| script.breaches[breach.index()]).collect();
    rules.sort_unstable();
    rules.dedup();
    for rule in rules.into_iter().map(|rule| &script.standards.rules[rule.index()]) {
        let (key, tone) = match rule.level {
            Level::Red => ("rule-red", Tone::Bad),
            Level::Yellow => ("rule-yellow", Tone::Warn),
        };
        ui.horizontal_wrapped(|ui| {
            chip(ui, &format!("× {}", locale.text(key)), tone);
            prose(&rule.name).bold().show(ui);
        });
        let laws: Vec<String> = rule
            .laws
            .iter()
            .map(|law| {
                locale.with(
                    "cited-short",
                    &[("statute", law.statute.as_ref().into()), ("article", law.article.as_ref().into())],
                )
            })
            .collect();
        let grounds =
            if laws.is_empty() { rule.norm.to_string() } else { laws.join(&locale.text("enumeration-comma")) };
        prose(&grounds).small().show(ui);
    }
}

/// How the process score came about where it is not simply what was earned.
fn remarks(score: &Score, script: &Script, locale: &Locale) -> Vec<String> {
    let standards = &script.standards;
    let mut remarks = Vec::new();
    let is_yellow =
        |breach: &&crate::id::BreachId| standards.rules[script.breaches[breach.index()].index()].level == Level::Yellow;
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
    if score.compliance != Compliance::Red && score.process < standards.pass_mark {
        remarks.push(locale.text("verdict-note-failed"));
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

/// A bar for each dimension: how much of what was assessed was met, and what it weighs.
fn dimensions(ui: &mut Ui, score: &Score, script: &Script, locale: &Locale) {
    card(ui, |ui| {
        let width = ui.available_width();
        for dimension in &score.dimensions {
            dimension_row(ui, dimension, score, script, width);
        }
        prose(&locale.text("debrief-dimensions-key")).small().color(Palette::within(ui).muted).show(ui);
    });
}

fn dimension_row(ui: &mut Ui, dimension: &DimensionScore, score: &Score, script: &Script, width: f32) {
    /// From here a dimension counts as good, percent.
    const GOOD: u32 = 80;
    /// The columns behind the bar, in points: value, weight.
    const COLUMNS: [f32; 2] = [20.0 * GRID, 9.0 * GRID];
    /// The least width of the names, in points.
    const NAMES: f32 = 20.0 * GRID;
    let palette = Palette::within(ui);
    let name = &script.standards.dimensions[dimension.dimension].name;
    let tone = match dimension.percent() {
        GOOD.. => Tone::Good,
        percent if percent >= script.standards.pass_mark => Tone::Accent,
        _ => Tone::Bad,
    };
    let gaps = 3.0 * ui.spacing().item_spacing.x;
    let names = name_column(ui, name).max(NAMES);
    let bar_width = (width - names - COLUMNS.iter().sum::<f32>() - gaps).max(6.0 * GRID);
    ui.horizontal(|ui| {
        cell(ui, names, RichText::new(name.as_ref()));
        let (rect, response) = ui.allocate_exact_size(vec2(bar_width, 3.0 * GRID), Sense::hover());
        bar(ui, rect, dimension.percent() as f32 / 100.0, tone);
        response.on_hover_text(met(dimension, score, script));
        let value = format!("{} · {}/{}", dimension.percent(), dimension.met, dimension.assessed);
        cell(ui, COLUMNS[0], RichText::new(value));
        cell(ui, COLUMNS[1], RichText::new(format!("×{}", dimension.weight)).color(palette.muted));
    });
}

/// The criteria of a dimension, met and not.
fn met(dimension: &DimensionScore, score: &Score, script: &Script) -> String {
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
        TurnVerdict::Crossed(Level::Red) => 4,
        TurnVerdict::Crossed(Level::Yellow) => 3,
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
    card(ui, |ui| {
        let action = turn_head(ui, review, is_open, locale);
        for said in &review.before {
            let speaker = said.speaker.unwrap_or(&script.persona.called);
            prose(&locale.pair(speaker, said.words)).small().color(palette.muted).show(ui);
        }
        let said = review.said.map_or_else(|| wordless(review, locale), str::to_owned);
        prose(&said).show(ui);
        if let Some(better) = review.better.and_then(|better| better.words) {
            let text = locale.pair(&locale.text("better"), &format!("“{better}”"));
            prose(&text).small().color(palette.text_of(Tone::Good)).show(ui);
        }
        if is_open {
            comment(ui, review, script, Quoting::Words, locale);
            if let Some(better) = review.better.filter(|better| !better.why.is_empty()) {
                section(ui, &locale.text("better"));
                prose(better.why).show(ui);
            }
            criteria(ui, review, script, locale);
        }
        action
    })
    .inner
}

/// The verdict, and what can be done with this turn.
fn turn_head(ui: &mut Ui, review: &Review<'_>, is_open: bool, locale: &Locale) -> Option<Action> {
    /// The width, in points, in which a verdict and both ways on stand side by side.
    const ROOM_FOR_ALL: f32 = 300.0;
    let has_room = ui.available_width() >= ROOM_FOR_ALL;
    let ways_on = |ui: &mut Ui, action: &mut Option<Action>| {
        if quiet_button(ui, &locale.text("button-retry-turn")).clicked() {
            *action = Some(Action::RetryFrom(review.beat));
        }
        let sign = if is_open { "▲" } else { "▼" };
        let has_more = !why(review, locale).is_empty();
        if has_more && quiet_button(ui, &format!("{} {sign}", locale.text("why"))).clicked() {
            *action = Some(Action::Open((!is_open).then_some(review.beat)));
        }
    };
    let mut action = None;
    ui.horizontal(|ui| {
        chip(ui, &verdict_word(review.verdict, locale), tone(review.verdict));
        if has_room {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ways_on(ui, &mut action));
        }
    });
    if !has_room {
        ui.horizontal_wrapped(|ui| ways_on(ui, &mut action));
    }
    action
}

fn criteria(ui: &mut Ui, review: &Review<'_>, script: &Script, locale: &Locale) {
    for (key, ids) in [("criteria-met", &review.shown), ("criteria-missed", &review.missed)] {
        if !ids.is_empty() {
            let names: Vec<&str> = ids.iter().map(|id| script.standards.criteria[id.index()].name.as_ref()).collect();
            prose(&locale.pair(&locale.text(key), &names.join(&locale.text("enumeration-comma")))).small().show(ui);
        }
    }
}
