//! Small picture files: a screen has few colours, so a palette of them is enough, and a folder of pictures stays small.

use std::collections::HashMap;
use std::path::Path;

use bevy::image::Image;
use color_quant::NeuQuant;

/// How many colours a picture has.
const COLORS: usize = 224;
/// Every so many-th pixel is looked at to find them.
const SAMPLE: i32 = 7;

/// Saves a picture with a palette of its own.
///
/// # Errors
/// In words, where it cannot be written.
pub fn save(image: &Image, path: &Path) -> Result<(), String> {
    let picture = image.clone().try_into_dynamic().map_err(|error| error.to_string())?.to_rgba8();
    let (width, height) = picture.dimensions();
    let pixels = picture.into_raw();
    let palette = NeuQuant::new(SAMPLE, COLORS, &pixels);
    let mut known: HashMap<[u8; 4], u8> = HashMap::new();
    let (pixels, _) = pixels.as_chunks::<4>();
    let nearest = |pixel: &[u8; 4]| *known.entry(*pixel).or_insert_with(|| palette.index_of(pixel) as u8);
    let indices: Vec<u8> = pixels.iter().map(nearest).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.color_map_rgb());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&indices));
    written.map_err(|error| error.to_string())?;
    crate::disk::write_bytes(path, &bytes).map_err(|error| error.to_string())
}
