//! What a shift was worth.

use super::Case;
use crate::export::paper::{Bar, Block, Tone};
use crate::export::report::catalogue::Sort;
use crate::export::report::{figure, listed, pass_line, passing, percent, seconds};
use crate::export::tables::in_time;
use crate::play::drill::judge::judge;
use crate::play::drill::statistics::{percentile, wilson_95};
use crate::record::replay::Replayed;
use crate::record::summary::{Criterion, ShiftSummary};

/// Everything but the words.
pub fn blocks(summary: &ShiftSummary, case: &Case<'_>) -> Vec<Block> {
    let mut blocks = vec![figures(summary, case), verdict(summary, case), case.facts(Vec::new())];
    blocks.extend(one_thing(case));
    blocks.extend(criteria(summary, case));
    blocks
}

/// The criterion that cost most, as the shift had again says.
fn one_thing(case: &Case<'_>) -> Option<Block> {
    let Some(Replayed::Shift(shift)) = &case.replayed else { return None };
    let criteria = &shift.card().scorecard.criteria;
    let tally = judge(shift).costliest(criteria)?;
    let judged = &criteria[tally.criterion];
    let values = [
        ("name", judged.name.as_ref().into()),
        ("met", tally.met.into()),
        ("due", tally.due.into()),
        ("why", judged.why.as_ref().into()),
    ];
    let text = case.locale.with("report-costliest", &values);
    Some(Block::Note { tone: Tone::Plain, title: case.text("debrief-one-thing"), text })
}

fn figures(summary: &ShiftSummary, case: &Case<'_>) -> Block {
    let unit = case.text("report-points");
    let (hits, calls) = (in_time(summary), summary.rings.len());
    let within = case.locale.with("report-in-time", &[("within", summary.within.into())]);
    let mut figures = vec![
        figure(summary.score.to_string(), &unit, case.text("drill-score"), passing(summary.score, summary.pass_mark)),
        figure(summary.pass_mark.to_string(), &unit, case.text("export-pass-mark"), Tone::Plain),
        figure(format!("{hits}/{calls}"), "", within, if hits == calls { Tone::Good } else { Tone::Warn }),
    ];
    if let Some(median_ms) = percentile(&summary.reactions_ms, 50) {
        figures.push(figure(seconds(median_ms), case.text("report-secs"), case.text("report-reaction"), Tone::Plain));
    }
    Block::Figures(figures)
}

fn verdict(summary: &ShiftSummary, case: &Case<'_>) -> Block {
    let (tone, key) = if summary.passed { (Tone::Good, "drill-passed") } else { (Tone::Bad, "drill-failed") };
    let below = (summary.score < summary.pass_mark)
        .then(|| case.locale.with("report-below-mark", &[("mark", summary.pass_mark.into())]));
    let remarks = [below, fell_short(summary, case), Some(answered(summary, case)), reactions(summary, case)];
    case.verdict(tone, case.text(key), &remarks.into_iter().flatten().collect::<Vec<_>>())
}

fn fell_short(summary: &ShiftSummary, case: &Case<'_>) -> Option<String> {
    let is_meant = |it: &&Criterion| summary.fell_short.contains(&it.id);
    let named = summary.criteria.iter().filter(is_meant).map(|it| {
        let name = case.called(Sort::Criterion, &it.id, &it.name);
        case.locale.with("report-met", &[("name", name.into()), ("met", it.met.into()), ("due", it.due.into())])
    });
    let all = listed(named, case.locale);
    (!all.is_empty()).then(|| case.locale.with("drill-fell-short", &[("all", all.into())]))
}

/// How many in time, and how sure that is.
fn answered(summary: &ShiftSummary, case: &Case<'_>) -> String {
    let (hits, calls) = (in_time(summary), summary.rings.len());
    let Some((low, high)) = wilson_95(hits, calls) else { return case.text("drill-no-calls") };
    let values = [
        ("within", summary.within.into()),
        ("hits", hits.into()),
        ("calls", calls.into()),
        ("low", percent(low)),
        ("high", percent(high)),
    ];
    case.locale.with("drill-answered", &values)
}

fn reactions(summary: &ShiftSummary, case: &Case<'_>) -> Option<String> {
    let lost = summary.rings.iter().filter(|rings| rings.is_none()).count();
    let at = |percent| percentile(&summary.reactions_ms, percent).map(seconds);
    let values = [
        ("answered", summary.reactions_ms.len().into()),
        ("median", at(50)?.into()),
        ("p90", at(90)?.into()),
        ("lost", lost.into()),
    ];
    Some(case.locale.with("drill-reactions", &values))
}

/// Every criterion that had an occasion, as a bar.
fn criteria(summary: &ShiftSummary, case: &Case<'_>) -> Vec<Block> {
    let bar = |it: &Criterion| {
        let share = it.met as f32 / it.due.max(1) as f32;
        let is_good = it.met == it.due;
        let values = [("met", it.met.into()), ("due", it.due.into()), ("weight", it.weight.into())];
        Bar {
            name: case.called(Sort::Criterion, &it.id, &it.name),
            share,
            value: case.locale.with("report-tally", &values),
            tone: if is_good {
                Tone::Good
            } else if summary.fell_short.contains(&it.id) {
                Tone::Bad
            } else {
                Tone::Warn
            },
        }
    };
    let bars: Vec<Bar> = summary.criteria.iter().map(bar).collect();
    if bars.is_empty() {
        return Vec::new();
    }
    let (label, at) = pass_line(summary.pass_mark, case.locale);
    vec![Block::Heading(case.text("drill-criteria")), Block::Bars { mark: Some((at / 100.0, label)), bars }]
}
