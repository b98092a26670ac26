//! The colours people are done in: warm and a little dusty, each in a few tones, the light coming from the upper left.

use bevy_egui::egui::Color32;

use crate::content::look::{Age, Look};

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The tones of a skin.
#[derive(Clone, Copy, Debug)]
pub struct Skin {
    /// In the light.
    pub base: Color32,
    /// Turned away from it.
    pub shade: Color32,
    /// Deeper still: folds, nostrils, the gaps between fingers.
    pub deep: Color32,
    /// Where the light falls straight on.
    pub light: Color32,
    /// The cheeks.
    pub blush: Color32,
    /// A woman's lips.
    pub lip: Color32,
}

impl Skin {
    /// The same, red with anger: 0 to 1.
    pub fn flushed(self, anger: f64) -> Self {
        let red = |color| mixed(color, ANGER, FLUSH * anger);
        Self { base: red(self.base), shade: red(self.shade), light: red(self.light), ..self }
    }
}

/// How much of the colour of anger there is in a furious face.
const FLUSH: f64 = 0.17;

/// The tones of anything else.
#[derive(Clone, Copy, Debug)]
pub struct Cloth {
    /// In the light.
    pub base: Color32,
    /// Turned away from it.
    pub shade: Color32,
    /// Where the light falls straight on.
    pub light: Color32,
}

const fn skin(base: u32, shade: u32, deep: u32, light: u32, blush: u32, lip: u32) -> Skin {
    Skin { base: rgb(base), shade: rgb(shade), deep: rgb(deep), light: rgb(light), blush: rgb(blush), lip: rgb(lip) }
}

const fn cloth(base: u32, shade: u32, light: u32) -> Cloth {
    Cloth { base: rgb(base), shade: rgb(shade), light: rgb(light) }
}

/// Skins, from light to dark.
const SKINS: [Skin; 4] = [
    skin(0xf7d6bc, 0xe9b697, 0xc98a6c, 0xfde6d3, 0xf0a08c, 0xcf6f68),
    skin(0xf2c9a8, 0xe0a684, 0xbd7d5e, 0xfadcc2, 0xea937c, 0xc56860),
    skin(0xe6b48d, 0xd0936c, 0xa86c4b, 0xf2c9a6, 0xdd8268, 0xb55e52),
    skin(0xd69f76, 0xbb7f58, 0x935b3c, 0xe6b690, 0xcb6f54, 0xa35347),
];

/// Hair still dark: black, soft black, dark brown, chestnut.
const DARK_HAIR: [Cloth; 4] = [
    cloth(0x2e2a30, 0x201d23, 0x4a444d),
    cloth(0x3a302f, 0x2a2223, 0x584a47),
    cloth(0x4d3832, 0x392824, 0x6e5248),
    cloth(0x6b4a3a, 0x51362b, 0x8c6650),
];

/// Hair of the middle years: mostly still dark, or dyed.
const MIDDLE_HAIR: [Cloth; 4] = [
    cloth(0x35313a, 0x26232a, 0x57525c),
    cloth(0x4a4244, 0x373132, 0x6f6668),
    cloth(0x6d676c, 0x555054, 0x8f898d),
    cloth(0x5b4036, 0x442e27, 0x7d5c4e),
];

/// Hair of the old.
const OLD_HAIR: [Cloth; 4] = [
    cloth(0xd3cfd0, 0xb9b4b8, 0xe6e4e4),
    cloth(0xb5b1b4, 0x959197, 0xd3d0d2),
    cloth(0x8e8a90, 0x726e75, 0xaeabb0),
    cloth(0xe2deda, 0xc9c3bf, 0xf1efec),
];

/// Clothes.
const CLOTHS: [Cloth; 16] = [
    cloth(0x8fb3d1, 0x7297b8, 0xabc9e2), // 0 shirt blue
    cloth(0xf1ece4, 0xd9d1c6, 0xfbf8f3), // 1 white
    cloth(0x4b6584, 0x3a506b, 0x647f9e), // 2 slate blue
    cloth(0xc8675a, 0xa95145, 0xdb8578), // 3 brick
    cloth(0x6f9476, 0x587a60, 0x8aad90), // 4 sage
    cloth(0xe2b45f, 0xc79746, 0xf0cb85), // 5 mustard
    cloth(0x8a6f9c, 0x705682, 0xa68cb6), // 6 plum
    cloth(0x5b5a63, 0x47464e, 0x76757e), // 7 graphite
    cloth(0xd98f8f, 0xc07474, 0xe8acab), // 8 rose
    cloth(0x3f7f86, 0x30666c, 0x5b9aa0), // 9 teal
    cloth(0xb58a66, 0x98704f, 0xcda785), // 10 camel
    cloth(0x34405c, 0x273048, 0x4c5a78), // 11 navy
    cloth(0xa7b58e, 0x8b9a72, 0xc0cca9), // 12 olive light
    cloth(0xe8d3bd, 0xd0b79d, 0xf4e5d5), // 13 oat
    cloth(0x8f4653, 0x733642, 0xaa606c), // 14 wine
    cloth(0xe38b54, 0xc5713d, 0xf0a778), // 15 orange
];

/// The white of the eye.
pub const EYE_WHITE: Color32 = rgb(0xfdfaf5);
/// The white of the eye under the lid.
pub const EYE_SHADE: Color32 = rgb(0xdcd0c8);
/// The iris.
pub const IRIS: Color32 = rgb(0x5a3a2a);
/// The pupil, and the lashes.
pub const LASH: Color32 = rgb(0x2c2024);
/// The light in the eye.
pub const GLINT: Color32 = rgb(0xffffff);
/// Inside the mouth.
pub const MOUTH: Color32 = rgb(0x6e2f32);
/// The tongue.
pub const TONGUE: Color32 = rgb(0xd9807a);
/// The teeth.
pub const TEETH: Color32 = rgb(0xfbf6ef);
/// A face red with anger.
pub const ANGER: Color32 = rgb(0xd9482f);
/// The lines of a mouth and lips of a man, over the skin.
pub const LIP_LINE: Color32 = rgb(0x8a4a3f);
/// A telephone.
pub const PHONE: Cloth = cloth(0x3a3d47, 0x282a32, 0x5d616e);
/// A dark frame: glasses, a headset.
pub const FRAME: Cloth = cloth(0x3b3a42, 0x2a292f, 0x62606b);
/// A metal frame, buckles, buttons.
pub const METAL: Cloth = cloth(0xb9a27a, 0x94805c, 0xe0cfa9);
/// A fine dark frame of glasses.
pub const WIRE: Cloth = cloth(0x7a5a3c, 0x5f452d, 0xa9855d);
/// White cloth: collars, tops under jackets.
pub const WHITE: Cloth = CLOTHS[1];
/// The blue of guards.
pub const GUARD: Cloth = CLOTHS[11];
/// The uniform of the front desk.
pub const STEWARD: Cloth = cloth(0x2f6f73, 0x245659, 0x488a8d);
/// A warm accent: ribbons, ties, hair ties.
pub const ACCENT: Cloth = CLOTHS[3];

/// A person's skin.
pub fn skin_of(look: &Look) -> Skin {
    SKINS[usize::from(look.tints.skin)]
}

/// A person's hair.
pub fn hair_of(look: &Look) -> Cloth {
    let paints = match look.age {
        Age::Young | Age::Adult => &DARK_HAIR,
        Age::Middle => &MIDDLE_HAIR,
        Age::Elder => &OLD_HAIR,
    };
    paints[usize::from(look.tints.hair)]
}

/// What a person is mainly dressed in.
pub fn cloth_of(look: &Look) -> Cloth {
    CLOTHS[usize::from(look.tints.cloth)]
}

/// A second colour that goes with the first: the tie, the top under the jacket.
pub fn second_of(look: &Look) -> Cloth {
    /// Which colour goes with which.
    const PARTNERS: [usize; 16] = [11, 0, 13, 13, 1, 11, 13, 0, 1, 13, 1, 0, 2, 9, 13, 11];
    CLOTHS[PARTNERS[usize::from(look.tints.cloth)]]
}

/// One colour on the way to another.
pub fn mixed(from: Color32, to: Color32, share: f64) -> Color32 {
    from.lerp_to_gamma(to, share.clamp(0.0, 1.0) as f32)
}
