//! Bars and curves.

use super::super::super::Bar;
use super::super::super::chart;
use super::super::super::mark::Drawing;
use super::super::sheet::MEASURE;
use super::super::strip::{Strip, keep_together};
use super::super::tags::{Element, Role};
use super::{KEPT, Setting};

impl Setting<'_> {
    pub(super) fn bars(&mut self, mark: Option<&(f32, String)>, bars: &[Bar]) -> Vec<Strip> {
        if bars.is_empty() {
            return Vec::new();
        }
        let element = self.structure.root(Role::Chart(chart::bars_in_words(bars, mark)));
        let drawings = chart::bars(bars, mark, MEASURE, self.faces);
        let mut strips: Vec<Strip> = drawings.into_iter().map(|drawing| strip(drawing, element)).collect();
        keep_together(&mut strips, KEPT);
        strips
    }

    pub(super) fn curve(
        &mut self,
        y_label: &str,
        mark: Option<&(f32, String)>,
        points: &[(String, f32)],
    ) -> Vec<Strip> {
        let Some(drawing) = chart::curve(y_label, mark, points, MEASURE, self.faces) else { return Vec::new() };
        let element = self.structure.root(Role::Chart(chart::curve_in_words(y_label, mark, points)));
        vec![strip(drawing, element)]
    }
}

fn strip(drawing: Drawing, element: Element) -> Strip {
    let mut strip = Strip::blank(drawing.height);
    for mark in drawing.marks {
        strip.say(element, mark);
    }
    strip
}
