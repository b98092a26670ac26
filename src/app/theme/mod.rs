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
pub use widgets::{
    accent_button, bar, card, cell, chip, do_keys_need_ctrl, heading, is_pressed, key_cap, key_word,
    let_keys_need_ctrl, meter, name_column, quiet_button, section, slider, tinted,
};

use crate::app::desk::Desk;
use crate::content::language::Language;
use crate::faces::{BOLD, BOLD_LATIN, BOLD_TC, REGULAR, REGULAR_LATIN, REGULAR_TC};

/// The one unit of distance, in points; all distances are multiples of it.
pub const GRID: f32 = 4.0;
/// The radius of the corners of cards, in points.
pub const ROUNDING: u8 = 8;
/// The radius of the corners of controls, in points.
pub const ROUNDING_OF_CONTROLS: u8 = 5;

/// How long a change takes to be shown, in seconds; nothing waits for it.
const ANIMATION_SECS: f32 = 0.15;

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

fn dress(mut contexts: EguiContexts, desk: Res<Desk>, mut dressed_in: Local<Option<Language>>) {
    let language = desk.locale.language;
    if dressed_in.is_some() && !desk.is_changed() {
        return;
    }
    let Ok(ctx) = contexts.ctx_mut() else { return };
    if dressed_in.replace(language) != Some(language) {
        ctx.set_fonts(fonts(language));
    }
    apply(ctx, desk.preferences.is_dark);
    let animation_secs = if desk.preferences.is_calm { 0.0 } else { ANIMATION_SECS };
    ctx.all_styles_mut(|style| style.animation_time = animation_secs);
    let zoom = f32::from(desk.preferences.text_size_percent) / 100.0;
    if ctx.zoom_factor() != zoom {
        ctx.set_zoom_factor(zoom);
    }
}

/// The type faces of a language: one regular, one bold. Traditional Chinese has its own, with the Simplified ones behind
/// them for what somebody else has typed.
pub fn fonts(language: Language) -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let faces = [
        ("regular", REGULAR),
        ("bold", BOLD),
        ("regular-traditional", REGULAR_TC),
        ("bold-traditional", BOLD_TC),
        ("regular-latin", REGULAR_LATIN),
        ("bold-latin", BOLD_LATIN),
    ];
    let (regular, bold): (&[&str], &[&str]) = match language {
        Language::ZhHant => {
            (&["regular-traditional", "regular"], &["bold-traditional", "bold", "regular-traditional", "regular"])
        }
        // Rare characters are only in the regular face.
        Language::ZhHans => (&["regular"], &["bold", "regular"]),
        Language::En => (&["regular-latin", "regular"], &["bold-latin", "bold", "regular-latin", "regular"]),
    };
    for (name, bytes) in faces.into_iter().filter(|(name, _)| bold.contains(name)) {
        fonts.font_data.insert(name.to_owned(), Arc::new(egui::FontData::from_static(bytes)));
    }
    let named = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    fonts.families.insert(egui::FontFamily::Proportional, named(regular));
    fonts.families.insert(egui::FontFamily::Monospace, named(regular));
    fonts.families.insert(bold_family(), named(bold));
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
