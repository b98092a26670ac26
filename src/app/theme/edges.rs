//! Smooth edges: bevy_egui's shader turns colours to linear light after egui has multiplied them with their coverage,
//! which darkens every half-covered pixel and puts a dark rim around round corners. It is told to divide first.

use bevy::app::{App, PreStartup};
use bevy::asset::Assets;
use bevy::ecs::system::ResMut;
use bevy::shader::Shader;
use bevy_egui::render::EGUI_SHADER_HANDLE;

/// What the shader of bevy_egui 0.42 ends with.
const AS_SHIPPED: &str = "return vec4<f32>(linear_from_gamma_rgb(color_gamma.rgb), color_gamma.a);";
/// What it should end with. Colours without coverage are light that is added, and stay as they are.
const MENDED: &str = "if (color_gamma.a <= 0.0) {
        return vec4<f32>(linear_from_gamma_rgb(color_gamma.rgb), 0.0);
    }
    let straight = min(color_gamma.rgb / color_gamma.a, vec3<f32>(1.0));
    return vec4<f32>(linear_from_gamma_rgb(straight) * color_gamma.a, color_gamma.a);";

/// Mends the shader before the first frame; a version that ends otherwise is left alone.
pub fn plugin(app: &mut App) {
    app.add_systems(PreStartup, mend);
}

fn mend(mut shaders: ResMut<Assets<Shader>>) {
    let Some(shader) = shaders.get(&EGUI_SHADER_HANDLE) else { return };
    let source = shader.source.as_str();
    if source.contains(AS_SHIPPED) {
        let mended = Shader::from_wgsl(source.replace(AS_SHIPPED, MENDED), shader.path.clone());
        // The handle is a constant of the crate; only an index into nothing could fail.
        let _ = shaders.insert(&EGUI_SHADER_HANDLE, mended);
    }
}
