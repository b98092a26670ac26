//! What everything looks like: colours, type, spacing. Nothing else in the window names a colour or a size.

mod edges;
mod palette;
mod prose;
mod widgets;

use std::sync::Arc;

use bevy::app::{App, PreUpdate};
use bevy::ecs::change_detection::DetectChanges as _;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Local, Res};
use bevy_egui::{EguiContexts, EguiPreUpdateSet, egui};

pub use palette::{Palette, Tone};
pub use prose::{Prose, prose};
pub use widgets::{accent_button, bar, card, cell, chip, key_cap, meter, quiet_button, section, tinted};

use crate::app::desk::Desk;
use crate::faces::{BOLD, REGULAR};

/// The one unit of distance, in points; all distances are multiples of it.
pub const GRID: f32 = 4.0;
/// The radius of the corners of cards, in points.
pub const ROUNDING: u8 = 8;
/// The radius of the corners of controls, in points.
pub const ROUNDING_OF_CONTROLS: u8 = 5;

/// Sizes of type, in points.
pub mod size {
    /// The name of the product.
    pub const TITLE: f32 = 26.0;
    /// A screen's heading.
    pub const HEADING: f32 = 20.0;
    /// A card's heading.
    pub const SUBHEADING: f32 = 17.0;
    /// Running text.
    pub const BODY: f32 = 16.0;
    /// Remarks.
    pub const SMALL: f32 = 13.5;
}

/// Keeps every egui context dressed as the desk wants it.
pub fn plugin(app: &mut App) {
    app.add_plugins(edges::plugin);
    app.add_systems(PreUpdate, dress.after(EguiPreUpdateSet::InitContexts).before(EguiPreUpdateSet::BeginPass));
}

fn dress(mut contexts: EguiContexts, desk: Res<Desk>, mut is_dressed: Local<bool>) {
    if *is_dressed && !desk.is_changed() {
        return;
    }
    let Ok(ctx) = contexts.ctx_mut() else { return };
    if !std::mem::replace(&mut *is_dressed, true) {
        ctx.set_fonts(fonts());
    }
    apply(ctx, desk.preferences.is_dark);
    let zoom = f32::from(desk.preferences.text_size_percent) / 100.0;
    if ctx.zoom_factor() != zoom {
        ctx.set_zoom_factor(zoom);
    }
}

/// The type faces: one regular, one bold.
pub fn fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let faces = [("regular", REGULAR), ("bold", BOLD)];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(egui::FontData::from_static(bytes)));
    }
    let regular = || vec!["regular".to_owned()];
    fonts.families.insert(egui::FontFamily::Proportional, regular());
    fonts.families.insert(egui::FontFamily::Monospace, regular());
    // Rare characters are only in the regular face.
    fonts.families.insert(bold_family(), vec!["bold".to_owned(), "regular".to_owned()]);
    fonts
}

/// The bold face.
pub fn bold_family() -> egui::FontFamily {
    egui::FontFamily::Name("bold".into())
}

/// Dresses a context.
pub fn apply(ctx: &egui::Context, is_dark: bool) {
    let palette = Palette::of(is_dark);
    ctx.set_theme(if is_dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        use egui::{FontFamily::Proportional, FontId, TextStyle};
        style.text_styles = [
            (TextStyle::Heading, FontId::new(size::HEADING, bold_family())),
            (TextStyle::Body, FontId::new(size::BODY, Proportional)),
            (TextStyle::Button, FontId::new(size::BODY, Proportional)),
            (TextStyle::Monospace, FontId::new(size::BODY, Proportional)),
            (TextStyle::Small, FontId::new(size::SMALL, Proportional)),
        ]
        .into();
        style.animation_time = 0.0;
        style.spacing.item_spacing = egui::vec2(2.0 * GRID, 2.0 * GRID);
        style.spacing.button_padding = egui::vec2(3.0 * GRID, 1.5 * GRID);
        style.spacing.interact_size.y = 7.0 * GRID;
        style.spacing.scroll = egui::style::ScrollStyle::thin();
        style.spacing.scroll.foreground_color = true;
        style.spacing.scroll.dormant_handle_opacity = 0.35;
        style.spacing.scroll.active_handle_opacity = 0.45;
        style.spacing.scroll.interact_handle_opacity = 0.7;
        style.spacing.scroll.fade.strength = 0.0;
        style.spacing.scroll.floating_allocated_width = 2.0 * GRID;
        palette.paint(&mut style.visuals);
    });
}
