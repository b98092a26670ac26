//! The drawn places in a screen: the desk as a banner, the little pictures of empty screens. What stands still is drawn
//! once and kept; what moves is drawn anew in frames in which it moves.

use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::sync::Arc;

use bevy_egui::egui::epaint::Mesh;
use bevy_egui::egui::{
    Align, Align2, CornerRadius, FontFamily, FontId, Id, Layout, Rect, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, WidgetType, vec2,
};

use crate::app::art::canvas::Canvas;
use crate::app::art::desk::{self, Phone, PhoneState, Scene};
use crate::app::art::empty::{self, Empty};
use crate::app::art::light::Light;
use crate::app::desk::{Desk, Surroundings};
use crate::app::theme::{GRID, Palette, ROUNDING, bold_family, prose};

/// The phone one calls with, at rest.
pub const MY_PHONE: Phone = Phone { number: 1, state: PhoneState::Resting, is_far: false };

/// The height of the banner, in points.
const BANNER_HEIGHT: f32 = 168.0;
/// Its width at most, in points: as much of the scene as its height shows without cutting what matters.
const BANNER_WIDTH: f32 = BANNER_HEIGHT * 4.0;
/// In a window of less height than this, in points, there is no banner: words come first.
const ROOM_FOR_BANNER: f32 = 680.0;
/// The height of the picture of an empty screen, in points.
const EMPTY_HEIGHT: f32 = 120.0;

/// The service centre's desk across the whole width, where there is height for it.
pub fn banner(ui: &mut Ui, desk: &Desk, around: &Surroundings, phones: &[Phone]) {
    if ui.ctx().content_rect().height() < ROOM_FOR_BANNER {
        return;
    }
    ui.vertical_centered(|ui| {
        ui.set_max_width(BANNER_WIDTH.min(ui.available_width()));
        the_desk(ui, desk, around, phones, BANNER_HEIGHT);
    });
    ui.add_space(2.0 * GRID);
}

/// Words at the left with the desk at the right of them; only words where there is no room for both. The words are told
/// whether they have the height of the picture.
pub fn beside(ui: &mut Ui, desk: &Desk, around: &Surroundings, phones: &[Phone], words: impl FnOnce(&mut Ui, bool)) {
    /// The width that words need beside it, in points.
    const WORDS: f32 = 400.0;
    if ui.ctx().content_rect().height() < ROOM_FOR_BANNER || ui.available_width() < WORDS + BANNER_WIDTH {
        return words(ui, false);
    }
    ui.horizontal(|ui| {
        let width = ui.available_width() - BANNER_WIDTH - 2.0 * GRID;
        ui.allocate_ui_with_layout(vec2(width, BANNER_HEIGHT), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.add_space(BANNER_HEIGHT / 6.0);
            words(ui, true);
        });
        the_desk(ui, desk, around, phones, BANNER_HEIGHT);
    });
    ui.add_space(GRID);
}

/// The service centre's desk, so many points high.
pub fn the_desk(ui: &mut Ui, desk: &Desk, around: &Surroundings, phones: &[Phone], height: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let name = desk.locale.with(
        "scene-desk",
        &[("time", clock(around.minute_of_day).into()), ("day", around.day.into()), ("count", phones.len().into())],
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &name));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let scene = Scene { minute_of_day: around.minute_of_day, phones, open_orders: around.open_orders, day: around.day };
    let light = light(ui, around);
    let sheet = |ui: &Ui| Canvas::covering(rect, desk::SIZE, ui.pixels_per_point());
    let states: Vec<_> = phones.iter().map(|phone| (phone.number, phone.state as u8, phone.is_far)).collect();
    let key = (around.minute_of_day, around.weather as u8, around.day, around.open_orders, states);
    let backdrop = kept(ui, response.id, rect, key, |ui| {
        let mut canvas = sheet(ui);
        desk::backdrop(&mut canvas, &scene, &light);
        canvas.finish()
    });
    let painter = ui.painter_at(rect);
    painter.add(Shape::mesh(backdrop));
    let mut moving = sheet(ui);
    desk::alive(&mut moving, &scene, desk.lived_secs(), &light);
    for label in desk::labels(&scene, &light) {
        let family = if label.is_bold { bold_family() } else { FontFamily::Proportional };
        let font = FontId::new(label.height as f32 * moving.scale(), family);
        painter.text(moving.on_screen(label.at), Align2::CENTER_CENTER, label.text, font, label.color);
    }
    painter.add(Shape::mesh(moving.finish()));
    frame(ui, rect);
}

/// An empty screen: a picture, what there will be, and the next step.
pub fn empty(ui: &mut Ui, which: Empty, words: &str) {
    ui.vertical_centered(|ui| {
        ui.add_space(2.0 * GRID);
        let width = EMPTY_HEIGHT * (empty::SIZE.0 / empty::SIZE.1) as f32;
        let (rect, response) = ui.allocate_exact_size(vec2(width, EMPTY_HEIGHT), Sense::hover());
        let light = themed(ui, Light::at(NOON, crate::app::art::light::Weather::Clear));
        let mesh = kept(ui, response.id, rect, which as u8, |ui| {
            let mut canvas = Canvas::within(rect, empty::SIZE, ui.pixels_per_point());
            empty::draw(&mut canvas, which, &light);
            canvas.finish()
        });
        ui.painter().add(Shape::mesh(mesh));
        if !words.is_empty() {
            ui.add_space(GRID);
            prose(words).color(Palette::within(ui).muted).show(ui);
            ui.add_space(2.0 * GRID);
        }
    });
}

/// Minutes of the day in the light of which things are drawn that are at no time.
const NOON: u32 = 12 * 60;

/// The light around, softer in the dark theme.
pub fn light(ui: &Ui, around: &Surroundings) -> Light {
    themed(ui, Light::at(around.minute_of_day, around.weather))
}

fn themed(ui: &Ui, light: Light) -> Light {
    if ui.visuals().dark_mode { light.dimmed() } else { light }
}

/// A mesh that is drawn again only when its place, its theme or its key is another.
pub fn kept(ui: &Ui, id: Id, rect: Rect, key: impl Hash, draw: impl FnOnce(&Ui) -> Arc<Mesh>) -> Arc<Mesh> {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    ui.visuals().dark_mode.hash(&mut hasher);
    for side in [rect.min.x, rect.min.y, rect.max.x, rect.max.y, ui.pixels_per_point()] {
        side.to_bits().hash(&mut hasher);
    }
    let key = hasher.finish();
    let id = id.with("mesh");
    if let Some((known, mesh)) = ui.data(|data| data.get_temp::<(u64, Arc<Mesh>)>(id))
        && known == key
    {
        return mesh;
    }
    let mesh = draw(ui);
    ui.data_mut(|data| data.insert_temp(id, (key, mesh.clone())));
    mesh
}

/// Round corners over a picture, in the colour of the ground it lies on, and a line around it.
pub fn frame(ui: &Ui, rect: Rect) {
    /// How many pieces a quarter of a circle is made of.
    const PIECES: usize = 8;
    let palette = Palette::within(ui);
    let radius = f32::from(ROUNDING);
    let mut corners = Mesh::default();
    let middles = rect.shrink(radius);
    let places = [
        (rect.left_top(), middles.left_top(), 2),
        (rect.right_top(), middles.right_top(), 3),
        (rect.right_bottom(), middles.right_bottom(), 0),
        (rect.left_bottom(), middles.left_bottom(), 1),
    ];
    for (corner, middle, quarter) in places {
        let first = corners.vertices.len() as u32;
        corners.colored_vertex(corner, palette.ground);
        for piece in 0..=PIECES {
            let turn = (quarter as f32 + piece as f32 / PIECES as f32) * std::f32::consts::FRAC_PI_2;
            corners.colored_vertex(middle + radius * vec2(turn.cos(), turn.sin()), palette.ground);
        }
        for piece in 1..=PIECES as u32 {
            corners.add_triangle(first, first + piece, first + piece + 1);
        }
    }
    ui.painter().add(Shape::mesh(corners));
    let line = Stroke::new(1.5, palette.line);
    ui.painter().rect_stroke(rect, CornerRadius::same(ROUNDING), line, StrokeKind::Inside);
}

/// A time of day: `17:20`.
pub fn clock(minute_of_day: u32) -> String {
    format!("{}:{:02}", minute_of_day / 60, minute_of_day % 60)
}
