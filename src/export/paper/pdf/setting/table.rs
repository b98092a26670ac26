//! Tables.

use std::rc::Rc;

use super::super::super::lines::Line;
use super::super::super::look::{ACCENT, MUTED, NOTHING, RULE, TEXT, weight};
use super::super::super::mark::{Mark, Style};
use super::super::super::{Align, Column};
use super::super::sheet::{MEASURE, ROOM};
use super::super::strip::{Strip, keep_together};
use super::super::tags::{Element, Role};
use super::{Manner, Setting, baseline};

const HEAD: Manner = Manner { style: Style::bold(9.0, MUTED), leading: 13.5, filled: false };
const CELL: Manner = Manner { style: Style::regular(9.5, TEXT), leading: 14.5, filled: false };
/// Beside the text of a cell, and above and below it, in points.
const PADDING: (f32, f32) = (6.0, 4.5);
/// Beside a text in a column that is very narrow: this share of the width.
const NARROW_PADDING: f32 = 0.12;
/// No column gets narrower, in points: one character and what stands beside it.
const NARROWEST: f32 = CELL.style.size + 2.0 * PADDING.0;
const HEAD_RULE: f32 = 1.0;
const ROW_RULE: f32 = 0.5;
/// A row higher than this breaks across pages: a page, less what stands above the row.
const HIGHEST_ROW: f32 = ROOM * 0.85;

/// A column, set.
struct Slot {
    left: f32,
    width: f32,
    align: Align,
}

impl Setting<'_> {
    pub(super) fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) -> Vec<Strip> {
        if columns.is_empty() {
            return Vec::new();
        }
        let table = self.structure.root(Role::Table);
        let slots = slots(columns);
        let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
        let mut head = self.table_row(&heads, &slots, HEAD, table, Role::HeadCell);
        let mut strips = Vec::new();
        for row in rows {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            strips.extend(self.table_row(&cells, &slots, CELL, table, Role::Cell));
        }
        if rows.is_empty() {
            strips = self.table_row(&[NOTHING], &slots, CELL, table, Role::Cell);
        }
        // A head that breaks is not repeated: it would leave no room for rows.
        if let [only] = head.as_slice() {
            let shared = Rc::new(only.clone());
            strips.iter_mut().for_each(|strip| strip.head = Some(shared.clone()));
        }
        keep_together(&mut strips, 0.0);
        head.iter_mut().for_each(|strip| strip.hold = true);
        head.into_iter().chain(strips).collect()
    }

    /// A row: one strip, or a strip a line when no page could hold it.
    fn table_row(&mut self, cells: &[&str], slots: &[Slot], manner: Manner, table: Element, role: Role) -> Vec<Strip> {
        let row = self.structure.part(table, Role::Row);
        let mut set = Vec::new();
        for (index, slot) in slots.iter().enumerate() {
            let text = cells.get(index).copied().unwrap_or_default();
            let element = self.structure.part(row, role.clone());
            set.push((slot, element, self.lines(text, slot.text_width(), manner.style)));
        }
        let lines = set.iter().map(|(.., lines)| lines.len()).max().unwrap_or(1);
        let height = lines as f32 * manner.leading + 2.0 * PADDING.1;
        let rule = if role == Role::HeadCell { (HEAD_RULE, ACCENT) } else { (ROW_RULE, RULE) };
        let bottom = |height: f32| Mark::level(0.0, MEASURE, height - rule.0 / 2.0, rule.0, rule.1);
        if height <= HIGHEST_ROW {
            let mut strip = Strip::blank(height);
            for (slot, element, lines) in set {
                for (index, line) in lines.into_iter().enumerate() {
                    strip.say(element, slot.line(line, PADDING.1 + index as f32 * manner.leading, manner));
                }
            }
            strip.adorn(bottom(height));
            return vec![strip];
        }
        let mut strips: Vec<Strip> = (0..lines).map(|_| Strip::blank(manner.leading)).collect();
        for (slot, element, lines) in set {
            for (strip, line) in strips.iter_mut().zip(lines) {
                strip.say(element, slot.line(line, 0.0, manner));
            }
        }
        let mut end = Strip::blank(PADDING.1);
        end.adorn(bottom(PADDING.1));
        strips.push(end);
        strips.iter_mut().take(1).for_each(|strip| strip.space = PADDING.1);
        keep_together(&mut strips, 0.0);
        strips
    }
}

impl Slot {
    fn padding(&self) -> f32 {
        PADDING.0.min(self.width * NARROW_PADDING)
    }

    fn text_width(&self) -> f32 {
        self.width - 2.0 * self.padding()
    }

    fn line(&self, line: Line, top: f32, manner: Manner) -> Mark {
        let rest = self.text_width() - line.width;
        let aside = match self.align {
            Align::Left => 0.0,
            Align::Center => rest / 2.0,
            Align::Right => rest,
        };
        Mark::text((self.left + self.padding() + aside, top + baseline(manner)), manner.style, line.text)
    }
}

/// Deals the width out to columns: in proportion to their shares, but none too narrow for a character.
fn slots(columns: &[Column]) -> Vec<Slot> {
    let safe = |column: &Column| weight(column.share);
    let total: f32 = columns.iter().map(safe).sum();
    let narrowest = NARROWEST.min(MEASURE / columns.len() as f32);
    let wanted = |column: &Column| if total > 0.0 { MEASURE * safe(column) / total } else { MEASURE };
    let at_least: Vec<f32> = columns.iter().map(|column| wanted(column).max(narrowest)).collect();
    // What the narrow columns got too much is taken from the others, in proportion to what they can give.
    let excess = at_least.iter().sum::<f32>() - MEASURE;
    let givable: f32 = at_least.iter().map(|width| width - narrowest).sum();
    let kept = if givable > 0.0 { 1.0 - (excess / givable).clamp(0.0, 1.0) } else { 1.0 };
    let mut left = 0.0;
    let slot = |(column, width): (&Column, f32)| {
        let width = narrowest + (width - narrowest) * kept;
        left += width;
        Slot { left: left - width, width, align: column.align }
    };
    columns.iter().zip(at_least).map(slot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(shares: &[f32]) -> Vec<f32> {
        let column = |share: &f32| Column { head: String::new(), share: *share, align: Align::Left };
        let columns: Vec<Column> = shares.iter().map(column).collect();
        slots(&columns).iter().map(|slot| slot.width).collect()
    }

    #[test]
    fn columns_fill_the_width_whatever_their_shares_are() {
        let odd = [f32::NAN, f32::INFINITY, -1.0, 0.0, 1e-9, 3.0];
        for shares in [&[1.0, 2.0][..], &odd, &[0.0; 4], &[1.0; 200], &[f32::MAX, f32::MAX]] {
            let sum: f32 = widths(shares).iter().sum();
            assert!((sum - MEASURE).abs() < 0.1, "{shares:?}: {sum}");
        }
    }

    #[test]
    fn shares_are_kept_where_all_columns_are_wide_enough() {
        let widths = widths(&[1.0, 3.0]);
        assert!((widths[0] * 3.0 - widths[1]).abs() < 0.1, "{widths:?}");
    }
}
