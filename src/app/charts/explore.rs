//! Pointing at the things in a chart: with the pointer, with the arrow keys, with a screen reader.
//!
//! A chart is one stop of the Tab key, however many things are in it; from there the arrow keys go from thing to thing.

use bevy_egui::egui::{
    CursorIcon, EventFilter, Id, Key, PointerButton, Pos2, Rect, Response, Sense, Ui, WidgetInfo, WidgetType,
};

/// How the arrow keys go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk {
    /// How many things one step to the right goes.
    pub(super) across: usize,
    /// How many things one step down goes.
    pub(super) down: usize,
}

impl Walk {
    /// One after the other.
    pub(super) const IN_A_ROW: Self = Self { across: 1, down: 1 };
}

/// What is pointed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Explored {
    /// The thing under the pointer, or else the one the keyboard is on.
    pub(super) pointed: Option<usize>,
    /// The thing that was clicked.
    pub(super) clicked: Option<usize>,
    /// The thing the keyboard is on.
    pub(super) focused: Option<usize>,
}

/// Lets things be pointed at, and clicked if they can be; names them.
pub(super) fn explore<'n>(
    ui: &Ui,
    area: &Response,
    things: &[Rect],
    can_click: bool,
    walk: Walk,
    name: impl Fn(usize) -> &'n str,
) -> Explored {
    let id_of = |thing: usize| area.id.with(("thing", thing));
    let current = current(ui, area.id, things.len());
    let mut explored = Explored::default();
    let mut is_under_pointer = area.contains_pointer();
    let mut is_pointer_click = false;
    for (thing, rect) in things.iter().enumerate() {
        let response = ui.interact(*rect, id_of(thing), sense(can_click, thing == current));
        let kind = if can_click { WidgetType::Button } else { WidgetType::Label };
        response.widget_info(|| WidgetInfo::labeled(kind, true, name(thing).replace('\n', " · ")));
        is_under_pointer |= response.contains_pointer();
        if response.clicked_by(PointerButton::Primary) {
            is_pointer_click = true;
        } else if response.clicked() {
            explored.clicked = Some(thing);
        }
        if response.has_focus() {
            explored.focused = Some(thing);
        }
    }
    let under_pointer = ui.input(|input| input.pointer.interact_pos()).filter(|_| is_under_pointer);
    let nearest = under_pointer.and_then(|at| nearest(things, at));
    if is_pointer_click {
        explored.clicked = nearest;
    }
    if can_click && nearest.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if let Some(thing) = explored.focused {
        let next = step(ui, id_of(thing), thing, things.len(), walk);
        if next != thing {
            ui.data_mut(|data| data.insert_temp(area.id, next));
            ui.memory_mut(|memory| memory.request_focus(id_of(next)));
            // Once, to show where it went.
            ui.ctx().request_repaint();
        }
    }
    explored.pointed = nearest.or(explored.focused);
    explored
}

/// Where the keyboard comes in: where it was last, at first the last thing, which is the newest.
fn current(ui: &Ui, id: Id, count: usize) -> usize {
    let remembered: Option<usize> = ui.data(|data| data.get_temp(id));
    let last = count.saturating_sub(1);
    remembered.unwrap_or(last).min(last)
}

fn sense(can_click: bool, is_current: bool) -> Sense {
    match (can_click, is_current) {
        (true, true) => Sense::click(),
        (true, false) => Sense::CLICK,
        (false, true) => Sense::focusable_noninteractive(),
        (false, false) => Sense::hover(),
    }
}

/// The thing with its middle nearest, of those that hold the place.
fn nearest(things: &[Rect], at: Pos2) -> Option<usize> {
    let held = things.iter().enumerate().filter(|(_, rect)| rect.contains(at));
    let distance = |rect: &Rect| rect.center().distance_sq(at);
    held.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b))).map(|(thing, _)| thing)
}

/// Where the arrow keys go from a thing.
fn step(ui: &Ui, id: Id, from: usize, count: usize, walk: Walk) -> usize {
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let steps = [
        (Key::ArrowRight, walk.across, true),
        (Key::ArrowLeft, walk.across, false),
        (Key::ArrowDown, walk.down, true),
        (Key::ArrowUp, walk.down, false),
    ];
    match steps.into_iter().find(|(key, ..)| ui.input(|input| input.key_pressed(*key))) {
        Some((_, by, true)) if from + by < count => from + by,
        Some((_, by, false)) if from >= by => from - by,
        _ => from,
    }
}
