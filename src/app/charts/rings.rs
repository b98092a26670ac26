//! At which ring calls were answered: a bar for every ring, the limit marked, what came too late hatched and signed.

use bevy_egui::egui::{Align2, Color32, CornerRadius, Rect, Response, Stroke, StrokeKind, Ui, pos2};

use super::axis::{self, round_numbers};
use super::bars::{AxisNames, Bars, bars};
use super::canvas::{self, LINE, Words, bubble, canvas, galley, write_bold};
use super::explore::{Explored, Walk, explore};
use super::key::{Entry, Sample, key};
use super::mark::{Dash, hatch};
use super::ring;
use crate::app::theme::{GRID, Palette, Tone};

/// The height with one row of key, in points.
const HEIGHT: f32 = 64.0 * GRID;

/// How a call was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Within the limit.
    InTime,
    /// After it.
    Late,
    /// Not at all.
    Lost,
}

impl Standing {
    const ALL: [Self; 3] = [Self::InTime, Self::Late, Self::Lost];

    fn tone(self) -> Tone {
        match self {
            Self::InTime => Tone::Good,
            Self::Late => Tone::Warn,
            Self::Lost => Tone::Bad,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::InTime => "✓",
            Self::Late => "△",
            Self::Lost => "×",
        }
    }
}

/// One bar.
#[derive(Clone, Copy, Debug)]
pub struct RingBar<'a> {
    /// What stands under it: “1”, “6+”, “没接到”.
    pub name: &'a str,
    /// How many calls.
    pub count: u32,
    /// Whether they were in time. Those in time come first.
    pub standing: Standing,
    /// What to say about it; the first line is the heading.
    pub tip: &'a str,
}

/// All bars.
#[derive(Clone, Copy, Debug)]
pub struct Rings<'a> {
    /// The summary, and what to do so that there are calls.
    pub words: Words<'a>,
    /// The bars from left to right.
    pub bars: &'a [RingBar<'a>],
    /// The names of the bars in time, late and lost: “三声之内”, “三声之后”, “没接到”.
    pub standings: [&'a str; 3],
    /// What the limit is called: “三声为限”.
    pub limit: &'a str,
    /// What goes up, with its unit: “来电（通）”.
    pub unit: &'a str,
    /// What goes across, with its unit: “接起时响到第几声”.
    pub across: &'a str,
}

/// Draws at which ring calls were answered.
pub fn rings(ui: &mut Ui, data: &Rings) {
    let most = data.bars.iter().map(|it| it.count).max().unwrap_or(0);
    if most == 0 {
        canvas::empty(ui, HEIGHT, &data.words);
        return;
    }
    let key = key(ui, entries(ui, data), canvas::width(ui));
    let area = canvas(ui, HEIGHT + key.surplus(), &data.words);
    key.show(ui, &area, area.rect.min);
    let mut rect = area.rect;
    rect.min.y += key.height + GRID;
    let names = AxisNames { up: data.unit, across: data.across };
    let numbers = round_numbers(f64::from(most), true);
    // Over the bars: the limit's name, and the count of the highest bar with its sign.
    let frame = bars(ui, rect, names, &numbers, 3.0 * LINE, data.bars.len());
    let tip = |place: usize| data.bars.get(place).map_or("", |it| it.tip);
    let explored = explore(ui, &area, &frame.columns(), false, Walk::IN_A_ROW, tip);
    mark_limit(ui, data, &frame);
    draw_bars(ui, data, &frame);
    write_names(ui, data, &frame, area.rect);
    point_out(ui, &area, data, &frame, explored);
}

fn entries<'a>(ui: &Ui, data: &Rings<'a>) -> Vec<Entry<'a>> {
    let palette = Palette::within(ui);
    let occurs = |standing: &Standing| data.bars.iter().any(|it| it.standing == *standing);
    let signed = |(standing, name): (Standing, &'a str)| Entry {
        sample: Sample::Sign(standing.sign(), palette.text_of(standing.tone())),
        name,
    };
    Standing::ALL.into_iter().zip(data.standings).filter(|(it, _)| occurs(it)).map(signed).collect()
}

fn draw_bars(ui: &Ui, data: &Rings, frame: &Bars) {
    let has_room = |(place, bar): (usize, &RingBar)| {
        galley(ui, &signed(bar), Color32::PLACEHOLDER, true).size().x + GRID <= frame.column(place).width()
    };
    let is_beside = data.bars.iter().enumerate().all(has_room);
    for (place, bar) in data.bars.iter().enumerate() {
        let rect = frame.bar(place, 0.0, f64::from(bar.count));
        draw_bar(ui, bar, rect);
        write_count(ui, bar, rect, frame.plot, is_beside);
    }
}

fn signed(bar: &RingBar) -> String {
    format!("{} {}", bar.standing.sign(), bar.count)
}

/// A bar in time is full, one that came late is hatched, the lost ones are only an outline.
fn draw_bar(ui: &Ui, bar: &RingBar, rect: Rect) {
    let palette = Palette::within(ui);
    let color = palette.text_of(bar.standing.tone());
    let corner = CornerRadius { nw: 3, ne: 3, sw: 0, se: 0 };
    if bar.count == 0 {
        return;
    }
    let is_in_time = bar.standing == Standing::InTime;
    let fill = if is_in_time { color } else { palette.ground_of(bar.standing.tone()) };
    ui.painter().rect_filled(rect, corner, fill);
    if bar.standing == Standing::Late {
        hatch(ui.painter(), rect, color);
    }
    ui.painter().rect_stroke(rect, corner, Stroke::new(1.5, color), StrokeKind::Inside);
}

/// The count over the bar, with the sign beside it or over it.
fn write_count(ui: &Ui, bar: &RingBar, rect: Rect, plot: Rect, is_beside: bool) {
    let palette = Palette::within(ui);
    let color = if bar.count == 0 { palette.muted } else { palette.text_of(bar.standing.tone()) };
    let write_inside = |text: &str, above: f32| {
        let half = galley(ui, text, color, true).size().x / 2.0;
        let x = inside(rect.center().x, plot.left() + half, plot.right() - half);
        write_bold(ui, pos2(x, rect.top() - 0.5 * GRID - above), Align2::CENTER_BOTTOM, text, color);
    };
    if bar.count == 0 {
        write_inside("0", 0.0);
    } else if is_beside {
        write_inside(&signed(bar), 0.0);
    } else {
        write_inside(&bar.count.to_string(), 0.0);
        write_inside(bar.standing.sign(), LINE - GRID);
    }
}

/// A place kept between two others; in their middle if they are the wrong way round.
fn inside(x: f32, least: f32, most: f32) -> f32 {
    if least < most { x.clamp(least, most) } else { (least + most) / 2.0 }
}

/// The names under the bars; where they have no room, a sign stands for a long one, as in the key.
fn write_names(ui: &Ui, data: &Rings, frame: &Bars, whole: Rect) {
    let labels = |is_short: bool| {
        let name = |bar: &RingBar| match bar.standing {
            Standing::Lost if is_short => bar.standing.sign().to_owned(),
            _ => bar.name.to_owned(),
        };
        let label = |(place, bar)| axis::label(ui, name(bar), frame.column(place).center().x);
        data.bars.iter().enumerate().map(label).collect::<Vec<_>>()
    };
    let has_room = axis::fit(&labels(false), whole.left(), whole.right()).is_some();
    axis::write_under(ui, frame.plot, &axis::thin(labels(!has_room), whole.left(), whole.right()));
}

/// A line between the last bar in time and the next, with its name at the top.
fn mark_limit(ui: &Ui, data: &Rings, frame: &Bars) {
    let palette = Palette::within(ui);
    let Some(last) = data.bars.iter().rposition(|it| it.standing == Standing::InTime) else { return };
    let x = frame.column(last).right().round();
    let top = frame.plot.top() - 3.0 * LINE;
    let path = vec![pos2(x, top + LINE), pos2(x, frame.plot.bottom())];
    Dash::LIMIT.paint(ui.painter(), path, Stroke::new(1.5, palette.muted));
    let half = galley(ui, data.limit, palette.text, true).size().x / 2.0;
    let middle = inside(x, frame.plot.left() + half, frame.plot.right() - half);
    write_bold(ui, pos2(middle, top + LINE / 2.0), Align2::CENTER_CENTER, data.limit, palette.text);
}

fn point_out(ui: &Ui, area: &Response, data: &Rings, frame: &Bars, explored: Explored) {
    if let Some(place) = explored.focused {
        ring(ui, frame.column(place));
    }
    let Some((place, bar)) = explored.pointed.and_then(|place| Some((place, data.bars.get(place)?))) else { return };
    bubble(ui, area, frame.bar(place, 0.0, f64::from(bar.count)), bar.tip);
}
