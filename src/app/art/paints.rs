//! Every colour of the pictures, by the name of what it is the colour of. Shades lie to the lower right, lights to the
//! upper left: that is where the light comes from.

use bevy_egui::egui::Color32;

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// White that lets through what is below.
const fn film(alpha: u8) -> Color32 {
    Color32::from_rgba_premultiplied(alpha, alpha, alpha, alpha)
}

/// The skies of a clear day, overhead and over the roofs; and what hides them.
pub mod sky {
    use super::{Color32, rgb};

    /// Deep night.
    pub const NIGHT: (Color32, Color32) = (rgb(0x1B_26_48), rgb(0x3A_47_70));
    /// Before the sun.
    pub const DAWN: (Color32, Color32) = (rgb(0x8F_A4_C8), rgb(0xF3_CF_AE));
    /// Cool gold.
    pub const MORNING: (Color32, Color32) = (rgb(0xA5_C9_E2), rgb(0xFB_E7_C6));
    /// Blue.
    pub const FORENOON: (Color32, Color32) = (rgb(0x93_C6_E6), rgb(0xE2_F1_F3));
    /// Blue and high.
    pub const NOON: (Color32, Color32) = (rgb(0x83_BD_E5), rgb(0xDB_EF_F6));
    /// Blue, a little warm.
    pub const AFTERNOON: (Color32, Color32) = (rgb(0x8D_BC_DD), rgb(0xF1_EC_D8));
    /// Amber over the roofs.
    pub const LATE: (Color32, Color32) = (rgb(0x9C_B1_CC), rgb(0xFB_D3_9C));
    /// The sun goes.
    pub const SUNSET: (Color32, Color32) = (rgb(0x7D_83_B0), rgb(0xF6_A9_6B));
    /// The sun is gone.
    pub const AFTERGLOW: (Color32, Color32) = (rgb(0x45_55_8A), rgb(0xD2_94_8C));
    /// The blue hour.
    pub const DUSK: (Color32, Color32) = (rgb(0x2A_3C_69), rgb(0x68_76_A4));
    /// A closed cover of clouds.
    pub const CLOUD_COVER: Color32 = rgb(0xD3_DC_E1);
    /// The same with rain in it.
    pub const RAIN_COVER: Color32 = rgb(0xA3_B0_BB);
    /// The same with snow in it.
    pub const SNOW_COVER: Color32 = rgb(0xDD_E4_EA);
    /// Thick air.
    pub const HAZE_COVER: Color32 = rgb(0xE2_D9_C4);
    /// The sun's disc.
    pub const SUN: Color32 = rgb(0xFF_F3_CF);
    /// A cloud.
    pub const CLOUD: Color32 = rgb(0xFF_FF_FF);
}

/// What backgrounds are softened towards.
pub const PAPER: Color32 = rgb(0xF6_F1_E8);
/// Shadow on whatever is below.
pub const SHADOW: Color32 = Color32::from_rgba_premultiplied(26, 21, 18, 110);
/// A narrow shade on whatever is below.
pub const SHADE: Color32 = Color32::from_rgba_premultiplied(12, 10, 8, 34);
/// A weak shade on whatever is below.
pub const SHADE_WEAK: Color32 = Color32::from_rgba_premultiplied(6, 5, 4, 16);
/// Light lying on whatever is below.
pub const SHINE: Color32 = film(70);
/// The same, weaker.
pub const SHINE_WEAK: Color32 = film(34);
/// Sunlight lying on the desk.
pub const SUNLIGHT: Color32 = Color32::from_rgba_premultiplied(84, 80, 62, 84);
/// Light of a lamp.
pub const LAMPLIGHT: Color32 = Color32::from_rgba_premultiplied(136, 114, 72, 136);
/// A lamp that is lit, seen directly.
pub const BULB: Color32 = rgb(0xFF_E6_A8);
/// A window with a light behind it.
pub const LIT_WINDOW: Color32 = rgb(0xFF_D4_82);

/// The wall of the office, where light falls on it.
pub const WALL: Color32 = rgb(0xE6_EB_E3);
/// The same farther from the light.
pub const WALL_FAR: Color32 = rgb(0xD2_DD_D6);
/// Painted wood of frames.
pub const FRAME: Color32 = rgb(0xFB_F8_F1);
/// Its side away from the light.
pub const FRAME_SHADE: Color32 = rgb(0xDD_D6_C8);

/// The desk top.
pub const WOOD: Color32 = rgb(0xE9_D5_B4);
/// The same, near the wall.
pub const WOOD_FAR: Color32 = rgb(0xDD_C5_9E);
/// Its grain.
pub const WOOD_GRAIN: Color32 = rgb(0xDF_C7_A1);
/// Its front edge.
pub const WOOD_EDGE: Color32 = rgb(0xC4_A2_74);
/// Its front edge, below.
pub const WOOD_DARK: Color32 = rgb(0xA5_83_58);
/// Wood of furniture.
pub const OAK: Color32 = rgb(0xCF_A8_74);

/// Teal, the colour of the house.
pub const TEAL: Color32 = rgb(0x0F_75_6C);
/// Its shade.
pub const TEAL_DARK: Color32 = rgb(0x0A_55_4F);
/// Its light.
pub const TEAL_LIGHT: Color32 = rgb(0x4F_A3_98);
/// A breath of it.
pub const TEAL_PALE: Color32 = rgb(0xBF_DC_D5);
/// Yellow of pins and signs.
pub const YELLOW: Color32 = rgb(0xF1_B9_3C);
/// Red of pins and hands.
pub const RED: Color32 = rgb(0xD6_55_47);
/// Its shade.
pub const RED_DARK: Color32 = rgb(0xAE_3E_35);
/// Blue of workshops and lorries.
pub const BLUE: Color32 = rgb(0x5B_84_B1);
/// Its shade.
pub const BLUE_DARK: Color32 = rgb(0x44_66_8D);
/// Orange, between the two.
pub const ORANGE: Color32 = rgb(0xE5_8F_4A);

/// A telephone.
pub const PHONE: Color32 = rgb(0x4A_63_75);
/// Its side towards the light.
pub const PHONE_LIGHT: Color32 = rgb(0x66_81_93);
/// Its lower edge.
pub const PHONE_EDGE: Color32 = rgb(0x2D_40_4E);
/// Its keys.
pub const PHONE_KEY: Color32 = rgb(0xB4_C4_CE);
/// Its receiver.
pub const RECEIVER: Color32 = rgb(0x24_33_3F);
/// The receiver's side towards the light.
pub const RECEIVER_LIGHT: Color32 = rgb(0x4C_62_72);
/// Its display, asleep.
pub const DISPLAY: Color32 = rgb(0xB8_C9_B0);
/// Its display, awake.
pub const DISPLAY_LIT: Color32 = rgb(0xDD_F2_C9);
/// Its lamp, dark.
pub const LAMP_DARK: Color32 = rgb(0x9C_A5_A6);
/// Its lamp, ringing.
pub const LAMP_LIT: Color32 = rgb(0xFF_B0_2E);
/// Its lamp while somebody speaks.
pub const LAMP_SPEAKING: Color32 = rgb(0x5F_D3_A8);

/// Letters.
pub const INK: Color32 = rgb(0x35_3B_45);
/// White paper.
pub const SHEET: Color32 = rgb(0xFF_FD_F7);
/// Its shade.
pub const SHEET_SHADE: Color32 = rgb(0xE8_E1_D3);
/// Lines written or printed on it.
pub const SCRIBBLE: Color32 = rgb(0xC3_C2_BB);
/// A yellow slip.
pub const SLIP_YELLOW: Color32 = rgb(0xFB_E8_AE);
/// A green slip.
pub const SLIP_GREEN: Color32 = rgb(0xD3_E8_D4);
/// Cork.
pub const CORK: Color32 = rgb(0xDC_BD_90);
/// Its shade.
pub const CORK_SHADE: Color32 = rgb(0xC8_A6_77);

/// Metal.
pub const STEEL: Color32 = rgb(0xB5_BF_C6);
/// Its light.
pub const STEEL_LIGHT: Color32 = rgb(0xD8_DF_E3);
/// Its shade.
pub const STEEL_DARK: Color32 = rgb(0x83_90_9A);
/// Dark casings.
pub const CASING: Color32 = rgb(0x3C_46_50);
/// Their side towards the light.
pub const CASING_LIGHT: Color32 = rgb(0x5A_66_71);
/// Brass of keys.
pub const BRASS: Color32 = rgb(0xD9_AE_55);

/// Leaves.
pub const LEAF: Color32 = rgb(0x5D_9B_6B);
/// Leaves in shade.
pub const LEAF_DARK: Color32 = rgb(0x3F_7C_58);
/// Leaves in light.
pub const LEAF_LIGHT: Color32 = rgb(0x86_BB_80);
/// A pot.
pub const CLAY: Color32 = rgb(0xD3_86_62);
/// Its shade.
pub const CLAY_DARK: Color32 = rgb(0xB2_69_4B);
/// Trunks.
pub const BARK: Color32 = rgb(0x8C_6B_50);
/// Grass.
pub const GRASS: Color32 = rgb(0xA5_C9_8D);
/// Grass in shade.
pub const GRASS_DARK: Color32 = rgb(0x86_B0_78);
/// A paved path.
pub const PAVING: Color32 = rgb(0xE8_DE_CC);
/// Asphalt.
pub const ASPHALT: Color32 = rgb(0x9A_A0_A6);
/// Lying snow.
pub const SNOW: Color32 = rgb(0xF4_F8_FB);
/// A pane.
pub const GLASS: Color32 = rgb(0xA9_CB_D9);
/// A pane in shade.
pub const GLASS_DARK: Color32 = rgb(0x7E_A5_B8);

/// An apartment block.
pub const BLOCK: Color32 = rgb(0xF0_DC_C2);
/// Its side away from the light.
pub const BLOCK_SHADE: Color32 = rgb(0xD4_B9_9C);
/// Another.
pub const BLOCK_ROSE: Color32 = rgb(0xE7_C6_B0);
/// Its side away from the light.
pub const BLOCK_ROSE_SHADE: Color32 = rgb(0xC9_A0_8B);
/// A far one.
pub const BLOCK_FAR: Color32 = rgb(0xB9_C8_D3);

/// Bare concrete.
pub const CONCRETE: Color32 = rgb(0xC9_C5_BE);
/// Its shade.
pub const CONCRETE_SHADE: Color32 = rgb(0xAD_A8_A0);
/// Damp on it.
pub const DAMP: Color32 = rgb(0x9B_93_87);
/// Warm wall of a home.
pub const HOME: Color32 = rgb(0xF0_E1_CC);
/// Its shade.
pub const HOME_SHADE: Color32 = rgb(0xE0_CC_B2);
/// Tiles.
pub const TILE: Color32 = rgb(0xE3_EC_EA);
/// Between tiles.
pub const GROUT: Color32 = rgb(0xCD_DA_D8);
/// Cloth of sofas and seats.
pub const CLOTH: Color32 = rgb(0x7D_9A_9E);
/// Its shade.
pub const CLOTH_DARK: Color32 = rgb(0x62_80_86);
