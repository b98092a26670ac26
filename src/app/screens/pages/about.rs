//! About: what this program is, where what it teaches comes from, and under which licences its parts are.

use std::sync::LazyLock;

use bevy_egui::egui::{CollapsingHeader, RichText, Ui};

use super::{group, title};
use crate::app::desk::{Action, Desk};
use crate::app::face::expression::Expression;
use crate::app::face::staff;
use crate::app::screens::portrait::{self, Head};
use crate::app::theme::{GRID, Palette, Tone, prose, size};

/// How large a head is, in points.
const HEAD_ACROSS: f32 = 18.0 * GRID;

/// The crates the program is made of: name, version, licence; `tests/licences.rs` keeps it true.
static CRATES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let lines = include_str!("../../../../assets/licences.tsv").lines();
    let parts = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    parts.filter_map(|parts| <[&str; 3]>::try_from(parts).ok()).collect()
});

/// The licence of the type faces, in full.
const FACES_LICENCE: &str = include_str!("../../../../assets/fonts/OFL.txt");
/// The licence of this program, in full.
const OWN_LICENCE: &str = include_str!("../../../../LICENSE");

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let locale = &desk.locale;
    let action = title(ui, desk, "about-title");
    let muted = Palette::within(ui).muted;
    group(ui, &locale.text("app-title"), |ui| {
        ui.horizontal(|ui| {
            for who in [staff::steward(), staff::colleague()] {
                let head = Head { across: HEAD_ACROSS, tone: Tone::Accent, is_on_card: true };
                portrait::head(ui, (&who, &Expression::NEUTRAL), &head, locale);
            }
        });
        prose(&locale.with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())])).show(ui);
        prose(&locale.text("about-what")).show(ui);
        prose(&locale.text("about-private")).color(muted).show(ui);
    });
    group(ui, &locale.text("about-sources"), |ui| drop(prose(&locale.text("about-sources-how")).show(ui)));
    group(ui, &locale.text("about-art"), |ui| drop(prose(&locale.text("about-art-how")).show(ui)));
    group(ui, &locale.text("about-licences"), |ui| {
        folded(ui, &locale.text("about-own-licence"), OWN_LICENCE);
        folded(ui, &locale.text("about-faces-licence"), FACES_LICENCE);
        let heading = locale.with("about-crates", &[("count", CRATES.len().into())]);
        CollapsingHeader::new(RichText::new(heading)).id_salt("crates").show(ui, |ui| {
            for [name, version, licence] in CRATES.iter() {
                let text = format!("{name} {version} · {licence}");
                ui.label(RichText::new(text).size(size::SMALL).color(muted));
            }
        });
    });
    action
}

/// A text that is shown when it is asked for.
fn folded(ui: &mut Ui, heading: &str, text: &str) {
    let muted = Palette::within(ui).muted;
    CollapsingHeader::new(RichText::new(heading)).id_salt(heading).show(ui, |ui| {
        prose(text).small().color(muted).show(ui);
        ui.add_space(GRID);
    });
}
