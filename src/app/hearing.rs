//! What a shift sounds like: phones that ring, tones in the receiver, receivers lifted and put down.
//!
//! What is to be heard follows from the desk, every frame anew; the loudspeaker takes only what has changed.

use bevy::app::{App, Startup, Update};
use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Commands, Local, Res, ResMut};

use crate::app::desk::{Desk, Duty};
use crate::app::sound::{Click, Output, Reason, RingTone, Speaker, Tone};
use crate::content::drill;
use crate::content::language::Language;
use crate::locale::Locale;
use crate::play::drill::state::{Event, Stage};

/// Opens the loudspeaker with the window and keeps it in step with the desk.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, open);
    app.add_systems(Update, follow);
}

#[derive(Resource)]
struct Loudspeaker(Speaker);

fn open(mut commands: Commands) {
    commands.insert_resource(Loudspeaker(Speaker::open()));
}

/// How long the dial tone sounds when we ring back, in milliseconds.
const DIALLED_AFTER_MS: u32 = 900;

/// What is to be heard at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sounding {
    /// The phones that ring: which, how, one ring in milliseconds.
    pub phones: Vec<(u8, RingTone, u32)>,
    /// The tone in the receiver.
    pub tone: Option<Tone>,
}

/// What is to be heard of a shift now.
pub fn sounding(duty: &Duty) -> Sounding {
    let state = duty.shift.state();
    if duty.clock.is_paused || state.is_over {
        return Sounding::default();
    }
    let card = duty.shift.card();
    let ring = |call: usize| {
        let phone = state.calls[call].phone;
        let phone_card = &card.phones[usize::from(phone)];
        let tone = if phone_card.is_far { RingTone::Distant } else { tone_of(phone_card.tone) };
        (phone, tone, card.rings.ring_ms)
    };
    let tone = state.in_hand.and_then(|call| {
        let call = &state.calls[call];
        match call.stage {
            // A receiver that was just lifted has the dial tone, until the number is dialled.
            Stage::Ringing if state.now_ms - call.since_ms < DIALLED_AFTER_MS => Some(Tone::Dial),
            Stage::Ringing => Some(Tone::RingBack),
            Stage::Dead => Some(Tone::Busy),
            _ => None,
        }
    });
    Sounding { phones: state.ringing().map(ring).collect(), tone }
}

fn tone_of(tone: drill::RingTone) -> RingTone {
    match tone {
        drill::RingTone::Bell => RingTone::Bell,
        drill::RingTone::Warble => RingTone::Warble,
        drill::RingTone::Chirp => RingTone::Chirp,
    }
}

/// The noise of something that happened.
fn click_of(event: Event) -> Option<Click> {
    match event {
        Event::PickedUp(_) | Event::Back(_) => Some(Click::PickedUp),
        Event::PutDown(_, true) | Event::Held(_) => Some(Click::PutDownGently),
        Event::PutDown(_, false) => Some(Click::PutDownHard),
        Event::LineDead(_) => Some(Click::LineDead),
        _ => None,
    }
}

/// What the loudspeaker was last told.
#[derive(Default)]
struct Told {
    sounding: Sounding,
    volume_percent: Option<u8>,
    is_muted: bool,
    /// What it comes out of, and the language that was said in.
    output: Option<(Output, Language)>,
}

fn follow(speaker: Option<Res<Loudspeaker>>, mut desk: ResMut<Desk>, mut told: Local<Told>) {
    let Some(speaker) = speaker.map(|speaker| speaker.into_inner()) else { return };
    // Listening is no change worth dressing the window anew.
    let desk = desk.bypass_change_detection();
    obey_settings(&speaker.0, desk, &mut told);
    let wanted = desk.duty.as_ref().map(sounding).unwrap_or_default();
    for (phone, ..) in told.sounding.phones.iter().filter(|was| !wanted.phones.contains(was)) {
        speaker.0.stop(*phone);
    }
    for (phone, tone, ring_ms) in wanted.phones.iter().filter(|is| !told.sounding.phones.contains(is)) {
        speaker.0.ring(*phone, *tone, *ring_ms);
    }
    if wanted.tone != told.sounding.tone {
        speaker.0.tone(wanted.tone);
    }
    told.sounding = wanted;
    if let Some(duty) = &mut desk.duty {
        duty.unheard().filter_map(click_of).for_each(|click| speaker.0.click(click));
        duty.heard = duty.shift.state().log.len();
    }
}

fn obey_settings(speaker: &Speaker, desk: &mut Desk, told: &mut Told) {
    let wanted = &desk.preferences;
    if told.volume_percent != Some(wanted.volume_percent) {
        told.volume_percent = Some(wanted.volume_percent);
        speaker.set_volume(f32::from(wanted.volume_percent) / 100.0);
    }
    if std::mem::replace(&mut told.is_muted, wanted.is_muted) != wanted.is_muted {
        speaker.mute(wanted.is_muted);
    }
    let output = (speaker.state(), desk.locale.language);
    if desk.sound.is_empty() || told.output.as_ref() != Some(&output) {
        desk.sound = in_words(&output.0, &desk.locale);
        told.output = Some(output);
    }
}

/// What comes out, in words, for the settings.
fn in_words(output: &Output, locale: &Locale) -> String {
    match output {
        Output::Starting => locale.text("sound-starting"),
        Output::Playing(name) => locale.with("sound-playing", &[("name", name.as_str().into())]),
        Output::Silent(Reason::Off) => locale.text("sound-off"),
        Output::Silent(Reason::NoDevice(_)) => locale.text("sound-none"),
    }
}
