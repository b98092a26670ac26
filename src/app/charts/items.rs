//! Everything there is to learn as a map: a cell for every item with its number and how well it is known.

use bevy_egui::egui::{Align2, CornerRadius, FontId, Pos2, Rect, Response, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::canvas::{self, LINE, Words, bubble, canvas, write, write_bold};
use super::explore::{Explored, Walk, explore};
use super::key::{Entry, Sample, key};
use super::ring;
use crate::app::theme::{GRID, Palette, ROUNDING_OF_CONTROLS, Tone, bold_family, size};

/// The least size of a cell, in points; cells fill the width.
const CELL: [f32; 2] = [14.0 * GRID, 9.0 * GRID];
/// The gap between cells, in points.
const GAP: f32 = 1.5 * GRID;
/// The gap between groups, in points.
const GROUPS_APART: f32 = 4.0 * GRID;
/// The least width of a column of groups, in points.
const COLUMN: f32 = 90.0 * GRID;
/// The height of the place when there is nothing to show, in points.
const EMPTY: f32 = 60.0 * GRID;

/// How well an item is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grasp {
    /// Well.
    Known,
    /// Not every time.
    Shaky,
    /// It has not come up yet.
    Unseen,
}

impl Grasp {
    const ALL: [Self; 3] = [Self::Known, Self::Shaky, Self::Unseen];

    fn tone(self) -> Tone {
        match self {
            Self::Known => Tone::Good,
            Self::Shaky => Tone::Warn,
            Self::Unseen => Tone::Plain,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Known => "✓",
            Self::Shaky => "△",
            Self::Unseen => "○",
        }
    }
}

/// One item.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// Its number.
    pub number: u32,
    /// How well it is known.
    pub known: Grasp,
    /// What to say about it; the first line is its name.
    pub tip: &'a str,
}

/// Items that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// What they are called.
    pub name: &'a str,
    /// How many of them are known, in words: “7/12”.
    pub tally: &'a str,
    /// They.
    pub items: &'a [Item<'a>],
}

/// All items.
#[derive(Clone, Copy, Debug)]
pub struct Items<'a> {
    /// The summary, and what to do when there is nothing to show.
    pub words: Words<'a>,
    /// They, by group.
    pub groups: &'a [Group<'a>],
    /// What the states known, shaky and unseen are called.
    pub states: [&'a str; 3],
}

/// Where everything stands, from a corner of 0.
struct Plan {
    headings: Vec<Rect>,
    cells: Vec<Rect>,
    height: f32,
    /// How many cells stand in a row.
    across: usize,
}

/// Draws the map; the number of the item that was clicked, if one was.
pub fn items(ui: &mut Ui, data: &Items) -> Option<u32> {
    let all: Vec<&Item> = data.groups.iter().flat_map(|it| it.items).collect();
    if all.is_empty() {
        canvas::empty(ui, EMPTY, &data.words);
        return None;
    }
    let width = canvas::width(ui);
    let key = key(ui, entries(ui, data), width);
    let counts: Vec<usize> = data.groups.iter().map(|it| it.items.len()).collect();
    let plan = plan(&counts, width);
    let above = key.height + 2.0 * GRID;
    let area = canvas(ui, above + plan.height, &data.words);
    key.show(ui, &area, area.rect.min);
    let corner = area.rect.min + vec2(0.0, above);
    let cells: Vec<Rect> = plan.cells.iter().map(|it| it.translate(corner.to_vec2())).collect();
    let walk = Walk { across: 1, down: plan.across };
    let explored = explore(ui, &area, &cells, true, walk, |place| all.get(place).map_or("", |it| it.tip));
    for (group, place) in data.groups.iter().zip(&plan.headings) {
        head(ui, group, place.translate(corner.to_vec2()));
    }
    for (place, (item, rect)) in all.iter().zip(&cells).enumerate() {
        draw_cell(ui, item, *rect, explored.pointed == Some(place));
    }
    point_out(ui, &area, &all, &cells, explored);
    explored.clicked.and_then(|place| all.get(place)).map(|it| it.number)
}

fn entries<'a>(ui: &Ui, data: &Items<'a>) -> Vec<Entry<'a>> {
    let palette = Palette::within(ui);
    let entry = |(known, name): (Grasp, &'a str)| Entry {
        sample: Sample::Sign(known.sign(), palette.text_of(known.tone())),
        name,
    };
    Grasp::ALL.into_iter().zip(data.states).map(entry).collect()
}

/// Groups of these many items within a width, in points: as many columns of groups as fit, each group on the shortest.
fn plan(counts: &[usize], width: f32) -> Plan {
    let columns = ((width / COLUMN) as usize).clamp(1, counts.len().max(1));
    let column_width = (width - GROUPS_APART * (columns - 1) as f32) / columns as f32;
    let across = (((column_width + GAP) / (CELL[0] + GAP)) as usize).max(1);
    let size = vec2((column_width + GAP) / across as f32 - GAP, CELL[1]);
    let mut bottoms = vec![0.0_f32; columns];
    let mut plan = Plan { headings: Vec::new(), cells: Vec::new(), height: 0.0, across };
    for count in counts {
        // The first of the shortest.
        let column = (0..columns).min_by(|a, b| bottoms[*a].total_cmp(&bottoms[*b])).unwrap_or(0);
        let corner = pos2(column as f32 * (column_width + GROUPS_APART), bottoms[column]);
        plan.headings.push(Rect::from_min_size(corner, vec2(column_width, LINE)));
        let first = corner + vec2(0.0, LINE + GRID);
        plan.cells.extend((0..*count).map(|place| cell_place(first, place, across, size)));
        let rows = count.div_ceil(across) as f32;
        let bottom = first.y + rows * (CELL[1] + GAP);
        plan.height = plan.height.max(bottom - GAP);
        bottoms[column] = bottom + GROUPS_APART - GAP;
    }
    plan
}

fn cell_place(first: Pos2, place: usize, across: usize, size: Vec2) -> Rect {
    let cell = vec2((place % across) as f32, (place / across) as f32);
    Rect::from_min_size(first + cell * (size + Vec2::splat(GAP)), size)
}

fn head(ui: &Ui, group: &Group, place: Rect) {
    let palette = Palette::within(ui);
    let name = write_bold(ui, place.left_center(), Align2::LEFT_CENTER, group.name, palette.text);
    write(ui, pos2(name.right() + 2.0 * GRID, place.center().y), Align2::LEFT_CENTER, group.tally, palette.muted);
}

fn draw_cell(ui: &Ui, item: &Item, rect: Rect, is_pointed: bool) {
    let palette = Palette::within(ui);
    let tone = item.known.tone();
    let color = palette.text_of(tone);
    let fill = if item.known == Grasp::Unseen { palette.card } else { palette.ground_of(tone) };
    let outline = if item.known == Grasp::Unseen { palette.line } else { color.gamma_multiply(0.4) };
    let stroke = if is_pointed { Stroke::new(2.0, palette.accent) } else { Stroke::new(1.0, outline) };
    let corner = CornerRadius::same(ROUNDING_OF_CONTROLS);
    ui.painter().rect(rect, corner, fill, stroke, StrokeKind::Inside);
    let number = FontId::new(size::BODY, bold_family());
    let at = pos2(rect.left() + 2.0 * GRID, rect.center().y);
    let text = if item.known == Grasp::Unseen { palette.muted } else { palette.text };
    ui.painter().text(at, Align2::LEFT_CENTER, item.number, number, text);
    let at = pos2(rect.right() - 2.0 * GRID, rect.center().y);
    write_bold(ui, at, Align2::RIGHT_CENTER, item.known.sign(), color);
}

fn point_out(ui: &Ui, area: &Response, all: &[&Item], cells: &[Rect], explored: Explored) {
    if let Some(cell) = explored.focused.and_then(|place| cells.get(place)) {
        ring(ui, cell.expand(GRID / 2.0));
    }
    let Some(place) = explored.pointed else { return };
    if let (Some(item), Some(cell)) = (all.get(place), cells.get(place)) {
        bubble(ui, area, *cell, item.tip);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_never_touch_and_stay_in_the_width() {
        for width in [240.0, 280.0, 560.0, 1_200.0, 1_600.0] {
            let plan = plan(&[12, 9, 8, 10, 8], width);
            assert_eq!(plan.cells.len(), 47);
            let all: Vec<&Rect> = plan.cells.iter().chain(&plan.headings).collect();
            for (place, rect) in all.iter().enumerate() {
                assert!(rect.left() >= 0.0 && rect.right() <= width + 0.5 && rect.bottom() <= plan.height + 0.5);
                assert!(all[..place].iter().all(|other| !other.shrink(0.5).intersects(**rect)), "{width}: {place}");
            }
        }
    }

    #[test]
    fn a_wide_window_sets_groups_side_by_side() {
        assert!(plan(&[12, 9, 8, 10, 8], 1_200.0).height < plan(&[12, 9, 8, 10, 8], 280.0).height / 2.0);
    }
}
