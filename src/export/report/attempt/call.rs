//! What a call was worth.

use super::{Case, answer};
use crate::content::law::Level;
use crate::content::script::RuleCard;
use crate::export::choices::{Choice, Worth};
use crate::export::paper::{Bar, Block, Tone};
use crate::export::report::catalogue::Sort;
use crate::export::report::{figure, listed, pass_line, passing};
use crate::play::call::Call;
use crate::play::debrief::debrief;
use crate::record::replay::Replayed;
use crate::record::summary::{Breach, CallSummary, Note};

/// From here a dimension counts as good, 0-100: as in the window.
const GOOD: u32 = 80;

/// Everything but the words.
pub fn blocks(summary: &CallSummary, case: &Case<'_>) -> Vec<Block> {
    let mut blocks = vec![figures(summary, case), verdict(summary, case), facts(summary, case)];
    blocks.extend(breaches(summary, case));
    blocks.extend(one_thing(case));
    blocks.extend(dimensions(summary, case));
    blocks.extend(criteria(summary, case));
    blocks.extend(note(summary.note, case));
    blocks
}

fn figures(summary: &CallSummary, case: &Case<'_>) -> Block {
    let unit = case.text("report-points");
    let compliance = match summary.compliance.as_str() {
        "red" => Tone::Bad,
        "yellow" => Tone::Warn,
        _ => Tone::Good,
    };
    let outcome = summary.outcome.as_deref().map_or_else(|| case.text("report-no-outcome"), |it| outcome(it, case));
    Block::Figures(vec![
        figure(summary.process.to_string(), &unit, case.text("process"), passing(summary.process, summary.pass_mark)),
        figure(summary.pass_mark.to_string(), &unit, case.text("export-pass-mark"), Tone::Plain),
        figure(case.text(&format!("compliance-{}", summary.compliance)), "", case.text("compliance"), compliance),
        figure(outcome, "", case.text("outcome"), Tone::Plain),
    ])
}

fn outcome(word: &str, case: &Case<'_>) -> String {
    case.text(&format!("outcome-{word}"))
}

fn facts(summary: &CallSummary, case: &Case<'_>) -> Block {
    let owner = (case.text("export-owner"), format!("{} · {}", summary.owner, summary.temperament_name));
    case.facts(vec![owner])
}

fn verdict(summary: &CallSummary, case: &Case<'_>) -> Block {
    let tone = match (summary.verdict.as_str(), summary.passed) {
        ("EffectiveButNotCompliant", _) => Tone::Warn,
        (_, true) => Tone::Good,
        (_, false) => Tone::Bad,
    };
    let replayed = if let Some(Replayed::Call(call)) = &case.replayed { Some(call) } else { None };
    case.verdict(tone, case.text(&format!("verdict-{}", summary.verdict)), &remarks(summary, replayed, case))
}

/// How the score came about where it is not simply what was earned; what only the script says needs the call.
fn remarks(summary: &CallSummary, call: Option<&Call>, case: &Case<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(call) = call {
        let (score, standards) = (debrief(call).score, &call.script().standards);
        let yellows = u32::try_from(summary.breaches.iter().filter(|it| it.level == "yellow").count()).unwrap_or(0);
        if yellows > 0 {
            let cost = yellows.saturating_mul(standards.yellow_costs);
            remarks
                .push(case.locale.with("verdict-note-yellow", &[("count", yellows.into()), ("points", cost.into())]));
        }
        if summary.compliance == "red" {
            remarks.push(case.locale.with("verdict-note-red", &[("cap", standards.red_caps_at.into())]));
        }
        if score.chased_over_defect {
            remarks.push(case.locale.with("verdict-note-defect", &[("cap", standards.open_defect_caps_at.into())]));
        }
    }
    if summary.compliance != "red" && summary.process < summary.pass_mark {
        remarks.push(case.text("verdict-note-failed"));
    }
    remarks
}

/// Every line crossed, once: its name, what it does, what it rests on, what one can say instead.
fn breaches(summary: &CallSummary, case: &Case<'_>) -> Vec<Block> {
    let mut named: Vec<&str> = Vec::new();
    let mut blocks = Vec::new();
    for breach in &summary.breaches {
        if named.contains(&breach.rule.as_str()) {
            continue;
        }
        named.push(&breach.rule);
        blocks.push(crossed(breach, case));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(case.text("report-lines")));
    }
    blocks
}

fn crossed(breach: &Breach, case: &Case<'_>) -> Block {
    let tone = if breach.level == "red" { Tone::Bad } else { Tone::Warn };
    let name = case.called(Sort::Rule, &breach.rule, &breach.name);
    let title = case.pair(&format!("rule-{}", breach.level), &name);
    let lines = match card(breach, case) {
        Some(rule) => rule_in_words(rule, case),
        None => vec![case.pair("law-says", &listed(breach.laws.iter().cloned(), case.locale))]
            .into_iter()
            .filter(|_| !breach.laws.is_empty())
            .collect(),
    };
    Block::Note { tone, title, text: lines.join("\n") }
}

/// The rule as the script has it.
fn card<'c>(breach: &Breach, case: &'c Case<'_>) -> Option<&'c RuleCard> {
    let Some(Replayed::Call(call)) = &case.replayed else { return None };
    let is_meant =
        |rule: &&RuleCard| rule.id.as_ref() == breach.rule && (rule.level == Level::Red) == (breach.level == "red");
    call.script().standards.rules.iter().find(is_meant)
}

fn rule_in_words(rule: &RuleCard, case: &Case<'_>) -> Vec<String> {
    let laws: Vec<String> = rule.laws.iter().map(|law| format!("《{}》{}", law.statute, law.article)).collect();
    let mut lines = vec![rule.why.to_string()];
    if !laws.is_empty() {
        lines.push(case.pair("law-says", &listed(laws, case.locale)));
    }
    if !rule.norm.is_empty() {
        lines.push(case.pair("law-norm", &rule.norm));
    }
    if !rule.instead.is_empty() {
        let quoted = case.locale.with("report-quoted", &[("words", rule.instead.as_ref().into())]);
        lines.push(case.pair("law-instead", &quoted));
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// The gravest slip, the first of its like: what came after followed from it. The window goes by the same order.
fn one_thing(case: &Case<'_>) -> Vec<Block> {
    let choices = case.told.record.choices();
    let Some(worst) = choices.iter().rev().max_by_key(|choice| gravity(choice)) else { return Vec::new() };
    let title = case.text("debrief-one-thing");
    if gravity(worst) == 0 {
        let text = case.text("debrief-nothing-to-mend");
        return vec![Block::Note { tone: Tone::Good, title, text }];
    }
    let said = case.locale.with("report-quoted", &[("words", answer::words(worst, case).into())]);
    let lines = [Some(said), (!worst.why.is_empty()).then(|| worst.why.clone()), answer::better(worst, case)];
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
    vec![Block::Note { tone: Tone::Plain, title, text }]
}

fn gravity(choice: &Choice) -> u8 {
    match choice.worth {
        Worth::Red => 4,
        Worth::Yellow => 3,
        _ if !choice.missed.is_empty() => 2,
        Worth::Silent | Worth::Poor => 1,
        Worth::Best | Worth::Fair => 0,
    }
}

fn dimensions(summary: &CallSummary, case: &Case<'_>) -> Vec<Block> {
    let bar = |it: &crate::record::summary::Dimension| Bar {
        name: case.called(Sort::Dimension, &it.id, &it.name),
        share: it.score as f32 / 100.0,
        value: case.locale.with("report-weighted", &[("score", it.score.into()), ("weight", it.weight.into())]),
        tone: match it.score {
            GOOD.. => Tone::Good,
            score if score >= summary.pass_mark => Tone::Plain,
            _ => Tone::Warn,
        },
    };
    let bars: Vec<Bar> = summary.dimensions.iter().map(bar).collect();
    if bars.is_empty() {
        return Vec::new();
    }
    let (label, at) = pass_line(summary.pass_mark, case.locale);
    vec![Block::Heading(case.text("debrief-dimensions")), Block::Bars { mark: Some((at / 100.0, label)), bars }]
}

/// The criteria met and not, by name.
fn criteria(summary: &CallSummary, case: &Case<'_>) -> Vec<Block> {
    let named = |is_met: bool| {
        let those = summary.criteria.iter().filter(|it| (it.met > 0) == is_met);
        listed(those.map(|it| case.called(Sort::Criterion, &it.id, &it.name)), case.locale)
    };
    let lines = [("criteria-missed", named(false)), ("criteria-met", named(true))];
    lines
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(key, names)| Block::Paragraph(case.pair(key, &names)))
        .collect()
}

fn note(note: Note, case: &Case<'_>) -> Vec<Block> {
    // A call that never got so far has no note to speak of.
    if case.is_given_up() && note.noted == 0 {
        return Vec::new();
    }
    let counted = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let text = if note.noted == 0 {
        case.text("note-nothing")
    } else {
        let recall = [("kept", counted(note.kept).into()), ("told", counted(note.told).into())];
        let precision = [("noted", counted(note.noted).into()), ("invented", counted(note.invented).into())];
        let lines = [case.locale.with("note-recall", &recall), case.locale.with("note-precision", &precision)];
        lines.join(&case.text("semicolon"))
    };
    vec![Block::Paragraph(case.pair("report-note", &text))]
}
