//! Where the person one talks to is: a backdrop for a portrait, lighter and softer than whoever stands before it.
//!
//! What tells the place stands at the sides, within 50..350 and 70..370, so that it is there when the sheet is cut.

mod airport;
mod dusty_flat;
mod guardhouse;
mod kitchen;
mod lift;
mod living_room;
mod meeting_room;
mod office;
mod shop;
mod street;
mod taxi;
mod workshop;

use bevy_egui::egui::Color32;

use super::brush::{Area, Brush};
use super::canvas::Canvas;
use super::light::Light;
use super::paints;
use crate::content::look::Place;

/// The sheet of a place. The head of whoever stands before it is around (200, 190).
pub const SIZE: (f64, f64) = (400.0, 440.0);
/// How much nearer to paper everything is than it would be.
const SOFTNESS: f32 = 0.2;
/// The whole sheet, and a little more.
const SHEET: Area = (-2.0, -2.0, 404.0, 444.0);

/// Draws a place.
pub fn draw(canvas: &mut Canvas, place: Place, light: &Light) {
    let mut brush = Brush::softened(canvas, light, SOFTNESS);
    match place {
        Place::Office => office::draw(&mut brush),
        Place::MeetingRoom => meeting_room::draw(&mut brush),
        Place::Taxi => taxi::draw(&mut brush),
        Place::DustyFlat => dusty_flat::draw(&mut brush),
        Place::Kitchen => kitchen::draw(&mut brush),
        Place::Airport => airport::draw(&mut brush),
        Place::Shop => shop::draw(&mut brush),
        Place::LivingRoom => living_room::draw(&mut brush),
        Place::Street => street::draw(&mut brush),
        Place::Lift => lift::draw(&mut brush),
        Place::Workshop => workshop::draw(&mut brush),
        Place::Guardhouse => guardhouse::draw(&mut brush),
    }
    // Air around the head: it lifts the person off the place.
    let air = brush.lit(paints::PAPER).gamma_multiply(0.34);
    brush.canvas.glow((200.0, 200.0), (190.0, 210.0), air);
}

/// The sky and roofs far away, as a window shows them.
fn view(brush: &mut Brush, (x, y, width, height): Area) {
    let (top, bottom) = (brush.light.sky_top, brush.light.sky_bottom);
    brush.fade_bare((x, y, width, height), top, bottom);
    let (step, base) = (width / 6.0, y + height);
    let roofs = [0.34, 0.5, 0.28, 0.42, 0.56, 0.36];
    let mut outside = brush.outside(0.55);
    for (index, share) in roofs.into_iter().enumerate() {
        let roof = share * height.min(90.0);
        outside.rect((x + index as f64 * step, base - roof, step + 0.5, roof), paints::BLOCK_FAR);
    }
    let lamp = brush.light.lamp;
    for (index, share) in roofs.into_iter().enumerate().filter(|(index, _)| index % 2 == 1) {
        let at = (x + (index as f64 + 0.3) * step, base - share * height.min(90.0) + 7.0, 0.3 * step, 5.0);
        brush.canvas.fill(&super::brush::rect(at), paints::LIT_WINDOW.gamma_multiply(lamp));
    }
}

/// A wall that gets darker to the lower right.
fn wall(brush: &mut Brush, near: Color32, far: Color32) {
    let (near, far) = (brush.lit(near), brush.lit(far));
    let sheet = super::brush::rect(SHEET);
    brush.canvas.fill_between(&sheet, (kurbo::Point::new(60.0, 0.0), near), (kurbo::Point::new(380.0, 420.0), far));
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::{Pos2, Rect, vec2};

    use super::{Canvas, Light, Place, SIZE, draw};
    use crate::app::art::light::Weather;

    #[test]
    fn every_place_can_be_drawn_by_day_and_by_night() {
        for place in Place::ALL.iter().copied() {
            for minute in [8 * 60, 20 * 60] {
                let mut canvas = Canvas::covering(Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0)), SIZE, 1.0);
                draw(&mut canvas, place, &Light::at(minute, Weather::Rain));
                let mesh = canvas.finish();
                assert!(mesh.vertices.len() > 300, "{place:?}");
                assert!(mesh.vertices.iter().all(|vertex| vertex.pos.is_finite()), "{place:?}");
            }
        }
    }
}
