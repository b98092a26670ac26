//! Names and values.

use super::super::super::look::{MUTED, RULE, TEXT};
use super::super::super::mark::{Mark, Style};
use super::super::sheet::MEASURE;
use super::super::strip::{Strip, keep_together};
use super::super::tags::{Element, Role};
use super::{KEPT, Manner, Place, Setting, baseline};

const NAME: Manner = Manner { style: Style::regular(9.5, MUTED), leading: 15.0, filled: false };
const VALUE: Manner = Manner { style: Style::regular(10.0, TEXT), leading: 15.0, filled: false };
/// Between the two columns, in points.
const GUTTER: f32 = 24.0;
const COLUMN: f32 = (MEASURE - GUTTER) / 2.0;
/// Between a name and its value, in points.
const GAP: f32 = 12.0;
/// A name takes at most this share of a column.
const WIDEST_NAME: f32 = 0.45;
/// Above and below the lines of a row, in points.
const PADDING: f32 = 3.0;
const RULE_WIDTH: f32 = 0.5;

type Fact = (String, String);

impl Setting<'_> {
    pub(super) fn facts(&mut self, facts: &[Fact]) -> Vec<Strip> {
        if facts.is_empty() {
            return Vec::new();
        }
        let list = self.structure.root(Role::List);
        let name_width = self.name_width(facts);
        let mut strips = Vec::new();
        let mut rest = facts;
        while let [first, tail @ ..] = rest {
            let pair =
                tail.first().filter(|second| self.is_short(first, name_width) && self.is_short(second, name_width));
            let row: Vec<&Fact> = std::iter::once(first).chain(pair).collect();
            strips.push(self.row(&row, name_width, list));
            rest = &rest[row.len()..];
        }
        keep_together(&mut strips, KEPT);
        strips
    }

    fn name_width(&self, facts: &[Fact]) -> f32 {
        let natural = |fact: &Fact| self.natural_width(&fact.0, NAME);
        facts.iter().map(natural).fold(0.0, f32::max).ceil().min(COLUMN * WIDEST_NAME)
    }

    fn is_short(&self, fact: &Fact, name_width: f32) -> bool {
        let value = self.natural_width(&fact.1, VALUE);
        self.natural_width(&fact.0, NAME) <= name_width && name_width + GAP + value <= COLUMN
    }

    fn natural_width(&self, text: &str, manner: Manner) -> f32 {
        self.lines(text, f32::MAX, manner.style).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    fn row(&mut self, facts: &[&Fact], name_width: f32, list: Element) -> Strip {
        let column_width = if facts.len() > 1 { COLUMN } else { MEASURE };
        let mut strip = Strip::default();
        for (index, fact) in facts.iter().enumerate() {
            let left = index as f32 * (COLUMN + GUTTER);
            let item = self.structure.part(list, Role::Item);
            let (name, value) = (self.structure.part(item, Role::Name), self.structure.part(item, Role::Value));
            let value_left = left + name_width + GAP;
            // Rounding up the name's width leaves room for the rounding of sums.
            self.cell(&mut strip, &fact.0, Place { left, width: name_width + 0.1 }, NAME, name);
            let place = Place { left: value_left, width: left + column_width - value_left };
            self.cell(&mut strip, &fact.1, place, VALUE, value);
        }
        for index in 0..facts.len() {
            let left = index as f32 * (COLUMN + GUTTER);
            strip.adorn(Mark::level(left, left + column_width, strip.height - RULE_WIDTH, RULE_WIDTH, RULE));
        }
        strip
    }

    fn cell(&self, strip: &mut Strip, text: &str, place: Place, manner: Manner, element: Element) {
        let lines = self.lines(text, place.width, manner.style);
        strip.height = strip.height.max(lines.len() as f32 * manner.leading + 2.0 * PADDING);
        for (index, line) in lines.into_iter().enumerate() {
            let y = PADDING + index as f32 * manner.leading + baseline(VALUE);
            strip.say(element, Mark::text((place.left, y), manner.style, line.text));
        }
    }
}
