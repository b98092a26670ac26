//! How it went: scores over time, dimension by dimension, scenario by scenario, shift by shift.

use super::Book;
use crate::export::paper::{Align, Bar, Block};
use crate::export::report::catalogue::Sort;
use crate::export::report::{column, pass_line, passing, percent, seconds};
use crate::record::attempt::{Kept, Kind};
use crate::record::progress::radar::Axis;
use crate::record::progress::rings::{InTime, rings};
use crate::record::progress::scores::{Filter, MEDIAN_OF, Scored, scores};

/// Stands where there is nothing to tell.
const NOTHING: &str = "—";
/// From so many scores on there is a curve.
const LEAST_POINTS: usize = 2;

/// Everything about scores; no section without something in it.
pub fn blocks(book: &Book<'_>) -> Vec<Block> {
    let mut blocks = curves(book);
    blocks.extend(dimensions(book));
    blocks.extend(table(Kind::Call, book));
    blocks.extend(table(Kind::Shift, book));
    blocks.extend(table(Kind::Exam, book));
    blocks.push(Block::Remark(book.locale.text("report-counted-times")));
    blocks
}

fn curves(book: &Book<'_>) -> Vec<Block> {
    let curves = [Kind::Call, Kind::Shift].map(|kind| curve(kind, book));
    let mut blocks: Vec<Block> = curves.into_iter().flatten().collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(book.locale.text("report-over-time")));
        blocks.push(Block::Remark(book.locale.with("report-counting", &[("count", MEDIAN_OF.into())])));
    }
    blocks
}

/// The running median of calls, or of shifts.
fn curve(kind: Kind, book: &Book<'_>) -> Option<Block> {
    let series = scores(book.kept, Filter { kind: Some(kind), ..Filter::default() }).series;
    let point = |it: &Scored| Some((it.day.strftime("%m-%d").to_string(), it.running_median? as f32));
    let points: Vec<(String, f32)> = series.iter().filter_map(point).collect();
    let mark = series.iter().rev().find(|it| it.running_median.is_some())?.pass_mark;
    let key = if kind == Kind::Call { "report-curve-calls" } else { "report-curve-shifts" };
    (points.len() >= LEAST_POINTS).then(|| {
        let (label, at) = pass_line(mark, book.locale);
        Block::Curve { y_label: book.locale.text(key), mark: Some((at, label)), points }
    })
}

fn dimensions(book: &Book<'_>) -> Vec<Block> {
    let radar = &book.progress.radar;
    let Some(pass_mark) = radar.pass_mark.filter(|_| !radar.axes.is_empty()) else { return Vec::new() };
    let bars = radar.axes.iter().map(|axis| dimension(axis, pass_mark, book)).collect();
    let (label, at) = pass_line(pass_mark, book.locale);
    vec![
        Block::Heading(book.locale.text("debrief-dimensions")),
        Block::Bars { mark: Some((at / 100.0, label)), bars },
        Block::Remark(book.locale.with("report-dimensions-why", &[("count", MEDIAN_OF.into())])),
    ]
}

fn dimension(axis: &Axis, pass_mark: u32, book: &Book<'_>) -> Bar {
    let value = match axis.then {
        Some(then) => book.locale.with("report-now-then", &[("now", axis.now.into()), ("then", then.into())]),
        None => book.locale.with("points", &[("points", axis.now.into())]),
    };
    let name = book.catalogue.called(Sort::Dimension, &axis.id, &axis.name);
    Bar { name, share: axis.now as f32 / 100.0, value, tone: passing(axis.now, pass_mark) }
}

/// One scenario or shift.
struct Row<'k> {
    title: String,
    scored: Vec<Scored>,
    kept: Vec<&'k Kept>,
}

/// Scenarios or shifts, in the order they were first met.
fn rows<'k>(kind: Kind, book: &Book<'k>) -> Vec<Row<'k>> {
    let mut rows: Vec<(String, Row<'k>)> = Vec::new();
    let series = scores(book.kept, Filter::default()).series;
    for (scored, kept) in series.into_iter().zip(book.kept).filter(|(scored, _)| scored.kind == kind) {
        let place = rows.iter().position(|(subject, _)| *subject == scored.subject).unwrap_or_else(|| {
            let title = book.catalogue.called(Sort::of(kind), &scored.subject, &scored.title);
            rows.push((scored.subject.clone(), Row { title, scored: Vec::new(), kept: Vec::new() }));
            rows.len() - 1
        });
        rows[place].1.scored.push(scored);
        rows[place].1.kept.push(kept);
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

impl Row<'_> {
    /// Those whose score says something: brought to an end, and begun from the beginning.
    fn counted(&self) -> impl DoubleEndedIterator<Item = &Scored> {
        self.scored.iter().filter(|it| !it.is_retry && !it.is_given_up)
    }

    /// Title, times, best, latest, passed of those that count.
    fn cells(&self) -> Vec<String> {
        let score = |it: Option<u32>| it.map_or_else(|| NOTHING.to_owned(), |score| score.to_string());
        let passed = self.counted().filter(|it| it.is_passed).count();
        vec![
            self.title.clone(),
            self.scored.len().to_string(),
            score(self.counted().map(|it| it.score).max()),
            score(self.counted().next_back().map(|it| it.score)),
            format!("{passed}/{}", self.counted().count()),
        ]
    }

    fn last_day(&self) -> String {
        self.scored.last().map_or_else(String::new, |it| it.day.to_string())
    }
}

fn table(kind: Kind, book: &Book<'_>) -> Vec<Block> {
    let rows = rows(kind, book);
    if rows.is_empty() {
        return Vec::new();
    }
    let head = |key, share, align| column(key, share, align, book.locale);
    let mut columns = vec![
        head(if kind == Kind::Shift { "export-kind-shift" } else { "export-title" }, 0.28, Align::Left),
        head("report-column-times", 0.1, Align::Right),
        head("report-column-best", 0.1, Align::Right),
        head("report-column-latest", 0.1, Align::Right),
        head("report-passed", 0.14, Align::Right),
    ];
    let mut cells: Vec<Vec<String>> = rows.iter().map(Row::cells).collect();
    if kind == Kind::Shift {
        columns.push(head("report-column-in-time", 0.14, Align::Right));
        columns.push(head("report-column-interval", 0.16, Align::Right));
        columns.push(head("report-column-reaction", 0.14, Align::Right));
        for (cells, row) in cells.iter_mut().zip(&rows) {
            let kept: Vec<Kept> = row.kept.iter().map(|kept| (*kept).clone()).collect();
            cells.extend(in_time(rings(&kept).overall, book));
        }
        cells.extend(altogether(&rows, book));
    } else {
        columns.push(head("report-column-last", 0.2, Align::Right));
        cells.iter_mut().zip(&rows).for_each(|(cells, row)| cells.push(row.last_day()));
    }
    let heading = match kind {
        Kind::Call => "half-calls",
        Kind::Shift => "half-front-desk",
        Kind::Exam => "half-quiz",
    };
    vec![Block::Heading(book.locale.text(heading)), Block::Table { columns, rows: cells }]
}

/// Phones answered in time: so many of so many, how sure that is, and how fast.
fn in_time(rings: InTime, book: &Book<'_>) -> [String; 3] {
    let interval = rings.wilson.map_or_else(
        || NOTHING.to_owned(),
        |(low, high)| book.locale.with("report-interval", &[("low", percent(low)), ("high", percent(high))]),
    );
    let reaction = rings.median_reaction_ms.map_or_else(|| NOTHING.to_owned(), seconds);
    [format!("{}/{}", rings.in_time, rings.calls), interval, reaction]
}

/// All shifts together, where there are several.
fn altogether(rows: &[Row<'_>], book: &Book<'_>) -> Option<Vec<String>> {
    let all: usize = rows.iter().map(|row| row.scored.len()).sum();
    let passed: usize = rows.iter().flat_map(Row::counted).filter(|it| it.is_passed).count();
    let counted: usize = rows.iter().map(|row| row.counted().count()).sum();
    (rows.len() > 1).then(|| {
        let mut cells = vec![book.locale.text("report-altogether"), all.to_string(), String::new(), String::new()];
        cells.push(format!("{passed}/{counted}"));
        cells.extend(in_time(book.progress.rings.overall, book));
        cells
    })
}
