//! Chinese input: pre-edit text with its cursor where it belongs, and the candidate window at the caret.
//!
//! bevy_egui 0.42 hands winit's byte offsets on as character offsets and gives the whole text box as the caret's place;
//! its system is switched off here and replaced.

use bevy::app::{App, PostUpdate, PreUpdate};
use bevy::ecs::message::{MessageReader, MessageWriter};
use bevy::ecs::query::With;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Query, Single};
use bevy::math::Vec2;
use bevy::window::{Ime, PrimaryWindow, Window};
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{
    EguiContext, EguiContextSettings, EguiInputSet, EguiOutput, EguiPostUpdateSet, PrimaryEguiContext, egui,
};

/// Replaces bevy_egui's handling of input methods.
pub fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, (switch_off_own, forward).chain().in_set(EguiInputSet::ReadBevyMessages));
    app.add_systems(PostUpdate, follow_caret.after(EguiPostUpdateSet::PostProcessOutput));
}

fn switch_off_own(mut settings: Query<&mut EguiContextSettings>) {
    for mut settings in &mut settings {
        if settings.input_system_settings.run_write_ime_messages_system {
            settings.input_system_settings.run_write_ime_messages_system = false;
        }
    }
}

fn forward(
    mut messages: MessageReader<Ime>,
    context: Single<bevy::ecs::entity::Entity, (With<EguiContext>, With<PrimaryEguiContext>)>,
    mut events: MessageWriter<EguiInputEvent>,
) {
    for message in messages.read() {
        let event = match message {
            Ime::Preedit { value, cursor, .. } => egui::ImeEvent::Preedit {
                text: value.clone(),
                active_range_chars: cursor.map(|(start, end)| in_chars(value, start)..in_chars(value, end)),
            },
            Ime::Commit { value, .. } => egui::ImeEvent::Commit(value.clone()),
            Ime::Enabled { .. } | Ime::Disabled { .. } => continue,
        };
        events.write(EguiInputEvent { context: *context, event: egui::Event::Ime(event) });
    }
}

/// A byte offset as a number of characters begun before it.
fn in_chars(text: &str, byte_offset: usize) -> usize {
    text.char_indices().take_while(|(start, _)| *start < byte_offset.min(text.len())).count()
}

/// Puts the candidate window under the caret instead of under the text box.
fn follow_caret(
    context: Single<(&EguiOutput, &mut EguiContext), With<PrimaryEguiContext>>,
    mut window: Single<&mut Window, With<PrimaryWindow>>,
) {
    let (output, mut context) = context.into_inner();
    let Some(ime) = output.platform_output.ime else { return };
    let caret = ime.cursor_rect.left_bottom() * context.get_mut().zoom_factor();
    let caret = Vec2::new(caret.x, caret.y);
    if window.ime_position != caret {
        window.ime_position = caret;
    }
}

#[cfg(test)]
mod tests {
    use super::in_chars;

    #[test]
    fn byte_offsets_become_characters_in_chinese_pre_edit_text() {
        assert_eq!(in_chars("物业fei", 0), 0);
        assert_eq!(in_chars("物业fei", 6), 2);
        assert_eq!(in_chars("物业fei", 9), 5);
        assert_eq!(in_chars("物业fei", 4), 2, "inside 业: the character has begun");
        assert_eq!(in_chars("物业", 99), 2);
    }
}
