//! Everybody can be drawn: whole, within their sheet, and quickly enough.

use bevy_egui::egui;

use super::*;
use crate::app::face::expression::RANGES;
use crate::content::look::{Age, Build, Dress, Extra, Hair};

/// How far a drawing may reach beyond its sheet at the sides and above; below it bleeds off.
const MARGIN: f32 = 110.0;
/// A person is drawn sixty times a second while speaking.
const MOST_VERTICES: usize = 18_000;

fn drawn(look: &Look, face: &Expression) -> std::sync::Arc<egui::epaint::Mesh> {
    let sheet = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(SHEET.0 as f32, SHEET.1 as f32));
    let mut canvas = Canvas::within(sheet, SHEET, 1.0);
    draw(&mut canvas, look, face);
    canvas.finish()
}

fn check(look: &Look, face: &Expression) {
    let mesh = drawn(look, face);
    assert!(mesh.is_valid() && mesh.vertices.len() < MOST_VERTICES, "{} vertices: {look:?}", mesh.vertices.len());
    let room = egui::Rect::from_min_max(
        egui::pos2(-MARGIN, -16.0),
        egui::pos2(SHEET.0 as f32 + MARGIN, SHEET.1 as f32 + 2.0 * MARGIN),
    );
    for vertex in &mesh.vertices {
        assert!(room.contains(vertex.pos), "{:?} is off the sheet: {look:?}", vertex.pos);
    }
}

#[test]
fn everybody_can_be_drawn() {
    for age in Age::ALL {
        for build in Build::ALL {
            let look = Look { age: *age, build: *build, ..Look::default() };
            Hair::ALL.iter().for_each(|hair| check(&Look { hair: *hair, ..look }, &Expression::NEUTRAL));
            Dress::ALL.iter().for_each(|dress| check(&Look { dress: *dress, ..look }, &Expression::NEUTRAL));
            Extra::ALL.iter().for_each(|extra| check(&Look { extra: *extra, ..look }, &Expression::NEUTRAL));
        }
    }
}

#[test]
fn every_face_can_be_drawn() {
    let look = crate::app::face::staff::steward();
    for channel in 0..RANGES.len() {
        for end in [RANGES[channel].0, RANGES[channel].1] {
            let mut face = Expression::of_mood(20.0, 20.0).to_array();
            face[channel] = end;
            check(&look, &Expression::from_array(face));
        }
    }
}

#[test]
fn the_head_is_in_the_portrait() {
    assert!((HEAD.width() - HEAD.height()).abs() < f64::EPSILON);
    let chin = FACE.y + HEAD_SCALE * 90.0;
    assert!(HEAD.contains(FACE) && HEAD.y1 > chin && HEAD.y0 > 0.0);
}
