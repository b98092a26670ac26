//! The light of an hour and a weather: one place decides how bright, how warm and how blue everything is.

use bevy_egui::egui::Color32;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::paints::sky;

/// The minutes of a day.
const DAY: u32 = 24 * 60;
/// How much of the room's light is left on a dark theme: less of the warm part, so that paper does not turn to mud.
const DIMMED: [f32; 3] = [0.58, 0.605, 0.65];
/// How much of the sun is.
const SUN_DIMMED: f32 = 0.55;
/// How much of the sky's is.
const SKY_DIMMED: f32 = 0.72;

/// What falls from the sky, if anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weather {
    /// Sun.
    Clear,
    /// Clouds, no sun.
    Cloudy,
    /// Rain, and lamps lit by day.
    Rain,
    /// Snow, lying and falling.
    Snow,
    /// Thick warm air.
    Haze,
}

impl Weather {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Clear, Self::Cloudy, Self::Rain, Self::Snow, Self::Haze];

    /// The weather of a day in a month (1 to 12): the same seed has the same weather, and it does not snow in July.
    pub fn of_seed(seed: u64, month: u32) -> Self {
        // Out of a hundred days, in the order of `ALL`.
        let chances: [u32; 5] = match month {
            12 | 1 | 2 => [42, 26, 5, 15, 12],
            3..=5 => [48, 30, 18, 0, 4],
            6..=8 => [46, 26, 28, 0, 0],
            _ => [54, 26, 12, 0, 8],
        };
        let mut drawn = Xoshiro256PlusPlus::seed_from_u64(seed).random_range(0..chances.iter().sum::<u32>());
        for (weather, chance) in Self::ALL.into_iter().zip(chances) {
            if drawn < chance {
                return weather;
            }
            drawn -= chance;
        }
        Self::Clear
    }
}

/// The light everything stands in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    /// The sky overhead.
    pub sky_top: Color32,
    /// The sky over the roofs.
    pub sky_bottom: Color32,
    /// How high the sun stands: 0 at the roofs, 1 at noon; less when it is down.
    pub sun_height: f32,
    /// How strongly it shines, 0 to 1.
    pub sun: f32,
    /// How strongly lamps are lit, 0 to 1.
    pub lamp: f32,
    /// What falls.
    pub weather: Weather,
    inside: [f32; 3],
    outside: [f32; 3],
}

/// The light at a minute of a clear day.
struct Hour {
    minute: u32,
    top: Color32,
    bottom: Color32,
    sun: f32,
    lamp: f32,
    inside: [f32; 3],
    outside: [f32; 3],
}

const fn hour(minute: u32, sky: (Color32, Color32), sun: f32, lamp: f32, inside: [f32; 3], outside: [f32; 3]) -> Hour {
    Hour { minute, top: sky.0, bottom: sky.1, sun, lamp, inside, outside }
}

/// From midnight to midnight.
const HOURS: [Hour; 12] = [
    hour(0, sky::NIGHT, 0.0, 1.0, [0.79, 0.73, 0.72], [0.30, 0.35, 0.56]),
    hour(5 * 60, sky::NIGHT, 0.0, 1.0, [0.79, 0.73, 0.72], [0.30, 0.35, 0.56]),
    hour(6 * 60 + 20, sky::DAWN, 0.15, 0.35, [0.90, 0.90, 0.93], [0.74, 0.74, 0.84]),
    hour(7 * 60, sky::MORNING, 0.75, 0.0, [1.0, 0.975, 0.935], [0.98, 0.94, 0.88]),
    hour(9 * 60, sky::FORENOON, 1.0, 0.0, [1.0, 0.995, 0.975], [1.0, 0.99, 0.96]),
    hour(12 * 60, sky::NOON, 1.0, 0.0, [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]),
    hour(16 * 60, sky::AFTERNOON, 0.95, 0.0, [1.0, 0.985, 0.95], [1.0, 0.98, 0.93]),
    hour(17 * 60 + 30, sky::LATE, 0.85, 0.05, [1.0, 0.945, 0.86], [1.0, 0.90, 0.78]),
    hour(18 * 60 + 30, sky::SUNSET, 0.4, 0.45, [0.96, 0.87, 0.79], [0.78, 0.66, 0.66]),
    hour(19 * 60 + 15, sky::AFTERGLOW, 0.0, 0.85, [0.87, 0.81, 0.78], [0.50, 0.50, 0.68]),
    hour(20 * 60, sky::DUSK, 0.0, 1.0, [0.82, 0.76, 0.74], [0.38, 0.42, 0.63]),
    hour(DAY, sky::NIGHT, 0.0, 1.0, [0.79, 0.73, 0.72], [0.30, 0.35, 0.56]),
];

/// What a weather does to a clear day: the sky it hides it behind and how much of it, the sun left, the least lamp, the
/// tint inside.
fn weathered(weather: Weather) -> (Color32, f32, f32, f32, [f32; 3]) {
    match weather {
        Weather::Clear => (sky::CLOUD_COVER, 0.0, 1.0, 0.0, [1.0; 3]),
        Weather::Cloudy => (sky::CLOUD_COVER, 0.72, 0.1, 0.0, [0.965, 0.975, 0.985]),
        Weather::Rain => (sky::RAIN_COVER, 0.88, 0.0, 0.6, [0.90, 0.92, 0.95]),
        Weather::Snow => (sky::SNOW_COVER, 0.88, 0.0, 0.25, [0.965, 0.98, 1.0]),
        Weather::Haze => (sky::HAZE_COVER, 0.8, 0.25, 0.1, [0.985, 0.965, 0.92]),
    }
}

impl Light {
    /// The light at a minute of the day.
    pub fn at(minute_of_day: u32, weather: Weather) -> Self {
        let minute = minute_of_day % DAY;
        let next = HOURS.iter().position(|hour| hour.minute > minute).unwrap_or(HOURS.len() - 1).max(1);
        let (from, to) = (&HOURS[next - 1], &HOURS[next]);
        let share = (minute - from.minute) as f32 / (to.minute - from.minute) as f32;
        let (cover, hidden, sun_left, least_lamp, tint) = weathered(weather);
        let outside = std::array::from_fn(|i| between(from.outside[i], to.outside[i], share));
        let inside: [f32; 3] = std::array::from_fn(|i| between(from.inside[i], to.inside[i], share) * tint[i]);
        let cover = tinted(cover, outside);
        Self {
            sky_top: mix(mix(from.top, to.top, share), cover, hidden),
            sky_bottom: mix(mix(from.bottom, to.bottom, share), cover, hidden * 0.9),
            sun_height: sun_height(minute),
            sun: between(from.sun, to.sun, share) * sun_left,
            lamp: between(from.lamp, to.lamp, share).max(least_lamp),
            weather,
            inside,
            outside: std::array::from_fn(|i| outside[i] * tint[i]),
        }
    }

    /// The same for a dark theme: everything quieter, lamps as bright as they were.
    #[must_use]
    pub fn dimmed(self) -> Self {
        Self {
            sky_top: tinted(self.sky_top, [SKY_DIMMED; 3]),
            sky_bottom: tinted(self.sky_bottom, [SKY_DIMMED; 3]),
            sun: self.sun * SUN_DIMMED,
            inside: std::array::from_fn(|i| self.inside[i] * DIMMED[i]),
            outside: self.outside.map(|part| part * SKY_DIMMED),
            ..self
        }
    }

    /// A colour in the light of the room.
    pub fn on(&self, color: Color32) -> Color32 {
        tinted(color, self.inside)
    }

    /// A colour in the light of the street, behind so much air (0 near, 1 nothing but sky).
    pub fn outside_on(&self, color: Color32, air: f32) -> Color32 {
        mix(tinted(color, self.outside), self.sky_bottom, air)
    }
}

/// A colour of its own between two.
pub fn mix(from: Color32, to: Color32, share: f32) -> Color32 {
    from.lerp_to_gamma(to, share.clamp(0.0, 1.0))
}

fn tinted(color: Color32, tint: [f32; 3]) -> Color32 {
    let part = |value: u8, tint: f32| (f32::from(value) * tint).round() as u8;
    Color32::from_rgba_premultiplied(
        part(color.r(), tint[0]),
        part(color.g(), tint[1]),
        part(color.b(), tint[2]),
        color.a(),
    )
}

fn between(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

/// It stands highest at half past twelve, and is down for as long as it is up.
fn sun_height(minute: u32) -> f32 {
    const HIGHEST: f32 = 12.5 * 60.0;
    ((minute as f32 - HIGHEST) / DAY as f32 * std::f32::consts::TAU).cos()
}

#[cfg(test)]
mod tests {
    use super::{DAY, Light, Weather};
    use bevy_egui::egui::Color32;

    fn step(a: Color32, b: Color32) -> u8 {
        a.to_array().into_iter().zip(b.to_array()).map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default()
    }

    #[test]
    fn the_light_has_no_jump_from_one_minute_to_the_next_nor_over_midnight() {
        for weather in Weather::ALL {
            for minute in 0..DAY {
                let (now, next) = (Light::at(minute, weather), Light::at(minute + 1, weather));
                assert!(step(now.sky_top, next.sky_top) <= 4, "{minute}");
                assert!(step(now.sky_bottom, next.sky_bottom) <= 4, "{minute}");
                assert!(step(now.on(Color32::WHITE), next.on(Color32::WHITE)) <= 3, "{minute}");
                assert!((now.lamp - next.lamp).abs() < 0.03 && (now.sun - next.sun).abs() < 0.03, "{minute}");
                assert!((now.sun_height - next.sun_height).abs() < 0.03, "{minute}");
            }
        }
    }

    #[test]
    fn it_snows_in_winter_only_and_a_seed_keeps_its_weather() {
        let snows = |month| (0..500).any(|seed| Weather::of_seed(seed, month) == Weather::Snow);
        let months: Vec<u32> = (1..=12).filter(|month| snows(*month)).collect();
        assert_eq!(months, [1, 2, 12]);
        for seed in 0..50 {
            assert_eq!(Weather::of_seed(seed, 4), Weather::of_seed(seed, 4));
        }
    }

    #[test]
    fn lamps_are_lit_at_dusk_and_in_rain_and_not_at_noon() {
        assert!(Light::at(20 * 60, Weather::Clear).lamp > 0.9);
        assert!(Light::at(12 * 60, Weather::Rain).lamp > 0.4);
        assert!(Light::at(12 * 60, Weather::Clear).lamp < 0.01);
    }

    #[test]
    fn a_dimmed_light_is_darker() {
        let light = Light::at(12 * 60, Weather::Clear);
        assert!(light.dimmed().on(Color32::WHITE).r() < light.on(Color32::WHITE).r());
    }
}
