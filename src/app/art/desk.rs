//! The desk of the property-service centre, from the seat of the clerk: what stands still is drawn once and kept, what
//! moves is drawn over it.

mod board;
mod calendar;
mod clock;
mod estate;
mod keys;
mod lamp;
mod monitor;
mod phone;
mod plant;
mod things;
mod weather;
mod window;

use bevy_egui::egui::Color32;
use kurbo::Point;
#[cfg(test)]
use kurbo::Rect;

use super::brush::{Area, Brush};
use super::canvas::{Canvas, path};
use super::light::Light;
use super::paints;

/// The sheet of the scene. Cut to a banner it keeps its middle: nothing that matters lies outside of 110..410.
pub const SIZE: (f64, f64) = (1200.0, 520.0);
/// More telephones than this are not shown.
pub const MOST_PHONES: usize = 4;

/// Where the desk top meets the wall.
const DESK_BACK: f64 = 330.0;
/// Where it ends before the clerk.
const DESK_FRONT: f64 = 484.0;
/// How thick it is.
const DESK_THICKNESS: f64 = 14.0;
/// The whole wall.
const WALL: Area = (0.0, 0.0, SIZE.0, DESK_BACK);

/// What a telephone does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneState {
    /// It rests.
    Resting,
    /// It rings: the lamp is lit, the receiver trembles.
    Ringing,
    /// Its receiver is in the clerk's hand.
    InUse,
}

/// A telephone on the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phone {
    /// The number on its plate.
    pub number: u32,
    /// What it does.
    pub state: PhoneState,
    /// It stands at the back, out of reach.
    pub is_far: bool,
}

/// What the scene shows.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The time on the clock.
    pub minute_of_day: u32,
    /// The telephones, from left to right.
    pub phones: &'a [Phone],
    /// How many slips hang on the board.
    pub open_orders: usize,
    /// The day of the month on the calendar.
    pub day: u32,
}

/// Letters to be laid over the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Their middle, in units of the sheet.
    pub at: Point,
    /// The letters.
    pub text: String,
    /// The height of the type, in units of the sheet.
    pub height: f64,
    /// Their colour.
    pub color: Color32,
    /// Whether they are bold.
    pub is_bold: bool,
}

/// Draws everything that does not move.
pub fn backdrop(canvas: &mut Canvas, scene: &Scene, light: &Light) {
    let mut brush = Brush::inside(canvas, light);
    estate::draw(&mut brush);
    wall(&mut brush);
    brush.lamplight((930.0, 270.0), (330.0, 250.0), 0.55);
    window::draw(&mut brush);
    board::draw(&mut brush, scene.open_orders);
    keys::draw(&mut brush);
    clock::draw(&mut brush, scene.minute_of_day);
    calendar::draw(&mut brush);
    desk_top(&mut brush);
    monitor::draw(&mut brush);
    things::folders(&mut brush);
    plant::pot(&mut brush);
    lamp::draw(&mut brush);
    things::pad(&mut brush);
    things::mug(&mut brush);
    for (at, phone) in phone::places(scene.phones) {
        phone::draw(&mut brush, at, phone);
    }
}

/// Draws everything that moves, as it is at a time. The same time is the same picture: who wants no motion holds it.
pub fn alive(canvas: &mut Canvas, scene: &Scene, at_secs: f64, light: &Light) {
    let mut brush = Brush::inside(canvas, light);
    weather::draw(&mut brush, at_secs);
    clock::second_hand(&mut brush, at_secs);
    plant::leaves(&mut brush, at_secs);
    things::steam(&mut brush, at_secs);
    for (at, phone) in phone::places(scene.phones) {
        phone::ring(&mut brush, at, phone, at_secs);
    }
}

/// The letters of the scene: the day on the calendar, and the number on every telephone.
pub fn labels(scene: &Scene, light: &Light) -> Vec<Label> {
    let plates = phone::places(scene.phones).map(|(at, phone)| phone::label(at, phone, light));
    std::iter::once(calendar::label(scene.day, light)).chain(plates).collect()
}

/// Where every telephone stands, in units of the sheet, from left to right: to be pointed at and clicked.
#[cfg(test)]
pub fn phone_areas(phones: &[Phone]) -> Vec<Rect> {
    phone::places(phones).map(|(at, _)| phone::area(at)).collect()
}

/// The wall, with the hole the window is in.
fn wall(brush: &mut Brush) {
    let hole = window::OPENING;
    let mut wall = path(&format!("M0 0 H{} V{} H0 Z", WALL.2, WALL.3));
    wall.extend(path(&format!("M{} {} V{} H{} V{} Z", hole.x0, hole.y0, hole.y1, hole.x1, hole.y0)));
    let (near, far) = (brush.lit(paints::WALL), brush.lit(paints::WALL_FAR));
    brush.canvas.fill_between(&wall, (Point::new(420.0, 0.0), near), (Point::new(1100.0, 330.0), far));
    brush.fade_bare((0.0, DESK_BACK - 50.0, WALL.2, 50.0), Color32::TRANSPARENT, paints::SHADE);
}

fn desk_top(brush: &mut Brush) {
    brush.fade((0.0, DESK_BACK, SIZE.0, DESK_FRONT - DESK_BACK), paints::WOOD_FAR, paints::WOOD);
    for grain in [
        "M-10 352 C200 346 420 358 700 350 S1100 356 1210 350",
        "M-10 418 C300 426 520 410 820 420 S1120 424 1210 416",
        "M-10 458 C260 452 560 466 900 456 S1120 462 1210 458",
    ] {
        brush.line(grain, 2.0, paints::WOOD_GRAIN);
    }
    let sun = brush.lit(paints::SUNLIGHT).gamma_multiply(brush.light.sun);
    for pane in window::sun_patches() {
        let (near, far) = (Point::new(0.0, DESK_FRONT), Point::new(0.0, DESK_BACK));
        brush.canvas.fill_between(&pane, (far, sun), (near, sun.gamma_multiply(0.25)));
    }
    brush.rect((0.0, DESK_FRONT, SIZE.0, DESK_THICKNESS), paints::WOOD_EDGE);
    brush.rect((0.0, DESK_FRONT, SIZE.0, 3.0), paints::SHINE);
    brush.rect((0.0, DESK_FRONT + DESK_THICKNESS, SIZE.0, SIZE.1 - DESK_FRONT - DESK_THICKNESS), paints::WOOD_DARK);
}

#[cfg(test)]
mod tests;
