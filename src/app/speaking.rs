//! The owner's lines, spoken by the system's own voice for whoever likes it so.
//!
//! What is to be heard follows from the desk, every frame anew; the voice takes only a line that is new.

use bevy::app::{App, Startup, Update};
use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Commands, Local, Res, ResMut};

use crate::app::desk::{Desk, Duty, Sitting};
use crate::app::face::portrait::Portrait;
use crate::app::face::seeded::face_number;
use crate::app::voice::{Manner, State, Tongue, Voice};
use crate::app::wake::Hurry;
use crate::content::language::Language;
use crate::content::script::Mood;
use crate::locale::Locale;
use crate::play::debrief::debrief;
use crate::play::drill::state::Who;

/// Keeps the voice in step with the desk.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, open);
    app.add_systems(Update, follow);
}

#[derive(Resource)]
struct Speaker(Voice);

fn open(mut commands: Commands, hurry: Option<Res<Hurry>>) {
    commands.insert_resource(Speaker(if hurry.is_some() { Voice::silent() } else { Voice::open() }));
}

/// How fast somebody speaks where nobody says, in milliseconds a character: `Easygoing` in `temperaments.ron`.
const STANDING_MS_PER_CHAR: u32 = 210;

/// A line that is being spoken.
struct Line {
    /// Which: another when anybody says anything else.
    key: (usize, usize),
    text: String,
    manner: Manner,
}

/// What is to be heard now.
fn line(desk: &Desk) -> Option<Line> {
    if desk.page().is_some() {
        return None;
    }
    if let Some(sitting) = &desk.sitting {
        return of_call(sitting, desk.now_secs);
    }
    desk.duty.as_ref().and_then(of_shift)
}

fn of_call(sitting: &Sitting, now_secs: f64) -> Option<Line> {
    if !sitting.is_speaking(now_secs) {
        return None;
    }
    let debrief = debrief(&sitting.call);
    let text: Vec<&str> = debrief.last_words.iter().map(|said| said.words).collect();
    let state = sitting.call.state();
    let ms_per_char = sitting.call.script().persona.temperament.speech_ms_per_char.value;
    let manner = manner(sitting.portrait.as_ref(), ms_per_char, state.mood);
    Some(Line { key: (0, sitting.call.beats().len()), text: text.join("\n"), manner })
}

fn of_shift(duty: &Duty) -> Option<Line> {
    let state = duty.shift.state();
    let call = state.in_hand?;
    let of = &state.calls[call];
    let (place, said) = of.said.iter().enumerate().rfind(|(_, said)| matches!(said.who, Who::Caller(_)))?;
    let Who::Caller(lasts_ms) = said.who else { return None };
    let is_speaking = (said.at_ms..said.at_ms.saturating_add(lasts_ms)).contains(&state.now_ms);
    if !is_speaking || duty.clock.is_paused {
        return None;
    }
    let manner = manner(duty.portrait.as_ref(), STANDING_MS_PER_CHAR, Mood { trust: 50, patience: 50 });
    Some(Line { key: (call + 1, place), text: said.text.to_string(), manner })
}

fn manner(portrait: Option<&Portrait>, ms_per_char: u32, mood: Mood) -> Manner {
    let is_woman = portrait.map(|portrait| portrait.look.build.is_woman());
    let seed = portrait.map_or(0, |portrait| face_number(&portrait.look));
    Manner::of(seed, is_woman, ms_per_char, mood.trust, mood.patience)
}

/// What was last told: to the voice, and of it in the settings.
#[derive(Default)]
struct Told {
    line: Option<(usize, usize)>,
    state: Option<(Option<State>, Language)>,
}

fn follow(speaker: Option<Res<Speaker>>, mut desk: ResMut<Desk>, mut told: Local<Told>) {
    let Some(speaker) = speaker else { return };
    let voice = &speaker.0;
    // Speaking is no change worth dressing the window anew.
    let desk = desk.bypass_change_detection();
    let (likes, language) = (desk.preferences, desk.locale.language);
    let tongue = tongue(language);
    if likes.is_voiced {
        voice.switch_on();
    }
    let state = (likes.is_voiced.then(|| voice.state(tongue)), language);
    if told.state.as_ref() != Some(&state) {
        desk.voice = in_words(state.0.as_ref(), &desk.locale);
        told.state = Some(state);
    }
    let line = if likes.is_voiced && !likes.is_muted { line(desk) } else { None };
    let key = line.as_ref().map(|line| line.key);
    if told.line == key {
        return;
    }
    told.line = key;
    match line {
        Some(line) => {
            let volume = u32::from(line.manner.volume_percent) * u32::from(likes.volume_percent) / 100;
            let volume_percent = u8::try_from(volume).unwrap_or(100);
            voice.say(tongue, &line.text, Manner { volume_percent, ..line.manner });
        }
        None => voice.hush(),
    }
}

fn tongue(language: Language) -> Tongue {
    match language {
        Language::ZhHans | Language::ZhHant => Tongue::Mandarin,
        Language::En => Tongue::English,
    }
}

/// Which voice speaks, in words, for the settings.
fn in_words(state: Option<&State>, locale: &Locale) -> String {
    match state {
        None => locale.text("voice-off"),
        Some(State::Starting) => locale.text("voice-starting"),
        Some(State::Speaks(name)) => locale.with("voice-speaks", &[("name", name.as_str().into())]),
        Some(State::None) => locale.text("voice-none"),
    }
}
