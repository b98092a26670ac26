//! The colours, in light and dark. Every pair of text and ground used meets WCAG 2.2 AA (4.5:1); the test computes it.

use bevy_egui::egui::{Color32, CornerRadius, Stroke, Visuals};

use super::ROUNDING_OF_CONTROLS;

/// How many series of a chart have a colour of their own.
const SERIES: usize = 5;

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color32,
    /// Behind panels.
    pub panel: Color32,
    /// Behind cards.
    pub card: Color32,
    /// Behind whatever the pointer is on.
    pub hover: Color32,
    /// Lines.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Remarks.
    pub muted: Color32,
    /// What can be acted on.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The top of the desk.
    pub wood: Color32,
    /// Its edge.
    pub wood_edge: Color32,
    /// Text on the desk.
    pub on_wood: Color32,
    /// A telephone.
    pub phone: Color32,
    /// Its lower edge.
    pub phone_edge: Color32,
    /// Its keys.
    pub phone_key: Color32,
    /// Its receiver.
    pub receiver: Color32,
    /// The shadow under things.
    pub shade: Color32,
    /// A lamp that is lit; a ring in time.
    pub lamp: Color32,
    /// A ring too many; text about it on the desk.
    pub alarm: Color32,
    /// A caller display.
    pub display: Color32,
    /// Its letters.
    pub on_display: Color32,
    series: [Color32; SERIES],
    /// Four steps from little to much, each at least 3:1 against every ground.
    pub steps: [Color32; 4],
    good: Color32,
    warn: Color32,
    bad: Color32,
    good_ground: Color32,
    warn_ground: Color32,
    bad_ground: Color32,
}

/// What a thing means, as far as colour goes. Colour never says it alone: a word or a sign stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// Well done.
    Good,
    /// Take care.
    Warn,
    /// Wrong.
    Bad,
    /// Chosen, or to be acted on.
    Accent,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const LIGHT: Palette = Palette {
    ground: rgb(0xF3_F1_EC),
    panel: rgb(0xFA_F9_F6),
    card: rgb(0xFF_FF_FF),
    hover: rgb(0xE8_F1_EF),
    line: rgb(0xD9_D5_CB),
    text: rgb(0x1E_24_2E),
    muted: rgb(0x56_5F_6C),
    accent: rgb(0x0B_6B_63),
    on_accent: rgb(0xFF_FF_FF),
    wood: rgb(0xE9_DC_C7),
    wood_edge: rgb(0xCB_B4_8F),
    on_wood: rgb(0x3B_2F_1E),
    phone: rgb(0x3F_56_66),
    phone_edge: rgb(0x2B_3D_4A),
    phone_key: rgb(0x8F_A5_B3),
    receiver: rgb(0x1F_2D_38),
    shade: rgb(0xD2_C1_A5),
    lamp: rgb(0xE5_8A_00),
    alarm: rgb(0xA8_20_17),
    display: rgb(0xD5_E4_C9),
    on_display: rgb(0x1C_33_1F),
    series: [rgb(0x0B_6B_63), rgb(0xB8_74_00), rgb(0x2E_4F_BA), rgb(0x7A_2A_86), rgb(0xE0_48_8F)],
    steps: [rgb(0x4E_90_8A), rgb(0x2F_78_70), rgb(0x14_5D_56), rgb(0x05_3F_3A)],
    good: rgb(0x15_69_3D),
    warn: rgb(0x85_55_00),
    bad: rgb(0xA8_20_17),
    good_ground: rgb(0xE3_F3_E9),
    warn_ground: rgb(0xFB_F0_D5),
    bad_ground: rgb(0xFB_E6_E3),
};

const DARK: Palette = Palette {
    ground: rgb(0x12_15_1A),
    panel: rgb(0x19_1D_24),
    card: rgb(0x21_27_30),
    hover: rgb(0x28_35_38),
    line: rgb(0x38_40_4C),
    text: rgb(0xE9_EB_EE),
    muted: rgb(0xA9_B2_BF),
    accent: rgb(0x57_CF_C2),
    on_accent: rgb(0x06_23_20),
    wood: rgb(0x33_2C_24),
    wood_edge: rgb(0x24_1F_19),
    on_wood: rgb(0xE9_DE_CE),
    phone: rgb(0x5A_76_8A),
    phone_edge: rgb(0x3D_53_63),
    phone_key: rgb(0xA9_BE_CB),
    receiver: rgb(0x8F_A9_BA),
    shade: rgb(0x1E_19_14),
    lamp: rgb(0xFF_B8_3D),
    alarm: rgb(0xFF_9A_90),
    display: rgb(0x1E_2F_23),
    on_display: rgb(0xA8_E6_B4),
    series: [rgb(0x57_CF_C2), rgb(0xE8_8A_20), rgb(0x90_78_FF), rgb(0xDC_86_DC), rgb(0xE6_E9_8B)],
    steps: [rgb(0x3E_84_7E), rgb(0x48_A4_9A), rgb(0x62_CD_C1), rgb(0xB4_F5_EC)],
    good: rgb(0x6F_D6_9B),
    warn: rgb(0xEB_BF_5A),
    bad: rgb(0xFF_9A_90),
    good_ground: rgb(0x17_33_24),
    warn_ground: rgb(0x38_2E_14),
    bad_ground: rgb(0x42_20_1D),
};

impl Palette {
    /// The palette of a theme.
    pub fn of(is_dark: bool) -> Self {
        if is_dark { DARK } else { LIGHT }
    }

    /// The palette a `Ui` is drawn in.
    pub fn within(ui: &bevy_egui::egui::Ui) -> Self {
        Self::of(ui.visuals().dark_mode)
    }

    /// Text of a tone.
    pub fn text_of(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain => self.muted,
            Tone::Good => self.good,
            Tone::Warn => self.warn,
            Tone::Bad => self.bad,
            Tone::Accent => self.accent,
        }
    }

    /// The ground behind text of a tone.
    pub fn ground_of(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain => self.ground,
            Tone::Good => self.good_ground,
            Tone::Warn => self.warn_ground,
            Tone::Bad => self.bad_ground,
            Tone::Accent => self.hover,
        }
    }

    /// The colour of a series of a chart. A mark and a dash of its own say it as well; past the fifth they come again.
    pub fn series(&self, number: usize) -> Color32 {
        self.series[number % SERIES]
    }

    /// Gives egui's own widgets these colours.
    pub fn paint(&self, visuals: &mut Visuals) {
        visuals.panel_fill = self.ground;
        visuals.window_fill = self.card;
        visuals.extreme_bg_color = self.card;
        visuals.faint_bg_color = self.panel;
        visuals.override_text_color = None;
        visuals.weak_text_color = Some(self.muted);
        visuals.hyperlink_color = self.accent;
        visuals.selection.bg_fill = self.accent;
        visuals.selection.stroke = Stroke::new(1.0, self.on_accent);
        visuals.window_stroke = Stroke::new(1.0, self.line);
        visuals.text_cursor.stroke = Stroke::new(2.0, self.accent);
        let rounding = CornerRadius::same(ROUNDING_OF_CONTROLS);
        let states = [
            (&mut visuals.widgets.noninteractive, self.card, self.line),
            (&mut visuals.widgets.inactive, self.card, self.line),
            (&mut visuals.widgets.hovered, self.hover, self.muted),
            (&mut visuals.widgets.active, self.hover, self.accent),
            (&mut visuals.widgets.open, self.hover, self.accent),
        ];
        for (state, fill, line) in states {
            state.bg_fill = fill;
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, line);
            state.fg_stroke = Stroke::new(1.0, self.text);
            state.corner_radius = rounding;
            state.expansion = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, success criterion 1.4.3, level AA.
    const LEAST_CONTRAST: f64 = 4.5;

    fn linear(channel: u8) -> f64 {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    }

    fn luminance(color: Color32) -> f64 {
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn every_text_can_be_read_on_every_ground_it_stands_on() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            let grounds = [palette.ground, palette.panel, palette.card, palette.hover];
            let tones = [Tone::Plain, Tone::Good, Tone::Warn, Tone::Bad, Tone::Accent];
            let mut pairs = vec![
                ("on accent", palette.on_accent, palette.accent),
                ("on the desk", palette.on_wood, palette.wood),
                ("alarm on the desk", palette.alarm, palette.wood),
                ("on a display", palette.on_display, palette.display),
                ("on a toast", palette.card, palette.text),
                ("the name of the program", palette.accent, palette.panel),
                ("muted on a tone", palette.muted, palette.ground_of(Tone::Accent)),
            ];
            pairs.extend(grounds.map(|ground| ("text", palette.text, ground)));
            pairs.extend(grounds.map(|ground| ("muted", palette.muted, ground)));
            pairs.extend(tones.map(|tone| ("tone", palette.text_of(tone), palette.ground_of(tone))));
            pairs.extend(tones.map(|tone| ("tone on card", palette.text_of(tone), palette.card)));
            pairs.extend(tones.map(|tone| ("text on tone", palette.text, palette.ground_of(tone))));
            for (what, text, ground) in pairs {
                let contrast = contrast(text, ground);
                assert!(contrast >= LEAST_CONTRAST, "{name}: {what} {text:?} on {ground:?} is {contrast:.2}:1");
            }
        }
    }

    /// WCAG 2.2, success criterion 1.4.11, level AA.
    const LEAST_CONTRAST_OF_MARKS: f64 = 3.0;
    /// How far apart two series must look, as the distance in CIELAB (1976).
    const LEAST_DISTANCE: f64 = 18.0;
    /// What is left of light (linear RGB) with all cones, without L and without M: Machado, Oliveira and Fernandes 2009.
    const EYES: [(&str, [[f64; 3]; 3]); 3] = [
        ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        ("no L", [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
        ("no M", [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    ];

    fn seen(color: Color32, eye: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = [color.r(), color.g(), color.b()].map(linear);
        let [r, g, b] = eye.map(|row| (0..3).map(|i| row[i] * linear[i]).sum::<f64>().clamp(0.0, 1.0));
        let xyz = [
            (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
            0.2126 * r + 0.7152 * g + 0.0722 * b,
            (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
        ];
        let [x, y, z] = xyz.map(|t| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
        (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn what_has_the_keyboard_is_ringed_so_that_it_is_seen() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            for ground in [palette.ground, palette.panel, palette.card, palette.hover] {
                let contrast = contrast(palette.accent, ground);
                assert!(contrast >= LEAST_CONTRAST_OF_MARKS, "{name}: the ring on {ground:?} is {contrast:.2}:1");
            }
        }
    }

    #[test]
    fn everything_a_chart_draws_stands_out_from_its_card() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            for color in palette.series.into_iter().chain(palette.steps) {
                for ground in [palette.card, palette.panel, palette.ground] {
                    let contrast = contrast(color, ground);
                    assert!(contrast >= LEAST_CONTRAST_OF_MARKS, "{name}: {color:?} is {contrast:.2}:1");
                }
            }
        }
    }

    #[test]
    fn the_series_of_a_chart_are_told_apart_by_every_kind_of_eye() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            for (eye, matrix) in &EYES {
                let seen = palette.series.map(|color| seen(color, matrix));
                for (a, b) in (0..SERIES).flat_map(|a| (0..a).map(move |b| (a, b))) {
                    let distance = distance(seen[a], seen[b]);
                    assert!(distance >= LEAST_DISTANCE, "{name}, {eye}: {a} and {b} are {distance:.1} apart");
                }
            }
        }
    }

    #[test]
    fn the_steps_grow_away_from_the_card() {
        for palette in [LIGHT, DARK] {
            let contrasts = palette.steps.map(|color| contrast(color, palette.card));
            assert!(contrasts.windows(2).all(|pair| pair[1] > pair[0] * 1.2), "{contrasts:?}");
        }
    }
}
