//! Somebody on the line, drawn: before the place they are at, or as a round head where there is less room.

use std::f32::consts::TAU;
use std::sync::Arc;

use bevy_egui::egui::epaint::Mesh;
use bevy_egui::egui::{Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use crate::app::art::canvas::Canvas;
use crate::app::art::light::Light;
use crate::app::art::place;
use crate::app::desk::Surroundings;
use crate::app::face::expression::Expression;
use crate::app::face::person::{self, HEAD};
use crate::app::face::portrait::Portrait;
use crate::app::screens::scene::{frame, kept, light};
use crate::app::theme::{Palette, Tone};
use crate::content::look::Look;
use crate::locale::Locale;

/// How wide the ring around a head is, in points.
const RING: f32 = 3.0;

/// Somebody where they are, so many points wide and high.
pub fn at_their_place(ui: &mut Ui, portrait: &Portrait, around: &Surroundings, size: Vec2, locale: &Locale) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    named(&response, locale);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let light = light(ui, around);
    let look = portrait.look;
    let key = (look.place, around.minute_of_day, around.weather as u8);
    let backdrop = kept(ui, response.id, rect, key, |ui| {
        let mut canvas = Canvas::covering(rect, place::SIZE, ui.pixels_per_point());
        place::draw(&mut canvas, look.place, &light);
        canvas.finish()
    });
    let painter = ui.painter_at(rect);
    painter.add(Shape::mesh(backdrop));
    let mut canvas = sheet(ui, rect);
    person::draw(&mut canvas, &look, portrait.expression());
    painter.add(Shape::mesh(canvas.finish()));
    frame(ui, rect);
}

/// A head in a ring.
pub struct Head {
    /// How large it is, in points.
    pub across: f32,
    /// What the ring says of how things stand.
    pub tone: Tone,
    /// Whether it lies on a card, and not on the ground.
    pub is_on_card: bool,
}

/// A head in a ring.
pub fn head(ui: &mut Ui, (look, expression): (&Look, &Expression), head: &Head, locale: &Locale) {
    let palette = Palette::within(ui);
    let &Head { across, tone, is_on_card } = head;
    let (rect, response) = ui.allocate_exact_size(vec2(across, across), Sense::hover());
    named(&response, locale);
    if !ui.is_rect_visible(rect) {
        return;
    }
    ui.painter().circle_filled(rect.center(), across / 2.0, palette.ground_of(Tone::Accent));
    // The sheet is laid so that the head fills the ring.
    let scale = across / HEAD.width() as f32;
    let middle = HEAD.center();
    let sheet_middle = (person::SHEET.0 / 2.0, person::SHEET.1 / 2.0);
    let shift = vec2((sheet_middle.0 - middle.x) as f32, (sheet_middle.1 - middle.y) as f32) * scale;
    let sheet = Vec2::new(person::SHEET.0 as f32, person::SHEET.1 as f32) * scale;
    let mut canvas =
        Canvas::within(Rect::from_center_size(rect.center() + shift, sheet), person::SHEET, ui.pixels_per_point());
    person::draw(&mut canvas, look, expression);
    ui.painter_at(rect).add(Shape::mesh(canvas.finish()));
    around_circle(ui, rect, if is_on_card { palette.card } else { palette.ground });
    ui.painter().circle_stroke(rect.center(), across / 2.0 - RING / 2.0, Stroke::new(RING, palette.text_of(tone)));
}

/// Covers what of a square lies outside of its circle, in the colour of the ground.
fn around_circle(ui: &Ui, rect: Rect, ground: bevy_egui::egui::Color32) {
    /// How many pieces the circle is made of.
    const PIECES: u32 = 48;
    let mut mesh = Mesh::default();
    let (inner, outer) = (rect.width() / 2.0 - RING / 2.0, rect.width());
    for piece in 0..=PIECES {
        let turn = TAU * piece as f32 / PIECES as f32;
        let along = vec2(turn.cos(), turn.sin());
        mesh.colored_vertex(rect.center() + inner * along, ground);
        mesh.colored_vertex(rect.center() + outer * along, ground);
    }
    for piece in 0..PIECES {
        let at = 2 * piece;
        mesh.add_triangle(at, at + 1, at + 2);
        mesh.add_triangle(at + 1, at + 3, at + 2);
    }
    ui.painter_at(rect).add(Shape::mesh(mesh));
}

/// Somebody as they look before anything was said.
pub fn at_first(ui: &mut Ui, look: &Look, around: &Surroundings, size: Vec2, locale: &Locale) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    named(&response, locale);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let light: Light = light(ui, around);
    let picture = kept(ui, response.id, rect, (look, around.minute_of_day), |ui| {
        let mut canvas = Canvas::covering(rect, place::SIZE, ui.pixels_per_point());
        place::draw(&mut canvas, look.place, &light);
        let place = canvas.finish();
        let mut canvas = sheet(ui, rect);
        person::draw(&mut canvas, look, &Expression::NEUTRAL);
        let mut both = Arc::unwrap_or_clone(place);
        both.append_ref(&canvas.finish());
        Arc::new(both)
    });
    ui.painter_at(rect).add(Shape::mesh(picture));
    frame(ui, rect);
}

/// The sheet of a person over a picture: as wide as it, from its top, and cut below.
fn sheet(ui: &Ui, rect: Rect) -> Canvas {
    let height = rect.width() * (person::SHEET.1 / person::SHEET.0) as f32;
    let whole = Rect::from_min_size(rect.min, vec2(rect.width(), height.max(rect.height())));
    Canvas::covering(whole, person::SHEET, ui.pixels_per_point())
}

fn named(response: &bevy_egui::egui::Response, locale: &Locale) {
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, locale.text("scene-person")));
}
