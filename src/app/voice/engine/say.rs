//! `say`, of macOS.

use super::{Named, PATIENCE, Question, Request, args, pitch_percent};
use crate::app::voice::line::Line;

/// Its voices.
pub(super) const QUESTIONS: [Question; 1] = [Question { args: &["-v", "?"], patience: PATIENCE }];

/// Words a minute of somebody at ease.
const ORDINARY_WORDS: u32 = 175;

/// Voices that are known to sound like people, and whether like a woman. Hyphens and capitals come and go.
const PEOPLE: [(&str, bool); 19] = [
    ("Tingting", true),
    ("Lili", true),
    ("Yue", true),
    ("Yushu", true),
    ("Limu", false),
    ("Han", false),
    ("Bobo", false),
    ("Meijia", true),
    ("Daniel", false),
    ("Serena", true),
    ("Kate", true),
    ("Oliver", false),
    ("Samantha", true),
    ("Alex", false),
    ("Ava", true),
    ("Allison", true),
    ("Susan", true),
    ("Tom", false),
    ("Evan", false),
];

/// Voices that are a joke.
const JOKES: [&str; 25] = [
    "Albert",
    "Bad News",
    "Bahh",
    "Bells",
    "Boing",
    "Bubbles",
    "Cellos",
    "Deranged",
    "Good News",
    "Hysterical",
    "Jester",
    "Organ",
    "Pipe Organ",
    "Princess",
    "Ralph",
    "Superstar",
    "Trinoids",
    "Whisper",
    "Wobble",
    "Zarvox",
    "Junior",
    "Kathy",
    "Fred",
    "Agnes",
    "Grandma",
];

/// From lines of name (of several words), culture, `#` and an example.
pub(super) fn voices(answer: &str) -> Vec<Named> {
    answer.lines().filter_map(|line| voice(line.split('#').next()?)).collect()
}

fn voice(columns: &str) -> Option<Named> {
    let (name, culture) = columns.trim().rsplit_once(char::is_whitespace)?;
    let name = name.trim();
    let plain = name.split('(').next()?.trim().replace('-', "");
    let person = PEOPLE.iter().find(|(person, _)| person.eq_ignore_ascii_case(&plain));
    let rank = match person {
        Some(_) => 0,
        None if JOKES.contains(&plain.as_str()) => 2,
        None => 1,
    };
    let is_woman = person.map(|(_, is_woman)| *is_woman);
    Some(Named { name: name.to_owned(), culture: culture.to_owned(), is_woman, rank })
}

/// Loudness and pitch have no options; they go before the text, pitch in semitones.
pub(super) fn request(voice: &Named, line: &Line) -> Request {
    let manner = line.manner;
    let mut text = format!("[[volm {:.2}]]", f32::from(manner.volume_percent) / 100.0);
    let semitones = semitones(pitch_percent(voice, manner));
    if semitones != 0 {
        text += &format!("[[pbas {semitones:+}]]");
    }
    let words_a_minute = u32::from(manner.speed_percent) * ORDINARY_WORDS / 100;
    let args = args(["-v", &voice.name, "-r", &words_a_minute.to_string(), "-f", "-"]);
    Request { args, stdin: Some(format!("{text} {}", line.text)) }
}

fn semitones(percent: i32) -> i32 {
    ((1.0 + f64::from(percent) / 100.0).log2() * 12.0).round() as i32
}
