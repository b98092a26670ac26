//! The desk is drawn as it is promised: light without jumps, letters for every plate.

use bevy_egui::egui::{Color32, Pos2, Rect, vec2};

use super::{MOST_PHONES, Phone, PhoneState, SIZE, Scene, alive, backdrop, labels, phone_areas};
use crate::app::art::canvas::Canvas;
use crate::app::art::light::{Light, Weather};

const PHONES: [Phone; 5] = [
    Phone { number: 1, state: PhoneState::Resting, is_far: false },
    Phone { number: 2, state: PhoneState::Ringing, is_far: false },
    Phone { number: 3, state: PhoneState::InUse, is_far: false },
    Phone { number: 4, state: PhoneState::Ringing, is_far: true },
    Phone { number: 5, state: PhoneState::Resting, is_far: false },
];

fn scene(phones: &[Phone]) -> Scene<'_> {
    Scene { minute_of_day: 600, phones, open_orders: 3, day: 12 }
}

fn canvas() -> Canvas {
    Canvas::covering(Rect::from_min_size(Pos2::ZERO, vec2(SIZE.0 as f32, SIZE.1 as f32)), SIZE, 1.0)
}

#[test]
fn there_is_a_label_for_the_day_and_one_for_every_phone() {
    let light = Light::at(600, Weather::Clear);
    for count in 0..=PHONES.len() {
        let labels = labels(&scene(&PHONES[..count]), &light);
        assert_eq!(labels.len(), count.min(MOST_PHONES) + 1);
        assert_eq!(labels[0].text, "12");
    }
}

#[test]
fn telephones_stand_side_by_side_within_the_sheet_of_a_banner() {
    for count in 1..=MOST_PHONES {
        let areas = phone_areas(&PHONES[..count]);
        assert_eq!(areas.len(), count);
        assert!(areas.iter().all(|area| area.y1 <= 410.0 && area.x0 > 200.0 && area.x1 < 1000.0));
        assert!(areas.windows(2).all(|pair| pair[0].x1 < pair[1].x0));
    }
}

#[test]
fn every_weather_can_be_drawn_and_the_same_time_is_the_same_picture() {
    for weather in Weather::ALL {
        let (scene, light) = (scene(&PHONES), Light::at(600, weather));
        let draw = |at_secs| {
            let mut canvas = canvas();
            alive(&mut canvas, &scene, at_secs, &light);
            canvas.finish()
        };
        assert_eq!(draw(3.7).vertices, draw(3.7).vertices);
        assert_ne!(draw(3.7).vertices, draw(4.1).vertices);
        let mut still = canvas();
        backdrop(&mut still, &scene, &light);
        assert!(still.finish().vertices.iter().all(|vertex| vertex.pos.is_finite()));
    }
}

#[test]
fn no_colour_is_brighter_than_its_coverage() {
    // The shader divides colours by their coverage: what is brighter would lose its hue.
    for minute in [7 * 60, 12 * 60, 20 * 60] {
        for weather in Weather::ALL {
            let light = Light::at(minute, weather);
            for light in [light, light.dimmed()] {
                let mut canvas = canvas();
                backdrop(&mut canvas, &scene(&PHONES), &light);
                alive(&mut canvas, &scene(&PHONES), 0.2, &light);
                let is_sound = |color: Color32| color.r().max(color.g()).max(color.b()) <= color.a();
                assert!(canvas.finish().vertices.iter().all(|vertex| is_sound(vertex.color)), "{minute} {weather:?}");
            }
        }
    }
}
